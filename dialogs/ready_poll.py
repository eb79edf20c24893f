"""A poll as it comes with the assistant or a programme: written by hand, checked before use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dialogs.errors import BrokenLibrary
from dialogs.load import POLLS
from dialogs.poll_image import IMAGE_NAME, image_faults
from dialogs.poll_question import KEYS, read_question
from dialogs.shape import Place
from dialogs.source import Fault, LocatedDict, Unreadable, load_yaml
from mentoring.polls import Poll, Question
from mentoring.text import Text

QUESTIONS_MAX = 12
"""More is a survey that nobody in a chat finishes."""

TITLE_MAX = 40
NOTE_MAX = 300
_KEYS = ("id", "title", "note", "quiz", "questions")
NOUNS = ("poll", "question")


@dataclass(frozen=True, kw_only=True)
class ReadyPoll:
    """`note` tells the mentor what it is good for; `folder` is where its pictures are."""

    id: str
    note: Text
    poll: Poll
    folder: Path

    def image(self, question: Question) -> Path | None:
        """The file of a question's picture."""
        return self.folder / question.image if question.image else None


def read_ready_poll(path: Path) -> tuple[ReadyPoll | None, list[Fault]]:
    """The poll, or its faults in the order of their lines: never both."""
    try:
        data = load_yaml(path)
    except Unreadable as error:
        return None, [error.fault]
    faults: list[Fault] = []
    top = Place(data=data, file=str(path), faults=faults, dialog=path.stem, nouns=NOUNS)
    if not isinstance(data, LocatedDict):
        top.fault("a poll is a mapping of id, title, note and questions", "Start so")
        return None, faults
    ready = _ready(top, path)
    return (None, sorted(faults)) if faults or ready is None else (ready, [])


def load_polls() -> dict[str, ReadyPoll]:
    """The polls that come with the assistant, by id; raises BrokenLibrary, since these are ours."""
    return dict(_library())


@lru_cache(maxsize=1)
def _library() -> Mapping[str, ReadyPoll]:
    found: dict[str, ReadyPoll] = {}
    for path in sorted(POLLS.glob("*.yaml")):
        ready, faults = read_ready_poll(path)
        if ready is None:
            raise BrokenLibrary("\n".join(map(str, faults)))
        found[ready.id] = ready
    return found


def _ready(top: Place, path: Path) -> ReadyPoll | None:
    top.only(_KEYS)
    quiz = top.yes("quiz")
    questions = tuple(_questions(top, path, quiz))
    if top.name("id") != path.stem and top.get("id") is not None:
        top.fault(f"the file is called '{path.name}'", "Name it by its id", "id")
    title, note = _short(top, "title", TITLE_MAX), _short(top, "note", NOTE_MAX)
    if title is None or note is None or not questions:
        return None
    poll = Poll(title=title, questions=questions, quiz=quiz)
    return ReadyPoll(id=path.stem, note=note, poll=poll, folder=path.parent)


def _short(top: Place, key: str, most: int) -> Text | None:
    wording = top.wording(key)
    if wording is None:
        return None
    for language, text in wording.texts.items():
        if len(text) > most:
            top.fault(f"{key} ({language}) has {len(text)} characters", f"Keep it to {most}", key)
    return wording.texts


def _questions(top: Place, path: Path, quiz: bool) -> Iterator[Question]:
    """Each question that can be read; the faults of all of them are noted."""
    written = len(top.list("questions"))
    if not 1 <= written <= QUESTIONS_MAX:
        top.fault(f"there are {written} questions", f"Ask 1 to {QUESTIONS_MAX}", "questions")
    seen: set[str] = set()
    scored = False
    for place in top.places("questions"):
        at = place.at_step()
        at.only(KEYS)
        question = read_question(at, quiz)
        if at.name("id") in seen:
            at.fault("the id is used twice", "Give each question an id of its own", "id")
        seen.add(str(at.get("id")))
        _image(at, path.parent)
        scored = scored or bool(question and question.has_right)
        if question is not None:
            yield question
    if quiz and written and not scored and not top.faults:
        top.fault("nothing is right in this quiz", "Add 'right:', or leave 'quiz' out", "quiz")


def _image(at: Place, folder: Path) -> None:
    name = at.word("image")
    if name is None:
        return
    if at.get("alt") is None:
        at.fault("the picture has no 'alt'", "Say in words what it shows", "image")
    if not IMAGE_NAME.fullmatch(name):
        cure = "Name a .png or .jpg file beside the poll, without blanks"
        at.fault(f"image is '{name}'", cure, "image")
        return
    for what, cure in image_faults(folder / name):
        at.fault(what, cure, "image")
