"""Likeness by runs of letters: it sees through compounds, prefixes and endings no stemmer knows.

Each entry's runs are one big integer, a bit for each, so that comparing is `&` and `bit_count()`: a
microsecond, and 4 kB an entry where a dictionary of weights takes many times that.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, log, sqrt
from typing import Final

SHORTEST_RUN: Final = 2
LONGEST_RUN: Final = 5

LEVELS: Final = 4
"""Rarity is rounded to so many steps, since a bit can't carry a weight: one `&` a step."""

BITS: Final = 2**15
"""22 entries have some 7,000 different runs; a programme with more than this many shares bits."""

_WORDS_REMEMBERED: Final = 4096


@lru_cache(maxsize=_WORDS_REMEMBERED)
def runs(word: str) -> frozenset[str]:
    """All runs of 2 to 5 letters of one word, its two ends marked by a blank."""
    marked = f" {word} "
    return frozenset(
        marked[start : start + length]
        for length in range(SHORTEST_RUN, LONGEST_RUN + 1)
        for start in range(len(marked) - length + 1)
    )


def runs_of(words: Iterable[str]) -> set[str]:
    return set().union(*map(runs, words))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question's runs, one mask for each level of rarity; `length` is its norm."""

    masks: Mapping[int, int]
    length: float


class Letters:
    """The runs of letters of a sequence of entries."""

    def __init__(self, entries: Sequence[Iterable[str]]) -> None:
        found = [runs_of(words) for words in entries]
        counted: Counter[str] = Counter()
        for each in found:
            counted.update(each)
        levels = {count: _level(count, len(found)) for count in set(counted.values())}
        self._bit = {run: number % BITS for number, run in enumerate(sorted(counted))}
        self._level = {run: levels[count] for run, count in counted.items()}
        self._entries = [self._mask(each) for each in found]
        self._lengths = [self._length(each) for each in found]

    def asked(self, words: Iterable[str]) -> Asked:
        known = [run for run in runs_of(words) if run in self._bit]
        levels = {self._level[run] for run in known}
        masks = {
            level: self._mask(run for run in known if self._level[run] == level)
            for level in sorted(levels)
        }
        return Asked(masks=masks, length=self._length(known))

    def likeness(self, asked: Asked, entry: int) -> float:
        """Cosine between a question and the entry with this number: 0..1."""
        own = self._entries[entry]
        shared = sum(level**2 * (mask & own).bit_count() for level, mask in asked.masks.items())
        length = asked.length * self._lengths[entry]
        return min(1.0, shared / length) if length else 0.0

    def _mask(self, found: Iterable[str]) -> int:
        bits = bytearray(BITS // 8)
        for run in found:
            bit = self._bit[run]
            bits[bit >> 3] |= 1 << (bit & 7)
        return int.from_bytes(bits, "little")

    def _length(self, found: Iterable[str]) -> float:
        return sqrt(sum([self._level[run] ** 2 for run in found]))


def _level(count: int, entries: int) -> int:
    return max(1, ceil(LEVELS * log((entries + 1) / count) / log(entries + 1)))
