"""The effects of a finished dialog, from its answers."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from dialogs.definition import Definition, Step
from dialogs.effects import (
    WAYS,
    Draw,
    Effect,
    HandIn,
    HandOver,
    MakeTask,
    ProposeShare,
    Record,
    SeekHelp,
)
from dialogs.kinds import Date, Listing, Text
from dialogs.session import Session
from dialogs.unsure import says_nothing


def effects(definition: Definition, session: Session) -> tuple[Effect, ...]:
    """Everything the desk is asked to do, in the order of the steps, the record first."""
    return tuple(_all(definition, session))


def task_fields(kind: Listing) -> tuple[str, str, str | None] | None:
    """The fields a task is made of: its first text, its first day, the next text as the report."""
    texts = [field.id for field in kind.fields if isinstance(field.answer, Text)]
    days = [field.id for field in kind.fields if isinstance(field.answer, Date)]
    if not texts or not days:
        return None
    return texts[0], days[0], texts[1] if len(texts) > 1 else None


def _all(definition: Definition, session: Session) -> Iterator[Effect]:
    if definition.record:
        yield Record(kind=definition.id, data=dict(session.answers))
    for step in definition.steps:
        value = session.answers.get(step.id)
        if step.effect and value is not None:
            yield from _EFFECTS[step.effect](step, value)
    if definition.draw:
        yield Draw(picture=definition.draw, data=dict(session.answers))


def _tasks(step: Step, records: list[dict[str, Any]]) -> Iterator[Effect]:
    """A task of each record but for those that only say "I don't know"."""
    names = task_fields(step.answer) if isinstance(step.answer, Listing) else None
    if names is None:
        return
    title, due, report = names
    for record in records:
        if says_nothing(record[title]):
            continue
        yield MakeTask(
            title=record[title],
            due=date.fromisoformat(record[due]),
            report=record.get(report) if report else None,
        )


def _share(_step: Step, value: bool) -> Iterator[Effect]:
    yield ProposeShare(share=value)


def _hand_in(_step: Step, value: bool) -> Iterator[Effect]:
    yield HandIn(agreed=value)


def _hand_over(_step: Step, value: str) -> Iterator[Effect]:
    yield HandOver(text=value)


def _seek_help(_step: Step, value: str) -> Iterator[Effect]:
    """Nothing where what was chosen is one's own to do."""
    yield from (SeekHelp(way=way) for way in WAYS if way == value)


_EFFECTS: Mapping[str, Callable[[Step, Any], Iterator[Effect]]] = {
    "make_task": _tasks,
    "propose_share": _share,
    "hand_in": _hand_in,
    "hand_over": _hand_over,
    "seek_help": _seek_help,
}
