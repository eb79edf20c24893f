"""Where the labels around a wheel go: outside it, on the paper, and never on one another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, sin

GAP = 16
"""Between the wheel and a label, and twice what lies between two labels."""

STEP = 3.0
"""How far a label moves at a time until it is free."""


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle about the centre of the wheel: y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def overlaps(self, other: "Box", space: float = 0) -> bool:
        """Whether they are nearer than `space` to each other."""
        return (
            self.x < other.right + space
            and other.x < self.right + space
            and self.y < other.bottom + space
            and other.y < self.bottom + space
        )

    def distance(self) -> float:
        """From the centre of the wheel to the nearest point of the box."""
        across = max(self.x, 0, -self.right)
        down = max(self.y, 0, -self.bottom)
        return hypot(across, down)


def placed(
    angles: Sequence[float], sizes: Sequence[tuple[float, float]], radius: float, reach: float
) -> list[Box]:
    """A box for each label, in the order given.

    Those at the sides come first, since they can't give way: further ones move up or down, where
    the paper grows with them. `reach` is how far a box may go from the centre to either side.
    """
    order = sorted(range(len(angles)), key=lambda n: abs(round(sin(angles[n]), 6)))
    boxes: dict[int, Box] = {}
    for number in order:
        box = _beside(angles[number], sizes[number], radius, reach)
        boxes[number] = _freed(box, list(boxes.values()), radius, sin(angles[number]))
    return [boxes[number] for number in range(len(angles))]


def _beside(angle: float, size: tuple[float, float], radius: float, reach: float) -> Box:
    """Outside the wheel in the direction of its segment, on its own side of the middle."""
    across, down = cos(angle), sin(angle)
    wide, high = size
    box = Box(x=-wide / 2, y=-high / 2, width=wide, height=high)
    at = radius
    while box.distance() < radius + GAP:
        box = replace(box, x=across * at - wide / 2, y=down * at - high / 2)
        at += STEP
    x = box.x
    if across > 0.01:
        x = max(x, GAP / 2)
    elif across < -0.01:
        x = min(x, -wide - GAP / 2)
    return replace(box, x=min(max(x, -reach), reach - wide))


def _freed(box: Box, others: list[Box], radius: float, down: float) -> Box:
    move = STEP if down >= 0 else -STEP
    while box.distance() < radius + GAP or any(box.overlaps(one, GAP / 2) for one in others):
        box = replace(box, y=box.y + move)
    return box
