"""Updates that come twice, late, in the wrong order, or make no sense at all."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels import telegram
from bot.channels.telegram_updates import NotUnderstood, event_of, read
from desk.arriving import Inbound
from mentoring.message import Button
from tests.channels.running import (
    COMMANDS,
    Play,
    crowd,
    gets,
    playing,
    reads,
    told,
    until,
)
from tests.platforms.telegram import FakeTelegram, Fault, Person

BACKLOG, BACKLOG_PEOPLE = 8, 20


def message(person: Person, **content: Any) -> dict[str, Any]:
    """A message as Telegram brings it."""
    chat = {"id": person.id, "type": "private"}
    return {"message": {"message_id": 900, "date": 1, "chat": chat, "from": person.user, **content}}


def tap(person: Person, **content: Any) -> dict[str, Any]:
    return {"callback_query": {"id": "77", "from": person.user, "data": "x", **content}}


async def test_the_same_update_a_hundred_times_at_once_counts_once(reading: Play) -> None:
    anna = await reading.enter("Anna")
    first = reading.bot.push(message(anna, text="/valoda"))
    reading.bot.repeat(first, 100)
    tapped = reading.bot.push(tap(anna, data="AAAAAAAAAAAAAAAA.0"))
    reading.bot.repeat(tapped, 100)
    await until(reading.bot, lambda bot: not bot.pending())
    await reading.settled()
    answers = [shown.text for shown in anna.new()]
    assert sorted(one.split()[0] for one in answers) == ["Kurā", "Šī"]
    assert told(anna) == await reading.decided(anna)


async def test_a_tap_on_a_message_whose_sending_is_not_over_counts(play: Play) -> None:
    anna = play.bot.user(name="Anna")
    play.telegram.faults.add(Fault(kind="slow_drip", method="sendMessage", skip=1, seconds=0.5))
    anna.start(await play.code("Anna"))
    await reads(anna, "Vai tā der?")
    anna.tap("Jā, der")
    await reads(anna, "➤ Jā, der")
    await play.settled()
    assert told(anna) == await play.decided(anna)
    assert await play.stuck() == []


async def test_a_tap_may_overtake_the_start(play: Play) -> None:
    anna = play.bot.user(name="Anna")
    anna.tap_data("AAAAAAAAAAAAAAAA.0", 1)
    anna.start(await play.code("Anna"))
    await reads(anna, "Vai tā der?")
    await play.settled()
    assert await play.stuck() == []


@pytest.mark.parametrize("back", [5, 200_000_000])
async def test_numbers_that_begin_anew_hide_nothing(
    back: int, play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a week of silence Telegram counts from a number at random."""
    monkeypatch.setattr(telegram, "POLL_SECONDS", 1)
    anna = await play.enter("Anna")
    asked = len(play.bot.calls_of("getUpdates"))
    anna.send("/menu")
    await gets(anna, 1)
    await until(play.bot, lambda bot: _asks_afresh(bot.calls_of("getUpdates")[asked:]))
    play.bot.next_update_id -= back
    for command in COMMANDS:
        anna.send(command)
    await gets(anna, len(COMMANDS))
    await until(play.bot, lambda bot: not bot.pending())
    assert told(anna) == await play.decided(anna)


def _asks_afresh(calls: list[Any]) -> bool:
    """The last batch was confirmed and the next question is open: it confirms nothing."""
    offsets = ["offset" in call.params for call in calls]
    return True in offsets and not offsets[-1]


async def test_a_days_backlog_is_worked_off_in_order(database_url: str, fake: FakeTelegram) -> None:
    async with playing(database_url, fake) as play:
        people = await crowd(play, BACKLOG_PEOPLE)
    said = [COMMANDS[number % len(COMMANDS)] for number in range(BACKLOG)]
    for text in said:
        for person in people:
            person.send(text)
    async with playing(database_url, fake) as play:
        await until(play.bot, lambda bot: not bot.pending())
        await play.settled()
        answers = told(people[0])
        assert len(answers) == BACKLOG
        assert answers[: len(COMMANDS)] == [*dict.fromkeys(answers)]
        assert [told(person) for person in people] == [answers] * BACKLOG_PEOPLE
        assert play.outcomes() == {"sent": BACKLOG * BACKLOG_PEOPLE}


@pytest.mark.parametrize(
    "action",
    [
        {"do": "an_act_of_long_ago"},
        {"do": "task", "number": 1},
        {"do": "dialog"},
        {"do": "menu", "colour": "blue"},
        {},
    ],
)
async def test_a_button_from_before_a_deploy_is_answered_kindly(
    action: dict[str, Any], play: Play
) -> None:
    anna = await play.enter("Anna")
    await play.say(anna, "Senais jautājums", buttons=[Button(label="Jā", action=action)])
    await reads(anna, "Senais")
    anna.tap("Jā")
    anna.send("/valoda")
    answers = await gets(anna, 2)
    assert "Šī poga vairs nedarbojas" in answers[0]
    assert "Kurā valodā" in answers[1]
    await play.settled()
    assert await play.stuck() == []


@pytest.mark.parametrize(
    "data", ["AAAAAAAAAAAAAAAA.0", "x", "", "ā.0", "🙂" * 16, "\x00", "\ud800"]
)
async def test_a_button_nobody_knows_is_answered_kindly(data: str, play: Play) -> None:
    anna = await play.enter("Anna")
    play.bot.push(tap(anna, data=data))
    anna.send("/valoda")
    answers = await gets(anna, 2)
    assert any("Kurā valodā" in answer for answer in answers)
    await play.settled()
    assert await play.stuck() == []


async def test_somebody_elses_button_does_nothing(play: Play) -> None:
    anna, juris = await play.enter("Anna"), await play.enter("Juris")
    anna.send("/dati")
    await gets(anna, 1)
    stolen = anna.last().buttons[0][0].data
    before = told(anna)
    juris.tap_data(stolen)
    assert "Šī poga vairs nedarbojas" in (await gets(juris, 1))[0]
    await play.settled()
    assert told(anna) == before


async def test_a_double_tap_decides_once(reading: Play) -> None:
    anna = reading.bot.user(name="Anna")
    anna.start(await reading.code("Anna"))
    await reads(anna, "Vai tā der?")
    anna.tap("Jā, der")
    anna.tap_data(anna.last().buttons[0][0].data, anna.last().message_id)
    await reads(anna, "Tu jau piekriti")
    await reading.settled()
    assert told(anna) == await reading.decided(anna)
    assert [shown.edited for shown in anna.messages()].count(True) == 1


async def test_an_edited_message_is_not_handled_again(play: Play) -> None:
    anna = await play.enter("Anna")
    sent = anna.send("/valoda")
    await gets(anna, 1)
    anna.edit(sent, "/rezultati")
    anna.edit(sent, "/uzdevumi")
    answers = await gets(anna, 2)
    assert [answer.split(",")[0] for answer in answers] == ["Redzu"] * 2


async def test_an_album_is_answered_once(play: Play) -> None:
    anna = await play.enter("Anna")
    anna.album(4)
    anna.send("/valoda")
    answers = await gets(anna, 2)
    assert "attēlus un failus" in answers[0]
    assert "Kurā valodā" in answers[1]
    await play.settled()
    assert anna.new() == []


async def test_what_nobody_knew_when_this_was_written_is_passed_over(reading: Play) -> None:
    anna = await reading.enter("Anna")
    reading.bot.push({"thought_reading": {"from": anna.user, "thought": "?"}})
    reading.bot.push({})
    reading.bot.push(message(anna, hologram={"width": 3}))
    anna.send("/valoda")
    await reads(anna, "Kurā valodā")
    await until(reading.bot, lambda bot: not bot.pending())
    await reading.settled()
    assert await reading.stuck() == []
    assert told(anna) == await reading.decided(anna)


HUGE = 10**70
POISON: dict[str, Any] = {
    "nobody": {"message": None},
    "text for a message": {"message": "labdien"},
    "a list for a chat": {"message": {"message_id": 1, "chat": [], "from": {"id": 1}, "text": "a"}},
    "a sender without a number": {
        "message": {"message_id": 1, "chat": {"id": 1, "type": "private"}, "from": {}, "text": "a"}
    },
    "a tap of nobody": {"callback_query": {"id": "1", "data": "x"}},
    "a number beyond bounds": {
        "message": {
            "message_id": HUGE,
            "chat": {"id": HUGE, "type": "private"},
            "from": {"id": HUGE},
            "text": "a",
        }
    },
    "an endless number": {"callback_query": {"id": "1", "from": {"id": float("inf")}, "data": "x"}},
    "an id of a thousand letters": {
        "callback_query": {"id": "a" * 1000, "from": {"id": 5}, "data": "x"}
    },
    "an id with a null": {"callback_query": {"id": "a\x00b", "from": {"id": 5}, "data": "x"}},
    "half a character for an id": {
        "callback_query": {"id": "\ud800", "from": {"id": 5}, "data": "x"}
    },
    "a contact without a number": {
        "message": {
            "message_id": 1,
            "chat": {"id": 5, "type": "private"},
            "from": {"id": 5},
            "contact": {},
        }
    },
    "an album of nulls": {
        "message": {
            "message_id": 1,
            "chat": {"id": 5, "type": "private"},
            "from": {"id": 5},
            "media_group_id": "\x00" * 500,
            "photo": [],
        }
    },
    "a change of nothing": {"my_chat_member": {}},
    "a move to nowhere": {"message": {"chat": {"id": -1}, "migrate_to_chat_id": "there"}},
    "a chat beyond bounds": {
        "message": {"chat": {"id": HUGE * HUGE}, "migrate_to_chat_id": HUGE * HUGE}
    },
    "an edit of nulls": {
        "edited_message": {
            "message_id": "\x00",
            "edit_date": "\x00",
            "chat": {"id": 5, "type": "private"},
            "from": {"id": 5, "language_code": "\x00"},
            "text": "\x00\ud800",
        }
    },
}


async def test_poison_stops_nobody_and_shows(reading: Play) -> None:
    """Each comes in the middle of a batch of somebody's messages."""
    anna = await reading.enter("Anna")
    for number, update in enumerate(POISON.values()):
        anna.send(COMMANDS[number % len(COMMANDS)])
        reading.bot.push(update)
    await until(reading.bot, lambda bot: not bot.pending())
    await reading.settled()
    assert told(anna) == await reading.decided(anna)
    assert len(anna.new()) == len(POISON)
    dead = [one for one in await reading.stuck() if one.queue == "inbox"]
    assert len(dead) >= 8
    assert {one.state for one in dead} == {"dead"}
    assert all(one.error for one in dead)


async def test_poison_that_is_anybodys_own_is_put_aside_alone(play: Play) -> None:
    """What a known person sends in a shape nobody foresaw costs them that message, no more."""
    anna = await play.enter("Anna")
    play.bot.push(message(anna, text="/valoda", message_id="\x00" * 300))
    play.bot.push(tap(anna, id="\ud800" * 300, data="\ud800"))
    play.bot.push(message(anna, contact={"phone_number": "\ud800\x00", "user_id": anna.id}))
    anna.send("/dati")
    await until(play.bot, lambda bot: not bot.pending())
    await play.settled()
    assert told(anna) == await play.decided(anna)
    anna.send("/menu")
    await reads(anna, "Ko darām?")


KEYS = st.sampled_from([
    "update_id", "message", "edited_message", "callback_query", "my_chat_member", "message_id",
    "from", "id", "chat", "type", "text", "caption", "contact", "phone_number", "user_id", "data",
    "new_chat_member", "status", "migrate_to_chat_id", "media_group_id", "photo", "edit_date",
    "is_bot", "language_code",
])  # fmt: skip
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**18, max_value=10**300)
    | st.floats()
    | st.text(st.characters())
    | st.sampled_from(["private", "group", "kicked", "/start abc", "\ud800", "\x00"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)
SENDERS = st.fixed_dictionaries({"id": st.integers(1, 10**12) | LEAVES}) | VALUES
CHATS = st.fixed_dictionaries({"id": LEAVES, "type": LEAVES}) | VALUES
SHAPES = st.fixed_dictionaries(
    {}, optional={"from": SENDERS, "chat": CHATS, "message_id": LEAVES, "id": LEAVES}
)
CONTENT = st.builds(lambda shape, rest: {**rest, **shape}, SHAPES, st.dictionaries(KEYS, VALUES))
UPDATES = st.dictionaries(KEYS, CONTENT | VALUES, max_size=3)


@settings(max_examples=400, deadline=None)
@given(UPDATES)
def test_whatever_comes_is_read_or_put_aside(update: dict[str, Any]) -> None:
    """And what is made of it fits the database: short, without nulls or half characters."""
    try:
        found = read(update, "telegram")
    except NotUnderstood:
        found = None
    assert found is None or isinstance(found, Inbound)
    kept = [event_of(update)]
    if found is not None:
        kept += [found.event, found.address, found.group or "", found.moved_to or ""]
        kept += [str(value) for value in found.body.values()]
        assert all(len(each) <= 80 for each in kept[2:5])
    assert all(len(each) <= 200 for each in kept[:2])
    for each in kept:
        each.encode()
        assert "\x00" not in each


async def test_a_stranger_learns_nothing_and_is_answered_once(play: Play) -> None:
    await play.enter("Anna")
    stranger = play.bot.user(name="Anna")
    for text in ("Labdien", "/dati", "/menu", "Kas te ir?"):
        stranger.send(text)
    await until(play.bot, lambda bot: not bot.pending())
    await play.settled()
    assert len(told(stranger)) == 1
    assert "uzaicinājuma saiti" in told(stranger)[0]
