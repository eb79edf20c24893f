"""Whole conversations, word for word. `pytest --rewrite-transcripts` writes them anew."""

import re
from pathlib import Path

import pytest

from dialogs.definition import Definition, Step
from dialogs.load import load_library
from tests.dialogs.transcript import Transcript

FOLDER = Path(__file__).parent.parent / "transcripts"
FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_conversation_reads_as_it_was_approved(
    path: Path, request: pytest.FixtureRequest
) -> None:
    """Every word, button and effect of the conversation is as in the file."""
    transcript = Transcript(path)
    played = transcript.played()
    if request.config.getoption("--rewrite-transcripts"):
        path.write_text(played, encoding="utf-8")
    else:
        assert played == transcript.written


@pytest.mark.parametrize("dialog", [d for d in load_library().values() if d.family])
def test_the_conversations_of_a_check_in_ask_all_it_can_ask(dialog: Definition) -> None:
    """In full in both languages, around every question, and past every bad answer."""
    kinds = ("lv", "en", "back_skip_why_later", "bad_input")
    scripts = [Transcript(FOLDER / f"{dialog.id}_{kind}.txt") for kind in kinds]
    asked = {step.id for step in dialog.steps if any(_asks(script, step) for script in scripts)}
    assert asked == {step.id for step in dialog.steps}


def _asks(script: Transcript, step: Step) -> bool:
    """By its longest piece without a placeholder."""
    ask = step.ask.texts[script.head["language"]]
    return max(re.split(r"\{\w+\}", ask), key=len) in script.written


def test_every_dialog_has_its_conversations() -> None:
    """Each dialog of the library is played in full in both languages."""
    names = {path.stem for path in FILES}
    for dialog in load_library():
        assert {f"{dialog}_lv", f"{dialog}_en"} <= names
