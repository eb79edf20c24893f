"""Everything that can be wrong with a dialog before anybody meets it."""

from collections import Counter
from collections.abc import Callable, Iterator

from dialogs.check_answers import answer_faults
from dialogs.check_conditions import condition_faults
from dialogs.check_roles import role_faults
from dialogs.check_texts import text_faults
from dialogs.check_weak import weak_faults
from dialogs.definition import AFTER_LOW, ALONE, SAID, Definition, Section, Step
from dialogs.effects import WAYS
from dialogs.kinds import Choice, Choices, Listing, Text, YesNo
from dialogs.outcome import task_fields
from dialogs.source import Fault

NAME_MAX = 64
"""Characters of a dialog's name in the store."""

Noted = tuple[str | None, int, str, str]
"""Step id, line, what is wrong, what to do."""


def check(definition: Definition) -> list[Fault]:
    """The faults, each with file, dialog, step, line and cure, in the order of their lines."""
    return sorted(
        Fault(file=definition.file, line=line, what=_where(definition, step, what), cure=f"{cure}.")
        for find in _CHECKS
        for step, line, what, cure in find(definition)
    )


def _where(definition: Definition, step: str | None, what: str) -> str:
    where = f"dialog {definition.id}, step {step}" if step else f"dialog {definition.id}"
    return f"{where}: {what}"


def _ids(definition: Definition) -> Iterator[Noted]:
    counted = Counter(step.id for step in definition.steps)
    seen: set[str] = set()
    for step in definition.steps:
        if counted[step.id] > 1 and step.id in seen:
            yield step.id, step.line, "the id is used twice", "Give each step an id of its own"
        seen.add(step.id)


def _loops(definition: Definition) -> Iterator[Noted]:
    for step in definition.steps:
        if step.for_each is not None:
            yield from _loop(definition, step, step.for_each)


def _loop(definition: Definition, step: Step, name: str) -> Iterator[Noted]:
    source = definition.by_id.get(name)
    if source is None:
        yield step.id, step.line, f"for_each names the unknown step '{name}'", "Name a list step"
    elif not isinstance(source.answer, Listing | Choices) or source.for_each:
        yield (
            step.id,
            step.line,
            f"for_each goes over '{name}', which is no plain list",
            ("Name an earlier step whose answer is a list or choices"),
        )
    elif definition.index[name] >= definition.index[step.id]:
        yield step.id, step.line, f"for_each names '{name}', which comes later", "Move it up"


def _effects(definition: Definition) -> Iterator[Noted]:
    hands_in = any(step.effect == "hand_in" for step in definition.steps)
    if (definition.asks_to_share or hands_in) and not definition.record:
        what = "it asks whether to share a result that is not kept"
        yield None, definition.line, what, "Give it 'effects: [record]'"
    for step in definition.steps:
        fits = step.effect is None or _EFFECT_FITS[step.effect](step)
        if not fits or (step.effect and step.for_each):
            what = f"the effect {step.effect} does not suit this answer"
            yield step.id, step.line, what, _EFFECT_CURES[str(step.effect)]


def _is_task(step: Step) -> bool:
    kind = step.answer
    names = task_fields(kind) if isinstance(kind, Listing) else None
    if names is None or not isinstance(kind, Listing):
        return False
    return not any(kind.by_id[name].optional for name in names[:2] if name)


def _leads_to_help(step: Step) -> bool:
    """One choice, of which some option leads to a human."""
    kind = step.answer
    return isinstance(kind, Choice) and any(one.id in WAYS for one in kind.options)


_EFFECT_FITS: dict[str, Callable[[Step], bool]] = {
    "make_task": _is_task,
    "propose_share": lambda step: isinstance(step.answer, YesNo),
    "hand_in": lambda step: isinstance(step.answer, YesNo),
    "hand_over": lambda step: isinstance(step.answer, Text),
    "seek_help": _leads_to_help,
}
_EFFECT_CURES = {
    "make_task": "Use a list of records with a text and a date that can't be skipped",
    "propose_share": "Use the answer yes_no",
    "hand_in": "Use the answer yes_no",
    "hand_over": "Use the answer text",
    "seek_help": f"Use a choice with at least one of the options {', '.join(WAYS)}",
}


def _result(definition: Definition) -> Iterator[Noted]:
    for section in definition.result:
        yield from _section(definition, section, None)


def _section(definition: Definition, section: Section, outer: str | None) -> Iterator[Noted]:
    step = definition.by_id.get(section.show or "")
    if section.show is None and outer is None:
        pass
    elif step is None:
        yield (
            None,
            section.line,
            f"the result shows the unknown step '{section.show}'",
            ("Name one of the steps"),
        )
    elif step.for_each != outer:
        yield (
            step.id,
            section.line,
            "the result shows it outside its list",
            (f"Put it under 'each' of the heading that shows '{step.for_each or 'its list'}'"),
        )
    for inner in section.each:
        yield from _section(definition, inner, section.show)


def _together(definition: Definition) -> Iterator[Noted]:
    """Each question has to stand by itself, as it is compared and can be answered anew alone."""
    if not definition.together:
        return
    if not definition.record or not definition.result or definition.draw or definition.values:
        cure = "Give it 'result:' and 'effects: [record]', no picture and no values"
        yield None, definition.line, "a dialog for two shows what both said in its result", cure
    for step in definition.steps:
        named = any(step.ask.placeholders(language) for language in step.ask.texts)
        if step.only_if or step.for_each or step.effect or named:
            what = "in a dialog for two no question may hang on another, nor have an effect"
            yield step.id, step.line, what, "Ask it so that it can be answered by itself"
        if len(definition.id) + len(ALONE) + len(step.id) > NAME_MAX:
            yield step.id, step.line, "dialog and step have too long ids together", "Shorten one"
    for section in definition.result:
        if section.each:
            yield None, section.line, "'each' can't be compared", "Show one step in each heading"


def _check_in(definition: Definition) -> Iterator[Noted]:
    """What takes turns is begun by itself, kept in the journal, and compared by its figures."""
    line = definition.line
    if definition.family is None:
        if definition.follows:
            yield None, line, "'after' without 'family'", "Name the family it takes turns in"
        return
    if definition.together or not definition.record:
        cure = "Give it 'effects: [record]', and no 'together'"
        yield None, line, "a check-in is answered by one person and kept", cure
    if definition.audience and "mentee" not in definition.audience:
        yield None, line, "a check-in asks mentees", "Write 'for: [mentee]', or leave 'for' out"
    known = (SAID,) if definition.follows else ()
    for name in definition.values:
        if name not in known:
            cure = f"Only {SAID} is known, and only with 'after: {AFTER_LOW}'"
            yield None, line, f"nobody gives the check-in the value '{name}'", cure


_CHECKS: tuple[Callable[[Definition], Iterator[Noted]], ...] = (
    _ids,
    _loops,
    answer_faults,
    condition_faults,
    weak_faults,
    role_faults,
    _effects,
    _result,
    _together,
    _check_in,
    text_faults,
)
