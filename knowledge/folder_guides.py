"""Reads guides: Markdown with one section for each language, "## lv", and in it a title, "### ...".

What stands above the first language is a note for whoever edits the file, and is shown to nobody.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogs.source import Fault
from knowledge.folder_section import Sheet, did_you_mean
from mentoring.programme import Text

LANGUAGE_LINE = re.compile(r"##[ \t]+(\S+)[ \t]*")
TITLE_LINE = re.compile(r"###[ \t]+(\S.*)")


@dataclass(frozen=True, kw_only=True)
class Guide:
    """Advice people can call up by its id, which is the name of its file."""

    id: str
    title: Text
    text: Text


@dataclass(frozen=True, kw_only=True)
class _Part:
    """The lines under one language; `line` is where its heading stands."""

    line: int
    lines: Sequence[str]

    @property
    def title(self) -> str:
        match = TITLE_LINE.fullmatch(self._written[0]) if self._written else None
        return match[1].strip() if match else ""

    @property
    def text(self) -> str:
        return "\n".join(self._written[1:]).strip()

    @property
    def _written(self) -> list[str]:
        return "\n".join(self.lines).strip().splitlines()


def read_guide(path: Path, languages: Sequence[str]) -> tuple[Guide | None, list[Fault]]:
    """The guide, or None with its faults."""
    sheet = Sheet(file=str(path))
    try:
        parts = _parts(sheet, path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        sheet.blame(
            1, "the file can't be read as text", "Save it as UTF-8, readable for everybody."
        )
        return None, sheet.faults
    _check(sheet, parts, languages)
    guide = Guide(
        id=path.stem,
        title={language: part.title for language, part in parts.items()},
        text={language: part.text for language, part in parts.items()},
    )
    return (None if sheet.faults else guide), sorted(sheet.faults)


def _parts(sheet: Sheet, text: str) -> Mapping[str, _Part]:
    parts: dict[str, _Part] = {}
    lines = text.splitlines()
    heads = [(n, m[1]) for n, line in enumerate(lines) if (m := LANGUAGE_LINE.fullmatch(line))]
    ends = [number for number, _ in heads[1:]] + [len(lines)]
    for (start, language), end in zip(heads, ends, strict=True):
        if language in parts:
            sheet.blame(start + 1, f"'## {language}' is there twice", "Keep one of the two.")
        parts[language] = _Part(line=start + 1, lines=lines[start + 1 : end])
    return parts


def _check(sheet: Sheet, parts: Mapping[str, _Part], languages: Sequence[str]) -> None:
    for language in languages:
        if language not in parts:
            cure = f'Add a line "## {language}" and the text under it.'
            sheet.blame(1, f"the language '{language}' is missing", cure)
    for language, part in parts.items():
        if language not in languages:
            what = f"'## {language}' is no language of the programme"
            sheet.blame(part.line, what, did_you_mean(language, languages))
        elif not part.title or not part.text:
            cure = 'Begin with a line "### Title" and write the text below it.'
            sheet.blame(part.line, f"'## {language}' lacks a title or a text", cure)
