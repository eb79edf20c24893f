"""Events, people and occurrences to plan with; each test changes only what it is about."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import strategies as st

from mentoring.calendar import (
    DIALOG_OPEN,
    EVENT,
    EVENT_KINDS,
    PERIODS,
    UNITS,
    Anchors,
    Event,
    Phase,
    Remind,
    When,
)
from mentoring.localtime import local
from mentoring.planning import EventView, Occurrence
from mentoring.programme import Programme
from mentoring.rhythm import Rhythm
from tests.mentoring.small_programme import BOTH, RIGA, programme

ZONES = st.sampled_from([RIGA, "Atlantic/Azores", "Asia/Tbilisi"])
EARLY = datetime(2026, 1, 5, tzinfo=UTC)
FAR = 600
"""Days ahead; all the small programme's semesters."""

HOLIDAYS = frozenset({date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 11, 18)})
PHASES = (
    Phase(id="goals", name=BOTH, begins=date(2026, 2, 2)),
    Phase(id="end", name=BOTH),
)
ANCHORS = Anchors(
    start=date(2026, 1, 7), pairing=date(2026, 1, 19), answers={"check-in": date(2026, 3, 6)}
)
VIEW = EventView(person=1, role="mentor", pairing=3, zone=RIGA, active_since=EARLY, anchors=ANCHORS)
EVERY = Remind(before=(7, 1), on_day=True, late=(2,))


def event(name: str, when: When, **changes: Any) -> Event:
    values: dict[str, Any] = {"kind": "task", "roles": ("mentor",), "remind": EVERY, **changes}
    return Event(id=name, title=BOTH, when=when, **values)


def with_events(*events: Event, **changes: Any) -> Programme:
    return programme(events=events, **{"holidays": HOLIDAYS, "phases": PHASES, **changes})


def after(name: str, days: int = 0) -> When:
    return When(to=f"{EVENT}{name}", offset=days)


def keys(planned: tuple[Occurrence, ...]) -> list[str]:
    return [each.key for each in planned]


def walls(planned: tuple[Occurrence, ...], zone: str = RIGA) -> list[str]:
    return [f"{local(each.due, zone):%Y-%m-%d %H:%M}" for each in planned]


def days(planned: tuple[Occurrence, ...], zone: str = RIGA) -> list[str]:
    return [wall.split()[0] for wall in walls(planned, zone)]


DAYS = st.dates(date(2026, 1, 1), date(2027, 6, 30))
RHYTHMS = st.builds(
    Rhythm,
    hour=st.none() | st.times(),
    weekday=st.none() | st.integers(0, 6),
    paused_until=st.none() | DAYS,
    pace=st.sampled_from(["ahead", "average", "not-begun"]),
)


ANCHORED = st.sampled_from(["start", "pairing", "phase:goals", "phase:end", "answer:check-in"])
OWN_DATES = st.one_of(
    st.builds(When, day=DAYS),
    st.builds(When, to=ANCHORED),
    st.builds(
        When,
        each=st.sampled_from(["first_school_day", "last_school_day"]),
        period=st.sampled_from(PERIODS),
    ),
    st.builds(When, each=st.just("day_of_month"), number=st.integers(1, 31)),
)
"""Dates that hang on no other event, of every shape a calendar may give them."""

REMINDS = st.builds(
    Remind,
    before=st.sampled_from([(), (3,), (7, 1)]),
    on_day=st.booleans(),
    late=st.sampled_from([(), (2,)]),
    to=st.sampled_from([(), (), ("mentor",), ("mentee", "coordinator")]),
    dialog_open=st.sampled_from(DIALOG_OPEN),
)


@st.composite
def counted(draw: st.DrawFn) -> tuple[Event, ...]:
    """Up to six events as `oracle` counts them: each on a day, or hanging on one before it."""
    found: list[Event] = []
    for number in range(draw(st.integers(1, 6))):
        earlier = draw(st.none() | st.sampled_from([each.id for each in found] or [""]))
        base = When(to=f"{EVENT}{earlier}") if earlier else When(day=draw(DAYS))
        when = replace(
            base,
            offset=draw(st.integers(-30, 30)),
            unit=draw(st.sampled_from(UNITS)),
            weekday=draw(st.none() | st.integers(0, 6)),
        )
        remind = draw(st.sampled_from([EVERY, Remind(before=(3,)), Remind(on_day=True)]))
        kind = draw(st.sampled_from(EVENT_KINDS))
        found.append(event(f"e{number}", when, remind=remind, kind=kind))
    return tuple(found)


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Event, ...]:
    """Up to six events, each with dates of its own or hanging on one before it."""
    found: list[Event] = []
    for number in range(draw(st.integers(1, 6))):
        earlier = draw(st.none() | st.sampled_from([each.id for each in found] or [""]))
        base = When(to=f"{EVENT}{earlier}") if earlier else draw(OWN_DATES)
        when = replace(
            base,
            offset=draw(st.integers(-30, 30)),
            unit=draw(st.sampled_from(UNITS)),
            weekday=draw(st.none() | st.integers(0, 6)),
        )
        values = {
            "remind": draw(REMINDS),
            "kind": draw(st.sampled_from(EVENT_KINDS)),
            "at": draw(st.none() | st.sampled_from([time(0), time(9), time(17, 30)])),
            "outside": draw(st.booleans()),
        }
        found.append(event(f"e{number}", when, **values))
    return tuple(found)
