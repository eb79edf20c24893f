"""Every text of a programme folder as one reader sees it, with the file and line it stands on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dialogs.source import LocatedDict, line_of, load_yaml

LANGUAGES = ("lv", "en")

AS_PEOPLE_TYPE = frozenset({"phrasings", "keywords"})
"""What people type, with their slips and slang; never shown."""

GUIDE_LANGUAGE = re.compile(r"## (\w\w)")
REACH = 40
"""Lines below its key on which a word of a text is looked for."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One text in one language. Placeables stand in it as {name}."""

    file: Path
    line: int
    key: str
    language: str
    text: str

    def line_of(self, word: str) -> int:
        """The line a word stands on, since a text may go over several."""
        lines = lines_of(self.file)[self.line - 1 : self.line + REACH]
        found = (number for number, line in enumerate(lines) if word in line)
        return self.line + next(found, 0)


@cache
def lines_of(file: Path) -> tuple[str, ...]:
    return tuple(file.read_text(encoding="utf-8").splitlines())


def of_yaml(file: Path) -> Iterator[Passage]:
    """What stands under a language anywhere in the file; raises Unreadable."""
    yield from _walk(file, load_yaml(file), "")


def _walk(file: Path, data: Any, key: str) -> Iterator[Passage]:
    if isinstance(data, list):
        for item in data:
            yield from _walk(file, item, key)
    if not isinstance(data, LocatedDict):
        return
    for name, value in data.items():
        if name in LANGUAGES and isinstance(value, str):
            line = line_of(data, name)
            yield Passage(file=file, line=line, key=key, language=name, text=value)
        elif name not in AS_PEOPLE_TYPE:
            yield from _walk(file, value, f"{key}.{name}".strip("."))


def of_guide(file: Path) -> Iterator[Passage]:
    """The lines of a guide, under the language whose heading they follow."""
    language = ""
    for number, line in enumerate(lines_of(file), start=1):
        if head := GUIDE_LANGUAGE.fullmatch(line.strip()):
            language = head[1]
        elif language and line.strip():
            yield Passage(file=file, line=number, key="", language=language, text=line)


def pairs(some: Iterator[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Each text with the one beside it in the other language."""
    last: Passage | None = None
    for one in some:
        beside = last is not None and last.key == one.key and last.language != one.language
        if beside and last is not None:
            yield last, one
        last = None if beside else one
