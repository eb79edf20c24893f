"""What both sides of a pairing answer alone: one row for each side, sealed with that side's key.

`holds` is what this side chose where both answered differently: by step, whose answer, and when.
The other's words stand in a person's result only once both have answered, and go when the other is
erased: `forget` puts the person's own words back.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from store import schema as s
from store.crypto import token
from store.people import Person
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side's answers. `revision` rises with every change, so that an old yes is recognised."""

    id: int
    pairing: int
    programme: str
    dialog: str
    person: int
    version: str
    answers: dict[str, Any]
    holds: dict[str, dict[str, str]]
    revision: int
    result: int | None
    asked_at: datetime | None
    answered_at: datetime
    confirmed_at: datetime | None
    agreed_at: datetime | None


def _side(person: "Person", row: Any) -> Side:
    body = person.cipher.open(row.body, f"pacts.body:{row.seal}")
    return Side(
        id=row.id,
        pairing=row.pairing,
        programme=row.programme,
        dialog=row.dialog,
        person=row.person,
        version=body["version"],
        answers=body["answers"],
        holds=body.get("holds", {}),
        revision=row.revision,
        result=row.result,
        asked_at=row.asked_at,
        answered_at=row.answered_at,
        confirmed_at=row.confirmed_at,
        agreed_at=row.agreed_at,
    )


def find(tx: Tx, person: "Person", pairing: int, dialog: str) -> Side | None:
    row = tx.execute(
        select(s.pacts).where(
            s.pacts.c.pairing == pairing,
            s.pacts.c.dialog == dialog,
            s.pacts.c.person == person.id,
        )
    ).first()
    return None if row is None else _side(person, row)


def of_person(tx: Tx, person: "Person") -> list[Side]:
    query = select(s.pacts).where(s.pacts.c.person == person.id).order_by(s.pacts.c.id)
    return [_side(person, row) for row in tx.execute(query)]


def add(
    tx: Tx,
    person: "Person",
    *,
    programme: str,
    pairing: int,
    dialog: str,
    version: str,
    answers: dict[str, Any],
    result: int | None,
    now: datetime,
) -> None:
    seal = token()
    body = person.cipher.seal({"version": version, "answers": answers}, f"pacts.body:{seal}")
    values = {
        "programme": programme,
        "pairing": pairing,
        "dialog": dialog,
        "person": person.id,
        "body": body,
        "seal": seal,
        "revision": 1,
        "result": result,
        "answered_at": now,
    }
    tx.execute(insert(s.pacts), values)


def answer_anew(
    tx: Tx, person: "Person", side: Side, *, version: str, answers: dict[str, Any], now: datetime
) -> None:
    """Other answers than before: both sides' yes to the old ones is worth nothing any more."""
    _rewrite(tx, person, side, version, answers, side.holds, answered_at=now)


def hold(tx: Tx, person: "Person", side: Side, holds: dict[str, dict[str, str]]) -> None:
    """Other choices than before, which takes every yes back as well."""
    _rewrite(tx, person, side, side.version, side.answers, holds)


def _rewrite(
    tx: Tx,
    person: "Person",
    side: Side,
    version: str,
    answers: dict[str, Any],
    holds: dict[str, dict[str, str]],
    **more: datetime,
) -> None:
    seal = token()
    body = {"version": version, "answers": answers, "holds": holds}
    sealed = person.cipher.seal(body, f"pacts.body:{seal}")
    values = {"body": sealed, "seal": seal, "revision": side.revision + 1, **more}
    tx.execute(update(s.pacts).where(s.pacts.c.id == side.id), values)
    _both(tx, side, confirmed_at=None, agreed_at=None)


def mark(tx: Tx, side: Side, **at: datetime | None) -> None:
    """When this side was asked for an answer, or confirmed."""
    tx.execute(update(s.pacts).where(s.pacts.c.id == side.id), at)


def agree(tx: Tx, side: Side, now: datetime) -> None:
    _both(tx, side, agreed_at=now)


def _both(tx: Tx, side: Side, **at: datetime | None) -> None:
    together = (s.pacts.c.pairing == side.pairing) & (s.pacts.c.dialog == side.dialog)
    tx.execute(update(s.pacts).where(together), at)


def forget(tx: Tx, person: int) -> None:
    """Removes what one person answered, from the other side's result too."""
    mine = select(s.pacts.c.pairing, s.pacts.c.dialog).where(s.pacts.c.person == person)
    for pairing, dialog in tx.execute(mine).all():
        theirs = select(s.pacts.c.result).where(
            s.pacts.c.pairing == pairing, s.pacts.c.dialog == dialog, s.pacts.c.person != person
        )
        for result in tx.execute(theirs).scalars().all():
            _own_words_only(tx, result)
    tx.execute(delete(s.pacts).where(s.pacts.c.person == person))


def _own_words_only(tx: Tx, result: int | None) -> None:
    row = tx.execute(
        select(s.results.c.body, s.results.c.seal, s.people.c.key)
        .join(s.people, s.people.c.id == s.results.c.person)
        .where(s.results.c.id == result, s.people.c.key.is_not(None))
    ).first()
    if row is None:
        return
    cipher, name = tx.cipher(row.key), f"results.body:{row.seal}"
    body = cipher.open(row.body, name)
    own = body["data"].get("own")
    if own is not None:
        sealed = cipher.seal({"text": own["text"], "data": own["data"]}, name)
        tx.execute(update(s.results).where(s.results.c.id == result), {"body": sealed})
