"""Thousands of mentees at once: in the database as years of a programme would have left them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Table, func, insert, select, update

from bot.wiring import load_programmes
from desk import announcing
from desk.visit import Visit
from desk.world import World
from scheduler.planning import keep_as_planned, plan_of
from store import announcements, people
from store import schema as s
from store.crypto import Keyring
from store.sessions import new_seal
from store.work import Store, Tx
from tests.awake import programmes, zone_at_noon

SECRET = "a secret for tests only"
SCHOOL = "skola-kopiena"
TELEGRAM = "telegram"
ROWS_AT_ONCE = 1000


def world() -> World:
    """The programmes as the processes of these tests have them."""
    return World(load_programmes(programmes()))


def open_store(url: str) -> Store:
    """The product's own store, beside the processes that work on it."""
    return Store(url, Keyring(SECRET.encode()))


def _insert(tx: Tx, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    rows = list(rows)
    for start in range(0, len(rows), ROWS_AT_ONCE):
        tx.execute(insert(table), rows[start : start + ROWS_AT_ONCE])


def enrol(tx: Tx, addresses: list[int]) -> list[int]:
    """Mentees who came in by Telegram and agreed; their numbers, in the order of the addresses."""
    now = datetime.now(UTC)
    same: dict[str, Any] = {"language": "lv", "zone": zone_at_noon(now), "channel": TELEGRAM}
    same |= {"created_at": now, "consent_at": now, "last_sign_at": now}
    before = tx.execute(select(func.coalesce(func.max(s.people.c.id), 0))).scalar_one()
    keys = ({"key": tx.keyring.new_key(), "name": f"Mentee {n}", **same} for n in addresses)
    _insert(tx, s.people, keys)
    query = select(s.people.c.id).where(s.people.c.id > before).order_by(s.people.c.id)
    found = list(tx.execute(query).scalars())
    part = {"programme": SCHOOL, "role": "mentee", "active": True, "created_at": now}
    _insert(tx, s.parts, ({"person": person, **part} for person in found))
    own = select(s.parts.c.id).where(s.parts.c.person == s.people.c.id).scalar_subquery()
    tx.execute(update(s.people).where(s.people.c.id > before).values(part=own))
    known = {"channel": TELEGRAM, "created_at": now}
    pairs = zip(found, addresses, strict=True)
    _insert(tx, s.identities, ({"person": one, "address": str(n), **known} for one, n in pairs))
    return found


def nothing_to_plan(tx: Tx, world: World) -> None:
    """Today's planning has been done."""
    programme = world.programme(SCHOOL).programme
    keep_as_planned(tx, programme, plan_of(programme, datetime.now(UTC)))


def remind(tx: Tx, numbers: list[int]) -> None:
    """Everybody's task comes to its reminder at this moment."""
    now = datetime.now(UTC)
    same: dict[str, Any] = {"programme": SCHOOL, "due": now.date() + timedelta(days=3)}
    same |= {"known_at": now, "status": "open", "created_at": now}
    rows = []
    for row in tx.execute(select(s.people).where(s.people.c.id.in_(numbers))):
        seal, person = new_seal(), people.person_of(tx, row)
        title = person.cipher.seal("Atnest darbu", f"tasks.title:{seal}")
        rows.append({"person": person.id, "title": title, "seal": seal, **same})
    _insert(tx, s.tasks, rows)
    due = {"programme": SCHOOL, "kind": "nudge", "due_at": now, "state": "waiting"}
    tasks = tx.execute(select(s.tasks.c.id, s.tasks.c.person).order_by(s.tasks.c.id))
    found = [
        {"key": f"nudge:{row.id}", "person": row.person, "subject": row.id, **due, "why": {}}
        for row in tasks
    ]
    _insert(tx, s.occurrences, found)


def announce(tx: Tx, world: World, text: str) -> None:
    """A coordinator sends this to all mentees."""
    now = datetime.now(UTC)
    author = people.add(tx, name="Ilze", language="lv", now=now)
    people.join(tx, author, SCHOOL, "coordinator", now)
    people.change(tx, author, consent_at=now)
    known = people.load(tx, author)
    assert known is not None
    visit = Visit(tx, world, known, people.parts(tx, author)[0], now, "test:announce")
    visit.live = True  # these tests run by the real clock, at any hour
    made = announcements.draft(tx, known, programme=SCHOOL, audience="mentees", text=text, now=now)
    announcing.send(visit, made)


def number_of(tx: Tx, address: int) -> int:
    found = people.by_address(tx, TELEGRAM, str(address))
    assert found is not None
    return found.id


def kindly_told(tx: Tx) -> int:
    """How often somebody was told that they write faster than can be read."""
    query = select(func.count()).where(s.outbox.c.key.startswith("fast:"))
    return tx.execute(query).scalar_one()
