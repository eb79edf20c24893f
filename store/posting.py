"""What leaves by a channel of somebody else's: claimed, sent outside, and settled afterwards.

A row is `sending` from the commit before its request to the commit after its answer. If the process
dies in between, nobody knows whether it arrived: such a row is uncertain. Replies and safety
messages are then repeated, since a person waits for them; what nobody asked for is not.

At most one row of a person's is on its way by one channel, the most urgent first and else the
oldest, also across processes: that keeps the order, and the pace of one chat.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, func, or_, select, update

from store import activities
from store import schema as s
from store.outbox import REPLY
from store.prepared import Prepared, PreparedSelect
from store.work import Tx

WAITING, SENDING, SENT = "waiting", "sending", "sent"
UNCERTAIN, DEAD, UNREACHABLE, EXPIRED = "uncertain", "dead", "unreachable", "expired"
CANCELLED = "cancelled"
LEASE = timedelta(seconds=90)
"""Longer than any request may take; a row claimed before that belongs to nobody any more."""

REPEATED = REPLY
"""Rows of this priority, or more urgent, are sent again when nobody knows whether they arrived."""

ERROR_LIMIT = 200


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One row on its way. `body` is None when its owner was erased meanwhile."""

    id: int
    person: int | None
    address: str | None
    blocked: bool
    priority: int
    kind: str
    body: dict[str, Any] | None
    token: str | None
    attempts: int
    target: str | None = None
    """The platform's id of the message that an edit is about."""


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What became of a row. `next_at` says from when a waiting one may be tried again."""

    id: int
    state: str
    error: str | None = None
    attempts: int = 0
    next_at: datetime | None = None
    remote: str | None = None


@dataclass(frozen=True, kw_only=True)
class Share:
    """Which people's rows this worker sends, when several share a channel."""

    index: int = 0
    count: int = 1


ALL = Share()

_IS_WAITING = s.outbox.c.state == s.said(WAITING)
_IS_OPEN = [s.said(state) for state in s.OPEN_STATES]
_IS_TROUBLED = [s.said(state) for state in s.TROUBLED_STATES]

_earlier = s.outbox.alias("earlier")
_OLDER_OPEN = exists().where(
    _earlier.c.person == s.outbox.c.person,
    _earlier.c.channel == s.outbox.c.channel,
    _earlier.c.state.in_(_IS_OPEN),
    or_(
        _earlier.c.priority < s.outbox.c.priority,
        and_(_earlier.c.priority == s.outbox.c.priority, _earlier.c.id < s.outbox.c.id),
        _earlier.c.state == s.said(SENDING),
    ),
    _earlier.c.id != s.outbox.c.id,
)
_WAITING = (
    select(
        s.outbox.c.id,
        s.outbox.c.key,
        s.outbox.c.person,
        s.outbox.c.address,
        s.outbox.c.priority,
        s.outbox.c.kind,
        s.outbox.c.body,
        s.outbox.c.token,
        s.outbox.c.attempts,
        s.people.c.key.label("wrapped"),
        s.identities.c.address.label("home"),
        s.identities.c.blocked_at,
    )
    .outerjoin(s.people, s.people.c.id == s.outbox.c.person)
    .outerjoin(
        s.identities,
        and_(
            s.identities.c.person == s.outbox.c.person,
            s.identities.c.channel == s.outbox.c.channel,
        ),
    )
    .where(
        s.outbox.c.channel == bindparam("channel"),
        _IS_WAITING,
        or_(s.outbox.c.next_at.is_(None), s.outbox.c.next_at <= bindparam("now")),
        ~_OLDER_OPEN,
    )
    .order_by(s.outbox.c.priority, s.outbox.c.id)
    .limit(bindparam("most"))
)
_SHARED = _WAITING.where(
    or_(
        func.coalesce(s.outbox.c.person, 0) % bindparam("count") == bindparam("index"),
        func.coalesce(s.outbox.c.next_at, s.outbox.c.created_at) < bindparam("overdue"),
    )
)
"""A worker that stands still keeps its lock and so its share; what it leaves lying is anybody's."""


def _locking(query: Select[Any]) -> PreparedSelect:
    return PreparedSelect(query.with_for_update(of=s.outbox, skip_locked=True))


_READY = {
    (False, False): PreparedSelect(_WAITING),
    (False, True): PreparedSelect(_SHARED),
    (True, False): _locking(_WAITING),
    (True, True): _locking(_SHARED),
}
"""By whether it is PostgreSQL, and whether several workers share the channel."""
_CLAIM = Prepared(
    update(s.outbox)
    .where(s.outbox.c.id == bindparam("row"))
    .values(state=SENDING, claim=bindparam("worker"), claimed_at=bindparam("at"))
)
_SETTLE = Prepared(
    update(s.outbox)
    .where(
        s.outbox.c.id == bindparam("row"),
        s.outbox.c.claim == bindparam("worker"),
        or_(s.outbox.c.state == SENDING, s.outbox.c.state == UNCERTAIN),
    )
    .values(
        state=bindparam("new_state"),
        error=bindparam("new_error"),
        attempts=bindparam("new_attempts"),
        next_at=bindparam("new_next"),
        remote=bindparam("new_remote"),
        sent_at=bindparam("at"),
    )
)


def claim(
    tx: Tx,
    *,
    channel: str,
    worker: str,
    now: datetime,
    real: datetime,
    most: int,
    share: Share = ALL,
) -> list[Parcel]:
    """Takes up to `most` rows to send, most urgent first; the caller sends them after the commit.

    `now` is the clock's and may be wound; the lease counts in `real` time.

    Several workers never get the same row: on PostgreSQL rows that another one is taking are
    passed over.
    """
    values = {"channel": channel, "now": now, "most": most}
    shared = share.count > 1
    if shared:
        values |= {"count": share.count, "index": share.index, "overdue": now - LEASE}
    rows = _READY[tx.postgresql, shared].all(tx, values)
    if rows:
        _CLAIM.many(tx, [{"row": row.id, "worker": worker, "at": real} for row in rows])
    return [_parcel(tx, row) for row in rows]


def _parcel(tx: Tx, row: Any) -> Parcel:
    body = _body(tx, row)
    return Parcel(
        id=row.id,
        person=row.person,
        address=row.address or row.home,
        blocked=row.blocked_at is not None,
        priority=row.priority,
        kind=row.kind,
        body=body,
        token=row.token,
        attempts=row.attempts,
        target=_target(tx, body["edit"]) if body and "edit" in body else None,
    )


def _body(tx: Tx, row: Any) -> dict[str, Any] | None:
    if row.person is not None and row.wrapped is None:
        return None
    cipher = tx.cipher(row.wrapped) if row.person is not None else tx.keyring.own
    found: dict[str, Any] = cipher.open(row.body, f"outbox.body:{row.key}")
    return found


def _target(tx: Tx, row: int) -> str | None:
    found: str | None = tx.execute(select(s.outbox.c.remote).where(s.outbox.c.id == row)).scalar()
    return found


def settle(tx: Tx, worker: str, settled: Sequence[Settled], now: datetime) -> None:
    """Records what became of rows this worker had claimed; a row taken from it is left alone."""
    if not settled:
        return
    _SETTLE.many(
        tx,
        [
            {
                "row": one.id,
                "worker": worker,
                "new_state": one.state,
                "new_error": one.error and one.error[:ERROR_LIMIT],
                "new_attempts": one.attempts,
                "new_next": one.next_at,
                "new_remote": one.remote,
                "at": now if one.state == SENT else None,
            }
            for one in settled
        ],
    )


def recover(tx: Tx, alive: Sequence[str], unknown: bool, now: datetime, most_attempts: int) -> int:
    """Settles rows that were on their way when their worker died or stalled; returns how many.

    `alive` are the workers that still run; with `unknown` any may. Rows of the living are left to
    them while the lease lasts.
    """
    fresh = s.outbox.c.claimed_at > now - LEASE
    theirs = fresh if unknown else and_(s.outbox.c.claim.in_(alive), fresh)
    sending = and_(s.outbox.c.state.in_(_IS_TROUBLED), s.outbox.c.state == SENDING)
    lost = and_(sending, ~func.coalesce(theirs, False))
    again = and_(lost, s.outbox.c.priority <= REPEATED, s.outbox.c.attempts < most_attempts)
    repeated = tx.execute(
        update(s.outbox)
        .where(again)
        .values(state=WAITING, attempts=s.outbox.c.attempts + 1, error="uncertain, repeated")
    ).rowcount
    error = {"state": UNCERTAIN, "error": "the process ended while this was being sent"}
    return repeated + tx.execute(update(s.outbox).where(lost), error).rowcount


def release(tx: Tx, channel: str) -> None:
    """What waited for the platform to answer again may be tried at once."""
    waiting = update(s.outbox).where(
        s.outbox.c.channel == channel, _IS_WAITING, s.outbox.c.next_at.is_not(None)
    )
    tx.execute(waiting, {"next_at": None})


def next_at(tx: Tx, channel: str, now: datetime) -> datetime | None:
    """The next moment at which a row that was put off may be tried.

    What is due already and was not claimed waits for another row, or is another worker's.
    """
    query = select(func.min(s.outbox.c.next_at)).where(
        s.outbox.c.channel == channel, _IS_WAITING, s.outbox.c.next_at > now
    )
    return tx.execute(query).scalar()


def moved(tx: Tx, channel: str, old: str, new: str) -> None:
    """A chat has got another address (a group became a supergroup)."""
    tx.execute(
        update(s.outbox).where(s.outbox.c.channel == channel, s.outbox.c.address == old),
        {"address": new},
    )
    activities.chat_moved(tx, channel, old, new)


def waiting_for(tx: Tx, person: int) -> int:
    """How many messages to a person have not left yet."""
    query = select(func.count()).where(s.outbox.c.person == person, s.outbox.c.state.in_(_IS_OPEN))
    return tx.execute(query).scalar_one()


def strand(tx: Tx, person: int, channel: str, reason: str) -> None:
    """What was to go by a channel that no longer reaches the person stays, visibly.

    What is on its way is left alone: it may have arrived just before, and must not be repeated.
    """
    waiting = update(s.outbox).where(
        s.outbox.c.person == person, s.outbox.c.channel == channel, s.outbox.c.state == WAITING
    )
    tx.execute(waiting, {"state": UNREACHABLE, "error": reason[:ERROR_LIMIT]})


def reroute(tx: Tx, person: int, old: str, new: str) -> None:
    """What could not go one way goes the other."""
    stranded = update(s.outbox).where(
        s.outbox.c.person == person,
        s.outbox.c.channel == old,
        s.outbox.c.state.in_((WAITING, UNREACHABLE)),
        s.outbox.c.kind != "edit",
    )
    tx.execute(
        stranded, {"state": WAITING, "channel": new, "next_at": None, "error": None, "attempts": 0}
    )


def resume(tx: Tx, person: int, channel: str, since: datetime, prompts: Sequence[str]) -> None:
    """Somebody can be reached again: what is still of use goes out, the rest has expired."""
    theirs = and_(
        s.outbox.c.person == person, s.outbox.c.channel == channel, s.outbox.c.state == UNREACHABLE
    )
    late = or_(
        s.outbox.c.kind.in_((*prompts, "edit")),
        and_(s.outbox.c.created_at < since, s.outbox.c.priority == REPLY),
    )
    tx.execute(
        update(s.outbox).where(theirs, late),
        {"state": EXPIRED, "error": "out of date when the person came back"},
    )
    tx.execute(
        update(s.outbox).where(theirs),
        {"state": WAITING, "next_at": None, "error": None, "attempts": 0},
    )
