"""How many people a programme has: asked for each person that is planned, seldom counted."""

from datetime import UTC, datetime

from sqlalchemy import update

from store import counting, people
from store import schema as s
from store.work import Store, Tx

NOW = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)


def join(tx: Tx, programme: str) -> int:
    person = people.add(tx, name="Elza Vītola", language="lv", now=NOW)
    people.join(tx, person, programme, "mentee", NOW)
    return person


def count(store: Store, programme: str) -> int:
    return store.run_now(lambda tx: counting.count_in(tx, programme))


def test_whoever_joins_is_counted_at_once(store: Store) -> None:
    """Also within the same unit of work, and each programme for itself."""
    assert count(store, "one") == 0
    store.run_now(lambda tx: join(tx, "one"))
    store.run_now(lambda tx: join(tx, "other"))

    def joined(tx: Tx) -> tuple[int, int]:
        before = counting.count_in(tx, "one")
        join(tx, "one")
        return before, counting.count_in(tx, "one")

    assert store.run_now(joined) == (1, 2)
    assert (count(store, "one"), count(store, "other")) == (2, 1)


def test_nobody_counts_again_while_nobody_joins(store: Store) -> None:
    """Seen by who has left and is counted until then: the spreading needs no exact number."""
    person = store.run_now(lambda tx: join(tx, "one"))
    store.run_now(lambda tx: join(tx, "one"))
    assert count(store, "one") == 2
    left = update(s.parts).where(s.parts.c.person == person).values(active=False)
    store.run_now(lambda tx: tx.execute(left))
    assert count(store, "one") == 2
    store.run_now(lambda tx: join(tx, "other"))
    assert count(store, "one") == 1
