"""Counting what a unit of work asks of its database, whichever way a statement takes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from store.work import Tx


class _Listening:
    """The driver's own cursor, which prepared statements go to, writing down what passes."""

    def __init__(self, cursor: Any, hear: Callable[..., None]) -> None:
        self._cursor, self._hear = cursor, hear

    def execute(self, statement: str, *values: Any) -> Any:
        self._hear(statement, *values)
        return self._cursor.execute(statement, *values)

    def executemany(self, statement: str, rows: Any) -> Any:
        self._hear(statement, rows[0])
        return self._cursor.executemany(statement, rows)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


@contextmanager
def counted(tx: Tx) -> Iterator[list[str]]:
    """The statements run inside, in their order."""
    heard: list[str] = []
    with _hearing(tx, lambda statement, *_values: heard.append(statement)):
        yield heard


@contextmanager
def _hearing(tx: Tx, hear: Callable[..., None]) -> Iterator[None]:
    def usual(_conn: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        hear(statement, values)

    plain = tx.reading(())
    tx._cursor = _Listening(plain, hear)
    event.listen(tx.conn, "before_cursor_execute", usual)
    try:
        yield
    finally:
        event.remove(tx.conn, "before_cursor_execute", usual)
        tx._cursor = plain


@contextmanager
def plans(tx: Tx) -> Iterator[list[str]]:
    """How the database goes about each statement run inside; told at the block's end."""
    heard: list[tuple[str, Any]] = []
    found: list[str] = []
    with _hearing(tx, lambda statement, values=(): heard.append((statement, values))):
        yield found
    explain = "EXPLAIN" if tx.postgresql else "EXPLAIN QUERY PLAN"
    for statement, values in heard:
        rows = tx.conn.exec_driver_sql(f"{explain} {statement}", values)
        found += [str(row[-1]) for row in rows]
