"""What is asked often, or of everybody, finds its rows by an index, however many there are."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from mentoring.message import Message
from store import export, inbox, keyed, occurrences, outbox, queues, retention, sessions
from store.occurrences import Scope
from store.work import Store, Tx
from tests.statements import plans
from tests.store.cast import NOW, PROGRAMME, met
from tests.store.test_occurrences import HOUR, meeting, reconcile, reminder

GROWS = re.compile(r"(SCAN|SEARCH) (inbox|outbox|sessions|feed)\b")
KEPT = dict.fromkeys(("messages", "check_ins", "questions", "audit"), 180)
ASKED: dict[str, tuple[Callable[[Tx], Any], set[str]]] = {
    "figures": (
        queues.counts,
        {"ix_inbox_waiting", "ix_inbox_troubled", "ix_outbox_waiting", "ix_outbox_troubled"},
    ),
    "what is stuck": (queues.stuck, {"ix_inbox_troubled", "ix_outbox_troubled"}),
    "trying again": (queues.retry, {"ix_outbox_troubled"}),
    "trying what came again": (partial(queues.retry, received=True), {"ix_inbox_troubled"}),
    "what became of an announcement": (
        partial(keyed.outcome, prefix="announcement:1:"),
        {"uq_outbox_key"},
    ),
    "for whom": (partial(keyed.states, prefix="announcement:1:"), {"uq_outbox_key"}),
    "stopping it": (partial(keyed.cancel, prefix="announcement:1:"), {"uq_outbox_key"}),
    "a live question's end": (
        partial(sessions.drop, dialog="activity:1:0", activity=1),
        {"ix_sessions_person"},
    ),
}


def test_what_is_due_is_read_in_the_order_it_is_fired_in(store: Store) -> None:
    """Neither sorted nor looked for among all that waits: a tick costs what is due, not what is
    planned."""
    (anna,) = met(store, "Anna")
    plan = [reminder(anna, f"task:{n}", NOW + n * HOUR) for n in range(2000)]
    plan += [meeting(anna, f"fair:{n}", NOW + n * HOUR) for n in range(0, 2000, 50)]
    reconcile(store, Scope(programme=PROGRAMME, person=anna.id, kinds=("nudge", "event")), *plan)
    if store.postgresql:
        store.run_now(lambda tx: tx.conn.exec_driver_sql("ANALYZE occurrences") and None)

    lines = told(store, lambda tx: occurrences.due(tx, NOW + 100 * HOUR, 10))

    indexes = [found[0] for line in lines if (found := re.search(r"ix_occurrences_\w+", line))]
    assert indexes == ["ix_occurrences_urgent", "ix_occurrences_waiting"], lines
    assert store.postgresql or not any("B-TREE" in line for line in lines), lines


def told(store: Store, ask: Callable[[Tx], Any]) -> list[str]:
    def explain(tx: Tx) -> list[str]:
        with plans(tx) as found:
            ask(tx)
        return found

    return store.run_now(explain)


@pytest.mark.parametrize("case", ASKED)
def test_no_question_looks_at_every_row(sqlite_store: Store, case: str) -> None:
    ask, indexes = ASKED[case]
    some = [line for line in told(sqlite_store, ask) if GROWS.match(line)]

    used = {_index(line) for line in some}

    assert used == indexes, some


def _index(line: str) -> str:
    """SQLite has no name of ours for a unique column's index."""
    found = re.search(r"USING (?:COVERING )?INDEX (\w+)", line)
    name = found[1] if found else line
    return "uq_outbox_key" if "autoindex_outbox" in name and "(key>" in line else name


def test_a_persons_messages_are_found_by_person(sqlite_store: Store) -> None:
    """For their data, for erasing what is old, and for the next that waits."""
    (anna, _) = met(sqlite_store, "Anna", "Jānis")
    asks: tuple[Callable[[Tx], Any], ...] = (
        partial(export.everything, person=anna),
        partial(retention.erase_strangers, now=NOW),
        lambda tx: retention.erase_old(tx, PROGRAMME, KEPT, (), NOW + timedelta(days=200)),
    )
    for ask in asks:
        for line in told(sqlite_store, ask):
            assert not re.match(r"SCAN (inbox|outbox)\b", line), line
    waiting = told(sqlite_store, lambda tx: inbox.failed(tx, anna.id, "why"))
    assert any("ix_inbox_waiting" in line for line in waiting), waiting


def test_postgresql_finds_keys_that_begin_alike_by_its_index(postgresql_store: Store) -> None:
    """Whatever locale the database was made with."""

    def explain(tx: Tx) -> list[str]:
        tx.conn.exec_driver_sql("SET LOCAL enable_seqscan = off")
        with plans(tx) as found:
            keyed.outcome(tx, "announcement:1:")
        return found

    found = postgresql_store.run_now(explain)
    assert any("uq_outbox_key" in line for line in found), found
    assert any("Index Cond" in line and "announcement:1;" in line for line in found), found


def test_keys_are_sorted_alike_on_both_databases(store: Store) -> None:
    """A locale would take ":" for nothing and put "announcement:10:" among those of the first."""
    (anna,) = met(store, "Anna")
    keys = ["announcement:1:2", "announcement:1:3", "announcement:10:2", "announcement:1", "b"]
    for key in keys:
        message = Message(text="!")
        store.run_now(lambda tx, k=key, m=message: outbox.put(tx, anna, m, key=k, now=NOW))

    assert store.run_now(partial(keyed.outcome, prefix="announcement:1:")) == {"waiting": 2}
    assert store.run_now(partial(keyed.cancel, prefix="announcement:1:")) == 2
    if store.postgresql:
        assert store.run_now(_collation) == "C"


def _collation(tx: Tx) -> Any:
    columns = "SELECT collation_name FROM information_schema.columns "
    one = "WHERE table_name = 'outbox' AND column_name = 'key'"
    return tx.conn.exec_driver_sql(columns + one).scalar_one()
