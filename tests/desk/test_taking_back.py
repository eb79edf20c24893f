"""A result that is no longer shared leaves the chats in which it was opened."""

import pytest
from sqlalchemy import update

from store import schema as s
from tests.desk.fixtures import Cast, gather_cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_privacy import TITLE, walked
from tests.desk.test_results import kept

WORDS = "Gribu aizbēgt uz Liepāju"


async def shared(cast: Cast, title: str, label: str = "Rādīt mentoram") -> str:
    await cast.elza.send("rezultāti")
    await cast.elza.tap(title)
    return said(await cast.elza.tap(label))


async def opened(phone: Phone, *titles: str) -> None:
    for title in titles:
        await phone.send("mani jaunieši")
        await phone.tap("Elza")
        await phone.tap(title)
        await phone.tap("PDF")


async def test_what_the_mentor_opened_leaves_their_chat(either_stage: Stage) -> None:
    """Text, picture and PDF of this one; the other one that is shared stays."""
    cast = await gather_cast(either_stage)
    await kept(either_stage, cast.elza, "grow", f"GROW saruna\n\n{WORDS}")
    await kept(either_stage, cast.elza, "swot", "SVID analīze\n\nElpa")
    for title in ("GROW", "SVID"):
        await shared(cast, title)
    await opened(cast.janis, "GROW", "SVID")
    assert WORDS in await cast.janis.text()

    told = await shared(cast, "SVID", "Vairs nerādīt")
    assert "no čata to izņēmu" in told
    assert "To, kas jau izlasīts, gan atņemt nevaru" in told
    left = await cast.janis.all()
    assert not [one for one in left if one["image"]]
    assert "Elpa" not in await cast.janis.text()
    assert [one["document_label"] for one in left if one["document"]] == ["grow-2026-01-12.pdf"]

    await shared(cast, "GROW", "Vairs nerādīt")
    assert WORDS not in await cast.janis.text()


async def test_what_nobody_opened_is_simply_hidden(stage: Stage, cast: Cast) -> None:
    await kept(stage, cast.elza, "grow", WORDS)
    await shared(cast, "GROW")
    assert await shared(cast, "GROW", "Vairs nerādīt") == "Labi, to redzēsi tikai tu."


async def test_titles_that_were_shared_with_it_go_as_well(cast: Cast) -> None:
    """A task that came of it stood on the mentor's card."""
    await walked(cast.elza, "Jā")
    await cast.janis.send("mani jaunieši")
    await cast.janis.tap("Elza")
    assert TITLE in await cast.janis.text()
    await shared(cast, "Kad nekas nekustas", "Vairs nerādīt")
    assert TITLE not in await cast.janis.text()


@pytest.mark.parametrize(("state", "stays"), [("sent", True), ("uncertain", True), ("held", False)])
async def test_what_telegram_has_delivered_is_out_of_reach_and_said_so(
    stage: Stage, cast: Cast, state: str, stays: bool
) -> None:
    await kept(stage, cast.elza, "grow", WORDS)
    await shared(cast, "GROW")
    await opened(cast.janis, "GROW")
    janis = s.outbox.c.person == cast.janis.person
    by = {"channel": "telegram", "state": state}
    await stage.read(lambda tx: tx.execute(update(s.outbox).where(janis), by))
    told = await shared(cast, "GROW", "Vairs nerādīt")
    assert ("(Telegram): tur tas paliek, un izdzēst to nevaru" in told) is stays
    assert WORDS not in await cast.janis.text()
