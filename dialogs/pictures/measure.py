"""How wide a text is in Noto Sans, so that labels can be placed without drawing them first.

Advance widths from the font, in thousandths of the letter size. Letters that are not listed count
as wide ones, so that a guess is rather too wide than too narrow.
"""

import re

BOLD = 1.1
"""How much wider bold words are than regular ones; single letters differ by up to a fifth."""

_ADVANCES = {
    269: "ijlīļ '.,:;’ ",
    340: "!()-I",
    374: "JĪft/",
    470: "r?„“”zž",
    510: "sšcčvy–",
    565: "FLĻxkķSŠETĒaāYeē",
    600: "ZŽXV0123456789+",
    639: "oPbdgpqģhnuņūKĶRCČAĀō",
    731: "BGĢDUŪ",
    790: "HNŅOQw&",
    936: "MWm%",
}
_ADVANCE = {letter: advance for advance, letters in _ADVANCES.items() for letter in letters}
_LATIN_END = 0x250
_GUESS_LATIN, _GUESS = 700, 1_000

_SYLLABLE = re.compile(r"(?<=[^\W\d_]{2})[^\W\d_aāeēiīouūy](?=[aāeēiīouūy][^\W\d_])", re.IGNORECASE)
"""A consonant before a vowel begins a syllable; two letters at least stay on either side."""


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
    return _GUESS_LATIN if ord(letter) < _LATIN_END else _GUESS


def _parted(word: str, size: float, room: float, bold: bool) -> list[str]:
    """Pieces of about equal width, the fewest that fit; a hyphen stands at each part."""
    pieces = []
    while width(word, size, bold=bold) > room and len(word) > 3:
        cut = _cut(word, size, room, bold)
        pieces.append(f"{word[:cut]}-")
        word = word[cut:]
    return [*pieces, word]


def _cut(word: str, size: float, room: float, bold: bool) -> int:
    """Before the syllable nearest to where equal pieces would end, or behind the last that fits."""
    fits = [n for n in range(1, len(word)) if width(f"{word[:n]}-", size, bold=bold) <= room]
    furthest = max(fits, default=1)
    parts = -(-len(word) // furthest)
    wanted = -(-len(word) // parts)
    starts = [match.start() for match in _SYLLABLE.finditer(word) if match.start() <= furthest]
    return min(starts, key=lambda start: abs(start - wanted), default=furthest)
