"""From what was typed to the value a step keeps, or to the sentence that says what to do instead.

Values are JSON: days as "2026-03-05", times as "15:30". Nothing is guessed at: what has two
meanings is asked again.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dialogs.human import (
    format_date,
    format_time,
    parse_date,
    parse_number,
    parse_rating,
    parse_time,
    parse_yes_no,
)
from dialogs.human_words import fold
from dialogs.kinds import OWN_MAX, TEXT_MAX, Date, Number, Scale, Simple, Text, Time, Words, YesNo
from dialogs.texts import engine_text

_BETWEEN_WORDS = re.compile(r"[\n;,/]+|\s(?:un|and)\s", re.IGNORECASE)
_UNSTORABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Understood:
    """The value to keep, and, where it was interpreted, how we say what we understood.

    `said` is the engine's text that `shown` stands in. `notice` is said while the question stays.
    """

    value: Any
    shown: str | None = None
    said: str = "noted"
    notice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """What to do instead, in one or two kind sentences."""

    notice: str


Reading = Understood | Refused


def refused(key: str, language: str, **values: object) -> Refused:
    """A refusal in the engine's words."""
    return Refused(notice=engine_text(key, language, **values))


def cleaned(text: str) -> str:
    """Without what no database takes: control characters and halves of characters."""
    if text.isprintable():
        return text.strip()
    return _UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def unusable(text: str, language: str) -> Refused | None:
    """The refusal of a text that suits no question: empty or too long."""
    if not text:
        return refused("empty", language)
    if len(text) > TEXT_MAX:
        return refused("too_long", language, length=len(text), limit=TEXT_MAX)
    return None


def read(kind: Simple, text: str, language: str, today: date) -> Reading:
    """Reads a typed answer of any kind but those with options and lists."""
    return _READERS[type(kind)](kind, text, language, today)


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit; an emoji alone answers no open question."""
    return any(char.isalnum() for char in text)


def read_text(kind: Text, text: str, language: str, today: date | None = None) -> Reading:
    """Own words within the step's limits."""
    if not has_words(text):
        return refused("no_words", language)
    if len(text) < kind.min:
        return refused("too_short", language, length=len(text), limit=kind.min)
    if len(text) > kind.max:
        return refused("too_long", language, length=len(text), limit=kind.max)
    return Understood(value=text)


def read_words(
    kind: Words, text: str, language: str, _today: date | None = None
) -> Understood | Refused:
    """What stands between commas, "and" and lines; the same word twice is one."""
    pieces = [piece.strip(" .") for piece in _BETWEEN_WORDS.split(text)]
    once = {fold(piece): " ".join(piece.split()) for piece in pieces if has_words(piece)}
    words = list(once.values())
    long = next((word for word in words if len(word) > kind.each), None)
    if not words:
        return refused("no_words", language)
    if long is not None:
        return refused("long_word", language, item=_beginning(long))
    if len(words) > kind.max:
        return refused("too_many_words", language, max=kind.max, count=len(words))
    return Understood(value=words, shown=", ".join(words) if len(words) > 1 else None)


def _beginning(text: str) -> str:
    return text if len(text) <= OWN_MAX else f"{text[:OWN_MAX].rstrip()}…"


def _read_yes_no(_kind: YesNo, text: str, language: str, _today: date) -> Reading:
    said = parse_yes_no(text)
    return refused("not_yes_no", language) if said is None else Understood(value=said)


def _read_scale(kind: Scale, text: str, language: str, _today: date) -> Reading:
    number, most = parse_rating(text)
    if most is not None and most != kind.high:
        of = shown_number(most, language)
        return refused("other_scale", language, low=kind.low, high=kind.high, of=of)
    return _fitting(Number(min=kind.low, max=kind.high, whole=True), number, language)


def _read_number(kind: Number, text: str, language: str, _today: date) -> Reading:
    return _fitting(kind, parse_number(text), language)


def _fitting(kind: Number, number: float | None, language: str) -> Reading:
    if number is None:
        return refused("not_number", language, example=_example(kind))
    if kind.whole and not number.is_integer():
        return refused("not_whole", language, example=_example(kind))
    if not (kind.min is None or number >= kind.min) or not (kind.max is None or number <= kind.max):
        return _out_of_range(kind, language)
    return Understood(value=int(number) if number.is_integer() else number)


def _out_of_range(kind: Number, language: str) -> Refused:
    low, high = shown_number(kind.min, language), shown_number(kind.max, language)
    key = "at_most" if kind.min is None else "at_least" if kind.max is None else "range"
    return refused(key, language, low=low, high=high)


def shown_number(number: float | None, language: str) -> str:
    """A number as people write it: no needless zero, a comma in Latvian."""
    if number is None:
        return ""
    text = str(int(number)) if float(number).is_integer() else str(number)
    return text.replace(".", ",") if language == "lv" else text


def _example(kind: Number) -> str:
    low = 1 if kind.min is None else int(kind.min)
    high = low + 6 if kind.max is None else int(kind.max)
    return str((low + high + 1) // 2)


def _read_date(kind: Date, text: str, language: str, today: date) -> Reading:
    day = parse_date(text, today)
    if day is None:
        example = format_date(today + timedelta(days=7), language, today)
        return refused("not_date", language, example=example)
    shown = format_date(day, language, today)
    if kind.direction == "future" and day < today:
        return refused("not_future", language, date=shown)
    if kind.direction == "past" and day > today:
        return refused("not_past", language, date=shown)
    return Understood(value=day.isoformat(), shown=shown)


def _read_time(_kind: Time, text: str, language: str, _today: date) -> Reading:
    at = parse_time(text)
    if at is None:
        return refused("not_time", language)
    return Understood(value=f"{at:%H:%M}", shown=format_time(at, language))


_READERS: Mapping[type, Callable[[Any, str, str, date], Reading]] = {
    Text: read_text,
    Words: read_words,
    YesNo: _read_yes_no,
    Scale: _read_scale,
    Number: _read_number,
    Date: _read_date,
    Time: _read_time,
}
