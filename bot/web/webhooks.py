"""POST /telegram/{bot}: Telegram brings an update; answered once it is in the inbox."""

import hmac
import json
from collections.abc import Mapping
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105  (the header's name)
BODY_LIMIT = 1024 * 1024
"""Far more than any update; Telegram sends one at a time."""


class Receiver(Protocol):
    """One bot: the secret it expects, and where its updates go."""

    secret: str

    async def take_in(self, updates: list[Mapping[str, Any]]) -> None: ...


async def telegram(request: Request) -> Response:
    """Fails closed: without the right secret nothing of the body is read."""
    bots: Mapping[str, Receiver] = request.app.state.webhooks
    bot = bots.get(request.path_params["bot"])
    given = request.headers.get(SECRET_HEADER, "")
    if bot is None or not hmac.compare_digest(given.encode(), bot.secret.encode()):
        return PlainTextResponse("no\n", 403)
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > BODY_LIMIT:
            return PlainTextResponse("too long\n", 413)
    try:
        update = json.loads(raw)
    except (ValueError, RecursionError):
        return PlainTextResponse("not JSON\n", 400)
    if not isinstance(update, dict):
        return PlainTextResponse("not an update\n", 400)
    await bot.take_in([update])
    return PlainTextResponse("ok\n")
