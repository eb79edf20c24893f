"""Names, measuring and the PNG: what all pictures share."""

import struct
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.errors import UnknownPicture
from dialogs.load import load_library
from dialogs.pictures import PICTURES, draw
from dialogs.pictures.measure import clipped, width, wrap
from dialogs.pictures.png import to_png

LIBRARY = load_library()


def test_every_dialog_that_is_drawn_has_its_picture() -> None:
    """A dialog's `draw:` names a picture there is, and its own by default."""
    assert {dialog.draw for dialog in LIBRARY.values() if dialog.draw} <= set(PICTURES)
    assert set(PICTURES) <= set(LIBRARY)


def test_an_unknown_picture_is_named() -> None:
    """The message says which are known."""
    with pytest.raises(UnknownPicture, match="wheel"):
        draw("weel", {}, "lv")


def test_a_png_is_as_wide_as_it_was_asked_for() -> None:
    """The height follows; the picture is not empty."""
    svg = draw("wheel", {"areas": ["school", "sleep"], "score": [3, 9]}, "lv").svg
    png = to_png(svg, 450)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">I", png[16:20]) == (450,)
    assert len(to_png(svg)) > len(png) > 5_000


@pytest.mark.parametrize(("name", "wide"), [("wheel", 500), ("swot", 900)])
def test_a_png_is_as_large_as_its_drawing_says(name: str, wide: int) -> None:
    """Whole pixels: no row at the edge is half see-through."""
    svg = draw(name, {"areas": ["school", "sleep"], "score": [3, 9]}, "lv").svg
    png = to_png(svg)
    assert struct.unpack(">I", png[16:20]) == (wide,)
    tall = ElementTree.fromstring(svg).attrib["height"]
    assert struct.unpack(">I", png[20:24]) == (int(tall),)


@given(text=st.text(max_size=40), room=st.integers(80, 400))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, room: int) -> None:
    """Only spaces and hyphens differ."""
    lines = wrap(text, 26, room)
    assert all(width(line, 26) <= room for line in lines)
    assert _letters("".join(lines)) == _letters(text)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Programmēšana", ["Program-", "mēšana"]),
        ("Uzņēmējdarbība", ["Uzņēmēj-", "darbība"]),
        ("Brīvprātīgais", ["Brīvprā-", "tīgais"]),
        ("Zzzzzzzzzzzzzzzz", ["Zzzzzzzzzzz-", "zzzzz"]),
    ],
)
def test_a_long_word_is_parted_between_syllables(word: str, parts: list[str]) -> None:
    """About in the middle, with a hyphen; a word without vowels where it is full."""
    assert wrap(word, 26, 150) == parts


@given(text=st.text(max_size=60))
def test_a_clipped_line_fits(text: str) -> None:
    """What fits stays whole."""
    assert width(clipped(text, 20, 200), 20) <= 200
    if width(text, 20) <= 200:
        assert clipped(text, 20, 200) == text


def _letters(text: str) -> str:
    return "".join(text.split()).replace("-", "")
