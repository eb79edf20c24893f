"""What can be chosen, and finding it in what was typed: label, number, place, beginning, slip."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from rapidfuzz.distance import OSA

from dialogs.answers import Answers
from dialogs.human import NO, YES, parse_yes_no
from dialogs.kinds import Choice, Choices, Option, Ranking
from dialogs.ordinals import place
from dialogs.words import folded

PREFIX_MIN = 2
"""Letters a typed beginning needs before it counts for a label."""

DASH = " – "

WITHIN_MIN = 4
"""Letters that words from the middle of a label need before they count for it."""

_WORD = re.compile(r"[\w']+")
_NEGATIONS = frozenset(
    {"nav", "bez", "not", "no", "none", "nothing", "never", "without", "don't", "doesn't"}
    | {"isn't", "aren't", "can't", "won't", "didn't"}
)
"""Besides what begins with "ne", as denied verbs do in Latvian."""

SLIP_MIN = 5
"""Letters a label needs before one slip in it is forgiven."""


class Offer(NamedTuple):
    """One option as offered now: the button's id, the label, what is kept as the answer, the folded
    words that mean it too, and what is shown instead of the label.

    A named tuple, since ten of them may be made and looked up at every turn.
    """

    id: str
    label: str
    value: str
    also: frozenset[str] = frozenset()
    shown: str = ""

    @property
    def named(self) -> str:
        """What stands on the button."""
        return self.shown or self.label


def offered(
    kind: Choice | Choices | Ranking, answers: Answers, language: str, chosen: Iterable[str] = ()
) -> tuple[Offer, ...]:
    """The options in order and the person's own among the chosen; for `of` the earlier answer."""
    if isinstance(kind, Ranking):
        return _written(kind.options, language)
    if kind.of is None:
        return _written(kind.options, language) + _own(kind, language, chosen)
    labels = _labels(kind.options, language)
    items = titles(answers.get(kind.of))
    offers = [Offer(str(n), labels.get(one, one), one) for n, one in enumerate(items, 1)]
    by = kind.by if isinstance(kind, Choices) else None
    figures = answers.get(by) if by else None
    return _lowest_first(tuple(offers), tuple(figures)) if figures else tuple(offers)


@lru_cache(maxsize=100)
def _lowest_first(offers: tuple[Offer, ...], figures: tuple[Any, ...]) -> tuple[Offer, ...]:
    """With the figure that each was given behind its name; those without one stand last."""
    given = dict(zip((offer.id for offer in offers), figures, strict=False))
    figured = [one for one in offers if given.get(one.id) is not None]
    rest = [one for one in offers if given.get(one.id) is None]
    figured.sort(key=lambda one: given[one.id])
    shown = [one._replace(shown=f"{one.label}: {given[one.id]}") for one in figured]
    return (*shown, *rest)


def label_of(options: tuple[Option, ...], value: str, language: str) -> str:
    """The label of an option; what was typed is its own label."""
    return _labels(options, language).get(value, value)


def titles(items: Any) -> list[str]:
    """A list's items as short texts; a record stands for its first field."""
    return [_title(item) for item in items or ()]


def matching(offers: tuple[Offer, ...], typed: str) -> list[Offer]:
    """The options a typed text may mean: one is clear, none and several are not."""
    wanted = folded(typed)
    labels = [(offer, name) for offer in offers for name in _names(offer.label)]
    exact = [offer for offer, label in labels if label == wanted][:1]
    if wanted.isdecimal():
        return exact or _numbered(offers, wanted)
    return (
        exact
        or _also(offers, wanted)
        or list(dict.fromkeys(_placed(offers, wanted) + _starting(labels, wanted)))
        or _within(offers, wanted)
        or _slipped(labels, wanted)
        or _agreed(offers, typed)
    )


def _also(offers: tuple[Offer, ...], wanted: str) -> list[Offer]:
    return [offer for offer in offers if wanted in offer.also]


def _agreed(offers: tuple[Offer, ...], typed: str) -> list[Offer]:
    """The options that "yes" or "no" means, where they were said in whatever way: "jā, ir"."""
    said = parse_yes_no(typed) if any(offer.also for offer in offers) else None
    if said is None:
        return []
    return [offer for offer in offers if offer.also & (YES if said else NO)]


def is_label(offers: tuple[Offer, ...], typed: str) -> bool:
    """Whether a typed text is the whole label of an option."""
    wanted = folded(typed)
    return any(_names(offer.label)[0] == wanted for offer in offers)


def is_number(typed: str) -> bool:
    """Whether it can only mean an option by its number or place, even if there is none there."""
    said = folded(typed)
    return said.isdecimal() or place(said) is not None


@lru_cache(maxsize=1_000)
def _names(label: str) -> tuple[str, ...]:
    """What a label goes by: all of it, or what stands before or behind its dash.

    Kept, since the same labels are compared at every turn of a question.
    """
    name = folded(label)
    return (name, *name.split(DASH)) if DASH in name else (name,)


def _title(item: Any) -> str:
    return str(next(iter(item.values()), "")) if isinstance(item, dict) else str(item)


@lru_cache(maxsize=1_000)
def _labels(options: tuple[Option, ...], language: str) -> Mapping[str, str]:
    return {option.id: option.label.in_language(language) for option in options}


@lru_cache(maxsize=1_000)
def _written(options: tuple[Option, ...], language: str) -> tuple[Offer, ...]:
    return tuple(
        Offer(one.id, one.label.in_language(language), one.id, frozenset(map(folded, one.also)))
        for one in options
    )


def _own(kind: Choice | Choices, language: str, chosen: Iterable[str]) -> tuple[Offer, ...]:
    """Offers of what was typed besides the options; a colon in the id keeps it off theirs."""
    if not isinstance(kind, Choices) or not kind.own:
        return ()
    written = _labels(kind.options, language)
    own = [value for value in chosen if value not in written]
    return tuple([Offer(f"own:{n}", one, one) for n, one in enumerate(own, 1)])


def _numbered(offers: tuple[Offer, ...], digits: str) -> list[Offer]:
    number = int(digits) if len(digits) < 4 else 0
    return [offers[number - 1]] if 1 <= number <= len(offers) else []


def _placed(offers: tuple[Offer, ...], wanted: str) -> list[Offer]:
    """The option at the place that was named: "otro", "the last one"."""
    at = place(wanted)
    if at is None or abs(at) > len(offers):
        return []
    return [offers[at - 1 if at > 0 else at]]


def _starting(labels: Iterable[tuple[Offer, str]], wanted: str) -> list[Offer]:
    if len(wanted) < PREFIX_MIN:
        return []
    return [offer for offer, label in labels if label.startswith(wanted)]


def _within(offers: tuple[Offer, ...], wanted: str) -> list[Offer]:
    """The one option in whose label the typed words stand whole: "mākonis" in "Vārdu mākonis"; but
    none whose label says no to something, as that may be what is wanted."""
    if len(wanted) < WITHIN_MIN:
        return []
    found = [offer for offer in offers if f" {wanted} " in f" {_spaced(offer.label)} "]
    return found if len(found) == 1 and not _denies(found[0].label) else []


def _denies(label: str) -> bool:
    return any(word in _NEGATIONS or word.startswith("ne") for word in _spaced(label).split())


@lru_cache(maxsize=1_000)
def _spaced(label: str) -> str:
    """The words of a label and nothing else."""
    return " ".join(_WORD.findall(folded(label)))


def _slipped(labels: Iterable[tuple[Offer, str]], wanted: str) -> list[Offer]:
    if len(wanted) < SLIP_MIN:
        return []
    near = (
        offer
        for offer, label in labels
        if len(label) >= SLIP_MIN and OSA.distance(label, wanted, score_cutoff=1) <= 1
    )
    return list(dict.fromkeys(near))
