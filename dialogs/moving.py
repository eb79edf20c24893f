"""Taking an open session along when its dialog was changed underneath it.

Nobody loses their place: a step that still exists is asked again as it now is; one that is gone
sends the person to the nearest question before it that they had answered. Answers that no longer
fit are let go.
"""

from dataclasses import replace
from datetime import date, time
from typing import Any

from dialogs.answers import Answers, cut, value_at
from dialogs.definition import Definition, Step
from dialogs.kinds import (
    Choice,
    Choices,
    Date,
    Kind,
    Listing,
    Number,
    Ranking,
    Scale,
    Text,
    Time,
    Words,
    YesNo,
)
from dialogs.options import titles
from dialogs.route import first, rounds_of
from dialogs.session import Cursor, Session


def moved(definition: Definition, session: Session) -> tuple[Session, bool]:
    """The session in the present version, and whether it could stay at its question."""
    answers = _kept(definition, session.answers, session.cursor)
    history = tuple(one for one in session.history if _stands(definition, answers, one))
    here = replace(session, version=definition.version, answers=answers, history=history)
    if _stands(definition, answers, session.cursor):
        return here, True
    return _stepped_back(definition, here), False


def _stepped_back(definition: Definition, session: Session) -> Session:
    if not session.history:
        cursor = first(definition, {})
        assert cursor is not None
        return replace(session, cursor=cursor, answers={})
    cursor = session.history[-1]
    answers = cut(session.answers, definition.by_id[cursor.step], cursor)
    return replace(session, cursor=cursor, answers=answers, history=session.history[:-1])


def _kept(definition: Definition, answers: Answers, cursor: Cursor) -> dict[str, Any]:
    kept = {
        name: value
        for name, value in answers.items()
        if name in definition.by_id and _step_fits(definition.by_id[name], answers, value)
    }
    unfinished = [name for name in kept if name != cursor.step and _has_gap(definition, name, kept)]
    return {name: value for name, value in kept.items() if name not in unfinished}


def _has_gap(definition: Definition, name: str, answers: Answers) -> bool:
    """Whether some record lacks a field that is needed now, so that no task could be made of it.

    Likewise an order in which an option of now has no place.
    """
    step = definition.by_id[name]
    rounds = answers[name] if step.for_each else [answers[name]]
    if isinstance(step.answer, Ranking):
        return any(order is not None and not _is_whole(step.answer, order) for order in rounds)
    if not isinstance(step.answer, Listing):
        return False
    needed = {field.id for field in step.answer.fields if not field.optional}
    return any(needed - set(item) for items in rounds if needed for item in items or ())


def _stands(definition: Definition, answers: Answers, cursor: Cursor) -> bool:
    """Whether the cursor points at something the present version can ask."""
    step = definition.by_id.get(cursor.step)
    if step is None or (cursor.round is None) != (step.for_each is None):
        return False
    if cursor.round is not None and cursor.round >= len(rounds_of(definition, answers, step)):
        return False
    if isinstance(step.answer, Choice | Choices) and step.answer.of:
        return bool(answers.get(step.answer.of))
    return _stands_in_list(step, answers, cursor)


def _stands_in_list(step: Step, answers: Answers, cursor: Cursor) -> bool:
    if not isinstance(step.answer, Listing):
        return cursor.item is None
    fields = step.answer.fields
    if cursor.item is None or bool(fields) != (cursor.field is not None):
        return False
    items = value_at(answers, step.id, cursor.round) or []
    begun = cursor.item + 1 if cursor.field else cursor.item
    if len(items) < begun or (cursor.field or 0) >= max(len(fields), 1):
        return False
    return cursor.item < step.answer.max and _filled_before(step.answer, items, cursor)


def _filled_before(kind: Listing, items: list[Any], cursor: Cursor) -> bool:
    """Whether every record up to the cursor has the fields it needs."""
    for number, item in enumerate(items[: (cursor.item or 0) + 1]):
        asked = kind.fields[: cursor.field or 0] if number == cursor.item else kind.fields
        if any(not field.optional and field.id not in item for field in asked):
            return False
    return True


def _step_fits(step: Step, answers: Answers, value: Any) -> bool:
    if step.for_each is None:
        return _fits(step.answer, answers, value)
    if not isinstance(value, list):
        return False
    return all(one is None or _fits(step.answer, answers, one) for one in value)


def _fits(kind: Kind, answers: Answers, value: Any) -> bool:
    match kind:
        case Listing():
            return isinstance(value, list) and all(_item_fits(kind, answers, one) for one in value)
        case Choices():
            return isinstance(value, list) and all(_chosen(kind, answers, one) for one in value)
        case Ranking():
            return _in_order(kind, value)
        case Words():
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        case Choice():
            return _chosen(kind, answers, value)
        case YesNo():
            return isinstance(value, bool)
        case Text():
            return isinstance(value, str)
        case Date() | Time():
            return _iso(date if isinstance(kind, Date) else time, value)
    return _number_fits(kind, value)


def _number_fits(kind: Scale | Number, value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if isinstance(kind, Scale):
        return kind.low <= value <= kind.high
    return True


def _chosen(kind: Choice | Choices, answers: Answers, value: Any) -> bool:
    if kind.of:
        return value in titles(answers.get(kind.of))
    if isinstance(kind, Choices) and kind.own and isinstance(value, str):
        return True
    return any(option.id == value for option in kind.options)


def _in_order(kind: Ranking, value: Any) -> bool:
    known = {option.id for option in kind.options}
    return isinstance(value, list) and all(one in known for one in value)


def _is_whole(kind: Ranking, order: list[str]) -> bool:
    return len(order) == len(kind.options)


def _item_fits(kind: Listing, answers: Answers, item: Any) -> bool:
    if not kind.fields:
        return isinstance(item, str)
    if not isinstance(item, dict) or set(item) - set(kind.by_id):
        return False
    return all(_fits(kind.by_id[name].answer, answers, value) for name, value in item.items())


def _iso(of: type[date] | type[time], value: Any) -> bool:
    try:
        of.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True
