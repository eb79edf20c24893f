"""One language's entries as words and letters, and how well each fits a question."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import chain
from math import log, log1p
from typing import Final

from knowledge.faq_letters import Letters
from knowledge.faq_words import STOP_WORDS, Words
from knowledge.folding import stem

SHORTLIST: Final = 50
"""So many entries are weighed closely; it takes a millisecond, and below it all are."""

ANSWER_WEIGHT: Final = 0.5
"""A word only the answer has says less about the question than a word of the question."""

KEYWORD_COUNT: Final = 2
"""A keyword was chosen by hand, so it counts like a word of two phrasings."""

UNKNOWN_RARITY: Final = 0.7
"""A word no entry has may be a slip beyond repair: not quite as telling as the rarest known."""

LETTERS_SHARE: Final = 0.85
"""Letters against words in the score: the best on phrasings left out, and flat around it."""

SHORTEST_TELLING: Final = 3
"""Shorter words are particles, numbers or slips; an answer hangs on none of them."""

PHRASING_SHARE: Final = 0.3
"""The nearest single phrasing against the entry as a whole: it tells "I am ill" from "they are"."""

WEIGHED_CLOSELY: Final = 5
"""Entries whose phrasings are looked at one by one."""

CALLS: Final = 3_000
"""Entries called to the shortlist, the rarest words' first; what the common ones call is many."""

Weights = Mapping[str, float]
Near = Mapping[str, Mapping[str, float]]
"""For each stem of a question the known stems that may be meant, with how well they fit."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """The folded words of an entry: each way to ask it, its keywords, its answer."""

    asked: tuple[Sequence[str], ...]
    keywords: Sequence[str]
    answer: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Match:
    """How well the entry with this number fits, by letters and by the words' weight it covers."""

    entry: int
    likeness: float
    coverage: float
    closeness: float = 0.0
    """How near the nearest of its phrasings is; weighed for the few best only."""

    @property
    def score(self) -> float:
        """0..1; comparable between the entries for one question only."""
        whole = LETTERS_SHARE * self.likeness + (1 - LETTERS_SHARE) * self.coverage
        return (1 - PHRASING_SHARE) * whole + PHRASING_SHARE * self.closeness


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A question as the corpus understands it.

    `length` counts all words, `telling` those an answer hangs on, `unknown` the telling ones that
    no entry has; `known_share` is the share of the words' weight that some entry knows. Of the
    best entry, `grasp` is what it has of the telling words' weight, `closeness` how near its
    nearest phrasing is.
    """

    matches: tuple[Match, ...]
    length: int
    telling: int
    unknown: int
    known_share: float
    grasp: float
    closeness: float


class Corpus:
    """Immutable once built; readable from several threads."""

    def __init__(self, documents: Sequence[Document], language: str) -> None:
        self._language = language
        self._stop_words = STOP_WORDS.get(language, frozenset())
        counts = [self._counted(document) for document in documents]
        self._weights = _weights(counts)
        self._rarity = _rarity(self._weights)
        self._rarest = log(len(documents) + 1)
        self._postings = _postings(self._weights)
        self._words = Words(self._rarity, language)
        self._asked = [[set(map(self._stem, words)) for words in d.asked] for d in documents]
        self._letters = Letters([chain(*d.asked, d.keywords) for d in documents])

    def familiarity(self, words: Sequence[str]) -> float:
        """Share of a question's words that belong to this language, as far as the entries show."""
        familiar = sum(w in self._stop_words or self._stem(w) in self._words for w in words)
        return familiar / len(words) if words else 0.0

    def read(self, words: Sequence[str]) -> Reading:
        """Weigh the entries for the folded words of a question; best first, ties in entry order."""
        near = {stemmed: self._words.near(stemmed) for stemmed in map(self._stem, words)}
        weights = {stemmed: self._weight(stemmed, near[stemmed]) for stemmed in near}
        telling = {self._stem(word) for word in words if self._is_telling(word)}
        matches = self._matches(words, near, weights)
        best = matches[0].entry if matches else None
        return Reading(
            matches=matches,
            length=len(words),
            telling=len(telling),
            unknown=sum(not self._words.knows(stemmed) for stemmed in telling),
            known_share=_share(weights, {s: max(near[s].values(), default=0.0) for s in near}),
            grasp=self._grasp({s: near[s] for s in telling}, weights, best),
            closeness=matches[0].closeness if matches else 0.0,
        )

    def _matches(
        self,
        words: Sequence[str],
        near: Near,
        weights: Weights,
    ) -> tuple[Match, ...]:
        asked = self._letters.asked(words)
        found = [
            Match(
                entry=entry,
                likeness=self._letters.likeness(asked, entry),
                coverage=_share(weights, self._aligned(near, entry)),
            )
            for entry in self._shortlist(near, weights)
        ]
        found.sort(key=_best_first)
        few = [self._weighed(match, near, weights) for match in found[:WEIGHED_CLOSELY]]
        return (*sorted(few, key=_best_first), *found[WEIGHED_CLOSELY:])

    def _weighed(self, match: Match, near: Near, weights: Weights) -> Match:
        return replace(match, closeness=self._closeness(near, weights, match.entry))

    def _grasp(self, telling: Near, weights: Weights, entry: int | None) -> float:
        if entry is None:
            return 0.0
        return _share({s: weights[s] for s in telling}, self._aligned(telling, entry))

    def _closeness(self, near: Near, weights: Weights, entry: int | None) -> float:
        """Weight that the question and the entry's nearest phrasing share, of all they have."""
        asked = [] if entry is None else self._asked[entry]
        shared = [self._shared(near, weights, words) for words in asked]
        return max(shared, default=0.0)

    def _shared(self, near: Near, weights: Weights, words: Set[str]) -> float:
        found = [
            weights[stemmed] * max((alike[word] for word in alike.keys() & words), default=0.0)
            for stemmed, alike in near.items()
        ]
        whole = sum(weights.values()) + sum(self._rarity[word] for word in words)
        return 2 * sum(found) / whole if whole else 0.0

    def _aligned(self, near: Near, entry: int) -> Weights:
        """For each word of the question, how well the entry's best word for it fits."""
        own = self._weights[entry]
        return {
            stemmed: max((fit * own[w] for w, fit in alike.items() if w in own), default=0.0)
            for stemmed, alike in near.items()
        }

    def _shortlist(self, near: Near, weights: Weights) -> Iterable[int]:
        if len(self._weights) <= SHORTLIST:
            return range(len(self._weights))
        found = {
            known: fit * weights[s] for s, alike in near.items() for known, fit in alike.items()
        }
        called: dict[int, float] = defaultdict(float)
        left = CALLS
        for known in sorted(found, key=lambda known: (len(self._postings[known]), known)):
            left -= len(self._postings[known])
            if left < 0 and called:
                break
            for entry in self._postings[known]:
                called[entry] += found[known]
        return nlargest(SHORTLIST, sorted(called), key=called.__getitem__)

    def _weight(self, stemmed: str, near: Mapping[str, float]) -> float:
        if stemmed in self._rarity:
            return self._rarity[stemmed]
        if near:
            best = max(near, key=lambda known: near[known])
            return self._rarity[best] * near[best]
        return 0.0 if stemmed in self._stop_words else UNKNOWN_RARITY * self._rarest

    def _is_telling(self, word: str) -> bool:
        return len(word) >= SHORTEST_TELLING and word not in self._stop_words

    def _stem(self, word: str) -> str:
        return stem(word, self._language)

    def _counted(self, document: Document) -> Mapping[str, float]:
        """How often the entry's questions use each stem; less than once for the answer's own."""
        counted: Counter[str] = Counter()
        for words in document.asked:
            counted.update(set(map(self._stem, words)))
        for keyword in document.keywords:
            counted[self._stem(keyword)] += KEYWORD_COUNT
        told = dict.fromkeys(map(self._stem, document.answer), ANSWER_WEIGHT)
        return {**told, **counted}


def _weights(counts: Sequence[Mapping[str, float]]) -> list[Mapping[str, float]]:
    """A word weighs more in the entry that uses it most: it is that entry's word."""
    most: dict[str, float] = defaultdict(float)
    for counted in counts:
        for stemmed, count in counted.items():
            most[stemmed] = max(most[stemmed], count)
    return [
        {s: min(1.0, n) * (1 + log1p(n) / log1p(most[s])) / 2 for s, n in counted.items()}
        for counted in counts
    ]


def _rarity(weights: Iterable[Mapping[str, float]]) -> Mapping[str, float]:
    """Inverse document frequency, an entry that hardly uses the word counting as part of one."""
    entries = 0
    spread: dict[str, float] = defaultdict(float)
    for own in weights:
        entries += 1
        for stemmed, weight in own.items():
            spread[stemmed] += weight
    return {stemmed: log((entries + 1) / max(1.0, by)) for stemmed, by in spread.items()}


def _postings(weights: Iterable[Mapping[str, float]]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for entry, own in enumerate(weights):
        for stemmed in own:
            found[stemmed].append(entry)
    return dict(found)


def _best_first(match: Match) -> tuple[float, int]:
    return -match.score, match.entry


def _share(weights: Mapping[str, float], parts: Mapping[str, float]) -> float:
    """Weighted mean of the parts; 0 where nothing weighs anything."""
    whole = sum(weights.values())
    return sum(weights[s] * part for s, part in parts.items()) / whole if whole else 0.0
