"""Folding: what people type on a phone and what an author wrote come out the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.folding import LONGEST_STEMMED, fold, stem, tokens


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("BRĪVDIENĀS", "brivdienas"),
        ("Šņākuļojošā čūska", "snakulojosa cuska"),
        ("c\u030cu\u0304ska", "cuska"),
        ("  divi \t vārdi\r\n", "divi vardi"),
        ("Straße", "strasse"),
        ("ﬁlma ①", "filma 1"),
    ],
)
def test_spellings_of_one_word_fold_to_one(typed: str, folded: str) -> None:
    """Case, diacritics (composed or not), blanks and ligatures make no difference."""
    assert fold(typed) == folded


@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\u200e", "\u202e", "\ufeff", "\u00ad"])
def test_invisible_marks_vanish(mark: str) -> None:
    """Zero-width and direction marks, which phones and copied texts bring along, split no word."""
    assert fold(f"stun{mark}das") == "stundas"


def test_broken_text_is_folded_all_the_same() -> None:
    """Half an emoji is dropped and NUL parts words; neither raises."""
    assert fold("\ud83d labi\x00nu") == "labi nu"


@given(st.text(alphabet=st.characters()))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text may safely be folded again, whatever it was, lone surrogates included."""
    assert fold(fold(text)) == fold(text)


def test_tokens_are_words_and_numbers() -> None:
    """Punctuation, underscores and emoji part words and are none themselves."""
    assert tokens("Tikāmies 2,5 h – rakstīt_2? 😀") == ["tikamies", "2", "5", "h", "rakstit", "2"]


@pytest.mark.parametrize(
    "forms",
    [
        "stunda stundas stundai stundu stundā stundām",
        "vecāks vecākam vecāku vecākus",
        "biļete biļetes biļeti biļetēm",
        "brīvdiena brīvdienas brīvdienās brivdienas",
    ],
)
def test_latvian_forms_share_a_stem_with_or_without_diacritics(forms: str) -> None:
    """The forms of a noun meet in one stem, though the stemmer's endings have lost diacritics."""
    assert len({stem(word, "lv") for word in tokens(forms)}) == 1


def test_english_forms_share_a_stem() -> None:
    """English goes through Snowball."""
    assert {stem(word, "en") for word in ("meeting", "meetings", "meet")} == {"meet"}


def test_a_language_without_rules_keeps_its_words() -> None:
    """A further language works unstemmed until somebody adds its rules."""
    assert stem("встречи", "ru") == "встречи"


def test_a_wall_of_letters_is_no_word() -> None:
    """What is longer than any word is neither stemmed nor remembered."""
    wall = "as" * LONGEST_STEMMED
    assert stem(wall, "lv") == wall
