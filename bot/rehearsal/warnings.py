"""What a coordinator should look at, found in the messages and dates of a rehearsal. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rehearsal import fitting
from bot.rehearsal.dates import Dated
from bot.rehearsal.told import Told
from mentoring.calendar import TO_BE_DONE, Event
from mentoring.localtime import at
from mentoring.programme import ROLES, SATURDAY, Programme

CROWDED, OFTEN, DAY_OFF, DONE, OVER, NOTHING = (
    *("crowded", "often", "day-off", "done"),
    *("over", "nothing"),
)
RULES = (CROWDED, OFTEN, DAY_OFF, DONE, OVER, NOTHING, *fitting.RULES)
SIX_WEEKS = 42
WEEK, MOST_IN_A_WEEK = timedelta(days=7), 4


@dataclass(frozen=True, kw_only=True)
class Warned:
    """One thing to look at; `count` is the rule's own measure (messages, days or units).

    `kinds` are those that met on one crowded day, `what` is a title, a label or the beginning of a
    text, and `off` says why a day is not one to be due on.
    """

    rule: str
    day: date
    who: str
    count: int = 1
    kinds: tuple[str, ...] = ()
    what: str = ""
    off: str = ""


@dataclass(frozen=True, kw_only=True)
class Played:
    """What is looked at. `done` says when a task was reported as done."""

    told: Sequence[Told]
    dates: Sequence[Dated]
    done: Mapping[int, datetime]
    first: date
    last: date
    language: str


def warnings(programme: Programme, played: Played) -> tuple[Warned, ...]:
    """By rule, then by day."""
    unasked = [each for each in played.told if each.unprompted]
    found = [
        *_crowded(unasked),
        *_often(unasked),
        *_day_off(programme, played.dates),
        *_about_done(unasked, played.done),
        *_over(programme, played, unasked),
        *_nothing(programme, played),
        *_too_long(played.told),
    ]
    return tuple(sorted(found, key=lambda each: (RULES.index(each.rule), each.day, each.who)))


def _crowded(unasked: Sequence[Told]) -> Iterator[Warned]:
    """Two by rule to one person on one day; the messages of one decision count once."""
    days: dict[tuple[date, str], dict[str, str]] = {}
    for each in unasked:
        days.setdefault((each.at.date(), each.to), {})[each.decision] = each.kind
    for (day, who), decisions in days.items():
        if len(decisions) > 1:
            kinds = tuple(sorted(decisions.values()))
            yield Warned(rule=CROWDED, day=day, who=who, count=len(kinds), kinds=kinds)


def _often(unasked: Sequence[Told]) -> Iterator[Warned]:
    """More than four to one person within seven days; a day is counted in one such week only."""
    heard: dict[str, dict[str, date]] = {}
    for each in unasked:
        heard.setdefault(each.to, {})[each.decision] = each.at.date()
    for who, decisions in heard.items():
        left = sorted(decisions.values())
        while left:
            within = [day for day in left if day < left[0] + WEEK]
            if len(within) > MOST_IN_A_WEEK:
                yield Warned(rule=OFTEN, day=left[0], who=who, count=len(within))
            left = left[len(within) if len(within) > MOST_IN_A_WEEK else 1 :]


def _day_off(programme: Programme, dates: Iterable[Dated]) -> Iterator[Warned]:
    for each in dates:
        if off := _off(programme, each):
            yield Warned(rule=DAY_OFF, day=each.day, who=each.who, what=each.what, off=off)


def _off(programme: Programme, dated: Dated) -> str:
    """Why nothing should be due on that day; empty where it may be, or is meant to be."""
    day, pause = dated.day, programme.break_on(dated.day)
    if pause is not None and not pause.mentoring and not dated.outside:
        return "break"
    if pause is None and programme.semester_on(day) is None and not dated.outside:
        return "outside"
    if day in programme.holidays:
        return "holiday"
    return "weekend" if day.weekday() >= SATURDAY else ""


def _about_done(unasked: Sequence[Told], done: Mapping[int, datetime]) -> Iterator[Warned]:
    for each in unasked:
        if any(task in done and done[task] < each.at for task in each.tasks):
            yield Warned(rule=DONE, day=each.at.date(), who=each.to)


def _over(programme: Programme, played: Played, unasked: Sequence[Told]) -> Iterator[Warned]:
    events = {event.id: event for event in programme.events}
    for each in unasked:
        for name, day in each.events:
            event = events.get(name)
            if event is not None and _is_over(programme, event, day, each.at):
                what = event.title[played.language]
                yield Warned(rule=OVER, day=each.at.date(), who=each.to, what=what)


def _is_over(programme: Programme, event: Event, day: date, told: datetime) -> bool:
    """Whether it had begun already, or its day had passed. What is to be done may be spoken of
    after its day, but not as if its hour were still to come."""
    if event.at is not None and (told.date() <= day or event.kind not in TO_BE_DONE):
        return told >= at(day, event.at, programme.zone)
    return event.kind not in TO_BE_DONE and told.date() > day


def _nothing(programme: Programme, played: Played) -> Iterator[Warned]:
    """Days outside of semesters are not counted: nobody expects anything then."""
    days = [played.first + timedelta(days=n) for n in range((played.last - played.first).days + 1)]
    for role in ROLES:
        heard = {each.at.date() for each in played.told if each.role == role}
        since: list[date] = []
        for day in [*days, None]:
            if day is None or day in heard:
                if len(since) >= SIX_WEEKS:
                    yield Warned(rule=NOTHING, day=since[0], who=role, count=len(since))
                since = []
            elif programme.semester_on(day) is not None:
                since.append(day)


def _too_long(told: Sequence[Told]) -> Iterator[Warned]:
    """Each text and each kind of button once, for whoever got it first."""
    seen: set[tuple[str, str]] = set()
    for each in told:
        for misfit in fitting.misfits(each.text, each.buttons):
            if (misfit.rule, misfit.same) not in seen:
                seen.add((misfit.rule, misfit.same))
                day, what = each.at.date(), misfit.what
                yield Warned(rule=misfit.rule, day=day, who=each.to, count=misfit.count, what=what)
