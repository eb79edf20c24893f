"""The reminders of what stands in the programme's calendar, for one person.

What has a date but no hour is mentioned like a task. What begins at an hour is mentioned an hour
before it on the day itself, whatever hour the person likes: afterwards it would be no use.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from mentoring.calendar import TO_BE_DONE, Event, Remind
from mentoring.calendar_dates import Dated, dated
from mentoring.localtime import at, local
from mentoring.mentions import ONE_DAY, Mention, mentions
from mentoring.occurrence import HORIZON_DAYS, STALE_AFTER, Occurrence, in_order
from mentoring.programme import Programme
from mentoring.rhythm import DEFAULT, Rhythm, moment, waking
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
) -> tuple[Occurrence, ...]:
    """The reminders of the coming days about all that isn't done, or missed by less than a day.

    A person with several pairings has a view and so a plan for each; equal keys mean one message.
    """
    today = local(now, view.zone).date()
    first, last = today - timedelta(days=DAYS_BACK), today + timedelta(days=horizon_days)
    planned: list[Occurrence] = []
    for event, each, mention in _mentions(programme, view, rhythm):
        if first <= mention.day <= last:
            found = _occurrences(programme, view, event, mention, rhythm, crowd)
            planned += (one for base, one in found if _is_news(view, event, each, mention, base))
    return in_order(each for each in planned if each.due >= now - STALE_AFTER)


def _mentions(
    programme: Programme, view: EventView, rhythm: Rhythm
) -> Iterator[tuple[Event, Dated, Mention]]:
    dates = dated(programme, view.anchors)
    for event in programme.events:
        for each in _open_dates(event, view, dates[event.id]):
            day = each.day
            rules = _rules(programme, event, view, day, rhythm)
            lasting = event.kind in TO_BE_DONE
            found = mentions(
                programme, rules, day, rhythm, lasting=lasting, in_breaks=event.outside
            )
            yield from ((event, each, mention) for mention in found)


def _open_dates(event: Event, view: EventView, dates: tuple[Dated, ...]) -> Iterator[Dated]:
    if view.role in event.reminded and event.id not in view.done:
        by_day = {each.day: each for each in dates}
        yield from (each for each in by_day.values() if mark(event.id, each.day) not in view.done)


def _is_news(view: EventView, event: Event, each: Dated, mention: Mention, base: datetime) -> bool:
    """Nothing of before a moved date was known; and no early word on the morrow of agreeing on it,
    while it is still in everybody's mind."""
    if each.since is None:
        return True
    morrow = local(each.since, view.zone).date() + ONE_DAY
    agreed = mark(event.id, each.meant) in view.anchors.moved
    fresh = agreed and mention.rule == "before" and mention.day <= morrow
    return base >= each.since and not fresh


def _rules(
    programme: Programme, event: Event, view: EventView, day: date, rhythm: Rhythm
) -> Remind:
    """Its own rules; where the hour before it is night, the day before takes over from the day."""
    rules = event.remind
    if not rules.on_day or event.at is None:
        return rules
    if _hour_before(programme, event, view, day, rhythm) is not None:
        return rules
    return Remind(before=tuple({*rules.before, 1}), late=rules.late)


def _hour_before(
    programme: Programme, event: Event, view: EventView, day: date, rhythm: Rhythm
) -> datetime | None:
    """The instant of the word on the day itself, or None where people sleep until it begins."""
    if event.at is None:
        return None
    begins = at(day, event.at, programme.zone)
    found = waking(programme, rhythm, begins - AHEAD_OF_HOUR, view.zone)
    return found if found < begins else None


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
    if base >= view.active_since:
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
        why=mention.why | {"event": event.id, "date": day, "what": event.kind},
    )
