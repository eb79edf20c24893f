"""Days that lay ahead when they were given and have passed before the dialog was finished.

Weeks may go by in the middle of a dialog. A task of January that is made in March would be late
from the start, with no reminder left, so such a day is asked for once more at the end.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dialogs.answers import Answers, value_at
from dialogs.asking import asked
from dialogs.definition import Definition
from dialogs.human import format_date
from dialogs.kinds import Date, Listing
from dialogs.options import titles
from dialogs.session import Cursor, Session
from dialogs.texts import engine_text


def first_passed(definition: Definition, session: Session, today: date) -> Cursor | None:
    """The first question whose day should be ahead and is not any more."""
    at = today.isoformat()
    for cursor in session.history:
        kind = asked(definition.by_id[cursor.step], session, cursor).answer
        if isinstance(kind, Date) and kind.direction == "future":
            day = _day(session.answers, cursor, definition)
            if day is not None and day < at:
                return cursor
    return None


def passed_words(definition: Definition, session: Session, today: date) -> str:
    """Why the question is asked once more: which day has passed, and of what."""
    cursor = session.cursor
    day = _day(session.answers, cursor, definition)
    assert day is not None, "only a day that was given can pass"
    shown = format_date(date.fromisoformat(day), session.language, today)
    if cursor.field is None:
        return engine_text("passed", session.language, date=shown)
    records = value_at(session.answers, cursor.step, cursor.round)
    item = titles(records)[cursor.item or 0]
    return engine_text("passed_of", session.language, date=shown, item=item)


def mended(definition: Definition, session: Session, value: Any) -> Answers:
    """The answers with another value in this one place, and all that follows kept; None is none."""
    cursor, answers = session.cursor, session.answers
    new = value
    if cursor.field is not None:
        records = list(value_at(answers, cursor.step, cursor.round))
        name = _field(definition, cursor)
        records[cursor.item or 0] = _with(records[cursor.item or 0], name, value)
        new = records
    if cursor.round is not None:
        rounds = list(answers[cursor.step])
        rounds[cursor.round] = new
        new = rounds
    return _with(answers, cursor.step, new)


def _with(old: Mapping[str, Any], name: str, value: Any) -> dict[str, Any]:
    """In its place in the order, as it is shown so."""
    changed = {**old, name: value}
    return {key: one for key, one in changed.items() if one is not None}


def _day(answers: Answers, cursor: Cursor, definition: Definition) -> str | None:
    value = value_at(answers, cursor.step, cursor.round)
    if cursor.field is None or value is None:
        return value if isinstance(value, str) else None
    item = cursor.item or 0
    record = value[item] if item < len(value) else {}
    day = record.get(_field(definition, cursor))
    return day if isinstance(day, str) else None


def _field(definition: Definition, cursor: Cursor) -> str:
    kind = definition.by_id[cursor.step].answer
    assert isinstance(kind, Listing)
    return kind.fields[cursor.field or 0].id
