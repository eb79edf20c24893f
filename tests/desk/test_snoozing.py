""" "In an hour" is offered where an hour later is no night."""

import pytest

from tests.desk.fixtures import Cast
from tests.desk.stage import Stage, said
from tests.desk.test_quiet import does
from tests.desk.test_rhythm import TITLE, at_times, unasked


@pytest.fixture
async def told(cast: Cast, stage: Stage) -> Cast:
    """Elza has read on Tuesday that something is due on Wednesday."""
    await does(stage, cast.elza, "mute", kind="check_in", off=True)
    await stage.task(cast.elza, TITLE, "2026-01-21")
    await stage.wind("2026-01-20T18:00")
    await cast.elza.new()
    return cast


async def choices(cast: Cast) -> list[str]:
    await cast.elza.tap("Ne tagad")
    return await cast.elza.labels()


@pytest.mark.parametrize(
    ("wall", "labels"),
    [
        ("2026-01-20T18:30", ["Pēc stundas", "Vakarā", "Rīt"]),
        ("2026-01-20T19:59", ["Pēc stundas", "Rīt"]),
        ("2026-01-20T20:30", ["Rīt"]),
        ("2026-01-21T06:30", ["Vakarā"]),
        ("2026-01-21T07:30", ["Pēc stundas", "Vakarā"]),
    ],
)
async def test_an_hour_that_ends_in_the_night_is_not_offered(
    told: Cast, stage: Stage, wall: str, labels: list[str]
) -> None:
    await stage.wind(wall)
    assert await choices(told) == labels


async def test_what_is_due_today_can_be_heard_of_in_the_morning(told: Cast, stage: Stage) -> None:
    """Nothing else is left at half past eight; the time is named."""
    await stage.wind("2026-01-21T20:30")
    await told.elza.new()
    assert await choices(told) == ["Rīt plkst. 8.00"]
    assert "Labi, rīt plkst. 8.00." in said(await told.elza.tap("Rīt plkst. 8.00"))
    await stage.wind("2026-01-22T12:00")
    assert at_times(await unasked(told.elza)) == ["01-22T08:00"]


async def test_after_midnight_the_morning_is_today(told: Cast, stage: Stage) -> None:
    await choices(told)
    hour = await told.elza.key("Pēc stundas")
    await stage.wind("2026-01-21T00:30")
    assert "Labi, šodien plkst. 8.00." in said(await told.elza.press(hour))


async def test_an_old_button_does_not_promise_an_hour(told: Cast, stage: Stage) -> None:
    """Asked in the afternoon, tapped in the evening."""
    await choices(told)
    hour = await told.elza.key("Pēc stundas")
    await stage.wind("2026-01-20T20:30")
    assert "Labi, rīt plkst. 8.00." in said(await told.elza.press(hour))
    await stage.wind("2026-01-21T12:00")
    assert at_times(await unasked(told.elza)) == ["01-21T08:00"]


async def test_ones_own_night_counts_as_well(told: Cast, stage: Stage) -> None:
    await does(stage, told.elza, "lives_quiet", start="19:00", end="08:00")
    await stage.wind("2026-01-20T18:30")
    assert await choices(told) == ["Rīt"]
