"""Who needs a coordinator's attention, since when and why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal, TypeAlias

from desk import chores, deadlines, extending, support
from desk.ladders import days_silent
from desk.rhythm import rhythm_of
from desk.visit import Visit
from mentoring.localtime import at
from store import extensions, pairings, people, tickets

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
    found = [need for gather in dict.fromkeys(_GATHER.values()) for need in gather(visit)]
    return sorted(found, key=lambda need: (URGENCY.index(need.kind), need.since))


def find(visit: Visit, key: str) -> Need | None:
    """One of them as it is now; None where it is over."""
    gather = _GATHER.get(key.partition(":")[0])
    found = gather(visit) if gather else ()
    return next((need for need in found if need.goes_by(key)), None)


def _tickets(visit: Visit) -> Iterator[Need]:
    """A call for help is the mentor's, until the answer is overdue."""
    for ticket, person, kind in tickets.waiting(visit.tx, visit.part.programme):
        who = visit.other(person)
        found = who and tickets.find(visit.tx, who.person, ticket)
        if not who or not found:
            continue
        late = visit.now > support.answer_by(visit.programme, found.created_at)
        if kind == "help" and not late and chores.helper(who, "mentor") is not None:
            continue
        yield Need(
            kind="alarm" if kind == "safety" else "question",
            who=who,
            since=found.created_at,
            subject=ticket,
            grade=int(late),
        )


def _extensions(visit: Visit) -> Iterator[Need]:
    until = visit.now - extending.DECIDED_WITHIN
    for request, person in extensions.undecided(visit.tx, visit.part.programme, until):
        who = visit.other(person)
        found = who and extensions.find(visit.tx, who.person, request)
        about = who and found and deadlines.of_request(who, found)
        if who and found and about and about.open:
            late = found.old_due < visit.today
            yield Need(
                kind="extension",
                who=who,
                since=found.asked_at,
                subject=request,
                grade=int(late),
            )


def _lost(visit: Visit) -> Iterator[Need]:
    for person, since in people.unreachable(visit.tx, visit.part.programme):
        who = visit.other(person)
        if who is not None and person != visit.person.id:
            yield Need(kind="lost", who=who, since=since, subject=person)


def _quiet(visit: Visit, role: str, after: int) -> Iterator[tuple[Visit, datetime, int]]:
    """Who gave no sign for so many days, when the last one came, and for how many. Who is away is
    left out, and the holidays are nobody's silence."""
    before = at(visit.today - timedelta(days=after - 1), time.min, visit.zone)
    for who in map(visit.other, people.quiet(visit.tx, visit.part.programme, role, before)):
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
    for who, since, days in _quiet(visit, "mentor", after):
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
    for who in map(visit.other, pairings.without_mentor(visit.tx, programme)):
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
