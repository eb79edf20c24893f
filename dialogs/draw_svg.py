"""A dialog as an SVG: a box for each step, conditions on the arrows, rounds in a frame."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from dialogs.definition import Definition, Step
from dialogs.draw_words import answer_words, condition_words, role_words, weak_words, word
from dialogs.kinds import Field, Listing
from dialogs.timed import Part, TimedGuide
from dialogs.wording import Wording

WIDTH, BOX_X, BOX_WIDTH = 640, 60, 520
LINE, PADDING, GAP = 20, 14, 46
AROUND = 16
"""How far to the right of its box the way around a step goes, inside the frame of its rounds."""
AWAY, BACK = GAP - 18, 8
"""Above the top of a box where the way around it leaves, and below its bottom where it is back."""
LETTERS = 62
"""Characters that fit a line of a box at 15 px."""

_STYLE = (
    "text{font:15px system-ui,sans-serif;fill:#1d2733}"
    ".box{fill:#fff;stroke:#2f5d8a;stroke-width:1.5}"
    ".end{fill:#2f5d8a}.end+text{fill:#fff}"
    ".small{font-size:13px;fill:#48586a}"
    ".loop{fill:#eef4fa;stroke:#9bb8d3;stroke-dasharray:5 4}"
    ".around{stroke-dasharray:3 3}"
    ".arrow{stroke:#48586a;stroke-width:1.5;fill:none;marker-end:url(#tip)}"
)
_TIP = (
    '<marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
    'orient="auto"><path d="M0 0 10 5 0 10z" fill="#48586a"/></marker>'
)


@dataclass(frozen=True, kw_only=True)
class _Box:
    """One step with its place: lines of the question, a small line, what its arrow says."""

    step: Step | Part
    lines: list[str]
    small: list[str]
    arrow: str
    top: int

    @property
    def height(self) -> int:
        return 2 * PADDING + LINE * (len(self.lines) + len(self.small))

    @property
    def bottom(self) -> int:
        return self.top + self.height


def draw_svg(definition: Definition, language: str) -> str:
    """A complete SVG document with a title and a description for people who don't see it."""
    boxes = _boxes(definition, language)
    return _document(definition.title, boxes, list(_loops(definition, boxes, language)), language)


def draw_guide_svg(guide: TimedGuide, language: str) -> str:
    """The same for a timed guide: a box for each part."""
    boxes: list[_Box] = []
    top = PADDING + LINE + PADDING + GAP
    for part in guide.parts:
        head = f"{part.id}: {part.title.in_language(language)}"
        lines = _wrapped(f"{head} ({part.minutes} {word('minutes', language)})")
        small = [line for one in part.say for line in _wrapped(one.in_language(language))]
        box = _Box(step=part, lines=lines, small=small, arrow="", top=top)
        boxes.append(box)
        top = box.bottom + GAP
    return _document(guide.title, boxes, [], language)


def _document(title: Wording, boxes: list[_Box], loops: list[str], language: str) -> str:
    end = boxes[-1].bottom + GAP if boxes else 2 * GAP
    parts = [
        *_head(title, boxes, language, end + LINE + 3 * PADDING),
        *loops,
        *_end(word("start", language), PADDING),
    ]
    for box in boxes:
        parts += [*_arrow(box.top, box.arrow), *_box(box), *_bypass(box)]
    parts += [*_arrow(end, ""), *_end(word("end", language), end), "</svg>"]
    return "\n".join(parts) + "\n"


def _boxes(definition: Definition, language: str) -> list[_Box]:
    boxes: list[_Box] = []
    top = PADDING + LINE + PADDING + GAP
    for step in definition.steps:
        ask = _wrapped(f"{step.id}: {step.ask.in_language(language)}")
        arrow = f" {word('and', language)} ".join(
            condition_words(c, language) for c in step.only_if
        )
        box = _Box(step=step, lines=ask, small=_small(step, language), arrow=arrow, top=top)
        boxes.append(box)
        top = box.bottom + GAP
    return boxes


def _small(step: Step, language: str) -> list[str]:
    notes = [answer_words(step.answer, language)]
    notes += [role_words(step.roles, language)] if step.roles else []
    notes += [word("optional", language)] if step.optional else []
    notes += [f"→ {step.effect}"] if step.effect else []
    lines = _wrapped(" · ".join(notes))
    if isinstance(step.answer, Listing):
        for field in step.answer.fields:
            lines += _wrapped(f"{field.id}: {field.ask.in_language(language)}")
            lines += _again(field, language)
    return lines + _again(step, language)


def _again(asked: Step | Field, language: str) -> list[str]:
    if asked.again is None:
        return []
    weak = weak_words(asked.weak, language)
    return _wrapped(f"{word('once', language)} ({weak}): {asked.again.in_language(language)}")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, LETTERS) or [""]


def _head(named: Wording, boxes: list[_Box], language: str, height: int) -> Iterator[str]:
    title = escape(named.in_language(language))
    steps = escape(" → ".join(box.step.id for box in boxes))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" lang="{escape(language)}" '
        f'role="img" aria-labelledby="title desc">'
    )
    yield f'<title id="title">{title}</title>\n<desc id="desc">{steps}</desc>'
    yield f"<style>{_STYLE}</style>\n<defs>{_TIP}</defs>"


def _loops(definition: Definition, boxes: list[_Box], language: str) -> Iterator[str]:
    drawn: set[int] = set()
    for number in range(len(boxes)):
        block = definition.blocks[number]
        over = definition.steps[number].for_each
        if over is None or block.start in drawn:
            continue
        drawn.add(block.start)
        top, bottom = boxes[block.start].top - GAP + 14, boxes[block.stop - 1].bottom + PADDING
        label = escape(f"{word('for_each', language)} {over}")
        x, width = BOX_X - 2 * PADDING, BOX_WIDTH + 4 * PADDING
        yield (
            f'<rect class="loop" x="{x}" y="{top}" width="{width}" height="{bottom - top}" rx="8"/>'
        )
        yield f'<text class="small" x="{x + PADDING}" y="{top + LINE - 3}">{label}</text>'


def _end(label: str, top: int) -> Iterator[str]:
    height, middle = LINE + PADDING, WIDTH // 2
    yield f'<rect class="end" x="{middle - 70}" y="{top}" width="140" height="{height}" rx="17"/>'
    yield f'<text x="{middle}" y="{top + 22}" text-anchor="middle">{escape(label)}</text>'


def _arrow(to: int, label: str) -> Iterator[str]:
    middle = WIDTH // 2
    yield f'<path class="arrow" d="M{middle} {to - GAP} V{to}"/>'
    if label:
        y = to - 10
        yield f'<text class="small" x="{middle + 10}" y="{y}">{escape(label)}</text>'


def _bypass(box: _Box) -> Iterator[str]:
    """The way around a step that is asked only under a condition, down to what comes after it."""
    if not box.arrow:
        return
    middle, right = WIDTH // 2, BOX_X + BOX_WIDTH + AROUND
    yield (
        f'<path class="arrow around" d="M{middle} {box.top - AWAY} H{right} '
        f'V{box.bottom + BACK} H{middle}"/>'
    )


def _box(box: _Box) -> Iterator[str]:
    yield (
        f'<rect class="box" x="{BOX_X}" y="{box.top}" width="{BOX_WIDTH}" '
        f'height="{box.height}" rx="8"/>'
    )
    styled = [(line, "") for line in box.lines] + [(line, ' class="small"') for line in box.small]
    for number, (line, style) in enumerate(styled):
        y = box.top + PADDING + 15 + LINE * number
        yield f'<text{style} x="{BOX_X + PADDING}" y="{y}">{escape(line)}</text>'
