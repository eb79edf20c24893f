"""A broadcast against Telegram's limits, kept strictly: how near it comes, and what it costs.

The stub refuses (429, `retry_after`) the 31st message in any second and a chat's second one, on
arrival. Midway replies are handed over, and their delay until they are accepted is measured.
Contenders run one after another, since at the real limits each takes 100 s and hardly any CPU.
Run: python -m benchmarks.broadcast [--only NAME] [--scale K]
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.stub_telegram import FIRST_CHAT
from benchmarks.telegram import TOKEN, Stub, running

MESSAGES = 3000
PER_SECOND = 30
REPLIES = 10
SLACK = 3
"""A contender may take so many times as long as the limits demand before it is ended."""
Command = Callable[[str, int, Path], list[str]]
"""From the stub's address, the number of messages and an empty folder to what is to be run."""


@dataclass(frozen=True, kw_only=True)
class Contender:
    """A program that sends one message to each chat from `FIRST_CHAT` on and ends when it is done.

    At each of `reply_times` it hands over a reply and prints the chat and `time.monotonic()` as
    `{"chat": 699999999, "queued": 12.3}`.
    """

    name: str
    command: Command


def reply_times(messages: int) -> dict[int, float]:
    """Chat and seconds from the start, over the middle half, out of step with any even pacing."""
    step = messages / PER_SECOND / 2 / REPLIES
    return {
        FIRST_CHAT - 1 - i: messages / PER_SECOND / 4 + i * step * 1.003 for i in range(REPLIES)
    }


def delays(said: list[dict[str, float]], arrivals: dict[int, list[float]]) -> list[float]:
    """Seconds each reply waited; those that never arrived are missing, and counted as lost."""
    queued = {int(line["chat"]): line["queued"] for line in said if "queued" in line}
    return sorted(arrivals[chat][0] - queued[chat] for chat in queued if chat in arrivals)


def limiter(retries: int) -> Command:
    def command(url: str, messages: int, folder: Path) -> list[str]:
        module = "benchmarks.peers.ptb_broadcast"
        return [sys.executable, "-m", module, TOKEN, url, str(messages), str(retries)]

    return command


def ours(url: str, messages: int, folder: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "benchmarks.ours_broadcast"),
        *(TOKEN, url, str(messages), str(folder)),
    ]


CONTENDERS = (
    Contender(name="Pavadonis", command=ours),
    Contender(name="AIORateLimiter", command=limiter(0)),
    Contender(name="AIORateLimiter, 5 retries", command=limiter(5)),
)


def run(contender: Contender, messages: int) -> tuple[dict[str, Any], list[dict[str, float]]]:
    """What the stub saw, and what the contender said."""
    stub = Stub("--total", str(PER_SECOND), "--stall", "3600")
    with tempfile.TemporaryDirectory() as folder:
        command = contender.command(stub.url, messages, Path(folder))
        with running(command, Path(folder) / "stderr") as sender:
            said, _ = sender.communicate(timeout=30 + SLACK * messages / PER_SECOND)
    stub.process.terminate()
    report: dict[str, Any] = stub.line("report")
    stub.process.wait()
    return report, [json.loads(line) for line in said.splitlines() if line.startswith("{")]


def figures(contender: Contender, messages: int) -> dict[str, float]:
    report, said = run(contender, messages)
    arrivals = {int(chat): at for chat, at in report["arrivals"].items()}
    waited = delays(said, arrivals)
    times = sorted(at for of_chat in arrivals.values() for at in of_chat)
    span = times[-1] - times[0]
    wanted = [*range(FIRST_CHAT, FIRST_CHAT + messages), *reply_times(messages)]
    return {
        "rate": (len(times) - 1) / span,
        "span": span,
        "refused": report["refused"],
        "lost": sum(chat not in arrivals for chat in wanted),
        "doubled": sum(len(at) - 1 for at in arrivals.values()),
        "delay": median(waited) if waited else float("nan"),
        "worst": max(waited, default=float("nan")),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Broadcasts at Telegram's limits.")
    names = [contender.name for contender in CONTENDERS]
    parser.add_argument("--only", action="append", choices=names, help="may be repeated")
    parser.add_argument("--scale", type=float, default=1, help="share of the 3,000 messages")
    options = parser.parse_args()
    messages = int(MESSAGES * options.scale)
    print(f"{messages:,} messages to as many chats, {PER_SECOND} a second allowed\n")
    print("| | messages/s | share | s | refused | lost | doubled | a reply waits, s | at most |")
    print("|---|---|---|---|---|---|---|---|---|")
    for contender in CONTENDERS:
        if contender.name in (options.only or names):
            of = figures(contender, messages)
            print(
                f"| {contender.name} | {of['rate']:.2f} | {of['rate'] / PER_SECOND:.3f}"
                f" | {of['span']:.1f} | {of['refused']} | {of['lost']} | {of['doubled']}"
                f" | {of['delay']:.3f} | {of['worst']:.3f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
