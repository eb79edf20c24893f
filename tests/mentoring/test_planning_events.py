"""The reminders of what stands in the calendar."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.calendar import Anchors, Event, Remind, When
from mentoring.digest import begins_today
from mentoring.localtime import local
from mentoring.pace import Step
from mentoring.planning import Occurrence, plan_events
from mentoring.programme import Programme
from mentoring.rhythm import Rhythm
from mentoring.views import EventView, mark
from tests.mentoring import oracle
from tests.mentoring.small_calendar import (
    DAYS,
    EARLY,
    FAR,
    RHYTHMS,
    VIEW,
    ZONES,
    after,
    calendars,
    counted,
    days,
    event,
    keys,
    walls,
    with_events,
)
from tests.mentoring.small_programme import RIGA

LONG = 3000
"""Days ahead; wherever a date may get to."""

DAY_TWO = EARLY + timedelta(days=1)
THURSDAY = date(2026, 2, 12)
ONE = event("course", When(day=THURSDAY))
INSTANTS = st.datetimes(
    datetime(2026, 1, 5),  # noqa: DTZ001
    datetime(2027, 6, 30),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def planned(small: Programme, rhythm: Rhythm | None = None) -> tuple[Occurrence, ...]:
    return plan_events(small, VIEW, EARLY, FAR, rhythm=rhythm or Rhythm())


def test_an_event_is_mentioned_as_its_own_rules_say() -> None:
    """A week and a day before, on the day, two days late; the key names event, person and date."""
    found = planned(with_events(ONE))

    assert walls(found) == [
        "2026-02-05 16:00",
        "2026-02-11 16:00",
        "2026-02-12 16:00",
        "2026-02-14 16:00",
    ]
    assert keys(found)[0] == "event:course:1:2026-02-12:before:7"
    assert keys(found)[2] == "event:course:1:2026-02-12:on_day"
    assert {each.kind for each in found} == {"event"}


def test_an_event_can_explain_itself() -> None:
    """Rule, days, event and date are enough for a sentence."""
    assert planned(with_events(ONE))[0].why == {
        "rule": "before",
        "days": 7,
        "event": "course",
        "date": "2026-02-12",
        "what": "task",
    }


def test_only_the_roles_it_is_for_are_reminded() -> None:
    """A coordinator's event is none of the mentor's; `to` may name somebody else instead."""
    theirs = replace(ONE, roles=("mentee",))
    told = replace(theirs, remind=replace(ONE.remind, to=("mentor",)))

    assert planned(with_events(theirs)) == ()
    assert planned(with_events(told)) == ()
    assert len(plan_events(with_events(told), TOLD, EARLY, FAR)) == 4
    assert plan_events(with_events(theirs), TOLD, EARLY, FAR) == ()
    assert plan_events(with_events(told), replace(VIEW, role="mentee"), EARLY, FAR) == ()


TOLD = replace(VIEW, role="mentee", reader="mentor")
"""What is a mentee's, as their mentor is told of it."""


def test_who_is_told_of_anothers_thing_is_told_for_as_long_as_it_is_open() -> None:
    """Measured is whose it is, not who reads; what is both's is each one's own."""
    told = replace(ONE, roles=("mentee",), remind=replace(ONE.remind, to=("mentee", "mentor")))
    both = replace(told, roles=("mentee", "mentor"))
    done = frozenset({mark("course", THURSDAY)})

    assert plan_events(with_events(told), replace(TOLD, done=done), EARLY, FAR) == ()
    assert plan_events(with_events(told), replace(VIEW, role="mentee"), EARLY, FAR) != ()
    assert plan_events(with_events(both), TOLD, EARLY, FAR) == ()


def test_without_rules_it_only_stands_in_the_calendar() -> None:
    """Nobody is told of what needs no telling."""
    assert planned(with_events(replace(ONE, remind=Remind()))) == ()


def test_who_has_finished_gets_no_reminder() -> None:
    """For good by its id, or for one month by its date."""
    monthly = event("diary", When(each="last_school_day"), remind=Remind(on_day=True))
    small = with_events(ONE, monthly)
    view = replace(VIEW, done=frozenset({"course", mark("diary", date(2026, 1, 30))}))

    found = plan_events(small, view, EARLY, FAR)

    assert not [key for key in keys(found) if "course" in key]
    assert days(found)[:2] == ["2026-02-27", "2026-03-31"]


def test_what_was_before_somebody_joined_is_not_mentioned() -> None:
    """Joined on Wednesday evening, the reminder of that afternoon is past."""
    view = replace(VIEW, active_since=datetime(2026, 2, 11, 18, tzinfo=UTC))

    assert days(plan_events(with_events(ONE), view, EARLY, FAR)) == ["2026-02-12", "2026-02-14"]


def test_on_holidays_nothing_is_sent() -> None:
    """Good Friday's reminder comes on Thursday, what is late on Easter Monday on Tuesday."""
    small = with_events(event("it", When(day=date(2026, 4, 4)), remind=EVERY_DAY))
    found = planned(small)

    assert days(found) == ["2026-04-02", "2026-04-04", "2026-04-07"]
    assert [each.why["rule"] for each in found] == ["before", "on_day", "late"]
    assert (found[0].why["days"], found[2].why["days"]) == (2, 3)
    assert (found[0].why["moved"], found[0].why["meant"]) == ("holiday", "2026-04-03")


EVERY_DAY = Remind(before=(1,), on_day=True, late=(2,))


def test_the_day_itself_on_a_holiday_is_announced_before() -> None:
    """It says "tomorrow" then, and is said once where a reminder of the day before meets it."""
    found = planned(with_events(event("it", When(day=date(2026, 11, 18)), remind=EVERY_DAY)))

    assert days(found) == ["2026-11-17", "2026-11-20"]
    assert (found[0].why["rule"], found[0].why["days"]) == ("before", 1)


def test_in_a_break_without_mentoring_nothing_is_sent() -> None:
    """In the winter break nobody hears anything; in the spring break, when pairs meet, they do."""
    winter = planned(with_events(event("it", When(day=date(2026, 12, 28)), remind=EVERY_DAY)))
    spring = planned(with_events(event("it", When(day=date(2026, 3, 18)), remind=EVERY_DAY)))

    assert days(winter) == ["2026-12-18", "2027-01-04"]
    assert days(spring) == ["2026-03-17", "2026-03-18", "2026-03-20"]


def test_what_is_meant_for_the_summer_is_mentioned_in_summer() -> None:
    """A training in July is announced in July, not on the last day of May."""
    training = event("training", When(day=date(2026, 7, 10)), outside=True, remind=EVERY_DAY)

    assert days(planned(with_events(training))) == ["2026-07-09", "2026-07-10", "2026-07-12"]


def test_what_begins_at_an_hour_is_mentioned_an_hour_before() -> None:
    """At ten in Riga it is nine, and seven in the morning on the Azores is too early."""
    meeting = event("talk", When(day=THURSDAY), at=time(10), remind=Remind(on_day=True))
    away = replace(VIEW, zone="Atlantic/Azores")

    assert walls(planned(with_events(meeting))) == ["2026-02-12 09:00"]
    found = plan_events(with_events(meeting), away, EARLY, FAR)
    assert walls(found, "Atlantic/Azores") == ["2026-02-11 16:00"]
    assert (found[0].why["rule"], found[0].why["days"]) == ("before", 1)


@pytest.mark.parametrize("kind", ["module", "task", "questionnaire", "meeting", "event"])
def test_whatever_begins_at_an_hour_says_so_to_the_days_measure(kind: str) -> None:
    """On its own day it can't wait; the day before it is a reminder like any other."""
    fair = event("fair", When(day=THURSDAY), at=time(10), kind=kind, remind=EVERY_DAY)
    before, day, *late = planned(with_events(fair))

    assert day.why["at"] == "10:00"
    assert (begins_today(before.why), begins_today(day.why)) == (False, True)
    assert not any(begins_today(each.why) for each in late)


def test_nothing_is_said_that_has_begun_for_its_reader() -> None:
    """Four in the morning in Riga is six the evening before in Los Angeles; eight is too late."""
    early = event("it", When(day=THURSDAY), at=time(4), kind="event", remind=Remind(before=(1,)))
    away = replace(VIEW, zone="America/Los_Angeles")
    evening = Rhythm(hour=time(20))

    assert len(plan_events(with_events(early), away, EARLY, FAR)) == 1
    assert plan_events(with_events(early), away, EARLY, FAR, rhythm=evening) == ()


def test_back_on_the_day_after_it_has_begun_nobody_is_told() -> None:
    """It began before anybody is awake; the pause held back the word of the day before."""
    dawn = event("it", When(day=THURSDAY), at=time(7), kind="event", remind=Remind(before=(1,)))

    assert planned(with_events(dawn), Rhythm(paused_until=THURSDAY)) == ()


def test_what_is_over_is_never_late() -> None:
    """However it was written; a task still is."""
    for kind in ("module", "meeting", "event"):
        found = planned(with_events(replace(ONE, kind=kind)))
        assert days(found)[-1] == "2026-02-12"
    assert days(planned(with_events(ONE)))[-1] == "2026-02-14"


def test_what_lay_before_somebody_joined_is_not_late_either() -> None:
    """Joined on Friday, Thursday's task is none of theirs."""
    view = replace(VIEW, active_since=datetime(2026, 2, 13, 8, tzinfo=UTC))

    assert plan_events(with_events(ONE), view, EARLY, FAR) == ()


def test_a_meeting_is_announced_as_soon_as_people_wake() -> None:
    """At half past eight the hour before is quiet; eight o'clock is still in time."""
    meeting = event("talk", When(day=THURSDAY), at=time(8, 30), remind=Remind(on_day=True))

    assert walls(planned(with_events(meeting))) == ["2026-02-12 08:00"]


def test_a_pause_keeps_one_word_about_what_is_still_to_do() -> None:
    """Back after the date, the newest reminder comes as a late one; a meeting is simply over."""
    back = Rhythm(paused_until=date(2026, 2, 20))
    task, over = with_events(ONE), with_events(replace(ONE, kind="meeting"))
    (word,) = planned(task, back)

    assert walls((word,)) == ["2026-02-20 16:00"]
    assert (word.why["rule"], word.why["days"], word.why["moved"]) == ("late", 8, "pause")
    assert planned(over, back) == ()


def test_a_pause_that_ends_before_the_date_tells_of_it() -> None:
    """The reminder of the pause comes on the day of return, the others as ever."""
    found = planned(
        with_events(replace(ONE, kind="meeting")), Rhythm(paused_until=date(2026, 2, 9))
    )

    assert days(found) == ["2026-02-09", "2026-02-11", "2026-02-12"]
    assert (found[0].why["rule"], found[0].why["days"]) == ("before", 3)


@pytest.mark.parametrize(
    ("pace", "told"),
    [
        ("ahead", ["2026-02-11", "2026-02-12", "2026-02-14"]),
        ("not-begun", ["2026-02-05", "2026-02-12", "2026-02-14"]),
    ],
)
def test_neither_the_fast_nor_the_slow_are_nagged_like_the_average(
    pace: str, told: list[str]
) -> None:
    """Who is ahead needs the last word only, who hasn't begun needs time."""
    assert days(planned(with_events(ONE), Rhythm(pace=pace))) == told  # type: ignore[arg-type]


MENTEE = replace(VIEW, role="mentee")
MINE = replace(ONE, roles=("mentee",))
FAST = (
    Step(due=date(2026, 1, 20), done=date(2026, 1, 14)),
    Step(due=date(2026, 1, 30), done=date(2026, 1, 22)),
)
SLOW = (Step(due=date(2026, 1, 20)),)
WHOLE = ["2026-02-05", "2026-02-11", "2026-02-12", "2026-02-14"]


def told(one: Event, taken: tuple[Step, ...], view: EventView = MENTEE) -> list[str]:
    return days(plan_events(with_events(one), view, EARLY, FAR, taken=taken))


@pytest.mark.parametrize("kind", ["task", "questionnaire"])
def test_what_is_to_be_done_is_spoken_of_by_the_pace_of_its_first_reminder(kind: str) -> None:
    """Fast by 5 February: one early word; nothing begun by then: one of each kind."""
    one = replace(MINE, kind=kind)  # type: ignore[arg-type]
    late = replace(one, remind=replace(one.remind, late=(2, 5)))

    assert told(one, FAST) == WHOLE[1:]
    assert told(one, SLOW) == ["2026-02-05", "2026-02-12", "2026-02-14"]
    assert told(late, SLOW) == ["2026-02-05", "2026-02-12", "2026-02-14"]
    assert told(one, ()) == WHOLE


@pytest.mark.parametrize("kind", ["meeting", "event", "module"])
def test_a_meeting_is_announced_to_the_fast_and_the_slow_alike(kind: str) -> None:
    """Whatever one has done at home, the others wait at the same hour."""
    one = replace(MINE, kind=kind)  # type: ignore[arg-type]

    assert told(one, FAST) == told(one, SLOW) == WHOLE[:3]
    theirs = replace(one, roles=("mentor",))
    assert days(planned(with_events(theirs), Rhythm(pace="ahead"))) == WHOLE[:3]


def test_pace_is_a_mentees_own_and_about_their_own_things() -> None:
    """A mentor goes at no pace; of a mentor's task a mentee hears as often as was planned."""
    theirs = replace(ONE, remind=replace(ONE.remind, to=("mentee",)))

    assert told(theirs, FAST, replace(VIEW, reader="mentee")) == WHOLE
    assert told(ONE, FAST, VIEW) == WHOLE


def test_what_is_done_after_the_first_reminder_leaves_the_plan_as_it_was() -> None:
    """Derived again every night, it finds what it found before."""
    then = (*FAST, Step(due=date(2026, 2, 9), done=date(2026, 2, 9)))
    begun = (Step(due=date(2026, 1, 20), done=date(2026, 2, 6)),)

    assert told(MINE, then) == told(MINE, FAST)
    assert told(MINE, begun) == told(MINE, SLOW)


@pytest.mark.parametrize("zone", [RIGA, "Atlantic/Azores", "Asia/Tbilisi"])
@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2026, 10, 25)])
def test_four_in_the_afternoon_stays_four_when_the_clocks_change(zone: str, day: date) -> None:
    """In Riga, west and east of it, around both changes."""
    found = plan_events(
        with_events(event("it", When(day=day))), replace(VIEW, zone=zone), EARLY, FAR
    )

    assert len(found) == 4
    assert {local(each.due, zone).time() for each in found} == {time(16)}


@given(calendars(), RHYTHMS, ZONES, INSTANTS, st.integers(0, 60_000), st.randoms())
def test_plans_repeat_exactly_and_keep_their_promises(
    events: tuple[Event, ...],
    rhythm: Rhythm,
    zone: str,
    now: datetime,
    crowd: int,
    shuffling: random.Random,
) -> None:
    """The same whenever and in whatever order; never at night, in a pause, on a holiday, nor in a
    break unless that is meant."""
    mixed = list(events)
    shuffling.shuffle(mixed)
    view = replace(VIEW, zone=zone)
    small = with_events(*events)
    found = plan_events(small, view, now, rhythm=rhythm, crowd=crowd)

    assert found == plan_events(with_events(*mixed), view, now, rhythm=rhythm, crowd=crowd)
    assert len(set(keys(found))) == len(found)
    outside = {each.id for each in events if each.outside}
    for each in found:
        here = local(each.due, zone)
        assert now - timedelta(days=1) <= each.due
        assert not small.quiet.covers(here.time())
        assert not rhythm.paused_on(here.date())
        assert here.date() not in small.holidays
        pause = small.break_on(here.date())
        assert pause is None or pause.mentoring or each.why["event"] in outside


@given(calendars(), RHYTHMS, ZONES, INSTANTS)
def test_who_looks_a_fortnight_ahead_sees_what_who_looks_for_years_sees_of_it(
    events: tuple[Event, ...], rhythm: Rhythm, zone: str, now: datetime
) -> None:
    """What is due too far off to be mentioned yet is passed over early; across however many days
    off a reminder is moved, none is missed."""
    view, small = replace(VIEW, zone=zone), with_events(*events)
    near = {each.key: each for each in plan_events(small, view, now, 14, rhythm=rhythm)}
    far = {each.key: each for each in plan_events(small, view, now, LONG, rhythm=rhythm)}
    last = local(now, zone).date() + timedelta(days=14)

    assert near.items() <= far.items()
    assert {key for key, each in far.items() if local(each.due, zone).date() < last} <= set(near)


@given(calendars(), st.data())
def test_nothing_is_said_about_a_done_thing(events: tuple[Event, ...], data: st.DataObject) -> None:
    """Done is done, and takes nothing else with it."""
    small = with_events(*events)
    done = data.draw(st.sampled_from(events)).id
    without = plan_events(small, replace(VIEW, done=frozenset({done})), EARLY, FAR)

    assert without == tuple(
        each for each in plan_events(small, VIEW, EARLY, FAR) if each.why["event"] != done
    )


@given(counted(), DAYS, st.data())
def test_all_and_only_what_hangs_on_a_moved_date_is_planned_anew(
    events: tuple[Event, ...], day: date, data: st.DataObject
) -> None:
    """What has another day has all its messages anew; all other keys and instants stay, so nothing
    already told is told again."""
    moved = data.draw(st.sampled_from(events))
    others = tuple(replace(x, when=When(day=day)) if x is moved else x for x in events)
    was, now = oracle.days_of(events), oracle.days_of(others)
    kept = {each.id for each in events if was[each.id] == now[each.id]}

    def found(events: tuple[Event, ...]) -> dict[str, datetime]:
        plan = plan_events(with_events(*events, breaks=()), VIEW, DAY_TWO, LONG)
        return {each.key: each.due for each in plan}

    def of_kept(plan: dict[str, datetime]) -> dict[str, datetime]:
        return {key: due for key, due in plan.items() if key.split(":")[1] in kept}

    assert found(others) == oracle.plan(others, VIEW.zone, DAY_TWO, {})
    assert of_kept(found(events)) == of_kept(found(others))


def test_what_hangs_on_an_unknown_day_is_planned_when_it_is_known() -> None:
    """Without a pair nothing; with one, counted from its first day."""
    small = with_events(event("it", When(to="pairing", offset=7)), event("next", after("it", 7)))

    assert plan_events(small, replace(VIEW, anchors=Anchors()), EARLY, FAR) == ()
    assert len(planned(small)) == 8
