"""What did not arrive, for an operator: listed, sent again, given up. Never what it says."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from rich.console import Console
from rich.table import Table

from bot.errors import WrongSetting
from bot.settings import Settings
from bot.wiring import open_store
from store import queues
from store.work import Tx

T = TypeVar("T")
COLUMNS = ("id", "queue", "channel", "kind", "state", "to", "attempts", "error", "at")


def listed(settings: Settings) -> dict[str, Any]:
    """`queues`: what waits, by channel and state; `stuck`: each row that did not arrive."""
    counts, stuck = run(settings, lambda tx: (queues.counts(tx), queues.stuck(tx)))
    now = datetime.now(UTC)
    return {
        "queues": [
            {
                "queue": one.name,
                "channel": one.channel,
                "state": one.state,
                "rows": one.rows,
                "oldest_seconds": round((now - one.oldest).total_seconds()),
            }
            for one in counts
        ],
        "stuck": [
            {**{name: getattr(one, name) for name in COLUMNS}, "at": one.at.isoformat()}
            for one in stuck
        ],
    }


def show(found: dict[str, Any], out: Console) -> None:
    for one in found["queues"]:
        out.print(
            f"{one['queue']} {one['channel']}: {one['rows']} {one['state']}, "
            f"the oldest for {one['oldest_seconds']} s"
        )
    if not found["stuck"]:
        out.print("Nothing is stuck.")
        return
    table = Table(*COLUMNS)
    for row in found["stuck"]:
        table.add_row(*(str(row[name]) for name in COLUMNS))
    out.print(table)


def retry(
    settings: Settings, rows: Sequence[int] | None, every: bool, received: bool = False
) -> int:
    """Rows of the outbox, or those `received` that could not be handled."""
    which = chosen(rows, every)
    return run(settings, lambda tx: queues.retry(tx, which, received=received))


def drop(
    settings: Settings, rows: Sequence[int] | None, every: bool, received: bool = False
) -> int:
    which = chosen(rows, every)
    return run(settings, lambda tx: queues.drop(tx, which, received=received))


def chosen(rows: Sequence[int] | None, every: bool) -> Sequence[int] | None:
    if bool(rows) == every:
        raise WrongSetting("name the rows by their numbers, or say --all.")
    return None if every else rows


def run(settings: Settings, fn: Callable[[Tx], T]) -> T:
    store = open_store(settings)
    try:
        return store.run_now(fn)
    finally:
        store.close_now()
