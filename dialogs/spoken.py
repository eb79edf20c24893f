"""Answers said back: in later questions, in the result, in lists."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from dialogs.answers import value_at
from dialogs.definition import Definition
from dialogs.human import format_date, format_time
from dialogs.kinds import Choice, Choices, Date, Kind, Listing, Ranking, Text, Time, Words
from dialogs.options import label_of, titles
from dialogs.reading import shown_number
from dialogs.route import rounds_of
from dialogs.session import Session
from dialogs.texts import BUTTONS

ABSENT = "…"
"""Stands where a text names an answer that was never given."""


def values(definition: Definition, session: Session, today: date) -> Callable[[str], str]:
    """What each placeholder stands for at the session's cursor."""

    def value(name: str) -> str:
        if name in session.values:
            return str(session.values[name])
        special = SPECIAL.get(name)
        return (
            special(definition, session) if special else _earlier(definition, session, name, today)
        )

    return value


def spoken(kind: Kind, value: Any, language: str, today: date) -> str:
    """An answer as we say it back: the label of an option, a day with its weekday."""
    if value is None:
        return ABSENT
    if isinstance(kind, Text):
        return str(value)
    if isinstance(kind, Choice):
        return label_of(kind.options, value, language)
    if isinstance(kind, Choices):
        return ", ".join(label_of(kind.options, one, language) for one in value)
    if isinstance(kind, Ranking):
        labels = [label_of(kind.options, one, language) for one in value]
        return ", ".join(f"{place}. {label}" for place, label in enumerate(labels, 1))
    if isinstance(kind, (Listing, Words)):
        return ", ".join(titles(value))
    return _simple(kind, value, language, today)


def one_spoken(kind: Kind, item: Any, session: Session) -> str:
    """One of several: the label of an option, a text, the title of a record."""
    if isinstance(kind, Choices):
        return label_of(kind.options, item, session.language)
    return titles([item])[0]


def numbered(items: list[str]) -> str:
    """A numbered list, one item on a line."""
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def _simple(kind: Kind, value: Any, language: str, today: date) -> str:
    if isinstance(kind, Date):
        return format_date(date.fromisoformat(value), language, today)
    if isinstance(kind, Time):
        return format_time(time.fromisoformat(value), language)
    if isinstance(value, bool):
        return BUTTONS["yes" if value else "no"][language]
    return value if isinstance(value, str) else shown_number(value, language)


def _earlier(definition: Definition, session: Session, name: str, today: date) -> str:
    step = definition.by_id.get(name)
    if step is None:
        return ABSENT
    at_round = session.cursor.round if step.for_each else None
    value = value_at(session.answers, name, at_round)
    return spoken(step.answer, value, session.language, today)


def _item(definition: Definition, session: Session) -> str:
    step = definition.by_id[session.cursor.step]
    rounds = rounds_of(definition, session.answers, step)
    at_round = session.cursor.round or 0
    if at_round >= len(rounds):
        return ABSENT
    return one_spoken(definition.by_id[str(step.for_each)].answer, rounds[at_round], session)


def _n(_definition: Definition, session: Session) -> str:
    return str((session.cursor.round or 0) + 1)


def _count(definition: Definition, session: Session) -> str:
    step = definition.by_id[session.cursor.step]
    return str(len(rounds_of(definition, session.answers, step)))


def _number(_definition: Definition, session: Session) -> str:
    return str((session.cursor.item or 0) + 1)


ROUND_WORDS = ("item", "n", "count")
"""Placeholders of a `for_each` step: the item gone through, its number, how many there are."""

LIST_WORDS = ("number",)
"""Placeholders of a list step: the number of the item asked for."""

SPECIAL: dict[str, Callable[[Definition, Session], str]] = {
    "item": _item,
    "n": _n,
    "count": _count,
    "number": _number,
}
