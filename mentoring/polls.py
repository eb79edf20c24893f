"""Questions asked to several people, their answers, and what the answers come to together.

Answers are plain JSON values, so that they can be kept sealed and read again: an option's place in
the question (0 is the first) for a choice, a list of places for choices and, best first, for a
ranking; a text; up to three words; a number; a whole number on a scale.
"""

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from mentoring.text import Text

QuestionKind = Literal["choice", "choices", "text", "words", "number", "scale", "ranking"]
WITH_OPTIONS: tuple[QuestionKind, ...] = ("choice", "choices", "ranking")

Answer: TypeAlias = Any
"""A JSON value, as its question's kind says."""

MINUS = "−"
WORDS_MAX = 3
WORD_MAX = 25
"""Words in one answer and characters in each: more would be sentences, and no cloud of words."""

_MARKS = " .,!?;:\"'„“”«»()-–"
"""Around a word they say nothing about it."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question.

    `right` are the places of the right options (for a ranking all of them, in the right order),
    `right_number` the right number. `why` helps to answer or, where something is right, explains it
    afterwards: said before, it would give the answer away. `image` is a file in the poll's folder,
    `alt` says in words what it shows.
    """

    id: str
    kind: QuestionKind
    ask: Text
    options: tuple[Text, ...] = ()
    right: tuple[int, ...] = ()
    right_number: float | None = None
    low: int = 1
    high: int = 5
    why: Text | None = None
    image: str | None = None
    alt: Text | None = None

    @property
    def has_right(self) -> bool:
        """Whether an answer can be right or wrong."""
        return bool(self.right) or self.right_number is not None

    def to_json(self) -> dict[str, Any]:
        """Only what says something, in plain values."""
        plain: dict[str, Any] = {"id": self.id, "kind": self.kind, "ask": dict(self.ask)}
        if self.kind == "scale":
            plain |= {"low": self.low, "high": self.high}
        further = {
            "options": [dict(option) for option in self.options],
            "right": list(self.right),
            "right_number": self.right_number,
            "why": dict(self.why) if self.why else None,
            "image": self.image,
            "alt": dict(self.alt) if self.alt else None,
        }
        return plain | {name: value for name, value in further.items() if value not in (None, [])}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Question":
        """What `to_json` gave."""
        lists = {name: tuple(plain.get(name, ())) for name in ("options", "right")}
        return cls(**{**plain, **lists})


@dataclass(frozen=True, kw_only=True)
class Poll:
    """Questions in the order they are asked; a quiz says who was right about what."""

    title: Text
    questions: tuple[Question, ...]
    quiz: bool = False

    @property
    def by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.questions}

    def to_json(self) -> dict[str, Any]:
        questions = [question.to_json() for question in self.questions]
        return {"title": dict(self.title), "questions": questions, "quiz": self.quiz}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Poll":
        """What `to_json` gave."""
        questions = tuple(Question.from_json(each) for each in plain["questions"])
        return cls(title=plain["title"], questions=questions, quiz=bool(plain.get("quiz")))


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What the answers to one question come to; empty where its kind has no such thing.

    `counts` are answers per option, or per value of a scale from the lowest. `words` are the most
    frequent first, `places` each option's mean place in a ranking (1 is the top; nobody's is 0).
    `right` is None where nothing is right or wrong; `wrong` is the most frequent wrong answer.
    """

    count: int
    counts: tuple[int, ...] = ()
    least: float | None = None
    mean: float | None = None
    most: float | None = None
    words: tuple[tuple[str, int], ...] = ()
    texts: tuple[str, ...] = ()
    places: tuple[float, ...] = ()
    right: int | None = None
    wrong: Answer | None = None
    wrong_count: int = 0


@dataclass(frozen=True, kw_only=True)
class Stumble:
    """A question that fewer than half got right, and what most of them answered instead."""

    question: Question
    count: int
    right: int
    wrong: Answer
    wrong_count: int


def said(text: Text, language: str) -> str:
    """The text in the language, or in whatever there is: what a mentor types has one language."""
    return text.get(language) or next((other for other in text.values() if other), "")


def is_right(question: Question, answer: Answer) -> bool | None:
    """None where nothing is right or wrong about it."""
    if question.right_number is not None:
        return math.isclose(answer, question.right_number, rel_tol=1e-9, abs_tol=1e-9)
    if not question.right:
        return None
    match question.kind:
        case "choice":
            return answer in question.right
        case "choices":
            return set(answer) == set(question.right)
        case "ranking":
            return tuple(answer) == question.right
        case _:
            return None


def score(poll: Poll, answers: Mapping[str, Answer]) -> tuple[int, int]:
    """How many are right, of how many answered that have a right answer."""
    asked = [each for each in poll.questions if each.has_right and each.id in answers]
    right = sum(is_right(each, answers[each.id]) is True for each in asked)
    return right, len(asked)


def tally(question: Question, answers: Sequence[Answer]) -> Tally:
    """What the answers come to, whatever order they came in; texts are put in alphabetical order.

    The order of the answers says who was quick, and in a small group that says who.
    """
    right, wrong, wrong_count = _rightness(question, answers)
    return Tally(
        count=len(answers),
        right=right,
        wrong=wrong,
        wrong_count=wrong_count,
        **_sums(question, answers),
    )


def stumbles(poll: Poll, tallies: Mapping[str, Tally]) -> tuple[Stumble, ...]:
    """The questions worth talking about, in the poll's order."""
    return tuple(
        Stumble(
            question=question,
            count=tallied.count,
            right=tallied.right,
            wrong=tallied.wrong,
            wrong_count=tallied.wrong_count,
        )
        for question in poll.questions
        if (tallied := tallies.get(question.id)) and tallied.right is not None
        if 2 * tallied.right < tallied.count
    )


def shown(question: Question, answer: Answer, language: str) -> str:
    """One answer in words, as after "Your answer:"."""
    match question.kind:
        case "choice":
            return said(question.options[answer], language)
        case "choices":
            return ", ".join(said(question.options[place], language) for place in sorted(answer))
        case "ranking":
            ordered = (said(question.options[place], language) for place in answer)
            return ", ".join(f"{at}. {label}" for at, label in enumerate(ordered, 1))
        case "words":
            return ", ".join(answer)
        case "number" | "scale":
            return number_shown(answer, language)
        case "text":
            return str(answer)


def right_shown(question: Question, language: str) -> str:
    """The right answer in words; nothing where there is none."""
    if question.right_number is not None:
        return number_shown(question.right_number, language)
    if question.kind != "choice":
        return shown(question, list(question.right), language) if question.right else ""
    return " / ".join(said(question.options[place], language) for place in question.right)


def number_shown(value: float, language: str) -> str:
    """At most two decimals, with the language's own mark before them and a true minus."""
    plain = f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
    plain = plain.replace("-", MINUS)
    return plain.replace(".", ",") if language == "lv" else plain


def same_word(word: str) -> str:
    """By what two words are one word of the cloud: without case, diacritics and marks around."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return _bare(kept)


def _sums(question: Question, answers: Sequence[Answer]) -> dict[str, Any]:
    """The fields of the tally that the question's kind has."""
    size = len(question.options)
    match question.kind:
        case "choice":
            return {"counts": _counts(answers, range(size))}
        case "choices":
            chosen = [place for answer in answers for place in answer]
            return {"counts": _counts(chosen, range(size))}
        case "scale":
            values = range(question.low, question.high + 1)
            return {"counts": _counts(answers, values), **_spread(answers)}
        case "number":
            return _spread(answers)
        case "words":
            return {"words": _words(answers)}
        case "ranking":
            return {"places": tuple(_mean_place(answers, place) for place in range(size))}
        case "text":
            return {"texts": tuple(sorted(answers, key=lambda text: (same_word(text), text)))}


def _counts(values: Iterable[Answer], of: Iterable[int]) -> tuple[int, ...]:
    counted = Counter(values)
    return tuple(counted[value] for value in of)


def _spread(numbers: Sequence[float]) -> dict[str, float]:
    if not numbers:
        return {}
    mean = math.fsum(number / len(numbers) for number in numbers)
    least, most = min(numbers), max(numbers)
    return {"least": least, "mean": min(max(mean, least), most), "most": most}


def _mean_place(rankings: Sequence[Answer], option: int) -> float:
    if not rankings:
        return 0.0
    places: list[int] = [ranking.index(option) + 1 for ranking in rankings]
    return sum(places) / len(places)


def _words(answers: Sequence[Answer]) -> tuple[tuple[str, int], ...]:
    """Each word with how many people gave it; nobody makes a word bigger by repeating it."""
    written: dict[str, Counter[str]] = {}
    for answer in answers:
        mine = {same_word(word): _bare(word) for word in reversed(answer)}
        for key, word in mine.items():
            written.setdefault(key, Counter())[word] += 1
    found = [(_spelling(spellings), spellings.total()) for spellings in written.values()]
    return tuple(sorted(found, key=lambda each: (-each[1], same_word(each[0]), each[0])))


def _bare(word: str) -> str:
    return " ".join(word.split()).strip(_MARKS)


def _spelling(spellings: Counter[str]) -> str:
    """As most have written it; where that is even, with its diacritics and without capitals."""

    def weight(word: str) -> tuple[int, int, str]:
        return spellings[word], sum(not char.isascii() for char in word), word

    return max(spellings, key=weight)


def _rightness(
    question: Question, answers: Sequence[Answer]
) -> tuple[int | None, Answer | None, int]:
    """How many are right, and the most frequent wrong answer with its count."""
    if not question.has_right:
        return None, None, 0
    wrong = Counter(
        _frozen(question, answer) for answer in answers if not is_right(question, answer)
    )
    right = len(answers) - wrong.total()
    if not wrong:
        return right, None, 0
    answer, count = min(wrong.items(), key=lambda each: (-each[1], each[0]))
    return right, list(answer) if isinstance(answer, tuple) else answer, count


def _frozen(question: Question, answer: Answer) -> Answer:
    """The answer as something that can be counted; choices are the same in any order."""
    if question.kind == "choices":
        return tuple(sorted(answer))
    return tuple(answer) if isinstance(answer, list) else answer
