"""A database is opened with the secret key it was begun with, and with no other."""

from collections.abc import Iterator

import pytest
from sqlalchemy import delete, update

from store import journal
from store import schema as s
from store.errors import WrongKey
from store.proof import FACT, prove
from store.work import Store
from tests.databases import open_store
from tests.store.cast import met

OTHER = b"a key that somebody took for it"


@pytest.fixture
def other(database_url: str) -> Iterator[Store]:
    """The same database, opened with another key."""
    opened = open_store(database_url, OTHER)
    yield opened
    opened.close_now()


def test_a_new_database_is_proven_by_the_first_key(store: Store, other: Store) -> None:
    """Nobody is in it yet; another key is found out all the same, and changes nothing."""
    store.run_now(prove)

    with pytest.raises(WrongKey):
        other.run_now(prove)
    store.run_now(prove)


def test_a_database_of_before_is_proven_by_the_people_in_it(store: Store, other: Store) -> None:
    """It holds no fact yet: their keys tell."""
    met(store, "Anna", "Jānis")

    with pytest.raises(WrongKey):
        other.run_now(prove)
    assert store.run_now(lambda tx: journal.fact(tx, FACT)) is None
    store.run_now(prove)
    store.run_now(lambda tx: tx.execute(delete(s.people)).rowcount)
    with pytest.raises(WrongKey):
        other.run_now(prove)


def test_one_persons_damaged_key_stops_no_start(store: Store, other: Store) -> None:
    """Nor does one that was destroyed when a person was erased."""
    anna, janis, _ = met(store, "Anna", "Jānis", "Zane")
    for person, key in ((anna, b"damaged"), (janis, None)):
        damage = update(s.people).where(s.people.c.id == person.id).values(key=key)
        store.run_now(lambda tx, damage=damage: tx.execute(damage).rowcount)

    store.run_now(prove)

    with pytest.raises(WrongKey):
        other.run_now(prove)
