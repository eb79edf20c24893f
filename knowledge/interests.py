"""Which mentors fit what a young person likes, both in their own words, and why.

Nothing is decided here: mentors are proposed with reasons, and both sides choose. Texts are
compared twice: word by word, and by the topics they belong to, so that "football" finds a coach of
"sports" too, only less. Slips, inflected forms and missing diacritics are expected.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.interests_topics import Topics, covered, read_topics

SAME_TOPIC = 0.7
WIDER_TOPIC = 0.45
SISTER_TOPIC = 0.3

COVERED_MIN = 0.6
"""Sharing one word of two ("klasiskā mūzika", "klasiskā literatūra") is chance, not an interest."""

LESS_FOR_PART = 0.95
"""A wish that says more than the interest fits a little less than one that says the same."""

BETWEEN_WISHES = re.compile(r"[,;/\n•]+|\s+(?:un|and|vai|or|&|\+)\s+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class MentorCard:
    """What matching knows of a mentor; `free` places are left, `available` is False in a pause."""

    id: int
    interests: tuple[str, ...]
    free: int
    languages: tuple[str, ...]
    municipality: str | None
    available: bool


@dataclass(frozen=True, kw_only=True)
class Shared:
    """One reason: the two texts as they were written, and how much they agree, up to 1."""

    wish: str
    interest: str
    strength: float


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A mentor with reasons; score 0 and no reasons mean "free, but nothing in common is known"."""

    mentor: int
    score: float
    shared: tuple[Shared, ...]


def match(
    wishes: Sequence[str],
    mentors: Sequence[MentorCard],
    language: str,
    limit: int = 3,
    declined: frozenset[int] = frozenset(),
    municipality: str | None = None,
) -> tuple[Proposal, ...]:
    """The best few mentors with a free place; if none shares anything, those with most places.

    Who does not speak the language or serves another municipality comes after the others, since
    shared interests don't help people who can't talk or meet. Ties go to more free places.
    """
    parts = tuple(_parts(wishes, language))
    free = [card for card in mentors if _can_be_asked(card) and card.id not in declined]
    rated = [(card, _rate(parts, card, language)) for card in free]
    fitting = [pair for pair in rated if pair[1].shared] or rated
    fitting.sort(key=lambda pair: _rank(pair[0], pair[1], language, municipality))
    return tuple(proposal for _, proposal in fitting[:limit])


def _can_be_asked(card: MentorCard) -> bool:
    return card.available and card.free > 0


def _rank(
    card: MentorCard, proposal: Proposal, language: str, municipality: str | None
) -> tuple[bool, float, int, int]:
    speaks = not card.languages or language in card.languages
    near = None in (municipality, card.municipality) or municipality == card.municipality
    return not (speaks and near), -proposal.score, -card.free, card.id


def _rate(parts: Sequence[str], card: MentorCard, language: str) -> Proposal:
    interests = tuple(_parts(card.interests, language))
    reasons = [reason for wish in parts if (reason := _best(wish, interests, language))]
    score = sum(reason.strength for reason in reasons) / max(1, len(parts))
    reasons.sort(key=lambda reason: -reason.strength)
    return Proposal(mentor=card.id, score=round(score, 4), shared=tuple(reasons))


def _best(wish: str, interests: Sequence[str], language: str) -> Shared | None:
    """The interest nearest to a wish, the first of equals; None if nothing is near."""
    rated = [(strength(wish, interest, language), interest) for interest in interests]
    best, interest = max(rated, key=lambda pair: pair[0], default=(0.0, ""))
    return Shared(wish=wish, interest=interest, strength=best) if best else None


@lru_cache(maxsize=20_000)
def strength(wish: str, interest: str, language: str) -> float:
    """How much two texts agree: 1 the same words, 0.7 one topic, less for a wider one, else 0."""
    topics = read_topics()
    direct = _direct(topics, wish, interest, language)
    return round(max(direct, _by_topic(topics, wish, interest)), 4)


def _direct(topics: Topics, wish: str, interest: str, language: str) -> float:
    mine, theirs = topics.content(wish, language), topics.content(interest, language)
    whole, part = covered(mine, theirs), covered(theirs, mine)
    return max(
        whole if whole >= COVERED_MIN else 0.0, LESS_FOR_PART * part if part >= COVERED_MIN else 0.0
    )


def _by_topic(topics: Topics, wish: str, interest: str) -> float:
    pairs = [(one, other) for one in topics.of(wish) for other in topics.of(interest)]
    return max((_relation(topics, one, other) for one, other in pairs), default=0.0)


def _relation(topics: Topics, one: str, other: str) -> float:
    if one == other:
        return SAME_TOPIC
    wider, others = topics.wider(one), topics.wider(other)
    if one == others or other == wider:
        return WIDER_TOPIC
    return SISTER_TOPIC if wider is not None and wider == others else 0.0


def _parts(texts: Sequence[str], language: str) -> Iterator[str]:
    """The single interests in what people wrote, without repetitions and dislikes."""
    topics = read_topics()
    seen = set()
    for text in texts:
        for part in BETWEEN_WISHES.split(text):
            words = topics.content(part, language)
            if words and words not in seen and not topics.dislikes(part):
                seen.add(words)
                yield part.strip()
