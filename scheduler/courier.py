"""Delivery by a channel of somebody else's: claimed, paced, sent, and what became of it recorded.

One courier per bot, so that one in trouble does not touch the others. Each turn is one unit of
work: it records what has been sent since the last and claims what may leave next.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Protocol

import structlog

from desk import reach
from desk.mishaps import where
from desk.world import World
from scheduler import failures
from scheduler.clock import Clock
from scheduler.pacing import Limits, Pacer
from store import posting
from store.posting import ALL, Parcel, Settled, Share
from store.work import Store, Tx

log = structlog.get_logger()

LEAD_SECONDS = 0.010
"""Rows are claimed this long before they may leave, so that the commit does not delay them."""

IN_FLIGHT = 100
IDLE_SECONDS = 0.2
"""How often it looks by itself: another process may have put something into the outbox."""

ATTEMPTS = 8
PAUSES = (5, 30, 120, 600, 1800, 3600, 7200)
"""Seconds before each further attempt of one row: it outlives an outage of three hours."""

TROUBLE = 3
"""So many failures in a row, and it is the platform's trouble, not the row's."""

LONGEST_PAUSE_SECONDS = 30.0
MOST_DOUBLINGS = 10  # an outage may last for days, a power of two may not
DOWN_SECONDS = 300.0
"""How long a bot that the platform does not accept is left alone before it is tried again."""

STOP_WITHIN_SECONDS = 5.0
LEASE_SECONDS = posting.LEASE.total_seconds() / 2
"""A worker that stalled for longer than this after claiming a row does not send it any more."""


class Carrier(Protocol):
    """One bot of one platform. `send` returns the platform's id of the message, or raises
    SendFailed."""

    channel: str
    limits: Limits

    async def send(self, parcel: Parcel) -> str | None: ...


@dataclass
class _Turn:
    """What one unit of work brought: rows to send, and when to look again at the latest."""

    parcels: list[Parcel]
    next_at: datetime | None


@dataclass(kw_only=True)
class Courier:
    """Sends what waits for one channel until it is stopped."""

    store: Store
    world: World
    clock: Clock
    carrier: Carrier
    worker: str
    count: Callable[[str, str], None] = lambda _channel, _outcome: None
    news: Callable[[], None] = lambda: None
    """Called when a unit of work of ours may have put rows for other channels into the outbox."""

    share: Share = ALL
    pacer: Pacer = field(init=False)
    down_until: float = 0.0
    _settled: list[Settled] = field(default_factory=list)
    _lost: list[tuple[int, str]] = field(default_factory=list)
    _moved: list[tuple[str, str]] = field(default_factory=list)
    _flying: set[asyncio.Task[None]] = field(default_factory=set)
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _failures: int = 0
    _release: bool = False
    _stopping: bool = False
    _ended: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while `run` is not at work: nothing more is claimed."""

    def __post_init__(self) -> None:
        self.pacer = Pacer(self.carrier.limits)
        self._ended.set()

    @property
    def channel(self) -> str:
        return self.carrier.channel

    @property
    def down(self) -> bool:
        """Whether the platform does not accept us, or does not answer."""
        return self.down_until > time.monotonic() or self._failures >= TROUBLE

    def wake(self) -> None:
        self._wake.set()

    def set_share(self, share: Share) -> None:
        self.share = share
        self.pacer.share_with(share.count)

    async def run(self) -> None:
        """Until `stop`; an error of the database is waited out."""
        self._ended.clear()
        try:
            while not self._stopping:
                try:
                    await self._turn()
                except Exception as error:
                    name, place = type(error).__name__, where(error)
                    log.error("delivery failed", channel=self.channel, error=name, where=place)
                    await asyncio.sleep(1)
        finally:
            self._ended.set()

    async def stop(self) -> None:
        """Takes nothing more, waits for what is on its way, and records it.

        What was claimed in the last turn leaves too: nobody would know that it did not.
        """
        self._stopping = True
        self.wake()
        try:
            async with asyncio.timeout(STOP_WITHIN_SECONDS):
                await self._ended.wait()
                if self._flying:
                    await asyncio.wait(set(self._flying))
        except TimeoutError:
            log.warning("still on their way", channel=self.channel, rows=len(self._flying))
        await self._unit(0)

    async def _turn(self) -> None:
        self._wake.clear()
        now, free = time.monotonic(), self._free()
        slots = self.pacer.slots(now, now + LEAD_SECONDS, free)
        if not slots and not (self._settled or self._lost or self._moved):
            later = now + IDLE_SECONDS
            await self._rest(self.pacer.opens(now) - LEAD_SECONDS if free else later)
            return
        turn = await self._unit(len(slots))
        self._start(turn.parcels, slots, now)
        if len(turn.parcels) < len(slots) and not self._settled:
            await self._rest(self._monotonic(turn.next_at))

    def _free(self) -> int:
        """How many more may be on their way; a platform in trouble is probed with one at a time."""
        if self.down_until > time.monotonic():
            return 0
        most = 1 if self._failures >= TROUBLE else IN_FLIGHT
        return max(0, most - len(self._flying))

    async def _rest(self, until: float) -> None:
        seconds = min(max(until - time.monotonic(), 0.001), IDLE_SECONDS)
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return

    def _monotonic(self, instant: datetime | None) -> float:
        if instant is None:
            return time.monotonic() + IDLE_SECONDS
        return time.monotonic() + (instant - self.clock.now()).total_seconds()

    async def _unit(self, most: int) -> _Turn:
        settled, self._settled = self._settled, []
        lost, self._lost = self._lost, []
        moved, self._moved = self._moved, []
        release, self._release = self._release, False
        now = self.clock.now()

        def unit(tx: Tx) -> _Turn:
            posting.settle(tx, self.worker, settled, now)
            for person, reason in lost:
                self._lose(tx, person, reason, now)
            for old, new in moved:
                posting.moved(tx, self.channel, old, new)
            if release:
                posting.release(tx, self.channel)
            return self._claimed(tx, most, now)

        try:
            turn = await self.store.run(unit)
        except BaseException:
            self._settled = settled + self._settled
            self._lost, self._moved = lost + self._lost, moved + self._moved
            raise
        if lost:
            self.news()
        return turn

    def _lose(self, tx: Tx, person: int, reason: str, now: datetime) -> None:
        """One whose loss can't be recorded must not stop what is sent to the others."""
        lose = partial(reach.lost, tx, self.world, person, self.channel, reason, now)
        if (error := tx.guarded(lose)) is not None:
            name, place = type(error).__name__, where(error)
            log.error("loss not recorded", person=person, error=name, where=place)

    def _claimed(self, tx: Tx, most: int, now: datetime) -> _Turn:
        parcels = (
            posting.claim(
                tx,
                channel=self.channel,
                worker=self.worker,
                now=now,
                real=datetime.now(UTC),
                most=most,
                share=self.share,
            )
            if most > 0
            else []
        )
        later = posting.next_at(tx, self.channel, now) if len(parcels) < most else None
        return _Turn(parcels=parcels, next_at=later)

    def _start(self, parcels: list[Parcel], slots: list[float], claimed_at: float) -> None:
        """`claimed_at` is from before the claim, since the process may stall right after it."""
        free = iter(slots)
        for parcel in parcels:
            if (at := self._refusal(parcel)) is not None:
                self._settled.append(at)
                continue
            slot, chat = next(free), str(parcel.address)
            opens = self.pacer.chat_opens(chat, slot)
            if opens > slot + LEAD_SECONDS:
                self._put_off(parcel, opens - time.monotonic())
                continue
            slot = max(slot, opens)
            self.pacer.take(chat, slot)
            task = asyncio.create_task(self._send(parcel, slot, claimed_at))
            self._flying.add(task)
            task.add_done_callback(self._flying.discard)

    def _refusal(self, parcel: Parcel) -> Settled | None:
        """What need not be tried: there is nobody to send it to, or nothing to change any more."""
        if parcel.address is None or parcel.body is None:
            return self._as(parcel, posting.UNREACHABLE, "there is no address on this channel")
        if parcel.blocked:
            return self._as(parcel, posting.UNREACHABLE, "blocked by the person")
        if parcel.body.get("edit") and parcel.target is None:
            return self._as(parcel, posting.CANCELLED, "its message was never sent")
        return None

    def _put_off(self, parcel: Parcel, seconds: float, error: str | None = None) -> None:
        """It waits on, without an attempt of its own being counted."""
        at = self.clock.now() + timedelta(seconds=seconds)
        self._settled.append(
            Settled(
                id=parcel.id,
                state=posting.WAITING,
                error=error,
                attempts=parcel.attempts,
                next_at=at,
            )
        )

    async def _send(self, parcel: Parcel, slot: float, claimed_at: float) -> None:
        if (seconds := slot - time.monotonic()) > 0:
            await asyncio.sleep(seconds)
        started = time.monotonic()
        if started - claimed_at > LEASE_SECONDS:
            self._put_off(parcel, 0)  # recorded only if nobody has taken it over meanwhile
            self.wake()
            return
        self.pacer.late(str(parcel.address), slot, started)
        try:
            remote = await self.carrier.send(parcel)
        except failures.SendFailed as error:
            self._failed(parcel, error)
        except Exception as error:
            name = type(error).__name__
            log.error("send failed", row=parcel.id, error=name, where=where(error))
            self._failed(parcel, failures.Refused(name))
        else:
            self._arrived(parcel, remote)
        self.pacer.answered(str(parcel.address), time.monotonic())
        self.wake()

    def _arrived(self, parcel: Parcel, remote: str | None) -> None:
        if self._failures >= TROUBLE:
            self._release = True
            log.info("delivery works again", channel=self.channel)
        self._failures = 0
        self.count(self.channel, "sent")
        self._settled.append(
            Settled(id=parcel.id, state=posting.SENT, attempts=parcel.attempts + 1, remote=remote)
        )

    def _failed(self, parcel: Parcel, error: failures.SendFailed) -> None:
        self.count(self.channel, type(error).__name__)
        log.warning(
            "not delivered", channel=self.channel, row=parcel.id, outcome=type(error).__name__
        )
        match error:
            case failures.TooFast():
                self.pacer.refused(str(parcel.address), error.seconds, time.monotonic())
                self._put_off(parcel, error.seconds, str(error))
            case failures.NotSent():
                self._trouble()
                self._put_off(parcel, 1, str(error))
            case failures.ChannelDown():
                self._down(str(error))
                self._put_off(parcel, DOWN_SECONDS, str(error))
            case failures.Moved() if parcel.person is None:
                self._moved.append((str(parcel.address), error.address))
                self._put_off(parcel, 0)
            case failures.Moved():  # only groups move: a person's chat with another number is none
                self._settled.append(self._as(parcel, posting.DEAD, str(error)))
            case failures.Unreachable():
                self._settled.append(self._as(parcel, posting.UNREACHABLE, str(error)))
                if parcel.person is not None:
                    self._lost.append((parcel.person, str(error)))
            case failures.Refused():
                self._settled.append(self._as(parcel, posting.DEAD, str(error)))
            case failures.Uncertain():
                self._trouble()
                self._unknown(parcel, str(error))
            case _:
                self._trouble()
                self._again(parcel, str(error))

    def _as(self, parcel: Parcel, state: str, error: str) -> Settled:
        return Settled(id=parcel.id, state=state, error=error, attempts=parcel.attempts + 1)

    def _unknown(self, parcel: Parcel, reason: str) -> None:
        """Whoever waits for an answer gets it again rather than not; a reminder is not repeated."""
        if parcel.priority <= posting.REPEATED:
            self._again(parcel, f"uncertain, repeated: {reason}")
        else:
            self._settled.append(self._as(parcel, posting.UNCERTAIN, reason))

    def _again(self, parcel: Parcel, reason: str) -> None:
        attempts = parcel.attempts + 1
        if attempts >= ATTEMPTS:
            self._settled.append(self._as(parcel, posting.DEAD, reason))
            return
        at = self.clock.now() + timedelta(seconds=PAUSES[attempts - 1])
        self._settled.append(
            Settled(
                id=parcel.id, state=posting.WAITING, error=reason, attempts=attempts, next_at=at
            )
        )

    def _trouble(self) -> None:
        self._failures += 1
        if self._failures >= TROUBLE:
            doublings = min(self._failures - TROUBLE, MOST_DOUBLINGS)
            pause = min(2.0**doublings, LONGEST_PAUSE_SECONDS)
            self.pacer.pause(time.monotonic() + pause)

    def _down(self, reason: str) -> None:
        self.down_until = time.monotonic() + DOWN_SECONDS
        log.error("channel down", channel=self.channel, reason=reason)
