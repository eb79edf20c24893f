"""The ladder of steps when somebody falls silent."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mentoring.localtime import local
from mentoring.planning import (
    MenteeView,
    MentorView,
    Occurrence,
    plan_mentor_silence,
    plan_silence,
)
from mentoring.programme import Rung, Silence
from mentoring.rhythm import Rhythm
from mentoring.silence import days_silent
from tests.mentoring.small_calendar import DAYS, HOLIDAYS, ZONES, keys, walls
from tests.mentoring.small_programme import RIGA, programme

LADDER = Silence(
    mentor_after_days=14,
    at=time(16),
    ladder=(
        Rung(after_days=7, does="other-question"),
        Rung(after_days=14, does="tell-mentor"),
        Rung(after_days=21, does="tell-coordinator"),
    ),
    mentors=(
        Rung(after_days=10, does="ask-mentor"),
        Rung(after_days=20, does="tell-coordinator"),
    ),
)
SMALL = programme(silence=LADDER, holidays=HOLIDAYS)
MENTEE = MenteeView(
    person=1,
    pairing=3,
    zone=RIGA,
    active_since=datetime(2026, 1, 5, tzinfo=UTC),
    last_sign=datetime(2026, 2, 2, 10, tzinfo=UTC),
)
MENTOR = MentorView(
    person=9, zone=RIGA, active_since=MENTEE.active_since, last_sign=MENTEE.last_sign
)
EARLY = datetime(2026, 2, 1, tzinfo=UTC)


def silent_since(day: date, now: datetime = EARLY, **more: Rhythm) -> tuple[Occurrence, ...]:
    sign = datetime.combine(day, time(10), tzinfo=UTC)
    return plan_silence(SMALL, replace(MENTEE, last_sign=sign), now, **more)


def test_one_step_after_another_is_taken() -> None:
    """A week: another question; two: the mentor; three: the coordinator."""
    found = plan_silence(SMALL, MENTEE, EARLY)

    assert walls(found) == ["2026-02-09 16:00", "2026-02-16 16:00", "2026-02-23 16:00"]
    assert [each.why["does"] for each in found] == [
        "other-question",
        "tell-mentor",
        "tell-coordinator",
    ]
    assert {each.why["rule"] for each in found} == {"silence"}


def test_telling_the_mentor_keeps_its_old_key() -> None:
    """Rows of before the ladder are recognised, so that no mentor is told twice."""
    assert keys(plan_silence(SMALL, MENTEE, EARLY)) == [
        "silence:3:2026-02-02:other-question",
        "silence:3:2026-02-02",
        "silence:3:2026-02-02:tell-coordinator",
    ]


def test_without_a_mentor_the_others_still_care() -> None:
    """No key of a person can be taken for one of a pairing."""
    assert keys(plan_silence(SMALL, replace(MENTEE, pairing=None), EARLY)) == [
        "silence:p1:2026-02-02:other-question",
        "silence:p1:2026-02-02:tell-coordinator",
    ]


def test_a_break_moves_the_whole_rest_of_the_ladder() -> None:
    """The mentor gets a week to help before the coordinator hears, breaks or not."""
    assert walls(silent_since(date(2026, 3, 3))) == [
        "2026-03-10 16:00",
        "2026-03-24 16:00",
        "2026-03-31 16:00",
    ]


def test_nobody_is_told_on_a_holiday() -> None:
    """Good Friday's word comes after Easter."""
    assert walls(silent_since(date(2026, 3, 20)))[1] == "2026-04-07 16:00"


def test_a_question_is_left_out_once_the_next_step_has_come() -> None:
    """After weeks without power it would arrive beside the word to the mentor."""
    late = datetime(2026, 2, 17, tzinfo=UTC)

    assert [each.why["does"] for each in plan_silence(SMALL, MENTEE, late)] == [
        "tell-mentor",
        "tell-coordinator",
    ]


def test_a_pause_is_no_silence() -> None:
    """Ill until the twentieth: the days begin then, the key still names the last sign."""
    found = silent_since(date(2026, 2, 2), rhythm=Rhythm(paused_until=date(2026, 2, 20)))

    assert walls(found)[0] == "2026-02-27 16:00"
    assert keys(found)[1] == "silence:3:2026-02-02"


def test_the_question_comes_at_the_hour_of_whoever_is_asked() -> None:
    """The words to others come at the programme's."""
    found = silent_since(date(2026, 2, 2), rhythm=Rhythm(hour=time(18, 30)))

    assert [wall.split()[1] for wall in walls(found)] == ["18:30", "16:00", "16:00"]


def test_a_silent_mentor_is_asked_and_then_the_coordinator_told() -> None:
    """Mentors have a ladder of their own, and their own kind and keys."""
    found = plan_mentor_silence(SMALL, MENTOR, EARLY)

    assert walls(found) == ["2026-02-12 16:00", "2026-02-22 16:00"]
    assert keys(found) == [
        "mentor-silence:9:2026-02-02:ask-mentor",
        "mentor-silence:9:2026-02-02:tell-coordinator",
    ]
    assert {each.kind for each in found} == {"mentor_silence"}
    assert plan_mentor_silence(programme(), MENTOR, EARLY) == ()


@given(DAYS, st.integers(0, 200), ZONES, st.none() | DAYS)
def test_the_ladder_stays_a_ladder(day: date, passed: int, zone: str, paused: date | None) -> None:
    """In order, a week apart, in term, at no holiday and not in a pause; the same at any moment."""
    sign = datetime.combine(day, time(10), tzinfo=UTC)
    mentee, rhythm = replace(MENTEE, last_sign=sign, zone=zone), Rhythm(paused_until=paused)
    found = plan_silence(SMALL, mentee, sign, rhythm=rhythm)
    later = plan_silence(SMALL, mentee, sign + timedelta(days=passed), rhythm=rhythm)

    assert all(each in found for each in later)
    steps = [local(each.due, zone).date() for each in found]
    assert all(b - a >= timedelta(days=7) for a, b in pairwise(steps))
    for step in steps:
        assert SMALL.semester_on(step)
        assert not SMALL.break_on(step)
        assert step not in HOLIDAYS
        assert not rhythm.paused_on(step)


def test_the_last_step_comes_again_while_nothing_is_heard() -> None:
    """Every four weeks, each under a key of its own; after a standstill only the newest."""
    last = Rung(after_days=21, does="tell-coordinator", again_days=28)
    small = programme(silence=replace(LADDER, ladder=(*LADDER.ladder[:2], last)))
    found = plan_silence(small, MENTEE, datetime(2026, 3, 24, tzinfo=UTC))

    assert walls(found) == ["2026-02-16 16:00", "2026-03-23 16:00", "2026-04-20 16:00"]
    assert len(set(keys(found))) == len(found)

    later = plan_silence(small, MENTEE, datetime(2026, 4, 24, tzinfo=UTC))
    assert [each.why["does"] for each in later].count("tell-coordinator") == 2


@given(DAYS, st.integers(0, 200))
def test_days_of_silence_agree_with_the_ladder(day: date, later: int) -> None:
    """A step that was taken is spoken of with its days; within a term all days count."""
    today = day + timedelta(days=later)
    steps = silent_since(day)
    taken = [each.why["days"] for each in steps if local(each.due, RIGA).date() <= today]

    found = days_silent(SMALL, SMALL.silence.rungs, day, today)

    assert found <= later
    assert all(found >= days for days in taken)
    days = [day + timedelta(days=n) for n in range(later + 1)]
    if all(SMALL.semester_on(each) and not SMALL.break_on(each) for each in days):
        assert found == later
