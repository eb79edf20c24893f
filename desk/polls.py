"""Polls and quizzes as their mentor leads them: chosen or composed, started, closed, looked at.

Every act looks at the activity as it is now, locked: a second tap, an old button or the clock may
have moved it on, and then the mentor sees where it stands.
"""

from datetime import timedelta

from desk import (
    daily,
    drafts,
    groups,
    poll_asking,
    poll_dialogs,
    poll_members,
    poll_moments,
    poll_mornings,
    poll_report,
    poll_results,
    walk,
)
from desk.composing import ACTIVITY
from desk.rhythm import rested
from desk.visit import Visit, button
from mentoring.message import Button
from mentoring.polls import Poll, said, shown
from store import activities, occurrences
from store.activities import ANSWERED, CLOSED, DRAFT, LIVE, OPEN, REVIEW, Activity
from store.occurrences import CANCELLED, FIRED, Due

LIVE_LASTS = timedelta(hours=12)
"""Nobody is still together after this, or in quiet hours: what is live ends by itself."""


def show(visit: Visit) -> None:
    """What a group can do together; to a member, what waits for an answer."""
    if visit.part.role == "mentee":
        poll_asking.offered(visit)
    elif groups.is_mentor(visit):
        t = visit.t
        buttons = [
            *groups.ongoing(visit),
            button(t("poll-ready"), "poll_ready"),
            button(t("poll-own"), "poll_new", quiz=False),
            button(t("poll-own-quiz"), "poll_new", quiz=True),
            button(t("do-storm"), "storm"),
        ]
        if groups.over(visit):
            buttons.append(button(t("poll-past"), "poll_past"))
        visit.say(t("group-menu", count=len(groups.members(visit))), *buttons)


def past(visit: Visit) -> None:
    found = groups.over(visit)
    key = "poll-past-list" if found else "poll-past-none"
    visit.say(
        visit.t(key),
        *(groups.opener(visit, one, "group-over") for one in found),
    )


def ready(visit: Visit) -> None:
    """The ready-made ones, by title."""
    if not groups.is_mentor(visit):
        return
    language = visit.person.language
    lines = [
        f"• {said(each.poll.title, language)} – {said(each.note, language)}"
        for _, each in sorted(visit.loaded.polls.items())
    ]
    visit.say(
        "\n".join([visit.t("poll-ready-list"), "", *lines]),
        *(
            button(said(each.poll.title, language), "poll_pick", poll=name)
            for name, each in sorted(visit.loaded.polls.items())
        ),
    )


def pick(visit: Visit, poll: str) -> None:
    found = visit.loaded.polls.get(poll)
    if found is None:
        visit.say(visit.t("group-gone"))
    elif groups.is_mentor(visit):
        drafts.settings(visit, drafts.begin(visit, found.poll, poll))


def new(visit: Visit, quiz: bool) -> None:
    """The first question of the mentor's own poll."""
    if groups.is_mentor(visit):
        title = visit.t("poll-untitled-quiz" if quiz else "poll-untitled")
        empty = Poll(title={visit.person.language: title}, questions=(), quiz=bool(quiz))
        _compose(visit, drafts.begin(visit, empty), quiz)


def add(visit: Visit, activity: int) -> None:
    """One more question for a draft."""
    if (draft := drafts.mine(visit, activity)) is None:
        return
    poll = poll_dialogs.poll_of(draft)
    if len(poll.questions) >= drafts.MOST_QUESTIONS:
        visit.say(visit.t("poll-most", most=drafts.MOST_QUESTIONS))
        drafts.show_added(visit, draft)
    else:
        _compose(visit, draft.id, poll.quiz)


def _compose(visit: Visit, draft: int, quiz: bool) -> None:
    dialog = poll_dialogs.COMPOSING[1 if quiz else 0]
    walk.fresh(visit, dialog, values={ACTIVITY: str(draft)})


def start(visit: Visit, activity: int) -> None:
    """Everybody is asked from now on; names and readers are looked at once more."""
    found = groups.my_poll(visit, activity)
    if found is None:
        return
    if found.state != DRAFT:
        _where(visit, found)
        return
    group = groups.members(visit)
    if not group:
        visit.say(visit.t("poll-nobody-to-ask"))
    elif found.anonymous and len(group) < drafts.FEWEST:
        drafts.names(visit, activity, anonymous=True)
    elif not drafts.is_late(visit, found) and not groups.is_night(
        visit, drafts.starter(visit, found)
    ):
        _open(visit, found, [one.person.id for one in group])


def _open(visit: Visit, draft: Activity, group: list[int]) -> None:
    closes_at = poll_mornings.latest(visit, visit.now + LIVE_LASTS)
    if draft.pace != LIVE:
        closes_at = drafts.closes_at(visit, draft)
    activities.change(
        visit.tx, draft.id, state=OPEN, step=0, opened_at=visit.now, closes_at=closes_at
    )
    activities.invite(visit.tx, draft.id, group)
    opened = activities.find(visit.tx, draft.id)
    assert opened is not None
    _plan(visit, opened)
    poll_asking.ask(visit, opened)
    _where(visit, opened)


def _plan(visit: Visit, activity: Activity) -> None:
    assert activity.closes_at is not None
    moments = poll_moments.until(visit.now, activity.closes_at, "close", "nudge")
    if activity.pace == LIVE:
        moments = {"close": activity.closes_at}
    poll_moments.plan(visit, activity, moments)


def look(visit: Visit, activity: int) -> None:
    """Where an activity stands, whatever it is doing."""
    found = groups.my_poll(visit, activity)
    if found is None:
        return
    if found.state == DRAFT:
        drafts.preview(visit, activity)
    elif found.state == CLOSED:
        poll_report.report(visit, found)
    elif not _all_left(visit, found):
        _where(visit, found)


def _all_left(visit: Visit, found: Activity) -> bool:
    """Closes what waits for nobody any more, since who had not answered has left the group."""
    answered, of = poll_members.progress(visit, found)
    if found.state != OPEN or not of or answered < of:
        return False
    if found.pace == LIVE:
        poll_results.close_question(visit, found)
    else:
        poll_results.close(visit, found)
    return True


def _where(visit: Visit, found: Activity) -> None:
    """How many have answered, with the button that looks again."""
    if found.state == CLOSED:
        visit.say(
            visit.t("poll-closed-already"),
            button(visit.t("poll-look"), "activity", activity=found.id),
        )
        return
    poll = poll_dialogs.poll_of(found)
    title = said(poll.title, visit.person.language)
    answered, of = poll_members.progress(visit, found)
    here = {"activity": found.id, "step": found.step}
    again = button(visit.t("poll-refresh"), "activity", activity=found.id)
    if found.pace != LIVE:
        assert found.closes_at is not None
        until = drafts.closes(visit, found.closes_at)
        text = visit.t("poll-stands", title=title, answered=answered, of=of, until=until)
        visit.say(text, again, button(visit.t("poll-close"), "poll_close", **here))
    elif found.state == REVIEW:
        visit.say(visit.t("poll-shown", number=found.step + 1), *_after(visit, found, poll))
    else:
        head = visit.t("poll-question-head", number=found.step + 1, count=len(poll.questions))
        question = said(poll.questions[found.step].ask, visit.person.language)
        counted = visit.t("poll-counted", answered=answered, of=of)
        close = button(visit.t("poll-show-result"), "poll_close", **here)
        visit.say("\n".join([head, question, "", counted]), again, close)


def _after(visit: Visit, found: Activity, poll: Poll) -> list[Button]:
    key = "poll-next" if found.step + 1 < len(poll.questions) else "poll-finish"
    return [button(visit.t(key), "poll_next", activity=found.id, step=found.step)]


def close(visit: Visit, activity: int, step: int, sure: bool = False) -> None:
    """The mentor waits for nobody else: the question, or the poll, is closed."""
    found = groups.my_poll(visit, activity)
    if found is None:
        return
    if found.state != OPEN or found.step != step:
        _where(visit, found)
    elif not sure and poll_results.would_delete(visit, found):
        here = {"activity": found.id, "step": step}
        visit.say(
            visit.t("poll-would-delete"),
            button(visit.t("poll-close-anyway"), "poll_close", sure=True, **here),
            button(visit.t("poll-wait"), "activity", activity=found.id),
        )
    elif found.pace == LIVE:
        poll_results.close_question(visit, found)
    else:
        poll_results.close(visit, found)


def following(visit: Visit, activity: int, step: int) -> None:
    """On to the next live question, or the end behind the last one."""
    found = groups.my_poll(visit, activity)
    if found is None:
        return
    if found.state != REVIEW or found.step != step:
        _where(visit, found)
    elif step + 1 >= len(poll_dialogs.poll_of(found).questions):
        poll_results.finish(visit, found)
    elif not groups.is_night(visit, _after(visit, found, poll_dialogs.poll_of(found))[0]):
        activities.change(visit.tx, found.id, state=OPEN, step=step + 1)
        asked = activities.find(visit.tx, found.id)
        assert asked is not None
        poll_asking.ask(visit, asked)
        _where(visit, asked)


def end(visit: Visit, activity: int, step: int | None = None) -> None:
    """The mentor stops before the last question, with the button under a result; an old one only
    shows where the poll stands."""
    found = groups.my_poll(visit, activity)
    if found is None:
        return
    if found.state == REVIEW and found.step == step:
        poll_results.finish(visit, found)
    else:
        _where(visit, found)


def repeat(visit: Visit, activity: int) -> None:
    """The same questions as a new draft."""
    found = groups.my_poll(visit, activity)
    if found is not None and groups.is_mentor(visit):
        poll = poll_dialogs.poll_of(found)
        drafts.settings(visit, drafts.begin(visit, poll, found.body.get("ready")))


def who(visit: Visit, activity: int, person: int | None = None) -> None:
    """Who answered what, one person at a time; never of an anonymous poll."""
    found = groups.my_poll(visit, activity)
    if found is None:
        return
    if found.anonymous or found.state != CLOSED:
        visit.say(visit.t("poll-no-names"))
        return
    given = activities.answers(visit.tx, found.id)
    people = sorted({one.person for one in given if one.person is not None})
    if person is None:
        _choose(visit, found, people)
    elif person in people and (one := visit.other(person)) is not None:
        _say_answers(visit, found, one, given)
    else:
        visit.say(visit.t("not-yours"))


def _choose(visit: Visit, found: Activity, people: list[int]) -> None:
    met = [one for one in map(visit.other, people) if one is not None]
    visit.say(
        visit.t("poll-whose" if met else "poll-nobodys"),
        *(
            button(one.person.name, "poll_who", activity=found.id, person=one.person.id)
            for one in met
        ),
    )


def _say_answers(visit: Visit, found: Activity, one: Visit, given: list[activities.Given]) -> None:
    """A message with somebody's words in it, erased with them."""
    poll, language = poll_dialogs.poll_of(found), visit.person.language
    own = {each.question: each.value for each in given if each.person == one.person.id}
    lines = [
        f"{number}. {said(question.ask, language)}\n– {shown(question, own[question.id], language)}"
        for number, question in enumerate(poll.questions, 1)
        if question.id in own
    ]
    visit.about = one.person.id
    visit.say("\n".join([one.person.name, "", *lines]))
    visit.about = None


def fire(visit: Visit, due: Due) -> None:
    """A moment of an activity: a word to who has not answered, or its end. `visit` is its
    mentor's."""
    found = activities.find(visit.tx, due.subject or 0, lock=True)
    if found is None or found.state not in (OPEN, REVIEW):
        occurrences.settle(visit.tx, due.id, CANCELLED, "it is over")
        return
    occurrences.settle(visit.tx, due.id, FIRED)
    if due.why.get("what") == "nudge":
        _nudge(visit, found)
    elif found.pace == LIVE:
        poll_results.stop(visit, found)
    else:
        poll_results.close(visit, found)


def _nudge(visit: Visit, found: Activity) -> None:
    """Only where the day has no other message for them: it is the one that can be missed."""
    for member in poll_members.members(visit, found):
        one = visit.other(member.person) if member.state != ANSWERED else None
        if one is not None and may_be_nudged(one, "poll_nudge"):
            poll_asking.remind(visit, found, one)


def may_be_nudged(one: Visit, kind: str) -> bool:
    person = one.person
    away = person.stopped_at is not None or kind in person.muted
    return not away and rested(one) <= one.now and daily.is_free(one)
