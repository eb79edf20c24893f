"""Proof-reading: every text of a dialog beside its translation, each once."""

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from dialogs.errors import UnknownLanguage
from dialogs.load import load_guides, load_library
from dialogs.proof import proof, texts_of, tsv
from dialogs.wording import LANGUAGES
from tests.content.passages import passages
from tests.dialogs.written import small, step

LIBRARY = load_library()


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_no_text_of_the_file_is_left_out(name: str) -> None:
    """Whatever stands in the file under a language is in the table, as often as in the file."""
    shown = [text for one in texts_of(LIBRARY[name]) for text in one.texts.values()]
    written = [passage.text for passage in passages(Path(LIBRARY[name].file))]
    assert sorted(text.strip() for text in shown) == sorted(text.strip() for text in written)


def test_texts_come_in_the_order_in_which_they_are_met() -> None:
    """Title first, a question before its reason, the farewell last."""
    rows = proof([LIBRARY["wheel"]], LANGUAGES)
    assert rows[0] == ["dialog", "step", "kind", "lv", "en"]
    assert rows[1] == ["wheel", "", "title", "Dzīves rats", "Wheel of Life"]
    assert [row[1:3] for row in rows[3:6]] == [
        ["areas", "ask"],
        ["areas", "why"],
        ["areas", "label"],
    ]
    assert ["actions.what", "why"] in [row[1:3] for row in rows]
    assert rows[-1][2] == "done"


def test_labels_of_an_earlier_choice_are_not_repeated() -> None:
    """The areas are written once, though two questions offer them."""
    labels = [row[1] for row in proof([LIBRARY["wheel"]], ["en"]) if row[2] == "label"]
    assert set(labels) == {"areas"}


def test_a_language_that_only_some_texts_have(tmp_path: Path) -> None:
    """Its gaps are empty, so that they are seen; a language nobody wrote is refused."""
    further = step("b").replace("en: 'What is b?'", "en: 'What is b?', et: 'Mis on b?'")
    dialog = small(tmp_path, step("a"), further)
    asked = [row[-1] for row in proof([dialog], ["lv", "et"]) if row[2] == "ask"]
    assert asked == ["", "Mis on b?"]
    with pytest.raises(UnknownLanguage, match="language='xx'"):
        proof([dialog], ["lv", "xx"])


def test_a_row_is_one_line_whatever_the_text_holds() -> None:
    """Line breaks, tabs and backslashes are written out, so a spreadsheet keeps its columns."""
    assert tsv([["a\nb", "c\td", "e\\n"]]) == "a\\nb\tc\\td\te\\\\n\n"


def test_the_whole_library_as_tab_separated_text() -> None:
    """Five columns in every row, and every dialog."""
    printed = CliRunner().invoke(app, ["dialog", "texts", "--tsv"]).output
    rows = list(csv.reader(io.StringIO(printed), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {len(row) for row in rows} == {5}
    assert {row[0] for row in rows[1:]} == {*LIBRARY, *load_guides()}


def test_one_dialog_in_one_language() -> None:
    """The table of a terminal, without the other languages."""
    printed = CliRunner().invoke(app, ["dialog", "texts", "wheel", "--language", "en"]).output
    assert "Wheel of Life" in printed
    assert "Dzīves rats" not in printed


def test_brackets_of_a_text_are_shown(tmp_path: Path) -> None:
    """They are not taken for rich's markup; and a dialog of one's own is named by its file."""
    dialog = small(tmp_path, step("a").replace("What is a?", "What is [bold]a[/bold]?"))
    printed = CliRunner().invoke(app, ["dialog", "texts", dialog.file, "--language", "en"]).output
    assert "[bold]a[/bold]" in printed
