"""The Business Model Canvas: nine fields where Osterwalder's sheet has them."""

from dataclasses import dataclass

from dialogs.definition import Definition
from dialogs.pictures.canvas_field import Field
from dialogs.pictures.canvas_sheet import Sheet, field_of, head_height, picture
from dialogs.pictures.picture import Answers, Picture
from dialogs.pictures.sheet import MARGIN

WIDTH, GAP, COLUMNS = 1_800, 16, 5
HALF, MONEY = 400, 290
"""Heights of a field that shares its column and of the two at the bottom, in pixels."""

SIZES, TOGETHER = (30, 28, 26, 24, 22, 20, 18), 22
TITLE = 27

_DOING = ("#1f6b3b", "#e7f4ea")
_VALUE = ("#8a5a00", "#fdf2d9")
_CUSTOMER = ("#1f5587", "#e5f0fa")
_MONEY = ("#6b3fa0", "#f0e9f8")


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where a field goes: its column, how many halves down it begins, how many it takes."""

    column: int
    down: int
    halves: int
    colours: tuple[str, str]


_PLACES = {
    "customers": _Place(column=4, down=0, halves=2, colours=_CUSTOMER),
    "value": _Place(column=2, down=0, halves=2, colours=_VALUE),
    "channels": _Place(column=3, down=1, halves=1, colours=_CUSTOMER),
    "relations": _Place(column=3, down=0, halves=1, colours=_CUSTOMER),
    "resources": _Place(column=1, down=1, halves=1, colours=_DOING),
    "activities": _Place(column=1, down=0, halves=1, colours=_DOING),
    "partners": _Place(column=0, down=0, halves=2, colours=_DOING),
}
_BOTTOM = ("costs", "revenue")
_ORDER = (
    "customers", "value", "channels", "relations", "revenue",
    "resources", "activities", "partners", "costs",
)  # fmt: skip
"""As the dialog asks, and as the words of the picture are read."""


def draw(
    definition: Definition, data: Answers, language: str, _previous: Answers | None
) -> Picture:
    """The sheet; an earlier one is not compared, since words have no more and less."""
    idea = str(data.get("idea") or "")
    top = head_height(idea, WIDTH)
    sheet = Sheet(
        heading=definition.title.in_language(language),
        subtitle=idea,
        fields=tuple(_field(definition, data, language, top, step) for step in _ORDER),
        width=WIDTH,
        height=top + 2 * (HALF + GAP) + MONEY + MARGIN,
        sizes=SIZES,
        together=TOGETHER,
    )
    return picture(sheet, language)


def _field(definition: Definition, data: Answers, language: str, top: float, step: str) -> Field:
    title, notes = field_of(definition, data, step, language)
    x, y, width, height = _bottom(step) if step in _BOTTOM else _upper(_PLACES[step])
    ink, tint = _MONEY if step in _BOTTOM else _PLACES[step].colours
    return Field(
        title=title,
        notes=notes,
        x=x,
        y=top + y,
        width=width,
        height=height,
        ink=ink,
        tint=tint,
        title_size=TITLE,
    )


def _upper(place: _Place) -> tuple[int, int, int, int]:
    width = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) // COLUMNS
    height = place.halves * HALF + (place.halves - 1) * GAP
    return MARGIN + place.column * (width + GAP), place.down * (HALF + GAP), width, height


def _bottom(step: str) -> tuple[int, int, int, int]:
    width = (WIDTH - 2 * MARGIN - GAP) // 2
    return MARGIN + _BOTTOM.index(step) * (width + GAP), 2 * (HALF + GAP), width, MONEY
