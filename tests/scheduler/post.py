"""A platform of the tests' own, and couriers that bring it what is in a real store."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from mentoring.message import Message
from scheduler.courier import Courier
from scheduler.pacing import Limits
from store import outbox, people, posting
from store import schema as s
from store.outbox import REPLY
from store.people import Person
from store.posting import Parcel
from store.work import Store, Tx
from tests.desk.stage import world
from tests.store.cast import NOW, met

CHANNEL = "telegram"
GROUP = "-100"
BRISK = Limits(per_second=1000, chat_seconds=-1.0, group_per_minute=1000)
"""No chat ever waits, since these clocks stand still."""

WITHIN_SECONDS = 20


@dataclass
class Still:
    """A clock that stands until it is wound."""

    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


@dataclass
class Post:
    """A platform that takes what it is given, unless it was told what to answer.

    `answers` are used up one for each send, by text; `gate` holds all sends back while closed.
    """

    channel: str = CHANNEL
    limits: Limits = BRISK
    answers: dict[str, list[Exception]] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    parcels: list[Parcel] = field(default_factory=list)
    on_try: Callable[[Parcel], None] = lambda _parcel: None
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    flying: int = 0

    def __post_init__(self) -> None:
        self.gate.set()

    async def send(self, parcel: Parcel) -> str | None:
        text = str((parcel.body or {}).get("text"))
        self.tried.append(text)
        self.parcels.append(parcel)
        self.flying += 1
        self.on_try(parcel)
        try:
            await asyncio.sleep(0)
            await self.gate.wait()
        finally:
            self.flying -= 1
        if self.answers.get(text):
            raise self.answers[text].pop(0)
        self.sent.append(text)
        return f"{self.channel}:{len(self.sent)}"


@dataclass
class Round:
    """A store, a platform and a clock, and a courier between them whenever one is asked for."""

    store: Store
    post: Post = field(default_factory=Post)
    clock: Still = field(default_factory=Still)
    counted: list[tuple[str, str]] = field(default_factory=list)

    def courier(self, worker: str = "1", post: Post | None = None) -> Courier:
        return Courier(
            store=self.store,
            world=world(),
            clock=self.clock,
            carrier=post or self.post,
            worker=worker,
            count=lambda channel, outcome: self.counted.append((channel, outcome)),
        )

    async def deliver(self) -> None:
        """Until nothing that is due is left."""
        async with working(self.courier()):
            await until(self.nothing_due)

    async def nothing_due(self) -> bool:
        """Nor is anything on its way; who waits for a repetition holds the rest of theirs up."""
        rows = sorted((await self.rows()).values(), key=lambda row: (row.priority, row.id))
        held = set()
        for row in rows:
            if row.state == posting.WAITING and (row.next_at or self.clock.at) > self.clock.at:
                held.add(row.person)
            elif row.state in s.OPEN_STATES and row.person not in held:
                return False
        return True

    async def rows(self) -> dict[str, Any]:
        found = await self.store.run(lambda tx: list(tx.execute(select(s.outbox))))
        return {row.key: row for row in found}

    def person(self, name: str) -> Person:
        def write(tx: Tx, person: Person) -> None:
            people.add_identity(tx, person.id, CHANNEL, str(person.id), NOW)

        (found,) = met(self.store, name)
        self.store.run_now(lambda tx: write(tx, found))
        return found

    def put(self, person: Person, text: str, priority: int = REPLY) -> None:
        """A row whose key and text are the same."""
        self.store.run_now(lambda tx: put(tx, person, text, priority))


def put(tx: Tx, person: Person, text: str, priority: int = REPLY) -> None:
    outbox.put(
        tx, person, Message(text=text), key=text, now=NOW, priority=priority, channel=CHANNEL
    )


@asynccontextmanager
async def working(courier: Courier) -> AsyncIterator[Courier]:
    task = asyncio.create_task(courier.run())
    try:
        yield courier
    finally:
        await courier.stop()
        await task


async def until(met: Callable[[], Any]) -> None:
    """What is waited for happens in a database, which tells nobody: it is looked at again."""
    async with asyncio.timeout(WITHIN_SECONDS):
        while not await met():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


@pytest.fixture
async def round_(store: Store) -> Round:
    return Round(store)


async def as_awaited(value: bool) -> bool:
    return value
