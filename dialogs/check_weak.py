"""Rules for weak answers that can never find one, or that compare with nothing."""

from collections.abc import Iterator

from dialogs.definition import Definition, Step
from dialogs.kinds import Date, Field, Kind, Listing, Number, Scale, Text
from dialogs.weakness import OF_DAY, OF_STEP, OF_TEXT, Rule

Found = tuple[str | None, int, str, str]


def weak_faults(definition: Definition) -> Iterator[Found]:
    """Faults of each rule, of steps and of the fields of records."""
    for step in definition.steps:
        for asked in _asked(step):
            for rule in asked.weak:
                for what, cure in _faults(definition, step, asked.answer, rule):
                    yield step.id, rule.line, what, cure


def _asked(step: Step) -> Iterator[Step | Field]:
    yield step
    yield from step.answer.fields if isinstance(step.answer, Listing) else ()


def _faults(
    definition: Definition, step: Step, kind: Kind, rule: Rule
) -> Iterator[tuple[str, str]]:
    if not _suits(kind, rule):
        what = f"the rule '{rule.name}' does not suit this answer"
        yield what, "Words are looked at in a text or a list of texts, days in a date"
    elif rule.name in OF_STEP:
        yield from _of_step(definition, step, rule)


def _suits(kind: Kind, rule: Rule) -> bool:
    """Words are in texts, days in dates; "I don't know" can be said to numbers too."""
    words = isinstance(kind, Text) or (isinstance(kind, Listing) and not kind.fields)
    if rule.name in OF_TEXT:
        return words
    if rule.name in OF_DAY:
        return isinstance(kind, Date)
    return words or isinstance(kind, Date | Number | Scale)


def _of_step(definition: Definition, step: Step, rule: Rule) -> Iterator[tuple[str, str]]:
    earlier = definition.by_id.get(rule.step)
    if definition.together:
        yield (
            f"the rule '{rule.name}' hangs on another question",
            "Leave it out in a dialog for two",
        )
    elif earlier is None or definition.index[rule.step] >= definition.index[step.id]:
        what = f"the rule '{rule.name}' names '{rule.step}', which is not an earlier step"
        yield what, "Name a step that is asked before this one"
    elif rule.name == "same_as" and not _has_words(earlier.answer):
        yield f"'{rule.step}' has no words to be the same as", "Name a step answered with a text"
    elif rule.name in OF_DAY and not _has_days(earlier.answer):
        yield f"'{rule.step}' has no day", "Name a step whose answer is a date, or records with one"
    elif not _in_reach(step, earlier):
        what = f"'{rule.step}' has an answer for each item, not one"
        yield what, "Name a step that is asked once, or about the same item"


def _has_words(kind: Kind) -> bool:
    return isinstance(kind, Text) or (isinstance(kind, Listing) and not kind.fields)


def _has_days(kind: Kind) -> bool:
    fields = kind.fields if isinstance(kind, Listing) else ()
    return isinstance(kind, Date) or any(isinstance(field.answer, Date) for field in fields)


def _in_reach(step: Step, earlier: Step) -> bool:
    """Asked once, or in the same round; of a list only the item that is gone through."""
    if earlier.for_each:
        return earlier.for_each == step.for_each
    several = isinstance(earlier.answer, Listing)
    return not (several and step.for_each and step.for_each != earlier.id)
