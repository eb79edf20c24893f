"""The web chat's own pages of a conversation: what was said and sent, in order.

For the web chat, to be in the feed is to be delivered: a row enters it in the same transaction that
marks the outbox row as sent, so nothing can be shown twice or lost in between.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from store import schema as s
from store.people import Person
from store.prepared import Prepared
from store.work import Tx

PAGE = 200


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One bubble: `sender` is me, bot or human; buttons are (key, label)."""

    id: int
    sender: str
    author: str | None
    text: str
    buttons: tuple[tuple[str, str], ...]
    image: str | None
    alt: str | None
    document: str | None
    at: datetime


_ADD = insert(s.feed).inline()
_SAID = Prepared(insert(s.feed).inline(), "person", "inbox", "at")
_WAITING = (
    select(s.outbox.c.id, s.outbox.c.person)
    .where(s.outbox.c.channel == "web", s.outbox.c.state == s.said("waiting"))
    .order_by(s.outbox.c.priority, s.outbox.c.id)
    .limit(bindparam("most"))
)
_SENT = (
    update(s.outbox)
    .where(s.outbox.c.id == bindparam("row"), s.outbox.c.state == "waiting")
    .values(state="sent", sent_at=bindparam("at"))
)
_PAGE = (
    select(
        s.feed.c.id,
        s.feed.c.at,
        s.inbox.c.channel,
        s.inbox.c.event,
        s.inbox.c.body.label("said"),
        s.outbox.c.key,
        s.outbox.c.token,
        s.outbox.c.body.label("sent"),
    )
    .outerjoin(s.inbox, s.inbox.c.id == s.feed.c.inbox)
    .outerjoin(s.outbox, s.outbox.c.id == s.feed.c.outbox)
    .where(s.feed.c.person == bindparam("person"), s.feed.c.id > bindparam("after"))
    .order_by(s.feed.c.id)
    .limit(bindparam("most"))
)


def said(tx: Tx, person: int, inbox: int, now: datetime) -> None:
    _SAID(tx, {"person": person, "inbox": inbox, "at": now})


def deliver(tx: Tx, now: datetime, most: int = 500) -> list[int]:
    """Moves waiting web rows into the feed, most urgent first; returns whose, one per row."""
    query = _WAITING.with_for_update(skip_locked=True) if tx.postgresql else _WAITING
    rows = list(tx.execute(query, {"most": most}))
    if rows:
        tx.execute(_SENT, [{"row": row.id, "at": now} for row in rows])
        tx.execute(
            _ADD,
            [{"person": r.person, "inbox": None, "outbox": r.id, "at": now} for r in rows],
        )
    return [row.person for row in rows]


def page(tx: Tx, person: Person, after: int = 0, most: int = PAGE) -> list[Shown]:
    rows = tx.execute(_PAGE, {"person": person.id, "after": after, "most": most})
    return [_shown(person, row) for row in rows]


def newest(tx: Tx, person: Person, most: int = PAGE) -> list[Shown]:
    """The last `most` bubbles, oldest of them first."""
    ids = select(s.feed.c.id).where(s.feed.c.person == person.id)
    floor = tx.execute(
        select(func.min(ids.order_by(s.feed.c.id.desc()).limit(most).subquery().c.id))
    ).scalar()
    return page(tx, person, after=(floor or 1) - 1, most=most)


def _shown(person: Person, row: Any) -> Shown:
    if row.said is not None:
        body = person.cipher.open(row.said, f"inbox.body:{row.channel}:{row.event}")
        return _bubble(row, "me", body, ())
    body = person.cipher.open(row.sent, f"outbox.body:{row.key}")
    buttons = tuple(
        (f"{row.token}.{place}", label) for place, (label, _) in enumerate(body.get("buttons", ()))
    )
    return _bubble(row, "human" if body.get("author") else "bot", body, buttons)


def _bubble(
    row: Any, sender: str, body: dict[str, Any], buttons: tuple[tuple[str, str], ...]
) -> Shown:
    return Shown(
        id=row.id,
        sender=sender,
        author=body.get("author"),
        text=body.get("shown") or body.get("text") or "",
        buttons=buttons,
        image=body.get("image"),
        alt=body.get("alt"),
        document=body.get("document"),
        at=row.at,
    )
