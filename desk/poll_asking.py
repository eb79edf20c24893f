"""Asking the members of a group: a live question to all at once, or an invitation to a poll.

Who is in the middle of something else is not torn out of it, but finds a button.
"""

from desk import (
    poll_chats,
    poll_dialogs,
    poll_members,
    poll_results,
    walk,
)
from desk.drafts import closes
from desk.groups import BRAINSTORM
from desk.poll_report import KIND
from desk.visit import Visit, button
from mentoring.polls import said
from store import activities, outbox, sessions
from store.activities import ANSWERED, CLOSED, LIVE, OPEN, Activity


def ask(visit: Visit, activity: Activity) -> None:
    """Asks everybody: the current question of what is live, else whether they take part."""
    for member in poll_members.members(visit, activity):
        one = visit.other(member.person)
        if one is None or poll_results.in_need(one):
            continue
        one.live = activity.pace == LIVE
        if activity.pace == LIVE and _is_free(one):
            _question(one, activity)
        else:
            _invite(one, activity, visit.person.name)
    if activity.pace == LIVE:
        poll_chats.ask(visit, activity)
    else:
        poll_chats.announce(visit, activity)


def _is_free(one: Visit) -> bool:
    """Whether nothing of theirs would be interrupted by a question."""
    if one.person.focus is not None:
        return False
    current = sessions.current(one.tx, one.person)
    return current is None or poll_dialogs.is_one(current.dialog) or _unbegun(one, current)


def _unbegun(one: Visit, current: sessions.Kept) -> bool:
    return one.loaded.is_check_in(current.dialog) and not current.state["answers"]


def _question(one: Visit, activity: Activity) -> None:
    walk.fresh(one, poll_dialogs.name_of(activity), before=_head(one, activity))


def _head(one: Visit, activity: Activity) -> str:
    """Where we are; with the first question also what becomes of the answers."""
    poll = poll_dialogs.poll_of(activity)
    head = one.t("poll-question-head", number=activity.step + 1, count=len(poll.questions))
    if activity.step:
        return head
    title = said(poll.title, one.person.language)
    return "\n".join(
        [one.t("poll-live-begins", title=title, names=_names(one, activity)), "", head]
    )


def _names(one: Visit, activity: Activity) -> str:
    """What becomes of the answers; among so few, others may guess whose they are."""
    if activity.anonymous:
        return one.t("poll-anonymous-told")
    asked = len(activities.members(one.tx, activity.id))
    return one.t({1: "poll-alone-told", 2: "poll-two-told"}.get(asked, "poll-named-told"))


def _invite(one: Visit, activity: Activity, mentor: str) -> None:
    poll, language = poll_dialogs.poll_of(activity), one.person.language
    title = said(poll.title, language)
    if activity.pace == LIVE:
        text = one.t("poll-live-invitation", name=mentor, title=title)
    else:
        assert activity.closes_at is not None
        text = one.t(
            "poll-invitation",
            name=mentor,
            title=title,
            count=len(poll.questions),
            until=closes(one, activity.closes_at),
            names=_names(one, activity),
        )
    one.say(text, button(one.t("poll-answer"), "poll_answer", activity=activity.id), kind=KIND)


def remind(visit: Visit, activity: Activity, one: Visit) -> None:
    """One gentle word to somebody who has not answered yet."""
    assert activity.closes_at is not None
    title = said(poll_dialogs.poll_of(activity).title, one.person.language)
    one.say(
        one.t("poll-nudge", title=title, until=closes(one, activity.closes_at)),
        button(one.t("poll-answer"), "poll_answer", activity=activity.id),
        kind="poll_nudge",
        priority=outbox.NUDGE,
        why={"rule": "poll_nudge"},
    )


def answer(visit: Visit, activity: int) -> None:
    """A member wants to answer; what stands in the way is said kindly."""
    found = activities.find(visit.tx, activity)
    member = activities.member(visit.tx, activity, visit.person.id) if found else None
    if found is None or member is None or found.state == CLOSED or found.kind == BRAINSTORM:
        visit.say(visit.t(_how_over(visit, found)))
        return
    name = poll_dialogs.name_of(found)
    if not poll_dialogs.may_answer(visit.tx, found, visit.person.id, name):
        visit.say(visit.t(_why_not(found, member)))
    elif found.pace == LIVE:
        _question(visit, found)
    elif member.state == ANSWERED:
        walk.fresh(visit, name, before=visit.t("poll-answer-anew"))
    else:
        walk.start(visit, name)


def _how_over(visit: Visit, activity: Activity | None) -> str:
    """To its members it has ended; to everybody else, whatever it does, it isn't open."""
    if activity is None or activity.kind == BRAINSTORM:
        return "poll-over"
    mine = [one.person for one in poll_members.members(visit, activity)]
    return "poll-ended" if visit.person.id in mine else "poll-over"


def _why_not(activity: Activity, member: activities.Member) -> str:
    """A question whose result is shown, one answered already, or a group that was left."""
    if activity.pace == LIVE and activity.state != OPEN:
        return "poll-wait-for-next"
    answered = member.state == ANSWERED or poll_members.is_through(activity, member)
    return "poll-answered-already" if answered else "poll-over"


def offered(visit: Visit) -> None:
    """What a member can answer now, to somebody who asks for polls."""
    found = [
        one
        for one, _ in activities.of_member(visit.tx, visit.person.id, visit.part.programme, OPEN)
        if poll_dialogs.may_answer(visit.tx, one, visit.person.id, poll_dialogs.name_of(one))
    ]
    if not found:
        visit.say(visit.t("group-only-mentors"))
        return
    language = visit.person.language
    visit.say(
        visit.t("poll-waiting"),
        *(
            button(said(poll_dialogs.poll_of(one).title, language), "poll_answer", activity=one.id)
            for one in found
        ),
    )
