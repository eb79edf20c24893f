"""Places said in words: "otro", "pēdējo", "the second one", "nr. 2", "3rd"."""

import re
from collections.abc import Mapping

from dialogs.human_words import UNITS, word_set

LAST = -1
"""The place of the last one, as Python counts from the end."""

_LATVIAN = ("pirm", "otr", "tres", "ceturt", "piekt", "sest", "septit", "astot", "devit", "desmit")
_ENDINGS = ("ais", "o", "a", "u", "ajam", "ajai", "aja", "ajo", "am", "ai", "ie", "os", "as")
_ENGLISH = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)

PLACES: Mapping[str, int] = {
    **{stem + end: n for n, stem in enumerate(_LATVIAN, 1) for end in _ENDINGS},
    **{word: n for n, word in enumerate(_ENGLISH, 1)},
    **{"pedej" + end: LAST for end in _ENDINGS},
    **{"priekspedej" + end: LAST - 1 for end in _ENDINGS},
    **{"otrs": 2, "last": LAST},
}
"""By their folded words. "Pirms" is no place, it means "before"."""

_NUMBER = word_set(
    "nr numurs numuru number no variants variantu option choice answer atbilde atbildi"
)
"""Words beside which a plain number is a place."""

_AROUND = _NUMBER | word_set(
    "to tas ta es nemu nemsu izvelos izveletos gribu laikam tad lai ir",
    "iespeja iespeju punkts punktu ludzu",
    "the i i'll id take choose pick want please",
)
_WORDS = re.compile(r"[^\W_]+(?:'\w+)?")
_DIGITS = re.compile(r"(\d{1,2})(st|nd|rd|th)?")


def place(said: str) -> int | None:
    """The place a folded text names and nothing else: from 1, or from -1 at the end."""
    words = _WORDS.findall(said)
    if len(words) > 1 and words[-1] == "one" and words[-2] in PLACES:
        words.pop()
    rest = [word for word in words if word not in _AROUND]
    if len(rest) != 1:
        return None
    numbered = "#" in said or not _NUMBER.isdisjoint(words)
    return PLACES.get(rest[0]) or _counted(rest[0], numbered=numbered)


def _counted(word: str, *, numbered: bool) -> int | None:
    """ "2nd" is a place by itself; "2" and "two" only where the words around say so."""
    digits = _DIGITS.fullmatch(word)
    if digits and (digits[2] or numbered):
        return int(digits[1]) or None
    return (UNITS.get(word) or None) if numbered else None
