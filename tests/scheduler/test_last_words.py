"""The machine stood still over the only word about something to be done: it comes late, once."""

from datetime import date

import pytest

from desk.missed import LONG_AGO
from mentoring.calendar import Event, EventKind, Remind, When
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, after, said
from tests.desk.test_days_off import school_days
from tests.desk.test_quiet import does
from tests.desk.test_rhythm import at_times, in_small, unasked

STOPS, STARTS = "2026-01-30T12:00", "2026-02-02T09:00"
TITLE = "Aiziet uz konsultāciju"
ONLY_THEN = Remind(on_day=True)


def event(title: str, day: date, kind: EventKind = "task", remind: Remind = ONLY_THEN) -> Event:
    return Event(
        id=title,
        kind=kind,
        title={"lv": title, "en": title},
        roles=("mentee",),
        when=When(day=day),
        remind=remind,
    )


PLAN, SURVEY = (
    event("Plāns", date(2026, 1, 30)),
    event("Aptauja", date(2026, 1, 31), "questionnaire"),
)


async def told(phone: Phone, word: str) -> list[str]:
    return at_times([m for m in await unasked(phone) if word in m["text"]])


async def test_what_is_still_to_be_done_is_said_once_as_late(cast: Cast, sqlite_url: str) -> None:
    story = school_days(events=(PLAN, SURVEY))
    async with in_small(sqlite_url, cast, **story) as (stage, there):
        await stage.wind(STOPS)
        await there.elza.new()
        await stage.asleep_until(STARTS)
        await stage.wind("2026-02-06T12:00")
        [only] = [m for m in await unasked(there.elza) if "Plāns" in m["text"]]
        assert only["at"].startswith("2026-02-02T16:00")
        assert "Aptauja – sestdien, 31. janvārī" in only["text"]
        assert "Plāns – piektdien, 30. janvārī" in only["text"]
        assert "šodien" not in only["text"]


async def test_it_is_explained_as_what_it_has_become(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, events=(PLAN,)) as (stage, there):
        await stage.wind(STOPS)
        await there.elza.new()
        await stage.asleep_until(STARTS)
        await stage.wind("2026-02-02T18:00")
        assert "bija" in said([m for m in await unasked(there.elza) if "Plāns" in m["text"]])
        assert "šodien" not in said(await there.elza.tap("Kāpēc šo")).lower()


@pytest.mark.parametrize("up", ["2026-01-30T22:00", "2026-01-31T09:00", "2026-01-31T15:00"])
async def test_a_standstill_of_a_night_loses_it_neither(
    cast: Cast, sqlite_url: str, up: str
) -> None:
    """On Saturday nobody is written to; on Monday it is late."""
    async with in_small(sqlite_url, cast, **school_days(events=(PLAN,))) as (stage, there):
        await stage.wind(STOPS)
        await there.elza.new()
        await stage.asleep_until(up)
        await stage.wind("2026-02-06T12:00")
        assert await told(there.elza, "Plāns") == ["02-02T16:00"]


@pytest.mark.parametrize(
    "other",
    [
        event("Karjeras diena", date(2026, 1, 30), "meeting"),
        event("Karjeras diena", date(2026, 1, 30), "event"),
    ],
)
async def test_what_is_over_is_not_spoken_of(cast: Cast, sqlite_url: str, other: Event) -> None:
    async with in_small(sqlite_url, cast, events=(other,)) as (stage, there):
        await stage.wind(STOPS)
        await there.elza.new()
        await stage.asleep_until(STARTS)
        await stage.wind("2026-02-06T12:00")
        assert await told(there.elza, "Karjeras diena") == []


async def test_a_word_that_is_to_come_is_enough(cast: Cast, sqlite_url: str) -> None:
    """Late on Wednesday, as planned, and not on Monday as well."""
    plan = event("Plāns", date(2026, 1, 30), remind=Remind(on_day=True, late=(5,)))
    async with in_small(sqlite_url, cast, events=(plan,)) as (stage, there):
        await stage.wind(STOPS)
        await there.elza.new()
        await stage.asleep_until(STARTS)
        await stage.wind("2026-02-06T12:00")
        assert await told(there.elza, "Plāns") == ["02-04T16:00"]


async def test_of_several_that_were_missed_the_newest_comes(cast: Cast, sqlite_url: str) -> None:
    plan = event("Plāns", date(2026, 1, 31), remind=Remind(before=(1,), on_day=True, late=(1,)))
    async with in_small(sqlite_url, cast, events=(plan,)) as (stage, there):
        await stage.wind(STOPS)
        await there.elza.new()
        await stage.asleep_until("2026-02-04T09:00")
        await stage.wind("2026-02-06T12:00")
        assert await told(there.elza, "Plāns") == ["02-04T16:00"]


async def test_who_wants_no_late_words_gets_none(cast: Cast, sqlite_url: str) -> None:
    """It would have been a word of the day, and is another one by now."""
    async with in_small(sqlite_url, cast) as (stage, there):
        await stage.task(there.elza, TITLE, "2026-02-01")
        await does(stage, there.elza, "mute", kind="late", off=True)
        await stage.wind(STOPS)
        await there.elza.new()
        await stage.asleep_until("2026-02-20T09:00")
        await stage.wind("2026-02-20T20:00")
        assert await told(there.elza, TITLE) == []


async def test_a_task_is_late_once_more_after_its_last_word_was_missed(
    cast: Cast, sqlite_url: str
) -> None:
    async with in_small(sqlite_url, cast) as (stage, there):
        await stage.task(there.elza, TITLE, "2026-01-28")
        await stage.wind("2026-02-03T12:00")
        await there.elza.new()
        await stage.asleep_until("2026-02-07T09:00")
        await stage.wind("2026-02-09T20:00")
        assert await told(there.elza, TITLE) == ["02-07T16:00"]


async def test_after_weeks_it_is_over(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, events=(PLAN,)) as (stage, there):
        await stage.wind(STOPS)
        await there.elza.new()
        await stage.asleep_until(after(STOPS, days=LONG_AGO.days + 1))
        await stage.wind(after(STOPS, days=LONG_AGO.days + 3))
        assert await told(there.elza, "Plāns") == []
