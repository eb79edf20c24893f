"""Which ideas of a brainstorm say the same thing, so that each stands in the list once.

Precision comes first: two ideas wrongly merged rob somebody of theirs, one listed twice costs the
mentor a glance. So every word that carries meaning must be there on both sides, give or take its
ending and a slip of the thumb; only words that add nothing ("let's", "varētu", "organise") may be
missing. Latvian says who does what to whom by endings, so where the order of words differs their
forms must not; English says it by order, where only the ends of a sentence may change places.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import Final

from rapidfuzz.distance import OSA

from knowledge.folding import fold, stem, tokens

SAME_START: Final = 3
"""Letters that a slip leaves as they are: Latvian prefixes ("ieslēgt", "izslēgt") turn a word."""

SWAPPED_FROM: Final = 5
LETTER_AMISS_FROM: Final = 8
LETTER_WRONG_FROM: Final = 10
"""Letters from which two may be swapped or one doubled, one too many or missing, one another.
Shorter words are too near each other ("maksas", "mākslas"; "planting", "planning")."""

PREFIXED_FROM: Final = 5
"""Letters of a verb behind "pa-", which says that something is done for a while, or once."""

TURNED_FROM: Final = 3
"""Words from which the last part of an English sentence may stand first."""

IDEAS_REMEMBERED: Final = 4096

_EMPTY: Final = {
    "lv": """
        es mes mums man musu kads kada kadu kadas kadus tads tada tadu tas ta to tie ir but bus
        butu vai un ari lai ka var varam varetu varbut vajag vajadzetu derigi liekas skiet domaju
        ieteiktu iesaku ierosinu piedavaju vienkarsi kaut kopa kopigi kopigs kopiga kopigu kopigas
    """,
    "en": """
        a an the our we i us you could should can might may let lets s maybe perhaps think that is
        are be it and also need want like would some do together in at on
    """,
}
"""Folded words that change the sentence, not the idea."""

_DOING: Final = {
    "lv": (
        "rikot sarikot rikojam sarikojam organizet noorganizet organizejam noorganizejam",
        "taisit uztaisit taisam uztaisam veidot izveidot veidojam izveidojam",
        "dot iedot dodam",
    ),
    "en": (
        "organise organize arrange hold have start setup",
        "make create",
        "give handout",
    ),
}
"""Verbs that may be missing, since the noun says it all; if both have one, it is of one line."""

_ONE_WORD: Final = (
    (re.compile(r"n['’]t\b", re.IGNORECASE), " not"),
    (re.compile(r"\b(set)\s+(up)\b", re.IGNORECASE), r"\1\2"),
    (re.compile(r"\b(hand)\s+(out)\b", re.IGNORECASE), r"\1\2"),
)
"""English that is compared as it is meant."""

_OBJECT: Final = ("u", "us", "iem", "am", "im")
"""Folded endings of Latvian nouns to which something is done."""


@dataclass(frozen=True, kw_only=True)
class _Idea:
    """What of an idea is compared: its words and their stems in order, and its lines of doing."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    doing: frozenset[int]


def merge(ideas: Sequence[str], language: str) -> tuple[tuple[int, ...], ...]:
    """Groups of the places of ideas that say the same, each in rising order, by first place.

    Within a group each is like every other, so that two unlike ones don't meet over a third. The
    groups don't hang on the order of the ideas.
    """
    places: dict[str, list[int]] = {}
    for place, idea in enumerate(ideas):
        places.setdefault(_key(idea), []).append(place)
    groups = _grouped(sorted(places), language)
    return tuple(sorted(tuple(sorted(_places(group, places))) for group in groups))


def _places(group: Sequence[str], places: dict[str, list[int]]) -> list[int]:
    return [place for key in group for place in places[key]]


def _key(idea: str) -> str:
    """Ideas that differ in nothing but case, diacritics and marks are one; so are equal emoji."""
    return " ".join(tokens(_plain(idea))) or fold(idea) or idea


def _grouped(keys: Sequence[str], language: str) -> list[list[str]]:
    """Nearest first; a group takes another only if all of both are alike."""
    read = {key: _read(key, language) for key in keys}
    like = {
        (one, other)
        for one, other in combinations(keys, 2)
        if _alike(read[one], read[other], language)
    }
    groups = {key: [key] for key in keys}
    for one, other in sorted(like, key=_farness):
        mine, theirs = groups[one], groups[other]
        if mine is not theirs and all(tuple(sorted(two)) in like for two in product(mine, theirs)):
            mine += theirs
            groups.update(dict.fromkeys(theirs, mine))
    return list({id(group): group for group in groups.values()}.values())


def _farness(pair: tuple[str, str]) -> tuple[float, tuple[str, str]]:
    return 1 - OSA.normalized_similarity(*pair), pair


def _alike(one: _Idea, other: _Idea, language: str) -> bool:
    if one.doing and other.doing and not one.doing & other.doing:
        return False
    if "".join(one.words) == "".join(other.words):
        return bool(one.words)
    if len(one.words) != len(other.words):
        return False
    matched = _matched(one, other)
    return matched is not None and _says_same(one, other, matched, language)


def _matched(one: _Idea, other: _Idea) -> tuple[int, ...] | None:
    """For each word the place of its like in the other idea; None where one has none."""
    free = list(range(len(other.words)))
    found: list[int] = []
    for word, its_stem in zip(one.words, one.stems, strict=True):
        same = [place for place in free if other.stems[place] == its_stem]
        near = same or [place for place in free if _is_slip(word, other.words[place])]
        if not near:
            return None
        found.append(near[0])
        free.remove(near[0])
    return tuple(found)


def _is_slip(one: str, other: str) -> bool:
    """Whether two folded words are probably one, spelled in two ways."""
    if one.removeprefix("pa") == other or one == other.removeprefix("pa"):
        return min(len(one), len(other)) >= PREFIXED_FROM
    if one[:SAME_START] != other[:SAME_START] or not (one + other).isalpha():
        return False
    letters = min(len(one), len(other))
    if letters < SWAPPED_FROM or OSA.distance(one, other) > 1:
        return False
    if len(one) == len(other):
        return sorted(one) == sorted(other) or letters >= LETTER_WRONG_FROM
    return _once(one) == _once(other) or letters >= LETTER_AMISS_FROM


def _once(word: str) -> str:
    """Without doubled letters."""
    return re.sub(r"(.)\1+", r"\1", word)


def _says_same(one: _Idea, other: _Idea, matched: tuple[int, ...], language: str) -> bool:
    """Whether the like words stand to each other alike."""
    in_order = list(matched) == sorted(matched)
    pairs = [(word, other.words[at]) for word, at in zip(one.words, matched, strict=True)]
    if in_order:
        return not (language == "lv" and _crossed(pairs))
    cut = _turned(matched)
    if language == "lv":
        return cut is not None and all(a == b for a, b in pairs)
    return cut == (0, len(matched)) and len(matched) >= TURNED_FROM


def _crossed(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether who did something is now done to, and the other way round: "skolēni māca skolotājus",
    "skolēnus māca skolotāji"."""
    roles = [(a.endswith(_OBJECT), b.endswith(_OBJECT)) for a, b in pairs if a != b]
    return (True, False) in roles and (False, True) in roles


def _turned(matched: tuple[int, ...]) -> tuple[int, int] | None:
    """Between which places two neighbouring parts changed places, if that is all that changed: so
    each keeps its words together ("jauniešu padome", "skolas budžets")."""
    moved = [place for place, at in enumerate(matched) if place != at]
    start, end = moved[0], moved[-1] + 1
    part = matched[start:end]
    cut = part.index(start)
    return (start, end) if part[cut:] + part[:cut] == tuple(range(start, end)) else None


@lru_cache(maxsize=IDEAS_REMEMBERED)
def _read(idea: str, language: str) -> _Idea:
    said = tokens(idea)
    verbs, empty = _verbs(language), frozenset(_EMPTY.get(language, "").split())
    words = tuple(word for word in said if word not in verbs and word not in empty)
    return _Idea(
        words=words or tuple(said),
        stems=tuple(stem(word, language) for word in words or said),
        doing=frozenset(verbs[word] for word in said if word in verbs) if words else frozenset(),
    )


@lru_cache
def _verbs(language: str) -> dict[str, int]:
    lines = enumerate(_DOING.get(language, ()))
    return {word: number for number, line in lines for word in line.split()}


def _plain(idea: str) -> str:
    for pattern, plain in _ONE_WORD:
        idea = pattern.sub(plain, idea)
    return idea


def caption(ideas: Sequence[str]) -> str:
    """The one of a group that best stands for the rest: in the words most of them use, spelled with
    diacritics, and of equally good ones the shortest."""
    used = [set(tokens(idea)) for idea in ideas]

    def rank(idea: str) -> tuple[float, int, int, str]:
        words = set(tokens(idea))
        common = sum(len(words & each) / len(words | each) for each in used if words | each)
        marks = sum(1 for character in idea if not character.isascii() and character.isalpha())
        return -round(common, 9), -marks, len(idea), idea

    return min(ideas, key=rank)
