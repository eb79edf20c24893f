"""The four fields of a SWOT analysis, with what follows from them underneath."""

from dataclasses import dataclass

from dialogs.definition import Definition
from dialogs.pictures.canvas_field import Field
from dialogs.pictures.canvas_sheet import Sheet, field_of, head_height, picture
from dialogs.pictures.picture import Answers, Picture
from dialogs.pictures.sheet import MARGIN

WIDTH, GAP = 1_000, 18
QUARTER, BELOW = 540, 290
"""Heights of the four fields and of the two under them, in pixels."""

SIZES, TOGETHER = (29, 27, 25, 23, 21, 19), 23
TITLE = 31


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where the part of the result goes that shows this step, and in what colours."""

    step: str
    column: int
    row: int
    ink: str
    tint: str


_PLACES = (
    _Place(step="skills", column=0, row=0, ink="#1f6b3b", tint="#e7f4ea"),
    _Place(step="learn", column=1, row=0, ink="#8a5a00", tint="#fdf2d9"),
    _Place(step="chances", column=0, row=1, ink="#1f5587", tint="#e5f0fa"),
    _Place(step="outside", column=1, row=1, ink="#9b2c1f", tint="#fbe9e6"),
    _Place(step="conclusion", column=0, row=2, ink="#48586a", tint="#f0f2f5"),
    _Place(step="actions", column=1, row=2, ink="#48586a", tint="#f0f2f5"),
)


def draw(
    definition: Definition, data: Answers, language: str, _previous: Answers | None
) -> Picture:
    """The sheet; an earlier one is not compared, since words have no more and less."""
    topic = str(data.get("topic") or "")
    top = head_height(topic, WIDTH)
    sheet = Sheet(
        heading=definition.title.in_language(language),
        subtitle=topic,
        fields=tuple(_field(definition, data, language, top, place) for place in _PLACES),
        width=WIDTH,
        height=top + 2 * (QUARTER + GAP) + BELOW + MARGIN,
        sizes=SIZES,
        together=TOGETHER,
    )
    return picture(sheet, language)


def _field(
    definition: Definition, data: Answers, language: str, top: float, place: _Place
) -> Field:
    title, notes = field_of(definition, data, place.step, language)
    width = (WIDTH - 2 * MARGIN - GAP) // 2
    return Field(
        title=title,
        notes=notes,
        x=MARGIN + place.column * (width + GAP),
        y=top + place.row * (QUARTER + GAP),
        width=width,
        height=BELOW if place.row == 2 else QUARTER,
        ink=place.ink,
        tint=place.tint,
        title_size=TITLE,
    )
