"""A time of day out of what a person typed; None whenever a guess would be needed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from dialogs.human_words import LONGEST_ANSWER, NUMBERS, fold, spell_digits

Match = re.Match[str]

LAST_AFTERNOON_HOUR = 6
"""Spoken hours from one to six mean the afternoon: nobody meets a mentor at 4.30 in the night."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An hour and minute as said; `exact` when written as a clock shows it, so 4:30 is early."""

    hour: int
    minute: int = 0
    exact: bool = False


Rule = tuple[re.Pattern[str], Callable[[Match], Reading]]


def parse_time(text: str) -> time | None:
    """The one time meant. Digits with minutes are taken literally ("4:30" is early); bare and
    spoken hours from 1 to 6 mean the afternoon, unless the morning or "am" is named."""
    if len(text) > LONGEST_ANSWER:
        return None
    folded = spell_digits(HALF_WORD.sub(r"pus \1", fold(text)))
    part = _part_of_day(folded)
    for rules in (SPOKEN, MARKED, BARE):
        if found := {_on_the_clock(reading, part) for reading in _read(rules, folded)}:
            return next(iter(found)) if len(found) == 1 else None
    return None


def _read(rules: tuple[Rule, ...], text: str) -> list[Reading]:
    found: list[Reading] = []
    for pattern, reader in rules:
        found += [reader(match) for match in pattern.finditer(text)]
        text = pattern.sub(" ", text)
    return found


def _part_of_day(folded: str) -> str | None:
    named = {match.lastgroup for match in PART_OF_DAY.finditer(folded)}
    return named.pop() if len(named) == 1 else None


def _on_the_clock(reading: Reading, part: str | None) -> time | None:
    hour = _hour(reading, part)
    return time(hour, reading.minute) if hour < 24 and reading.minute < 60 else None


def _hour(reading: Reading, part: str | None) -> int:
    if part == "early":
        return 0 if reading.hour == 12 else reading.hour
    late = part == "late" and 1 <= reading.hour < 12
    unsaid = part is None and not reading.exact and 1 <= reading.hour <= LAST_AFTERNOON_HOUR
    return reading.hour + 12 if late or unsaid else reading.hour


def _before(match: Match, minutes: int) -> Reading:
    hour = int(match["hour"])
    return Reading(hour=(hour - 1 if hour else 23) or 12, minute=60 - minutes)


def _past(match: Match, minutes: int) -> Reading:
    return Reading(hour=int(match["hour"]), minute=minutes)


def _clock(match: Match) -> Reading:
    return Reading(hour=int(match["hour"]), minute=int(match["minute"]), exact=True)


def _rule(pattern: str, reader: Callable[[Match], Reading]) -> Rule:
    return re.compile(pattern, re.ASCII), reader


HALF_WORD = re.compile(rf"\bpus\s?({'|'.join(NUMBERS)})\b")

PART_OF_DAY = re.compile(
    r"(?P<early>\d\s?a\.?m\b|\brita\b|\bsorit\b|\bmorning\b|\bnakti\b)"
    r"|(?P<late>\d\s?p\.?m\b|\b(?:so)?vakar[aou]?\b|\bpecpusdien[a-z]*|\b(?:evening|afternoon|tonight)\b)"
)

_HOUR = r"(?P<hour>\d{1,2})\b"

SPOKEN: tuple[Rule, ...] = (
    _rule(rf"\bpus\s{_HOUR}", lambda m: _before(m, 30)),
    _rule(rf"\bhalf\s+(?:past\s+)?{_HOUR}", lambda m: _past(m, 30)),
    _rule(rf"\bquarter\s+past\s+{_HOUR}", lambda m: _past(m, 15)),
    _rule(rf"\b(?:quarter\s+to|bez\s+ceturksna)\s+{_HOUR}", lambda m: _before(m, 15)),
    _rule(
        rf"\bbez\s+(?P<minutes>[1-9]|[1-5]\d)(?:\s+minutem)?\s+{_HOUR}",
        lambda m: _before(m, int(m["minutes"])),
    ),
    _rule(r"\b(?:pusdienlaik[a-z]*|noon|midday)\b", lambda _: Reading(hour=12, exact=True)),
    _rule(r"\b(?:pusnakt[a-z]*|midnight)\b", lambda _: Reading(hour=0, exact=True)),
)

MARKED: tuple[Rule, ...] = (
    _rule(
        r"(?<![\d.,:])(?P<hour>\d{1,2})[.:](?P<minute>\d\d)(?!\d|[.:]\d|\.\s*\d)",
        _clock,
    ),
    _rule(
        r"\b(?:plkst|pulksten|plk|at|ap)\.?\s*(?P<hour>\d{1,2})(?!\d|[.:/]\d)",
        lambda m: _past(m, 0),
    ),
    _rule(r"(?<![\d.,:/])(?P<hour>\d{1,2})\s?(?:[ap]\.?m\b|o.?clock\b)", lambda m: _past(m, 0)),
)

BARE: tuple[Rule, ...] = (
    _rule(
        r"^(?:[a-z]+\s+){0,2}(?P<hour>\d{1,2})[.!]?"
        r"(?:\s+(?:no\s+|in\s+the\s+)?(?:rita|vakara|nakti|pecpusdiena|morning|evening|afternoon))?"
        r"(?:,?\s+(?:ludzu|please|der))?[.!]?$",
        lambda m: _past(m, 0),
    ),
)
