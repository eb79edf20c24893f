"""A sheet of fields with a heading, as SVG and as words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from dialogs.definition import Definition, Section
from dialogs.human import format_date
from dialogs.listing import split
from dialogs.pictures.canvas_field import Field, Filled, Note, draw_field, fill
from dialogs.pictures.canvas_words import clean, fitted
from dialogs.pictures.picture import Answers, Picture

HEADING, SUBTITLE = 46, 30
"""Sizes of the two lines on top, in pixels."""

MARGIN = 30
SUBTITLE_LINES = 2

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

_STYLE = (
    "text{font-family:'Noto Sans',system-ui,sans-serif;fill:#1d2733}"
    ".heading,.title{font-weight:700}.subtitle,.label{fill:#48586a}"
)
_CUT: Mapping[str, str] = {
    "lv": "Attēlā garākās atbildes ir īsinātas un beidzas ar „…”, bet te tās ir pilnībā.",
    "en": "In the picture longer answers are cut and end with “…”; here they are in full.",
}
_EMPTY: Mapping[str, str] = {"lv": "nav atbildes", "en": "no answer"}


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A heading, a line below it, and the fields in the order they are read. Sizes in pixels."""

    heading: str
    subtitle: str
    fields: tuple[Field, ...]
    width: int
    height: int
    sizes: Sequence[int]
    """Sizes of the answers to try, from large to small."""
    together: int
    """Down to this size all fields have letters of one size."""


def head_height(subtitle: str, width: int) -> int:
    """Pixels the heading takes, so that the fields can begin below it."""
    lines = fitted(subtitle, SUBTITLE, width - 2 * MARGIN, SUBTITLE_LINES).lines
    return round(MARGIN + HEADING * 1.3 + len(lines) * SUBTITLE * 1.35 + 14)


def field_of(definition: Definition, data: Answers, step: str, language: str) -> tuple[str, tuple[Note, ...]]:  # fmt: skip
    """Title and notes of the part of the result that shows this step, in the dialog's own words."""
    for section in definition.result:
        parts = section.each if section.show is None else (section,)
        if any(part.show == step for part in parts):
            notes = (_note(part, section, data, language) for part in parts)
            return section.heading.in_language(language), tuple(
                note for note in notes if note.items
            )
    return definition.by_id[step].ask.in_language(language), ()


def picture(sheet: Sheet, language: str) -> Picture:
    """The sheet drawn, and all that was said on it as text."""
    filled = _filled(sheet)
    subtitle = fitted(sheet.subtitle, SUBTITLE, sheet.width - 2 * MARGIN, SUBTITLE_LINES)
    cut = subtitle.cut or any(one.cut for one in filled)
    alt = _alt(sheet, language, cut)
    parts = [*_head(sheet, alt, language), *_top(sheet, subtitle.lines)]
    for one in filled:
        parts += draw_field(one)
    return Picture(svg="\n".join([*parts, "</svg>"]) + "\n", alt=alt)


def _note(part: Section, whole: Section, data: Answers, language: str) -> Note:
    label = "" if part is whole else part.heading.in_language(language)
    return Note(label=label, items=_items(data.get(part.show or ""), language))


def _items(value: object, language: str) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(_task(item, language) for item in value)
    return ("; ".join(clean(one) for one in split(str(value), commas=False)),) if value else ()


def _task(item: object, language: str) -> str:
    """A text of a list as it is, a record as its parts, with days as we say them."""
    parts = item.values() if isinstance(item, dict) else (item,)
    return " – ".join(clean(_day(str(part), language)) for part in parts)


def _day(text: str, language: str) -> str:
    if not _ISO_DAY.fullmatch(text):
        return text
    day = date.fromisoformat(text)
    return format_date(day, language, day)


def _filled(sheet: Sheet) -> list[Filled]:
    """All fields, in letters of one size as long as those aren't too small to read."""
    filled = [fill(field, sheet.sizes) for field in sheet.fields]
    common = max(sheet.together, min(one.size for one in filled))
    sizes = [size for size in sheet.sizes if size <= common]
    return [fill(field, sizes) for field in sheet.fields]


def _alt(sheet: Sheet, language: str, cut: bool) -> str:
    lines = [f"{sheet.heading}. {clean(sheet.subtitle)}" if sheet.subtitle else sheet.heading]
    lines += [_CUT[language]] if cut else []
    lines += [f"{field.title}: {_told(field, language)}" for field in sheet.fields]
    return "\n".join(lines)


def _told(field: Field, language: str) -> str:
    parts = ((note.label, "; ".join(note.items)) for note in field.notes)
    said = ". ".join(f"{label} – {items}" if label else items for label, items in parts)
    return said or _EMPTY[language]


def _head(sheet: Sheet, alt: str, language: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {sheet.height}" '
        f'width="{sheet.width}" height="{sheet.height}" lang="{escape(language)}" '
        f'role="img" aria-labelledby="title desc">'
    )
    yield f'<title id="title">{escape(clean(sheet.heading))}</title>'
    yield f'<desc id="desc">{escape(alt)}</desc>'
    yield f"<style>{_STYLE}</style>"
    yield f'<rect width="{sheet.width}" height="{sheet.height}" fill="#fff"/>'


def _top(sheet: Sheet, subtitle: Sequence[str]) -> Iterator[str]:
    y = MARGIN + HEADING
    yield f'<text class="heading" x="{MARGIN}" y="{y}" font-size="{HEADING}">{escape(sheet.heading)}</text>'
    for line in subtitle:
        y += round(SUBTITLE * 1.35)
        yield f'<text class="subtitle" x="{MARGIN}" y="{y}" font-size="{SUBTITLE}">{escape(line)}</text>'
