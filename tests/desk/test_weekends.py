"""Reminders on school days: School in Community as its own folder has it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.wiring import load_programmes
from desk.world import World
from tests.databases import open_store
from tests.desk.stage import Phone, Stage, closing, put_on
from tests.playing import ROOT

TITLE = "Aiziet uz konsultāciju"


@pytest.fixture
async def stage(sqlite_url: str) -> AsyncIterator[Stage]:
    world = World(load_programmes(Path(ROOT / "programmes")))
    async with closing(put_on(open_store(sqlite_url), world)) as one:
        yield one


async def unasked(phone: Phone) -> list[tuple[str, str]]:
    """(when, the first words) of what came since the last look."""
    found = [m for m in await phone.new() if m["from"] == "bot"]
    return [(m["at"][5:16], m["text"].split("\n")[0]) for m in found]


@pytest.mark.parametrize(
    ("due", "days"),
    [
        ("2026-01-25", ["01-22", "01-23", "01-27"]),  # a Sunday: said on Friday; late on Tuesday
        ("2026-01-22", ["01-19", "01-21", "01-22", "01-26"]),  # late on Saturday: on Monday
    ],
)
async def test_nobody_is_reminded_at_the_weekend(stage: Stage, due: str, days: list[str]) -> None:
    elza = await stage.enter("Elza Vītola")
    await stage.task(elza, TITLE, due)
    await stage.wind("2026-01-27T19:00")
    told = [when[:5] for when, text in await unasked(elza) if TITLE in text]
    assert told == days


async def test_who_chose_saturday_is_asked_on_saturday(stage: Stage) -> None:
    """A time of one's own goes first."""
    elza = await stage.enter("Elza Vītola")
    await stage.store.run(
        lambda tx: tx.execute(text("UPDATE people SET rhythm = '{\"weekday\": 5}'"))
    )
    await stage.planned()
    await stage.wind("2026-01-19T12:00")
    assert [when for when, _ in await unasked(elza)] == ["01-17T16:30"]
