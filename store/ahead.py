"""What a batch of decisions will ask for, read at once; what it writes, written at once.

The desk decides about one thing at a time and asks the store for what it needs. Where a hundred are
decided in one transaction, what they will ask for is read before, with one statement a table, and
what they queue is written at the end. The answers are the same as without: a write drops what was
known of its table (of one person, where it says of whom), and whatever reads a table has its queue
written first.
"""

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Any

MISSING: Any = object()
PART_OF = {"parts": "people"}
"""What is known of a person's parts is known with the person."""

Write = Callable[[list[Mapping[str, Any]]], None]


class Ahead:
    """What is known of the tables, by person, and what waits to be written, by table."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], dict[Hashable, Any]] = {}
        self._queues: dict[str, tuple[Write, list[Mapping[str, Any]]]] = {}
        self.owners: dict[int, int] = {}
        """Whose an occurrence is; that does not change."""

    def known(self, table: str, person: int, what: Hashable) -> Any:
        """MISSING where the database has to be asked."""
        found = self._known.get((table, person))
        return MISSING if found is None else found.get(what, MISSING)

    def learn(self, table: str, person: int, what: Hashable, value: Any) -> None:
        self._known.setdefault((table, person), {})[what] = value

    def forget(self, table: str | None, person: int | None = None) -> None:
        """Something of the table has changed, one person's or anybody's; None means any table."""
        name = PART_OF.get(table, table) if table else None
        if name is not None and person is not None:
            self._known.pop((name, person), None)
            return
        for key in [each for each in self._known if name in (None, each[0])]:
            del self._known[key]

    def queue(self, table: str, write: Write, row: Mapping[str, Any]) -> None:
        """A row to be written in the end. Each table has one statement that may be queued."""
        found = self._queues.get(table)
        if found is None:
            self._queues[table] = (write, [row])
        else:
            found[1].append(row)

    def write(self, tables: Collection[str] | None = None) -> None:
        """Writes what is queued for these tables, or for all."""
        for table in [*self._queues] if tables is None else tables:
            if table in self._queues:
                write, rows = self._queues.pop(table)
                write(rows)

    def drop(self) -> None:
        """The transaction went back to where it was before: nothing is known, nothing queued."""
        self._known.clear()
        self._queues.clear()
