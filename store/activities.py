"""What a mentor's group does together: polls, quizzes, brainstorms, and what its members answered.

The body (questions, a brainstorm's state) is sealed with the mentor's key. A named answer is sealed
with its author's key and goes with it. An anonymous answer belongs to nobody: a row without person
and time, with a random id, sealed with the installation's key. So that not even the order or the
transaction in which rows were written tells whose they are, all anonymous answers to a question are
written anew, shuffled, whenever one is added.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from store import schema as s
from store.crypto import token
from store.people import Person
from store.work import Tx

DRAFT, OPEN, REVIEW, VOTE, CLOSED = "draft", "open", "review", "vote", "closed"
RUNNING = (OPEN, REVIEW, VOTE)
"""States in which an activity goes on."""

INVITED, ANSWERED, LEFT = "invited", "answered", "left"
LIVE, OWN = "live", "own"
ID_BITS = 63


@dataclass(frozen=True, kw_only=True)
class Activity:
    """`step` is the current question of what is live, from 0. `body` is plain JSON."""

    id: int
    programme: str
    mentor: int
    kind: str
    pace: str
    anonymous: bool
    state: str
    step: int
    body: dict[str, Any]
    seal: str
    group_channel: str | None
    group_address: str | None
    created_at: datetime
    opened_at: datetime | None
    closes_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody asked. `step` counts the questions of a live activity they are through with."""

    activity: int
    person: int
    state: str
    step: int


@dataclass(frozen=True, kw_only=True)
class Given:
    """One answer, or one idea. `person` is None where nobody is to know."""

    id: int
    question: str
    person: int | None
    value: Any


def _activity(tx: Tx, row: Any) -> Activity:
    values = dict(row._mapping)
    wrapped = values.pop("key")
    body = tx.cipher(wrapped).open(row.body, f"activities.body:{row.seal}")
    return Activity(**{**values, "body": body})


_WITH_KEY = select(s.activities, s.people.c.key).join(
    s.people, s.people.c.id == s.activities.c.mentor
)


def add(
    tx: Tx,
    mentor: "Person",
    *,
    programme: str,
    kind: str,
    body: dict[str, Any],
    now: datetime,
    pace: str = OWN,
    anonymous: bool = False,
) -> int:
    """A draft; nobody is asked yet."""
    seal = token()
    values = {
        "programme": programme,
        "mentor": mentor.id,
        "kind": kind,
        "pace": pace,
        "anonymous": anonymous,
        "state": DRAFT,
        "step": 0,
        "body": mentor.cipher.seal(body, f"activities.body:{seal}"),
        "seal": seal,
        "created_at": now,
    }
    return tx.insert(insert(s.activities).returning(s.activities.c.id), values)


def find(tx: Tx, activity: int, *, lock: bool = False) -> Activity | None:
    """`lock` makes everybody else's answer wait until this unit of work is committed."""
    if lock and tx.postgresql:
        tx.execute(select(s.activities.c.id).where(s.activities.c.id == activity).with_for_update())
    row = tx.execute(_WITH_KEY.where(s.activities.c.id == activity)).first()
    return None if row is None else _activity(tx, row)


def change(tx: Tx, activity: int, **values: Any) -> None:
    """Any plain column; for the body see `rewrite`."""
    tx.execute(update(s.activities).where(s.activities.c.id == activity), values)


def rewrite(tx: Tx, activity: Activity, body: dict[str, Any]) -> Activity:
    """Other questions, or another state of a brainstorm."""
    wrapped = tx.execute(select(s.people.c.key).where(s.people.c.id == activity.mentor)).scalar()
    sealed = tx.cipher(wrapped).seal(body, f"activities.body:{activity.seal}")
    change(tx, activity.id, body=sealed)
    return replace(activity, body=body)


def remove(tx: Tx, activity: int) -> None:
    """With its members and answers (ON DELETE CASCADE)."""
    tx.execute(delete(s.activities).where(s.activities.c.id == activity))


def of_mentor(tx: Tx, mentor: int, programme: str, *states: str) -> list[Activity]:
    """Newest first."""
    query = _WITH_KEY.where(
        s.activities.c.mentor == mentor,
        s.activities.c.programme == programme,
        s.activities.c.state.in_(states),
    ).order_by(s.activities.c.id.desc())
    return [_activity(tx, row) for row in tx.execute(query).all()]


def of_member(tx: Tx, person: int, programme: str, *states: str) -> list[tuple[Activity, Member]]:
    """What somebody was asked to, and where they stand in it; newest first."""
    query = (
        select(s.activities.c.id)
        .join(s.activity_members, s.activity_members.c.activity == s.activities.c.id)
        .where(
            s.activity_members.c.person == person,
            s.activities.c.programme == programme,
            s.activities.c.state.in_(states),
        )
        .order_by(s.activities.c.id.desc())
    )
    found = []
    for row in tx.execute(query).scalars().all():
        activity, mine = find(tx, row), member(tx, row, person)
        if activity is not None and mine is not None:
            found.append((activity, mine))
    return found


def lately(tx: Tx, person: int, programme: str, since: datetime) -> list[Activity]:
    """What somebody was asked to that goes on, or has ended since; newest first."""
    ended = (s.activities.c.state == CLOSED) & (s.activities.c.closed_at >= since)
    query = (
        _WITH_KEY.join(s.activity_members, s.activity_members.c.activity == s.activities.c.id)
        .where(
            s.activity_members.c.person == person,
            s.activity_members.c.state != LEFT,
            s.activities.c.programme == programme,
            s.activities.c.state.in_(RUNNING) | ended,
        )
        .order_by(s.activities.c.id.desc())
    )
    return [_activity(tx, row) for row in tx.execute(query).all()]


def invite(tx: Tx, activity: int, people: Iterable[int]) -> None:
    values = [
        {"activity": activity, "person": person, "state": INVITED, "step": 0} for person in people
    ]
    if values:
        tx.execute(insert(s.activity_members), values)


def member(tx: Tx, activity: int, person: int) -> Member | None:
    query = select(s.activity_members).where(
        s.activity_members.c.activity == activity, s.activity_members.c.person == person
    )
    row = tx.execute(query).first()
    return None if row is None else Member(**dict(row._mapping))


def members(tx: Tx, activity: int) -> list[Member]:
    """All but those who left, in the order of their ids."""
    query = (
        select(s.activity_members)
        .where(s.activity_members.c.activity == activity, s.activity_members.c.state != LEFT)
        .order_by(s.activity_members.c.person)
    )
    return [Member(**dict(row._mapping)) for row in tx.execute(query)]


def change_member(tx: Tx, activity: int, person: int, **values: Any) -> None:
    mine = update(s.activity_members).where(
        s.activity_members.c.activity == activity, s.activity_members.c.person == person
    )
    tx.execute(mine, values)


def _sealed(tx: Tx, person: "Person | None", value: Any) -> tuple[bytes, str]:
    cipher, seal = (person.cipher if person else tx.keyring.own), token()
    return cipher.seal(value, f"activity_answers.body:{seal}"), seal


def put(
    tx: Tx,
    activity: int,
    person: "Person | None",
    question: str,
    value: Any,
) -> int:
    """Adds an answer; `person` is None for an anonymous one."""
    body, seal = _sealed(tx, person, value)
    row = secrets.randbits(ID_BITS)
    values = {
        "id": row,
        "activity": activity,
        "question": question,
        "person": person.id if person else None,
        "body": body,
        "seal": seal,
    }
    tx.execute(insert(s.activity_answers), values)
    if person is None:
        _shuffle(tx, activity, question)
    return row


def _shuffle(tx: Tx, activity: int, question: str) -> None:
    """Writes the anonymous answers anew in the order of their random ids."""
    answers = s.activity_answers
    nobodys = (
        (answers.c.activity == activity)
        & (answers.c.question == question)
        & answers.c.person.is_(None)
    )
    rows = tx.execute(select(answers).where(nobodys).order_by(answers.c.id)).all()
    tx.execute(delete(answers).where(nobodys))
    tx.execute(insert(answers), [dict(row._mapping) for row in rows])


def replace_answer(tx: Tx, activity: int, person: "Person", question: str, value: Any) -> None:
    """A named answer instead of the one before, if there was one."""
    theirs = delete(s.activity_answers).where(
        s.activity_answers.c.activity == activity,
        s.activity_answers.c.question == question,
        s.activity_answers.c.person == person.id,
    )
    tx.execute(theirs)
    put(tx, activity, person, question, value)


def withdraw(tx: Tx, activity: int, person: int) -> None:
    """Deletes all that somebody answered here under their own name."""
    answers = s.activity_answers
    mine = (answers.c.activity == activity) & (answers.c.person == person)
    tx.execute(delete(answers).where(mine))


def answers(tx: Tx, activity: int, question: str | None = None) -> list[Given]:
    """What was answered and can still be read, in the order of the random ids."""
    rows = s.activity_answers
    query = (
        select(rows, s.people.c.key)
        .outerjoin(s.people, s.people.c.id == rows.c.person)
        .where(rows.c.activity == activity)
        .order_by(rows.c.id)
    )
    if question is not None:
        query = query.where(rows.c.question == question)
    return [_given(tx, row) for row in tx.execute(query)]


def _given(tx: Tx, row: Any) -> Given:
    cipher = tx.keyring.own if row.person is None else tx.cipher(row.key)
    return Given(
        id=row.id,
        question=row.question,
        person=row.person,
        value=cipher.open(row.body, f"activity_answers.body:{row.seal}"),
    )


def drop_answers(tx: Tx, activity: int, question: str | None = None) -> None:
    """Deletes what was answered, to one question or to all."""
    theirs = delete(s.activity_answers).where(s.activity_answers.c.activity == activity)
    if question is not None:
        theirs = theirs.where(s.activity_answers.c.question == question)
    tx.execute(theirs)


def of_person(tx: Tx, person: int) -> list[tuple[Activity, list[Given]]]:
    """What a person answered under their own name, by activity."""
    mine = s.activity_answers.c.person == person
    query = select(s.activity_answers.c.activity).where(mine).distinct()
    found = []
    for row in sorted(tx.execute(query).scalars().all()):
        activity = find(tx, row)
        if activity is not None:
            given = [one for one in answers(tx, row) if one.person == person]
            found.append((activity, given))
    return found


def own_chat(tx: Tx, person: int, channel: str, address: str, now: datetime) -> bool:
    """Remembers who put the bot into a chat of several people. False where somebody had before:
    it stays theirs until the bot is put out."""
    there = (s.chat_groups.c.channel == channel) & (s.chat_groups.c.address == address)
    if tx.execute(select(s.chat_groups.c.id).where(there)).first() is not None:
        return False
    values = {"channel": channel, "address": address, "person": person, "created_at": now}
    tx.execute(insert(s.chat_groups), values)
    return True


def disown_chat(tx: Tx, channel: str, address: str) -> None:
    """The bot was put out of it: nothing is shown there any more."""
    there = (s.chat_groups.c.channel == channel) & (s.chat_groups.c.address == address)
    tx.execute(delete(s.chat_groups).where(there))
    shown = (s.activities.c.group_channel == channel) & (s.activities.c.group_address == address)
    tx.execute(update(s.activities).where(shown), {"group_channel": None, "group_address": None})


def chat_moved(tx: Tx, channel: str, old: str, new: str) -> None:
    """A group has become a supergroup, which has another address."""
    there = (s.chat_groups.c.channel == channel) & (s.chat_groups.c.address == old)
    tx.execute(update(s.chat_groups).where(there), {"address": new})
    shown = (s.activities.c.group_channel == channel) & (s.activities.c.group_address == old)
    tx.execute(update(s.activities).where(shown), {"group_address": new})


def chat_of(tx: Tx, person: int) -> tuple[str, str] | None:
    """(channel, address) of the chat somebody has put the bot into last."""
    mine = s.chat_groups.c.person == person
    query = select(s.chat_groups).where(mine).order_by(s.chat_groups.c.id.desc()).limit(1)
    row = tx.execute(query).first()
    return None if row is None else (row.channel, row.address)


def words_of(activity: int) -> str:
    """The kind of messages that show members' own words under their names: they go with them."""
    return f"words of {activity}"


def _forget_words(tx: Tx, person: int) -> None:
    answers = s.activity_answers
    theirs = select(answers.c.activity).where(answers.c.person == person).distinct()
    kinds = [words_of(activity) for activity in tx.execute(theirs).scalars()]
    if kinds:
        tx.execute(delete(s.outbox).where(s.outbox.c.kind.in_(kinds)))


def forget(tx: Tx, person: int) -> None:
    """Removes what somebody answered, their places in groups, what they lead, their chats."""
    _forget_words(tx, person)
    tx.execute(delete(s.activity_answers).where(s.activity_answers.c.person == person))
    tx.execute(delete(s.activity_members).where(s.activity_members.c.person == person))
    tx.execute(delete(s.activities).where(s.activities.c.mentor == person))
    tx.execute(delete(s.chat_groups).where(s.chat_groups.c.person == person))
