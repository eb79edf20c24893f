"""Serving: one process with the web and the scheduler, until it is told to stop."""

import signal
import socket
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import Any

import uvicorn

from bot import logs
from bot.errors import WrongSetting
from bot.settings import PREFIX, Settings
from bot.wiring import PARTS, Part, Running, demo_running, running

STOP_WITHIN_SECONDS = 3
"""For open requests; then what is on its way gets the rest of the ten seconds promised."""

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)
BACKLOG = 2048


async def serve(settings: Settings, parts: tuple[Part, ...] = PARTS) -> None:
    await _serve(settings, running(settings, parts), "Pavadonis is running: {address}", parts)


async def serve_demo(settings: Settings) -> None:
    await _serve(settings, demo_running(settings), "\n  Open {address}\n")


async def _serve(
    settings: Settings,
    process: AbstractAsyncContextManager[Running],
    line: str,
    parts: tuple[Part, ...] = PARTS,
) -> None:
    logs.configure(settings.log_level)
    listener = _listen(settings) if "web" in parts else _listen_somewhere(settings)
    async with process as made:
        server = _Server(
            uvicorn.Config(
                made.application,
                access_log=False,  # paths hold chat secrets
                log_level="warning",
                lifespan="off",
                timeout_graceful_shutdown=STOP_WITHIN_SECONDS,
            ),
            made,
        )
        here = f"http://{settings.host}:{listener.getsockname()[1]}"
        address = settings.public_url if settings.public_url and "web" in parts else here
        print(line.format(address=address), flush=True)
        await server.serve(sockets=[listener])


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise WrongSetting(
            f"{PREFIX}HOST and {PREFIX}PORT: can't listen on {settings.host}:{settings.port} "
            f"({error.strerror}). Is it in use? Try {PREFIX}PORT=8081."
        ) from None
    return listener


def _listen_somewhere(settings: Settings) -> socket.socket:
    """Several processes without pages may run on one machine: any free port tells their health."""
    try:
        return _listen(settings)
    except WrongSetting:
        return _listen(settings.model_copy(update={"port": 0}))


class _Server(uvicorn.Server):
    """Ends open streams before waiting for connections to close.

    uvicorn would raise the signal once more when it is done, and the process would be gone before
    what is on its way was sent and recorded.
    """

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        before = {each: signal.signal(each, self.handle_exit) for each in STOP_SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def __init__(self, config: uvicorn.Config, parts: Running) -> None:
        super().__init__(config)
        self._parts = parts

    async def shutdown(self, sockets: Any = None) -> None:
        self._parts.assistant.hub.close()
        await super().shutdown(sockets)
