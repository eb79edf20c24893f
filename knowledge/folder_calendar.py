"""Reads semesters, breaks and public holidays, and what only shows when they are compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Protocol, TypeVar

from knowledge.folder_section import Section
from mentoring.programme import Break, Semester

Period = TypeVar("Period", Semester, Break)

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

HOLIDAY_YEARS_MAX = 30
"""A year mistyped as 2926 would have holidays worked out for a thousand years."""


class Named(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class SchoolYears:
    """When people are taught; with `sound` False no date can be compared with it."""

    semesters: tuple[Semester, ...]
    breaks: tuple[Break, ...]
    country: str | None
    holidays: frozenset[date]
    sound: bool


def read_school_years(top: Section, languages: Sequence[str]) -> SchoolYears:
    faults = len(top.sheet.faults)
    semesters, breaks = read_semesters(top), read_breaks(top, languages)
    country = read_country(top)
    return SchoolYears(
        semesters=semesters,
        breaks=breaks,
        country=country,
        holidays=_holidays(top, country, semesters),
        sound=len(top.sheet.faults) == faults,
    )


def read_country(top: Section) -> str | None:
    """Two letters, or None where the programme names no country and so has no public holidays."""
    if not top.has("country"):
        return None
    from holidays import list_supported_countries  # slow to import, and most commands need none

    name = top.word("country", "LV")
    if name in list_supported_countries():
        return name
    if name:
        what = f"no public holidays are known for the country '{name}'"
        top.blame("country", what, "Write its two capital letters, for example LV, LT or EE.")
    return None


def _holidays(top: Section, country: str | None, semesters: Sequence[Semester]) -> frozenset[date]:
    """The public holidays of all years the semesters touch and of the one after."""
    if country is None or not semesters:
        return frozenset()
    from holidays import country_holidays

    first, last = semesters[0].first.year, semesters[-1].last.year
    if last - first > HOLIDAY_YEARS_MAX:
        what = f"the semesters go from {first} to {last}, over {HOLIDAY_YEARS_MAX} years"
        top.blame("semesters", what, "Look for a mistyped year.")
        return frozenset()
    return frozenset(country_holidays(country, years=range(first, last + 2)))


def read_id(section: Section, example: str) -> str:
    """A short name that stays the same for as long as people take part."""
    name = section.word("id", example)
    if name and not ID.fullmatch(name):
        what = f"{section.named('id')} can't be '{name}'"
        section.blame("id", what, "Use small letters a-z, digits and single hyphens.")
    return name


def read_semesters(top: Section) -> tuple[Semester, ...]:
    found: list[tuple[Semester, Section]] = []
    for section in top.sections("semesters"):
        first, last = _period(section)
        semester = Semester(id=section.word("id"), first=first, last=last)
        section.close()
        found.append((semester, section))
    return _in_order(found)


def read_breaks(top: Section, languages: Sequence[str]) -> tuple[Break, ...]:
    found: list[tuple[Break, Section]] = []
    for section in top.sections("breaks"):
        first, last = _period(section)
        pause = Break(
            id=section.word("id"),
            name=section.texts("name", languages),
            first=first,
            last=last,
            mentoring=section.yes_no("mentoring"),
        )
        section.close()
        found.append((pause, section))
    return _in_order(found)


def _period(section: Section) -> tuple[date, date]:
    first, last = section.day("first"), section.day("last")
    if section.sound and last < first:
        section.blame(
            "last", f"it ends on {last}, before it begins on {first}", "Swap or mend them."
        )
    return first, last


def _in_order(found: list[tuple[Period, Section]]) -> tuple[Period, ...]:
    """By first day; notes doubled ids and days that belong to two of them."""
    sound = sorted((pair for pair in found if pair[1].sound), key=lambda pair: pair[0].first)
    for (earlier, _), (later, section) in pairwise(sound):
        if later.first <= earlier.last:
            what = (
                f"'{later.id}' begins on {later.first}, but '{earlier.id}' ends on {earlier.last}"
            )
            section.blame("first", what, "Let one end before the other begins.")
    blame_doubled_ids(found)
    return tuple(period for period, _ in sound)


def blame_doubled_ids(found: Sequence[tuple[Named, Section]]) -> None:
    seen: dict[str, int] = {}
    for period, section in found:
        if period.id and period.id in seen:
            what = f"the id '{period.id}' is already used in line {seen[period.id]}"
            section.blame("id", what, "Give each its own id.")
        seen.setdefault(period.id, section.line("id"))
