"""A yes names its readers: those of now, and nobody who comes later."""

import pytest

from store import pairings
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_matching import looks
from tests.desk.test_privacy import STUCK, TITLE, walked
from tests.desk.test_results import GROW, kept
from tests.desk.test_tools import answered

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
