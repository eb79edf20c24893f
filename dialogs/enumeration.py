"""Short things in a row, typed as people list them: "slinkums, telefons un bailes".

A comma alone decides nothing, since sentences have them too ("Nezinu, kā sākt"). So every piece has
to be short, and none may begin as a clause does; whatever is in doubt stays one answer.
"""

import re

from dialogs.counting import without_days
from dialogs.human_words import word_set
from dialogs.words import folded

WORDS_MAX = 4
"""Words of a piece; with more it is rather a clause."""

PAIR_MAX = 2
"""Words on each side of the "and" in front of the last one; "a walk with mum and dad" is one."""

_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_SENTENCES = re.compile(r"[.!?:;\n]\s*\S|[()\[\]„“”\"«»]| [-–—] ")
_AND = re.compile(r"^(?:un|and) ", re.IGNORECASE)
_PAIR = re.compile(r" (?:un|and) ", re.IGNORECASE)

_CLAUSE = word_set(
    "ka lai kad kas ko kam kur kurs kura kuru kuri kuras kuriem kuram kurai jo ja bet nevis tapec",
    "tadel tadejadi kamer kops neka cik vai tad tomer turklat tacu lidz kaut gan tikai ari un nu",
    "that which who whose when where why how because but so if and or then not as while since than",
    "though although unless until especially only even too please with without",
)
"""A piece that begins with one of these belongs to the piece in front of it."""

_OPENING = word_set(
    "nu ja ne labi varbut laikam protams paldies piemeram manuprat pirmkart godigi patiesiba hmm",
    "well yes no ok okay okei maybe perhaps sure thanks firstly honestly actually hi hello sveiki",
)
"""A first piece that is one of these words is no thing of its own."""


def enumerated(text: str) -> list[str]:
    """The things listed in one line with commas; none where it may be a sentence."""
    if "," not in text or _SENTENCES.search(without_days(text)):
        return []
    pieces = [piece.strip() for piece in _COMMA.split(text.rstrip(" .!…"))]
    if len(pieces) > 2:
        pieces[-1] = _AND.sub("", pieces[-1])
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2 or folded(pieces[0]) in _OPENING or not all(map(_is_thing, pieces)):
        return []
    return [*pieces[:-1], *_last(pieces[-1])]


def _is_thing(piece: str) -> bool:
    words = folded(piece).split()
    return 0 < len(words) <= WORDS_MAX and words[0] not in _CLAUSE


def _last(piece: str) -> list[str]:
    """The last one and the one before it, which an "and" joins."""
    pair = _PAIR.split(piece)
    if len(pair) == 2 and all(0 < len(side.split()) <= PAIR_MAX for side in pair):
        return [side.strip() for side in pair]
    return [piece]
