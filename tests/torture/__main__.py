"""`python -m tests.torture`: every crash, many times over, and a table of what became of it all."""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import cycle, islice

from tests.torture.cases import BOTH, CASES, Case
from tests.torture.ground import Ground
from tests.torture.oracle import Count

RUNS = 240
AT_ONCE = 8
"""A run mostly waits: nobody gets more than one message a second."""

NUMBERS = (
    *("runs", "kills", "inputs", "inputs_lost", "replies", "replies_lost"),
    *("repeated", "unrepeated", "duplicates"),
)
HEADINGS = (
    *("runs", "kills", "inputs", "lost", "replies", "lost"),
    *("uncertain, repeated", "uncertain, not repeated", "other duplicates"),
)


@dataclass(frozen=True, kw_only=True)
class Run:
    case: Case
    kind: str
    seed: int


def planned(runs: int, kinds: Sequence[str], seed: int) -> list[Run]:
    """So many runs, spread evenly over cases and databases; what waits long comes first."""
    pairs = [(case, kind) for case in CASES for kind in kinds if kind in case.databases]
    once = [pair for pair in pairs if pair[0].long]
    often = [pair for pair in pairs if not pair[0].long]
    chosen = [*once, *islice(cycle(often), max(0, runs - len(once)))]
    return [Run(case=case, kind=kind, seed=seed + n) for n, (case, kind) in enumerate(chosen)]


def played(runs: Sequence[Run], ground: Ground, at_once: int) -> Iterator[tuple[Run, Count]]:
    """Each run with its count, as they end; what went wrong in the harness is counted too."""
    with ThreadPoolExecutor(at_once) as pool:
        futures = {pool.submit(_played, run, ground): run for run in runs}
        for future in as_completed(futures):
            yield futures[future], future.result()


def _played(run: Run, ground: Ground) -> Count:
    try:
        return run.case.play(ground, run.kind, random.Random(run.seed))
    except Exception as error:
        return Count(runs=1, wrong=[f"{type(error).__name__}: {error}"])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--database", choices=(*BOTH, "both"), default="both")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same kills")
    parser.add_argument("--only", default="", help="cases whose name holds this")
    given = parser.parse_args()
    kinds = BOTH if given.database == "both" else (given.database,)
    runs = [run for run in planned(given.runs, kinds, given.seed) if given.only in run.case.name]
    ground, counts, began = Ground(), dict[tuple[str, str], Count](), time.monotonic()
    try:
        for run, count in played(runs, ground, AT_ONCE):
            counts.setdefault((run.case.name, run.kind), Count()).add(count)
            for each in count.wrong:
                print(f"{run.case.name}, {run.kind}, seed {run.seed}: {each}", file=sys.stderr)
    finally:
        ground.close()
    print(table(counts), f"{time.monotonic() - began:.0f} s", sep="\n")
    return 0 if runs and all(count.good for count in counts.values()) else 1


def table(counts: dict[tuple[str, str], Count]) -> str:
    """As Markdown, a line for each case and database and one for all."""
    total = Count()
    lines = ["| point | database | " + " | ".join(HEADINGS) + " |"]
    lines.append("|---|---|" + "---:|" * len(HEADINGS))
    for case in CASES:
        for kind in BOTH:
            if (count := counts.get((case.name, kind))) is not None:
                lines.append(_line(case.name, kind, count))
                total.add(count)
    return "\n".join([*lines, _line("all", "", total)])


def _line(name: str, kind: str, count: Count) -> str:
    numbers = [str(getattr(count, each)) for each in NUMBERS]
    return f"| {name} | {kind} | " + " | ".join(numbers) + " |"


if __name__ == "__main__":
    sys.exit(main())
