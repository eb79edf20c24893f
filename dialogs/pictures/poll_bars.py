"""Bars with a label and a number each: what was chosen how often, and what came out on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.pictures.measure import width, wrap
from dialogs.pictures.phrases import phrase
from dialogs.pictures.poll_sheet import (
    BAR,
    LINE_HEIGHT,
    MARGIN,
    RIGHT,
    RIGHT_INK,
    ROOM,
    SIZE,
    SMALL,
    TICK_ROOM,
    TRACK,
    WIDTH,
    Block,
    tick,
)
from dialogs.pictures.sheet import BRAND, INK, SOFT, words

THICK, BETWEEN = 18.0, 14.0
VALUE_ROOM = 56.0
COLUMNS_HIGH = 190.0


@dataclass(frozen=True, kw_only=True)
class Bar:
    """`part` of the full length, 0 to 1; `value` stands at its end. `right` is marked by a tick."""

    label: str
    part: float
    value: str
    right: bool = False


def bars(items: Sequence[Bar], language: str) -> Block:
    """One under another, the label above its bar, so that long labels have all the width."""
    parts, y = list[str](), 0.0
    for item in items:
        lines = _bar(item, language, y)
        parts += lines.parts
        y += lines.height + BETWEEN
    return Block(parts=tuple(parts), height=max(y - BETWEEN, 0))


def columns(items: Sequence[Bar]) -> Block:
    """Side by side, for the few values of a scale in their order."""
    step = ROOM / len(items)
    wide = min(step * 0.72, 64)
    parts = list[str]()
    for number, item in enumerate(items):
        middle = MARGIN + step * (number + 0.5)
        high = COLUMNS_HIGH * item.part
        top = COLUMNS_HIGH + 26 - high
        parts.append(_rect(middle - wide / 2, top, wide, high, BAR))
        shown = INK if item.part else SOFT
        parts.append(words(item.value, middle, top - 7, size=SMALL, colour=shown, anchor="middle"))
        parts.append(
            words(item.label, middle, COLUMNS_HIGH + 52, size=SIZE, bold=True, anchor="middle")
        )
    base = COLUMNS_HIGH + 26
    parts.append(
        f'<path d="M{MARGIN} {base:.1f}H{WIDTH - MARGIN}" stroke="{SOFT}" stroke-width="1.5"/>'
    )
    return Block(parts=tuple(parts), height=COLUMNS_HIGH + 50)


def mean_under(position: float, text: str) -> Block:
    """A mark at this part of the width, pointing up at the columns, and what it says."""
    x = MARGIN + ROOM * position
    half = width(text, SIZE, bold=True) / 2
    middle = min(max(x, MARGIN + half), WIDTH - MARGIN - half)
    mark = f'<path d="M{x - 8:.1f} 14L{x:.1f} 0L{x + 8:.1f} 14Z" fill="{BRAND}"/>'
    label = words(text, middle, 38, size=SIZE, colour=BRAND, bold=True, anchor="middle")
    return Block(parts=(mark, label), height=44)


def _bar(item: Bar, language: str, y: float) -> Block:
    indent = TICK_ROOM if item.right else 0.0
    label = f"{item.label} – {phrase('right', language)}" if item.right else item.label
    lines = wrap(label, SIZE, ROOM - indent, bold=item.right)
    colour = RIGHT_INK if item.right else INK
    parts = tick(MARGIN + 11, y + 14) if item.right else []
    parts += [
        words(line, MARGIN + indent, y + 20 + n * LINE_HEIGHT, size=SIZE, colour=colour,
              bold=item.right)
        for n, line in enumerate(lines)
    ]  # fmt: skip
    top = y + len(lines) * LINE_HEIGHT + 3
    full = ROOM - VALUE_ROOM
    parts.append(_rect(MARGIN, top, full, THICK, TRACK))
    if item.part > 0:
        parts.append(
            _rect(MARGIN, top, max(full * item.part, 8), THICK, RIGHT if item.right else BAR)
        )
    parts.append(
        words(item.value, WIDTH - MARGIN, top + 16, size=SIZE, colour=colour, bold=True,
              anchor="end")
    )  # fmt: skip
    return Block(parts=tuple(parts), height=top + THICK - y)


def _rect(x: float, y: float, wide: float, high: float, fill: str) -> str:
    round_by = min(5, high / 2, wide / 2)
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" '
        f'rx="{round_by:.1f}" fill="{fill}"/>'
    )
