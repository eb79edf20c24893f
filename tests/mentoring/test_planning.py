"""What is planned from the rules: reminders, check-ins and the word about silence."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.localtime import local
from mentoring.planning import (
    MenteeView,
    Occurrence,
    Rhythm,
    TaskView,
    plan_check_ins,
    plan_silence,
    plan_task,
)
from mentoring.programme import CheckIn, Quiet
from tests.mentoring.small_programme import PROGRAMME, RIGA, pause, programme, reminding

TASK = TaskView(
    id=7, person=1, pairing=3, due=date(2026, 3, 5), open=True, created=date(2026, 2, 1)
)
MENTEE = MenteeView(
    person=1,
    pairing=3,
    zone=RIGA,
    active_since=datetime(2026, 1, 5, tzinfo=UTC),
    last_sign=datetime(2026, 2, 2, 10, tzinfo=UTC),
)
EARLY = datetime(2026, 2, 1, tzinfo=UTC)
INSTANTS = st.datetimes(
    datetime(2025, 12, 1),  # noqa: DTZ001
    datetime(2027, 7, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
DAYS = st.dates(date(2026, 1, 1), date(2027, 6, 30))
ZONES = st.sampled_from(["Europe/Riga", "Europe/London", "America/New_York"])


def keys(planned: tuple[Occurrence, ...]) -> list[str]:
    return [each.key for each in planned]


def walls(planned: tuple[Occurrence, ...], zone: str = RIGA) -> list[str]:
    return [f"{local(each.due, zone):%Y-%m-%d %H:%M}" for each in planned]


def test_a_task_is_mentioned_before_on_and_after_its_due_date() -> None:
    """Three days and one day before, on the day, two and seven days after, at 16:00."""
    planned = plan_task(PROGRAMME, TASK, EARLY)

    assert walls(planned) == [
        "2026-03-02 16:00",
        "2026-03-04 16:00",
        "2026-03-05 16:00",
        "2026-03-07 16:00",
        "2026-03-12 16:00",
    ]
    assert [each.kind for each in planned] == ["nudge", "nudge", "due_today", "late", "late"]


def test_keys_name_the_task_its_date_and_the_rule() -> None:
    """A key is the same in every derivation and different for every reminder."""
    assert keys(plan_task(PROGRAMME, TASK, EARLY)) == [
        "task:7:2026-03-05:before:3",
        "task:7:2026-03-05:before:1",
        "task:7:2026-03-05:on_day",
        "task:7:2026-03-05:late:2",
        "task:7:2026-03-05:late:7",
    ]


def test_a_reminder_can_explain_itself() -> None:
    """The person who asks "why this message?" gets the rule behind it."""
    nudge = plan_task(PROGRAMME, TASK, EARLY)[0]

    assert nudge.why == {"rule": "before", "days": 3, "due": "2026-03-05"}
    assert (nudge.person, nudge.pairing, nudge.subject) == (1, 3, 7)


def test_every_nudge_moves_with_its_extension() -> None:
    """Four more days move all reminders by four days, under new keys."""
    moved = plan_task(PROGRAMME, replace(TASK, due=date(2026, 3, 9)), EARLY)

    assert [each.due for each in moved] == [
        each.due + timedelta(days=4) for each in plan_task(PROGRAMME, TASK, EARLY)
    ]
    assert not set(keys(moved)) & set(keys(plan_task(PROGRAMME, TASK, EARLY)))


def test_a_closed_task_is_left_alone() -> None:
    """Who is done hears no more about it."""
    assert plan_task(PROGRAMME, replace(TASK, open=False), EARLY) == ()


def test_a_reminder_missed_by_a_day_is_still_sent_and_then_dropped() -> None:
    """After a night of downtime the nudge comes late; after two days it would only confuse."""
    nudge = plan_task(PROGRAMME, TASK, EARLY)[0]

    just_so = plan_task(PROGRAMME, TASK, nudge.due + timedelta(days=1))
    too_late = plan_task(PROGRAMME, TASK, nudge.due + timedelta(days=1, seconds=1))

    assert nudge in just_so
    assert nudge not in too_late


def test_a_task_made_at_short_notice_skips_the_days_it_did_not_exist() -> None:
    """Made two days before it is due, a task is not announced three days before."""
    short = replace(TASK, created=date(2026, 3, 3))

    assert keys(plan_task(PROGRAMME, short, EARLY))[0] == "task:7:2026-03-05:before:1"


def test_a_date_agreed_after_the_hour_is_not_nudged_about_at_once() -> None:
    """Agreed at 17:00, the nudge of 16:00 that day would be silly; agreed at 15:00 it is fine."""
    at_five = replace(TASK, known_since=datetime(2026, 3, 2, 15, tzinfo=UTC))
    at_three = replace(TASK, known_since=datetime(2026, 3, 2, 13, tzinfo=UTC))

    assert len(plan_task(PROGRAMME, at_five, EARLY)) == 4
    assert len(plan_task(PROGRAMME, at_three, EARLY)) == 5


def test_on_the_morrow_of_moving_a_date_nobody_is_nudged_about_it() -> None:
    """Moved on Tuesday to Thursday: Thursday is soon enough."""
    days = {
        day: [wall.split()[0] for wall in walls(plan_task(PROGRAMME, moved_on(day), EARLY))]
        for day in (1, 2, 3)
    }
    assert days[1] == ["2026-03-04", "2026-03-05", "2026-03-07", "2026-03-12"]
    assert days[2] == ["2026-03-04", "2026-03-05", "2026-03-07", "2026-03-12"]
    assert days[3] == ["2026-03-05", "2026-03-07", "2026-03-12"]


def moved_on(day: int) -> TaskView:
    return replace(TASK, moved=True, known_since=datetime(2026, 3, day, 8, tzinfo=UTC))


def test_a_programme_can_leave_out_the_day_itself() -> None:
    """With `on_day: no` and no late days only the early reminders remain."""
    planned = plan_task(reminding(on_day=False, late=()), TASK, EARLY)

    assert [each.kind for each in planned] == ["nudge", "nudge"]


def test_a_reminder_within_quiet_hours_waits_for_the_morning() -> None:
    """A reminder set for 23:00 comes at 08:00 of the next day."""
    planned = plan_task(reminding(at=time(23), before=(3,)), TASK, EARLY)

    assert walls(planned)[0] == "2026-03-03 08:00"


def test_nine_stays_nine_when_the_clocks_change() -> None:
    """Reminders around both changes of 2026/27 stand at 9:00 on the wall."""
    nine = reminding(at=time(9), before=(3, 1), late=(1,))

    for due in (date(2026, 10, 25), date(2027, 3, 28)):
        planned = plan_task(nine, replace(TASK, due=due), EARLY)
        assert {local(each.due, RIGA).time() for each in planned} == {time(9)}
    assert plan_task(nine, replace(TASK, due=date(2026, 10, 25)), EARLY)[2].due.hour == 7


def test_a_reminder_in_the_missing_hour_comes_right_after_it() -> None:
    """03:30 on 28 March 2027 doesn't exist; without quiet hours it becomes 04:00."""
    night = replace(reminding(at=time(3, 30)), quiet=Quiet(start=time(0), end=time(0)))
    planned = plan_task(night, replace(TASK, due=date(2027, 3, 28)), EARLY)

    assert "2027-03-28 04:00" in walls(planned)


def test_a_reminder_in_the_doubled_hour_comes_once() -> None:
    """03:30 on 25 October 2026 occurs twice and is used once, the first time."""
    night = replace(reminding(at=time(3, 30)), quiet=Quiet(start=time(0), end=time(0)))
    planned = plan_task(night, replace(TASK, due=date(2026, 10, 25)), EARLY)

    assert [each.due for each in planned if each.kind == "due_today"] == [
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    ]


@given(DAYS, DAYS, INSTANTS)
def test_task_plans_repeat_exactly_and_keep_their_promises(
    due: date, created: date, now: datetime
) -> None:
    """Two derivations are equal; nothing is stale, doubled, at night or older than the task."""
    task = replace(TASK, due=due, created=created)
    planned = plan_task(PROGRAMME, task, now)

    assert planned == plan_task(PROGRAMME, task, now)
    assert len(set(keys(planned))) == len(planned)
    assert list(planned) == sorted(planned, key=lambda each: each.due)
    for each in planned:
        assert each.due >= now - timedelta(days=1)
        assert local(each.due, RIGA).date() >= created
        assert not PROGRAMME.quiet.covers(local(each.due, RIGA).time())


@given(DAYS, INSTANTS, st.timedeltas(timedelta(0), timedelta(days=30)))
def test_as_time_passes_a_plan_only_loses_its_past(
    due: date, now: datetime, passed: timedelta
) -> None:
    """Deriving later never invents, moves or changes a reminder."""
    before = plan_task(PROGRAMME, replace(TASK, due=due), now)
    after = plan_task(PROGRAMME, replace(TASK, due=due), now + passed)

    assert after == before[len(before) - len(after) :]


def test_check_ins_come_every_friday_of_the_coming_weeks() -> None:
    """Five weeks hold five Fridays, each at 16:30, each with its own key."""
    planned = plan_check_ins(PROGRAMME, MENTEE, datetime(2026, 2, 2, tzinfo=UTC))

    assert walls(planned) == [
        "2026-02-06 16:30",
        "2026-02-13 16:30",
        "2026-02-20 16:30",
        "2026-02-27 16:30",
        "2026-03-06 16:30",
    ]
    assert keys(planned)[0] == "check-in:1:2026-02-06"
    assert planned[0].why == {"rule": "check_in", "weekday": 4, "dialog": "check-in"}


def test_nobody_is_asked_in_a_break_or_between_semesters() -> None:
    """Neither in the spring break, when pairs may meet, nor in summer."""
    spring = plan_check_ins(PROGRAMME, MENTEE, datetime(2026, 3, 9, tzinfo=UTC), horizon_days=21)
    summer = plan_check_ins(PROGRAMME, MENTEE, datetime(2026, 6, 1, tzinfo=UTC), horizon_days=90)

    assert walls(spring) == ["2026-03-13 16:30", "2026-03-27 16:30"]
    assert summer == ()


def test_nobody_is_asked_before_taking_part() -> None:
    """Who joined on Friday evening is first asked a week later."""
    joined = replace(MENTEE, active_since=datetime(2026, 2, 6, 18, tzinfo=UTC))
    planned = plan_check_ins(PROGRAMME, joined, datetime(2026, 2, 6, 18, tzinfo=UTC))

    assert walls(planned)[0] == "2026-02-13 16:30"


def test_a_check_in_is_at_the_wall_time_of_the_mentee() -> None:
    """A mentee in London is asked at 16:30 there."""
    away = replace(MENTEE, zone="Europe/London")
    planned = plan_check_ins(PROGRAMME, away, datetime(2026, 2, 2, tzinfo=UTC))

    assert planned[0].due == datetime(2026, 2, 6, 16, 30, tzinfo=UTC)


def test_a_check_in_without_a_mentor_is_still_asked() -> None:
    """A mentee who waits for a mentor is asked how it goes as well."""
    assert plan_check_ins(PROGRAMME, replace(MENTEE, pairing=None), EARLY)[0].pairing is None


def test_weekly_check_ins_keep_their_hour_when_the_clocks_change() -> None:
    """Sunday check-ins at 9:00 stay at 9:00 through 25 October 2026 and 28 March 2027."""
    sunday = programme(check_in=CheckIn(weekday=6, at=time(9), dialog="x"), breaks=())

    for now in (datetime(2026, 10, 10, tzinfo=UTC), datetime(2027, 3, 10, tzinfo=UTC)):
        planned = plan_check_ins(sunday, MENTEE, now)
        assert len(planned) == 5
        assert {local(each.due, RIGA).time() for each in planned} == {time(9)}
        assert len({each.due.hour for each in planned}) == 2


@pytest.mark.parametrize(
    ("last", "first"), [(None, "02-09"), (5, "02-16"), (4, "02-09"), (6, "02-16")]
)
def test_a_new_weekday_leaves_days_between_check_ins(last: int | None, first: str) -> None:
    """Mondays from now on: after Thursday or Friday only the next but one."""
    asked = replace(MENTEE, last_asked=date(2026, 2, last) if last else None)
    planned = plan_check_ins(
        PROGRAMME, asked, datetime(2026, 2, 7, tzinfo=UTC), rhythm=Rhythm(weekday=0)
    )

    assert walls(planned)[0] == f"2026-{first} 16:30"


@given(INSTANTS, ZONES, st.integers(0, 70))
def test_check_in_plans_repeat_exactly_and_keep_their_promises(
    now: datetime, zone: str, horizon: int
) -> None:
    """Weekly, on Fridays, in term, within the horizon, never at night; twice the same."""
    mentee = replace(MENTEE, zone=zone)
    planned = plan_check_ins(PROGRAMME, mentee, now, horizon_days=horizon)

    assert planned == plan_check_ins(PROGRAMME, mentee, now, horizon_days=horizon)
    for each in planned:
        here = local(each.due, zone)
        assert here.weekday() == 4
        assert PROGRAMME.semester_on(here.date())
        assert not PROGRAMME.break_on(here.date())
        assert now - timedelta(days=1) <= each.due <= now + timedelta(days=horizon + 1)


def test_two_weeks_of_silence_reach_the_mentor() -> None:
    """Fourteen days after the last sign, at 16:00, under a key that names that sign."""
    (silence,) = plan_silence(PROGRAMME, MENTEE, EARLY)

    assert walls((silence,)) == ["2026-02-16 16:00"]
    assert silence.key == "silence:3:2026-02-02"
    assert silence.why == {
        "rule": "silence",
        "days": 14,
        "last_sign": "2026-02-02",
        "does": "tell-mentor",
    }


def test_a_new_sign_moves_the_word_about_silence() -> None:
    """Whoever writes again has fourteen days from then on, under a new key."""
    (later,) = plan_silence(
        PROGRAMME, replace(MENTEE, last_sign=datetime(2026, 2, 10, tzinfo=UTC)), EARLY
    )

    assert later.key == "silence:3:2026-02-10"
    assert walls((later,)) == ["2026-02-24 16:00"]


@pytest.mark.parametrize(
    ("last_sign", "told"),
    [
        (date(2026, 3, 3), "2026-03-24 16:00"),
        (date(2026, 5, 20), "2026-09-04 16:00"),
        (date(2026, 5, 16), "2026-09-04 16:00"),
        (date(2026, 12, 10), "2027-01-05 16:00"),
        (date(2026, 12, 5), "2027-01-07 16:00"),
    ],
)
def test_silence_in_a_break_waits_until_people_are_back(last_sign: date, told: str) -> None:
    """Three days after the break, or after the semester has begun when a weekend lies between."""
    mentee = replace(MENTEE, last_sign=datetime.combine(last_sign, time(10), tzinfo=UTC))

    assert walls(plan_silence(PROGRAMME, mentee, EARLY)) == [told]


def test_one_break_after_another_is_waited_for_too() -> None:
    """Three days after the first break may lie in a second one."""
    follow_up = pause("more", date(2026, 3, 23), date(2026, 3, 27), mentoring=False)
    two = programme(breaks=(*PROGRAMME.breaks, follow_up))
    mentee = replace(MENTEE, last_sign=datetime(2026, 3, 3, tzinfo=UTC))

    assert walls(plan_silence(two, mentee, EARLY)) == ["2026-03-31 16:00"]


def test_there_is_nobody_to_tell_without_a_pairing() -> None:
    """Without a mentor, silence is for the coordinator's report."""
    assert plan_silence(PROGRAMME, replace(MENTEE, pairing=None), EARLY) == ()


def test_after_the_last_semester_silence_is_natural() -> None:
    """When the programme is over nobody has to answer any more."""
    gone = replace(MENTEE, last_sign=datetime(2027, 5, 25, tzinfo=UTC))

    assert plan_silence(PROGRAMME, gone, EARLY) == ()


def test_who_comes_back_gets_the_full_time_again() -> None:
    """A mentee who was away is silent only from the day of return on."""
    back = replace(MENTEE, active_since=datetime(2026, 4, 1, tzinfo=UTC))

    assert walls(plan_silence(PROGRAMME, back, EARLY)) == ["2026-04-15 16:00"]


def test_a_programme_without_semesters_still_notices_silence() -> None:
    """Semesters are optional; without them every day counts."""
    mentee = replace(MENTEE, last_sign=datetime(2030, 1, 1, tzinfo=UTC))

    assert plan_silence(programme(semesters=(), breaks=()), mentee, EARLY)


@given(INSTANTS, INSTANTS, ZONES)
def test_silence_plans_do_not_slide_with_the_clock(
    last_sign: datetime, now: datetime, zone: str
) -> None:
    """At most one, the same at any moment of deriving, in term, in waking hours."""
    mentee = replace(MENTEE, last_sign=last_sign, zone=zone)
    planned = plan_silence(PROGRAMME, mentee, now)

    assert planned == plan_silence(PROGRAMME, mentee, now + timedelta(days=3))
    for each in planned:
        here = local(each.due, zone)
        assert here.time() == time(16)
        assert PROGRAMME.semester_on(here.date())
        assert not PROGRAMME.break_on(here.date())
