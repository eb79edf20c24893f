"""The FAQ: people's own words find the right answer, or a human, and never crash it.

The levels below are measured on questions written before the FAQ's phrasings were read
(tests/data/faq_heldout.yaml); a change that falls beneath them made the assistant worse.
Weights and thresholds were tuned on these questions too, so expect less of a stranger's.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import pytest
import yaml

from knowledge.faq import LONGEST_QUESTION, SHOWN, Entry, FaqIndex, Outcome

TESTS = Path(__file__).parents[1]
FAQ = TESTS.parent / "programmes" / "skola-kopiena" / "faq"
HELD_OUT: Mapping[str, Any] = yaml.safe_load(
    (TESTS / "data" / "faq_heldout.yaml").read_text("utf-8")
)

EVERYBODY = [(audience, lang) for audience in ("mentor", "mentee") for lang in ("lv", "en")]


def read_entry(raw: Mapping[str, Any]) -> Entry:
    return Entry(
        id=raw["id"],
        question=raw["question"],
        answer=raw["answer"],
        phrasings={lang: tuple(texts) for lang, texts in raw["phrasings"].items()},
        keywords={lang: tuple(words) for lang, words in raw["keywords"].items()},
    )


@cache
def programme() -> tuple[Entry, ...]:
    files = sorted(FAQ.glob("*.yaml"))
    return tuple(
        read_entry(raw) for file in files for raw in yaml.safe_load(file.read_text("utf-8"))
    )


@cache
def index(audience: str = "mentor", language: str = "lv") -> FaqIndex:
    return FaqIndex(programme(), audience, language)


def asked(audience: str, language: str) -> Iterator[tuple[str, Outcome]]:
    """Every held-out question that has an answer: the entry meant, and what became of it."""
    for meant, questions in HELD_OUT["answerable"].items():
        for question in questions[language]:
            yield meant, index(audience, language).ask(question)


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def kinds(part: str, audience: str, language: str) -> Counter[str]:
    return Counter(index(audience, language).ask(q).kind for q in HELD_OUT[part][language])


def small_entry(number: int, word: str, **answers: str) -> Entry:
    return Entry(
        id=f"entry-{number}",
        question={"lv": f"Kā lietot {word}?"},
        answer={audience: {"lv": text} for audience, text in answers.items()},
        phrasings={},
        keywords={},
    )


def test_the_held_out_questions_cover_the_programme() -> None:
    """Each entry is asked for in ten Latvian and four English ways."""
    assert set(HELD_OUT["answerable"]) == {entry.id for entry in programme()}
    for questions in HELD_OUT["answerable"].values():
        assert (len(questions["lv"]), len(questions["en"])) == (10, 4)


@pytest.mark.parametrize(("audience", "language"), EVERYBODY)
def test_the_right_entry_comes_first(audience: str, language: str) -> None:
    """At least 93 % of unseen questions in Latvian, 92 % in English."""
    hits = [outcome.ranked[0].id == meant for meant, outcome in asked(audience, language)]
    assert share(hits) >= {"lv": 0.93, "en": 0.92}[language]


@pytest.mark.parametrize(("audience", "language"), EVERYBODY)
def test_the_right_entry_is_among_three(audience: str, language: str) -> None:
    """As many as a "did you mean" shows: 98 % in Latvian, 96 % in English."""
    found = asked(audience, language)
    hits = [meant in [ranked.id for ranked in outcome.ranked[:3]] for meant, outcome in found]
    assert share(hits) >= {"lv": 0.98, "en": 0.96}[language]


@pytest.mark.parametrize(("audience", "language"), EVERYBODY)
def test_most_questions_are_answered_and_few_wrongly(audience: str, language: str) -> None:
    """An answer for 80 to 85 %; at most one in twenty of them belongs to another question."""
    found = list(asked(audience, language))
    answered = [(meant, outcome) for meant, outcome in found if outcome.kind == "answer"]
    assert len(answered) / len(found) >= {"lv": 0.845, "en": 0.8}[language]
    assert share([outcome.ranked[0].id == meant for meant, outcome in answered]) >= 0.95


@pytest.mark.parametrize(("audience", "language"), EVERYBODY)
def test_what_nobody_answered_goes_to_a_human(audience: str, language: str) -> None:
    """Weather, exams and love: nine in ten handed over, at most two of 25 answered."""
    found = kinds("unanswerable", audience, language)
    assert found["handover"] / found.total() >= 0.9
    assert found["answer"] <= 2


@pytest.mark.parametrize(("audience", "language"), EVERYBODY)
def test_a_bare_subject_is_asked_back(audience: str, language: str) -> None:
    """One word such as "stundas" or "money" names several entries: the person picks one."""
    found = kinds("vague", audience, language)
    assert found["suggest"] / found.total() >= 0.9


@pytest.mark.parametrize("audience", ["mentor", "mentee", "coordinator"])
def test_the_story_of_the_weekend(audience: str) -> None:
    """The programme's own example, typed on a phone, is answered for each audience."""
    outcome = index(audience).ask("vai es varu tikties ar jaunieti brivdienas?")
    assert (outcome.kind, outcome.ranked[0].id) == ("answer", "weekends")


@pytest.mark.parametrize(
    "query",
    [
        "Vai varu tikties ar jaunieti BRĪVDIENĀS",
        "vai varu tiktes ar jauneti brivdienaas",
        "vai va\u200bru tik\u00adties ar jaunieti brīv\u200bdienās",
        "vai varu tikties\x00ar jaunieti\nbrīvdienās",
    ],
)
def test_slips_and_strange_marks_do_not_matter(query: str) -> None:
    """Capitals, misspellings, zero-width marks and NUL still find the entry."""
    assert index().ask(query).ranked[0].id == "weekends"


@pytest.mark.parametrize("query", ["", "  \n", "😀🎉", "\x00", "?!", "\ud83d", "\u200b"])
def test_nothing_said_is_handed_over(query: str) -> None:
    """No words, nothing to rank."""
    assert index().ask(query) == Outcome(kind="handover", ranked=())


@pytest.mark.parametrize("query", ["a" * 5_000, "vai varu tikties brīvdienās? " * 180])
def test_a_text_too_long_for_a_question_is_handed_over(query: str) -> None:
    """A story is for a human to read, and costs no time here."""
    assert len(query) > LONGEST_QUESTION
    assert index().ask(query).kind == "handover"


def test_a_handed_over_question_still_shows_what_was_near() -> None:
    """The coordinator sees up to five entries, best first, scored between 0 and 1."""
    outcome = index().ask("Kāds rīt būs laiks?")
    scores = [ranked.score for ranked in outcome.ranked]
    assert outcome.kind == "handover"
    assert 0 < len(scores) <= SHOWN
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_rare_word_nobody_knows_forbids_an_answer() -> None:
    """The same question with a stranger in it is asked back or handed over, not answered."""
    question = "Vai varu tikties ar jaunieti brīvdienās"
    assert index().ask(question).kind == "answer"
    assert index().ask(f"{question} Brazzavillē").kind != "answer"


def test_people_may_switch_language() -> None:
    """An English question to the Latvian index, and the other way round, ranks the same entry."""
    english = index(language="lv").ask("Can we meet on Saturday or at the weekend?")
    latvian = index(language="en").ask("Vai varam tikties sestdienā vai svētdienā?")
    assert english.ranked[0].id == latvian.ranked[0].id == "weekends"


def test_staff_read_what_a_mentor_reads() -> None:
    """Any staff audience falls back to the mentor's text; a mentee never does."""
    entry = small_entry(1, "kompasu", mentor="Tā.")
    assert entry.answer_for("coordinator", "lv") == "Tā."
    assert entry.answer_for("mentee", "lv") is None
    assert entry.answer_for("mentor", "en") is None


def test_an_entry_without_an_answer_for_the_audience_stays_hidden() -> None:
    """A mentee is never led to a text that is for mentors alone."""
    entries = [small_entry(1, "kompasu", mentor="Tā."), small_entry(2, "karti", mentee="Šā.")]
    found = FaqIndex(entries, "mentee", "lv").ask("kā lietot kompasu un karti")
    assert [ranked.id for ranked in found.ranked] == ["entry-2"]


def test_no_entries_means_a_human() -> None:
    """A programme without a FAQ hands over every question."""
    assert FaqIndex([], "mentor", "lv").ask("Kā lietot kompasu?").kind == "handover"


def test_equal_entries_keep_their_order() -> None:
    """Ties are broken by the order of the files, so that two servers say the same."""
    entries = [small_entry(number, "kompasu", mentor="Tā.") for number in range(9)]
    found = FaqIndex(entries, "mentor", "lv").ask("kā lietot kompasu")
    assert [ranked.id for ranked in found.ranked] == [f"entry-{number}" for number in range(SHOWN)]


def test_a_new_index_says_the_same() -> None:
    """Nothing depends on what was asked before or on the order of a set."""
    fresh = FaqIndex(programme(), "mentor", "lv")
    for questions in HELD_OUT["answerable"].values():
        assert fresh.ask(questions["lv"][0]) == index().ask(questions["lv"][0])


def test_thousands_of_entries_answer_at_once() -> None:
    """Among 3,000 entries a question takes milliseconds (25 allows for a busy test machine)."""
    random = Random(7)
    words = ["".join(random.choices("aeioklmnprstv", k=7)) for _ in range(4_000)]
    crowd = [
        small_entry(number, " ".join(random.sample(words, 9)), mentor="Jā.")
        for number in range(3_000)
    ]
    faq = FaqIndex([*crowd, *programme()], "mentor", "lv")
    began = perf_counter()
    outcomes = [faq.ask(q["lv"][0]) for q in HELD_OUT["answerable"].values()]
    assert (perf_counter() - began) / len(outcomes) < 0.025
    firsts = [outcome.ranked[0].id for outcome in outcomes]
    assert share([a == b for a, b in zip(firsts, HELD_OUT["answerable"], strict=True)]) >= 0.8
