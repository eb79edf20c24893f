"""What a coordinator is warned of, on planted messages."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from bot.rehearsal import fitting
from bot.rehearsal.dates import Dated
from bot.rehearsal.told import Told
from bot.rehearsal.warnings import Played, Warned, warnings
from mentoring.calendar import Event, EventKind, When
from mentoring.programme import Programme
from tests.desk.stage import PROGRAMME, programmes
from tests.mentoring.small_programme import BOTH

RIGA = ZoneInfo("Europe/Riga")
FIRST, LAST = date(2026, 1, 5), date(2026, 5, 29)
ROLES = ("mentee", "mentor", "coordinator")
_decisions = count(1)


def programme() -> Programme:
    return programmes()[PROGRAMME].programme


def told(wall: str, kind: str = "nudge", **more: object) -> Told:
    values = {
        "at": datetime.fromisoformat(wall).replace(tzinfo=RIGA),
        "to": "Elza",
        "role": "mentee",
        "kind": kind,
        "text": "Kā iet?",
        "why": "tāpēc",
        "decision": f"oc:{next(_decisions)}",
        **more,
    }
    return Told(**values)  # type: ignore[arg-type]


def found(
    rule: str,
    *messages: Told,
    done: dict[int, datetime] | None = None,
    dates: tuple[Dated, ...] = (),
    events: tuple[Event, ...] = (),
    last: date = LAST,
) -> list[Warned]:
    played = Played(
        told=messages, dates=dates, done=done or {}, first=FIRST, last=last, language="lv"
    )
    every = warnings(replace(programme(), events=events), played)
    return [each for each in every if each.rule == rule]


def test_two_by_rule_on_one_day() -> None:
    two = (told("2026-01-09T16:00"), told("2026-01-09T16:30", "check_in"))
    assert [(each.who, each.kinds) for each in found("crowded", *two)] == [
        ("Elza", ("check_in", "nudge"))
    ]


def test_replies_other_people_and_other_days_do_not_crowd() -> None:
    one = told("2026-01-09T16:00")
    assert not found("crowded", one, told("2026-01-09T16:30", "reply"))
    assert not found("crowded", one, told("2026-01-09T16:30", to="Anna"))
    assert not found("crowded", one, told("2026-01-10T16:00"))


def test_two_bubbles_of_one_decision_count_once() -> None:
    same = [told("2026-01-09T16:00", decision="oc:same") for _ in range(2)]
    assert not found("crowded", *same)


def test_whatever_nobody_asked_for_crowds() -> None:
    """An announcement and a word about silence as much as a reminder."""
    for kind in ("announcement", "silence", "mentor_silence", "unanswered", "event", "poll_nudge"):
        two = (told("2026-01-09T16:00"), told("2026-01-09T10:00", kind))
        assert [each.kinds for each in found("crowded", *two)] == [tuple(sorted(("nudge", kind)))]


def on_days(*days: int, **more: object) -> list[Told]:
    return [told(f"2026-01-{day:02}T16:00", **more) for day in days]  # type: ignore[arg-type]


def test_five_within_a_week() -> None:
    five = found("often", *on_days(5, 6, 7, 8, 11))
    assert [(each.day, each.who, each.count) for each in five] == [(FIRST, "Elza", 5)]


def test_four_within_a_week_and_the_next_on_the_eighth_day_are_not_too_many() -> None:
    assert not found("often", *on_days(5, 6, 7, 8, 12))
    assert not found("often", *on_days(5, 7, 9, 11, 13, 15, 17, 19))


def test_replies_and_the_parts_of_one_message_are_not_too_many() -> None:
    assert not found("often", *on_days(5, 6, 7, 8), *on_days(9, 9, kind="reply"))
    assert not found("often", *on_days(5, 6, 7, 8, 8, 8, decision="oc:same"))
    assert not found("often", *on_days(5, 6, 7), *on_days(8, 9, to="Anna"))


def test_a_long_stretch_is_named_week_by_week() -> None:
    every_day = found("often", *on_days(*range(5, 19)))
    assert [(each.day.day, each.count) for each in every_day] == [(5, 7), (12, 7)]


@pytest.mark.parametrize(
    ("day", "off"),
    [
        (date(2026, 10, 28), ""),  # autumn break, in which pairs may meet
        (date(2025, 12, 23), "break"),
        (date(2027, 6, 9), "outside"),
        (date(2026, 7, 1), "break"),
        (date(2026, 4, 6), "holiday"),
        (date(2026, 1, 10), "weekend"),
        (date(2026, 1, 12), ""),
    ],
)
def test_something_due_on_a_day_off(day: date, off: str) -> None:
    dated = Dated(day=day, what="Plāns", who="Elza")
    assert [each.off for each in found("day-off", dates=(dated,))] == [off] * bool(off)


def test_what_is_meant_to_be_outside_the_semesters_is_not_warned_of() -> None:
    """Unless even then it falls on a Sunday."""
    wednesday, sunday = date(2027, 6, 9), date(2026, 7, 5)
    camp = [Dated(day=day, what="Nometne", outside=True) for day in (wednesday, sunday)]
    assert [(each.day, each.off) for each in found("day-off", dates=(*camp,))] == [
        (sunday, "weekend")
    ]


def test_the_sending_day_is_not_the_due_day() -> None:
    """The planner sees to it when things are said; what they are about is for people to see to."""
    assert not found("day-off", told("2026-06-03T16:00"))


def test_reminder_of_something_done() -> None:
    done = {7: datetime(2026, 1, 8, 12, tzinfo=RIGA)}
    assert found("done", told("2026-01-09T16:00", "late", tasks=(7,)), done=done)
    assert not found("done", told("2026-01-08T09:00", "late", tasks=(7,)), done=done)
    assert not found("done", told("2026-01-09T16:00", "late", tasks=(8,)), done=done)


def test_something_done_among_others() -> None:
    """A list of three things, of which the last was done the day before."""
    done = {9: datetime(2026, 1, 8, 12, tzinfo=RIGA)}
    assert found("done", told("2026-01-09T16:00", "late", tasks=(7, 8, 9)), done=done)
    assert not found("done", told("2026-01-09T16:00", "reply", tasks=(9,)), done=done)


DAY = date(2026, 1, 14)


def planned(kind: EventKind, at: time | None = None) -> Event:
    return Event(id="e", kind=kind, title=BOTH, roles=("mentee",), when=When(day=DAY), at=at)


def over(wall: str, event: Event, kind: str = "event") -> list[Warned]:
    return found("over", told(wall, kind, events=(("e", DAY),)), events=(event,))


def test_a_reminder_after_its_event() -> None:
    """What is over is spoken of no more; what begins at an hour, not once it has begun."""
    assert [each.what for each in over("2026-01-15T09:00", planned("meeting"))] == [BOTH["lv"]]
    assert over("2026-01-14T15:00", planned("meeting", time(15)))
    assert over("2026-01-16T16:00", planned("event", time(15)))
    assert over("2026-01-14T15:30", planned("task", time(15)))


def test_a_reminder_before_or_on_its_day() -> None:
    assert not over("2026-01-14T20:00", planned("meeting"))
    assert not over("2026-01-14T14:59", planned("meeting", time(15)))
    assert not over("2026-01-13T16:00", planned("task", time(15)))


def test_what_is_still_to_be_done_may_be_spoken_of_after_its_day() -> None:
    assert not over("2026-01-16T16:00", planned("task"))
    assert not over("2026-01-16T16:00", planned("questionnaire", time(15)))


def test_an_answer_about_an_event_that_is_over_is_no_reminder() -> None:
    assert not over("2026-01-16T16:00", planned("meeting"), kind="reply")


def test_role_that_gets_nothing_for_six_weeks() -> None:
    last = FIRST + timedelta(days=42)
    heard = [told(f"2026-01-{day:02}T10:00", role=role) for day in (5, 20) for role in ROLES[:2]]
    alone = found("nothing", *heard, told("2026-01-05T10:00", role="coordinator"), last=last)
    assert [(each.who, each.count, each.day) for each in alone] == [
        ("coordinator", 42, FIRST + timedelta(days=1))
    ]


def test_summer_does_not_count_as_silence() -> None:
    every = [told("2026-05-29T10:00", role=role) for role in ROLES]
    after = date(2026, 8, 31)
    late = [each for each in found("nothing", *every, last=after) if each.day > LAST]
    assert late == []


def with_text(length: int, *buttons: str, do: str = "task") -> Told:
    named = tuple((each, do) for each in buttons)
    return told("2026-01-09T16:00", text="a" * length, buttons=named)


def test_text_is_measured_in_utf_16_units() -> None:
    assert not found("long", with_text(fitting.TEXT))
    smiling = told("2026-01-09T16:00", text="🙂" * (fitting.TEXT // 2) + "a")
    assert [each.count for each in found("long", smiling)] == [fitting.TEXT + 1]


def test_a_text_with_buttons_has_less_room() -> None:
    long = found("body", with_text(fitting.WITH_BUTTONS + 1, "Jā"))
    assert [each.what for each in long] == ["a" * 59 + "…"]
    assert not found("body", with_text(fitting.WITH_BUTTONS, "Jā"))
    assert not found("body", with_text(fitting.WITH_BUTTONS + 1))


def test_three_buttons_of_twenty_characters_fit() -> None:
    assert not found("label", with_text(5, *["a" * 20] * 3))
    assert [each.what for each in found("label", with_text(5, "b" * 21))] == ["b" * 21]


def test_more_buttons_are_rows_of_a_list() -> None:
    rows = ["a" * 24] * 4
    assert not found("label", with_text(5, *rows))
    assert not found("row", with_text(5, *rows))
    assert [each.what for each in found("row", with_text(5, "b" * 25, *rows))] == ["b" * 25]


def test_eleven_buttons_are_too_many() -> None:
    assert not found("rows", with_text(5, *"abcdefghij"))
    assert [each.count for each in found("rows", with_text(5, *"abcdefghijk"))] == [11]


def test_a_kind_of_button_is_named_once_and_the_programmes_words_each() -> None:
    """A date is as long tomorrow; the options of a question differ."""
    labels = ("b" * 21, "c" * 21)
    assert len(found("label", with_text(5, *labels), with_text(6, *labels))) == 1
    assert len(found("label", with_text(5, *labels, do="dialog"))) == 2
