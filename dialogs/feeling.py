"""How somebody is, from 1 to 5, however a check-in asked: a scale, the weather, a state of things.

So the mentor's card and the choice of the next check-in can compare what different ones heard.
"""

from collections.abc import Mapping
from typing import Any

from dialogs.definition import Definition, Step
from dialogs.kinds import Choice, Kind, Scale, YesNo
from dialogs.route import following
from dialogs.session import Cursor

FEELINGS = range(1, 6)
LOW = 2
"""So low a feeling, or a lower one, is worth a word of its own."""

WEEK = "week"
"""The step whose scale is the feeling, and the key under which it is kept."""

_WHOLE = Scale(low=FEELINGS[0], high=FEELINGS[-1])


def feeling(definition: Definition, answers: Mapping[str, Any]) -> int | None:
    """The first figure among the answers; None where this dialog, or the person, gave none."""
    found = (_worth(step, answers.get(step.id)) for step in definition.steps)
    return next((worth for worth in found if worth is not None), None)


def _worth(step: Step, answer: Any) -> int | None:
    if isinstance(step.answer, Choice):
        return next((each.worth for each in step.answer.options if each.id == answer), None)
    is_figure = step.id == WEEK and step.answer == _WHOLE and isinstance(answer, int)
    return answer if is_figure else None


def is_one_tap(definition: Definition) -> bool:
    """Whether one tap is all it takes, for everybody whose answer is not a low one."""
    first = definition.steps[0]
    easy = [one for one in _taps(first.answer) if (_worth(first, one) or LOW + 1) > LOW]
    begun = Cursor(step=first.id)
    return bool(easy) and all(following(definition, {first.id: one}, begun) is None for one in easy)


def _taps(kind: Kind) -> tuple[Any, ...]:
    """The answers that have a button."""
    if isinstance(kind, Choice):
        return tuple(option.id for option in kind.options)
    if isinstance(kind, Scale):
        return tuple(range(kind.low, kind.high + 1))
    return (True, False) if isinstance(kind, YesNo) else ()
