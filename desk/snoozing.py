""" "Not now": the same words again in an hour, in the evening, tomorrow or on Monday."""

from datetime import datetime, time, timedelta

from desk.rhythm import awake_at, morning
from desk.visit import Visit, button
from mentoring.localtime import at
from mentoring.message import Button
from store import occurrences
from store.occurrences import SNOOZED

EVENING = time(19, 0)
CHOICES = ("hour", "evening", "tomorrow", "monday")


def offer(visit: Visit, occurrence: int) -> Button:
    return button(visit.t("snooze"), "snooze", occurrence=occurrence)


def ask(visit: Visit, occurrence: int) -> None:
    if not _own(visit, occurrence):
        visit.say(visit.t("not-yours"))
        return
    choices = [name for name in CHOICES if name != "evening" or _has_an_evening(visit)]
    visit.say(
        visit.t("snooze-until"),
        *[
            button(visit.t(f"snooze-{name}"), "snooze_to", occurrence=occurrence, until=name)
            for name in choices
        ],
    )


def to(visit: Visit, occurrence: int, until: str) -> None:
    if not _own(visit, occurrence):
        visit.say(visit.t("not-yours"))
        return
    occurrences.put_off(visit.tx, occurrence, awake_at(visit, _moment(visit, until)), SNOOZED)
    visit.say(visit.t(f"snoozed-{until}"))


def _own(visit: Visit, occurrence: int) -> bool:
    found = occurrences.find(visit.tx, occurrence)
    return found is not None and found.person == visit.person.id


def _has_an_evening(visit: Visit) -> bool:
    """Whether this evening is still to come and the person has not asked to be left alone then."""
    evening = at(visit.today, EVENING, visit.zone)
    return visit.now < evening == awake_at(visit, evening)


def _moment(visit: Visit, until: str) -> datetime:
    if until == "hour":
        return visit.now + timedelta(hours=1)
    if until == "evening":
        return at(visit.today, EVENING, visit.zone)
    if until == "tomorrow":
        return morning(visit, 1)
    return morning(visit, 7 - visit.today.weekday())
