"""One field of a sheet: a card with a title and what a person wrote, never beyond its edges.

First the letters grow smaller. Where even the smallest are too many, each answer is cut after the
same number of lines, so that a long one can't push the others off the card.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from dialogs.pictures.canvas_words import Shown, fitted

LEADING = 1.32
"""Height of a line, in font sizes."""

PADDING = 22
BULLET = 0.85
"""Indent of an answer behind its bullet, in font sizes."""

TITLE_LINES, LABEL_LINES = 2, 2
LABEL_SIZE, LABEL_GAP = 0.74, 0.45
"""Size of the small line above an answer and the gap before it, in font sizes."""


@dataclass(frozen=True, kw_only=True)
class Note:
    """What a person answered to one question, under the question in a few words, or none."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Field:
    """A card at its place, in pixels of the sheet. `ink` and `tint` are CSS colours."""

    title: str
    notes: tuple[Note, ...]
    x: int
    y: int
    width: int
    height: int
    ink: str
    tint: str
    title_size: int

    @property
    def room(self) -> int:
        """Pixels a line may take."""
        return self.width - 2 * PADDING


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of text in a field: its style, its indent, and where it sits below the top."""

    text: str
    style: str
    size: float
    x: float
    y: float
    bullet: bool = False


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A field with its lines laid out."""

    field: Field
    rows: tuple[Row, ...]
    size: int
    height: float
    cut: bool


def fill(field: Field, sizes: Sequence[int]) -> Filled:
    """The field in the largest of the sizes (from large to small) that holds all of it."""
    for size in sizes:
        filled = _laid(field, size, most=field.height)
        if filled.height <= field.height:
            return filled
    return _shortened(field, sizes[-1])


def draw_field(filled: Filled) -> Iterator[str]:
    """The card as SVG elements."""
    field = filled.field
    place = f'x="{field.x}" y="{field.y}" width="{field.width}" height="{field.height}"'
    yield f'<rect {place} rx="16" fill="{field.tint}"/>'
    yield (
        f'<rect x="{field.x}" y="{field.y + 20}" width="6" '
        f'height="{field.title_size * LEADING:.0f}" rx="3" fill="{field.ink}"/>'
    )
    for row in filled.rows:
        yield from _row(field, row)


def _shortened(field: Field, size: int) -> Filled:
    """The most lines for each answer with which the card is not too full; one line in the end."""
    most = int(field.height / (size * LEADING))
    while most > 1 and _laid(field, size, most).height > field.height:
        most -= 1
    return _laid(field, size, most)


def _laid(field: Field, size: int, most: int) -> Filled:
    pen = _Pen(y=PADDING * 0.8)
    pen.write(fitted(field.title, field.title_size, field.room, TITLE_LINES, bold=True),
              "title", field.title_size)  # fmt: skip
    for note in field.notes:
        small = size * LABEL_SIZE
        pen.y += size * (LABEL_GAP if note.label else 0.2)
        pen.write(fitted(note.label, small, field.room, LABEL_LINES), "label", small)
        for item in note.items:
            indent = size * BULLET
            shown = fitted(item, size, field.room - indent, most)
            pen.write(shown, "said", size, indent)
    height = pen.y + PADDING * 0.6
    return Filled(field=field, rows=tuple(pen.rows), size=size, height=height, cut=pen.cut)


class _Pen:
    """Writes line under line and remembers how far down it is."""

    def __init__(self, y: float) -> None:
        self.y = y
        self.rows: list[Row] = []
        self.cut = False

    def write(self, shown: Shown, style: str, size: float, indent: float = 0) -> None:
        """Puts the lines below what is there; an indented text gets a bullet at its first line."""
        for number, line in enumerate(shown.lines):
            self.y += size * LEADING
            self.rows.append(
                Row(text=line, style=style, size=size, x=PADDING + indent,
                    y=self.y - size * (LEADING - 1), bullet=bool(indent) and number == 0)
            )  # fmt: skip
        self.cut = self.cut or shown.cut


def _row(field: Field, row: Row) -> Iterator[str]:
    x, y = field.x + row.x, field.y + row.y
    if row.bullet:
        left, up = field.x + PADDING + row.size * 0.24, y - row.size * 0.32
        yield f'<circle cx="{left:.1f}" cy="{up:.1f}" r="{row.size * 0.13:.1f}" fill="{field.ink}"/>'
    colour = f' fill="{field.ink}"' if row.style == "title" else ""
    yield (
        f'<text class="{row.style}" x="{x:.1f}" y="{y:.1f}" font-size="{row.size:.1f}"{colour}>'
        f"{escape(row.text)}</text>"
    )
