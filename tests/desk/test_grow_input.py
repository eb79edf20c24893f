"""Whatever is typed at whatever question: a kind sentence and the question again, never a loss."""

from typing import Any

import pytest

from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said

GOOD = [
    "Gribu nokārtot matemātiku",
    "Lai tiktu vidusskolā",
    "Visi darbi ir ieskaitīti",
    "pēc diviem mēnešiem",
    "4",
    "mācos ar draugu",
    "slinkums; telefons; bailes",
    "konsultācijas\ndraugs palīdz\nvideo stundas",
    "skolotājs; bez maksas; tuvu",
    "agri jāceļas; kauns; tālu",
    "jautri; zinu viņu; ātri",
    "novirzāmies; nav laika; strīdi",
    "jebkurā laikā; var apturēt; mājās",
    "dārgi; garlaicīgi; vajag internetu",
    "konsultācijas",
    "Aizeju uz konsultāciju",
    "26. janvārī",
    "pastāstīšu mentoram",
    "Izpildu piecus uzdevumus",
    "2. februārī",
    "atsūtīšu attēlu",
    "Izrunāju atzīmi",
    "9. februārī",
    "uzrakstīšu",
    "pietiek",
    "nē",
]
BAD: dict[str, dict[str, Any]] = {
    "empty": {"text": ""},
    "blank": {"text": " \n\t "},
    "long": {"text": "garš " * 1000},
    "emoji": {"text": "🎸🎸"},
    "photo": {"attachment": "photo"},
    "invisible": {"text": "\u200b\u202e"},
}


def question(messages: list[dict[str, Any]]) -> str:
    """The last paragraph of the last message: what is being asked."""
    return str(messages[-1]["text"]).split("\n\n")[-1]


async def standing(phone: Phone, steps: int) -> str:
    """GROW walked so many answers far; the question that stands there."""
    asked = question(await phone.send("grow"))
    for answer in GOOD[:steps]:
        asked = question(await phone.send(answer))
    return asked


@pytest.mark.parametrize("kind", BAD)
async def test_bad_input_at_every_step_repeats_the_question(cast: Cast, kind: str) -> None:
    """Walked with the same bad input before each good answer, GROW ends as if nothing happened."""
    asked = question(await cast.elza.send("grow"))
    for number, answer in enumerate(GOOD):
        refused = await cast.elza.post(BAD[kind])
        assert len(refused) == 1, (number, refused)
        assert question(refused) == asked, (number, answer, refused)
        assert refused[0]["text"] != asked, (number, "no kind sentence")
        asked = question(await cast.elza.send(answer))
    everything = await cast.elza.text()
    assert "3 uzdevum" in everything
    assert "garš garš" not in everything


@pytest.mark.parametrize("step", [4, 17, 20])
@pytest.mark.parametrize("text", ["vakar", "2020. gada 1. janvārī", "asdf", "31. februārī", "-1"])
async def test_an_impossible_day_is_asked_for_again(cast: Cast, step: int, text: str) -> None:
    """The day of the goal, and of the first and second action."""
    asked = await standing(cast.elza, step - 1)
    assert question(await cast.elza.send(text)) == asked


@pytest.mark.parametrize("text", ["11", "0", "asdf", "-3", "ļoti tuvu", "9999999999999999999999"])
async def test_a_number_off_the_scale_is_asked_for_again(cast: Cast, text: str) -> None:
    """From 1 to 10 and nothing else."""
    asked = await standing(cast.elza, 4)
    assert question(await cast.elza.send(text)) == asked


async def test_two_taps_on_later_leave_the_dialog_left(cast: Cast) -> None:
    """The second tap must not open the dialog again."""
    await standing(cast.elza, 3)
    key = await cast.elza.key("Vēlāk")
    await cast.elza.press(key)
    again = said(await cast.elza.press(key))
    assert "Līdz kurai dienai" not in again
    assert "Ko darām" in again


async def test_an_old_button_leads_to_the_present_question(cast: Cast) -> None:
    """Buttons of questions long answered change nothing."""
    await standing(cast.elza, 4)
    old = await cast.elza.key("4")
    await cast.elza.press(old)
    again = said(await cast.elza.press(old))
    assert "aiz muguras" in again
    assert "Ko tu jau izdarīji" in again


async def test_weeks_later_the_same_question_stands(cast: Cast, stage: Stage) -> None:
    """What was left in January goes on in February, whatever came between."""
    asked = await standing(cast.elza, 6)
    await cast.elza.tap("Vēlāk")
    await stage.wind("2026-02-18T10:00")
    await cast.elza.send("izvēlne")
    assert question(await cast.elza.tap("Turpināt: GROW")) == asked


async def test_starting_again_offers_what_was_left(cast: Cast) -> None:
    """Nobody loses half an hour of answers to the word "grow"."""
    await standing(cast.elza, 6)
    await cast.elza.tap("Vēlāk")
    assert "jau ir iesākta" in said(await cast.elza.send("grow"))
    assert "Ko tu gribi sasniegt" in said(await cast.elza.tap("Sākt no jauna"))


async def test_a_finished_grow_stays_private_when_not_shared(cast: Cast) -> None:
    """The mentor hears of no result."""
    await standing(cast.elza, len(GOOD))
    assert "Gribu nokārtot matemātiku" not in await cast.janis.text()
    await cast.janis.send("jaunieši")
    card = said(await cast.janis.tap("Elza Vītola"))
    assert "Lai tiktu vidusskolā" not in card
