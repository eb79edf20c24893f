"""Checks every Latvian text of the product: spelling, and the faults `tests.content.rules` lists.

`python -m tests.spelling` prints `file:line: word — suggestion` and ends with 1 where there is one;
with a programme folder's path it checks that folder.
Words come from Debian's hunspell-lv and from words.lv.txt, which holds only what hunspell misses.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from dialogs.source import Unreadable
from knowledge.passages import Passage
from tests.content.labels import label_faults
from tests.content.passages import files, passages
from tests.content.rules import (
    OTHER_LANGUAGE,
    braces_faults,
    content_faults,
    fluent_pairs,
    pair_faults,
)

ROOT = Path(__file__).parent.parent
OWN_WORDS = Path(__file__).parent / "words.lv.txt"
DICTIONARIES = Path("/usr/share/hunspell")

NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|\{[^{}]*\}")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
NO_WORD = re.compile(r"[A-ZĀČĒĢĪĶĻŅŠŪŽ]|[IVX]+")
"""A capital letter on its own, as in "S: specific", or a Roman numeral."""

QUOTED = re.compile(r"„([^„”]*)”")

LEFT_OUT = """
############################################################
# LEFT OUT: the Latvian spelling check.
# hunspell-lv or its Python package is missing.
# Install it with: apt-get install hunspell-lv
############################################################"""

Spell = Callable[[str], bool]
Suggest = Callable[[str], Iterable[str]]


class Dictionary:
    """Hunspell's words and our own; a word of ours may begin with a capital letter."""

    def __init__(self, spell: Spell, suggest: Suggest, own: frozenset[str]) -> None:
        self._spell = lru_cache(maxsize=None)(spell)
        self._suggest = lru_cache(maxsize=None)(suggest)
        self._own = own

    def knows(self, word: str) -> bool:
        return self._is_own(word) or bool(self._spell(word))

    def suggestion(self, word: str) -> str:
        return ", ".join(list(self._suggest(word))[:3]) or "no suggestion"

    def lacks_only_diacritics(self, word: str) -> bool:
        """Whether it was typed without diacritics and is right with them."""
        return word.isascii() and any(_folded(one) == word for one in self._suggest(word))

    def _is_own(self, word: str) -> bool:
        return word in self._own or word[:1].lower() + word[1:] in self._own


def _folded(word: str) -> str:
    return word.translate(str.maketrans("āčēģīķļņšūž", "acegiklnsuz"))


def own_words() -> frozenset[str]:
    return frozenset(OWN_WORDS.read_text(encoding="utf-8").split())


def dictionary() -> Dictionary | None:
    """None where hunspell-lv is not installed."""
    if not (DICTIONARIES / "lv_LV.dic").exists():
        return None
    try:
        from hunspell import Hunspell
    except ImportError:
        return None
    latvian = Hunspell("lv_LV", hunspell_data_dir=str(DICTIONARIES))
    return Dictionary(latvian.spell, latvian.suggest, own_words())


def misspelt(passage: Passage, known: Dictionary) -> Iterator[str]:
    """The words of a Latvian text that nobody knows, without those misspelt on purpose."""
    if passage.language != "lv" or passage.key in OTHER_LANGUAGE:
        return
    text = NOT_WORDS.sub(" ", passage.text)
    on_purpose = {word for quoted in QUOTED.findall(text) for word in _as_typed(quoted)}
    for word in dict.fromkeys(WORD.findall(text)):
        if NO_WORD.fullmatch(word) or known.knows(word):
            continue
        if word in on_purpose and known.lacks_only_diacritics(word):
            continue
        yield f"{passage.file}:{passage.line_of(word)}: {word} — {known.suggestion(word)}"


def _as_typed(quoted: str) -> list[str]:
    """The words of a quotation of several words without one diacritic: typed on a phone."""
    words = WORD.findall(quoted)
    return words if len(words) > 1 and quoted.isascii() else []


def faults(root: Path, known: Dictionary | None) -> list[str]:
    """All that is to be mended below `root`, each fault once."""
    found = files(root)
    everything = [_pairs(found), label_faults(root), *(_of_file(file, known) for file in found)]
    return list(dict.fromkeys(fault for some in everything for fault in some))


def _pairs(found: list[Path]) -> Iterator[str]:
    for latvian, english in fluent_pairs(found):
        yield from pair_faults(latvian, english)


def _of_file(file: Path, known: Dictionary | None) -> Iterator[str]:
    try:
        yield from _of_texts(file, known)
    except Unreadable as error:
        yield str(error)


def _of_texts(file: Path, known: Dictionary | None) -> Iterator[str]:
    for passage in passages(file):
        yield from content_faults(passage)
        if known is not None:
            yield from misspelt(passage, known)
    yield from braces_faults(file)


def main(root: Path = ROOT) -> int:
    known = dictionary()
    if known is None:
        print(LEFT_OUT, file=sys.stderr)
    found = faults(root, known)
    for fault in found:
        print(fault.replace(f"{root}/", "", 1))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
