"""People, how a channel knows them, and their parts in programmes."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, literal_column, select, update
from sqlalchemy.engine import Row

from store import schema as s
from store.ahead import MISSING
from store.among import among
from store.crypto import Cipher, digest
from store.prepared import PreparedSelect
from store.work import Tx

NAME_LIMIT = 120
SECRET_BYTES = 24


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person as the desk needs them. `cipher` reads and writes what is theirs."""

    id: int
    name: str
    age: int | None
    language: str
    zone: str | None
    part: int | None
    channel: str | None
    """Where they wrote last; answers go there."""
    prefers: str | None
    """Where they want to be written to unasked, if they ever said so."""
    focus: dict[str, Any] | None
    consent_at: datetime | None
    stopped_at: datetime | None
    muted: tuple[str, ...]
    rhythm: dict[str, Any]
    """How they like to be written to: quiet_from, quiet_to, hour, weekday, paused_until."""
    last_sign_at: datetime | None
    created_at: datetime
    cipher: Cipher = field(repr=False)
    unreached: bool = False
    """Looked up by an address at which nothing reached them so far."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One person's part in one programme."""

    id: int
    person: int
    programme: str
    role: str
    active: bool
    created_at: datetime


def person_of(tx: Tx, row: Row[Any]) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        age=row.age,
        language=row.language,
        zone=row.zone,
        part=row.part,
        channel=row.channel,
        prefers=row.prefers,
        focus=row.focus,
        consent_at=row.consent_at,
        stopped_at=row.stopped_at,
        muted=tuple(row.muted or ()),
        rhythm=row.rhythm or {},
        last_sign_at=row.last_sign_at,
        created_at=row.created_at,
        cipher=tx.cipher(row.key),
    )


_ONE = select(s.people).where(s.people.c.id == bindparam("id"), s.people.c.erased_at.is_(None))
_LOAD, _LOCK = PreparedSelect(_ONE), PreparedSelect(_ONE.with_for_update())
_PARTS = PreparedSelect(
    select(s.parts).where(s.parts.c.person == bindparam("person")).order_by(s.parts.c.id)
)


def load(tx: Tx, person: int, *, lock: bool = False) -> Person | None:
    """The person, or None when erased. `lock` makes other processes wait for this unit of work."""
    known: Person = MISSING if lock else tx.known("people", person, _LOAD)
    if known is not MISSING:
        return known
    row = (_LOCK if lock else _LOAD).first(tx, {"id": person})
    return None if row is None else person_of(tx, row)


def add(tx: Tx, *, name: str, language: str, now: datetime, age: int | None = None) -> int:
    values = {
        "key": tx.keyring.new_key(),
        "name": name[:NAME_LIMIT],
        "language": language,
        "age": age,
        "created_at": now,
    }
    return tx.insert(insert(s.people).returning(s.people.c.id), values)


def change(tx: Tx, person: int, **values: Any) -> None:
    tx.execute(update(s.people).where(s.people.c.id == person), values)


def join(tx: Tx, person: int, programme: str, role: str, now: datetime) -> int:
    """Gives the person a part in a programme and makes it the one they speak in."""
    found: int | None = tx.execute(
        select(s.parts.c.id).where(
            s.parts.c.person == person, s.parts.c.programme == programme, s.parts.c.role == role
        )
    ).scalar()
    if found is None:
        values = {"person": person, "programme": programme, "role": role, "created_at": now}
        found = tx.insert(insert(s.parts).returning(s.parts.c.id), values)
        tx.memo.clear()
    change(tx, person, part=found)
    return found


def part_of(row: Row[Any]) -> Part:
    return Part(
        id=row.id,
        person=row.person,
        programme=row.programme,
        role=row.role,
        active=row.active,
        created_at=row.created_at,
    )


def parts(tx: Tx, person: int) -> list[Part]:
    known: list[Part] = tx.known("people", person, _PARTS)
    if known is not MISSING:
        return known
    return [part_of(row) for row in _PARTS.all(tx, {"person": person}) if row.active]


_IN_PROGRAMME = (
    select(
        s.people,
        s.parts.c.id.label("part_id"),
        s.parts.c.role.label("part_role"),
        s.parts.c.programme.label("part_programme"),
        s.parts.c.created_at.label("part_created_at"),
    )
    .join(s.parts, s.parts.c.person == s.people.c.id)
    .where(s.people.c.erased_at.is_(None), s.parts.c.active)
    .order_by(s.parts.c.id)
)
_WITH_PART = PreparedSelect(
    _IN_PROGRAMME.where(
        s.people.c.id == bindparam("id"), s.parts.c.programme == bindparam("programme")
    ).limit(1)
)
_WITH_PARTS = PreparedSelect(_IN_PROGRAMME.where(among(s.people.c.id, "people")))


def taking_part(tx: Tx, person: int, programme: str) -> tuple[Person, Part] | None:
    """The person and their first part in a programme, or None when they have left it."""
    known: tuple[Person, Part] | None = tx.known("people", person, programme)
    if known is not MISSING:
        return known
    row = _WITH_PART.first(tx, {"id": person, "programme": programme})
    return None if row is None else _with_part(tx, row)


_IN_ROLE = PreparedSelect(
    _IN_PROGRAMME.where(
        s.parts.c.programme == bindparam("programme"), s.parts.c.role == bindparam("role")
    )
)


def in_role(tx: Tx, programme: str, role: str) -> list[tuple[Person, Part]]:
    """Everybody with that role and their part in it, at once."""
    rows = _IN_ROLE.all(tx, {"programme": programme, "role": role})
    return [_with_part(tx, row) for row in rows]


def _with_part(tx: Tx, row: Any) -> tuple[Person, Part]:
    part = Part(
        id=row.part_id,
        person=row.id,
        programme=row.part_programme,
        role=row.part_role,
        active=True,
        created_at=row.part_created_at,
    )
    return person_of(tx, row), part


def read_ahead(tx: Tx, some: Collection[tuple[int, str]]) -> None:
    """These people with their parts: for `taking_part` in these programmes, `load` and `parts`."""
    if tx.ahead is None:
        return
    found: dict[tuple[int, str], tuple[Person, Part]] = {}
    theirs: dict[int, list[Part]] = {}
    for row in _WITH_PARTS.all(tx, {"people": [*{person for person, _programme in some}]}):
        both = _with_part(tx, row)
        found.setdefault((row.id, row.part_programme), both)
        theirs.setdefault(row.id, []).append(both[1])
        tx.ahead.learn("people", row.id, _LOAD, both[0])
        tx.ahead.learn("people", row.id, _PARTS, theirs[row.id])
    for person, programme in some:
        tx.ahead.learn("people", person, programme, found.get((person, programme)))


_RESERVE = PreparedSelect(
    select(s.people.c.id)
    .where(among(s.people.c.id, "people"))
    .with_for_update(key_share=True, skip_locked=True)
)


def reserve(tx: Tx, some: Collection[int]) -> set[int]:
    """Those of these people whom nobody else decides about at this moment; until the commit they
    are this transaction's alone. SQLite has one writer, so there it is everybody."""
    if not tx.postgresql or not some:
        return set(some)
    return {row.id for row in _RESERVE.all(tx, {"people": [*some]})}


_HOLD = PreparedSelect(
    select(s.people.c.id)
    .where(among(s.people.c.id, "people"))
    .order_by(s.people.c.id)
    .with_for_update(key_share=True)
)


def hold(tx: Tx, some: Collection[int]) -> None:
    """Waits until nobody else decides about these people; until the commit they are this
    transaction's alone. Always in the same order, so that two never wait for one another."""
    if tx.postgresql and some:
        _HOLD.all(tx, {"people": [*some]})


def with_role(tx: Tx, programme: str, *roles: str) -> list[int]:
    """Ids of people who hold one of these roles now, in the order they joined."""
    return list(tx.execute(_holding(programme, *roles)).scalars())


def quiet(tx: Tx, programme: str, role: str, before: datetime) -> list[int]:
    """Who has that role and gave the last sign of life before an instant."""
    query = _holding(programme, role).where(s.people.c.last_sign_at < before)
    return list(tx.execute(query).scalars())


def _holding(programme: str, *roles: str) -> Select[Any]:
    return (
        select(s.parts.c.person)
        .join(s.people, s.people.c.id == s.parts.c.person)
        .where(
            s.parts.c.programme == programme,
            s.parts.c.role.in_(roles),
            s.parts.c.active,
            s.people.c.erased_at.is_(None),
        )
        .order_by(s.parts.c.id)
    )


def has_role(tx: Tx, person: int, programme: str, role: str) -> bool:
    query = select(s.parts.c.id).where(
        s.parts.c.person == person,
        s.parts.c.programme == programme,
        s.parts.c.role == role,
        s.parts.c.active,
    )
    return tx.execute(query).first() is not None


def profile(tx: Tx, person: Person, part: int) -> dict[str, Any]:
    sealed = tx.execute(
        select(s.parts.c.profile).where(s.parts.c.id == part, s.parts.c.person == person.id)
    ).scalar()
    return person.cipher.open(sealed, f"parts.profile:{part}") if sealed else {}


def set_profile(tx: Tx, person: Person, part: int, data: dict[str, Any]) -> None:
    sealed = person.cipher.seal(data, f"parts.profile:{part}")
    tx.execute(update(s.parts).where(s.parts.c.id == part), {"profile": sealed})


def new_web_identity(tx: Tx, person: int, now: datetime) -> str:
    """A new chat secret; the one before stops working. Only its hash is kept."""
    leave_channel(tx, person, "web")
    token = secrets.token_urlsafe(SECRET_BYTES)
    add_identity(tx, person, "web", digest(token), now)
    return token


def add_identity(tx: Tx, person: int, channel: str, address: str, now: datetime) -> None:
    tx.execute(
        insert(s.identities),
        {"person": person, "channel": channel, "address": address, "created_at": now},
    )


_BY_TOKEN = PreparedSelect(
    select(s.people)
    .join(s.identities, s.identities.c.person == s.people.c.id)
    .where(
        s.identities.c.channel == literal_column("'web'"),
        s.identities.c.address == bindparam("address"),
        s.people.c.erased_at.is_(None),
    )
)


def by_web_token(tx: Tx, token: str) -> Person | None:
    row = _BY_TOKEN.first(tx, {"address": digest(token)})
    return None if row is None else person_of(tx, row)


_BY_ADDRESS = PreparedSelect(
    select(s.people, s.identities.c.blocked_at)
    .join(s.identities, s.identities.c.person == s.people.c.id)
    .where(
        s.identities.c.channel == bindparam("channel"),
        s.identities.c.address == bindparam("address"),
        s.people.c.erased_at.is_(None),
    )
)


def by_address(tx: Tx, channel: str, address: str) -> Person | None:
    row = _BY_ADDRESS.first(tx, {"channel": channel, "address": address})
    if row is None:
        return None
    found = person_of(tx, row)
    return found if row.blocked_at is None else replace(found, unreached=True)


def channels(tx: Tx, person: int) -> dict[str, bool]:
    """The channels somebody can be written to on, each with whether they have blocked it."""
    query = (
        select(s.identities.c.channel, s.identities.c.blocked_at)
        .where(s.identities.c.person == person)
        .order_by(s.identities.c.id)
    )
    return {channel: blocked is not None for channel, blocked in tx.execute(query)}


def names(tx: Tx, programme: str) -> list[tuple[int, str]]:
    """Everybody with a part in a programme, by name."""
    query = (
        select(s.people.c.id, s.people.c.name)
        .join(s.parts, s.parts.c.person == s.people.c.id)
        .where(s.parts.c.programme == programme, s.parts.c.active, s.people.c.erased_at.is_(None))
        .distinct()
    )
    found = [(person, name) for person, name in tx.execute(query)]
    return sorted(found, key=lambda one: (one[1], one[0]))


def unreachable(tx: Tx, programme: str) -> list[tuple[int, datetime]]:
    """(person, since when) of a programme's people to whom no channel leads any more."""
    since = func.max(s.identities.c.blocked_at)
    query = (
        select(s.identities.c.person, since)
        .join(s.parts, s.parts.c.person == s.identities.c.person)
        .where(s.parts.c.programme == programme, s.parts.c.active)
        .group_by(s.identities.c.person)
        .having(func.count() == func.count(s.identities.c.blocked_at))
    )
    return [(person, at) for person, at in tx.execute(query)]


def set_blocked(tx: Tx, person: int, channel: str, at: datetime | None) -> bool:
    """False when that was known already."""
    theirs = (
        (s.identities.c.person == person)
        & (s.identities.c.channel == channel)
        & (s.identities.c.blocked_at.is_(None) if at else s.identities.c.blocked_at.is_not(None))
    )
    return tx.execute(update(s.identities).where(theirs), {"blocked_at": at}).rowcount > 0


def leave_channel(tx: Tx, person: int, channel: str) -> None:
    """Forgets how a channel knows this person, before it gets to know them anew."""
    tx.execute(
        delete(s.identities).where(
            s.identities.c.person == person, s.identities.c.channel == channel
        )
    )


def look(tx: Tx) -> None:
    """Raises where the database does not answer; costs the same however many people there are."""
    tx.execute(select(s.people.c.id).limit(1)).first()
