"""The programme's calendar in one person's life: what of it is mentioned, and what is done."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from desk.visit import Visit, button
from dialogs.human import format_date
from mentoring.calendar import TO_BE_DONE, Anchors, Event
from mentoring.calendar_dates import calendar_dates
from mentoring.localtime import at, local
from mentoring.message import Button
from mentoring.views import EventView, mark
from store import journal, pairings, sessions
from store.occurrences import CANCELLED, EXPIRED, SNOOZED, Due
from store.pairings import Pairing
from store.work import Tx

DONE = "event_done"
DONE_KEPT = 200

COUNTS_DAYS = 14
"""A dialog finished so long before an event's day, or once it was spoken of, was meant for it."""


Done: TypeAlias = Mapping[str, date]
"""What somebody has done, by its mark, and the day they did it."""


def views(visit: Visit) -> list[EventView]:
    """One for each of the person's pairings, and one at least: the calendar has other dates too."""
    return views_and_done(visit)[0]


def views_and_done(visit: Visit) -> tuple[list[EventView], Done]:
    """With one look at what has happened in the person's life."""
    me = visit.person
    if me.consent_at is None or me.stopped_at is not None:
        return [], {}
    lives = _lives(visit)
    done = _done(visit, lives)
    marks = frozenset(done)
    found = [
        EventView(
            person=me.id,
            role=visit.part.role,
            pairing=pair.id if pair else None,
            zone=visit.zone,
            active_since=me.consent_at,
            anchors=anchors,
            done=marks,
        )
        for pair, anchors in lives
    ]
    return found, done


def read_ahead(tx: Tx, some: Collection[int], programme: str) -> None:
    """What `views_and_done` will ask of all of these people, with one statement for each table."""
    pairings.read_ahead(tx, some)
    pairings.read_mentees_ahead(tx, some, programme)
    sessions.read_finished_ahead(tx, some)
    journal.read_ahead(tx, some, DONE)


Lives: TypeAlias = Sequence[tuple[Pairing | None, Anchors]]
"""What has happened in each of a person's pairings, or without one."""


def _lives(visit: Visit) -> Lives:
    programme, me = visit.part.programme, visit.person
    pairs = pairings.of_mentee(visit.tx, me, programme, "active")
    pairs += pairings.of_mentor(visit.tx, me.id, programme, "active")
    finished = sessions.last_finished(visit.tx, me.id)
    answers = {name: local(at, visit.zone).date() for name, at in finished.items()}
    term = visit.programme.semester_on(visit.today)
    plain = Anchors(start=term.first if term else None, answers=answers)
    if not pairs:
        return [(None, plain)]
    since = (local(pair.created_at, visit.zone).date() for pair in pairs)
    return [(pair, replace(plain, pairing=day)) for pair, day in zip(pairs, since, strict=True)]


def _done(visit: Visit, lives: Lives) -> Done:
    entries = journal.read(visit.tx, visit.person, DONE, most=DONE_KEPT)
    said = {str(entry.data["mark"]): local(entry.at, visit.zone).date() for entry in entries}
    return {name: day for _, anchors in lives for name, day in _by_dialog(visit, anchors)} | said


def _by_dialog(visit: Visit, anchors: Anchors) -> Iterator[tuple[str, date]]:
    """Finishing an event's dialog is doing it, unless it was for another time long before."""
    asking = [event for event in visit.programme.events if event.dialog in anchors.answers]
    dates = calendar_dates(visit.programme, anchors) if asking else {}
    for event in asking:
        finished = anchors.answers[str(event.dialog)]
        ahead = timedelta(days=max(COUNTS_DAYS, *event.remind.before, 0))
        for day in dates[event.id]:
            if day - ahead <= finished:
                yield mark(event.id, day), finished


def find(visit: Visit, name: object) -> Event | None:
    return next((event for event in visit.programme.events if event.id == name), None)


def verdict(visit: Visit, due: Due) -> tuple[str, str] | None:
    """Why it is not to be said any more, if so: done, moved or gone, or its day has passed."""
    event, mine = find(visit, due.why.get("event")), views(visit)
    day = date.fromisoformat(str(due.why["date"]))
    if event is None:
        return CANCELLED, "no longer in the calendar"
    if any(mark(event.id, day) in view.done for view in mine):
        return CANCELLED, "done already"
    if not any(day in _dates(visit, view, event) for view in mine):
        return CANCELLED, "its day has moved"
    if visit.today > day and due.why.get("rule") != "late" and not _still_matters(event, due):
        return EXPIRED, "its day has passed"
    return None


def _dates(visit: Visit, view: EventView, event: Event) -> tuple[date, ...]:
    return calendar_dates(visit.programme, view.anchors)[event.id]


def _still_matters(event: Event, due: Due) -> bool:
    """Put off by its reader beyond its day: only what can still be done is worth a word."""
    return due.note == SNOOZED and event.kind in TO_BE_DONE


def line(visit: Visit, due: Due) -> str:
    """What it is and when, for a list."""
    event = find(visit, due.why.get("event"))
    title = event.title[visit.person.language] if event else ""
    today = due.why["date"] == visit.today.isoformat()
    return f"{title} – {visit.t('event-today') if today else _day(visit, due)}"


def _day(visit: Visit, due: Due) -> str:
    day = date.fromisoformat(str(due.why["date"]))
    return format_date(day, visit.person.language, visit.today)


def text(visit: Visit, due: Due) -> str:
    """The event's own words under its title, or ours where the programme has none."""
    event = find(visit, due.why.get("event"))
    if event is None:
        return ""
    rule = _rule(visit, due)
    said = visit.t(
        f"prompt-event-{rule}",
        title=event.title[visit.person.language],
        day=_day(visit, due),
        time=_hour(visit, event, due),
    )
    return "\n\n".join([said, event.text[visit.person.language]]) if event.text else said


def _hour(visit: Visit, event: Event, due: Due) -> str:
    """When it begins, where the programme is; and what the clock of somebody abroad says then."""
    if event.at is None:
        return ""
    there = visit.programme.zone
    begins = at(date.fromisoformat(str(due.why["date"])), event.at, there)
    time, here = (f"{one.hour}.{one.minute:02}" for one in (event.at, local(begins, visit.zone)))
    return visit.t("event-at" if time == here else "event-at-abroad", time=time, here=here)


def _rule(visit: Visit, due: Due) -> str:
    """Which words are true today: it may have been put off, or the button be an old one."""
    day = date.fromisoformat(str(due.why["date"]))
    if visit.today == day:
        return "on-day"
    return "before" if visit.today < day else "late"


def buttons(visit: Visit, due: Due) -> list[Button]:
    event = find(visit, due.why.get("event"))
    if event is None:
        return []
    found = []
    if event.dialog:
        found.append(button(visit.t("event-begin"), "dialog_start", dialog=event.dialog))
    if event.kind in TO_BE_DONE:
        date_ = str(due.why["date"])
        found.append(button(visit.t("event-done"), "event_done", event=event.id, date=date_))
    return found
