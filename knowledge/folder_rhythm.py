"""Reads when the assistant writes and when it keeps quiet; the hours must fit each other."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import time
from typing import cast

from knowledge.folder_section import Section, did_you_mean
from mentoring.programme import (
    DAILY_ORDER,
    CheckIn,
    Daily,
    Decider,
    Does,
    Extensions,
    Quiet,
    Reminders,
    Rung,
    Silence,
    Window,
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ENDS_DAYS_MAX = 60
REMIND_DAYS_MAX = 60
SILENCE_DAYS_MAX = 180
AGAIN_DAYS_LEAST = 7
DAILY_LIMIT_MAX = 5
UNANSWERED = "unanswered"
EXTENSION_DAYS_MAX = 90

DECIDERS: tuple[Decider, ...] = ("mentor", "coordinator", "teacher")

MENTEE_STEPS: tuple[Does, ...] = ("other-question", "tell-mentor", "tell-coordinator")
MENTOR_STEPS: tuple[Does, ...] = ("ask-mentor", "tell-coordinator")


@dataclass(frozen=True, kw_only=True)
class Hours:
    """Quiet hours and sending window; with `sound` False nothing can be compared with them."""

    quiet: Quiet
    window: Window
    sound: bool


def read_hours(top: Section) -> Hours:
    quiet, quiet_sound = _quiet(top)
    window, window_sound = _window(top)
    hours = Hours(quiet=quiet, window=window, sound=quiet_sound and window_sound)
    if hours.sound and (quiet.covers(window.start) or quiet.covers(window.end)):
        what = f"the window {_span(window)} reaches into the quiet hours {_span(quiet)}"
        top.blame("window", what, "Move one of them.")
    return hours


def _span(hours: Quiet | Window) -> str:
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}"


def _quiet(top: Section) -> tuple[Quiet, bool]:
    section = top.section("quiet", "{start: 21:00, end: 08:00}")
    quiet = Quiet(start=section.wall("start"), end=section.wall("end"))
    section.close()
    return quiet, section.sound


def _window(top: Section) -> tuple[Window, bool]:
    section = top.section("window", "{start: 16:00, end: 18:00}")
    window = Window(
        start=section.wall("start"),
        end=section.wall("end"),
        weekend=section.yes_no("weekend") if section.has("weekend") else True,
    )
    if section.sound and window.start >= window.end:
        what = f"the window ends at {window.end:%H:%M}, not after its start {window.start:%H:%M}"
        section.blame("end", what, "Give it a later end; it can't go over midnight.")
    section.close()
    return window, section.sound


def _sending_time(section: Section, hours: Hours) -> time:
    """`at` of something sent unprompted: in the window, or people would be disturbed."""
    faults = section.fault_count
    at = section.wall("at")
    if section.absent or section.fault_count > faults or not hours.sound:
        return at
    if hours.quiet.covers(at):
        what = f"{at:%H:%M} lies in the quiet hours {_span(hours.quiet)}"
        section.blame("at", what, "Choose an hour of the day.")
    elif not hours.window.covers(at):
        what = f"{at:%H:%M} lies outside the window {_span(hours.window)}"
        section.blame("at", what, "Move it, or the window.")
    return at


def read_reminders(top: Section, hours: Hours) -> Reminders:
    section = top.section("reminders")
    reminders = Reminders(
        before=section.numbers("before", 1, REMIND_DAYS_MAX),
        on_day=section.yes_no("on_day"),
        late=section.numbers("late", 1, REMIND_DAYS_MAX),
        at=_sending_time(section, hours),
    )
    section.close()
    return reminders


def read_check_in(top: Section, hours: Hours, dialogs: Collection[str]) -> CheckIn:
    section = top.section("check_in", "{weekday: friday, at: 16:30, dialog: check-in}")
    dialog = section.word("dialog", "check-in")
    if dialog and dialog not in dialogs:
        what = f"there is no dialog '{dialog}', and no family of that name"
        section.blame("dialog", what, did_you_mean(dialog, dialogs))
    check_in = CheckIn(
        weekday=WEEKDAYS.index(section.choice("weekday", WEEKDAYS)),
        at=_sending_time(section, hours),
        dialog=dialog,
        ends_days_before=section.number("ends_days_before", 0, ENDS_DAYS_MAX)
        if section.has("ends_days_before")
        else 0,
    )
    section.close()
    return check_in


def read_silence(top: Section, hours: Hours) -> Silence:
    """A ladder of steps, or in short one number of days after which the mentor is told."""
    section = top.section("silence", "{mentor_after_days: 14, at: 16:00}")
    ladder = _ladder(section, "ladder", MENTEE_STEPS)
    silence = Silence(
        mentor_after_days=_mentor_after_days(section, ladder),
        at=_sending_time(section, hours),
        ladder=ladder,
        mentors=_ladder(section, "mentors", MENTOR_STEPS),
    )
    section.close()
    return silence


def _mentor_after_days(section: Section, ladder: Sequence[Rung]) -> int:
    if not section.has("ladder"):
        return section.number("mentor_after_days", 1, SILENCE_DAYS_MAX)
    if section.has("mentor_after_days"):
        what = f"{section.named('mentor_after_days')} and 'ladder' say the same"
        section.blame("mentor_after_days", what, "Delete it, and keep the ladder.")
    told = [rung.after_days for rung in ladder if rung.does == "tell-mentor"]
    return next(iter((*told, *(rung.after_days for rung in ladder))), 1)


def _ladder(section: Section, key: str, steps: Sequence[Does]) -> tuple[Rung, ...]:
    """Steps one after another, each once: two on one day, and the first had no time to help."""
    found: list[Rung] = []
    for inner in section.sections(key) if section.has(key) else ():
        days = inner.number("after_days", 1, SILENCE_DAYS_MAX)
        rung = Rung(
            after_days=days,
            does=cast(Does, inner.choice("does", steps)),
            again_days=_again_days(inner),
        )
        if inner.sound and found and rung.after_days <= found[-1].after_days:
            what = f"{inner.named('after_days')} is {days}, not after {found[-1].after_days}"
            inner.blame("after_days", what, "Order the steps by days, each later than the last.")
        if inner.sound and rung.does in {each.does for each in found}:
            what = f"the step '{rung.does}' is there twice"
            inner.blame("does", what, "Keep one of the two.")
        if found and found[-1].again_days:
            what = "only the last step can come again"
            inner.blame("does", what, "Move 'again_days' to the last step.")
        inner.close()
        found.append(rung)
    return tuple(found)


def _again_days(section: Section) -> int | None:
    if not section.has("again_days"):
        return None
    return section.number("again_days", AGAIN_DAYS_LEAST, SILENCE_DAYS_MAX)


def read_daily(top: Section) -> Daily:
    """Kinds that the order leaves out come after those it names, as they usually would; but nobody
    waits for an answer behind all else, only because their kind is newer than the folder."""
    if not top.has("daily"):
        return Daily()
    section = top.section("daily", "{limit: 1}")
    limit = section.number("limit", 1, DAILY_LIMIT_MAX, default=Daily.limit)
    named = section.words("order", "meeting, due_today") if section.has("order") else ()
    for kind in named:
        if kind not in DAILY_ORDER:
            what = f"{section.named('order')} can't hold '{kind}'"
            section.blame("order", what, did_you_mean(kind, DAILY_ORDER))
    if len(set(named)) < len(named):
        what = f"{section.named('order')} names something twice"
        section.blame("order", what, "Keep one of the two.")
    section.close()
    return Daily(limit=limit, order=tuple(dict.fromkeys((*_with_waiting(named), *DAILY_ORDER))))


def _with_waiting(named: Sequence[str]) -> tuple[str, ...]:
    """What is named, and those who wait for an answer in front of what they usually go before."""
    if not named or UNANSWERED in named:
        return tuple(named)
    later = DAILY_ORDER[DAILY_ORDER.index(UNANSWERED) :]
    place = next((n for n, kind in enumerate(named) if kind in later), len(named))
    return (*named[:place], UNANSWERED, *named[place:])


def read_extensions(top: Section) -> Extensions:
    """Who decides about more time; without `automatic_days` a human decides about every wish."""
    section = top.section("extensions", "{decides: mentor, suggest_days: [2, 4, 7]}")
    extensions = Extensions(
        decides=cast(Decider, section.choice("decides", DECIDERS)),
        suggest_days=section.numbers("suggest_days", 1, EXTENSION_DAYS_MAX),
        automatic_days=section.number("automatic_days", 0, EXTENSION_DAYS_MAX, default=0),
    )
    section.close()
    return extensions
