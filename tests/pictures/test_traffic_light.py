"""The traffic lights as a picture: every statement, told apart without colours."""

from typing import Any
from xml.etree import ElementTree

import pytest

from dialogs.load import load_library
from dialogs.pictures import draw
from dialogs.pictures.traffic_light import LIGHTS, SIGNS, cards_of

DIALOG = load_library()["traffic-light"]
STATEMENTS = [step.id for step in DIALOG.steps if step.optional]


def answers(light: str, **others: Any) -> dict[str, Any]:
    return {**dict.fromkeys(STATEMENTS, light), "start": "talk", **others}


def test_every_statement_of_the_dialog_has_its_light() -> None:
    """Five areas, at least three statements in each, and none forgotten in the result."""
    cards = cards_of(DIALOG, answers("green"), "en", None)
    assert len(cards) == 5
    assert all(len(card.rows) >= 3 for card in cards)
    assert {row.light for card in cards for row in card.rows} == {"green"}
    assert sum(len(card.rows) for card in cards) == len(STATEMENTS)


@pytest.mark.parametrize("light", LIGHTS)
def test_a_light_is_told_by_sign_and_word(light: str) -> None:
    """For people who don't see the colours, and for a black and white print."""
    words = {"green": "ir", "yellow": "daļēji", "red": "trūkst"}
    svg = draw("traffic-light", answers(light), "lv").svg
    assert svg.count(SIGNS[light]) == len(STATEMENTS) + 1
    assert svg.count(f">{words[light]}</text>") == len(STATEMENTS)
    assert f">15 {words[light]}</text>" in svg


def test_the_area_to_begin_with_is_marked() -> None:
    """With words in its corner, once."""
    svg = draw("traffic-light", answers("red"), "en").svg
    assert svg.count(">where I start</text>") == 1
    cards = cards_of(DIALOG, answers("red"), "en", None)
    assert [card.name for card in cards if card.chosen] == ["Communication"]


def test_what_was_not_answered_is_an_empty_light() -> None:
    """Nothing is guessed, and the picture is drawn even of nothing."""
    alt = draw("traffic-light", {}, "lv").alt
    assert alt.count("nav atbildes") == len(STATEMENTS)
    ElementTree.fromstring(draw("traffic-light", {}, "lv").svg)


def test_only_what_changed_shows_how_it_was() -> None:
    """The time before is a small light beside the present one."""
    now, before = answers("green"), answers("green", lead_plan="red")
    picture = draw("traffic-light", now, "en", before)
    assert picture.svg.count(">before</text>") == 1
    assert "A digital plan – in place (before: missing)" in picture.alt
    root = ElementTree.fromstring(picture.svg)
    assert root.attrib["aria-label"] == picture.alt


def test_all_words_stand_on_the_paper() -> None:
    """No row is lower than the paper ends."""
    root = ElementTree.fromstring(draw("traffic-light", answers("red"), "lv").svg)
    lowest = max(float(one.attrib["y"]) for one in root.iter("{http://www.w3.org/2000/svg}text"))
    assert lowest < float(root.attrib["viewBox"].split()[-1])
