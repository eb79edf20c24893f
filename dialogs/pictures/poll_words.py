"""A cloud of words: the more people gave a word, the bigger it is. None lies on another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, sin, sqrt

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
FLAT = 0.62
"""The spiral is wider than high, as words are."""

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
    """A place for each word, found along a spiral from the middle; the same words give the same."""
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
    """The first place along the spiral where it touches no other word, and never off the paper."""
    aside = max(ROOM - box.width, 0) / 2
    for x, y in _spiral():
        middle = min(max(x, -aside), aside)
        moved = replace(box, x=middle - box.width / 2, y=y - box.height / 2)
        if not any(moved.overlaps(one, SPACE) for one in taken):
            break
    return moved


def _spiral() -> Iterator[tuple[float, float]]:
    """Points ever further from the middle, about four units from one to the next; without end."""
    angle = 0.0
    while True:
        reach = 3.0 * angle
        yield cos(angle) * reach, sin(angle) * reach * FLAT
        angle += min(4.0 / max(reach, 4.0), 1.0)
