"""The web application: routes and the headers every answer carries."""

from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.assistant import Assistant
from bot.web import chat, joining, results, webhooks
from bot.web.render import STATIC, problem
from store import people, queues

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

    @property
    def webhooks(self) -> dict[str, Any]:
        """The bots that updates are brought to, by the last part of their address."""
        found: dict[str, Any] = self.app.state.webhooks
        return found

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
    """The database answers. A channel in trouble is named, but the others work."""
    assistant: Assistant = request.app.state.assistant
    await assistant.store.run(people.look)
    down = [name for name, courier in assistant.couriers.items() if courier.down]
    return JSONResponse({"ready": True, "down": down})


async def figures(request: Request) -> Response:
    """For a Prometheus server."""
    assistant: Assistant = request.app.state.assistant
    found = await assistant.store.run(queues.counts)
    page = assistant.metrics.page(found, assistant.clock.now())
    return Response(page, media_type=CONTENT_TYPE_LATEST)


async def front(_request: Request) -> Response:
    return problem("lv", "web-front", 200)


async def _missing(_request: Request, _error: Exception) -> Response:
    return problem("lv", "web-missing", 404)


async def _broken(_request: Request, _error: Exception) -> Response:
    return problem("lv", "web-broken", 500)


def _watched() -> list[BaseRoute]:
    """What a process says about itself, whatever its part of the work."""
    return [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", figures)]


def build_watched(assistant: Assistant) -> SafeHeaders:
    """The ASGI application of a process that serves no pages."""
    app = Starlette(routes=_watched())
    app.state.assistant, app.state.webhooks = assistant, {}
    return SafeHeaders(app)


def build(assistant: Assistant, extra: Sequence[BaseRoute] = (), home: Any = front) -> SafeHeaders:
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
            Route(f"{chats}/pictures/{{name}}.png", chat.picture),
            Route(f"{chats}/documents/{{result:int}}.pdf", results.document),
            Route(f"{chats}/results", results.listed),
            Route(f"{chats}/results/{{result:int}}", results.show),
            Route(f"{chats}/results/{{result:int}}/share", results.share, methods=["POST"]),
            Route(f"{chats}/replace", chat.replace, methods=["POST"]),
            Route("/join/{code}", joining.show, methods=["GET"]),
            Route("/join/{code}", joining.use, methods=["POST"]),
            *_watched(),
            Route("/telegram/{bot}", webhooks.telegram, methods=["POST"]),
            *extra,
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        exception_handlers={404: _missing, 500: _broken},
    )
    app.state.assistant, app.state.webhooks = assistant, {}
    return SafeHeaders(app)
