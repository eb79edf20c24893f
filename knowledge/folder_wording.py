"""What is better said otherwise in a programme folder: advice, which stops nobody.

The dialogs of a folder are held to the same rules as faults, since their texts stand beside ours.
"""

from collections.abc import Iterator
from pathlib import Path

from dialogs.check_latvian import INFLECTED_CURE, inflected
from dialogs.check_texts import SENTENCES_MAX, sentences, untranslated
from dialogs.source import Fault, Unreadable
from knowledge.folder_stages import undated
from knowledge.passages import Passage, of_guide, of_yaml, pairs

MESSAGES = ("programme.yaml", "faq/*.yaml")
"""Where each text is one message; a guide is read as a page."""


def advice(path: Path) -> list[Fault]:
    """By file and line: too long, not translated, with a name that Latvian would inflect, or
    waiting for a word that nobody may know is needed."""
    found = {fault for file in _files(path) for fault in _of_file(file)}
    return sorted(found | {*undated(path / "programme.yaml")})


def _files(path: Path) -> Iterator[Path]:
    for pattern in (*MESSAGES, "guides/*.md"):
        yield from path.glob(pattern)


def _of_file(file: Path) -> Iterator[Fault]:
    try:
        some = list(of_guide(file) if file.suffix == ".md" else of_yaml(file))
    except (Unreadable, UnicodeDecodeError):
        return  # a fault, and reported as one
    for one in some:
        yield from _names(one)
        yield from _length(one) if file.suffix == ".yaml" else ()
    for one, other in pairs(iter(some)) if file.suffix == ".yaml" else ():
        if untranslated(one.text, other.text):
            what = f"'{one.text.strip()}' is the same in lv and en"
            yield _fault(one, one.line, what, "Translate it")


def _names(one: Passage) -> Iterator[Fault]:
    for what in inflected(one.text) if one.language == "lv" else ():
        yield _fault(one, one.line_of(what), f"'{what}' needs an inflected name", INFLECTED_CURE)


def _length(one: Passage) -> Iterator[Fault]:
    """FAQ answers and texts of the calendar are messages; a question is never that long."""
    if (count := sentences(one.text)) > SENTENCES_MAX:
        what = f"the text ({one.language}) has {count} sentences"
        yield _fault(one, one.line, what, f"Keep it to {SENTENCES_MAX}; attention fades online")


def _fault(one: Passage, line: int, what: str, cure: str) -> Fault:
    return Fault(file=str(one.file), line=line, what=what, cure=f"{cure}.")
