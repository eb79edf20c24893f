"""Plans somebody is told of though they are another's, and who is told of one's own."""

from collections.abc import Collection, Hashable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import product

from desk import events, more_time
from desk.marks import Lives
from desk.sides import paired_with
from desk.visit import Visit
from mentoring.calendar import Anchors, Event
from mentoring.localtime import local
from mentoring.views import EventView
from store import pairings, people
from store.pairings import Pairing


def views(visit: Visit) -> list[EventView]:
    """The plans this person is told of though they are somebody else's, as they are told."""
    told = [each for each in visit.programme.events if _is_told(visit, each)]
    since = events.joined(visit)
    if not told or since is None or visit.person.stopped_at is not None:
        return []
    roles = {role for event in told for role in event.roles}
    if visit.part.role == "coordinator":
        return list(_of_everybody(visit, since, roles))
    return [_as_told(visit, view, since) for _, view in events.concerned(visit, roles)]


def _is_told(visit: Visit, event: Event) -> bool:
    return visit.part.role in event.reminded and not events.is_own(visit, event)


def _as_told(visit: Visit, view: EventView, since: datetime) -> EventView:
    return replace(
        view,
        person=visit.person.id,
        zone=visit.zone,
        active_since=max(view.active_since, since),
        reader=visit.part.role,
    )


def _of_everybody(visit: Visit, since: datetime, roles: Collection[str]) -> Iterator[EventView]:
    """One view for each day on which pairs began or moved on, and one for each date that somebody
    was granted, instead of one for each person: a coordinator is told once of all. Who it concerns
    is looked at when it is told."""
    for role, anchors in product(sorted(roles), _lives(visit)):
        yield EventView(
            person=visit.person.id,
            role=role,
            pairing=None,
            zone=visit.zone,
            active_since=since,
            anchors=anchors,
            reader=visit.part.role,
        )


def _lives(visit: Visit) -> list[Anchors]:
    pairs = pairings.active(visit.tx, visit.part.programme)
    days = {pair.id: _days(visit, pair) for pair in pairs}
    first = {days[pair.id]: pair for pair in pairs}
    lives: Lives = [
        (None, Anchors()),
        *((pair, events.of_pair(visit, Anchors(), pair)) for pair in first.values()),
    ]
    like = {pair.id: first[days[pair.id]].id for pair in pairs}
    return [*(anchors for _, anchors in lives), *more_time.of_anybody(visit, lives, like)]


def _days(visit: Visit, pair: Pairing) -> Hashable:
    return (local(pair.created_at, visit.zone).date(), *sorted(pair.stages.items()))


def readers(visit: Visit) -> list[Visit]:
    """Those paired with this person who are told of what is this person's, or whose own hangs on
    it. Coordinators aren't among them: their plans don't rest on who has done what."""
    told = any({*event.reminded} - {*event.roles} for event in visit.programme.events)
    return paired_with(visit) if told or more_time.is_shared(visit.programme) else []


def coordinators(visit: Visit) -> list[Visit]:
    """Those who are told of what is everybody's, and when it is due."""
    told = any(
        "coordinator" in event.reminded and "coordinator" not in event.roles
        for event in visit.programme.events
    )
    some = people.with_role(visit.tx, visit.part.programme, "coordinator") if told else ()
    return [other for each in some if (other := visit.other(each)) is not None]
