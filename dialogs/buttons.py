"""The buttons under a question: first the answers, then the ways around it."""

from functools import lru_cache
from typing import Any

from dialogs.kinds import Choices, Kind, Ranking, Scale, YesNo
from dialogs.options import Offer
from dialogs.texts import BUTTON_MAX, BUTTONS, MARK, PLACES
from mentoring.message import Button


def answer_buttons(
    kind: Kind, offers: tuple[Offer, ...], language: str, marked: Any
) -> tuple[Button, ...]:
    """One button for each answer that can be tapped."""
    if isinstance(kind, YesNo):
        return (engine_button("yes", language), engine_button("no", language))
    if isinstance(kind, Scale):
        return _scale_buttons(kind.low, kind.high)
    if not offers:
        return ()
    room = label_max(kind)
    marks = [_mark(kind, one, marked) for one in offers]
    numbered = enumerate(zip(offers, marks, strict=True), 1)
    return tuple([_option(one, n, room, mark) for n, (one, mark) in numbered])


@lru_cache(maxsize=100)
def engine_button(value: str, language: str) -> Button:
    """One of the engine's own buttons."""
    return Button(label=BUTTONS[value][language], action={"value": _MEANT.get(value, value)})


@lru_cache(maxsize=200)
def engine_buttons(values: tuple[str, ...], language: str) -> tuple[Button, ...]:
    """Several of them in a row."""
    return tuple([engine_button(value, language) for value in values])


def label_max(kind: Kind) -> int:
    """Characters a label may have; those of several choices need room for their mark."""
    return BUTTON_MAX - len(MARK) if isinstance(kind, (Choices, Ranking)) else BUTTON_MAX


def any_clipped(kind: Kind, offers: tuple[Offer, ...]) -> bool:
    """Whether some label doesn't fit its button, so that the text must list them all."""
    room = label_max(kind)
    return bool(offers) and any(len(offer.named) > room or "\n" in offer.named for offer in offers)


@lru_cache(maxsize=200)
def _scale_buttons(low: int, high: int) -> tuple[Button, ...]:
    return tuple(
        Button(label=str(number), action={"value": f"scale:{number}"})
        for number in range(low, high + 1)
    )


@lru_cache(maxsize=1_000)
def _option(offer: Offer, number: int, room: int, mark: str) -> Button:
    """The label, or its number and beginning where it is too long; the text then has all of it."""
    label = " ".join(offer.named.split())
    if len(label) > room:
        label = f"{number}. {label}"[: room - 1].rstrip() + "…"
    return Button(label=mark + label, action={"value": f"choice:{offer.id}"})


def _mark(kind: Kind, offer: Offer, marked: Any) -> str:
    """What stands before the label of an option that is chosen already: its place in an order."""
    if offer.value not in marked:
        return ""
    return f"{PLACES[marked.index(offer.value)]} " if isinstance(kind, Ranking) else MARK


_MEANT = {"in_order": "enough"}
"""Buttons that say "enough" in words of their own."""
