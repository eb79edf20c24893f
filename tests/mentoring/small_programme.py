"""A small programme to plan with; each test changes only what it is about."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from mentoring.programme import (
    Break,
    CheckIn,
    Extensions,
    Helpline,
    Programme,
    Quiet,
    Reminders,
    Semester,
    Silence,
    Support,
    Window,
)

RIGA = "Europe/Riga"
BOTH = {"lv": "teksts", "en": "text"}


def pause(name: str, first: date, last: date, *, mentoring: bool) -> Break:
    return Break(id=name, name=BOTH, first=first, last=last, mentoring=mentoring)


SEMESTERS = (
    Semester(id="2", first=date(2026, 1, 5), last=date(2026, 5, 29)),
    Semester(id="3", first=date(2026, 9, 1), last=date(2026, 12, 18)),
    Semester(id="4", first=date(2027, 1, 4), last=date(2027, 5, 31)),
)
BREAKS = (
    pause("spring", date(2026, 3, 16), date(2026, 3, 20), mentoring=True),
    pause("summer", date(2026, 6, 1), date(2026, 8, 31), mentoring=False),
    pause("autumn", date(2026, 10, 19), date(2026, 10, 23), mentoring=True),
    pause("winter", date(2026, 12, 21), date(2027, 1, 1), mentoring=False),
)
PROGRAMME = Programme(
    id="small",
    name=BOTH,
    languages=("lv", "en"),
    zone=RIGA,
    roles={"mentee": BOTH, "mentor": BOTH, "coordinator": BOTH},
    semesters=SEMESTERS,
    breaks=BREAKS,
    quiet=Quiet(start=time(21), end=time(8)),
    window=Window(start=time(16), end=time(18)),
    reminders=Reminders(before=(3, 1), on_day=True, late=(2, 7), at=time(16)),
    check_in=CheckIn(weekday=4, at=time(16, 30), dialog="check-in"),
    silence=Silence(mentor_after_days=14, at=time(16)),
    extensions=Extensions(decides="mentor", suggest_days=(2, 4, 7)),
    support=Support(
        working_from=time(9), working_to=time(17), weekend=False, answer_within_hours=24
    ),
    helplines=(Helpline(number="112", name=BOTH),),
    helplines_reviewed=date(2026, 10, 1),
    contacts=BOTH,
    retention={"messages": 180},
    safety_contacts=("coordinator",),
)


def programme(**changes: Any) -> Programme:
    return replace(PROGRAMME, **changes)


def reminding(**changes: Any) -> Programme:
    return replace(PROGRAMME, reminders=replace(PROGRAMME.reminders, **changes))
