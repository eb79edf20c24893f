"""How the numbers of a walkthrough have moved since the last time: "Drošība: 3 → 8".

Only where it asks several: a single number among own words is about what those say, another goal
or another meeting, and two of them can't be compared. What draws a picture compares in it.
"""

from collections.abc import Mapping
from typing import Any

from desk import sharing
from desk.visit import Visit
from dialogs.definition import Definition
from dialogs.kinds import Scale
from store import sessions
from store.sessions import Result

SHOWN = 3
SEVERAL = 2


def last_time(visit: Visit, dialog: str, result: int) -> str:
    """A line for each number that was given both times, those that moved most first; or nothing."""
    definition = visit.loaded.dialogs.get(dialog)
    steps = _scales(definition, visit.person.language) if definition else {}
    if len(steps) < SEVERAL:
        return ""
    now, before = _both(visit, dialog, result)
    if now is None or before is None:
        return ""
    both = [one for one in steps if one in now.data and one in before.data]
    both.sort(key=lambda one: -abs(now.data[one] - before.data[one]))
    lines = [_line(steps[one], before.data[one], now.data[one]) for one in both[:SHOWN]]
    return "\n".join((visit.t("since-last-time"), *lines)) if lines else ""


def _scales(definition: Definition, language: str) -> Mapping[str, str]:
    """The steps that want a number, with their headings in the result."""
    if definition.draw is not None:
        return {}
    return {
        section.show: section.heading.in_language(language)
        for section in definition.result
        if section.show and section.heading and _is_scale(definition, section.show)
    }


def _is_scale(definition: Definition, step: str) -> bool:
    found = definition.by_id[step]
    return isinstance(found.answer, Scale) and found.for_each is None


def _both(visit: Visit, dialog: str, result: int) -> tuple[Result | None, Result | None]:
    some = [one for one in sessions.results(visit.tx, visit.person) if one.dialog == dialog]
    now = next((one for one in some if one.id == result), None)
    return now, sharing.earlier(some, now) if now else None


def _line(heading: str, before: Any, now: Any) -> str:
    return f"{heading}: {before} → {now}"
