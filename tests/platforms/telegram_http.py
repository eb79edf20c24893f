"""The fake server's wire: requests read, faults thrown, answers written, updates delivered."""

import asyncio
import json
import re
import socket
import struct
import threading
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web

from tests.platforms import telegram_rules as rules
from tests.platforms.telegram_faults import CONFLICT, DONE_FIRST, TRANSPORT, Fault, Faults
from tests.platforms.telegram_methods import METHODS
from tests.platforms.telegram_settings import allow
from tests.platforms.telegram_state import TOKEN, BotState, Call, Params, Upload, World
from tests.platforms.telegram_text import Refused, bad
from tests.platforms.telegram_webhooks import Webhooks

MAX_REQUEST = 64 * 1024 * 1024
STRUCTURED = frozenset({
    "allowed_updates", "caption_entities", "commands", "entities", "link_preview_options", "media",
    "menu_button", "options", "question_entities", "reply_markup", "reply_parameters", "scope",
})  # fmt: skip
NUMBERS = frozenset({
    "chat_id", "limit", "max_connections", "message_id", "message_thread_id", "offset", "timeout",
})  # fmt: skip
PAGE = "<html><head><title>{code}</title></head><body><h1>{code}</h1><hr>nginx</body></html>"


@dataclass(frozen=True)
class Answer:
    code: int
    body: bytes

    @classmethod
    def ok(cls, result: object) -> "Answer":
        return cls(200, json.dumps({"ok": True, "result": result}).encode())

    @classmethod
    def no(cls, refused: Refused) -> "Answer":
        content = {"ok": False, "error_code": refused.code, "description": refused.description}
        if refused.parameters:
            content["parameters"] = refused.parameters
        return cls(refused.code, json.dumps(content).encode())

    def response(self) -> web.Response:
        return web.Response(body=self.body, status=self.code, content_type="application/json")


async def read_params(request: web.Request) -> Params:
    """The query, then the body as JSON, a form or multipart; structured fields decoded."""
    params: Params = dict(request.query)
    if request.content_type == "application/json":
        given = json.loads(await request.read() or b"{}")
        if not isinstance(given, dict):
            raise bad("can't parse the request: object expected")
        params |= given
    elif request.content_type.startswith("multipart/"):
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name:
                data = bytes(await part.read())
                name = part.filename
                params[part.name] = Upload(name, data) if name is not None else data.decode()
    else:
        params |= await request.post()
    return {name: _decoded(name, value) for name, value in params.items()}


def _decoded(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if name in STRUCTURED and value:
        return json.loads(value)
    return int(value) if name in NUMBERS and re.fullmatch(r"-?\d+", value) else value


class Endpoint:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    def __init__(self, world: World, faults: Faults, only: frozenset[str] | None) -> None:
        self.world, self.faults, self.only = world, faults, only

    def application(self) -> web.Application:
        app = web.Application(client_max_size=MAX_REQUEST)
        app.router.add_route("*", "/bot{token:[^/]+}/{method}", self.call)
        app.router.add_get("/file/bot{token:[^/]+}/files/{file_id}", self.file)
        return app

    def _bot(self, token: str) -> BotState:
        if self.only is not None and token not in self.only:
            raise Refused(401, "Unauthorized")
        if not TOKEN.fullmatch(token):
            raise Refused(404, "Not Found")
        return self.world.bot(token)

    async def file(self, request: web.Request) -> web.Response:
        try:
            bot = self._bot(request.match_info["token"])
            return web.Response(body=bot.files[request.match_info["file_id"]].data)
        except (Refused, KeyError):
            return Answer.no(Refused(404, "Not Found")).response()

    async def call(self, request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            bot = self._bot(token)
            params = await read_params(request)
        except Refused as refused:
            return Answer.no(refused).response()
        except ValueError:
            return Answer.no(bad("can't parse the request")).response()
        with self.world.signal.condition:
            call = Call(method=method, params=params, at=self.world.clock())
            bot.calls.append(call)
            fault = self.faults.strike(token, method, params)
        self.world.signal.notify()
        if fault is not None and fault.kind in TRANSPORT:
            return await self._broken(request, bot, call, fault)
        return (await self._answer(bot, call, fault)).response()

    async def _answer(self, bot: BotState, call: Call, fault: Fault | None = None) -> Answer:
        try:
            result = await self._result(bot, call, fault)
        except Refused as refused:
            call.code, call.outcome = refused.code, refused.description
            return Answer.no(refused)
        finally:
            self.world.signal.notify()
        call.code, call.outcome = 200, "ok"
        return Answer.ok(result)

    async def _result(self, bot: BotState, call: Call, fault: Fault | None) -> object:
        if fault is not None:
            raise self._refusal(bot, call, fault)
        if call.method.lower() == "getupdates":
            return await self._updates(bot, call.params)
        function = METHODS.get(call.method.lower())
        if function is None:
            raise Refused(404, "Not Found: method not found")
        with self.world.signal.condition:
            try:
                return function(bot, call.params)
            except Refused as refused:
                bot.floods += refused.code == 429
                raise

    def _refusal(self, bot: BotState, call: Call, fault: Fault) -> Refused:
        if fault.kind != "migrate":
            code, words = fault.refusal()
            more = {} if fault.retry_after is None else {"retry_after": fault.retry_after}
            return Refused(code, words, **more)
        with self.world.signal.condition:
            chat = bot.chats.get(call.params.get("chat_id", 0))
            new = chat.migrated_to or bot.migrate(chat, fault.migrate_to) if chat else 0
        reason = "Bad Request: group chat was upgraded to a supergroup chat"
        return Refused(400, reason, migrate_to_chat_id=new or fault.migrate_to or -1)

    async def _updates(self, bot: BotState, params: Params) -> object:
        limit = min(int(params.get("limit") or rules.MAX_UPDATES), rules.MAX_UPDATES)
        seconds = min(float(params.get("timeout") or 0), rules.MAX_POLL_SECONDS)
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        with self.world.signal.condition:
            allow(bot, params)
            mine = bot.poller = bot.poller + 1
            bot.ended = CONFLICT
        self.world.signal.notify()
        while True:
            with self.world.signal.condition:
                self._check_poller(bot, mine)
                before = len(bot.queue.confirmed)
                updates = bot.queue.fetch(int(params.get("offset") or 0), limit)
                if len(bot.queue.confirmed) > before:
                    self.world.signal.notify()
            if updates or loop.time() >= until:
                return updates
            await self.world.signal.wait(until - loop.time())

    def _check_poller(self, bot: BotState, mine: int) -> None:
        if bot.poller != mine:
            raise Refused(409, bot.ended)
        if bot.webhook is not None:
            reason = "can't use getUpdates method while webhook is active"
            remedy = "use deleteWebhook to delete the webhook first"
            raise Refused(409, f"Conflict: {reason}; {remedy}")

    async def _broken(
        self, request: web.Request, bot: BotState, call: Call, fault: Fault
    ) -> web.StreamResponse:
        if fault.kind == "html":
            call.code, call.outcome = fault.code, fault.kind
            page = PAGE.format(code=fault.code)
            return web.Response(text=page, status=fault.code, content_type="text/html")
        answer = await self._answer(bot, call) if fault.kind in DONE_FIRST else Answer.ok(True)
        if answer.code == 200:
            call.code, call.outcome = 0, fault.kind
        if fault.kind == "cut_json":
            return Answer(answer.code, answer.body[: len(answer.body) // 2]).response()
        if fault.kind == "slow_drip":
            call.code = answer.code
            return await _drip(request, answer, fault.seconds)
        if fault.kind == "reset_after":
            await _begin(request, answer)
        if fault.kind in {"reset_before", "reset_after"}:
            _reset(request)
        await asyncio.Event().wait()  # until the client gives up
        raise AssertionError("unreachable")


async def _begin(request: web.Request, answer: Answer) -> web.StreamResponse:
    """Headers and the first half of the answer."""
    response = web.StreamResponse(status=answer.code)
    response.content_type, response.content_length = "application/json", len(answer.body)
    await response.prepare(request)
    await response.write(answer.body[: len(answer.body) // 2])
    return response


async def _drip(request: web.Request, answer: Answer, seconds: float) -> web.StreamResponse:
    response = await _begin(request, answer)
    rest = answer.body[len(answer.body) // 2 :]
    step = max(1, len(rest) // 10)
    for start in range(0, len(rest), step):
        await asyncio.sleep(seconds * step / len(rest))
        await response.write(rest[start : start + step])
    return response


def _reset(request: web.Request) -> None:
    """Closed by a reset rather than an orderly end, as when a machine on the way fails."""
    if request.transport is not None:
        sock = request.transport.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        request.transport.abort()


class Wire:
    """A thread with an event loop that serves the endpoint on a port of its own."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._runner: web.AppRunner | None = None
        self._webhooks = Webhooks(endpoint.world)
        self._holder = _bound(0)  # keeps the port while nobody listens
        self.port = int(self._holder.getsockname()[1])

    def start(self) -> None:
        self._endpoint.world.signal.loop = self._loop
        self._thread.start()
        self.listen()
        self._run(self._webhooks.start)

    def _run(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        asyncio.run_coroutine_threadsafe(work(), self._loop).result(10)

    def listen(self) -> None:
        self._run(self._listen)

    async def _listen(self) -> None:
        application = self._endpoint.application()
        self._runner = web.AppRunner(
            application, access_log=None, handler_cancellation=True, shutdown_timeout=0.1
        )
        await self._runner.setup()
        await web.SockSite(self._runner, _bound(self.port)).start()

    def deafen(self) -> None:
        self._run(self._deafen)

    async def _deafen(self) -> None:
        runner, self._runner = self._runner, None
        if runner is None:
            return
        for site in list(runner.sites):
            await site.stop()
        for connection in list(runner.server.connections if runner.server else ()):
            if connection.transport is not None:
                connection.transport.abort()
        await asyncio.sleep(0)
        await runner.cleanup()

    def stop(self) -> None:
        self.deafen()
        self._run(self._webhooks.stop)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._holder.close()


def _bound(port: int) -> socket.socket:
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind(("127.0.0.1", port))
    return sock
