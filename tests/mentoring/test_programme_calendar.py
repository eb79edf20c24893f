"""What a programme says about a day of its calendar and an hour of its day."""

from datetime import date, time

from mentoring.programme import Quiet, Window
from tests.mentoring.small_programme import PROGRAMME


def test_the_first_and_the_last_day_belong_to_a_break() -> None:
    """A break of five days has five days."""
    inside = [PROGRAMME.break_on(date(2026, 3, day)) is not None for day in range(15, 22)]

    assert inside == [False, True, True, True, True, True, False]


def test_the_next_semester_is_the_nearest_later_one() -> None:
    """In summer the autumn semester is next; after the last one there is none."""
    following = PROGRAMME.next_semester(date(2026, 7, 1))

    assert following is not None
    assert following.id == "3"
    assert PROGRAMME.next_semester(date(2027, 2, 1)) is None


def test_quiet_hours_over_midnight_cover_both_sides_of_it() -> None:
    """From 21:00 to 08:00 is quiet at 23:00 and at 07:59, and no longer at 08:00."""
    quiet = Quiet(start=time(21), end=time(8))

    assert quiet.covers(time(23))
    assert quiet.covers(time(7, 59))
    assert not quiet.covers(time(8))
    assert not quiet.covers(time(20, 59))


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    """A siesta is possible, and equal ends mean that nothing is quiet."""
    assert Quiet(start=time(13), end=time(14)).covers(time(13, 30))
    assert not Quiet(start=time(13), end=time(14)).covers(time(15))
    assert not Quiet(start=time(8), end=time(8)).covers(time(8))


def test_both_ends_of_the_window_belong_to_it() -> None:
    """A window until 18:00 allows a message at 18:00."""
    window = Window(start=time(16), end=time(18))

    assert window.covers(time(16))
    assert window.covers(time(18))
    assert not window.covers(time(18, 1))
