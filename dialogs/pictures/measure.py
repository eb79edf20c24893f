"""How wide a text is in Noto Sans, so that labels can be placed without drawing them first.

Advance widths from the font, in thousandths of the letter size. Letters that are not listed count
as wide ones, so that a guess is rather too wide than too narrow.
"""

import re

BOLD = 1.08
"""How much wider bold letters are than regular ones, at most."""

_ADVANCES = {
    260: "ijlīļ '.,:;’ ",
    322: "!()-I",
    372: "JĪft/",
    470: "r?„“”zž",
    510: "sšcčvy–",
    560: "FLĻxkķSŠETĒaāYeē",
    600: "ZŽXV0123456789+",
    635: "oPbdgpqģhnuņūKĶRCČAĀō",
    731: "BGĢDUŪ",
    790: "HNŅOQw&",
    930: "MWm%",
}
_ADVANCE = {letter: advance for advance, letters in _ADVANCES.items() for letter in letters}
_WIDE, _NARROW_END = 1_000, 0x250
_GUESS = 700

_VOWEL = re.compile(r"[aāeēiīouūy](?=[^\W\d_][^\W\d_])", re.IGNORECASE)
"""A vowel with at least two letters behind it: a place where a word too long may be parted."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line in the units of `size`, a little too large rather than too small."""
    thousandths = sum(_ADVANCE.get(letter) or _guess(letter) for letter in text)
    return thousandths * size / 1_000 * (BOLD if bold else 1)


def wrap(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than `room`; a word wider than that is parted with a hyphen."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size, bold=bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines += _parted(word, size, room, bold)
    return lines or [""]


def clipped(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """One line no wider than `room`, ending in an ellipsis where something is left out."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _guess(letter: str) -> int:
    return _GUESS if ord(letter) < _NARROW_END else _WIDE


def _parted(word: str, size: float, room: float, bold: bool) -> list[str]:
    """Pieces of about equal width, the fewest that fit; a hyphen stands at each part."""
    pieces = []
    while width(word, size, bold=bold) > room and len(word) > 3:
        cut = _cut(word, size, room, bold)
        pieces.append(f"{word[:cut]}-")
        word = word[cut:]
    return [*pieces, word]


def _cut(word: str, size: float, room: float, bold: bool) -> int:
    """Behind the vowel nearest to where equal pieces would end, or behind the last that fits."""
    fits = [n for n in range(1, len(word)) if width(f"{word[:n]}-", size, bold=bold) <= room]
    furthest = max(fits, default=1)
    parts = -(-len(word) // furthest)
    wanted = -(-len(word) // parts)
    vowels = [match.end() for match in _VOWEL.finditer(word) if 2 <= match.end() <= furthest]
    return min(vowels, key=lambda end: abs(end - wanted), default=furthest)
