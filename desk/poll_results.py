"""What the answers come to: shown to everybody who answered once a question or a poll is closed.

What few have answered anonymously is deleted unseen. Nothing here speaks of who answered but to
the mentor of a named poll.
"""

from collections.abc import Callable, Mapping

from desk import (
    poll_chats,
    poll_dialogs,
    poll_members,
    poll_moments,
    poll_mornings,
    poll_report,
)
from desk.drafts import FEWEST
from desk.visit import Visit
from mentoring.polls import (
    Question,
)
from store import activities, occurrences, sessions
from store.activities import CLOSED, LIVE, OPEN, REVIEW, Activity
from store.occurrences import CANCELLED, FIRED, Due

RESULT, RESULTS, OVER = "result", "results", "over"
"""What is told: a live question's answers, all of a poll's, the last words of a live one."""


def reader(visit: Visit, person: int) -> Visit | None:
    """Somebody to be shown results, which are not the doing of whoever brought them about; None
    where a poll is the last thing they need now."""
    found = visit.other(person)
    if found is None or in_need(found):
        return None
    found.about = None
    found.live = True  # whether it waits for the morning is decided by `poll_mornings`
    return found


def in_need(one: Visit) -> bool:
    """Whether they have just cried for help and were asked whether they are safe."""
    return one.person.focus is not None and one.person.focus["on"] == "safe"


def close_question(visit: Visit, activity: Activity) -> Activity:
    """The live question is over: everybody sees what was answered."""
    poll = poll_dialogs.poll_of(activity)
    place = activity.step
    sessions.drop(visit.tx, poll_dialogs.name_of(activity), activity.id)
    _drop_few(visit, activity, poll.questions[place])
    activities.change(visit.tx, activity.id, state=REVIEW)
    activity = _again(visit, activity)
    for person in _everybody(visit, activity):
        _tell(visit, activity, person, RESULT)
    _tell_chat(visit, activity)
    return activity


def _everybody(visit: Visit, activity: Activity) -> list[int]:
    return [*(one.person for one in poll_members.members(visit, activity)), activity.mentor]


def _tell(visit: Visit, activity: Activity, person: int, what: str) -> None:
    """Now, or in the morning where it is night and they have not just written."""
    one = reader(visit, person)
    if one is None or poll_mornings.waits(visit, one, activity, what, activity.step):
        return
    _TOLD[what](one, activity, activity.step)


def _tell_chat(visit: Visit, activity: Activity) -> None:
    mentor = visit.other(activity.mentor)
    if activity.group_address is None or mentor is None:
        return
    if not poll_mornings.waits(visit, mentor, activity, poll_mornings.CHAT, activity.step):
        _show_chat(mentor, activity, activity.step)


def _show_chat(mentor: Visit, activity: Activity, place: int) -> None:
    if activity.pace == LIVE:
        given = activities.answers(mentor.tx, activity.id)
        poll_chats.show_result(mentor, activity, place, given)
    else:
        poll_chats.show_results(mentor, activity)


def tell_in_the_morning(one: Visit, due: Due) -> None:
    """What had to wait for the end of the quiet hours; `one` is who is told."""
    activity = activities.find(one.tx, due.subject or 0)
    if activity is None or one.person.id not in _everybody(one, activity) or in_need(one):
        occurrences.settle(one.tx, due.id, CANCELLED, "it is gone, or not the moment")
        return
    occurrences.settle(one.tx, due.id, FIRED)
    _TOLD[str(due.why["what"])](one, activity, int(due.why["place"]))


def _again(visit: Visit, activity: Activity) -> Activity:
    found = activities.find(visit.tx, activity.id)
    assert found is not None
    return found


def would_delete(visit: Visit, activity: Activity) -> bool:
    """Whether closing it now would delete what has been answered."""
    if not activity.anonymous:
        return False
    if activity.pace != LIVE:
        return 0 < poll_members.took_part(visit, activity)[0] < FEWEST
    question = poll_dialogs.poll_of(activity).questions[activity.step]
    return 0 < len(activities.answers(visit.tx, activity.id, question.id)) < FEWEST


def _drop_few(visit: Visit, activity: Activity, question: Question) -> None:
    """Fewer than three anonymous answers would tell whose they are."""
    given = activities.answers(visit.tx, activity.id, question.id)
    if activity.anonymous and len(given) < FEWEST:
        activities.drop_answers(visit.tx, activity.id, question.id)


def close(visit: Visit, activity: Activity) -> None:
    """A poll is over: who answered gets the results, the mentor the report."""
    poll = poll_dialogs.poll_of(activity)
    sessions.drop(visit.tx, poll_dialogs.name_of(activity), activity.id)
    for question in poll.questions:
        _drop_few(visit, activity, question)
    if activity.anonymous and poll_members.took_part(visit, activity)[0] < FEWEST:
        activities.drop_answers(visit.tx, activity.id)
    settle(visit, activity)
    activity = _again(visit, activity)
    for member in poll_members.members(visit, activity):
        if poll_members.is_through(activity, member):
            _tell(visit, activity, member.person, RESULTS)
    _tell(visit, activity, activity.mentor, RESULTS)
    _tell_chat(visit, activity)


def settle(visit: Visit, activity: Activity) -> None:
    """Over; its moments are no longer planned."""
    activities.change(visit.tx, activity.id, state=CLOSED, closed_at=visit.now)
    poll_moments.plan(visit, activity, {})


def finish(visit: Visit, activity: Activity) -> None:
    """The last words of a live poll, whose results everybody has seen question by question."""
    settle(visit, activity)
    activity = _again(visit, activity)
    for person in _everybody(visit, activity):
        _tell(visit, activity, person, OVER)


def stop(visit: Visit, activity: Activity) -> None:
    """Ends a live poll, whatever it is doing."""
    if activity.state == OPEN:
        activity = close_question(visit, activity)
    finish(visit, activity)


_TOLD: Mapping[str, Callable[[Visit, Activity, int], None]] = {
    RESULT: poll_report.tell_result,
    RESULTS: poll_report.tell_results,
    OVER: poll_report.tell_over,
    poll_mornings.CHAT: _show_chat,
}
