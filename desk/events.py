"""The programme's calendar in one person's life: what of it is mentioned, and what is done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from desk.visit import Visit, button
from dialogs.human import format_date
from mentoring.calendar import TO_BE_DONE, Anchors, Event, Moved
from mentoring.calendar_dates import calendar_dates, dated
from mentoring.localtime import at, local
from mentoring.message import Button
from mentoring.views import EventView
from mentoring.views import mark as mark
from store import extensions, journal, pairings, sessions
from store.extensions import Granted
from store.occurrences import CANCELLED, EXPIRED, SNOOZED, Due
from store.pairings import Pairing

DONE = "event_done"
DONE_KEPT = 200

COUNTS_DAYS = 14
"""A dialog finished so long before an event's day, or once it was spoken of, was meant for it."""


def views(visit: Visit) -> list[EventView]:
    """One for each of the person's pairings, and one at least: the calendar has other dates too."""
    me = visit.person
    if me.consent_at is None or me.stopped_at is not None:
        return []
    found = lives(visit)
    done = frozenset(_done(visit, found))
    return [
        EventView(
            person=me.id,
            role=visit.part.role,
            pairing=pair.id if pair else None,
            zone=visit.zone,
            active_since=me.consent_at,
            anchors=anchors,
            done=done,
        )
        for pair, anchors in found
    ]


Lives: TypeAlias = Sequence[tuple[Pairing | None, Anchors]]
"""What has happened in each of a person's pairings, or without one."""


def lives(visit: Visit) -> Lives:
    programme, me = visit.part.programme, visit.person
    pairs = pairings.of_mentee(visit.tx, me, programme, "active")
    pairs += pairings.of_mentor(visit.tx, me.id, programme, "active")
    finished = sessions.last_finished(visit.tx, me.id)
    answers = {name: local(at, visit.zone).date() for name, at in finished.items()}
    term = visit.programme.semester_on(visit.today)
    plain = Anchors(start=term.first if term else None, answers=answers)
    given = extensions.granted(visit.tx, me.id, programme)
    if not pairs:
        return [(None, replace(plain, moved=_moved(given, None)))]
    since = (local(pair.created_at, visit.zone).date() for pair in pairs)
    return [
        (pair, replace(plain, pairing=day, moved=_moved(given, pair.id)))
        for pair, day in zip(pairs, since, strict=True)
    ]


def _moved(given: Sequence[Granted], pairing: int | None) -> dict[str, Moved]:
    """More time that was granted for a date of this pairing, or for one that hangs on none."""
    return {
        mark(each.event, each.day): Moved(to=each.new_due, since=each.decided_at)
        for each in given
        if each.pairing in (None, pairing)
    }


def done_on(visit: Visit) -> dict[str, date]:
    """What this person has done, by its mark, and the day they did it."""
    return _done(visit, lives(visit))


def _done(visit: Visit, found: Lives) -> dict[str, date]:
    entries = journal.read(visit.tx, visit.person, DONE, most=DONE_KEPT)
    said = {str(entry.data["mark"]): local(entry.at, visit.zone).date() for entry in entries}
    by_dialog = {name: day for _, anchors in found for name, day in _by_dialog(visit, anchors)}
    return by_dialog | said | dict(_where_moved(visit, found, said))


def _where_moved(
    visit: Visit, found: Lives, said: Mapping[str, date]
) -> Iterator[tuple[str, date]]:
    """What was done of a date is done wherever that date has moved to since."""
    for _, anchors in found:
        for name, days in dated(visit.programme, anchors).items() if anchors.moved else ():
            for each in days:
                if (day := said.get(mark(name, each.meant))) is not None:
                    yield mark(name, each.day), day


def _by_dialog(visit: Visit, anchors: Anchors) -> Iterator[tuple[str, date]]:
    """Finishing an event's dialog is doing it, unless it was for another time long before."""
    asking = [event for event in visit.programme.events if event.dialog in anchors.answers]
    dates = dated(visit.programme, anchors) if asking else {}
    for event in asking:
        finished = anchors.answers[str(event.dialog)]
        ahead = timedelta(days=max(COUNTS_DAYS, *event.remind.before, 0))
        for each in dates[event.id]:
            if each.meant - ahead <= finished:
                yield mark(event.id, each.day), finished


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
        if may_ask_for_time(visit, event):
            found.append(button(visit.t("task-time"), "event_time", event=event.id, date=date_))
    return found


def may_ask_for_time(visit: Visit, event: Event) -> bool:
    """Whoever has to do it; not who is only reminded of what others have to do."""
    return event.kind in TO_BE_DONE and visit.part.role in event.roles
