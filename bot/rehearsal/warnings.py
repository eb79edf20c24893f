"""What a coordinator should look at, found in the messages of a rehearsal. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rehearsal.told import Told
from mentoring.programme import ROLES, Programme

CROWDED, IN_BREAK, DONE, NOTHING, LONG = "crowded", "in-break", "done", "nothing", "long"
RULES = (CROWDED, IN_BREAK, DONE, NOTHING, LONG)
SIX_WEEKS = 42
TEXT_LIMIT = 4096
"""UTF-16 units in one message: Telegram's limit, and long for a chat anyway."""


@dataclass(frozen=True, kw_only=True)
class Warned:
    """One thing to look at; `count` is the rule's own measure (messages, days or units).

    `kinds` are those that met on one crowded day.
    """

    rule: str
    day: date
    who: str
    count: int
    kinds: tuple[str, ...] = ()


def warnings(
    programme: Programme,
    told: Sequence[Told],
    done: Mapping[int, datetime],
    first: date,
    last: date,
) -> tuple[Warned, ...]:
    """By rule, then by day. `done` says when a task was reported as done."""
    found = [
        *_crowded(told),
        *_in_break(programme, told),
        *_about_done(told, done),
        *_nothing(programme, told, first, last),
        *_long(told),
    ]
    return tuple(sorted(found, key=lambda each: (RULES.index(each.rule), each.day, each.who)))


def _crowded(told: Sequence[Told]) -> Iterator[Warned]:
    """Two by rule to one person on one day; the messages of one decision count once."""
    days: dict[tuple[date, str], dict[str, str]] = {}
    for each in told:
        if each.unprompted:
            days.setdefault((each.at.date(), each.to), {})[each.decision] = each.kind
    for (day, who), decisions in days.items():
        if len(decisions) > 1:
            kinds = tuple(sorted(decisions.values()))
            yield Warned(rule=CROWDED, day=day, who=who, count=len(kinds), kinds=kinds)


def _in_break(programme: Programme, told: Sequence[Told]) -> Iterator[Warned]:
    for each in told:
        pause = programme.break_on(each.at.date())
        if each.unprompted and pause is not None and not pause.mentoring:
            yield Warned(rule=IN_BREAK, day=each.at.date(), who=each.to, count=1)


def _about_done(told: Sequence[Told], done: Mapping[int, datetime]) -> Iterator[Warned]:
    for each in told:
        finished = done.get(each.task) if each.task is not None else None
        if each.unprompted and finished is not None and finished < each.at:
            yield Warned(rule=DONE, day=each.at.date(), who=each.to, count=1)


def _nothing(
    programme: Programme, told: Sequence[Told], first: date, last: date
) -> Iterator[Warned]:
    """Days outside of semesters are not counted: nobody expects anything then."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    for role in ROLES:
        heard = {each.at.date() for each in told if each.role == role}
        since: list[date] = []
        for day in [*days, None]:
            if day is None or day in heard:
                if len(since) >= SIX_WEEKS:
                    yield Warned(rule=NOTHING, day=since[0], who=role, count=len(since))
                since = []
            elif programme.semester_on(day) is not None:
                since.append(day)


def _long(told: Sequence[Told]) -> Iterator[Warned]:
    for each in told:
        units = len(each.text.encode("utf-16-le")) // 2
        if units > TEXT_LIMIT:
            yield Warned(rule=LONG, day=each.at.date(), who=each.to, count=units)
