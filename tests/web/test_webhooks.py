"""POST /telegram/{bot}: who may bring an update, and when it is acknowledged."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from bot.channels.telegram_bots import TelegramBot, build
from bot.web import app
from bot.web.webhooks import BODY_LIMIT, SECRET_HEADER
from store import people
from store import schema as s
from store.work import Tx
from tests.desk.stage import Phone, Stage

CHANNEL = "telegram"
BOT_PATH = "/telegram/bot"
NUMBER = 77


@pytest.fixture
async def bot(stage: Stage) -> AsyncIterator[TelegramBot]:
    """A bot whose updates come by webhook; it is not asked to send anything."""

    async def nothing(_parcel: Any) -> bytes | None:
        return None

    (made,) = build(
        {CHANNEL: "123456:TEST-token"},
        assistant=stage.assistant,
        api_url="http://127.0.0.1:1",
        rate=30,
        key=b"key",
        fetch=nothing,
    )
    application = app.build(stage.assistant)
    application.webhooks[made.path] = made
    stage.application = application
    yield made
    await made.close()


@pytest.fixture
async def anna(stage: Stage) -> Phone:
    phone = await stage.enter("Anna")

    def write(tx: Tx) -> None:
        people.add_identity(tx, phone.person, CHANNEL, str(NUMBER), stage.clock.now())

    await stage.read(write)
    return phone


def update(number: int = 1, text: str = "Labdien") -> dict[str, Any]:
    sender = {"id": NUMBER, "is_bot": False, "first_name": "Anna"}
    chat = {"id": NUMBER, "type": "private", "first_name": "Anna"}
    message = {"message_id": number, "date": 1, "from": sender, "chat": chat, "text": text}
    return {"update_id": number, "message": message}


async def post(
    stage: Stage, secret: str | bytes | None, path: str = BOT_PATH, **body: Any
) -> httpx.Response:
    known = secret.encode() if isinstance(secret, str) else secret
    headers = {} if known is None else {SECRET_HEADER.encode(): known}
    given = body or {"json": update()}
    async with stage.web() as web:
        return await web.post(path, headers=headers, **given)


async def in_the_inbox(stage: Stage) -> int:
    theirs = select(func.count()).select_from(s.inbox).where(s.inbox.c.channel == CHANNEL)
    return int(await stage.read(lambda tx: tx.execute(theirs).scalar_one()))


async def test_an_update_is_in_the_inbox_before_it_is_acknowledged(
    stage: Stage, bot: TelegramBot, anna: Phone
) -> None:
    """The same one again is acknowledged too, and counts once."""
    for _ in range(2):
        assert (await post(stage, bot.secret)).status_code == 200
        assert await in_the_inbox(stage) == 1
    await stage.assistant.lanes.join()


@pytest.mark.parametrize(
    "secret",
    [None, "", "wrong", b"\xff\xfe\xe4", "ā".encode(), b"A" * 5000],
    ids=["missing", "empty", "wrong", "latin", "utf-8", "long"],
)
async def test_without_the_secret_nothing_comes_in(
    stage: Stage, bot: TelegramBot, anna: Phone, secret: str | bytes | None
) -> None:
    """Letters beyond ASCII are a wrong secret, not a crash."""
    answer = await post(stage, secret)

    assert answer.status_code == 403
    assert bot.secret not in answer.text
    assert await in_the_inbox(stage) == 0


async def test_half_a_secret_or_more_than_it_is_wrong(
    stage: Stage, bot: TelegramBot, anna: Phone
) -> None:
    """All of it counts, and letters are told apart."""
    for secret in (bot.secret[:-1], bot.secret + "0", bot.secret.upper()):
        assert (await post(stage, secret)).status_code == 403
    assert await in_the_inbox(stage) == 0


async def test_an_unknown_bot_is_refused_alike(stage: Stage, bot: TelegramBot) -> None:
    """The secret of one bot opens no other's door, and tells nothing of which there are."""
    wrong = await post(stage, "wrong")
    unknown = await post(stage, bot.secret, "/telegram/another")

    assert (unknown.status_code, unknown.text) == (wrong.status_code, wrong.text) == (403, "no\n")


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"<html>", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b"9" * 5000, 400),
        (b"[]", 400),
        (b'"text"', 400),
        (b"null", 400),
        (b'{"x": "' + b"a" * BODY_LIMIT + b'"}', 413),
    ],
    ids=["empty", "cut", "HTML", "no UTF-8", "deep", "huge", "list", "text", "null", "long"],
)
async def test_what_is_no_update_is_refused(
    stage: Stage, bot: TelegramBot, content: bytes, status: int
) -> None:
    """With a word that says why and repeats nothing of it."""
    answer = await post(stage, bot.secret, content=content)

    assert (answer.status_code, len(answer.text) < 20) == (status, True)
    assert await in_the_inbox(stage) == 0


async def test_an_update_that_cannot_be_understood_is_kept_and_acknowledged(
    stage: Stage, bot: TelegramBot, anna: Phone
) -> None:
    """Else Telegram would bring it again for a day, and keep back what comes after."""
    poisons: tuple[dict[str, Any], ...] = (
        {"message": 5},
        {"message": {"from": {}, "text": "x"}},
    )
    for number, poison in enumerate(poisons, 1):
        answer = await post(stage, bot.secret, json={"update_id": number, **poison})
        assert answer.status_code == 200
    halves = b'{"update_id": 9, "message": %s}' % (
        b'{"message_id": 1, "date": 1, "from": {"id": 77, "is_bot": false, "first_name": "A"}, '
        b'"chat": {"id": 77, "type": "private"}, "text": "\\ud83d \\u0000 hi"}'
    )
    assert (await post(stage, bot.secret, content=halves)).status_code == 200
    await stage.assistant.lanes.join()


async def test_a_database_in_trouble_is_no_acknowledgement(
    stage: Stage, bot: TelegramBot, anna: Phone
) -> None:
    """Telegram keeps the update and brings it again."""
    await stage.read(lambda tx: tx.conn.exec_driver_sql("ALTER TABLE inbox RENAME TO away"))
    refused = await post(stage, bot.secret)
    await stage.read(lambda tx: tx.conn.exec_driver_sql("ALTER TABLE away RENAME TO inbox"))

    assert refused.status_code == 500
    assert "inbox" not in refused.text
    assert (await post(stage, bot.secret)).status_code == 200
    assert await in_the_inbox(stage) == 1
    await stage.assistant.lanes.join()
