"""A mentor's chat of several people: it sees the questions and the results, and never a name."""

from collections.abc import Sequence

from desk import poll_dialogs, poll_pictures
from desk.visit import Visit
from desk.wording import wording
from mentoring.message import Button, Message
from mentoring.polls import Question, said, tally
from store import activities, outbox, people
from store.activities import LIVE, Activity, Given

TAPPED = ("choice", "scale")
"""Kinds of question that one tap answers, so that it can be given in the chat itself."""


def say(visit: Visit, activity: Activity, what: str, message: Message) -> None:
    """`what` names what is said, so that it is said once."""
    if activity.group_address is None or activity.group_channel is None:
        return
    visit.ways.add(activity.group_channel)
    outbox.put_to_group(
        visit.tx,
        message,
        key=f"activity:{activity.id}:{what}",
        channel=activity.group_channel,
        address=activity.group_address,
        now=visit.now,
    )


def language_of(visit: Visit, activity: Activity) -> str:
    """The mentor's: whoever else reads along is not known to us."""
    mentor = people.load(visit.tx, activity.mentor)
    return mentor.language if mentor is not None else visit.person.language


def announce(visit: Visit, activity: Activity) -> None:
    """A poll at one's own pace has begun; it is answered in private only."""
    language = language_of(visit, activity)
    title = said(poll_dialogs.poll_of(activity).title, language)
    text = wording(language)("poll-chat-begun", title=title)
    say(visit, activity, "begun", Message(text=text))


def ask(visit: Visit, activity: Activity) -> None:
    """The live question, with a button for each option where one tap is an answer."""
    poll, language = poll_dialogs.poll_of(activity), language_of(visit, activity)
    question, t = poll.questions[activity.step], wording(language)
    head = t("poll-question-head", number=activity.step + 1, count=len(poll.questions))
    buttons = _options(activity, question, language)
    hint = t("poll-chat-tap" if buttons else "poll-chat-private")
    text = "\n\n".join([f"{head}\n{said(question.ask, language)}", hint])
    shown = poll_dialogs.images(activity).get(question.id)
    alt = said(question.alt, language) if shown and question.alt else None
    message = Message(text=text, buttons=buttons, image=shown, alt=alt)
    say(visit, activity, f"asked:{activity.step}", message)


def _options(activity: Activity, question: Question, language: str) -> tuple[Button, ...]:
    if question.kind not in TAPPED:
        return ()
    if question.kind == "scale":
        labels = [(str(value), value) for value in range(question.low, question.high + 1)]
    else:
        labels = [(said(each, language), place) for place, each in enumerate(question.options)]
    what = {"do": "poll_tap", "activity": activity.id, "step": activity.step}
    return tuple(Button(label=label, action={**what, "value": value}) for label, value in labels)


def show_result(visit: Visit, activity: Activity, place: int, given: Sequence[Given]) -> None:
    """The picture of one question's answers."""
    if activity.group_address is None:
        return
    poll, language = poll_dialogs.poll_of(activity), language_of(visit, activity)
    question = poll.questions[place]
    values = [one.value for one in given if one.question == question.id]
    head = wording(language)("poll-result", number=place + 1, count=len(poll.questions))
    text = f"{head}\n{said(question.ask, language)}"
    if not values:
        text = f"{text}\n{wording(language)('poll-chat-nothing')}"
        say(visit, activity, f"result:{place}", Message(text=text))
        return
    if poll_pictures.hides_words(visit.tx, activity, question):
        text = f"{text}\n{wording(language)('poll-words-hidden')}"
        say(visit, activity, f"result:{place}", Message(text=text))
        return
    alt = poll_pictures.drawn(question, tally(question, values), language).alt
    image = poll_pictures.name_of(activity, place)
    say(visit, activity, f"result:{place}", Message(text=text, image=image, alt=alt))


def show_results(visit: Visit, activity: Activity) -> None:
    """All of a poll that was answered at one's own pace."""
    given = activities.answers(visit.tx, activity.id)
    if activity.pace != LIVE and given:
        for place in range(len(poll_dialogs.poll_of(activity).questions)):
            show_result(visit, activity, place, given)
