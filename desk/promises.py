"""A person was told by when a human answers; once that has passed, the humans are reminded once."""

from desk import support
from desk.visit import Visit
from mentoring.occurrence import Kind, Occurrence
from store.occurrences import Scope, reconcile

KIND: Kind = "unanswered"


def remember(human: Visit, asker: Visit, ticket: int) -> None:
    """The human's own occurrence, so that it is told in their day's message."""
    later = Occurrence(
        key=f"unanswered:{ticket}:{human.person.id}",
        kind=KIND,
        person=human.person.id,
        pairing=None,
        subject=ticket,
        due=support.answer_by(asker.programme, asker.now),
        why={"rule": KIND, "asker": asker.person.id},
    )
    programme = asker.part.programme
    scope = Scope(programme=programme, person=human.person.id, kinds=(KIND,), subject=ticket)
    reconcile(human.tx, scope, [later])
