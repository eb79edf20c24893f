"""A programme's own polls beside those of the assistant."""

from pathlib import Path
from shutil import copytree

import pytest

from knowledge.folder import check_folder, load_folder
from tests.dialogs.test_ready_polls import TEXT, png

SCHOOL = Path(__file__).parent.parent.parent / "programmes" / "skola-kopiena"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A programme with a folder for polls."""
    copied = copytree(SCHOOL, tmp_path / "school")
    (copied / "polls").mkdir(exist_ok=True)
    return copied


def write(folder: Path, name: str, text: str) -> None:
    (folder / "polls" / name).write_text(text, encoding="utf-8")


def test_a_programme_has_the_ready_made_polls_and_its_own(folder: Path) -> None:
    """An own one with the id of a ready-made one takes its place."""
    write(folder, "small.yaml", TEXT)
    write(folder, "mood.yaml", TEXT.replace("id: small", "id: mood"))
    polls = load_folder(folder).polls
    assert {"small", "mood", "group-check-in"} <= set(polls)
    assert polls["mood"].poll.title["en"] == "Small"
    assert polls["mood"].folder == folder / "polls"


def test_a_fault_in_a_poll_is_a_fault_of_the_folder(folder: Path) -> None:
    """`python -m bot check` shows its file and line."""
    write(folder, "small.yaml", TEXT.replace("answer: text", "answer: song"))
    (fault,) = check_folder(folder)
    assert str(fault).startswith(f"{folder / 'polls' / 'small.yaml'}:7: poll small, question first")


def test_a_picture_that_no_question_shows_is_a_fault(folder: Path) -> None:
    """Most likely its name is written differently there; with a question it is none."""
    write(folder, "small.yaml", TEXT)
    (folder / "polls" / "map.png").write_bytes(png())
    (fault,) = check_folder(folder)
    assert fault.what == "no question shows this picture"
    write(folder, "small.yaml", TEXT + "  image: map.png\n  alt: {lv: Karte, en: A map}\n")
    assert check_folder(folder) == []


def test_another_file_among_the_polls_is_not_passed_over(folder: Path) -> None:
    """As in the other folders: whoever wrote it should know that nobody reads it."""
    write(folder, "small.yml", TEXT)
    (fault,) = check_folder(folder)
    assert fault.what == "nothing with this name is read"


def test_a_poll_lacks_a_language_of_its_programme(folder: Path) -> None:
    """Said before a reader of that language meets Latvian in the middle of a chat."""
    programme = folder / "programme.yaml"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("languages: [lv, en]", "languages: [lv, en, ru]"), "utf-8")
    write(folder, "small.yaml", TEXT)
    found = [fault.what for fault in check_folder(folder)]
    assert "the poll 'small' lacks the language 'ru'" in found
