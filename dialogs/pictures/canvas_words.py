"""As many lines of a text as there is room for, with a visible mark where some are left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.pictures.measure import width, wrap
from dialogs.pictures.sheet import plain

MORE = "…"
"""Ends every text that is shown in part."""

SPARE = 1.06
"""Room for a viewer that has no Noto Sans and takes a font a little wider."""

WORD_MAX = 60
"""Letters; parting a longer word, such as an address, would take the square of its length."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is shown of a text, line by line, and whether that is less than all of it."""

    lines: tuple[str, ...]
    cut: bool = False


def lines_of(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """All of the text in lines of at most `room`; none for an empty text."""
    words = plain(text).split()
    pieces = [word[at : at + WORD_MAX] for word in words for at in range(0, len(word), WORD_MAX)]
    return wrap(" ".join(pieces), size, room / SPARE, bold=bold) if pieces else []


def shown(lines: Sequence[str], most: int, size: float, room: float) -> Shown:
    """The first `most` lines; the last ends with … where there are more."""
    if len(lines) <= most:
        return Shown(lines=tuple(lines))
    last = lines[most - 1]
    while last and width(last + MORE, size, bold=True) > room / SPARE:
        last = last[:-1]
    return Shown(lines=(*lines[: most - 1], last.rstrip(" ,;:–-") + MORE), cut=True)
