"""Couriers that stop, stall, lose their claim, or meet a platform in trouble."""

import asyncio
import time
from datetime import timedelta

import pytest

from scheduler import courier as courier_room
from scheduler import failures
from scheduler.courier import ATTEMPTS, Courier
from scheduler.pacing import Limits
from store import outbox, people, posting
from store import schema as s
from store.outbox import NUDGE
from store.posting import Parcel
from tests.scheduler.post import CHANNEL, Post, Round, as_awaited, until, working
from tests.scheduler.post import round_ as round_
from tests.store.cast import NOW


async def test_what_has_arrived_stays_sent_when_stopped_at_once(round_: Round) -> None:
    """Stopping waits for what is on its way and records it."""
    round_.put(round_.person("Anna"), "hello")
    round_.post.gate.clear()
    courier = round_.courier()
    task = asyncio.create_task(courier.run())
    await until(lambda: as_awaited(bool(round_.post.tried)))

    stopping = asyncio.create_task(courier.stop())
    await asyncio.sleep(0)
    round_.post.gate.set()
    await stopping
    task.cancel()

    assert (await round_.rows())["hello"].state == posting.SENT


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 5, 8])
async def test_whenever_it_is_stopped_nothing_is_left_half_done(round_: Round, steps: int) -> None:
    """Claimed and not sent, a row would be taken for uncertain by the next process."""
    for name in ("Anna", "Jānis", "Zane"):
        round_.put(round_.person(name), name, NUDGE)
    courier = round_.courier()
    task = asyncio.create_task(courier.run())
    for _ in range(steps):
        await asyncio.sleep(0)

    await courier.stop()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    states = {row.key: row.state for row in (await round_.rows()).values()}
    expected = {
        name: posting.SENT if name in round_.post.sent else posting.WAITING for name in states
    }
    assert states == expected


async def test_who_was_lost_while_stopping_is_marked(round_: Round) -> None:
    """The platform's word that somebody has blocked the bot is not forgotten by a stop."""
    anna = round_.person("Anna")
    round_.put(anna, "hello")
    round_.post.gate.clear()
    round_.post.answers["hello"] = [failures.Unreachable("blocked")]
    courier = round_.courier()
    task = asyncio.create_task(courier.run())
    await until(lambda: as_awaited(bool(round_.post.tried)))

    stopping = asyncio.create_task(courier.stop())
    await asyncio.sleep(0)
    round_.post.gate.set()
    await stopping
    await task

    blocked = await round_.store.run(lambda tx: people.channels(tx, anna.id))
    assert blocked == {CHANNEL: True}


async def test_a_worker_that_lost_its_claim_marks_nothing(round_: Round) -> None:
    """It stalled in the middle of sending; another has sent and recorded meanwhile."""
    round_.put(round_.person("Anna"), "hello")
    round_.post.gate.clear()
    other = Post()
    async with working(round_.courier()):
        await until(lambda: as_awaited(bool(round_.post.tried)))
        await round_.store.run(lambda tx: posting.recover(tx, ["2"], False, NOW, ATTEMPTS))
        async with working(round_.courier("2", other)):
            await until(lambda: as_awaited(bool(other.sent)))
        round_.post.answers["hello"] = [failures.Refused("late")]
        round_.post.gate.set()

    row = (await round_.rows())["hello"]
    assert (row.state, row.claim, row.error) == (posting.SENT, "2", None)


async def test_a_worker_that_stalled_before_sending_does_not_send(
    round_: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its claim may have run out; what nobody has taken over is sent afterwards, once."""
    for name in ("Anna", "Jānis", "Zane"):
        round_.put(round_.person(name), name, NUDGE)
    monkeypatch.setattr(courier_room, "LEASE_SECONDS", 0.2)
    claims: list[int] = []

    def stall(parcel: Parcel) -> None:
        if not claims:
            time.sleep(0.3)  # the whole process stands still, as in a long pause of its machine
        claims.append(parcel.id)

    round_.post.on_try = stall
    await round_.deliver()

    assert sorted(round_.post.sent) == ["Anna", "Jānis", "Zane"]
    assert {row.state for row in (await round_.rows()).values()} == {posting.SENT}


async def test_a_stalled_worker_leaves_what_was_taken_over(
    round_: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It neither sends it nor says what has become of it."""
    first, second = round_.person("Anna"), round_.person("Jānis")
    round_.put(first, "Anna", NUDGE)
    round_.put(second, "Jānis", NUDGE)
    monkeypatch.setattr(courier_room, "LEASE_SECONDS", 0.2)

    def taken_over(_parcel: Parcel) -> None:
        round_.post.on_try = lambda _parcel: None
        theirs = {"state": posting.SENDING, "claim": "2"}
        rows = s.outbox.update().where(s.outbox.c.key == "Jānis")
        round_.store.run_now(lambda tx: tx.execute(rows, theirs))
        time.sleep(0.3)

    round_.post.on_try = taken_over
    async with working(round_.courier()):
        await until(lambda: as_awaited("Anna" in round_.post.sent))

    row = (await round_.rows())["Jānis"]
    assert round_.post.tried == ["Anna"]
    assert (row.state, row.claim) == (posting.SENDING, "2")


async def test_an_edit_goes_to_the_message_that_was_sent(round_: Round) -> None:
    """By the id the platform gave it; if it was never sent there is nothing to edit."""
    anna = round_.person("Anna")
    round_.put(anna, "arrived")
    round_.put(anna, "refused")
    round_.post.answers["refused"] = [failures.Refused("no")]
    await round_.deliver()

    ids = {key: row.id for key, row in (await round_.rows()).items()}
    for key in ("arrived", "refused"):
        round_.store.run_now(
            lambda tx, key=key: outbox.put_edit(
                tx, anna, row=ids[key], chosen="Jā", channel=CHANNEL, now=NOW
            )
        )
    await round_.deliver()

    rows = await round_.rows()
    assert round_.post.parcels[-1].target == "telegram:1"
    assert rows[f"edit:{ids['arrived']}"].state == posting.SENT
    assert rows[f"edit:{ids['refused']}"].state == posting.CANCELLED


async def test_a_platform_in_trouble_is_probed_with_one_at_a_time(
    round_: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it works again all that was put off leaves at once, though the clock stands still."""
    monkeypatch.setattr(courier_room, "LONGEST_PAUSE_SECONDS", 0.01)
    names = [f"M{number}" for number in range(20)]
    for name in names:
        round_.put(round_.person(name), name)
        round_.post.answers[name] = [failures.NotSent("no route")]
    round_.post.limits = Limits(per_second=50, chat_seconds=-1.0, group_per_minute=20)
    at_once: list[int] = []
    courier = round_.courier()

    async with working(courier):
        await until(lambda: as_awaited(courier.down and not round_.post.flying))
        round_.post.on_try = lambda _parcel: at_once.append(round_.post.flying)
        round_.post.gate.clear()
        courier.wake()
        await until(lambda: as_awaited(bool(at_once)))
        await until(lambda: slept_through(courier))
        assert courier.down
        assert at_once == [1]
        round_.post.answers.clear()
        round_.post.gate.set()
        await until(lambda: as_awaited(len(round_.post.sent) == len(names)))
        assert not courier.down

    assert sorted(round_.post.sent) == sorted(names)
    assert {row.state for row in (await round_.rows()).values()} == {posting.SENT}


async def slept_through(courier: Courier) -> bool:
    """Longer than a slot, so that whoever wanted to send a second one would have."""
    await asyncio.sleep(3 * courier.pacer.interval)
    return True


async def test_what_is_due_and_blocked_does_not_make_it_look_all_the_time(round_: Round) -> None:
    """A row behind another one is looked at when that one is through, not every millisecond."""
    anna = round_.person("Anna")
    round_.put(anna, "first")
    round_.put(anna, "second")
    past = {"next_at": NOW - timedelta(minutes=1)}
    round_.store.run_now(lambda tx: tx.execute(s.outbox.update(), past))
    round_.post.gate.clear()

    async with working(round_.courier()):
        await until(lambda: as_awaited(bool(round_.post.tried)))
        assert await round_.store.run(lambda tx: posting.next_at(tx, CHANNEL, NOW)) is None
        round_.post.gate.set()
        await until(round_.nothing_due)

    assert round_.post.sent == ["first", "second"]
