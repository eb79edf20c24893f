"""Announcements: a preview with the number, one message each, and what became of it."""

from functools import partial
from itertools import count

import pytest

from desk import announcing
from desk.visit import Visit
from store import announcements, people
from store.work import Tx
from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, closing, put_on, said, together
from tests.statements import counted

TEXT = "Piektdien plkst. 15.00 tiekamies bibliotēkā."


async def prepared(coordinator: Phone, whom: str) -> str:
    """Everything up to the preview."""
    await coordinator.send("/pazinojums")
    await coordinator.tap(whom)
    return said(await coordinator.send(TEXT))


async def test_each_audience_is_counted_and_reached(cast: Cast) -> None:
    """Two mentees and two mentors; nobody gets it before it is sent."""
    await cast.ilze.send("/pazinojums")
    assert await cast.ilze.labels() == ["Jauniešiem (2)", "Mentoriem (2)", "Visiem (4)"]
    await cast.ilze.tap("Mentoriem")
    assert TEXT in said(await cast.ilze.send(TEXT))
    assert await cast.janis.new() == []
    await cast.ilze.tap("Sūtīt (2)")
    for mentor in (cast.janis, cast.marta):
        (message,) = await mentor.new()
        assert TEXT in message["text"]
        assert "Ilze Kalniņa" in message["text"]
    assert await cast.elza.new() == await cast.dace.new() == []


async def test_who_said_stop_or_has_not_agreed_is_not_counted(cast: Cast, stage: Stage) -> None:
    """Switched off means off for announcements too."""
    new = await stage.enter("Zane Jauna", agreed=False)
    await cast.roberts.send("stop")
    await cast.roberts.new()
    await prepared(cast.ilze, "Jauniešiem (1)")
    await cast.ilze.tap("Sūtīt (1)")
    assert TEXT in said(await cast.elza.new())
    assert await cast.roberts.new() == await new.new() == []


async def test_who_says_stop_between_preview_and_sending_is_left_out(cast: Cast) -> None:
    """The recipients are frozen at the sending, not at the preview."""
    await prepared(cast.ilze, "Jauniešiem (2)")
    await cast.roberts.send("stop")
    await cast.roberts.new()
    assert "1" in said(await cast.ilze.tap("Sūtīt"))
    assert await cast.roberts.new() == []


async def test_sending_twice_sends_once(cast: Cast) -> None:
    """Hammering the button is no second announcement."""
    await prepared(cast.ilze, "Jauniešiem (2)")
    key = await cast.ilze.key("Sūtīt (2)")
    await together(*(cast.ilze.press(key) for _ in range(5)))
    assert (await cast.elza.text()).count(TEXT) == 1
    assert "jau ir nosūtīts" in await cast.ilze.text()


async def test_a_cancelled_announcement_cannot_be_sent(cast: Cast) -> None:
    """The "send" above the "cancel" is dead afterwards."""
    await prepared(cast.ilze, "Jauniešiem (2)")
    key = await cast.ilze.key("Sūtīt (2)")
    await cast.ilze.tap("Atcelt")
    await cast.ilze.press(key)
    assert await cast.elza.new() == []


async def test_the_report_names_each_recipient(cast: Cast) -> None:
    """Also those who have left since, without their name."""
    await prepared(cast.ilze, "Jauniešiem (2)")
    await cast.ilze.tap("Sūtīt (2)")
    await cast.roberts.send("dzēst manus datus")
    await cast.roberts.tap("Jā, izdzēst visu")
    report = said(await cast.ilze.tap("Kas saņēma"))
    assert "Elza Vītola – saņem" in report
    assert "Roberts" not in report
    assert "Saņēma 1 no 2" in report or "1" in report


async def test_another_coordinator_cannot_send_it(cast: Cast) -> None:
    """A draft belongs to its author."""
    await prepared(cast.ilze, "Jauniešiem (2)")
    key = await cast.ilze.key("Sūtīt (2)")
    await cast.dace.press(key)
    assert await cast.elza.new() == []


async def test_too_long_a_text_is_asked_for_again(cast: Cast) -> None:
    """It is neither cut nor lost in silence."""
    await cast.ilze.send("/pazinojums")
    await cast.ilze.tap("Jauniešiem (2)")
    assert "par gar" in said(await cast.ilze.send("a" * 1501))
    assert TEXT in said(await cast.ilze.send(TEXT))


async def test_a_large_announcement_is_queued_bit_by_bit_and_reaches_all(
    cast: Cast, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody's answer waits until all recipients have been written down."""
    monkeypatch.setattr(announcing, "AT_ONCE", 1)
    await prepared(cast.ilze, "Jauniešiem (2)")
    await cast.ilze.tap("Sūtīt (2)")
    assert [TEXT in said(await phone.new()) for phone in (cast.elza, cast.roberts)] == [True, False]
    assert "gaida" in said(await cast.ilze.tap("Kas saņēma"))
    await stage.wind("2026-01-12T09:10")
    assert [TEXT in said(await phone.new()) for phone in (cast.elza, cast.roberts)] == [False, True]
    await stage.wind("2026-01-12T09:20")
    assert TEXT not in said(await cast.roberts.new())


async def test_an_announcement_can_be_stopped_while_it_is_sent(
    cast: Cast, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has it has it; the others never get it, and the report says so."""
    monkeypatch.setattr(announcing, "AT_ONCE", 1)
    await prepared(cast.ilze, "Jauniešiem (2)")
    await cast.ilze.tap("Sūtīt (2)")
    assert "Netika nosūtīta 1" in said(await cast.ilze.tap("Apturēt"))
    await stage.wind("2026-01-12T09:10")
    assert TEXT not in said(await cast.roberts.new())
    assert "netika sūtīts" in said(await cast.ilze.tap("Kas saņēma"))


origins = (f"test:{number}" for number in count(1))


async def statements(stage: Stage, ilze: Phone, sent: int) -> list[int]:
    """How many the choice, the preview and the report take."""

    def look(tx: Tx) -> list[int]:
        part, who = people.parts(tx, ilze.person)[0], stage.known(tx, ilze.person)
        visit = Visit(tx, stage.planning.world, who, part, stage.clock.now(), next(origins))
        taken = []
        for act in (
            announcing.begin,
            partial(announcing.preview, name="everybody", text=TEXT),
            partial(announcing.report, announcement=sent),
        ):
            with counted(tx) as heard:
                act(visit)
            taken.append(len(heard))
        return taken

    return list(await stage.read(look))


async def test_a_thousand_are_counted_and_named_in_as_many_statements_as_ten(
    database_url: str,
) -> None:
    """Who is written to is one question to the database, and so are their names afterwards."""
    async with closing(put_on(open_store(database_url))) as stage:
        ilze = await stage.enter("Ilze Kalniņa", "coordinator")

        def sent_to(tx: Tx, number: int) -> int:
            now, joined = stage.clock.now(), []
            for one in range(number):
                joined.append(people.add(tx, name=f"N{one}", language="lv", now=now))
                people.join(tx, joined[-1], PROGRAMME, "mentee", now)
                people.change(tx, joined[-1], consent_at=now)
            author = stage.known(tx, ilze.person)
            made = announcements.draft(
                tx, author, programme=PROGRAMME, audience="mentees", text=TEXT, now=now
            )
            announcements.send(tx, made, joined, now)
            return made

        few = await stage.read(partial(sent_to, number=5))
        before = await statements(stage, ilze, few)
        many = await stage.read(partial(sent_to, number=60))

        assert await statements(stage, ilze, many) == before
