"""What an occurrence says when it falls due; looked at again first, for life has gone on."""

from datetime import datetime, timedelta

from desk import chores, danger, planning, walk
from desk.visit import Visit, button
from desk.world import World
from mentoring.localtime import awake, local
from mentoring.planning import MenteeView, plan_silence
from store import occurrences, outbox, pairings, people, sessions, tasks, tickets
from store.occurrences import CANCELLED, EXPIRED, FIRED, Due
from store.work import Tx

MISSED_AFTER = timedelta(hours=20)
"""A nudge or check-in that could not be sent for so long has missed its day and expires."""

BUSY_FOR = timedelta(hours=1)
"""Somebody in the middle of a dialog is not interrupted by a check-in; it comes later."""

Told = tuple[str, str | None]


def fire(tx: Tx, world: World, due: Due, now: datetime) -> None:
    """Says what is due, or records why it was not said."""
    person = people.load(tx, due.person)
    parts = people.parts(tx, due.person) if person else []
    part = next((p for p in parts if p.programme == due.programme), None)
    if person is None or part is None:
        occurrences.settle(tx, due.id, CANCELLED, "person left")
        return
    visit = Visit(tx, world, person, part, now, f"oc:{due.key}")
    state, note = _tell(visit, due)
    if state:
        occurrences.settle(tx, due.id, state, note)


def _tell(visit: Visit, due: Due) -> Told:
    if due.kind == "alert":
        return _alert_again(visit, due)
    if visit.person.stopped_at is not None or due.kind in visit.person.muted:
        return CANCELLED, "switched off by the person"
    if due.kind == "silence":
        return _silence(visit, due)
    if visit.now - due.due_at > MISSED_AFTER:
        return EXPIRED, "missed its day"
    if later := _quiet(visit):
        return _put_off(visit, due, later)
    return _check_in(visit, due) if due.kind == "check_in" else _task(visit, due)


def _quiet(visit: Visit) -> datetime | None:
    """The end of the quiet hours, if it is night where the person lives."""
    morning = awake(visit.now, visit.zone, visit.programme.quiet)
    return morning if morning > visit.now else None


def _put_off(visit: Visit, due: Due, until: datetime) -> Told:
    occurrences.put_off(visit.tx, due.id, until)
    return "", None


def _task(visit: Visit, due: Due) -> Told:
    task = tasks.find(visit.tx, visit.person, due.subject or 0)
    if task is None or task.status != "open":
        return CANCELLED, "no longer open"
    if due.kind != "late" and visit.today > task.due:
        return EXPIRED, "the due date has passed"
    key = due.kind.replace("_", "-")
    visit.say(
        visit.t(
            f"prompt-{key}",
            title=task.title,
            day=chores.day(visit, task),
            days=(visit.today - task.due).days,
        ),
        *chores.answers(visit, task),
        button(visit.t("do-why"), "why", kind=due.kind, why=due.why),
        kind=due.kind,
        priority=outbox.NUDGE,
        why=due.why,
    )
    return FIRED, None


def _check_in(visit: Visit, due: Due) -> Told:
    current = sessions.current(visit.tx, visit.person)
    dialog = str(due.why.get("dialog") or visit.programme.check_in.dialog)
    if current is not None and current.dialog != dialog:
        quiet_from = current.updated_at + BUSY_FOR
        if quiet_from > visit.now:
            return _put_off(visit, due, quiet_from)
    elif current is not None:
        sessions.save(visit.tx, visit.person, current, current.state, sessions.LEFT, visit.now)
    walk.fresh(visit, dialog, kind=due.kind, priority=outbox.NUDGE, why=due.why)
    return FIRED, None


def _silence(visit: Visit, due: Due) -> Told:
    """Silence is told to the mentor only if it still lasts; else the watch begins anew."""
    pair = pairings.find(visit.tx, due.pairing or 0)
    if pair is None or pair.status != "active":
        return CANCELLED, "the pairing has ended"
    if _spoke_since(visit, due):
        planning.replan_person(visit)
        return CANCELLED, "has written since"
    mentor = visit.other(pair.mentor)
    if mentor is None:
        return CANCELLED, "no mentor"
    if mentor.person.stopped_at is not None or due.kind in mentor.person.muted:
        return CANCELLED, "switched off by the mentor"
    if later := _quiet(mentor):
        return _put_off(visit, due, later)
    mentor.say(
        mentor.t("prompt-silence", name=visit.person.name, days=_days_silent(visit)),
        button(mentor.t("silence-show-example"), "silence_example", mentee=visit.person.id),
        button(mentor.t("do-why"), "why", kind="silence", why=due.why),
        kind="silence",
        priority=outbox.NUDGE,
        why=due.why,
    )
    return FIRED, None


def _spoke_since(visit: Visit, due: Due) -> bool:
    last = visit.person.last_sign_at or visit.person.created_at
    view = MenteeView(
        person=visit.person.id,
        pairing=due.pairing,
        zone=visit.zone,
        active_since=visit.person.consent_at or last,
        last_sign=last,
    )
    return due.key not in {each.key for each in plan_silence(visit.programme, view, visit.now)}


def _days_silent(visit: Visit) -> int:
    last = visit.person.last_sign_at or visit.person.created_at
    return (visit.today - local(last, visit.zone).date()).days


def _alert_again(visit: Visit, due: Due) -> Told:
    found = tickets.find(visit.tx, visit.person, due.subject or 0)
    if found is None or found.status != "open":
        return CANCELLED, "taken by a human"
    danger.alert(visit, found.id, found.question, again=True)
    return FIRED, None
