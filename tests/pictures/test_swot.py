"""The four fields of a SWOT analysis: all that was said, inside its field, or visibly cut."""

from typing import Any
from xml.etree import ElementTree

import pytest

from dialogs.load import load_library
from dialogs.pictures import Picture, draw
from dialogs.pictures.measure import width
from dialogs.pictures.png import to_png

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Šis ir ļoti garš teikums, kas turpinās un turpinās. "
ANSWERS: dict[str, Any] = {
    "topic": "vasaras darbs",
    "skills": ["saprasties ar bērniem", "salabot riteni"],
    "confident": "Kad man ir plāns",
    "learn": ["runāt angliski"],
    "hard": "Kad jāzvana svešiem cilvēkiem",
    "chances": ["vasaras nometne"],
    "mentor_help": "Iepazīstināt ar vadītāju",
    "outside": ["Maz vietu"],
    "inside": "Nav naudas autobusam",
    "conclusion": "Piesakos nometnē",
    "actions": [{"what": "Uzrakstu pieteikumu", "when": "2026-03-09"}],
}


def overfull(kind: str, text: str) -> dict[str, Any]:
    """Every question of the dialog answered with the same text, lists with three of them."""
    steps = load_library()[kind].steps
    texts = {step.id: text for step in steps if type(step.answer).__name__ == "Text"}
    return texts | {name: [text] * 3 for name in ("skills", "learn", "chances", "outside")}


def outside(picture: Picture) -> list[str]:
    """Lines of text that leave the card they begin in."""
    root = ElementTree.fromstring(picture.svg)
    cards = [[float(card.attrib[side]) for side in ("x", "y", "width", "height")]
             for card in root.iter(f"{SVG}rect") if "x" in card.attrib]  # fmt: skip
    return [line.text or "" for line in root.iter(f"{SVG}text")
            if line.get("text-anchor") != "middle"
            and not any(_inside(line, *card) for card in cards)]  # fmt: skip


def _inside(line: ElementTree.Element, x: float, y: float, wide: float, high: float) -> bool:
    size, left, base = (float(line.attrib[name]) for name in ("font-size", "x", "y"))
    right = left + width(line.text or "", size, bold="font-weight" in line.attrib)
    return x < left and right < x + wide and y < base - 0.8 * size and base + 0.3 * size < y + high


def letters(picture: Picture) -> str:
    """All that is written on the picture, in its order."""
    return " ".join(line.text or "" for line in ElementTree.fromstring(picture.svg).iter())


def test_all_that_was_said_is_in_the_picture_and_in_its_words() -> None:
    """Headings are those of the dialog's result, days are said as everywhere."""
    picture = draw("swot", ANSWERS, "lv")
    for text in ("Stiprās puses", "Attīstāmās puses", "Iespējas", "Šķēršļi", "Maz vietu"):
        assert text in letters(picture)
        assert text in picture.alt
    assert picture.alt.startswith("SVID analīze: vasaras darbs\nStiprās puses: Kas padodas – ")
    assert "Uzrakstu pieteikumu – pirmdien, 9. martā" in picture.alt
    assert "…" not in letters(picture)
    assert outside(picture) == []


def test_english_says_it_in_english() -> None:
    """No Latvian label is left."""
    alt = draw("swot", ANSWERS, "en").alt
    assert "Strengths: What I'm good at – saprasties ar bērniem" in alt
    assert "Monday, 9 March" in alt


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("text", [LONG * 3, LONG * 35, "W" * 2_000, "a " * 900, "<&>" * 600])
def test_no_letter_leaves_its_field(text: str, language: str) -> None:
    """Whatever the length, words or none; what is missing is marked, and the alt text has it."""
    picture = draw("swot", overfull("swot", text), language)
    assert outside(picture) == []
    assert "…" in letters(picture)
    notice = "te ir viss teksts" if language == "lv" else "here is all the text"
    assert notice in picture.alt
    assert text.strip() in picture.alt


def test_more_text_is_first_written_smaller() -> None:
    """Nothing is cut while it still fits in letters one can read."""
    sizes = []
    for times in (1, 2, 3):
        picture = draw("swot", ANSWERS | {"confident": LONG * times, "quality": LONG}, "lv")
        assert "…" not in letters(picture)
        root = ElementTree.fromstring(picture.svg)
        sizes.append(min(float(line.attrib["font-size"]) for line in root.iter(f"{SVG}text")))
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_a_skipped_field_says_so() -> None:
    """The picture leaves the card empty, the words name it."""
    picture = draw("swot", {"skills": ["dziedu"]}, "lv")
    assert "Šķēršļi: nav atbildes" in picture.alt
    assert outside(picture) == []


def test_markup_is_only_text() -> None:
    """What people type can't put elements or attributes into the picture."""
    evil = '</text><script>alert("x")</script>\x00\ufffe" onload="x'
    picture = draw("swot", overfull("swot", evil), "lv")
    names = {one.tag.removeprefix(SVG) for one in ElementTree.fromstring(picture.svg).iter()}
    assert names <= {"svg", "title", "rect", "circle", "text"}
    assert 'onload="x' not in picture.svg


def test_it_becomes_a_png() -> None:
    """The chat gets pixels."""
    assert to_png(draw("swot", ANSWERS, "lv").svg).startswith(b"\x89PNG")
