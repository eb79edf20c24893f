"""When somebody finished which dialog, whether it left a result or not."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from store import schema as s
from store.ahead import MISSING
from store.among import among
from store.prepared import PreparedSelect
from store.sessions import DONE
from store.work import Tx

_RESULTS = select(
    s.results.c.person, s.results.c.dialog, func.max(s.results.c.created_at).label("at")
).group_by(s.results.c.person, s.results.c.dialog)
_ENDED = (
    select(s.sessions.c.person, s.sessions.c.dialog, func.max(s.sessions.c.updated_at).label("at"))
    .where(s.sessions.c.status == s.said(DONE))
    .group_by(s.sessions.c.person, s.sessions.c.dialog)
)
_LAST = {
    "results": PreparedSelect(_RESULTS.where(s.results.c.person == bindparam("owner"))),
    "sessions": PreparedSelect(_ENDED.where(s.sessions.c.person == bindparam("owner"))),
}
_LAST_AMONG = {
    "results": PreparedSelect(_RESULTS.where(among(s.results.c.person, "people"))),
    "sessions": PreparedSelect(_ENDED.where(among(s.sessions.c.person, "people"))),
}


def last_finished(tx: Tx, person: int) -> dict[str, datetime]:
    """Dialog to the instant it was last finished, whether it left a result or not."""
    found: dict[str, datetime] = {}
    for table, query in _LAST.items():
        rows = tx.known(table, person, query)
        for row in query.all(tx, {"owner": person}) if rows is MISSING else rows:
            found[row.dialog] = max(row.at, found.get(row.dialog, row.at))
    return found


def times_finished(tx: Tx, person: int, dialogs: Collection[str]) -> list[datetime]:
    """Each time one of these dialogs was finished, a result and the session it came from once."""
    ended = select(s.sessions.c.id, s.sessions.c.updated_at).where(
        s.sessions.c.person == person,
        s.sessions.c.dialog.in_([*dialogs]),
        s.sessions.c.status == DONE,
    )
    kept = select(s.results.c.session, s.results.c.created_at).where(
        s.results.c.person == person, s.results.c.dialog.in_([*dialogs])
    )
    times = dict[int, datetime](tx.execute(ended).all())
    alone: list[datetime] = []
    for session, at in tx.execute(kept):
        if session is None:
            alone.append(at)
        else:
            times[session] = max(at, times.get(session, at))
    return sorted([*times.values(), *alone])


def read_ahead(tx: Tx, some: Collection[int]) -> None:
    """What each of these people has finished, for `last_finished`."""
    if tx.ahead is None or not some:
        return
    for table, query in _LAST_AMONG.items():
        found: dict[int, list[Any]] = {person: [] for person in some}
        for row in query.all(tx, {"people": [*found]}):
            found[row.person].append(row)
        for person, rows in found.items():
            tx.ahead.learn(table, person, _LAST[table], rows)
