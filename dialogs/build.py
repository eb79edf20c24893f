"""From plain data to a Definition. A wrong shape becomes a fault, never an exception."""

from dataclasses import replace

from dialogs.answer_shape import read_answer
from dialogs.condition import TESTS, Condition
from dialogs.definition import (
    AFTER_LOW,
    ROLES,
    STEP_EFFECTS,
    Definition,
    Role,
    Section,
    Step,
    StepEffect,
)
from dialogs.kinds import Choice, Choices
from dialogs.shape import Place
from dialogs.source import Fault, LocatedDict
from dialogs.version import version_of
from dialogs.weak_shape import read_weak

CONCERNS = "mentee"
_DIALOG_KEYS = (
    "id", "title", "about", "for", "concerns", "together", "family", "after", "insights", "intro",
    "values", "steps", "result", "done", "effects",
)  # fmt: skip
_STEP_KEYS = (
    "id", "ask", "why", "more", "answer", "only_if", "for_each", "optional", "questions", "effect",
    "weak", "again", "roles",
)  # fmt: skip
_SECTION_KEYS = ("heading", "show", "each", "once")


def build(data: object, file: str) -> tuple[Definition | None, list[Fault]]:
    """The definition, None where it can't be built at all, and the faults of its shape."""
    faults: list[Fault] = []
    top = Place(data=data, file=file, faults=faults)
    if not isinstance(data, LocatedDict):
        top.fault("a dialog is a mapping that starts with id, title, about and steps", "Start so")
        return None, faults
    top = Place(data=data, file=file, faults=faults, dialog=str(data.get("id", "?")))
    return _definition(top), faults


def _definition(top: Place) -> Definition | None:
    top.only(_DIALOG_KEYS)
    title, about = top.wording("title"), top.whole("about")
    steps = tuple(step for place in top.places("steps") if (step := _step(place)))
    if title is None or about is None or not steps:
        if not top.get("steps"):
            top.fault("the dialog has no steps", "Add at least one step", "steps")
        return None
    record, picture = _effects(top)
    return Definition(
        id=top.name("id"),
        title=title,
        about=about,
        steps=_linked(steps),
        result=_sections(top, "result"),
        version=version_of(top.data),
        file=top.file,
        line=top.line("id"),
        intro=top.wording("intro", needed=False),
        done=top.wording("done", needed=False),
        audience=_roles(top, "for"),
        values=top.names("values"),
        record=record,
        draw=picture,
        together=top.yes("together"),
        family=top.name("family") if "family" in top.data else None,
        follows=_follows(top),
        insights=top.yes("insights"),
        concerns=_concerns(top),
    )


def _linked(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Choices of what was chosen before get its options, so that they speak its labels."""
    written = {
        step.id: step.answer.options for step in steps if isinstance(step.answer, Choice | Choices)
    }
    return tuple(
        replace(step, answer=replace(step.answer, options=written[step.answer.of]))
        if isinstance(step.answer, Choice | Choices) and step.answer.of in written
        else step
        for step in steps
    )


def _step(top: Place) -> Step | None:
    top = top.at_step()
    top.only(_STEP_KEYS)
    ask = top.wording("ask")
    answer = read_answer(top)
    if ask is None or answer is None:
        return None
    return Step(
        id=top.name("id"),
        ask=ask,
        answer=answer,
        line=top.line("id"),
        why=top.wording("why", needed=False),
        more=top.wording("more", needed=False),
        only_if=_conditions(top),
        for_each=top.word("for_each"),
        optional=top.flag("optional"),
        questions=top.flag("questions"),
        effect=_step_effect(top),
        weak=read_weak(top),
        again=top.wording("again", needed="weak" in top.data),
        roles=_roles(top, "roles"),
    )


def _step_effect(top: Place) -> StepEffect | None:
    name = top.word("effect")
    if name is None:
        return None
    for effect in STEP_EFFECTS:
        if effect == name:
            return effect
    top.fault(
        f"'{name}' is no effect of a step", f"Use one of: {', '.join(STEP_EFFECTS)}", "effect"
    )
    return None


def _roles(top: Place, key: str) -> tuple[Role, ...]:
    named = top.names(key)
    for name in named:
        if name not in ROLES:
            cure = f"Use {' and '.join(ROLES)}, or leave '{key}' out if it is for everybody"
            top.fault(f"'{key}' names the unknown role '{name}'", cure, key)
    return tuple(role for role in ROLES if role in named)


def _concerns(top: Place) -> bool:
    whom = top.word("concerns")
    if whom not in (None, CONCERNS):
        top.fault(f"it can't concern '{whom}'", f"Write {CONCERNS}, or leave it out", "concerns")
    return whom is not None


def _follows(top: Place) -> bool:
    after = top.word("after")
    if after not in (None, AFTER_LOW):
        top.fault(f"'after' can't be '{after}'", f"Write {AFTER_LOW}, or leave it out", "after")
    return after is not None


def _effects(top: Place) -> tuple[bool, str | None]:
    record, picture = False, None
    for number, effect in enumerate(top.list("effects")):
        if effect == "record":
            record = True
        elif isinstance(effect, LocatedDict) and list(effect) == ["draw"]:
            picture = str(effect["draw"])
        else:
            top.fault(
                f"effect {number + 1} is unknown", "Use 'record' or 'draw: picture'", "effects"
            )
    return record, picture


def _sections(top: Place, key: str) -> tuple[Section, ...]:
    needed = key == "result"
    return tuple(found for place in top.places(key) if (found := _section(place, needed)))


def _section(top: Place, headed: bool) -> Section | None:
    top.only(_SECTION_KEYS)
    heading, show = top.wording("heading", needed=headed), top.word("show")
    each = _sections(top, "each")
    if show is None and not each:
        top.fault("this heading shows nothing", "Add 'show:' with the id of a step, or 'each:'")
        return None
    if headed and heading is None:
        return None
    line = top.line("show")
    return Section(heading=heading, show=show, line=line, each=each, once=top.flag("once"))


def _conditions(top: Place) -> tuple[Condition, ...]:
    inner = top.mapping("only_if")
    if inner is None:
        return ()
    return tuple(_condition(inner, str(step), inner.data[step]) for step in inner.data)


def _condition(top: Place, step: str, wanted: object) -> Condition:
    line = top.line(step)
    if isinstance(wanted, LocatedDict):
        return _comparison(top, step, wanted, line)
    if isinstance(wanted, list):
        values = [_plain(one) for one in wanted]
        return Condition(step=step, test="one_of", operand=values, line=line)
    if wanted in ("answered", "skipped"):
        return Condition(step=step, test=str(wanted), operand=None, line=line)
    return Condition(step=step, test="is", operand=_plain(wanted), line=line)


def _comparison(top: Place, step: str, wanted: LocatedDict, line: int) -> Condition:
    known = [test for test in wanted if test in TESTS[2:6]]
    operand = wanted[known[0]] if known else 0
    if len(wanted) != 1 or not known or not isinstance(operand, int | float):
        cure = f"Write one of {', '.join(TESTS[2:6])} with a number"
        top.fault(f"the condition on '{step}' is not understood", cure, step)
        return Condition(step=step, test="answered", operand=None, line=line)
    return Condition(step=step, test=known[0], operand=operand, line=line)


def _plain(value: object) -> object:
    """`true` and `false` as the words a yes-or-no answer is compared with."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
