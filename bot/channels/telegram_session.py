"""How aiogram's Bot talks to a Bot API server: JSON for what has no files, the answer unvalidated.

aiogram's own session builds a form for each call and validates each answer into a Message; we need
the message's number alone. Failures are told apart by whether the request can have left.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, cast

import aiohttp
from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import TelegramMethod
from aiogram.types import InputFile

from scheduler import failures

CONNECT_SECONDS = 10.0
TOTAL_SECONDS = 30.0
KEEP_ALIVE_SECONDS = 10.0
"""Shorter than the platform's, so that it is never they who close a connection we are using."""

CONNECTIONS = 100
HEADERS = {"Content-Type": "application/json"}
GATEWAY_TIMEOUT = 504
NO_SUCH_BOT = (401, 404)
"""404 is said of the address, which holds the token; a chat that is not found is a 400."""

NOT_REACHED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


class LeanSession(AiohttpSession):
    """Returns the plain `result` of the answer; raises `scheduler.failures`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(limit=CONNECTIONS, **kwargs)
        self._connector_init["keepalive_timeout"] = KEEP_ALIVE_SECONDS

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109  (the base class names it)
    ) -> Any:
        data, headers = self._payload(bot, method)
        total = timeout if timeout is not None else TOTAL_SECONDS
        return await self._post(bot, method.__api_method__, data, headers, total)

    async def call(self, bot: Bot, method: str, values: Mapping[str, Any]) -> Any:
        """A method with plain values, for the one that is called far more often than all others:
        aiogram's models cost as much as the request."""
        return await self._post(bot, method, _json(values), HEADERS, TOTAL_SECONDS)

    async def _post(self, bot: Bot, method: str, data: Any, headers: Any, total: float) -> Any:
        url = self.api.api_url(token=bot.token, method=method)
        limits = _limits(total, CONNECT_SECONDS)
        session = await self.create_session()
        failure: Exception
        try:
            async with session.post(url, data=data, headers=headers, timeout=limits) as answer:
                return _result(answer.status, await answer.read())
        except NOT_REACHED as error:
            failure = failures.NotSent(type(error).__name__)
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            failure = failures.Uncertain(type(error).__name__)
        raise failure  # outside, since the error it came from knows the address with the token

    def _payload(self, bot: Bot, method: TelegramMethod[Any]) -> tuple[Any, Any]:
        files: dict[str, InputFile] = {}
        values = {
            name: value
            for name in method.model_fields_set
            if not isinstance(value := getattr(method, name), Default) and value is not None
        }
        if any(isinstance(value, InputFile) for value in values.values()):
            return self.build_form_data(bot, method), None
        plain = {
            name: self.prepare_value(value, bot=bot, files=files, _dumps_json=False)
            for name, value in values.items()
        }
        return _json(plain), HEADERS


@lru_cache
def _limits(total: float, connect: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=total, sock_connect=connect)


def _json(values: Mapping[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")


def _result(status: int, raw: bytes) -> Any:
    try:
        answer = json.loads(raw)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise _unreadable(status)
    if answer.get("ok") and status < 400:
        return answer.get("result")
    raise _refusal(int(answer.get("error_code") or status), answer)


def _unreadable(status: int) -> failures.SendFailed:
    """A page instead of JSON, or half of it: with a good status it may well have been done."""
    if status < 400 or status == GATEWAY_TIMEOUT:
        return failures.Uncertain(f"an unreadable answer with status {status}")
    return failures.ServerTrouble(f"status {status} without an explanation")


def _refusal(code: int, answer: dict[str, Any]) -> failures.SendFailed:
    text = str(answer.get("description") or "")
    more = cast(dict[str, Any], answer.get("parameters") or {})
    if "retry_after" in more:
        return failures.TooFast(float(more["retry_after"]))
    if "migrate_to_chat_id" in more:
        return failures.Moved(str(more["migrate_to_chat_id"]))
    if code == 429:
        return failures.TooFast(1.0)
    if code in NO_SUCH_BOT:
        return failures.ChannelDown(f"the token is not accepted ({code})")
    if code == 409:
        return failures.ChannelDown("somebody else reads this bot's messages (409)")
    if code >= 500:
        return failures.ServerTrouble(f"{code}: {text}")
    if code == 403 or _nobody_there(text):
        return failures.Unreachable(text)
    return failures.Refused(f"{code}: {text}")


def _nobody_there(text: str) -> bool:
    lowered = text.lower()
    return any(each in lowered for each in ("chat not found", "user not found", "peer_id_invalid"))
