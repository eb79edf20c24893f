"""The ways in which an answer can be weak, as a definition names them; `weak` finds them."""

from dataclasses import dataclass
from typing import Literal, get_args

RuleName = Literal[
    "unsure", "nothing", "vague", "no_number", "no_time", "same_as", "shorter_than",
    "after", "before",
]  # fmt: skip
RULES: tuple[RuleName, ...] = get_args(RuleName)

OF_STEP: tuple[RuleName, ...] = ("same_as", "after", "before")
"""Rules that compare with the answer of an earlier step."""

OF_TEXT: tuple[RuleName, ...] = ("vague", "no_number", "no_time", "same_as", "shorter_than")
"""Rules that look at words."""

OF_DAY: tuple[RuleName, ...] = ("after", "before")
"""Rules that compare days."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One way in which an answer is weak. `step` or `length` is what it is compared with."""

    name: RuleName
    line: int
    step: str = ""
    length: int = 0
