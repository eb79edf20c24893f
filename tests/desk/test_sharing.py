"""A yes names its readers: those of now, and nobody who comes later."""

from pathlib import Path

import pytest

from store import pairings, sessions
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, programmes, said
from tests.desk.test_matching import looks
from tests.desk.test_privacy import STUCK, TITLE, walked
from tests.desk.test_results import GROW, kept
from tests.desk.test_rights import forge, refused
from tests.desk.test_tools import answered
from tests.dialogs.transcript import Transcript

TOOL = "Kad nekas nekustas"


async def card(mentor: Phone, name: str = "Elza") -> str:
    await mentor.send("mani jaunieši")
    return said(await mentor.tap(name))


async def shows(phone: Phone, label: str = "Rādīt mentoram", tool: str = "GROW") -> str:
    await phone.send("rezultāti")
    await phone.tap(tool)
    return said(await phone.tap(label))


async def test_a_later_mentor_reads_nothing_of_it(cast: Cast, stage: Stage) -> None:
    """Neither the result, nor its tasks, nor its page, nor the news of it."""
    await walked(cast.elza, "Jā")
    await stage.pair(cast.marta, cast.elza)
    assert TITLE in await card(cast.janis)
    shown = await card(cast.marta)
    assert "Nodoti rezultāti: 0" in shown
    assert TITLE not in shown
    assert TOOL not in await cast.marta.labels()
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE[:20])
    await cast.elza.tap("Ir padarīts")
    await stage.wind("2026-01-13T20:00")
    assert TITLE in await cast.janis.text()
    assert TITLE not in await cast.marta.text()


async def test_the_question_names_who_will_read_it(cast: Cast, stage: Stage) -> None:
    """All of them where there are several, and all of them hear of it."""
    await stage.pair(cast.marta, cast.elza)
    await cast.elza.send(TOOL)
    for given in STUCK:
        await answered(cast.elza, given)
    assert "to varēs izlasīt: Jānis Bērziņš, Marta Liepiņa." in await cast.elza.text()
    heard = said(await cast.elza.tap("Jā"))
    assert "tavi mentori: Jānis Bērziņš, Marta Liepiņa." in heard
    for mentor in (cast.janis, cast.marta):
        assert TITLE in await card(mentor)


async def test_each_of_several_mentors_has_a_button_of_their_own(cast: Cast, stage: Stage) -> None:
    await stage.pair(cast.marta, cast.elza)
    await kept(stage, cast.elza, "grow", GROW)
    assert "tavs mentors: Marta Liepiņa." in await shows(cast.elza, "Rādīt: Marta")
    assert "Nodoti rezultāti: 1" in await card(cast.marta)
    assert "Nodoti rezultāti: 0" in await card(cast.janis)
    assert "Jānis" in await shows(cast.elza, "Rādīt: Jānis")
    assert "Nodoti rezultāti: 1" in await card(cast.janis)
    await shows(cast.elza, "Vairs nerādīt")
    for mentor in (cast.janis, cast.marta):
        assert "Nodoti rezultāti: 0" in await card(mentor)


@pytest.mark.parametrize("end", [True, False])
async def test_what_waits_is_the_first_mentors_and_no_later_ones(
    cast: Cast, stage: Stage, end: bool
) -> None:
    """Who said yes before there was a mentor hears whom and what it has come to."""
    await kept(stage, cast.roberts, "grow", GROW)
    assert "tavam pirmajam mentoram" in await shows(cast.roberts)
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    await cast.roberts.new()
    await cast.marta.tap("Jā, gribu")
    begun = said(await cast.roberts.new())
    assert "Tavs mentors: Marta Liepiņa" in begun
    assert "tagad ir redzams: GROW saruna" in begun
    assert "Nodoti rezultāti: 1" in await card(cast.marta, "Roberts")
    if end:
        await stage.read(
            lambda tx: [
                pairings.decide(tx, pair.id, "ended", stage.clock.now())
                for pair in pairings.of_person(tx, cast.roberts.person)
            ]
        )
    await stage.pair(cast.janis, cast.roberts)
    assert "Nodoti rezultāti: 0" in await card(cast.janis, "Roberts")


async def test_who_shared_with_one_who_left_is_asked_again(cast: Cast, stage: Stage) -> None:
    """The result is nobody's to read then, and the button says so."""
    await kept(stage, cast.elza, "grow", GROW)
    await shows(cast.elza)
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    await stage.pair(cast.marta, cast.elza)
    assert "tavs mentors: Marta Liepiņa." in await shows(cast.elza)
    assert "Nodoti rezultāti: 1" in await card(cast.marta)


ACQUAINT = Transcript(Path(__file__).parent.parent / "transcripts" / "acquaint_lv.txt")


PREPARE = Transcript(Path(__file__).parent.parent / "transcripts" / "prepare_lv.txt")


async def introduces(phone: Phone, says: str = "Jā") -> str:
    await phone.send("Iepazīsimies")
    for given in ACQUAINT.inputs[:-1]:
        await answered(phone, given)
    return said(await phone.tap(says))


async def test_a_mentors_yes_shows_the_page_to_the_mentee(cast: Cast) -> None:
    """Who hears of it once, and reads it beside her own results for as long as it is shown."""
    heard = await introduces(cast.janis)
    assert "to varēs izlasīt: Elza Vītola." in await cast.janis.text()
    assert "Tagad to var izlasīt: Elza Vītola." in heard
    assert "mentors" not in heard.splitlines()[-1]
    assert "Jānis Bērziņš tev rāda: Iepazīsimies." in said(await cast.elza.new())
    read = said(await cast.elza.tap("Izlasīt"))
    assert read.startswith("Iepazīsimies. Jānis Bērziņš\n\n")
    await cast.elza.send("rezultāti")
    await cast.elza.tap("Ko rāda mentors")
    assert read == said(await cast.elza.tap("Iepazīsimies, Jānis"))
    assert await cast.roberts.new() == []


async def test_a_mentor_takes_a_page_back(cast: Cast) -> None:
    await introduces(cast.janis)
    key = await cast.elza.key("Izlasīt")
    await cast.janis.send("rezultāti")
    await cast.janis.tap("Iepazīsimies")
    assert "redzēsi tikai tu" in said(await cast.janis.tap("Vairs nerādīt"))
    assert "vairs nav redzams" in said(await cast.elza.press(key))
    await cast.elza.send("rezultāti")
    assert "Ko rāda mentors" not in await cast.elza.labels()
    assert "var izlasīt: Elza" in await shows(cast.janis, "Rādīt jaunietim", "Iepazīsimies")


async def test_a_page_that_was_opened_leaves_the_mentees_chat(cast: Cast) -> None:
    await introduces(cast.janis)
    read = said(await cast.elza.tap("Izlasīt"))
    await cast.janis.send("rezultāti")
    await cast.janis.tap("Iepazīsimies")
    await cast.janis.tap("Vairs nerādīt")
    assert read not in said(await cast.elza.all())


async def test_a_mentor_without_a_mentee_hears_what_a_yes_means(cast: Cast) -> None:
    heard = await introduces(cast.marta)
    assert "Kad tev būs mentors" not in heard
    assert "tavam pirmajam jaunietim" in heard
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    assert "tagad ir redzams: Iepazīsimies" in said(await cast.marta.tap("Jā, gribu"))
    await cast.roberts.send("rezultāti")
    await cast.roberts.tap("Ko rāda mentors")
    assert "Marta Liepiņa\n\n" in said(await cast.roberts.tap("Iepazīsimies"))


@pytest.mark.parametrize("tool", ["grow", "swot", "dilts", "smart", "canvas"])
async def test_nobody_without_a_mentor_is_asked_to_show_it_to_one(cast: Cast, tool: str) -> None:
    """Whoever mentors or coordinates keeps the result, and the dialog ends a question earlier."""
    definition = programmes()[PROGRAMME].dialogs[tool]
    for role in ("mentor", "coordinator"):
        assert not definition.for_role(role).asks_to_share
        assert definition.for_role(role).version != definition.version
    assert definition.for_role("mentee") is definition


async def test_a_mentor_finishes_a_grow_talk_of_their_own(cast: Cast) -> None:
    script = Transcript(Path(__file__).parent.parent / "transcripts" / "grow_lv.txt")
    await cast.janis.send("GROW saruna")
    for given in script.inputs[:-1]:
        await answered(cast.janis, given)
    assert "tavam mentoram" not in await cast.janis.text()
    await cast.janis.send("rezultāti")
    assert "GROW saruna" in str(await cast.janis.labels())


async def test_it_is_taken_back_from_one_of_several(cast: Cast, stage: Stage) -> None:
    """The other goes on reading it, and only the one's chat loses what was opened there."""
    await stage.pair(cast.marta, cast.elza)
    await kept(stage, cast.elza, "grow", GROW)
    for name in ("Marta", "Jānis"):
        await shows(cast.elza, f"Rādīt: {name}")
    for mentor in (cast.janis, cast.marta):
        await card(mentor)
        await mentor.tap("GROW")
    heard = await shows(cast.elza, "Vairs nerādīt: Marta")
    assert "to vairs neredz: Marta Liepiņa. To, kas jau izlasīts, gan atņemt nevaru." in heard
    assert heard.endswith("To vēl redz: Jānis Bērziņš.")
    assert "ģitāru" not in await cast.marta.text()
    assert "ģitāru" in await cast.janis.text()
    assert "Nodoti rezultāti: 0" in await card(cast.marta)
    assert "Nodoti rezultāti: 1" in await card(cast.janis)
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    await cast.elza.send("rezultāti")
    await cast.elza.tap("GROW")
    assert not [label for label in await cast.elza.labels() if "Vairs nerādīt" in label]


async def test_taken_back_from_the_last_it_waits_for_nobody(cast: Cast, stage: Stage) -> None:
    result = await kept(stage, cast.elza, "grow", GROW)
    await shows(cast.elza)
    back = {"do": "share", "result": result, "shared": False, "pairing": cast.pairing}
    assert "redzēsi tikai tu" in await forge(stage, cast.elza, back)
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    await looks(cast.elza)
    await cast.elza.tap("Marta Liepiņa")
    await cast.marta.tap("Jā, gribu")
    assert "Nodoti rezultāti: 0" in await card(cast.marta)


async def test_who_reads_it_already_does_not_hear_of_it_again(cast: Cast, stage: Stage) -> None:
    await stage.pair(cast.marta, cast.elza)
    await kept(stage, cast.elza, "grow", GROW)
    await shows(cast.elza, "Rādīt: Jānis")
    await stage.wind("2026-01-12T16:30")
    assert "nodots rezultāts" in said(await cast.janis.new())
    await shows(cast.elza, "Rādīt: Marta")
    await stage.wind("2026-01-13T16:30")
    assert "nodots rezultāts" in said(await cast.marta.new())
    assert "nodots rezultāts" not in said(await cast.janis.new())


async def test_a_page_about_one_mentee_is_shown_to_no_other(cast: Cast, stage: Stage) -> None:
    """Neither by the button without a name, nor by a forged one, nor when that pair has ended."""
    await stage.pair(cast.janis, cast.roberts)
    result = await prepared(cast, stage)
    other = await stage.pair(cast.marta, cast.roberts)
    for pairing in (None, other):
        act = {"do": "share", "result": result, "shared": True, "pairing": pairing}
        await forge(stage, cast.janis, act)
    assert "tev rāda" in said(await cast.elza.new())
    assert "tev rāda" not in said(await cast.roberts.new())
    await shows(cast.janis, "Vairs nerādīt", "Pirms tikšanās")
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    act = {"do": "share", "result": result, "shared": True}
    assert refused(await forge(stage, cast.janis, act))
    await cast.janis.send("rezultāti")
    await cast.janis.tap("Pirms tikšanās")
    assert not [label for label in await cast.janis.labels() if "Rādīt" in label]
    assert "tev rāda" not in said(await cast.roberts.new())


async def prepared(cast: Cast, stage: Stage) -> int:
    """A mentor's plan for a meeting with Elza, kept to himself."""
    await cast.janis.send("/riki")
    begin = {"do": "dialog_start", "dialog": "prepare", "pairing": cast.pairing}
    await forge(stage, cast.janis, begin)
    for given in PREPARE.inputs[:-1]:
        await answered(cast.janis, given)
    await cast.janis.tap("Nē")
    found: int = await stage.read(
        lambda tx: sessions.results(tx, stage.known(tx, cast.janis.person))[0].id
    )
    return found


async def test_a_coordinators_own_result_is_shown_to_nobody(cast: Cast, stage: Stage) -> None:
    result = await kept(stage, cast.ilze, "grow", GROW)
    act = {"do": "share", "result": result, "shared": True}
    assert refused(await forge(stage, cast.ilze, act))
