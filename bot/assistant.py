"""From a channel to the desk and back: accepted, handled in order, delivered."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any
from weakref import WeakValueDictionary

import structlog

from bot.errors import Untaken
from bot.lanes import AT_ONCE, Lanes
from bot.metrics import Metrics
from desk import arriving, inbound, welcome
from desk.arriving import Accepted, Inbound
from desk.mishaps import where
from desk.poll_tapping import Toast
from desk.visit import WEB, Visit
from desk.world import World
from scheduler.clock import Clock
from scheduler.courier import Courier
from scheduler.delivery import WebDelivery
from store import feed, inbox, outbox, people, posting
from store.work import Store, Tx

log = structlog.get_logger()

NOTHING_UNREAD: Mapping[str, str] = {}
UNANSWERED = 10
"""So many messages to somebody that have not left: more of theirs are taken when they have."""


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """`row` is None for an event that had been accepted before."""

    person: int
    row: int | None


class Hub:
    """Wakes those who wait for news of a person (open web chats)."""

    def __init__(self) -> None:
        self._waiting: dict[int, set[asyncio.Event]] = defaultdict(set)
        self.closed = False

    def notify(self, person: int) -> None:
        for event in self._waiting.get(person, ()):
            event.set()

    def join(self, person: int) -> asyncio.Event:
        event = asyncio.Event()
        self._waiting[person].add(event)
        return event

    def leave(self, person: int, event: asyncio.Event) -> None:
        self._waiting[person].discard(event)
        if not self._waiting[person]:
            del self._waiting[person]

    def close(self) -> None:
        """Lets every open stream end, so that the server can stop."""
        self.closed = True
        for events in self._waiting.values():
            for event in events:
                event.set()


@dataclass(frozen=True, kw_only=True)
class Assistant:
    store: Store
    world: World
    clock: Clock
    hub: Hub
    delivery: WebDelivery
    couriers: dict[str, Courier] = field(default_factory=dict)
    metrics: Metrics = field(default_factory=Metrics)
    _locks: MutableMapping[int, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    @cached_property
    def lanes(self) -> Lanes:
        """Where messages of channels that do not wait for their answer take their turns."""
        return Lanes(self.handle, self._unanswered, self._aside)

    async def receive(self, token: str, event: str, body: dict[str, Any]) -> Receipt | None:
        """Takes a web message in, handles it and delivers the reply; None for an unknown token.

        Once this returns the message is on disk; if the process dies before, the sender repeats it
        with the same event id and it counts once.
        """
        receipt = await self.store.run(partial(self.accept, token=token, event=event, body=body))
        if receipt is not None and receipt.row is not None:
            self.hub.notify(receipt.person)
            await self.handle(receipt.person)
        return receipt

    def accept(self, tx: Tx, token: str, event: str, body: dict[str, Any]) -> Receipt | None:
        person = people.by_web_token(tx, token)
        if person is None:
            return None
        if (key := body.get("button")) is not None:
            pressed = outbox.pressed(tx, person, str(key))
            body = {**body, "shown": pressed.label if pressed else "…"}
        now = self.clock.now()
        row = inbox.accept(
            tx,
            channel="web",
            event=f"{person.id}:{event}",
            person=person.id,
            cipher=person.cipher,
            body=body,
            now=now,
        )
        if row is not None:
            feed.said(tx, person.id, row, now)
        return Receipt(person=person.id, row=row)

    async def handle(self, person: int) -> None:
        """Handles one waiting message of the person; a poisonous one is given up in the end.

        One at a time: else the failures of a poisonous message would count against the next ones.
        """
        async with self._locks.setdefault(person, asyncio.Lock()):
            with self.metrics.handling.time():
                ways = await self._handle(person)
        await self.dispatch(ways)

    async def dispatch(self, ways: Collection[str] | None = None) -> None:
        """Lets what was queued for these channels leave; None means for any."""
        if ways is None or WEB in ways:
            await self.delivery.flush()
        for channel, courier in self.couriers.items():
            if ways is None or channel in ways:
                courier.wake()

    async def take_in(
        self, some: Sequence[Inbound], channel: str, unread: Mapping[str, str] | None = None
    ) -> Mapping[str, str]:
        """Writes what came by a channel into the inbox; handling follows by itself.

        Once this returns it is on disk, and the platform may be told so. `unread` are events that
        could not be understood, with the reason: they are kept as dead letters. Returns, by event,
        what those who tapped a button that all see are told at once.
        """
        found = await self._accepted(some, channel, unread or {})
        accepted = [one for one in found if isinstance(one, Accepted)]
        await asyncio.gather(*(self.lanes.put(one) for one in accepted))
        if len(accepted) < len(some):  # strangers were answered, or somebody came back
            await self.dispatch()
        return {one.event: one.text for one in found if isinstance(one, Toast)}

    async def _accepted(
        self, some: Sequence[Inbound], channel: str, unread: Mapping[str, str]
    ) -> list[Accepted | Toast]:
        """All in one commit; where one of several can't be taken in, each by itself."""
        try:
            return await self.store.run(lambda tx: self._accept_all(tx, some, channel, unread))
        except Exception:
            if len(some) < 2:
                raise
        found: list[Accepted | Toast] = []
        bad = dict(unread)
        for one in some:
            try:
                found += await self.store.run(
                    partial(self._accept_all, some=[one], channel=channel)
                )
            except Exception as error:
                name, place = type(error).__name__, where(error)
                log.error("message not taken in", channel=channel, error=name, where=place)
                bad[one.event] = name
        if len(bad) - len(unread) == len(some):
            raise Untaken
        await self.store.run(lambda tx: self._accept_all(tx, [], channel, bad))
        return found

    def _accept_all(
        self,
        tx: Tx,
        some: Sequence[Inbound],
        channel: str,
        unread: Mapping[str, str] = NOTHING_UNREAD,
    ) -> list[Accepted | Toast]:
        now = self.clock.now()
        for event, reason in unread.items():
            inbox.note(tx, channel=channel, event=event[:200], now=now, error=reason)
        found = [arriving.accept(tx, self.world, one, now) for one in some]
        return [one for one in found if one is not None]

    async def _unanswered(self, person: int) -> bool:
        waiting = await self.store.run(partial(posting.waiting_for, person=person))
        return waiting > UNANSWERED

    async def _aside(self, person: int, row: int) -> None:
        await self.store.run(
            lambda tx: inbound.put_aside(tx, self.world, person, row, self.clock.now()), lane=person
        )
        await self.dispatch()

    async def _handle(self, person: int) -> Collection[str] | None:
        for _ in range(inbox.ATTEMPTS):
            try:
                return await self.store.run(
                    lambda tx: inbound.handle_next(tx, self.world, person, self.clock.now()),
                    lane=person,
                )
            except Exception as error:
                log.error(
                    "message failed", person=person, error=type(error).__name__, where=where(error)
                )
                if await self._failed(person, error):
                    break
        return None

    async def _failed(self, person: int, error: Exception) -> bool:
        name = type(error).__name__
        given_up = await self.store.run(lambda tx: inbox.failed(tx, person, name), lane=person)
        if given_up:
            await self.store.run(partial(self._apologise, person=person), lane=person)
        return given_up

    def _apologise(self, tx: Tx, person: int) -> None:
        inbound.apologise(tx, self.world, person, self.clock.now())

    async def recover(self) -> None:
        """Handles what was accepted before a crash: danger first, each person's in order."""
        waiting = await self.store.run(inbox.people_waiting)
        endangered = await self.store.run(inbound.in_danger) if len(waiting) > 1 else frozenset()
        turns = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(
            *(
                self._catch_up(person, count, turns)
                for person, count in sorted(waiting, key=lambda one: one[0] not in endangered)
                if person not in self.lanes  # their turn comes, at the pace that is right for them
            )
        )
        await self.dispatch()

    async def _catch_up(self, person: int, count: int, turns: asyncio.Semaphore) -> None:
        async with turns:
            try:
                for _ in range(count):
                    await self.handle(person)
            except Exception as error:  # one person's trouble must not stop the others
                name, place = type(error).__name__, where(error)
                log.error("person failed", person=person, error=name, where=place)

    async def replies(self, token: str, after: int) -> tuple[int, list[feed.Shown]] | None:
        """(person, bubbles after the given id); None for an unknown token."""
        return await self.store.run(partial(_page, token=token, after=after))

    def greet(self, tx: Tx, person: int, part: people.Part) -> None:
        found = people.load(tx, person)
        if found is not None:
            welcome.greet(Visit(tx, self.world, found, part, self.clock.now(), f"hello:{part.id}"))


def _page(tx: Tx, token: str, after: int) -> tuple[int, list[feed.Shown]] | None:
    person = people.by_web_token(tx, token)
    if person is None:
        return None
    shown = feed.page(tx, person, after) if after else feed.newest(tx, person)
    return person.id, shown
