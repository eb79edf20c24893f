"""A question in the middle of a dialog."""

from tests.desk.fixtures import Cast
from tests.desk.stage import Stage, said


async def test_a_known_question_is_answered_and_the_dialog_goes_on(
    stage: Stage, cast: Cast
) -> None:
    """The answer comes first, then the dialog's own question once more."""
    await cast.elza.send("grow")
    answer = said(await cast.elza.send("Vai drīkst tikties brīvdienās?"))
    assert "rudens un pavasara" in answer
    assert answer.index("rudens") < answer.index("Ko tu gribi sasniegt")


async def test_an_unknown_question_where_a_number_is_wanted_reaches_a_human(
    stage: Stage, cast: Cast
) -> None:
    """A question can't be meant as a figure from 1 to 5, so it is not refused as one."""
    await cast.ilze.new()
    await cast.elza.send("/kaveicas")
    answer = said(await cast.elza.send("Kur var nopirkt lētu ģitāru?"))
    assert "Kāda bija šī nedēļa" in answer
    assert "ģitāru" in said(await cast.ilze.new())


async def test_own_words_with_a_question_mark_stay_an_answer(stage: Stage, cast: Cast) -> None:
    """Where own words are wanted, what the FAQ does not know is the answer itself."""
    await cast.ilze.new()
    await cast.elza.send("grow")
    answer = said(await cast.elza.send("Kā tikt jauniešu orķestrī?"))
    assert "Kāpēc tas tev ir svarīgi" in answer
    assert await cast.ilze.new() == []
