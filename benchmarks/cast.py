"""People with tasks by the hundred thousand, as they are in the database of a big programme."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from store import schema as s
from store.sessions import new_seal
from store.work import Store, Tx

PROGRAMME = "skola-kopiena"
AT_ONCE = 1000
TITLE = "Mājasdarbs matemātikā"


def person(tx: Tx, number: int, agreed: datetime) -> dict[str, Any]:
    return {
        "id": number,
        "key": tx.keyring.new_key(),
        "name": f"Jaunietis {number}",
        "language": "lv",
        "part": number,
        "channel": "web",
        "consent_at": agreed,
        "last_sign_at": agreed,
        "created_at": agreed,
    }


def part(number: int, role: str, agreed: datetime) -> dict[str, Any]:
    return {
        "id": number,
        "person": number,
        "programme": PROGRAMME,
        "role": role,
        "active": True,
        "created_at": agreed,
    }


def task(tx: Tx, owner: dict[str, Any], due: date, known: datetime) -> dict[str, Any]:
    seal = new_seal()
    return {
        "person": owner["id"],
        "programme": PROGRAMME,
        "title": tx.cipher(owner["key"]).seal(TITLE, f"tasks.title:{seal}"),
        "seal": seal,
        "due": due,
        "known_at": known,
        "status": "open",
        "created_at": known,
    }


def enter(store: Store, first: int, dues: list[date], agreed: datetime, known: datetime) -> None:
    """A mentee with one task for each of `dues`, numbered from `first` on."""
    for begin in range(0, len(dues), AT_ONCE):
        some = dues[begin : begin + AT_ONCE]
        store.run_now(lambda tx, some=some, at=first + begin: _enter(tx, at, some, agreed, known))


def _enter(tx: Tx, first: int, dues: list[date], agreed: datetime, known: datetime) -> None:
    people = [person(tx, first + place, agreed) for place in range(len(dues))]
    tx.execute(insert(s.people), people)
    tx.execute(insert(s.parts), [part(one["id"], "mentee", agreed) for one in people])
    tasks = [task(tx, one, due, known) for one, due in zip(people, dues, strict=True)]
    tx.execute(insert(s.tasks), tasks)


def said(figures: dict[str, float]) -> None:
    print(json.dumps(figures), flush=True)


def days(since: date, count: int, over: int) -> list[date]:
    return [since + timedelta(days=number * 7 % over) for number in range(count)]
