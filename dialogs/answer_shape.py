"""The `answer:` of a step or field, from data to its kind."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dialogs.kinds import (
    TEXT_MAX,
    Choice,
    Choices,
    Date,
    Direction,
    Field,
    Kind,
    Listing,
    Number,
    Option,
    Ranking,
    Scale,
    Text,
    Time,
    Words,
    YesNo,
)
from dialogs.shape import Place
from dialogs.source import LocatedDict, LocatedList
from dialogs.weak_shape import read_weak
from dialogs.wording import LANGUAGES

_FIELD_KEYS = ("ask", "why", "answer", "optional", "weak", "again")
_DIRECTIONS: Mapping[str, Direction] = {"future": "future", "past": "past", "any": "any"}


def read_answer(top: Place) -> Kind | None:
    """The kind, None with a fault where it is not understood."""
    value = top.get("answer")
    if isinstance(value, str) and value in _PLAIN:
        return _PLAIN[value](_empty(top, value))
    if isinstance(value, LocatedDict) and len(value) == 1:
        name = next(iter(value))
        if name in _PLAIN:
            return _with_settings(top, str(name), value)
    known = ", ".join(_PLAIN)
    top.fault("the answer is missing or unknown", f"Write 'answer:' with one of: {known}", "answer")
    return None


def _with_settings(top: Place, name: str, value: LocatedDict) -> Kind | None:
    settings = value[name]
    inner = replace(top, data=value)
    if name == "scale" or isinstance(settings, LocatedDict):
        data = value if name == "scale" else settings
        return _PLAIN[name](replace(top, data=data))
    if isinstance(settings, LocatedList) and name in ("choice", "choices", "ranking"):
        options = LocatedDict(inner.line(name))
        options["options"], options.lines["options"] = settings, inner.line(name)
        return _PLAIN[name](replace(top, data=options))
    inner.fault(
        f"the settings of '{name}' are not understood", "Write 'name: value' under it", name
    )
    return None


def _empty(top: Place, _name: str) -> Place:
    return replace(top, data=LocatedDict(top.line("answer")))


def _text(top: Place) -> Kind:
    top.only(("min", "max"))
    return Text(min=top.whole("min", 1) or 1, max=top.whole("max", TEXT_MAX) or TEXT_MAX)


def _yes_no(top: Place) -> Kind:
    top.only(())
    return YesNo()


def _time(top: Place) -> Kind:
    top.only(())
    return Time()


def _scale(top: Place) -> Kind | None:
    ends = top.list("scale")
    if len(ends) != 2 or not all(type(end) is int for end in ends):
        top.fault("a scale has a lowest and a highest whole number", "Write [1, 10]", "scale")
        return None
    return Scale(low=ends[0], high=ends[1])


def _number(top: Place) -> Kind:
    top.only(("min", "max", "whole"))
    return Number(min=_bound(top, "min"), max=_bound(top, "max"), whole=top.flag("whole"))


def _bound(top: Place, key: str) -> float | None:
    value = top.get(key)
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    top.fault(f"{key} is {value!r}", "Write a number", key)
    return None


def _date(top: Place) -> Kind:
    top.only(tuple(_DIRECTIONS))
    chosen = [_DIRECTIONS[name] for name in _DIRECTIONS if top.flag(name)]
    return Date(direction=chosen[0] if chosen else "any")


def _choice(top: Place) -> Kind:
    top.only(("options", "of"))
    return Choice(options=_options(top), of=top.word("of"))


def _choices(top: Place) -> Kind:
    top.only(("options", "of", "by", "min", "max", "own"))
    least = top.whole("min", 1)
    most = top.whole("max") if "max" in top.data else None
    return Choices(
        options=_options(top),
        of=top.word("of"),
        by=top.word("by"),
        min=1 if least is None else least,
        max=most,
        own=top.flag("own"),
    )


def _ranking(top: Place) -> Kind:
    top.only(("options",))
    return Ranking(options=_options(top))


def _words(top: Place) -> Kind:
    top.only(("max", "each"))
    most, each = top.whole("max", Words.max), top.whole("each", Words.each)
    return Words(max=most or 0, each=each or 0)


def _options(top: Place) -> tuple[Option, ...]:
    return tuple(option for place in top.places("options") if (option := _option(place)))


def _option(top: Place) -> Option | None:
    top.only(("id", "label", "worth", "also"))
    label = top.wording("label")
    if label is None:
        return None
    worth = top.whole("worth") if "worth" in top.data else None
    name, line = top.name("id"), top.line("id")
    return Option(id=name, label=label, line=line, worth=worth, also=_also(top))


def _also(top: Place) -> tuple[str, ...]:
    """Further words for an option, of every language: people answer in either."""
    inner = top.mapping("also")
    if inner is None:
        return ()
    for language in LANGUAGES:
        if not inner.list(language):
            inner.fault(f"also has no words in '{language}'", f"Add '{language}: [...]' to it")
    return tuple(word for language in inner.data for word in inner.names(language))


def _list(top: Place) -> Kind:
    top.only(("min", "max", "commas", "of"))
    least, most = top.whole("min", 1), top.whole("max", 10)
    return Listing(
        min=1 if least is None else least,
        max=1 if most is None else most,
        commas=top.flag("commas"),
        fields=_fields(top),
    )


def _fields(top: Place) -> tuple[Field, ...]:
    inner = top.mapping("of")
    if inner is None:
        return ()
    return tuple(field for name in inner.data if (field := _field(inner, str(name))))


def _field(top: Place, name: str) -> Field | None:
    place = top.mapping(name)
    if place is None:
        return None
    place.only(_FIELD_KEYS)
    ask, answer = place.wording("ask"), read_answer(place)
    if ask is None or answer is None:
        return None
    if isinstance(answer, Choice | Choices | Ranking | Words | Listing):
        cure = "Use text, yes_no, scale, number, date or time"
        place.fault(f"the field '{name}' can't hold a choice or a list", cure, "answer")
        return None
    why = place.wording("why", needed=False)
    return Field(
        id=name,
        ask=ask,
        why=why,
        answer=answer,
        optional=place.flag("optional"),
        line=top.line(name),
        weak=read_weak(place),
        again=place.wording("again", needed="weak" in place.data),
    )


_PLAIN: Mapping[Any, Callable[[Place], Kind | None]] = {
    "text": _text,
    "yes_no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "ranking": _ranking,
    "words": _words,
    "scale": _scale,
    "number": _number,
    "date": _date,
    "time": _time,
    "list": _list,
}
