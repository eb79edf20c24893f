"""What more time may be asked for: an own task, or what the calendar gives one person to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from desk import chores, events, planning
from desk.visit import Visit
from mentoring.calendar import TO_BE_DONE, Anchors, Event
from mentoring.calendar_dates import Dated, dated
from mentoring.mentions import Rules
from mentoring.text import Text
from store import extensions, tasks
from store.extensions import About, Extension
from store.tasks import Task

LONGEST = timedelta(days=chores.LONGEST_DAYS)


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A due date of somebody's. `following` is when the same thing is due once more: a date that
    were moved so far could no longer be told from that one."""

    about: About
    title: Text
    open: bool
    reminds: Rules | None
    task: Task | None = None
    following: date | None = None

    @property
    def due(self) -> date:
        return self.about.due

    @property
    def named(self) -> dict[str, Any]:
        """How a button names it, or what was asked to be written about it."""
        if self.about.task is not None:
            return {"task": self.about.task}
        return {"event": self.about.event, "date": str(self.about.day)}

    def may_be(self, day: date, today: date) -> bool:
        """Whether it could be due on that day instead."""
        return max(self.due + timedelta(days=1), today) <= day <= self._last(today)

    def _last(self, today: date) -> date:
        farthest = max(self.due, today) + LONGEST
        return min(farthest, self.following - timedelta(days=1)) if self.following else farthest


def own(
    visit: Visit, task: int | None = None, event: str | None = None, date: str | None = None
) -> Deadline | None:
    """The person's own, still to be done; says so kindly when it is not."""
    if task is not None:
        mine = chores.own(visit, task)
        return None if mine is None else of_task(visit, mine)
    found = of_date(visit, str(event), _day(date))
    if found is None or not _is_theirs(visit, str(event)):
        visit.say(visit.t("event-gone"))
        return None
    if not found.open:
        visit.say(visit.t("task-closed", title=found.title[visit.person.language]))
        return None
    return found


def _day(written: str | None) -> date:
    return date.fromisoformat(str(written))


def _is_theirs(visit: Visit, name: str) -> bool:
    found = events.find(visit, name)
    return found is not None and events.may_ask_for_time(visit, found)


def of_request(asker: Visit, request: Extension) -> Deadline | None:
    """What it is about, as it is now; None where that is gone."""
    if request.task is not None:
        found = tasks.find(asker.tx, asker.person, request.task)
        return None if found is None else of_task(asker, found)
    return of_date(asker, str(request.event), request.day or request.old_due)


def of_task(visit: Visit, task: Task) -> Deadline:
    return Deadline(
        about=extensions.of_task(task),
        title=dict.fromkeys(visit.programme.languages, task.title),
        open=task.status == "open",
        reminds=visit.programme.reminders,
        task=task,
    )


def of_date(visit: Visit, name: str, day: date) -> Deadline | None:
    """The date of an event that is on this day in the person's life, or was before it moved."""
    event = events.find(visit, name)
    if event is None or event.kind not in TO_BE_DONE:
        return None
    found = _by_day(visit, event, day)
    return None if found is None else _of_event(visit, event, *found)


def _by_day(visit: Visit, event: Event, day: date) -> tuple[Dated, date | None] | None:
    """And the one after it. Dates only ever move later, and never as far as the next one: an old
    button is about the last that was meant for its day or before."""
    everywhere = list(_everywhere(visit, event))
    for each in everywhere:
        if each[0].day == day:
            return each
    before = [each for each in everywhere if each[0].meant <= day <= each[0].day]
    if before:
        return max(before, key=lambda each: each[0].meant)
    named = events.named_now(visit, event, day)
    return next((each for each in everywhere if each[0].meant == named), None)


def _everywhere(visit: Visit, event: Event) -> Iterator[tuple[Dated, date | None]]:
    """All dates of the event in all of the person's pairings, each with the one after it."""
    for _pair, anchors in events.lives(visit):
        found = dated(visit.programme, anchors)[event.id]
        after = [*(each.meant for each in found[1:]), None]
        yield from zip(found, after, strict=False)


def _of_event(visit: Visit, event: Event, one: Dated, following: date | None) -> Deadline:
    about = About(
        person=visit.person.id,
        programme=visit.part.programme,
        due=one.day,
        pairing=_pairing_of(visit, event, one),
        event=event.id,
        day=one.meant,
    )
    return Deadline(
        about=about,
        title=event.title,
        open=events.mark(event.id, one.day) not in events.done_on(visit),
        reminds=event.remind if visit.part.role in event.reminded else None,
        following=following,
    )


def _pairing_of(visit: Visit, event: Event, one: Dated) -> int | None:
    """The pairing from which the date comes; none where it is the same without, or in several."""
    pairs, apart = [], _apart(visit, event, one)
    for pair, anchors in events.lives(visit):
        if pair is None or not _has(visit, event, one, anchors) or pair.id in apart:
            continue
        pairs.append(pair)
        alone = replace(anchors, pairing=None, phases={})
        if not apart and _has(visit, event, one, alone):
            return None
    return pairs[0].id if len(pairs) == 1 else None


def _apart(visit: Visit, event: Event, one: Dated) -> list[int]:
    """The pairings in which what was meant for the same day is due on another one."""
    return [
        pair.id
        for pair, anchors in events.lives(visit)
        for each in dated(visit.programme, anchors)[event.id]
        if pair is not None and each.meant == one.meant and each.day != one.day
    ]


def _has(visit: Visit, event: Event, one: Dated, anchors: Anchors) -> bool:
    return any(each.meant == one.meant for each in dated(visit.programme, anchors)[event.id])


def where(visit: Visit, event: Event, found: Deadline) -> dict[str, Any]:
    """In whose life this date stands, and in whose it does not: for what is noted about it."""
    about = found.about
    one = Dated(meant=about.day or about.due, day=about.due)
    return {"pairing": about.pairing, "but": _apart(visit, event, one)}


def move(asker: Visit, deadline: Deadline, to: date) -> None:
    """The date is another one now, and with it all that hangs on it. A calendar's date has moved by
    the grant itself."""
    if deadline.about.task is not None:
        tasks.move(asker.tx, deadline.about.task, to, asker.now)
    planning.replan_dated(asker)
    planning.replan_told(asker)
    if deadline.task is None:
        planning.replan_coordinators(asker)


def is_asked_about(visit: Visit, why: Mapping[str, Any]) -> bool:
    """Whether somebody is still to decide about more time for what this reminder is of."""
    found = of_date(visit, str(why.get("event")), _day(why.get("date")))
    return found is not None and extensions.asked(visit.tx, found.about) is not None
