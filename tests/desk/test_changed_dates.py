"""The folder gives a thing another date: what was granted for it, or done of it, still counts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desk import acts
from desk.visit import Visit
from mentoring.calendar import Event, Remind, When
from store import pairings, people
from store.work import Tx
from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import Bubble, Phone, Stage, put_on, said
from tests.desk.test_rhythm import in_small
from tests.mentoring.small_programme import BREAKS, SEMESTERS
from tests.scheduler.seasons import small_world

TITLE, NEXT = "Mēneša plāns", "Saruna par plānu"
PLAN = Event(
    id="plan",
    kind="task",
    title={"lv": TITLE, "en": "A plan of the month"},
    roles=("mentee",),
    when=When(day=date(2026, 2, 10)),
    remind=Remind(before=(1,), on_day=True, late=(4,)),
)
LATER = replace(PLAN, when=When(day=date(2026, 2, 12)))


@asynccontextmanager
async def edited(
    stage: Stage, cast: Cast, *events: Event, **changes: Any
) -> AsyncIterator[tuple[Stage, Cast]]:
    """The process begins anew over the same database, with these events in its folder."""
    url = stage.store.engine.url.render_as_string(hide_password=False)
    rules: dict[str, Any] = {"semesters": SEMESTERS, "breaks": BREAKS, **changes}
    again = put_on(open_store(url), small_world(events, **rules))
    again.clock.offset = stage.clock.offset
    await again.tick()
    yield again, cast.on(again)
    again.assistant.hub.close()
    await again.store.close()


async def does(stage: Stage, phone: Phone, do: str, **what: Any) -> None:
    """A tap on a button of that act."""

    def act(tx: Tx) -> None:
        who, part = stage.known(tx, phone.person), people.parts(tx, phone.person)[0]
        origin = f"test:{do}:{stage.clock.now()}"
        visit = Visit(tx, stage.planning.world, who, part, stage.clock.now(), origin)
        acts.perform(visit, {"do": do, **what})

    await stage.read(act)
    await stage.assistant.delivery.flush()


async def done(stage: Stage, phone: Phone, event: str, day: str) -> None:
    await does(stage, phone, "event_done", event=event, date=day)
    await phone.new()


async def granted(stage: Stage, there: Cast, phone: Phone, event: Event, to: str) -> None:
    """More time for its date in the folder, asked for in the chat; by the programme's own rule."""
    await does(stage, phone, "extend_to", event=event.id, date=str(event.when.day), day=to)
    assert "iedod uzreiz" in "".join(m["text"] for m in await phone.new())
    await there.janis.new()


def at_once(**changes: Any) -> dict[str, Any]:
    """Rules by which the programme itself gives up to three weeks."""
    rules = small_world().programmes["skola-kopiena"].programme.extensions
    return {"extensions": replace(rules, automatic_days=21), **changes}


async def told(phone: Phone, title: str = TITLE) -> list[str]:
    """The days on which something unasked spoke of it, since the last look."""
    found: list[Bubble] = await phone.new()
    return [m["at"][:10] for m in found if m["from"] == "bot" and title in m["text"]]


async def test_more_time_outlives_another_date_in_the_folder(cast: Cast, sqlite_url: str) -> None:
    """The 17th was granted; that the 10th becomes the 12th takes nothing of it away."""
    async with in_small(sqlite_url, cast, events=(PLAN,), **at_once()) as (first, there):
        await first.wind("2026-02-05T12:00")
        await granted(first, there, there.roberts, PLAN, "2026-02-17")
        async with edited(first, there, LATER, **at_once()) as (second, young):
            await second.wind("2026-02-23T12:00")
            assert await told(young.roberts) == ["2026-02-16", "2026-02-17", "2026-02-21"]
            assert await told(young.elza) == ["2026-02-11", "2026-02-12", "2026-02-16"]


async def test_a_date_that_goes_beyond_what_was_granted_is_the_date(
    cast: Cast, sqlite_url: str
) -> None:
    """Of the day that was granted and the folder's new one, the later goes."""
    far = replace(PLAN, when=When(day=date(2026, 2, 19)))
    async with in_small(sqlite_url, cast, events=(PLAN,), **at_once()) as (first, there):
        await first.wind("2026-02-05T12:00")
        await granted(first, there, there.roberts, PLAN, "2026-02-17")
        async with edited(first, there, far, **at_once()) as (second, young):
            await second.wind("2026-02-24T12:00")
            assert await told(young.roberts) == ["2026-02-18", "2026-02-19", "2026-02-23"]


async def test_another_month_of_a_repeating_thing_is_no_moved_one(
    cast: Cast, sqlite_url: str
) -> None:
    """More time for the 10th of February says nothing of the 12th, where each month has one."""
    monthly = replace(PLAN, when=When(each="day_of_month", number=10))
    moved = replace(PLAN, when=When(each="day_of_month", number=12))
    async with in_small(sqlite_url, cast, events=(monthly,), **at_once()) as (first, there):
        await first.wind("2026-02-05T12:00")
        what = {"event": "plan", "date": "2026-02-10", "day": "2026-02-17"}
        await does(first, there.roberts, "extend_to", **what)
        await there.roberts.new()
        async with edited(first, there, moved, **at_once()) as (second, young):
            await second.wind("2026-02-23T12:00")
            assert await told(young.roberts) == ["2026-02-11", "2026-02-12", "2026-02-16"]


async def test_what_was_asked_about_the_old_date_is_decided_about_the_new_one(
    cast: Cast, sqlite_url: str
) -> None:
    """The request waits while the folder changes; its buttons still decide it."""
    async with in_small(sqlite_url, cast, events=(PLAN,)) as (first, there):
        await first.wind("2026-02-05T12:00")
        what = {"event": "plan", "date": "2026-02-10", "day": "2026-02-17"}
        await does(first, there.elza, "extend_to", **what)
        await there.elza.new()
        async with edited(first, there, LATER) as (second, young):
            assert "17. februār" in said(await young.janis.tap("Jā: "))
            assert "17. februār" in said(await young.elza.new())
            await second.wind("2026-02-23T12:00")
            assert await told(young.elza) == ["2026-02-16", "2026-02-17", "2026-02-21"]


async def test_more_time_in_one_pairing_stays_there(cast: Cast, sqlite_url: str) -> None:
    """A mentor of two who began on different days got it for one; the other only moves along."""
    first_talk = replace(
        PLAN, roles=("mentor",), when=When(to="pairing", offset=6), remind=Remind(on_day=True)
    )
    longer = replace(first_talk, when=When(to="pairing", offset=7))
    async with in_small(sqlite_url, cast, events=(first_talk,), **at_once()) as (first, there):
        await first.wind("2026-01-15T12:00")
        await first.pair(there.janis, there.roberts)
        what = {"event": "plan", "date": "2026-01-18", "day": "2026-01-26"}
        await does(first, there.janis, "extend_to", **what)
        await there.janis.new()
        async with edited(first, there, longer, **at_once()) as (second, young):
            await second.wind("2026-01-28T12:00")
            assert await told(young.janis) == ["2026-01-22", "2026-01-26"]


async def test_what_is_done_stays_done_on_another_date(cast: Cast, sqlite_url: str) -> None:
    """Neither on the new date nor after it; it isn't in the list of what is to come either."""
    async with in_small(sqlite_url, cast, events=(PLAN,)) as (first, there):
        await first.wind("2026-02-05T12:00")
        await done(first, there.elza, "plan", "2026-02-10")
        async with edited(first, there, LATER) as (second, young):
            assert TITLE not in said(await young.elza.send("kas gaidāms"))
            await second.wind("2026-02-20T12:00")
            assert await told(young.elza) == []
            assert await told(young.roberts) == ["2026-02-11", "2026-02-12", "2026-02-16"]


async def test_an_old_button_still_says_that_it_is_done(cast: Cast, sqlite_url: str) -> None:
    """The message named the 10th; by the time it is tapped the folder says the 12th."""
    async with in_small(sqlite_url, cast, events=(PLAN,)) as (first, there):
        await first.wind("2026-02-09T20:00")
        assert TITLE in said(await there.elza.new())
        async with edited(first, there, LATER) as (second, young):
            await young.elza.tap("Izdarīts")
            await second.wind("2026-02-20T12:00")
            assert await told(young.elza) == []


async def test_a_mentor_hears_nothing_of_a_done_thing_on_its_new_date(
    cast: Cast, sqlite_url: str
) -> None:
    """Of Roberts, who hasn't done it, they do."""
    first_plan = replace(PLAN, remind=Remind(late=(2,), to=("mentor",)))
    moved = replace(first_plan, when=LATER.when)
    async with in_small(sqlite_url, cast, events=(first_plan,)) as (first, there):
        await first.pair(there.janis, there.roberts)
        await done(first, there.elza, "plan", "2026-02-10")
        await first.wind("2026-02-05T12:00")
        await there.janis.new()
        async with edited(first, there, moved) as (second, young):
            await second.wind("2026-02-20T12:00")
            [only] = [m for m in await young.janis.new() if TITLE in m["text"]]
            assert only["at"][:10] == "2026-02-14"
            assert "Roberts" in only["text"]
            assert "Elza" not in only["text"]


@pytest.mark.parametrize(
    "when",
    [
        When(each="day_of_month", number=12),
        When(day=date(2026, 5, 18)),
    ],
)
async def test_another_time_of_the_same_thing_is_not_done_yet(
    cast: Cast, sqlite_url: str, when: When
) -> None:
    """A month's plan that now comes on the 12th, or next term's by the same name."""
    old = When(each="day_of_month", number=10) if when.each else PLAN.when
    last = when.day or date(2026, 2, 12)
    first_plan = replace(PLAN, when=old, remind=Remind(on_day=True))
    async with in_small(sqlite_url, cast, events=(first_plan,)) as (first, there):
        await first.wind("2026-02-05T12:00")
        await done(first, there.elza, "plan", "2026-02-10")
        async with edited(first, there, replace(first_plan, when=when)) as (second, young):
            await second.wind(f"{last}T20:00")
            assert await told(young.elza) == [str(last)]


async def test_what_is_done_in_one_pairing_is_to_be_done_in_the_next(
    cast: Cast, sqlite_url: str
) -> None:
    """A first talk with another mentor is another talk, though the folder moved them both."""
    first_talk = replace(PLAN, when=When(to="pairing", offset=5), remind=Remind(on_day=True))
    longer = replace(first_talk, when=When(to="pairing", offset=6))
    async with in_small(sqlite_url, cast, events=(first_talk,)) as (first, there):
        await done(first, there.elza, "plan", "2026-01-17")
        await first.wind("2026-01-15T12:00")
        await first.store.run(
            lambda tx: pairings.decide(tx, there.pairing, "ended", first.clock.now())
        )
        await first.pair(there.marta, there.elza)
        async with edited(first, there, longer) as (second, young):
            await second.wind("2026-01-24T12:00")
            assert await told(young.elza) == ["2026-01-21"]
