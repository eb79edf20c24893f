"""What belongs to nobody is not kept for ever."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from store import inbox, outbox, retention
from store import schema as s
from store.outbox import GROUP, STRANGER
from store.people import Person
from store.retention import STRANGERS
from store.work import Store, Tx
from tests.store.cast import NOW, asked, met, writes

DAY = timedelta(days=1)
CHANNEL = "telegram"


@pytest.fixture
def anna(store: Store) -> Person:
    """A known person, a stranger and a group, all of the same day."""
    (anna,) = met(store, "Anna")

    def write(tx: Tx) -> None:
        writes(tx, anna, "said")
        outbox.put(tx, anna, asked("hers"), key="hers", now=NOW, channel=CHANNEL)
        for address, kind in (("5", STRANGER), ("-5", GROUP)):
            outbox.put_to_stranger(
                tx, "hi", key=kind, channel=CHANNEL, address=address, now=NOW, kind=kind
            )
        inbox.note(tx, channel=CHANNEL, event="note", now=NOW)
        inbox.note(tx, channel=CHANNEL, event="not understood", now=NOW, error="what?")

    store.run_now(write)
    return anna


def left(store: Store) -> set[str]:
    def read(tx: Tx) -> set[str]:
        events = tx.execute(select(s.inbox.c.event)).scalars()
        return {*events, *tx.execute(select(s.outbox.c.key)).scalars()}

    return store.run_now(read)


def test_strangers_are_forgotten_after_a_month(store: Store, anna: Person) -> None:
    """People's own messages have periods of their own; a group was greeted once and for all."""
    assert store.run_now(lambda tx: retention.erase_strangers(tx, NOW + STRANGERS + DAY)) == 3

    assert left(store) == {"said", "hers", GROUP}
    assert store.run_now(lambda tx: outbox.said_to(tx, CHANNEL, "-5", None))
    assert not store.run_now(lambda tx: outbox.said_to(tx, CHANNEL, "5", None))


def test_within_the_month_strangers_are_remembered(store: Store, anna: Person) -> None:
    """An event that comes again is still known, and nobody is answered twice."""
    before = left(store)

    assert store.run_now(lambda tx: retention.erase_strangers(tx, NOW + STRANGERS)) == 0
    assert left(store) == before
    again = store.run_now(lambda tx: inbox.note(tx, channel=CHANNEL, event="note", now=NOW))
    assert again is None


def test_what_is_being_sent_to_a_stranger_is_left_alone(store: Store, anna: Person) -> None:
    """Its worker still has to write down what became of it."""
    sending = s.outbox.update().where(s.outbox.c.key == STRANGER)
    store.run_now(lambda tx: tx.execute(sending, {"state": "sending"}))

    store.run_now(lambda tx: retention.erase_strangers(tx, NOW + STRANGERS + DAY))

    assert STRANGER in left(store)
