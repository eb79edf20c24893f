"""Looking at a dialog before anybody meets it, and playing it in a terminal."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dialogs.draw import draw, draw_svg
from dialogs.load import load_library
from dialogs.play import play
from tests.dialogs.written import small, step

LIBRARY = load_library()


@pytest.mark.parametrize("name", sorted(LIBRARY))
@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_step_is_in_the_drawings(name: str, language: str) -> None:
    """The tree and the picture show the same steps, and the picture is well-formed."""
    definition = LIBRARY[name]
    tree, svg = draw(definition, language), draw_svg(definition, language)
    root = ElementTree.fromstring(svg)
    shown = "".join(root.itertext())
    for one in definition.steps:
        assert f"─ {one.id}: " in tree
        assert f"{one.id}: " in shown
    assert root.attrib["role"] == "img"


def test_conditions_and_rounds_read_aloud() -> None:
    """A coordinator sees when a question is asked."""
    assert "only if week < 3" in draw(LIBRARY["check-in"], "en")
    assert "katram no: options" in draw(LIBRARY["grow"], "lv")
    assert "week &lt; 3" in draw_svg(LIBRARY["check-in"], "en")


def test_markup_in_texts_is_only_text(tmp_path: Path) -> None:
    """A text can't put elements into the picture."""
    dialog = small(tmp_path, step("a").replace("What is a?", "<script>x</script> & co"))
    assert "<script>" not in draw_svg(dialog, "en")


def test_a_dialog_is_played_in_a_terminal_until_it_ends() -> None:
    """Typed lines answer, a label in brackets taps."""
    lines = iter(["[2]", "Nothing much", "[Skip]"])
    said: list[str] = []
    turn = play(
        LIBRARY["check-in"], "en", date(2026, 3, 2), read=lambda: next(lines), write=said.append
    )
    assert turn.session.status == "done"
    assert said[0].endswith("[1]  [2]  [3]  [4]  [5]  [Why?]  [Later]")
    assert said[-1] == "Thank you for telling me."


def test_a_dialog_put_aside_is_played_on() -> None:
    """The terminal can stop and start like a person."""
    said: list[str] = []
    answers = iter(["3", "later"])
    day = date(2026, 3, 2)
    turn = play(LIBRARY["check-in"], "en", day, read=lambda: next(answers), write=said.append)
    assert turn.session.status == "left"
    rest = iter(["skip", "skip"])
    turn = play(
        LIBRARY["check-in"],
        "en",
        day,
        read=lambda: next(rest),
        write=said.append,
        session=turn.session,
    )
    assert turn.session.answers == {"week": 3}


def test_a_step_under_a_condition_has_a_way_around_it(tmp_path: Path) -> None:
    """From above its box to below it, so that it is no dead end for whom it is not asked."""
    asked = step("a", answer="yes_no")
    dialog = small(tmp_path, asked, step("b", "only_if: {a: yes}"), step("c"))
    root = ElementTree.fromstring(draw_svg(dialog, "en"))
    boxes = [one for one in root.iter() if one.get("class") == "box"]
    (around,) = [one.get("d", "") for one in root.iter() if one.get("class") == "arrow around"]
    top, right, bottom, _ = (float(word.strip("MHV")) for word in around.split()[1:])
    first, second, third = (_box(one) for one in boxes)
    assert first[3] < top < second[1]
    assert second[3] < bottom < third[1]
    assert second[2] < right < float(root.attrib["width"])


def test_a_step_without_a_condition_has_none() -> None:
    """As many ways around as there are conditions."""
    for dialog in LIBRARY.values():
        conditional = sum(1 for one in dialog.steps if one.only_if)
        assert draw_svg(dialog, "lv").count('class="arrow around"') == conditional


def _box(one: ElementTree.Element) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    x, y, width, height = (float(one.attrib[name]) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height
