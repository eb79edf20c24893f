"""Several processes: a worker dies, stalls and wakes, or is told to stop in the middle."""

import random
import signal

from tests.torture import harness, ledger
from tests.torture.cast import NEWS, crowd
from tests.torture.ground import Ground, Place
from tests.torture.harness import Playing
from tests.torture.ledger import Row
from tests.torture.lives import Life
from tests.torture.oracle import Count, judge
from tests.torture.probe import Probe

CROWD = 20
WAIT_SECONDS = 30.0
BEYOND_LEASE_SECONDS = 50
"""Longer than a worker that claimed a row may wait before it sends it (courier.LEASE_SECONDS)."""


def _told(place: Place) -> int:
    """How many have the news."""
    return sum(f"\n{NEWS}" in each.text for each in place.bot.sent)


def term_in_a_batch(ground: Ground, kind: str, chance: random.Random) -> Count:
    """SIGTERM finishes what is on its way and stops within ten seconds; nothing is uncertain."""
    after = chance.randint(1, CROWD // 2)
    with ground.place(kind, crowd(CROWD)) as place, harness.playing(place) as people:
        with harness.living(place) as life:
            place.bot.wait_until(lambda _bot: _told(place) > after, WAIT_SECONDS)
            code, unsent = life.term(), CROWD - _told(place)
            wrong = [] if code == 0 else [f"exit code {code} after SIGTERM"]
            wrong += [f"left in doubt: {row}" for row in ledger.in_doubt(place.store)]
            wrong += [f"uncertain: {row}" for row in ledger.uncertain(place.store)]
            wrong += [] if unsent else ["nothing was left to do: this proves nothing"]
        with harness.living(place) as life:
            harness.settle(place, people, life)
        count = judge(place, people.inputs, [])
    count.wrong += wrong
    return count


def one_killed(ground: Ground, kind: str, chance: random.Random) -> Count:
    """Two workers share a broadcast and reminders; one is killed, the other finishes."""
    probe = Probe(
        point=chance.choice(("before the send", "after the send, before the mark")),
        nth=chance.randint(2, CROWD // 3),
        text=f"\n{NEWS}",
    )
    with (
        ground.place(kind, crowd(CROWD)) as place,
        harness.living(place, only="telegram") as reader,
        harness.living(place, only="worker") as survivor,
        harness.living(place, probe, only="worker") as victim,
        harness.playing(place) as people,
    ):
        if not victim.ended(WAIT_SECONDS):
            raise harness.Stuck(f"{probe} was not reached:\n{victim.said()[-2000:]}")
        doubts = ledger.in_doubt(place.store)
        return _judged(place, people, doubts, survivor, reader)


def _judged(place: Place, people: Playing, doubts: list[Row], *living: Life) -> Count:
    """The others go on meanwhile, so what they settled as uncertain is in doubt as well."""
    harness.settle(place, people, *living)
    count = judge(place, people.inputs, [*doubts, *ledger.uncertain(place.store)])
    count.kills = 1
    return count


def stalled(ground: Ground, kind: str, chance: random.Random) -> Count:
    """A worker stands still after it has claimed rows, and wakes when others have taken over."""
    return _stalled(ground, kind, nth=chance.randint(1, 8), seconds=0)


def stalled_for_long(ground: Ground, kind: str, _chance: random.Random) -> Count:
    """One that stood still longer than a request may take does not send what it had claimed."""
    count = _stalled(ground, kind, nth=1, seconds=BEYOND_LEASE_SECONDS)
    if count.repeated:
        count.wrong.append("it sent what it had claimed before it stalled")
    return count


def _stalled(ground: Ground, kind: str, *, nth: int, seconds: int) -> Count:
    probe = Probe(point="claimed, before the send", nth=nth, signal=signal.SIGSTOP)
    with (
        ground.place(kind, crowd(CROWD)) as place,
        harness.living(place, only="telegram") as reader,
        harness.living(place, probe, only="worker") as sleeper,
        harness.playing(place) as people,
    ):
        harness.until(sleeper.stopped)
        doubts = ledger.in_doubt(place.store)
        ledger.let_lease_end(place.store)
        with harness.living(place, only="worker") as other:
            harness.until(lambda: not ledger.claimed(place.store, doubts))
            sleeper.process.join(seconds)
            sleeper.go_on()
            return _judged(place, people, doubts, sleeper, other, reader)
