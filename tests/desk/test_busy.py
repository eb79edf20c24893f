"""In the middle of a dialog: what can wait waits, and comes once the dialog has been left."""

import pytest

from tests.desk.fixtures import Cast
from tests.desk.stage import Bubble, Phone, Stage, instant, said

TITLE = "Aiziet uz konsultāciju"


async def unasked(phone: Phone) -> list[Bubble]:
    return [m for m in await phone.new() if m["from"] == "bot"]


async def test_a_reminder_waits_for_who_is_in_a_dialog(cast: Cast, stage: Stage) -> None:
    """GROW at ten to four; the reminder of four o'clock comes an hour after the last word."""
    await stage.task(cast.elza, TITLE, "2026-01-22")
    await stage.wind("2026-01-19T15:50")
    await cast.elza.send("/grow")
    await stage.wind("2026-01-19T16:20")
    assert await unasked(cast.elza) == []
    await cast.elza.send("Gribu nokārtot matemātiku")
    await stage.wind("2026-01-19T17:10")
    assert await unasked(cast.elza) == []
    await stage.wind("2026-01-19T17:30")
    assert TITLE in said(await unasked(cast.elza))


async def test_what_would_be_too_late_does_not_wait(cast: Cast, stage: Stage) -> None:
    """Half past eight in the evening, and quiet from nine: "today" must be said today."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-01-20T15:00")
    stage.clock.wind(instant("2026-01-20T20:15"))  # the ticker stood still meanwhile
    await cast.elza.send("/grow")
    await stage.tick()
    assert TITLE in said(await unasked(cast.elza))


async def test_a_question_below_a_reminder_does_not_hold_up_the_next_one(
    cast: Cast, stage: Stage
) -> None:
    """An open check-in is no dialog that somebody is in."""
    await stage.task(cast.elza, TITLE, "2026-01-22")
    await stage.wind("2026-01-16T19:00")
    await unasked(cast.elza)
    await cast.elza.tap("4")
    await stage.wind("2026-01-19T16:30")
    assert TITLE in said(await unasked(cast.elza))


@pytest.mark.parametrize(
    ("due", "words"),
    [("2026-01-19", "Vēl var pagūt"), ("2026-01-20", "Gadās"), ("2026-01-21", "Nekas traks")],
)
async def test_late_is_not_always_said_in_the_same_words(
    cast: Cast, stage: Stage, due: str, words: str
) -> None:
    await stage.task(cast.roberts, TITLE, due)
    await stage.wind(f"{due[:8]}{int(due[8:]) + 2}T17:00")
    assert words in await cast.roberts.text()
