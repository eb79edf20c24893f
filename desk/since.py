"""What has moved in a walkthrough since the last time: "Drošība: 3 → 8", "Līgums: Vēl nav → Ir".

Numbers are always compared, and what was chosen where it changed. Where there is little of both,
the main line of the last time stands beside it: the same number about another goal says something
else. What draws a picture compares in it.
"""

from collections.abc import Iterator
from typing import Any

from desk import sharing
from desk.visit import Visit, short
from dialogs.definition import Definition, Section
from dialogs.kinds import Choice, Choices, Kind, Scale, Text, YesNo
from dialogs.spoken import spoken
from dialogs.unsure import says_nothing
from store import sessions
from store.sessions import Result

SHOWN = 3
"""Numbers; those that moved most."""

CHANGED = 6
"""Choices that are named; the rest is counted."""

QUOTED = 200
"""Characters of the last time's main line."""

SEVERAL = 2


def last_time(visit: Visit, dialog: str, result: int) -> str:
    """What was said both times, line by line, numbers first; or nothing."""
    definition = visit.loaded.dialogs.get(dialog)
    if definition is None or definition.draw is not None:
        return ""
    now, before = _both(visit, dialog, result)
    if now is None or before is None:
        return ""
    compared = _Compared(visit, definition, before.data, now.data)
    return "\n".join(compared.lines())


class _Compared:
    """Two results of one definition, of which the earlier may be of an older version."""

    def __init__(self, visit: Visit, definition: Definition, before: Any, now: Any) -> None:
        self.visit, self.before, self.now = visit, before, now
        shown = [one for one in definition.result if one.show and one.heading]
        asked = [(one, definition.by_id[one.show or ""]) for one in shown]
        self.asked = [(one, step.answer) for one, step in asked if step.for_each is None]

    def lines(self) -> Iterator[str]:
        numbers, changed = list(self._numbers()), list(self._changed())
        more = len(changed) - CHANGED
        if numbers or changed:
            yield self.visit.t("since-last-time")
        yield from numbers[:SHOWN]
        yield from changed[:CHANGED]
        if more > 0:
            yield self.visit.t("and-more", count=more)
        if len(numbers) < SEVERAL and not changed:
            yield from self._main()

    def _numbers(self) -> Iterator[str]:
        found = [one for one in self._both(Scale) if all(map(_is_number, one[2:]))]
        found.sort(key=lambda one: -abs(one[3] - one[2]))
        for section, _, before, now in found:
            yield f"{self._heading(section)}: {before} → {now}"

    def _changed(self) -> Iterator[str]:
        for section, kind, before, now in self._both(Choice | Choices | YesNo):
            if before != now and _fits(kind, before):
                was, is_now = self._spoken(kind, before), self._spoken(kind, now)
                yield f"{self._heading(section)}: {was} → {is_now}"

    def _main(self) -> Iterator[str]:
        """The first of the own words, where it was other words."""
        for section, _, before, now in list(self._both(Text))[:1]:
            if before != now and isinstance(before, str) and not says_nothing(before):
                heading, said = self._heading(section), short(before, QUOTED)
                yield self.visit.t("since-said", heading=heading, said=said)

    def _both(self, kinds: Any) -> Iterator[tuple[Section, Kind, Any, Any]]:
        """What is of these kinds and was answered both times, in the order of the result."""
        for section, kind in self.asked:
            before, now = self.before.get(section.show), self.now.get(section.show)
            if isinstance(kind, kinds) and before is not None and now is not None:
                yield section, kind, before, now

    def _heading(self, section: Section) -> str:
        return section.heading.in_language(self.visit.person.language) if section.heading else ""

    def _spoken(self, kind: Kind, value: Any) -> str:
        return spoken(kind, value, self.visit.person.language, self.visit.today)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _fits(kind: Kind, value: Any) -> bool:
    """Whether an earlier answer is one of today's options, so that it has a label."""
    if isinstance(kind, YesNo):
        return isinstance(value, bool)
    if not isinstance(kind, Choice | Choices) or kind.of is not None:
        return False
    chosen = value if isinstance(value, list) else [value]
    return {option.id for option in kind.options} >= set(chosen)


def _both(visit: Visit, dialog: str, result: int) -> tuple[Result | None, Result | None]:
    some = [one for one in sessions.results(visit.tx, visit.person) if one.dialog == dialog]
    now = next((one for one in some if one.id == result), None)
    return now, sharing.earlier(some, now) if now else None
