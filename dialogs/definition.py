"""A dialog as it was written: steps from top to bottom, as the person meets them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from dialogs.condition import Condition
from dialogs.kinds import Kind
from dialogs.weakness import Rule
from dialogs.wording import Wording

StepEffect = Literal["make_task", "propose_share", "hand_in", "hand_over", "seek_help"]
Role = Literal["mentee", "mentor"]
ALONE = "#"
"""Stands between a dialog's id and the one question of it that is asked anew."""

AFTER_LOW = "low"
"""`after: low`: asked when the last check-in was about something hard."""

SAID = "said"
"""The value a follow-up may quote: what the person wrote about what was hard."""

ROLES: tuple[Role, ...] = ("mentee", "mentor")
STEP_EFFECTS: tuple[StepEffect, ...] = (
    *("make_task", "propose_share", "hand_in", "hand_over", "seek_help"),
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One question. `more` replaces it for the second and later items of a list.

    `questions` says that what is to be written are questions themselves, so that none is answered.
    An answer that is `weak` is asked for `again` once, in those words.
    `image` names a picture that belongs to it (see `Message`), `alt` says what that shows.
    """

    id: str
    ask: Wording
    answer: Kind
    line: int
    why: Wording | None = None
    more: Wording | None = None
    only_if: tuple[Condition, ...] = ()
    for_each: str | None = None
    optional: bool = False
    questions: bool = False
    effect: StepEffect | None = None
    weak: tuple[Rule, ...] = ()
    again: Wording | None = None
    image: str | None = None
    alt: Wording | None = None
    roles: tuple[Role, ...] = ()
    """Who is asked it; empty is everybody who is asked the dialog."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading of the result and the step it shows; `each` stands under every item of it.

    Without `show` it is the heading of a group, and `each` are the group's lines. Without
    `heading` it stands on the line of its item. `once` leaves out an answer whose
    words stand above.
    """

    heading: Wording | None
    show: str | None
    line: int
    each: tuple["Section", ...] = ()
    once: bool = False


@dataclass(frozen=True, kw_only=True)
class Definition:
    """A whole dialog. `version` is a hash of its content: an open session notices a change.

    `audience` says whose menu offers it; empty is everybody's. `together` is answered by both of a
    pair, each alone, and then compared. `family` is the check-ins it takes turns with; one that
    `follows` is asked only after a hard week.
    """

    id: str
    title: Wording
    about: int
    steps: tuple[Step, ...]
    result: tuple[Section, ...]
    version: str
    file: str
    line: int = 1
    intro: Wording | None = None
    done: Wording | None = None
    left: Wording | None = None
    """Said to who leaves it, where it can't be gone on with for weeks."""
    audience: tuple[Role, ...] = ()
    values: tuple[str, ...] = ()
    record: bool = False
    draw: str | None = None
    together: bool = False
    family: str | None = None
    follows: bool = False
    concerns: bool = False
    """Whether a mentor answers it about one mentee, who is chosen first."""
    insights: bool = False
    """Whether it begins with what the person has understood so far."""

    @cached_property
    def by_id(self) -> Mapping[str, Step]:
        """The steps by their ids."""
        return {step.id: step for step in self.steps}

    @cached_property
    def asks_to_share(self) -> bool:
        """Whether the person is asked if the other half of the pairing may see the result."""
        return any(step.effect == "propose_share" for step in self.steps)

    @cached_property
    def leaves_out(self) -> bool:
        """Whether a line of its result is left out where it would repeat one above."""
        return any(each.once for section in self.result for each in (section, *section.each))

    @cached_property
    def makes_tasks(self) -> bool:
        """Whether something written in it becomes a task."""
        return any(step.effect == "make_task" for step in self.steps)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Where each step stands, from 0."""
        return {step.id: number for number, step in enumerate(self.steps)}

    @cached_property
    def blocks(self) -> tuple[range, ...]:
        """For each step the neighbours asked in the same round: steps in a row with one `for_each`.

        So a person stays with one option, its advantages and its limits, before the next option.
        """
        return tuple(self._block(number) for number in range(len(self.steps)))

    def for_role(self, role: str) -> "Definition":
        """As this role is asked it. Where that is less, its version is another: whoever stood in a
        question that is not theirs goes on from the one before it."""
        return self._by_role.get(role, self._for_nobody)

    @cached_property
    def _by_role(self) -> Mapping[str, "Definition"]:
        return {role: self._asked_of(role) for role in ROLES}

    @cached_property
    def _for_nobody(self) -> "Definition":
        """For whoever is neither, as a coordinator."""
        return self._asked_of("other")

    def _asked_of(self, role: str) -> "Definition":
        steps = tuple(step for step in self.steps if not step.roles or role in step.roles)
        if len(steps) == len(self.steps):
            return self
        return replace(self, steps=steps, version=f"{self.version}-{role}")

    def alone(self, step: str) -> "Definition | None":
        """One question of a dialog for two, to be answered anew by itself."""
        found = self.by_id.get(step)
        if found is None or not self.together:
            return None
        name = f"{self.id}{ALONE}{step}"
        return replace(self, id=name, steps=(found,), about=1, result=(), intro=None, done=None)

    def _block(self, number: int) -> range:
        source = self.steps[number].for_each
        if source is None:
            return range(number, number + 1)
        first = last = number
        while first > 0 and self.steps[first - 1].for_each == source:
            first -= 1
        while last + 1 < len(self.steps) and self.steps[last + 1].for_each == source:
            last += 1
        return range(first, last + 1)
