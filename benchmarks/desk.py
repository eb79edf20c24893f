"""CPU per message of a GROW step, from the inbox to the outbox, on SQLite with synchronous=FULL.

200 people are in flight at once. Printed: microseconds of CPU per message, all threads, with its
shares and the ratio to the limit; with 100 and with 100,000 people in the database.
Run: python -m benchmarks.desk [--messages N] [--people N]
"""

import argparse
import asyncio
import gc
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.assistant import Assistant
from bot.web import chat
from bot.wiring import assemble, load_programmes
from desk import inbound, walk
from desk.world import World
from dialogs import engine
from scheduler.clock import WoundClock
from store import people
from store.crypto import Keyring
from store.migrate import migrate
from store.work import Store, Tx

LIMIT_MICROSECONDS = 400
IN_FLIGHT = 200
PROGRAMME = "skola-kopiena"
START = datetime(2026, 1, 12, 7, 0, tzinfo=UTC)
ANSWERS = ["Gribu nokārtot matemātiku", "Lai tiktu vidusskolā", "Visi darbi ieskaitīti"]


class Shares:
    """CPU seconds by part, taken with the clock of the thread that does the part."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self.on = False

    def timed(self, part: str, fn: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if not self.on:
                return fn(*args, **kwargs)
            before = time.thread_time()
            try:
                return fn(*args, **kwargs)
            finally:
                self.seconds[part] += time.thread_time() - before

        return call


def watch(shares: Shares) -> None:
    """Puts the stop-watch around the parts; the decisions themselves stay as they are."""
    walk.engine.advance = shares.timed("decide", engine.advance)  # type: ignore[attr-defined]
    inbound.handle_next = shares.timed("desk", inbound.handle_next)
    plain = Connection.exec_driver_sql

    def watched(self: Connection, statement: str, *args: Any, **kwargs: Any) -> Any:
        if statement in ("COMMIT", "BEGIN IMMEDIATE"):
            return shares.timed("commit", plain)(self, statement, *args, **kwargs)
        return plain(self, statement, *args, **kwargs)

    Connection.exec_driver_sql = watched  # type: ignore[method-assign]


def populate(tx: Tx, assistant: Assistant, first: int, count: int) -> list[str]:
    """Mentees who have agreed; the chat secrets of the first IN_FLIGHT of them."""
    tokens = []
    for number in range(first, first + count):
        now = assistant.clock.now()
        person = people.add(tx, name=f"Mentee {number}", language="lv", now=now)
        people.join(tx, person, PROGRAMME, "mentee", now)
        people.change(tx, person, consent_at=now, last_sign_at=now)
        token = people.new_web_identity(tx, person, now)
        if number < IN_FLIGHT:
            tokens.append(token)
    return tokens


async def begin_all(assistant: Assistant, tokens: list[str]) -> None:
    await asyncio.gather(
        *[assistant.receive(token, "begin", {"text": "/grow"}) for token in tokens]
    )


async def walk_on(assistant: Assistant, token: str, number: int, rounds: int) -> None:
    """One person: three answers, one step back, and so on, for as many rounds."""
    for turn in range(rounds):
        step = turn % (len(ANSWERS) + 1)
        said = f"{ANSWERS[step % len(ANSWERS)]} ({number}.{turn})"  # as people say new things
        text = said if step < len(ANSWERS) else "atpakaļ"
        raw = json.dumps({"text": text, "event_id": f"{number}-{turn}"})
        data = json.loads(raw)
        event, body = chat.event_id(data.get("event_id")), chat.message_body(data)
        receipt = await assistant.store.run(
            partial(assistant.accept, token=token, event=event, body=body)
        )
        assert receipt is not None
        person = receipt.person
        await assistant.store.run(
            lambda tx, person=person: inbound.handle_next(
                tx, assistant.world, person, assistant.clock.now()
            )
        )


async def measure(population: int, messages: int, shares: Shares) -> float:
    """Microseconds of CPU per message."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/bench.sqlite3"
        migrate(url)
        store = Store(url, Keyring(b"a secret for benchmarks"))
        clock = WoundClock(START - datetime.now(UTC) - timedelta(0))
        assistant, _, _ = assemble(store, World(load_programmes(Path("programmes"))), clock)
        tokens = await _populated(assistant, max(population, IN_FLIGHT))
        await begin_all(assistant, tokens)
        gc.freeze()
        rounds = max(4, messages // IN_FLIGHT)
        await _everybody(assistant, tokens, 4, 100_000)
        shares.seconds.clear()
        shares.on, before = True, time.process_time()
        await _everybody(assistant, tokens, rounds, 0)
        used, shares.on = time.process_time() - before, False
        await store.close()
        return used / (rounds * IN_FLIGHT) * 1e6


async def _populated(assistant: Assistant, count: int) -> list[str]:
    tokens: list[str] = []
    for first in range(0, count, 1000):
        some = min(1000, count - first)
        tokens += await assistant.store.run(
            partial(populate, assistant=assistant, first=first, count=some)
        )
    return tokens


async def _everybody(assistant: Assistant, tokens: list[str], rounds: int, base: int) -> None:
    await asyncio.gather(
        *[walk_on(assistant, token, base + number, rounds) for number, token in enumerate(tokens)]
    )


def parse_cost() -> float:
    """Microseconds to take one posted JSON message apart."""
    raw = json.dumps({"text": ANSWERS[0], "event_id": "1-1"})
    before = time.process_time()
    for _ in range(20_000):
        data = json.loads(raw)
        chat.event_id(data.get("event_id")), chat.message_body(data)
    return (time.process_time() - before) / 20_000 * 1e6


def report(population: int, total: float, shares: Shares, messages: int) -> None:
    per = {part: seconds / messages * 1e6 for part, seconds in shares.seconds.items()}
    decide, commit = per.get("decide", 0.0), per.get("commit", 0.0)
    store = per.get("desk", 0.0) - decide
    parse = parse_cost()
    rest = total - parse - decide - store - commit
    print(
        f"{population:>9,} people  {total:7.0f} µs a message"
        f"  {total / LIMIT_MICROSECONDS:5.2f} of the limit"
        f"   parse {parse:4.0f}  decide {decide:4.0f}  store and say {store:4.0f}"
        f"  commit {commit:4.0f}  accept and rest {rest:4.0f}"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--messages", type=int, default=8000)
    options.add_argument("--people", type=int, default=100_000)
    chosen = options.parse_args()
    shares = Shares()
    watch(shares)
    print(
        f"GROW step, inbox to outbox, {IN_FLIGHT} in flight; limit {LIMIT_MICROSECONDS} µs of CPU"
    )
    messages = max(4, chosen.messages // IN_FLIGHT) * IN_FLIGHT
    found = []
    for population in (100, chosen.people):
        total = asyncio.run(measure(population, messages, shares))
        report(population, total, shares, messages)
        found.append(total)
    print(f"growth from 100 to {chosen.people:,} people: {found[1] / found[0]:.2f} times")


if __name__ == "__main__":
    main()
