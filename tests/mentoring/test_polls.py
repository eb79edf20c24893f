"""What answers to a question come to, whoever gave them and in whatever order."""

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.polls import (
    Poll,
    Question,
    QuestionKind,
    is_right,
    right_shown,
    said,
    score,
    shown,
    stumbles,
    tally,
)

KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)
LABELS = ("Sports", "Mūzika", "Grāmatas", "Miegs")


def question(kind: QuestionKind, **more: Any) -> Question:
    """A question of the kind, with four options where it has any."""
    options = tuple({"lv": label} for label in LABELS)
    with_options = {"options": options} if kind in ("choice", "choices", "ranking") else {}
    return Question(**{"id": "q", "kind": kind, "ask": {"lv": "Kas?"}, **with_options, **more})


PLACES = st.integers(0, 3)
WORD = st.sampled_from(["prieks", "Prieks", "PRIEKS!", "miers", "Miers", "sāls", "sals", "🙂 jā"])
ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "choice": PLACES,
    "choices": st.lists(PLACES, min_size=1, unique=True),
    "ranking": st.permutations(range(4)),
    "scale": st.integers(1, 5),
    "number": st.one_of(st.integers(-999, 999), st.floats(-1e9, 1e9)),
    "words": st.lists(WORD, min_size=1, max_size=3),
    "text": st.text(max_size=19).map("{}.".format),
}
MANY: st.SearchStrategy[tuple[QuestionKind, list[Any]]] = st.one_of(
    [st.tuples(st.just(kind), st.lists(ANSWERS[kind], max_size=12)) for kind in KINDS]
)
"""Made once, so that an example costs next to nothing: its time is for what is tested."""


@given(MANY, st.randoms(use_true_random=False))
def test_a_tally_does_not_depend_on_who_was_quick(
    many: tuple[QuestionKind, list[Any]], random: Any
) -> None:
    """The order of answers tells nothing, so it changes nothing."""
    kind, answers = many
    mixed = list(answers)
    random.shuffle(mixed)
    one, other = tally(question(kind), answers), tally(question(kind), mixed)
    assert one.count == len(answers)
    assert (one.counts, one.texts, one.places) == (other.counts, other.texts, other.places)
    assert one.words == other.words
    assert (one.least, one.most) == (other.least, other.most)
    assert one.mean == pytest.approx(other.mean) if answers and one.mean else one.mean == other.mean


@given(MANY)
def test_no_answer_is_lost_or_counted_twice(many: tuple[QuestionKind, list[Any]]) -> None:
    """Counts add up to what was given; a mean lies between its ends; places share out all ranks."""
    kind, answers = many
    found = tally(question(kind), answers)
    if kind in ("choice", "scale"):
        assert sum(found.counts) == len(answers)
    if kind == "choices":
        assert sum(found.counts) == sum(map(len, answers))
    if kind == "text":
        assert sorted(found.texts) == sorted(answers)
    if found.mean is not None and found.least is not None and found.most is not None:
        assert found.least <= found.mean <= found.most
    if kind == "ranking" and answers:
        assert sum(found.places) == pytest.approx(1 + 2 + 3 + 4)
    assert all(1 <= count <= len(answers) for _, count in found.words)


@given(MANY)
def test_answers_and_their_questions_survive_storage(many: tuple[QuestionKind, list[Any]]) -> None:
    """A poll and the values given to it are plain JSON, there and back."""
    kind, answers = many
    poll = Poll(title={"lv": "Aptauja"}, questions=(question(kind, why={"lv": "Tāpēc."}),))
    assert Poll.from_json(json.loads(json.dumps(poll.to_json()))) == poll
    stored = json.loads(json.dumps(answers))
    assert tally(poll.questions[0], stored) == tally(poll.questions[0], answers)


def test_a_word_written_in_many_ways_is_one_word() -> None:
    """Capitals, diacritics and marks do not part it; it is shown as most people wrote it."""
    answers = [["Draudzība"], ["draudziba"], ["draudzība!", "miegs"], ["draudzība"]]
    assert tally(question("words"), answers).words == (("draudzība", 4), ("miegs", 1))


def test_nobody_makes_a_word_bigger_by_repeating_it() -> None:
    """One person counts once for a word."""
    assert tally(question("words"), [["jā", "Jā", "JĀ"]]).words == (("jā", 1),)


def test_between_spellings_as_frequent_the_correct_one_wins() -> None:
    """Diacritics are rather left out than put in by mistake."""
    assert tally(question("words"), [["miers"], ["Miers"]]).words == (("miers", 2),)
    assert tally(question("words"), [["prata"], ["prāta"]]).words == (("prāta", 2),)


@pytest.mark.parametrize(
    ("asked", "answer", "right"),
    [
        (question("choice", right=(1,)), 1, True),
        (question("choice", right=(1, 2)), 2, True),
        (question("choice", right=(1,)), 0, False),
        (question("choices", right=(0, 2)), [2, 0], True),
        (question("choices", right=(0, 2)), [0], False),
        (question("choices", right=(0, 2)), [0, 1, 2], False),
        (question("ranking", right=(3, 2, 1, 0)), [3, 2, 1, 0], True),
        (question("ranking", right=(3, 2, 1, 0)), [0, 1, 2, 3], False),
        (question("number", right_number=2.5), 2.5, True),
        (question("number", right_number=0.3), 0.1 + 0.2, True),
        (question("scale", right_number=4), 5, False),
        (question("choice"), 1, None),
        (question("text"), "Rīga", None),
    ],
)
def test_an_answer_is_right_wrong_or_neither(asked: Question, answer: Any, right: Any) -> None:
    """Several options are right only all together; an order only as a whole."""
    assert is_right(asked, answer) is right


def test_a_score_counts_only_what_can_be_right() -> None:
    """A skipped question is neither right nor wrong, and an opinion is not scored."""
    poll = Poll(
        title={"lv": "Viktorīna"},
        quiz=True,
        questions=(
            question("choice", id="a", right=(0,)),
            question("number", id="b", right_number=7),
            question("choices", id="c", right=(1,)),
            question("text", id="d"),
        ),
    )
    assert score(poll, {"a": 0, "b": 8, "d": "Labi"}) == (1, 2)
    assert score(poll, {}) == (0, 0)


def test_stumbles_are_questions_that_fewer_than_half_got_right() -> None:
    """With what most people answered instead; exactly half is no stumble."""
    hard = question("choices", id="hard", right=(0,))
    even = question("choice", id="even", right=(0,))
    opinion = question("choice", id="opinion")
    poll = Poll(title={"lv": "Viktorīna"}, quiz=True, questions=(hard, even, opinion))
    tallies = {
        "hard": tally(hard, [[0], [2, 1], [1, 2], [3]]),
        "even": tally(even, [0, 1]),
        "opinion": tally(opinion, [1, 1]),
    }
    (found,) = stumbles(poll, tallies)
    assert (found.question.id, found.right, found.count) == ("hard", 1, 4)
    assert (found.wrong, found.wrong_count) == ([1, 2], 2)


def test_a_question_nobody_answered_is_no_stumble() -> None:
    """Nothing is known about it."""
    asked = question("choice", right=(0,))
    poll = Poll(title={"lv": "Viktorīna"}, quiz=True, questions=(asked,))
    assert stumbles(poll, {"q": tally(asked, [])}) == ()
    assert stumbles(poll, {}) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_tally_of_nothing_is_whole(kind: QuestionKind) -> None:
    """A poll may close before anybody answers."""
    found = tally(question(kind), [])
    assert (found.count, found.mean, found.words, found.texts) == (0, None, (), ())
    assert not any(found.counts)


def test_an_answer_is_shown_in_words() -> None:
    """As after "Your answer:", with the language's own decimal mark."""
    assert shown(question("choice"), 1, "lv") == "Mūzika"
    assert shown(question("choices"), [3, 0], "lv") == "Sports, Miegs"
    assert shown(question("ranking"), [1, 0, 2, 3], "lv").startswith("1. Mūzika, 2. Sports")
    assert shown(question("number"), 2.5, "lv") == "2,5"
    assert shown(question("number"), 2.5, "en") == "2.5"
    assert shown(question("number"), 7, "lv") == "7"
    assert right_shown(question("choice", right=(0, 3)), "lv") == "Sports / Miegs"
    assert right_shown(question("number", right_number=112), "lv") == "112"
    assert right_shown(question("choice"), "lv") == ""


def test_a_text_in_one_language_is_said_in_any() -> None:
    """A mentor types in one language; whoever reads another still gets the question."""
    assert said({"lv": "Kā iet?"}, "en") == "Kā iet?"
    assert said({"lv": "Kā iet?", "en": "How is it going?"}, "en") == "How is it going?"
    assert said({}, "lv") == ""
