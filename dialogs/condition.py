"""Conditions as data: whether a step is asked depends on what was answered before.

`{share: yes}`, `{mood: {below: 3}}`, `{help: answered}`. No expression language, so that a
condition can be checked, drawn and read aloud.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

TESTS = ("is", "one_of", "below", "above", "at_least", "at_most", "answered", "skipped")


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One test on the answer of one earlier step."""

    step: str
    test: str
    operand: Any
    line: int

    def holds(self, value: Any) -> bool:
        """Whether it holds for this answer; None is an answer that was not given."""
        if value is None:
            return self.test == "skipped"
        return _TESTS[self.test](value, self.operand)


def _is(value: Any, operand: Any) -> bool:
    if isinstance(value, bool):
        value = "yes" if value else "no"
    return operand in value if isinstance(value, list) else bool(value == operand)


def _one_of(value: Any, operand: Any) -> bool:
    return any(_is(value, one) for one in operand)


_TESTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "is": _is,
    "one_of": _one_of,
    "below": lambda value, operand: bool(value < operand),
    "above": lambda value, operand: bool(value > operand),
    "at_least": lambda value, operand: bool(value >= operand),
    "at_most": lambda value, operand: bool(value <= operand),
    "answered": lambda _value, _operand: True,
    "skipped": lambda _value, _operand: False,
}
