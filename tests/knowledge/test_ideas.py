"""Ideas that say the same stand in the list once; ideas that only look alike stay apart."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.source import load_yaml
from knowledge.ideas import caption, merge

DATA = Path(__file__).parents[1] / "data"
PAIRS_AT_LEAST = 120
FOUND_AT_LEAST = 0.65
"""Of held-out pairs that say the same, a third in wholly other words; 0.71 when written."""


def labelled(name: str, kind: str) -> Iterator[tuple[str, str, str]]:
    for language, kinds in load_yaml(DATA / f"ideas_{name}.yaml").items():
        for one, other in kinds[kind]:
            yield language, str(one), str(other)


def alike(one: str, other: str, language: str) -> bool:
    """Whether the two are one when there are no others."""
    return len(merge([one, other], language)) == 1


def merged(name: str, kind: str) -> list[tuple[str, str, str]]:
    return [each for each in labelled(name, kind) if alike(each[1], each[2], each[0])]


@pytest.mark.parametrize("name", ["dev", "heldout"])
def test_no_pair_of_different_ideas_is_merged(name: str) -> None:
    """Neither among those it was tuned on nor among those it never saw."""
    assert merged(name, "different") == []


def test_most_held_out_ideas_that_say_the_same_are_found() -> None:
    same = list(labelled("heldout", "same"))

    assert len(merged("heldout", "same")) >= FOUND_AT_LEAST * len(same)


def test_the_labelled_pairs_are_many_and_all_their_own() -> None:
    """No pair is in both halves, in either order: that would be testing what was tuned."""
    pairs = [
        frozenset((one, other))
        for name in ("dev", "heldout")
        for kind in ("same", "different")
        for _, one, other in labelled(name, kind)
    ]

    assert len(pairs) == len(set(pairs)) >= PAIRS_AT_LEAST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Skolēni māca skolotājus", "Skolēnus māca skolotāji"),
        ("Ieslēgšana notiek agrāk", "Izslēgšana notiek agrāk"),
        ("Tikties 10.30", "Tikties 10.40"),
        ("Jauniešu padome un skolas budžets", "Skolas padome un jauniešu budžets"),
    ],
)
def test_endings_prefixes_numbers_and_neighbours_keep_ideas_apart(one: str, other: str) -> None:
    """Who does it, which way round, when and whose: each is what the idea is about."""
    assert merge([one, other], "lv") == ((0,), (1,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Varētu aiziet uz kino", "aiziet uz kino!!!"),
        ("Kopīgs pārgājiens", "KOPIGS PARGAJIENS"),
        ("Izbraukums ar laivām", "Izbruakums ar laivām"),
        ("🎉🎉", " 🎉🎉 "),
        ("Ko varam darīt", "ko varam darīt?"),
    ],
)
def test_wording_that_adds_nothing_does_not_keep_ideas_apart(one: str, other: str) -> None:
    assert merge([one, other], "lv") == ((0, 1),)


def test_ideas_without_a_word_are_kept_apart() -> None:
    """An emoji may be an idea too, and two of them are not one."""
    assert merge(["🎉", "🎈", "", "un", "ka"], "lv") == ((0,), (1,), (2,), (3,), (4,))


def test_two_unlike_ideas_do_not_meet_over_a_third() -> None:
    """Each idea is like the one in the middle, and yet they are not like each other."""
    made, bare, run = "Make a film", "A film", "Have a film"

    assert alike(made, bare, "en")
    assert alike(bare, run, "en")
    assert not alike(made, run, "en")
    assert sorted(map(len, merge([made, bare, run], "en"))) == [1, 2]


WORDS = ["Rīkot", "koncertu", "koncerts", "skolā", "skolai", "bez", "telefona", "telefoniem", "mēs"]
IDEAS = st.lists(
    st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join) | st.text(max_size=8), max_size=12
)


@given(IDEAS)
def test_no_idea_is_lost_or_doubled_by_merging(ideas: list[str]) -> None:
    groups = merge(ideas, "lv")

    assert sorted(place for group in groups for place in group) == list(range(len(ideas)))


@given(IDEAS)
def test_within_a_group_each_is_like_every_other(ideas: list[str]) -> None:
    for group in merge(ideas, "lv"):
        assert all(alike(ideas[a], ideas[b], "lv") for a, b in combinations(group, 2))


@given(IDEAS.flatmap(lambda ideas: st.tuples(st.just(ideas), st.permutations(ideas))))
def test_in_whichever_order_ideas_come_the_same_are_grouped(both: tuple[list[str], ...]) -> None:
    def texts(ideas: list[str]) -> list[list[str]]:
        groups = merge(ideas, "lv")
        return sorted(sorted(ideas[place] for place in group) for group in groups)

    first, second = both
    assert texts(first) == texts(second)


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["lv", "en", "xx"]))
def test_likeness_goes_both_ways_for_any_text(one: str, other: str, language: str) -> None:
    assert alike(one, other, language) == alike(other, one, language)
    assert alike(one, one, language)


@pytest.mark.parametrize(
    ("ideas", "chosen"),
    [
        (["kopigs pargajiens", "Kopīgs pārgājiens"], "Kopīgs pārgājiens"),
        (["Vakars ar spēlēm", "Spēļu vakars", "spēļu vakars!"], "Spēļu vakars"),
        (
            ["Labdarības tirdziņsh", "Labdarības tirdziņš", "labdarības tirdziņš"],
            "Labdarības tirdziņš",
        ),
        (["🎉"], "🎉"),
    ],
)
def test_a_group_is_called_by_the_wording_most_of_them_share(
    ideas: Sequence[str], chosen: str
) -> None:
    """With its diacritics and without the slip that only one of them has."""
    assert caption(ideas) == caption(list(reversed(ideas))) == chosen
