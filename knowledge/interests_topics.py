"""The topics of interests.yaml, and how a text finds its topics in spite of slips."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from rapidfuzz.distance import OSA, Indel

from dialogs.source import load_yaml
from knowledge.folding import stem, tokens

DATA: Final = Path(__file__).parent / "data" / "interests.yaml"

LETTER_AMISS_FROM: Final = 5
"""Letters from which a word may lack or repeat one: below, cats, cars and cards are all near."""

ONE_SLIP_FROM: Final = 6
TWO_SLIPS_FROM: Final = 9
"""Letters from which one or two letters may also be wrong or swapped."""

ALIKE_WITH_SLIP: Final = 0.9
WORDS_REMEMBERED: Final = 20_000

Stem = tuple[str, str]
"""A language and the stem of a word in it."""


def slipped(one: str, other: str) -> bool:
    """Whether two folded words are probably one; people seldom miss the first letter."""
    if one[:1] != other[:1]:
        return False
    letters = min(len(one), len(other))
    if letters < ONE_SLIP_FROM:
        return letters >= LETTER_AMISS_FROM and Indel.distance(one, other) <= 1
    return OSA.distance(one, other) <= (2 if letters >= TWO_SLIPS_FROM else 1)


def alike(one: str, other: str) -> float:
    """How near two stems are: 1 equal, a little less with a slip, else 0."""
    if one == other:
        return 1.0
    return ALIKE_WITH_SLIP if slipped(one, other) else 0.0


def covered(words: Sequence[str], by: Sequence[str]) -> float:
    """Which share of the stems the others hold, from 0 to 1."""
    held = [max((alike(word, other) for other in by), default=0.0) for word in words]
    return sum(held) / max(1, len(held))


class Topics:
    """The words of every topic, ready to be looked up; built once, never changed."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._generic = _folded(data["generic"])
        self._opposite = _folded(data["dislikes"])
        self._within: dict[str, str | None] = {}
        self._by_word: defaultdict[str, set[str]] = defaultdict(set)
        self._by_stem: defaultdict[Stem, set[str]] = defaultdict(set)
        self._phrases: list[tuple[frozenset[Stem], str]] = []
        self._written: set[tuple[str, str]] = set()
        for topic in data["topics"]:
            self._within[topic["id"]] = topic.get("within")
            for tag, texts in topic["words"].items():
                for text in texts:
                    self._add(topic["id"], tag, tokens(text))
        self._stems = {(tag, stem(word, tag)) for word, tag in self._written}
        self._phrases.sort(key=lambda pair: -len(pair[0]))
        self._stems_of = lru_cache(maxsize=WORDS_REMEMBERED)(self._find_stems)
        self.of = lru_cache(maxsize=WORDS_REMEMBERED)(self._of)

    def _add(self, topic: str, tag: str, words: list[str]) -> None:
        self._written.update((word, tag) for word in words)
        if len(words) > 1:
            self._phrases.append((frozenset((tag, stem(word, tag)) for word in words), topic))
            return
        self._by_word[words[0]].add(topic)
        self._by_stem[tag, stem(words[0], tag)].add(topic)

    def wider(self, topic: str) -> str | None:
        """The topic this one is a kind of."""
        return self._within[topic]

    def dislikes(self, text: str) -> bool:
        return not self._opposite.isdisjoint(tokens(text))

    def content(self, text: str, language: str) -> tuple[str, ...]:
        """The stems of the words that carry meaning, each once."""
        return tuple(dict.fromkeys(stem(word, language) for word in self._telling(tokens(text))))

    def _telling(self, words: list[str]) -> list[str]:
        """Without words like "play" or "like"; all of them where nothing else was written."""
        return [word for word in words if word not in self._generic] or words

    def _of(self, text: str) -> frozenset[str]:
        """The ids of the topics a text speaks of; a phrase uses its words up, longest first."""
        words = tokens(text)
        telling = self._telling(words)
        found = set()
        for phrase, topic in self._phrases:
            used = {word for word in words if self._stems_of(word) & phrase}
            if phrase <= {part for word in used for part in self._stems_of(word)}:
                found.add(topic)
                words = [word for word in words if word not in used]
        single = [self._of_word(word) for word in words if word in telling]
        return frozenset(found.union(*single))

    def _of_word(self, word: str) -> set[str]:
        """By the word itself before its stem: in English anime and animals have the same one."""
        if word in self._by_word:
            return self._by_word[word]
        return {topic for part in self._stems_of(word) for topic in self._by_stem.get(part, ())}

    def _find_stems(self, word: str) -> frozenset[Stem]:
        """The stems of our vocabulary a typed word stands for, by slips only if none is exact."""
        exact = {(tag, stem(word, tag)) for tag in ("lv", "en")} & self._stems
        if exact:
            return frozenset(exact)
        near = [(tag, known) for known, tag in self._written if slipped(word, known)]
        return frozenset((tag, stem(known, tag)) for tag, known in near)


def _folded(texts: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(word for group in texts.values() for text in group for word in tokens(text))


@lru_cache(maxsize=1)
def read_topics() -> Topics:
    """The topics that ship with the product."""
    return Topics(load_yaml(DATA))
