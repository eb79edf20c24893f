"""Whole conversations, word for word. `pytest --rewrite-transcripts` writes them anew."""

from pathlib import Path

import pytest

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


def test_every_dialog_has_its_conversations() -> None:
    """Each dialog and ready-made poll is played in full in both languages."""
    from dialogs.load import load_library
    from dialogs.ready_poll import load_polls

    names = {path.stem for path in FILES}
    for dialog in (*load_library(), *(f"poll-{name}" for name in load_polls())):
        assert {f"{dialog}_lv", f"{dialog}_en"} <= names
