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
    """What has fallen due, in the order of `occurrences.due`, without these kinds of these
    programmes.

    On PostgreSQL these people are this transaction's alone, as there.
    """
    row = s.occurrences.c
    others = or_(row.programme.not_in(programmes), row.kind.not_in(kinds))
    ids: list[int] = []
    for which in (occurrences.URGENT, occurrences.ANY_OTHER):
        query = (
            select(row.id)
            .where(row.state == s.said(occurrences.WAITING), which, row.due_at <= now, others)
            .order_by(row.due_at, row.id)
            .limit(most - len(ids))
        )
        if tx.postgresql:
            query = occurrences.with_their_person(query)
        ids += tx.execute(query).scalars()
    found = [occurrences.find(tx, each) for each in ids]
    return [each for each in found if each is not None]
