"""Who is asked in a poll or a quiz, and how far they are."""

from desk.visit import Visit
from store import activities, pairings, people
from store.activities import ANSWERED, LIVE, Activity, Member


def members(visit: Visit, activity: Activity) -> list[Member]:
    """Who was asked and still belongs to the group: whose pairing has ended has left it, and who
    wants no messages is not waited for."""
    pairs = pairings.of_mentor(visit.tx, activity.mentor, activity.programme, "active")
    asked = {one.person: one for one in activities.members(visit.tx, activity.id)}
    met = [people.load(visit.tx, pair.mentee) for pair in pairs if pair.mentee in asked]
    still = {one.id for one in met if one is not None and one.stopped_at is None}
    return [one for one in asked.values() if one.person in still]


def is_through(activity: Activity, member: Member) -> bool:
    """Whether they have answered all there is to answer now."""
    if activity.pace == LIVE:
        return member.step > activity.step
    return member.state == ANSWERED


def progress(visit: Visit, activity: Activity) -> tuple[int, int]:
    """How many have answered, of how many."""
    some = members(visit, activity)
    return sum(is_through(activity, one) for one in some), len(some)


def took_part(visit: Visit, activity: Activity) -> tuple[int, int]:
    """How many have answered, of how many; who has left since counts where they had answered."""
    asked = activities.members(visit.tx, activity.id)
    done = {one.person for one in asked if one.state == ANSWERED}
    still = {one.person for one in members(visit, activity)}
    return len(done), len(done | still)
