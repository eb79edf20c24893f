"""Units of work: together on disk, each on its own in failure, nothing lost and nothing doubled."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from store import journal, work
from store.errors import Closed
from store.work import Store, Tx
from tests.databases import open_store, transaction

PATIENCE_SECONDS = 10
UNITS = 500


def marks(tx: Tx) -> list[str]:
    return list(tx.execute(text("SELECT name FROM marks ORDER BY id")).scalars())


def mark(name: str) -> Callable[[Tx], str]:
    """A unit of work that leaves one row, in a table that would show a second one too."""

    def unit(tx: Tx) -> str:
        tx.execute(text("INSERT INTO marks (name) VALUES (:name)"), {"name": name})
        return name

    return unit


def fails(name: str) -> Callable[[Tx], None]:
    def unit(tx: Tx) -> None:
        mark(name)(tx)
        raise LookupError(name)

    return unit


@pytest.fixture(autouse=True)
def _marks(request: pytest.FixtureRequest) -> None:
    """Tables of these tests' own, whichever store the test asks for."""
    known = ("store", "sqlite_store", "postgresql_store")
    name = next(name for name in known if name in request.fixturenames)
    request.getfixturevalue(name).run_now(_prepare)


def _prepare(tx: Tx) -> None:
    own = "bigint GENERATED ALWAYS AS IDENTITY" if tx.postgresql else "INTEGER"
    tx.execute(text(f"CREATE TABLE marks (id {own} PRIMARY KEY, name text NOT NULL)"))
    tx.execute(text("CREATE TABLE roots (id integer PRIMARY KEY)"))
    tx.execute(
        text(
            "CREATE TABLE leaves (root integer NOT NULL"
            " REFERENCES roots (id) DEFERRABLE INITIALLY DEFERRED)"
        )
    )


@contextmanager
def writer_held(store: Store, lane: int = 0) -> Iterator[None]:
    """Keeps the writer in a unit of work, so that all that comes meanwhile shares one commit."""
    entered, go = threading.Event(), threading.Event()

    def hold(_tx: Tx) -> None:
        entered.set()
        assert go.wait(PATIENCE_SECONDS)

    held = asyncio.ensure_future(store.run(hold, lane))
    held.add_done_callback(lambda _: None)
    try:
        yield
    finally:
        go.set()


async def together(store: Store, *units: Callable[[Tx], Any]) -> list[Any]:
    """The units' results or errors, after they have met in one batch of the writer."""
    with writer_held(store):
        waiting = [asyncio.ensure_future(store.run(unit)) for unit in units]
        await asyncio.sleep(0.01)
    return await asyncio.gather(*waiting, return_exceptions=True)


async def test_an_answer_means_that_it_is_on_disk(store: Store) -> None:
    """While the COMMIT is held back nobody has an answer and nobody else sees the row."""
    committing, go = threading.Event(), threading.Event()

    def hold_commit(_c: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement == "COMMIT" and threading.current_thread().name.startswith("writer"):
            committing.set()
            assert go.wait(PATIENCE_SECONDS)

    await store.run(marks)
    event.listen(store.engine, "before_cursor_execute", hold_commit)
    unit = asyncio.ensure_future(store.run(mark("one")))
    assert await asyncio.to_thread(committing.wait, PATIENCE_SECONDS)
    await asyncio.sleep(0.02)

    assert not unit.done()
    assert seen_from_outside(store) == []
    go.set()
    assert await unit == "one"
    assert seen_from_outside(store) == ["one"]


def seen_from_outside(store: Store) -> list[str]:
    with store.engine.connect() as connection:
        return list(connection.execute(text("SELECT name FROM marks ORDER BY id")).scalars())


async def test_units_that_wait_are_committed_together(store: Store) -> None:
    """A unit that is through stays unanswered and unseen until its neighbour is through as well."""
    started, go = threading.Event(), threading.Event()

    def slow(tx: Tx) -> str:
        started.set()
        assert go.wait(PATIENCE_SECONDS)
        return mark("slow")(tx)

    with writer_held(store):
        quick = asyncio.ensure_future(store.run(mark("quick")))
        neighbour = asyncio.ensure_future(store.run(slow))
        await asyncio.sleep(0.01)
    assert await asyncio.to_thread(started.wait, PATIENCE_SECONDS)
    await asyncio.sleep(0.02)

    assert not quick.done()
    assert seen_from_outside(store) == []
    go.set()
    assert await asyncio.gather(quick, neighbour) == ["quick", "slow"]
    assert seen_from_outside(store) == ["quick", "slow"]


async def test_an_exception_undoes_its_own_unit_alone(store: Store) -> None:
    """Its neighbours in the same commit are written, and it reaches its own caller as it was."""
    ends = await together(store, mark("before"), fails("broken"), mark("after"))

    assert ends[0] == "before"
    assert isinstance(ends[1], LookupError)
    assert ends[2] == "after"
    assert seen_from_outside(store) == ["before", "after"]


async def test_a_statement_the_database_refuses_harms_nobody_else(store: Store) -> None:
    """PostgreSQL would refuse all that follows in the transaction, were there no savepoint."""

    def refused(tx: Tx) -> None:
        mark("refused")(tx)
        tx.execute(text("INSERT INTO roots (id) VALUES (1), (1)"))

    ends = await together(store, mark("before"), refused, mark("after"))

    assert isinstance(ends[1], IntegrityError)
    assert seen_from_outside(store) == ["before", "after"]


async def test_an_exception_no_future_can_carry_leaves_no_neighbour_waiting(store: Store) -> None:
    """asyncio refuses a StopIteration as a result; it arrives as another error."""

    def exhausted(tx: Tx) -> None:
        mark("exhausted")(tx)
        next(iter(()))

    async with asyncio.timeout(PATIENCE_SECONDS):
        ends = await together(store, mark("before"), exhausted, mark("after"))

    assert (ends[0], ends[2]) == ("before", "after")
    assert isinstance(ends[1], RuntimeError)
    assert seen_from_outside(store) == ["before", "after"]


@pytest.mark.parametrize("lane", [0, 1, 7])
async def test_units_of_one_lane_keep_their_order(store: Store, lane: int) -> None:
    """A thousand units are run and answered in the order in which they were handed in."""
    names = [str(number) for number in range(2 * UNITS)]

    ends = await asyncio.gather(*(store.run(mark(name), lane) for name in names))

    assert ends == names
    assert seen_from_outside(store) == names


async def test_many_units_at_once_are_each_done_once(store: Store) -> None:
    """Five hundred units over all lanes: each has its own row and its own answer."""
    ends = await asyncio.gather(*(store.run(mark(f"{n:03}"), lane=n) for n in range(UNITS)))

    assert ends == [f"{n:03}" for n in range(UNITS)]
    assert sorted(seen_from_outside(store)) == ends


async def test_a_caller_who_went_away_takes_nobody_along(store: Store) -> None:
    """A cancelled request's unit is in the database all the same, and so are its neighbours."""
    with writer_held(store):
        leaving = asyncio.ensure_future(store.run(mark("leaving")))
        staying = asyncio.ensure_future(store.run(mark("staying")))
        await asyncio.sleep(0.01)
        leaving.cancel()
        await asyncio.sleep(0)

    assert await staying == "staying"
    assert seen_from_outside(store) == ["leaving", "staying"]


async def test_a_commit_that_fails_is_made_up_for_unit_by_unit(store: Store) -> None:
    """Only the unit whose fault shows at COMMIT fails; the others are written, in order, once."""

    def orphan(tx: Tx) -> None:
        mark("orphan")(tx)
        tx.execute(text("INSERT INTO leaves (root) VALUES (404)"))

    ends = await together(store, mark("first"), orphan, mark("second"), mark("third"))

    assert (ends[0], ends[2], ends[3]) == ("first", "second", "third")
    assert isinstance(ends[1], IntegrityError)
    assert seen_from_outside(store) == ["first", "second", "third"]
    assert await store.run(mark("later")) == "later"


async def test_a_connection_killed_in_a_unit_costs_nothing(postgresql_store: Store) -> None:
    """The batch is gone with the connection and done again on a new one, each unit once."""
    runs = 0

    def killed_once(tx: Tx) -> str:
        nonlocal runs
        runs += 1
        if runs == 1:
            tx.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        return mark("killed")(tx)

    ends = await together(postgresql_store, mark("before"), killed_once, mark("after"))

    assert runs == 2
    assert ends == ["before", "killed", "after"]
    assert seen_from_outside(postgresql_store) == ends


KILLED_AT_COMMIT = """
CREATE SEQUENCE commits;
CREATE FUNCTION die_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF nextval('commits') = 1 THEN
    PERFORM pg_terminate_backend(pg_backend_pid());
    PERFORM pg_sleep(5);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON roots
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die_once();
"""


async def test_a_connection_lost_in_the_commit_costs_nothing(postgresql_store: Store) -> None:
    """The server goes away inside COMMIT itself: nothing was written, so all is done again."""
    postgresql_store.run_now(lambda tx: tx.conn.exec_driver_sql(KILLED_AT_COMMIT))

    def fatal(tx: Tx) -> str:
        tx.execute(text("INSERT INTO roots (id) VALUES (1)"))
        return mark("fatal")(tx)

    ends = await together(postgresql_store, mark("before"), fatal, mark("after"))

    assert ends == ["before", "fatal", "after"]
    assert seen_from_outside(postgresql_store) == ends


async def test_a_restarted_server_is_found_again(postgresql_store: Store) -> None:
    """Every idle connection was cut; the next unit of work on each lane does not notice."""
    await asyncio.gather(*(postgresql_store.run(mark("early"), lane) for lane in range(4)))
    cut = text(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    assert postgresql_store.run_now(lambda tx: tx.execute(cut).scalar_one()) >= 4

    ends = await asyncio.gather(*(postgresql_store.run(mark("late"), lane) for lane in range(4)))

    assert ends == ["late"] * 4
    assert seen_from_outside(postgresql_store) == ["early"] * 4 + ["late"] * 4


async def test_a_deadlock_is_tried_again(postgresql_store: Store) -> None:
    """Two lanes that take the same two rows crosswise both come through, each once."""
    postgresql_store.run_now(lambda tx: tx.execute(text("INSERT INTO roots VALUES (1), (2)")))
    both = threading.Barrier(2)

    def crossing(first: int, second: int) -> Callable[[Tx], str]:
        tries = 0

        def unit(tx: Tx) -> str:
            nonlocal tries
            tries += 1
            lock = text("SELECT id FROM roots WHERE id = :id FOR UPDATE")
            tx.execute(lock, {"id": first})
            if tries == 1:
                both.wait(PATIENCE_SECONDS)
            tx.execute(lock, {"id": second})
            return mark(f"{first}{second}")(tx)

        return unit

    run = postgresql_store.run
    ends = await asyncio.gather(run(crossing(1, 2), lane=1), run(crossing(2, 1), lane=2))

    assert ends == ["12", "21"]
    assert sorted(seen_from_outside(postgresql_store)) == ["12", "21"]


async def test_a_locked_file_is_waited_for(sqlite_store: Store) -> None:
    """Another process writes for a while: the unit waits its turn and is written once."""
    with transaction(sqlite_store) as other:
        mark("other")(other)
        waiting = asyncio.ensure_future(sqlite_store.run(mark("patient")))
        await asyncio.sleep(0.1)
        assert not waiting.done()

    assert await waiting == "patient"
    assert seen_from_outside(sqlite_store) == ["other", "patient"]


async def test_a_file_locked_for_too_long_is_an_error_and_nothing_else(
    sqlite_url: str, sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each caller is told, nothing is half written, and the writer goes on afterwards."""
    monkeypatch.setattr(work, "BUSY_TIMEOUT_MS", 20)
    hasty = open_store(sqlite_url)

    with transaction(sqlite_store):
        units = (hasty.run(mark(name)) for name in ("one", "two"))
        ends = await asyncio.gather(*units, return_exceptions=True)

    assert [type(end) for end in ends] == [OperationalError, OperationalError]
    assert await hasty.run(mark("after")) == "after"
    assert await hasty.run(marks) == ["after"]
    await hasty.close()


async def test_closing_commits_what_waits(database_url: str, store: Store) -> None:
    """Whoever had handed in a unit before the close has an answer, and it is true."""
    with writer_held(store):
        waiting = [asyncio.ensure_future(store.run(mark(str(n)))) for n in range(UNITS)]
        await asyncio.sleep(0.01)
        closing = asyncio.ensure_future(store.close())
        await asyncio.sleep(0.01)
        assert not closing.done()
    await closing
    ends = await asyncio.gather(*waiting)

    reopened = open_store(database_url)
    assert reopened.run_now(marks) == ends == [str(n) for n in range(UNITS)]
    reopened.close_now()


async def test_a_closed_store_says_so(store: Store) -> None:
    """Nothing is accepted that would never be written; closing twice does no harm."""
    await store.run(marks)
    await store.close()
    await store.close()

    with pytest.raises(Closed, match="closed"):
        await store.run(mark("late"))


def test_guarded_undoes_what_failed_and_nothing_else(store: Store) -> None:
    """The error is handed back, what was written around it stays."""

    def unit(tx: Tx) -> list[Exception | None]:
        mark("before")(tx)
        errors = [tx.guarded(lambda: fails("broken")(tx)), tx.guarded(lambda: _ok(tx))]
        mark("after")(tx)
        return errors

    failure, success = store.run_now(unit)

    assert isinstance(failure, LookupError)
    assert success is None
    assert seen_from_outside(store) == ["before", "guarded", "after"]


def _ok(tx: Tx) -> None:
    mark("guarded")(tx)


def test_guarded_survives_what_the_database_refuses(store: Store) -> None:
    """The transaction is usable afterwards, on PostgreSQL too."""

    def unit(tx: Tx) -> Exception | None:
        error = tx.guarded(lambda: _duplicate(tx))
        mark("after")(tx)
        return error

    assert isinstance(store.run_now(unit), DBAPIError)
    assert seen_from_outside(store) == ["after"]


def _duplicate(tx: Tx) -> None:
    tx.execute(text("INSERT INTO roots (id) VALUES (1), (1)"))


def test_guarded_may_stand_in_guarded(store: Store) -> None:
    """The inner one's failure undoes the inner part alone."""

    def unit(tx: Tx) -> None:
        assert tx.guarded(lambda: outer(tx)) is None

    def outer(tx: Tx) -> None:
        mark("outer")(tx)
        assert isinstance(tx.guarded(lambda: fails("inner")(tx)), LookupError)

    store.run_now(unit)

    assert seen_from_outside(store) == ["outer"]


def test_a_unit_without_an_event_loop_is_all_or_nothing(store: Store) -> None:
    """`run_now` commits what went well and undoes what did not."""
    store.run_now(lambda tx: journal.set_fact(tx, "day", 1))
    with pytest.raises(LookupError):
        store.run_now(fails("broken"))

    assert store.run_now(lambda tx: journal.fact(tx, "day")) == 1
    assert seen_from_outside(store) == []
