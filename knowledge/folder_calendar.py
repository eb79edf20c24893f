"""Reads the semesters and breaks of a programme, and what only shows when they are compared."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

from knowledge.folder_section import Section
from mentoring.programme import Break, Semester

Period = TypeVar("Period", Semester, Break)


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
    _blame_doubled_ids(found)
    return tuple(period for period, _ in sound)


def _blame_doubled_ids(found: list[tuple[Period, Section]]) -> None:
    seen: dict[str, int] = {}
    for period, section in found:
        if period.id and period.id in seen:
            what = f"the id '{period.id}' is already used in line {seen[period.id]}"
            section.blame("id", what, "Give each its own id.")
        seen.setdefault(period.id, section.line("id"))
