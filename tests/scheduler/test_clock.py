"""The clock that can be wound: forwards only, stopping wherever something falls due."""

import shutil
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import update

from scheduler.clock import WoundClock
from scheduler.errors import NotForwards, TooFar
from scheduler.winding import FACT
from store import journal
from store import schema as s
from tests.databases import open_store
from tests.desk.fixtures import Cast, gather_cast
from tests.desk.stage import Stage, after, closing, put_on, said

TITLE = "Aiziet uz konsultāciju"


async def test_the_clock_does_not_go_back(stage: Stage) -> None:
    """Neither by the winding nor by the clock itself."""
    before = stage.clock.now()
    with pytest.raises(NotForwards):
        await stage.wind("2026-01-11T09:00")
    stage.clock.wind(before - timedelta(days=3))
    assert stage.clock.now() >= before


async def test_one_winding_has_an_end(stage: Stage) -> None:
    """A slip of the finger must not wind ten years."""
    with pytest.raises(TooFar, match="400"):
        await stage.wind("2036-01-12T09:00")
    assert stage.now().startswith("2026-01-12T09:0")


async def test_winding_stops_on_the_way_in_order(cast: Cast, stage: Stage) -> None:
    """Each message bears the time it was due, not the time of arrival."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-01-26T18:00")
    times = [m["at"] for m in await cast.elza.all()]
    assert times == sorted(times)
    assert {m["at"][11:16] for m in await cast.elza.new()} == {"16:00", "16:30"}


async def test_winding_at_once_or_bit_by_bit_tells_the_same(
    sqlite_url: str, tmp_path: Path
) -> None:
    """A month in one go, or six hours at a time."""
    heard = []
    for name, step in (("leap", 24 * 40), ("steps", 6)):
        url = f"sqlite:///{shutil.copy(sqlite_url.removeprefix('sqlite:///'), tmp_path / name)}"
        async with closing(put_on(open_store(url))) as stage:
            cast = await gather_cast(stage)
            await stage.task(cast.elza, TITLE, "2026-01-20")
            wall = "2026-01-12T10:00"
            while wall < "2026-02-21T10:00":
                wall = after(wall, hours=step)
                await stage.wind(wall)
            both = [*await cast.elza.all(), *await cast.janis.all()]
            heard.append([(m["at"][:16], m["text"]) for m in both if m["at"] < "2026-02-21"])
    assert heard[0] == heard[1]


async def test_a_restart_in_mid_story_keeps_the_clock(cast: Cast, stage: Stage) -> None:
    """What has been stored is where the next process begins."""
    await stage.wind("2026-02-03T12:00")
    stored = await stage.read(partial(journal.fact, name=FACT))
    again = WoundClock(timedelta(microseconds=stored))
    assert abs(again.now() - stage.clock.now()) < timedelta(seconds=2)


async def test_the_clock_runs_on_by_itself(stage: Stage) -> None:
    """Wound, it is still a clock."""
    first = stage.clock.now()
    assert stage.clock.now() > first
    assert stage.clock.now() - datetime.now(UTC) == pytest.approx(
        stage.clock.offset, abs=timedelta(seconds=1)
    )


async def test_three_days_off_bring_no_flood(cast: Cast, stage: Stage) -> None:
    """Down from Friday noon to Monday morning: the check-in and the nudge of Friday are past, and
    Sunday's gives way to Monday's own."""
    await stage.task(cast.elza, TITLE, "2026-01-19")
    await stage.wind("2026-01-16T12:00")
    await cast.elza.new()
    await stage.asleep_until("2026-01-19T09:00")
    news = await cast.elza.new()
    assert "Kāda bija šī nedēļa" not in said(news)
    assert TITLE not in said(news)
    await stage.wind("2026-01-19T17:00")
    [only] = [m for m in await cast.elza.new() if TITLE in m["text"]]
    assert "Šodien" in only["text"]


async def test_a_short_night_off_moves_the_reminder_to_the_morning(
    cast: Cast, stage: Stage
) -> None:
    """Down at 16.00, up at 23.00: nobody is woken, it comes at 8.00."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-01-17T12:00")
    await cast.elza.new()
    await stage.asleep_until("2026-01-17T23:00")
    assert await cast.elza.new() == []
    await stage.wind("2026-01-18T09:00")
    assert [m["at"][11:16] for m in await cast.elza.new()] == ["08:00"]


async def test_today_is_not_said_tomorrow(cast: Cast, stage: Stage) -> None:
    """ "Due today", put off over the night, would be a lie in the morning."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-01-20T12:00")
    await cast.elza.new()
    await stage.asleep_until("2026-01-20T23:00")
    await stage.wind("2026-01-21T12:00")
    assert "Šodien" not in said(await cast.elza.new())


async def test_nobody_is_told_of_silence_at_night(cast: Cast, stage: Stage) -> None:
    """The mentor sleeps as well."""
    await stage.wind("2026-01-26T12:00")
    await cast.janis.new()
    await stage.asleep_until("2026-01-26T23:30")
    assert await cast.janis.new() == []
    await stage.wind("2026-01-27T09:00")
    assert "Elza Vītola" in said(await cast.janis.new())


async def test_an_occurrence_that_fails_is_put_aside_and_the_others_go_on(
    cast: Cast, stage: Stage
) -> None:
    """Elza's dialog can't be read; Roberts is asked all the same, and nobody is asked twice."""
    await cast.elza.send("grow")
    broken = update(s.sessions).where(s.sessions.c.person == cast.elza.person)
    await stage.read(lambda tx: tx.execute(broken, {"state": b"damaged"}))
    await stage.wind("2026-01-16T19:00")
    assert "Kāda bija šī nedēļa" in said(await cast.roberts.new())
    await stage.tick()
    await stage.tick()
    assert (await cast.roberts.text()).count("Kāda bija šī nedēļa") == 1
