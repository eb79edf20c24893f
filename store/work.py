"""Units of work: plain synchronous functions over one connection, committed together.

`await store.run(fn)` hands `fn(tx)` to a writer thread. The writer takes whatever waits, runs the
units one after the other, commits them in one go and only then resolves the futures: a caller that
has its answer knows that it is on disk, and the cost of the fsync is shared. Where a unit raises,
the batch is undone and run again with each unit in a SAVEPOINT of its own.
"""

import asyncio
import queue
import sys
import threading
from collections.abc import Callable, Collection, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Engine, Executable, create_engine, event
from sqlalchemy.exc import DBAPIError

from store.ahead import MISSING, Ahead
from store.crypto import Cipher, Keyring
from store.errors import Closed

T = TypeVar("T")
UNITS_IN_A_COMMIT = 200
WRITERS_ON_POSTGRESQL = 4
BUSY_TIMEOUT_MS = 10_000
SWITCH_SECONDS = 0.001
"""A writer computes for milliseconds between two statements, and the event loop asks for its turn
several times in each of its rounds: by Python's default it would wait 5 ms each time."""

ATTEMPTS = 3  # a unit of work that met a deadlock, a serialization failure or a lost connection


class Tx:
    """One unit of work's view of the database: a connection inside a transaction, and the keys."""

    __slots__ = ("_cursor", "ahead", "conn", "execute", "keyring", "lasting", "memo", "postgresql")

    def __init__(
        self, conn: Connection, keyring: Keyring, lasting: dict[Hashable, Any] | None = None
    ) -> None:
        self.conn = conn
        self.execute = conn.execute
        self.keyring = keyring
        self.postgresql = conn.dialect.name == "postgresql"
        self.memo: dict[Hashable, Any] = {}
        """What was counted once in this transaction and need not be again."""
        self.lasting = {} if lasting is None else lasting
        """What this process counted in any transaction, each with a sign by which it is seen to be
        old. It may be of one that was undone: only for what need not be exact."""
        self.ahead: Ahead | None = None
        """What was read ahead, inside `gathering`."""
        self._cursor: Any = None

    def _watched(self, statement: Executable, values: Any = None) -> CursorResult[Any]:
        """What `execute` is while there is something known ahead."""
        if self.ahead is not None:
            self.ahead.write()
            if not statement.is_select:
                self.ahead.forget(_table(statement))
        return self.conn.execute(statement, values)

    def reading(self, tables: Collection[str]) -> Any:
        """The driver's own cursor in this transaction, for `store.prepared`, to read from these."""
        if self.ahead is not None:
            self.ahead.write(tables)
        if self._cursor is None:
            self._cursor = self.conn.connection.cursor()
        return self._cursor

    def writing(self, tables: Collection[str], table: str, about: int | None) -> Any:
        """The same for a statement that writes to `table`, to this person's rows or to any."""
        if self.ahead is not None:
            self.ahead.forget(table, about)
        return self.reading(tables)

    @contextmanager
    def gathering(self) -> Iterator[Ahead]:
        """Inside, what was read ahead is known, and what is queued is written at the end."""
        assert self.ahead is None, "what is gathered inside would be forgotten outside"
        self.ahead, self.execute = Ahead(), self._watched  # type: ignore[assignment]
        try:
            yield self.ahead
            self.ahead.write()
        finally:
            self.ahead, self.execute = None, self.conn.execute

    def known(self, table: str, person: int, what: Hashable) -> Any:
        """What was read ahead, or MISSING."""
        return MISSING if self.ahead is None else self.ahead.known(table, person, what)

    def insert(self, statement: Any, values: dict[str, Any]) -> int:
        """Runs an INSERT ... RETURNING id and returns the id."""
        return int(self.execute(statement, values).scalar_one())

    def guarded(self, fn: Callable[[], None]) -> Exception | None:
        """Runs `fn` in a SAVEPOINT of its own; an exception undoes it and is returned."""
        if self.ahead is not None:
            self.ahead.write()
        self.conn.exec_driver_sql("SAVEPOINT guarded")
        try:
            fn()
            if self.ahead is not None:
                self.ahead.write()
        except Exception as error:
            self.conn.exec_driver_sql("ROLLBACK TO guarded")
            if self.ahead is not None:
                self.ahead.drop()
            return error
        finally:
            self.conn.exec_driver_sql("RELEASE guarded")
        return None

    def cipher(self, wrapped: bytes | None) -> Cipher:
        return self.keyring.cipher(wrapped)


def _table(statement: Executable) -> str | None:
    return getattr(getattr(statement, "table", None), "name", None)


@dataclass(kw_only=True)
class _Unit:
    fn: Callable[[Tx], Any]
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop
    result: Any = None
    error: BaseException | None = None
    attempts: int = field(default=0)


def open_engine(url: str) -> Engine:
    """An engine in autocommit: the writer says BEGIN and COMMIT itself, alike on both databases."""
    if url.startswith("postgresql://"):
        url = "postgresql+psycopg" + url.removeprefix("postgresql")
    engine = create_engine(
        url, isolation_level="AUTOCOMMIT", pool_pre_ping=True, hide_parameters=True
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "wal_autocheckpoint=4000",
        "cache_size=-16000",  # KiB: what a batch touches, and the upper pages of each index
        "secure_delete=ON",  # an erased person's key must not linger in the file's free bytes
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


class Store:
    """The database of one installation.

    `lane` spreads units over the writers on PostgreSQL; units of the same lane keep their order.
    SQLite has one writer, so there every order is kept.
    """

    def __init__(self, url: str, keyring: Keyring) -> None:
        self.engine = open_engine(url)
        self.keyring = keyring
        self.postgresql = self.engine.dialect.name == "postgresql"
        count = WRITERS_ON_POSTGRESQL if self.postgresql else 1
        self._lasting: dict[Hashable, Any] = {}
        self._writers = [_Writer(self.engine, keyring, self._lasting, n) for n in range(count)]
        self._closed = False

    async def run(self, fn: Callable[[Tx], T], lane: int = 0) -> T:
        """The result of `fn(tx)`, once committed; an error of `fn` undoes `fn` alone."""
        if self._closed:
            raise Closed
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._writers[lane % len(self._writers)].put(_Unit(fn=fn, future=future, loop=loop))
        return await future

    def run_now(self, fn: Callable[[Tx], T]) -> T:
        """The same in the calling thread, for commands and tests without an event loop."""
        with self.engine.connect() as conn:
            return _alone(Tx(conn, self.keyring, self._lasting), fn)

    async def close(self) -> None:
        """Commits what waits, then stops the writers."""
        self._closed = True
        await asyncio.to_thread(self.close_now)

    def close_now(self) -> None:
        self._closed = True
        for writer in self._writers:
            writer.stop()
        self.engine.dispose()


class _Writer:
    def __init__(
        self, engine: Engine, keyring: Keyring, lasting: dict[Hashable, Any], number: int
    ) -> None:
        self._engine, self._keyring, self._lasting = engine, keyring, lasting
        self._queue: queue.SimpleQueue[_Unit | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._number = number
        self._lock = threading.Lock()

    def put(self, unit: _Unit) -> None:
        if self._thread is None:
            self._start()
        self._queue.put(unit)

    def stop(self) -> None:
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                sys.setswitchinterval(min(SWITCH_SECONDS, sys.getswitchinterval()))
                self._thread = threading.Thread(
                    target=self._work, name=f"writer-{self._number}", daemon=True
                )
                self._thread.start()

    def _work(self) -> None:
        conn: Connection | None = None
        while (batch := self._take()) is not None:
            conn = self._commit_together(batch, conn)
            _resolve(batch)
        if conn is not None:
            conn.close()

    def _take(self) -> list[_Unit] | None:
        first = self._queue.get()
        if first is None:
            return None
        batch = [first]
        while len(batch) < UNITS_IN_A_COMMIT and not self._queue.empty():
            unit = self._queue.get()
            if unit is None:
                self._queue.put(None)
                break
            batch.append(unit)
        return batch

    def _commit_together(self, batch: list[_Unit], conn: Connection | None) -> Connection | None:
        try:
            conn = conn or self._engine.connect()
            tx = Tx(conn, self._keyring, self._lasting)
            if not _run_bare(tx, batch):
                _begin(tx)
                for unit in batch:
                    _run_in_savepoint(tx, unit)
            conn.exec_driver_sql("COMMIT")
        except Exception as error:
            _drop(conn)
            conn = None
            self._one_by_one(batch, error)
        return conn

    def _one_by_one(self, batch: list[_Unit], error: Exception) -> None:
        """After a failed commit nothing of the batch is in the database: each gets its own try."""
        for unit in batch:
            unit.result, unit.error = None, error
            try:
                with self._engine.connect() as conn:
                    unit.result = _alone(Tx(conn, self._keyring, self._lasting), unit.fn)
                    unit.error = None
            except Exception as again:
                unit.error = again


def _begin(tx: Tx) -> None:
    tx.conn.exec_driver_sql("BEGIN" if tx.postgresql else "BEGIN IMMEDIATE")


def _run_bare(tx: Tx, batch: list[_Unit]) -> bool:
    """Runs a batch without SAVEPOINTs, which nearly every batch can do; False leaves no trace.

    Only where a unit raises is the whole batch undone and run again, each unit in a SAVEPOINT: a
    unit of work does nothing but read and write this transaction, so it may run twice.
    """
    _begin(tx)
    try:
        for unit in batch:
            unit.result, unit.error = unit.fn(tx), None
    except Exception as error:
        if _gone(error):
            raise
        tx.conn.exec_driver_sql("ROLLBACK")
        return False
    return True


def _run_in_savepoint(tx: Tx, unit: _Unit) -> None:
    run = tx.conn.exec_driver_sql
    run("SAVEPOINT unit")
    try:
        unit.result = unit.fn(tx)
    except Exception as error:
        if _gone(error) or _passing(error):
            raise
        unit.error = error
        run("ROLLBACK TO unit")
    run("RELEASE unit")


def _alone(tx: Tx, fn: Callable[[Tx], T]) -> T:
    for attempt in range(ATTEMPTS):
        _begin(tx)
        try:
            result = fn(tx)
            tx.conn.exec_driver_sql("COMMIT")
            return result
        except BaseException as error:
            if _gone(error):
                raise
            tx.conn.exec_driver_sql("ROLLBACK")
            if attempt == ATTEMPTS - 1 or not _passing(error):
                raise
    raise AssertionError("unreachable")


def _passing(error: BaseException) -> bool:
    """Deadlock and serialization failure (SQLSTATE class 40) are worth another try."""
    plain = getattr(error, "orig", error)
    return str(getattr(plain, "sqlstate", "") or "").startswith("40")


def _gone(error: BaseException) -> bool:
    """Whether the connection was lost. Told by the driver itself, a ROLLBACK tells it soon."""
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _drop(conn: Connection | None) -> None:
    if conn is not None:
        conn.invalidate()
        conn.close()


def _resolve(batch: list[_Unit]) -> None:
    """One wake-up of each event loop per commit, not one per unit."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Unit]] = {}
    for unit in batch:
        by_loop.setdefault(unit.loop, []).append(unit)
    for loop, units in by_loop.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, units)


def _settle(units: list[_Unit]) -> None:
    for unit in units:
        if unit.future.done():
            continue
        if isinstance(unit.error, StopIteration):  # no future takes one: it ends generators
            unit.error = RuntimeError("a unit of work raised StopIteration")
        if unit.error is not None:
            unit.future.set_exception(unit.error)
        else:
            unit.future.set_result(unit.result)
