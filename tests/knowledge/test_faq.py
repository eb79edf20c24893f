"""The FAQ: people's own words find the right answer, or a human, and never crash it.

The levels below are measured on two sets. Weights and thresholds are tuned on
tests/data/faq_dev.yaml, whose questions lie nearer to the edge; tests/data/faq_heldout.yaml shows
what a stranger may expect. A change that falls beneath them made the assistant worse.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import pytest
import yaml

from knowledge.faq import LONGEST_QUESTION, SHOWN, Entry, FaqIndex, Outcome

TESTS = Path(__file__).parents[1]
FAQ = TESTS.parent / "programmes" / "skola-kopiena" / "faq"
SETS: Mapping[str, Any] = {
    name: yaml.safe_load((TESTS / "data" / f"faq_{name}.yaml").read_text("utf-8"))
    for name in ("dev", "heldout")
}
HELD_OUT = SETS["heldout"]

EVERYBODY = [
    (name, audience, lang)
    for name in SETS
    for audience in ("mentor", "mentee")
    for lang in ("lv", "en")
]
everybody = pytest.mark.parametrize(("name", "audience", "language"), EVERYBODY)


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


def asked(name: str, audience: str, language: str) -> Iterator[tuple[str, Outcome]]:
    """Every question of a set that has an answer: the entry meant, and what became of it."""
    for meant, questions in SETS[name]["answerable"].items():
        for question in questions[language]:
            yield meant, index(audience, language).ask(question)


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def kinds(name: str, part: str, audience: str, language: str) -> Counter[str]:
    return Counter(index(audience, language).ask(q).kind for q in SETS[name][part][language])


def small_entry(number: int, word: str, **answers: str) -> Entry:
    return Entry(
        id=f"entry-{number}",
        question={"lv": f"Kā lietot {word}?"},
        answer={audience: {"lv": text} for audience, text in answers.items()},
        phrasings={},
        keywords={},
    )


@pytest.mark.parametrize(("name", "latvian", "english"), [("dev", 8, 5), ("heldout", 10, 4)])
def test_the_questions_cover_the_programme(name: str, latvian: int, english: int) -> None:
    """Each entry is asked for in so many Latvian and English ways."""
    assert set(SETS[name]["answerable"]) == {entry.id for entry in programme()}
    for questions in SETS[name]["answerable"].values():
        assert (len(questions["lv"]), len(questions["en"])) == (latvian, english)


@everybody
def test_the_right_entry_comes_first(name: str, audience: str, language: str) -> None:
    """At least 93 % of unseen questions."""
    hits = [outcome.ranked[0].id == meant for meant, outcome in asked(name, audience, language)]
    assert share(hits) >= {"dev": 0.97, "heldout": 0.935}[name]


@everybody
def test_the_right_entry_is_among_three(name: str, audience: str, language: str) -> None:
    """As many as a "did you mean" shows: 99 % in Latvian, 97 % in English."""
    found = asked(name, audience, language)
    hits = [meant in [ranked.id for ranked in outcome.ranked[:3]] for meant, outcome in found]
    assert share(hits) >= {"lv": 0.99, "en": 0.97}[language]


@everybody
def test_most_questions_are_answered_and_few_wrongly(
    name: str, audience: str, language: str
) -> None:
    """An answer for five in six; at most one in fifty of them belongs to another question."""
    found = list(asked(name, audience, language))
    answered = [(meant, outcome) for meant, outcome in found if outcome.kind == "answer"]
    assert len(answered) / len(found) >= {"dev": 0.88, "heldout": 0.82}[name]
    assert share([outcome.ranked[0].id == meant for meant, outcome in answered]) >= 0.98


@everybody
def test_what_nobody_answered_goes_to_a_human(name: str, audience: str, language: str) -> None:
    """Weather, exams and love are handed over; near misses (dev) at least never told as sure."""
    found = kinds(name, "unanswerable", audience, language)
    assert found["handover"] / found.total() >= {"dev": 0.5, "heldout": 0.9}[name]
    assert found["answer"] / found.total() <= 0.05


@everybody
def test_a_bare_subject_is_asked_back(name: str, audience: str, language: str) -> None:
    """One word such as "stundas" or "money" names several entries: the person picks one."""
    found = kinds(name, "vague", audience, language)
    assert found["suggest"] / found.total() >= {"dev": 0.86, "heldout": 0.9}[name]


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


def test_a_word_of_another_entry_forbids_an_answer_too() -> None:
    """A dog is known from a chewed sheet, not from whom one may bring along."""
    outcome = index("mentee").ask("Vai drīkst ņemt līdzi suni uz tikšanos?")
    assert outcome.kind == "suggest"


def test_a_word_with_another_beginning_is_another_word() -> None:
    """Violence ("vardarbība") is no slip for cooperation ("sadarbība"): a human reads that."""
    words = "Vai vardarbība ar jaunieša vecākiem ir obligāta"
    assert index().ask(words).kind != "answer"
    assert index().ask(words.replace("vardarbība", "sadarbība")).kind == "answer"


def test_two_words_are_a_heading() -> None:
    """However well they fit: "interaktīvais rīks" asks nothing yet."""
    assert index().ask("interaktīvais rīks").kind == "suggest"


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


def crowded() -> FaqIndex:
    """The programme among 4,978 others, which are as many mixtures of 4,000 words."""
    random = Random(7)
    words = ["".join(random.choices("aeioklmnprstv", k=7)) for _ in range(4_000)]
    crowd = [
        small_entry(number, " ".join(random.sample(words, 9)), mentor="Jā.")
        for number in range(4_978)
    ]
    return FaqIndex([*crowd, *programme()], "mentor", "lv")


def test_thousands_of_entries_answer_at_once() -> None:
    """Among 5,000 entries the slowest question takes 3 ms of a processor (15 for a busy one)."""
    faq, taken, firsts = crowded(), [], []
    for questions in HELD_OUT["answerable"].values():
        began = process_time()
        firsts.append(faq.ask(questions["lv"][0]).ranked[0].id)
        taken.append(process_time() - began)
    assert max(taken) < 0.015
    assert share([a == b for a, b in zip(firsts, HELD_OUT["answerable"], strict=True)]) >= 0.8
