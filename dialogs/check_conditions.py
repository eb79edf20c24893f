"""Conditions that name nothing, ask for an answer that can't be given, or never hold together."""

from collections.abc import Iterator
from typing import Any

from dialogs.condition import Condition
from dialogs.definition import Definition, Step
from dialogs.kinds import Choice, Choices, Kind, Number, Scale, YesNo

Found = tuple[str | None, int, str, str]

NUMERIC = ("below", "above", "at_least", "at_most")


def condition_faults(definition: Definition) -> Iterator[Found]:
    """Faults of single conditions first; a step is unreachable only if each alone is sound."""
    for step in definition.steps:
        faults = [fault for one in step.only_if for fault in _single(definition, step, one)]
        yield from faults
        if not faults and not _reachable(definition, step):
            what = "unreachable, its conditions never hold together"
            yield step.id, step.line, what, "Look at its only_if and at those of the steps it names"


def _single(definition: Definition, step: Step, condition: Condition) -> Iterator[Found]:
    earlier = definition.by_id.get(condition.step)
    if earlier is None:
        what = f"only_if names the unknown step '{condition.step}'"
        yield step.id, condition.line, what, "Name an earlier step"
    elif definition.index[condition.step] >= definition.index[step.id]:
        what = f"only_if names '{condition.step}', which is not earlier"
        yield step.id, condition.line, what, "Name a step that is asked before this one"
    elif earlier.for_each and earlier.for_each != step.for_each:
        what = f"only_if names '{condition.step}', which has an answer for each item"
        yield (
            step.id,
            condition.line,
            what,
            f"Give this step for_each: {earlier.for_each}, or drop it",
        )
    elif not _possible(earlier, [condition]):
        what = f"only_if waits for an answer '{condition.step}' never has"
        yield step.id, condition.line, what, f"Use {_usable(earlier.answer)}"


def _usable(kind: Kind) -> str:
    match kind:
        case YesNo():
            return "yes or no"
        case Choice() | Choices() if kind.options:
            return f"one of {', '.join(option.id for option in kind.options)}"
        case Scale():
            return f"a number from {kind.low} to {kind.high}"
        case Number():
            return f"{', '.join(NUMERIC)} with a number it can be"
    return "'answered' or 'skipped'"


def _possible(step: Step, conditions: list[Condition]) -> bool:
    """Whether some answer of the step passes all of them."""
    if any(not _comparable(step.answer, condition) for condition in conditions):
        return False
    left_out: list[Any] = [None] if step.optional or step.only_if else []
    answers = left_out + _samples(step.answer, conditions)
    return any(all(one.holds(answer) for one in conditions) for answer in answers)


def _comparable(kind: Kind, condition: Condition) -> bool:
    if condition.test in NUMERIC:
        return isinstance(kind, Scale | Number)
    if condition.test in ("is", "one_of"):
        return isinstance(kind, YesNo | Scale | Number | Choice | Choices)
    return True


def _samples(kind: Kind, conditions: list[Condition]) -> list[Any]:
    """Enough possible answers to decide; for numbers those around every border."""
    match kind:
        case YesNo():
            return [True, False]
        case Scale():
            return list(range(kind.low, kind.high + 1))
        case Choice() if kind.options:
            return [option.id for option in kind.options]
        case Choices() if kind.options:
            return [[option.id for option in kind.options]]
        case Number():
            return _around(kind, conditions)
    return ["any"]


def _around(kind: Number, conditions: list[Condition]) -> list[float]:
    borders = [one.operand for one in conditions if isinstance(one.operand, int | float)]
    borders += [end for end in (kind.min, kind.max) if end is not None]
    step = 1 if kind.whole else 0.001
    near = [value for border in borders for value in (border - step, border, border + step)]
    return [
        value
        for value in near or [0.0]
        if (kind.min is None or value >= kind.min) and (kind.max is None or value <= kind.max)
    ]


def _reachable(definition: Definition, step: Step) -> bool:
    """Whether all it waits for, and all that those steps wait for, can be true at once."""
    wanted: dict[str, list[Condition]] = {}
    waiting, seen = [step], set[str]()
    while waiting:
        one = waiting.pop()
        for condition in one.only_if:
            wanted.setdefault(condition.step, []).append(condition)
            earlier = definition.by_id.get(condition.step)
            if earlier and condition.test != "skipped" and earlier.id not in seen:
                seen.add(earlier.id)
                waiting.append(earlier)
    return all(
        _possible(definition.by_id[name], conditions)
        for name, conditions in wanted.items()
        if name in definition.by_id
    )
