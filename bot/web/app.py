"""The web application: routes and the headers every answer carries."""

from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.assistant import Assistant
from bot.web import chat, joining
from bot.web.render import STATIC, problem
from store import people

Message = MutableMapping[str, Any]

HEADERS = {
    b"content-security-policy": b"default-src 'self'; frame-ancestors 'self'; base-uri 'none'; "
    b"form-action 'self'; object-src 'none'",
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
}
PRIVATE = (b"cache-control", b"no-store")


class SafeHeaders:
    """Adds the security headers; what is personal is never cached."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(
        self, scope: Any, receive: Any, send: Callable[[Message], Awaitable[None]]
    ) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS.items()]
                if not scope["path"].startswith("/static/"):
                    message["headers"].append(PRIVATE)
            await send(message)

        await self.app(scope, receive, with_headers)


async def alive(_request: Request) -> Response:
    return PlainTextResponse("ok\n")


async def ready(request: Request) -> Response:
    """The database answers."""
    assistant: Assistant = request.app.state.assistant
    await assistant.store.run(people.count)
    return JSONResponse({"ready": True})


async def front(_request: Request) -> Response:
    return problem("lv", "web-front", 200)


async def _missing(_request: Request, _error: Exception) -> Response:
    return problem("lv", "web-missing", 404)


async def _broken(_request: Request, _error: Exception) -> Response:
    return problem("lv", "web-broken", 500)


def build(assistant: Assistant, extra: Sequence[BaseRoute] = (), home: Any = front) -> Any:
    """The ASGI application. `extra` and `home` are what the demo adds."""
    chats = "/chat/{token}"
    app = Starlette(
        routes=[
            Route("/", home),
            Route(chats, chat.show),
            Route(f"{chats}/messages", chat.listed, methods=["GET"]),
            Route(f"{chats}/messages", chat.post, methods=["POST"]),
            Route(f"{chats}/events", chat.events),
            Route(f"{chats}/data.json", chat.data),
            Route(f"{chats}/pictures/{{result:int}}.png", chat.picture),
            Route(f"{chats}/replace", chat.replace, methods=["POST"]),
            Route("/join/{code}", joining.show, methods=["GET"]),
            Route("/join/{code}", joining.use, methods=["POST"]),
            Route("/healthz", alive),
            Route("/readyz", ready),
            *extra,
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        exception_handlers={404: _missing, 500: _broken},
    )
    app.state.assistant = assistant
    return SafeHeaders(app)
