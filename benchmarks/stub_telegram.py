"""A Bot API server as cheap as Python allows: it shares two cores with the bot it measures.

`python -m benchmarks.stub_telegram --port 0 --updates 8000` prints JSON lines on stdout:
`{"port": n}`, `{"warm": t}` when the warm-up is answered, `{"report": {...}}` at the end (all
answered, nothing happening for `--stall` seconds, or SIGTERM). Times are `time.monotonic()`, which
all processes of a Linux machine share.

Update i comes from chat `FIRST_CHAT + i % chats`, so the k-th reply to a chat answers its k-th
message; what the reply says does not matter. Bodies are searched for the fields needed, not parsed:
a text that itself contains `chat_id=` would mislead it.
"""

import argparse
import asyncio
import gc
import json
import re
import signal
import time
from array import array
from collections import deque
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from statistics import median

FIRST_CHAT = 700_000_000
FIRST_UPDATE = 500_000_000
BATCH = 100
"""Telegram hands out no more updates than this in one answer."""
GRACE = 0.5
"""Seconds to wait for duplicates after the last expected reply."""
START_LIMIT = 60
"""Seconds a bot may take to its first reply."""

OK = b'{"ok":true,"result":true}'
ME = (
    b'{"ok":true,"result":{"id":42,"is_bot":true,"first_name":"Bench","username":"bench_bot",'
    b'"can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false}}'
)
SENT = (
    b'{"ok":true,"result":{"message_id":%d,"from":{"id":42,"is_bot":true,"first_name":"Bench",'
    b'"username":"bench_bot"},"chat":{"id":%d,"first_name":"Ilze","type":"private"},'
    b'"date":1790000000,"text":"Es gribu iemacities labak planot savu laiku"}}'
)
TOO_MANY = (
    b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after %d",'
    b'"parameters":{"retry_after":%d}}'
)
HEAD = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"


def field_of(name: str) -> re.Pattern[bytes]:
    """An integer field in a JSON, urlencoded or multipart body, or in the query of an address."""
    between = r'(?:=|"\s*:\s*"?|"\r\n(?:[^\r\n]+\r\n)*\r\n)'
    return re.compile((name + between + r"(-?\d+)").encode())


LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CHAT, OFFSET, LIMIT, TIMEOUT = map(field_of, ("chat_id", "offset", "limit", "timeout"))


def say(**line: object) -> None:
    print(json.dumps(line), flush=True)


@dataclass(kw_only=True)
class Limits:
    """Telegram's limits at their strictest: sliding windows on arrival, refusals don't count."""

    total: int
    per_chat: float = 1.0
    period: float = 1.0
    refused: int = 0
    recent: deque[float] = field(default_factory=deque)
    by_chat: dict[int, float] = field(default_factory=dict)

    def refuse(self, chat: int, now: float) -> int:
        """Whole seconds to wait, as Telegram says them; 0 when the message is accepted."""
        while self.recent and self.recent[0] <= now - self.period:
            self.recent.popleft()
        wait = self.by_chat.get(chat, now - self.per_chat) + self.per_chat - now
        if len(self.recent) >= self.total:
            wait = max(wait, self.recent[0] + self.period - now)
        if wait > 0:
            self.refused += 1
            return ceil(wait)
        self.recent.append(now)
        self.by_chat[chat] = now
        return 0


def prepared(count: int, chats: int, texts: list[str]) -> list[bytes]:
    """Updates as Telegram writes them; a chat's k-th message says the k-th text."""
    said = [json.dumps(text).encode() for text in texts]
    return [
        b'{"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"is_bot":false,'
        b'"first_name":"Ilze","last_name":"Ozola","language_code":"lv"},"chat":{"id":%d,'
        b'"first_name":"Ilze","last_name":"Ozola","type":"private"},"date":1790000000,"text":%s}}'
        % (
            FIRST_UPDATE + i,
            i + 1,
            FIRST_CHAT + i % chats,
            FIRST_CHAT + i % chats,
            said[i // chats % len(said)],
        )
        for i in range(count)
    ]


@dataclass(kw_only=True)
class Load:
    """What is asked of the bot, how much of it may be unanswered at a time, and what came back.

    The first `warm` messages are answered before the rest is handed out and the clock starts, so
    that no work on what is measured falls into the warm-up. `window` 0 hands out all there is. With
    a `rate` messages are written at fixed moments whether or not the bot keeps up, and latency
    counts from the writing, not from the handing out.
    """

    updates: list[bytes]
    chats: int
    warm: int = 0
    window: int = 0
    rate: float = 0
    start: float = 0.0
    handed: int = 0
    answered: int = 0
    last: float = 0.0
    duplicates: int = 0
    asked: "array[float]" = field(default_factory=lambda: array("d"))
    latency: "array[float]" = field(default_factory=lambda: array("d"))
    per_chat: dict[int, int] = field(default_factory=dict)

    def ready(self, now: float) -> int:
        """The number of updates that may have been handed out by now."""
        if self.answered < self.warm:
            return min(self.warm, len(self.updates))
        self.start = self.start or now
        end = len(self.updates)
        if self.window:
            end = min(end, self.answered + self.window)
        if self.rate:
            end = min(end, self.warm + int((now - self.start) * self.rate) + 1)
        return end

    def take(self, offset: int, limit: int, now: float) -> bytes:
        """Updates from an offset on; those not confirmed are handed out again, as Telegram does."""
        start = offset - FIRST_UPDATE if offset > 0 else 0
        end = min(start + limit, max(self.ready(now), self.handed))
        while self.handed < end:
            self.asked.append(self.due() if self.rate and self.start else now)
            self.handed += 1
        return b'{"ok":true,"result":[' + b",".join(self.updates[start:end]) + b"]}"

    def due(self) -> float:
        """When the next update is written, at a fixed rate."""
        return self.start + (self.handed - self.warm) / self.rate

    def reply(self, chat: int, now: float) -> None:
        """The k-th reply to a chat answers its k-th message; one more than asked is a duplicate."""
        nth = self.per_chat.get(chat, 0)
        self.per_chat[chat] = nth + 1
        index = chat - FIRST_CHAT + nth * self.chats
        if not 0 <= index < self.handed:
            self.duplicates += 1
            return
        self.last = now
        self.answered += 1
        if index >= self.warm:
            self.latency.append(now - self.asked[index])
        if self.answered == self.warm:
            self.start = now
            say(warm=now)

    def report(self) -> dict[str, object]:
        took = self.last - self.start
        ordered = sorted(self.latency)
        return {
            "per_second": len(ordered) / took if took > 0 else 0.0,
            "p50_ms": 1000 * median(ordered) if ordered else None,
            "p99_ms": 1000 * ordered[int(len(ordered) * 0.99)] if ordered else None,
            "replies": self.answered,
            "duplicates": self.duplicates,
            "missing": len(self.updates) - self.answered,
        }


@dataclass(kw_only=True)
class Received:
    """Every message accepted outside a load: a broadcast's arrivals, per chat."""

    arrivals: dict[int, list[float]] = field(default_factory=dict)

    def reply(self, chat: int, now: float) -> None:
        self.arrivals.setdefault(chat, []).append(now)


@dataclass(kw_only=True)
class Server:
    """What all connections share."""

    load: Load
    received: Received
    limits: Limits | None
    sent: int = 0
    last: float = field(default_factory=time.monotonic)
    waiting: "tuple[Connection, int, int] | None" = None

    def send_message(self, body: bytes) -> tuple[bytes, bytes]:
        found = CHAT.search(body)
        if not found:
            return b"400 Bad Request", b'{"ok":false,"error_code":400,"description":"no chat_id"}'
        now, chat = time.monotonic(), int(found[1])
        if self.limits and (wait := self.limits.refuse(chat, now)):
            return b"429 Too Many Requests", TOO_MANY % (wait, wait)
        self.sent += 1
        self.last = now
        (self.load if self.load.updates else self.received).reply(chat, now)
        if self.waiting and (not self.load.rate or self.load.answered == self.load.warm):
            self.wake()
        return b"200 OK", SENT % (10_000_000 + self.sent, chat)

    def get_updates(self, connection: "Connection", request: bytes) -> None:
        """Answers at once when there is something, else holds the request as a long poll does."""
        offset, limit, timeout = (
            int(found[1]) if (found := wanted.search(request)) else default
            for wanted, default in ((OFFSET, 0), (LIMIT, BATCH), (TIMEOUT, 0))
        )
        self.waiting = (connection, offset, min(limit, BATCH))
        self.wake()
        if self.waiting:
            asyncio.get_running_loop().call_later(timeout, self.give_up, self.waiting)

    def wake(self) -> None:
        connection, offset, limit = self.waiting or (None, 0, 0)
        now = time.monotonic()
        start = max(offset - FIRST_UPDATE, 0)
        if connection and self.load.ready(now) > start:
            self.waiting = None
            connection.answer(b"200 OK", self.load.take(offset, limit, now))
        elif connection and self.load.rate and self.load.handed < len(self.load.updates):
            asyncio.get_running_loop().call_later(max(self.load.due() - now, 0.0005), self.wake)

    def give_up(self, held: "tuple[Connection, int, int]") -> None:
        """A long poll that ran out is answered with nothing."""
        if self.waiting is held:
            self.waiting = None
            held[0].answer(b"200 OK", b'{"ok":true,"result":[]}')


class Connection(asyncio.Protocol):
    """HTTP/1.1 with keep-alive and Content-Length, one request after another."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer = self.buffer + data if self.buffer else data
        while self.buffer:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            found = LENGTH.search(self.buffer, 0, end)
            total = end + 4 + (int(found[1]) if found else 0)
            if len(self.buffer) < total:
                return
            request, self.buffer = self.buffer[:total], self.buffer[total:]
            self.handle(request, end)

    def handle(self, request: bytes, end: int) -> None:
        target = request[: request.find(b"\r\n")].split(b" ", 2)[1]
        method = target.partition(b"?")[0].rpartition(b"/")[2]
        if method == b"sendMessage":
            self.answer(*self.server.send_message(request[end:] + target))
        elif method == b"getUpdates":
            self.server.get_updates(self, request[end:] + target)
        else:
            self.answer(b"200 OK", ME if method == b"getMe" else OK)

    def answer(self, status: bytes, body: bytes) -> None:
        self.transport.write(HEAD % (status, len(body)) + body)


async def finished(server: Server, stall: float) -> None:
    """Returns when a load is answered and its grace is over, or when nothing moves any more."""
    load = server.load
    while True:
        await asyncio.sleep(0.1)
        quiet = time.monotonic() - server.last
        if load.updates and load.answered == len(load.updates) and quiet > GRACE:
            return
        if quiet > (stall if server.sent else START_LIMIT):
            return


def report(server: Server) -> dict[str, object]:
    if server.load.updates:
        return server.load.report()
    refused = server.limits.refused if server.limits else 0
    return {"refused": refused, "arrivals": server.received.arrivals}


async def serve(options: argparse.Namespace) -> None:
    texts = json.loads(options.texts.read_text()) if options.texts else ["Kā man labāk plānot?"]
    server = Server(
        load=Load(
            updates=prepared(options.updates, options.chats, texts),
            chats=options.chats,
            warm=options.warm,
            window=options.window,
            rate=options.rate,
        ),
        received=Received(),
        limits=Limits(total=options.total) if options.total else None,
    )
    gc.freeze()
    gc.disable()
    loop = asyncio.get_running_loop()
    listener = await loop.create_server(lambda: Connection(server), "127.0.0.1", options.port)
    end = asyncio.create_task(finished(server, options.stall))
    loop.add_signal_handler(signal.SIGTERM, end.cancel)
    say(port=listener.sockets[0].getsockname()[1])
    await asyncio.wait([end])
    say(report=report(server))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A Bot API stub that measures the bot it serves.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--updates", type=int, default=0, help="messages to hand out")
    parser.add_argument("--chats", type=int, default=200, help="people they come from")
    parser.add_argument("--warm", type=int, default=0, help="first replies that don't count")
    parser.add_argument("--window", type=int, default=0, help="most unanswered; 0 is no limit")
    parser.add_argument("--rate", type=float, default=0, help="messages a second; 0 is at once")
    parser.add_argument("--texts", type=Path, help="JSON list: what each person says, in order")
    parser.add_argument("--total", type=int, default=0, help="strict limit a second; 0 is none")
    parser.add_argument("--stall", type=float, default=20, help="seconds of silence that end it")
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(serve(arguments()))
