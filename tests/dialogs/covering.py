"""How much of a dialog its transcripts walk through: what there is to meet, and what was met.

Each thing that could go wrong unread has a name: a step asked and answered, a field of a record, an
optional one left out, a condition that held and one that did not, a reason given, a heading of the
result, and each way an answer can be refused.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dialogs.answers import value_at
from dialogs.condition import Condition
from dialogs.definition import Definition, Section, Step
from dialogs.engine import Turn
from dialogs.kinds import (
    Choice,
    Choices,
    Date,
    Kind,
    Listing,
    Number,
    Scale,
    Text,
    Time,
    YesNo,
)
from dialogs.route import rounds_of
from dialogs.session import Session
from dialogs.texts import TEXTS
from dialogs.wording import Wording

ANYWHERE = ("empty", "too_long", "attachment", "attachment_aside", "old_button", "finished")
"""What can come anywhere: nothing, a novel, a picture alone or with words, an old button, and a
word after the end."""


def to_read(definition: Definition) -> set[str]:
    """What is said in words of its own, so that it has to be read in each language."""
    return {name for name in to_meet(definition) if name.split()[-1] in WORDED} | {"the end"}


WORDED = ("asked", "why", "more", "again", "intro")
"""Questions, what they help with, and what is asked in other words."""


def to_meet(definition: Definition) -> set[str]:
    """Everything the transcripts of a dialog have to meet together."""
    steps = (name for step in definition.steps for name in _of_step(step))
    sections = (_heading(section) for section in _sections(definition.result))
    frame = ("the end", "leaving", "coming back", *(("intro",) if definition.intro else ()))
    back = ("back",) if len(definition.steps) > 1 else ()
    return {*steps, *sections, *frame, *back}


def _of_step(step: Step) -> Iterator[str]:
    yield from (f"{step.id} asked", f"{step.id} answered")
    if step.optional:
        yield f"{step.id} left out"
    for condition in step.only_if:
        yield from (f"{step.id} {_named(condition)} {held}" for held in (True, False))
    for name, wording in (("why", step.why), ("more", step.more), ("again", step.again)):
        if wording:
            yield f"{step.id} {name}"
    for field in step.answer.fields if isinstance(step.answer, Listing) else ():
        yield f"{step.id}.{field.id} asked"
        yield from ((f"{step.id}.{field.id} why",) if field.why else ())
        yield from ((f"{step.id}.{field.id} again",) if field.again else ())


def _named(condition: Condition) -> str:
    return f"only if {condition.step} {condition.test} {condition.operand}:"


def _sections(some: Iterable[Section]) -> Iterator[Section]:
    for section in some:
        yield section
        yield from _sections(section.each)


def _heading(section: Section) -> str:
    return f"the result's line {section.line}"


def met(definition: Definition, turns: Iterable[Turn]) -> set[str]:
    """What the turns of some walks through the dialog met of `to_meet`."""
    found: set[str] = set()
    before: Session | None = None
    for turn in turns:
        found.update(_at(definition, turn))
        if before is not None and before.status == turn.session.status == "open":
            found.update(("back",) if len(turn.session.history) < len(before.history) else ())
        if before is not None and before.status == "left" and turn.session.status == "open":
            found.add("coming back")
        before = turn.session
    return found


def _at(definition: Definition, turn: Turn) -> Iterator[str]:
    session, text = turn.session, "\n".join(message.text for message in turn.messages)
    step = definition.by_id[session.cursor.step]
    if definition.intro and definition.intro.texts[session.language] in text:
        yield "intro"
    if session.status == "left":
        yield "leaving"
    elif session.status == "done":
        yield "the end"
        yield from _finished(definition, session)
    elif session.cursor.field is None:
        yield f"{step.id} asked"
    else:
        yield from _field(step, session, text)
    yield from (f"{step.id} {name}" for name in ("why", "more", "again") if _says(step, name, turn))


def _field(step: Step, session: Session, text: str) -> Iterator[str]:
    assert isinstance(step.answer, Listing)
    field = step.answer.fields[session.cursor.field or 0]
    yield from (f"{step.id} asked", f"{step.id}.{field.id} asked")
    if field.why and _found_in(field.why, session.language, text):
        yield f"{step.id}.{field.id} why"
    if field.again and _found_in(field.again, session.language, text):
        yield f"{step.id}.{field.id} again"


def _says(step: Step, name: str, turn: Turn) -> bool:
    wording = getattr(step, name)
    return wording is not None and _found_in(wording, turn.session.language, turn.messages[-1].text)


def _found_in(wording: Wording, language: str, text: str) -> bool:
    """Whether the text was said, whatever stands in its placeholders."""
    return _pattern(wording.texts[language]).search(text) is not None


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, re.split(r"\{[\w-]+\}", text))), re.DOTALL)


def _finished(definition: Definition, session: Session) -> Iterator[str]:
    """What a whole walk shows: answers, what was left out, conditions, headings."""
    for step in definition.steps:
        asked = [cursor.round for cursor in session.history if cursor.step == step.id]
        given = [value_at(session.answers, step.id, at_round) for at_round in asked]
        yield from ((f"{step.id} answered",) if any(one is not None for one in given) else ())
        yield from ((f"{step.id} left out",) if None in given else ())
        yield from _conditions(definition, session, step)
    for section in _sections(definition.result):
        shown = (section.show, *(inner.show for inner in section.each))
        if any(session.answers.get(one or "") is not None for one in shown):
            yield _heading(section)


def _conditions(definition: Definition, session: Session, step: Step) -> Iterator[str]:
    rounds = rounds_of(definition, session.answers, step) if step.for_each else [None]
    for condition in step.only_if:
        of_each = definition.by_id[condition.step].for_each
        for number in range(len(rounds)):
            value = value_at(session.answers, condition.step, number if of_each else None)
            yield f"{step.id} {_named(condition)} {condition.holds(value)}"


def to_refuse(definition: Definition) -> set[str]:
    """The engine's texts by which some answer to this dialog can be refused."""
    kinds = [kind for step in definition.steps for kind in _kinds(step)]
    needed = ("needed",) if any(not step.optional for step in definition.steps) else ()
    nothing = (key for step in definition.steps for key in _without(step))
    return {*ANYWHERE, *needed, *nothing, *(key for kind in kinds for key in _refusals(kind))}


def _without(step: Step) -> Iterator[str]:
    """What is said to "I don't know" and "none of them" where something is to be chosen."""
    if isinstance(step.answer, Choice | Choices):
        nearest = "nearest" if isinstance(step.answer, Choice) else "nearest_ones"
        yield "left_out" if step.optional else nearest


def _kinds(step: Step) -> Iterator[Kind]:
    yield step.answer
    if isinstance(step.answer, Listing):
        yield from (field.answer for field in step.answer.fields)


def _refusals(kind: Kind) -> Iterator[str]:
    match kind:
        case Text():
            yield from ("no_words", *(("too_short",) if kind.min > 1 else ()))
        case YesNo():
            yield "not_yes_no"
        case Choice():
            yield "not_option"
        case Choices():
            yield from () if kind.own else ("not_option",)
            yield from ("too_few", *(("too_many",) if kind.max else ()))
        case Scale() | Number():
            yield from _refused_numbers(kind)
        case Date():
            ways = {"future": ("not_future",), "past": ("not_past",), "any": ()}
            yield from ("not_date", *ways[kind.direction])
        case Time():
            yield "not_time"
        case Listing():
            yield from ("need_more", *(() if kind.fields else ("too_many", "repeated")))


def _refused_numbers(kind: Scale | Number) -> Iterator[str]:
    yield "not_number"
    if isinstance(kind, Scale):
        yield from ("not_whole", "range", "other_scale")
        return
    yield from ("not_whole",) if kind.whole else ()
    if kind.min is not None or kind.max is not None:
        yield "at_most" if kind.min is None else "at_least" if kind.max is None else "range"


def refusals_met(turns: Iterable[Turn]) -> set[str]:
    """The engine's texts that were said on the way."""
    return {
        key
        for turn in turns
        for key, texts in TEXTS.items()
        if _pattern(texts[turn.session.language]).match(turn.messages[-1].text)
    }
