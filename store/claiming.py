"""Claiming what is due while some programme's plan is not up to date yet."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import or_, select

from store import occurrences
from store import schema as s
from store.occurrences import Due
from store.work import Tx


def due_but(
    tx: Tx, now: datetime, most: int, programmes: Collection[str], kinds: Collection[str]
) -> list[Due]:
    """What has fallen due, oldest first, without these kinds of these programmes.

    On PostgreSQL these people are this transaction's alone, as with `occurrences.due`.
    """
    row = s.occurrences.c
    query = (
        select(row.id)
        .where(row.state == s.said(occurrences.WAITING), row.due_at <= now)
        .where(or_(row.programme.not_in(programmes), row.kind.not_in(kinds)))
        .order_by(row.due_at, row.id)
        .limit(most)
    )
    if tx.postgresql:
        query = occurrences.with_their_person(query)
    found = [occurrences.find(tx, each) for each in tx.execute(query).scalars()]
    return [each for each in found if each is not None]
