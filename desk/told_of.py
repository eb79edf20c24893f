"""Plans somebody is told of though they are another's, and who is told of one's own."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import product

from desk import events
from desk.sides import paired_with
from desk.visit import Visit
from mentoring.calendar import Anchors, Event
from mentoring.localtime import local
from mentoring.views import EventView
from store import pairings


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
    """One view for each day on which pairs began or moved on, instead of one for each person: a
    coordinator is told once of all. Who it concerns is looked at when it is told."""
    pairs = pairings.active(visit.tx, visit.part.programme)
    days = {
        (local(pair.created_at, visit.zone).date(), *sorted(pair.stages.items())): pair
        for pair in pairs
    }
    lives = [Anchors(), *(events.of_pair(visit, Anchors(), pair) for pair in days.values())]
    for role, anchors in product(sorted(roles), lives):
        yield EventView(
            person=visit.person.id,
            role=role,
            pairing=None,
            zone=visit.zone,
            active_since=since,
            anchors=anchors,
            reader=visit.part.role,
        )


def readers(visit: Visit) -> list[Visit]:
    """Those paired with this person who are told of what is this person's. Coordinators aren't
    among them: their plans don't rest on who has done what."""
    told = any({*event.reminded} - {*event.roles} for event in visit.programme.events)
    return paired_with(visit) if told else []
