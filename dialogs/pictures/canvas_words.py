"""Lines of text that keep within a width, without a font at hand: widths are Noto Sans's, rounded up.

Too narrow a guess would let somebody's words run out of their field, so what is unknown is wide.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MORE = "…"
"""Ends every text that is shown in part."""

SPARE = 1.06
"""Room for a viewer that has no Noto Sans and takes a font a little wider."""

BOLD = 1.09
"""How much wider bold letters are."""

UNKNOWN = 1.4
"""Width of a letter that is not in the table, such as an emoji, in font sizes."""

_WIDTHS = {
    0.29: " ijlīļJ'’‘,.:;·!`",
    0.38: "IĪft()[]-”“/\\",
    0.45: 'r{}"„°?_•',
    0.50: "zžsščc–",
    0.57: "vyYxkķFLĻSŠTEĒaāäeē*|",
    0.60: "$+0123456789<=>Z^~Ž€XV",
    0.65: "bdgģpqhnņuūKĶRCČAĀoPB#öõüß",
    0.76: "GĢDUŪ&HNŅ",
    0.84: "OQw…%",
    0.95: "@MmW",
    1.00: "—",
}
_EM = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER_LETTER = 1.05
"""The widest letter of the alphabets next to ours, Cyrillic among them."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What fits of a text, line by line, and whether that is less than all of it."""

    lines: tuple[str, ...]
    cut: bool = False


def clean(text: str) -> str:
    """One line without anything XML forbids or that turns the text around it, such as bidi marks."""
    whole = unicodedata.normalize("NFC", text)
    kept = (char for char in whole if char.isprintable() or char.isspace() or char == "\u200d")
    return " ".join("".join(kept).split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels the text takes at most, at `size` pixels."""
    return sum(_em(char) for char in text) * size * SPARE * (BOLD if bold else 1)


def fitted(text: str, size: float, room: float, most: int, *, bold: bool = False) -> Shown:
    """The text in at most `most` lines of `room` pixels; the last ends with … where it is cut."""
    lines = list(_lines(clean(text), size, room, bold))
    if len(lines) <= most:
        return Shown(lines=tuple(lines))
    last = lines[most - 1]
    while last and width(last + MORE, size, bold=bold) > room:
        last = last[:-1]
    return Shown(lines=(*lines[: most - 1], last.rstrip(" ,;:–-") + MORE), cut=True)


def _em(char: str) -> float:
    known = _EM.get(char)
    if known is not None:
        return known
    return _OTHER_LETTER if char.isalpha() and char < "\u0530" else UNKNOWN


def _lines(text: str, size: float, room: float, bold: bool) -> Iterator[str]:
    line = ""
    for word in _words(text, size, room, bold):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _words(text: str, size: float, room: float, bold: bool) -> Iterator[str]:
    """The words; one too long for a line, such as an address, comes in pieces."""
    for word in text.split():
        piece = ""
        for char in word:
            if piece and width(piece + char, size, bold=bold) > room:
                yield piece
                piece = ""
            piece += char
        yield piece
