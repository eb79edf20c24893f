"""One field of a sheet: a card with a title and what a person wrote, never beyond its edges.

First the letters grow smaller. Where even the smallest are too many, each answer is cut after the
same number of lines, so that a long one can't push the others off the card.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogs.pictures.canvas_words import lines_of, shown
from dialogs.pictures.sheet import INK, SOFT, words

LEADING = 1.32
"""Height of a line, in font sizes."""

PADDING = 20
BULLET = 0.85
"""Indent of an answer behind its bullet, in font sizes."""

TITLE_LINES, LABEL_LINES = 2, 2
LABEL, LABEL_GAP, ITEM_GAP = 0.8, 0.5, 0.14
"""Size of the small line above an answer, the gap before it and before an answer, in font sizes."""


@dataclass(frozen=True, kw_only=True)
class Note:
    """What a person answered to one question, under the question in a few words, or none."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Field:
    """A card at its place, in pixels of the sheet. `ink` and `tint` are its colours."""

    title: str
    notes: tuple[Note, ...]
    x: float
    y: float
    width: float
    height: float
    ink: str
    tint: str
    title_size: int

    @property
    def room(self) -> float:
        """Pixels a line may take."""
        return self.width - 2 * PADDING


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line in a field, its baseline `y` below the top."""

    text: str
    size: float
    x: float
    y: float
    colour: str
    bold: bool = False
    bullet: bool = False


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A field with its lines laid out; `height` is what they take."""

    field: Field
    rows: tuple[Row, ...]
    size: int
    height: float
    cut: bool


@dataclass(frozen=True, kw_only=True)
class Text:
    """All lines of one text, before it is known how many are shown."""

    lines: tuple[str, ...]
    size: float
    gap: float
    colour: str
    most: int | None = None
    indent: float = 0
    bold: bool = False


def fill(field: Field, sizes: Sequence[int]) -> Filled:
    """The field in the largest of the sizes (from large to small) that holds all of it."""
    for size in sizes:
        texts = list(_texts(field, size))
        filled = _laid(field, size, texts, most=max(len(text.lines) for text in texts))
        if filled.height <= field.height and not filled.cut:
            return filled
    return _shortened(field, size, texts)


def draw_field(filled: Filled) -> Iterator[str]:
    """The card as SVG elements."""
    field = filled.field
    yield (
        f'<rect x="{field.x:.1f}" y="{field.y:.1f}" width="{field.width:.1f}" '
        f'height="{field.height:.1f}" rx="16" fill="{field.tint}"/>'
    )
    for row in filled.rows:
        yield from _row(field, row)


def _shortened(field: Field, size: int, texts: list[Text]) -> Filled:
    """The most lines for each answer with which the card is not too full; one line in the end."""
    most = int(field.height / (size * LEADING))
    while most > 1 and _laid(field, size, texts, most).height > field.height:
        most -= 1
    return _laid(field, size, texts, most)


def _texts(field: Field, size: int) -> Iterator[Text]:
    big, small, enough = field.title_size, size * LABEL, int(field.height / size)
    title = lines_of(field.title, big, field.room, TITLE_LINES, bold=True)
    yield Text(lines=title, size=big, gap=0, colour=field.ink, most=TITLE_LINES, bold=True)
    for note in field.notes:
        label = lines_of(note.label, small, field.room, LABEL_LINES)
        yield Text(lines=label, size=small, gap=size * LABEL_GAP, colour=SOFT, most=LABEL_LINES)
        indent = size * BULLET if note.label or len(note.items) > 1 else 0
        for item in note.items:
            lines = lines_of(item, size, field.room - indent, enough)
            yield Text(lines=lines, size=size, gap=size * ITEM_GAP, colour=INK, indent=indent)


def _laid(field: Field, size: int, texts: Sequence[Text], most: int) -> Filled:
    rows, y, cut = list[Row](), PADDING * 0.7, False
    for text in texts:
        room = field.room - text.indent
        part = shown(text.lines, min(text.most or most, most), text.size, room)
        cut = cut or part.cut
        y += text.gap
        for number, line in enumerate(part.lines):
            y += text.size * LEADING
            rows.append(_placed(text, line, y, first=number == 0))
    height = y + PADDING * 0.8
    return Filled(field=field, rows=tuple(rows), size=size, height=height, cut=cut)


def _placed(text: Text, line: str, bottom: float, *, first: bool) -> Row:
    return Row(
        text=line,
        size=text.size,
        x=PADDING + text.indent,
        y=bottom - text.size * (LEADING - 1),
        colour=text.colour,
        bold=text.bold,
        bullet=bool(text.indent) and first,
    )


def _row(field: Field, row: Row) -> Iterator[str]:
    x, y = field.x + row.x, field.y + row.y
    if row.bullet:
        left, up = field.x + PADDING + row.size * 0.24, y - row.size * 0.32
        radius = row.size * 0.13
        yield f'<circle cx="{left:.1f}" cy="{up:.1f}" r="{radius:.1f}" fill="{field.ink}"/>'
    yield words(row.text, x, y, size=round(row.size, 1), colour=row.colour, bold=row.bold)
