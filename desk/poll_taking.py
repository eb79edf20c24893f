"""A member has answered: what is kept, under whose name, and what follows when all have."""

from collections.abc import Mapping
from typing import Any

from desk import (
    poll_dialogs,
    poll_members,
    poll_results,
)
from desk.visit import Visit, button
from dialogs import polls
from mentoring.polls import Answer
from store import activities, sessions
from store.activities import ANSWERED, LIVE, OPEN, Activity
from store.sessions import Kept


def handed_in(visit: Visit, kept: Kept, data: Mapping[str, Any]) -> None:
    """The finished dialog's answers. Of an anonymous one nothing stays that leads to the person."""
    activity = activities.find(visit.tx, poll_dialogs.number_of(kept.dialog), lock=True)
    if activity is None or not _may(visit, activity, kept.dialog):
        sessions.remove(visit.tx, visit.person, kept.id)
        visit.say(visit.t("poll-over"))
        return
    if activity.anonymous:
        sessions.remove(visit.tx, visit.person, kept.id)
    take(visit, activity, polls.answers(poll_dialogs.poll_of(activity), data))
    _offer_change(visit, activity.id)


def _offer_change(visit: Visit, activity: int) -> None:
    """A named poll can be answered anew as long as it is open."""
    found = activities.find(visit.tx, activity)
    if found is None or found.pace == LIVE or found.anonymous or found.state != OPEN:
        return
    change = button(visit.t("poll-change-answers"), "poll_answer", activity=activity)
    visit.say(visit.t("poll-may-change"), change)


def _may(visit: Visit, activity: Activity, name: str) -> bool:
    return poll_dialogs.may_answer(visit.tx, activity, visit.person.id, name)


def take(visit: Visit, activity: Activity, given: Mapping[str, Answer]) -> None:
    """Keeps what was answered; whether it may be is the caller's matter, who has locked it."""
    if not activity.anonymous and activity.pace != LIVE:  # also what is skipped this time
        activities.withdraw(visit.tx, activity.id, visit.person.id)
    for question, value in given.items():
        if activity.anonymous:
            activities.put(visit.tx, activity.id, None, question, value)
        else:
            activities.replace_answer(visit.tx, activity.id, visit.person, question, value)
    step = activity.step + 1 if activity.pace == LIVE else 0
    activities.change_member(visit.tx, activity.id, visit.person.id, state=ANSWERED, step=step)
    answered, of = poll_members.progress(visit, activity)
    if answered < of:
        return
    if activity.pace == LIVE:
        poll_results.close_question(visit, activity)
    else:
        poll_results.close(visit, activity)
