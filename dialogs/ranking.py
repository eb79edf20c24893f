"""Putting options in order: by taps, one after another, or in one typed message."""

import re
from collections.abc import Iterator

from dialogs.kinds import Ranking
from dialogs.listing import split
from dialogs.options import Offer, label_of, matching
from dialogs.reading import Reading, Understood, refused
from dialogs.texts import engine_text

_ONLY_NUMBERS = re.compile(r"[\d\s.,;:)>→–-]+")


def ranked(kind: Ranking, order: list[str], option: str) -> Reading:
    """The order with the option at its end, or without it where it had a place.

    The last one left needs no tap of its own: it goes where there is room.
    """
    if option in order:
        return Understood(value=[one for one in order if one != option])
    return Understood(value=_filled(kind, [*order, option]))


def read_order(
    kind: Ranking, order: list[str], text: str, offers: tuple[Offer, ...], language: str
) -> Reading:
    """A whole order, or as much of it as was typed, from the top; one option alone is a tap."""
    found = _found(text, offers)
    if found is None:
        example = " ".join(str(place) for place in (2, 1, *range(3, len(offers) + 1)))
        return refused("not_order", language, example=example)
    twice = _twice(found)
    if twice is not None:
        return refused("ranked_twice", language, item=twice.label)
    if len(found) == 1:
        return ranked(kind, order, found[0].value)
    return Understood(value=_filled(kind, [offer.value for offer in found]))


def unranked(kind: Ranking, order: list[str], language: str) -> str:
    """Which options still have no place."""
    left = [option.id for option in kind.options if option.id not in order]
    labels = ", ".join(label_of(kind.options, one, language) for one in left)
    return engine_text("unranked", language, left=labels)


def _filled(kind: Ranking, order: list[str]) -> list[str]:
    left = [option.id for option in kind.options if option.id not in order]
    return order + left if len(left) == 1 else order


def _found(text: str, offers: tuple[Offer, ...]) -> list[Offer] | None:
    """The options meant, in the order typed; the coarsest way of parting the text that fits."""
    for pieces in _partings(text, len(offers)):
        meant = [matching(offers, piece) for piece in pieces]
        if meant and all(len(one) == 1 for one in meant):
            return [one[0] for one in meant]
    return None


def _partings(text: str, count: int) -> Iterator[list[str]]:
    """ "2 1 3", "213", "2 > 1 > 3", names in lines, names with commas: what may be an order."""
    numbers = re.findall(r"\d+", text) if _ONLY_NUMBERS.fullmatch(text) else []
    if len(numbers) == 1 and len(numbers[0]) == count:
        numbers = list(numbers[0])
    if numbers:
        yield numbers
        return
    yield [text]
    for arrow in (">", "→"):
        text = text.replace(arrow, "\n")
    yield split(text, commas=False)
    yield split(text.replace(",", "\n"), commas=False)
    yield split(text, commas=True)


def _twice(found: list[Offer]) -> Offer | None:
    return next((one for place, one in enumerate(found) if one in found[:place]), None)
