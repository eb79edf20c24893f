"""Whether a question is answered, answered by "did you mean", or handed to a human.

No single score tells "don't know" from a clumsy question: a short one about the weather may look
more like an entry than a long, true one does. So several weak signs are added up, and what is still
close is asked back. The figures were fitted to tests/data/faq_dev.yaml.
"""

from typing import Final, Literal

from knowledge.faq_corpus import Reading

Kind = Literal["answer", "suggest", "handover"]

LIKENESS_SHARE: Final = 0.69
GRASP_SHARE: Final = 0.13
CLOSENESS_SHARE: Final = 0.1
LENGTH_SHARE: Final = 0.08
"""Long questions are rarely about something else entirely, yet cover and match an entry less."""

LONG_ENOUGH: Final = 5
"""Telling words; more of them add no certainty."""

SUGGEST_FROM: Final = 0.26
ANSWER_FROM: Final = 0.3
"""Confidence; low, since no question is like all the letters of an entry."""

LEAST_LEAD: Final = 0.035
"""Nearer than that the second entry is as often right: let the person choose."""

NEAR_PHRASING: Final = 0.6
"""So much of the weight shared with one phrasing, the question is nearly that phrasing."""

CLEAR_LEAD: Final = 0.05
"""Clearly ahead of all others; what is near a tie is asked back."""

LEAST_TELLING: Final = 2
"""One telling word ("stundas?") names a subject and asks nothing."""

LEAST_WORDS: Final = 3
"""Two words ("interactive tool") are a heading, however well they fit."""

SUBJECT_COVERAGE: Final = 0.7
"""A lone word some entry really has; a merely similar one is chance."""

ESTRANGED_BELOW: Final = 0.78
"""With a word nobody knows, and so little of the rest known, the likeness is chance."""


def kind(reading: Reading) -> Kind:
    """The outcome for a question as the corpus read it; a hand-over where nothing matches."""
    if not reading.matches or _is_estranged(reading):
        return "handover"
    if reading.telling < LEAST_TELLING:
        if _stands_out(reading):
            return "answer"
        return "suggest" if reading.matches[0].coverage >= SUBJECT_COVERAGE else "handover"
    sure = confidence(reading)
    if sure < SUGGEST_FROM:
        return "handover"
    if _stands_out(reading) or (sure >= ANSWER_FROM and _is_clear(reading)):
        return "answer"
    return "suggest"


def confidence(reading: Reading) -> float:
    """How likely the best entry is meant at all: 0 to about 0.6, comparable between questions."""
    return (
        LIKENESS_SHARE * reading.matches[0].likeness
        + GRASP_SHARE * reading.grasp
        + CLOSENESS_SHARE * reading.closeness
        + LENGTH_SHARE * min(1.0, reading.telling / LONG_ENOUGH)
    )


def _is_clear(reading: Reading) -> bool:
    known = reading.length >= LEAST_WORDS and not reading.unknown
    return known and _lead(reading) >= LEAST_LEAD


def _stands_out(reading: Reading) -> bool:
    """A whole question, each of its words known, that leaves every other entry far behind."""
    best = reading.matches[0]
    whole = reading.length >= LEAST_WORDS and not reading.unknown
    return whole and best.closeness >= NEAR_PHRASING and _lead(reading) >= CLEAR_LEAD


def _lead(reading: Reading) -> float:
    best, *others = reading.matches
    return best.score - (others[0].score if others else 0.0)


def _is_estranged(reading: Reading) -> bool:
    return reading.unknown > 0 and reading.known_share < ESTRANGED_BELOW
