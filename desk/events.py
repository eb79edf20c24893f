"""The programme's calendar in one person's life: what of it is mentioned, and what is done."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TypeAlias

from desk import more_time
from desk.marks import Lives, Mark, Named
from desk.sides import others_of, pairs_of
from desk.visit import Visit, button, short
from dialogs.human import format_date
from mentoring.calendar import ANSWER, TO_BE_DONE, Anchors, Event
from mentoring.calendar_dates import Dated, begins, calendar_dates, dated, root
from mentoring.localtime import at, local
from mentoring.message import Button
from mentoring.stages import reached
from mentoring.views import EventView
from mentoring.views import mark as mark
from store import extensions, finished, journal, pairings
from store.journal import Entry
from store.occurrences import CANCELLED, EXPIRED, SNOOZED, Due
from store.pairings import Pairing
from store.work import Tx

DONE = "event_done"
DONE_KEPT = 200

NAMES_SHOWN = 6

AT_LATEST = timedelta(minutes=30)
"""So long before it begins a thing is told even to somebody in the middle of a dialog."""

COUNTS_DAYS = 14
"""A dialog finished so long before an event's day, or once it was spoken of, was meant for it."""


Done: TypeAlias = Mapping[str, date]
"""What somebody has done, by its mark, and the day they did it."""


def views(visit: Visit) -> list[EventView]:
    """One for each of the person's pairings, and one at least: the calendar has other dates too."""
    return views_and_done(visit)[0]


def views_and_done(visit: Visit) -> tuple[list[EventView], Done]:
    """With one look at what has happened in the person's life."""
    me, since = visit.person, joined(visit)
    if since is None or me.stopped_at is not None:
        return [], {}
    each_life = lives(visit)
    done = _done(visit, each_life)
    marks = frozenset(done)
    found = [
        EventView(
            person=me.id,
            role=visit.part.role,
            pairing=pair.id if pair else None,
            zone=visit.zone,
            active_since=since,
            anchors=anchors,
            done=marks,
        )
        for pair, anchors in each_life
    ]
    return found, done


def read_ahead(tx: Tx, some: Collection[int], programme: str) -> None:
    """What `views_and_done` will ask of all of these people, with one statement for each table."""
    pairings.read_ahead(tx, some)
    pairings.read_mentees_ahead(tx, some, programme)
    finished.read_ahead(tx, some)
    journal.read_ahead(tx, some, DONE)
    both = {*some, *pairings.partners(tx, some, programme)}
    extensions.read_granted_ahead(tx, both, programme)


def joined(visit: Visit) -> datetime | None:
    """When the person agreed to take part, or got their part in this programme after that."""
    agreed = visit.person.consent_at
    return None if agreed is None else max(agreed, visit.part.created_at)


def lives(visit: Visit) -> Lives:
    since = joined(visit)
    start = local(since, visit.zone).date() if since else None
    plain = Anchors(start=start, answers=_answers(visit))
    found: Lives = [(pair, of_pair(visit, plain, pair)) for pair in pairs_of(visit)]
    return more_time.applied(visit, found or [(None, plain)])


def named_now(visit: Visit, event: Event, day: date) -> date | None:
    """The day an event is meant for now that was meant for this one before the folder changed."""
    one = Mark(event=event.id, day=day, pairing=None, said=visit.today)
    found = Named.of(visit.programme, lives(visit)).by(one)
    return min((each.meant for _, each in found), default=None)


def of_pair(visit: Visit, plain: Anchors, pair: Pairing) -> Anchors:
    day = local(pair.created_at, visit.zone).date()
    phases = reached(visit.programme.phases, pair.stages, day)
    return replace(plain, pairing=day, phases=phases)


def _answers(visit: Visit) -> dict[str, date]:
    """The day of the last answer to each dialog; to a family, that to the newest of its members."""
    last = finished.last_finished(visit.tx, visit.person.id)
    days = {name: local(at, visit.zone).date() for name, at in last.items()}
    for name, day in [*days.items()]:
        family = _family(visit, name)
        days[family] = max(day, days.get(family, day))
    return days


def _family(visit: Visit, name: str) -> str:
    """What a dialog is known by in the calendar: twenty check-ins are one there."""
    found = visit.loaded.dialogs.get(name)
    return found.family or name if found else name


def is_about(visit: Visit, event: Event, dialog: str) -> bool:
    """Whether the calendar says something of this dialog, or counts from its answer."""
    names = {dialog, _family(visit, dialog)}
    return event.dialog in names or event.when.to in {f"{ANSWER}{name}" for name in names}


def done_on(visit: Visit) -> Done:
    return _done(visit, lives(visit))


def _done(visit: Visit, found: Lives) -> Done:
    return dict(_by_dialog(visit, found)) | _said(visit, found)


def _said(visit: Visit, found: Lives) -> dict[str, date]:
    """What was done of a date is done wherever that date has moved to since, by more time or by
    another folder."""
    entries = journal.read(visit.tx, visit.person, DONE, most=DONE_KEPT)
    if not entries:
        return {}
    named, done = Named.of(visit.programme, found), dict[str, date]()
    for entry in entries:
        one = _mark_of(visit, entry)
        done |= {mark(one.event, each.day): one.said for _, each in named.by(one)}
    return done


def _mark_of(visit: Visit, entry: Entry) -> Mark:
    event, _, day = str(entry.data["mark"]).rpartition(":")
    said = local(entry.at, visit.zone).date()
    return Mark(
        event=event,
        day=date.fromisoformat(day),
        pairing=entry.data.get("pairing"),
        said=said,
        but=frozenset(entry.data.get("but", ())),
    )


def _by_dialog(visit: Visit, found: Lives) -> Iterator[tuple[str, date]]:
    """Finishing an event's dialog is doing it, unless it was for another time long before.

    A mentor of several may have to finish it for each of them, and a result doesn't tell for whom
    it was. So it is done only once there are as many results of that time as pairings that have it
    then: rather a word too many, which a tap on "done" ends, than one mentee forgotten.
    """
    known = found[0][1].answers
    asking = [event for event in visit.programme.events if event.dialog in known]
    dates = [dated(visit.programme, anchors) for _, anchors in found] if asking else []
    for_each = visit.part.role == "mentor" and len(found) > 1
    for event in asking:
        ahead = timedelta(days=max(COUNTS_DAYS, *event.remind.before, 0))
        ended = _finished(visit, event, every_time=for_each)
        for each in {one for life in dates for one in life[event.id]}:
            times = [day for day in ended if each.meant - ahead <= day]
            if len(times) >= (_having(event, each.meant, ahead, dates) if for_each else 1):
                yield mark(event.id, each.day), max(times)


Dates: TypeAlias = Mapping[str, Sequence[Dated]]


def _having(event: Event, day: date, ahead: timedelta, dates: Sequence[Dates]) -> int:
    """In how many lives the event has a date of about this time."""
    return sum(any(abs(one.meant - day) <= ahead for one in life[event.id]) for life in dates)


def _finished(visit: Visit, event: Event, *, every_time: bool) -> list[date]:
    """The days on which its dialog was finished, the last one or each; not what was finished before
    the answer from which its date is counted, nor that answer itself."""
    last = finished.last_finished(visit.tx, visit.person.id)
    named = partial(_answers_to, visit, last)
    times = [*named(event.dialog).values()]
    if every_time:
        times = finished.times_finished(visit.tx, visit.person.id, named(event.dialog))
    hangs_on = root(visit.programme, event.id)
    if hangs_on is not None and hangs_on.to.startswith(ANSWER):
        begun = named(hangs_on.to.removeprefix(ANSWER)).values()
        times = [each for each in times if all(each > one for one in begun)]
    return [local(each, visit.zone).date() for each in times]


def _answers_to(
    visit: Visit, last: Mapping[str, datetime], name: str | None
) -> dict[str, datetime]:
    """The last answers to a dialog, or to each of a family."""
    return {one: at for one, at in last.items() if name in (one, _family(visit, one))}


def find(visit: Visit, name: object) -> Event | None:
    return next((event for event in visit.programme.events if event.id == name), None)


def verdict(visit: Visit, due: Due) -> tuple[str, str] | None:
    """Why it is not to be said any more, if so: done, moved or gone, or its time has passed."""
    event, day = find(visit, due.why.get("event")), _date(due)
    if event is None:
        return CANCELLED, "no longer in the calendar"
    theirs = [view for view in _whose(visit, event) if day in _dates(visit, view, event)]
    if not theirs:
        return CANCELLED, "its day has moved"
    if all(mark(event.id, day) in view.done for view in theirs):
        return CANCELLED, "done already"
    if due.why.get("rule") == "late" or _still_matters(event, due):
        return None
    start = begins(visit.programme, event, day)
    if start is not None and visit.now >= start:
        return EXPIRED, "it has begun"
    return (EXPIRED, "its day has passed") if visit.today > day else None


def _date(due: Due) -> date:
    return date.fromisoformat(str(due.why["date"]))


def _whose(visit: Visit, event: Event) -> Iterator[EventView]:
    """Those by whom it is measured: its reader, or whose it is where that is somebody else."""
    if is_own(visit, event):
        yield from views(visit)
    else:
        yield from (view for _, view in concerned(visit, event.roles))


def is_own(visit: Visit, event: Event) -> bool:
    return visit.part.role in event.roles


def concerned(visit: Visit, roles: Collection[str]) -> Iterator[tuple[Visit, EventView]]:
    """Those of these roles of whose calendar this person is told: for a coordinator everybody, for
    others who they are paired with, by what happened in that pairing, and the coordinators."""
    for other, pair in others_of(visit, roles):
        for view in views(other) if other.part.role in roles else ():
            if pair is None or view.pairing == pair:
                yield other, view


def _names(visit: Visit, event: Event, day: date) -> dict[int, str]:
    """Whom it still concerns, by id, where that is not the reader."""
    return {
        other.person.id: other.person.name
        for other, view in concerned(visit, event.roles)
        if day in _dates(visit, view, event) and mark(event.id, day) not in view.done
    }


def about(visit: Visit, group: Sequence[Due]) -> int | None:
    """The one person a message about these speaks of, if it is one: it is erased with them."""
    found: set[int] = set()
    for due in group:
        event = find(visit, due.why.get("event")) if due.kind == "event" else None
        if event is not None and not is_own(visit, event):
            found.update(_names(visit, event, _date(due)))
    return found.pop() if len(found) == 1 else None


def _dates(visit: Visit, view: EventView, event: Event) -> tuple[date, ...]:
    """Theirs: for the roles it is for, and not from before they joined."""
    if view.role not in event.roles:
        return ()
    joined = local(view.active_since, view.zone).date()
    days = calendar_dates(visit.programme, view.anchors)[event.id]
    return tuple(day for day in days if day >= joined)


def _still_matters(event: Event, due: Due) -> bool:
    """Put off by its reader beyond its day: only what can still be done is worth a word."""
    return due.note == SNOOZED and event.kind in TO_BE_DONE


def line(visit: Visit, due: Due) -> str:
    """What it is and when, for a list."""
    event = find(visit, due.why.get("event"))
    title = event.title[visit.person.language] if event else ""
    today = due.why["date"] == visit.today.isoformat()
    day = visit.t("event-today") if today else _day(visit, due)
    said = f"{title} – {day}{_hour(visit, event, due) if event else ''}"
    if event is None or is_own(visit, event):
        return said
    return f"{said} ({_listed(visit, list(_names(visit, event, _date(due)).values()))})"


def _listed(visit: Visit, names: Sequence[str]) -> str:
    shown = sorted(names)[:NAMES_SHOWN]
    more = [visit.t("and-more", count=len(names) - len(shown))] if len(names) > len(shown) else []
    return " ".join([", ".join(shown), *more])


def _day(visit: Visit, due: Due) -> str:
    return format_date(_date(due), visit.person.language, visit.today)


def text(visit: Visit, due: Due, more: str = "") -> str:
    """The event's own words under its title, and `more` of ours between them. They speak to whose
    it is; others read who that is instead."""
    event = find(visit, due.why.get("event"))
    if event is None:
        return ""
    own, rule = is_own(visit, event), _rule(visit, due)
    said = visit.t(
        f"prompt-event-{rule}" if own or rule != "late" else "prompt-event-late-for",
        title=event.title[visit.person.language],
        day=_day(visit, due),
        time=_hour(visit, event, due),
    )
    if not own:
        return f"{said} {_for_whom(visit, event, due)}"
    said += more
    return "\n\n".join([said, event.text[visit.person.language]]) if event.text else said


def _for_whom(visit: Visit, event: Event, due: Due) -> str:
    names = list(_names(visit, event, _date(due)).values())
    if not names:
        return visit.t("event-for-nobody")
    key = "event-not-done" if event.kind in TO_BE_DONE else "event-for"
    return visit.t(key, names=_listed(visit, names))


def _hour(visit: Visit, event: Event, due: Due) -> str:
    """When it begins, where the programme is; and what the clock of somebody abroad says then."""
    if event.at is None:
        return ""
    start = at(_date(due), event.at, visit.programme.zone)
    time, here = (f"{one.hour}.{one.minute:02}" for one in (event.at, local(start, visit.zone)))
    return visit.t("event-at" if time == here else "event-at-abroad", time=time, here=here)


def _rule(visit: Visit, due: Due) -> str:
    """Which words are true today: it may have been put off, or the button be an old one."""
    day = _date(due)
    if visit.today == day:
        return "on-day"
    return "before" if visit.today < day else "late"


def buttons(visit: Visit, due: Due) -> list[Button]:
    event = find(visit, due.why.get("event"))
    if event is None:
        return []
    if not is_own(visit, event):
        return _cards(visit, event, due)
    found = []
    if event.dialog:
        found.append(button(visit.t("event-begin"), "dialog_start", dialog=event.dialog))
    if event.kind in TO_BE_DONE:
        date_ = str(due.why["date"])
        found.append(button(visit.t("event-done"), "event_done", event=event.id, date=date_))
        if may_ask_for_time(visit, event):
            found.append(button(visit.t("task-time"), "event_time", event=event.id, date=date_))
    return found


def _cards(visit: Visit, event: Event, due: Due) -> list[Button]:
    """What a mentor can do about somebody else's: look at how they are, and write."""
    if visit.part.role != "mentor":
        return []
    mine = {pair.mentee for pair in pairs_of(visit)}
    names = _names(visit, event, _date(due))
    shown = [(who, name) for who, name in names.items() if who in mine][:NAMES_SHOWN]
    return [button(short(name, 40), "mentee", mentee=who) for who, name in shown]


def may_wait(visit: Visit, event: Event, due: Due, until: datetime) -> datetime:
    """Until when it may wait for its reader to end a dialog; what begins soon is told in time."""
    start = begins(visit.programme, event, _date(due))
    if start is None or start <= visit.now:
        return until
    return min(until, start - AT_LATEST)


def may_ask_for_time(visit: Visit, event: Event) -> bool:
    """Whoever has to do it; not who is only reminded of what others have to do."""
    return event.kind in TO_BE_DONE and visit.part.role in event.roles
