"""Looking for a result: by tool, by time, by a word in it; as people write it, in any shape."""

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.definition import Definition
from knowledge.folding import fold, stem, tokens

LANGUAGES = ("lv", "en")
SHORTEST_BEGINNING = 4
"""So many letters of a word are enough to mean it."""

DAYS_MAX, MONTHS_MAX, YEAR_DIGITS = 31, 12, 4
SILENT = frozenset(
    [
        *("mani", "mans", "manu", "manus", "par", "un", "gada", "gads", "visi", "visus", "ar"),
        *("my", "the", "a", "an", "of", "in", "on", "for", "about", "all", "with", "and"),
    ]
)
SINCE = re.compile(r"\b(?:no|kops|from|since)\s+(?=\d|[a-z])")
UNTIL = re.compile(r"\b(?:lidz|until|till|to)\s+(?=\d|[a-z])")
BEGINNINGS: tuple[tuple[str, ...], ...] = (
    ("janvar", "january"),
    ("februar", "february"),
    ("mart", "march"),
    ("april", "april"),
    ("maij", "may"),
    ("junij", "june"),
    ("julij", "july"),
    ("august", "august"),
    ("septembr", "september"),
    ("oktobr", "october"),
    ("novembr", "november"),
    ("decembr", "december"),
)
SHORT = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
ENDING_MAX = 3
"""The longest ending a Latvian month's name takes ("martam")."""

Span = tuple[date, date]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a result has to be to be found; what is None or empty does not matter."""

    dialogs: frozenset[str] | None = None
    words: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def fits(self, dialog: str, text: str, day: date) -> bool:
        """`text` is looked through by the beginnings of its words, whatever their endings."""
        return (
            (self.dialogs is None or dialog in self.dialogs)
            and (self.since is None or day >= self.since)
            and (self.until is None or day <= self.until)
            and (not self.words or _holds(text, self.words))
        )


def _holds(text: str, words: Iterable[str]) -> bool:
    there = tokens(text)
    return all(any(each.startswith(_root(word)) for each in there) for word in words)


def _root(word: str) -> str:
    found = stem(word, "lv")
    return found if len(found) >= SHORTEST_BEGINNING else word


def read(search: str, dialogs: Mapping[str, Definition], today: date) -> Wanted:
    """What "rats", "janvāris", "wheel from 1 January" or "ģitāra" look for."""
    words, since, until = _time(fold(search), today)
    asked = [word for word in words if word not in SILENT]
    by_word = {word: _meant(word, dialogs) for word in asked}
    named = [found for found in by_word.values() if found]
    return Wanted(
        dialogs=frozenset.intersection(*named) if named else None,
        words=tuple(word for word in asked if not by_word[word]),
        since=since,
        until=until,
    )


def _meant(word: str, dialogs: Mapping[str, Definition]) -> frozenset[str]:
    """The tools this word may be the name of, or a part of it."""
    return frozenset(name for name, one in dialogs.items() if _is_of(word, name, one))


def _is_of(word: str, name: str, definition: Definition) -> bool:
    titles = (definition.title.in_language(language) for language in LANGUAGES)
    names = {part for title in (name, *titles) for part in tokens(title)}
    stems = {stem(part, language) for part in names for language in LANGUAGES}
    long = len(word) >= SHORTEST_BEGINNING
    return (
        word in names
        or any(stem(word, language) in stems for language in LANGUAGES)
        or (long and any(part.startswith(word) for part in names))
    )


def _time(text: str, today: date) -> tuple[list[str], date | None, date | None]:
    """The words that say nothing of time, the first day and the last day that are meant."""
    head, tail = _parted(UNTIL, text)
    front, after = _parted(SINCE, head)
    words, during = _moment(tokens(front), today)
    more, since = _moment(tokens(after), today)
    rest, until = _moment(tokens(tail), today)
    first = since[0] if since else during[0] if during and not until else None
    last = until[1] if until else during[1] if during and not since else None
    if first and last and last < first:
        last = _moved(last, first.year - last.year) if last.year < first.year else last
        last = _moved(last, 1) if last < first else last
    return [*words, *more, *rest], first, last


def _parted(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    match = pattern.search(text)
    return (text[: match.start()], text[match.end() :]) if match else (text, "")


def _moment(words: list[str], today: date) -> tuple[list[str], Span | None]:
    """The days these words name, and the words that name none."""
    near = {
        **dict.fromkeys(("sodien", "today"), (today, today)),
        **dict.fromkeys(("vakar", "yesterday"), (today - timedelta(days=1),) * 2),
        **dict.fromkeys(("sonedel", "week"), (today - timedelta(days=today.weekday()), today)),
        **dict.fromkeys(("somenes", "month"), (today.replace(day=1), today)),
    }
    for word in words:
        if word in near:
            return [one for one in words if one not in (word, "this")], near[word]
    numbers = [word for word in words if word.isascii() and word.isdigit()]
    named = [word for word in words if _month(word)]
    rest = [word for word in words if word not in numbers and word not in named]
    month = _month(named[0]) if named else None
    span = _span([int(number) for number in numbers[:3]], month, today)
    return (rest, span) if span else (words, None)


def _month(word: str) -> int | None:
    for place, beginnings in enumerate(BEGINNINGS, start=1):
        for each in beginnings:
            if word.startswith(each) and len(word) - len(each) <= ENDING_MAX:
                return place
    return SHORT.index(word) + 1 if word in SHORT else None


def _span(numbers: list[int], month: int | None, today: date) -> Span | None:
    """ "12. 1. 2026", "2026-01-12", "12 January", "January 2026", "2026"; None for anything else.

    Without a year the last such day or month is meant: a result is never of the future.
    """
    years = [number for number in numbers if number >= 10 ** (YEAR_DIGITS - 1)]
    small = [number for number in numbers if number not in years]
    if month is None and len(small) == 2:
        first, second = small
        day, month = (second, first) if years and numbers[0] in years else (first, second)
    else:
        day = small[0] if small else 0
    if month is None:
        return _year(years[0]) if years and not small else None
    return _days(day, month, years[0] if years else None, today)


def _year(year: int) -> Span | None:
    known = date.min.year <= year <= date.max.year
    return (date(year, 1, 1), date(year, MONTHS_MAX, DAYS_MAX)) if known else None


def _days(day: int, month: int, year: int | None, today: date) -> Span | None:
    if not 1 <= month <= MONTHS_MAX or not 0 <= day <= DAYS_MAX:
        return None
    this = year or today.year
    if year is None and (month, day) > (today.month, today.day):
        this -= 1
    if not date.min.year <= this <= date.max.year:
        return None
    last = calendar.monthrange(this, month)[1]
    if day:
        return (date(this, month, min(day, last)),) * 2
    return date(this, month, 1), date(this, month, last)


def _moved(day: date, years: int) -> date:
    last = calendar.monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))
