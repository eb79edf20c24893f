"""Which workers are alive."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, text

from store.presence import Presence
from store.work import open_engine

LIVES = """
import sys
from store.presence import Presence
from store.work import open_engine
presence = Presence(open_engine(sys.argv[1]))
presence.alive()
print(presence.worker, flush=True)
sys.stdin.read()
"""
CUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
Opened = Callable[[str], Engine]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Engines that are let go of at the end of the test."""
    engines = []

    def connect(url: str) -> Engine:
        engines.append(open_engine(url))
        return engines[-1]

    yield connect
    for engine in engines:
        engine.dispose()


def without(me: Presence, worker: str) -> list[str] | None:
    """Who is alive once that one is gone: looks go to the server and back, which is told soon."""
    return next((found for _ in range(10_000) if worker not in (found := me.alive() or [])), None)


def test_the_living_are_named_and_one_who_leaves_is_not(
    postgresql_url: str, opened: Opened
) -> None:
    """Each sees itself and the others, in the same order."""
    one, two = (Presence(opened(postgresql_url)) for _ in range(2))
    one.alive()
    both = two.alive()

    assert both is not None
    assert set(both) == {one.worker, two.worker}
    assert one.alive() == both
    two.close()
    assert without(one, two.worker) == [one.worker]
    one.close()


def test_a_killed_process_is_gone(postgresql_url: str, opened: Opened) -> None:
    """The server lets go of its lock when the connection breaks."""
    me = Presence(opened(postgresql_url))
    command = [sys.executable, "-c", LIVES, postgresql_url]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        worker = other.stdout.readline().strip()
        assert worker in (me.alive() or [])
        other.kill()

    assert without(me, worker) == [me.worker]
    me.close()


def test_a_lost_connection_is_taken_up_again(postgresql_url: str, opened: Opened) -> None:
    """A database that was restarted knows the worker by the same name."""
    presence = Presence(opened(postgresql_url))
    presence.alive()
    with opened(postgresql_url).connect() as connection:
        connection.execute(text(CUT))

    assert presence.alive() == [presence.worker]
    presence.close()


def test_on_sqlite_one_process_works_and_a_second_can_tell_nothing(
    sqlite_url: str, opened: Opened
) -> None:
    """Until the first has ended: then the second is alone."""
    first, second = (Presence(opened(sqlite_url)) for _ in range(2))

    assert first.alive() == [first.worker]
    assert second.alive() is None
    first.close()
    assert second.alive() == [second.worker]
    second.close()
