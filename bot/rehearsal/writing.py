"""From the command line to a rehearsal and into files."""

import asyncio
import json
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from bot.rehearsal import page, report
from bot.rehearsal.cast import default_cast, read_cast
from bot.rehearsal.errors import WrongFile, WrongLanguage
from bot.rehearsal.play import Rehearsal, load, rehearse


def play(folder: Path, cast: Path | None, first: date, last: date, language: str) -> Rehearsal:
    """Plays the folder's programme with the cast of the file, or with the usual one."""
    loaded = load(folder)
    if language not in loaded.programme.languages:
        raise WrongLanguage(f"{loaded.programme.id} has no texts in {language!r}.")
    pairs = read_cast(cast) if cast else default_cast()
    return asyncio.run(rehearse(loaded, pairs, first, last, language))


def show(played: Rehearsal, out: Console) -> None:
    """The summary: a table for each role, then the warnings."""
    for table in report.tables(played):
        out.print(table)
    lines = list(report.warned(played))
    out.print(f"{len(lines)} to look at." if lines else "No warnings.")
    for line in lines:
        out.print(escape(line))


def write(played: Rehearsal, json_file: Path | None, html_file: Path | None) -> None:
    if json_file is not None:
        messages = report.as_json(played)
        _save(json_file, json.dumps(messages, ensure_ascii=False, indent=1) + "\n")
    if html_file is not None:
        _save(html_file, page.page(played))


def _save(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WrongFile(f"{file} can't be written: {error.strerror}.") from None
