"""From an empty database to the newest schema, whoever asks for it and how often."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from store import journal
from store.migrate import migrate
from store.schema import metadata
from store.work import Store, open_engine
from tests.databases import Postgres

INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
}
MIGRATE_ON_A_SIGN = """
import sys
from store.migrate import migrate
print("ready", flush=True)
sys.stdin.readline()
print(migrate(sys.argv[1]))
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def two_empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """The URLs of two databases without a table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/one.db", f"sqlite:///{tmp_path}/two.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.database("template1") as one, server.database("template1") as two:
        yield one, two


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        return list(compare_metadata(context, metadata))


def indexes(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.execute(text(INDEXES[engine.dialect.name])).all()
        return {
            name: " ".join(sql.replace("CREATE UNIQUE INDEX", "").split())
            for name, sql in rows
            if name != "alembic_version_pkc"
        }


def test_migrations_lead_to_the_tables_the_code_knows(two_empty: tuple[str, str]) -> None:
    """Alembic finds nothing to add, change or drop after the last migration."""
    migrate(two_empty[0])

    with opened(two_empty[0]) as engine:
        assert differences(engine) == []


def test_migrations_make_the_indexes_the_code_knows(two_empty: tuple[str, str]) -> None:
    """The partial indexes' conditions agree too, which Alembic does not compare."""
    migrate(two_empty[0])
    with opened(two_empty[0]) as migrated, opened(two_empty[1]) as direct:
        metadata.create_all(direct)

        assert indexes(migrated) == indexes(direct)


def test_migrating_again_changes_nothing(database_url: str, store: Store) -> None:
    """What is stored outlives a second start, and the revision stays."""
    store.run_now(lambda tx: journal.set_fact(tx, "kept", 1))

    assert migrate(database_url) == migrate(database_url)
    assert store.run_now(lambda tx: journal.fact(tx, "kept")) == 1
    assert differences(store.engine) == []


def test_two_processes_may_migrate_at_once(two_empty: tuple[str, str]) -> None:
    """Both end well: the second waits for the first and finds nothing left to do."""
    url = two_empty[0]
    both = [migrator(url) for _ in range(2)]
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"

    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    ends = [(process.communicate(timeout=30), process.returncode) for process in both]

    assert [code for _, code in ends] == [0, 0], ends
    assert ends[0][0][0] == ends[1][0][0] != "\n"
    with opened(url) as engine:
        assert differences(engine) == []


def migrator(url: str) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", MIGRATE_ON_A_SIGN, url]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
