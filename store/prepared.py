"""Statements of the hot path, compiled once for each database and handed to its driver.

Written in SQLAlchemy Core like all others; only the way to the driver is shorter: a cursor of the
same connection, in the same transaction. That saves some 20 to 40 µs a statement, and a message
takes seven of them (`benchmarks/desk.py`). Errors come as the driver's own.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Dialect, Select, Table
from sqlalchemy.sql import Insert, Update, visitors

from store.work import Tx

Processor = Callable[[Any], Any]
Statement = Insert | Update | Select[Any]


class Prepared:
    """An INSERT or UPDATE whose named values are all given at each call.

    `names` are the columns of an INSERT; the binds of an UPDATE are its own bindparams. Column
    defaults are not applied.
    """

    def __init__(self, statement: Insert | Update, *names: str) -> None:
        self._statement, self._names = statement, names
        self._ready: dict[str, _Ready] = {}
        self._table = str(statement.table)
        self._tables = _tables(statement) | {self._table}

    def __call__(self, tx: Tx, values: Mapping[str, Any], *, about: int | None = None) -> None:
        """`about` is the only person whose rows are touched, where that is known."""
        ready = self._for(tx)
        tx.writing(self._tables, self._table, about).execute(ready.sql, ready.values(values))

    def many(self, tx: Tx, rows: Sequence[Mapping[str, Any]], *, about: int | None = None) -> None:
        """The same for each row."""
        tx.writing(self._tables, self._table, about)
        self.keeping(tx, rows)

    def later(self, tx: Tx, values: Mapping[str, Any]) -> None:
        """At once, or where many are decided together with the others at the end. What is known
        ahead is for the caller to keep true."""
        if tx.ahead is None:
            self(tx, values)
        else:
            tx.ahead.queue(self._table, "rows", partial(self.keeping, tx), values)

    def keeping(self, tx: Tx, rows: Sequence[Mapping[str, Any]]) -> None:
        """Each row, with all that is known ahead kept: its caller has seen to that it is true."""
        ready = self._for(tx)
        tx.reading(()).executemany(ready.sql, [ready.values(row) for row in rows])

    def returned(self, tx: Tx, values: Mapping[str, Any], *, about: int | None = None) -> Any:
        """The one value that RETURNING names, or None when no row was written."""
        ready = self._for(tx)
        cursor = tx.writing(self._tables, self._table, about)
        rows = cursor.execute(ready.sql, ready.values(values)).fetchall()
        return rows[0][0] if rows else None

    def _for(self, tx: Tx) -> "_Ready":
        dialect = tx.conn.dialect
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = _Ready(self._statement, self._names, dialect)
        return ready


class PreparedSelect:
    """A SELECT whose rows come as tuples with the columns' names."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._tables = _tables(statement)
        columns = statement.selected_columns
        self._row: Any = namedtuple("Row", [column.name for column in columns])  # type: ignore[misc]
        self._types = [column.type for column in columns]
        self._ready: dict[str, tuple[_Ready, list[tuple[int, Processor]]]] = {}

    def first(self, tx: Tx, values: Mapping[str, Any]) -> Any:
        """The first row, or None."""
        found = self.all(tx, values)
        return found[0] if found else None

    def all(self, tx: Tx, values: Mapping[str, Any]) -> list[Any]:
        dialect = tx.conn.dialect
        if dialect.name not in self._ready:
            self._ready[dialect.name] = (
                _Ready(self._statement, (), dialect),
                self._readers(dialect),
            )
        ready, readers = self._ready[dialect.name]
        rows = tx.reading(self._tables).execute(ready.sql, ready.values(values)).fetchall()
        return [self._read(row, readers) for row in rows]

    def _read(self, plain: Sequence[Any], readers: list[tuple[int, Processor]]) -> Any:
        row = list(plain)
        for place, read in readers:
            if row[place] is not None:
                row[place] = read(row[place])
        return self._row._make(row)

    def _readers(self, dialect: Dialect) -> list[tuple[int, Processor]]:
        readers = [
            (place, kind.dialect_impl(dialect).result_processor(dialect, None))
            for place, kind in enumerate(self._types)
        ]
        return [(place, read) for place, read in readers if read is not None]


def _tables(statement: Statement) -> frozenset[str]:
    """The names of all tables that a statement mentions, anywhere in it."""
    found: set[str] = set()
    for each in visitors.iterate(statement):
        if isinstance(each, Table):
            found.add(each.name)
        elif (table := getattr(each, "table", None)) is not None:
            found.add(table.name)
    return frozenset(found)


class _Ready:
    """The text for one database, with what turns values into what its driver takes."""

    def __init__(self, statement: Statement, names: tuple[str, ...], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names) or None)
        self.sql = str(compiled)
        self._positions = compiled.positiontup
        self._constants = {
            name: bind.value for name, bind in compiled.binds.items() if not bind.required
        }
        self._processors: list[tuple[str, Processor]] = []
        for name, bind in compiled.binds.items():
            process = bind.type.dialect_impl(dialect).bind_processor(dialect)
            if process is not None:
                self._processors.append((name, process))

    def values(self, given: Mapping[str, Any]) -> Any:
        found = {**self._constants, **given}
        for name, process in self._processors:
            if (value := found[name]) is not None:
                found[name] = process(value)
        if self._positions is None:
            return found
        return tuple([found[name] for name in self._positions])
