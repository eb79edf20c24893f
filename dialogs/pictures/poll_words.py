"""A cloud of words: the more people gave a word, the bigger it is. None lies on another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from dialogs.pictures.measure import clipped, width
from dialogs.pictures.placing import Box
from dialogs.pictures.poll_sheet import ROOM, WIDTH, Block
from dialogs.pictures.sheet import BRAND, INK, words

WORDS_MAX = 40
"""More would be too small to read; how many are left out is said."""

LARGEST, SMALLEST, TINIEST = 58.0, 21.0, 15.0
AREA = ROOM * 300.0
"""About how much paper the words may cover; where there are many, all of them get smaller."""

ASCENT, LINE = 0.95, 1.25
"""From the top of a word's box to its baseline, and the height of the box, in letter sizes."""

SPACE = 5.0
GAP = SPACE + 0.5
"""Nearer than SPACE would touch; words are put a hair further apart than that."""

FLAT = 0.62
"""A cloud is wider than high, as words are."""

COLOURS = (BRAND, "#8a4f12", INK, "#27506e")


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A word in its box about the middle of the cloud."""

    word: str
    size: float
    box: Box


def cloud(counted: Sequence[tuple[str, int]]) -> Block:
    """The words in the order of their frequency, the first in the middle."""
    every = placed(counted)
    top = min(one.box.y for one in every)
    bottom = max(one.box.bottom for one in every)
    parts = tuple(
        words(
            one.word,
            WIDTH / 2 + one.box.x + one.box.width / 2,
            one.box.y - top + one.size * ASCENT,
            size=round(one.size, 1),
            colour=COLOURS[number % len(COLOURS)],
            bold=True,
            anchor="middle",
        )
        for number, one in enumerate(every)
    )
    return Block(parts=parts, height=bottom - top)


def placed(counted: Sequence[tuple[str, int]]) -> list[Placed]:
    """A place for each word, the first in the middle; the same words give the same cloud."""
    done: list[Placed] = []
    for word, size in _sized(counted[:WORDS_MAX]):
        text = clipped(word, size, ROOM, bold=True)
        box = Box(x=0, y=0, width=width(text, size, bold=True), height=size * LINE)
        free = _free(box, [one.box for one in done])
        done.append(Placed(word=text, size=size, box=free))
    return done


def _sized(counted: Sequence[tuple[str, int]]) -> list[tuple[str, float]]:
    """Each word with its size: no wider than the paper, and all together not too much of it."""
    most = max((count for _, count in counted), default=1)
    sizes = [min(_size(count, most), ROOM / width(word, 1, bold=True)) for word, count in counted]
    words_sized = list(zip((word for word, _ in counted), sizes, strict=True))
    covered = sum(width(word, size, bold=True) * size * LINE for word, size in words_sized)
    scale = min(1.0, sqrt(AREA / covered)) if covered else 1.0
    return [(word, max(size * scale, min(size, TINIEST))) for word, size in words_sized]


def _size(count: int, most: int) -> float:
    """By the root of the count, since size is seen as area; all alike where nothing stands out."""
    if most == 1:
        return (SMALLEST + LARGEST) / 2
    return SMALLEST + (LARGEST - SMALLEST) * sqrt((count - 1) / (most - 1))


def _free(box: Box, taken: list[Box]) -> Box:
    """The place nearest to the middle that touches no other word and is on the paper."""
    if not taken:
        return replace(box, x=-box.width / 2, y=-box.height / 2)
    lowest = replace(box, x=-box.width / 2, y=max(one.bottom for one in taken) + GAP)
    places = [_on_paper(place) for one in taken for place in _around(box, one)]
    places.sort(key=_far)
    return next((place for place in places if not _touches(place, taken)), lowest)


def _touches(place: Box, taken: list[Box]) -> bool:
    return any(place.overlaps(one, SPACE) for one in taken)


def _around(box: Box, one: Box) -> Iterator[Box]:
    """Beside another word, and above and below it: flush left, flush right or in the middle."""
    middle = one.y + (one.height - box.height) / 2
    yield replace(box, x=one.right + GAP, y=middle)
    yield replace(box, x=one.x - box.width - GAP, y=middle)
    for x in (one.x + (one.width - box.width) / 2, one.x, one.right - box.width):
        yield replace(box, x=x, y=one.bottom + GAP)
        yield replace(box, x=x, y=one.y - box.height - GAP)


def _on_paper(box: Box) -> Box:
    aside = max(ROOM / 2, box.width / 2)
    return replace(box, x=min(max(box.x, -aside), aside - box.width))


def _far(place: Box) -> float:
    """From the middle of the cloud, which is wider than high."""
    across = (place.x + place.width / 2) * FLAT
    return across * across + (place.y + place.height / 2) ** 2
