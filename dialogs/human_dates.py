"""A date out of what a person typed; None whenever a guess would be needed.

Written dates ("5. martā") outrank relative ones ("piektdien"), so that "piektdien, 5. martā" is the
5th of March. Two different dates of the same rank are a question, not an answer.
"""

import calendar
import re
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

from dialogs.human_words import LONGEST_ANSWER, symbols

Match = re.Match[str]
Reader = Callable[[Match, date], date | None]
Rule = tuple[str, re.Pattern[str], Reader]
"""What any match must contain, which is quicker to look for; the pattern; what a match means."""

LEAP_GAP = 8
"""Years between two 29ths of February at the most (1896 and 1904, 2096 and 2104)."""


def parse_date(text: str, today: date) -> date | None:
    """The one date meant, seen from `today`; also a past one, so that the caller can say so.

    Without a year it is the next occurrence, today included; a weekday that is today means a week
    later. "nākamajā piektdienā" and "next Friday" are the Friday of the next calendar week.
    """
    if len(text) > LONGEST_ANSWER:
        return None
    rest = CLOCK.sub(" ", symbols(text))
    written, rest = _read(WRITTEN, rest, today)
    relative, _ = _read(RELATIVE, rest, today)
    return _only(written or relative)


def _read(rules: tuple[Rule, ...], text: str, today: date) -> tuple[set[date | None], str]:
    """What the rules find, and the text with it taken out, so that no later rule reads it again."""
    found: set[date | None] = set()
    for part, pattern, reader in rules:
        if part in text and (matches := list(pattern.finditer(text))):
            found |= {_possible(reader, match, today) for match in matches}
            text = pattern.sub(" ", text)
    return found, text


def _possible(reader: Reader, match: Match, today: date) -> date | None:
    try:
        return reader(match, today)
    except (ValueError, OverflowError):
        return None


def _only(found: set[date | None]) -> date | None:
    return next(iter(found)) if len(found) == 1 else None


def _written(match: Match, today: date) -> date | None:
    parts = match.groupdict()
    year, month, day = parts.get("year"), int(parts["month"]), int(parts["day"])
    if year is None:
        return _next_occurrence(month, day, today)
    return date(int(year) + (2000 if len(year) == 2 else 0), month, day)


def _next_occurrence(month: int, day: int, today: date) -> date | None:
    last = min(today.year + LEAP_GAP, MAXYEAR)
    years = (year for year in range(today.year, last + 1) if _exists(year, month, day))
    return next((d for d in (date(year, month, day) for year in years) if d >= today), None)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _day_of_month(match: Match, today: date) -> date | None:
    day = int(match["day"] or match["nth"])
    months = (_add_months(today.replace(day=1), count) for count in range(3))
    return next((m.replace(day=day) for m in months if _fits(m, day, today)), None)


def _fits(month: date, day: int, today: date) -> bool:
    return _exists(month.year, month.month, day) and month.replace(day=day) >= today


def _add_months(day: date, count: int) -> date:
    """The same day months later, or the last one of a shorter month."""
    year, index = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


def _offset(match: Match, today: date) -> date:
    groups = match.groupdict()
    count = int(groups["count"]) if (groups["count"] or "").isdigit() else 1
    return _shift(today, match["unit"], count)


def _shift(today: date, unit: str, count: int) -> date:
    if unit in "DW":
        return today + timedelta(days=count * (7 if unit == "W" else 1))
    return _add_months(today, count * (12 if unit == "Y" else 1))


def _days(match: Match, today: date) -> date:
    return today + timedelta(days=int(match["days"]))


def _coming_weekday(match: Match, today: date) -> date:
    ahead = (int(match["weekday"]) - today.weekday()) % 7
    return today + timedelta(days=ahead or 7)


def _weekday_next_week(match: Match, today: date) -> date:
    monday = today + timedelta(days=7 - today.weekday())
    return monday + timedelta(days=int(match["weekday"]))


def _last_weekday(match: Match, today: date) -> date:
    back = (today.weekday() - int(match["weekday"])) % 7
    return today - timedelta(days=back or 7)


def _end_of_month(match: Match, today: date) -> date:
    month = _add_months(today.replace(day=1), 1 if match["next"] else 0)
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def _end_of_week(match: Match, today: date) -> date:
    return today + timedelta(days=6 - today.weekday() + (7 if match["next"] else 0))


def _end_of_named_month(match: Match, today: date) -> date:
    month = int(match["month"] or match["late"])
    year = today.year + (month < today.month)
    return date(year, month, calendar.monthrange(year, month)[1])


def _rule(part: str, pattern: str, reader: Reader) -> Rule:
    return part, re.compile(pattern, re.ASCII), reader


CLOCK = re.compile(
    r"(?:plkst|pulksten|plk)\.?\s*\d{1,2}(?:[.:]\d\d)?"
    r"|\b\d{1,2}:\d\d\b"
    r"|\b\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b"
    r"|\bat\s+\d{1,2}(?:[.:]\d\d)?(?![\d./]|\s*M|st|nd|rd|th)"
    r"|(?<![\d.])\d{1,2}\.(?:00|1[3-9]|[2-5]\d)\b(?!\.\d)",
    re.ASCII,
)
"""Times of day, taken out first: in "rīt 15.30" the 15 is no day. "10.05" stays a date."""

_DAY = r"(?P<day>\d{1,2})"
_NTH = r"(?:\s?\.|st\b|nd\b|rd\b|th\b)?"
_MONTH_NAME = r"M(?P<month>\d\d)"
_MONTH = r"(?P<month>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"W(?P<weekday>\d)"
_COUNT = r"(?:(?P<count>\d{1,3}|an?)\s*)"

WRITTEN = (
    _rule("", rf"(?<!\d){_YEAR}\s?[-./]\s?{_MONTH}\s?[-./]\s?{_DAY}(?!\d)", _written),
    _rule(
        "",
        rf"(?<!\d){_DAY}\s?[-./]\s?{_MONTH}\s?[-./]\s?(?P<year>\d{{4}}|\d\d)(?!\d)",
        _written,
    ),
    _rule("M", rf"(?<!\d){_YEAR}\.?\s*(?:UY|g)\.?\s*{_DAY}{_NTH}\s*{_MONTH_NAME}", _written),
    _rule(
        "M", rf"(?<!\d){_DAY}{_NTH}\s*(?:of\s+)?{_MONTH_NAME}\.?(?:,?\s*{_YEAR}(?!\d))?", _written
    ),
    _rule("M", rf"{_MONTH_NAME}\.?\s+(?:the\s+)?{_DAY}{_NTH}(?:,?\s+{_YEAR})?(?![\d:])", _written),
    _rule("", rf"(?<![\d.,:/-]){_DAY}\s?[./]\s?{_MONTH}\.?(?![\d:,/%])", _written),
    _rule(
        "",
        r"(?<![\d.,:/-])(?:(?P<day>\d{1,2})\.?\s*datum[a-z]*|(?P<nth>\d{1,2})(?:st|nd|rd|th)\b)",
        _day_of_month,
    ),
)

RELATIVE = (
    _rule("UD", r"\bUD\s+P\s+R\+1", lambda _, today: today + timedelta(days=2)),
    _rule("UD", r"\bUD\s+before\s+R-1", lambda _, today: today - timedelta(days=2)),
    _rule("E", r"(?P<next>\bN\s+)?(?:\bUM\s+E|\bE\s+of\s+(?:the\s+|this\s+)?UM)\b", _end_of_month),
    _rule("E", r"\bE\s+of\s+(?P<next>N\s+)UM\b", _end_of_month),
    _rule("UW", r"(?P<next>\bN\s+)?\bUW\s+E\b", _end_of_week),
    _rule("E", r"\bE\s+of\s+(?:the\s+|this\s+)?(?P<next>N\s+)?UW\b", _end_of_week),
    _rule("E", r"M(?P<month>\d\d)\s+E\b|\bE\s+of\s+M(?P<late>\d\d)", _end_of_named_month),
    _rule("P", rf"\bP\s+{_COUNT}?U(?P<unit>[DWMY])\b", _offset),
    _rule("U", rf"\b{_COUNT}U(?P<unit>[DWMY])\s+(?:from\s+now|from\s+R\+0|later|laika)\b", _offset),
    _rule("UW", rf"\bN\s+UW,?\s+(?:on\s+)?{_WEEKDAY}", _weekday_next_week),
    _rule("UW", rf"{_WEEKDAY},?\s+(?:of\s+)?N\s+UW\b", _weekday_next_week),
    _rule("N", rf"\bN\s+{_WEEKDAY}", _weekday_next_week),
    _rule("L", rf"\bL\s+{_WEEKDAY}", _last_weekday),
    _rule("N", r"\bN\s+U(?P<unit>[WMY])\b", lambda m, today: _shift(today, m["unit"], 1)),
    _rule("L", r"\bL\s+U(?P<unit>[WMY])\b", lambda m, today: _shift(today, m["unit"], -1)),
    _rule("R", r"R(?P<days>[+-]\d)", _days),
    _rule("W", _WEEKDAY, _coming_weekday),
)
