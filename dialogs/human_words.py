"""The words people use for days, months and numbers, brought to one spelling.

Everything is compared folded (lower case, no diacritics), because phones make people lazy: "rit",
"Martā" and "MARTA" have to be one word. Latvian and English share one lexicon, since teenagers mix
them in a sentence.
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

LONGEST_ANSWER = 500
"""Characters. A longer text is a story and no answer to "when?" or "how many?"; it is None."""

SHORTEST_SLIP = 5
"""Letters a word needs before one wrong letter is forgiven: "marts" for "mart" would be a guess."""

WORD = re.compile(r"[^\W\d_]+")
INVISIBLE = frozenset({"Mn", "Me", "Cf", "Cs"})


@lru_cache(maxsize=16)
def fold(text: str) -> str:
    """Lower case without diacritics, invisible marks and keycaps; control characters are spaces.

    A few are remembered, since one message is looked at as a command, as words and as an answer.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_VISIBLE)
    return " ".join(plain.split())


_USUAL_END = 0x500
"""Behind Latin, the marks that NFKD parts from it, and Cyrillic."""


class _Visible(dict[int, str]):
    """What stands for each character, by its number: "" for an invisible one.

    Known beforehand for the letters people use, since every message is folded. Others are looked
    up and not remembered, so that strange messages don't fill the memory.
    """

    def __init__(self) -> None:
        super().__init__({code: self[code] for code in range(_USUAL_END)})

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        return "" if category in INVISIBLE else " " if category == "Cc" else chr(code)


_VISIBLE = _Visible()


def word_set(*lines: str) -> frozenset[str]:
    """The folded words of the lines, so that a list of words can be read as prose."""
    return frozenset(word for line in lines for word in fold(line).split())


def _forms(symbol: str, stems: str, endings: str) -> dict[str, str]:
    tails = ["", *endings.split()]
    return {stem + tail: symbol for stem in stems.split() for tail in tails}


WEEKDAY_NAMES = (
    ("pirmdien", "monday"),
    ("otrdien", "tuesday"),
    ("tresdien", "wednesday wensday wendsday"),
    ("ceturtdien", "thursday thrusday"),
    ("piektdien", "friday"),
    ("sestdien", "saturday"),
    ("svetdien", "sunday"),
)
WEEKDAY_SHORT = (
    "pirmd mon",
    "otrd tue tues",
    "tresd wed",
    "ceturtd thu thur thurs",
    "piektd fri",
    "sestd",
    "svetd",
)
"""Without "sat" and "sun", which are English words."""

MONTH_NAMES = (
    ("janvar", "january jan"),
    ("februar", "february feb febr"),
    ("mart", "march mar"),
    ("april", "april apr"),
    ("maij", "may mai"),
    ("junij", "june jun"),
    ("julij", "july jul"),
    ("august", "august aug"),
    ("septembr", "september sep sept"),
    ("oktobr", "october oct okt"),
    ("novembr", "november nov"),
    ("decembr", "december dec"),
)


def _weekdays() -> dict[str, str]:
    names: dict[str, str] = {}
    for number, (latvian, english) in enumerate(WEEKDAY_NAMES):
        names |= _forms(f"W{number}", latvian, "a u ai as am")
        names |= _forms(f"W{number}", english, "s")
        names |= _forms(f"W{number}", WEEKDAY_SHORT[number], "")
    return names


def _months() -> dict[str, str]:
    names: dict[str, str] = {}
    for number, (latvian, english) in enumerate(MONTH_NAMES, start=1):
        names |= _forms(f"M{number:02}", latvian, "is s a am im i u")
        names |= _forms(f"M{number:02}", english, "")
    return names


CALENDAR = _weekdays() | _months()
_LONG_FORMS = tuple(form for form in CALENDAR if len(form) >= SHORTEST_SLIP)

OTHER = (
    _forms("R+0", "sodien siodien sovakar sorit sonakt", "a ai u as")
    | _forms("R+0", "today tonight", "")
    | _forms("R+1", "rit ritam ritu ritdien tomorrow tommorow tomorow tommorrow tmrw", "")
    | _forms("R+1", "ritdien", "a ai u as")
    | _forms("R+2", "parit paritdien", "ai u am")
    | _forms("R+3", "aizparit", "")
    | _forms("R-1", "vakar vakardien yesterday", "")
    | _forms("R-2", "aizvakar", "")
    | _forms("N", "nakam nakosa nakos", "a ais aja ajai ajam o as ai am ja jai jo jas")
    | _forms("N", "next", "")
    | _forms("N UW", "nakamnedel naknedel nakosnedel", "a u ai as")
    | _forms("N UM", "nakammenes nakosmenes", "i is a")
    | _forms("L", "pagajus iepriekseja", "aja ajai ajo as o am ai ja jo")
    | _forms("L", "last", "")
    | _forms("P", "pec after in within", "")
    | _forms("UD", "dien day", "a as am u ai s")
    | _forms("UW", "nedel nedelj week", "a as am u ai s")
    | _forms("UM", "menes month", "a is i iem im u s")
    | _forms("UY", "gad year", "a iem am u s")
    | _forms("E", "beigas beigam end", "")
)

LATVIAN_ENDINGS = "i as a u am iem os s"
UNIT_STEMS = (
    "nulle zero",
    "vien one",
    "div divas two",
    "tris trim trij three",
    "cetr four",
    "piec five",
    "ses six",
    "septin seven",
    "aston eight",
    "devin nine",
)
TEENS = (
    "desmit ten",
    "vienpadsmit eleven",
    "divpadsmit twelve",
    "trispadsmit thirteen",
    "cetrpadsmit fourteen",
    "piecpadsmit fifteen",
    "sespadsmit sixteen",
    "septinpadsmit seventeen",
    "astonpadsmit eighteen",
    "devinpadsmit nineteen",
)
TENS_STEMS = (
    "divdesmit twenty",
    "trisdesmit thirty",
    "cetrdesmit forty",
    "piecdesmit fifty",
    "sesdesmit sixty",
    "septindesmit seventy",
    "astondesmit eighty",
    "devindesmit ninety",
    "simt simts hundred",
)


def _numerals(stems: tuple[str, ...], first: int, step: int) -> dict[str, int]:
    numbered = ((first + step * index, names) for index, names in enumerate(stems))
    return {form: value for value, names in numbered for form in _forms("", names, LATVIAN_ENDINGS)}


UNITS = _numerals(UNIT_STEMS, 0, 1)
TENS = _numerals(TENS_STEMS, 20, 10)
NUMBERS = UNITS | _numerals(TEENS, 10, 1) | TENS

_TENS_AND_UNITS = re.compile(rf"\b({'|'.join(TENS)})[\s-]+({'|'.join(UNITS)})\b")


def spell_digits(folded: str) -> str:
    """Number words as digits: "divdesmit pieci" is "25". Other words stay."""
    if NUMBERS.keys().isdisjoint(WORD.findall(folded)):
        return folded
    joined = _TENS_AND_UNITS.sub(lambda m: str(TENS[m[1]] + UNITS[m[2]]), folded)
    return WORD.sub(lambda m: str(NUMBERS.get(m[0], m[0])), joined)


@lru_cache(maxsize=4096)
def symbol(word: str) -> str:
    """The calendar symbol of a folded word, or the word: W0-W6, M01-M12, R+1 (days from today),
    N(ext), L(ast), P (after), UD UW UM UY (units), E(nd). Weekdays and months may have a slip."""
    known = CALENDAR.get(word) or OTHER.get(word)
    return known or _slip(word) or word


def _slip(word: str) -> str | None:
    """The one name that is one wrong, missing, extra or swapped letter away; None if two are."""
    if len(word) < SHORTEST_SLIP:
        return None
    found = process.extract(word, _LONG_FORMS, scorer=OSA.distance, score_cutoff=1, limit=None)
    near = {CALENDAR[form] for form, _, _ in found}
    return near.pop() if len(near) == 1 else None


def symbols(text: str) -> str:
    """The text with its calendar words as symbols, in capitals that folded text can't contain."""
    return WORD.sub(lambda m: symbol(m[0]), spell_digits(fold(text)))
