"""Whose turn it is: one message of a person at a time, everybody in turn, danger first.

Only people's numbers are kept here, the messages themselves are in the database, so ten thousand
people writing at once take little memory. Somebody who writes faster than answers can leave is
slowed down, and told so kindly; the others do not notice.
"""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from desk.arriving import Accepted
from desk.mishaps import where
from knowledge import safety

AT_ONCE = 64
CROWDED = 20
"""From so many people waiting, messages are looked at for danger before their turn."""

PERSON_WAITS = 40
"""More unread messages of one person than this, written in a rush, are put aside, unless they speak
of danger."""

RUSH_SECONDS = 60.0

QUICK = 10
"""From so many messages within QUICK_SECONDS a person's next turn waits for their answers."""

QUICK_SECONDS = 10.0
SLOWED_SECONDS = 1.0

log = structlog.get_logger()

Handle = Callable[[int], Awaitable[None]]
Unanswered = Callable[[int], Awaitable[bool]]
Aside = Callable[[int, int], Awaitable[None]]


@dataclass
class _Person:
    """`urgent` counts the messages up to the last that speaks of danger; `in_turn` holds while one
    is handled, or put off until `later`."""

    waiting: int = 0
    urgent: int = 0
    in_turn: bool = False
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=PERSON_WAITS))

    def rushes(self, at: float) -> bool:
        """Whether so many messages were written within a minute: a backlog of days is no rush."""
        return len(self.sent) == PERSON_WAITS and at - self.sent[0] < RUSH_SECONDS

    later: asyncio.TimerHandle | None = None


class Lanes:
    """`handle` takes a person's oldest message; `unanswered` says whether many answers of theirs
    have not left yet; `aside` puts a message aside."""

    def __init__(self, handle: Handle, unanswered: Unanswered, aside: Aside) -> None:
        self._handle, self._unanswered, self._aside = handle, unanswered, aside
        self._people: dict[int, _Person] = {}
        self._times: OrderedDict[int, deque[float]] = OrderedDict()
        self._turns: deque[int] = deque()
        self._urgent: deque[int] = deque()
        self._busy: set[asyncio.Task[None]] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._stopping = False

    def __len__(self) -> int:
        """How many people wait for something."""
        return len(self._people)

    def __contains__(self, person: int) -> bool:
        return person in self._people

    async def put(self, accepted: Accepted) -> None:
        """Queues one message that is in the inbox."""
        person = self._people.setdefault(accepted.person, _Person())
        crowded = len(self._people) > CROWDED or person.waiting > 0
        found = safety.assess(accepted.text) if crowded and accepted.text else None
        if found is None and person.waiting >= PERSON_WAITS and person.rushes(accepted.sent_at):
            await self._aside(accepted.person, accepted.row)
            return
        person.waiting += 1
        person.sent.append(accepted.sent_at)
        self._idle.clear()
        if found is not None:
            person.urgent = person.waiting
            self._urgent.append(accepted.person)
            self._call_back(person)
        elif person.waiting == 1:
            self._turns.append(accepted.person)
        self._fill()

    async def join(self) -> None:
        """Returns when nobody waits any more."""
        await self._idle.wait()

    async def stop(self) -> None:
        """Lets what has begun finish; the rest stays in the inbox for the next start."""
        self._stopping = True
        for person in self._people.values():
            self._call_back(person)
        if self._busy:
            await asyncio.wait(set(self._busy))

    def _fill(self) -> None:
        while not self._stopping and len(self._busy) < AT_ONCE and (self._urgent or self._turns):
            number = self._urgent.popleft() if self._urgent else self._turns.popleft()
            person = self._people.get(number)
            if person is None or person.in_turn:  # its turn came already
                continue
            person.in_turn = True
            task = asyncio.create_task(self._turn(number, person))
            self._busy.add(task)
            task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._busy.discard(task)
        self._fill()

    async def _turn(self, number: int, person: _Person) -> None:
        try:
            if not person.urgent and await self._too_quick(number) and not person.urgent:
                loop = asyncio.get_running_loop()
                person.later = loop.call_later(SLOWED_SECONDS, self._again, number, person)
                return
            await self._handle(number)
        except Exception as error:  # the message is still in the inbox, and found there
            name, place = type(error).__name__, where(error)
            log.error("turn failed", person=number, error=name, where=place)
        self._handled(number, person)

    async def _too_quick(self, number: int) -> bool:
        """Whether the last turns came in quick succession and their answers have not left yet."""
        times = self._times.get(number) or deque[float]()
        if len(times) < QUICK or time.monotonic() - times[0] > QUICK_SECONDS:
            return False
        if await self._unanswered(number):
            return True
        self._times.pop(number, None)  # answers keep up: look again after as many more
        return False

    def _remember(self, number: int) -> None:
        now = time.monotonic()
        self._times.setdefault(number, deque(maxlen=QUICK)).append(now)
        self._times.move_to_end(number)
        oldest = next(iter(self._times))
        if now - self._times[oldest][-1] > QUICK_SECONDS:
            del self._times[oldest]

    def _handled(self, number: int, person: _Person) -> None:
        self._remember(number)
        person.in_turn = False
        person.waiting -= 1
        person.urgent = max(0, person.urgent - 1)
        if person.waiting > 0:
            (self._urgent if person.urgent else self._turns).append(number)
            return
        self._people.pop(number, None)
        if not self._people:
            self._idle.set()

    def _again(self, number: int, person: _Person) -> None:
        person.in_turn, person.later = False, None
        (self._urgent if person.urgent else self._turns).append(number)
        self._fill()

    def _call_back(self, person: _Person) -> None:
        """Somebody put off need not wait any longer: danger is heard at once."""
        if person.later is not None:
            person.later.cancel()
            person.in_turn, person.later = False, None
