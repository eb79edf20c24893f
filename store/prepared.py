"""Statements of the hot path, compiled once for each database, not looked up every time.

Written in SQLAlchemy Core like all others; only the way to the driver is shorter. That saves some
20 to 40 µs a statement, and a message takes seven of them (`benchmarks/desk.py`).
"""

from collections import namedtuple
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import CursorResult, Dialect, Select
from sqlalchemy.sql import Insert, Update

from store.work import Tx

Processor = Callable[[Any], Any]
Statement = Insert | Update | Select[Any]


class Prepared:
    """An INSERT or UPDATE whose named values are all given at each call.

    `names` are the columns of an INSERT; the binds of an UPDATE are its own bindparams. Column
    defaults are not applied. Results come as the driver gives them.
    """

    def __init__(self, statement: Insert | Update, *names: str) -> None:
        self._statement, self._names = statement, names
        self._ready: dict[str, _Ready] = {}

    def __call__(self, tx: Tx, values: Mapping[str, Any]) -> CursorResult[Any]:
        dialect = tx.conn.dialect
        ready = self._ready.get(dialect.name)
        if ready is None:
            ready = self._ready[dialect.name] = _Ready(self._statement, self._names, dialect)
        return tx.conn.exec_driver_sql(ready.sql, ready.values(values))


class PreparedSelect:
    """A SELECT of which the first row is wanted, as a tuple with the columns' names."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        columns = statement.selected_columns
        self._row = namedtuple("Row", [column.name for column in columns])  # type: ignore[misc]
        self._types = [column.type for column in columns]
        self._ready: dict[str, tuple[_Ready, list[tuple[int, Processor]]]] = {}

    def first(self, tx: Tx, values: Mapping[str, Any]) -> Any:
        """The row, or None."""
        dialect = tx.conn.dialect
        if dialect.name not in self._ready:
            self._ready[dialect.name] = (
                _Ready(self._statement, (), dialect),
                self._readers(dialect),
            )
        ready, readers = self._ready[dialect.name]
        found = tx.conn.exec_driver_sql(ready.sql, ready.values(values)).first()
        if found is None:
            return None
        row = list(found)
        for place, read in readers:
            row[place] = read(row[place])
        return self._row(*row)

    def _readers(self, dialect: Dialect) -> list[tuple[int, Processor]]:
        readers = [
            (place, kind.dialect_impl(dialect).result_processor(dialect, None))
            for place, kind in enumerate(self._types)
        ]
        return [(place, read) for place, read in readers if read is not None]


class _Ready:
    """The text for one database, with what turns values into what its driver takes."""

    def __init__(self, statement: Statement, names: tuple[str, ...], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names) or None)
        self.sql = str(compiled)
        self._positions = compiled.positiontup
        self._constants = {
            name: bind.value for name, bind in compiled.binds.items() if not bind.required
        }
        self._processors: dict[str, Processor] = {}
        for name, bind in compiled.binds.items():
            process = bind.type.dialect_impl(dialect).bind_processor(dialect)
            if process is not None:
                self._processors[name] = process

    def values(self, given: Mapping[str, Any]) -> Any:
        found = {**self._constants, **given}
        for name, process in self._processors.items():
            found[name] = process(found[name])
        if self._positions is None:
            return found
        return tuple([found[name] for name in self._positions])
