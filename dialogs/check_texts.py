"""Texts that a chat can't carry, that name nothing, or that nobody would read to the end."""

import re
from collections.abc import Iterator

from dialogs.check_latvian import INFLECTED_CURE, inflected
from dialogs.definition import Definition, Step
from dialogs.kinds import Choice, Choices, Listing, Ranking
from dialogs.spoken import LIST_WORDS, ROUND_WORDS
from dialogs.wording import Wording

UNITS_MAX = 4_096
"""UTF-16 units in a message: Telegram's limit, and how it counts."""

SENTENCES_MAX = 3
"""Attention fades online: texts.md and EM-14 of the requirements."""

PROPER = frozenset({"Pavadonis", "Telegram", "WhatsApp", "Google", "Zoom", "Teams", "Discord"})
"""Words that are the same in every language, beside those in capitals, as GROW and SWOT."""

_SENTENCE_END = re.compile(r"[.!?…]+[”\"’»)]*(?=\s+[„“\"(]?[A-ZĀČĒĢĪĶĻŅŠŪŽ]|\s*$)")

_WORD = re.compile(r"[^\W\d_]+")
_BRACES = re.compile(r"\{[^{}]*\}")

Found = tuple[str | None, int, str, str]
Named = tuple[Step | None, str, Wording]


def text_faults(definition: Definition) -> Iterator[Found]:
    """Faults of every text, and steps that can't say why they ask."""
    for step in definition.steps:
        if step.why is None and not _fields_say_why(step):
            yield step.id, step.line, "no why", "Add 'why:' with what the person gains by answering"
        if step.why is not None and _fields_say_why(step):
            what = "the why is never shown, since each field has its own"
            yield step.id, step.why.line, what, "Leave it out, or move it to a field"
    for at, name, wording in _texts(definition):
        for what, cure in _faults(definition, at, name, wording):
            yield at.id if at else None, wording.line, f"{name}: {what}", cure
    yield from _unnumbered(definition)


def sentences(text: str) -> int:
    """How many sentences a text has; a date like "5. martā" does not end one."""
    ends = list(_SENTENCE_END.finditer(text))
    rest = text[ends[-1].end() :] if ends else text
    return len(ends) + bool(rest.strip())


def _fields_say_why(step: Step) -> bool:
    fields = step.answer.fields if isinstance(step.answer, Listing) else ()
    return bool(fields) and all(field.why for field in fields)


def _texts(definition: Definition) -> Iterator[Named]:
    frame = (("title", definition.title), ("intro", definition.intro), ("done", definition.done))
    yield from ((None, name, wording) for name, wording in frame if wording)
    for section in definition.result:
        headings = (section.heading, *(inner.heading for inner in section.each))
        yield from ((None, "heading", heading) for heading in headings if heading)
    for step in definition.steps:
        yield from _of_step(step)


def _of_step(step: Step) -> Iterator[Named]:
    for name, wording in _step_texts(step):
        if wording:
            yield step, name, wording
    kind = step.answer
    if isinstance(kind, Ranking) or (isinstance(kind, Choice | Choices) and kind.of is None):
        yield from ((step, "label", option.label) for option in kind.options)
    if isinstance(step.answer, Listing):
        for field in step.answer.fields:
            yield step, f"{field.id}.ask", field.ask
            for name, wording in (("why", field.why), ("again", field.again)):
                if wording:
                    yield step, f"{field.id}.{name}", wording


def _step_texts(step: Step) -> tuple[tuple[str, Wording | None], ...]:
    return (("ask", step.ask), ("again", step.again), ("why", step.why), ("more", step.more))


def _faults(
    definition: Definition, step: Step | None, name: str, wording: Wording
) -> Iterator[tuple[str, str]]:
    for language, text in wording.texts.items():
        yield from text_size(language, text)
        yield from _names(definition, step, wording, language)
    yield from same_faults(wording)
    yield from name_faults(wording)


def name_faults(wording: Wording) -> Iterator[tuple[str, str]]:
    """Latvian would inflect the name, and nobody can do that for every name."""
    for what in inflected(wording.texts["lv"]):
        yield f"'{what}' needs an inflected name", INFLECTED_CURE


def text_size(language: str, text: str) -> Iterator[tuple[str, str]]:
    """What is too long, and what to do about it."""
    units = len(text.encode("utf-16-le", "replace")) // 2
    if units > UNITS_MAX:
        yield f"the text ({language}) has {units:,} UTF-16 units", f"Keep it to {UNITS_MAX:,}"
    if sentences(text) > SENTENCES_MAX:
        what = f"the text ({language}) has {sentences(text)} sentences"
        yield what, f"Keep it to {SENTENCES_MAX}, and move the rest to 'why' or to a guide"


def same_faults(wording: Wording) -> Iterator[tuple[str, str]]:
    """A text that nobody has translated."""
    latvian, english = wording.texts["lv"], wording.texts["en"]
    if untranslated(latvian, english):
        yield f"'{latvian}' is the same in lv and en", "Translate it"


def untranslated(latvian: str, english: str) -> bool:
    """Whether both languages have the same words, and not only names and abbreviations."""
    words = set(_WORD.findall(_BRACES.sub(" ", latvian))) - PROPER
    return latvian == english and any(char.islower() for word in words for char in word)


def _names(
    definition: Definition, step: Step | None, wording: Wording, language: str
) -> Iterator[tuple[str, str]]:
    if wording.stray_brace(language):
        what = f"a brace in the text ({language}) belongs to no placeholder"
        yield what, "Write placeholders as {step_id}, small letters and no spaces"
    for name in wording.placeholders(language):
        known = _known(definition, step, name)
        if known is not None:
            yield f"the placeholder {{{name}}} ({language}) {known}", "Name a needed earlier step"


def _known(definition: Definition, step: Step | None, name: str) -> str | None:
    """What is wrong with a placeholder here, None if nothing."""
    if name in definition.values and step is not None:
        return None
    if name in (*ROUND_WORDS, *LIST_WORDS):
        return None if _special(step, name) else "has no meaning at this step"
    earlier = definition.by_id.get(name)
    if earlier is None or step is None:
        return "is unknown"
    return _before(definition, earlier, step)


def _special(step: Step | None, name: str) -> bool:
    if step is None:
        return False
    return isinstance(step.answer, Listing) if name in LIST_WORDS else step.for_each is not None


def _before(definition: Definition, earlier: Step, step: Step) -> str | None:
    if definition.index[earlier.id] >= definition.index[step.id]:
        return "is not answered before this step"
    if earlier.for_each and earlier.for_each != step.for_each:
        return "has an answer for each item, not one"
    asks_for_it = any(c.step == earlier.id and c.test != "skipped" for c in step.only_if)
    conditional = bool(earlier.only_if) and not _same_conditions(earlier, step)
    if (earlier.optional or conditional) and not asks_for_it:
        return "may be empty, since that step can be left out"
    return None


def _same_conditions(earlier: Step, step: Step) -> bool:
    """Whether the step is asked only where the earlier one was."""
    own = [(c.step, c.test, c.operand) for c in step.only_if]
    return all((c.step, c.test, c.operand) in own for c in earlier.only_if)


def _unnumbered(definition: Definition) -> Iterator[Found]:
    """A record's first question without {number} would look like the same question again."""
    for step in definition.steps:
        if not isinstance(step.answer, Listing) or not step.answer.fields:
            continue
        ask = step.answer.fields[0].ask
        for language in ask.texts:
            if "number" not in ask.placeholders(language):
                what = f"the first field ({language}) does not show which item it is about"
                yield step.id, ask.line, what, "Use {number} in it"
