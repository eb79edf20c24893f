"""Academic hours: whole, rounded down, explained, and capped per month."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.hours import academic_hours, check_hours, explain


@pytest.mark.parametrize(
    ("minutes", "hours"), [(0, 0), (39, 0), (40, 1), (100, 2), (119, 2), (120, 3)]
)
def test_hours_are_rounded_down(minutes: int, hours: int) -> None:
    """Two and a half academic hours are paid as two."""
    assert academic_hours(minutes) == hours


def test_another_length_of_an_hour_is_possible() -> None:
    """A programme that counts full hours says so."""
    assert academic_hours(120, per=60) == 2


def test_the_arithmetic_is_shown_as_a_person_checks_it() -> None:
    """An even division is one line; otherwise the rest is named."""
    assert explain(120, "lv") == "120 : 40 = 3"
    assert explain(100, "lv") == "100 : 40 = 2 (atliek 20 min)"
    assert explain(100, "en") == "100 : 40 = 2 (20 min left over)"


@given(st.integers(0, 10_000), st.integers(1, 240))
def test_never_more_is_paid_than_was_worked(minutes: int, per: int) -> None:
    """The hours fit into the minutes, and one more would not."""
    hours = academic_hours(minutes, per)

    assert hours * per <= minutes < (hours + 1) * per


@pytest.mark.parametrize(("minutes", "per"), [(-1, 40), (60, 0)])
def test_impossible_numbers_are_refused(minutes: int, per: int) -> None:
    """A meeting that ends before it begins is a mistake, not minus one hour."""
    with pytest.raises(ValueError, match="minutes >= 0"):
        academic_hours(minutes, per)


def test_the_month_has_a_limit_that_may_be_reached() -> None:
    """Twenty of twenty fit; one more is one over."""
    full = check_hours(used=17, adding=3, limit=20)
    over = check_hours(used=18, adding=3, limit=20)

    assert (full.fits, full.left, full.over) == (True, 3, 0)
    assert (over.fits, over.left, over.over) == (False, 2, 1)


def test_a_month_that_is_already_over_has_nothing_left() -> None:
    """Old entries may exceed a limit that was lowered; what is left is then none, not minus two."""
    check = check_hours(used=22, adding=0, limit=20)

    assert (check.left, check.over) == (0, 2)


def test_negative_hours_are_refused() -> None:
    """Taking hours back is done by changing the entry, not by adding minus two."""
    with pytest.raises(ValueError, match="adding -2"):
        check_hours(used=5, adding=-2, limit=20)
