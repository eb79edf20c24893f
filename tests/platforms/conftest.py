"""A running fake of Telegram, somebody who has started its bot, and ways to call it."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from tests.platforms.telegram import NO_RATES, FakeBot, FakeTelegram, Person

TOKEN = "123456:TEST-token"
JSON = {"Content-Type": "application/json"}


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock: Clock) -> Iterator[FakeTelegram]:
    with FakeTelegram(rates=NO_RATES, clock=clock) as running:
        yield running


@pytest.fixture
def bot(server: FakeTelegram) -> FakeBot:
    return server.bot(TOKEN)


@pytest.fixture
def anna(bot: FakeBot) -> Person:
    person = bot.user(name="Anna")
    person.start()
    return person


Ask = Callable[..., Any]


@pytest.fixture
def ask(server: FakeTelegram) -> Iterator[Ask]:
    """Call a method; its result, or the code and description of the refusal."""
    with httpx.Client(timeout=5) as client:

        def asked(method: str, token: str = TOKEN, **params: Any) -> Any:
            response = client.post(
                f"{server.url}/bot{token}/{method}", content=json.dumps(params), headers=JSON
            )
            answer = response.json()
            if answer["ok"]:
                return answer["result"]
            assert answer["error_code"] == response.status_code
            return response.status_code, answer["description"]

        yield asked


@pytest.fixture
async def aiogram_bot(server: FakeTelegram) -> Any:
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    async with Bot(TOKEN, session=session) as opened:
        yield opened
