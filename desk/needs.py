"""Who needs a coordinator's attention, since when and why."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal, TypeAlias

from desk import chores, deadlines, events, extending, support
from desk.ladders import days_silent
from desk.rhythm import rhythm_of
from desk.visit import Visit
from mentoring.localtime import at
from store import extensions, pairings, people, tasks, tickets
from store.extensions import Extension

Kind: TypeAlias = Literal[
    "alarm", "question", "extension", "lost", "silent", "silent-mentor", "alone"
]
URGENCY: tuple[Kind, ...] = (
    *("alarm", "lost", "question", "extension", "silent", "silent-mentor", "alone"),
)
"""Danger first; then whoever does not hear us or waits for us; then those who are quiet."""

LONG_ALONE = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class Need:
    """One thing to be looked after. `subject` is a ticket, a request or the person themselves.

    `grade` rises when it gets worse, so that what was put off comes back then. `days` are those of
    a silence, which are not all since then. `also` is what else is to be said of the same person,
    and less urgent.
    """

    kind: Kind
    who: Visit
    since: datetime
    subject: int
    grade: int = 0
    days: int | None = None
    also: "Need | None" = None

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.subject}"

    def goes_by(self, key: str) -> bool:
        """Its own key, or that of what has been joined to it."""
        return self.key == key or (self.also is not None and self.also.key == key)


def all_of(visit: Visit) -> list[Need]:
    """Of the coordinator's programme, the most urgent first, then the oldest."""
    with visit.tx.gathering():
        found = [need for gather in dict.fromkeys(_GATHER.values()) for need in gather(visit)]
    return sorted(found, key=lambda need: (URGENCY.index(need.kind), need.since))


def find(visit: Visit, key: str) -> Need | None:
    """One of them as it is now; None where it is over."""
    gather = _GATHER.get(key.partition(":")[0])
    with visit.tx.gathering():
        found = gather(visit) if gather else ()
        return next((need for need in found if need.goes_by(key)), None)


def _read_ahead(visit: Visit, some: Collection[int]) -> None:
    """These people, for `Visit.other`: there may be thousands."""
    people.read_ahead(visit.tx, {(person, visit.part.programme) for person in some})


def _tickets(visit: Visit) -> Iterator[Need]:
    """A call for help is the mentor's, until the answer is overdue."""
    waiting = tickets.waiting_since(visit.tx, visit.part.programme)
    _read_ahead(visit, {each.person for each in waiting})
    _read_mentors_ahead(visit, {each.person for each in waiting if each.kind == "help"})
    for each in waiting:
        if (who := visit.other(each.person)) is None:
            continue
        late = visit.now > support.answer_by(visit.programme, each.created_at)
        if each.kind == "help" and not late and chores.helper(who, "mentor") is not None:
            continue
        yield Need(
            kind="alarm" if each.kind == "safety" else "question",
            who=who,
            since=each.created_at,
            subject=each.id,
            grade=int(late),
        )


def _read_mentors_ahead(visit: Visit, mentees: Collection[int]) -> None:
    tx, programme = visit.tx, visit.part.programme
    pairings.read_mentees_ahead(tx, mentees, programme)
    pairs = [
        pair
        for who in map(visit.other, mentees)
        if who
        for pair in pairings.of_mentee(tx, who.person, programme, "active")
    ]
    _read_ahead(visit, {pair.mentor for pair in pairs})


def _extensions(visit: Visit) -> Iterator[Need]:
    for who, found in _undecided(visit):
        about = deadlines.of_request(who, found)
        if about and about.open:
            late = found.old_due < visit.today
            yield Need(
                kind="extension",
                who=who,
                since=found.asked_at,
                subject=found.id,
                grade=int(late),
            )


def _undecided(visit: Visit) -> list[tuple[Visit, Extension]]:
    """With all that their deadlines will be looked up in."""
    tx, programme = visit.tx, visit.part.programme
    until = visit.now - extending.DECIDED_WITHIN
    asked = [(one, request) for request, one in extensions.undecided(tx, programme, until)]
    _read_ahead(visit, {one for one, _request in asked})
    extensions.read_ahead(tx, asked)
    found = [
        (who, request)
        for one, number in asked
        if (who := visit.other(one)) and (request := extensions.find(tx, who.person, number))
    ]
    tasks.read_ahead(tx, {(each.person, each.task) for _, each in found if each.task is not None})
    dated = {each.person for _, each in found if each.task is None}
    if dated:
        events.read_ahead(tx, dated, programme)
    return found


def _lost(visit: Visit) -> Iterator[Need]:
    found = people.unreachable(visit.tx, visit.part.programme)
    _read_ahead(visit, {person for person, _since in found})
    for person, since in found:
        who = visit.other(person)
        if who is not None and person != visit.person.id:
            yield Need(kind="lost", who=who, since=since, subject=person)


def _quiet(visit: Visit, role: str, after: int) -> Iterator[tuple[Visit, datetime, int]]:
    """Who gave no sign for so many days, when the last one came, and for how many. Who is away is
    left out, and the holidays are nobody's silence."""
    before = at(visit.today - timedelta(days=after - 1), time.min, visit.zone)
    found = people.quiet(visit.tx, visit.part.programme, role, before)
    _read_ahead(visit, found)
    for who in map(visit.other, found):
        last = who.person.last_sign_at if who else None
        if who and last and not rhythm_of(who.person).paused_on(who.today):
            days = days_silent(who)
            if days >= after:
                yield who, last, days


def _silent(visit: Visit) -> Iterator[Need]:
    """Each further step of the ladder makes it worse, and as many days once more."""
    silence = visit.programme.silence
    after = silence.mentor_after_days
    for who, since, days in _quiet(visit, "mentee", after):
        yield Need(
            kind="silent",
            who=who,
            since=since,
            subject=who.person.id,
            grade=sum(rung.after_days <= days for rung in silence.rungs) + days // after,
            days=days,
        )


def _silent_mentors(visit: Visit) -> Iterator[Need]:
    """Of those who have somebody to mentor, once the programme would tell a coordinator."""
    rungs = visit.programme.silence.mentors
    told = [rung.after_days for rung in rungs if rung.does == "tell-coordinator"]
    after = next(iter(told), visit.programme.silence.mentor_after_days)
    quiet = [*_quiet(visit, "mentor", after)]
    pairings.read_ahead(visit.tx, {who.person.id for who, _since, _days in quiet})
    for who, since, days in quiet:
        if mentees_of(who):
            yield Need(
                kind="silent-mentor",
                who=who,
                since=since,
                subject=who.person.id,
                grade=days // after,
                days=days,
            )


def mentees_of(mentor: Visit) -> list[int]:
    pairs = pairings.of_mentor(mentor.tx, mentor.person.id, mentor.part.programme, "active")
    return [pair.mentee for pair in pairs]


def _alone(visit: Visit) -> Iterator[Need]:
    """Since they agreed to take part, or since their last pairing ended."""
    programme = visit.part.programme
    found = pairings.without_mentor(visit.tx, programme)
    _read_ahead(visit, found)
    pairings.read_mentees_ahead(visit.tx, found, programme)
    for who in map(visit.other, found):
        agreed = who.person.consent_at if who else None
        if who and agreed:
            ended = pairings.of_mentee(visit.tx, who.person, programme, "ended")
            since = max([agreed, *(pair.decided_at or agreed for pair in ended)])
            long = visit.now - since >= LONG_ALONE
            yield Need(kind="alone", who=who, since=since, subject=who.person.id, grade=int(long))


def _left_to_themselves(visit: Visit) -> Iterator[Need]:
    """Who is silent and has no mentor either is one person to look after, not two."""
    alone = {need.subject: need for need in _alone(visit)}
    for need in _silent(visit):
        also = alone.pop(need.subject, None)
        grade = need.grade + (also.grade if also else 0)
        yield replace(need, also=also, grade=grade)
    yield from alone.values()


_GATHER: Mapping[str, Callable[[Visit], Iterator[Need]]] = {
    "alarm": _tickets,
    "question": _tickets,
    "extension": _extensions,
    "lost": _lost,
    "silent": _left_to_themselves,
    "silent-mentor": _silent_mentors,
    "alone": _left_to_themselves,
}
