"""Answers that a step accepts but that lead nowhere, so that it asks once more in other words.

Which they are is declared by the step, never guessed: `weak: [unsure, no_number]`. Each question is
asked again once; the second answer is taken as it is, since nobody is held in a dialog.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from dialogs.answers import value_at
from dialogs.human import format_date
from dialogs.human_words import CALENDAR, NUMBERS, OTHER, word_set
from dialogs.session import Cursor, Session
from dialogs.texts import engine_text
from dialogs.unsure import is_nothing, is_unsure, words_of
from dialogs.weakness import Rule, RuleName


def lead(rules: tuple[Rule, ...], session: Session, said: str, value: Any, today: date) -> str:
    """What is said before the question is asked again; empty where the answer is good enough.

    `value` is the answer as understood, None where it was refused: then only "I don't know" counts,
    as a refusal explains itself.
    """
    heard = _Heard(said if value is None else value)
    for rule in rules:
        if value is None and rule.name not in ("unsure", "nothing"):
            continue
        told = _RULES[rule.name](rule, session, heard)
        if told:
            return _worded(rule, session.language, told, today)
    return ""


def key(cursor: Cursor) -> Cursor:
    """The question a cursor stands for: a list of texts is one, however many it has."""
    if cursor.item is None or cursor.field is not None:
        return cursor
    return Cursor(cursor.step, cursor.round)


class _Heard:
    """An answer with the words of each of its texts, taken apart once for all rules."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.texts = _texts(value)
        self.words = [words_of(text) for text in self.texts]


Told = bool | tuple[str, str]
"""Whether it is weak; for days both of them, to be named."""


def _worded(rule: Rule, language: str, told: Told, today: date) -> str:
    if not isinstance(told, tuple):
        return engine_text(f"weak_{rule.name}", language)
    own, other = (format_date(date.fromisoformat(day), language, today) for day in told)
    return engine_text(f"weak_{rule.name}", language, date=own, other=other)


def _texts(value: Any) -> list[str]:
    """The words of an answer: none in a number."""
    if isinstance(value, str):
        return [value]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _unsure(_rule: Rule, _session: Session, heard: _Heard) -> Told:
    return any(map(is_unsure, heard.words))


def _nothing(_rule: Rule, _session: Session, heard: _Heard) -> Told:
    return any(map(is_nothing, heard.words))


_COMPARATIVE = re.compile(r"(?:vis)?\w{2,}ak(?:s|a|am|ai|u|i|as|os|iem|aku)?")
_VAGUE = word_set(
    "labi labs laba normali foršs foršāks forši super kruti ok okay good well nice great fine",
    "better best more most less fewer faster stronger smarter bigger smaller happier healthier",
    "nicer fitter richer cooler calmer quicker easier braver",
)
_AROUND_VAGUE = word_set(
    "gribu gribetu velos but bus butu ir klut klust klustu lai man viss visu visa mazliet daudz",
    "to ka nu loti vel kaut ko drusku macities macos macisos klasies iet ies darit justies dzivot",
    "i want to be become get getting will it its is am a bit little much the and un or vai just",
    "do doing feel feeling study learn live go things everything something at in would like",
)


def _vague(_rule: Rule, _session: Session, heard: _Heard) -> Told:
    return any(map(_is_vague, heard.words))


def _is_vague(words: list[str]) -> bool:
    """ "Labāk", "būt labākam", "more": a direction and nothing else."""
    rest = [word for word in words if word not in _AROUND_VAGUE]
    return bool(rest) and all(word in _VAGUE or _COMPARATIVE.fullmatch(word) for word in rest)


_COUNTED = word_set(
    "reizi divreiz trisreiz abi abas abus puse pusi half once twice both pusotru pusotra dubulti"
)


def _no_number(_rule: Rule, _session: Session, heard: _Heard) -> Told:
    return not any(map(_has_number, heard.words))


def _has_number(words: list[str]) -> bool:
    return any(_counts(word) or word in NUMBERS or word in _COUNTED for word in words)


def _counts(word: str) -> bool:
    """Whether there is a figure in it: "5", "10x", "5km"."""
    return not word.isalpha() and any(map(str.isdecimal, word))


_TIMES = word_set(
    "ritos vakaros pecpusdienas naktis rita vakara vakaros pecpusdiena brivdienas darbdienas",
    "brivlaika vasara ziema rudeni pavasari vasaras ziemas ikdiena dienas nedelas menesos gados",
    "vasaru ziemu rudeni katrudien ikdienu ziemassvetkos lieldienas jaunaja starpbrizos stundas",
    "morning mornings evening evenings afternoon afternoons night nights weekend weekends daily",
    "weekdays summer winter autumn spring holidays christmas easter break breaks weekly monthly",
    "lessons hour hours minutes days weeks months years stundu stunda minutes",
)


def _no_time(_rule: Rule, _session: Session, heard: _Heard) -> Told:
    return not any(map(_has_time, heard.words))


def _has_time(words: list[str]) -> bool:
    """A figure, a weekday, a month, a season: anything that says when."""
    return any(
        _counts(word) or word in CALENDAR or word in _UNITS or word in _TIMES for word in words
    )


_UNITS = frozenset(
    word for word, symbol in OTHER.items() if symbol[0] in "RU" or symbol[:2] == "N "
)


def _same_as(rule: Rule, session: Session, heard: _Heard) -> Told:
    earlier = _earlier(rule, session)
    known = [words_of(text) for text in _texts(earlier)] if earlier else []
    return any(words in known for words in heard.words)


def _shorter_than(rule: Rule, _session: Session, heard: _Heard) -> Told:
    return any(len(text) < rule.length for text in heard.texts)


def _after(rule: Rule, session: Session, heard: _Heard) -> Told:
    last = max(_days(_earlier(rule, session)), default=heard.value)
    return (heard.value, last) if heard.value > last else False


def _before(rule: Rule, session: Session, heard: _Heard) -> Told:
    last = max(_days(_earlier(rule, session)), default=heard.value)
    return (heard.value, last) if heard.value < last else False


def _earlier(rule: Rule, session: Session) -> Any:
    """The earlier answer; in the same round where that step is asked about each item."""
    value = session.answers.get(rule.step)
    if session.cursor.round is None or not isinstance(value, list):
        return value
    return value_at(session.answers, rule.step, session.cursor.round)


def _days(value: Any) -> Iterator[str]:
    """The days of an answer: itself, or those of its records."""
    if isinstance(value, str):
        yield value
    for record in value if isinstance(value, list) else ():
        yield from (one for one in record.values() if _ISO.fullmatch(str(one)))


_ISO = re.compile(r"\d{4}-\d\d-\d\d")


_RULES: Mapping[RuleName, Callable[[Rule, Session, _Heard], Told]] = {
    "unsure": _unsure,
    "nothing": _nothing,
    "vague": _vague,
    "no_number": _no_number,
    "no_time": _no_time,
    "same_as": _same_as,
    "shorter_than": _shorter_than,
    "after": _after,
    "before": _before,
}
