"""As many lines of a text as there is room for, with a visible mark where some are left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogs.pictures.measure import width, wrap
from dialogs.pictures.sheet import plain

MORE = "…"
"""Ends every text that is shown in part."""

SPARE = 1.06
"""Room for a viewer that has no Noto Sans and takes a font a little wider."""

WORD_MAX = 40
"""Letters; parting a longer word, such as an address, would take the square of its length."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What is shown of a text, line by line, and whether that is less than all of it."""

    lines: tuple[str, ...]
    cut: bool = False


def lines_of(
    text: str, size: float, room: float, enough: int, *, bold: bool = False
) -> tuple[str, ...]:
    """The text in lines of at most `room`; none for an empty one, and few more than `enough`."""
    lines, line, space = list[str](), "", width(" ", size, bold=bold)
    room, taken = room / SPARE, 0.0
    for word in _words(text):
        wide = width(word, size, bold=bold)
        if line and taken + space + wide <= room:
            line, taken = f"{line} {word}", taken + space + wide
            continue
        lines += [line] if line else []
        if len(lines) > enough:
            return tuple(lines)
        *parts, line = wrap(word, size, room, bold=bold)
        lines += parts
        taken = width(line, size, bold=bold)
    return (*lines, line) if line else tuple(lines)


def _words(text: str) -> Iterator[str]:
    for word in plain(text).split():
        for at in range(0, len(word), WORD_MAX):
            yield word[at : at + WORD_MAX]


def shown(lines: Sequence[str], most: int, size: float, room: float) -> Shown:
    """The first `most` lines; the last ends with … where there are more."""
    if len(lines) <= most:
        return Shown(lines=tuple(lines))
    last = lines[most - 1]
    while last and width(last + MORE, size, bold=True) > room / SPARE:
        last = last[:-1]
    return Shown(lines=(*lines[: most - 1], last.rstrip(" ,;:–-") + MORE), cut=True)
