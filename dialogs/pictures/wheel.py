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
from dialogs.pictures.placing import GAP, Box, placed
from dialogs.pictures.sheet import (
    INK,
    LINE,
    MARGIN,
    MARKED,
    PAPER,
    SOFT,
    WIDTH,
    mixed,
    plain,
    sheet,
    words,
)

SCORE_MAX = 10
RADII = (310.0, 280.0, 250.0)
"""The wheel is as large as its labels leave it room for without parting a word."""

HUB = 26.0
"""The wheel's empty middle, so that the narrow ends of the segments stay apart."""

SIZE = 30
SIZE_TIGHT = 26
"""Letter sizes of labels; the second where a word would have to be parted even so."""

SCALE = 0.5
"""Pixels for each unit. The letters are large, and a PNG's time grows with its pixels."""

NUMBER = 28
OFF, CLEAR = 24.0, 22.0
"""From an arc to the middle of a number beside it, and the least that keeps them apart."""

INSIDE_MIN = 60.0
"""Nearer to the middle than this a segment is too narrow for a number."""

RINGS = (2, 4, 6, 8)
_RING = f'stroke="{LINE}" stroke-width="2" shape-rendering="crispEdges"'
"""One pixel wide: as clear without soft edges, which take a twentieth of the picture's time."""

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

TINT = 0.1
"""How much of its colour the part of a segment has that is not reached."""


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


@dataclass(frozen=True, kw_only=True)
class Label:
    """What stands outside the wheel for one segment, in lines, and where."""

    segment: Segment
    lines: list[str]
    note: str
    size: int
    box: Box


@dataclass(frozen=True, kw_only=True)
class Wheel:
    """The segments, how large they are drawn, and their labels."""

    segments: list[Segment]
    labels: list[Label]
    radius: float

    def reach(self, score: float) -> float:
        """How far from the middle a score goes."""
        return HUB + (self.radius - HUB) * score / SCORE_MAX


def draw(
    definition: Definition, data: Answers, language: str, previous: Answers | None = None
) -> Picture:
    """The wheel of these answers; with earlier ones, those as a dashed line over it."""
    wheel = laid_out(segments_of(definition, data, language, previous), language)
    title = definition.title.in_language(language)
    alt = _alt(title, wheel.segments, language)
    top = min([label.box.y for label in wheel.labels] + [-wheel.radius])
    bottom = max([label.box.bottom for label in wheel.labels] + [wheel.radius])
    middle = HEAD - top
    height = middle + bottom + FOOT
    parts = [
        f'<g transform="translate({WIDTH / 2:g} {middle:.1f})">',
        *_drawn(wheel),
        *(part for label in wheel.labels for part in _label(label)),
        "</g>",
        *_legend(wheel.segments, language, height - 28),
    ]
    return Picture(svg=sheet(title, alt, language, height, parts, scale=SCALE), alt=alt)


def segments_of(
    definition: Definition, data: Answers, language: str, previous: Answers | None
) -> list[Segment]:
    """The areas clockwise from the top, each with the score of this time and of the time before."""
    step = definition.by_id.get("areas")
    options = step.answer.options if step and isinstance(step.answer, Choices) else ()
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


def laid_out(segments: list[Segment], language: str) -> Wheel:
    """The largest wheel around which every label fits in whole words, each in a box of its own."""
    fitting = [radius for radius in RADII if _whole(segments, radius)]
    radius = max(fitting, default=RADII[-1])
    size = SIZE if fitting else SIZE_TIGHT
    lines = [wrap(one.label, size, _room(one, radius), bold=True) for one in segments]
    notes = [_note(one, language) for one in segments]
    sizes = [_size(each, note, size) for each, note in zip(lines, notes, strict=True)]
    boxes = placed([one.middle for one in segments], sizes, radius, WIDTH / 2 - MARGIN)
    labels = [
        Label(segment=one, lines=each, note=note, size=size, box=box)
        for one, each, note, box in zip(segments, lines, notes, boxes, strict=True)
    ]
    return Wheel(segments=segments, labels=labels, radius=radius)


def _scores(data: Answers) -> dict[str, int]:
    """The score of each area; areas that were never scored are left out."""
    areas: list[str] = list(data.get("areas") or ())
    scores: list[Any] = list(data.get("score") or ())
    return {area: int(score) for area, score in zip(areas, scores, strict=False) if score}


def _room(segment: Segment, radius: float) -> float:
    """How wide the label may be: what the paper leaves beside the wheel at that height."""
    free = WIDTH / 2 - MARGIN - abs(cos(segment.middle)) * (radius + GAP)
    return min(free, ROOM_MAX)


def _whole(segments: list[Segment], radius: float) -> bool:
    return all(
        width(word, SIZE, bold=True) <= _room(one, radius)
        for one in segments
        for word in one.label.split()
    )


def _note(segment: Segment, language: str) -> str:
    return "" if segment.before is None else f"{phrase('before', language)} {segment.before}"


def _size(lines: list[str], note: str, size: int) -> tuple[float, float]:
    wide = max(width(line, size, bold=True) for line in lines)
    small = SMALL * LEADING if note else 0
    return max(wide, width(note, SMALL)), len(lines) * size * LEADING + small


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


def _drawn(wheel: Wheel) -> Iterator[str]:
    for one in wheel.segments:
        yield f'<path d="{_sector(one, wheel.radius)}" fill="{mixed(one.colour, TINT)}"/>'
    for score in RINGS:
        yield f'<circle r="{wheel.reach(score):.1f}" fill="none" {_RING}/>'
    for one in wheel.segments:
        yield f'<path d="{_sector(one, wheel.reach(one.score))}" fill="{one.colour}"/>'
    spokes = [
        f"M{_point(HUB, one.start)}L{_point(wheel.radius, one.start)}" for one in wheel.segments
    ]
    yield f'<path d="{"".join(spokes)}" stroke="{PAPER}" stroke-width="4"/>'
    for one in wheel.segments:
        if one.chosen:
            rim = _sector(one, wheel.radius + 9, wheel.radius + 2)
            yield f'<path d="{rim}" fill="{MARKED}"/>'
    yield from _before(wheel)
    yield from (_number(wheel, one) for one in wheel.segments)


def _before(wheel: Wheel) -> Iterator[str]:
    """The earlier wheel: a light line under a dark dashed one, to be seen on any colour."""
    arcs = []
    for one in wheel.segments:
        if one.before is not None:
            at = wheel.reach(one.before)
            to = f"A{at:.1f} {at:.1f} 0 0 1 {_point(at, one.end)}"
            arcs.append(f"M{_point(at, one.start)}{to}")
    if arcs:
        line = f'<path d="{"".join(arcs)}" fill="none"'
        yield f'{line} stroke="{PAPER}" stroke-width="7"/>'
        yield f'{line} stroke="{INK}" stroke-width="3.5" stroke-dasharray="10 7"/>'


def _number(wheel: Wheel, one: Segment) -> str:
    at, inside = number_at(wheel, one)
    x, y = at * cos(one.middle), at * sin(one.middle)
    colour = PAPER if inside else INK
    return words(str(one.score), x, y + 10, size=NUMBER, colour=colour, bold=True, anchor="middle")


def number_at(wheel: Wheel, one: Segment) -> tuple[float, bool]:
    """How far from the middle the score stands, and whether that is in its own colour.

    Just inside, or just outside where there is too little of the colour; where the earlier line
    would strike through it, beyond that line.
    """
    inner, outer = (_beyond(wheel, one, side) for side in (-OFF, OFF))
    return (inner, True) if inner >= INSIDE_MIN else (outer, False)


def _beyond(wheel: Wheel, one: Segment, side: float) -> float:
    at = wheel.reach(one.score) + side
    before = at + OFF if one.before is None else wheel.reach(one.before)
    return before + side if abs(at - before) < CLEAR else at


def _label(label: Label) -> Iterator[str]:
    """Right of the wheel its lines begin at the box, left of it they end there."""
    across = cos(label.segment.middle)
    anchor, x = "middle", label.box.x + label.box.width / 2
    if across > 0.2:
        anchor, x = "start", label.box.x
    elif across < -0.2:
        anchor, x = "end", label.box.right
    y = label.box.y + label.size * 0.95
    colour = label.segment.colour
    for line in label.lines:
        yield words(line, x, y, size=label.size, colour=colour, bold=True, anchor=anchor)
        y += label.size * LEADING
    if label.note:
        yield words(label.note, x, y - 3, size=SMALL, colour=SOFT, anchor=anchor)


def _legend(segments: list[Segment], language: str, y: float) -> Iterator[str]:
    """What is drawn and nothing else, in the middle of the foot."""
    signs = [(_NOW, f"{phrase('now', language)}, {phrase('from_to', language)}")]
    if any(one.before is not None for one in segments):
        signs.append((_DASHES, phrase("before", language)))
    if any(one.chosen for one in segments):
        signs.append((_RIM, phrase("begin", language)))
    sizes = [SIGN + width(text, SMALL) for _, text in signs]
    x = (WIDTH - sum(sizes) - SIGN * (len(signs) - 1)) / 2
    for (sign, text), size in zip(signs, sizes, strict=True):
        yield f'<path d="M{x:.1f} {y - 8:.1f}h32" {sign}/>'
        yield words(text, x + SIGN, y, size=SMALL, colour=SOFT)
        x += size + SIGN


SIGN = 44
"""How wide a sign of the legend is with the space behind it, and the space between two."""

_NOW = f'stroke="{COLOURS[0]}" stroke-width="18"'
_DASHES = f'stroke="{INK}" stroke-width="3.5" stroke-dasharray="10 7"'
_RIM = f'stroke="{MARKED}" stroke-width="7"'


def _alt(title: str, segments: list[Segment], language: str) -> str:
    scores = ", ".join(_spoken(one, language) for one in segments)
    alt = f"{title}, {phrase('from_to', language)}. {scores}."
    chosen = ", ".join(one.label for one in segments if one.chosen)
    return f"{alt} {phrase('start', language)}: {chosen}." if chosen else alt


def _spoken(one: Segment, language: str) -> str:
    note = _note(one, language)
    return f"{one.label}: {one.score} ({note})" if note else f"{one.label}: {one.score}"
