"""Pictures of a poll's results and of its questions: who may see one, and what it is drawn from."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desk import poll_dialogs
from desk.drafts import FEWEST
from desk.visit import Visit
from desk.world import World
from mentoring.polls import Question, Tally, tally
from store import activities, people
from store.activities import CLOSED, LIVE, REVIEW, Activity
from store.work import Tx

if TYPE_CHECKING:
    from dialogs.pictures import Picture

PREFIX = "poll:"
WRITTEN = ("text", "words")
"""Kinds of question answered in one's own words."""


@dataclass(frozen=True, kw_only=True)
class DrawablePoll:
    """All that a result's picture is drawn from, so that drawing can happen outside the unit of
    work."""

    question: Question
    tally: Tally
    language: str

    def draw(self) -> "Picture":
        return drawn(self.question, self.tally, self.language)


@dataclass(frozen=True, kw_only=True)
class QuestionPicture:
    """A question's own picture, a file in a poll's folder."""

    path: Path


def drawn(question: Question, counted: Tally, language: str) -> "Picture":
    from dialogs.pictures.poll import draw_poll

    return draw_poll(question, counted, language)


def name_of(activity: Activity, place: int) -> str:
    return f"{PREFIX}{activity.id}:{place}"


def is_one(name: str) -> bool:
    return name.startswith((PREFIX, poll_dialogs.ASKED))


def find(visit: Visit, name: str) -> DrawablePoll | QuestionPicture | None:
    """The picture, if this person may see it now: the mentor, or a member of the group."""
    activity, place = _meant(visit.tx, name)
    if activity is None or activity.programme != visit.part.programme:
        return None
    if "poll" not in activity.body:
        return None
    member = activities.member(visit.tx, activity.id, visit.person.id)
    if activity.mentor != visit.person.id and (member is None or member.state == activities.LEFT):
        return None
    if name.startswith(poll_dialogs.ASKED):
        return _of_question(visit.world, activity, place)
    drawable = _drawable(visit.tx, activity, place, visit.person.language)
    if drawable is None or activity.mentor == visit.person.id:
        return drawable
    return None if hides_words(visit.tx, activity, drawable.question) else drawable


def for_chat(
    tx: Tx, world: World, name: str, address: str
) -> DrawablePoll | QuestionPicture | None:
    """The picture as it is shown in a chat of several people, where the mentor wants it shown; in
    the mentor's language, since nobody else there is known."""
    activity, place = _meant(tx, name)
    mentor = people.load(tx, activity.mentor) if activity is not None else None
    if activity is None or mentor is None or activity.group_address != address:
        return None
    if "poll" not in activity.body:
        return None
    if name.startswith(poll_dialogs.ASKED):
        return _of_question(world, activity, place)
    drawable = _drawable(tx, activity, place, mentor.language)
    if drawable is None or hides_words(tx, activity, drawable.question):
        return None
    return drawable


def hides_words(tx: Tx, activity: Activity, question: Question) -> bool:
    """Whether what was written is the mentor's alone to see: asked so few, who wrote it is plain
    to the others."""
    if activity.anonymous or question.kind not in WRITTEN:
        return False
    return len(activities.members(tx, activity.id)) < FEWEST


def _of_question(world: World, activity: Activity, place: int) -> QuestionPicture | None:
    """The programme may have changed its polls since this one began."""
    loaded = world.programmes.get(activity.programme)
    ready = loaded.polls.get(str(activity.body.get("ready"))) if loaded else None
    questions = poll_dialogs.poll_of(activity).questions
    path = ready.image(questions[place]) if ready and place < len(questions) else None
    return QuestionPicture(path=path) if path is not None and path.is_file() else None


def _meant(tx: Tx, name: str) -> tuple[Activity | None, int]:
    number, _, place = name.removeprefix(PREFIX).removeprefix(poll_dialogs.ASKED).partition(":")
    if not (number.isdigit() and place.isdigit()):
        return None, 0
    return activities.find(tx, int(number)), int(place)


def _drawable(tx: Tx, activity: Activity, place: int, language: str) -> DrawablePoll | None:
    """Only what is closed, and was answered by enough people to be kept."""
    questions = poll_dialogs.poll_of(activity).questions
    if place >= len(questions) or not is_closed(activity, place):
        return None
    question = questions[place]
    given = [one.value for one in activities.answers(tx, activity.id, question.id)]
    if not given or (activity.anonymous and len(given) < FEWEST):
        return None
    return DrawablePoll(question=question, tally=tally(question, given), language=language)


def is_closed(activity: Activity, place: int) -> bool:
    """Whether this question's result may be seen."""
    if activity.state == CLOSED or activity.pace != LIVE:
        return activity.state == CLOSED
    return place < activity.step or (place == activity.step and activity.state == REVIEW)
