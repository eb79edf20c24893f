"""Reminders by the million, beside one APScheduler job each and python-telegram-bot's JobQueue.

Each contender and size has a database and processes of its own, one after another. Ours goes the
product's own way: derived from tasks by the planner in units of work, told by the desk (is it still
true, the day's measure, the words, sealed) and queued in the database. A job of the others only
puts a ready text into a list in memory: so does "ours, bare", which is our scheduler and store
without the desk, and "APScheduler, durable" reads its task, writes a row and commits, the least
that keeps what is said. Ratios are theirs to ours. PostgreSQL is durable.
Run: python -m benchmarks.reminders [--quick] [--only sqlite|postgresql] [--up-to N]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import psycopg

from tests.databases import UNSAFE_BUT_FAST, Postgres

SIZES, BURST = (10_000, 100_000, 1_000_000), 10_000
QUICK_SIZES, QUICK_BURST = (1_000, 10_000), 1_000
PEERS_UP_TO, DURABLE_UP_TO = 100_000, 10_000
FIRST_LIMIT_MS, BLOCK_LIMIT_MS, GROWTH_LIMIT = 50, 10, 2
AIMS = {"insert": 5, "tick": 15, "last": 20}
NAMES = {
    "insert": "insert",
    "tick": "tick with 100 due",
    "last": "burst, to the last",
    "first": "burst, to the first",
}
PART_TIMEOUT = 3600
Figures = dict[str, float]
Source = Callable[[], AbstractContextManager[str]]


@dataclass(frozen=True, kw_only=True)
class Contender:
    name: str
    module: str
    parts: tuple[str, ...] = ("insert", "measure")
    up_to: int = PEERS_UP_TO


OURS = Contender(name="Pavadonis", module="benchmarks.ours_reminders", up_to=max(SIZES))
BARE = Contender(name="ours, bare", module="benchmarks.ours_bare")
APSCHEDULER = Contender(name="APScheduler", module="benchmarks.peers.apscheduler_reminders")
DURABLE = Contender(
    name="APScheduler, durable",
    module="benchmarks.peers.apscheduler_durable",
    up_to=DURABLE_UP_TO,
)
JOB_QUEUE = Contender(name="JobQueue", module="benchmarks.peers.ptb_reminders", parts=("measure",))


def run(contender: Contender, url: str, pending: int, burst: int) -> Figures:
    """Inserted in one process, measured in a fresh one."""
    found: Figures = {}
    for part in contender.parts:
        command = [sys.executable, "-m", contender.module, part, url, str(pending), str(burst)]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, text=True, check=True, timeout=PART_TIMEOUT
        )
        found |= json.loads(done.stdout.splitlines()[-1])
        if url.startswith("postgresql"):
            analyse(url)
    return found


def analyse(url: str) -> None:
    """As autovacuum does within a minute, which nobody here waits for."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ANALYZE")


@contextmanager
def sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/reminders.sqlite3"


class Durable(Postgres):
    """The tests' server with the durability that the tests do without."""

    def __init__(self) -> None:
        super().__init__()
        for setting in UNSAFE_BUT_FAST:
            self.execute(f"ALTER SYSTEM RESET {setting.split()[0]}")
        self.execute("SELECT pg_reload_conf()")

    @contextmanager
    def empty(self) -> Iterator[str]:
        with self.database("template0") as url:
            yield url


def line(name: str, pending: int, of: Figures) -> str:
    return (
        f"| {name} | {pending:,} | {of['insert']:.2f} | {of['start'] * 1e3:.0f}"
        f" | {of['empty'] * 1e3:.2f} | {of['tick'] * 1e3:.1f} | {of['first'] * 1e3:.0f}"
        f" | {of['last'] * 1e3:,.0f} | {of['blocked'] * 1e3:,.1f} | {of['memory']:.0f}"
        f" | {of['peak']:.0f} | {of['lost']:.0f} |"
    )


HEAD = (
    "| | pending | insert, s | start, ms | empty tick, ms | tick with 100, ms"
    " | first of the burst, ms | last, ms | loop blocked, ms | MB idle | MB at most | lost |\n|"
    + "---|"
    * 12
)


def ratio(name: str, ours: Figures, theirs: Figures) -> str:
    return f"{theirs[name] / ours[name]:.1f}"


def measure(database: str, url: Source, sizes: tuple[int, ...], burst: int) -> None:
    print(f"\n{database}, burst of {burst:,}\n\n{HEAD}", flush=True)
    found: dict[str, dict[int, Figures]] = {}
    for pending in sizes:
        for contender in (OURS, BARE, APSCHEDULER, DURABLE, JOB_QUEUE):
            if pending <= contender.up_to:
                with url() as where:
                    figures = run(contender, where, pending, burst)
                found.setdefault(contender.name, {})[pending] = figures
                print(line(contender.name, pending, figures), flush=True)
    ours, plain = found[OURS.name], found.get(APSCHEDULER.name, {})
    _compare(BARE.name, found[BARE.name], APSCHEDULER.name, plain)
    _compare(OURS.name, ours, DURABLE.name, found.get(DURABLE.name, {}))
    _compare(OURS.name, ours, APSCHEDULER.name, plain)
    _limits(ours)


def _compare(who: str, ours: dict[int, Figures], name: str, theirs: dict[int, Figures]) -> None:
    if not theirs:
        return
    print(f"\n{who} beside {name} (its time by ours):\n")
    print("| | " + " | ".join(f"{pending:,}" for pending in theirs) + " | aim |")
    print("|---|" + "---|" * (len(theirs) + 1))
    for figure, label in NAMES.items():
        if name == DURABLE.name and figure == "insert":
            continue
        times = [ratio(figure, ours[pending], of) for pending, of in theirs.items()]
        aim = AIMS.get(figure, "") if name == APSCHEDULER.name else ""
        print(f"| {label} | {' | '.join(times)} | {aim} |", flush=True)


def _limits(ours: dict[int, Figures]) -> None:
    first = max(of["first"] for of in ours.values()) * 1e3
    blocked = max(of["blocked"] for of in ours.values()) * 1e3
    growth = ours[max(ours)]["tick"] / ours[min(ours)]["tick"]
    print(
        f"\n| Pavadonis | is | aim |\n|---|---|---|\n"
        f"| first of the burst, ms | {first:.0f} | at most {FIRST_LIMIT_MS} |\n"
        f"| loop blocked, ms | {blocked:.1f} | at most {BLOCK_LIMIT_MS} |\n"
        f"| tick with 100 at {max(ours):,} by the one at {min(ours):,} | {growth:.2f}"
        f" | at most {GROWTH_LIMIT} |\n"
        f"| lost | {sum(of['lost'] for of in ours.values()):.0f} | 0 |",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Reminders, beside APScheduler and JobQueue.")
    parser.add_argument("--quick", action="store_true", help="small numbers, a minute")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--up-to", type=int, default=max(SIZES), help="pending, at most")
    options = parser.parse_args()
    sizes, burst = (QUICK_SIZES, QUICK_BURST) if options.quick else (SIZES, BURST)
    sizes = tuple(size for size in sizes if size <= options.up_to)
    if options.only != "postgresql":
        measure("SQLite", sqlite, sizes, burst)
    if options.only != "sqlite":
        server = Durable()
        try:
            measure("PostgreSQL", server.empty, sizes, burst)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
