"""How answers and conditions read in a drawing."""

from collections.abc import Mapping

from dialogs.condition import Condition
from dialogs.kinds import (
    Choice,
    Choices,
    Date,
    Kind,
    Listing,
    Number,
    Ranking,
    Scale,
    Text,
    Time,
    Words,
    YesNo,
)
from dialogs.weakness import Rule

_WORDS: Mapping[str, Mapping[str, str]] = {
    "minutes": {"lv": "min", "en": "min"},
    "only_if": {"lv": "tikai tad, ja", "en": "only if"},
    "for_each": {"lv": "katram no:", "en": "for each of:"},
    "only_mentee": {"lv": "tikai jaunietim", "en": "of the mentee only"},
    "only_mentor": {"lv": "tikai mentoram", "en": "of the mentor only"},
    "optional": {"lv": "var izlaist", "en": "can be skipped"},
    "and": {"lv": "un", "en": "and"},
    "or": {"lv": "vai", "en": "or"},
    "start": {"lv": "Sākums", "en": "Start"},
    "end": {"lv": "Rezultāts", "en": "Result"},
    "text": {"lv": "teksts", "en": "text"},
    "yes_no": {"lv": "jā vai nē", "en": "yes or no"},
    "number": {"lv": "skaitlis", "en": "number"},
    "date": {"lv": "diena", "en": "day"},
    "future": {"lv": "diena no šodienas", "en": "day from today on"},
    "past": {"lv": "diena līdz šodienai", "en": "day up to today"},
    "time": {"lv": "laiks", "en": "time"},
    "list": {"lv": "saraksts", "en": "list"},
    "records": {"lv": "ieraksti", "en": "records"},
    "one_of": {"lv": "viens no", "en": "one of"},
    "some_of": {"lv": "daži no", "en": "some of"},
    "words": {"lv": "vārdi", "en": "words"},
    "order": {"lv": "secībā", "en": "in order"},
    "own": {"lv": "savs", "en": "one's own"},
    "yes": {"lv": "jā", "en": "yes"},
    "no": {"lv": "nē", "en": "no"},
    "answered": {"lv": "ir atbilde", "en": "is answered"},
    "skipped": {"lv": "nav atbildes", "en": "is not answered"},
    "once": {"lv": "vienreiz pārjautā", "en": "asked once more"},
    "unsure": {"lv": "nezina", "en": "does not know"},
    "nothing": {"lv": "nekas", "en": "nothing"},
    "vague": {"lv": "tikai „labāk”", "en": "only “better”"},
    "no_number": {"lv": "nav skaitļa", "en": "no number"},
    "no_time": {"lv": "nav laika", "en": "no time"},
    "same_as": {"lv": "tas pats, kas", "en": "the same as"},
    "shorter_than": {"lv": "rakstzīmju mazāk nekā", "en": "characters fewer than"},
    "after": {"lv": "vēlāk nekā", "en": "later than"},
    "before": {"lv": "agrāk nekā", "en": "earlier than"},
}

_SIGNS = {"below": "<", "above": ">", "at_least": "≥", "at_most": "≤"}


def word(name: str, language: str) -> str:
    """One word of a drawing."""
    return _WORDS[name][language]


def answer_words(kind: Kind, language: str) -> str:
    """The kind of answer in a few words."""
    match kind:
        case Text():
            return word("text", language)
        case Words():
            return f"{word('words', language)}, {_span(1, kind.max)}"
        case YesNo():
            return word("yes_no", language)
        case Scale():
            return f"{kind.low}–{kind.high}"
        case Number():
            return word("number", language)
        case Date():
            return word("date" if kind.direction == "any" else kind.direction, language)
        case Time():
            return word("time", language)
        case Listing():
            name = word("records" if kind.fields else "list", language)
            return f"{name}, {_span(kind.min, kind.max)}"
    return _choice(kind, language)


def weak_words(rules: tuple[Rule, ...], language: str) -> str:
    """The weak answers of a step, in its own order."""
    return ", ".join(_rule(rule, language) for rule in rules)


def _rule(rule: Rule, language: str) -> str:
    compared = rule.step or rule.length
    return f"{word(rule.name, language)} {compared}" if compared else word(rule.name, language)


def role_words(roles: tuple[str, ...], language: str) -> str:
    """For whom a question is that not everybody is asked."""
    return f" {word('and', language)} ".join(word(f"only_{role}", language) for role in roles)


def condition_words(condition: Condition, language: str) -> str:
    """A condition as it is read aloud."""
    if condition.test in ("answered", "skipped"):
        return f"{condition.step} {word(condition.test, language)}"
    if condition.test in _SIGNS:
        return f"{condition.step} {_SIGNS[condition.test]} {condition.operand}"
    many = condition.operand if isinstance(condition.operand, list) else [condition.operand]
    wanted = f" {word('or', language)} ".join(_operand(one, language) for one in many)
    return f"{condition.step} = {wanted}"


def _operand(operand: object, language: str) -> str:
    return word(str(operand), language) if operand in ("yes", "no") else str(operand)


def _choice(kind: Choice | Choices | Ranking, language: str) -> str:
    labels = " / ".join(option.label.in_language(language) for option in kind.options)
    if isinstance(kind, Ranking):
        return f"{word('order', language)}: {labels}"
    name = word("one_of" if isinstance(kind, Choice) else "some_of", language)
    own = f" / {word('own', language)}" if isinstance(kind, Choices) and kind.own else ""
    return f"{name}: {kind.of or labels}{own}"


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
