"""An application reaches those it says it will reach, once who wrote it agrees, and nobody else."""

from pathlib import Path

from store import shares
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, said
from tests.desk.test_matching import looks
from tests.desk.test_results import GROW, kept
from tests.desk.test_rights import forge
from tests.desk.test_sharing import card
from tests.desk.test_tools import answered
from tests.dialogs.transcript import Transcript

TRANSCRIPTS = Path(__file__).parent.parent / "transcripts"
GOAL = "Pavasarī jāizvēlas, kur mācīties tālāk"
MENTEES, MENTORS = "Pieteikums programmai", "Mentora pieteikums"


async def applies(phone: Phone, tool: str, says: str = "Jā") -> str:
    script = "apply-mentee_lv.txt" if tool == MENTEES else "apply-mentor_lv.txt"
    await phone.send(tool)
    for given in Transcript(TRANSCRIPTS / script).inputs[:-1]:
        await answered(phone, given)
    return said(await phone.tap(says))


async def test_a_mentees_application_is_read_by_coordinators_and_then_by_the_mentor(
    cast: Cast,
) -> None:
    heard = await applies(cast.roberts, MENTEES)
    assert "to redz programmas koordinatori, un mentors to redzēs, kad jūs būsiet pāris" in heard
    for coordinator in (cast.ilze, cast.dace):
        assert "Jauns pieteikums: Roberts Krūmiņš." in said(await coordinator.new())
        assert GOAL in said(await coordinator.tap("Izlasīt"))
    assert cast.marta.name not in heard
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    await cast.marta.tap("Jā, gribu")
    assert "Nodoti rezultāti: 1" in await card(cast.marta, "Roberts")
    assert GOAL in said(await cast.marta.tap(MENTEES[:12]))


async def test_a_mentors_application_is_read_by_coordinators_only(cast: Cast) -> None:
    heard = await applies(cast.janis, MENTORS)
    assert "to redz programmas koordinatori." in heard
    assert "autoservisu" in said(await cast.ilze.tap("Izlasīt"))
    assert await cast.elza.new() == []


async def test_a_no_keeps_it(cast: Cast) -> None:
    assert "redzēsi tikai tu" in await applies(cast.janis, MENTORS, "Nē")
    assert await cast.ilze.new() == []
    assert "Neviens pieteikums" in said(await cast.ilze.send("pieteikumi"))


async def test_the_list_names_who_applies_and_the_newest_counts(cast: Cast, stage: Stage) -> None:
    """Who applies again is there once; other results of theirs are not."""
    await applies(cast.janis, MENTORS)
    first = await stage.read(lambda tx: shares.handed_in(tx, PROGRAMME))
    await applies(cast.janis, MENTORS)
    await kept(stage, cast.janis, "grow", GROW)
    second = await stage.read(lambda tx: shares.handed_in(tx, PROGRAMME))
    assert len(second) == 1
    assert second != first
    assert "Pieteikumi (1)" in said(await cast.ilze.send("pieteikumi"))
    assert [each for each in await cast.ilze.labels() if "Jānis Bērziņš" in each]
    grow = second[0][1] + 1
    heard = await forge(stage, cast.ilze, {"do": "application", "result": grow})
    assert "vairs nav pieejams" in heard


async def test_it_can_be_taken_back(cast: Cast) -> None:
    """Then no old button opens it."""
    await applies(cast.janis, MENTORS)
    key = await cast.ilze.key("Izlasīt")
    await cast.janis.send("rezultāti")
    await cast.janis.tap(MENTORS[:12])
    await cast.janis.tap("Vairs nerādīt")
    assert "vairs nav pieejams" in said(await cast.ilze.press(key))
    assert "Neviens pieteikums" in said(await cast.ilze.send("pieteikumi"))


async def test_taken_back_it_leaves_the_chat_of_whoever_opened_it(cast: Cast) -> None:
    await applies(cast.janis, MENTORS)
    assert "autoservisu" in said(await cast.ilze.tap("Izlasīt"))
    await cast.janis.send("rezultāti")
    await cast.janis.tap(MENTORS[:12])
    await cast.janis.tap("Vairs nerādīt")
    assert "autoservisu" not in said(await cast.ilze.all())


async def test_nobody_but_a_coordinator_has_the_list(cast: Cast) -> None:
    await applies(cast.roberts, MENTEES)
    for stranger in (cast.elza, cast.janis, cast.marta):
        assert "Roberts" not in said(await stranger.send("/pieteikumi"))
