"""The order of responsibility, and how one gets out of anything."""

import pytest

from tests.desk.fixtures import Cast
from tests.desk.stage import Stage, said

QUESTION = "Vai drīkst tikties brīvdienās?"
ANSWER = "rudens un pavasara"


async def test_a_stop_word_works_in_the_middle_of_a_dialog(cast: Cast) -> None:
    """It is not taken for an answer."""
    await cast.elza.send("grow")
    assert "vairs nerakstīšu" in said(await cast.elza.send("stop"))
    assert "Ko tu gribi sasniegt" not in said(await cast.elza.send("Gribu braukt ar moto"))


async def test_a_stop_word_is_not_passed_on_as_an_answer(cast: Cast) -> None:
    """Who was to answer a question and writes "stop" means the bot."""
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("stop")
    assert "stop" not in said(await cast.elza.new())


async def test_what_was_asked_for_goes_before_the_open_dialog(cast: Cast, stage: Stage) -> None:
    """A reason typed after "Vajag laiku" is not an answer to GROW."""
    await stage.task(cast.elza, "Aiziet uz konsultāciju", "2026-01-14")
    await cast.elza.send("grow")
    await stage.wind("2026-01-13T16:10")
    await cast.elza.tap("Vajag laiku")
    assert "Izlems: Jānis" in said(await cast.elza.send("20. janvāris, jo slimoju un guļu"))
    assert "slimoju" in said(await cast.janis.new())
    assert "Kāpēc tas tev" in said(await cast.elza.send("Gribu nokārtot matemātiku"))


async def test_a_check_in_is_never_passed_on_to_somebody_else(cast: Cast, stage: Stage) -> None:
    """The answer to the weekly question is not an addition to a call for help made before it."""
    await stage.task(cast.elza, "Aiziet uz konsultāciju", "2026-01-30")
    await stage.wind("2026-01-16T16:10")
    await cast.elza.send("uzdevumi")
    await cast.elza.tap("Aiziet uz")
    await cast.elza.tap("Vajag palīdzību")
    await cast.janis.new()
    await stage.wind("2026-01-16T17:00")
    await cast.elza.send("2")
    await cast.elza.send("tētis atkal dzēra")
    assert await cast.janis.new() == []


async def test_what_was_asked_for_is_forgotten_after_a_day(cast: Cast, stage: Stage) -> None:
    """A coordinator's words of next week do not go to a young person by mistake."""
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    await cast.ilze.tap("Atbildēt")
    await stage.wind("2026-01-14T09:00")
    assert "Vai tā ir atbilde" in said(await cast.ilze.send("Nopērc manu, tā ir lēta"))
    assert "lēta" not in said(await cast.elza.new())
    await cast.ilze.tap("Elza Vītola")
    assert "lēta" in said(await cast.elza.new())


async def test_a_number_is_an_answer_where_words_were_asked_for(cast: Cast) -> None:
    """A coordinator who answers "1" does not tap the first button, which says "Atcelt"."""
    await cast.elza.send("Cik gitāru var nopirkt par simts eiro kopā?")
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("1")
    assert [m["from"] for m in await cast.elza.new()][-1:] == ["human"]


async def test_the_menu_is_nobodys_answer(cast: Cast) -> None:
    """A coordinator who asks for the menu does not send the word to a young person."""
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    await cast.elza.new()
    await cast.ilze.tap("Atbildēt")
    assert "Ko darām" in said(await cast.ilze.send("izvēlne"))
    assert await cast.elza.new() == []


async def test_a_command_is_no_date(cast: Cast, stage: Stage) -> None:
    """Who turns to something else is not asked for the date again and again."""
    await stage.task(cast.elza, "Aiziet uz konsultāciju", "2026-01-20")
    await cast.elza.send("uzdevumi")
    await cast.elza.tap("Aiziet")
    await cast.elza.tap("Vajag laiku")
    assert "Jānis Bērziņš" in said(await cast.elza.send("mentors"))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("paldies Jāni!", "Prieks palīdzēt"),
        ("Liels paldies", "Prieks palīdzēt"),
        ("jā ok", "Labi."),
        ("nu labi", "Labi."),
    ],
)
async def test_a_pleasantry_is_no_question_for_a_human(cast: Cast, text: str, answer: str) -> None:
    """Nobody's evening is spent on answering "thanks"."""
    assert answer in said(await cast.elza.send(text))
    assert await cast.ilze.new() == []


async def test_after_stop_going_on_means_the_bot(cast: Cast) -> None:
    """ "Turpināt" alone is enough, also with a GROW left half-way."""
    await cast.elza.send("grow")
    await cast.elza.tap("Vēlāk")
    await cast.elza.send("stop")
    assert "Atkal ieslēgts" in said(await cast.elza.send("turpināt"))


async def test_a_question_inside_a_dialog_is_answered_and_the_dialog_repeats_its_own(
    cast: Cast,
) -> None:
    """The answer is not taken for a goal."""
    await cast.elza.send("grow")
    answer = said(await cast.elza.send(QUESTION))
    assert ANSWER in answer
    assert "Ko tu gribi sasniegt" in answer


async def test_the_menu_leads_out_of_a_dialog_and_back(cast: Cast) -> None:
    """The word that every dead button recommends works everywhere."""
    await cast.elza.send("grow")
    await cast.elza.send("Gribu nokārtot matemātiku")
    assert "Ko darām" in said(await cast.elza.send("izvēlne"))
    assert ANSWER in said(await cast.elza.send(QUESTION))
    await cast.elza.send("izvēlne")
    assert "Kāpēc tas tev" in said(await cast.elza.tap("Turpināt: GROW"))


async def test_a_command_with_a_slash_leaves_the_dialog_open(cast: Cast) -> None:
    """A look at the tasks does not lose the place in GROW."""
    await cast.elza.send("grow")
    assert "uzdevum" in said(await cast.elza.send("/uzdevumi"))
    assert "Kāpēc tas tev" in said(await cast.elza.send("Gribu nokārtot matemātiku"))


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("uzdevumi", "uzdevum"),
        ("mentors", "Jānis Bērziņš"),
        ("Vai drīkst tikties brīvdienās", ANSWER),
    ],
)
async def test_an_unasked_check_in_does_not_stand_in_the_way(
    cast: Cast, stage: Stage, text: str, heard: str
) -> None:
    """Who ignores the weekly question still gets at everything else, and may answer it later."""
    await stage.wind("2026-01-16T17:00")
    await cast.elza.new()
    assert heard in said(await cast.elza.send(text))
    assert "palīdzēja" in said(await cast.elza.tap("4"))


@pytest.mark.parametrize("text", ["nu normāli", "labi", "slikti", "nezinu", "🤷"])
async def test_a_vague_answer_to_the_check_in_is_asked_about_again(
    cast: Cast, stage: Stage, text: str
) -> None:
    """It is neither thanked for nor carried to a human as a question."""
    await stage.wind("2026-01-16T17:00")
    await cast.ilze.new()
    assert "no 1 līdz 5" in said(await cast.elza.send(text))
    assert await cast.ilze.new() == []


async def test_an_unknown_command_shows_what_there_is(cast: Cast) -> None:
    """A mistyped command is no question for a human."""
    answer = said(await cast.elza.send("/kjhkjh"))
    assert "Tādas komandas man nav" in answer
    assert "GROW saruna" in await cast.elza.labels()


async def test_a_label_typed_is_a_tap(cast: Cast) -> None:
    """Also by its number, also without diacritics."""
    await cast.elza.send("izvelne")
    assert "Ko tu gribi sasniegt" in said(await cast.elza.send("grow saruna"))


@pytest.mark.parametrize("label", [",", "…", "🎸", "—"])
async def test_a_label_without_letters_swallows_nothing(
    cast: Cast, stage: Stage, label: str
) -> None:
    """A task may be called anything; what is typed under its button is still understood."""
    await stage.task(cast.elza, label, "2026-03-12")
    await cast.elza.send("uzdevumi")
    assert "Ko tu gribi sasniegt" in said(await cast.elza.send("grow"))


async def test_too_long_a_message_is_not_cut_in_silence(cast: Cast) -> None:
    """It says how long it may be and how long it was."""
    answer = said(await cast.elza.send("ļoti gari " * 500))
    assert "4\xa0000" in answer
    assert "4\xa0999" in answer


async def test_an_attachment_is_answered_in_words(cast: Cast) -> None:
    """The bot says that it cannot read pictures."""
    assert "neprotu" in said(await cast.elza.post({"attachment": "photo"}))
