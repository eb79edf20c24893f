"""A sheet of fields under a heading, as SVG and as words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.definition import Definition, Section
from dialogs.human import format_date
from dialogs.listing import split
from dialogs.pictures.canvas_field import Field, Filled, Note, draw_field, fill
from dialogs.pictures.canvas_words import Shown, lines_of, shown
from dialogs.pictures.picture import Answers, Picture
from dialogs.pictures.sheet import MARGIN, SOFT, plain, sheet, words

HEAD = 96
"""Height of the heading, in pixels."""

SUBTITLE, SUBTITLE_LINES = 28, 2
SUBTITLE_LINE = 38

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CUT: Mapping[str, str] = {
    "lv": "Attēlā garākās atbildes ir saīsinātas un beidzas ar „…”, bet te ir viss teksts.",
    "en": "In the picture longer answers are cut and end with “…”; here is all the text.",
}
_EMPTY: Mapping[str, str] = {"lv": "nav atbildes", "en": "no answer"}


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A heading, a line below it, and the fields in the order they are read. Sizes in pixels."""

    heading: str
    subtitle: str
    fields: tuple[Field, ...]
    width: int
    height: float
    sizes: Sequence[int]
    """Letter sizes of the answers to try, from large to small."""
    together: int
    """Down to this size all fields have letters of one size."""


def head_height(subtitle: str, width: int) -> float:
    """Pixels above the fields."""
    return HEAD + len(_subtitle(subtitle, width).lines) * SUBTITLE_LINE


def field_of(
    definition: Definition, data: Answers, step: str, language: str
) -> tuple[str, tuple[Note, ...]]:
    """Title and notes of the part of the result that shows the step, in the dialog's own words."""
    for section in definition.result:
        parts = section.each if section.show is None else (section,)
        if any(part.show == step for part in parts):
            notes = (_note(part, section, data, language) for part in parts)
            return _heading(section, language), tuple(note for note in notes if note.items)
    return "", ()


def picture(drawn: Sheet, language: str) -> Picture:
    """The sheet drawn, and all that was said on it as text."""
    filled = _filled(drawn)
    subtitle = _subtitle(drawn.subtitle, drawn.width)
    alt = _alt(drawn, language, subtitle.cut or any(one.cut for one in filled))
    parts = [*_below_heading(drawn, subtitle.lines)]
    for one in filled:
        parts += draw_field(one)
    svg = sheet(drawn.heading, alt, language, drawn.height, parts, width=drawn.width)
    return Picture(svg=svg, alt=alt)


def _subtitle(text: str, width: int) -> Shown:
    room = width - 2 * MARGIN
    return shown(lines_of(text, SUBTITLE, room, SUBTITLE_LINES), SUBTITLE_LINES, SUBTITLE, room)


def _heading(section: Section, language: str) -> str:
    return section.heading.in_language(language) if section.heading else ""


def _note(part: Section, whole: Section, data: Answers, language: str) -> Note:
    label = "" if part is whole else _heading(part, language)
    return Note(label=label, items=_items(data.get(part.show or ""), language))


def _items(value: object, language: str) -> tuple[str, ...]:
    """The items of a list; the lines of a text in one, so that a field has few bullets."""
    if isinstance(value, list):
        return tuple(_item(one, language) for one in value)
    return ("; ".join(plain(line) for line in split(str(value), commas=False)),) if value else ()


def _item(item: object, language: str) -> str:
    """A text as it is, a record as its parts, with days as we say them."""
    parts = item.values() if isinstance(item, dict) else (item,)
    return " – ".join(plain(_day(str(part), language)) for part in parts)


def _day(text: str, language: str) -> str:
    if not _ISO_DAY.fullmatch(text):
        return text
    day = date.fromisoformat(text)
    return format_date(day, language, day)


def _filled(drawn: Sheet) -> list[Filled]:
    """All fields, in letters of one size as long as those aren't too small to read."""
    filled = [fill(field, drawn.sizes) for field in drawn.fields]
    common = max(drawn.together, min(one.size for one in filled))
    sizes = [size for size in drawn.sizes if size <= common]
    return [one if one.size <= common else fill(one.field, sizes) for one in filled]


def _alt(drawn: Sheet, language: str, cut: bool) -> str:
    subtitle = plain(drawn.subtitle)
    lines = [f"{drawn.heading}: {subtitle}" if subtitle else drawn.heading]
    lines += [_CUT[language]] if cut else []
    lines += [f"{field.title}: {_told(field, language)}" for field in drawn.fields]
    return "\n".join(lines)


def _told(field: Field, language: str) -> str:
    parts = ((note.label, "; ".join(note.items)) for note in field.notes)
    said = "; ".join(f"{label} – {items}" if label else items for label, items in parts)
    return said or _EMPTY[language]


def _below_heading(drawn: Sheet, lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        y = HEAD - SUBTITLE_LINE / 2 + 28 + number * SUBTITLE_LINE
        yield words(line, drawn.width / 2, y, size=SUBTITLE, colour=SOFT, anchor="middle")
