""" "Not now": the same words again in an hour, in the evening, tomorrow or on Monday."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from desk.planning import BUSY_KINDS
from desk.rhythm import awake_at, morning
from desk.visit import Visit, button
from dialogs.human import clock
from mentoring.calendar import TO_BE_DONE
from mentoring.digest import day_of, is_late, is_urgent, thing
from mentoring.localtime import at, end_of, local
from mentoring.message import Button
from store import occurrences
from store.occurrences import MERGED, SNOOZED, Due

EVENING = time(19, 0)
CHOICES = ("hour", "evening", "tomorrow", "monday")


def offer(visit: Visit, *told: int) -> Button:
    """For all that was told in one message; `also` only where it was more than one thing."""
    first, *others = told
    return button(visit.t("snooze"), "snooze", occurrence=first, **_also(others))


def _also(others: Sequence[int]) -> dict[str, list[int]]:
    return {"also": list(others)} if others else {}


def ask(visit: Visit, occurrence: int, also: Sequence[int] = ()) -> None:
    if (found := _own(visit, (occurrence, *also))) is None:
        visit.say(visit.t("not-yours"))
        return
    until = {"occurrence": occurrence, **_also(also)}
    fitting = [name for name in CHOICES if _fits(visit, name, found)]
    choices = [
        button(_said(visit, "snooze", name), "snooze_to", until=name, **until)
        for name in fitting or _after_the_night(visit, found)
    ]
    visit.say(visit.t("snooze-until" if choices else "snooze-never"), *choices)


def to(visit: Visit, occurrence: int, until: str, also: Sequence[int] = ()) -> None:
    if (found := _own(visit, (occurrence, *also))) is None:
        visit.say(visit.t("not-yours"))
        return
    moment = awake_at(visit, _moment(visit, until))
    for each in found:
        occurrences.put_off(visit.tx, each.id, moment, SNOOZED)
        _drop_earlier(visit, each, moment)
    visit.say(_said(visit, "snoozed", until))


def _said(visit: Visit, what: str, until: str) -> str:
    """An hour that ends in the night is none: then the time at which it really comes is named."""
    if until != "hour" or _is_awake(visit):
        return visit.t(f"{what}-{until}")
    there = local(awake_at(visit, _moment(visit, until)), visit.zone)
    day = "today" if there.date() == visit.today else "tomorrow"
    return visit.t(f"{what}-at", day=day, time=clock(there.time(), visit.person.language))


def _is_awake(visit: Visit) -> bool:
    """Whether messages come in an hour."""
    moment = _moment(visit, "hour")
    return moment == awake_at(visit, moment)


def _own(visit: Visit, told: Sequence[int]) -> list[Due] | None:
    found = [occurrences.find(visit.tx, one) for one in told]
    own = [each for each in found if each is not None and each.person == visit.person.id]
    return own if len(own) == len(told) else None


def _fits(visit: Visit, choice: str, told: Sequence[Due]) -> bool:
    """Whether the moment is still to come, and before what was told of is over."""
    if choice == "evening" and not _has_an_evening(visit):
        return False
    moment = awake_at(visit, _moment(visit, choice))
    if any(moment >= begins for begins in _beginnings(visit, told)):
        return False
    if choice in ("hour", "evening"):
        return choice == "evening" or _is_awake(visit)
    day = local(_moment(visit, choice), visit.zone).date()
    return all(day <= last for last in map(_last_day, told) if last is not None)


def _after_the_night(visit: Visit, told: Sequence[Due]) -> Iterator[str]:
    """What is due on this day and read in the evening can at least be heard of in the morning."""
    moment = awake_at(visit, _moment(visit, "hour"))
    if all(moment < begins for begins in _beginnings(visit, told)):
        yield "hour"


def _beginnings(visit: Visit, told: Sequence[Due]) -> Iterator[datetime]:
    """When what was told of begins, where a word after that would be no use."""
    for each in told:
        if "at" in each.why and each.why.get("what") not in TO_BE_DONE:
            hour = time.fromisoformat(str(each.why["at"]))
            yield at(date.fromisoformat(day_of(each)), hour, visit.programme.zone)


def _last_day(each: Due) -> date | None:
    """The day a word before it can be put off to; what is late already has none."""
    return date.fromisoformat(day_of(each)) if day_of(each) and not is_late(each) else None


def _drop_earlier(visit: Visit, chosen: Due, moment: datetime) -> None:
    """Who said "on Monday" is not reminded of the same thing before, nor twice on that Monday."""
    tonight = end_of(local(moment, visit.zone).date(), visit.zone)
    person, programme = visit.person.id, visit.part.programme
    for each in occurrences.waiting_until(visit.tx, programme, [person], BUSY_KINDS, tonight):
        if each.id != chosen.id and thing(each) == thing(chosen) and not is_urgent(each):
            occurrences.settle(visit.tx, each.id, MERGED, "put off beyond it")


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
