"""Telegram refuses: each refusal touches what it is about, is visible, and nothing else stops."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels import telegram, telegram_polling
from scheduler import courier
from scheduler.clock import WoundClock
from store import outbox, people
from tests.channels.running import (
    COMMANDS,
    SCHOOL,
    SCHOOL_TOKEN,
    Play,
    crowd,
    eventually,
    gets,
    playing,
    reads,
    told,
    until,
)
from tests.platforms.telegram import FakeTelegram, Fault, Rates

GONE: dict[str, tuple[int, str]] = {
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "deactivated": (403, "Forbidden: user is deactivated"),
    "chat not found": (400, "Bad Request: chat not found"),
}
REFUSED: dict[str, tuple[int, str]] = {
    "bad entities": (400, "Bad Request: can't parse entities: unexpected end of name"),
    "a code nobody knows": (418, "I'm a teapot"),
    "too large": (413, "Request Entity Too Large"),
}
OWN = f"telegram:{SCHOOL}"
TROUBLE: dict[str, dict[str, Any]] = {
    "its token is not accepted": {"kind": "unauthorized"},
    "somebody else reads its messages": {"kind": "conflict", "method": "getUpdates"},
    "it is banned for an hour": {"kind": "status", "code": 429, "retry_after": 3600},
    "its messages are refused": {"kind": "status", "code": 400, "method": "send"},
    "its server is in trouble": {"kind": "storm"},
}
PAST: dict[str, str] = {
    "not modified": "Bad Request: message is not modified: specified new message content",
    "deleted": "Bad Request: message to edit not found",
    "too old": "Bad Request: message can't be edited",
}


async def test_a_short_pause_for_one_chat_keeps_its_order(play: Play) -> None:
    anna, juris = await play.enter("Anna"), await play.enter("Juris")
    play.telegram.faults.add(
        Fault(kind="status", code=429, retry_after=1, chat_id=anna.id, method="send", times=1)
    )
    for command in COMMANDS:
        anna.send(command)
        juris.send(command)
    await gets(anna, len(COMMANDS))
    await play.settled()
    assert told(anna) == await play.decided(anna)
    assert told(juris) == await play.decided(juris)
    assert play.outcomes()["TooFast"] == 1
    assert await play.stuck() == []


async def test_a_long_pause_is_kept_by_the_next_process_too(
    sqlite_url: str, fake: FakeTelegram, clock: WoundClock
) -> None:
    async with playing(sqlite_url, fake) as play:
        anna, juris = await play.enter("Anna"), await play.enter("Juris")
        ban = fake.faults.add(
            Fault(kind="status", code=429, retry_after=3600, chat_id=anna.id, method="send")
        )
        await play.say(anna, "Pēc stundas")
        await until(play.bot, lambda _bot: ban.hits == 1)
        await play.say(juris, "Tūlīt")
        await reads(juris, "Tūlīt")
    async with playing(sqlite_url, fake) as play:
        await play.say(juris, "Arī tagad")
        await reads(juris, "Arī tagad")
        clock.wind(clock.now() + timedelta(minutes=59))
        await play.say(juris, "Un tagad")
        await reads(juris, "Un tagad")
        await eventually(lambda: play.outcomes() == {"sent": 2})
        assert ban.hits == 1
        assert await play.states() == {"waiting": 1}
        fake.faults.clear()
        clock.wind(clock.now() + timedelta(minutes=2))
        await reads(anna, "Pēc stundas")
        assert await play.stuck() == []


async def test_a_pause_in_mid_broadcast_loses_and_doubles_nobody(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram, "CHAT_SECONDS", 1.0)
    with FakeTelegram(rates=Rates()) as fake:
        async with playing(database_url, fake, telegram_rate=telegram.RATE) as play:
            people = await crowd(play, 40)
            fake.faults.add(
                Fault(kind="status", code=429, retry_after=1, method="send", skip=15, times=1)
            )
            for person in people:
                await play.say(person, "Visiem", priority=outbox.BROADCAST)
            await play.settled()
            assert [told(person) for person in people] == [["Visiem"]] * len(people)
            assert play.outcomes() == {"sent": len(people), "TooFast": 1}
            assert play.bot.floods == 0


@pytest.mark.parametrize("case", GONE)
async def test_somebody_out_of_reach_stops_nobody_and_is_told_of_once(
    case: str, play: Play
) -> None:
    code, words = GONE[case]
    ilze = await play.enter("Ilze", "coordinator")
    anna, juris = await play.enter("Anna"), await play.enter("Juris")
    gone = play.telegram.faults.add(
        Fault(kind="status", code=code, description=words, chat_id=anna.id, method="send")
    )
    for number in range(3):
        await play.say(anna, f"Anna {number}")
        await play.say(juris, f"Juris {number}")
    assert await gets(juris, 3) == [f"Juris {number}" for number in range(3)]
    assert "Anna" in (await gets(ilze, 1))[0]
    await play.say(anna, "Anna 3")
    await play.settled()
    assert gone.hits == 1
    assert ilze.new() == []
    assert [(one.state, one.to) for one in await play.stuck()] == [("unreachable", "Anna")] * 4
    play.telegram.faults.clear()
    anna.send("/menu")  # an account can come back without a word from the platform
    await play.settled()
    answer, *late = await gets(anna, 5)
    assert "Ko darām?" in answer
    assert late == [f"Anna {number}" for number in range(4)]
    assert await play.stuck() == []


async def test_who_blocks_the_bot_is_left_alone_until_they_let_it_in(either: Play) -> None:
    play = either
    ilze = await play.enter("Ilze", "coordinator")
    anna = await play.enter("Anna")
    anna.block()
    await reads(ilze, "Anna")
    before = len(play.bot.calls_of("sendMessage"))
    await play.say(anna, "Vai esi te?")
    await play.settled()
    assert len(play.bot.calls_of("sendMessage")) == before
    anna.unblock()
    assert await gets(anna, 1) == ["Vai esi te?"]
    await play.settled()
    assert await play.stuck() == []
    anna.send("/menu")
    await reads(anna, "Ko darām?")


async def test_a_group_that_moves_is_followed_and_told_once(play: Play) -> None:
    anna = await play.enter("Anna")
    play.telegram.faults.add(Fault(kind="migrate", method="sendMessage", times=1))
    group = play.bot.group("Mentori", [anna])
    await until(play.bot, lambda bot: any(one.chat_id < 0 for one in bot.sent))
    await play.settled()
    said = [shown for shown in play.bot.sent if shown.chat_id < 0]
    assert len(said) == 1
    assert said[0].chat_id != group.id
    assert "Grupā" in said[0].text
    assert await play.stuck() == []


@pytest.mark.parametrize("case", PAST)
async def test_an_edit_that_comes_too_late_is_no_trouble(case: str, play: Play) -> None:
    anna = play.bot.user(name="Anna")
    anna.start(await play.code("Anna"))
    await reads(anna, "Vai tā der?")
    edits = play.telegram.faults.add(
        Fault(kind="status", code=400, description=PAST[case], method="editMessage")
    )
    await play.taps(anna, "Jā, der")
    await until(play.bot, lambda _bot: edits.hits == 1)
    await play.settled()
    assert await play.stuck() == []
    anna.send("/valoda")
    await reads(anna, "Kurā valodā")


async def test_a_tap_that_is_answered_too_late_counts_all_the_same(play: Play) -> None:
    anna = play.bot.user(name="Anna")
    anna.start(await play.code("Anna"))
    await reads(anna, "Vai tā der?")
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    late = play.telegram.faults.add(
        Fault(kind="status", code=400, description=words, method="answerCallbackQuery")
    )
    with capture_logs() as logs:
        await play.taps(anna, "Jā, der")
        await until(play.bot, lambda _bot: late.hits == 1)
        await reads(anna, "➤ Jā, der")
    assert logs == []


@pytest.mark.parametrize("case", REFUSED)
async def test_what_is_refused_for_good_is_a_dead_letter_and_the_rest_goes_on(
    case: str, play: Play
) -> None:
    code, words = REFUSED[case]
    anna, juris = await play.enter("Anna"), await play.enter("Juris")
    play.telegram.faults.add(
        Fault(
            kind="status",
            code=code,
            description=words,
            chat_id=anna.id,
            method="sendMessage",
            times=1,
        )
    )
    await play.say(anna, "Pirmā")
    await play.say(anna, "Otrā")
    await play.say(juris, "Tava")
    assert await gets(anna, 1) == ["Otrā"]
    assert await gets(juris, 1) == ["Tava"]
    await play.settled()
    (dead,) = await play.stuck()
    assert (dead.state, dead.to, dead.attempts) == ("dead", "Anna", 1)
    assert words in dead.error
    assert play.outcomes()["Refused"] == 1
    assert await play.retry() == 1
    assert await gets(anna, 1) == ["Pirmā"]
    assert await play.stuck() == []


@pytest.mark.parametrize("kind", ["unauthorized", "status"])
async def test_a_token_that_is_not_accepted_stops_one_bot_and_loses_nothing(
    kind: Any, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "DOWN_SECONDS", 0.3)
    monkeypatch.setattr(telegram_polling, "DOWN_SECONDS", 0.3)
    anna = await play.enter("Anna")
    play.telegram.faults.add(Fault(kind=kind, code=404, description="Not Found"))
    await play.say(anna, "Pagaidi")
    anna.send("/valoda")
    await eventually(lambda: play.outcomes().get("ChannelDown", 0) >= 2)
    assert play.down() == ["telegram"]
    assert await play.stuck() == []
    play.telegram.faults.clear()
    await gets(anna, 2)
    await play.settled()
    assert sorted(told(anna)) == sorted(await play.decided(anna))
    assert play.down() == []


async def test_a_second_poller_is_told_of_once_and_sending_goes_on(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await play.enter("Anna")
    conflict = play.telegram.faults.add(Fault(kind="conflict", method="getUpdates"))
    with capture_logs() as logs:
        anna.send("/valoda")  # ends the poll that is under way
        await reads(anna, "Kurā valodā")
        await until(play.bot, lambda _bot: conflict.hits == 1)
        await play.say(anna, "Es vēl rakstu")
        await reads(anna, "Es vēl rakstu")
        await asyncio.sleep(3 * max(telegram_polling.PAUSES))
    assert conflict.hits == 1
    assert [line["event"] for line in logs if line["log_level"] == "error"] == ["polling stopped"]
    assert play.down() == []


@pytest.fixture
async def two(sqlite_url: str, fake: FakeTelegram) -> AsyncIterator[Play]:
    """The common bot, and one of a programme's own."""
    async with playing(sqlite_url, fake, telegram_tokens={SCHOOL: SCHOOL_TOKEN}) as started:
        yield started


@pytest.mark.parametrize("case", TROUBLE)
async def test_a_bot_in_trouble_touches_neither_the_other_bot_nor_the_web(
    case: str, two: Play
) -> None:
    own = two.telegram.bot(SCHOOL_TOKEN)
    anna, juris, liga = (
        await two.enter("Anna"),
        await two.enter("Juris", bot=own),
        await two.enter("Līga", bot=own),
    )
    trouble = two.telegram.faults.add(Fault(bot=SCHOOL_TOKEN, **TROUBLE[case]))
    for person in (juris, liga):
        await two.say(person, "Vai tev viss labi?", channel=OWN)
        person.send("/menu")
    await until(own, lambda _bot: trouble.hits > 0)
    for command in COMMANDS:
        anna.send(command)
    assert len(await gets(anna, len(COMMANDS))) == len(COMMANDS)
    assert told(anna) == await two.decided(anna)
    assert set(two.outcomes()) == {"sent"}
    assert {one.channel for one in await two.stuck()} <= {OWN}
    assert set(two.down()) <= {OWN}
    assert "Ko darām?" in await _answer_on_the_web(two, (await two.known(anna)).id)


async def _answer_on_the_web(play: Play, person: int) -> str:
    assistant = play.process.assistant
    new = partial(people.new_web_identity, person=person, now=datetime.now(UTC))
    token = str(await play.run(new))
    assert await assistant.receive(token, "1", {"text": "/menu"}) is not None
    found = await assistant.replies(token, 0)
    assert found is not None
    return found[1][-1].text


async def test_each_bot_has_dead_letters_and_figures_of_its_own(two: Play) -> None:
    own = two.telegram.bot(SCHOOL_TOKEN)
    juris = await two.enter("Juris", bot=own)
    two.telegram.faults.add(
        Fault(kind="status", code=400, bot=SCHOOL_TOKEN, method="send", times=1)
    )
    await two.say(juris, "Nederēs", channel=OWN)
    await eventually(lambda: two.outcomes(OWN).get("Refused") == 1)
    await two.settled()
    assert [(one.channel, one.state) for one in await two.stuck()] == [(OWN, "dead")]
    assert two.outcomes() == {}
    assert two.bot.sent == []
