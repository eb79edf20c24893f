"""What is to be sent: written in the transaction that decided it, sent outside of it.

The key says what a row is (which reply, which occurrence, which announcement, to whom), and is
unique: deciding twice sends once. A button's opaque key is the row's token and the button's place.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, literal_column, or_, select, update

from mentoring.carrying import fit
from mentoring.message import Message
from store import crypto
from store import schema as s
from store.ahead import MISSING
from store.among import among
from store.crypto import Cipher
from store.people import Person
from store.prepared import Prepared, PreparedSelect
from store.work import Tx

SAFETY, REPLY, TODAY, NUDGE, BROADCAST = range(5)
"""What leaves first where much waits. `TODAY` is a word about what begins this very day: behind ten
thousand reminders it would come when the meeting is over. Rows of before it was there may still say
2 for a reminder and 3 for an announcement; they are the older ones and go first anyway."""

PEOPLE = "people"
"""Beside a message's reason, if any: all whose doing or names it tells, where they are several."""

RESULTS = "results"
"""Beside them: the results it shows to somebody they were shared with."""

HELD = "held"
"""The state of what waits for its reader's waking hours; no courier sees it (see `store.held`)."""

GOODBYE = "goodbye"
EDIT = "edit"
"""The kind of a row that changes a message sent before and is none itself."""

STRANGER, GROUP = "stranger", "group"
SHOWN = "shown"
"""What a chat of several people is shown of an activity; kept no longer than words to strangers."""
BATCH = 500
TABLE = "outbox"
_KEY = re.compile(r"([A-Za-z0-9_-]{16})\.([0-9]{1,3})")  # crypto.token and a place


@dataclass(frozen=True, kw_only=True)
class Offered:
    """One button of a message: what it says, the key that stands for it, what it does."""

    label: str
    key: str
    action: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """What stood behind a button, with the row it belongs to."""

    outbox: int
    action: dict[str, Any]
    label: str


_ADD = Prepared(
    insert(s.outbox).inline(),
    *("key", "person", "channel", "address", "priority", "kind", "body", "token", "about", "why"),
    *("state", "attempts", "not_before", "created_at"),
)
_BY_KEY = PreparedSelect(select(s.outbox.c.id).where(s.outbox.c.key == bindparam("key")))
_BY_TOKEN = select(s.outbox.c.id, s.outbox.c.key, s.outbox.c.body).where(
    s.outbox.c.token == bindparam("token"), s.outbox.c.person == bindparam("person")
)


def put(
    tx: Tx,
    person: Person,
    message: Message,
    *,
    key: str,
    now: datetime,
    kind: str = "reply",
    priority: int = REPLY,
    channel: str = "web",
    why: dict[str, Any] | None = None,
    author: str | None = None,
    about: int | None = None,
    check: bool = True,
    not_before: datetime | None = None,
) -> bool:
    """False when a row with this key exists already.

    What the channel can't carry as one message becomes several rows, each with a key of its own.
    `about` is whose doing the message speaks of: it is erased with them. `check=False` is for
    keys that can't exist yet (replies to an inbox row handled once). With `not_before` it is held.
    """
    if check and _exists(tx, person.id, key):
        return False
    for number, part in enumerate(fit(message, channel, author), start=1):
        name = key if number == 1 else f"{key}#{number}"
        values = _row(
            person.cipher,
            name,
            channel,
            _body(part, author),
            now,
            kind=kind,
            person=person.id,
            priority=priority,
            token=crypto.token() if part.buttons else None,
            about=about,
            why=why,
            state="waiting" if not_before is None else HELD,
            not_before=not_before,
        )
        _ADD.later(tx, values)
    if tx.ahead is not None:
        tx.ahead.forget(TABLE, person.id)
    return True


def _row(
    cipher: Cipher, key: str, channel: str, body: dict[str, Any], now: datetime, **more: Any
) -> dict[str, Any]:
    """A row as it waits to be sent, with the body sealed; a reply unless told otherwise."""
    return {
        "key": key,
        "person": None,
        "channel": channel,
        "address": None,
        "priority": REPLY,
        "kind": "reply",
        "body": cipher.seal(body, f"outbox.body:{key}"),
        "token": None,
        "about": None,
        "why": None,
        "state": "waiting",
        "attempts": 0,
        "not_before": None,
        "created_at": now,
        **more,
    }


def _exists(tx: Tx, person: int, key: str) -> bool:
    known: bool = tx.known(TABLE, person, key)
    return _BY_KEY.first(tx, {"key": key}) is not None if known is MISSING else known


def put_edit(tx: Tx, person: Person, *, row: int, chosen: str, channel: str, now: datetime) -> None:
    """The buttons of a message that has been answered are to give way to what was chosen."""
    key = f"edit:{row}"
    if _BY_KEY.first(tx, {"key": key}) is not None:
        return
    columns = (s.outbox.c.key, s.outbox.c.body, s.outbox.c.about, s.outbox.c.why)
    found = tx.execute(select(*columns).where(s.outbox.c.id == row)).first()
    if found is None:  # its owner has just been erased
        return
    body = person.cipher.open(found.body, f"outbox.body:{found.key}")
    kept = {name: body.get(name) for name in ("text", "image", "author")}
    edit = {"edit": row, "chosen": chosen, **kept}
    why = {name: ids for name, ids in (found.why or {}).items() if name in (PEOPLE, RESULTS)}
    more = {"kind": EDIT, "priority": NUDGE, "about": found.about, "why": why or None}
    values = _row(person.cipher, key, channel, edit, now, person=person.id, **more)
    _ADD(tx, values)


def put_instead(
    tx: Tx, person: Person, message: Message, *, row: int, key: str, channel: str, now: datetime
) -> bool:
    """The message takes the place of one sent before, which it asks once more in another state.

    False where the channel can't carry it as one. It leaves in its turn, like any answer, and has
    keys of its own: a button of the earlier state stays recognisable as such.
    """
    parts = fit(message, channel)
    if len(parts) != 1:
        return False
    values = _row(
        person.cipher,
        key,
        channel,
        {"edit": row, **_body(parts[0], None)},
        now,
        kind=EDIT,
        person=person.id,
        token=crypto.token(),
    )
    _ADD(tx, values)
    return True


def put_to_stranger(
    tx: Tx, text: str, *, key: str, channel: str, address: str, now: datetime, kind: str = STRANGER
) -> bool:
    """A word to somebody we know nothing of but the address they wrote from, or to a group (kind
    GROUP, which is remembered)."""
    if _BY_KEY.first(tx, {"key": key}) is not None:
        return False
    values = _row(tx.keyring.own, key, channel, {"text": text}, now, kind=kind, address=address)
    _ADD(tx, values)
    return True


def put_to_group(
    tx: Tx, message: Message, *, key: str, channel: str, address: str, now: datetime
) -> bool:
    """A message with buttons or a picture to a chat of several people. False when it was said."""
    if _BY_KEY.first(tx, {"key": key}) is not None:
        return False
    for number, part in enumerate(fit(message, channel, None), start=1):
        name = key if number == 1 else f"{key}#{number}"
        values = _row(
            tx.keyring.own,
            name,
            channel,
            _body(part, None),
            now,
            kind=SHOWN,
            address=address,
            token=crypto.token() if part.buttons else None,
        )
        _ADD(tx, values)
    return True


def pressed_in_group(tx: Tx, channel: str, address: str, key: str) -> dict[str, Any] | None:
    """What a button does that stands in that chat for everybody; None for any other key."""
    if (match := _KEY.fullmatch(key)) is None:
        return None
    token, place = match.groups()
    query = select(s.outbox.c.key, s.outbox.c.body).where(
        s.outbox.c.token == token,
        s.outbox.c.person.is_(None),
        s.outbox.c.channel == channel,
        s.outbox.c.address == address,
    )
    if (row := tx.execute(query).first()) is None:
        return None
    buttons = tx.keyring.own.open(row.body, f"outbox.body:{row.key}").get("buttons", [])
    return dict(buttons[int(place)][1]) if int(place) < len(buttons) else None


def _body(message: Message, author: str | None) -> dict[str, Any]:
    body: dict[str, Any] = {"text": message.text}
    if message.buttons:
        body["buttons"] = [[b.label, dict(b.action)] for b in message.buttons]
    if message.image:
        body["image"], body["alt"] = message.image, message.alt
    if message.document:
        body["document"] = message.document
    if author:
        body["author"] = author
    return body


def said_to(tx: Tx, channel: str, address: str, since: datetime | None) -> bool:
    """Whether this stranger or group has been told something, ever or since an instant."""
    query = select(s.outbox.c.id).where(
        s.outbox.c.channel == channel,
        s.outbox.c.address == address,
        s.outbox.c.kind != GOODBYE,
    )
    if since is not None:
        query = query.where(s.outbox.c.created_at >= since)
    return tx.execute(query.limit(1)).first() is not None


def pressed(tx: Tx, person: Person, key: str) -> Pressed | None:
    """The button this key stands for, if it is this person's; None for forged or foreign keys."""
    if (match := _KEY.fullmatch(key)) is None:
        return None
    token, place = match.groups()
    row = tx.execute(_BY_TOKEN, {"token": token, "person": person.id}).first()
    if row is None:
        return None
    buttons = person.cipher.open(row.body, f"outbox.body:{row.key}").get("buttons", [])
    if int(place) >= len(buttons):
        return None
    label, action = buttons[int(place)]
    return Pressed(outbox=row.id, action=action, label=label)


def last_offer(tx: Tx, person: Person) -> list[Offered]:
    """The newest message's buttons, so that typed words can count as a tap."""
    query = (
        select(s.outbox.c.key, s.outbox.c.body, s.outbox.c.token)
        .where(s.outbox.c.person == person.id, s.outbox.c.kind != EDIT, s.outbox.c.state != HELD)
        .order_by(s.outbox.c.id.desc())
        .limit(1)
    )
    row = tx.execute(query).first()
    if row is None or row.token is None:
        return []
    buttons = person.cipher.open(row.body, f"outbox.body:{row.key}").get("buttons", [])
    return [
        Offered(label=label, key=f"{row.token}.{place}", action=action)
        for place, (label, action) in enumerate(buttons)
    ]


def why(tx: Tx, person: Person, kinds: tuple[str, ...]) -> tuple[str, dict[str, Any]] | None:
    """(kind, reason) of the newest message nobody asked for: of these kinds, or with a reason."""
    caused = s.outbox.c.why["rule"].as_string().is_not(None)
    unasked = or_(s.outbox.c.kind.in_(kinds), caused)
    unseen = s.outbox.c.state.in_((HELD, "cancelled"))
    query = (
        select(s.outbox.c.kind, s.outbox.c.why)
        .where(s.outbox.c.person == person.id, unasked, ~unseen)
        .order_by(s.outbox.c.id.desc())
        .limit(1)
    )
    row = tx.execute(query).first()
    return None if row is None else (row.kind, row.why or {})


_THEIRS = select(s.outbox.c.person, s.outbox.c.kind, s.outbox.c.created_at).where(
    s.outbox.c.created_at >= bindparam("since"),
    s.outbox.c.state != literal_column("'cancelled'"),
)
_SINCE = PreparedSelect(_THEIRS.where(s.outbox.c.person == bindparam("owner")))
_SINCE_AMONG = PreparedSelect(_THEIRS.where(among(s.outbox.c.person, "people")))
_KEYS_AMONG = PreparedSelect(select(s.outbox.c.key).where(among(s.outbox.c.key, "keys")))


def read_ahead(tx: Tx, keys: dict[str, int], since: datetime) -> None:
    """What was said to these people since an instant, and which of the keys, each with the person
    it is for, exist already."""
    if tx.ahead is None:
        return
    told: dict[int, list[Any]] = {person: [] for person in keys.values()}
    for row in _SINCE_AMONG.all(tx, {"people": [*told], "since": since}):
        told[row.person].append(row)
    for person, rows in told.items():
        tx.ahead.learn(TABLE, person, _SINCE, (since, rows))
    there = {row.key for row in _KEYS_AMONG.all(tx, {"keys": [*keys]})}
    for key, person in keys.items():
        tx.ahead.learn(TABLE, person, key, key in there)


def unprompted_since(tx: Tx, person: int, kinds: tuple[str, ...], since: datetime) -> int:
    """How many messages nobody asked for a person was given since an instant."""
    return sum(row.kind in kinds for row in _said_since(tx, person, since))


def _said_since(tx: Tx, person: int, since: datetime) -> list[Any]:
    known: tuple[datetime, list[Any]] = tx.known(TABLE, person, _SINCE)
    if known is not MISSING and known[0] <= since:
        return [row for row in known[1] if row.created_at >= since]
    return _SINCE.all(tx, {"owner": person, "since": since})


def reasons_since(tx: Tx, person: int, kinds: tuple[str, ...], since: datetime) -> list[Any]:
    """Why each of them was sent."""
    query = select(s.outbox.c.why).where(
        s.outbox.c.person == person,
        s.outbox.c.kind.in_(kinds),
        s.outbox.c.created_at >= since,
        s.outbox.c.state != "cancelled",
    )
    return [why or {} for why in tx.execute(query).scalars()]


NOT_LEFT = s.outbox.c.state.in_(("waiting", HELD))


def cancel(tx: Tx, person: int, kinds: tuple[str, ...]) -> int:
    """Withdraws what waits; returns how many."""
    waiting = update(s.outbox).where(
        s.outbox.c.person == person, NOT_LEFT, s.outbox.c.kind.in_(kinds)
    )
    return tx.execute(waiting, {"state": "cancelled"}).rowcount
