"""What a person has at the end: their answers under short headings, to read and to show."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from dialogs.answers import value_at
from dialogs.definition import Definition, Section
from dialogs.kinds import Kind, Listing
from dialogs.session import Session
from dialogs.spoken import one_spoken, spoken
from dialogs.words import folded

INDENT = "   "


def summary(definition: Definition, session: Session, today: date) -> str:
    """The title and every section that has an answer; empty where the dialog shows no result."""
    shown = definition.result
    if definition.leaves_out:
        shown = tuple(_unsaid(shown, session, set()))
    sections = [
        text for section in shown if (text := _section(definition, session, section, today))
    ]
    if not sections:
        return ""
    title = definition.title.in_language(session.language)
    return "\n\n".join((title, *sections))


def _unsaid(sections: tuple[Section, ...], session: Session, above: set[str]) -> list[Section]:
    """The sections without those that are shown `once` and would repeat the words of one above."""
    kept = []
    for section in sections:
        value = session.answers.get(section.show or "")
        words = folded(value) if isinstance(value, str) else ""
        if section.once and words in above:
            continue
        above |= {words} if words else set()
        each = tuple(_unsaid(section.each, session, above)) if section.each else ()
        kept.append(replace(section, each=each))
    return kept


def _section(definition: Definition, session: Session, section: Section, today: date) -> str:
    heading = _heading(section, session)
    if section.show is None:
        lines = list(_group(definition, session, section, today))
        return "\n".join((f"{heading}:", *lines)) if lines else ""
    value = session.answers.get(section.show)
    if value is None:
        return ""
    kind = definition.by_id[section.show].answer
    if isinstance(kind, Listing) or section.each:
        return "\n".join((f"{heading}:", *_items(definition, session, section, today)))
    return f"{heading}: {spoken(kind, value, session.language, today)}"


def _heading(section: Section, session: Session) -> str:
    return section.heading.in_language(session.language) if section.heading else ""


def _group(
    definition: Definition, session: Session, section: Section, today: date
) -> Iterator[str]:
    for inner in section.each:
        value = session.answers.get(str(inner.show))
        if value is not None:
            yield _inner(definition, session, inner, value, today)


def _items(
    definition: Definition, session: Session, section: Section, today: date
) -> Iterator[str]:
    shown = str(section.show)
    kind = definition.by_id[shown].answer
    for at_round, item in enumerate(session.answers[shown]):
        lines = [f"{at_round + 1}. {_line(kind, item, session, today)}"]
        for inner in section.each:
            value = value_at(session.answers, str(inner.show), at_round)
            if value is not None and inner.heading is None:
                lines[0] += f": {said(definition, session, inner, value, today)}"
            elif value is not None:
                lines.append(_inner(definition, session, inner, value, today))
        yield from lines


def _inner(
    definition: Definition, session: Session, section: Section, value: Any, today: date
) -> str:
    shown = said(definition, session, section, value, today)
    return f"{INDENT}{_heading(section, session)}: {shown}"


def said(
    definition: Definition, session: Session, section: Section, value: Any, today: date
) -> str:
    """The answer a section shows, in one line."""
    kind = definition.by_id[str(section.show)].answer
    if isinstance(kind, Listing):
        return "; ".join(_line(kind, item, session, today) for item in value)
    return spoken(kind, value, session.language, today)


def _line(kind: Kind, item: Any, session: Session, today: date) -> str:
    """One item: a text or a label as it is, a record as "what – day – report"."""
    if not isinstance(kind, Listing) or not kind.fields:
        return one_spoken(kind, item, session)
    return " – ".join(
        spoken(field.answer, item[field.id], session.language, today)
        for field in kind.fields
        if field.id in item
    )
