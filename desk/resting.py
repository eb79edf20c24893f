"""Until when a word from somebody else waits: its reader rests, or does not work now.

Nothing that another person causes comes in the quiet hours of the programme or of its reader.
Requests for a coordinator wait for support hours, too: the answer was promised by these.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from desk import support
from desk.rhythm import awake_at, rested
from mentoring.occurrence import Kind, Occurrence
from store import occurrences

if TYPE_CHECKING:
    from desk.visit import Visit

KIND: Kind = "held"
REQUESTS = ("ticket", "extension")
"""Messages of these kinds ask their reader to decide or to answer something."""


def until(reader: "Visit", kind: str) -> datetime | None:
    """The moment at which this reader may hear it; None for now."""
    day = rested(reader)
    if kind in REQUESTS and reader.part.role == "coordinator":
        day = awake_at(reader, support.opens(reader.programme, day))
    return day if day > reader.now else None


def plan(reader: "Visit", moment: datetime) -> None:
    """What is held for that moment is looked at then; once, however much there is."""
    programme, who = reader.part.programme, reader.person.id
    waking = Occurrence(
        key=f"{KIND}:{who}:{programme}:{moment:%Y%m%d%H%M%S}",
        kind=KIND,
        person=who,
        pairing=None,
        subject=None,
        due=moment,
        why={"rule": KIND},
    )
    occurrences.add(reader.tx, programme, waking, again=True)
