"""The polls of a programme folder beside those that come with the assistant."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dialogs.ready_poll import ReadyPoll, load_polls, read_ready_poll
from dialogs.source import Fault

FOLDER = "polls"
PICTURES = (".png", ".jpg", ".jpeg")


def read_polls(path: Path, languages: Sequence[str], faults: list[Fault]) -> dict[str, ReadyPoll]:
    """By id; one of the folder's own stands for the assistant's poll of the same id."""
    own: dict[str, ReadyPoll] = {}
    broken = False
    for file in sorted((path / FOLDER).glob("*.yaml")):
        ready, found = read_ready_poll(file)
        faults.extend(found)
        broken = broken or ready is None
        if ready is not None:
            own[ready.id] = ready
    polls = {**load_polls(), **own}
    for ready in own.values():
        faults.extend(_untranslated(ready, languages))
    if not broken:
        faults.extend(_unused(path / FOLDER, own))
    return polls


def _untranslated(ready: ReadyPoll, languages: Sequence[str]) -> Iterator[Fault]:
    """A poll falls back to another language rather than fail, but its writer should know."""
    title = ready.poll.title
    file = str(ready.folder / f"{ready.id}.yaml")
    for language in languages:
        if language not in title:
            what = f"the poll '{ready.id}' lacks the language '{language}'"
            yield Fault(file=file, line=1, what=what, cure=f"Add '{language}:' to its texts.")


def _unused(folder: Path, own: Mapping[str, ReadyPoll]) -> Iterator[Fault]:
    """Pictures that no question shows, most likely since its name is written differently."""
    named = {question.image for ready in own.values() for question in ready.poll.questions}
    for item in sorted(folder.glob("*")):
        if item.suffix.lower() in PICTURES and item.name not in named:
            cure = "Name it under 'image:' of a question, or move it away."
            yield Fault(file=str(item), line=1, what="no question shows this picture", cure=cure)
