"""Deriving the plan again where something it rests on has changed, in the same transaction."""

from collections.abc import Collection, Sequence
from datetime import date

from desk import events, pace, told_of
from desk.rhythm import rhythm_of
from desk.visit import Visit
from mentoring.localtime import local
from mentoring.pace import Step
from mentoring.planning import (
    EventView,
    MenteeView,
    MentorView,
    Occurrence,
    TaskView,
    plan_check_ins,
    plan_events,
    plan_mentor_silence,
    plan_silence,
    plan_task,
)
from store import counting, occurrences, pairings, people, tasks
from store.occurrences import Scope, last_fired, reconcile
from store.tasks import Task
from store.work import Tx

TASK_KINDS = ("nudge", "due_today", "late")
CHECK_IN = "check_in"
BUSY_KINDS = (*TASK_KINDS, "event")
"""What is said of a person's own plan: tasks and the programme's calendar."""


def replan_task(visit: Visit, task: Task, taken: Sequence[Step] | None = None) -> None:
    """`visit` is the task's owner, `taken` all that has a date in their plan, if it is known."""
    view = TaskView(
        id=task.id,
        person=task.person,
        pairing=task.pairing,
        due=task.due,
        open=task.status == "open",
        created=local(task.created_at, visit.zone).date(),
        known_since=task.known_at,
        moved=task.known_at > task.created_at,
        zone=visit.zone,
    )
    scope = Scope(programme=task.programme, person=task.person, kinds=TASK_KINDS, subject=task.id)
    rhythm = pace.rhythm_for(visit, task, pace.steps(visit) if taken is None else taken)
    crowd = _crowd(visit)
    reconcile(
        visit.tx, scope, plan_task(visit.programme, view, visit.now, rhythm=rhythm, crowd=crowd)
    )


def replan_person(visit: Visit) -> None:
    """The check-ins of the weeks ahead and the watch over silence, by role."""
    if visit.part.role == "mentee":
        mentee = _view(visit)
        _check_ins(visit, mentee)
        rhythm = rhythm_of(visit.person)
        derived = plan_silence(visit.programme, mentee, visit.now, rhythm=rhythm) if mentee else ()
        reconcile(visit.tx, _scope(visit, "silence"), derived)
    elif visit.part.role == "mentor" and visit.programme.silence.mentors:
        _watch_mentor(visit)


def _scope(visit: Visit, *kinds: str) -> Scope:
    return Scope(programme=visit.part.programme, person=visit.person.id, kinds=kinds)


def _check_ins(visit: Visit, mentee: MenteeView | None) -> None:
    derived: tuple[Occurrence, ...] = ()
    if mentee is not None:
        derived = plan_check_ins(
            visit.programme,
            mentee,
            visit.now,
            rhythm=rhythm_of(visit.person),
            crowd=_crowd(visit),
        )
    reconcile(visit.tx, _scope(visit, "check_in"), derived)


def _crowd(visit: Visit) -> int:
    """How many are written to: the more, the wider their messages are spread."""
    return counting.count_in(visit.tx, visit.part.programme)


def _watch_mentor(visit: Visit) -> None:
    me = visit.person
    supports = pairings.of_mentor(visit.tx, me.id, visit.part.programme, "active")
    derived: tuple[Occurrence, ...] = ()
    if supports and me.consent_at is not None and me.stopped_at is None:
        view = MentorView(
            person=me.id,
            zone=visit.zone,
            active_since=max(me.consent_at, min(pair.created_at for pair in supports)),
            last_sign=me.last_sign_at or me.consent_at,
        )
        rhythm = rhythm_of(me)
        derived = plan_mentor_silence(visit.programme, view, visit.now, rhythm=rhythm)
    reconcile(visit.tx, _scope(visit, "mentor_silence"), derived)


def _view(visit: Visit) -> MenteeView | None:
    person = visit.person
    if person.consent_at is None or person.stopped_at is not None:
        return None
    active = pairings.of_mentee(visit.tx, person, visit.part.programme, "active")
    return MenteeView(
        person=person.id,
        pairing=active[0].id if active else None,
        zone=visit.zone,
        active_since=person.consent_at,
        last_sign=person.last_sign_at or person.consent_at,
        last_asked=last_asked(visit),
    )


def last_asked(visit: Visit) -> date | None:
    """The person's day on which the last check-in came unasked."""
    last = last_fired(visit.tx, visit.person.id, visit.part.programme, CHECK_IN)
    return None if last is None else local(last, visit.zone).date()


def replan_dated(visit: Visit) -> None:
    """All that has a date, tasks and the programme's calendar: how one was done may change how the
    others are spoken of."""
    found = tasks.listed(visit.tx, visit.person)
    mine = [task for task in found if task.programme == visit.part.programme]
    seen = events.views_and_done(visit) if visit.programme.events else ([], {})
    taken = _taken(visit, mine, seen)
    for task in mine:
        replan_task(visit, task, taken)
    if visit.programme.events:
        _replan_events(visit, seen[0], taken)


def _taken(visit: Visit, mine: Sequence[Task], seen: pace.Seen) -> Sequence[Step]:
    """What tells how fast a mentee goes, where there is anything to remind of."""
    paced = visit.part.role == "mentee" and (mine or pace.events_count(visit))
    return pace.steps(visit, seen) if paced else ()


def _replan_events(visit: Visit, views: Sequence[EventView], taken: Sequence[Step]) -> None:
    """What the programme's calendar says to this person in the weeks ahead."""
    rhythm, crowd = rhythm_of(visit.person), _crowd(visit)
    derived: dict[str, Occurrence] = {}
    for view in (*views, *told_of.views(visit)):
        for each in plan_events(
            visit.programme, view, visit.now, rhythm=rhythm, crowd=crowd, taken=taken
        ):
            derived.setdefault(each.key, each)
    reconcile(visit.tx, _scope(visit, "event"), derived.values())


def dialog_done(visit: Visit, dialog: str) -> None:
    """What the calendar says of a dialog, or counts from its answer, follows at once."""
    if any(events.is_about(visit, event, dialog) for event in visit.programme.events):
        replan_dated(visit)
        replan_told(visit)


def replan_told(visit: Visit) -> None:
    """The plans of those who are told of what is this person's."""
    for other in told_of.readers(visit):
        replan_dated(other)


def replan_coordinators(visit: Visit) -> None:
    """The plans of those who are told of what is everybody's: a date was granted."""
    for other in told_of.coordinators(visit):
        replan_dated(other)


def read_ahead(tx: Tx, some: Collection[int], programme: str) -> None:
    """What `replan_all` will ask of all of these people, with one statement for each table.

    Nobody else decides about them until the commit: what was told or put off meanwhile would be
    undone.
    """
    people.hold(tx, some)
    people.read_ahead(tx, {(person, programme) for person in some})
    tasks.read_lists_ahead(tx, some)
    tasks.read_dates_ahead(tx, {(person, programme) for person in some})
    events.read_ahead(tx, some, programme)
    occurrences.read_plans_ahead(tx, some)


def replan_all(visit: Visit) -> None:
    """Everything of one person: after a pairing begins, a pause ends, or once a day."""
    replan_dated(visit)
    replan_person(visit)
