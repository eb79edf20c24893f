"""A mentor's Telegram group sees what its members are asked and what they answer, never a name."""

import asyncio
from dataclasses import dataclass

from store import pairings
from store.work import Tx
from tests.channels.running import SCHOOL, Play, eventually, gets, reads
from tests.platforms.telegram import Group, Person

MOOD = "Garastāvoklis šodien"


@dataclass(frozen=True, kw_only=True)
class Class:
    """A mentor, their mentees, and the group the mentor has put the bot into."""

    mentor: Person
    anna: Person
    elza: Person
    toms: Person
    group: Group

    @property
    def mentees(self) -> tuple[Person, ...]:
        return self.anna, self.elza, self.toms


async def gathered(play: Play, *others: Person) -> Class:
    mentor = await play.enter("Jānis Bērziņš", "mentor")
    anna, elza, toms = [await play.enter(name) for name in ("Anna", "Elza", "Toms")]
    for mentee in (anna, elza, toms):
        await _pair(play, mentor, mentee)
    group = play.bot.group("9.b klase", [mentor, anna, elza, toms, *others])
    await gets(group, 1)
    await reads(mentor, "grupas čatā")
    return Class(mentor=mentor, anna=anna, elza=elza, toms=toms, group=group)


async def _pair(play: Play, mentor: Person, mentee: Person) -> None:
    led, whom = await play.known(mentor), await play.known(mentee)

    def write(tx: Tx) -> int:
        now = play.process.assistant.clock.now()
        return pairings.add(
            tx, whom, programme=SCHOOL, mentor=led.id, status="active", now=now, semester="s"
        )

    await play.run(write)


async def begun(play: Play, some: Class, names: str = "Anonīmi") -> None:
    """The mood poll, asked of all at once, in the group too."""
    some.mentor.send("grupai")
    await reads(some.mentor, "Tavā grupā")
    for label in ("Gatavas aptaujas", MOOD, "Visi reizē", names, "Rādīt arī grupas čatā"):
        await play.taps(some.mentor, label)
    assert "Saņems: 3" in some.mentor.last().text
    await play.taps(some.mentor, "Sākt")
    await play.settled()


async def told(play: Play, person: Person, query: str) -> str:
    """What a tap is answered by."""
    await eventually(lambda: person.answer(query) is not None)
    return str(person.answer(query))


async def test_a_tap_in_the_group_is_an_answer_told_to_its_giver_alone(play: Play) -> None:
    """The question stands there with its buttons; the group learns nothing of who tapped."""
    some = await gathered(play)
    await begun(play, some)
    asked = await reads(some.group, "Jautājums 1 no 2")
    label = asked.labels[0]
    assert "Kurš ko atbildēja, čatā nerādīšu" in asked.text
    some.group.new()

    assert "Atbilde pieņemta" in await told(play, some.anna, some.group.tap(some.anna, label))
    assert "jau ir saņemta" in await told(play, some.anna, some.group.tap(some.anna, label))
    await play.settled()
    assert some.group.new() == []
    await play.taps(some.mentor, "Atsvaidzināt")
    assert "Atbildēja 1 no 3" in some.mentor.last().text


async def test_the_group_sees_the_picture_once_all_have_answered(play: Play) -> None:
    """Two tap in the group, one answers in private: it counts alike."""
    some = await gathered(play)
    await begun(play, some)
    label = (await reads(some.group, "Jautājums 1 no 2")).labels[0]
    some.group.tap(some.anna, label)
    some.group.tap(some.elza, label)
    await play.settled()
    some.toms.tap(label)

    shown = await reads(some.group, "Rezultāts: jautājums 1 no 2")
    assert shown.kind == "photo"
    assert (await reads(some.elza, "Rezultāts: jautājums 1 no 2")).kind == "photo"
    await play.settled()
    for name in ("Anna", "Elza", "Toms", "Jānis"):
        assert all(name not in each.text for each in some.group.messages())


async def test_who_is_not_asked_is_told_so_kindly(play: Play) -> None:
    """A classmate the programme doesn't know, and the mentor, who is in the group as well."""
    stranger = play.bot.user(name="Kāds")
    some = await gathered(play, stranger)
    await begun(play, some)
    label = (await reads(some.group, "Jautājums 1 no 2")).labels[0]

    for other in (stranger, some.mentor):
        assert "mentora grupai" in await told(play, other, some.group.tap(other, label))
    await play.settled()
    assert stranger.messages() == []
    await play.taps(some.mentor, "Atsvaidzināt")
    assert "Atbildēja 0 no 3" in some.mentor.last().text


async def test_a_tap_on_a_closed_question_changes_nothing(play: Play) -> None:
    """Its buttons stay on the screen; the one who taps is told."""
    some = await gathered(play)
    await begun(play, some)
    label = (await reads(some.group, "Jautājums 1 no 2")).labels[0]
    await play.taps(some.mentor, "Rādīt rezultātu")
    await reads(some.group, "Šoreiz nav ko parādīt")

    assert "jau ir slēgts" in await told(play, some.anna, some.group.tap(some.anna, label))


async def test_words_are_asked_for_in_private(play: Play) -> None:
    """What can't be answered by one tap has no buttons in the group."""
    some = await gathered(play)
    await begun(play, some)
    await play.taps(some.mentor, "Rādīt rezultātu")
    await play.taps(some.mentor, "Nākamais jautājums")

    asked = await reads(some.group, "Jautājums 2 no 2")
    assert asked.labels == []
    assert "Atbildi man privāti" in asked.text


async def test_a_group_that_moves_is_found_again(play: Play) -> None:
    """It became a supergroup in the middle of a question."""
    some = await gathered(play)
    await begun(play, some)
    label = (await reads(some.group, "Jautājums 1 no 2")).labels[0]
    await asyncio.to_thread(some.group.migrate)
    await play.settled()
    await play.taps(some.mentor, "Rādīt rezultātu")

    await reads(some.group, "Rezultāts: jautājums 1 no 2")
    assert label


async def test_the_bot_put_out_of_a_group_shows_nothing_there_any_more(play: Play) -> None:
    """The poll itself goes on in private."""
    some = await gathered(play)
    await asyncio.to_thread(some.group.kick_bot)
    await play.settled()
    some.mentor.send("grupai")
    await reads(some.mentor, "Tavā grupā")
    for label in ("Gatavas aptaujas", MOOD, "Visi reizē", "Anonīmi"):
        await play.taps(some.mentor, label)
    assert "Saņems: 3" in some.mentor.last().text
    assert not any("grupas čatā" in each for each in some.mentor.last().labels)


async def test_a_group_a_mentee_adds_the_bot_to_is_nobodys(play: Play) -> None:
    """Only mentors ask groups."""
    mentor, anna = await play.enter("Jānis", "mentor"), await play.enter("Anna")
    await _pair(play, mentor, anna)
    group = play.bot.group("Draugi", [anna, mentor])
    await gets(group, 1)
    await play.settled()
    assert anna.new() == []
    assert mentor.new() == []
