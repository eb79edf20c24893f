"""A result's text, read back into what it was made of: title, headings, numbered lines.

The kept text is what the person saw, also when the dialog has changed since, so it is read and not
made anew. The dialog's headings say where a section begins; what people wrote may hold colons and
empty lines of its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogs.definition import Definition
from dialogs.result import INDENT

LANGUAGES = ("lv", "en")
HEADING_MAX = 60
"""So long is what counts as a heading where the dialog is gone and nobody can say."""

_ANY_HEADING = re.compile(rf"(?P<heading>[^:.!?\n]{{1,{HEADING_MAX}}}):(?P<rest>.*)")
_ITEM = re.compile(r"(?P<mark>\d{1,3}\.) (?P<text>.*)")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line. `mark` is the "1." of an item, `label` what stands before a value under one."""

    text: str
    mark: str = ""
    label: str = ""
    deep: bool = False


@dataclass(frozen=True, kw_only=True)
class Part:
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Contents:
    title: str
    parts: tuple[Part, ...]


def read(text: str, definition: Definition | None, language: str) -> Contents:
    """`language` gives the title where the text does not begin with one."""
    first, _, rest = text.partition("\n\n")
    titles = _titles(definition)
    if first in titles or (definition is None and "\n" not in first and rest):
        return Contents(title=first, parts=tuple(_parts(rest, definition)))
    title = definition.title.in_language(language) if definition else ""
    return Contents(title=title, parts=tuple(_parts(text, definition)))


def language_of(text: str, definition: Definition | None, otherwise: str) -> str:
    """The language a result was written in, as its first line tells."""
    first = text.partition("\n")[0]
    titles = _titles(definition)
    fitting = [one for one, title in zip(LANGUAGES, titles, strict=False) if title == first]
    return otherwise if otherwise in fitting or not fitting else fitting[0]


def _titles(definition: Definition | None) -> tuple[str, ...]:
    return tuple(definition.title.in_language(one) for one in LANGUAGES) if definition else ()


def _headings(definition: Definition) -> tuple[str, ...]:
    """Longest first, so that none is taken for the beginning of another."""
    found = {
        section.heading.in_language(language)
        for section in definition.result
        if section.heading
        for language in LANGUAGES
    }
    return tuple(sorted(found, key=len, reverse=True))


def _parts(text: str, definition: Definition | None) -> Iterator[Part]:
    known = _headings(definition) if definition else None
    heading, lines, after_blank = "", list[str](), True
    for line in text.split("\n"):
        begun = _begun(line, known) if after_blank else None
        if begun is not None:
            yield from _part(heading, lines)
            heading, lines = begun[0], [begun[1]] if begun[1] else []
        else:
            lines.append(line)
        after_blank = not line.strip()
    yield from _part(heading, lines)


def _begun(line: str, known: Iterable[str] | None) -> tuple[str, str] | None:
    """The heading this line begins with, and what follows it."""
    if known is None:
        match = _ANY_HEADING.fullmatch(line)
        return (match["heading"], match["rest"].strip()) if match else None
    fitting = (each for each in known if line.startswith(f"{each}:"))
    heading = next(fitting, None)
    return None if heading is None else (heading, line[len(heading) + 1 :].strip())


def _part(heading: str, lines: list[str]) -> Iterator[Part]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    if heading or lines:
        yield Part(heading=heading, lines=tuple(map(_line, lines)))


def _line(line: str) -> Line:
    if line.startswith(INDENT):
        label, colon, text = line.strip().partition(": ")
        labelled = bool(colon) and len(label) <= HEADING_MAX
        return Line(text=text, label=label, deep=True) if labelled else _deep(line)
    match = _ITEM.fullmatch(line)
    return Line(text=match["text"], mark=match["mark"]) if match else Line(text=line.strip())


def _deep(line: str) -> Line:
    return Line(text=line.strip(), deep=True)
