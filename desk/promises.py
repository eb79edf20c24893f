"""A person was told by when a human answers; once that has passed, the humans are reminded once."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from desk import support
from desk.visit import Visit
from desk.world import World
from mentoring.occurrence import Kind, Occurrence
from store import occurrences, pairings, people, tickets
from store.occurrences import EXPIRED, Scope, reconcile
from store.tickets import Waiting
from store.work import Tx

KIND: Kind = "unanswered"
PROMISED = ("question", "help")
"""The kinds of ticket for which a time is named; an alert has its own way of being repeated."""

AT_ONCE = 20
LONG_PAST = timedelta(days=14)
"""An answer promised so long ago is no news: it stands in the list of who needs attention."""


def remember(human: Visit, asker: Visit, ticket: int) -> None:
    """The human's own occurrence, so that it is told in their day's message."""
    programme = asker.part.programme
    scope = Scope(programme=programme, person=human.person.id, kinds=(KIND,), subject=ticket)
    reconcile(human.tx, scope, [_later(human, asker, ticket, asker.now)])


def _later(human: Visit, asker: Visit, ticket: int, asked: datetime) -> Occurrence:
    return Occurrence(
        key=f"unanswered:{ticket}:{human.person.id}",
        kind=KIND,
        person=human.person.id,
        pairing=None,
        subject=ticket,
        due=support.answer_by(asker.programme, asked),
        why={"rule": KIND, "asker": asker.person.id},
    )


def catch_up(
    tx: Tx,
    world: World,
    programme: str,
    now: datetime,
    failed: Callable[[int, Exception], None],
    after: int = 0,
) -> int | None:
    """Remembers some open questions that nobody was to be reminded of, being older than this rule.

    Gives the last ticket looked at, to go on from; None at the end. `failed` hears whose question
    could not be: the others are remembered.
    """
    found = tickets.unwatched(tx, programme, PROMISED, KIND, after=after, most=AT_ONCE)
    for each in found:
        error = tx.guarded(partial(_catch_up, tx, world, programme, now, each))
        if error is not None:
            failed(each.person, error)
    return found[-1].id if found else None


def _catch_up(tx: Tx, world: World, programme: str, now: datetime, ticket: Waiting) -> None:
    taking_part = people.taking_part(tx, ticket.person, programme)
    if taking_part is not None:
        _remember_late(Visit(tx, world, *taking_part, now, f"promise:{ticket.id}"), ticket)


def _remember_late(asker: Visit, ticket: Waiting) -> None:
    """Told once, with the day's other things; what is long past is only written down as such."""
    for human in _humans(asker, ticket.kind):
        later = _later(human, asker, ticket.id, ticket.created_at)
        row = occurrences.add(asker.tx, asker.part.programme, later)
        if row is not None and later.due + LONG_PAST < asker.now:
            occurrences.settle(asker.tx, row, EXPIRED, "long past when it was first looked for")


def _humans(asker: Visit, kind: str) -> Iterable[Visit]:
    """Who may answer: the mentor a call for help goes to, else the coordinators."""
    if kind == "help":
        pairs = pairings.of_mentee(asker.tx, asker.person, asker.part.programme, "active")
        mentors = [asker.other(pair.mentor) for pair in pairs[:1]]
        if found := [mentor for mentor in mentors if mentor is not None]:
            return found
    return [who for who in asker.colleagues("coordinator") if who.person.id != asker.person.id]
