"""docs/dialogs.md shows the library as it is."""

import re
import struct

import pytest

from dialogs.load import load_library
from dialogs.ready_poll import load_polls
from tests.content.dialogs_page import (
    EXCERPTS,
    IMAGE_BYTES_MAX,
    PAGE,
    Image,
    excerpt,
    images,
    pictures,
    rewritten,
)

TEXT = PAGE.read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([\w-]+)` \|", re.MULTILINE)
SHOWN = re.compile(r"!\[([^\]]*)\]\(images/([^)]+)\)")
IMAGES = images()


def test_the_table_lists_exactly_the_dialogs_of_the_library() -> None:
    """And the ready-made polls: none is missing, none is left over, none is there twice."""
    assert sorted(ROW.findall(TEXT)) == sorted([*load_library(), *load_polls()])


def test_the_page_says_what_the_library_says() -> None:
    """After a change of either: `python -m tests.content.dialogs_page`."""
    assert rewritten(TEXT) == TEXT


def test_what_stands_outside_the_marks_is_kept() -> None:
    """The script may be run over a page that people have written on."""
    page = "# Mine\n\n<!-- generated: excerpt grow -->\nstale words\n<!-- end -->\n\nMine too\n"
    made = rewritten(page)
    assert made.startswith("# Mine\n\n<!-- generated: excerpt grow -->\n> ")
    assert made.endswith("\n<!-- end -->\n\nMine too\n")
    assert "stale words" not in made


@pytest.mark.parametrize("dialog", EXCERPTS)
def test_an_excerpt_is_on_the_page_and_ends_with_the_person(dialog: str) -> None:
    """It begins with a question and shows as many answers as it was meant to."""
    lines = list(excerpt(dialog))
    assert f"<!-- generated: excerpt {dialog} -->" in TEXT
    assert not lines[0].startswith("> **")
    assert lines[-3].startswith("> **")
    assert sum(line.startswith("> **") for line in lines) == EXCERPTS[dialog][1]


@pytest.mark.parametrize("image", IMAGES, ids=[image.name for image in IMAGES])
def test_a_picture_is_there_and_small_enough(image: Image) -> None:
    """A reader on a phone waits for the bytes; one who can't see has the words."""
    data = image.file.read_bytes()
    assert struct.unpack(">I", data[16:20])[0] >= 500
    assert len(data) < IMAGE_BYTES_MAX
    assert f"(images/{image.name})" in "".join(pictures(image.dialog))


def test_every_picture_of_a_dialog_is_made_by_the_script() -> None:
    """No file is left behind when a dialog loses its picture."""
    made = {image.name for image in IMAGES}
    assert {name for _, name in SHOWN.findall(TEXT)} == made
    assert {path.name for path in IMAGES[0].file.parent.glob("dialog-*.png")} == made
    assert all(alt for alt, _ in SHOWN.findall(TEXT))
