"""Events, people and occurrences to plan with; each test changes only what it is about."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from mentoring.calendar import EVENT, Anchors, Event, Remind, When
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
ANCHORS = Anchors(start=date(2026, 1, 7), pairing=date(2026, 1, 19))
VIEW = EventView(person=1, role="mentor", pairing=3, zone=RIGA, active_since=EARLY, anchors=ANCHORS)
EVERY = Remind(before=(7, 1), on_day=True, late=(2,))


def event(name: str, when: When, **changes: Any) -> Event:
    values: dict[str, Any] = {"kind": "task", "roles": ("mentor",), "remind": EVERY, **changes}
    return Event(id=name, title=BOTH, when=when, **values)


def with_events(*events: Event, **changes: Any) -> Programme:
    return programme(events=events, **{"holidays": HOLIDAYS, **changes})


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


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Event, ...]:
    """Up to six events, each with a day of its own or hanging on one before it."""
    found: list[Event] = []
    for number in range(draw(st.integers(1, 6))):
        earlier = draw(st.none() | st.sampled_from([each.id for each in found] or [""]))
        offset = draw(st.integers(-30, 30))
        unit = draw(st.sampled_from(["days", "weeks", "working_days"]))
        weekday = draw(st.none() | st.integers(0, 6))
        base = When(to=f"{EVENT}{earlier}") if earlier else When(day=draw(DAYS))
        when = When(day=base.day, to=base.to, offset=offset, unit=unit, weekday=weekday)
        remind = draw(st.sampled_from([EVERY, Remind(before=(3,)), Remind(on_day=True)]))
        kind = draw(st.sampled_from(["task", "meeting", "event", "questionnaire"]))
        found.append(event(f"e{number}", when, remind=remind, kind=kind))
    return tuple(found)
