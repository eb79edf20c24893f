"""The ladder of silence: another question, a hint to the mentor, the coordinators' list."""

from dataclasses import replace
from datetime import date, time

import pytest

from mentoring.calendar import Event, Remind, When
from mentoring.programme import CheckIn, Rung
from mentoring.programme import Silence as Rules
from store import people
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, said
from tests.desk.test_quiet import does
from tests.desk.test_rhythm import in_small, unasked
from tests.mentoring.small_programme import BOTH

LADDER = (
    Rung(after_days=7, does="other-question"),
    Rung(after_days=14, does="tell-mentor"),
    Rung(after_days=21, does="tell-coordinator"),
)
MENTORS = (Rung(after_days=10, does="ask-mentor"), Rung(after_days=21, does="tell-coordinator"))


def rules() -> Rules:
    return Rules(mentor_after_days=14, at=time(16), ladder=LADDER, mentors=MENTORS)


async def days(phone: Phone, word: str) -> list[str]:
    return [m["at"][:10] for m in await unasked(phone) if word in m["text"]]


async def test_step_by_step(cast: Cast, sqlite_url: str) -> None:
    """After 7, 14 and 21 days; the coordinators hear of the silent in one message."""
    async with in_small(sqlite_url, cast, silence=rules()) as (stage, there):
        await stage.wind("2026-02-03T12:00")
        assert await days(there.elza, "Kā tev klājas") == ["2026-01-19"]
        assert await days(there.janis, "Elza Vītola") == ["2026-01-26"]
        lists = [m for m in await unasked(there.ilze) if "sen nav ziņu" in m["text"]]
        assert len(lists) == 1
        assert "Elza Vītola" in lists[0]["text"]
        assert "Roberts Krūmiņš" in lists[0]["text"]


async def test_a_sign_of_life_begins_anew(cast: Cast, sqlite_url: str) -> None:
    """One tap is a sign."""
    async with in_small(sqlite_url, cast, silence=rules()) as (stage, there):
        await stage.wind("2026-01-19T18:00")
        assert "Prieks" in str(await there.elza.tap("Viss kārtībā"))
        await stage.wind("2026-01-27T12:00")
        assert await days(there.janis, "Elza Vītola") == []
        assert await days(there.elza, "Kā tev klājas") == ["2026-01-26"]


async def test_one_question_makes_room_for_the_other(cast: Cast, sqlite_url: str) -> None:
    """A check-in on the same day is not joined to it: nobody reads of themselves as silent."""
    monday = CheckIn(weekday=0, at=time(16), dialog="check-in")
    async with in_small(sqlite_url, cast, silence=rules(), check_in=monday) as (stage, there):
        await stage.wind("2026-01-19T12:00")
        await there.elza.new()
        await stage.wind("2026-01-19T20:00")
        [only] = await unasked(there.elza)
        assert "Kā tev klājas?" in only["text"]
        assert "Elza Vītola" not in str(only)
        assert only["text"].count("?") == 1


async def test_a_silent_mentor_is_asked(cast: Cast, sqlite_url: str) -> None:
    """Only one who has somebody to support."""
    async with in_small(sqlite_url, cast, silence=rules()) as (stage, there):
        await stage.wind("2026-01-23T12:00")
        assert await days(there.janis, "taviem jauniešiem") == ["2026-01-22"]
        assert await days(there.marta, "taviem jauniešiem") == []


async def test_what_made_room_for_something_else_comes_on_the_morrow(
    cast: Cast, sqlite_url: str
) -> None:
    """The question falls due first and the day's message is about the calendar: it isn't lost."""
    thursday = Event(
        id="plan",
        kind="event",
        title=BOTH,
        roles=("mentor",),
        when=When(day=date(2026, 1, 22)),
        remind=Remind(on_day=True),
    )
    early = replace(rules(), at=time(15, 30))
    async with in_small(sqlite_url, cast, silence=early, events=(thursday,)) as (stage, there):
        await stage.wind("2026-01-24T12:00")
        heard = [(m["at"][:10], m["text"]) for m in await unasked(there.janis)]
        assert [day for day, _ in heard] == ["2026-01-22", "2026-01-23"]
        assert BOTH["lv"] in heard[0][1]
        assert "taviem jauniešiem" in heard[1][1]


@pytest.mark.parametrize(
    ("text", "heard"),
    [("viss kārtībā", "Prieks dzirdēt"), ("Iet grūti", "grūt"), ("iet gruti.", "grūt")],
)
async def test_what_is_typed_answers_the_newest_question(
    cast: Cast, sqlite_url: str, text: str, heard: str
) -> None:
    """A check-in that nobody has answered stands above it, and is not what was meant."""
    async with in_small(sqlite_url, cast, silence=rules()) as (stage, there):
        await stage.wind("2026-01-12T16:00")
        await there.elza.send("/kaveicas")
        question = (await there.elza.all())[-1]["text"]
        await stage.wind("2026-01-21T18:00")
        assert "Kā tev klājas" in (await there.elza.all())[-1]["text"]
        await there.elza.new()
        answer = said(await there.elza.send(text))
        assert heard in answer
        assert question not in answer


async def test_a_mentor_for_whom_it_is_hard_is_asked_what_is(cast: Cast, sqlite_url: str) -> None:
    """A coordinator reads it only if the mentor says so."""
    async with in_small(sqlite_url, cast, silence=rules()) as (stage, there):
        await stage.wind("2026-01-23T12:00")
        await there.ilze.new()
        assert "Kas tagad ir grūtākais" in said(await there.janis.tap("Iet grūti"))
        assert "Būs redzams arī tavs vārds" in said(await there.janis.send("nav laika tikties"))
        assert await there.ilze.new() == []
        await there.janis.tap("Jā, nodot")
        assert "nav laika" in said(await there.ilze.new())


def each_day(*roles: str) -> tuple[Event, ...]:
    """Something of the calendar on every day of two weeks."""
    return tuple(
        Event(
            id=f"day-{day}",
            kind="event",
            title=BOTH,
            roles=roles,
            when=When(day=date(2026, 2, day)),
            remind=Remind(on_day=True),
        )
        for day in range(1, 15)
    )


async def test_whose_days_are_full_delays_the_list_by_one_day(cast: Cast, sqlite_url: str) -> None:
    """For both coordinators, who hear of the silent together; the days of only one are full."""
    full = {"silence": rules(), "events": each_day("coordinator")}
    async with in_small(sqlite_url, cast, **full) as (stage, there):
        await stage.store.run(lambda tx: people.change(tx, there.dace.person, muted=["event"]))
        await stage.wind("2026-02-10T12:00")
        assert await days(there.ilze, "sen nav ziņu") == ["2026-02-03"]
        assert await days(there.dace, "sen nav ziņu") == ["2026-02-03"]


async def test_coordinators_who_are_never_up_together_hear_of_it(
    cast: Cast, sqlite_url: str
) -> None:
    """Each in their own hours."""
    async with in_small(sqlite_url, cast, silence=rules()) as (stage, there):
        await does(stage, there.ilze, "lives_quiet", start="08:00", end="18:00")
        await does(stage, there.dace, "lives_quiet", start="18:00", end="08:00")
        await stage.wind("2026-02-06T12:00")
        for phone in (there.ilze, there.dace):
            [only] = [m for m in await unasked(phone) if "sen nav ziņu" in m["text"]]
            assert only["at"][:10] in ("2026-02-02", "2026-02-03")


async def test_of_two_mentors_the_one_who_is_meant_is_told(cast: Cast, sqlite_url: str) -> None:
    """The other has something else to read on that day, and it is not hers to say."""
    other = Event(
        id="reads",
        kind="event",
        title=BOTH,
        roles=("mentor",),
        when=When(day=date(2026, 1, 26)),
        remind=Remind(on_day=True),
    )
    later = replace(rules(), at=time(17))
    async with in_small(sqlite_url, cast, silence=later, events=(other,)) as (stage, there):
        await stage.pair(there.marta, there.elza)
        await stage.wind("2026-01-25T12:00")
        await does(stage, there.janis, "mute", kind="event", off=True)
        for phone in (there.janis, there.marta):
            await phone.new()
        await stage.wind("2026-01-27T12:00")
        assert await days(there.janis, "Elza Vītola") == ["2026-01-26"]
        assert await days(there.marta, "Elza Vītola") == []
