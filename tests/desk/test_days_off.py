"""What is put off, late or held keeps off the days on which a programme writes to nobody."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from mentoring.calendar import Event, Remind, When
from mentoring.programme import Programme, Rung
from mentoring.programme import Silence as Rules
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, programmes, said
from tests.desk.test_quiet import does
from tests.desk.test_rhythm import at_times, in_small, unasked
from tests.mentoring.small_programme import BOTH

TITLE, OTHER, LATER = "Aiziet uz konsultāciju", "Izrunāt ar mammu", "Sameklēt grāmatu"
SILENT = "sen nav ziņu"
FRIDAY = date(2026, 1, 23)
HINTS = Rules(mentor_after_days=11, at=time(16), ladder=(Rung(after_days=11, does="tell-mentor"),))
REPORTS = Rules(
    mentor_after_days=11, at=time(16), ladder=(Rung(after_days=11, does="tell-coordinator"),)
)


def school_days(**changes: Any) -> dict[str, Any]:
    programme: Programme = programmes()[PROGRAMME].programme
    return {"window": replace(programme.window, weekend=False), **changes}


def on(day: date, *roles: str, **more: Any) -> Event:
    remind = Remind(on_day=True)
    values = {"kind": "event", "title": BOTH, "remind": remind, **more}
    return Event(id="on", roles=roles, when=When(day=day), **values)


async def told(phone: Phone, word: str) -> list[str]:
    return [day[:5] for day in at_times([m for m in await unasked(phone) if word in m["text"]])]


async def refuses(cast: Cast, stage: Stage, wall: str) -> None:
    """Elza's wish for more time, by her mentor, at that moment."""
    task = await stage.task(cast.elza, TITLE, "2026-01-21")
    await stage.wind("2026-01-22T12:00")
    await does(stage, cast.elza, "extend_to", task=task, day="2026-01-30")
    await stage.wind(wall)
    await cast.elza.new()
    await cast.janis.tap("Atteikt")
    await cast.janis.send("Labāk nodod to, kas ir.")
    await cast.elza.new()


async def test_what_waited_for_a_refusal_on_friday_is_late_on_monday(
    cast: Cast, sqlite_url: str
) -> None:
    async with in_small(sqlite_url, cast, **school_days()) as (stage, there):
        await refuses(there, stage, "2026-01-23T17:00")
        await stage.wind("2026-01-26T20:00")
        assert (await told(there.elza, TITLE))[:1] == ["01-26"]


async def test_coordinators_whose_friday_is_full_hear_of_silence_on_monday(
    cast: Cast, sqlite_url: str
) -> None:
    event = on(FRIDAY, "coordinator")
    story = school_days(events=(event,), silence=REPORTS)
    async with in_small(sqlite_url, cast, **story) as (stage, there):
        await stage.wind("2026-01-27T12:00")
        assert await told(there.ilze, SILENT) == ["01-26"]
        assert await told(there.dace, SILENT) == ["01-26"]


async def test_a_mentor_back_on_saturday_hears_of_silence_on_monday(
    cast: Cast, sqlite_url: str
) -> None:
    async with in_small(sqlite_url, cast, **school_days(silence=HINTS)) as (stage, there):
        await stage.wind("2026-01-22T12:00")
        await there.janis.send("pauze līdz 24. janvārim")
        await there.janis.new()
        await stage.wind("2026-01-27T12:00")
        assert await told(there.janis, "Elza Vītola") == ["01-26"]


async def test_who_was_asked_on_thursday_has_until_monday_to_answer(
    cast: Cast, sqlite_url: str
) -> None:
    """Silence counts two days after the first question, and these are no days off."""
    asks = on(date(2026, 1, 22), "mentee")
    story = school_days(events=(asks,), silence=REPORTS)
    async with in_small(sqlite_url, cast, **story) as (stage, there):
        for phone in (there.elza, there.roberts):
            await does(stage, phone, "mute", kind="check_in", off=True)
        await stage.wind("2026-01-27T12:00")
        assert await told(there.ilze, SILENT) == ["01-26"]


@pytest.mark.parametrize("up", ["2026-01-23T23:00", "2026-01-24T10:00"])
async def test_what_a_standstill_on_friday_kept_back_comes_on_monday(
    cast: Cast, sqlite_url: str, up: str
) -> None:
    """Whether the process is up again that night or the next morning."""
    async with in_small(sqlite_url, cast, **school_days(silence=HINTS)) as (stage, there):
        await stage.task(there.elza, TITLE, "2026-01-26")
        done = await stage.task(there.elza, OTHER, "2026-02-20")
        await stage.wind("2026-01-23T12:00")
        await does(stage, there.elza, "task_done", task=done)
        await stage.assistant.delivery.flush()
        for phone in (there.elza, there.janis):
            await phone.new()
        await stage.asleep_until(up)
        await stage.wind("2026-01-26T20:00")
        assert set(await told(there.elza, "")) == {"01-26"}
        assert set(await told(there.janis, "")) == {"01-26"}


async def test_what_begins_on_saturday_is_told_after_a_standstill_all_the_same(
    cast: Cast, sqlite_url: str
) -> None:
    """On Monday it would be over."""
    fair = on(date(2026, 1, 24), "mentee", remind=Remind(before=(1,)))
    async with in_small(sqlite_url, cast, **school_days(events=(fair,))) as (stage, there):
        await stage.wind("2026-01-23T12:00")
        await there.elza.new()
        await stage.asleep_until("2026-01-24T10:00")
        assert await told(there.elza, BOTH["lv"]) == ["01-24"]


async def test_who_wants_to_hear_it_tomorrow_hears_it_on_saturday(
    cast: Cast, sqlite_url: str
) -> None:
    async with in_small(sqlite_url, cast, **school_days()) as (stage, there):
        await does(stage, there.elza, "mute", kind="check_in", off=True)
        await stage.task(there.elza, TITLE, "2026-01-26")
        await stage.wind("2026-01-23T18:00")
        assert TITLE in said(await there.elza.new())
        await there.elza.tap("Ne tagad")
        await there.elza.tap("Rīt")
        await stage.wind("2026-01-24T20:00")
        assert await told(there.elza, TITLE) == ["01-24"]


async def test_what_is_true_only_today_comes_beside_the_days_message(
    cast: Cast, stage: Stage
) -> None:
    """Another programme, or another hour, has used up the day; what can wait does."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-01-20T17:00")
    await does(stage, cast.elza, "lives_hour", hour="19:00")
    await stage.task(cast.elza, OTHER, "2026-01-20")
    await stage.task(cast.elza, LATER, "2026-01-23")
    await stage.assistant.delivery.flush()
    await cast.elza.new()
    await stage.wind("2026-01-21T20:00")
    heard = [(m["at"][5:16], m["text"]) for m in await unasked(cast.elza)]
    assert [when for when, text in heard if OTHER in text] == ["01-20T19:00"]
    assert [when for when, text in heard if LATER in text] == ["01-21T19:00"]
    [only] = [text for when, text in heard if when == "01-20T19:00"]
    assert "odien" in only
    assert LATER not in only


async def test_a_word_on_friday_about_saturday_is_said_on_friday(
    cast: Cast, sqlite_url: str
) -> None:
    """The day is used up; on Saturday nobody is written to, and on Monday it would be over."""
    async with in_small(sqlite_url, cast, **school_days()) as (stage, there):
        await does(stage, there.elza, "mute", kind="check_in", off=True)
        await stage.task(there.elza, TITLE, "2026-01-23")
        await stage.wind("2026-01-23T17:00")
        await does(stage, there.elza, "lives_hour", hour="19:00")
        await stage.task(there.elza, OTHER, "2026-01-24")
        await there.elza.new()
        await stage.wind("2026-01-24T20:00")
        [only] = [m for m in await unasked(there.elza) if OTHER in m["text"]]
        assert only["at"][5:16] == "01-23T19:00"
        assert "rīt" in only["text"] or "24. janvār" in only["text"]
