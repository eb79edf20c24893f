"""One run: people write, the process is killed, another takes over, and all is judged."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from bot.channels.telegram_updates import place_of
from tests.platforms.telegram import Person
from tests.torture import ledger, lives
from tests.torture.cast import Role
from tests.torture.ground import Place
from tests.torture.ledger import Row
from tests.torture.lives import Life
from tests.torture.oracle import Count, judge
from tests.torture.probe import Probe

RUN_WITHIN_SECONDS = 90.0
COME_TO_REST_WITHIN_SECONDS = 120.0
"""Longer, so that people who wait in vain have given up."""

LOOK_EVERY_SECONDS = 0.05


class Stuck(Exception):
    """A run did not come to its end."""


@dataclass(frozen=True, kw_only=True)
class Playing:
    """The people at their phones; `inputs` ends with what their events must end with."""

    futures: list[Future[list[str]]]

    @property
    def done(self) -> bool:
        return all(future.done() for future in self.futures)

    @property
    def inputs(self) -> list[str]:
        return [ending for future in self.futures for ending in future.result()]


@contextmanager
def playing(place: Place) -> Iterator[Playing]:
    """Everybody with something to do does it, each on a thread of their own."""
    busy = [pair for pair in zip(place.persons, place.cast, strict=True) if pair[1].acts]
    with ThreadPoolExecutor(len(busy)) as pool:
        yield Playing(futures=[pool.submit(_act, *pair, place.code) for pair in busy])


def _act(person: Person, role: Role, code: str) -> list[str]:
    """How the events of their inputs end; of somebody who leaves nothing may be left."""
    endings: list[str] = []
    for act in role.acts:
        if act.tap:
            endings.append(f":{person.tap(act.tap)}")
        else:
            message = person.send(act.say.replace("{code}", code))
            endings.append(f":{place_of(person.id, message)}")
        if act.then and not _sees(person, act.then):
            break
    return [] if role.leaves else endings


def _sees(person: Person, part: str) -> bool:
    """Waits for it; who waits in vain gives up, and what they were not told is counted as lost."""
    try:
        person.wait_for(part, RUN_WITHIN_SECONDS)
    except TimeoutError:
        return False
    return True


def run(place: Place, probes: tuple[Probe, ...]) -> Count:
    """Each probe ends one life; the last life has none and must come to rest by itself."""
    doubts: list[Row] = []
    with playing(place) as people:
        for probe in probes:
            with living(place, probe) as life:
                _until_ended_or_at_rest(place, people, life)
                if not life.killed:
                    raise Stuck(f"{probe} was not reached:\n{life.said()[-2000:]}")
            doubts += ledger.in_doubt(place.store)
        with living(place) as life:
            settle(place, people, life)
            code = life.term()
    count = judge(place, people.inputs, doubts)
    count.kills = len(probes)
    if code != 0:
        count.wrong.append(f"exit code {code} after SIGTERM")
    return count


def _until_ended_or_at_rest(place: Place, people: Playing, *living: Life) -> None:
    until(lambda: at_rest(place, people) or any(life.ended(0) for life in living))


def settle(place: Place, people: Playing, *living: Life) -> None:
    """Waits until there is nothing left to do; none of the living may die meanwhile."""
    _until_ended_or_at_rest(place, people, *living)
    for life in living:
        if life.ended(0):
            raise Stuck(f"died by itself:\n{life.said()[-2000:]}")


def at_rest(place: Place, people: Playing) -> bool:
    """In this order, since each leads to the next."""
    return people.done and not place.bot.pending() and not ledger.open_rows(place.store)


def until(ready: Callable[[], bool]) -> None:
    """Nothing tells of what another process wrote, so it is looked at again and again."""
    end = time.monotonic() + COME_TO_REST_WITHIN_SECONDS
    while not ready():
        if time.monotonic() > end:
            raise Stuck("not in time")
        time.sleep(LOOK_EVERY_SECONDS)


@contextmanager
def living(place: Place, probe: Probe | None = None, only: str | None = None) -> Iterator[Life]:
    life = lives.start(place.env, place.folder, probe, only)
    try:
        yield life
    finally:
        life.kill()
