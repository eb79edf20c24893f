"""More time that was granted for dates of the calendar, in every life in which it moves something.

Also in the other half's: where the mentor reads the plan two days after it is due, and the mentee
got a week more for it, the mentor gets that week as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from desk.marks import Lives, Mark, Named
from desk.visit import Visit
from mentoring.calendar import Anchors, Moved, mark
from mentoring.calendar_dates import chain
from mentoring.localtime import local
from mentoring.programme import Programme
from store import extensions
from store.extensions import Granted

Given: TypeAlias = tuple[Mark, Moved]


def applied(visit: Visit, found: Lives) -> Lives:
    """The same lives with what was granted for a date of each, or for one that hangs on none; the
    last grant for a date goes."""
    given = [*_own(visit), *_of_the_others(visit, found)]
    if not given:
        return found
    moved: dict[int | None, dict[str, Moved]] = {pair.id if pair else None: {} for pair, _ in found}
    named = Named.of(visit.programme, found)
    for one, to in given:
        for life, each in named.by(one):
            moved[life][mark(one.event, each.meant)] = to
    return [
        (pair, replace(anchors, moved=moved[pair.id if pair else None])) for pair, anchors in found
    ]


def _own(visit: Visit) -> Iterator[Given]:
    for each in extensions.granted(visit.tx, visit.person.id, visit.part.programme):
        yield _given(visit, each)


def _given(visit: Visit, one: Granted) -> Given:
    said = local(one.decided_at, visit.zone).date()
    named = Mark(event=one.event, day=one.day, pairing=one.pairing, said=said)
    return named, Moved(to=one.new_due, since=one.decided_at)


def _of_the_others(visit: Visit, found: Lives) -> Iterator[Given]:
    """In each pairing, what the other half got for dates of theirs that others hang on here."""
    theirs = leading(visit.programme, visit.part.role)
    for pair, _ in found if theirs else ():
        if pair is not None:
            other = pair.mentee if pair.mentor == visit.person.id else pair.mentor
            for each in extensions.granted(visit.tx, other, visit.part.programme):
                if each.event in theirs and each.pairing in (None, pair.id):
                    named, to = _given(visit, each)
                    yield replace(named, pairing=pair.id), to


def leading(programme: Programme, role: str) -> frozenset[str]:
    """The events that are not this role's and on which some of this role's hang."""
    return frozenset(
        each.id
        for event in programme.events
        if role in event.roles
        for each in chain(programme, event.id)
        if role not in each.roles
    )


def is_shared(programme: Programme) -> bool:
    """Whether some date of one role hangs on one of another role's."""
    return any(leading(programme, role) for event in programme.events for role in event.roles)


def of_anybody(visit: Visit, lives: Lives, like: Mapping[int, int]) -> list[Anchors]:
    """One life for each date that somebody was granted: the first it stands in, with that date. By
    `like` each pairing is represented by one of those in `lives`."""
    named = Named.of(visit.programme, lives)
    anchors_of = {pair.id if pair else None: anchors for pair, anchors in lives}
    found: dict[tuple[Mark, date], Anchors] = {}
    for each in extensions.granted_by_anybody(visit.tx, visit.part.programme):
        one, to = _given(visit, each)
        if one.pairing is not None and one.pairing not in like:
            continue
        one = replace(one, pairing=like.get(one.pairing or 0), said=visit.today)
        if (one, to.to) not in found and (stands := next(named.by(one), None)) is not None:
            life, dated = stands
            moved = {mark(one.event, dated.meant): to}
            found[one, to.to] = replace(anchors_of[life], moved=moved)
    return [*found.values()]
