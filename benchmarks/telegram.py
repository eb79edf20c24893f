"""Updates a second and latency on one core, beside the frameworks' own echo bots.

Each contender is a program of its own on the first core, the stub of the Bot API on the last. Two
loads per round: everything at once (updates a second) and written at a fixed `--rate` (latency).
Contenders take turns, so that other work on the machine meets them all; the median of the rounds
counts. "CPU µs" is what one update cost the bot's process, all threads: it suffers least from other
work.
Run: python -m benchmarks.telegram [--only NAME] [--rounds N] [--updates N] [--rate N]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import ours_telegram

TOKEN = "42:" + "A" * 35
CHATS = 200
WINDOW = 200
WARM = 1000
RATE = 1000
"""Updates a second at which latency is measured. With so many always unanswered instead, a bot that
asks for updates less often looks quicker."""

STOP_SECONDS = 10
Command = Callable[[str, Path], list[str]]
"""From the stub's address and an empty folder to what is to be run."""


@dataclass(frozen=True, kw_only=True)
class Contender:
    name: str
    command: Command


def peer(module: str) -> Command:
    def command(url: str, folder: Path) -> list[str]:
        return [sys.executable, "-m", f"benchmarks.peers.{module}", TOKEN, url, str(folder)]

    return command


STOCK = Contender(name="aiogram echo", command=peer("aiogram_echo"))
PTB = Contender(name="python-telegram-bot echo", command=peer("ptb_echo"))
ORM = Contender(name="aiogram + async ORM", command=peer("aiogram_orm"))
OURS = "Pavadonis"
OUR = Contender(name=OURS, command=ours_telegram.command)
CONTENDERS = (OUR, STOCK, PTB, ORM)
AIMS = {STOCK.name: 1.2, PTB.name: 2.5, ORM.name: 7.0}
"""How many times as many updates a second ours is to answer."""
AIM_P99 = 0.5
"""Ours as a share of aiogram's echo."""


class Stub:
    """The Bot API in a process of its own; its lines are what it has to say."""

    def __init__(self, *options: str) -> None:
        command = [sys.executable, "-m", "benchmarks.stub_telegram", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        os.sched_setaffinity(self.process.pid, {max(os.sched_getaffinity(0))})
        self.url = f"http://127.0.0.1:{self.line('port')}"

    def line(self, kind: str) -> Any:
        """The next line, which must be of this kind; a report in its place means a bot too slow."""
        assert self.process.stdout
        said = json.loads(self.process.stdout.readline())
        if kind not in said:
            raise SystemExit(f"the stub said {said} instead of its {kind}")
        return said[kind]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


@contextmanager
def running(command: list[str], errors: Path) -> Iterator[subprocess.Popen[str]]:
    """A program on the first core, ended at the end; what it complains of goes to a file."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONWARNINGS"}
    with errors.open("w") as complaints:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=complaints, text=True, env=environment
        )
        os.sched_setaffinity(process.pid, {min(os.sched_getaffinity(0))})
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.communicate(timeout=STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()


def cpu_seconds(pid: int) -> float:
    """User and system time of a process with all its threads, in ticks of 10 ms."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(contender: Contender, *options: str) -> dict[str, Any]:
    """One load on one contender, as the stub reports it, with the bot's CPU."""
    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder) / "stderr"
        said = Path(folder) / "texts.json"
        said.write_text(json.dumps(ours_telegram.TEXTS))
        stub = Stub("--chats", str(CHATS), "--warm", str(WARM), "--texts", str(said), *options)
        try:
            with running(contender.command(stub.url, Path(folder)), errors) as bot:
                stub.line("warm")
                before = cpu_seconds(bot.pid)
                report: dict[str, Any] = stub.line("report")
                cpu = cpu_seconds(bot.pid) - before
        except BaseException:
            print(errors.read_text()[-2000:] if errors.exists() else "", file=sys.stderr)
            raise
        finally:
            stub.stop()
    counted = max(report["replies"] - WARM, 1)
    return {**report, "cpu_us": cpu / counted * 1e6}


def rounds(chosen: list[Contender], options: argparse.Namespace) -> dict[str, dict[str, float]]:
    """Medians per contender; every round meets every contender with both loads."""
    load = ("--updates", str(options.updates + WARM))
    bounded = ("--rate", str(options.rate)) if options.rate else ("--window", str(WINDOW))
    taken: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for _ in range(options.rounds):
        for contender in chosen:
            flood = measured(contender, *load)
            spaced = measured(contender, *load, *bounded)
            figures = taken[contender.name]
            for name in ("per_second", "cpu_us"):
                figures[name].append(flood[name])
            for name in ("p50_ms", "p99_ms"):
                figures[name].append(spaced[name])
            for name in ("missing", "duplicates"):
                figures[name].append(flood[name] + spaced[name])
    worst = ("missing", "duplicates")
    return {
        who: {name: max(all_) if name in worst else median(all_) for name, all_ in figures.items()}
        for who, figures in taken.items()
    }


def table(found: dict[str, dict[str, float]], options: argparse.Namespace) -> None:
    stock = found.get(STOCK.name)
    load = f"{options.rate:g} a second" if options.rate else f"{WINDOW} in flight"
    print(f"{options.updates:,} updates from {CHATS} chats, medians of {options.rounds} rounds\n")
    print(f"| | updates/s | of aiogram's | CPU µs | p50 ms, {load} | p99 ms | lost | doubled |")
    print("|---|---|---|---|---|---|---|---|")
    for who, of in found.items():
        ratio = f"{of['per_second'] / stock['per_second']:.2f}" if stock else ""
        print(
            f"| {who} | {of['per_second']:,.0f} | {ratio} | {of['cpu_us']:,.0f}"
            f" | {of['p50_ms']:.0f} | {of['p99_ms']:.0f}"
            f" | {of['missing']:.0f} | {of['duplicates']:.0f} |"
        )


def aims(found: dict[str, dict[str, float]]) -> None:
    """Ours beside each aim, for the peers of this run; nothing when ours did not run."""
    ours = found.get(OURS)
    if not ours:
        return
    print("\n| Pavadonis | is | aim |\n|---|---|---|")
    for who, aim in AIMS.items():
        if who in found:
            times = ours["per_second"] / found[who]["per_second"]
            print(f"| updates/s, times {who} | {times:.2f} | at least {aim} |")
    if STOCK.name in found:
        share = ours["p99_ms"] / found[STOCK.name]["p99_ms"]
        print(f"| p99 as a share of {STOCK.name} | {share:.2f} | at most {AIM_P99} |")


def main() -> None:
    parser = argparse.ArgumentParser(description="Whole bots on one core against a stub.")
    names = [contender.name for contender in CONTENDERS]
    parser.add_argument("--only", action="append", choices=names, help="may be repeated")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--updates", type=int, default=4000, help="per load, without the warm-up")
    parser.add_argument(
        "--rate", type=float, default=RATE, help="latency at so many a second; 0: 200 unanswered"
    )
    options = parser.parse_args()
    chosen = [one for one in CONTENDERS if one.name in (options.only or names)]
    found = rounds(chosen, options)
    table(found, options)
    aims(found)


if __name__ == "__main__":
    main()
