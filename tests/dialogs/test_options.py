"""Finding the option that a typed text means."""

import pytest

from dialogs.options import Offer, matching

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
