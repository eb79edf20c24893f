"""Deriving the plan again where something it rests on has changed, in the same transaction."""

from desk.visit import Visit
from mentoring.localtime import local
from mentoring.planning import MenteeView, TaskView, plan_check_ins, plan_silence, plan_task
from store import pairings, tasks
from store.occurrences import Scope, reconcile
from store.tasks import Task

TASK_KINDS = ("nudge", "due_today", "late")


def replan_task(visit: Visit, task: Task) -> None:
    """`visit` is the task's owner."""
    view = TaskView(
        id=task.id,
        person=task.person,
        pairing=task.pairing,
        due=task.due,
        open=task.status == "open",
        created=local(task.created_at, visit.programme.zone).date(),
        known_since=task.known_at,
    )
    scope = Scope(programme=task.programme, person=task.person, kinds=TASK_KINDS, subject=task.id)
    reconcile(visit.tx, scope, plan_task(visit.programme, view, visit.now))


def replan_person(visit: Visit) -> None:
    """The check-ins of the weeks ahead and the watch over silence, for a mentee."""
    if visit.part.role != "mentee":
        return
    mentee, now = _view(visit), visit.now
    for kind, derived in (
        ("check_in", plan_check_ins(visit.programme, mentee, now) if mentee else ()),
        ("silence", plan_silence(visit.programme, mentee, now) if mentee else ()),
    ):
        scope = Scope(programme=visit.part.programme, person=visit.person.id, kinds=(kind,))
        reconcile(visit.tx, scope, derived)


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
    )


def replan_all(visit: Visit) -> None:
    """Everything of one person: after a pairing begins, a pause ends, or once a day."""
    replan_person(visit)
    for task in tasks.listed(visit.tx, visit.person):
        if task.programme == visit.part.programme:
            replan_task(visit, task)
