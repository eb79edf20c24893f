"""`dialog draw`, `play` and `texts`, for every dialog and timed guide of the library."""

from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.dialogs_shown import every
from dialogs.definition import Definition
from tests.dialogs.transcript import FOLDER, Transcript

NAMES = sorted(every())


def said(*words: str, typed: str = "") -> str:
    done = CliRunner().invoke(app, ["dialog", *words], input=typed)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_each_is_drawn_as_a_tree_and_as_svg(name: str, language: str) -> None:
    """Every step and part is in both."""
    one = every()[name]
    ids = [step.id for step in one.steps] if isinstance(one, Definition) else []
    titles = [] if ids else [part.title.in_language(language) for part in one.parts]
    tree = said("draw", name, "--language", language)
    svg = said("draw", name, "--language", language, "--svg")
    shown = " ".join("".join(ElementTree.fromstring(svg).itertext()).split())
    for part in (*ids, *titles):
        assert part in tree
        assert part in shown


@pytest.mark.parametrize("name", NAMES)
def test_each_is_printed_as_a_table(name: str) -> None:
    """A line for each text, both languages side by side."""
    one, lines = every()[name], said("texts", name, "--tsv").splitlines()
    asked = [step.ask for step in one.steps] if isinstance(one, Definition) else []
    spoken = [text for part in one.parts for text in part.say] if not asked else []
    for wording in (one.title, *asked, *spoken):
        pair = f"{wording.texts['lv']}\t{wording.texts['en']}"
        pair = pair.replace("\n", "\\n")
        assert any(line.endswith(pair) for line in lines), pair
    assert len(said("texts", name).splitlines()) > len(lines)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_played_to_its_end(name: str) -> None:
    """The answers of its transcript, typed in a terminal; a guide is read part by part."""
    one = every()[name]
    assert one.done is not None
    typed = "\n" * 12
    if isinstance(one, Definition):
        inputs = Transcript(FOLDER / f"{name}_lv.txt").inputs
        typed = "".join(f"{line}\n" for line in map(_line, inputs) if line)
    assert one.done.in_language("lv") in said("play", name, typed=typed)


def _line(given: str) -> str:
    """What is typed for a line of a transcript; several lines of one message are items."""
    if given.startswith("#"):
        return ""
    return given if given.startswith("[") else "; ".join(part[2:] for part in given.splitlines())
