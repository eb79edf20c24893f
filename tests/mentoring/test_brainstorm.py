"""A brainstorm's list and votes: nothing gets lost, nobody has more than three votes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.brainstorm import IDEA_LIMIT, VOTES_EACH, Storm, ideas_in, too_long

STORM = Storm(problem="Kā ...?", lines=((11, 12), (13,), (14, 15, 16), (17,), (18,)))


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        ("Spēļu vakars", ["Spēļu vakars"]),
        ("1. Spēļu vakars\n2) Pikniks\n(3) Kino", ["Spēļu vakars", "Pikniks", "Kino"]),
        ("- Pikniks\n\n• Kino \n  * 3D   kino", ["Pikniks", "Kino", "3D kino"]),
        ("10.30 kopīga rīta rosme", ["10.30 kopīga rīta rosme"]),
        ("2 ekskursijas", ["2 ekskursijas"]),
        ("-\n•\n", []),
    ],
)
def test_a_message_is_one_idea_or_a_list_of_them(text: str, ideas: list[str]) -> None:
    assert ideas_in(text) == ideas


def test_an_idea_that_is_an_essay_is_found() -> None:
    """A text as long as allowed is none."""
    fits, not_ = "a" * IDEA_LIMIT, "b" * (IDEA_LIMIT + 1)

    assert too_long([fits, not_, "c"]) == not_
    assert too_long([fits, "c"]) is None


def test_a_struck_line_is_not_voted_for_until_it_is_put_back() -> None:
    struck = STORM.strike(13)

    assert struck.ballot == (11, 14, 17, 18)
    assert struck.restore(13) == STORM
    assert STORM.strike(12) == STORM, "an idea inside a line is no line"


def test_a_line_is_split_where_it_stood() -> None:
    split = STORM.split(14)

    assert split.lines == ((11, 12), (13,), (14,), (15,), (16,), (17,), (18,))
    assert split.split(14) == split
    assert split.split(99) == split


def test_what_was_struck_out_as_one_stays_out_when_it_is_split() -> None:
    assert STORM.strike(11).split(11).ballot == (13, 14, 17, 18)


def test_a_fourth_favourite_has_to_wait_for_one_to_go() -> None:
    chosen = (11, 13, 14)

    assert STORM.picked(chosen, 17, wanted=True) == chosen
    assert STORM.picked(chosen, 13, wanted=False) == (11, 14)
    assert STORM.picked((11, 14), 17, wanted=True) == (11, 14, 17)


def test_tapping_twice_is_tapping_once() -> None:
    once = STORM.picked((), 13, wanted=True)

    assert once == STORM.picked(once, 13, wanted=True) == (13,)
    assert STORM.picked((), 13, wanted=False) == ()


@pytest.mark.parametrize(
    ("numbers", "lines"),
    [
        ([1], (11,)),
        ([5, 2, 2], (13, 18)),
        ([0], None),
        ([6], None),
        ([1, 2, 3, 4], None),
        ([], None),
    ],
)
def test_lines_are_chosen_by_their_numbers(
    numbers: list[int], lines: tuple[int, ...] | None
) -> None:
    """Up to three that there are; anything else is no choice at all."""
    assert STORM.numbered(numbers) == lines


def test_equal_votes_share_a_place_and_the_next_place_is_left_out() -> None:
    counted = STORM.counted([(11, 13), (13, 11), (17,), ()])

    assert counted.ranking == ((1, 11, 2), (1, 13, 2), (3, 17, 1), (4, 14, 0), (4, 18, 0))
    assert counted.voters == 3


def test_a_vote_for_what_is_not_on_the_ballot_counts_for_nothing() -> None:
    counted = STORM.strike(13).counted([(13,), (13, 99, 11), (11, 14), (11,)])

    assert counted.votes == {11: 3, 14: 1, 17: 0, 18: 0}
    assert counted.voters == 3


@pytest.mark.parametrize("votes", [[], [(11,)], [(11, 13), (11,)], [(11,), (13,), (99,), ()]])
def test_the_votes_of_fewer_than_three_are_not_kept(votes: list[tuple[int, ...]]) -> None:
    """Whoever voted would know what the other chose; who chose nothing hides nobody."""
    counted = STORM.counted(votes)

    assert not counted.is_ranked
    assert not counted.votes
    assert not counted.winners
    assert Storm.from_json(counted.to_json()) == counted


def test_the_winners_are_those_in_the_first_place() -> None:
    assert STORM.counted([(11,), (11, 13), (13,)]).winners == (11, 13)
    assert STORM.counted([(11,), (11, 13), (14,)]).winners == (11,)
    assert STORM.winners == ()


def test_what_is_struck_while_ideas_are_collected_gets_a_line_of_its_own() -> None:
    """It is joined with nothing that says nearly the same, so that nobody votes for it by that."""
    storm = Storm(problem="?").strike(8).strike(5).restore(8).strike(9).listed([(1, 2), (8,)])

    assert storm.lines == ((1, 2), (8,), (5,), (9,))
    assert storm.ballot == (1, 8)


IDS = st.integers(min_value=0, max_value=2**63 - 1)
LINES = st.lists(IDS, unique=True, max_size=12).flatmap(
    lambda ids: st.lists(st.integers(1, 3), max_size=12).map(lambda sizes: _cut(ids, sizes))
)


def _cut(ids: list[int], sizes: list[int]) -> tuple[tuple[int, ...], ...]:
    lines: list[tuple[int, ...]] = []
    rest = ids
    for size in sizes:
        lines, rest = [*lines, tuple(rest[:size])], rest[size:]
    return tuple(line for line in [*lines, tuple(rest)] if line)


@given(LINES, st.lists(st.tuples(st.sampled_from(["strike", "restore", "split"]), IDS | st.none())))
def test_whatever_a_mentor_does_no_idea_is_lost(
    lines: tuple[tuple[int, ...], ...], acts: list[tuple[str, int | None]]
) -> None:
    """Each stays on exactly one line, in the order in which they came."""
    storm = Storm(problem="?", lines=lines)
    for place, (act, name) in enumerate(acts):
        known = storm.lines[place % len(storm.lines)][0] if storm.lines else 0
        storm = getattr(storm, act)(known if name is None else name)

    assert [idea for line in storm.lines for idea in line] == [i for line in lines for i in line]


@given(LINES, st.lists(st.tuples(st.integers(0, 14), st.booleans()), max_size=30))
def test_nobody_ever_has_more_than_three_votes(
    lines: tuple[tuple[int, ...], ...], taps: list[tuple[int, bool]]
) -> None:
    storm = Storm(problem="?", lines=lines)
    chosen: tuple[int, ...] = ()
    for place, wanted in taps:
        name = lines[place][0] if place < len(lines) else place
        chosen = storm.picked(chosen, name, wanted=wanted)
        assert len(set(chosen)) == len(chosen) <= VOTES_EACH
        assert set(chosen) <= set(storm.ballot)

    counted = storm.counted([chosen] * 4)
    assert sum(counted.votes.values()) == 4 * len(chosen)


@given(LINES, st.lists(st.lists(IDS, max_size=5), max_size=5))
def test_what_is_kept_is_what_was_decided(
    lines: tuple[tuple[int, ...], ...], votes: list[list[int]]
) -> None:
    """Ids have 63 bits, more than a float could carry."""
    storm = Storm(problem="?", lines=lines).counted([*votes, *lines])

    assert Storm.from_json(json.loads(json.dumps(storm.to_json()))) == storm
