"""Who may read a result besides its owner: the pairings it was shared with, or the coordinators."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from store import schema as s
from store.work import Tx


def given_to(pairing: int) -> Any:
    """The results this pairing was given, as a condition of a query."""
    return select(s.shares.c.result).where(s.shares.c.pairing == pairing)


def given(tx: Tx, person: int) -> dict[int, dict[int, str]]:
    """Result to the pairings it was shared with; one that is erased has ended."""
    query = (
        select(s.shares.c.result, s.shares.c.pairing, s.pairings.c.status)
        .join(s.results, s.results.c.id == s.shares.c.result)
        .outerjoin(s.pairings, s.pairings.c.id == s.shares.c.pairing)
        .where(s.results.c.person == person)
    )
    found: dict[int, dict[int, str]] = {}
    for row in tx.execute(query):
        found.setdefault(row.result, {})[row.pairing] = row.status or "ended"
    return found


def shared(tx: Tx, person: int, pairing: int | None = None) -> frozenset[int]:
    """Which of this person's results this pairing may read now; without it, any that goes on."""
    theirs = (
        select(s.results.c.id)
        .join(s.shares, s.shares.c.result == s.results.c.id)
        .where(s.results.c.person == person, s.results.c.shared)
    )
    if pairing is not None:
        theirs = theirs.where(s.shares.c.pairing == pairing)
    else:
        theirs = theirs.join(s.pairings, s.pairings.c.id == s.shares.c.pairing)
        theirs = theirs.where(s.pairings.c.status == "active")
    return frozenset(tx.execute(theirs).scalars())


def share(tx: Tx, person: int, result: int, pairings: Collection[int]) -> bool:
    """Adds readers; without any, it waits for the next first. False when it isn't this person's."""
    if not _wish(tx, person, result, True):
        return False
    if not pairings:
        tx.execute(delete(s.shares).where(s.shares.c.result == result))
    theirs = select(s.shares.c.pairing).where(s.shares.c.result == result)
    given = frozenset(tx.execute(theirs).scalars())
    for pairing in sorted(set(pairings) - given):
        tx.execute(insert(s.shares), {"result": result, "pairing": pairing})
    return True


def unshare(tx: Tx, person: int, result: int) -> bool:
    """Nobody else reads it any more. False when the result is not this person's."""
    if not _wish(tx, person, result, False):
        return False
    tx.execute(update(s.results).where(s.results.c.id == result), {"handed_in_at": None})
    tx.execute(delete(s.shares).where(s.shares.c.result == result))
    return True


def unshare_with(tx: Tx, person: int, result: int, pairing: int) -> None:
    """This pairing reads it no more. Without any reader left it doesn't wait for the next one."""
    theirs = select(s.results.c.id).where(s.results.c.id == result, s.results.c.person == person)
    here = delete(s.shares).where(s.shares.c.result.in_(theirs), s.shares.c.pairing == pairing)
    if tx.execute(here).rowcount and result not in shared(tx, person):
        _wish(tx, person, result, False)
        tx.execute(delete(s.shares).where(s.shares.c.result == result))


def _wish(tx: Tx, person: int, result: int, shared: bool) -> bool:
    theirs = update(s.results).where(s.results.c.id == result, s.results.c.person == person)
    return tx.execute(theirs, {"shared": shared}).rowcount == 1


def hand_in(tx: Tx, person: int, result: int, now: datetime) -> None:
    """The coordinators' to read from now on, instead of what they got of this dialog before."""
    mine = select(s.results.c.programme, s.results.c.dialog).where(
        s.results.c.id == result, s.results.c.person == person
    )
    row = tx.execute(mine).one()
    earlier = update(s.results).where(
        s.results.c.person == person,
        s.results.c.programme == row.programme,
        s.results.c.dialog == row.dialog,
        s.results.c.handed_in_at.is_not(None),
    )
    tx.execute(earlier, {"handed_in_at": None})
    tx.execute(update(s.results).where(s.results.c.id == result), {"handed_in_at": now})


def handed_in(tx: Tx, programme: str) -> list[tuple[int, int]]:
    """Person and result of each application, the newest first."""
    query = (
        select(s.results.c.person, s.results.c.id)
        .where(s.results.c.programme == programme, s.results.c.handed_in_at.is_not(None))
        .order_by(s.results.c.handed_in_at.desc(), s.results.c.id.desc())
    )
    return [(row.person, row.id) for row in tx.execute(query)]


def give_waiting(tx: Tx, person: int, programme: str, pairing: int) -> frozenset[int]:
    """The results that waited for somebody to read them: this pairing's from now on."""
    asked_here = select(s.results.c.id).where(
        s.results.c.person == person,
        s.results.c.programme == programme,
        s.results.c.shared,
        s.results.c.id.not_in(select(s.shares.c.result)),
    )
    waiting = frozenset(tx.execute(asked_here).scalars())
    for result in sorted(waiting):
        tx.execute(insert(s.shares), {"result": result, "pairing": pairing})
    return waiting
