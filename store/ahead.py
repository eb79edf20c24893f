"""What a batch of decisions will ask for, read at once; what it writes, written at once.

The desk decides about one thing at a time and asks the store for what it needs. Where a hundred are
decided in one transaction, what they will ask for is read before, with one statement a table, and
what they queue is written at the end. The answers are the same as without: a write drops what was
known of its table (of one person, where it says of whom), and whatever reads a table has its queue
written first.
"""

from collections.abc import Callable, Collection, Hashable
from typing import Any

MISSING: Any = object()
PART_OF = {"parts": "people"}
"""What is known of a person's parts is known with the person."""

Write = Callable[[list[Any]], None]


class Ahead:
    """What is known of the tables, by person, and what waits to be written, by table."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], dict[Hashable, Any]] = {}
        self._queues: dict[str, dict[str, tuple[Write, list[Any]]]] = {}
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

    def queue(self, table: str, how: str, write: Write, row: Any) -> None:
        """A row to be written in the end, with the others that are written the same way. Ways that
        touch one row must come to the same in either order."""
        _, rows = self._queues.setdefault(table, {}).setdefault(how, (write, []))
        rows.append(row)

    def write(self, tables: Collection[str] | None = None) -> None:
        """Writes what is queued for these tables, or for all."""
        for table in [*self._queues] if tables is None else tables:
            if table in self._queues:
                for write, rows in self._queues.pop(table).values():
                    write(rows)

    def drop(self) -> None:
        """The transaction went back to where it was before: nothing is known, nothing queued."""
        self._known.clear()
        self._queues.clear()
