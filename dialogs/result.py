"""What a person has at the end: their answers under short headings, to read and to show."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dialogs.answers import value_at
from dialogs.definition import Definition, Section
from dialogs.kinds import Kind, Listing
from dialogs.options import titles
from dialogs.session import Session
from dialogs.spoken import spoken

INDENT = "   "


def summary(definition: Definition, session: Session, today: date) -> str:
    """The title and every section that has an answer; empty where the dialog shows no result."""
    sections = [
        text
        for section in definition.result
        if (text := _section(definition, session, section, today))
    ]
    if not sections:
        return ""
    title = definition.title.in_language(session.language)
    return "\n\n".join((title, *sections))


def _section(definition: Definition, session: Session, section: Section, today: date) -> str:
    value = session.answers.get(section.show)
    if value is None:
        return ""
    heading = section.heading.in_language(session.language)
    kind = definition.by_id[section.show].answer
    if isinstance(kind, Listing):
        return "\n".join((f"{heading}:", *_items(definition, session, section, today)))
    return f"{heading}: {spoken(kind, value, session.language, today)}"


def _items(
    definition: Definition, session: Session, section: Section, today: date
) -> Iterator[str]:
    kind = definition.by_id[section.show].answer
    for at_round, item in enumerate(session.answers[section.show]):
        yield f"{at_round + 1}. {_line(kind, item, session.language, today)}"
        for inner in section.each:
            value = value_at(session.answers, inner.show, at_round)
            if value is not None:
                yield _inner(definition, session, inner, value, today)


def _inner(
    definition: Definition, session: Session, section: Section, value: Any, today: date
) -> str:
    kind = definition.by_id[section.show].answer
    heading = section.heading.in_language(session.language)
    if isinstance(kind, Listing):
        shown = "; ".join(_line(kind, item, session.language, today) for item in value)
    else:
        shown = spoken(kind, value, session.language, today)
    return f"{INDENT}{heading}: {shown}"


def _line(kind: Kind, item: Any, language: str, today: date) -> str:
    """One item: a text as it is, a record as "what – day – report"."""
    if not isinstance(kind, Listing) or not kind.fields:
        return titles([item])[0]
    return " – ".join(
        spoken(field.answer, item[field.id], language, today)
        for field in kind.fields
        if field.id in item
    )
