"""Dialogs people stand in, and the results they ended with. Both belong to the person."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from store import schema as s
from store import shares
from store.ahead import MISSING
from store.among import among
from store.people import Person
from store.prepared import Prepared, PreparedSelect
from store.work import Tx

OPEN, SAVED, DONE, LEFT = "open", "saved", "done", "left"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A stored session: `state` is the engine's session as plain data."""

    id: int
    programme: str
    dialog: str
    state: dict[str, Any]
    seal: str
    status: str
    turn: int
    updated_at: datetime


@dataclass(frozen=True, kw_only=True)
class Result:
    id: int
    person: int
    dialog: str
    text: str
    data: dict[str, Any]
    shared: bool
    """Whether somebody may read it now, or will once there is a mentor."""
    created_at: datetime
    pairing: int | None = None
    """Whom it is about, where it is about one."""
    readers: frozenset[int] = frozenset()
    """The pairings that go on and may read it."""
    handed_in_at: datetime | None = None
    """Since when coordinators may read it: an application."""


def new_seal() -> str:
    """What binds a sealed field to its row where the row has no natural key."""
    return secrets.token_urlsafe(12)


_NEWEST = (
    select(s.sessions).where(s.sessions.c.status == s.said(OPEN)).order_by(s.sessions.c.id.desc())
)
_OPEN = PreparedSelect(_NEWEST.where(s.sessions.c.person == bindparam("person")).limit(1))
_OPEN_AMONG = PreparedSelect(_NEWEST.where(among(s.sessions.c.person, "people")))
_SAVED = PreparedSelect(
    select(s.sessions)
    .where(s.sessions.c.person == bindparam("person"), s.sessions.c.status == SAVED)
    .order_by(s.sessions.c.id.desc())
)
_BEGIN = Prepared(
    insert(s.sessions).returning(s.sessions.c.id),
    *("person", "programme", "dialog", "state", "seal", "status", "turn"),
    *("created_at", "updated_at"),
)
_ASIDE = Prepared(
    update(s.sessions)
    .where(s.sessions.c.person == bindparam("owner"), s.sessions.c.status == s.said(OPEN))
    .values(status=SAVED, updated_at=bindparam("now"))
)
_SAVE = Prepared(
    update(s.sessions)
    .where(s.sessions.c.id == bindparam("row"))
    .values(
        state=bindparam("new_state"),
        status=bindparam("new_status"),
        turn=bindparam("new_turn"),
        updated_at=bindparam("now"),
    )
)


def _kept(person: Person, row: Any) -> Kept:
    return Kept(
        id=row.id,
        programme=row.programme,
        dialog=row.dialog,
        state=person.cipher.open(row.state, f"sessions.state:{row.seal}"),
        seal=row.seal,
        status=row.status,
        turn=row.turn,
        updated_at=row.updated_at,
    )


def labelled() -> list[Any]:
    """The columns of a session beside those of other tables; `from_labelled` reads them."""
    return [
        s.sessions.c[name].label(f"session_{name}")
        for name in ("id", "programme", "dialog", "state", "seal", "status", "turn", "updated_at")
    ]


def from_labelled(person: Person, row: Any) -> Kept | None:
    if row.session_id is None:
        return None
    return Kept(
        id=row.session_id,
        programme=row.session_programme,
        dialog=row.session_dialog,
        state=person.cipher.open(row.session_state, f"sessions.state:{row.session_seal}"),
        seal=row.session_seal,
        status=row.session_status,
        turn=row.session_turn,
        updated_at=row.session_updated_at,
    )


def current(tx: Tx, person: Person) -> Kept | None:
    row = tx.known("sessions", person.id, _OPEN)
    if row is MISSING:
        row = _OPEN.first(tx, {"person": person.id})
    return None if row is None else _kept(person, row)


def read_ahead(tx: Tx, some: Collection[int]) -> None:
    """The open session of each of these people, for `current`."""
    if tx.ahead is None or not some:
        return
    newest: dict[int, Any] = {}
    for row in _OPEN_AMONG.all(tx, {"people": [*some]}):
        newest.setdefault(row.person, row)
    for person in some:
        tx.ahead.learn("sessions", person, _OPEN, newest.get(person))


def find(tx: Tx, person: Person, session: int) -> Kept | None:
    row = tx.execute(
        select(s.sessions).where(s.sessions.c.id == session, s.sessions.c.person == person.id)
    ).first()
    return None if row is None else _kept(person, row)


@dataclass(frozen=True, kw_only=True)
class Begun:
    """A session that was begun; what was answered only where it was wanted."""

    dialog: str
    status: str
    created_at: datetime
    answers: Mapping[str, Any]


_BEGUN = (
    select(s.sessions)
    .where(
        s.sessions.c.person == bindparam("person"),
        s.sessions.c.dialog.in_(bindparam("dialogs", expanding=True)),
    )
    .order_by(s.sessions.c.id.desc())
    .limit(bindparam("most"))
)


def begun(
    tx: Tx, person: Person, dialogs: Collection[str], *, most: int, opened: int
) -> list[Begun]:
    """The newest first; only of the first `opened` are the answers unsealed."""
    rows = tx.execute(_BEGUN, {"person": person.id, "dialogs": list(dialogs), "most": most})
    return [
        Begun(
            dialog=row.dialog,
            status=row.status,
            created_at=row.created_at,
            answers=_kept(person, row).state["answers"] if number < opened else {},
        )
        for number, row in enumerate(rows)
    ]


def end_all(tx: Tx, person: int, dialogs: Collection[str]) -> None:
    """What was open or left for later of these dialogs can't be gone on with."""
    theirs = update(s.sessions).where(
        s.sessions.c.person == person,
        s.sessions.c.dialog.in_(list(dialogs)),
        s.sessions.c.status.in_((OPEN, SAVED)),
    )
    tx.execute(theirs, {"status": LEFT})


def saved(tx: Tx, person: Person, dialog: str | None = None) -> list[Kept]:
    """Left for later, newest first."""
    rows = _SAVED.all(tx, {"person": person.id})
    return [_kept(person, row) for row in rows if dialog is None or row.dialog == dialog]


def of_person(tx: Tx, person: Person) -> list[Kept]:
    """All of them, whatever became of them, oldest first."""
    query = select(s.sessions).where(s.sessions.c.person == person.id).order_by(s.sessions.c.id)
    return [_kept(person, row) for row in tx.execute(query)]


def begin(
    tx: Tx, person: Person, *, programme: str, dialog: str, state: dict[str, Any], now: datetime
) -> Kept:
    """Opens a session; one that was open is put aside as saved, to be resumed."""
    put_aside(tx, person.id, now)
    seal = new_seal()
    values = {
        "person": person.id,
        "programme": programme,
        "dialog": dialog,
        "state": person.cipher.seal(state, f"sessions.state:{seal}"),
        "seal": seal,
        "status": OPEN,
        "turn": state["turn"],
        "created_at": now,
        "updated_at": now,
    }
    row = _BEGIN.returned(tx, values, about=person.id)
    return Kept(
        id=row,
        programme=programme,
        dialog=dialog,
        state=state,
        seal=seal,
        status=OPEN,
        turn=state["turn"],
        updated_at=now,
    )


def put_aside(tx: Tx, person: int, now: datetime) -> None:
    """Keeps what is open for later, and since when."""
    _ASIDE(tx, {"owner": person, "now": now}, about=person)


def save(
    tx: Tx, person: Person, kept: Kept, state: dict[str, Any], status: str, now: datetime
) -> None:
    _SAVE(
        tx,
        {
            "row": kept.id,
            "new_state": person.cipher.seal(state, f"sessions.state:{kept.seal}"),
            "new_status": status,
            "new_turn": state["turn"],
            "now": now,
        },
        about=person.id,
    )


def remove(tx: Tx, person: Person, session: int) -> None:
    """Deletes a session, where nothing is to be left of it."""
    tx.execute(
        delete(s.sessions).where(s.sessions.c.id == session, s.sessions.c.person == person.id)
    )


def remove_of(tx: Tx, person: Person, dialog: str) -> None:
    """Deletes a person's sessions of a dialog they have answered elsewhere."""
    tx.execute(
        delete(s.sessions).where(s.sessions.c.dialog == dialog, s.sessions.c.person == person.id)
    )


def drop(tx: Tx, dialog: str, activity: int) -> None:
    """Deletes the sessions of a dialog that nobody can finish any more: theirs who were asked."""
    asked = select(s.activity_members.c.person).where(s.activity_members.c.activity == activity)
    theirs = s.sessions.c.person.in_(asked)
    tx.execute(delete(s.sessions).where(s.sessions.c.dialog == dialog, theirs))


def reopen(tx: Tx, person: int, session: int, now: datetime) -> None:
    put_aside(tx, person, now)
    theirs = update(s.sessions).where(s.sessions.c.id == session, s.sessions.c.person == person)
    tx.execute(theirs, {"status": OPEN})


def add_result(
    tx: Tx,
    person: Person,
    *,
    programme: str,
    dialog: str,
    text: str,
    data: dict[str, Any],
    session: int | None,
    now: datetime,
    pairing: int | None = None,
) -> int:
    seal = new_seal()
    body = person.cipher.seal({"text": text, "data": data}, f"results.body:{seal}")
    values = {
        "person": person.id,
        "programme": programme,
        "dialog": dialog,
        "body": body,
        "seal": seal,
        "session": session,
        "pairing": pairing,
        "created_at": now,
    }
    return tx.insert(insert(s.results).returning(s.results.c.id), values)


def rewrite_result(
    tx: Tx, person: Person, result: int, *, text: str, data: dict[str, Any], now: datetime
) -> bool:
    """False when the result is gone; its day is the day of what it says now."""
    seal = new_seal()
    body = person.cipher.seal({"text": text, "data": data}, f"results.body:{seal}")
    theirs = update(s.results).where(s.results.c.id == result, s.results.c.person == person.id)
    values = {"body": body, "seal": seal, "created_at": now}
    return tx.execute(theirs, values).rowcount == 1


def _result(person: Person, row: Any, given: Mapping[int, str]) -> Result:
    """`given` are the pairings it was shared with, and how each stands."""
    going_on = frozenset(pairing for pairing, status in given.items() if status == "active")
    body = person.cipher.open(row.body, f"results.body:{row.seal}")
    return Result(
        id=row.id,
        person=row.person,
        dialog=row.dialog,
        text=body["text"],
        data=body["data"],
        shared=row.shared and (bool(going_on) or not given),
        created_at=row.created_at,
        pairing=row.pairing,
        readers=going_on if row.shared else frozenset(),
        handed_in_at=row.handed_in_at,
    )


def results(tx: Tx, person: Person, *, pairing: int | None = None) -> list[Result]:
    """Newest first: all of them, or those that this pairing may read."""
    query = select(s.results).where(s.results.c.person == person.id)
    if pairing is not None:
        query = query.where(s.results.c.shared, s.results.c.id.in_(shares.given_to(pairing)))
    given = shares.given(tx, person.id)
    rows = tx.execute(query.order_by(s.results.c.id.desc()))
    return [_result(person, row, given.get(row.id, {})) for row in rows]
