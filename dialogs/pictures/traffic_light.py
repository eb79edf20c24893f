"""Traffic lights: a card for each area, a light for each statement, with a sign and a word on it.

Areas and rows are the groups of the dialog's result, so that a programme's own statements are drawn
as well; a statement nobody answered is an empty light.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.definition import Definition, Section
from dialogs.kinds import Choice
from dialogs.options import label_of
from dialogs.pictures.measure import width, wrap
from dialogs.pictures.phrases import phrase
from dialogs.pictures.picture import Answers, Picture
from dialogs.pictures.sheet import INK, LINE, MARGIN, MARKED, SOFT, WIDTH, plain, sheet, words

LIGHTS = ("green", "yellow", "red")
UNKNOWN = "unknown"
FILLS = {"green": "#2f7d57", "yellow": "#f0c34a", "red": "#b8443a"}
WRITTEN = {"green": "#256446", "yellow": "#6f5205", "red": "#9c342b", "unknown": SOFT}
"""The words beside the lights, dark enough on the paper (contrast above 4.5)."""

SIGNS = {
    "green": "M-9 1L-3 7L9 -7",
    "yellow": "M-9 2C-6 -6 -2 -4 0 0S6 6 9 -2",
    "red": "M-7 -7L7 7M7 -7L-7 7",
}
"""A tick, a wave, a cross: the lights are told apart without their colours."""

HEAD, FOOT = 96, 32
BAR, CARD_GAP, CARD_TOP, ROW, LINE_HEIGHT = 84, 18, 62, 52, 32
SIZE, SMALL = 28, 25
LIGHT = 19.0
LIGHT_X = MARGIN + 48
NAME_X = LIGHT_X + 40
WORD_X = WIDTH - MARGIN - 28
WORD_ROOM, BEFORE_ROOM = 170, 180


@dataclass(frozen=True, kw_only=True)
class Row:
    """One statement: its light now and, where known, the time before."""

    lines: list[str]
    light: str
    before: str | None

    @property
    def height(self) -> float:
        return ROW + LINE_HEIGHT * (len(self.lines) - 1)


@dataclass(frozen=True, kw_only=True)
class Card:
    """One area with its statements; `chosen` where the person wants to begin."""

    name: str
    rows: list[Row]
    chosen: bool

    @property
    def height(self) -> float:
        return CARD_TOP + sum(row.height for row in self.rows) + 8


def draw(
    definition: Definition, data: Answers, language: str, previous: Answers | None = None
) -> Picture:
    """The lights of these answers; a small light shows what has changed since the time before."""
    cards = cards_of(definition, data, language, previous)
    title = definition.title.in_language(language)
    alt = _alt(title, cards, language)
    parts = list(_summary(cards, language, HEAD))
    y = float(HEAD + BAR)
    for card in cards:
        parts += _card(card, language, y)
        y += card.height + CARD_GAP
    return Picture(svg=sheet(title, alt, language, y - CARD_GAP + FOOT, parts), alt=alt)


def cards_of(
    definition: Definition, data: Answers, language: str, previous: Answers | None
) -> list[Card]:
    """The groups of the result as cards, in their order."""
    start = data.get("start")
    chosen = _start_label(definition, str(start), language) if start else None
    return [
        _card_of(section, data, language, previous or {}, chosen)
        for section in definition.result
        if section.show is None
    ]


def _card_of(
    section: Section, data: Answers, language: str, previous: Answers, chosen: str | None
) -> Card:
    name = _text(section, language)
    rows = [_row(inner, data, language, previous) for inner in section.each]
    return Card(name=name, rows=rows, chosen=name == chosen)


def _row(section: Section, data: Answers, language: str, previous: Answers) -> Row:
    light, before = data.get(str(section.show)), previous.get(str(section.show))
    room = WORD_X - WORD_ROOM - BEFORE_ROOM - NAME_X
    return Row(
        lines=wrap(_text(section, language), SIZE, room),
        light=light if light in LIGHTS else UNKNOWN,
        before=before if before in LIGHTS and before != light else None,
    )


def _text(section: Section, language: str) -> str:
    return plain(section.heading.in_language(language)) if section.heading else ""


def _start_label(definition: Definition, start: str, language: str) -> str:
    step = definition.by_id.get("start")
    options = step.answer.options if step and isinstance(step.answer, Choice) else ()
    return plain(label_of(options, start, language))


def _summary(cards: list[Card], language: str, y: float) -> Iterator[str]:
    """How many lights of each kind there are, as a bar in proportion and in words."""
    counts = Counter(row.light for card in cards for row in card.rows)
    seen = [light for light in (*LIGHTS, UNKNOWN) if counts[light]]
    texts = [f"{counts[light]} {phrase(light, language)}" for light in seen]
    gap = 44.0
    sizes = [48 + width(text, SMALL, bold=True) for text in texts]
    x = (WIDTH - sum(sizes) - gap * (len(seen) - 1)) / 2
    for light, text, size in zip(seen, texts, sizes, strict=True):
        yield from _light(light, x + LIGHT, y + 30, 1)
        yield words(text, x + 48, y + 39, size=SMALL, colour=WRITTEN[light], bold=True)
        x += size + gap


def _card(card: Card, language: str, y: float) -> Iterator[str]:
    wide = WIDTH - 2 * MARGIN
    stroke, thick = (MARKED, 4) if card.chosen else (LINE, 2)
    yield (
        f'<rect x="{MARGIN}" y="{y:.1f}" width="{wide}" height="{card.height:.1f}" rx="18" '
        f'fill="#ffffff" stroke="{stroke}" stroke-width="{thick}"/>'
    )
    yield words(card.name, MARGIN + 28, y + 42, size=SIZE, colour=INK, bold=True)
    if card.chosen:
        text = phrase("begin", language)
        yield words(text, WORD_X, y + 42, size=SMALL, colour="#7c430b", bold=True, anchor="end")
    y += CARD_TOP
    for row in card.rows:
        yield from _row_drawn(row, language, y)
        y += row.height


def _row_drawn(row: Row, language: str, y: float) -> Iterator[str]:
    middle = y + ROW / 2 - 4
    yield from _light(row.light, LIGHT_X, middle, 1)
    for number, line in enumerate(row.lines):
        yield words(line, NAME_X, middle + 10 + number * LINE_HEIGHT, size=SIZE)
    word, colour = phrase(row.light, language), WRITTEN[row.light]
    yield words(word, WORD_X, middle + 9, size=SMALL, colour=colour, bold=True, anchor="end")
    if row.before:
        text = phrase("before", language)
        end = WORD_X - WORD_ROOM
        yield words(text, end - 34, middle + 8, size=22, colour=SOFT, anchor="end")
        yield from _light(row.before, end - 14, middle, 0.65)


def _light(light: str, x: float, y: float, scale: float) -> Iterator[str]:
    """A disc with its sign; the unanswered one is an empty dashed ring."""
    yield f'<g transform="translate({x:.1f} {y:.1f}) scale({scale:g})">'
    if light == UNKNOWN:
        yield (
            f'<circle r="{LIGHT - 2:g}" fill="none" stroke="{SOFT}" stroke-width="2.5" '
            'stroke-dasharray="5 5"/>'
        )
    else:
        stroke = INK if light == "yellow" else "#ffffff"
        yield f'<circle r="{LIGHT:g}" fill="{FILLS[light]}"/>'
        yield (
            f'<path d="{SIGNS[light]}" fill="none" stroke="{stroke}" stroke-width="4" '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        )
    yield "</g>"


def _alt(title: str, cards: list[Card], language: str) -> str:
    areas = " ".join(f"{card.name}: {_spoken(card, language)}." for card in cards)
    chosen = next((card.name for card in cards if card.chosen), "")
    begin = f" {phrase('start', language)}: {chosen}." if chosen else ""
    return f"{title}. {areas}{begin}"


def _spoken(card: Card, language: str) -> str:
    return ", ".join(
        f"{' '.join(row.lines)} – {phrase(row.light, language)}"
        + (f" ({phrase('before', language)}: {phrase(row.before, language)})" if row.before else "")
        for row in card.rows
    )
