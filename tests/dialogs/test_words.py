"""A few words in one message, for a cloud of them."""

from pathlib import Path

import pytest

from tests.dialogs.written import HEAD, faults_of, played, small, step


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("prieks", ["prieks"]),
        ("Prieks un miers", ["Prieks", "miers"]),
        ("prieks, miers; saule", ["prieks", "miers", "saule"]),
        ("prieks\nmiers", ["prieks", "miers"]),
        ("ļoti labi", ["ļoti labi"]),
        ("prieks, Prieks, PRIEKS", ["PRIEKS"]),
        ("prieks, 🙂", ["prieks"]),
        ("miegs.", ["miegs"]),
    ],
)
def test_words_are_parted_at_commas_and_lines(typed: str, words: list[str], tmp_path: Path) -> None:
    """One message is enough; the same word twice is one, and a sign alone is none."""
    turn = played(small(tmp_path, step("word", answer="words")), typed)
    assert turn.session.status == "done"
    assert turn.session.answers["word"] == words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a, b, c, d", "There is room for 3 here, and these are 4."),
        ("I slept far too little this week", "Short words fit here, and “I slept far"),
        ("🙂", "I need words here."),
        ("x" * 500, "Short words fit here"),
    ],
)
def test_what_is_no_word_is_asked_again_kindly(typed: str, said: str, tmp_path: Path) -> None:
    """The refusal says what would do, and never repeats a whole story."""
    turn = played(small(tmp_path, step("word", answer="words")), typed)
    assert turn.session.status == "open"
    assert turn.messages[-1].text.startswith(said)
    assert len(turn.messages[-1].text) < 250


def test_a_dialog_may_ask_for_fewer_or_longer_words(tmp_path: Path) -> None:
    """And says back what it took for several."""
    dialog = small(tmp_path, step("word", answer="{words: {max: 2, each: 40}}"), step("next"))
    turn = played(dialog, "a long walk by the sea, sleep")
    assert turn.messages[-1].text.startswith("Noted: a long walk by the sea, sleep.")


def test_a_question_no_word_fits_is_a_fault(tmp_path: Path) -> None:
    """With what to write instead."""
    found = faults_of(tmp_path, HEAD + step("word", answer="{words: {max: 0}}"))
    assert any("no words fit max 0" in fault.what for fault in found)
