"""The machine stood still from Wednesday noon until Saturday night. A story in four looks."""

from datetime import date, time
from typing import Any

from sqlalchemy import select

from mentoring.calendar import Event, Remind, When
from mentoring.programme import Rung
from mentoring.programme import Silence as Rules
from store import schema as s
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone
from tests.desk.test_rhythm import at_times, in_small, unasked

PAST, NEXT, LATER = "Aiziet uz konsultāciju", "Izrunāt ar mammu", "Sameklēt grāmatu"
ASKS = "Kāda bija šī nedēļa"
FAIR = Event(
    id="fair",
    kind="event",
    title={"lv": "Karjeras diena", "en": "Career day"},
    roles=("mentee",),
    when=When(day=date(2026, 1, 16)),
    remind=Remind(before=(1,), on_day=True),
)
SURVEY = Event(
    id="survey",
    kind="questionnaire",
    title={"lv": "Aptauja mentoriem", "en": "Survey for mentors"},
    roles=("mentor",),
    when=When(day=date(2026, 1, 15)),
    remind=Remind(on_day=True, late=(2,)),
)
SILENCE = Rules(
    mentor_after_days=4,
    at=time(16),
    ladder=(Rung(after_days=4, does="other-question"), Rung(after_days=5, does="tell-mentor")),
)
STORY: dict[str, Any] = {"events": (FAIR, SURVEY), "silence": SILENCE}


def of(phone: Phone, kinds: tuple[str, ...]) -> Any:
    def read(tx: Tx) -> dict[str, tuple[str, str | None]]:
        row = s.occurrences.c
        query = select(row.key, row.state, row.note).where(
            row.person == phone.person, row.kind.in_(kinds), row.state.not_in(("waiting", "fired"))
        )
        return {key.split(":", 2)[2]: (state, note) for key, state, note in tx.execute(query)}

    return phone.stage.read(read)


async def test_what_happens_after_three_days_off(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, **STORY) as (stage, there):
        elza, janis = there.elza, there.janis
        for title, due in ((PAST, "2026-01-15"), (NEXT, "2026-01-19"), (LATER, "2026-01-26")):
            await stage.task(elza, title, due)
        await stage.wind("2026-01-14T12:00")
        await elza.new()
        await janis.new()

        # Saturday, eleven at night: it is up again, and lets everybody sleep.
        await stage.asleep_until("2026-01-17T23:00")
        await stage.tick()
        assert await unasked(elza) == []
        assert await unasked(janis) == []

        # What has missed its day is over, and says so; the question of the week as well.
        assert set((await of(elza, ("nudge", "due_today", "check_in", "event"))).values()) == {
            ("expired", "missed its day"),
        }

        # On Sunday each gets one message of all that is still true, at the hour of its last part.
        await stage.wind("2026-01-18T20:00")
        [only] = await unasked(elza)
        assert at_times([only]) == ["01-18T16:00"]
        assert only["text"].index(PAST) < only["text"].index(NEXT)
        for gone in (LATER, ASKS, "Karjeras diena"):
            assert gone not in only["text"]
        [survey] = await unasked(janis)
        assert "Elza Vītola: nav ziņu 6 dienas" in survey["text"]
        assert "Aptauja mentoriem" in survey["text"]

        # From Monday on everything is as it would have been.
        await stage.wind("2026-01-19T20:00")
        [today] = [m for m in await unasked(elza) if NEXT in m["text"]]
        assert "Šodien" in today["text"]
        assert await unasked(janis) == []
        await stage.wind("2026-01-23T20:00")
        news = await unasked(elza)
        assert at_times(news) == ["01-21T16:00", "01-22T16:00", "01-23T16:00"]
        told = [next(t for t in (PAST, NEXT, LATER) if t in m["text"]) for m in news]
        assert told == [NEXT, PAST, LATER]
        assert ASKS in news[-1]["text"]


async def test_what_was_merged_says_with_what(cast: Cast, sqlite_url: str) -> None:
    """Off over one afternoon: two words about the same task become one, the newest."""
    async with in_small(sqlite_url, cast, **STORY) as (stage, there):
        await stage.task(there.elza, PAST, "2026-01-16")
        await stage.wind("2026-01-15T12:00")
        await there.elza.new()
        await stage.asleep_until("2026-01-16T09:00")
        await stage.wind("2026-01-16T20:00")
        told = [m for m in await unasked(there.elza) if PAST in m["text"]]
        assert len(told) == 1
        assert "šodien" in told[0]["text"]
        states = await of(there.elza, ("nudge", "due_today"))
        assert states == {"2026-01-16:before:1": ("merged", "told in its newest form")}


async def test_a_stop_in_the_night_wakes_nobody(cast: Cast, sqlite_url: str) -> None:
    """Down at nine in the evening, up at three, restarted at five: the morning is early enough."""
    async with in_small(sqlite_url, cast, **STORY) as (stage, there):
        await stage.task(there.elza, PAST, "2026-01-16")
        await stage.wind("2026-01-15T12:00")
        await there.elza.new()
        for wall in ("2026-01-16T03:00", "2026-01-16T05:00", "2026-01-16T07:59"):
            await stage.asleep_until(wall)
            assert await unasked(there.elza) == []
        await stage.wind("2026-01-16T20:00")
        assert [wall[6:] for wall in at_times(await unasked(there.elza))] == ["16:00"]
