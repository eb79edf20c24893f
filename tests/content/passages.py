"""Every text the product shows, with the file and line it stands on and its language."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from dialogs.source import LocatedDict, line_of, load_yaml

LANGUAGES = ("lv", "en")

PATTERNS = (
    "desk/texts/*.ftl",
    "bot/web/web.*.ftl",
    "dialogs/library/*.yaml",
    "dialogs/library/polls/*.yaml",
    "dialogs/*.py",
    "programmes/*/programme.yaml",
    "programmes/*/dialogs/*.yaml",
    "programmes/*/polls/*.yaml",
    "programmes/*/faq/*.yaml",
    "programmes/*/guides/*.md",
)

AS_PEOPLE_TYPE = frozenset({"phrasings", "keywords"})
"""What people type, with their slips and slang; never shown."""

GUIDE_LANGUAGE = re.compile(r"## (\w\w)")
REACH = 40
"""Lines below its key on which a word of a text is looked for."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One text as one reader sees it. Placeables stand in it as {name}."""

    file: Path
    line: int
    key: str
    language: str
    text: str

    def line_of(self, word: str) -> int:
        """The line a word stands on, since a text may go over several."""
        lines = _lines(self.file)[self.line - 1 : self.line + REACH]
        found = (number for number, line in enumerate(lines) if word in line)
        return self.line + next(found, 0)


@cache
def _lines(file: Path) -> tuple[str, ...]:
    return tuple(file.read_text(encoding="utf-8").splitlines())


def files(root: Path) -> list[Path]:
    """The files with texts, in a steady order."""
    return [path for pattern in PATTERNS for path in sorted(root.glob(pattern))]


def passages(file: Path) -> Iterator[Passage]:
    """The texts of one file."""
    yield from _READERS[file.suffix](file)


def fluent_messages(file: Path) -> dict[str, tuple[int, ftl.Pattern]]:
    """Line and pattern of each message by its key."""
    source = file.read_text(encoding="utf-8")
    found = {}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ftl.Message) and entry.value and entry.id.span:
            line = source.count("\n", 0, entry.id.span.start) + 1
            found[entry.id.name] = (line, entry.value)
    return found


def _fluent(file: Path) -> Iterator[Passage]:
    language = file.stem.rpartition(".")[2]
    for key, (line, pattern) in fluent_messages(file).items():
        for turn in range(_most_variants(pattern)):
            text = _flat(pattern, turn)
            yield Passage(file=file, line=line, key=key, language=language, text=text)


def _most_variants(pattern: ftl.Pattern) -> int:
    return max((len(select.variants) for select in _selects(pattern)), default=1)


def _selects(pattern: ftl.Pattern) -> Iterator[ftl.SelectExpression]:
    for element in pattern.elements:
        inner = element.expression if isinstance(element, ftl.Placeable) else None
        if isinstance(inner, ftl.SelectExpression):
            yield inner


def _flat(pattern: ftl.Pattern, turn: int) -> str:
    """The text with the variant number `turn` of each choice, or its last."""
    return "".join(_element(element, turn) for element in pattern.elements)


def _element(element: ftl.TextElement | ftl.Placeable, turn: int) -> str:
    if isinstance(element, ftl.TextElement):
        return str(element.value)
    inner = element.expression
    if isinstance(inner, ftl.SelectExpression):
        variant = inner.variants[min(turn, len(inner.variants) - 1)]
        return _flat(variant.value, turn)
    name = getattr(getattr(inner, "id", None), "name", "")
    return f"{{{name}}}" if name else str(getattr(inner, "value", ""))


def _yaml(file: Path) -> Iterator[Passage]:
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


def _python(file: Path) -> Iterator[Passage]:
    """Mappings from language to text, as in `{"lv": "...", "en": "..."}`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        pairs = zip(node.keys, node.values, strict=True) if isinstance(node, ast.Dict) else ()
        for key, value in pairs:
            language, text = getattr(key, "value", None), getattr(value, "value", None)
            if language in LANGUAGES and isinstance(text, str):
                line = value.lineno
                yield Passage(file=file, line=line, key="", language=language, text=text)


def _guide(file: Path) -> Iterator[Passage]:
    language = ""
    for number, line in enumerate(_lines(file), start=1):
        if head := GUIDE_LANGUAGE.fullmatch(line.strip()):
            language = head[1]
        elif language and line.strip():
            yield Passage(file=file, line=number, key="", language=language, text=line)


_READERS: Mapping[str, Any] = {".ftl": _fluent, ".yaml": _yaml, ".py": _python, ".md": _guide}
