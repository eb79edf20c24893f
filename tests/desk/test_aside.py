"""A question in the middle of a dialog."""

import pytest

from dialogs.load import load_library
from store import sessions
from tests.desk.fixtures import Cast
from tests.desk.polling import LIVE, OWN_ANONYMOUS, TALK, gathered
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


@pytest.mark.parametrize(
    "asked",
    [
        *(
            "Cik ilgi tas būs?",
            "cik ilgi?",
            "Un cik daudz laika tas aizņems?",
            "cik vel jautajumu?",
        ),
        *("How long will it take?", "how many questions are there?"),
    ],
)
async def test_how_long_it_takes_is_said_by_the_dialog(cast: Cast, asked: str) -> None:
    """Even where own words are wanted; then the same question stands there again."""
    await cast.elza.send("grow")
    told = said(await cast.elza.send(asked))
    assert "„GROW saruna” aizņem ap 15 min" in told
    assert "Vēl ne vairāk" in told
    assert told.index("15 min") < told.index("Ko tu gribi sasniegt")


@pytest.mark.parametrize(
    ("tool", "asked", "part"),
    [
        ("SMART mērķis", "Kas ir SMART?", "konkrētu, izmērāmu"),
        ("SMART mērķis", "kas tas ir smart?", "konkrētu, izmērāmu"),
        ("SVID analīze", "Kas ir SVID?", "stiprās un attīstāmās puses"),
        ("SVID analīze", "What is SWOT?", "stiprās un attīstāmās puses"),
        ("SVID analīze", "Ko nozīmē SVID analīze?", "stiprās un attīstāmās puses"),
        ("Dzīves rats", "kas ir dzives rats?", "vienā attēlā parāda"),
    ],
)
async def test_what_the_tool_is_is_said_by_its_first_words(
    cast: Cast, tool: str, asked: str, part: str
) -> None:
    """And the question is asked once more."""
    await cast.elza.send("/riki")
    first = (await cast.elza.send(tool))[-1]["text"]
    told = await cast.elza.send(asked)
    assert part in told[0]["text"]
    assert told[-1]["text"] == first


async def test_a_word_of_the_question_is_explained_by_its_help(cast: Cast) -> None:
    """As "Why?" would."""
    await cast.elza.send("/riki")
    await cast.elza.send("SVID analīze")
    await cast.elza.send("Uzstāties")
    why = said(await cast.elza.tap("Kāpēc?")).split("\n\n")[0]
    question = (await cast.elza.all())[-1]["text"]
    word = question.split("?")[0].split()[-1].strip(",.„”")
    told = await cast.elza.send(f"Kas ir {word}?")
    assert told[0]["text"] == why


@pytest.mark.parametrize(
    "words", ["Kas ir mīlestība?", "Cik ilgi jāmācās par ārstu?", "Kas ir vērts pūļu?"]
)
async def test_a_question_of_ones_own_stays_an_answer(cast: Cast, words: str) -> None:
    """What neither the dialog nor the FAQ knows is what the person wants to find out."""
    await cast.elza.send("grow")
    assert "Kāpēc tas tev ir svarīgi" in said(await cast.elza.send(words))


@pytest.mark.parametrize("asked", ["Vai drīkst tikties brīvdienās?", "Cik ilgi?"])
async def test_where_questions_are_to_be_written_each_is_an_answer(
    cast: Cast, stage: Stage, asked: str
) -> None:
    """Although the FAQ knows one of them, and the dialog the other."""
    await cast.elza.send("/riki")
    await cast.elza.send(load_library()["role-swap"].title.in_language("lv"))
    await cast.elza.send("Montēt video")
    await cast.elza.send("Uztaisīs vienu īsu video")
    await cast.elza.send(asked)
    person = await stage.read(lambda tx: stage.known(tx, cast.elza.person))
    kept = await stage.read(lambda tx: sessions.current(tx, person))
    assert kept is not None
    assert kept.state["answers"]["questions"] == [asked]


WHO_SEES = ["Vai pārējie to redzēs?", "Kas redzēs manu vārdu?", "vai Laima redzēs ko es atbildēju?"]


@pytest.mark.parametrize("asked", WHO_SEES)
@pytest.mark.parametrize(
    ("settings", "answer"),
    [(OWN_ANONYMOUS, "neviens neuzzinās, kuras ir tavas"), (LIVE, "redzēs tikai mentors")],
)
async def test_who_sees_the_answers_to_a_groups_questions_is_said_at_once(
    stage: Stage, settings: tuple[str, ...], answer: str, asked: str
) -> None:
    """While the question is open, and after it has been answered; no human hears of it."""
    ilze = await stage.enter("Ilze Kalniņa", "coordinator")
    group = await gathered(stage)
    await group.ask(TALK, *settings)
    anna = group.members[0]
    if settings == OWN_ANONYMOUS:
        await anna.tap("Atbildēt")
    await anna.new()
    told = await anna.send(asked)
    assert answer in told[0]["text"]
    assert "Kāda bija nedēļa" in told[-1]["text"]
    await anna.send("3")
    assert await ilze.new() == []


@pytest.mark.parametrize("asked", WHO_SEES)
async def test_who_sees_a_check_in_or_a_conversation_is_said_too(cast: Cast, asked: str) -> None:
    await cast.ilze.new()
    await cast.elza.send("/kaveicas")
    assert "mentors neredz" in said(await cast.elza.send(asked))
    await cast.elza.send("/grow")
    told = said(await cast.elza.send(asked))
    assert "redzi tikai tu" in told
    assert "Ko tu gribi sasniegt" in told
    assert await cast.ilze.new() == []


async def test_who_sees_an_answer_given_a_moment_ago_is_said_too(stage: Stage) -> None:
    ilze = await stage.enter("Ilze Kalniņa", "coordinator")
    group = await gathered(stage)
    await group.ask(TALK, *LIVE)
    await group.members[0].send("3")
    assert "redzēs tikai mentors" in said(await group.members[0].send(WHO_SEES[1]))
    assert await ilze.new() == []


@pytest.mark.parametrize("asked", ["cik ilgi tas būs", "Cik ilgi", "how long will it take"])
async def test_how_long_needs_no_question_mark(cast: Cast, asked: str) -> None:
    """People on phones leave it out; as a whole it can't be an answer."""
    await cast.elza.send("grow")
    told = said(await cast.elza.send(asked))
    assert "aizņem ap 15 min" in told
    assert "Ko tu gribi sasniegt" in told


async def test_how_much_is_left_shrinks_with_every_answer(cast: Cast) -> None:
    """Questions at most and minutes, of what is still to come."""
    await cast.elza.send("pēc tikšanās")
    first = said(await cast.elza.send("cik vēl jautājumu?"))
    for number in "378":
        await cast.elza.send(number)
    later = said(await cast.elza.send("cik vēl palika"))
    assert _numbers(first)[0] == _numbers(later)[0] + 4  # a low number alone asks one more
    assert _numbers(later)[1] < _numbers(first)[1] <= 5
    assert "aizņem" not in later


def _numbers(told: str) -> list[int]:
    (line,) = [line for line in told.splitlines() if "Vēl ne vairāk" in line]
    return [int(word) for word in line.split("Vēl ne vairāk")[1].split() if word.isdigit()]
