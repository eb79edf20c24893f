"""What begins at an hour: told in time, by itself, and never once it has begun."""

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import select

from mentoring.calendar import Event, Remind, When
from store import schema as s
from tests.desk.fixtures import Cast
from tests.desk.stage import Stage, said
from tests.desk.test_rhythm import TITLE, in_small, unasked

NAME = "Karjeras diena"
FAIR = Event(
    id="fair",
    kind="event",
    title={"lv": NAME, "en": "Careers day"},
    roles=("mentee",),
    when=When(day=date(2026, 1, 15)),
    at=time(10),
    remind=Remind(on_day=True),
)


async def notes(stage: Stage) -> set[tuple[str, str | None]]:
    query = select(s.occurrences.c.state, s.occurrences.c.note).where(
        s.occurrences.c.kind == "event"
    )
    return {tuple(row) for row in await stage.read(lambda tx: tx.execute(query).all())}


@pytest.mark.parametrize("kind", ["event", "module", "task"])
@pytest.mark.parametrize(("at", "comes"), [(time(10), "09:00"), (time(17, 30), "16:30")])
async def test_it_comes_an_hour_before_beside_a_task_of_the_same_day(
    cast: Cast, sqlite_url: str, kind: str, at: time, comes: str
) -> None:
    """By itself and with its hour; the task has its own message at its own hour."""
    event = replace(FAIR, kind=kind, at=at)  # type: ignore[arg-type]
    async with in_small(sqlite_url, cast, events=(event,)) as (stage, there):
        await stage.task(there.elza, TITLE, "2026-01-15")
        await there.elza.new()
        await stage.wind("2026-01-15T20:00")
        day = [m for m in await unasked(there.elza) if m["at"] > "2026-01-15"]
        [told] = [m for m in day if NAME in m["text"]]
        assert told["at"][11:16] == comes
        assert f"plkst. {at.hour}.{at.minute:02}" in told["text"]
        assert TITLE not in told["text"]
        assert len(day) == 2


async def test_what_the_assistant_slept_through_is_not_told(cast: Cast, sqlite_url: str) -> None:
    """Up again at a quarter past ten, it says nothing of what began at ten."""
    async with in_small(sqlite_url, cast, events=(FAIR,)) as (stage, there):
        await stage.wind("2026-01-15T08:30")
        await stage.asleep_until("2026-01-15T10:15")
        assert NAME not in await there.elza.text()
        assert await notes(stage) == {("expired", "it has begun")}


async def test_up_again_shortly_before_it_is_still_told(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, events=(FAIR,)) as (stage, there):
        await stage.wind("2026-01-15T08:30")
        await stage.asleep_until("2026-01-15T09:50")
        assert NAME in await there.elza.text()


async def test_a_dialog_is_waited_for_until_half_an_hour_before(
    cast: Cast, sqlite_url: str
) -> None:
    """Who answers at nine isn't interrupted at nine, but must not miss it either."""
    async with in_small(sqlite_url, cast, events=(FAIR,)) as (stage, there):
        await stage.wind("2026-01-15T08:58")
        await there.elza.send("grow")
        await stage.wind("2026-01-15T09:29")
        assert NAME not in await there.elza.text()
        await stage.wind("2026-01-15T12:00")
        [told] = [m for m in await unasked(there.elza) if NAME in m["text"]]
        assert told["at"][11:16] == "09:30"


async def test_in_a_list_the_day_before_it_has_its_hour(cast: Cast, sqlite_url: str) -> None:
    event = replace(FAIR, remind=Remind(before=(1,)))
    async with in_small(sqlite_url, cast, events=(event,)) as (stage, there):
        await stage.task(there.elza, TITLE, "2026-01-15")
        await stage.wind("2026-01-13T18:00")
        await there.elza.new()
        await stage.wind("2026-01-14T18:00")
        [only] = await unasked(there.elza)
        assert f"{NAME} – " in only["text"]
        assert "plkst. 10.00" in only["text"]


async def test_nobody_can_put_it_off_beyond_its_beginning(cast: Cast, sqlite_url: str) -> None:
    """An hour before, "in an hour" is too late, and so is all else."""
    async with in_small(sqlite_url, cast, events=(FAIR,)) as (stage, there):
        await stage.wind("2026-01-15T09:00")
        await there.elza.new()
        assert "drīz sākas" in said(await there.elza.tap("Ne tagad"))
        assert await there.elza.labels() == []
