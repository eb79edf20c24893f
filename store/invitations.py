"""Invitations: single-use, kept as a hash, expiring, bound to a role."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import insert, select, update

from store import schema as s
from store.crypto import digest
from store.people import Part, Person
from store.work import Tx

VALID_FOR = timedelta(days=14)
LINK_VALID_FOR = timedelta(days=1)
CODE_BYTES = 18  # 24 characters: fits Telegram's deep-link payload of 64


@dataclass(frozen=True, kw_only=True)
class Invitation:
    id: int
    programme: str
    role: str
    name: str
    language: str
    person: int | None
    """Whose it is already: it adds a channel to them instead of a new person."""


def issue(tx: Tx, *, programme: str, role: str, name: str, language: str, now: datetime) -> str:
    """The code of a new invitation; it is shown once and can't be read back."""
    code = secrets.token_urlsafe(CODE_BYTES)
    values = {
        "code": digest(code),
        "programme": programme,
        "role": role,
        "name": name,
        "language": language,
        "expires_at": now + VALID_FOR,
    }
    tx.execute(insert(s.invitations), values)
    return code


def issue_for(tx: Tx, person: Person, part: Part, now: datetime) -> str:
    """The code with which somebody adds another channel of their own."""
    code = secrets.token_urlsafe(CODE_BYTES)
    values = {
        "code": digest(code),
        "programme": part.programme,
        "role": part.role,
        "name": person.name,
        "language": person.language,
        "expires_at": now + LINK_VALID_FOR,
        "person": person.id,
    }
    tx.execute(insert(s.invitations), values)
    return code


def look(tx: Tx, code: str, now: datetime) -> Invitation | Literal["unknown", "used", "expired"]:
    row = tx.execute(select(s.invitations).where(s.invitations.c.code == digest(code))).first()
    if row is None:
        return "unknown"
    if row.used_at is not None:
        return "used"
    if row.expires_at <= now:
        return "expired"
    return Invitation(
        id=row.id,
        programme=row.programme,
        role=row.role,
        name=row.name,
        language=row.language,
        person=row.person,
    )


def use(tx: Tx, invitation: int, person: int, now: datetime) -> bool:
    """True for the one unit of work that used it; a second one at the same time gets False."""
    unused = update(s.invitations).where(
        s.invitations.c.id == invitation, s.invitations.c.used_at.is_(None)
    )
    return tx.execute(unused, {"used_at": now, "person": person}).rowcount == 1
