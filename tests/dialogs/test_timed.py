"""Timed guides as files: what may stand in them, and how they are shown."""

from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from bot.cli import app
from dialogs.comparing import compared, session_of
from dialogs.load import load_any, load_guides
from dialogs.timed import TimedGuide
from tests.dialogs.written import HEAD, MONDAY, small, step

GUIDE = """\
id: walk
guide: yes
title: {lv: Pastaiga, en: A walk}
steps:
  - id: out
    title: {lv: Turp, en: Out}
    minutes: 5
    say:
      - {lv: "Kā klājas?", en: "How are you?"}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "walk.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    return path


def test_the_librarys_guides_have_the_times_of_their_documents() -> None:
    """Five topics of six minutes; five parts within their spans."""
    guides = load_guides()
    assert [part.minutes for part in guides["chemistry"].parts] == [6] * 5
    assert [part.minutes for part in guides["closing"].parts] == [15, 25, 20, 15, 10]
    assert guides["chemistry"].decide
    assert not guides["closing"].decide


def test_a_guide_is_read(tmp_path: Path) -> None:
    """Its minutes are summed up."""
    guide, faults = load_any(written(tmp_path, GUIDE))
    assert isinstance(guide, TimedGuide), faults
    assert guide.about == 5


def test_a_part_can_begin_with_insights_and_the_guide_lead_on(tmp_path: Path) -> None:
    """Both are left out where nothing is said of them."""
    plain, _ = load_any(written(tmp_path, GUIDE))
    text = GUIDE.replace("minutes: 5", "minutes: 5\n    insights: yes")
    guide, faults = load_any(written(tmp_path, f"{text}next: plan\n"))
    assert isinstance(guide, TimedGuide), faults
    assert isinstance(plain, TimedGuide)
    assert [one.parts[0].insights for one in (plain, guide)] == [False, True]
    assert [one.next for one in (plain, guide)] == [None, "plan"]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("minutes: 5", "minutes: 0", 7, "minutes is 0"),
        ("minutes: 5", "minutes: soon", 7, "minutes is 'soon'"),
        ('en: "How are you?"', 'fr: "Ça va?"', 9, "no text in 'en'"),
        ("How are you?", "How are you, {name}?", 9, "a brace"),
        ("How are you?", "A. B. C. D.", 9, "4 sentences"),
        ("How are you?", "Kā klājas?", 9, "the same in lv and en"),
        ("minutes: 5", "minuets: 5", 7, "'minuets' is unknown"),
        ("guide: yes", "guide: maybe", 2, "guide is 'maybe'"),
    ],
)
def test_a_fault_has_its_line(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    """The same as in a dialog."""
    guide, faults = load_any(written(tmp_path, GUIDE.replace(old, new)))
    assert guide is None
    assert any(fault.line == line and what in fault.what for fault in faults), faults


def test_a_step_given_twice_is_a_fault(tmp_path: Path) -> None:
    """Each part has an id of its own."""
    again = GUIDE + GUIDE[GUIDE.index("  - id: out") :]
    assert "used twice" in str(load_any(written(tmp_path, again))[1])


def test_the_commands_take_guides() -> None:
    """Drawn as a tree and as SVG, and read part by part until it is ended."""
    tree = CliRunner().invoke(app, ["dialog", "draw", "chemistry", "--language", "en"]).output
    assert "who: Who we are [6 min]" in tree
    svg = CliRunner().invoke(app, ["dialog", "draw", "closing", "--svg"]).output
    assert ElementTree.fromstring(svg).tag.endswith("svg")
    played = CliRunner().invoke(app, ["dialog", "play", "chemistry"], input="\nbeigt\n")
    assert "1/5 Kas mēs esam (6 min)" in played.output
    assert "2/5 Ko gaidām (6 min)" in played.output
    assert "3/5" not in played.output


TOGETHER = "result:\n- {heading: {lv: Pirmais, en: First}, show: a}\neffects: [record]\n"


@pytest.mark.parametrize(
    ("steps", "tail", "what"),
    [
        (step("a") + step("b", "only_if: {a: answered}"), TOGETHER, "hang on another"),
        (step("a") + step("b", "effect: propose_share", answer="yes_no"), TOGETHER, "an effect"),
        (step("a"), "effects: [record]\n", "in its result"),
        (step("a" * 39), TOGETHER.replace("show: a", f"show: {'a' * 39}"), None),
    ],
)
def test_in_a_dialog_for_two_every_question_stands_alone(
    tmp_path: Path, steps: str, tail: str, what: str | None
) -> None:
    """It is compared, and can be answered anew, by itself."""
    path = tmp_path / "small.yaml"
    path.write_text(HEAD.replace("steps:", "together: yes\nsteps:") + steps + tail, "utf-8")
    found = str([str(fault) for fault in load_any(path)[1]])
    assert what in found if what else found == "[]"


def test_answers_are_alike_whatever_their_capitals_and_order(tmp_path: Path) -> None:
    """Two people never type the same."""
    tail = TOGETHER.replace("show: a}", "show: a}\n- {heading: {lv: Otrais, en: Second}, show: b}")
    steps = (step("a"), step("b", answer="{list: {min: 1, max: 3}}"))
    definition = small(tmp_path, *steps, tail="together: yes\n" + tail)
    given = ({"a": "On Mondays", "b": ["x", "Y"]}, {"a": "on  mondays.", "b": ["y", "X"]})
    mine, other = (session_of(definition, definition.version, one, "en") for one in given)
    assert [one.alike for one in compared(definition, mine, other, MONDAY)] == [True, True]


def test_an_answer_the_dialog_no_longer_takes_is_let_go(tmp_path: Path) -> None:
    """A changed dialog compares what still fits."""
    definition = small(tmp_path, step("a"), tail="together: yes\n" + TOGETHER)
    kept = session_of(definition, "older", {"a": "here", "gone": 1}, "en")
    assert kept.answers == {"a": "here"}
    assert definition.alone("gone") is None
