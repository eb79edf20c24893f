"""The kinds of answer a step can ask for. Values only: what fits each is decided in `reading`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dialogs.weakness import Rule
from dialogs.wording import Wording

TEXT_MAX = 2_000
"""Characters in one message; the same in whatever language, and well under any platform's limit."""

OWN_MAX = 40
"""Characters of an option of one's own, which has to fit a list and a picture beside the others."""

Direction = Literal["future", "past", "any"]


@dataclass(frozen=True, kw_only=True)
class Text:
    """Own words, `min` to `max` characters. `bare` takes "no" and "I don't know" as they are."""

    min: int = 1
    max: int = TEXT_MAX
    bare: bool = False


@dataclass(frozen=True, kw_only=True)
class Words:
    """One to `max` short words or names in one message, `each` characters at most."""

    max: int = 3
    each: int = 25


@dataclass(frozen=True, kw_only=True)
class YesNo:
    """Yes or no."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Option:
    """One thing to choose, by a short id and a label that fits a button.

    `worth` is the feeling it stands for, 1 to 5, where a check-in is to be compared with others.
    `also` are words that mean it too, in every language: "jā" for one that is called "Izdarīts".
    Compared by identity, like its label, so that options are quick keys of a cache.
    """

    id: str
    label: Wording
    line: int
    worth: int | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of the options, or one of what the person gave at the earlier step `of`.

    Where that step is a choice itself, `options` are its options, for their labels.
    """

    options: tuple[Option, ...] = ()
    of: str | None = None


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Several of the options (or of an earlier list), `min` to `max` of them.

    `own` lets the person type further ones, kept as they wrote them. `by` is a step that gives each
    of an earlier list its figure: those with the lowest come first, the figure on the button.
    """

    options: tuple[Option, ...] = ()
    of: str | None = None
    by: str | None = None
    min: int = 1
    max: int | None = None
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """All the options in the order the person puts them in, best first.

    Tapped one after another; a second tap takes an option out of the order again.
    """

    options: tuple[Option, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A whole number from `low` to `high`, each on its own button."""

    low: int
    high: int


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number; `whole` refuses fractions."""

    min: float | None = None
    max: float | None = None
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class Date:
    """A calendar day. Today counts as future and as past."""

    direction: Direction = "any"


@dataclass(frozen=True, kw_only=True)
class Time:
    """A time of day."""


Simple = Text | Words | YesNo | Choice | Choices | Ranking | Scale | Number | Date | Time


@dataclass(frozen=True, kw_only=True)
class Field:
    """One part of a record, asked for on its own. `weak` and `again` are as in a step."""

    id: str
    ask: Wording
    why: Wording | None
    answer: Text | YesNo | Scale | Number | Date | Time
    optional: bool
    line: int
    weak: tuple[Rule, ...] = ()
    again: Wording | None = None


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Several texts, or several records of fields, `min` to `max` of them."""

    min: int
    max: int
    commas: bool = False
    fields: tuple[Field, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Field]:
        """The fields by their ids."""
        return {field.id: field for field in self.fields}


Kind = Simple | Listing
