"""One question of a poll written by hand: its answer as in a dialog, and what is right about it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dialogs.check_answers import SCALE_BUTTONS_MAX
from dialogs.check_texts import SENTENCES_MAX, sentences
from dialogs.shape import Place
from dialogs.source import LocatedDict, LocatedList
from dialogs.texts import PLACES
from mentoring.polls import WITH_OPTIONS, Question, QuestionKind
from mentoring.text import Text

KEYS = ("id", "ask", "why", "answer", "right", "image", "alt")
ASK_MAX = 300
WHY_MAX = 500
OPTION_MAX = 100
"""Characters. They stand in a picture together, and above the buttons of a small screen."""

OPTIONS_MAX = 10
_PLAIN: Mapping[str, QuestionKind] = {"text": "text", "words": "words", "number": "number"}
_OPTIONS: Mapping[str, QuestionKind] = {kind: kind for kind in WITH_OPTIONS}
_KNOWN = ", ".join((*_PLAIN, "scale: [1, 5]", *(f"{kind}: [...]" for kind in WITH_OPTIONS)))


def read_question(top: Place, quiz: bool) -> Question | None:
    """The question, None with a fault where it can't be understood."""
    ask, why = _text(top, "ask", ASK_MAX), _text(top, "why", WHY_MAX, needed=False)
    asked = _answer(top)
    if ask is None or asked is None:
        return None
    question = replace(
        asked, id=str(top.get("id")), ask=ask, why=why, image=top.word("image"),
        alt=_text(top, "alt", WHY_MAX, needed=False),
    )  # fmt: skip
    return _with_right(top, question, quiz)


def _text(top: Place, key: str, most: int, *, needed: bool = True) -> Text | None:
    wording = top.wording(key, needed=needed)
    if wording is None:
        return None
    for language, text in wording.texts.items():
        if len(text) > most:
            top.fault(f"{key} ({language}) has {len(text)} characters", f"Keep it to {most}", key)
        if sentences(text) > SENTENCES_MAX:
            what = f"{key} ({language}) has {sentences(text)} sentences"
            top.fault(what, f"Keep it to {SENTENCES_MAX}", key)
    return wording.texts


def _answer(top: Place) -> Question | None:
    """A question with nothing but its kind and what belongs to that."""
    value = top.get("answer")
    bare = Question(id="", kind="text", ask={})
    if isinstance(value, str) and value in _PLAIN:
        return replace(bare, kind=_PLAIN[value])
    if isinstance(value, LocatedDict) and list(value) == ["scale"]:
        return _scale(replace(top, data=value), bare)
    if isinstance(value, LocatedDict) and len(value) == 1 and next(iter(value)) in _OPTIONS:
        kind = _OPTIONS[next(iter(value))]
        options = tuple(_labels(replace(top, data=value), kind))
        return replace(bare, kind=kind, options=options)
    top.fault("the answer is missing or unknown", f"Write one of: {_KNOWN}", "answer")
    return None


def _scale(top: Place, bare: Question) -> Question | None:
    ends = top.list("scale")
    if len(ends) != 2 or not all(type(end) is int for end in ends) or ends[0] >= ends[1]:
        top.fault("a scale has a lowest and a highest whole number", "Write [1, 5]", "scale")
        return None
    if ends[1] - ends[0] >= SCALE_BUTTONS_MAX:
        top.fault(f"the scale has more than {SCALE_BUTTONS_MAX} values", "Use a number", "scale")
    return replace(bare, kind="scale", low=ends[0], high=ends[1])


def _labels(top: Place, kind: QuestionKind) -> Iterator[Text]:
    items = top.list(kind)
    most = len(PLACES) if kind == "ranking" else OPTIONS_MAX
    if not 2 <= len(items) <= most:
        top.fault(f"there are {len(items)} options", f"Give 2 to {most}", kind)
    seen: set[str] = set()
    for number, item in enumerate(items):
        holder = LocatedDict(items.lines[number])
        holder["option"], holder.lines["option"] = item, items.lines[number]
        place = replace(top, data=holder)
        text = _text(place, "option", OPTION_MAX)
        if text is None:
            continue
        if any(text[language].casefold() in seen for language in text):
            place.fault("two options are called the same", "Give each a label of its own", "option")
        seen |= {label.casefold() for label in text.values()}
        yield text


def _with_right(top: Place, question: Question, quiz: bool) -> Question | None:
    """The question with its right answer; options are counted from 1, as people count."""
    right = top.get("right")
    if right is None:
        return question
    if not quiz:
        top.fault("a right answer in a poll that is no quiz", "Add 'quiz: yes'", "right")
    if question.why is None:
        top.fault("no why", "Say in 'why:' why the right answer is right", "right")
    if question.kind in ("number", "scale"):
        return _right_number(top, question, right)
    places = list(right) if isinstance(right, LocatedList) else [right]
    if not _suits(question, places):
        what = f"right is {right!r}" if not isinstance(right, LocatedList) else "right does not fit"
        top.fault(what, _cure(question), "right")
        return question
    return replace(question, right=tuple(place - 1 for place in places))


def _right_number(top: Place, question: Question, right: Any) -> Question:
    fits = isinstance(right, int | float) and not isinstance(right, bool)
    if fits and question.kind == "scale":
        fits = right in range(question.low, question.high + 1)
    if not fits:
        top.fault(f"right is {right!r}", "Write a number that can be answered", "right")
        return question
    return replace(question, right_number=float(right))


def _suits(question: Question, places: list[Any]) -> bool:
    count = len(question.options)
    if not all(type(place) is int and 1 <= place <= count for place in places):
        return False
    if len(set(places)) != len(places) or not places:
        return False
    return question.kind != "ranking" or len(places) == count


def _cure(question: Question) -> str:
    if question.kind == "ranking":
        return "Write the numbers of all options in the right order, the first option being 1"
    if question.options:
        return "Write the number of the right option, the first one being 1, or a list of numbers"
    return "Leave it out, since own words are neither right nor wrong"
