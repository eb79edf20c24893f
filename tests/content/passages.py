"""Every text the product shows, with the file and line it stands on and its language."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from knowledge.passages import LANGUAGES, Passage, of_guide, of_yaml

PATTERNS = (
    "desk/texts/*.ftl",
    "bot/web/web.*.ftl",
    "dialogs/library/*.yaml",
    "dialogs/library/*/*.yaml",
    "dialogs/*.py",
    "programmes/*/programme.yaml",
    "programmes/*/dialogs/*.yaml",
    "programmes/*/polls/*.yaml",
    "programmes/*/faq/*.yaml",
    "programmes/*/guides/*.md",
)
IN_FOLDER = ("programme.yaml", "dialogs/*.yaml", "faq/*.yaml", "guides/*.md")


def files(root: Path) -> list[Path]:
    """The files with texts, of the product or of one programme folder, in a steady order."""
    patterns = IN_FOLDER if (root / "programme.yaml").exists() else PATTERNS
    return [path for pattern in patterns for path in sorted(root.glob(pattern))]


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


def _python(file: Path) -> Iterator[Passage]:
    """Mappings from language to text, as in `{"lv": "...", "en": "..."}`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        pairs = zip(node.keys, node.values, strict=True) if isinstance(node, ast.Dict) else ()
        for key, value in pairs:
            language, text = getattr(key, "value", None), getattr(value, "value", None)
            if language in LANGUAGES and isinstance(text, str):
                line = value.lineno
                yield Passage(file=file, line=line, key="", language=language, text=text)


_READERS: Mapping[str, Any] = {".ftl": _fluent, ".yaml": of_yaml, ".py": _python, ".md": of_guide}
