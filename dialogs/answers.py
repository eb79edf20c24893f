"""Reading and writing the answers of a session by cursor.

Everything the person said lies before the cursor, in the order of the steps. Writing at a cursor
cuts off whatever lay behind it in the same step; so `back` is nothing but cutting at the last
cursor.
"""

from collections.abc import Mapping
from typing import Any

from dialogs.definition import Step
from dialogs.kinds import Listing
from dialogs.session import Cursor

Answers = Mapping[str, Any]


def value_at(answers: Answers, step: str, at_round: int | None) -> Any:
    """The answer of a step (in a round of it), None where there is none."""
    value = answers.get(step)
    if at_round is None or value is None:
        return value
    return value[at_round] if at_round < len(value) else None


def written(answers: Answers, step: Step, cursor: Cursor, value: Any) -> dict[str, Any]:
    """The answers with `value` at the cursor: in a list, one more item or field."""
    if cursor.item is not None:
        assert isinstance(step.answer, Listing)
        before = _before(value_at(answers, step.id, cursor.round), step.answer, cursor)
        value = _joined(before, step.answer, cursor, value)
    return _placed(answers, cursor, value)


def cut(answers: Answers, step: Step, cursor: Cursor) -> Answers:
    """The answers without what lies at the cursor and behind it in its step."""
    old = value_at(answers, step.id, cursor.round)
    if old is None:
        return answers
    if cursor.item is None or not isinstance(step.answer, Listing):
        return _placed(answers, cursor, None)
    return _placed(answers, cursor, _before(old, step.answer, cursor) or None)


def _before(items: list[Any] | None, kind: Listing, cursor: Cursor) -> list[Any]:
    item, field = cursor.item or 0, cursor.field or 0
    kept = list((items or [])[:item])
    if field and items and len(items) > item:
        names = [one.id for one in kind.fields[:field]]
        kept.append({name: items[item][name] for name in names if name in items[item]})
    return kept


def _joined(before: list[Any], kind: Listing, cursor: Cursor, value: Any) -> list[Any]:
    if cursor.field is None:
        return before + value if isinstance(value, list) else [*before, value]
    field = kind.fields[cursor.field].id
    if len(before) > (cursor.item or 0):
        return [*before[:-1], {**before[-1], field: value}]
    return [*before, {field: value}]


def _placed(answers: Answers, cursor: Cursor, value: Any) -> dict[str, Any]:
    if cursor.round is None:
        kept = {step: old for step, old in answers.items() if step != cursor.step}
        return kept if value is None else {**kept, cursor.step: value}
    rounds = list(answers.get(cursor.step, ()))[: cursor.round]
    if value is not None:
        rounds += [None] * (cursor.round - len(rounds)) + [value]
    while rounds and rounds[-1] is None:
        rounds.pop()
    return _placed(answers, Cursor(cursor.step), rounds or None)
