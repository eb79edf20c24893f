"""Does a message speak of self-harm, violence or abuse? Read before anything else a person writes.

Words and rules are data (data/safety.yaml), so that people who work with young people can read and mend
them. A miss may cost a life and a false alarm costs a question: in doubt the answer is "ask". Nothing is
learnt or guessed, so the same words always get the same answer.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal, cast

import yaml
from rapidfuzz.distance import OSA

from knowledge.folding import fold

Level = Literal["danger", "ask"]
Topic = Literal["self_harm", "violence", "abuse"]

RULES: Final = Path(__file__).with_name("data") / "safety.yaml"

WINDOW: Final = 6
"""Words within which the parts of a rule have to stand, unless it says otherwise."""

NEARBY: Final = 3
"""Words before and after a match in which an explanation ("no smiekliem") counts."""

SHORTEST_SLIP: Final = 6
"""Letters a word needs before one wrong letter is forgiven."""

LONGEST_WORD: Final = 40
"""No listed word is longer; a wall of letters is looked through for run-together phrases only."""

SHORTEST_RUN: Final = 4
"""Single letters in a row that make a word written l i k e t h i s."""

SHORTEST_JOINED: Final = 8
"""Letters of a word that may be a whole phrase written without blanks."""


@dataclass(frozen=True, kw_only=True)
class Safety:
    """`danger` calls a human at once; `ask` asks the person what is meant."""

    level: Level
    topic: Topic


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Classes of words (bits) that mean something when they stand close together."""

    topic: Topic
    level: Level | None
    parts: tuple[int, ...]
    mask: int
    within: int
    ordered: bool
    unless: int
    tail: int
    goes_on: int
    negation: int
    otherwise: Level | None


@dataclass(frozen=True, kw_only=True)
class Token:
    """A word's classes; `stop` and `pause` say that a sentence or a clause ends after it."""

    classes: int
    stop: bool
    pause: bool


@dataclass(frozen=True, kw_only=True)
class Book:
    """All languages' words and rules, compiled."""

    exact: Mapping[str, int]
    stems: Mapping[str, int]
    slips: Mapping[str, tuple[tuple[str, int], ...]]
    stem_slips: Mapping[str, tuple[tuple[str, int], ...]]
    rules: tuple[Rule, ...]
    joined: tuple[tuple[str, Safety], ...]
    joined_pattern: re.Pattern[str]


def assess(text: str) -> Safety | None:
    """What the message calls for: the worst that any rule finds in it, or None. Never raises."""
    words, joined = _words(text)
    tokens = [
        Token(classes=_classes(word), stop=stop, pause=pause) for word, stop, pause in words
    ]
    found = [*_by_rules(tokens), *_by_phrases(joined)]
    return min(found, key=lambda safety: safety.level != "danger", default=None)
