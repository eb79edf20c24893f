"""Which workers are alive, so that what a dead one was sending is not left to it.

On PostgreSQL a worker holds an advisory lock as long as it lives: the server lets go of it the
moment the connection breaks. On SQLite one process works, and holds a lock on a file beside it.
"""

import fcntl
import os
import secrets
from typing import IO

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

CLASS = 7_140_222  # an arbitrary number that says "a Pavadonis worker" to PostgreSQL
_LOCK = text("SELECT pg_advisory_lock(:class, :number)")
_HELD = text(
    "SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = :class "
    "AND objsubid = 2 AND database = (SELECT oid FROM pg_database "
    "WHERE datname = current_database()) ORDER BY objid"
)


class Presence:
    """This process among the workers of one database."""

    def __init__(self, engine: Engine) -> None:
        self._number = secrets.randbelow(2**31 - 1) + 1
        self.worker = str(self._number)
        self._engine = engine
        self._held: Connection | None = None
        self._file: IO[bytes] | None = None
        self._alone = engine.dialect.name == "sqlite" and self._lock()

    def alive(self) -> list[str] | None:
        """The living workers, this one among them; None where nobody can tell."""
        if self._engine.dialect.name == "sqlite":
            self._alone = self._alone or self._lock()
            return [self.worker] if self._alone else None
        try:
            return self._locks()
        except DBAPIError:
            self._drop()
            return self._locks()

    def _locks(self) -> list[str]:
        if self._held is None:
            self._held = self._engine.connect()
            self._held.execute(_LOCK, {"class": CLASS, "number": self._number})
        return [str(number) for number in self._held.execute(_HELD, {"class": CLASS}).scalars()]

    def _lock(self) -> bool:
        """Tried again at each look: the process that had it may have ended."""
        if self._file is None:
            name = f"{self._engine.url.database}.worker"
            self._file = os.fdopen(os.open(name, os.O_RDWR | os.O_CREAT, 0o600), "rb")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _drop(self) -> None:
        if self._held is not None:
            self._held.invalidate()
            self._held.close()
            self._held = None

    def close(self) -> None:
        self._drop()
        if self._file is not None:
            self._file.close()
