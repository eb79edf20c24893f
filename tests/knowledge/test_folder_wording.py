"""Advice on how a programme folder speaks: file, line, what, cure; nobody is stopped by it."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from knowledge.folder_wording import advice

SHIPPED = Path(__file__).parents[2] / "programmes" / "skola-kopiena"
ANSWER = "- id: a\n  answer:\n    mentor:\n      lv: {lv}\n      en: {en}\n"

SAID = {
    "four sentences": ("Viens. Divi! Trīs? Četri.", "One.", 4, "has 4 sentences"),
    "not translated": ("Labi gan.", "Labi gan.", 4, "the same in lv and en"),
    "after a preposition": ("Runā ar {name}.", "Talk.", 4, "'ar {name}' needs an inflected name"),
    "with an ending": ("Pasaki {mentor}am.", "Tell.", 4, "'{mentor}am' needs an inflected name"),
    "greeted by name": ("Sveiki, {name}!", "Hello!", 4, "'Sveiki, {name}' needs an inflected name"),
}


def folder(path: Path, lv: str, en: str) -> Path:
    """A folder with one answer, and the shipped programme around it."""
    shutil.copytree(SHIPPED, path / "one")
    (path / "one" / "faq" / "own.yaml").write_text(
        ANSWER.replace("{lv}", f"'{lv}'").replace("{en}", f"'{en}'"), encoding="utf-8"
    )
    return path / "one"


@pytest.mark.parametrize("name", SAID)
def test_what_reads_badly_is_told_with_its_place_and_cure(name: str, tmp_path: Path) -> None:
    """Once, and with something to do."""
    lv, en, line, what = SAID[name]
    (found,) = advice(folder(tmp_path, lv, en))
    assert str(found).startswith(f"{tmp_path}/one/faq/own.yaml:{line}: ")
    assert what in found.what
    assert len(found.cure) > 8


@pytest.mark.parametrize(
    ("lv", "en"),
    [("GROW", "GROW"), ("Telegram, Zoom", "Telegram, Zoom"), ("„{title}”: {name}", "“{title}”")],
)
def test_names_and_abbreviations_are_the_same_everywhere(lv: str, en: str, tmp_path: Path) -> None:
    """And a name after a colon stays in the nominative."""
    assert advice(folder(tmp_path, lv, en)) == []


def test_a_guide_is_a_page_and_may_be_long(tmp_path: Path) -> None:
    """But a name in it stays in the nominative, too."""
    path = folder(tmp_path, "Labi.", "Fine.")
    guide = path / "guides" / "own.md"
    guide.write_text("## lv\n\nViens. Divi. Trīs. Četri.\n\nIet ar {name}.\n", encoding="utf-8")
    assert [(fault.file, fault.line) for fault in advice(path)] == [(str(guide), 5)]


def test_the_shipped_programme_speaks_well() -> None:
    """Nothing is to be said better."""
    assert advice(SHIPPED) == []


def test_the_command_prints_advice_and_is_content(tmp_path: Path) -> None:
    """A folder that reads badly can be used; only a fault ends the command with 1."""
    path = folder(tmp_path, "Viens. Divi. Trīs. Četri.", "One.")
    text = (path / "faq" / "own.yaml").read_text(encoding="utf-8")
    (path / "faq" / "own.yaml").write_text(
        text.replace("- id: a", "- id: own\n  question: {lv: Vai tas der, en: Is it fine}")
        + "  phrasings: {lv: [a1, b1, c1, d1], en: [a2, b2, c2, d2]}\n"
        "  keywords: {lv: [der], en: [fine]}\n",
        encoding="utf-8",
    )
    done = CliRunner().invoke(app, ["check", str(path)])
    assert done.exit_code == 0, done.output
    assert f"{path}/faq/own.yaml:5: the text (lv) has 4 sentences" in done.output
    assert "is in order" not in done.output
