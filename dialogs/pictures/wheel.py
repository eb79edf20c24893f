"""The Wheel of Life: a segment for each area, filled as far as its score, the label outside."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from dialogs.definition import Definition
from dialogs.kinds import Choices
from dialogs.options import label_of
from dialogs.pictures.measure import width, wrap
from dialogs.pictures.phrases import phrase
from dialogs.pictures.picture import Answers, Picture
from dialogs.pictures.placing import Box, placed
from dialogs.pictures.sheet import (
    INK,
    LINE,
    MARGIN,
    MARKED,
    PAPER,
    SOFT,
    WIDTH,
    plain,
    sheet,
    words,
)

SCORE_MAX = 10
RADIUS = 250.0
HUB = 26.0
"""The wheel's empty middle, so that the narrow ends of the segments stay apart."""

SIZES = (30, 28, 26)
"""Letter sizes of labels, the first that needs no parted word."""

SMALL = 24
LEADING = 1.2
HEAD, FOOT = 96, 84
ROOM_MAX = 290.0
"""No label is wider, so that those above and below the wheel stay beside each other."""

COLOURS = (
    "#0f5750", "#2f6f8f", "#4a5d94", "#74568f", "#96506c",
    "#a5533a", "#8a671f", "#5f7138", "#3a7353", "#56666b",
)  # fmt: skip
"""One for each of ten segments; white letters on any of them have a contrast above 4.5."""


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One area: its place in the circle (radians, from the right, clockwise) and its scores."""

    label: str
    score: int
    before: int | None
    chosen: bool
    colour: str
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def change(self) -> str:
        """How it was and how it is, where both are known."""
        return "" if self.before is None else f"{self.before} → {self.score}"


@dataclass(frozen=True, kw_only=True)
class Label:
    """What stands outside the wheel for one segment, in lines, and where."""

    segment: Segment
    lines: list[str]
    size: int
    box: Box


def draw(
    definition: Definition, data: Answers, language: str, previous: Answers | None = None
) -> Picture:
    """The wheel of these answers; with earlier ones, those as a dashed line over it."""
    segments = segments_of(definition, data, language, previous)
    title = definition.title.in_language(language)
    alt = _alt(title, segments, language)
    labels = labels_of(segments)
    top = min([label.box.y for label in labels] + [-RADIUS])
    bottom = max([label.box.bottom for label in labels] + [RADIUS])
    middle = HEAD - top
    parts = [
        f'<g transform="translate({WIDTH / 2:g} {middle:.1f})">',
        *_wheel(segments),
        *(part for label in labels for part in _label(label)),
        "</g>",
        *_legend(segments, language, middle + bottom + FOOT - 28),
    ]
    return Picture(svg=sheet(title, alt, language, middle + bottom + FOOT, parts), alt=alt)


def segments_of(
    definition: Definition, data: Answers, language: str, previous: Answers | None
) -> list[Segment]:
    """The areas clockwise from the top, each with the score of this time and of the time before."""
    kind = definition.by_id["areas"].answer
    options = kind.options if isinstance(kind, Choices) else ()
    scores, earlier = _scores(data), _scores(previous or {})
    turn = 2 * pi / max(len(scores), 1)
    return [
        Segment(
            label=plain(label_of(options, area, language)),
            score=score,
            before=earlier.get(area),
            chosen=area in (data.get("weakest") or ()),
            colour=COLOURS[number % len(COLOURS)],
            start=number * turn - pi / 2,
            end=(number + 1) * turn - pi / 2,
        )
        for number, (area, score) in enumerate(scores.items())
    ]


def labels_of(segments: list[Segment]) -> list[Label]:
    """The labels in the largest letters that need no parted word, each in a box of its own."""
    rooms = [_room(segment) for segment in segments]
    fitting = [size for size in SIZES if _whole(segments, rooms, size)]
    size = max(fitting, default=SIZES[-1])
    lines = [
        wrap(segment.label, size, room, bold=True)
        for segment, room in zip(segments, rooms, strict=True)
    ]
    sizes = [_size(segment, each, size) for segment, each in zip(segments, lines, strict=True)]
    boxes = placed([one.middle for one in segments], sizes, RADIUS, WIDTH / 2 - MARGIN)
    return [
        Label(segment=segment, lines=each, size=size, box=box)
        for segment, each, box in zip(segments, lines, boxes, strict=True)
    ]


def _scores(data: Answers) -> dict[str, int]:
    """The score of each area; areas that were never scored are left out."""
    areas: list[str] = list(data.get("areas") or ())
    scores: list[Any] = list(data.get("score") or ())
    return {area: int(score) for area, score in zip(areas, scores, strict=False) if score}


def _room(segment: Segment) -> float:
    """How wide the label may be: what the paper leaves beside the wheel at that height."""
    free = WIDTH / 2 - MARGIN - abs(cos(segment.middle)) * (RADIUS + 20)
    return min(max(free, 0), ROOM_MAX)


def _whole(segments: list[Segment], rooms: list[float], size: int) -> bool:
    return all(
        width(word, size, bold=True) <= room
        for segment, room in zip(segments, rooms, strict=True)
        for word in segment.label.split()
    )


def _size(segment: Segment, lines: list[str], size: int) -> tuple[float, float]:
    wide = max(width(line, size, bold=True) for line in lines)
    change = width(segment.change, SMALL)
    small = SMALL * LEADING if segment.change else 0
    return max(wide, change), len(lines) * size * LEADING + small


def _reach(score: float) -> float:
    """How far from the middle a score goes."""
    return HUB + (RADIUS - HUB) * score / SCORE_MAX


def _point(radius: float, angle: float) -> str:
    return f"{radius * cos(angle):.1f} {radius * sin(angle):.1f}"


def _sector(segment: Segment, outer: float, inner: float = HUB) -> str:
    """The path of a piece of a ring."""
    wide = int(segment.end - segment.start > pi)
    return (
        f"M{_point(inner, segment.start)}L{_point(outer, segment.start)}"
        f"A{outer:.1f} {outer:.1f} 0 {wide} 1 {_point(outer, segment.end)}"
        f"L{_point(inner, segment.end)}"
        f"A{inner:.1f} {inner:.1f} 0 {wide} 0 {_point(inner, segment.start)}Z"
    )


def _wheel(segments: list[Segment]) -> Iterator[str]:
    for one in segments:
        yield f'<path d="{_sector(one, RADIUS)}" fill="{one.colour}" fill-opacity="0.1"/>'
    for score in range(1, SCORE_MAX):
        yield (
            f'<circle r="{_reach(score):.1f}" fill="none" stroke="{LINE}" '
            f'stroke-width="{2 if score == 5 else 1}"/>'
        )
    for one in segments:
        yield f'<path d="{_sector(one, _reach(one.score))}" fill="{one.colour}"/>'
    yield from _spokes(segments)
    yield from _chosen(segments)
    yield from _before(segments)
    yield from (_number(one) for one in segments)


def _spokes(segments: list[Segment]) -> Iterator[str]:
    for one in segments:
        yield (
            f'<path d="M{_point(HUB, one.start)}L{_point(RADIUS, one.start)}" '
            f'stroke="{PAPER}" stroke-width="4"/>'
        )


def _chosen(segments: list[Segment]) -> Iterator[str]:
    for one in segments:
        if one.chosen:
            yield (f'<path d="{_sector(one, RADIUS + 8, RADIUS + 1)}" fill="{MARKED}"/>')


def _before(segments: list[Segment]) -> Iterator[str]:
    """The earlier wheel: a light line under a dark dashed one, to be seen on any colour."""
    paths = [
        f"M{_point(_reach(one.before), one.start)}A{_reach(one.before):.1f} "
        f"{_reach(one.before):.1f} 0 0 1 {_point(_reach(one.before), one.end)}"
        for one in segments
        if one.before is not None
    ]
    for colour, wide, dashes in ((PAPER, 7, ""), (INK, 3.5, ' stroke-dasharray="10 7"')):
        for path in paths:
            yield (
                f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{wide}"{dashes}/>'
            )


def _number(one: Segment) -> str:
    """The score inside its own colour, or just outside where there is too little of it."""
    inside = one.score >= 3
    at = _reach(one.score) + (-24 if inside else 24)
    x, y = at * cos(one.middle), at * sin(one.middle)
    colour = PAPER if inside else INK
    return words(str(one.score), x, y + 10, size=28, colour=colour, bold=True, anchor="middle")


def _label(label: Label) -> Iterator[str]:
    """Right of the wheel its lines begin at the box, left of it they end there."""
    across = cos(label.segment.middle)
    box = label.box
    anchor, x = "middle", box.x + box.width / 2
    if across > 0.2:
        anchor, x = "start", box.x
    elif across < -0.2:
        anchor, x = "end", box.right
    y = box.y + label.size * 0.95
    for line in label.lines:
        colour = label.segment.colour
        yield words(line, x, y, size=label.size, colour=colour, bold=True, anchor=anchor)
        y += label.size * LEADING
    if label.segment.change:
        yield words(label.segment.change, x, y - 3, size=SMALL, colour=SOFT, anchor=anchor)


def _legend(segments: list[Segment], language: str, y: float) -> Iterator[str]:
    """What is drawn and nothing else, in the middle of the foot."""
    entries = [("fill", f"{phrase('now', language)}, {phrase('from_to', language)}")]
    if any(one.before is not None for one in segments):
        entries.append(("dash", phrase("before", language)))
    if any(one.chosen for one in segments):
        entries.append(("mark", phrase("begin", language)))
    sizes = [44 + width(text, SMALL) for _, text in entries]
    x = (WIDTH - sum(sizes) - 40 * (len(entries) - 1)) / 2
    for (kind, text), size in zip(entries, sizes, strict=True):
        yield _SIGNS[kind].format(x=round(x), y=round(y) - 8)
        yield words(text, x + 44, y, size=SMALL, colour=SOFT)
        x += size + 40


_SIGNS = {
    "fill": f'<rect x="{{x}}" y="{{y}}" width="32" height="18" rx="4" fill="{COLOURS[0]}"/>',
    "dash": f'<path d="M{{x}} {{y}}h32" stroke="{INK}" stroke-width="3.5" stroke-dasharray="10 7"/>',
    "mark": f'<path d="M{{x}} {{y}}h32" stroke="{MARKED}" stroke-width="7"/>',
}


def _alt(title: str, segments: list[Segment], language: str) -> str:
    scores = ", ".join(_spoken(one, language) for one in segments)
    alt = f"{title}, {phrase('from_to', language)}. {scores}."
    chosen = ", ".join(one.label for one in segments if one.chosen)
    begin = phrase("begin", language).capitalize()
    return f"{alt} {begin}: {chosen}." if chosen else alt


def _spoken(one: Segment, language: str) -> str:
    before = "" if one.before is None else f" ({phrase('before', language)} {one.before})"
    return f"{one.label}: {one.score}{before}"
