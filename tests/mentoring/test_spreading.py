"""How a crowd is spread over its window, and nobody is disturbed by it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mentoring.localtime import at, local
from mentoring.programme import Quiet
from mentoring.rhythm import Rhythm, quiet_at
from mentoring.spreading import spread
from tests.mentoring.small_calendar import DAYS, ZONES
from tests.mentoring.small_programme import PROGRAMME, RIGA, programme

DAY = date(2026, 2, 12)
FOUR = datetime(2026, 2, 12, 14, tzinfo=UTC)


def offsets(crowd: int, people: int = 2_000, **more: Rhythm) -> list[float]:
    instants = (spread(PROGRAMME, n, DAY, FOUR, crowd, **more) for n in range(people))
    return [(instant - FOUR).total_seconds() for instant in instants]


def test_a_crowd_of_nobody_is_not_spread() -> None:
    """Without a crowd everything stays at its instant."""
    assert set(offsets(0)) == {0}


def test_twenty_people_hear_as_good_as_at_once() -> None:
    """Two seconds nobody notices."""
    assert max(offsets(20)) < 2


def test_fifty_thousand_fill_eighty_three_minutes_evenly() -> None:
    """Each quarter of the time has about a quarter of the people."""
    found = offsets(50_000)
    quarters = [sum(1 for one in found if n <= one / 1250 < n + 1) for n in range(4)]

    assert 4900 < max(found) < 5000
    assert all(400 < quarter < 600 for quarter in quarters)


def test_the_window_is_never_left() -> None:
    """A million people would need a day; whoever can't be served by six isn't served at night."""
    assert 7000 < max(offsets(1_000_000)) < 7200
    assert spread(PROGRAMME, 1, DAY, FOUR + timedelta(hours=3), 50_000) == FOUR + timedelta(hours=3)


def test_somebody_is_not_always_the_last() -> None:
    """The place in the crowd is drawn anew each day, and the same when asked again."""
    days = [DAY + timedelta(days=n) for n in range(60)]
    found = [spread(PROGRAMME, 7, day, FOUR, 50_000) for day in days]

    assert len(set(found)) > 50
    assert found == [spread(PROGRAMME, 7, day, FOUR, 50_000) for day in days]


def test_a_chosen_hour_is_kept() -> None:
    """Who chose four o'clock is written to before five, however many there are."""
    assert 3400 < max(offsets(1_000_000, rhythm=Rhythm(hour=time(16)))) < 3600


def test_ones_own_rest_ends_the_window_early() -> None:
    """Football at five: until then at the latest."""
    football = Rhythm(quiet=Quiet(start=time(17), end=time(19)))

    assert 3400 < max(offsets(1_000_000, rhythm=football)) < 3600


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2026, 10, 25)])
def test_a_window_over_the_change_of_the_clocks_is_as_long_as_it_is(day: date) -> None:
    """From 02:00 to 05:00 there are two hours in March and four in October."""
    night = programme(quiet=Quiet(start=time(0), end=time(0)))
    night = programme(quiet=night.quiet, window=type(night.window)(start=time(2), end=time(5)))
    base = at(day, time(2), RIGA)
    latest = max(spread(night, n, day, base, 1_000_000) for n in range(500))

    assert latest < at(day, time(5), RIGA)
    assert latest > at(day, time(5), RIGA) - timedelta(minutes=3)


@given(st.integers(0, 10**6), DAYS, st.integers(0, 10**6), ZONES, st.times(), st.integers(0, 23))
def test_nobody_is_spread_into_the_quiet(
    person: int, day: date, crowd: int, zone: str, wall: time, own: int
) -> None:
    """From a waking instant on there is no way into the programme's or one's own quiet hours."""
    rhythm = Rhythm(quiet=Quiet(start=time(own), end=time((own + 2) % 24)), hour=wall)
    base = at(day, wall.replace(microsecond=0, fold=0), zone)
    assume(not quiet_at(PROGRAMME, rhythm, local(base, zone).time()))
    found = spread(PROGRAMME, person, day, base, crowd, zone=zone, rhythm=rhythm)

    assert found == spread(PROGRAMME, person, day, base, crowd, zone=zone, rhythm=rhythm)
    assert base <= found <= base + timedelta(seconds=crowd / 10)
    assert not quiet_at(PROGRAMME, rhythm, local(found, zone).time())
