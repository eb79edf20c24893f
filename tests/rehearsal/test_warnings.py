"""What a coordinator is warned of, on planted messages."""

from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.rehearsal.told import Told
from bot.rehearsal.warnings import TEXT_LIMIT, Warned, warnings
from mentoring.programme import Programme
from tests.desk.stage import PROGRAMME, programmes

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
    rule: str, *messages: Told, done: dict[int, datetime] | None = None, last: date = LAST
) -> list[Warned]:
    every = warnings(programme(), messages, done or {}, FIRST, last)
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


def test_something_in_a_break_without_mentoring() -> None:
    assert found("in-break", told("2026-06-03T16:00"))
    assert not found("in-break", told("2026-03-17T16:00"))
    assert not found("in-break", told("2026-06-03T16:00", "reply"))


def test_reminder_of_something_done() -> None:
    done = {7: datetime(2026, 1, 8, 12, tzinfo=RIGA)}
    assert found("done", told("2026-01-09T16:00", "late", task=7), done=done)
    assert not found("done", told("2026-01-08T09:00", "late", task=7), done=done)
    assert not found("done", told("2026-01-09T16:00", "late", task=8), done=done)


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


def test_text_is_measured_in_utf_16_units() -> None:
    assert not found("long", told("2026-01-09T16:00", text="a" * TEXT_LIMIT))
    assert found("long", told("2026-01-09T16:00", text="🙂" * (TEXT_LIMIT // 2) + "a"))
