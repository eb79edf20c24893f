"""One spelling for many: people on phones drop diacritics, and phones add invisible marks.

What is compared (questions, names, commands) is compared folded; what is shown or stored never is.
"""

import re
import unicodedata
from functools import lru_cache
from threading import Lock
from typing import Final

import LatvianStemmer
import snowballstemmer

STEMS_REMEMBERED: Final = 20_000
"""A stem costs some 5 µs; a programme's words and what people usually type fit in a few MB."""

LONGEST_STEMMED: Final = 40
"""No Latvian or English word is longer; a wall of letters stays as it is, out of the cache."""

_SPACE_CATEGORIES: Final = frozenset({"Cc", "Zl", "Zp", "Zs"})
_DROPPED_CATEGORIES: Final = frozenset({"Mn", "Me", "Cf", "Cs"})
_WORD: Final = re.compile(r"[^\W_]+")

_FOLDED_ONLY_ENDING: Final = "em"
"""LatvianStemmer knows it only with its diacritic (-ēm), which folding has taken away."""

_SHORTEST_STEM: Final = 3
"""As in LatvianStemmer: fewer letters than that are no stem."""

_english: Final = snowballstemmer.stemmer("english")
_english_lock: Final = Lock()
"""A snowball stemmer keeps the word it works on in itself, so two threads may not share it."""


FOLDS_REMEMBERED: Final = 64
"""A message is compared with a dozen things, labels among them, each time folded. No more than
that, since what people write is nothing to keep."""


@lru_cache(maxsize=FOLDS_REMEMBERED)
def fold(text: str) -> str:
    """The text without case, diacritics, invisible marks and surplus blanks.

    Never fails: a lone surrogate (half an emoji) is dropped, NUL and line ends count as blanks.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).casefold()
        text = unicodedata.normalize("NFKD", text)
    return " ".join("".join(map(_plain, text.casefold())).split())


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category in _SPACE_CATEGORIES:
        return " "
    return "" if category in _DROPPED_CATEGORIES else character


def tokens(text: str) -> list[str]:
    """The folded words and numbers of a text, in order; punctuation and emoji are none."""
    return _WORD.findall(fold(text))


def stem(word: str, language: str) -> str:
    """What the forms of one *folded* word share; in a language without rules the word itself."""
    return word if len(word) > LONGEST_STEMMED else _stem(word, language)


@lru_cache(maxsize=STEMS_REMEMBERED)
def _stem(word: str, language: str) -> str:
    if language == "lv":
        return _latvian_stem(word)
    if language == "en":
        with _english_lock:
            return str(_english.stemWord(word))
    return word


def _latvian_stem(word: str) -> str:
    stemmed = str(LatvianStemmer.stem(word))
    if stemmed == word and len(word) >= len(_FOLDED_ONLY_ENDING) + _SHORTEST_STEM:
        return word.removesuffix(_FOLDED_ONLY_ENDING)
    return stemmed
