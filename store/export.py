"""Everything that is kept about one person, for that person."""

from typing import Any

from store import feed, people, sessions, tasks
from store import journal as journals
from store.people import Person
from store.work import Tx

ALL = 1_000_000


def everything(tx: Tx, person: Person) -> dict[str, Any]:
    """Plain data, readable without us."""
    return {
        "name": person.name,
        "age": person.age,
        "language": person.language,
        "consent": person.consent_at,
        "parts": [_part(tx, person, part) for part in people.parts(tx, person.id)],
        "conversation": [
            {"at": one.at, "from": one.sender, "text": one.text}
            for one in feed.page(tx, person, 0, ALL)
        ],
        "tasks": [
            {"title": task.title, "due": task.due, "status": task.status}
            for task in tasks.listed(tx, person, open_only=False)
        ],
        "results": [
            {"dialog": one.dialog, "text": one.text, "shared": one.shared, "at": one.created_at}
            for one in sessions.results(tx, person)
        ],
        "check_ins": [
            {"at": entry.at, **entry.data}
            for entry in journals.read(tx, person, "check_in", most=ALL)
        ],
    }


def _part(tx: Tx, person: Person, part: people.Part) -> dict[str, Any]:
    return {
        "programme": part.programme,
        "role": part.role,
        "profile": people.profile(tx, person, part.id),
    }
