"""What can be chosen, and finding it in what was typed: number, label, beginning, slip."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA

from dialogs.answers import Answers
from dialogs.kinds import Choice, Choices, Option
from dialogs.words import folded

PREFIX_MIN = 2
"""Letters a typed beginning needs before it counts for a label."""

DASH = " – "

SLIP_MIN = 5
"""Letters a label needs before one slip in it is forgiven."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """One option as offered now: the button's id, the label, and what is kept as the answer."""

    id: str
    label: str
    value: str


def offered(
    kind: Choice | Choices, answers: Answers, language: str, chosen: Iterable[str] = ()
) -> tuple[Offer, ...]:
    """The options in order and the person's own among the chosen; for `of` the earlier answer."""
    if kind.of is None:
        return _written(kind.options, language) + _own(kind, chosen)
    return tuple(
        Offer(id=str(number), label=label_of(kind.options, item, language), value=item)
        for number, item in enumerate(titles(answers.get(kind.of)), 1)
    )


def label_of(options: Iterable[Option], value: str, language: str) -> str:
    """The label of an option; what was typed is its own label."""
    for option in options:
        if option.id == value:
            return option.label.in_language(language)
    return value


def titles(items: Any) -> list[str]:
    """A list's items as short texts; a record stands for its first field."""
    return [_title(item) for item in items or ()]


def matching(offers: tuple[Offer, ...], typed: str) -> list[Offer]:
    """The options a typed text may mean: one is clear, none and several are not."""
    wanted = folded(typed)
    if wanted.isdecimal():
        return _numbered(offers, wanted)
    labels = [(offer, name) for offer in offers for name in _names(folded(offer.label))]
    return (
        [offer for offer, label in labels if label == wanted][:1]
        or _starting(labels, wanted)
        or _slipped(labels, wanted)
    )


def _names(label: str) -> list[str]:
    """What a label goes by: all of it, or what stands before or behind its dash."""
    return [label, *label.split(DASH)] if DASH in label else [label]


def _title(item: Any) -> str:
    return str(next(iter(item.values()), "")) if isinstance(item, dict) else str(item)


@lru_cache(maxsize=1_000)
def _written(options: tuple[Option, ...], language: str) -> tuple[Offer, ...]:
    return tuple(
        Offer(id=option.id, label=option.label.in_language(language), value=option.id)
        for option in options
    )


def _own(kind: Choice | Choices, chosen: Iterable[str]) -> tuple[Offer, ...]:
    """Offers of what was typed besides the options; a colon in the id keeps it off theirs."""
    if not isinstance(kind, Choices) or not kind.own:
        return ()
    written = {option.id for option in kind.options}
    own = [value for value in chosen if value not in written]
    return tuple(Offer(id=f"own:{n}", label=one, value=one) for n, one in enumerate(own, 1))


def _numbered(offers: tuple[Offer, ...], digits: str) -> list[Offer]:
    number = int(digits) if len(digits) < 4 else 0
    return [offers[number - 1]] if 1 <= number <= len(offers) else []


def _starting(labels: Iterable[tuple[Offer, str]], wanted: str) -> list[Offer]:
    if len(wanted) < PREFIX_MIN:
        return []
    return list(dict.fromkeys(offer for offer, label in labels if label.startswith(wanted)))


def _slipped(labels: Iterable[tuple[Offer, str]], wanted: str) -> list[Offer]:
    if len(wanted) < SLIP_MIN:
        return []
    near = (
        offer
        for offer, label in labels
        if len(label) >= SLIP_MIN and OSA.distance(label, wanted, score_cutoff=1) <= 1
    )
    return list(dict.fromkeys(near))
