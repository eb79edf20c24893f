"""Which question comes next: steps in order, rounds of `for_each`, conditions."""

from typing import Any

from dialogs.answers import Answers, value_at
from dialogs.definition import Definition, Step
from dialogs.kinds import Choice, Choices, Listing
from dialogs.session import Cursor


def first(definition: Definition, answers: Answers) -> Cursor | None:
    """The first question, None where no step applies."""
    return _from(definition, answers, 0, 0)


def following(definition: Definition, answers: Answers, cursor: Cursor) -> Cursor | None:
    """The question after this step (in this round), None at the end."""
    return _from(definition, answers, definition.index[cursor.step] + 1, cursor.round or 0)


def rounds_of(definition: Definition, answers: Answers, step: Step) -> list[Any]:
    """What a `for_each` step goes through; empty where the list was skipped."""
    items = answers.get(step.for_each) if step.for_each else None
    return items if isinstance(items, list) else []


def applies(definition: Definition, answers: Answers, step: Step, at_round: int | None) -> bool:
    """Whether the step is to be asked: its conditions hold and it has something to choose from."""
    for condition in step.only_if:
        earlier = definition.by_id[condition.step]
        within = at_round if earlier.for_each else None
        if not condition.holds(value_at(answers, condition.step, within)):
            return False
    if isinstance(step.answer, (Choice, Choices)) and step.answer.of:
        return bool(answers.get(step.answer.of))
    return True


def _from(definition: Definition, answers: Answers, number: int, at_round: int) -> Cursor | None:
    while True:
        number, at_round = _turned(definition, answers, number, at_round)
        if number >= len(definition.steps):
            return None
        step = definition.steps[number]
        looping = at_round if step.for_each else None
        if _has_round(definition, answers, step, at_round) and applies(
            definition, answers, step, looping
        ):
            return _entered(step, looping)
        number += 1


def _turned(
    definition: Definition, answers: Answers, number: int, at_round: int
) -> tuple[int, int]:
    """Back to the head of the block for its next round, or on with round 0 after its last."""
    if number == 0 or definition.steps[number - 1].for_each is None:
        return number, 0
    block = definition.blocks[number - 1]
    if number < block.stop:
        return number, at_round
    count = len(rounds_of(definition, answers, definition.steps[number - 1]))
    return (block.start, at_round + 1) if at_round + 1 < count else (number, 0)


def _has_round(definition: Definition, answers: Answers, step: Step, at_round: int) -> bool:
    return step.for_each is None or at_round < len(rounds_of(definition, answers, step))


def _entered(step: Step, at_round: int | None) -> Cursor:
    if not isinstance(step.answer, Listing):
        return Cursor(step.id, at_round)
    return Cursor(step.id, at_round, 0, 0 if step.answer.fields else None)
