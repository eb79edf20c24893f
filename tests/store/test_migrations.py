"""From an empty database to the newest schema, whoever asks for it and how often."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command as alembic
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, text

from store import journal
from store.migrate import config, migrate
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


OLD_ROWS = (
    "INSERT INTO people (id, name, language, created_at) VALUES (1, 'Anna', 'lv', 5)",
    "INSERT INTO identities (id, person, channel, address, created_at) "
    "VALUES (1, 1, 'web', 'hash', 5)",
    "INSERT INTO inbox (id, channel, event, person, body, state, attempts, received_at) "
    "VALUES (1, 'web', '1:a', 1, 'said', 'done', 0, 6), (9, 'web', '1:b', 1, 'gone', 'done', 0, 6)",
    "INSERT INTO outbox (id, key, person, channel, priority, kind, body, token, state, attempts, "
    "created_at, sent_at) VALUES (1, 'in:1', 1, 'web', 1, 'reply', 'sent', 't', 'sent', 0, 6, 7), "
    "(2, 'n:1', 1, 'web', 2, 'nudge', 'later', NULL, 'waiting', 2, 6, NULL), "
    "(9, 'gone', 1, 'web', 2, 'nudge', 'gone', NULL, 'sent', 0, 6, 7)",
    "INSERT INTO feed (id, person, inbox, outbox, at) VALUES (1, 1, 1, NULL, 6), "
    "(2, 1, NULL, 1, 7)",
    "DELETE FROM inbox WHERE id = 9",
    "DELETE FROM outbox WHERE id = 9",
)
ASKED_IN_0005 = (
    "INSERT INTO people (id, name, language, created_at) VALUES (1, 'Anna', 'lv', 5)",
    "INSERT INTO tasks (id, person, programme, title, seal, due, known_at, status, created_at) "
    "VALUES (4, 1, 'here', 't', 's', '2026-01-14', 5, 'open', 5)",
    "INSERT INTO extensions (id, task, person, seal, old_due, status, asked_at) VALUES "
    "(7, 4, 1, 's', '2026-01-14', 'asked', 5), (9, 4, 1, 's', '2026-01-14', 'gone', 5)",
    "INSERT INTO occurrences (id, key, programme, kind, person, subject, due_at, state) VALUES "
    "(1, 'extension:7', 'here', 'extension', 1, 4, 9, 'waiting'), "
    "(2, 'task:4:2026-01-14:late:2', 'here', 'late', 1, 4, 9, 'waiting')",
    "DELETE FROM extensions WHERE id = 9",
)
"""A request for more time of the version before it could be for a date of the calendar."""

OLD_TABLES = ("people", "identities", "inbox", "outbox", "feed")


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


def contents(connection: Connection) -> dict[str, list[dict[str, object]]]:
    """Every column of every row of the tables that were there in 0001."""
    return {
        table: [
            dict(row)
            for row in connection.execute(text(f"SELECT * FROM {table} ORDER BY id")).mappings()
        ]
        for table in OLD_TABLES
    }


def at_0001(url: str) -> dict[str, list[dict[str, object]]]:
    """A database as the first version left it; returns what is in it."""
    with opened(url) as engine, engine.connect() as connection:
        alembic.upgrade(config(connection), "0001")
        for statement in OLD_ROWS:
            connection.execute(text(statement))
        if engine.dialect.name == "postgresql":
            for table in OLD_TABLES:
                sequence = f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), 9)"
                connection.execute(text(sequence))
        return contents(connection)


def test_a_database_of_the_first_version_loses_nothing(two_empty: tuple[str, str]) -> None:
    """Every row and every value is there afterwards; the feed too, which hangs on two tables that
    are built anew."""
    before = at_0001(two_empty[0])

    migrate(two_empty[0])

    with opened(two_empty[0]) as engine, engine.connect() as connection:
        after = contents(connection)
        assert differences(engine) == []
    for table, rows in before.items():
        assert [{name: row[name] for name in rows[0]} for row in after[table]] == rows
        assert rows


BEFORE_0006 = (
    "INSERT INTO people (id, name, language, created_at) VALUES (1, 'Anna', 'lv', 5), "
    "(2, 'Elza', 'lv', 5)",
    "INSERT INTO results (id, person, programme, dialog, body, seal, shared, created_at) VALUES "
    "(1, 1, 'p', 'grow', 'x', 's', false, 7), (2, 1, 'p', 'stuck', 'x', 's', true, 8), "
    "(3, 1, 'p', 'ten-steps', 'x', 's', false, 9), (4, 2, 'p', 'grow', 'x', 's', false, 10), "
    "(5, 1, 'q', 'grow', 'x', 's', false, 10)",
    "INSERT INTO tasks (id, person, programme, title, seal, due, known_at, status, created_at) "
    "VALUES (1, 1, 'p', 't', 's', '2026-01-20', 7, 'open', 7), "
    "(2, 1, 'p', 't', 's', '2026-01-20', 9, 'done', 7), "
    "(3, 1, 'p', 't', 's', '2026-01-20', 8, 'open', 8), "
    "(4, 1, 'p', 't', 's', '2026-01-20', 9, 'open', 9), "
    "(5, 1, 'p', 't', 's', '2026-01-20', 9, 'open', 10)",
)


def test_tasks_of_before_find_the_result_they_came_from(two_empty: tuple[str, str]) -> None:
    """By person, programme and instant; neither what was never asked about, nor another's."""
    with opened(two_empty[0]) as engine, engine.connect() as connection:
        alembic.upgrade(config(connection), "0005")
        for statement in BEFORE_0006:
            connection.execute(text(statement))
        connection.commit()
        migrate(two_empty[0])
        found = connection.execute(text("SELECT id, result FROM tasks ORDER BY id")).all()
    assert [tuple(row) for row in found] == [(1, 1), (2, 1), (3, 2), (4, None), (5, None)]


SHARED_IN_0009 = (
    "INSERT INTO people (id, name, language, created_at) VALUES (1, 'Anna', 'lv', 5), "
    "(2, 'Elza', 'lv', 5), (3, 'Janis', 'lv', 5), (4, 'Marta', 'lv', 5)",
    "INSERT INTO pairings (id, programme, mentor, mentee, model, status, created_at, decided_at) "
    "VALUES (1, 'p', 3, 1, 'individual', 'ended', 10, 20), "
    "(2, 'p', 4, 1, 'individual', 'active', 30, 31), "
    "(3, 'p', 4, 2, 'individual', 'declined', 10, 11), "
    "(4, 'p', 3, 2, 'individual', 'active', 40, 41)",
    "INSERT INTO results (id, person, programme, dialog, body, seal, shared, created_at) VALUES "
    "(1, 1, 'p', 'grow', 'x', 's', true, 15), (2, 1, 'p', 'grow', 'x', 's', true, 35), "
    "(3, 1, 'p', 'grow', 'x', 's', true, 25), (4, 1, 'p', 'grow', 'x', 's', false, 35), "
    "(5, 2, 'p', 'grow', 'x', 's', true, 20), (6, 1, 'q', 'grow', 'x', 's', true, 35)",
)


def test_what_was_shared_before_is_the_pairings_of_that_time(two_empty: tuple[str, str]) -> None:
    """Else of the first there was; never of one that was declined, nor what was kept."""
    with opened(two_empty[0]) as engine, engine.connect() as connection:
        alembic.upgrade(config(connection), "0009")
        for statement in SHARED_IN_0009:
            connection.execute(text(statement))
        connection.commit()
        migrate(two_empty[0])
        rows = connection.execute(text("SELECT result, pairing FROM shares ORDER BY result")).all()
    assert [tuple(row) for row in rows] == [(1, 1), (2, 2), (3, 1), (5, 4)]


PLANNED_IN_0012 = (
    "INSERT INTO people (id, name, language, created_at) VALUES (1, 'Anna', 'lv', 5)",
    "INSERT INTO occurrences (id, key, programme, kind, person, due_at, state, why) VALUES "
    """(1, 'a', 'p', 'event', 1, 9, 'waiting', '{"rule": "on_day", "what": "meeting"}'), """
    """(2, 'b', 'p', 'event', 1, 9, 'waiting', '{"rule": "on_day", "what": "task"}'), """
    """(3, 'c', 'p', 'event', 1, 9, 'waiting', '{"rule": "on_day", "at": "9:00"}'), """
    """(4, 'd', 'p', 'event', 1, 9, 'waiting', '{"rule": "before", "what": "meeting"}'), """
    """(5, 'e', 'p', 'event', 1, 9, 'fired', '{"rule": "on_day", "what": "meeting"}'), """
    "(6, 'f', 'p', 'alert', 1, 9, 'waiting', NULL), (7, 'g', 'p', 'nudge', 1, 9, 'waiting', NULL)",
)


def test_what_was_planned_before_is_first_as_well(two_empty: tuple[str, str]) -> None:
    """Alarms, and what begins on its day; in a million rows only these are written anew."""
    with opened(two_empty[0]) as engine, engine.connect() as connection:
        alembic.upgrade(config(connection), "0012")
        for statement in PLANNED_IN_0012:
            connection.exec_driver_sql(statement)
        connection.commit()
        migrate(two_empty[0])
        rows = connection.execute(text("SELECT id, urgent FROM occurrences ORDER BY id")).all()
    assert [row.id for row in rows if row.urgent] == [1, 3, 6]
    assert {row.urgent for row in rows if row.id not in (1, 3, 6)} == {None}


def test_ids_are_not_given_twice_after_a_migration(two_empty: tuple[str, str]) -> None:
    """The row with the greatest id was erased before: its number stays its own."""
    at_0001(two_empty[0])
    migrate(two_empty[0])

    with opened(two_empty[0]) as engine, engine.connect() as connection:
        inbox = "INSERT INTO inbox (channel, event, state, attempts, received_at) "
        inbox += "VALUES ('telegram', 'x', 'done', 0, 8) RETURNING id"
        outbox = "INSERT INTO outbox (key, channel, priority, kind, state, attempts, created_at) "
        outbox += "VALUES ('x', 'telegram', 1, 'stranger', 'waiting', 0, 8) RETURNING id"
        new = [connection.execute(text(each)).scalar_one() for each in (inbox, outbox)]
    assert new == [10, 10]


def test_requests_for_more_time_outlive_what_they_may_be_about_now(
    two_empty: tuple[str, str],
) -> None:
    """Each is of its task's programme, what waits is known by the request, no id comes twice."""
    url = two_empty[0]
    with opened(url) as engine, engine.connect() as connection:
        alembic.upgrade(config(connection), "0005")
        for statement in ASKED_IN_0005:
            connection.execute(text(statement))
        if engine.dialect.name == "postgresql":
            sequence = "SELECT setval(pg_get_serial_sequence('extensions', 'id'), 9)"
            connection.execute(text(sequence))

    migrate(url)

    with opened(url) as engine, engine.connect() as connection:
        kept = "SELECT id, task, programme, event, status, seal FROM extensions"
        assert connection.execute(text(kept)).all() == [(7, 4, "here", None, "asked", "s")]
        later = "SELECT subject FROM occurrences ORDER BY id"
        assert connection.execute(text(later)).scalars().all() == [7, 4]
        new = "INSERT INTO extensions (person, programme, event, day, seal, old_due, status, "
        new += "asked_at) VALUES (1, 'here', 'course', '2026-01-14', 's', '2026-01-14', 'asked', 5)"
        assert connection.execute(text(f"{new} RETURNING id")).scalar_one() == 10
        connection.execute(text("DELETE FROM tasks"))
        left = connection.execute(text("SELECT id FROM extensions")).scalars().all()
        assert left == [10]
        connection.execute(text("DELETE FROM people"))
        assert connection.execute(text("SELECT id FROM extensions")).all() == []
        assert differences(engine) == []


def test_what_hangs_on_a_message_still_goes_with_it(two_empty: tuple[str, str]) -> None:
    """The tables built anew are the ones the feed points at."""
    at_0001(two_empty[0])
    migrate(two_empty[0])

    with opened(two_empty[0]) as engine, engine.connect() as connection:
        connection.execute(text("DELETE FROM inbox"))
        assert [row["id"] for row in contents(connection)["feed"]] == [2]
        connection.execute(text("DELETE FROM people"))
        found = contents(connection)
    assert found == {table: [] for table in OLD_TABLES}
