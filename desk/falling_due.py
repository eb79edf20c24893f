"""An occurrence falls due: who is to be told, and that it is not told twice."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from desk import (
    announcing,
    chores,
    daily,
    events,
    extending,
    guiding,
    holding,
    ladders,
    poll_mornings,
    poll_report,
    poll_results,
    polls,
    prompts,
    resting,
    storm_firing,
)
from desk.groups import BRAINSTORM
from desk.planning import BUSY_KINDS
from desk.talk import KIND as GUIDE
from desk.visit import Visit, first_key
from desk.world import World
from store import (
    activities,
    claiming,
    extensions,
    occurrences,
    outbox,
    pairings,
    people,
    sessions,
    tasks,
    tickets,
)
from store.occurrences import CANCELLED, WAITING, Due
from store.work import Tx

A_DAY = timedelta(hours=26)
"""More than any local day has, also when the clocks change."""


def claim(tx: Tx, now: datetime, most: int, behind: Collection[str] = ()) -> list[Due]:
    """What has fallen due and is ours to decide about: what can't wait first, then the oldest.

    Whoever would be told is nobody else's meanwhile, so that the day's measure holds across
    processes; what is for somebody of whom another process decides waits for the next time. So does
    what is planned from the calendar and the rules of programmes whose plan is `behind`.
    """
    if behind:
        found = claiming.due_but(tx, now, most, behind, daily.OWN_KINDS)
    else:
        found = occurrences.due(tx, now, most)
    readers = {due.id: _others_told(tx, due) for due in found}
    ours = people.reserve(tx, set().union(*readers.values()))
    return [due for due in found if readers[due.id] <= ours]


def _others_told(tx: Tx, due: Due) -> set[int]:
    if prompts.speaks_to_its_person(due):
        return set()
    if not prompts.speaks_to_the_mentor(due):
        return set(people.with_role(tx, due.programme, "coordinator"))
    pair = pairings.find(tx, due.pairing or 0)
    return {pair.mentor} if pair is not None else set()


def read_ahead(tx: Tx, some: Sequence[Due], now: datetime) -> None:
    """What `fire` will ask of all of these, with one statement for each table."""
    today = occurrences.read_ahead(tx, some, now + A_DAY)
    people.read_ahead(tx, {(each.person, each.programme) for each in some})
    whose = {each.person for each in some}
    pairings.read_ahead(tx, whose)
    outbox.read_ahead(tx, {_key(each): each.person for each in some}, now - A_DAY)
    tasks.read_ahead(
        tx, {(each.person, each.subject or 0) for each in today if each.kind in prompts.TASKS}
    )
    tasks.read_dates_ahead(
        tx, {(each.person, each.programme) for each in some if each.kind in BUSY_KINDS}
    )
    for programme in {each.programme for each in some if each.kind == "event"}:
        events.read_ahead(tx, {each.person for each in some if each.kind == "event"}, programme)
    late = {(each.person, each.subject or 0) for each in today if each.kind == "late"}
    extensions.read_requests_ahead(tx, late)
    tickets.read_ahead(tx, "help", late)
    sessions.read_ahead(tx, whose)


def _key(due: Due) -> str:
    return first_key(ladders.origin_of(due), due.person)


def _group_moment(visit: Visit, due: Due) -> None:
    """What a group does together begins to end, ends, or is told in the morning."""
    ends = due.kind == poll_report.KIND
    activity = activities.find(visit.tx, due.subject or 0, lock=ends)
    if activity is not None and activity.kind == BRAINSTORM:
        storm_firing.fire(visit, due, activity)
    elif ends:
        polls.fire(visit, due)
    else:
        poll_results.tell_in_the_morning(visit, due)


def fire(tx: Tx, world: World, due: Due, now: datetime) -> None:
    """Says what is due, or records why it was not said. It may have been told with another one."""
    current = occurrences.find(tx, due.id)
    if current is None or current.state != WAITING:
        return
    visit = ladders.person_of(tx, world, current, now)
    if visit is None:
        occurrences.settle(tx, due.id, CANCELLED, "person left")
    elif current.kind == "alert":
        ladders.alert_again(visit, current)
    elif current.kind == resting.KIND:
        holding.release(visit, current)
    elif current.kind == "announcement":
        announcing.go_on(visit, current)
    elif current.kind == GUIDE:
        guiding.fire(visit, current)
    elif current.kind in (poll_report.KIND, poll_mornings.KIND):
        _group_moment(visit, current)
    elif current.kind == chores.ASKED_FOR_TIME:
        extending.still_undecided(visit, current)
    elif prompts.speaks_to_its_person(current):
        daily.tell(visit, current)
    elif prompts.speaks_to_the_mentor(current):
        mentor = ladders.mentor_of(visit, current)
        if mentor is None:
            occurrences.settle(tx, due.id, CANCELLED, "no mentor")
        else:
            daily.tell(mentor, current)
    else:
        ladders.tell_coordinators(visit, current)
