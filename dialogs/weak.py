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
from dialogs.human_words import CALENDAR, NUMBERS, OTHER, fold, word_set
from dialogs.session import Cursor, Session
from dialogs.texts import engine_text
from dialogs.unsure import is_nothing, is_unsure
from dialogs.weakness import Rule, RuleName


def lead(rules: tuple[Rule, ...], session: Session, said: str, value: Any, today: date) -> str:
    """What is said before the question is asked again; empty where the answer is good enough.

    `value` is the answer as understood, None where it was refused: then only "I don't know" counts,
    as a refusal explains itself.
    """
    for rule in rules:
        if value is None and rule.name not in ("unsure", "nothing"):
            continue
        told = _RULES[rule.name](rule, session, said if value is None else value)
        if told:
            return _worded(rule, session.language, told, today)
    return ""


def key(cursor: Cursor) -> Cursor:
    """The question a cursor stands for: a list of texts is one, however many it has."""
    return cursor if cursor.field is not None else cursor._replace(item=None)


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


def _unsure(_rule: Rule, _session: Session, value: Any) -> Told:
    return any(map(is_unsure, _texts(value)))


def _nothing(_rule: Rule, _session: Session, value: Any) -> Told:
    return any(map(is_nothing, _texts(value)))


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


def _vague(_rule: Rule, _session: Session, value: Any) -> Told:
    return any(map(_is_vague, _texts(value)))


def _is_vague(text: str) -> bool:
    """ "Labāk", "būt labākam", "more": a direction and nothing else."""
    words = [word for word in _words(text) if word not in _AROUND_VAGUE]
    return bool(words) and all(word in _VAGUE or _COMPARATIVE.fullmatch(word) for word in words)


_DIGIT = re.compile(r"\d")
_COUNTED = word_set(
    "reizi divreiz trisreiz abi abas abus puse pusi half once twice both pusotru pusotra dubulti"
)


def _no_number(_rule: Rule, _session: Session, value: Any) -> Told:
    return not any(map(_has_number, _texts(value)))


def _has_number(text: str) -> bool:
    if _DIGIT.search(text):
        return True
    return any(word in NUMBERS or word in _COUNTED for word in _words(text))


_TIMES = word_set(
    "ritos vakaros pecpusdienas naktis rita vakara vakaros pecpusdiena brivdienas darbdienas",
    "brivlaika vasara ziema rudeni pavasari vasaras ziemas ikdiena dienas nedelas menesos gados",
    "vasaru ziemu rudeni katrudien ikdienu ziemassvetkos lieldienas jaunaja starpbrizos stundas",
    "morning mornings evening evenings afternoon afternoons night nights weekend weekends daily",
    "weekdays summer winter autumn spring holidays christmas easter break breaks weekly monthly",
    "lessons hour hours minutes days weeks months years stundu stunda minutes",
)


def _no_time(_rule: Rule, _session: Session, value: Any) -> Told:
    return not any(map(_has_time, _texts(value)))


def _has_time(text: str) -> bool:
    """A figure, a weekday, a month, a season: anything that says when."""
    if _DIGIT.search(text):
        return True
    return any(word in CALENDAR or word in _UNITS or word in _TIMES for word in _words(text))


_UNITS = frozenset(
    word for word, symbol in OTHER.items() if symbol[0] in "RU" or symbol[:2] == "N "
)


def _same_as(rule: Rule, session: Session, value: Any) -> Told:
    earlier = _earlier(rule, session)
    known = {" ".join(_words(text)) for text in _texts(earlier)} if earlier else set()
    return any(" ".join(_words(text)) in known for text in _texts(value))


def _shorter_than(rule: Rule, _session: Session, value: Any) -> Told:
    return any(len(text) < rule.length for text in _texts(value))


def _after(rule: Rule, session: Session, value: Any) -> Told:
    last = max(_days(_earlier(rule, session)), default=value)
    return (value, last) if value > last else False


def _before(rule: Rule, session: Session, value: Any) -> Told:
    last = max(_days(_earlier(rule, session)), default=value)
    return (value, last) if value < last else False


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


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


_WORD = re.compile(r"[^\W_]+")

_RULES: Mapping[RuleName, Callable[[Rule, Session, Any], Told]] = {
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
