"""An occurrence falls due: who is to be told, and that it is not told twice."""

from datetime import datetime

from desk import (
    announcing,
    chores,
    daily,
    extending,
    guiding,
    ladders,
    poll_results,
    polls,
    prompts,
)
from desk.talk import KIND as GUIDE
from desk.world import World
from store import occurrences
from store.occurrences import CANCELLED, WAITING, Due
from store.work import Tx


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
    elif current.kind == "announcement":
        announcing.go_on(visit, current)
    elif current.kind == GUIDE:
        guiding.fire(visit, current)
    elif current.kind == poll_results.KIND:
        polls.fire(visit, current)
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
