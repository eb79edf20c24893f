"""Several items in one message: lines, semicolons, numbers, commas between short things.

Where a step says so, commas and "and" part whatever they stand in.
"""

import re

from dialogs.counting import count_up, counting
from dialogs.enumeration import enumerated
from dialogs.kinds import Listing, Text
from dialogs.reading import Reading, Refused, Understood, read_text, refused
from dialogs.words import folded

_BETWEEN = re.compile(r"[\n;]+")
_ORDINAL = r"(?<!\b\d\.)(?<!\b\d\d\.)"
_BETWEEN_WITH_COMMAS = re.compile(rf"[\n;]+|{_ORDINAL}(?:,+|\s(?:un|and|arī)\s)")
"""Behind an ordinal alone nothing ends: "2. un 3. klase" are said together."""

_BULLET = re.compile(r"^\s*[-–—•*·](?=\s)\s*")
_ITEM = Text()


def split(text: str, commas: bool) -> list[str]:
    """The items of one message, without bullets, numbers and empty lines."""
    text = text if "\n" in text else _broken(text)
    pieces = (_BETWEEN_WITH_COMMAS if commas else _BETWEEN).split(text)
    return [item for item in map(str.strip, _bare(pieces)) if item]


def _bare(pieces: list[str]) -> list[str]:
    """Without what counts them: "23. janvārī" and "9. klases eksāmens" keep their number, as does
    whatever is not counted from one, or would be the same without ("1. klase", "2. klase")."""
    plain = [_BULLET.sub("", piece).strip() for piece in pieces]
    found = [[each for each in counting(piece) if not each.start()] for piece in plain]
    if not count_up([number for numbers in found for number in numbers]):
        return plain
    bare = [
        piece[numbers[0].end() :] if numbers else piece
        for piece, numbers in zip(plain, found, strict=True)
    ]
    return bare if len(set(bare)) == len(bare) else plain


def read_items(kind: Listing, have: list[str], text: str, language: str) -> Reading:
    """The new items as one list, or the refusal of all of them: half a message is never kept."""
    items = split(text, kind.commas)
    in_a_row = enumerated(items[0]) if _may_list(kind, have, items) else []
    items = in_a_row or items
    if not items:
        return refused("no_words", language)
    if len(have) + len(items) > kind.max:
        return refused("too_many", language, max=kind.max, count=len(have) + len(items))
    shown = "; ".join(in_a_row) or None
    taken = Understood(value=items, shown=shown, said="taken_apart")
    return _unfit(items, language) or _repeated(have, items, language) or taken


def _may_list(kind: Listing, have: list[str], items: list[str]) -> bool:
    """Whether one piece of text may still be several; with room for one it is that one."""
    return not kind.commas and len(items) == 1 and kind.max - len(have) > 1


def _broken(text: str) -> str:
    """ "1. one 2. two" on lines of their own, if the numbers really count from one."""
    numbers = counting(text)
    if not count_up(numbers):
        return text
    ends = [*(number.start() for number in numbers[1:]), len(text)]
    items = (text[number.end() : end] for number, end in zip(numbers, ends, strict=True))
    return "\n".join([text[: numbers[0].start()], *items])


def _unfit(items: list[str], language: str) -> Refused | None:
    readings = (read_text(_ITEM, item, language) for item in items)
    return next((reading for reading in readings if isinstance(reading, Refused)), None)


def _repeated(have: list[str], items: list[str], language: str) -> Refused | None:
    seen = {folded(item) for item in have}
    for item in items:
        key = folded(item)
        if key in seen:
            return refused("repeated", language, item=item)
        seen.add(key)
    return None
