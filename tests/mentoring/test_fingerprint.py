"""What a plan rests on, and what it does not."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from mentoring.calendar import When
from mentoring.fingerprint import fingerprint
from mentoring.programme import Programme, Support
from tests.mentoring.small_calendar import event, with_events
from tests.mentoring.small_programme import BREAKS, PROGRAMME, SEMESTERS, programme, reminding

FAIR = event("fair", When(day=date(2026, 2, 10)))
PLANNED = with_events(FAIR)

CHANGES: dict[str, Callable[[], Programme]] = {
    "a semester's end": lambda: replace(PLANNED, semesters=SEMESTERS[:2]),
    "a break": lambda: replace(PLANNED, breaks=BREAKS[1:]),
    "a holiday": lambda: replace(PLANNED, holidays=PLANNED.holidays | {date(2026, 12, 24)}),
    "the quiet hours": lambda: replace(PLANNED, quiet=replace(PLANNED.quiet, end=time(9))),
    "the zone": lambda: replace(PLANNED, zone="Asia/Tbilisi"),
    "an event's day": lambda: with_events(replace(FAIR, when=When(day=date(2026, 2, 12)))),
    "an event's people": lambda: with_events(replace(FAIR, roles=("mentee",))),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_moves_a_message_changes_it(what: str) -> None:
    assert fingerprint(CHANGES[what]()) != fingerprint(PLANNED)


def test_the_days_of_reminders_change_it() -> None:
    assert fingerprint(reminding(before=(7, 3))) != fingerprint(PROGRAMME)


def test_words_and_people_do_not() -> None:
    """A new address or the hours of the hotline is no reason to plan ten thousand people."""
    hours = Support(working_from=time(8), working_to=time(12), weekend=True, answer_within_hours=4)
    other = programme(contacts={"lv": "citur", "en": "elsewhere"}, support=hours)
    assert fingerprint(other) == fingerprint(PROGRAMME)


def test_it_is_the_same_in_another_process() -> None:
    """Sets come in another order there."""
    code = (
        "from mentoring.fingerprint import fingerprint\n"
        "from tests.mentoring.test_fingerprint import PLANNED\n"
        "print(fingerprint(PLANNED))"
    )
    seeds = ("1", "2")
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in seeds
    }
    assert found == {fingerprint(PLANNED)}
