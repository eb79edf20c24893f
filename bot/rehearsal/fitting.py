"""Whether a message fits the narrowest channels, which know only short ones with few buttons.

Every channel may be added to a programme later, so all are looked at, configured or not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mentoring.carrying import units

Button: TypeAlias = tuple[str, str]
"""Its label, and what it does."""

LONG, BODY, LABEL, ROW, ROWS = "long", "body", "label", "row", "rows"
RULES = (LONG, BODY, LABEL, ROW, ROWS)

TEXT = 4096
"""UTF-16 units in one message: core.telegram.org/bots/api, and WhatsApp's text messages."""

WITH_BUTTONS = 1024
"""The same where buttons or a list hang on it: WhatsApp's interactive messages."""

REPLY_BUTTONS, REPLY_LABEL = 3, 20
"""WhatsApp shows up to so many as buttons, with labels of so many characters."""

LIST_ROWS, LIST_LABEL = 10, 24
"""More of them become the rows of a list there, with titles of so many characters."""

WORDED = ("dialog", "event")
"""What the buttons do whose labels are the programme's own words, each to be looked at."""

SHOWN = 60


@dataclass(frozen=True, kw_only=True)
class Misfit:
    """What does not fit, by which rule, and how much of it there is.

    `same` is by which one is known again: a button with a date is as long on other days.
    """

    rule: str
    what: str
    count: int
    same: str


def misfits(text: str, buttons: Sequence[Button]) -> Iterator[Misfit]:
    """All that a channel would have to split, number or leave out."""
    yield from _of_text(text, bool(buttons))
    if (count := len(buttons)) > LIST_ROWS:
        same = " ".join(sorted({do for _, do in buttons}))
        yield Misfit(rule=ROWS, what=_beginning(text), count=count, same=same)
    rule, limit = (ROW, LIST_LABEL) if count > REPLY_BUTTONS else (LABEL, REPLY_LABEL)
    for label, do in buttons:
        if (length := units(label)) > limit:
            yield Misfit(rule=rule, what=label, count=length, same=label if do in WORDED else do)


def _of_text(text: str, with_buttons: bool) -> Iterator[Misfit]:
    length = units(text)
    rule = LONG if length > TEXT else BODY
    if length > TEXT or (with_buttons and length > WITH_BUTTONS):
        yield Misfit(rule=rule, what=_beginning(text), count=length, same=text)


def _beginning(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rstrip() + "…"
