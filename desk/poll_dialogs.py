"""Dialogs that no programme folder holds: a group's questions, as one of its members is asked."""

from dataclasses import replace

from desk.wording import LANGUAGES, wording
from dialogs import polls
from dialogs.definition import Definition
from dialogs.wording import Verbatim
from mentoring.polls import Poll
from store import activities, pairings
from store.activities import ANSWERED, LIVE, OPEN, Activity
from store.work import Tx

COMPOSING = ("poll-question", "quiz-question")
"""The walkthroughs by which a mentor writes a question; begun from a draft only."""

ASKED = "asked:"
"""How the name of a question's own picture begins."""

_PREFIX = "activity:"


def name_of(activity: Activity) -> str:
    """The dialog of all questions, or of the current one where they are asked live."""
    name = f"{_PREFIX}{activity.id}"
    return f"{name}:{activity.step}" if activity.pace == LIVE else name


def is_one(name: str) -> bool:
    return name.startswith(_PREFIX)


def number_of(name: str) -> int:
    return int(name.removeprefix(_PREFIX).partition(":")[0])


def poll_of(activity: Activity) -> Poll:
    return Poll.from_json(activity.body["poll"])


def may_answer(tx: Tx, activity: Activity, person: int, name: str) -> bool:
    """Whether the person was asked this and it is still to be answered. A named poll may be
    answered again until it closes, so having answered once is looked at elsewhere."""
    member = activities.member(tx, activity.id, person)
    if member is None or member.state == activities.LEFT or activity.state != OPEN:
        return False
    if "poll" not in activity.body:  # a brainstorm that goes on asks nothing
        return False
    if not pairings.are_paired(tx, activity.mentor, person, activity.programme):
        return False
    if activity.pace == LIVE:
        return member.step <= activity.step and name == name_of(activity)
    return name == name_of(activity) and not (activity.anonymous and member.state == ANSWERED)


def find(tx: Tx, person: int, name: str) -> Definition | None:
    """None when it is over, was answered, or is not this person's to answer."""
    activity = activities.find(tx, number_of(name))
    if activity is None or not may_answer(tx, activity, person, name):
        return None
    poll = poll_of(activity)
    only = poll.questions[activity.step].id if activity.pace == LIVE else None
    made = polls.definition(poll, name, only=only, images=images(activity))
    return replace(made, record=True, done=_thanks(activity), left=_until_then(activity))


def images(activity: Activity) -> dict[str, str]:
    """By question, the names of the pictures that a ready-made poll has beside it."""
    if activity.body.get("ready") is None:
        return {}
    return {
        question.id: f"{ASKED}{activity.id}:{place}"
        for place, question in enumerate(poll_of(activity).questions)
        if question.image
    }


def _thanks(activity: Activity) -> Verbatim:
    key = "poll-thanks-live" if activity.pace == LIVE else "poll-thanks"
    if activity.anonymous and activity.pace != LIVE:
        key = "poll-thanks-anonymous"
    return _verbatim(key)


def _until_then(activity: Activity) -> Verbatim:
    """What is left open can be gone on with only as long as it is asked."""
    return _verbatim("poll-later-live" if activity.pace == LIVE else "poll-later")


def _verbatim(key: str) -> Verbatim:
    return Verbatim(texts={each: wording(each)(key) for each in LANGUAGES}, line=0)
