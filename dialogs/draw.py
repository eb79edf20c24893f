"""A dialog as something to look at before anybody meets it: a tree of text, or a flow to print."""

from collections.abc import Iterator

from dialogs.condition import Condition
from dialogs.definition import Definition, Step
from dialogs.draw_svg import draw_guide_svg, draw_svg
from dialogs.draw_words import answer_words, condition_words, role_words, weak_words, word
from dialogs.kinds import Field, Listing
from dialogs.timed import TimedGuide

__all__ = ["draw", "draw_guide", "draw_guide_svg", "draw_svg"]


def draw(definition: Definition, language: str) -> str:
    """The steps from top to bottom with their answers, conditions and rounds."""
    title = definition.title.in_language(language)
    head = f"{title} ({definition.id}, {definition.about} {word('minutes', language)})"
    lines = [head]
    for number, step in enumerate(definition.steps):
        lines += _step(definition, step, language, last=number + 1 == len(definition.steps))
    return "\n".join(lines) + "\n"


def draw_guide(guide: TimedGuide, language: str) -> str:
    """The parts of a timed guide with their minutes and what is talked about."""
    minutes = word("minutes", language)
    lines = [f"{guide.title.in_language(language)} ({guide.id}, {guide.about} {minutes})"]
    for number, part in enumerate(guide.parts, start=1):
        last = number == len(guide.parts)
        title = part.title.in_language(language)
        lines.append(f"{'└' if last else '├'}─ {part.id}: {title} [{part.minutes} {minutes}]")
        trunk = " " if last else "│"
        lines += [f"{trunk}     · {one.in_language(language)}" for one in part.say]
    return "\n".join(lines) + "\n"


def _step(definition: Definition, step: Step, language: str, *, last: bool) -> Iterator[str]:
    trunk = " " if last else "│"
    yield f"{'└' if last else '├'}─ {step.id}: {step.ask.in_language(language)}"
    for note in _notes(step, language):
        yield f"{trunk}     {note}"
    if isinstance(step.answer, Listing):
        for field in step.answer.fields:
            ask = field.ask.in_language(language)
            yield f"{trunk}     · {field.id}: {ask} [{answer_words(field.answer, language)}]"
            yield from (f"{trunk}       {note}" for note in _again(field, language))


def _notes(step: Step, language: str) -> Iterator[str]:
    yield f"[{answer_words(step.answer, language)}]"
    if step.only_if:
        yield f"{word('only_if', language)} {_all(step.only_if, language)}"
    if step.for_each:
        yield f"{word('for_each', language)} {step.for_each}"
    if step.optional:
        yield word("optional", language)
    yield from _again(step, language)
    if step.roles:
        yield role_words(step.roles, language)
    if step.effect:
        yield f"→ {step.effect}"


def _again(asked: Step | Field, language: str) -> Iterator[str]:
    """Which answers are asked for once more, and how."""
    if asked.again:
        weak = weak_words(asked.weak, language)
        yield f"{word('once', language)} ({weak}): {asked.again.in_language(language)}"


def _all(conditions: tuple[Condition, ...], language: str) -> str:
    return f" {word('and', language)} ".join(condition_words(one, language) for one in conditions)
