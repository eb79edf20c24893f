"""A brainstorm's moments fall due: the word before an end, an end by itself, what waited for the
morning."""

from collections.abc import Callable, Mapping

from desk import (
    brainstorms,
    hurting,
    poll_mornings,
    poll_results,
    polls,
    storm,
    storm_times,
    voting,
)
from desk.poll_report import KIND
from desk.storm_times import IDEAS, NUDGE, STATES, VOTES
from desk.visit import Visit
from store import occurrences
from store.activities import ANSWERED, CLOSED, OPEN, REVIEW, VOTE, Activity
from store.occurrences import CANCELLED, FIRED, Due

GATHERED, EMPTY = "gathered", "empty"
"""What the mentor is told when the time for ideas is over."""


def fire(visit: Visit, due: Due, activity: Activity) -> None:
    """`visit` is the mentor's, or whoever was to be told something in the morning."""
    what = str(due.why.get("what"))
    if due.kind != KIND:
        _in_the_morning(visit, due, activity, what)
        return
    stage = what.removesuffix(NUDGE)
    if STATES.get(stage) != activity.state:
        occurrences.settle(visit.tx, due.id, CANCELLED, "it has moved on")
        return
    occurrences.settle(visit.tx, due.id, FIRED)
    if stage != what:
        _nudge(visit, activity)
    elif stage == IDEAS:
        _ideas_end(visit, activity)
    else:
        voting.count(visit, activity)


def _nudge(visit: Visit, activity: Activity) -> None:
    """Only who has given nothing yet, and only where their day has no other message."""
    for member in storm.members(visit, activity):
        given = member.step if activity.state == VOTE else member.state == ANSWERED
        one = None if given else visit.other(member.person)
        if one is not None and storm.hears(one) and polls.may_be_nudged(one, storm.NUDGE):
            stage = VOTES if activity.state == VOTE else IDEAS
            lines = [one.t(f"storm-nudge-{stage}"), *storm_times.told_now(one, activity)]
            storm.nudge(one, activity, " ".join(lines))


def _ideas_end(visit: Visit, activity: Activity) -> None:
    """The mentor looks through them before anybody votes; without any, collecting goes on."""
    if storm.ideas(visit, activity):
        _tell_mentor(visit, brainstorms.gathered(visit, activity), GATHERED)
    else:
        storm_times.over(visit, activity)
        _tell_mentor(visit, activity, EMPTY)


def _tell_mentor(visit: Visit, activity: Activity, what: str) -> None:
    mentor = storm.mentor(visit, activity)
    if mentor is not None and not poll_mornings.waits(visit, mentor, activity, what):
        _MORNING[what][1](mentor, activity)


def _tell_gathered(mentor: Visit, activity: Activity) -> None:
    count = len(storm.seen(mentor, activity))
    text = mentor.t("storm-gathered", count=count)
    storm.quote(mentor, activity, text, storm.look(mentor, activity))


def _tell_empty(mentor: Visit, activity: Activity) -> None:
    buttons = hurting.while_open(mentor, activity.id)
    storm.quote(mentor, activity, mentor.t("storm-gathered-none"), *buttons)


def _in_the_morning(one: Visit, due: Due, activity: Activity, what: str) -> None:
    states, tell = _MORNING[what]
    if activity.state not in states or not _hears(one, activity, what):
        occurrences.settle(one.tx, due.id, CANCELLED, "it is gone, or not the moment")
        return
    occurrences.settle(one.tx, due.id, FIRED)
    one.about = None if one.person.id == activity.mentor else activity.mentor
    tell(one, activity)


def _hears(one: Visit, activity: Activity, what: str) -> bool:
    """Whether it still concerns them. What waits for its mentor can't be missed but by who has said
    "stop"; what the mentor has looked at meanwhile is no news."""
    if what == hurting.TOLD and not activity.body.get(hurting.TOLD):
        return False
    if one.person.id != activity.mentor:
        return storm.hears(one) and storm.takes_part(one, activity)
    return one.person.stopped_at is None and not (
        what == voting.RESULT and poll_results.in_need(one)
    )


_MORNING: Mapping[str, tuple[tuple[str, ...], Callable[[Visit, Activity], None]]] = {
    GATHERED: ((REVIEW,), _tell_gathered),
    EMPTY: ((OPEN,), _tell_empty),
    hurting.TOLD: ((OPEN, REVIEW), hurting.tell),
    voting.RESULT: ((CLOSED,), voting.show_result),
    poll_mornings.CHAT: ((CLOSED,), voting.show_chat),
}
"""What may have to wait for the end of the quiet hours: while what is going on, and how it is
told."""
