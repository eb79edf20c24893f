"""The coordinator's list of agreements: how far each is, never what it says."""

import pytest

from desk import agreements
from store import pairings
from tests.desk.fixtures import Cast
from tests.desk.stage import Stage, said
from tests.desk.test_pair_dialogs import ELZA, JANIS, TITLE, begun, both_answered, settled, walked

MONDAY, TUESDAY = "pirmdien, 12. janvārī", "otrdien, 13. janvārī"


async def listed(cast: Cast) -> str:
    await cast.ilze.new()
    return said(await cast.ilze.send("vienošanās"))


async def test_a_pair_that_has_not_begun_is_on_the_list(cast: Cast) -> None:
    """With the day it became one."""
    told = await listed(cast)
    assert f"• Jānis Bērziņš, Elza Vītola. Vēl nav sākta. Pāris izveidots {MONDAY}." in told


async def test_who_is_waited_for_and_since_when(cast: Cast, stage: Stage) -> None:
    """First for an answer, then for two yes, then for one, and then it stands."""
    who = f"• {TITLE}: Jānis Bērziņš, Elza Vītola."
    await begun(cast.elza)
    await walked(cast.elza, ELZA)
    told = await listed(cast)
    assert f"{who} Vēl jāatbild: Jānis Bērziņš. Otra puse atbildēja {MONDAY}." in told
    await stage.wind("2026-01-13T10:00")
    await cast.janis.tap("Atbildēt")
    await walked(cast.janis, JANIS)
    told = await listed(cast)
    assert f"{who} Jāapstiprina abiem. Abas atbildes ir saņemtas {TUESDAY}." in told
    await settled(cast.elza)
    await cast.elza.tap("Der")
    told = await listed(cast)
    assert f"{who} Vēl jāapstiprina: Jānis Bērziņš. Otra puse apstiprināja {TUESDAY}." in told
    await cast.janis.tap("Der")
    told = await listed(cast)
    assert f"{who} Spēkā; abi apstiprināja {TUESDAY}." in told
    assert "Vienošanās, kas ir spēkā: 1. Vēl top: 0." in told
    assert "matemātiku" not in await cast.ilze.text()


async def test_it_is_a_button_of_the_menu_too(cast: Cast) -> None:
    """And of the coordinator's only."""
    await cast.ilze.send("izvēlne")
    assert "Vēl nav sākta" in said(await cast.ilze.tap("Vienošanās"))
    await cast.janis.send("izvēlne")
    assert "Vienošanās" not in await cast.janis.labels()


async def test_to_a_pair_the_word_offers_to_begin(cast: Cast) -> None:
    """Nobody but a coordinator sees the list."""
    told = said(await cast.elza.send("vienošanās"))
    assert "Jānis" not in told
    assert TITLE in await cast.elza.labels()
    assert "1 no 11" in said(await cast.elza.tap(TITLE))


async def test_an_ended_pair_is_not_on_the_list(cast: Cast, stage: Stage) -> None:
    """There is nothing to wait for."""
    await both_answered(cast)
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    assert "nav neviena pāra" in await listed(cast)


async def test_many_come_page_by_page(
    cast: Cast, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits longest first; what stands comes last."""
    monkeypatch.setattr(agreements, "PAGE", 1)
    await stage.pair(cast.marta, cast.roberts)
    await both_answered(cast)
    first = await listed(cast)
    assert "Elza Vītola" in first
    assert "Roberts" not in first
    second = said(await cast.ilze.tap("Rādīt vēl"))
    assert "Roberts Krūmiņš" in second
    assert "Elza" not in second
    assert "Elza Vītola" in said(await cast.ilze.tap("Atpakaļ"))


async def test_it_reads_the_same_on_either_database(either_stage: Stage) -> None:
    """In English, too."""
    anna = await either_stage.enter("Anna Kalniņa")
    john = await either_stage.enter("John Smith", "mentor")
    irene = await either_stage.enter("Irene Hill", "coordinator", language="en")
    await either_stage.pair(john, anna)
    await begun(anna)
    await walked(anna, ELZA)
    told = said(await irene.send("agreements"))
    assert "Our agreement: John Smith, Anna Kalniņa. Still to answer: John Smith." in told
    assert "answered on Monday, 12 January" in told
