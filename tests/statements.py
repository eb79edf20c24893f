"""Counting what a unit of work asks of its database, whichever way a statement takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from store.work import Tx


class _Listening:
    """The driver's own cursor, which prepared statements go to, writing down what passes."""

    def __init__(self, cursor: Any, heard: list[str]) -> None:
        self._cursor, self._heard = cursor, heard

    def execute(self, statement: str, *values: Any) -> Any:
        self._heard.append(statement)
        return self._cursor.execute(statement, *values)

    def executemany(self, statement: str, rows: Any) -> Any:
        self._heard.append(statement)
        return self._cursor.executemany(statement, rows)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


@contextmanager
def counted(tx: Tx) -> Iterator[list[str]]:
    """The statements run inside, in their order."""
    heard: list[str] = []

    def hear(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        heard.append(statement)

    plain = tx.reading(())
    tx._cursor = _Listening(plain, heard)
    event.listen(tx.conn, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(tx.conn, "before_cursor_execute", hear)
        tx._cursor = plain


@contextmanager
def plans(tx: Tx) -> Iterator[list[str]]:
    """How the database goes about each statement run inside; told at the block's end."""
    heard: list[tuple[str, Any]] = []

    def hear(_conn: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        heard.append((statement, values))

    found: list[str] = []
    event.listen(tx.conn, "before_cursor_execute", hear)
    try:
        yield found
    finally:
        event.remove(tx.conn, "before_cursor_execute", hear)
    explain = "EXPLAIN" if tx.postgresql else "EXPLAIN QUERY PLAN"
    for statement, values in heard:
        rows = tx.conn.exec_driver_sql(f"{explain} {statement}", values)
        found += [str(row[-1]) for row in rows]
