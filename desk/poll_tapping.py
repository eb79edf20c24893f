"""A tap on a live question in a chat of several people: a member's answer, told to them alone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk import poll_dialogs, poll_taking
from desk.visit import Visit
from desk.wording import Wording, wording
from desk.world import World
from store import activities, outbox, people, sessions
from store.activities import LIVE, Activity
from store.people import Person
from store.work import Tx


@dataclass(frozen=True, kw_only=True)
class Toast:
    """What only the one who tapped is shown, for a moment."""

    event: str
    text: str


def tap(
    tx: Tx,
    world: World,
    person: Person | None,
    *,
    channel: str,
    chat: str,
    key: str,
    origin: str,
    now: datetime,
    language: str,
) -> str:
    """Takes the answer, if it is a member's; returns what they are told."""
    t = wording(person.language if person is not None else language)
    action = outbox.pressed_in_group(tx, channel, chat, key)
    activity = activities.find(tx, int(action["activity"]), lock=True) if action else None
    if action is None or activity is None or activity.group_address != chat:
        return t("poll-tap-over")
    visit = _visit(tx, world, person, activity, now, origin)
    if visit is None:
        return t("poll-tap-stranger")
    return _take(visit, activity, action, t)


def _visit(
    tx: Tx, world: World, person: Person | None, activity: Activity, now: datetime, origin: str
) -> Visit | None:
    """The member at the desk; None for everybody else."""
    if person is None or activities.member(tx, activity.id, person.id) is None:
        return None
    found = people.taking_part(tx, person.id, activity.programme)
    return Visit(tx, world, *found, now, origin) if found is not None else None


def _take(visit: Visit, activity: Activity, action: dict[str, Any], t: Wording) -> str:
    member = activities.member(visit.tx, activity.id, visit.person.id)
    if activity.pace != LIVE or activity.step != action["step"]:
        return t("poll-tap-over")
    if member is not None and member.step > activity.step:
        return t("poll-tap-again")
    name = poll_dialogs.name_of(activity)
    if not poll_dialogs.may_answer(visit.tx, activity, visit.person.id, name):
        return t("poll-tap-over")
    question = poll_dialogs.poll_of(activity).questions[activity.step]
    sessions.remove_of(visit.tx, visit.person, name)
    poll_taking.take(visit, activity, {question.id: action["value"]})
    return t("poll-tap-taken")
