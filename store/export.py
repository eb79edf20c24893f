"""Everything that is kept about one person, for that person."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from store import (
    activities,
    extensions,
    guides,
    outbox,
    pacts,
    pairings,
    people,
    sessions,
    tasks,
    tickets,
)
from store import journal as journals
from store import schema as s
from store.columns import Instant
from store.people import Person
from store.work import Tx

ALL = 1_000_000
PAIRED = ("active", "ended")
Bubble = tuple[datetime, str, str]


def everything(tx: Tx, person: Person) -> dict[str, Any]:
    """Plain data, readable without us."""
    return {
        "name": person.name,
        "age": person.age,
        "language": person.language,
        "consent": person.consent_at,
        "settings": _settings(person),
        "parts": [_part(tx, person, part) for part in people.parts(tx, person.id)],
        "pairs": _pairs(tx, person),
        "conversation": _conversation(tx, person),
        "tasks": [
            {"title": task.title, "due": task.due, "status": task.status}
            for task in tasks.listed(tx, person, open_only=False)
        ],
        "extensions": _extensions(tx, person),
        "questions": _questions(tx, person),
        "dialogs": [
            {"dialog": one.dialog, "status": one.status, "answers": one.state["answers"]}
            | {"changed": one.updated_at}
            for one in sessions.of_person(tx, person)
        ],
        "results": [
            {"dialog": one.dialog, "text": one.text, "shared": one.shared, "at": one.created_at}
            for one in sessions.results(tx, person)
        ],
        "check_ins": [
            {"at": entry.at, **entry.data}
            for entry in journals.read(tx, person, "check_in", most=ALL)
        ],
        "agreements": [_agreement(side) for side in pacts.of_person(tx, person)],
        "guides": [_guide(run, said) for run, said in guides.of_person(tx, person.id)],
        "stages": [
            {"programme": pair.programme, "reached": dict(pair.stages)}
            for pair in pairings.of_person(tx, person.id)
            if pair.stages
        ],
        "groups": [_activity(one, given) for one, given in activities.of_person(tx, person.id)],
    }


def _settings(person: Person) -> dict[str, Any]:
    """How they asked to be written to: hours, weekday, pause and pace of their own."""
    return {
        "zone": person.zone,
        "rhythm": person.rhythm,
        "switched_off": list(person.muted),
        "prefers": person.prefers,
        "stopped": person.stopped_at,
    }


def _pairs(tx: Tx, person: Person) -> list[dict[str, Any]]:
    """With whom they are or were a pair. Who was only proposed or asked is not told here: a mentor
    may never have heard of it. No name is left of somebody who was erased."""
    found = []
    for pair in pairings.of_person(tx, person.id):
        if pair.status not in PAIRED:
            continue
        mentors = pair.mentor == person.id
        other = people.load(tx, pair.mentee if mentors else pair.mentor)
        goes_on = pair.status == "active"
        found.append(
            {
                "programme": pair.programme,
                "role": "mentor" if mentors else "mentee",
                "with": other.name if other else None,
                "proposed": pair.created_at,
                "since": pair.decided_at if goes_on else None,
                "ended": None if goes_on else pair.decided_at,
            }
        )
    return found


def _questions(tx: Tx, person: Person) -> list[dict[str, Any]]:
    """What they asked or called for, and what a human answered."""
    found = []
    for ticket, answer in tickets.of_person(tx, person):
        by = people.load(tx, ticket.answered_by) if ticket.answered_by else None
        found.append(
            {
                "kind": ticket.kind,
                "question": ticket.question,
                "asked": ticket.created_at,
                "status": ticket.status,
                "answer": answer,
                "answered_by": by.name if by else None,
            }
        )
    return found


def _part(tx: Tx, person: Person, part: people.Part) -> dict[str, Any]:
    return {
        "programme": part.programme,
        "role": part.role,
        "profile": people.profile(tx, person, part.id),
    }


def _extensions(tx: Tx, person: Person) -> list[dict[str, Any]]:
    """What more time was asked for, why, and what became of it."""
    titles = {task.id: task.title for task in tasks.listed(tx, person, open_only=False)}
    return [
        {
            "of": one.event if one.task is None else titles[one.task],
            "due": one.old_due,
            "wished": one.wished,
            "reason": one.reason,
            "status": one.status,
            "new_due": one.new_due,
            "asked": one.asked_at,
        }
        for one in extensions.listed(tx, person)
    ]


def _agreement(side: pacts.Side) -> dict[str, Any]:
    """The person's own side; what both said stands in the result."""
    return {
        "dialog": side.dialog,
        "answers": side.answers,
        "answered": side.answered_at,
        "confirmed": side.confirmed_at,
        "agreed": side.agreed_at,
    }


def _guide(run: guides.Run, said: str | None) -> dict[str, Any]:
    return {
        "guide": run.guide,
        "asked": run.asked_at,
        "started": run.started_at,
        "ended": run.ended_at,
        "said": said,
    }


def _activity(one: activities.Activity, given: list[activities.Given]) -> dict[str, Any]:
    """Named answers only: an anonymous one can't be found again by anybody."""
    return {
        "kind": one.kind,
        "opened": one.opened_at,
        "answers": [{"question": each.question, "answer": each.value} for each in given],
    }


def _conversation(tx: Tx, person: Person) -> list[dict[str, Any]]:
    """What was said and sent by every channel, in order of time; what has not left yet, too."""
    found = [*_said(tx, person), *_sent(tx, person)]
    found.sort(key=lambda one: one[0])
    return [{"at": at, "from": sender, "text": text} for at, sender, text in found]


def _said(tx: Tx, person: Person) -> Iterator[Bubble]:
    columns = (s.inbox.c.channel, s.inbox.c.event, s.inbox.c.body, s.inbox.c.received_at)
    mine = select(*columns).where(s.inbox.c.person == person.id).order_by(s.inbox.c.id)
    for row in tx.execute(mine).all():
        body = person.cipher.open(row.body, f"inbox.body:{row.channel}:{row.event}")
        yield row.received_at, "me", _words(tx, person, body)


def _words(tx: Tx, person: Person, body: dict[str, Any]) -> str:
    """A tapped button by its label, a file by its kind; nothing that was sent goes missing."""
    if "button" in body and "shown" not in body:
        pressed = outbox.pressed(tx, person, body["button"])
        return pressed.label if pressed else "…"
    said = body.get("shown") or body.get("text") or body.get("contact")
    return str(said or body.get("attachment") or "")


def _sent(tx: Tx, person: Person) -> Iterator[Bubble]:
    """Without the edits, which say again what a message said."""
    at = func.coalesce(s.outbox.c.sent_at, s.outbox.c.created_at, type_=Instant)
    theirs = (
        select(s.outbox.c.key, s.outbox.c.body, at.label("at"))
        .where(s.outbox.c.person == person.id, s.outbox.c.kind != "edit")
        .order_by(s.outbox.c.id)
    )
    for row in tx.execute(theirs):
        body = person.cipher.open(row.body, f"outbox.body:{row.key}")
        sender = "human" if body.get("author") else "bot"
        yield row.at, sender, str(body.get("text") or body.get("alt") or "")
