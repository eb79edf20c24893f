"""The programme's calendar in one person's life: what of it is mentioned, and what is done."""

from datetime import date

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

DONE = "event_done"
DONE_KEPT = 200


def views(visit: Visit) -> list[EventView]:
    """One for each of the person's pairings, and one at least: the calendar has other dates too."""
    programme, me = visit.part.programme, visit.person
    if me.consent_at is None or me.stopped_at is not None:
        return []
    pairs = pairings.of_mentee(visit.tx, me, programme, "active")
    pairs += pairings.of_mentor(visit.tx, me.id, programme, "active")
    done = _done(visit)
    found = []
    each: list[Pairing | None] = [*pairs] or [None]
    for pair in each:
        since = local(pair.created_at, visit.zone).date() if pair else None
        found.append(
            EventView(
                person=me.id,
                role=visit.part.role,
                pairing=pair.id if pair else None,
                zone=visit.zone,
                active_since=me.consent_at,
                anchors=_anchors(visit, since),
                done=done,
            )
        )
    return found


def _anchors(visit: Visit, pairing: date | None) -> Anchors:
    term = visit.programme.semester_on(visit.today)
    answers = sessions.last_results(visit.tx, visit.person.id)
    return Anchors(
        start=term.first if term else None,
        pairing=pairing,
        answers={name: local(at, visit.zone).date() for name, at in answers.items()},
    )


def _done(visit: Visit) -> frozenset[str]:
    return frozenset(done_on(visit))


def done_on(visit: Visit) -> dict[str, date]:
    """What this person has done, by event or by its mark, and the day they did it."""
    entries = journal.read(visit.tx, visit.person, DONE, most=DONE_KEPT)
    said = {str(entry.data["mark"]): local(entry.at, visit.zone).date() for entry in entries}
    return _by_dialog(visit) | said


def _by_dialog(visit: Visit) -> dict[str, date]:
    """Finishing an event's dialog shortly before or after its date is doing it."""
    answers = sessions.last_results(visit.tx, visit.person.id)
    found = {}
    for event in visit.programme.events:
        if event.dialog in answers:
            day = local(answers[event.dialog], visit.zone).date()
            found[event.id if event.when.each is None else mark(event.id, day)] = day
    return found


def find(visit: Visit, name: object) -> Event | None:
    return next((event for event in visit.programme.events if event.id == name), None)


def verdict(visit: Visit, due: Due) -> tuple[str, str] | None:
    """Why it is not to be said any more, if so: done, moved or gone, or its day has passed."""
    event = find(visit, due.why.get("event"))
    done = _done(visit)
    day = date.fromisoformat(str(due.why["date"]))
    if event is None:
        return CANCELLED, "no longer in the calendar"
    if event.id in done or mark(event.id, day) in done:
        return CANCELLED, "done already"
    if not any(day in _dates(visit, view, event) for view in views(visit)):
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
    return f"{title} – {_day(visit, due)}"


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
