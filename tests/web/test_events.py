"""Server-sent events over a real server: news arrive, a broken stream goes on where it was."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import uvicorn

from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage


@asynccontextmanager
async def served(stage: Stage) -> AsyncIterator[str]:
    """The application on a free port, in this process."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    config = uvicorn.Config(
        stage.application, lifespan="off", log_level="critical", timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stage.assistant.hub.close()
        server.should_exit = True
        await running
        listener.close()


async def events(
    web: httpx.AsyncClient, phone: Phone, after: int, headers: dict[str, str] | None = None
) -> AsyncIterator[dict[str, Any]]:
    path = f"/chat/{phone.token}/events"
    async with web.stream("GET", path, params={"after": after}, headers=headers or {}) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert stream.headers["cache-control"] == "no-store"
        number = ""
        async for line in stream.aiter_lines():
            if line.startswith("id: "):
                number = line.removeprefix("id: ")
            if line.startswith("data: "):
                message: dict[str, Any] = json.loads(line.removeprefix("data: "))
                assert str(message["id"]) == number
                yield message


async def take(source: AsyncIterator[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    async with asyncio.timeout(5):
        return [await anext(source) for _ in range(count)]


async def newest(phone: Phone) -> int:
    return int((await phone.all())[-1]["id"])


async def test_news_arrive_as_they_happen(cast: Cast, stage: Stage) -> None:
    """One's own message, the reply, and what others cause; each once and in order."""
    async with served(stage) as url, httpx.AsyncClient(base_url=url) as web:
        stream = events(web, cast.elza, await newest(cast.elza))
        waiting = asyncio.create_task(take(stream, 3))
        await asyncio.sleep(0.05)
        await cast.elza.send("Kur var nopirkt lētu ģitāru?")
        await cast.ilze.tap("Atbildēt")
        await cast.ilze.send("Tirgū.")
        got = await waiting
        assert [m["from"] for m in got] == ["me", "bot", "human"]
        assert [m["id"] for m in got] == sorted(m["id"] for m in got)


async def test_a_stream_goes_on_after_the_last_event_it_had(cast: Cast, stage: Stage) -> None:
    """The browser's own header wins over the address, so nothing comes twice."""
    await cast.elza.send("izvēlne")
    everything = await cast.elza.all()
    seen = everything[1]["id"]
    async with served(stage) as url, httpx.AsyncClient(base_url=url) as web:
        stream = events(web, cast.elza, 0, {"Last-Event-ID": str(seen)})
        got = await take(stream, len(everything) - 2)
    assert [m["id"] for m in got] == [m["id"] for m in everything[2:]]


async def test_nothing_of_others_comes_through(cast: Cast, stage: Stage) -> None:
    """Two streams side by side."""
    async with served(stage) as url, httpx.AsyncClient(base_url=url) as web:
        stream = events(web, cast.roberts, await newest(cast.roberts))
        waiting = asyncio.create_task(take(stream, 1))
        await asyncio.sleep(0.05)
        await cast.elza.send("izvēlne")
        await cast.roberts.send("mani dati")
        assert (await waiting)[0]["text"] == "mani dati"


async def test_streams_end_when_the_server_stops(cast: Cast, stage: Stage) -> None:
    """Open chats must not hold up a restart."""
    async with httpx.AsyncClient() as web:
        async with served(stage) as url:
            web.base_url = httpx.URL(url)
            stream = events(web, cast.elza, 0)
            await take(stream, 1)
            rest = asyncio.create_task(_drain(stream))
        async with asyncio.timeout(3):
            await rest


async def _drain(stream: AsyncIterator[dict[str, Any]]) -> None:
    async for _ in stream:
        pass


async def test_a_reader_who_leaves_is_forgotten(cast: Cast, stage: Stage) -> None:
    """A closed page leaves nothing waiting behind."""
    async with served(stage) as url, httpx.AsyncClient(base_url=url) as web:
        stream = events(web, cast.elza, 0)
        await take(stream, 1)
        await stream.aclose()  # type: ignore[attr-defined]
        await cast.elza.send("izvēlne")
        async with asyncio.timeout(5):
            while stage.assistant.hub._waiting:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
