"""Which day a thing in the calendar falls on, and what moves when it moves."""

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mentoring.calendar import Anchors, Event, Phase, When
from mentoring.calendar_dates import calendar_dates, working_days_from
from mentoring.programme import Semester
from tests.mentoring.small_calendar import (
    ANCHORS,
    DAYS,
    HOLIDAYS,
    after,
    calendars,
    event,
    with_events,
)
from tests.mentoring.small_programme import BOTH, PROGRAMME, programme


def dates(when: When, anchors: Anchors = ANCHORS, **changes: Any) -> list[str]:
    found = calendar_dates(with_events(event("it", when), **changes), anchors)
    return [day.isoformat() for day in found["it"]]


def test_a_fixed_date_is_that_date() -> None:
    """What the coordinator writes as a day is that day for everybody."""
    assert dates(When(day=date(2026, 3, 2))) == ["2026-03-02"]


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (When(to="start"), "2026-01-07"),
        (When(to="pairing", offset=2, unit="weeks"), "2026-02-02"),
        (When(to="pairing", offset=-3), "2026-01-16"),
        (When(to="pairing", offset=5, unit="working_days"), "2026-01-26"),
        (When(to="pairing", offset=1, weekday=4), "2026-01-23"),
        (When(to="pairing", offset=-1, weekday=4), "2026-01-16"),
    ],
)
def test_a_date_is_counted_from_what_it_hangs_on(when: When, day: str) -> None:
    """In days, weeks and working days, forwards and backwards, and on to a weekday."""
    assert dates(when) == [day]


@pytest.mark.parametrize("to", ["start", "pairing", "phase:goals", "answer:wheel"])
def test_what_hasnt_happened_gives_no_date(to: str) -> None:
    """Before a pair begins nothing can be due two weeks after it."""
    assert dates(When(to=to), Anchors(), phases=(Phase(id="goals", name=BOTH),)) == []


def test_a_phase_counts_from_its_plan_until_it_is_reached() -> None:
    """A pair that got there later has its dates from then on."""
    phases = (Phase(id="goals", name=BOTH, begins=date(2026, 2, 2)),)
    reached = replace(ANCHORS, phases={"goals": date(2026, 2, 11)})
    when = When(to="phase:goals", offset=7)

    assert dates(when, phases=phases) == ["2026-02-09"]
    assert dates(when, reached, phases=phases) == ["2026-02-18"]


def test_a_last_answer_starts_the_count_anew() -> None:
    """Eight weeks after the last wheel of life comes the next one."""
    answered = replace(ANCHORS, answers={"wheel": date(2026, 2, 2)})

    assert dates(When(to="answer:wheel", offset=8, unit="weeks"), answered) == ["2026-03-30"]


def test_the_last_school_day_of_each_month_is_no_weekend_holiday_or_break() -> None:
    """1 May is a holiday, 31 May 2026 a Sunday after the semester, October's break is skipped."""
    found = dates(When(each="last_school_day"))

    assert found[:5] == ["2026-01-30", "2026-02-27", "2026-03-31", "2026-04-30", "2026-05-29"]
    assert found[5:9] == ["2026-09-30", "2026-10-30", "2026-11-30", "2026-12-18"]


def test_semesters_have_a_first_and_a_last_school_day_too() -> None:
    """A week before the end of each semester, and the day each begins."""
    last = When(each="last_school_day", period="semester", offset=-1, unit="weeks")

    assert dates(last) == ["2026-05-22", "2026-12-11", "2027-05-24"]
    first = dates(When(each="first_school_day", period="semester"))
    assert first == ["2026-01-05", "2026-09-01", "2027-01-04"]


def test_the_thirty_first_of_a_short_month_is_its_last_day() -> None:
    """February 2028 has 29 days, April 30; days outside the semester are left out."""
    term = Semester(id="leap", first=date(2028, 1, 10), last=date(2028, 5, 30))

    found = dates(When(each="day_of_month", number=31), semesters=(term,))

    assert found == ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]


def test_a_year_after_the_29th_of_february_is_no_error() -> None:
    """Counting in days and weeks never meets a date that doesn't exist."""
    leap = When(day=date(2028, 2, 29), offset=52, unit="weeks")

    assert dates(leap) == ["2029-02-27"]


def test_working_days_skip_weekends_and_holidays_but_not_breaks() -> None:
    """Over Easter four working days take eight; no working day is the next one."""
    small = programme(holidays=HOLIDAYS)

    assert working_days_from(small, date(2026, 4, 1), 4) == date(2026, 4, 9)
    assert working_days_from(small, date(2026, 4, 9), -4) == date(2026, 4, 1)
    assert working_days_from(small, date(2026, 4, 3), 0) == date(2026, 4, 7)
    assert working_days_from(small, date(2026, 3, 16), 1) == date(2026, 3, 17)


def test_dates_hang_on_each_other_however_far() -> None:
    """A repeating event gives its dates to what hangs on it."""
    chain = with_events(
        event("third", after("second", 1)),
        event("second", after("first", 7)),
        event("first", When(day=date(2026, 2, 2))),
        event("monthly", When(each="last_school_day")),
        event("after-monthly", after("monthly", 3)),
    )
    found = calendar_dates(chain, Anchors())

    assert found["third"] == (date(2026, 2, 10),)
    assert len(found["after-monthly"]) == len(found["monthly"]) > 10


def test_a_circle_has_no_dates_and_no_end() -> None:
    """Loading refuses it; a plan must not hang on it all the same."""
    circle = with_events(event("a", after("b", 1)), event("b", after("a", 1)))

    assert calendar_dates(circle, ANCHORS) == {"a": (), "b": ()}


def test_without_semesters_nothing_repeats() -> None:
    """There is no month to count in, and no error either."""
    assert dates(When(each="last_school_day"), semesters=()) == []
    assert replace(PROGRAMME, semesters=()).school_months == ()


@given(calendars(), st.randoms(use_true_random=False))
def test_the_order_of_events_changes_no_date(
    events: tuple[Event, ...], shuffling: random.Random
) -> None:
    """Deriving twice, or from a file written in another order, gives the same."""
    mixed = list(events)
    shuffling.shuffle(mixed)
    found = calendar_dates(with_events(*events), ANCHORS)

    assert found == calendar_dates(with_events(*events), ANCHORS)
    assert found == calendar_dates(with_events(*mixed), ANCHORS)


@given(calendars(), DAYS, st.data())
def test_moving_one_event_moves_what_hangs_on_it_and_nothing_else(
    events: tuple[Event, ...], day: date, data: st.DataObject
) -> None:
    """Whatever doesn't hang on it, however far, keeps its dates."""
    moved = data.draw(st.sampled_from(events))
    others = tuple(replace(each, when=When(day=day)) if each is moved else each for each in events)
    was = calendar_dates(with_events(*events), ANCHORS)
    now = calendar_dates(with_events(*others), ANCHORS)

    for each in others:
        if not hangs_on(each, moved.id, events):
            assert was[each.id] == now[each.id]
    assert now[moved.id] == (day,)


@given(calendars(), st.data())
def test_days_that_are_counted_move_as_far_as_their_event(
    events: tuple[Event, ...], data: st.DataObject
) -> None:
    """Where only days and weeks are counted, all that hangs on it moves equally far."""
    plain = tuple(
        replace(each, when=replace(each.when, weekday=None, unit="days")) for each in events
    )
    roots = [each for each in plain if each.when.day]
    assume(roots)
    root = data.draw(st.sampled_from(roots))
    assert root.when.day is not None
    later = replace(root, when=replace(root.when, day=root.when.day + timedelta(days=9)))
    was = calendar_dates(with_events(*plain), ANCHORS)
    now = calendar_dates(with_events(*(later if x is root else x for x in plain)), ANCHORS)

    for each in plain:
        step = timedelta(days=9 if hangs_on(each, root.id, plain) else 0)
        assert now[each.id] == tuple(day + step for day in was[each.id])


def hangs_on(one: Event, name: str, events: tuple[Event, ...]) -> bool:
    """Whether it is the event itself or its date comes from it in the end."""
    by_id = {each.id: each for each in events}
    while one.id != name and one.when.to.startswith("event:"):
        one = by_id[one.when.to.removeprefix("event:")]
    return one.id == name
