"""The Business Model Canvas: nine fields where everybody expects them."""

from time import perf_counter
from typing import Any
from xml.etree import ElementTree

import pytest

from dialogs.load import load_library
from dialogs.pictures import draw
from dialogs.pictures.png import to_png
from tests.pictures.test_swot import LONG, SVG, letters, outside, overfull

ANSWERS: dict[str, Any] = {
    "idea": "Šuju somas no vecām burām",
    "customers": "Skolotāji",
    "main_customer": "Mana skola",
    "value": "Katra soma ir citāda",
    "channels": "- skolas tirdziņš\n- lapa internetā",
    "relations": "Atbildu uz katru ziņu",
    "revenue": "25 eiro par somu",
    "resources": "Šujmašīna",
    "activities": "Šūšana",
    "partners": "Jahtklubs",
    "costs": "Diegi",
}
FIELDS = ("customers", "value", "channels", "relations", "revenue",
          "resources", "activities", "partners", "costs")  # fmt: skip


def places(answers: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """Where each text of the picture begins."""
    root = ElementTree.fromstring(draw("canvas", answers, "en").svg)
    lines = root.iter(f"{SVG}text")
    return {line.text or "": (float(line.attrib["x"]), float(line.attrib["y"])) for line in lines}


def test_the_nine_fields_stand_where_the_known_sheet_has_them() -> None:
    """Partners left, value in the middle, customers right, money below, costs before revenue."""
    at = places({name: name for name in FIELDS})
    upper = ("partners", "activities", "value", "relations", "customers")
    assert sorted(upper, key=lambda name: at[name][0]) == list(upper)
    for above, below in (("activities", "resources"), ("relations", "channels")):
        assert at[above][0] == at[below][0]
        assert at[above][1] < at[below][1] < at["costs"][1]
    assert at["costs"][0] < at["revenue"][0]


def test_every_field_and_answer_is_in_its_words() -> None:
    """In the order of the dialog; several lines of an answer are told in one."""
    alt = draw("canvas", ANSWERS, "lv").alt.split("\n")
    assert alt[0] == "Biznesa modeļa audekls: Šuju somas no vecām burām"
    assert alt[1] == ("Klientu segmenti: Kam noder – Skolotāji; Svarīgākais klients – Mana skola")
    assert alt[3] == "Kanāli: Kā uzzina un saņem – skolas tirdziņš; lapa internetā"
    assert len(alt) == 1 + len(FIELDS)


def test_every_question_of_the_dialog_has_its_place() -> None:
    """No answer is asked for and then not shown."""
    answers = {step.id: step.id for step in load_library()["canvas"].steps if step.id != "share"}
    shown = letters(draw("canvas", answers, "en")).split()
    assert set(answers) <= set(shown)


@pytest.mark.parametrize("text", [LONG, LONG * 8, "W" * 2_000, "1\n" * 900, "<&>" * 600])
def test_no_letter_leaves_its_field(text: str) -> None:
    """Whatever the length; what is cut is marked, and the words say so and have it all."""
    picture = draw("canvas", overfull("canvas", text), "en")
    assert outside(picture) == []
    assert ("here is all the text" in picture.alt) == ("…" in letters(picture))


def test_its_png_has_more_pixels_than_that_of_a_narrow_picture() -> None:
    """Five columns need them, so that one can look closer on a phone."""
    png = to_png(draw("canvas", ANSWERS, "lv").svg)
    assert int.from_bytes(png[16:20]) == 1_620


def test_the_longest_answers_are_drawn_at_once() -> None:
    """A picture is drawn while somebody waits, and nobody can make it take long."""
    began = perf_counter()
    draw("canvas", overfull("canvas", "<&>" * 600), "en")
    assert perf_counter() - began < 1
