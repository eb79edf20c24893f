"""The day's measure: how many messages that nobody asked for a reader has had today."""

from datetime import time

from desk.reasons import KINDS
from desk.visit import Visit
from mentoring.digest import begins_today
from mentoring.localtime import at
from store import outbox

AGAIN = "again"
"""Among a message's reasons: its reader had put it off, so it is not of the day's measure."""

UNPROMPTED = tuple(kind for kind in KINDS if kind != "announcement")


def told_today(reader: Visit) -> int:
    """Without what can't wait, and what the reader wanted to hear again."""
    since, who = at(reader.today, time.min, reader.zone), reader.person.id
    if not outbox.unprompted_since(reader.tx, who, UNPROMPTED, since):
        return 0
    found = outbox.reasons_since(reader.tx, who, UNPROMPTED, since)
    return sum(1 for why in found if not (AGAIN in why or begins_today(why)))
