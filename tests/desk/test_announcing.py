"""Announcements: a preview with the number, one message each, and what became of it."""

import pytest

from desk import announcing
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said, together

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
