"""Numbers on a line: the least, the mean and the most, and where the right one lies."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.pictures.measure import width
from dialogs.pictures.phrases import phrase
from dialogs.pictures.poll_sheet import (
    BAR,
    MARGIN,
    RIGHT_INK,
    ROOM,
    SIZE,
    TICK_ROOM,
    WIDTH,
    Block,
    tick,
)
from dialogs.pictures.sheet import BRAND, INK, SOFT, words
from mentoring.polls import number_shown

MEAN_Y, LINE_Y, ROW = 22.0, 50.0, 30.0
INSET = 14.0


@dataclass(frozen=True, kw_only=True)
class _Axis:
    """Where a number lies across the sheet."""

    low: float
    high: float

    def at(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return MARGIN + INSET + (ROOM - 2 * INSET) * part


def number_line(
    least: float, mean: float, most: float, language: str, right: float | None = None
) -> Block:
    """The mean above the line; the ends and the right number below it, a row for each."""
    ends = [least, most] if right is None else [least, most, right]
    axis = _Axis(low=min(ends), high=max(ends))
    parts = [
        _line(MARGIN, WIDTH - MARGIN, SOFT, 2),
        _line(axis.at(least), axis.at(most), BAR, 9),
        *(_dot(axis.at(value), 9, BAR) for value in (least, most)),
        _dot(axis.at(mean), 12, BRAND),
        _label(_said("mean", mean, language), axis.at(mean), MEAN_Y, BRAND),
    ]
    rows = [("least", least), ("most", most)] if least != most else []
    y = LINE_Y + 8
    for name, value in rows:
        y += ROW
        parts.append(_label(_said(name, value, language), axis.at(value), y, INK))
    if right is not None:
        y += ROW
        parts += _right(_said("right", right, language), axis.at(right), y)
    return Block(parts=tuple(parts), height=y + 8)


def _said(name: str, value: float, language: str) -> str:
    return f"{phrase(name, language)} {number_shown(value, language)}"


def _right(text: str, x: float, y: float) -> Iterator[str]:
    """A tick on the line, and another in front of the label."""
    yield from tick(x, LINE_Y)
    wide = width(text, SIZE, bold=True) + TICK_ROOM
    start = _within(x, wide) - wide / 2
    yield from tick(start + 11, y - 7)
    yield words(text, start + TICK_ROOM, y, size=SIZE, colour=RIGHT_INK, bold=True)


def _label(text: str, x: float, y: float, colour: str) -> str:
    middle = _within(x, width(text, SIZE, bold=True))
    return words(text, middle, y, size=SIZE, colour=colour, bold=True, anchor="middle")


def _within(x: float, wide: float) -> float:
    """The middle nearest to x at which this much stays on the paper."""
    return min(max(x, MARGIN + wide / 2), WIDTH - MARGIN - wide / 2)


def _line(start: float, end: float, colour: str, thick: float) -> str:
    return (
        f'<path d="M{start:.1f} {LINE_Y}H{end:.1f}" stroke="{colour}" stroke-width="{thick}" '
        'stroke-linecap="round"/>'
    )


def _dot(x: float, radius: float, colour: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{LINE_Y}" r="{radius}" fill="{colour}"/>'
