"""Finding the option that a typed text means."""

from pathlib import Path

import pytest

from dialogs.engine import Answer, advance
from dialogs.load import load_library
from dialogs.options import Offer, matching
from tests.dialogs.written import HEAD, MONDAY, faults_of, labels, played, step

KINDS = ("Viena izvēle", "Vairākas izvēles", "Vārdu mākonis", "Skaitlis", "Nav nekāds mākonītis")


def found(typed: str, *labels: str) -> list[str]:
    offers = tuple(Offer(str(n), label, str(n)) for n, label in enumerate(labels))
    return [offer.label for offer in matching(offers, typed)]


@pytest.mark.parametrize("typed", ["mākonis", "makonis", "Mākonis."])
def test_a_word_from_the_middle_of_one_label_means_it(typed: str) -> None:
    assert found(typed, *KINDS) == ["Vārdu mākonis"]


@pytest.mark.parametrize("typed", ["māko", "ne mākonis", "nekāds mākonis", "izvēļu", "iet"])
def test_half_a_word_or_a_denied_one_means_nothing(typed: str) -> None:
    assert found(typed, *KINDS) == []


def test_words_that_stand_in_two_labels_choose_neither() -> None:
    assert found("mākonis", "Vārdu mākonis", "Liels mākonis") == []


@pytest.mark.parametrize("label", ["Nav draugi", "Negribu draugi", "Bez draugi", "Not my friends"])
def test_a_label_that_says_no_is_not_chosen_by_what_it_denies(label: str) -> None:
    """ "Draugi" is what it says there are none of."""
    assert found("draugi", label, "Skola") == []
    assert found("friends", label, "Skola") == []


def test_areas_are_offered_from_the_lowest_score_up() -> None:
    """Nobody remembers ten figures; a name or a place in the new order chooses as ever."""
    wheel = load_library()["wheel"]
    scores = ["7", "9", "3", "9", "8", "2", "10", "3", "5", "6"]
    turn = played(wheel, "visas", "pietiek", *scores, language="lv")
    assert labels(turn)[:5] == ["Miegs: 2", "Ģimene: 3", "Nauda: 3", "Sajūtas: 5", "Nākotne: 6"]
    for typed in ("Miegs", "1", "miegss", "pirmo"):
        said = advance(wheel, turn.session, Answer(text=typed), MONDAY)
        assert said.session.answers["weakest"] == ["sleep"]
        assert labels(said)[0] == "✓ Miegs: 2"
    third = advance(wheel, turn.session, Answer(text="3"), MONDAY)
    assert third.session.answers["weakest"] == ["money"]
    two = advance(wheel, turn.session, Answer(text="Draugi, Nauda"), MONDAY)
    assert two.session.answers["weakest"] == ["money", "friends"]


def test_figures_have_to_be_given_to_what_is_chosen_from(tmp_path: Path) -> None:
    several = (
        "{choices: {options: [{id: x, label: {lv: Ā, en: A}}, {id: y, label: {lv: B, en: Be}}]}}"
    )
    for by in ("nowhere", "a", "b"):
        chosen = step("b", answer=f"{{choices: {{of: a, by: {by}}}}}")
        found = [
            fault.what for fault in faults_of(tmp_path, HEAD + step("a", answer=several) + chosen)
        ]
        assert (
            f"dialog small, step b: '{by}' gives no figure to each of what is chosen from" in found
        )
