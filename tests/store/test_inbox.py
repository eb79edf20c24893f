"""What people sent: taken in once, handed out in order, never lost, given up in plain sight."""

import asyncio
import subprocess
import sys

from sqlalchemy import select

from store import inbox, people
from store import schema as s
from store.inbox import Arrival
from store.people import Person
from store.work import Store, Tx
from tests.databases import open_store, transaction
from tests.store.cast import NOW, PROGRAMME, known, met, someone, writes

REPEATS = 100
CRASH = """
import os, sys
from store import inbox
from tests.databases import open_store
from tests.store.cast import someone, writes

store = open_store(sys.argv[1])
anna = store.run_now(lambda tx: someone(tx, "Anna"))
store.run_now(lambda tx: [writes(tx, anna, str(n), f"message {n}") for n in range(3)])

def dies(tx):
    writes(tx, anna, "never acknowledged")
    inbox.done(tx, inbox.next_waiting(tx, anna.id).received.id)
    os._exit(9)

store.run_now(dies)
"""


def texts_in_order(tx: Tx, person: Person) -> list[str]:
    """Handles all that waits for one person; returns it."""
    texts = []
    while (arrival := inbox.next_waiting(tx, person.id)) is not None:
        texts.append(arrival.received.body["text"])
        inbox.done(tx, arrival.received.id)
    return texts


async def test_the_same_event_a_hundred_times_at_once_counts_once(store: Store) -> None:
    """Whatever writers the repetitions meet on, one is told the row and the others None."""
    (anna,) = met(store, "Anna")

    accepted = await asyncio.gather(
        *(store.run(lambda tx: writes(tx, anna, "wamid.1"), lane) for lane in range(REPEATS))
    )

    assert sum(row is not None for row in accepted) == 1
    assert store.run_now(lambda tx: texts_in_order(tx, anna)) == ["Labdien!"]


async def test_another_process_taking_in_the_same_event_is_no_error(
    postgresql_url: str, postgresql_store: Store
) -> None:
    """Two web processes get the same repetition; neither fails and one row is there."""
    (anna,) = met(postgresql_store, "Anna")
    other = open_store(postgresql_url)

    accepted = await asyncio.gather(
        *(
            each.run(lambda tx, n=n: [writes(tx, anna, f"{n}:{e}") for e in range(20)], n)
            for n in range(5)
            for each in (postgresql_store, other)
        )
    )

    await other.close()
    assert sum(row is not None for rows in accepted for row in rows) == REPEATS
    assert postgresql_store.run_now(inbox.people_waiting) == [(anna.id, REPEATS)]


def test_an_event_handled_long_ago_is_still_known(store: Store) -> None:
    """A repetition after the message was handled, or given up, starts nothing anew."""
    (anna,) = met(store, "Anna")
    store.run_now(lambda tx: writes(tx, anna, "1"))
    store.run_now(lambda tx: texts_in_order(tx, anna))

    assert store.run_now(lambda tx: writes(tx, anna, "1")) is None
    assert store.run_now(inbox.people_waiting) == []


def test_two_channels_may_use_the_same_event_id(store: Store) -> None:
    """What makes an event is its channel and its id together."""

    def unit(tx: Tx) -> list[int | None]:
        anna = someone(tx)
        return [
            inbox.accept(
                tx,
                channel=channel,
                event="7",
                person=anna.id,
                cipher=anna.cipher,
                body={},
                now=NOW,
            )
            for channel in ("web", "telegram")
        ]

    assert None not in store.run_now(unit)


async def test_messages_of_one_person_come_out_in_the_order_they_came(store: Store) -> None:
    """Also when two people write by turns and all is taken in at once."""
    anna, janis = met(store, "Anna", "Jānis")

    await asyncio.gather(
        *(
            store.run(lambda tx, n=n, who=who: writes(tx, who, f"{who.id}:{n}", f"{who.name} {n}"))
            for n in range(REPEATS)
            for who in (anna, janis)
        )
    )

    for who in (anna, janis):
        expected = [f"{who.name} {n}" for n in range(REPEATS)]
        assert store.run_now(lambda tx, who=who: texts_in_order(tx, who)) == expected


def test_a_message_waits_until_it_is_done(store: Store) -> None:
    """Looking at it changes nothing; the next one is reached by finishing it."""

    def unit(tx: Tx) -> list[str]:
        anna = someone(tx)
        rows = [writes(tx, anna, str(n), f"message {n}") for n in range(2)]
        assert rows[0] is not None
        seen = [_next(tx, anna), _next(tx, anna)]
        inbox.done(tx, rows[0])
        return [*seen, _next(tx, anna)]

    assert store.run_now(unit) == ["message 0", "message 0", "message 1"]


def _next(tx: Tx, person: Person) -> str:
    arrival = inbox.next_waiting(tx, person.id)
    assert arrival is not None
    return str(arrival.received.body["text"])


def test_a_poisonous_message_is_given_up_after_three_attempts(store: Store) -> None:
    """Its failures are counted, its last error is kept, and the one behind it gets its turn."""
    (anna,) = met(store, "Anna")
    poison = store.run_now(lambda tx: [writes(tx, anna, str(n), f"message {n}") for n in range(2)])

    given_up = []
    for attempt in range(inbox.ATTEMPTS):
        waiting = store.run_now(lambda tx: inbox.next_waiting(tx, anna.id))
        assert waiting is not None
        assert (waiting.received.id, waiting.received.attempts) == (poison[0], attempt)
        given_up.append(store.run_now(lambda tx: inbox.failed(tx, anna.id, "ValueError")))

    assert given_up == [False, False, True]
    assert store.run_now(lambda tx: _next(tx, anna)) == "message 1"
    dead = select(s.inbox.c.id, s.inbox.c.error).where(s.inbox.c.state == "dead")
    assert store.run_now(lambda tx: list(tx.execute(dead))) == [(poison[0], "ValueError")]


def test_a_message_comes_with_whose_it_is_and_the_part_they_speak_in(store: Store) -> None:
    """The newest part joined; none for somebody who has no part (any more)."""
    anna, janis = met(store, "Anna", "Jānis")

    def unit(tx: Tx) -> list[Arrival | None]:
        people.join(tx, anna.id, "digitala-akademija", "mentor", NOW)
        part = people.join(tx, anna.id, PROGRAMME, "mentee", NOW)
        writes(tx, anna, "1", "Sveiki")
        writes(tx, janis, "2")
        assert people.parts(tx, anna.id)[-1].id == part
        return [inbox.next_waiting(tx, who.id) for who in (anna, janis)]

    annas, others = store.run_now(unit)

    assert annas is not None
    assert others is not None
    assert (annas.person.id, annas.person.name) == (anna.id, "Anna")
    assert annas.part is not None
    assert (annas.part.person, annas.part.programme) == (anna.id, PROGRAMME)
    assert (annas.part.role, annas.part.active) == ("mentee", True)
    assert (annas.received.channel, annas.received.body) == ("web", {"text": "Sveiki"})
    assert (others.person.name, others.part) == ("Jānis", None)


async def test_two_processes_do_not_handle_the_same_message(postgresql_store: Store) -> None:
    """The second waits for the first to be through with this person, and gets the next message."""
    (anna,) = met(postgresql_store, "Anna")
    postgresql_store.run_now(lambda tx: [writes(tx, anna, str(n), f"message {n}") for n in (1, 2)])

    with transaction(postgresql_store) as first:
        assert _next(first, anna) == "message 1"
        second = asyncio.ensure_future(postgresql_store.run(lambda tx: _next(tx, anna)))
        await asyncio.sleep(0.05)
        assert not second.done()
        arrival = inbox.next_waiting(first, anna.id)
        assert arrival is not None
        inbox.done(first, arrival.received.id)

    assert await second == "message 2"


def test_one_persons_failures_do_not_touch_another(store: Store) -> None:
    """A failure is counted for the oldest message of the person it happened to."""
    anna, janis = met(store, "Anna", "Jānis")
    store.run_now(lambda tx: [writes(tx, who, str(who.id)) for who in (janis, anna)])
    for _ in range(inbox.ATTEMPTS):
        store.run_now(lambda tx: inbox.failed(tx, anna.id, "ValueError"))

    assert store.run_now(inbox.people_waiting) == [(janis.id, 1)]
    assert store.run_now(lambda tx: inbox.failed(tx, anna.id, "none left")) is False


def test_an_overlong_error_is_kept_shortened(store: Store) -> None:
    """PostgreSQL would refuse the row, and the failure would go uncounted for ever."""
    (anna,) = met(store, "Anna")
    store.run_now(lambda tx: writes(tx, anna, "1"))

    store.run_now(lambda tx: inbox.failed(tx, anna.id, "ā" * 5000))

    kept = store.run_now(lambda tx: tx.execute(select(s.inbox.c.error)).scalar_one())
    assert kept == "ā" * 200


def test_a_killed_process_leaves_its_work_to_the_next(database_url: str) -> None:
    """What was accepted is found after kill -9; what was in mid-air never happened."""
    killed = subprocess.run([sys.executable, "-c", CRASH, database_url], check=False, timeout=60)
    assert killed.returncode == 9

    reopened = open_store(database_url)
    ((person, count),) = reopened.run_now(inbox.people_waiting)
    anna = reopened.run_now(lambda tx: known(tx, person))
    texts = reopened.run_now(lambda tx: texts_in_order(tx, anna))
    reopened.close_now()

    assert count == 3
    assert texts == ["message 0", "message 1", "message 2"]


def test_those_who_wait_longest_are_named_first(store: Store) -> None:
    """Work left by a crash is taken up in the order of each person's oldest message."""
    anna, janis, zane = met(store, "Anna", "Jānis", "Zane")
    order = (janis, anna, janis, zane, janis)

    store.run_now(lambda tx: [writes(tx, who, str(n)) for n, who in enumerate(order)])

    expected = [(janis.id, 3), (anna.id, 1), (zane.id, 1)]
    assert store.run_now(inbox.people_waiting) == expected
