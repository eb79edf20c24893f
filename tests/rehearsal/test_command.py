"""`python -m bot rehearse`, from the command line to its files."""

import json
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app
from bot.rehearsal.errors import WrongFile, WrongLanguage
from tests.playing import ROOT

FOLDER = str(ROOT / "programmes" / "skola-kopiena")
PERIOD = ["--from", "2026-01-05", "--to", "2026-01-25"]
CAST = "- {mentee: Elza, mentor: Jānis, temper: diligent}"


def command(tmp_path: Path, *more: str) -> list[str]:
    cast = tmp_path / "cast.yaml"
    cast.write_text(CAST, encoding="utf-8")
    return ["rehearse", FOLDER, *PERIOD, "--cast", str(cast), *more]


def test_summary_json_and_page(tmp_path: Path) -> None:
    made, html = tmp_path / "r.json", tmp_path / "r.html"
    ran = CliRunner().invoke(app, command(tmp_path, "--json", str(made), "--html", str(html)))
    assert ran.exit_code == 0, ran.output
    assert "mentee:" in ran.output
    assert "check_in" in ran.output
    messages = json.loads(made.read_text(encoding="utf-8"))
    assert {each["to"] for each in messages} == {"Elza", "Jānis", "Ilze Kalniņa"}
    assert html.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_faults_are_our_own_errors(tmp_path: Path) -> None:
    unwritable = CliRunner().invoke(app, command(tmp_path, "--json", str(tmp_path)))
    assert isinstance(unwritable.exception, WrongFile)
    foreign = CliRunner().invoke(app, command(tmp_path, "--language", "fr"))
    assert isinstance(foreign.exception, WrongLanguage)
