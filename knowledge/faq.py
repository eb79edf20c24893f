"""Answering from a programme's own questions and answers, without a language model.

An answer to the wrong question costs trust, so one score does not decide: see `faq_verdict`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from knowledge.faq_corpus import Corpus, Document
from knowledge.faq_verdict import Kind, kind
from knowledge.folding import tokens

SHOWN: Final = 5
"""More than a coordinator looks through when a question is handed over."""

LONGEST_QUESTION: Final = 1_000
"""Characters. Beyond it somebody tells a story or pastes a text: a human should read that."""

FOREIGN_LEAD: Final = 0.25
"""So much larger a share of the words another language must know to be taken for theirs."""

STAFF_READ_AS: Final = "mentor"
"""Coordinators and other staff get what a mentor would be told; only a mentee's text is other."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One question of a programme; texts by language, answers by audience first."""

    id: str
    question: Mapping[str, str]
    answer: Mapping[str, Mapping[str, str]]
    phrasings: Mapping[str, tuple[str, ...]]
    keywords: Mapping[str, tuple[str, ...]]

    def answer_for(self, audience: str, language: str) -> str | None:
        """None where this audience is not meant, or the text is not there in the language."""
        if audience not in self.answer and audience != "mentee":
            audience = STAFF_READ_AS
        return self.answer.get(audience, {}).get(language)


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """An entry with how well it fits, 0..1."""

    id: str
    score: float


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`ranked` is best first, also for a hand-over: it shows the coordinator what was near."""

    kind: Kind
    ranked: tuple[Ranked, ...]


class FaqIndex:
    """The entries one audience may see, indexed to answer in one language; immutable, thread-safe.

    The other languages' phrasings are searched too: people switch, and the entry is the same.
    """

    def __init__(self, entries: Iterable[Entry], audience: str, language: str) -> None:
        meant = [entry for entry in entries if entry.answer_for(audience, language)]
        self._ids = [entry.id for entry in meant]
        languages = dict.fromkeys([language, *(tag for entry in meant for tag in entry.question)])
        self._corpora = [
            Corpus([_document(entry, audience, tag) for entry in meant], tag) for tag in languages
        ]

    def ask(self, query: str) -> Outcome:
        """Never fails; what is no question for these entries is a hand-over."""
        words = tokens(query) if len(query) <= LONGEST_QUESTION else []
        if not words or not self._ids:
            return Outcome(kind="handover", ranked=())
        reading = self._corpus_for(words).read(words)
        best = [match for match in reading.matches[:SHOWN] if match.score > 0]
        ranked = tuple(Ranked(id=self._ids[m.entry], score=m.score) for m in best)
        return Outcome(kind=kind(reading), ranked=ranked)

    def _corpus_for(self, words: list[str]) -> Corpus:
        own, *others = self._corpora
        best = max(others, key=lambda corpus: corpus.familiarity(words), default=own)
        lead = best.familiarity(words) - own.familiarity(words)
        return best if lead > FOREIGN_LEAD else own


def _document(entry: Entry, audience: str, language: str) -> Document:
    asked = (entry.question.get(language, ""), *entry.phrasings.get(language, ()))
    return Document(
        asked=tuple(map(tokens, asked)),
        keywords=tokens(" ".join(entry.keywords.get(language, ()))),
        answer=tokens(entry.answer_for(audience, language) or ""),
    )
