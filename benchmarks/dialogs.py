"""The dialogs: one `advance` in µs, the Wheel of Life as PNG in ms, the library in s, all of CPU.

Each figure stands beside its limit as a ratio. The walks are the full Latvian transcripts, a tapped
button being typed wherever its words do the same, since reading words costs more than a tap. The
words read before are forgotten at each `advance`, as people say new ones.
Run: python -m benchmarks.dialogs [--repeats N] [--only ID]
"""

import argparse
import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median, quantiles
from typing import Any

from dialogs.definition import Definition
from dialogs.engine import Answer, Turn, advance, start
from dialogs.human_words import fold, symbol
from dialogs.load import _library, load_library
from dialogs.pictures import draw
from dialogs.pictures.png import to_png
from dialogs.session import Session
from tests.content.dialogs_page import TEN_AREAS, TEN_BEFORE
from tests.dialogs.transcript import FOLDER, Transcript, _answer

ADVANCE_LIMIT_MICROSECONDS = 50
WHEEL_LIMIT_MILLISECONDS = 40
LIBRARY_LIMIT_SECONDS = 0.5
WHEELS = 30
LOADS = 5


@dataclass(frozen=True, kw_only=True)
class Step:
    """One `advance` of a walk, to be taken as often as one likes."""

    definition: Definition
    session: Session
    answer: Answer
    today: date

    def __call__(self) -> Turn:
        return advance(self.definition, self.session, self.answer, self.today)


def seconds(act: Callable[[], Any]) -> float:
    """CPU of all threads, so that other work on the machine doesn't count."""
    before = time.process_time_ns()
    act()
    return (time.process_time_ns() - before) / 1e9


def steps_of(name: str) -> Iterator[Step]:
    """The steps of the full Latvian conversation."""
    transcript = Transcript(FOLDER / f"{name}_lv.txt")
    values = {name: transcript.head[name] for name in transcript.definition.values}
    turn = start(transcript.definition, "lv", transcript.today, values)
    for given in transcript.inputs:
        if given.startswith("#"):
            continue
        step = Step(
            definition=transcript.definition,
            session=turn.session,
            answer=_answer(given, turn),
            today=transcript.today,
        )
        turn = step()
        yield _typed(step, given, turn)


def _typed(step: Step, given: str, turn: Turn) -> Step:
    """The button's words instead of the button, if they lead to the same place."""
    if not given.startswith("["):
        return step
    words = Answer(text=given[1:-1].removeprefix("✓ "))
    said = Step(definition=step.definition, session=step.session, answer=words, today=step.today)
    return said if said().session == turn.session else step


def microseconds(steps: list[Step], repeats: int) -> Iterator[float]:
    """Every single `advance`, with words never read before."""
    for _ in range(repeats):
        for step in steps:
            symbol.cache_clear()
            fold.cache_clear()
            yield seconds(step) * 1e6


def report_advance(names: list[str], repeats: int) -> None:
    print(f"\nOne advance, limit {ADVANCE_LIMIT_MICROSECONDS} µs, each {repeats} times\n")
    print("| dialog | median µs | of the limit | p95 µs | of the limit |\n|---|---|---|---|---|")
    for name in names:
        steps = list(steps_of(name))
        times = list(microseconds(steps, repeats))
        found = (median(times), quantiles(times, n=20)[-1])
        shown = (f"{one:.0f} | {one / ADVANCE_LIMIT_MICROSECONDS:.2f}" for one in found)
        print(f"| {name} | {' | '.join(shown)} |")


def wheel_png() -> bytes:
    """From the answers to the picture, ten areas with an earlier wheel over them."""
    return to_png(draw("wheel", TEN_AREAS, "lv", TEN_BEFORE).svg)


def report_rest(first_load: float) -> None:
    """The library and the wheel, first and warm."""
    loads = [seconds(_library.__wrapped__) for _ in range(LOADS)]
    first_wheel = seconds(wheel_png) * 1e3
    wheels = [seconds(wheel_png) * 1e3 for _ in range(WHEELS)]
    print("| | first | of the limit | warm, median | of the limit |\n|---|---|---|---|---|")
    _row("the whole library read and checked, s", first_load, loads, LIBRARY_LIMIT_SECONDS)
    _row("the wheel as PNG, ms", first_wheel, wheels, WHEEL_LIMIT_MILLISECONDS)


def _row(what: str, first: float, warm: list[float], limit: float) -> None:
    usual = median(warm)
    digits = 0 if limit > 1 else 2
    shown = (f"{one:.{digits}f} | {one / limit:.2f}" for one in (first, usual))
    print(f"| {what} (limit {limit:g}) | {' | '.join(shown)} |")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--repeats", type=int, default=200)
    options.add_argument("--only", help="one dialog's id")
    chosen = options.parse_args()
    first_load = seconds(load_library)
    gc.freeze()
    report_rest(first_load)
    report_advance([chosen.only] if chosen.only else sorted(load_library()), chosen.repeats)


if __name__ == "__main__":
    main()
