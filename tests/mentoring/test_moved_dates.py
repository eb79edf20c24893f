"""More time for a date of the calendar: it moves all that hangs on it, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.calendar import Anchors, Event, Moved, Remind, When, mark
from mentoring.calendar_dates import calendar_dates, dated
from mentoring.pace import Step
from mentoring.planning import EventView, plan_events
from mentoring.programme import Window
from tests.mentoring import oracle
from tests.mentoring.small_calendar import (
    EARLY,
    VIEW,
    ZONES,
    after,
    counted,
    days,
    event,
    keys,
    with_events,
)

FAR = 3000
LATER = st.integers(1, 60)
INSTANTS = st.datetimes(
    datetime(2026, 1, 6),  # noqa: DTZ001
    datetime(2027, 5, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
NOW = datetime(2026, 2, 2, 10, tzinfo=UTC)
CHAIN = (
    event("report", When(day=date(2026, 3, 5))),
    event("talk", replace(after("report", 3), unit="working_days")),
    event("thanks", after("talk", 1)),
    event("survey", When(day=date(2026, 3, 5))),
)


def view_with(
    events: tuple[Event, ...], granted: dict[str, date], since: datetime, zone: str = VIEW.zone
) -> EventView:
    """Whom each of these dates was granted to."""
    meant = oracle.days_of(events)
    moved = {mark(name, meant[name]): Moved(to=to, since=since) for name, to in granted.items()}
    return replace(VIEW, zone=zone, active_since=EARLY, anchors=Anchors(moved=moved))


@given(counted(), ZONES, INSTANTS, st.data())
def test_more_time_moves_all_and_only_what_hangs_on_it(
    events: tuple[Event, ...], zone: str, now: datetime, data: st.DataObject
) -> None:
    """The whole plan is the one an independent count of days gives: before, after a first grant,
    and after a second one for whatever else, also for what has moved with the first."""
    small, granted = with_events(*events, breaks=()), dict[str, date]()
    for _ in range(3):
        view = view_with(events, granted, now, zone)
        found = plan_events(small, view, now, FAR)
        assert {each.key: each.due for each in found} == oracle.plan(events, zone, now, granted)
        chosen = data.draw(st.sampled_from(events)).id
        base = oracle.days_of(events, granted.items())[chosen]
        granted[chosen] = base + timedelta(days=data.draw(LATER))


@given(counted(), INSTANTS, LATER, st.data())
def test_what_was_done_stays_done_wherever_its_date_goes(
    events: tuple[Event, ...], now: datetime, by: int, data: st.DataObject
) -> None:
    """The date it has now counts, and nothing else is taken for done."""
    root, done = (data.draw(st.sampled_from(events)).id for _ in range(2))
    granted = {root: oracle.days_of(events)[root] + timedelta(days=by)}
    day = oracle.days_of(events, granted.items())[done]
    view = replace(view_with(events, granted, now), done=frozenset({mark(done, day)}))

    found = plan_events(with_events(*events, breaks=()), view, now, FAR)

    wanted = oracle.plan(events, VIEW.zone, now, granted, done={done})
    assert {each.key: each.due for each in found} == wanted


def moved_dates(granted: dict[str, date]) -> dict[str, str]:
    found = calendar_dates(with_events(*CHAIN), view_with(CHAIN, granted, NOW).anchors)
    return {name: str(day) for name, (day,) in found.items()}


def test_a_chain_moves_by_working_days() -> None:
    """From Thursday to Monday: three working days later is Thursday instead of Tuesday."""
    assert moved_dates({}) == {
        "report": "2026-03-05",
        "talk": "2026-03-10",
        "thanks": "2026-03-11",
        "survey": "2026-03-05",
    }
    assert moved_dates({"report": date(2026, 3, 9)}) == {
        "report": "2026-03-09",
        "talk": "2026-03-12",
        "thanks": "2026-03-13",
        "survey": "2026-03-05",
    }


def test_a_day_granted_for_itself_stands_until_what_it_hangs_on_passes_it() -> None:
    """Nobody takes back a week that was given because something else moved by a day."""
    talk = {"talk": date(2026, 3, 20)}
    assert moved_dates(talk | {"report": date(2026, 3, 9)})["talk"] == "2026-03-20"
    assert moved_dates(talk | {"report": date(2026, 3, 19)})["talk"] == "2026-03-24"


def test_a_date_keeps_the_name_it_was_meant_by() -> None:
    """However it came to be on another day, it is known by the first one."""
    anchors = view_with(CHAIN, {"report": date(2026, 3, 9)}, NOW).anchors
    found = dated(with_events(*CHAIN), anchors)
    assert [(str(x.meant), str(x.day), x.since) for x in found["talk"]] == [
        ("2026-03-10", "2026-03-12", NOW)
    ]
    assert [(str(x.meant), x.since) for x in found["survey"]] == [("2026-03-05", None)]


def test_one_month_of_a_monthly_thing_moves_alone() -> None:
    """More time for February says nothing about March."""
    monthly = event("diary", When(each="day_of_month", number=10))
    moved = {"diary:2026-02-10": Moved(to=date(2026, 2, 20), since=NOW)}
    found = calendar_dates(with_events(monthly), Anchors(moved=moved))["diary"]
    assert [str(day) for day in found[:3]] == ["2026-01-10", "2026-02-20", "2026-03-10"]


def test_nothing_is_said_of_before_the_new_date_was_known() -> None:
    """A week before it was this morning: it isn't sent at noon, nor on the morrow of agreeing."""
    talk = event("talk", When(day=date(2026, 2, 3)))
    late_in_the_day = datetime(2026, 2, 2, 18, tzinfo=UTC)
    view = view_with((talk,), {"talk": date(2026, 2, 9)}, late_in_the_day)
    found = plan_events(with_events(talk), view, late_in_the_day, FAR)
    assert days(found) == ["2026-02-08", "2026-02-09", "2026-02-11"]
    assert all("2026-02-09" in key for key in keys(found))


BEGUN = datetime(2030, 4, 1, 18, tzinfo=UTC)
LONG_DUE = (Step(due=date(2030, 3, 1)),)
EARLY_TWICE = (
    Step(due=date(2030, 3, 1), done=date(2030, 2, 20)),
    Step(due=date(2030, 3, 8), done=date(2030, 2, 25)),
)


def told_after_a_grant(to: date, taken: tuple[Step, ...], *, weekend: bool = True) -> list[str]:
    """Of a mentee's task, due on Wednesday, 3 April 2030, for which more time was granted."""
    rules = Remind(before=(7, 3), on_day=True, late=(1, 4))
    task = event("report", When(day=date(2030, 4, 3)), roles=("mentee",), remind=rules)
    small = with_events(task, window=Window(start=time(16), end=time(18), weekend=weekend))
    view = replace(view_with((task,), {"report": to}, BEGUN), role="mentee")
    return days(plan_events(small, view, BEGUN, FAR, taken=taken))


@pytest.mark.parametrize("taken", [(), LONG_DUE, EARLY_TWICE])
def test_all_that_was_promised_with_more_time_comes(taken: tuple[Step, ...]) -> None:
    """Whoever asks has begun to think about it: nothing is left out for going slowly or fast, as
    with a task of one's own. The last late word is on Sunday, 14 April."""
    assert told_after_a_grant(date(2030, 4, 10), taken) == [
        "2030-04-03",
        "2030-04-07",
        "2030-04-10",
        "2030-04-11",
        "2030-04-14",
    ]


@pytest.mark.parametrize(
    ("to", "told"),
    [
        (date(2030, 4, 10), ["2030-04-03", "2030-04-05", "2030-04-10", "2030-04-11", "2030-04-15"]),
        (date(2030, 4, 11), ["2030-04-04", "2030-04-08", "2030-04-11", "2030-04-12", "2030-04-15"]),
        (date(2030, 4, 12), ["2030-04-05", "2030-04-09", "2030-04-12", "2030-04-16"]),
        (date(2030, 4, 13), ["2030-04-05", "2030-04-10", "2030-04-12", "2030-04-15", "2030-04-17"]),
    ],
)
def test_where_weekends_are_kept_a_late_word_waits_for_monday(to: date, told: list[str]) -> None:
    """It is only left out on the eve of another one about the same thing: late on two days running
    nags. Early words come on the Friday before."""
    assert told_after_a_grant(to, LONG_DUE, weekend=False) == told
