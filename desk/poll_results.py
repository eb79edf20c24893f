"""What the answers come to: shown to everybody who answered once a question or a poll is closed.

What few have answered anonymously is deleted unseen. Nothing here speaks of who answered but to
the mentor of a named poll.
"""

from collections.abc import Callable, Mapping, Sequence

from desk import poll_chats, poll_dialogs, poll_mornings, poll_pictures
from desk.drafts import FEWEST
from desk.visit import Visit, button
from mentoring.message import Button
from mentoring.occurrence import Kind
from mentoring.polls import (
    Answer,
    Poll,
    Question,
    Tally,
    right_shown,
    said,
    score,
    shown,
    stumbles,
    tally,
)
from store import activities, occurrences, pairings, people, sessions
from store.activities import ANSWERED, CLOSED, LIVE, OPEN, REVIEW, Activity, Given, Member
from store.occurrences import CANCELLED, FIRED, Due, Scope

KIND: Kind = "activity"

RESULT, RESULTS, OVER = "result", "results", "over"
"""What is told: a live question's answers, all of a poll's, the last words of a live one."""


def members(visit: Visit, activity: Activity) -> list[Member]:
    """Who was asked and still belongs to the group: whose pairing has ended has left it, and who
    wants no messages is not waited for."""
    pairs = pairings.of_mentor(visit.tx, activity.mentor, activity.programme, "active")
    asked = {one.person: one for one in activities.members(visit.tx, activity.id)}
    met = [people.load(visit.tx, pair.mentee) for pair in pairs if pair.mentee in asked]
    still = {one.id for one in met if one is not None and one.stopped_at is None}
    return [one for one in asked.values() if one.person in still]


def is_through(activity: Activity, member: Member) -> bool:
    """Whether they have answered all there is to answer now."""
    if activity.pace == LIVE:
        return member.step > activity.step
    return member.state == ANSWERED


def progress(visit: Visit, activity: Activity) -> tuple[int, int]:
    """How many have answered, of how many."""
    some = members(visit, activity)
    return sum(is_through(activity, one) for one in some), len(some)


def reader(visit: Visit, person: int) -> Visit | None:
    """Somebody to be shown results, which are not the doing of whoever brought them about; None
    where a poll is the last thing they need now."""
    found = visit.other(person)
    if found is None or in_need(found):
        return None
    found.about = None
    return found


def in_need(one: Visit) -> bool:
    """Whether they have just cried for help and were asked whether they are safe."""
    return one.person.focus is not None and one.person.focus["on"] == "safe"


def close_question(visit: Visit, activity: Activity) -> Activity:
    """The live question is over: everybody sees what was answered."""
    poll = poll_dialogs.poll_of(activity)
    place = activity.step
    sessions.drop(visit.tx, poll_dialogs.name_of(activity))
    _drop_few(visit, activity, poll.questions[place])
    activities.change(visit.tx, activity.id, state=REVIEW)
    activity = _again(visit, activity)
    for person in _everybody(visit, activity):
        _tell(visit, activity, person, RESULT)
    _tell_chat(visit, activity)
    return activity


def _everybody(visit: Visit, activity: Activity) -> list[int]:
    return [*(one.person for one in members(visit, activity)), activity.mentor]


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


def _tell_result(one: Visit, activity: Activity, place: int) -> None:
    given = activities.answers(one.tx, activity.id)
    if one.person.id != activity.mentor:
        _show(one, activity, place, given, _own(given, one.person.id))
        return
    goes_on = activity.state == REVIEW and activity.step == place
    buttons = _next(one, activity, poll_dialogs.poll_of(activity)) if goes_on else []
    _show(one, activity, place, given, None, *buttons)


def _again(visit: Visit, activity: Activity) -> Activity:
    found = activities.find(visit.tx, activity.id)
    assert found is not None
    return found


def _next(mentor: Visit, activity: Activity, poll: Poll) -> list[Button]:
    here = {"activity": activity.id, "step": activity.step}
    if activity.step + 1 < len(poll.questions):
        following = button(mentor.t("poll-next"), "poll_next", **here)
        return [following, button(mentor.t("poll-end"), "poll_end", **here)]
    return [button(mentor.t("poll-finish"), "poll_next", **here)]


def would_delete(visit: Visit, activity: Activity) -> bool:
    """Whether closing it now would delete what has been answered."""
    if not activity.anonymous:
        return False
    if activity.pace != LIVE:
        return 0 < _took_part(visit, activity)[0] < FEWEST
    question = poll_dialogs.poll_of(activity).questions[activity.step]
    return 0 < len(activities.answers(visit.tx, activity.id, question.id)) < FEWEST


def _drop_few(visit: Visit, activity: Activity, question: Question) -> None:
    """Fewer than three anonymous answers would tell whose they are."""
    given = activities.answers(visit.tx, activity.id, question.id)
    if activity.anonymous and len(given) < FEWEST:
        activities.drop_answers(visit.tx, activity.id, question.id)


def _own(given: Sequence[Given], person: int) -> dict[str, Answer]:
    return {one.question: one.value for one in given if one.person == person}


def tallied(question: Question, given: Sequence[Given]) -> Tally:
    return tally(question, [one.value for one in given if one.question == question.id])


def _show(
    one: Visit,
    activity: Activity,
    place: int,
    given: Sequence[Given],
    own: dict[str, Answer] | None,
    *buttons: Button,
) -> None:
    """One question's result. `own` are the reader's answers, None for the mentor."""
    poll, language = poll_dialogs.poll_of(activity), one.person.language
    question = poll.questions[place]
    counted = tallied(question, given)
    head = one.t("poll-result", number=place + 1, count=len(poll.questions))
    lines = [head, said(question.ask, language), *_answers(one, question, own)]
    if not counted.count:
        few = "poll-question-few" if activity.anonymous else "poll-question-none"
        one.say("\n".join([*lines, one.t(few, fewest=FEWEST)]), *buttons)
        return
    if own is None:
        lines += _numbers(one, question, counted)
    elif poll_pictures.hides_words(one.tx, activity, question):
        one.say("\n".join([*lines, one.t("poll-words-hidden")]))
        return
    one.say(
        "\n".join(lines),
        *buttons,
        image=poll_pictures.name_of(activity, place),
        alt=poll_pictures.drawn(question, counted, language).alt,
        kind=_kind(activity, question),
    )


def _kind(activity: Activity, question: Question) -> str:
    """Messages that hold people's own words under their names go when one of them is erased."""
    words = question.kind in poll_pictures.WRITTEN and not activity.anonymous
    return activities.words_of(activity.id) if words else KIND


def _answers(one: Visit, question: Question, own: dict[str, Answer] | None) -> list[str]:
    """The reader's own answer where it is known, the right one, and what explains it."""
    language, lines = one.person.language, []
    if own and question.id in own:
        answer = shown(question, own[question.id], language)
        lines.append(one.t("poll-your-answer", answer=answer))
    if question.has_right:
        lines.append(one.t("poll-right-answer", answer=right_shown(question, language)))
        if question.why:
            lines.append(said(question.why, language))
    return lines


def _numbers(one: Visit, question: Question, counted: Tally) -> list[str]:
    """How many, and how many were right."""
    lines = [one.t("poll-answers", count=counted.count)]
    if counted.right is not None:
        lines.append(one.t("poll-right-count", right=counted.right, count=counted.count))
    return lines


def close(visit: Visit, activity: Activity) -> None:
    """A poll is over: who answered gets the results, the mentor the report."""
    poll = poll_dialogs.poll_of(activity)
    sessions.drop(visit.tx, poll_dialogs.name_of(activity))
    for question in poll.questions:
        _drop_few(visit, activity, question)
    if activity.anonymous and _took_part(visit, activity)[0] < FEWEST:
        activities.drop_answers(visit.tx, activity.id)
    settle(visit, activity)
    activity = _again(visit, activity)
    for member in members(visit, activity):
        if is_through(activity, member):
            _tell(visit, activity, member.person, RESULTS)
    _tell(visit, activity, activity.mentor, RESULTS)
    _tell_chat(visit, activity)


def settle(visit: Visit, activity: Activity) -> None:
    """Over; its moments are no longer planned."""
    activities.change(visit.tx, activity.id, state=CLOSED, closed_at=visit.now)
    scope = Scope(
        programme=activity.programme, person=activity.mentor, kinds=(KIND,), subject=activity.id
    )
    occurrences.reconcile(visit.tx, scope, [])


def _tell_results(one: Visit, activity: Activity, _place: int) -> None:
    if one.person.id == activity.mentor:
        report(one, activity)
    else:
        _tell_member(one, activity, activities.answers(one.tx, activity.id))


def _tell_member(one: Visit, activity: Activity, given: Sequence[Given]) -> None:
    poll = poll_dialogs.poll_of(activity)
    title = said(poll.title, one.person.language)
    if not given:
        key = "poll-dropped" if activity.anonymous else "poll-nothing"
        one.say(one.t(key, title=title, fewest=FEWEST))
        return
    own = _own(given, one.person.id)
    one.say("\n".join([one.t("poll-results", title=title), *_score(one, poll, own)]))
    for place in range(len(poll.questions)):
        _show(one, activity, place, given, own)


def _score(one: Visit, poll: Poll, own: dict[str, Answer]) -> list[str]:
    right, of = score(poll, own)
    return [one.t("poll-score", right=right, of=of)] if own and of else []


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


def _tell_over(one: Visit, activity: Activity, _place: int) -> None:
    given = activities.answers(one.tx, activity.id)
    if one.person.id == activity.mentor:
        _say_over(one, activity, given)
        return
    poll = poll_dialogs.poll_of(activity)
    title = said(poll.title, one.person.language)
    member = activities.member(one.tx, activity.id, one.person.id)
    took_part = member is not None and member.state == ANSWERED
    lines = _score(one, poll, _own(given, one.person.id))
    key = "poll-live-over" if took_part else "poll-live-ended"
    one.say("\n".join([one.t(key, title=title), *lines]))


def _say_over(mentor: Visit, activity: Activity, given: Sequence[Given]) -> None:
    if given:
        _say_end(mentor, activity, given)
    else:
        title = said(poll_dialogs.poll_of(activity).title, mentor.person.language)
        _say_nothing(mentor, activity, title)


def report(mentor: Visit, activity: Activity) -> None:
    """All of a closed poll, for its mentor: each question, then what is worth talking about."""
    poll = poll_dialogs.poll_of(activity)
    title = said(poll.title, mentor.person.language)
    given = activities.answers(mentor.tx, activity.id)
    if not given:
        _say_nothing(mentor, activity, title)
        return
    answered, of = _took_part(mentor, activity)
    mentor.say(mentor.t("poll-report", title=title, answered=answered, of=of))
    for place in range(_asked(activity, poll)):
        _show(mentor, activity, place, given, None)
    _say_end(mentor, activity, given)


def _asked(activity: Activity, poll: Poll) -> int:
    """How many of the questions were asked; a live poll may be ended before the last."""
    count = len(poll.questions)
    return min(activity.step + 1, count) if activity.pace == LIVE else count


def _took_part(visit: Visit, activity: Activity) -> tuple[int, int]:
    """How many have answered, of how many; who has left since counts where they had answered."""
    asked = activities.members(visit.tx, activity.id)
    done = {one.person for one in asked if one.state == ANSWERED}
    still = {one.person for one in members(visit, activity)}
    return len(done), len(done | still)


def _say_nothing(mentor: Visit, activity: Activity, title: str) -> None:
    """There is no answer left to be talked about."""
    answered, _ = _took_part(mentor, activity)
    key = "poll-report-few" if activity.anonymous and answered else "poll-report-none"
    mentor.say(mentor.t(key, title=title, fewest=FEWEST), _again_button(mentor, activity))


def _say_end(mentor: Visit, activity: Activity, given: Sequence[Given]) -> None:
    """Where people stumbled, and for named polls the way to who answered what."""
    buttons = [] if activity.anonymous or not given else [_who(mentor, activity)]
    stumbled = _stumbles(mentor, activity, given)
    text = "\n".join(stumbled) if stumbled else mentor.t("poll-report-end")
    mentor.say(text, *buttons, _again_button(mentor, activity))


def _who(mentor: Visit, activity: Activity) -> Button:
    return button(mentor.t("poll-who"), "poll_who", activity=activity.id)


def _again_button(mentor: Visit, activity: Activity) -> Button:
    return button(mentor.t("poll-repeat"), "poll_repeat", activity=activity.id)


def _stumbles(mentor: Visit, activity: Activity, given: Sequence[Given]) -> list[str]:
    poll, language = poll_dialogs.poll_of(activity), mentor.person.language
    found = stumbles(poll, {each.id: tallied(each, given) for each in poll.questions})
    if not found:
        return [mentor.t("poll-no-stumbles")] if poll.quiz else []
    lines = [mentor.t("poll-stumbles")]
    for one in found:
        lines.append(
            mentor.t(
                "poll-stumble",
                question=said(one.question.ask, language),
                right=one.right,
                count=one.count,
                wrong=shown(one.question, one.wrong, language),
            )
        )
    return lines


_TOLD: Mapping[str, Callable[[Visit, Activity, int], None]] = {
    RESULT: _tell_result,
    RESULTS: _tell_results,
    OVER: _tell_over,
    poll_mornings.CHAT: _show_chat,
}
