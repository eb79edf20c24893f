"""What people type, read as dates, times, numbers and yes or no; and dates as we write them.

Nothing here knows a clock: "today" is given. None means "ask again"; a wrong reading costs a missed
meeting, so whatever has two meanings is None.
"""

import re
from datetime import date, time

from babel.dates import format_date as babel_date
from rapidfuzz import process
from rapidfuzz.distance import OSA

from dialogs.human_dates import parse_date
from dialogs.human_times import parse_time
from dialogs.human_words import LONGEST_ANSWER, WORD, fold, spell_digits, word_set

__all__ = [
    "format_date",
    "format_time",
    "parse_date",
    "parse_number",
    "parse_rating",
    "parse_time",
    "parse_yes_no",
]

MOST_WORDS_AROUND = 5
"""Words of an answer in which "viens" or "one" counts as a number; in a story it is a pronoun."""

LONGEST_YES = 6
"""Words of the longest answer read as a plain yes or no, fillers included."""

SLIP_LETTERS = 6
"""Letters a word needs before one slip is forgiven, so that short opposites stay apart."""

NUMBER = re.compile(
    r"(?<![\d.,])(?P<value>[-+\u2212]?\d{1,9}(?:[.,]\d{1,6})?)(?![.,]?\d)"
    r"(?:\s*/\s*(?P<over>\d{1,9})(?![\d/])|\s+(?:no|out\s+of)\s+(?P<of>\d{1,9}))?",
    re.ASCII,
)
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?!\d)", re.ASCII)
GROUPED = re.compile(r"(?<=\d)[ ](?=\d{3}(?!\d))", re.ASCII)
DIGIT = re.compile(r"\d", re.ASCII)
RANGE = re.compile(r"\d\s?[-\u2013\u2014]\s?\d", re.ASCII)
ONE_AND_A_HALF = re.compile(r"\bpusotr\w*")
AND_A_HALF = re.compile(r"(?<=\w)arpus\b|(?<=\d) (?:and a half|ar pusi)\b")


def parse_number(text: str) -> float | None:
    """The one number of the answer ("7/10" and "7 no 10" are 7); None for none, two different ones,
    a range, or "1,000", which is one to a Latvian and a thousand to an Englishman."""
    return parse_rating(text)[0]


def parse_rating(text: str) -> tuple[float | None, float | None]:
    """The number as above, and the greatest it is said to be out of: "7/10" is 7 and 10."""
    folded = fold(text) if len(text) <= LONGEST_ANSWER else ""
    if THOUSANDS.search(folded) or RANGE.search(folded):
        return None, None
    found = list(NUMBER.finditer(GROUPED.sub("", _in_digits(folded))))
    if len({_value(match) for match in found}) != 1:
        return None, None
    named = [float(most) for match in found if (most := match["over"] or match["of"])]
    return _value(found[0]), max(named, default=None)


def _in_digits(folded: str) -> str:
    if DIGIT.search(folded) or len(WORD.findall(folded)) > MOST_WORDS_AROUND:
        return folded
    spelt = spell_digits(AND_A_HALF.sub(" and a half", ONE_AND_A_HALF.sub("1.5", folded)))
    return AND_A_HALF.sub(".5", spelt)


def _value(match: re.Match[str]) -> float:
    return float(match["value"].replace(",", ".").replace("\u2212", "-"))


YES = word_set(
    "ja jap jep jaja aha protams labi okey okay ok oki okei k j y yep yeah yea yes yup",
    "der deres derigs piekritu gribu gribetu gribam varu varam varesu varetu noteikti skaidrs",
    "sure certainly absolutely definitely agreed agree fine good great correct right true works",
    "davai pareizi tiesi can да ага хорошо ладно конечно согласен согласна + 👍 👌 ✅ ✔ ☑ 💯",
)
NO = word_set(
    "ne nea nee neap nav negribu negribam negribetu nevaru nevaram nevaresu nevajag neder",
    "nepiekritu atsakos nekad nope nah no n never dont cant cannot wont not",
    "net нет не неа - 👎 ❌ ✖ 🚫",
)
_LONG = {words: tuple(word for word in words if len(word) >= SLIP_LETTERS) for words in (YES, NO)}
FILLERS = word_set(
    "nu tad paldies ludzu es mes tiesam loti visu tas tam ta man mums gan jau tacu vien pa please",
    "ir thanks thank you well oh i we do that it is its s m im with me for us am will want to",
    "спасибо ну пожалуйста я",
)
_PHRASES = (
    ("no", ("of course not", "protams ne", "not really", "no way", "nekada gadijuma", "can not")),
    ("no", ("certainly not", "nav labi", "not good", "not fine", "not ok")),
    ("yes", ("of course", "kapec ne", "kapec gan ne", "why not", "no problem", "nav problemu")),
)
PHRASES = tuple((said, re.compile(rf"\b(?:{'|'.join(ways)})\b")) for said, ways in _PHRASES)
_DRAWN_OUT = re.compile(r"(.)\1+")
TOKEN = re.compile(r"[^\W_]+|[+\-👍👌✅✔☑💯👎❌✖🚫]")


def parse_yes_no(text: str) -> bool | None:
    """True or False when the whole short answer says so; None for anything with more in it."""
    if len(text) > LONGEST_ANSWER:
        return None
    words = TOKEN.findall(fold(text).replace("'", ""))
    if not words or len(words) > LONGEST_YES:
        return None
    said = {_polarity(word) for word in _meaningful(words)}
    return said.pop() if len(said) == 1 else None


def _meaningful(words: list[str]) -> list[str]:
    """The words that decide. Whole phrases are judged first, because "why not" means yes."""
    sentence = " ".join(words)
    for answer, phrase in PHRASES if len(words) > 1 else ():
        sentence = phrase.sub(answer, sentence)
    return [word for word in sentence.split() if word not in FILLERS]


def _polarity(word: str) -> bool | None:
    if word in YES:
        return True
    short = _DRAWN_OUT.sub(r"\1", word)
    for answer, words in ((True, YES), (False, NO)):
        if word in words or short in words or _slipped(word, words):
            return answer
    return None


def _slipped(word: str, words: frozenset[str]) -> bool:
    if len(word) < SLIP_LETTERS:
        return False
    near = process.extractOne(word, _LONG[words], scorer=OSA.distance, score_cutoff=1)
    return near is not None


WEEKDAYS_LV = (
    "pirmdien",
    "otrdien",
    "trešdien",
    "ceturtdien",
    "piektdien",
    "sestdien",
    "svētdien",
)
MONTHS_LV = (
    "janvārī",
    "februārī",
    "martā",
    "aprīlī",
    "maijā",
    "jūnijā",
    "jūlijā",
    "augustā",
    "septembrī",
    "oktobrī",
    "novembrī",
    "decembrī",
)


def format_date(d: date, language: str, today: date) -> str:
    """ "ceturtdien, 5. martā", "Thursday, 5 March"; the year only when it isn't this one.

    Latvian is written here because Babel knows no locative.
    """
    if language == "lv":
        year = "" if d.year == today.year else f"{d.year}. gada "
        return f"{WEEKDAYS_LV[d.weekday()]}, {year}{d.day}. {MONTHS_LV[d.month - 1]}"
    pattern = "EEEE, d MMMM" if d.year == today.year else "EEEE, d MMMM y"
    return babel_date(d, pattern, locale=language)


def format_time(t: time, language: str) -> str:
    """ "plkst. 15.30" in Latvian, "15:30" elsewhere."""
    return f"plkst. {clock(t, language)}" if language == "lv" else clock(t, language)


def clock(t: time, language: str) -> str:
    """ "8.30" in Latvian, "08:30" elsewhere: for a button, or behind a word of its own."""
    return f"{t.hour}.{t:%M}" if language == "lv" else f"{t:%H:%M}"
