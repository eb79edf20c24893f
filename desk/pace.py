"""Who races ahead and who has not begun: for the plans, for the words, and for those who support.

Measured is a mentee's own plan: tasks, and what the calendar gives mentees to do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from desk import events, menu
from desk.rhythm import rhythm_of
from desk.visit import Visit, button, short
from dialogs.human import format_date
from mentoring.calendar import TO_BE_DONE
from mentoring.calendar_dates import Dated as OfCalendar
from mentoring.calendar_dates import calendar_dates, dated
from mentoring.localtime import local
from mentoring.message import Button
from mentoring.pace import EARLY, Step, pace, pace_for
from mentoring.rhythm import Rhythm
from mentoring.views import EventView, mark
from store import people, tasks
from store.tasks import Dated, Task

NAMES_SHOWN = 12
WRITTEN_TO = 6
SHOWN = ("ahead", "not-begun")


Seen: TypeAlias = tuple[Sequence[EventView], events.Done]
"""The calendar as `events.views_and_done` shows it."""


def steps(visit: Visit, seen: Seen | None = None) -> list[Step]:
    """All with a date in this person's plan, whether it is still to come, done or late."""
    found = tasks.dated(visit.tx, visit.person.id, visit.part.programme)
    return [*(_of_task(each, visit.zone) for each in found), *_of_events(visit, seen)]


def _of_task(task: Dated, zone: str) -> Step:
    moved = task.known_at > task.created_at
    return Step(
        due=task.due,
        done=local(task.closed_at, zone).date() if task.closed_at else None,
        moved=local(task.known_at, zone).date() if moved else None,
    )


def _of_events(visit: Visit, seen: Seen | None) -> list[Step]:
    if not events_count(visit):
        return []
    views, done = seen or events.views_and_done(visit)
    found = (each for view in views for each in _dated(visit, view, done))
    return list(dict(found).values())


def events_count(visit: Visit) -> bool:
    """Whether the calendar gives people like this one anything to do."""
    return any(
        event.kind in TO_BE_DONE and visit.part.role in event.roles
        for event in visit.programme.events
    )


def _dated(visit: Visit, view: EventView, done: events.Done) -> Iterator[tuple[str, Step]]:
    """By its mark, so that what is the same in several pairings counts once. What lay before
    somebody took part is not theirs."""
    dates, since = dated(visit.programme, view.anchors), _since(view)
    for event in visit.programme.events:
        if event.kind in TO_BE_DONE and view.role in event.roles:
            for each in dates[event.id]:
                if each.day >= since:
                    name = mark(event.id, each.day)
                    yield name, _of_date(view, each, done.get(name))


def _of_date(view: EventView, one: OfCalendar, done: date | None) -> Step:
    moved = local(one.since, view.zone).date() if one.since else None
    return Step(due=one.day, done=done, moved=moved)


def _since(view: EventView) -> date:
    return local(view.active_since, view.zone).date()


def rhythm_for(visit: Visit, task: Task, taken: Sequence[Step]) -> Rhythm:
    """How the person lives, with the pace they have when this task's reminders begin.

    Measured on that day and no other, it is the same whenever the plan is derived. Where more time
    was given, reminders were promised with it, and all of them come.
    """
    chosen = rhythm_of(visit.person)
    if visit.part.role != "mentee" or task.known_at > task.created_at:
        return chosen
    return replace(chosen, pace=pace_for(visit.programme.reminders.before, task.due, taken))


def tone(visit: Visit) -> str:
    """Which words a reminder takes: who has not begun is asked for less, not for more."""
    if visit.part.role != "mentee":
        return ""
    return "-not-begun" if pace(steps(visit), visit.today) == "not-begun" else ""


def small_step(visit: Visit, due: date) -> str:
    """A sentence to follow what is said of something to be done, for who has not begun. It is no
    question, so that another one may stand under it."""
    if not tone(visit):
        return ""
    if visit.today == due:
        return f" {visit.t('small-step-on-day')}"
    return f" {visit.t('small-step-before' if visit.today < due else 'small-step-late')}"


def small_step_of_many(visit: Visit) -> list[str]:
    """The same under a list, once; in each line it would be nagging."""
    return ["", visit.t("small-step-list")] if tone(visit) else []


def following(visit: Visit, due: date) -> tuple[str, list[Button]]:
    """What can come next, said once, to somebody who has just done early what was due then."""
    if visit.part.role != "mentee" or due - visit.today < EARLY:
        return "", []
    coming = [*_open_tasks(visit), *_open_events(visit)]
    if not coming:
        return f" {visit.t('early')}", []
    day, title, act = min(coming, key=lambda each: each[:2])
    shown = format_date(day, visit.person.language, visit.today)
    said = visit.t("early-next", title=title, day=shown)
    return f" {said}", [button(short(title, 40), **act)]


def _open_tasks(visit: Visit) -> Iterator[tuple[date, str, dict[str, Any]]]:
    for task in tasks.listed(visit.tx, visit.person):
        if task.programme == visit.part.programme:
            yield task.due, task.title, {"do": "task", "task": task.id}


def _open_events(visit: Visit) -> Iterator[tuple[date, str, dict[str, Any]]]:
    """What the calendar still wants of this person, today or later."""
    if not events_count(visit):
        return
    views, done = events.views_and_done(visit)
    for view in views:
        dates = calendar_dates(visit.programme, view.anchors)
        for event in visit.programme.events:
            if event.kind in TO_BE_DONE and view.role in event.roles:
                for day in dates[event.id]:
                    if day >= visit.today and mark(event.id, day) not in done:
                        act = {"event": event.id, "date": day.isoformat(), "rule": "before"}
                        title = event.title[visit.person.language]
                        yield day, title, {"do": "event", **act}


def line(visit: Visit, mentee: Visit) -> str:
    """For the mentor, under a mentee's name; empty where nothing has a date yet."""
    found = pace(steps(mentee), mentee.today)
    return visit.t(f"pace-{found}") if found else ""


def show(visit: Visit) -> None:
    """For the coordinator: how many go at which pace, and by name those who stand out."""
    if visit.part.role != "coordinator":
        menu.show(visit, visit.t("not-yours"))
        return
    groups = _groups(visit)
    lines = [_line(visit, name, groups[name]) for name in SHOWN if groups[name]]
    lines += [
        visit.t(f"pace-count-{name}", count=len(groups[name]))
        for name in ("average", "none")
        if groups[name]
    ]
    waiting = [
        button(short(visit.t("pace-write", name=who.person.name), 40), "need_write", person=one)
        for one, who in groups["not-begun"][:WRITTEN_TO]
    ]
    text = visit.t("pace") if lines else visit.t("pace-nobody")
    visit.say("\n".join([text, *(["", *lines] if lines else [])]), *waiting)


def _groups(visit: Visit) -> dict[str, list[tuple[int, Visit]]]:
    """Everybody who agreed to take part, by pace, each group by name."""
    groups: dict[str, list[tuple[int, Visit]]] = {name: [] for name in (*SHOWN, "average", "none")}
    with visit.tx.gathering():
        for who in _mentees(visit):
            groups[pace(steps(who), who.today) or "none"].append((who.person.id, who))
    for each in groups.values():
        each.sort(key=lambda one: (one[1].person.name, one[0]))
    return groups


def _mentees(visit: Visit) -> list[Visit]:
    """Read at once, with their plans: there may be thousands."""
    tx, programme = visit.tx, visit.part.programme
    found = [
        Visit(tx, visit.world, person, part, visit.now, visit.origin)
        for person, part in people.in_role(tx, programme, "mentee")
        if person.consent_at is not None
    ]
    tasks.read_dates_ahead(tx, {(who.person.id, programme) for who in found})
    if found and events_count(found[0]):
        events.read_ahead(tx, {who.person.id for who in found}, programme)
    return found


def _line(visit: Visit, name: str, group: Sequence[tuple[int, Visit]]) -> str:
    names = [who.person.name for _, who in group[:NAMES_SHOWN]]
    if len(group) > NAMES_SHOWN:
        names.append(visit.t("and-more", count=len(group) - NAMES_SHOWN))
    return visit.t(f"pace-group-{name}", count=len(group), list=", ".join(names))
