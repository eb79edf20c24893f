"""What people wrote, as quotations under one another."""

from collections.abc import Sequence

from dialogs.pictures.measure import wrap
from dialogs.pictures.phrases import phrase
from dialogs.pictures.poll_sheet import LINE_HEIGHT, MARGIN, ROOM, SIZE, Block, note
from dialogs.pictures.sheet import BRAND, LINE, words

QUOTES_MAX = 12
LINES_MAX = 5
"""Of one text; what is cut off ends in an ellipsis, and the report in words has all of it."""

PADDING, INDENT = 14.0, 20.0
_MARKS = {"lv": ("„", "”"), "en": ("“", "”")}


def quotes(texts: Sequence[str], language: str) -> list[Block]:
    """A card for each text, and how many there are besides."""
    shown = [_card(text, language) for text in texts[:QUOTES_MAX]]
    left = len(texts) - len(shown)
    if left:
        shown.append(note(f"{phrase('more', language)} {left}"))
    return shown


def _card(text: str, language: str) -> Block:
    lines = _quoted(text, language)
    height = len(lines) * LINE_HEIGHT + 2 * PADDING - 4
    card = (
        f'<rect x="{MARGIN}" y="0" width="{ROOM}" height="{height:.1f}" rx="12" fill="#ffffff" '
        f'stroke="{LINE}" stroke-width="1.5"/>'
    )
    edge = f'<rect x="{MARGIN}" y="10" width="4" height="{height - 20:.1f}" fill="{BRAND}"/>'
    written = [
        words(line, MARGIN + INDENT, PADDING + SIZE - 1 + n * LINE_HEIGHT, size=SIZE)
        for n, line in enumerate(lines)
    ]
    return Block(parts=(card, edge, *written), height=height)


def _quoted(text: str, language: str) -> list[str]:
    opening, closing = _MARKS.get(language, _MARKS["en"])
    whole = f"{opening}{text}{closing}"
    lines = wrap(whole, SIZE, ROOM - 2 * INDENT)
    if len(lines) <= LINES_MAX:
        return lines
    lines = lines[:LINES_MAX]
    return [*lines[:-1], f"{lines[-1].rstrip(' .,;:')}…{closing}"]
