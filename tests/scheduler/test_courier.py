"""The courier: what becomes of a row for each thing that can become of sending it."""

from datetime import timedelta

import pytest

from scheduler import courier as courier_room
from scheduler import failures
from scheduler.courier import ATTEMPTS, PAUSES
from scheduler.pacing import Limits
from store import outbox, people, posting
from store.outbox import BROADCAST, NUDGE, REPLY, SAFETY
from store.work import Tx
from tests.scheduler.post import CHANNEL, GROUP, Round, as_awaited, put, until, working
from tests.scheduler.post import round_ as round_
from tests.store.cast import NOW, met

OUTCOMES: list[tuple[Exception | None, int, tuple[str, int, float | None, str | None]]] = [
    (None, REPLY, ("sent", 1, None, None)),
    (failures.TooFast(60), REPLY, ("waiting", 0, 60, "asked to wait 60 s")),
    (failures.NotSent("no route"), NUDGE, ("waiting", 0, 1, "no route")),
    (failures.ServerTrouble("502"), NUDGE, ("waiting", 1, PAUSES[0], "502")),
    (failures.Uncertain("cut"), SAFETY, ("waiting", 1, PAUSES[0], "uncertain, repeated: cut")),
    (failures.Uncertain("cut"), REPLY, ("waiting", 1, PAUSES[0], "uncertain, repeated: cut")),
    (failures.Uncertain("cut"), NUDGE, ("uncertain", 1, None, "cut")),
    (failures.Uncertain("cut"), BROADCAST, ("uncertain", 1, None, "cut")),
    (failures.Unreachable("blocked"), REPLY, ("unreachable", 1, None, "blocked")),
    (failures.Refused("too long"), REPLY, ("dead", 1, None, "too long")),
    (failures.ChannelDown("401"), REPLY, ("waiting", 0, courier_room.DOWN_SECONDS, "401")),
    (ValueError("what Anna wrote"), REPLY, ("dead", 1, None, "ValueError")),
]


@pytest.mark.parametrize(("answer", "priority", "expected"), OUTCOMES)
async def test_each_outcome_is_recorded(
    round_: Round,
    answer: Exception | None,
    priority: int,
    expected: tuple[str, int, float | None, str | None],
) -> None:
    """State, attempts, when it may be tried again, and why; nothing of what was written."""
    round_.put(round_.person("Anna"), "hello", priority)
    round_.post.answers["hello"] = [answer] if answer else []

    await round_.deliver()

    row = (await round_.rows())["hello"]
    later = None if row.next_at is None else (row.next_at - NOW).total_seconds()
    assert (row.state, row.attempts, later, row.error) == expected
    assert round_.post.tried == ["hello"]
    assert (row.sent_at, row.remote) == ((NOW, "telegram:1") if answer is None else (None, None))
    name = "sent" if answer is None else type(answer).__name__
    assert round_.counted == [(CHANNEL, "Refused" if name == "ValueError" else name)]


async def test_who_blocked_the_bot_is_marked_and_not_tried_again(round_: Round) -> None:
    """The second message does not even go to the platform."""
    anna = round_.person("Anna")
    round_.put(anna, "first")
    round_.put(anna, "second")
    round_.post.answers["first"] = [failures.Unreachable("blocked")]

    await round_.deliver()
    round_.put(anna, "third")
    await round_.deliver()

    assert round_.post.tried == ["first"]
    states = {key: row.state for key, row in (await round_.rows()).items()}
    assert states == dict.fromkeys(("first", "second", "third"), posting.UNREACHABLE)
    blocked = await round_.store.run(lambda tx: people.channels(tx, anna.id))
    assert blocked == {CHANNEL: True}


async def test_a_group_that_moved_gets_it_at_its_new_address(round_: Round) -> None:
    """The row is sent there, as is what else was meant for the group."""

    def to_group(tx: Tx, text: str) -> None:
        outbox.put_to_stranger(tx, text, key=text, channel=CHANNEL, address=GROUP, now=NOW)

    round_.post.answers["one"] = [failures.Moved("-200")]
    round_.store.run_now(lambda tx: to_group(tx, "one"))
    await round_.deliver()
    round_.store.run_now(lambda tx: posting.moved(tx, CHANNEL, "nobody", "else"))

    assert [parcel.address for parcel in round_.post.parcels] == [GROUP, "-200"]
    assert (await round_.rows())["one"].state == posting.SENT


async def test_a_channel_that_does_not_accept_us_is_left_alone(round_: Round) -> None:
    """One refusal of the bot itself, and the others are not even tried."""
    round_.put(round_.person("Anna"), "one")
    round_.post.answers["one"] = [failures.ChannelDown("unauthorised")]
    async with working(round_.courier()) as courier:
        await until(lambda: as_awaited(courier.down))
        round_.put(round_.person("Jānis"), "two")
        courier.wake()
        await until(lambda: has_next_at(round_, "one"))

    assert round_.post.tried == ["one"]
    assert (await round_.rows())["two"].state == posting.WAITING


async def has_next_at(round_: Round, key: str) -> bool:
    return (await round_.rows())[key].next_at is not None


async def test_the_second_message_waits_for_the_first_to_be_repeated(round_: Round) -> None:
    """One person's messages keep their order; other people do not wait."""
    anna, janis = round_.person("Anna"), round_.person("Jānis")
    for who, text in ((anna, "anna 1"), (anna, "anna 2"), (janis, "janis 1")):
        round_.put(who, text)
    round_.post.answers["anna 1"] = [failures.ServerTrouble("500"), failures.Uncertain("cut")]

    await round_.deliver()
    assert round_.post.sent == ["janis 1"]
    for pause in PAUSES[:2]:
        round_.clock.at += timedelta(seconds=pause)
        await round_.deliver()

    assert round_.post.sent == ["janis 1", "anna 1", "anna 2"]


async def test_a_reply_overtakes_a_broadcast_and_a_safety_message_a_reply(round_: Round) -> None:
    """A thousand wait; what is put in the middle leaves next, the most urgent first."""
    round_.post.limits = Limits(per_second=100, chat_seconds=0.0, group_per_minute=20)
    writer = round_.person("Anna")
    crowd = met(round_.store, *(f"M{number}" for number in range(1000)))

    def fill(tx: Tx) -> None:
        for who in crowd:
            people.add_identity(tx, who.id, CHANNEL, str(who.id), NOW)
            put(tx, who, f"news {who.id}", BROADCAST)

    round_.store.run_now(fill)
    other = round_.person("Jānis")

    async with working(round_.courier()):
        await until(lambda: as_awaited(len(round_.post.sent) >= 5))
        before = len(round_.post.tried)

        def interrupt(tx: Tx) -> None:
            put(tx, writer, "reply")
            put(tx, other, "alarm", SAFETY)

        await round_.store.run(interrupt)
        await until(lambda: as_awaited("reply" in round_.post.sent))

    after = round_.post.tried[before:]
    assert after.index("alarm") < after.index("reply") < 60
    assert len(round_.post.tried) < 500


async def test_attempts_are_bounded_and_the_others_go_on(round_: Round) -> None:
    """What fails each time is given up in the end, and the one behind it leaves."""
    anna, janis = round_.person("Anna"), round_.person("Jānis")
    round_.put(anna, "poison")
    round_.put(anna, "behind")
    round_.post.answers["poison"] = [failures.ServerTrouble("500") for _ in range(99)]

    for number, pause in enumerate((*PAUSES, 0)):
        round_.put(janis, f"{number}")
        await round_.deliver()
        round_.clock.at += timedelta(seconds=pause)

    assert round_.post.tried.count("poison") == ATTEMPTS
    assert round_.post.sent == [*map(str, range(ATTEMPTS)), "behind"]
    row = (await round_.rows())["poison"]
    assert (row.state, row.attempts, row.error) == (posting.DEAD, ATTEMPTS, "500")
