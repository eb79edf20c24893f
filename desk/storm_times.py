"""Until when a brainstorm's ideas and votes are collected, where its mentor has said so.

The choice is made before either begins, so that the invitation can tell it. The evenings to choose
from are those of a poll at one's own pace; without one the mentor ends it. A brainstorm that began
when there was no such choice has none.
"""

from datetime import datetime, timedelta

from desk import drafts, poll_moments
from desk.visit import Visit, button
from mentoring.message import Button
from store import activities
from store.activities import DRAFT, OPEN, REVIEW, VOTE, Activity

IDEAS, VOTES = "ideas", "vote"
STATES = {IDEAS: OPEN, VOTES: VOTE}
"""What can end by itself, and the state in which it goes on."""

NUDGE = "-nudge"
"""Behind a stage's name: the word before its end."""

NUDGE_BEFORE = poll_moments.NUDGE_BEFORE + timedelta(days=1)
"""In the morning of the day before."""

_CHOSEN = {DRAFT: "days", REVIEW: "vote_days"}
"""Where the body holds what was chosen for the stage that comes next."""

_NEXT = {DRAFT: IDEAS, REVIEW: VOTES}


def chosen(visit: Visit, activity: Activity) -> datetime | None:
    """When the stage that comes next would end if it began now."""
    days = activity.body.get(_CHOSEN[activity.state])
    return None if days is None else drafts.closing(visit, int(days))


def chooser(visit: Visit, activity: Activity) -> Button:
    key = "storm-when" if chosen(visit, activity) is None else "storm-when-other"
    return button(visit.t(key), "storm_when", activity=activity.id)


def ask(visit: Visit, activity: Activity, before: str = "") -> None:
    """The evenings that are left, or no end."""
    text = visit.t(f"storm-until-{_NEXT[activity.state]}")
    never = button(visit.t("storm-until-open"), "storm_until", activity=activity.id, days=None)
    visit.say(f"{before} {text}".strip(), *drafts.ends(visit, "storm_until", activity), never)


def choose(visit: Visit, activity: Activity, days: int | None) -> Activity:
    if days is not None and days not in drafts.DAYS:
        return activity
    body = {**activity.body, _CHOSEN[activity.state]: days}
    return activities.rewrite(visit.tx, activity, body)


def is_late(visit: Visit, activity: Activity) -> bool:
    """Whether it would end before anybody had the time; asks for another evening."""
    end = chosen(visit, activity)
    if end is None or not drafts.is_near(visit, end):
        return False
    ask(visit, activity, visit.t("storm-until-passed"))
    return True


def begin(visit: Visit, activity: Activity) -> str:
    """The next stage begins now; where it ends by itself, its moments are planned. Its name."""
    stage, end = _NEXT[activity.state], chosen(visit, activity)
    activities.change(visit.tx, activity.id, state=STATES[stage], closes_at=end)
    moments = {}
    if end is not None:
        moments = poll_moments.until(visit.now, end, stage, stage + NUDGE, NUDGE_BEFORE)
    poll_moments.plan(visit, activity, moments)
    return stage


def over(visit: Visit, activity: Activity) -> None:
    """The stage has ended, by itself or before its time."""
    activities.change(visit.tx, activity.id, closes_at=None)
    poll_moments.plan(visit, activity, {})


def told(one: Visit, end: datetime | None, stage: str) -> list[str]:
    """The line that says when it ends, where it does."""
    if end is None:
        return []
    return [one.t(f"storm-ends-{stage}", until=drafts.closes(one, end))]


def told_now(one: Visit, activity: Activity) -> list[str]:
    """The same, of the stage that goes on."""
    stage = next((name for name, state in STATES.items() if state == activity.state), None)
    return [] if stage is None else told(one, activity.closes_at, stage)
