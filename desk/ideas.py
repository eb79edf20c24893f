"""A member's part in a brainstorm: ideas, as many as come, and a look at what others have written.

No idea has an author, so none can be changed or taken back; that is said before the first one.
"""

from desk import storm
from desk.storm import IDEAS, PAGE
from desk.visit import Visit, button
from mentoring.brainstorm import IDEA_LIMIT, IDEAS_AT_MOST, ideas_in, too_long
from mentoring.message import Button
from store import activities
from store.activities import ANSWERED, OPEN, Activity

SHOWN_FROM = 4
"""Ideas from which others' are shown: of fewer one's own are too many to build on the rest."""


def write(visit: Visit, activity: int) -> None:
    if (found := storm.joined(visit, activity, OPEN)) is not None:
        visit.focus("idea", activity=activity)
        problem = visit.t("storm-problem", problem=storm.storm_of(found).problem)
        visit.say(f"{problem}\n{visit.t('idea-write')}", *_while_writing(visit, found))


def _while_writing(visit: Visit, activity: Activity) -> list[Button]:
    enough = button(visit.t("idea-enough"), "idea_done", activity=activity.id)
    if len(storm.ideas(visit, activity)) < SHOWN_FROM:
        return [enough]
    return [button(visit.t("idea-others"), "idea_others", activity=activity.id, start=0), enough]


def written(visit: Visit, activity: int, text: str) -> None:
    """One message: one idea, or a list with one a line. What can't be taken is said, not cut."""
    found = storm.joined(visit, activity, OPEN)
    if found is None:
        return
    visit.focus("idea", activity=activity)
    some = ideas_in(text)
    if (refused := _refused(visit, found, some)) is not None:
        visit.say(refused, *_while_writing(visit, found))
        return
    for idea in some:
        activities.put(visit.tx, activity, None, IDEAS, idea)
    activities.change_member(visit.tx, activity, visit.person.id, state=ANSWERED)
    everything = len(storm.ideas(visit, found))
    visit.say(visit.t("idea-kept", count=len(some), all=everything), *_while_writing(visit, found))


def _refused(visit: Visit, activity: Activity, some: list[str]) -> str | None:
    """Why these ideas can't be taken, None where they can."""
    if not some:
        return visit.t("write-words")
    if (long := too_long(some)) is not None:
        start = long[:40].rstrip() + "…"
        return visit.t("idea-long", start=start, limit=IDEA_LIMIT, actual=len(long))
    room = IDEAS_AT_MOST - len(storm.ideas(visit, activity))
    if len(some) > room:
        return visit.t("idea-no-room", limit=IDEAS_AT_MOST, room=room)
    return None


def others(visit: Visit, activity: int, start: int) -> None:
    """A few of the group's ideas, to build on; what is written next is an idea again."""
    found = storm.joined(visit, activity, OPEN)
    if found is None:
        return
    visit.focus("idea", activity=activity)
    some = list(storm.ideas(visit, found).values())
    if len(some) < SHOWN_FROM:
        visit.say(visit.t("idea-few-yet"), *_while_writing(visit, found))
        return
    first = start if 0 <= start < len(some) else 0
    lines = [f"• {idea}" for idea in some[first : first + PAGE]]
    turned = storm.turned(visit, "idea_others", found, first, len(some))
    enough = button(visit.t("idea-enough"), "idea_done", activity=activity)
    visit.say("\n".join([visit.t("idea-list"), *lines, visit.t("idea-build")]), *turned, enough)


def done(visit: Visit, activity: int) -> None:
    if (found := storm.joined(visit, activity, OPEN)) is not None:
        visit.say(
            visit.t("idea-done"), button(visit.t("idea-more"), "idea_write", activity=found.id)
        )
