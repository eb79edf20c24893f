"""The way to Telegram breaks: nothing is lost, and only what may have arrived comes twice."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.channels import telegram_session
from scheduler import courier
from scheduler.clock import WoundClock
from store import outbox
from tests.channels.running import (
    COMMANDS,
    Play,
    eventually,
    gets,
    playing,
    reads,
    told,
    until,
)
from tests.platforms.telegram import FakeTelegram, Fault

UNKNOWN: dict[str, tuple[dict[str, Any], bool]] = {
    "timeout after delivery": ({"kind": "timeout_after"}, True),
    "timeout before delivery": ({"kind": "timeout_before"}, False),
    "reset in mid-body": ({"kind": "reset_after"}, True),
    "reset before delivery": ({"kind": "reset_before"}, False),
    "JSON cut off": ({"kind": "cut_json"}, True),
    "slower than we wait": ({"kind": "slow_drip", "seconds": 5.0}, True),
    "a page with a good status": ({"kind": "html", "code": 200}, False),
    "a gateway that gave up": ({"kind": "html", "code": 504}, False),
}
"""What leaves the outcome of a send unknown, and whether it was carried out."""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_session, "TOTAL_SECONDS", 0.4)


@pytest.mark.parametrize("case", UNKNOWN)
async def test_a_reply_of_unknown_outcome_is_repeated(case: str, play: Play) -> None:
    what, arrived = UNKNOWN[case]
    anna = await play.enter("Anna")
    play.telegram.faults.add(Fault(method="sendMessage", times=1, **what))
    anna.send("/valoda")
    anna.send("/menu")
    await reads(anna, "Ko darām?")
    await play.settled()
    once = await play.decided(anna)
    again = [once[-2]] if arrived else []
    assert told(anna) == [*once[:-1], *again, once[-1]]
    assert play.outcomes()["Uncertain"] == 1
    assert await play.stuck() == []


@pytest.mark.parametrize("case", UNKNOWN)
async def test_a_nudge_of_unknown_outcome_is_shown_to_an_operator_not_repeated(
    case: str, play: Play
) -> None:
    what, arrived = UNKNOWN[case]
    anna, juris = await play.enter("Anna"), await play.enter("Juris")
    play.telegram.faults.add(Fault(method="sendMessage", chat_id=anna.id, times=1, **what))
    await play.say(anna, "Rīt ir termiņš")
    await play.say(juris, "Arī tev")
    await play.settled()
    assert [shown.text for shown in anna.new()] == ["Rīt ir termiņš"] * arrived
    assert [shown.text for shown in juris.new()] == ["Arī tev"]
    assert [(one.state, one.to) for one in await play.stuck()] == [("uncertain", "Anna")]
    assert await play.retry() == 1
    await reads(anna, "Rīt ir termiņš")
    assert await play.stuck() == []


async def test_an_alarm_of_unknown_outcome_is_repeated(play: Play) -> None:
    anna = await play.enter("Anna")
    play.telegram.faults.add(Fault(kind="timeout_after", method="sendMessage", times=1))
    await play.say(anna, "Kāds ir briesmās", priority=outbox.SAFETY)
    assert await gets(anna, 2) == ["Kāds ir briesmās"] * 2


async def test_an_uncertain_message_can_be_given_up(play: Play) -> None:
    anna = await play.enter("Anna")
    play.telegram.faults.add(Fault(kind="cut_json", method="sendMessage", times=1))
    await play.say(anna, "Rīt ir termiņš")
    await play.settled()
    assert await play.drop() == 1
    assert await play.stuck() == []
    await play.say(anna, "Parīt")
    assert await gets(anna, 2) == ["Rīt ir termiņš", "Parīt"]


async def test_an_answer_that_drips_is_waited_for(play: Play) -> None:
    anna = await play.enter("Anna")
    play.telegram.faults.add(Fault(kind="slow_drip", method="send", times=1, seconds=0.1))
    await play.say(anna, "Lēnām, bet droši")
    await play.settled()
    assert [shown.text for shown in anna.new()] == ["Lēnām, bet droši"]
    assert "Uncertain" not in play.outcomes()


@pytest.mark.parametrize("kind", ["storm", "html"])
async def test_a_storm_of_server_errors_delays_and_doubles_nothing(kind: Any, play: Play) -> None:
    anna = await play.enter("Anna")
    play.telegram.faults.add(Fault(kind=kind, method="sendMessage", times=courier.ATTEMPTS - 1))
    for command in COMMANDS:
        anna.send(command)
    await gets(anna, len(COMMANDS))
    await play.settled()
    assert told(anna) == await play.decided(anna)
    assert play.outcomes()["ServerTrouble"] == courier.ATTEMPTS - 1
    assert play.down() == []


async def test_attempts_are_bounded_and_the_others_go_on(play: Play) -> None:
    anna, juris = await play.enter("Anna"), await play.enter("Juris")
    storm = play.telegram.faults.add(Fault(kind="storm", method="send", chat_id=anna.id))
    await play.say(anna, "Pirmā")
    await play.say(anna, "Otrā")
    await play.say(juris, "Tava")
    await reads(juris, "Tava")
    await play.settled()
    assert [(one.state, one.attempts) for one in await play.stuck()] == [
        ("dead", courier.ATTEMPTS)
    ] * 2
    assert storm.hits == 2 * courier.ATTEMPTS
    play.telegram.faults.clear()
    assert await play.retry() == 2
    assert await gets(anna, 2) == ["Pirmā", "Otrā"]


@pytest.mark.parametrize("kind", ["reset_before", "reset_after", "html", "cut_json", "storm"])
async def test_reading_that_breaks_loses_and_doubles_no_input(kind: Any, play: Play) -> None:
    anna = await play.enter("Anna")
    fault = play.telegram.faults.add(Fault(kind=kind, method="getUpdates", times=3))
    for command in COMMANDS:
        anna.send(command)
        await gets(anna, 1)
    await until(play.bot, lambda bot: fault.hits == 3 and not bot.pending())
    await play.settled()
    assert told(anna) == await play.decided(anna)


async def test_an_hours_outage_is_outlived(
    database_url: str, fake: FakeTelegram, clock: WoundClock
) -> None:
    async with playing(database_url, fake) as play:
        anna, juris = await play.enter("Anna"), await play.enter("Juris")
        fake.stop_listening()
        for number in range(5):
            await play.say(anna, f"Anna {number}")
            await play.say(juris, f"Juris {number}")
        anna.send("/valoda")
        for _ in range(6):
            tried = play.outcomes().get("NotSent", 0)
            clock.wind(clock.now() + timedelta(minutes=10))
            await eventually(partial(_tried, play, tried + 1))
        assert play.down() == ["telegram"]
        assert await play.stuck() == []
        fake.listen_again()
        await reads(juris, "Juris 4")
        await reads(anna, "Kurā valodā")
        await eventually(lambda: not play.down())
        await play.settled()
        assert [shown.text for shown in anna.messages() if "Anna" in shown.text] == [
            f"Anna {number}" for number in range(5)
        ]
        assert sorted(told(anna)) == sorted(await play.decided(anna))
        assert told(juris) == await play.decided(juris)


async def test_an_outage_may_last_as_long_as_it_likes(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pauses grow with each failure, but not beyond what a number can hold."""
    anna = await play.enter("Anna")
    monkeypatch.setattr(courier, "TROUBLE", -2000)  # as if it had failed for days
    play.telegram.stop_listening()
    await play.say(anna, "Vēl te")
    await eventually(partial(_tried, play, 2))
    play.telegram.listen_again()
    await reads(anna, "Vēl te")


async def test_a_name_that_is_not_found_keeps_everything_for_later(
    sqlite_url: str, fake: FakeTelegram, clock: WoundClock
) -> None:
    await _kept_while_away(sqlite_url, fake, clock, "http://telegram.invalid")


async def test_a_server_that_does_not_take_the_connection_keeps_everything_for_later(
    sqlite_url: str, fake: FakeTelegram, clock: WoundClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_session, "CONNECT_SECONDS", 1.0)
    monkeypatch.setattr(telegram_session, "TOTAL_SECONDS", 30.0)
    with _full_house() as address:
        await _kept_while_away(sqlite_url, fake, clock, address)


async def _kept_while_away(url: str, fake: FakeTelegram, clock: WoundClock, elsewhere: str) -> None:
    """What is said while Telegram is not where we look for it goes out when it is found."""
    async with playing(url, fake) as play:
        anna = await play.enter("Anna")
    async with playing(url, fake, telegram_api_url=elsewhere) as play:
        await play.say(anna, "Pagaidi mani")
        for tries in (1, 2):
            await eventually(partial(_tried, play, tries))
            clock.wind(clock.now() + timedelta(minutes=1))
        await eventually(lambda: play.down() == ["telegram"])
        await eventually(partial(_all_waits, play))
    async with playing(url, fake) as play:
        await reads(anna, "Pagaidi mani")
        await play.settled()
        assert told(anna) == await play.decided(anna)


async def _all_waits(play: Play) -> bool:
    return await play.states() == {"waiting": 1}


def _tried(play: Play, times: int) -> bool:
    return play.outcomes().get("NotSent", 0) >= times


@contextmanager
def _full_house() -> Iterator[str]:
    """A server whose queue of connections is full: it neither takes nor refuses the next one."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        held = [socket.socket() for _ in range(3)]
        for each in held:
            each.setblocking(False)
            each.connect_ex(listener.getsockname())
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            for each in held:
                each.close()
