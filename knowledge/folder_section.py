"""Reads one mapping of a hand-edited file, key by key, and keeps every fault instead of the first.

A getter that finds a fault notes it and returns something harmless, so that reading goes on; what
was read counts only if the sheet has no faults at the end. A section that is absent altogether is
noted once and then stays silent, since one missing key must not look like ten.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any

from dialogs.source import Fault, LocatedDict, LocatedList, line_of

WALL_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
YES = frozenset({"yes", "true", "jā", "ja"})
NO = frozenset({"no", "false", "nē", "ne"})


@dataclass(kw_only=True)
class Sheet:
    """One file and what is wrong with it."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def blame(self, line: int, what: str, cure: str) -> None:
        self.faults.append(Fault(file=self.file, line=line, what=what, cure=cure))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence with the nearest known word, or with all of them when none is near."""
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1)
    if near:
        return f"Did you mean '{near[0]}'?"
    return f"Known here: {', '.join(choices) or 'nothing yet'}."


class Section:
    """One mapping; `data` is None where it is absent, `place` names it in faults."""

    def __init__(self, sheet: Sheet, data: LocatedDict | None, place: str = "") -> None:
        self.sheet = sheet
        self.data = data
        self.place = place
        self._asked: list[str] = []
        self.fault_count = 0

    @property
    def absent(self) -> bool:
        return self.data is None

    @property
    def sound(self) -> bool:
        """Whether all that was read so far is what the file says, fit for further checks."""
        return self.data is not None and self.fault_count == 0

    def line(self, key: object = None) -> int:
        return line_of(self.data, key)

    def blame(self, key: object, what: str, cure: str) -> None:
        self._blame_line(self.line(key), what, cure)

    def _blame_line(self, line: int, what: str, cure: str) -> None:
        self.fault_count += 1
        self.sheet.blame(line, what, cure)

    def has(self, key: str) -> bool:
        self._asked.append(key)
        return self.data is not None and self.data.get(key) is not None

    def named(self, key: str) -> str:
        return f"'{self.place}.{key}'" if self.place else f"'{key}'"

    def take(self, key: str, example: str) -> Any:
        """The raw value, or None with a fault where it is missing."""
        if self.has(key) and self.data is not None:
            return self.data[key]
        if self.data is not None:
            self.blame(key, f"{self.named(key)} is missing", f'Add it, for example "{example}".')
        return None

    def word(self, key: str, example: str = "text") -> str:
        value = self.take(key, f"{key}: {example}")
        if value is None or (isinstance(value, str) and value.strip()):
            return (value or "").strip()
        self.blame(key, f"{self.named(key)} is not a text", f'Write {key}: "{example}".')
        return ""

    def choice(self, key: str, options: Sequence[str]) -> str:
        value = self.word(key, options[0])
        if not value or value in options:
            return value or options[0]
        self.blame(key, f"{self.named(key)} can't be '{value}'", did_you_mean(value, options))
        return options[0]

    def yes_no(self, key: str) -> bool:
        value = self.take(key, f"{key}: yes")
        said = str(value).casefold()
        if value is not None and said not in YES | NO:
            self.blame(key, f"{self.named(key)} is '{value}'", f"Write {key}: yes, or {key}: no.")
        return said in YES

    def number(self, key: str, low: int, high: int, default: int | None = None) -> int:
        if default is not None and not self.has(key):
            return default
        value = self.take(key, f"{key}: {low}")
        return low if value is None else self._whole(key, self.line(key), value, low, high)

    def numbers(self, key: str, low: int, high: int) -> tuple[int, ...]:
        """Different whole numbers in a list, which may be empty."""
        items = self._items(key, f"{key}: [{low}]")
        faults = self.fault_count
        found = [self._whole(key, line, item, low, high) for line, item in items]
        if len(set(found)) < len(found) and self.fault_count == faults:
            self.blame(key, f"{self.named(key)} names a number twice", "Keep one of the two.")
        return tuple(found)

    def _whole(self, key: str, line: int, value: object, low: int, high: int) -> int:
        if type(value) is int and low <= value <= high:
            return value
        what = f"{self.named(key)} is {value!r}, not a whole number from {low} to {high}"
        self._blame_line(line, what, "Write such a number, without quotation marks.")
        return low

    def words(self, key: str, example: str = "text") -> tuple[str, ...]:
        found = []
        for line, item in self._items(key, f"{key}: [{example}]"):
            if isinstance(item, str) and item.strip():
                found.append(item.strip())
            else:
                what = f"{self.named(key)} has an entry that is not a text: {item!r}"
                self._blame_line(line, what, "Put it into quotation marks, or delete it.")
        return tuple(found)

    def day(self, key: str) -> date:
        value = self.take(key, f"{key}: 2026-09-01")
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            what = f"{self.named(key)} is no date: {value}"
            self.blame(key, what, "Write year-month-day, for example 2026-09-01.")
        return date.min

    def wall(self, key: str) -> time:
        value = self.take(key, f"{key}: 16:00")
        if isinstance(value, str) and (match := WALL_TIME.fullmatch(value.strip())):
            return time(int(match[1]), int(match[2]))
        if value is not None:
            what = f"{self.named(key)} is no time of day: {value}"
            self.blame(key, what, "Write hours:minutes, for example 16:00.")
        return time.min

    def texts(self, key: str, languages: Sequence[str]) -> Mapping[str, str]:
        """One text in each of the languages, and in no other."""
        inner = self.section(key, "{" + ", ".join(f"{name}: ..." for name in languages) + "}")
        found = {name: inner.word(name) for name in languages}
        inner.close()
        self.fault_count += inner.fault_count
        return found

    def section(self, key: str, example: str = "...") -> "Section":
        value = self.take(key, f"{key}: {example}")
        if value is not None and not isinstance(value, LocatedDict):
            what = f"{self.named(key)} is a single value, not names with values"
            self.blame(key, what, f'Write it as "{key}: {example}".')
            value = None
        return Section(self.sheet, value, self.named(key).strip("'"))

    def sections(self, key: str) -> Iterator["Section"]:
        """The mappings of a list, each named by its number, which people count from 1."""
        place = f"{self.named(key)} no. ".replace("'", "")
        for number, (line, item) in enumerate(self._items(key, f"{key}: []"), start=1):
            if isinstance(item, LocatedDict):
                yield Section(self.sheet, item, f"{place}{number}")
            else:
                what = f"{self.named(key)} has an entry without names: {item!r}"
                self._blame_line(line, what, "Look at how the other entries are written.")

    def _items(self, key: str, example: str) -> Sequence[tuple[int, Any]]:
        value = self.take(key, example)
        if isinstance(value, LocatedList):
            return list(zip(value.lines, value, strict=True))
        if value is not None:
            self.blame(key, f"{self.named(key)} is not a list", f'Write it as "{example}".')
        return ()

    def close(self) -> None:
        """Notes every key nobody asked for: most are misspelt, and would be ignored silently."""
        for key in self.data or ():
            if key not in self._asked:
                place = f" in '{self.place}'" if self.place else ""
                self.blame(key, f"unknown key '{key}'{place}", did_you_mean(str(key), self._asked))
