"""What people meet in Telegram: how they come in, groups, files, silence, several ways, goodbye."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from scheduler.clock import WoundClock
from store import people
from store import schema as s
from store.work import Tx
from tests.channels.running import Play, eventually, gets, reads, told
from tests.platforms.telegram import Person

LINK = re.compile(r"https?://\S+")
IN_NEED = "gribu nomirt"


def _people(tx: Tx) -> int:
    return int(tx.execute(select(func.count()).select_from(s.people)).scalar_one())


@asynccontextmanager
async def web(play: Play) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=play.process.application)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        yield client


async def shown_on_web(client: httpx.AsyncClient, chat: str) -> list[str]:
    answer = await client.get(f"{chat}/messages")
    return [each["text"] for each in answer.json()["messages"] if each["from"] != "me"]


async def stands_on_web(client: httpx.AsyncClient, chat: str, part: str) -> None:
    async def look() -> bool:
        return any(part in text for text in await shown_on_web(client, chat))

    await eventually(look)


# Coming in


async def test_an_invitation_is_a_hello_and_a_question_to_the_invited(play: Play) -> None:
    anna = play.bot.user(name="Anna", username="cool_cat")
    anna.start(await play.code("Anna Bērziņa"))
    hello, consent = await gets(anna, 2)
    assert "čatbots" in hello
    assert "Vai tā der?" in consent
    assert [[each.label for each in row] for row in anna.last().buttons] == [
        ["Jā, der", "Nē, negribu"],
        ["In English"],
    ]
    assert (await play.known(anna)).name == "Anna Bērziņa"


async def test_an_invitation_lets_in_one_person_only(play: Play) -> None:
    code = await play.code("Anna")
    anna, other = play.bot.user(name="Anna"), play.bot.user(name="Cits")
    anna.start(code)
    await gets(anna, 2)
    other.start(code)
    assert "jau ir izmantota" in (await gets(other, 1))[0]
    assert await play.run(_people) == 1


async def test_an_invitation_opened_twice_by_its_own_person_says_so(play: Play) -> None:
    anna = play.bot.user(name="Anna")
    code = await play.code("Anna")
    anna.start(code)
    await gets(anna, 2)
    anna.start(code)
    assert "jau ir izmantota" in (await gets(anna, 1))[0]


async def test_an_invitation_runs_out(clock: WoundClock, play: Play) -> None:
    code = await play.code("Anna")
    clock.wind(clock.now() + timedelta(days=15))
    anna = play.bot.user(name="Anna")
    anna.start(code)
    assert "laiks ir beidzies" in (await gets(anna, 1))[0]
    assert await play.run(_people) == 0


async def test_half_a_link_is_no_invitation(play: Play) -> None:
    anna = play.bot.user(name="Anna")
    anna.start((await play.code("Anna"))[:-1])
    assert "Šī saite neder" in (await gets(anna, 1))[0]
    assert await play.run(_people) == 0


async def test_an_invitation_to_a_second_part_adds_it_to_the_same_person(play: Play) -> None:
    anna = await play.enter("Anna", "mentor")
    anna.start(await play.code("Anna", "coordinator"))
    await reads(anna, "čatbots")
    await play.settled()
    known = await play.known(anna)
    parts = await play.run(lambda tx: people.parts(tx, known.id))
    assert sorted(part.role for part in parts) == ["coordinator", "mentor"]
    assert await play.run(_people) == 1


@pytest.mark.parametrize(
    ("language", "english"), [("lv", False), ("ru", True), ("en-GB", True), (None, True)]
)
async def test_a_stranger_is_told_whom_to_ask(
    play: Play, language: str | None, english: bool
) -> None:
    """In Latvian; in both languages where the phone does not speak Latvian."""
    somebody = play.bot.user(name="Kāds", language=language)
    somebody.start()
    said = (await gets(somebody, 1))[0]
    assert "vajag uzaicinājuma saiti" in said
    assert ("you need an invitation link" in said) is english


async def test_a_stranger_in_danger_gets_the_helplines_each_time(play: Play) -> None:
    somebody = play.bot.user(name="Kāds")
    somebody.start()
    await gets(somebody, 1)
    for _ in range(2):
        somebody.send(IN_NEED)
        said = (await gets(somebody, 1))[0]
        assert "116111" in said
        assert "112" in said
    assert await play.run(_people) == 0


# Groups


async def test_a_group_is_told_once_and_never_anything_personal(play: Play) -> None:
    anna = await play.enter("Anna")
    group = play.bot.group("9.b klase", [anna])
    assert "Raksti man privāti" in (await gets(group, 1))[0]
    for text in ("/uzdevumi", "Vai drīkst tikties brīvdienās?", "Jā, der", "mani dati"):
        group.send(anna, text)
    group.send(play.bot.user(name="Kāds"), "sveiki")
    anna.send("/valoda")
    await reads(anna, "Kurā valodā")
    await play.settled()
    assert group.new() == []
    assert anna.new() == []


async def test_a_cry_for_help_in_a_group_is_answered_in_private(play: Play) -> None:
    ilze, anna = await play.enter("Ilze", "coordinator"), await play.enter("Anna")
    group = play.bot.group("9.b klase", [anna])
    await gets(group, 1)
    group.send(anna, IN_NEED)
    assert "116111" in (await gets(anna, 1))[0]
    await reads(ilze, "TRAUKSME")
    await play.settled()
    assert group.new() == []


async def test_a_group_that_moved_is_not_told_again(play: Play) -> None:
    anna = await play.enter("Anna")
    group = play.bot.group("9.b klase", [anna])
    await gets(group, 1)
    group.migrate()
    group.send(anna, "sveiki")
    anna.send("/valoda")
    await reads(anna, "Kurā valodā")
    await play.settled()
    assert group.new() == []


# Files, contacts, corrections


async def test_ones_own_number_is_kept_for_an_alarm(play: Play) -> None:
    ilze, anna = await play.enter("Ilze", "coordinator"), await play.enter("Anna")
    anna.contact(phone="+37120001111")
    assert "numuru saglabāju" in (await gets(anna, 1))[0]
    anna.send(IN_NEED)
    assert "+37120001111" in (await reads(ilze, "TRAUKSME")).text


@pytest.mark.parametrize("owner", [5, 0])
async def test_somebody_elses_number_is_not_kept(play: Play, owner: int) -> None:
    ilze, anna = await play.enter("Ilze", "coordinator"), await play.enter("Anna")
    anna.contact(user_id=owner, phone="+37129999999")
    assert "Cita cilvēka numuru" in (await gets(anna, 1))[0]
    anna.send(IN_NEED)
    assert "+37129999999" not in (await reads(ilze, "TRAUKSME")).text


@pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "document"])
async def test_what_can_not_be_read_is_answered_kindly_and_once(play: Play, kind: str) -> None:
    anna = await play.enter("Anna")
    getattr(anna, kind)()
    assert "vārdiem" in (await gets(anna, 1))[0]
    await play.settled()
    assert anna.new() == []


async def test_the_words_under_a_picture_are_read(play: Play) -> None:
    anna = await play.enter("Anna")
    anna.photo("/valoda")
    assert "Kurā valodā" in (await gets(anna, 1))[0]
    await play.settled()
    assert anna.new() == []


async def test_of_an_album_the_words_are_answered_and_nothing_else(play: Play) -> None:
    anna = await play.enter("Anna")
    anna.album(4, "/valoda")
    anna.send("/uzdevumi")
    first, second = await gets(anna, 2)
    assert "Kurā valodā" in first
    await play.settled()
    assert "uzdevum" in second
    assert anna.new() == []


async def test_a_corrected_message_taps_no_button(play: Play) -> None:
    anna = await play.enter("Anna")
    mistyped = anna.send("dzēst manus datus")
    await gets(anna, 1)
    label = anna.last().labels[0]
    anna.edit(mistyped, label)
    assert "Redzu, ka izlaboji ziņu" in (await gets(anna, 1))[0]
    assert (await play.known(anna)).name == "Anna"


async def test_a_cry_for_help_in_a_correction_is_heard(play: Play) -> None:
    anna = await play.enter("Anna")
    written = anna.send("/valoda")
    await gets(anna, 1)
    anna.edit(written, IN_NEED)
    assert "116111" in (await gets(anna, 1))[0]


# Answers in the place of buttons, pictures, documents


async def test_an_answered_question_shows_its_answer_and_a_menu_stays(play: Play) -> None:
    anna = await play.enter("Anna")
    menu = anna.last()
    assert menu.labels
    await play.taps(anna, "Citi rīki")
    await play.settled()
    after = next(each for each in anna.messages() if each.message_id == menu.message_id)
    assert (after.text, after.buttons) == (menu.text, menu.buttons)
    consent = next(each for each in anna.messages() if "Vai tā der?" in each.text)
    assert consent.text.endswith("\n\n➤ Jā, der")
    assert consent.buttons == []


async def test_all_that_is_kept_comes_as_a_file(play: Play) -> None:
    anna = await play.enter("Anna")
    anna.send("/dati")
    shown = await reads(anna, "Šeit ir viss")
    assert shown.kind == "document"
    assert shown.filename == "pavadonis.json"
    assert shown.document is not None
    assert '"Anna"' in shown.document.decode()
    assert shown.labels == ["Dzēst manus datus"]


# Blocked and back


async def test_who_blocks_the_bot_is_told_of_once_and_gets_what_is_of_use_later(
    clock: WoundClock, play: Play
) -> None:
    ilze, anna = await play.enter("Ilze", "coordinator"), await play.enter("Anna")
    anna.block()
    lost = await reads(ilze, "vairs nesaņem manas ziņas")
    assert "Anna" in lost.text
    before = len(play.bot.calls_of("sendMessage"))
    await play.say(anna, "Viena")
    await play.say(anna, "Otra")
    await play.settled()
    assert len(play.bot.calls_of("sendMessage")) == before
    anna.unblock()
    assert await gets(anna, 2) == ["Viena", "Otra"]
    clock.wind(clock.now() + timedelta(hours=1))
    anna.block()
    await reads(ilze, "vairs nesaņem manas ziņas")  # a second time is news again
    await play.settled()
    assert ilze.new() == []


# One person, two ways


async def both_ways(play: Play, client: httpx.AsyncClient) -> tuple[Person, str]:
    """Somebody in Telegram who has added the web chat by the link that "kanāli" gives."""
    anna = await play.enter("Anna")
    anna.send("kanāli")
    link = LINK.findall((await gets(anna, 1))[0])[0]
    answer = await client.post(link.replace("http://127.0.0.1:8080", ""))
    assert answer.status_code == 303, answer.text
    return anna, answer.headers["location"]


async def test_answers_go_where_somebody_writes(play: Play) -> None:
    async with web(play) as client:
        anna, chat = await both_ways(play, client)
        assert await play.run(_people) == 1
        await client.post(f"{chat}/messages", json={"text": "/uzdevumi"})
        before = await shown_on_web(client, chat)
        assert "uzdevum" in before[-1]
        anna.send("/valoda")
        await reads(anna, "Kurā valodā")
        await play.settled()
        assert await shown_on_web(client, chat) == before
        assert before[-1] not in told(anna)


async def test_what_nobody_asked_for_goes_where_it_is_preferred(play: Play) -> None:
    async with web(play) as client:
        anna, chat = await both_ways(play, client)
        anna.send("kanāli")
        await reads(anna, "Atgādinājumus sūtu te: Telegram")
        await play.taps(anna, "Atgādini te: tīmekļa čats")
        known = await play.known(anna)
        assert (known.prefers, known.channel) == ("web", "telegram")
        anna.send("/valoda")
        await reads(anna, "Kurā valodā")
        ilze = await play.enter("Ilze", "coordinator")
        ilze.send("/pazinojums")
        await gets(ilze, 1)
        await play.taps(ilze, "Jauniešiem")
        ilze.send("Rīt tiekamies bibliotēkā.")
        await reads(ilze, "bibliotēkā")
        ilze.tap("Sūtīt")
        await stands_on_web(client, chat, "bibliotēkā")
        await play.settled()
        assert not any("bibliotēkā" in text for text in told(anna))


async def test_who_blocks_one_way_is_written_to_by_the_other(play: Play) -> None:
    async with web(play) as client:
        ilze = await play.enter("Ilze", "coordinator")
        anna, chat = await both_ways(play, client)
        anna.send("/valoda")
        await reads(anna, "Kurā valodā")
        anna.block()
        known = await play.known(anna)

        async def moved() -> bool:
            found = await play.run(lambda tx: people.load(tx, known.id))
            return found is not None and found.channel == "web"

        await eventually(moved)
        await client.post(f"{chat}/messages", json={"text": "/uzdevumi"})
        await play.settled()
        assert ilze.new() == []
        assert await play.stuck() == []


async def test_a_link_for_another_way_is_for_its_person_alone(play: Play) -> None:
    anna, juris = await play.enter("Anna"), await play.enter("Juris")
    anna.send("kanāli")
    code = LINK.findall((await gets(anna, 1))[0])[0].rpartition("/")[2]
    juris.start(code)
    assert "pieder citam cilvēkam" in (await gets(juris, 1))[0]
    assert await play.run(_people) == 2


# Goodbye


async def test_erasure_says_goodbye_and_leaves_nothing(either: Play) -> None:
    play, anna = either, await either.enter("Anna")
    known = await play.known(anna)
    anna.send("dzēst manus datus")
    await gets(anna, 1)
    anna.tap(anna.last().labels[0])
    assert "Viss ir izdzēsts" in (await gets(anna, 1))[0]
    await play.settled()
    assert await play.run(lambda tx: _left_of(tx, known.id)) == 0
    assert await play.stuck() == []
    anna.send(IN_NEED)  # nobody we know any more
    assert "tevi vēl nepazīstu" in (await gets(anna, 1))[0]


def _left_of(tx: Tx, person: int) -> int:
    tables: tuple[Any, ...] = (s.inbox, s.outbox, s.identities, s.occurrences, s.sessions)
    return sum(
        int(tx.execute(select(func.count()).where(t.c.person == person)).scalar_one())
        for t in tables
    )
