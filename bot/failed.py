"""What fell due and could not be said, for an operator: listed, and tried again in time.

Names, kinds and the kind of error; never what anybody wrote or would have read.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.settings import Settings
from bot.stuck import chosen, run
from bot.upcoming import now_in
from desk.prompts import MISSED_AFTER
from store import failed
from store.work import Tx

COLUMNS = ("id", "programme", "kind", "to", "person", "error", "at", "stale")


def listed(settings: Settings) -> list[dict[str, Any]]:
    """The newest first. `stale` is what was due too long ago to be said now."""
    return run(settings, _listed)


def _listed(tx: Tx) -> list[dict[str, Any]]:
    since = now_in(tx) - MISSED_AFTER
    return [
        {
            "id": each.id,
            "programme": each.programme,
            "kind": each.kind,
            "to": each.name,
            "person": each.person,
            "error": each.error,
            "at": each.at.isoformat(),
            "stale": each.at < since,
        }
        for each in failed.listed(tx)
    ]


def show(found: list[dict[str, Any]], out: Console) -> None:
    if not found:
        out.print("Nothing has failed.")
        return
    table = Table(*COLUMNS)
    for row in found:
        table.add_row(*(_cell(row[name]) for name in COLUMNS))
    out.print(table)
    if len(found) == failed.MOST:
        out.print(f"These are the newest {failed.MOST}.")


def _cell(value: Any) -> str:
    return str(value) if not isinstance(value, bool) else "yes" if value else ""


def retry(settings: Settings, rows: Sequence[int] | None, every: bool) -> tuple[int, int]:
    """How many are to be said again, and how many are stale and stay as they are."""
    which = chosen(rows, every)
    return run(settings, partial(_retry, rows=which))


def _retry(tx: Tx, rows: Sequence[int] | None) -> tuple[int, int]:
    return failed.retry(tx, rows, now_in(tx) - MISSED_AFTER)
