"""What the results of a poll or a quiz say: one question, all of them, and the mentor's report.

Nothing here speaks of who answered but to the mentor of a named poll.
"""

from collections.abc import Sequence

from desk import (
    poll_dialogs,
    poll_members,
    poll_pictures,
)
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
from store import activities
from store.activities import ANSWERED, LIVE, REVIEW, Activity, Given

KIND: Kind = "activity"


def tell_result(one: Visit, activity: Activity, place: int) -> None:
    given = activities.answers(one.tx, activity.id)
    if one.person.id != activity.mentor:
        _show(one, activity, place, given, _own(given, one.person.id))
        return
    goes_on = activity.state == REVIEW and activity.step == place
    buttons = _next(one, activity, poll_dialogs.poll_of(activity)) if goes_on else []
    _show(one, activity, place, given, None, *buttons)


def _next(mentor: Visit, activity: Activity, poll: Poll) -> list[Button]:
    here = {"activity": activity.id, "step": activity.step}
    if activity.step + 1 < len(poll.questions):
        following = button(mentor.t("poll-next"), "poll_next", **here)
        return [following, button(mentor.t("poll-end"), "poll_end", **here)]
    return [button(mentor.t("poll-finish"), "poll_next", **here)]


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


def _own(given: Sequence[Given], person: int) -> dict[str, Answer]:
    return {one.question: one.value for one in given if one.person == person}


def tell_results(one: Visit, activity: Activity, _place: int) -> None:
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


def tell_over(one: Visit, activity: Activity, _place: int) -> None:
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
    answered, of = poll_members.took_part(mentor, activity)
    mentor.say(mentor.t("poll-report", title=title, answered=answered, of=of))
    for place in range(_asked(activity, poll)):
        _show(mentor, activity, place, given, None)
    _say_end(mentor, activity, given)


def _asked(activity: Activity, poll: Poll) -> int:
    """How many of the questions were asked; a live poll may be ended before the last."""
    count = len(poll.questions)
    return min(activity.step + 1, count) if activity.pace == LIVE else count


def _say_nothing(mentor: Visit, activity: Activity, title: str) -> None:
    """There is no answer left to be talked about."""
    answered, _ = poll_members.took_part(mentor, activity)
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
