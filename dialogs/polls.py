"""A poll as an ordinary dialog, so that it is asked, explained, resumed and left like any other."""

from collections.abc import Callable, Mapping
from typing import Any

from dialogs.definition import Definition, Step
from dialogs.kinds import (
    Choice,
    Choices,
    Kind,
    Number,
    Option,
    Ranking,
    Scale,
    Words,
)
from dialogs.kinds import Text as OwnWords
from dialogs.version import version_of
from dialogs.wording import LANGUAGES, Verbatim
from mentoring.polls import WITH_OPTIONS, WORD_MAX, WORDS_MAX, Answer, Poll, Question, said
from mentoring.text import Text

MINUTES_EACH = 0.5
"""About how long one question takes."""


def definition(
    poll: Poll, name: str, *, only: str | None = None, images: Mapping[str, str] | None = None
) -> Definition:
    """The dialog called `name` with all the questions, or with `only` the one that is live.

    `images` gives the names that a message shows the questions' pictures by. Where a text is
    missing in a language, it is asked in the language it was written in.
    """
    asked = [each for each in poll.questions if only in (None, each.id)]
    named = images or {}
    return Definition(
        id=name,
        title=_wording(poll.title),
        about=max(1, round(len(asked) * MINUTES_EACH)),
        steps=tuple(_step(question, named.get(question.id)) for question in asked),
        result=(),
        version=version_of([poll.to_json(), only, sorted(named.items())]),
        file=name,
    )


def answers(poll: Poll, data: Mapping[str, Any]) -> dict[str, Answer]:
    """What the dialog recorded, as values of the poll; what was skipped is not there."""
    return {
        question.id: _value(question, data[question.id])
        for question in poll.questions
        if data.get(question.id) is not None
    }


def _step(question: Question, image: str | None) -> Step:
    helps = None if question.has_right else question.why
    return Step(
        id=question.id,
        ask=_wording(question.ask),
        answer=_KINDS[question.kind](question),
        line=0,
        why=_wording(helps) if helps else None,
        optional=True,
        image=image,
        alt=_wording(question.alt) if question.alt else None,
    )


def _value(question: Question, recorded: Any) -> Answer:
    if question.kind not in WITH_OPTIONS:
        return recorded
    if isinstance(recorded, list):
        return [int(place) for place in recorded]
    return int(recorded)


def _wording(text: Text) -> Verbatim:
    languages = dict.fromkeys((*LANGUAGES, *text))
    return Verbatim(texts={language: said(text, language) for language in languages}, line=0)


def _options(question: Question) -> tuple[Option, ...]:
    return tuple(
        Option(id=str(place), label=_wording(label), line=0)
        for place, label in enumerate(question.options)
    )


_KINDS: Mapping[str, Callable[[Question], Kind]] = {
    "choice": lambda question: Choice(options=_options(question)),
    "choices": lambda question: Choices(options=_options(question)),
    "ranking": lambda question: Ranking(options=_options(question)),
    "scale": lambda question: Scale(low=question.low, high=question.high),
    "number": lambda _: Number(),
    "words": lambda _: Words(max=WORDS_MAX, each=WORD_MAX),
    "text": lambda _: OwnWords(bare=True),
}
