"""Ideas that hurt: struck by the mentor while they are collected, told of by a member in quiet."""

from sqlalchemy import select

from store import activities
from store import schema as s
from store.activities import OPEN
from store.work import Tx
from tests.desk.stage import Stage, instant, said
from tests.desk.storming import NAMES, Group, gather

IDEAS = "Pikniks\nKino\nTeātris"
HURTFUL = "Pajokosim par Kristapa ausīm"


async def written(group: Group) -> None:
    """Four ideas, one of them hurtful; everybody has looked at all that was said."""
    await group.begun()
    elza, roberts, _ = group.young
    for one, text in ((elza, IDEAS), (roberts, HURTFUL)):
        await one.tap("Rakstīt idejas")
        await one.send(text)
    await group.news()
    await group.janis.new()


async def seen_by(group: Group, place: int) -> str:
    """The list of ideas, as this member opens it now."""
    await group.young[place].tap("Rakstīt idejas")
    return said(await group.young[place].tap("Rādīt grupas idejas"))


async def test_the_mentor_strikes_an_idea_while_others_are_written(either_stage: Stage) -> None:
    """From then on the members no longer see it, and it gets onto no ballot by a look-alike."""
    group = await gather(either_stage)
    await written(group)
    assert HURTFUL in await seen_by(group, 0)
    await group.janis.send("prāta vētra")
    shown = said(await group.janis.tap("Rādīt idejas"))
    assert "Idejas līdz šim: 4" in shown
    assert not any(name in shown for name in NAMES)
    assert HURTFUL in said(await group.janis.tap("Pajokosim"))
    struck = said(await group.janis.tap("Svītrot"))
    assert "varēja to redzēt" in struck
    assert f"{HURTFUL} – svītrota" in struck
    assert "Idejas līdz šim: 3" in struck
    assert "Idejas: 3. Rakstīja 2 no 3." in said(await group.janis.tap("Apskatīt"))

    anna = group.young[2]
    await anna.tap("Rakstīt idejas")
    assert "Grupai kopā: 4" in said(await anna.send("Pajokosim par Kristapa ausi"))
    assert HURTFUL not in await seen_by(group, 0)
    review = said(await group.janis.tap("Ideju pietiek"))
    assert f"{HURTFUL} – svītrota" in review
    assert "kopā 2" not in review
    await group.janis.tap("Sākt balsošanu")
    await group.young[0].new()

    assert HURTFUL not in said(await group.young[0].tap("Izvēlēties"))


async def test_what_was_struck_by_mistake_is_taken_back_in(group: Group) -> None:
    await written(group)
    anna = group.young[2]
    await anna.tap("Rakstīt idejas")
    await anna.send("Muzejs")
    await group.janis.tap("Rādīt idejas")
    await group.janis.tap("Muzejs")
    key = await group.janis.key("Svītrot")
    await group.janis.press(key)
    assert (said(await group.janis.press(key))).count("– svītrota") == 1, "twice is as once"
    assert "Muzejs" not in await seen_by(group, 0)
    await group.janis.tap("Muzejs")
    assert "svītrota" not in said(await group.janis.tap("Atjaunot ideju"))

    assert "Muzejs" in await seen_by(group, 0)


async def test_before_there_is_an_idea_there_is_nothing_to_strike(group: Group) -> None:
    await group.begun()

    assert "Nevienas idejas" in said(await group.janis.tap("Rādīt idejas"))


async def test_a_member_says_that_one_hurts_and_nobody_learns_who(either_stage: Stage) -> None:
    group = await gather(either_stage)
    await written(group)
    elza, roberts, anna = group.young
    await seen_by(group, 0)
    thanks = said(await elza.tap("Te ir kas sāpīgs"))
    assert "Mentoram nodošu" in thanks
    assert "tikai divi" not in thanks

    told = said(await group.janis.new())
    assert "ir kas sāpīgs" in told
    assert "neatklāju" in told
    assert not any(name in told for name in NAMES)
    assert said(await roberts.new()) == said(await anna.new()) == ""
    assert HURTFUL in said(await group.janis.tap("Rādīt idejas"))

    def about(tx: Tx) -> set[int | None]:
        told = select(s.outbox.c.about).where(s.outbox.c.person == group.janis.person)
        return set(tx.execute(told).scalars())

    assert elza.person not in await either_stage.read(about)
    assert str(elza.person) not in str((await group.activity()).body)


async def test_who_says_so_is_no_less_hidden_by_saying_it_twice(group: Group) -> None:
    """One message until the mentor has looked; then what is said is news again."""
    await written(group)
    for place in (0, 0, 2):
        await seen_by(group, place)
        assert "Mentoram nodošu" in said(await group.young[place].tap("Te ir kas sāpīgs"))
    assert (said(await group.janis.new())).count("ir kas sāpīgs") == 1
    await group.janis.tap("Rādīt idejas")
    await seen_by(group, 0)
    await group.young[0].tap("Te ir kas sāpīgs")

    assert (said(await group.janis.new())).count("ir kas sāpīgs") == 1


async def test_what_is_written_after_that_is_no_idea_by_mistake(group: Group) -> None:
    await written(group)
    await seen_by(group, 0)
    elza = group.young[0]
    await elza.tap("Te ir kas sāpīgs")
    await elza.send("par mani tur raksta")

    def count(tx: Tx) -> int:
        return len(tx.execute(select(s.activity_answers.c.id)).all())

    assert await group.stage.read(count) == 4


async def test_at_night_the_mentor_is_told_in_the_morning(group: Group) -> None:
    """Unless the list was looked at meanwhile: then there is nothing to be told."""
    await written(group)
    group.stage.clock.wind(instant("2026-01-12T23:30"))
    await seen_by(group, 0)
    await group.young[0].tap("Te ir kas sāpīgs")
    assert await group.janis.new() == []
    await group.stage.wind("2026-01-13T08:30")
    assert "ir kas sāpīgs" in said(await group.janis.new())
    await group.janis.tap("Rādīt idejas")

    group.stage.clock.wind(instant("2026-01-13T23:30"))
    await seen_by(group, 0)
    await group.young[0].tap("Te ir kas sāpīgs")
    await group.janis.send("prāta vētra")
    await group.janis.tap("Rādīt idejas")
    await group.janis.new()
    await group.stage.wind("2026-01-14T08:30")

    assert "ir kas sāpīgs" not in said(await group.janis.new())


async def test_an_old_list_still_tells_it_while_the_mentor_looks_through(group: Group) -> None:
    await written(group)
    await seen_by(group, 0)
    await group.janis.tap("Ideju pietiek")
    assert "Mentoram nodošu" in said(await group.young[0].tap("Te ir kas sāpīgs"))
    assert "ir kas sāpīgs" in said(await group.janis.new())
    assert HURTFUL in said(await group.janis.tap("Apskatīt"))
    await group.janis.tap("Sākt balsošanu")
    await group.news()

    assert "Mentoram nodošu" not in said(await group.young[0].tap("Te ir kas sāpīgs"))


async def test_two_are_told_that_it_can_be_guessed(stage: Stage) -> None:
    group = await gather(stage, ("Elza Vītola", "Anna Kalna"))
    await group.begun()
    await group.young[0].tap("Rakstīt idejas")
    await group.young[0].send(f"{IDEAS}\n{HURTFUL}")
    await seen_by(group, 1)

    assert "tikai divi" in said(await group.young[1].tap("Te ir kas sāpīgs"))


async def test_a_line_that_speaks_of_danger_makes_the_whole_message_no_idea(group: Group) -> None:
    """Among harmless ones, in a list; somebody is called, and the group sees nothing of it."""
    await written(group)
    anna = group.young[2]
    await anna.tap("Rakstīt idejas")
    assert "116111" in said(await anna.send("Muzejs\nes gribu nomirt\nParks"))
    assert "Parks" not in await seen_by(group, 0)
    assert (await group.activity()).state == OPEN

    def kept(tx: Tx) -> list[str]:
        return list(tx.execute(select(s.tickets.c.kind)).scalars())

    assert await group.stage.read(kept) == ["safety"]


async def test_what_only_sounds_like_danger_is_asked_about_and_no_idea_yet(group: Group) -> None:
    await written(group)
    anna = group.young[2]
    await anna.tap("Rakstīt idejas")
    asked = await anna.send("matemātika mani nogalina")
    assert [button["label"] for button in asked[-1]["buttons"]]

    def ideas(tx: Tx) -> list[str]:
        found = activities.of_mentor(tx, group.janis.person, "skola-kopiena", OPEN)[0]
        return [str(one.value) for one in activities.answers(tx, found.id)]

    assert len(await group.stage.read(ideas)) == 4
