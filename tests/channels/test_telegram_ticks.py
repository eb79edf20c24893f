"""A question with several choices changes where it stands, and is not said again at each tap."""

import pytest

from tests.channels.running import Play, eventually, reads
from tests.channels.test_platform_faults import PAST
from tests.platforms.telegram import Fault, Person

QUESTION = "ko jūs darīsiet kopā"


async def asked(play: Play) -> Person:
    """Anna has the first question of an agreement before her."""
    anna = await play.enter("Anna")
    anna.send("/riki")
    await reads(anna, "Ar ko sākam?")
    anna.send("Mūsu vienošanās")
    await reads(anna, QUESTION)
    await play.settled()
    return anna


def labels(person: Person) -> list[str]:
    """The buttons of the newest message that asks the question."""
    shown = [each for each in person.messages() if QUESTION in each.text]
    return [label for row in shown[-1].buttons for label in (each.label for each in row)]


async def ticked(person: Person, *some: str) -> None:
    await eventually(
        lambda: [label[2:] for label in labels(person) if label.startswith("✓")] == list(some)
    )


async def test_ticks_show_in_the_message_itself(play: Play) -> None:
    """Ticked, another one, unticked; then the next question comes and the buttons give way."""
    anna = await asked(play)
    before = len(anna.messages())
    anna.tap("Videozvani")
    await ticked(anna, "Videozvani")
    assert "Pietiek" in labels(anna)
    anna.tap("Sarakste")
    await ticked(anna, "Videozvani", "Sarakste")
    anna.tap("Videozvani")
    await ticked(anna, "Sarakste")
    assert len(anna.messages()) == before
    anna.tap("Pietiek")
    await reads(anna, "2 no 11")
    await reads(anna, "➤ Pietiek")
    await play.settled()
    assert await play.stuck() == []


async def test_taps_faster_than_the_screen_all_count(play: Play) -> None:
    """Both were tapped before the first tick was shown; a double tap ticks once."""
    anna = await asked(play)
    (shown,) = [each for each in anna.messages() if QUESTION in each.text]
    keys = {
        button["text"]: button["callback_data"]
        for row in shown.payload["reply_markup"]["inline_keyboard"]
        for button in row
    }
    for label in ("Videozvani", "Sarakste", "Sarakste"):
        anna.tap_data(keys[label], shown.message_id)
    await ticked(anna, "Videozvani", "Sarakste")
    await play.settled()
    await ticked(anna, "Videozvani", "Sarakste")


async def test_an_old_tick_is_no_answer_to_the_next_question(play: Play) -> None:
    """It is said to be old, and nothing is changed."""
    anna = await asked(play)
    (shown,) = [each for each in anna.messages() if QUESTION in each.text]
    old = shown.payload["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    anna.tap("Videozvani")
    await ticked(anna, "Videozvani")
    anna.tap("Pietiek")
    await reads(anna, "2 no 11")
    await play.settled()
    anna.new()
    anna.tap_data(old, shown.message_id)
    await reads(anna, "jau ir aiz muguras")


@pytest.mark.parametrize("case", ["deleted", "too old"])
async def test_a_question_whose_message_is_gone_is_asked_anew(case: str, play: Play) -> None:
    """Nobody waits for a tick that can't be shown."""
    anna = await asked(play)
    before = len(anna.messages())
    play.telegram.faults.add(
        Fault(kind="status", code=400, description=PAST[case], method="editMessage", times=1)
    )
    anna.tap("Videozvani")
    await ticked(anna, "Videozvani")
    assert len(anna.messages()) == before + 1
    anna.tap("Sarakste")
    await ticked(anna, "Videozvani", "Sarakste")
    assert len(anna.messages()) == before + 1


async def test_a_typed_choice_is_answered_by_a_message(play: Play) -> None:
    """What was typed stands last in the chat, so the answer belongs below it."""
    anna = await asked(play)
    before = len(anna.messages())
    anna.send("2")
    await ticked(anna, "Videozvani")
    assert len(anna.messages()) > before
