"""A fake Telegram without rates, the product beside it, and pauses short enough for a test.

Only constants are changed: what waits for minutes in the world waits for moments here.
"""

from collections.abc import AsyncIterator, Iterator

import pytest

from bot import wiring
from bot.channels import telegram, telegram_polling
from scheduler import courier
from scheduler.clock import WoundClock
from tests.channels.running import Play, called, playing
from tests.platforms.telegram import NO_RATES, FakeTelegram


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram, "CHAT_SECONDS", 0.0)
    monkeypatch.setattr(telegram_polling, "PAUSES", (0.05,))
    monkeypatch.setattr(courier, "LONGEST_PAUSE_SECONDS", 0.05)
    monkeypatch.setattr(courier, "PAUSES", (0.0,) * len(courier.PAUSES))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> WoundClock:
    """The clock of every product started by the test."""
    wound = WoundClock()
    monkeypatch.setattr(wiring, "SystemClock", lambda: wound)
    return wound


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram(rates=NO_RATES) as server:
        yield server


@pytest.fixture
async def play(sqlite_url: str, fake: FakeTelegram) -> AsyncIterator[Play]:
    async with playing(sqlite_url, fake) as started:
        yield started


@pytest.fixture
async def either(database_url: str, fake: FakeTelegram) -> AsyncIterator[Play]:
    """Once on SQLite, once on PostgreSQL."""
    async with playing(database_url, fake) as started:
        yield started


@pytest.fixture(params=["polling", "webhook"])
async def reading(
    request: pytest.FixtureRequest, database_url: str, fake: FakeTelegram
) -> AsyncIterator[Play]:
    """Once by polling, once by webhook, each on SQLite and on PostgreSQL."""
    way = playing if request.param == "polling" else called
    async with way(database_url, fake) as started:
        yield started
