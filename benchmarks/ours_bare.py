"""Our scheduler and store alone, for `benchmarks.reminders`: what falls due decides nothing.

As the jobs of the others, one puts a ready text into a list in memory. It is claimed, settled and
committed as in the product; what a reminder costs beyond that is the desk's.
Run: python -m benchmarks.ours_bare insert|measure URL PENDING BURST
"""

import asyncio
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from benchmarks import cast
from benchmarks.ours_reminders import Count, insert, measure
from benchmarks.peers.apscheduler_reminders import TEXT
from scheduler.firing import Firing
from store import occurrences
from store.occurrences import FIRED, Due
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Bare(Firing):
    said: list[tuple[int, str]]

    def _fire(self, tx: Tx, found: list[Due], now: datetime) -> None:
        with tx.gathering():
            occurrences.read_ahead(tx, found, now)
            for due in found:
                self.said.append((due.person, TEXT))
                occurrences.settle(tx, due.id, FIRED)


def bare(firing: Firing) -> tuple[Firing, Count]:
    said: list[tuple[int, str]] = []
    made = Bare(
        store=firing.store,
        world=firing.world,
        clock=firing.clock,
        behind=firing.behind,
        portion=firing.portion,
        said=said,
    )
    return made, lambda _tx: (len(said), len({person for person, _text in said}))


if __name__ == "__main__":
    part = insert if sys.argv[1] == "insert" else partial(measure, made=bare)
    cast.said(asyncio.run(part(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
