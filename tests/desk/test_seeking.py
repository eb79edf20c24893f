"""What would help is opened right after it was said, and nobody hears what was kept."""

import pytest
from sqlalchemy import update

from store import schema as s
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_rights import forge
from tests.desk.test_tools import answered

HARD = "vajag ar kādu parunāt par eksāmenu"
WISH = "Sarunu lūdz: Elza Vītola"
AT = "2026-01-01T00:00:00+00:00"
TASK = "Uzrakstīt motivācijas vēstuli"


async def hard_week(phone: Phone, share: str, helps: str = "Ar kādu parunāt") -> str:
    """What the young person is told at the end."""
    await phone.send("Grūta nedēļa")
    await phone.send(HARD)
    await phone.tap(helps)
    return said(await phone.tap(share))


async def stuck(phone: Phone, helps: str, share: str = "Nē") -> str:
    await phone.send("Kad nekas nekustas")
    steps = ("> Vēstule", "[Maz laika]", "[Pietiek]", "[Izlaist]", "[Izlaist]", f"[{helps}]")
    for given in (*steps, "> Atvērt failu", "> rīt", "[Pietiek]"):
        await answered(phone, given)
    await phone.new()
    return said(await phone.tap(share))


async def test_a_wish_to_talk_is_told_to_the_mentor_at_once(cast: Cast, stage: Stage) -> None:
    """On a Friday evening, in words that say what is asked, with the ways to read and answer."""
    await stage.wind("2026-01-16T18:10")
    await cast.janis.new()
    told = await hard_week(cast.elza, "Jā")
    assert "Pateicu, ka gribi parunāt. Atbildēs: Jānis Bērziņš" in told
    heard = said(await cast.janis.new())
    assert WISH in heard
    assert "„Grūta nedēļa”" in heard
    assert await cast.janis.labels() == ["Atbildēt", "Izlasīt"]
    assert HARD in said(await cast.janis.tap("Izlasīt"))
    await cast.janis.tap("Atbildēt")
    await cast.janis.send("Zvanu pēc stundas.")
    assert "Zvanu pēc stundas." in said(await cast.elza.new())


async def test_in_the_mentors_quiet_hours_it_waits_for_the_morning(
    cast: Cast, stage: Stage
) -> None:
    await stage.wind("2026-01-16T23:10")
    await cast.janis.new()
    await hard_week(cast.elza, "Jā")
    assert await cast.janis.new() == []
    await stage.wind("2026-01-17T12:00")
    assert WISH in said(await cast.janis.new())


@pytest.mark.parametrize("helps", ["Atpūta", "Nezinu"])
async def test_what_is_ones_own_to_do_calls_nobody(cast: Cast, helps: str) -> None:
    await cast.janis.new()
    await hard_week(cast.elza, "Jā", helps)
    assert await cast.janis.new() == []


async def test_without_a_mentor_a_coordinator_hears_only_of_the_wish(cast: Cast) -> None:
    """What was written was offered to a mentor, and to nobody else."""
    await cast.ilze.new()
    assert "Atbildēs: Ilze Kalniņa" in await hard_week(cast.roberts, "Jā")
    heard = said(await cast.ilze.new())
    assert "Sarunu lūdz: Roberts Krūmiņš" in heard
    assert "Grūta nedēļa" not in heard
    assert await cast.ilze.labels() == ["Atbildēt"]
    assert "Sarunu lūdz: Roberts Krūmiņš" in said(await cast.ilze.send("jautājumi"))


async def test_after_a_no_nothing_goes_out_until_it_is_wanted(cast: Cast) -> None:
    """To whomever the young person chooses, and without a word of what was written."""
    for phone in (cast.janis, cast.ilze, cast.dace):
        await phone.new()
    assert "Uzrakstīto joprojām redzi tikai tu" in await hard_week(cast.elza, "Nē")
    assert [await phone.new() for phone in (cast.janis, cast.ilze, cast.dace)] == [[], [], []]
    offered = ["Mentors: Jānis Bērziņš", "Koordinators: Ilze Kalniņa", "Nē"]
    assert await cast.elza.labels() == offered
    await cast.elza.tap("Koordinators: ")
    heard = said(await cast.ilze.new())
    assert WISH in heard
    assert HARD not in heard
    assert "Grūta nedēļa" not in heard
    assert await cast.janis.new() == []


async def test_a_wish_that_was_told_is_not_told_by_a_second_tap(cast: Cast) -> None:
    await hard_week(cast.elza, "Nē")
    key = await cast.elza.key("Mentors: ")
    await cast.janis.new()
    for _ in range(2):
        await cast.elza.press(key)
    assert said(await cast.janis.new()).count(WISH) == 1


async def test_who_cannot_be_asked_is_not_offered(cast: Cast, stage: Stage) -> None:
    """A mentor who wants no messages; the coordinator is still there."""
    who = update(s.people).where(s.people.c.id == cast.janis.person)
    now = stage.clock.now()
    await stage.read(lambda tx: tx.execute(who.values(stopped_at=now)))
    await hard_week(cast.elza, "Nē")
    assert await cast.elza.labels() == ["Koordinators: Ilze Kalniņa", "Nē"]


async def test_mentors_and_coordinators_have_no_such_button(cast: Cast, stage: Stage) -> None:
    for phone in (cast.janis, cast.ilze):
        await forge(stage, phone, {"do": "talk_ask", "to": "coordinator", "at": AT})
    assert "Sarunu lūdz" not in said(await cast.dace.new()) + said(await cast.ilze.new())
    assert "Sarunu" not in await forge(
        stage, cast.elza, {"do": "talk_ask", "to": "mentee", "at": AT}
    )


async def test_a_talk_with_the_mentor_is_asked_for_when_stuck(cast: Cast) -> None:
    await cast.janis.new()
    assert "Pateicu, ka gribi parunāt" in await stuck(cast.elza, "Saruna ar mentoru", "Jā")
    heard = said(await cast.janis.new())
    assert WISH in heard
    assert "„Kad nekas nekustas”" in heard


async def test_more_time_is_asked_for_the_task_concerned(cast: Cast, stage: Stage) -> None:
    """The step that was just made is not meant."""
    await stage.task(cast.elza, TASK, "2026-01-20")
    assert f"vajag laiku uzdevumam „{TASK}”" in await stuck(cast.elza, "Vairāk laika")
    await cast.janis.new()
    await cast.elza.send("2. februāris")
    assert TASK in said(await cast.janis.new())


async def test_among_several_tasks_one_is_chosen(cast: Cast, stage: Stage) -> None:
    for title in (TASK, "Nofilmēt video"):
        await stage.task(cast.elza, title, "2026-01-20")
    assert "Kuram uzdevumam" in await stuck(cast.elza, "Vairāk laika")
    assert set(await cast.elza.labels()) == {TASK, "Nofilmēt video"}
    assert "vajag laiku" in said(await cast.elza.tap("Nofilmēt"))


async def test_more_time_for_what_is_no_task_is_talked_about(cast: Cast) -> None:
    assert "Citu atvērtu uzdevumu tev nav" in await stuck(cast.elza, "Vairāk laika")
    await cast.janis.new()
    await cast.elza.tap("Mentors: ")
    assert WISH in said(await cast.janis.new())


async def test_an_explanation_is_a_question_to_a_human(cast: Cast) -> None:
    await cast.ilze.new()
    assert "Kas jāpaskaidro?" in await stuck(cast.elza, "Paskaidrojums")
    await cast.elza.send("Kur nopirkt lētu ģitāru?")
    assert "lētu ģitāru" in said(await cast.ilze.new())
