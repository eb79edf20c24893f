"""Personal lives: own hours, weekday, pause and pace, in what is planned."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.localtime import local
from mentoring.planning import MenteeView, TaskView, free_day, plan_check_ins, plan_task
from mentoring.programme import Quiet
from mentoring.rhythm import Pace, Rhythm, moment
from tests.mentoring.small_calendar import DAYS, HOLIDAYS, RHYTHMS, ZONES, days, keys, walls
from tests.mentoring.small_programme import PROGRAMME, RIGA, programme, reminding

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
MONDAY = datetime(2026, 2, 2, tzinfo=UTC)
WITH_HOLIDAYS = programme(holidays=HOLIDAYS)
DAY = date(2026, 3, 5)


def wall(rhythm: Rhythm, at: time = time(16)) -> str:
    found = moment(PROGRAMME, rhythm, DAY, at, RIGA)
    return f"{local(found, RIGA):%d %H:%M}"


def test_a_chosen_hour_takes_the_place_of_the_programmes() -> None:
    """Half past seven, if that is when one has time to read."""
    assert wall(Rhythm(hour=time(19, 30))) == "05 19:30"


def test_an_hour_in_the_quiet_is_no_choice() -> None:
    """The programme's promise of quiet evenings holds; then its own hour does."""
    assert wall(Rhythm(hour=time(22))) == "05 16:00"
    assert wall(Rhythm(hour=time(12), quiet=Quiet(start=time(11), end=time(13)))) == "05 16:00"


def test_ones_own_quiet_hours_come_on_top() -> None:
    """Training until six moves four o'clock to six; the programme's nights stay quiet."""
    assert wall(Rhythm(quiet=Quiet(start=time(15), end=time(18)))) == "05 18:00"
    assert wall(Rhythm(quiet=Quiet(start=time(23), end=time(6))), time(22)) == "05 08:00"


def test_what_would_come_after_midnight_comes_in_the_morning_before() -> None:
    """Whoever rests from three in the afternoon hears of today's date at nine today."""
    assert wall(Rhythm(quiet=Quiet(start=time(15), end=time(9)))) == "05 09:00"


def test_whoever_rests_all_day_is_not_silenced_for_ever() -> None:
    """Own hours that leave nothing of the day are taken for a slip."""
    assert wall(Rhythm(quiet=Quiet(start=time(7), end=time(22)))) == "05 16:00"


def test_a_tasks_owner_has_a_zone() -> None:
    """Four o'clock is meant where its owner lives; without a zone, in the programme's."""
    away = replace(TASK, zone="Asia/Tbilisi")

    assert plan_task(PROGRAMME, away, EARLY)[0].due.hour == 12
    assert plan_task(PROGRAMME, TASK, EARLY)[0].due.hour == 14


def test_back_from_a_pause_there_is_one_word_about_an_open_task() -> None:
    """Ill from the first to the tenth: the date has passed, so it is told as late, once."""
    found = plan_task(PROGRAMME, TASK, EARLY, rhythm=Rhythm(paused_until=date(2026, 3, 10)))

    assert walls(found) == ["2026-03-10 16:00", "2026-03-12 16:00"]
    assert keys(found) == ["task:7:2026-03-05:late:2", "task:7:2026-03-05:late:7"]
    assert found[0].why == {
        "rule": "late",
        "days": 5,
        "due": "2026-03-05",
        "moved": "pause",
        "meant": "2026-03-07",
    }


def test_a_pause_that_ends_before_the_date_moves_the_nudge() -> None:
    """Back a day before the date: one nudge, then the day itself."""
    found = plan_task(PROGRAMME, TASK, EARLY, rhythm=Rhythm(paused_until=date(2026, 3, 4)))

    assert [each.kind for each in found] == ["nudge", "due_today", "late", "late"]
    assert days(found)[0] == "2026-03-04"


def test_back_on_a_holiday_means_the_working_day_after() -> None:
    """A pause until Good Friday ends on Easter Tuesday for the assistant."""
    task, rhythm = replace(TASK, due=date(2026, 4, 1)), Rhythm(paused_until=date(2026, 4, 3))

    assert days(plan_task(WITH_HOLIDAYS, task, EARLY, rhythm=rhythm)) == [
        "2026-04-07",
        "2026-04-08",
    ]


def test_nobody_is_told_late_on_two_days_running_after_holidays() -> None:
    """What Easter moved to Tuesday gives way to Wednesday's word."""
    found = plan_task(WITH_HOLIDAYS, replace(TASK, due=date(2026, 4, 1)), EARLY)

    assert days(found) == ["2026-03-29", "2026-03-31", "2026-04-01", "2026-04-08"]


def test_a_closed_task_stays_closed_after_a_pause() -> None:
    """Nothing is caught up about what is done."""
    closed = replace(TASK, open=False)

    assert plan_task(PROGRAMME, closed, EARLY, rhythm=Rhythm(paused_until=DAY)) == ()


def test_reminders_avoid_holidays_but_weekends_are_no_holidays() -> None:
    """Due on Easter Monday: told on Saturday as ever, and on Thursday in place of the holidays."""
    found = plan_task(WITH_HOLIDAYS, replace(TASK, due=date(2026, 4, 6)), EARLY)

    assert days(found) == ["2026-04-02", "2026-04-05", "2026-04-08", "2026-04-13"]
    assert [each.kind for each in found] == ["nudge", "nudge", "late", "late"]


@pytest.mark.parametrize(
    ("pace", "kinds"),
    [("ahead", "nudge due_today late late"), ("not-begun", "nudge due_today late")],
)
def test_pace_leaves_reminders_out(pace: Pace, kinds: str) -> None:
    """The fast need no early word, the slow no second reproach."""
    found = plan_task(PROGRAMME, TASK, EARLY, rhythm=Rhythm(pace=pace))

    assert " ".join(each.kind for each in found) == kinds
    assert days(found)[0] == ("2026-03-04" if pace == "ahead" else "2026-03-02")


def test_check_ins_come_on_the_chosen_day_and_hour() -> None:
    """Tuesdays at six."""
    found = plan_check_ins(
        PROGRAMME, MENTEE, MONDAY, horizon_days=14, rhythm=Rhythm(weekday=1, hour=time(18))
    )

    assert walls(found) == ["2026-02-03 18:00", "2026-02-10 18:00"]


def test_nobody_is_asked_on_a_holiday() -> None:
    """Good Friday and the first of May are Fridays without a question."""
    april = datetime(2026, 3, 30, tzinfo=UTC)

    assert days(plan_check_ins(WITH_HOLIDAYS, MENTEE, april)) == [
        "2026-04-10",
        "2026-04-17",
        "2026-04-24",
    ]


def test_nobody_is_asked_in_a_pause() -> None:
    """The first question comes in the week of return."""
    back = Rhythm(paused_until=date(2026, 2, 14))

    assert days(plan_check_ins(PROGRAMME, MENTEE, MONDAY, 21, rhythm=back)) == ["2026-02-20"]


def test_a_check_in_makes_room_for_a_busy_day() -> None:
    """Friday has its message: Monday it is, but no later than that, and not in a pause."""
    friday, monday = date(2026, 2, 6), date(2026, 2, 9)

    assert free_day(PROGRAMME, friday) == monday
    assert free_day(PROGRAMME, friday, busy={monday}) is None
    assert free_day(PROGRAMME, friday, Rhythm(paused_until=date(2026, 2, 10))) is None


INSTANTS = st.datetimes(
    datetime(2026, 1, 5),  # noqa: DTZ001
    datetime(2027, 6, 30),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(DAYS, INSTANTS, RHYTHMS, ZONES, st.integers(0, 60_000))
def test_reminders_keep_their_promises_in_every_life(
    due: date, now: datetime, rhythm: Rhythm, zone: str, crowd: int
) -> None:
    """The same twice; one a day; not at night, in a pause, on a holiday or in a break."""
    task = replace(TASK, due=due, zone=zone)
    found = plan_task(WITH_HOLIDAYS, task, now, rhythm=rhythm, crowd=crowd)

    assert found == plan_task(WITH_HOLIDAYS, task, now, rhythm=rhythm, crowd=crowd)
    assert len(set(days(found, zone))) == len(found)
    for each in found:
        here = local(each.due, zone)
        allowed(here, rhythm)
        assert {"nudge": here.date() < due, "due_today": here.date() == due}.get(
            each.kind, here.date() > due
        )


@given(INSTANTS, RHYTHMS, ZONES, st.integers(0, 60_000))
def test_check_ins_keep_their_promises_in_every_life(
    now: datetime, rhythm: Rhythm, zone: str, crowd: int
) -> None:
    """The same twice, on school days or the chosen one."""
    mentee = replace(MENTEE, zone=zone)
    found = plan_check_ins(WITH_HOLIDAYS, mentee, now, rhythm=rhythm, crowd=crowd)

    assert found == plan_check_ins(WITH_HOLIDAYS, mentee, now, rhythm=rhythm, crowd=crowd)
    for each in found:
        here = local(each.due, zone)
        allowed(here, rhythm)
        assert WITH_HOLIDAYS.semester_on(here.date())


def allowed(here: datetime, rhythm: Rhythm) -> None:
    pause = WITH_HOLIDAYS.break_on(here.date())
    assert not WITH_HOLIDAYS.quiet.covers(here.time())
    assert not rhythm.paused_on(here.date())
    assert here.date() not in HOLIDAYS
    assert pause is None or pause.mentoring


@given(DAYS, INSTANTS, st.timedeltas(timedelta(0), timedelta(days=30)), RHYTHMS)
def test_as_time_passes_a_life_changes_no_plan(
    due: date, now: datetime, passed: timedelta, rhythm: Rhythm
) -> None:
    """Deriving later never invents or moves a reminder."""
    task = replace(TASK, due=due)
    before = plan_task(WITH_HOLIDAYS, task, now, rhythm=rhythm)
    after = plan_task(WITH_HOLIDAYS, task, now + passed, rhythm=rhythm)

    assert after == before[len(before) - len(after) :]


@pytest.mark.parametrize("zone", [RIGA, "Atlantic/Azores", "Asia/Tbilisi"])
@pytest.mark.parametrize("due", [date(2027, 3, 28), date(2026, 10, 25), date(2028, 2, 29)])
def test_an_hour_of_ones_own_stays_when_the_clocks_change(zone: str, due: date) -> None:
    """Half past seven before and after, in Riga, west and east of it, and on 29 February."""
    task = replace(TASK, due=due, zone=zone)
    found = plan_task(reminding(late=(1,)), task, EARLY, rhythm=Rhythm(hour=time(19, 30)))

    assert len(found) == 4
    assert {local(each.due, zone).time() for each in found} == {time(19, 30)}
