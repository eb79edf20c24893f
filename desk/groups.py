"""Who belongs to a mentor's group, and where it begins what it does together.

A group is the mentor's active mentees of the programme. Its members are never named to each other.
"""

from desk.rhythm import is_away
from desk.visit import Visit, button
from dialogs.human import clock
from mentoring.localtime import local
from mentoring.message import Button
from mentoring.rhythm import DEFAULT, waking
from store import activities, pairings
from store.activities import CLOSED, DRAFT, RUNNING, Activity

BRAINSTORM = "brainstorm"
TITLE = 40
_STATES = {DRAFT: "group-draft", **dict.fromkeys(RUNNING, "group-running")}
SHOWN = 5
"""Activities of one state listed at once, the newest."""


def pairs(visit: Visit) -> list[int]:
    found = pairings.of_mentor(visit.tx, visit.person.id, visit.part.programme, "active")
    return [pair.mentee for pair in found]


def members(visit: Visit) -> list[Visit]:
    """The mentor's mentees who can be written to now, each as seen in this decision."""
    return [one for one in map(visit.other, pairs(visit)) if one is not None and _reachable(one)]


def _reachable(one: Visit) -> bool:
    """Who has not agreed yet, wants no messages or is away is not waited for."""
    person = one.person
    return person.consent_at is not None and person.stopped_at is None and not is_away(one)


def resting(visit: Visit) -> int:
    """How many are not written to now."""
    return len(pairs(visit)) - len(members(visit))


def is_night(visit: Visit, again: Button) -> bool:
    """Whether the programme's quiet hours are on: then nobody is asked for anything, and a mentor
    who is still up gets the button for when they end."""
    morning = waking(visit.programme, DEFAULT, visit.now, visit.programme.zone)
    if morning <= visit.now:
        return False
    wall = local(morning, visit.programme.zone).time()
    visit.say(visit.t("group-night", time=clock(wall, visit.person.language)), again)
    return True


def is_mentor(visit: Visit) -> bool:
    """Says kindly who the groups are for."""
    if visit.part.role != "mentor":
        visit.say(visit.t("group-only-mentors"))
        return False
    if not pairs(visit):
        visit.say(visit.t("group-nobody"))
        return False
    return True


def mine(visit: Visit, activity: int) -> Activity | None:
    """The mentor's own activity, locked until the commit; says so kindly when it is not theirs."""
    found = activities.find(visit.tx, activity, lock=True)
    if found is None:
        visit.say(visit.t("group-gone"))
    elif found.mentor != visit.person.id or found.programme != visit.part.programme:
        visit.say(visit.t("not-yours"))
        return None
    return found


def my_poll(visit: Visit, activity: int) -> Activity | None:
    """The same, where it is a poll or a quiz."""
    found = mine(visit, activity)
    if found is not None and found.kind == BRAINSTORM:
        visit.say(visit.t("not-yours"))
        return None
    return found


def listed(visit: Visit, *states: str) -> list[Activity]:
    found = activities.of_mentor(visit.tx, visit.person.id, visit.part.programme, *states)
    return found[:SHOWN]


def ongoing(visit: Visit) -> list[Button]:
    """A button for each activity that goes on or is being prepared."""
    return [opener(visit, one, _STATES[one.state]) for one in listed(visit, *RUNNING, DRAFT)]


def opener(visit: Visit, one: Activity, key: str) -> Button:
    """The button that shows where an activity stands."""
    act = "storm_look" if one.kind == BRAINSTORM else "activity"
    return button(visit.t(key, title=title(visit, one)), act, activity=one.id)


def title(visit: Visit, one: Activity) -> str:
    """What an activity is called, short enough for a button."""
    said = dict(one.body.get("poll", one.body).get("title") or {})
    text = said.get(visit.person.language) or next(iter(said.values()), "") or "…"
    return text if len(text) <= TITLE else text[: TITLE - 1].rstrip() + "…"


def over(visit: Visit) -> list[Activity]:
    return listed(visit, CLOSED)
