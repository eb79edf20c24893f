"""Delete my data: what is gone, who is told, and what a person can see of it before."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk import acts
from store import outbox, people
from store import schema as s
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said

OWNED = (s.feed, s.outbox, s.inbox, s.sessions, s.results, s.occurrences, s.journal, s.extensions)


async def erased(phone: Phone) -> None:
    await phone.send("izdzēs visu")
    await phone.tap("Jā, izdzēst visu")


async def lived(cast: Cast, stage: Stage) -> None:
    """Elza with something in every drawer."""
    await stage.task(cast.elza, "Izrunāt atzīmi", "2026-01-20")
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    await cast.elza.send("grow")
    await cast.elza.send("Gribu nokārtot matemātiku")
    await cast.elza.tap("Vēlāk")
    await stage.wind("2026-01-16T17:00")
    for answer in ("4", "draugi", "izgulēties"):
        await cast.elza.send(answer)


async def test_nothing_is_deleted_without_a_second_yes(cast: Cast) -> None:
    """The words alone only ask."""
    assert "Vai tiešām" in said(await cast.elza.send("dzēst manus datus"))
    await cast.elza.tap("Nē, paturēt")
    assert len(await cast.elza.all()) > 4


async def test_after_erasure_nothing_of_the_person_is_left(cast: Cast, stage: Stage) -> None:
    """The chat is gone, every row that held their words too; a nameless stub remains."""
    await lived(cast, stage)
    await erased(cast.elza)

    def left(tx: Tx) -> tuple[Any, ...]:
        rows = [
            table.name
            for table in (*OWNED, s.tasks, s.tickets, s.identities)
            if tx.execute(select(table).where(table.c.person == cast.elza.person)).first()
        ]
        stub = tx.execute(select(s.people).where(s.people.c.id == cast.elza.person)).one()
        return rows, stub.name, stub.key, stub.age

    assert await stage.read(left) == ([], "", None, None)
    assert await stage.assistant.receive(cast.elza.token, "late", {"text": "čau"}) is None


async def test_the_name_is_gone_from_the_file(cast: Cast, stage: Stage, sqlite_url: str) -> None:
    """Not even in the free pages: whoever finds the disk finds no name."""
    await lived(cast, stage)
    await erased(cast.elza)
    await stage.store.close()
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    found = b"".join(each.read_bytes() for each in file.parent.glob(f"{file.name}*"))
    assert "Elza Vītola".encode() not in found
    assert "Roberts Krūmiņš".encode() in found


async def test_the_other_half_and_the_coordinator_are_told(cast: Cast) -> None:
    """The mentor learns that it has ended, the coordinator that somebody left."""
    await erased(cast.elza)
    assert "Elza Vītola" in said(await cast.janis.new())
    told = said(await cast.ilze.new())
    assert "viens cilvēks" in told
    assert "Elza" not in told


async def test_no_reminder_comes_for_who_is_gone(cast: Cast, stage: Stage) -> None:
    """Neither to them nor, about their silence, to the mentor."""
    await lived(cast, stage)
    await erased(cast.elza)
    await cast.janis.new()
    await stage.wind("2026-02-20T20:00")
    told = said(await cast.janis.new())
    assert "Elza" not in told
    assert "nav ziņu" not in told


async def test_old_buttons_about_who_is_gone_are_harmless(cast: Cast, stage: Stage) -> None:
    """Requests, questions and results of yesterday say that they are not to be had."""
    await lived(cast, stage)
    await cast.elza.send("uzdevumi")
    await cast.elza.tap("Izrunāt")
    await cast.elza.tap("Vajag laiku")
    await cast.elza.send("30. janvāris")
    old = [(cast.janis, await cast.janis.key("Jā: ")), (cast.ilze, await cast.ilze.key("Atbildēt"))]
    await erased(cast.elza)
    for phone, key in old:
        await phone.new()
        answer = said(await phone.press(key))
        assert answer
        assert "ģitāru" not in answer


async def test_a_coordinators_announcements_go_with_them(cast: Cast, stage: Stage) -> None:
    """Drafts and sent ones; who got them keeps their copy."""
    await cast.ilze.send("/pazinojums")
    await cast.ilze.tap("Jauniešiem (2)")
    await cast.ilze.send("Tiekamies!")
    await cast.ilze.tap("Sūtīt")
    await erased(cast.ilze)
    assert await stage.read(lambda tx: tx.execute(select(s.announcements)).first()) is None
    assert "Tiekamies!" in await cast.elza.text()


async def test_who_holds_two_parts_can_leave(cast: Cast, stage: Stage) -> None:
    """A mentor who is a coordinator too is told once, and is no obstacle."""
    await stage.read(
        lambda tx: people.join(
            tx, cast.janis.person, "skola-kopiena", "coordinator", stage.clock.now()
        )
    )
    await erased(cast.elza)
    assert await cast.elza.all() == []
    assert "Elza Vītola" in said(await cast.janis.new())


async def test_my_data_can_be_seen_before(cast: Cast) -> None:
    """The words lead to the download and to the deletion."""
    assert "lejupielād" in said(await cast.elza.send("mani dati"))
    assert "Vai tiešām" in said(await cast.elza.tap("Dzēst manus datus"))


@pytest.mark.parametrize("words", ["DZĒST MANUS DATUS!", "dzest visu", "forget me", "/dzest"])
async def test_the_wish_is_understood_in_many_words(cast: Cast, words: str) -> None:
    """Also in the middle of a dialog."""
    await cast.elza.send("grow")
    assert "Vai tiešām" in said(await cast.elza.send(words))


async def test_a_message_behind_the_deletion_is_deleted_with_it(cast: Cast, stage: Stage) -> None:
    """What waited in the inbox when the person was erased is not handled for a stub."""
    await cast.elza.send("dzēst visu")
    key = await cast.elza.key("Jā, izdzēst visu")
    for number, body in enumerate([{"button": key}, {"text": "grow"}]):
        await stage.accepted(cast.elza, f"behind-{number}", body)
    await stage.assistant.recover()
    assert await cast.elza.all() == []
    waiting = select(s.inbox).where(s.inbox.c.state == "waiting")
    assert await stage.read(lambda tx: tx.execute(waiting).first()) is None


def test_the_acts_before_consent_exist() -> None:
    """A misspelt name would lock a newcomer out."""
    assert set(acts.ACTS) >= acts.BEFORE_CONSENT
    assert outbox.SAFETY < outbox.REPLY


async def test_their_words_leave_other_peoples_chats_too(stage: Stage, cast: Cast) -> None:
    """A question the coordinator received goes with the asker; that they left stays said."""
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    assert "ģitāru" in await cast.ilze.text()
    await cast.elza.send("dzēst manus datus")
    await cast.elza.tap("Jā, izdzēst visu")
    await stage.tick()
    assert "ģitāru" not in await cast.ilze.text()
    assert "Elza Vītola" in said(await cast.janis.new())


async def test_news_after_an_erasure_is_not_missed(stage: Stage, cast: Cast) -> None:
    """Message ids only rise, also after the newest rows were erased."""
    before = (await cast.janis.all())[-1]["id"]
    await cast.elza.send("paldies")
    await cast.elza.send("dzēst manus datus")
    await cast.elza.tap("Jā, izdzēst visu")
    await cast.janis.send("paldies")
    page = await stage.assistant.replies(cast.janis.token, before)
    assert page is not None
    assert "paldies" in [one.text for one in page[1]]
