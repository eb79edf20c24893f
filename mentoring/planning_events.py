"""The reminders of what stands in the programme's calendar, for one person.

What has a date but no hour is mentioned like a task. What begins at an hour is mentioned an hour
before it on the day itself, whatever hour the person likes: afterwards it would be no use.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from mentoring.calendar import TO_BE_DONE, Event, Remind
from mentoring.calendar_dates import Dated, begins, dated
from mentoring.localtime import local
from mentoring.mentions import ONE_DAY, Mention, mentions
from mentoring.occurrence import HORIZON_DAYS, STALE_AFTER, Occurrence, in_order
from mentoring.pace import Step, pace_for
from mentoring.programme import Programme
from mentoring.rhythm import DEFAULT, Pace, Rhythm, moment, waking
from mentoring.spreading import spread
from mentoring.views import EventView, mark

AHEAD_OF_HOUR = timedelta(hours=1)
"""How long before it begins a thing with an hour is mentioned on its day."""

DAYS_BACK = 2
"""Days before today whose reminder may still be to come, in whatever zone."""


def plan_events(
    programme: Programme,
    view: EventView,
    now: datetime,
    horizon_days: int = HORIZON_DAYS,
    *,
    rhythm: Rhythm = DEFAULT,
    crowd: int = 0,
    taken: Sequence[Step] = (),
) -> tuple[Occurrence, ...]:
    """The reminders of the coming days about all that isn't done, or missed by less than a day.

    A person with several pairings has a view and so a plan for each; equal keys mean one message.
    `taken` is all that has a date in the person's own plan: it tells how fast they go.
    """
    today = local(now, view.zone).date()
    first, last = today - timedelta(days=DAYS_BACK), today + timedelta(days=horizon_days)
    planned: list[Occurrence] = []
    for event, each, mention in _mentions(programme, view, rhythm, taken, first, last):
        if first <= mention.day <= last:
            found = _occurrences(programme, view, event, mention, rhythm, crowd)
            planned += (one for base, one in found if _is_news(view, event, each, mention, base))
    return in_order(each for each in planned if each.due >= now - STALE_AFTER)


def _mentions(
    programme: Programme,
    view: EventView,
    rhythm: Rhythm,
    taken: Sequence[Step],
    first: date,
    last: date,
) -> Iterator[tuple[Event, Dated, Mention]]:
    """Those of all dates that can be mentioned between these days, and perhaps of some others."""
    dates = dated(programme, view.anchors)
    for event in programme.events:
        from_day, to_day = _reach(programme, event, rhythm, first, last)
        for each in _open_dates(event, view, dates[event.id]):
            day = each.day
            if not from_day <= day <= to_day:
                continue
            rules = _rules(programme, event, view, day, rhythm)
            lasting = event.kind in TO_BE_DONE
            found = mentions(
                programme,
                rules,
                day,
                replace(rhythm, pace=_pace(event, view, each, rhythm, taken)),
                lasting=lasting,
                in_breaks=event.outside,
                at_weekends=event.at is not None,
            )
            yield from ((event, each, mention) for mention in found)


def _reach(
    programme: Programme, event: Event, rhythm: Rhythm, first: date, last: date
) -> tuple[date, date]:
    """What is due outside of these days is mentioned before `first` or after `last`, however many
    days off it is moved across. A pause may bring back what is due on any day."""
    if rhythm.paused_until is not None:
        return date.min, date.max
    off = programme.most_days_off
    lead, lag = max((*event.remind.before, 1)), max((*event.remind.late, 0))
    return first - timedelta(days=lag + off), last + timedelta(days=lead + off)


def _pace(
    event: Event, view: EventView, each: Dated, rhythm: Rhythm, taken: Sequence[Step]
) -> Pace:
    """Thinned is only what is the reader's to do: a meeting is as soon for the fast as for all.
    Where more time was granted, reminders were promised with it, and all of them come."""
    if event.kind not in TO_BE_DONE:
        return "average"
    theirs = view.role == "mentee" and view.role in event.roles
    measured = theirs and taken and not _is_agreed(view, event, each)
    return pace_for(event.remind.before, each.day, taken) if measured else rhythm.pace


def _is_agreed(view: EventView, event: Event, each: Dated) -> bool:
    """Whether the reader was given more time for this very date."""
    return mark(event.id, each.meant) in view.anchors.moved


def _open_dates(event: Event, view: EventView, dates: tuple[Dated, ...]) -> Iterator[Dated]:
    """What lay before somebody joined is not theirs, and so is never late either."""
    if not _concerns(event, view) or event.id in view.done:
        return
    joined = local(view.active_since, view.zone).date()
    for each in {each.day: each for each in dates}.values():
        if each.day >= joined and mark(event.id, each.day) not in view.done:
            yield each


def _concerns(event: Event, view: EventView) -> bool:
    """Whether it is theirs, and who would be told is reminded of it: of their own as themselves."""
    if view.role not in event.roles:
        return False
    reader = view.reader or view.role
    return reader in event.reminded and (view.reader is None or reader not in event.roles)


def _is_news(view: EventView, event: Event, each: Dated, mention: Mention, base: datetime) -> bool:
    """Nothing of before a moved date was known; and no early word on the morrow of agreeing on it,
    while it is still in everybody's mind."""
    if each.since is None:
        return True
    morrow = local(each.since, view.zone).date() + ONE_DAY
    fresh = mention.rule == "before" and mention.day <= morrow
    return base >= each.since and not (fresh and _is_agreed(view, event, each))


def _rules(
    programme: Programme, event: Event, view: EventView, day: date, rhythm: Rhythm
) -> Remind:
    """Its own rules; where the hour before it is night, the day before takes over from the day.

    Loading refuses a word after what is over by then; it is not sent either.
    """
    rules = event.remind
    if event.kind not in TO_BE_DONE:
        rules = replace(rules, late=())
    if not rules.on_day or event.at is None:
        return rules
    if _hour_before(programme, event, view, day, rhythm) is not None:
        return rules
    return replace(rules, before=tuple({*rules.before, 1}), on_day=False)


def _hour_before(
    programme: Programme, event: Event, view: EventView, day: date, rhythm: Rhythm
) -> datetime | None:
    """The instant of the word on the day itself, or None where people sleep until it begins."""
    start = begins(programme, event, day)
    if start is None:
        return None
    found = waking(programme, rhythm, start - AHEAD_OF_HOUR, view.zone)
    return found if found < start else None


def _occurrences(
    programme: Programme,
    view: EventView,
    event: Event,
    mention: Mention,
    rhythm: Rhythm,
    crowd: int,
) -> Iterator[tuple[datetime, Occurrence]]:
    """With the instant each is meant for, before it is spread."""
    base = moment(programme, rhythm, mention.day, programme.reminders.at, view.zone)
    due = spread(programme, view.person, mention.day, base, crowd, zone=view.zone, rhythm=rhythm)
    if mention.rule == "on_day" and event.at is not None:
        due = base = _hour_before(programme, event, view, mention.day, rhythm) or base
    start = begins(programme, event, mention.due)
    in_time = mention.rule == "late" or start is None or due < start
    if base >= view.active_since and in_time:
        yield base, _of_event(view, event, mention, due)


def _of_event(view: EventView, event: Event, mention: Mention, due: datetime) -> Occurrence:
    day = mention.due.isoformat()
    return Occurrence(
        key=f"event:{event.id}:{view.person}:{day}:{mention.tag}",
        kind="event",
        person=view.person,
        pairing=view.pairing,
        subject=None,
        due=due,
        why=mention.why | {"event": event.id, "date": day, "what": event.kind} | _hour(event),
    )


def _hour(event: Event) -> dict[str, str]:
    """By this the day's measure knows that it can't wait (`mentoring.digest.begins_today`)."""
    return {} if event.at is None else {"at": f"{event.at:%H:%M}"}
