"""Answers nobody could give, and choices that may have nothing to choose: the dead ends."""

from collections.abc import Iterator

from dialogs.buttons import label_max
from dialogs.definition import Definition, Step
from dialogs.feeling import FEELINGS
from dialogs.kinds import (
    TEXT_MAX,
    Choice,
    Choices,
    Kind,
    Listing,
    Number,
    Ranking,
    Scale,
    Text,
    Words,
)
from dialogs.texts import PLACES

SCALE_BUTTONS_MAX = 11
"""From 0 to 10; a longer scale is a number."""

Found = tuple[str | None, int, str, str]


def answer_faults(definition: Definition) -> Iterator[Found]:
    """Faults of each step's answer, its fields and its options."""
    for step in definition.steps:
        for what, cure in _impossible(step.answer):
            yield step.id, step.line, f"dead end, {what}", cure
        if isinstance(step.answer, Listing):
            yield from _fields(step, step.answer)
        if isinstance(step.answer, Ranking):
            yield from _options(step, step.answer)
        if isinstance(step.answer, Choice | Choices):
            yield from () if step.answer.of else _options(step, step.answer)
            yield from _source(definition, step, step.answer)
            yield from _figures(definition, step, step.answer)


def _impossible(kind: Kind) -> Iterator[tuple[str, str]]:
    match kind:
        case Text() if not 1 <= kind.min <= kind.max <= TEXT_MAX:
            yield f"no text fits min {kind.min} and max {kind.max}", f"Keep 1 to {TEXT_MAX}"
        case Scale() if kind.low >= kind.high:
            yield f"the scale ends at {kind.high} before {kind.low}", "Write the lower end first"
        case Scale() if kind.high - kind.low >= SCALE_BUTTONS_MAX:
            yield f"the scale has more than {SCALE_BUTTONS_MAX} buttons", "Use a number"
        case Number() if kind.min is not None and kind.max is not None and kind.min > kind.max:
            yield f"no number fits min {kind.min} and max {kind.max}", "Swap them"
        case Listing() if kind.min > kind.max:
            yield f"the list has min {kind.min} above max {kind.max}", "Swap them"
        case Listing() if kind.min < 1:
            yield f"the list has min {kind.min}", "Use min 1, and optional: true on the step"
        case Ranking() if not 2 <= len(kind.options) <= len(PLACES):
            yield f"{len(kind.options)} options to put in order", f"Give 2 to {len(PLACES)}"
        case Words() if kind.max < 1 or not 1 <= kind.each <= TEXT_MAX:
            yield f"no words fit max {kind.max} and each {kind.each}", "Give both from 1 up"
        case Choices():
            yield from _impossible_choices(kind)


def _impossible_choices(kind: Choices) -> Iterator[tuple[str, str]]:
    most = kind.max if kind.max is not None else max(kind.min, 1)
    if not 1 <= kind.min <= most:
        yield f"nothing fits min {kind.min} and max {kind.max}", "Keep 1 <= min <= max"
    if kind.of is None and kind.min > len(kind.options):
        yield f"min {kind.min} of {len(kind.options)} options", "Lower min or add options"
    if kind.own and (kind.max is None or kind.of is not None):
        yield "own options without options and a max", "Give options and a max, or drop 'own'"


def _fields(step: Step, kind: Listing) -> Iterator[Found]:
    for field in kind.fields:
        for what, cure in _impossible(field.answer):
            yield step.id, field.line, f"dead end, {what}", cure
    if kind.fields and kind.fields[0].optional:
        line = kind.fields[0].line
        yield step.id, line, "the first field can be skipped", "Make the first field needed"


def _options(step: Step, kind: Choice | Choices | Ranking) -> Iterator[Found]:
    if not kind.options and not isinstance(kind, Ranking):
        yield step.id, step.line, "dead end, the choice has no options", "Add options or 'of:'"
    seen: set[str] = set()
    for option in kind.options:
        if option.id in seen:
            yield step.id, option.line, f"the option '{option.id}' is there twice", "Rename one"
        seen.add(option.id)
        if option.worth is not None and option.worth not in FEELINGS:
            what = f"the option '{option.id}' is worth {option.worth}"
            yield step.id, option.line, what, "Write 1 (very hard) to 5 (very good)"
        for language, label in option.label.texts.items():
            if len(label) > label_max(kind):
                what = f"the button '{label}' ({language}) has {len(label)} characters"
                yield step.id, option.line, what, f"Keep it to {label_max(kind)}"


def _source(definition: Definition, step: Step, kind: Choice | Choices) -> Iterator[Found]:
    if kind.of is None:
        return
    source = definition.by_id.get(kind.of)
    if source is None:
        what = f"the choice is of the unknown step '{kind.of}'"
        yield step.id, step.line, what, "Name an earlier list step"
    elif not isinstance(source.answer, Listing | Choices) or source.for_each:
        what = f"the choice is of '{kind.of}', which is no plain list"
        yield step.id, step.line, what, "Name an earlier step whose answer is a list or choices"
    elif definition.index[kind.of] >= definition.index[step.id]:
        what = f"the choice is of '{kind.of}', which comes later"
        yield step.id, step.line, what, "Move the list above the choice"
    elif (source.optional or source.only_if) and not _waits_for(step, kind.of):
        what = f"dead end, '{kind.of}' may be left out and then there is nothing to choose"
        yield (
            step.id,
            step.line,
            what,
            f"Make '{kind.of}' needed or add only_if: {{{kind.of}: answered}}",
        )


def _figures(definition: Definition, step: Step, kind: Choice | Choices) -> Iterator[Found]:
    """`by` names the step that asks for a figure about each of what is chosen from."""
    if not isinstance(kind, Choices) or kind.by is None:
        return
    source = definition.by_id.get(kind.by)
    figured = source is not None and isinstance(source.answer, Scale | Number)
    if kind.of is None or source is None or not figured or source.for_each != kind.of:
        what = f"'{kind.by}' gives no figure to each of what is chosen from"
        yield step.id, step.line, what, "Name a step with a scale and for_each of the same list"
    elif definition.index[kind.by] >= definition.index[step.id]:
        what = f"the figures of '{kind.by}' come later"
        yield step.id, step.line, what, "Move that step above the choice"


def _waits_for(step: Step, name: str) -> bool:
    return any(one.step == name and one.test == "answered" for one in step.only_if)
