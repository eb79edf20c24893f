"""Wall times and instants, above all on the two days on which the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.localtime import at, awake, local
from mentoring.programme import Quiet

RIGA = "Europe/Riga"
NIGHT = Quiet(start=time(21), end=time(8))
ZONES = st.sampled_from(
    ["Europe/Riga", "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]
)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
INSTANTS = st.datetimes(
    datetime(2024, 1, 1),  # noqa: DTZ001
    datetime(2030, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
WALLS = st.times()


@pytest.mark.parametrize(
    "day",
    [date(2026, 10, 24), date(2026, 10, 25), date(2027, 3, 27), date(2027, 3, 28)],
)
def test_nine_stays_nine_when_the_clocks_change(day: date) -> None:
    """What was agreed for 9:00 is at 9:00 on both sides of a change."""
    assert local(at(day, time(9), RIGA), RIGA) == local(at(day, time(9), RIGA), RIGA)
    assert local(at(day, time(9), RIGA), RIGA).time() == time(9)


def test_the_hour_before_a_change_is_an_hour_of_its_own() -> None:
    """Nine in the morning is 06:00 UTC in summer and 07:00 UTC in winter."""
    assert at(date(2026, 10, 24), time(9), RIGA) == datetime(2026, 10, 24, 6, tzinfo=UTC)
    assert at(date(2026, 10, 25), time(9), RIGA) == datetime(2026, 10, 25, 7, tzinfo=UTC)


@pytest.mark.parametrize("wall", [time(3), time(3, 30), time(3, 59, 59, 999_999)])
def test_a_time_that_does_not_exist_moves_to_the_next_that_does(wall: time) -> None:
    """On 28 March 2027 Riga jumps from 03:00 to 04:00; whatever is in between becomes 04:00."""
    instant = at(date(2027, 3, 28), wall, RIGA)

    assert instant == datetime(2027, 3, 28, 1, tzinfo=UTC)
    assert local(instant, RIGA).time() == time(4)


def test_a_time_that_occurs_twice_takes_the_first() -> None:
    """On 25 October 2026 Riga has 03:30 twice; the earlier one, still summer time, counts."""
    assert at(date(2026, 10, 25), time(3, 30), RIGA) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_marked_second_occurrence_is_still_the_first() -> None:
    """A fold left on a stored time must not make a message fire an hour later."""
    marked = at(date(2026, 10, 25), time(3, 30, fold=1), RIGA)

    assert marked == at(date(2026, 10, 25), time(3, 30), RIGA)


def test_a_whole_missing_day_moves_to_the_next_one() -> None:
    """Samoa skipped 30 December 2011; its noon became the first second of the 31st."""
    instant = at(date(2011, 12, 30), time(12), "Pacific/Apia")

    assert local(instant, "Pacific/Apia").replace(tzinfo=None) == datetime(2011, 12, 31)  # noqa: DTZ001


@given(DAYS, WALLS, ZONES)
def test_an_existing_wall_time_comes_back_unchanged(day: date, wall: time, zone: str) -> None:
    """The way there and back ends at the same wall time, or later on the day of a gap."""
    here = local(at(day, wall, zone), zone)

    assert here.date() == day
    assert here.time() == wall or timedelta(0) < _later(here.time(), wall) <= timedelta(hours=1)


def _later(one: time, other: time) -> timedelta:
    return datetime.combine(date.min, one) - datetime.combine(date.min, other)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        (datetime(2026, 11, 3, 20, tzinfo=UTC), datetime(2026, 11, 4, 6, tzinfo=UTC)),
        (datetime(2026, 11, 4, 3, tzinfo=UTC), datetime(2026, 11, 4, 6, tzinfo=UTC)),
        (datetime(2026, 11, 4, 6, tzinfo=UTC), datetime(2026, 11, 4, 6, tzinfo=UTC)),
        (datetime(2026, 11, 4, 12, tzinfo=UTC), datetime(2026, 11, 4, 12, tzinfo=UTC)),
    ],
)
def test_what_falls_into_the_night_waits_for_the_morning(
    hour: datetime, expected: datetime
) -> None:
    """Before and after midnight alike, quiet hours end at 08:00 in Riga, 06:00 UTC in winter."""
    assert awake(hour, RIGA, NIGHT) == expected


def test_without_quiet_hours_nothing_moves() -> None:
    """Equal ends mean no quiet hours at all."""
    instant = datetime(2026, 11, 3, 1, tzinfo=UTC)

    assert awake(instant, RIGA, Quiet(start=time(8), end=time(8))) == instant


@given(INSTANTS, ZONES, WALLS, WALLS)
def test_waking_never_goes_back_and_needs_no_second_try(
    instant: datetime, zone: str, start: time, end: time
) -> None:
    """A message moves forward only, by less than 26 hours, and then stays where it is."""
    quiet = Quiet(start=start, end=end)
    woken = awake(instant, zone, quiet)

    assert timedelta(0) <= woken - instant < timedelta(hours=26)
    assert awake(woken, zone, quiet) == woken


@given(INSTANTS)
def test_nobody_is_disturbed_at_night(instant: datetime) -> None:
    """Whatever the instant, with usual quiet hours it ends up outside them."""
    assert not NIGHT.covers(local(awake(instant, RIGA, NIGHT), RIGA).time())
