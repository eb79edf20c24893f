"""The traffic lights: fifteen statements, answered by colour or by word, in groups at the end."""

from pathlib import Path

import pytest

from dialogs.effects import Draw, MakeTask
from dialogs.engine import Turn
from dialogs.kinds import Choice
from dialogs.load import load_library
from dialogs.pictures import draw
from dialogs.pictures.traffic_light import LIGHTS
from tests.dialogs.written import HEAD, faults_of, played, small, step

LIGHT = load_library()["traffic-light"]
STATEMENTS = [one for one in LIGHT.steps if one.optional]


def finished(*lights: str) -> Turn:
    rest = ["skip"] * (len(STATEMENTS) - len(lights))
    return played(LIGHT, *lights, *rest, "everyday", "Ask who helps", "tomorrow", "enough", "no")


@pytest.mark.parametrize(
    ("said", "light"),
    [
        ("green", "green"), ("in place", "green"), ("YELOW", "yellow"), ("partly", "yellow"),
        ("missing", "red"), ("3", "red"), ("Red – missing", "red"), ("red - missing", "red"),
    ],
)  # fmt: skip
def test_a_light_is_named_by_colour_or_by_word(said: str, light: str) -> None:
    """Whatever part of the button a person types."""
    assert played(LIGHT, said).session.answers == {"lead_plan": light}


def test_every_statement_has_the_same_three_lights() -> None:
    """The picture knows these ids and no others."""
    for one in STATEMENTS:
        assert isinstance(one.answer, Choice)
        assert tuple(option.id for option in one.answer.options) == LIGHTS


def test_what_a_person_does_not_know_is_left_out() -> None:
    """Skipped statements are neither kept nor shown; a group without any has no heading."""
    turn = finished("green", "skip", "red")
    assert "Leadership:\n   A digital plan: Green – in place\n   Decisions" in turn.messages[0].text
    assert "Teachers together" not in turn.messages[0].text


def test_finished_lights_make_tasks_and_a_picture() -> None:
    """The picture marks the area to begin with."""
    effects = finished("green").effects
    assert [effect.title for effect in effects if isinstance(effect, MakeTask)] == ["Ask who helps"]
    drawn = next(effect for effect in effects if isinstance(effect, Draw))
    alt = draw(drawn.picture, drawn.data, "en").alt
    assert alt.startswith("Digital traffic lights. Leadership: A digital plan – in place,")
    assert alt.endswith("Where I start: Everyday learning.")


def test_a_group_of_the_result_has_a_heading_of_its_own(tmp_path: Path) -> None:
    """Its lines stand under it, each with its own heading."""
    group = "result:\n- heading: {lv: Abi, en: Both}\n  each:\n"
    lines = "".join(
        f"  - {{heading: {{lv: Viens {name}, en: One {name}}}, show: {name}}}\n" for name in "ab"
    )
    dialog = small(tmp_path, step("a"), step("b"), tail=group + lines)
    assert "Both:\n   One a: yes\n   One b: no" in played(dialog, "yes", "no").messages[0].text


def test_a_heading_over_nothing_is_a_fault(tmp_path: Path) -> None:
    """Neither a step nor lines under it."""
    text = HEAD + step("a") + "result:\n- heading: {lv: Nekas, en: Nothing}\n"
    assert [fault.what for fault in faults_of(tmp_path, text)] == [
        "dialog small: this heading shows nothing"
    ]
