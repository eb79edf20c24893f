"""What an operator sees of the queues, and can do about what is stuck."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from mentoring.message import Message
from store import inbox, outbox, people, posting, queues
from store import schema as s
from store.people import Person
from store.work import Store, Tx
from tests.store.cast import NOW, PROGRAMME, met, writes

STATES = ("waiting", "sending", "sent", "uncertain", "dead", "unreachable", "expired", "cancelled")


@pytest.fixture
def anna(store: Store) -> Person:
    """A person with one row in each state, named after it, each a minute younger."""
    (anna,) = met(store, "Anna")

    def write(tx: Tx) -> None:
        for minutes, state in enumerate(STATES):
            outbox.put(
                tx,
                anna,
                Message(text="a secret"),
                key=state,
                now=NOW + timedelta(minutes=minutes),
                channel="telegram",
            )
            row = update(s.outbox).where(s.outbox.c.key == state)
            tx.execute(row, {"state": state, "attempts": 3, "error": "why"})

    store.run_now(write)
    return anna


def states(store: Store) -> dict[str, str]:
    columns = (s.outbox.c.key, s.outbox.c.state)
    return dict(store.run_now(lambda tx: list(tx.execute(select(*columns)))))


def numbers(store: Store) -> dict[str, int]:
    columns = (s.outbox.c.key, s.outbox.c.id)
    return dict(store.run_now(lambda tx: list(tx.execute(select(*columns)))))


def test_queues_are_counted_with_their_oldest(store: Store, anna: Person) -> None:
    """By channel and state; what is finished is left out, inbox and outbox kept apart."""
    store.run_now(lambda tx: [writes(tx, anna, event) for event in ("1", "2")])
    store.run_now(lambda tx: inbox.note(tx, channel="telegram", event="x", now=NOW, error="no"))

    found = {
        (one.name, one.channel, one.state): (one.rows, one.oldest)
        for one in store.run_now(queues.counts)
    }

    assert found.pop(("inbox", "web", "waiting")) == (2, NOW)
    assert found.pop(("inbox", "telegram", "dead")) == (1, NOW)
    open_ones = [state for state in STATES if state not in ("sent", "expired", "cancelled")]
    assert found == {
        ("outbox", "telegram", state): (1, NOW + timedelta(minutes=STATES.index(state)))
        for state in open_ones
    }


def test_empty_queues_are_not_named(store: Store) -> None:
    assert store.run_now(queues.counts) == []
    assert store.run_now(queues.stuck) == []


def test_what_is_stuck_is_listed_without_its_words(store: Store, anna: Person) -> None:
    """Who, where, why and how often; also what could not be understood when it came."""
    store.run_now(lambda tx: inbox.note(tx, channel="telegram", event="x", now=NOW, error="no"))

    first, *found = store.run_now(queues.stuck)

    assert (first.queue, first.state, first.to, first.error) == ("inbox", "dead", "", "no")
    assert [one.state for one in found] == ["uncertain", "dead", "unreachable"]
    one = found[0]
    assert (one.queue, one.channel, one.kind, one.to) == ("outbox", "telegram", "reply", "Anna")
    assert (one.attempts, one.error, one.at) == (3, "why", NOW + timedelta(minutes=3))
    assert "secret" not in repr(found)


def test_one_stuck_row_is_sent_again(store: Store, anna: Person) -> None:
    """With all its attempts before it; the others stay."""
    row = numbers(store)["dead"]

    assert store.run_now(lambda tx: queues.retry(tx, [row])) == 1

    assert states(store) == {**{state: state for state in STATES}, "dead": "waiting"}
    again = store.run_now(lambda tx: tx.execute(select(s.outbox).where(s.outbox.c.id == row)).one())
    assert (again.attempts, again.error, again.next_at) == (0, None, None)


def test_all_that_is_stuck_is_sent_again_or_given_up(store: Store, anna: Person) -> None:
    """What waits, is on its way or has arrived is not touched."""
    assert store.run_now(queues.retry) == 3
    assert set(states(store).values()) == {"waiting", "sending", "sent", "expired", "cancelled"}
    stuck = update(s.outbox).where(s.outbox.c.key == "dead")
    store.run_now(lambda tx: tx.execute(stuck, {"state": posting.DEAD}))

    assert store.run_now(queues.drop) == 1
    assert states(store)["dead"] == posting.CANCELLED


@pytest.mark.parametrize("key", ["sent", "sending", "waiting", "cancelled"])
def test_what_is_not_stuck_is_neither_repeated_nor_dropped(
    store: Store, anna: Person, key: str
) -> None:
    """A wrong number does not send a message twice."""
    row = numbers(store)[key]

    assert store.run_now(lambda tx: (queues.retry(tx, [row]), queues.drop(tx, [row]))) == (0, 0)
    assert states(store) == {state: state for state in STATES}


def test_unreceived_messages_are_counted_for_a_programmes_own_people(
    store: Store, anna: Person
) -> None:
    """Uncertain ones, and those that did not arrive; not another programme's, nor edits."""
    assert store.run_now(lambda tx: queues.unreceived(tx, PROGRAMME)) == (0, 0)
    store.run_now(lambda tx: people.join(tx, anna.id, PROGRAMME, "mentee", NOW))
    store.run_now(lambda tx: people.join(tx, anna.id, PROGRAMME, "mentor", NOW))

    assert store.run_now(lambda tx: queues.unreceived(tx, PROGRAMME)) == (1, 2)
    assert store.run_now(lambda tx: queues.unreceived(tx, "another")) == (0, 0)
    edits = {"kind": "edit"}
    store.run_now(lambda tx: tx.execute(update(s.outbox), edits))
    assert store.run_now(lambda tx: queues.unreceived(tx, PROGRAMME)) == (0, 0)
