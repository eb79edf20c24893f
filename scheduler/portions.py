"""How much goes into one unit of work, so that whoever waits for the writer does not wait long."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(kw_only=True)
class Portion:
    """As many at once as take about `seconds`, by what the last ones took, from `least` to `most`.

    Units of work wait for one another on SQLite: a machine that is slow, or busy with other things,
    gets smaller ones, so that an answer never stands behind much.
    """

    seconds: float
    size: int
    least: int
    most: int

    def cut(self, items: list[T]) -> Iterator[list[T]]:
        """The items, each time as many as are right by then."""
        place = 0
        while some := items[place : place + self.size]:
            place += len(some)
            yield some

    @contextmanager
    def timed(self, count: int) -> Iterator[None]:
        """Measures the work on so many; it grows fourfold at most, and shrinks at once."""
        before = time.perf_counter()
        yield
        took = time.perf_counter() - before
        if count:
            fits = int(count * self.seconds / max(took, 1e-6))
            self.size = max(self.least, min(fits, 4 * self.size, self.most))
