"""What is done to the product: each case is a line of the table that `python -m tests.torture`
prints."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.torture import harness, migrating, workers
from tests.torture.cast import LAST_NIGHT, NEWS, PART_TWO, SWUM
from tests.torture.ground import Ground
from tests.torture.oracle import Count
from tests.torture.probe import Probe

BOTH = ("sqlite", "postgresql")
POSTGRESQL = ("postgresql",)

Play = Callable[[Ground, str, random.Random], Count]
"""Plays a case once on a kind of database."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """`long` ones wait for real time to pass, and are played once."""

    name: str
    play: Play
    databases: tuple[str, ...] = BOTH
    long: bool = False


def _killed(
    name: str, point: str, most: int, *, text: str = "", again: bool = False, mode: str = "polling"
) -> Case:
    """Killed at the n-th pass, n up to `most`. With `again` the next life may be killed there too:
    what it does first is what the one before did not finish."""

    def play(ground: Ground, kind: str, chance: random.Random) -> Count:
        probes = [Probe(point=point, nth=chance.randint(1, most), text=text)]
        if again and chance.random() < AGAIN:
            probes.append(Probe(point=point, text=text))
        with ground.place(kind, mode=mode) as place:
            return harness.run(place, tuple(probes))

    return Case(name=name, play=play)


AGAIN = 0.3
"""So many of the runs that can be killed twice are."""

CASES = (
    _killed("before the inbox commit", "before the inbox commit", 10, again=True),
    _killed("before the acknowledgement", "before the acknowledgement", 5),
    _killed("before the webhook's answer", "before the acknowledgement", 10, mode="webhook"),
    _killed("in the handler", "in the handler", 12, again=True),
    _killed("after the outbox commit", "after the outbox commit", 12),
    _killed("claimed, before the send", "claimed, before the send", 12),
    _killed("after the send, before the mark", "after the send, before the mark", 25),
    _killed("in the mark's transaction", "in the mark's transaction", 12),
    _killed("between two parts", "before the send", 1, text=PART_TWO, again=True),
    _killed("between two messages", "before the send", 2, text="Ko tu gribi sasniegt?"),
    _killed("in mid-broadcast, unsent", "before the send", 6, text=f"\n{NEWS}"),
    _killed("in mid-broadcast, sent", "after the send, before the mark", 6, text=f"\n{NEWS}"),
    _killed("in mid-firing", "in mid-firing", 8, again=True),
    _killed("after firing", "after firing", 1),
    _killed("while a word is held back", "held, before the commit", 2, again=True),
    _killed("while a held word is let go", "released, before the commit", 1, again=True),
    _killed("a held word let go and sent", "after the send, before the mark", 1, text=LAST_NIGHT),
    _killed("while news is put in words", "news in words", 1, again=True),
    _killed("news sent", "after the send, before the mark", 1, text=SWUM),
    _killed("in mid-erasure", "in mid-erasure", 1, again=True),
    Case(name="in mid-migration", play=migrating.play),
    Case(name="SIGTERM in a batch", play=workers.term_in_a_batch),
    Case(name="two workers, one killed", play=workers.one_killed, databases=POSTGRESQL),
    Case(name="two workers, one stalled", play=workers.stalled, databases=POSTGRESQL),
    Case(
        name="stalled beyond its lease",
        play=workers.stalled_for_long,
        databases=POSTGRESQL,
        long=True,
    ),
)
