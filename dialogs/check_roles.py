"""Questions that are for one role only: for whom they are, and that nothing hangs on them."""

from collections.abc import Iterator

from dialogs.definition import ROLES, Definition, Step
from dialogs.kinds import Choice, Choices

Found = tuple[str | None, int, str, str]


def role_faults(definition: Definition) -> Iterator[Found]:
    for step in definition.steps:
        if step.roles:
            yield from _for_whom(definition, step)
        for name in _needs(definition, step):
            earlier = definition.by_id.get(name)
            if earlier is not None and earlier.roles and earlier.roles != step.roles:
                what = f"it needs '{name}', which is not asked of everybody"
                yield step.id, step.line, what, "Give both the same 'roles'"
    yield from _empty(definition)
    yield from _concerned(definition)
    yield from _nobody_reads(definition)


def _for_whom(definition: Definition, step: Step) -> Iterator[Found]:
    if definition.together:
        what = "in a dialog for two each question is for both"
        yield step.id, step.line, what, "Leave out 'roles'"
    elif definition.audience and not set(step.roles) < set(definition.audience):
        what = "its 'roles' are no part of those the dialog is for"
        yield step.id, step.line, what, "Name fewer roles than 'for', or leave 'roles' out"


def _needs(definition: Definition, step: Step) -> Iterator[str]:
    """The steps whose answers this one can't be asked without."""
    yield from (one.step for one in step.only_if)
    if step.for_each:
        yield step.for_each
    if isinstance(step.answer, Choice | Choices) and step.answer.of:
        yield step.answer.of
    for words in filter(None, (step.ask, step.more, step.why, step.again)):
        yield from (n for lang in words.texts for n in words.placeholders(lang))


def _empty(definition: Definition) -> Iterator[Found]:
    roles: tuple[str, ...] = definition.audience or (*ROLES, "other")
    for role in roles:
        if definition.steps and not definition.for_role(role).steps:
            what = f"nothing is asked of the role '{role}'"
            yield (
                None,
                definition.line,
                what,
                "Leave 'roles' out of a step, or say 'for' whom",
            )


def _concerned(definition: Definition) -> Iterator[Found]:
    """Only a mentor has one mentee to choose, and what both answer is about both."""
    if definition.concerns and (definition.together or "mentor" not in definition.audience):
        what = "it is about a mentee, but no mentor answers it alone"
        yield None, definition.line, what, "Write 'for: [mentor]', or leave 'concerns' out"


def _nobody_reads(definition: Definition) -> Iterator[Found]:
    """A coordinator is no half of a pair, so a yes of theirs would do nothing."""
    for step in definition.steps:
        if step.effect == "propose_share" and not (definition.audience or step.roles):
            what = "it asks people without a pair whether to share"
            yield step.id, step.line, what, "Write 'roles: [mentee]', or say 'for' whom it is"
