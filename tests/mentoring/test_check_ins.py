"""Whose turn it is among the check-ins: nobody is bored, and nobody's hard week is passed over."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.check_ins import (
    COMES_BACK_FOR,
    QUOTED_MAX,
    RUN,
    SHORT_FOR,
    Asked,
    Variation,
    choose,
    quoted,
)

PLAIN = "plain"
LONG = (Variation(id=PLAIN), *[Variation(id=f"long-{n}") for n in range(7)])
LIGHT = tuple(Variation(id=f"light-{n}", one_tap=True) for n in range(4))
SPEAKING = tuple(Variation(id=f"week-{n}", follows=True) for n in range(2))
QUOTING = tuple(Variation(id=f"words-{n}", follows=True, quotes=True) for n in range(2))
USUAL = LONG + LIGHT
EVERY = USUAL + SPEAKING + QUOTING

WELL = {"answered": True, "feeling": 5}
FELT = st.one_of(st.none(), st.integers(1, 5))
CAME_OF_IT = st.one_of(
    st.just({}),
    st.just({"skipped": True}),
    st.fixed_dictionaries(
        {"answered": st.just(True), "feeling": FELT, "hard": st.sampled_from([None, "eksāmens"])}
    ),
)
LIVES = st.lists(CAME_OF_IT, max_size=40)
PEOPLE = st.integers(1, 10**6)


def turn(asked: list[Asked], person: int = 1) -> Variation:
    return choose(EVERY, asked, person=person, plain=PLAIN)


def lived(life: list[dict[str, object]], person: int = 1) -> list[Asked]:
    """What was asked week by week, newest first, where each week came to this."""
    asked: list[Asked] = []
    for came_of_it in life:
        asked.insert(0, Asked(id=turn(asked, person).id, **came_of_it))  # type: ignore[arg-type]
    return asked


def ids(some: tuple[Variation, ...]) -> set[str]:
    return {each.id for each in some}


def test_the_first_is_the_plain_one() -> None:
    """For everybody; where a programme has none of that name, any that is no follow-up."""
    assert {turn([], person).id for person in range(20)} == {PLAIN}
    assert choose(LIGHT + QUOTING, [], person=1, plain=PLAIN) in LIGHT


@given(life=LIVES, person=PEOPLE)
def test_nothing_comes_again_soon(life: list[dict[str, object]], person: int) -> None:
    """Of what takes turns, none is among the last ones asked; nothing comes twice running."""
    order = [each.id for each in lived(life, person)]
    for number, name in enumerate(order):
        before = order[number + 1 : number + len(LIGHT)]
        assert name not in before or name in ids(SPEAKING + QUOTING)
    assert all(one != next_one for one, next_one in pairwise(order))


@given(person=PEOPLE)
def test_all_have_their_turn_before_any_comes_again(person: int) -> None:
    """So many weeks as there are check-ins, with middling answers."""
    life = [{"answered": True, "feeling": 3}] * (2 * len(USUAL))
    order = [each.id for each in lived(life, person)]
    assert set(order[: len(USUAL)]) == set(order[len(USUAL) :]) == ids(USUAL)


def test_the_order_differs_from_person_to_person_and_stays() -> None:
    """There is no chance in it, and no common order either."""
    life = [{"answered": True, "feeling": 3}] * len(USUAL)
    orders = [tuple(each.id for each in lived(list(life), person)) for person in range(30)]
    again = [tuple(each.id for each in lived(list(life), person)) for person in range(30)]
    assert orders == again
    assert len(set(orders)) > 25
    assert max(Counter(order[-2] for order in orders).values()) < 15


@given(life=LIVES, person=PEOPLE)
def test_what_was_hard_is_come_back_to(life: list[dict[str, object]], person: int) -> None:
    """With own words where there were any; and only what was hard, never what was skipped."""
    asked = lived(life, person)
    chosen = turn(asked, person)
    last = asked[0] if asked else None
    assert chosen.follows == bool(last and last.is_hard)
    if chosen.follows:
        assert last is not None
        assert chosen.quotes == bool(last.hard)


@pytest.mark.parametrize(
    ("last", "is_hard"),
    [
        ({"answered": True, "feeling": 2}, True),
        ({"answered": True, "feeling": 1, "hard": "viss"}, True),
        ({"answered": True, "hard": "eksāmens"}, True),
        ({"answered": True, "feeling": 3, "hard": "eksāmens"}, True),
        ({"answered": True, "feeling": 4, "hard": "eksāmens"}, False),
        ({"answered": True, "feeling": 3}, False),
        ({"skipped": True}, False),
        ({}, False),
    ],
)
def test_what_counts_as_hard(last: dict[str, object], is_hard: bool) -> None:
    """A low figure, or words about what was hard, unless the week was a good one all the same."""
    assert Asked(id=PLAIN, **last).is_hard == is_hard  # type: ignore[arg-type]


def test_a_hard_week_before_the_holidays_is_not_brought_up_after_them() -> None:
    """ "Last time" is another life then."""
    hard = {"answered": True, "feeling": 1}
    assert turn([Asked(id=PLAIN, days_ago=COMES_BACK_FOR, **hard)]).follows  # type: ignore[arg-type]
    assert not turn([Asked(id=PLAIN, days_ago=COMES_BACK_FOR + 1, **hard)]).follows  # type: ignore[arg-type]


def test_without_follow_ups_a_hard_week_is_followed_by_the_next_in_turn() -> None:
    """A programme's own family need not have any."""
    hard = [Asked(id=PLAIN, answered=True, feeling=1)]
    assert choose(USUAL, hard, person=1, plain=PLAIN) in USUAL
    assert choose(USUAL + QUOTING, hard, person=1, plain=PLAIN) in USUAL


@given(life=LIVES, person=PEOPLE)
def test_after_silence_comes_a_light_one(life: list[dict[str, object]], person: int) -> None:
    """One tap; what was looked at and skipped is no silence."""
    assert turn(lived([*life, {}], person), person).one_tap
    assert not turn(lived([*life, {}, WELL], person), person).follows


@given(person=PEOPLE)
def test_who_is_well_gets_the_short_ones(person: int) -> None:
    """After four good ones; once so many were short, one of the longer ones."""
    asked = lived([WELL] * 40, person)
    light = [each.id in ids(LIGHT) for each in reversed(asked)]
    since = light[RUN:]
    longer = [number for number, is_light in enumerate(since) if not is_light]
    assert longer
    assert all(later - sooner == SHORT_FOR + 1 for sooner, later in pairwise(longer))
    assert len(since) - len(longer) >= 4 * len(longer) - SHORT_FOR


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"skipped": True},
        {"answered": True, "feeling": 3},
        {"answered": True, "hard": "mācīties"},
    ],
)
@pytest.mark.parametrize("place", range(RUN))
def test_one_that_was_not_good_ends_the_run(odd: dict[str, object], place: int) -> None:
    """Whichever of the last four it was, a longer one may come again."""
    came_of_it: list[dict[str, object]] = [WELL] * RUN
    came_of_it[place] = odd
    asked = [Asked(id=one.id, **what) for one, what in zip(LONG, came_of_it, strict=False)]  # type: ignore[arg-type]
    found = {choose(LONG + LIGHT, asked, person=n, plain=PLAIN).one_tap for n in range(40)}
    assert found == ({True} if odd == {} and place == 0 else {True, False})


def test_four_answers_without_a_figure_are_no_good_feelings() -> None:
    """Nobody has said how they are."""
    asked = [Asked(id=one.id, answered=True) for one in LONG[:RUN]]
    assert not all(choose(USUAL, asked, person=n, plain=PLAIN).one_tap for n in range(40))


@pytest.mark.parametrize("some", [LONG, LIGHT])
def test_a_family_of_one_kind_still_takes_turns(some: tuple[Variation, ...]) -> None:
    """No light one to give, or nothing else: then the next in turn."""
    for asked in ([Asked(id=some[0].id)], [Asked(id=one.id, **WELL) for one in some[:RUN]]):  # type: ignore[arg-type]
        assert choose(some, asked, person=1, plain=PLAIN).id != asked[0].id


@given(text=st.text(max_size=300))
def test_quoted_words_fit_between_quotation_marks(text: str) -> None:
    """One line, no marks of their own, never longer than a glance."""
    found = quoted(text)
    assert len(found) <= QUOTED_MAX + 1
    assert not set(found) & set('„“”"«»\n')
    assert found.removesuffix("…") in " ".join(text.split()) or set(text) & set('„“”"«»')


def test_words_are_cut_at_a_word_and_visibly() -> None:
    """What is short stays whole; one word without an end is cut as it comes."""
    assert quoted("  Kontroldarbs\nfizikā ") == "Kontroldarbs fizikā"
    assert quoted("vienu divus, trīs", most=12) == "vienu divus…"
    assert quoted("a" * 30, most=10) == "a" * 9 + "…"
