"""The paper of a poll's picture: narrow as a chat, as high as what stands on it.

Everything on it is drawn from its own top downwards as a block; the sheet puts blocks under one
another. A question in front and the number of answers at the foot make the picture speak by itself
when somebody passes it on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogs.pictures.measure import wrap
from dialogs.pictures.picture import Picture
from dialogs.pictures.sheet import BRAND, SOFT, page, plain, words
from dialogs.printing.glyphs import printable

WIDTH, MARGIN = 540, 24
ROOM = WIDTH - 2 * MARGIN
TITLE, TITLE_LINE = 25, 33
SIZE, LINE_HEIGHT = 20, 27
SMALL = 17
GAP = 18
TICK_ROOM = 30.0
LETTERS_MAX = 400
"""Of one text, more of which nobody reads in a picture; a cut is visible."""

TITLE_LINES = 6
"""A question of more lines is cut visibly; the chat has all of it."""

RIGHT, RIGHT_INK = "#2f7d57", "#256446"
BAR, TRACK = "#7fa9a3", "#efe9dc"

_LETTERS = frozenset(
    (*range(0x20, 0x530), *range(0x1E00, 0x2000), *range(0x2010, 0x2028), 0x20AC, 0x2030, 0x2039,
     0x203A, 0x2116, 0x2122, 0x2212)
)  # fmt: skip
"""Code points the font has for certain: Latin, Greek, Cyrillic and their marks."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """Some of the picture, drawn from y = 0, and how high it is."""

    parts: tuple[str, ...]
    height: float


def legible(text: str, language: str) -> str:
    """One line in letters that the font has; an emoji is named."""
    shown = printable(plain(text), _LETTERS, language)
    return shown if len(shown) <= LETTERS_MAX else f"{shown[: LETTERS_MAX - 1].rstrip()}…"


def drawn(title: str, alt: str, language: str, blocks: Sequence[Block], foot: str) -> Picture:
    """The blocks between the question and the foot."""
    heading = _lines_block(_title_lines(title, language), TITLE, TITLE_LINE, BRAND, bold=True)
    closing = _lines_block(wrap(foot, SMALL, ROOM), SMALL, 24, SOFT) if foot else None
    every = [heading, *blocks, *([closing] if closing else [])]
    y, parts = 24.0, list[str]()
    for block in every:
        parts += moved(block.parts, 0, y)
        y += block.height + GAP
    height = y - GAP + 20
    svg = page(legible(title, language), alt, language, height, parts, width=WIDTH, scale=1)
    return Picture(svg=svg, alt=alt)


def note(text: str) -> Block:
    """A remark across the sheet, in as many lines as it needs."""
    return _lines_block(wrap(text, SIZE, ROOM), SIZE, LINE_HEIGHT, SOFT)


def right_note(text: str) -> Block:
    """What is right, behind its tick."""
    lines = wrap(text, SIZE, ROOM - TICK_ROOM, bold=True)
    block = _lines_block(lines, SIZE, LINE_HEIGHT, RIGHT_INK, bold=True)
    parts = [*tick(MARGIN + 11, 13), *moved(block.parts, TICK_ROOM, 0)]
    return Block(parts=tuple(parts), height=block.height)


def moved(parts: Iterable[str], x: float, y: float) -> list[str]:
    """The parts somewhere else."""
    return [f'<g transform="translate({x:.1f} {y:.1f})">', *parts, "</g>"]


def tick(x: float, y: float) -> list[str]:
    """The sign of what is right, which is seen without colours too."""
    return [
        f'<g transform="translate({x:.1f} {y:.1f})">',
        f'<circle r="11" fill="{RIGHT}"/>',
        '<path d="M-5 0.5L-1.5 4L5.5 -4" fill="none" stroke="#ffffff" stroke-width="2.6" '
        'stroke-linecap="round" stroke-linejoin="round"/>',
        "</g>",
    ]


def _title_lines(title: str, language: str) -> list[str]:
    lines = wrap(legible(title, language), TITLE, ROOM, bold=True)
    if len(lines) <= TITLE_LINES:
        return lines
    return [*lines[: TITLE_LINES - 1], f"{lines[TITLE_LINES - 1].rstrip(' .,;')}…"]


def _lines_block(
    lines: Sequence[str], size: float, step: float, colour: str, *, bold: bool = False
) -> Block:
    parts = tuple(
        words(line, MARGIN, size + number * step, size=size, colour=colour, bold=bold)
        for number, line in enumerate(lines)
    )
    return Block(parts=parts, height=len(lines) * step - (step - size) / 2)
