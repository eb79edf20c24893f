"""On which days something with a date is mentioned, before anybody looks at the clock.

Rules first give days around the date; a person's pace leaves some out; holidays and a pause move
the rest. Two that end up on one day become one, since nobody wants to read the same thing twice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Protocol, TypeAlias

from mentoring.programme import SATURDAY, Programme
from mentoring.rhythm import Pace, Rhythm

Moved: TypeAlias = Literal["", "holiday", "break", "weekend", "pause"]
Rule: TypeAlias = Literal["before", "on_day", "late"]

ONE_DAY = timedelta(days=1)

SEARCHED_DAYS = 366
"""How far a working day is looked for; a reminder moved by more than a year helps nobody."""


class Rules(Protocol):
    """Which days before and after a date are meant."""

    @property
    def before(self) -> tuple[int, ...]: ...
    @property
    def on_day(self) -> bool: ...
    @property
    def late(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, kw_only=True)
class Mention:
    """One day on which something with a date is mentioned.

    `tag` names the rule it comes from and stays when it is moved from `meant` to `day`; what is
    said, and why, follows from the day it really comes on.
    """

    due: date
    meant: date
    day: date
    tag: str
    moved: Moved = ""

    @property
    def rule(self) -> Rule:
        if self.day == self.due:
            return "on_day"
        return "before" if self.day < self.due else "late"

    @property
    def days(self) -> int:
        """Days between it and the date, in either direction."""
        return abs((self.due - self.day).days)

    @property
    def why(self) -> dict[str, str | int]:
        """Rule and days; where it was moved, also what for and the day it was meant for."""
        why: dict[str, str | int] = {"rule": self.rule, "days": self.days}
        return why | ({"moved": self.moved, "meant": self.meant.isoformat()} if self.moved else {})


def mentions(
    programme: Programme,
    rules: Rules,
    day: date,
    rhythm: Rhythm,
    *,
    lasting: bool = True,
    in_breaks: bool = False,
    at_weekends: bool = False,
) -> tuple[Mention, ...]:
    """The days on which something due on `day` is mentioned, in order, each at most once.

    `lasting` things still matter after their date, so one mention of them survives a pause;
    `in_breaks` ones are mentioned in breaks without mentoring, too, and those `at_weekends` also
    where the programme writes on school days only.
    """
    meant = _paced(tuple(_meant(rules, day)), rhythm.pace)
    placed = _apart(tuple(_off_days_off(programme, meant, in_breaks, at_weekends)))
    return _one_a_day(_after_pause(programme, placed, rhythm, lasting, in_breaks))


def _meant(rules: Rules, day: date) -> Iterator[Mention]:
    for days in rules.before:
        yield _mention(day, day - timedelta(days=days), f"before:{days}")
    if rules.on_day:
        yield _mention(day, day, "on_day")
    for days in rules.late:
        yield _mention(day, day + timedelta(days=days), f"late:{days}")


def _mention(day: date, meant: date, tag: str) -> Mention:
    return Mention(due=day, meant=meant, day=meant, tag=tag)


def _paced(meant: tuple[Mention, ...], pace: Pace) -> tuple[Mention, ...]:
    """Who races ahead needs only the last early word; who hasn't begun, the first of each kind.

    Time to begin is what helps the latter; a second "it's late" would only make it harder to.
    """
    if pace == "average":
        return meant
    before = sorted((each for each in meant if each.rule == "before"), key=lambda one: one.day)
    late = sorted((each for each in meant if each.rule == "late"), key=lambda one: one.day)
    dropped = before[:-1] if pace == "ahead" else before[1:] + late[1:]
    return tuple(each for each in meant if each not in dropped)


def _off_days_off(
    programme: Programme, meant: Iterable[Mention], in_breaks: bool, at_weekends: bool
) -> Iterator[Mention]:
    """Early ones go to the working day before, since a later one might be too late; late, after."""
    for each in meant:
        cause = day_off(programme, each.day, in_breaks) or (
            "" if at_weekends else weekend(programme, each.day)
        )
        if not cause:
            yield each
            continue
        step = ONE_DAY if each.rule == "late" else -ONE_DAY
        if (day := open_day(programme, each.day, step, in_breaks)) is not None:
            yield replace(each, day=day, moved=cause)


def _apart(placed: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A late word moved to the eve of another gives way to it: late on two days running nags."""
    late = {each.day for each in placed if each.rule == "late"}
    return tuple(
        each
        for each in placed
        if not (each.moved and each.rule == "late" and each.day + ONE_DAY in late)
    )


def day_off(programme: Programme, day: date, in_breaks: bool = False) -> Moved:
    """Why nothing is sent unprompted on that day; empty where it may be."""
    if day in programme.holidays:
        return "holiday"
    pause = programme.break_on(day)
    return "break" if pause and not pause.mentoring and not in_breaks else ""


def weekend(programme: Programme, day: date) -> Moved:
    """ "weekend" on a Saturday or Sunday of a programme that does not write on them."""
    return "weekend" if day.weekday() >= SATURDAY and not programme.window.weekend else ""


def open_day(
    programme: Programme, day: date, step: timedelta, in_breaks: bool = False
) -> date | None:
    """The nearest working day from the day on on which something may be sent, if there is one."""
    for _ in range(SEARCHED_DAYS):
        if programme.is_working_day(day) and not day_off(programme, day, in_breaks):
            return day
        day += step
    return None


def first_day(programme: Programme, day: date, in_breaks: bool = False) -> date | None:
    """The day itself, or the working day after the days off it falls into."""
    off = day_off(programme, day, in_breaks) or weekend(programme, day)
    return open_day(programme, day, ONE_DAY, in_breaks) if off else day


def _after_pause(
    programme: Programme,
    placed: tuple[Mention, ...],
    rhythm: Rhythm,
    lasting: bool,
    in_breaks: bool,
) -> Iterator[Mention]:
    """What fell into the pause is gone, but its newest comes as one word on the day of return."""
    missed = [each for each in placed if rhythm.paused_on(each.day)]
    yield from (each for each in placed if not rhythm.paused_on(each.day))
    if not missed or rhythm.paused_until is None:
        return
    newest = max(missed, key=lambda each: (each.day, each.meant))
    back = first_day(programme, rhythm.paused_until, in_breaks)
    if back is not None and (lasting or back <= newest.due):
        yield replace(newest, day=back, moved="pause")


def _one_a_day(placed: Iterable[Mention]) -> tuple[Mention, ...]:
    """Of several on one day the one that was meant for the latest speaks for all."""
    latest: dict[date, Mention] = {}
    for each in sorted(placed, key=lambda one: (one.meant, one.tag)):
        latest[each.day] = each
    return tuple(latest[day] for day in sorted(latest))
