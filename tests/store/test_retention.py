"""What belongs to nobody is not kept for ever."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from store import activities, inbox, outbox, retention, sessions
from store import schema as s
from store.outbox import GROUP, STRANGER
from store.people import Person
from store.retention import STRANGERS
from store.work import Store, Tx
from tests.store.cast import NOW, PROGRAMME, asked, met, writes

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


KEPT = {"messages": 900, "check_ins": 30, "questions": 900}


def aged(store: Store, days: int, **kept: int) -> int:
    """How many rows go so many days later."""
    now = NOW + days * DAY
    periods = {**KEPT, **kept}
    return store.run_now(lambda tx: retention.erase_old(tx, PROGRAMME, periods, (), now))


def dialogs(store: Store) -> list[str]:
    names = select(s.sessions.c.dialog).order_by(s.sessions.c.id)
    return store.run_now(lambda tx: [*tx.execute(names).scalars()])


def answers(tx: Tx, who: Person, dialog: str, status: str, days: int) -> int:
    """A dialog begun at first, and last touched so many days later."""
    state = {"turn": 1, "answers": {"week": "a secret"}}
    opened = sessions.begin(tx, who, programme=PROGRAMME, dialog=dialog, state=state, now=NOW)
    sessions.save(tx, who, opened, state, status, NOW + days * DAY)
    return opened.id


def test_what_was_answered_in_dialogs_goes_by_its_last_change(store: Store, anna: Person) -> None:
    """Finished, left or still open: its sealed state holds every answer."""

    def write(tx: Tx) -> None:
        answers(tx, anna, "check-in", sessions.DONE, 0)
        answers(tx, anna, "wheel", sessions.OPEN, 0)
        answers(tx, anna, "smart", sessions.OPEN, 5)

    store.run_now(write)
    assert aged(store, 30) == 0
    assert aged(store, 31) == 2
    assert dialogs(store) == ["smart"]
    assert aged(store, 36) == 1


def test_another_programmes_dialogs_have_their_own_days(store: Store, anna: Person) -> None:
    store.run_now(lambda tx: answers(tx, anna, "check-in", sessions.DONE, 0))
    elsewhere = s.sessions.update()
    store.run_now(lambda tx: tx.execute(elsewhere, {"programme": "elsewhere"}))
    assert aged(store, 400) == 0


def test_results_have_days_of_their_own(store: Store, anna: Person) -> None:
    """What somebody worked out outlives the weekly questions, as does what a group did."""

    def write(tx: Tx) -> None:
        session = answers(tx, anna, "grow", sessions.DONE, 0)
        kept = {"programme": PROGRAMME, "dialog": "grow", "session": session, "now": NOW}
        sessions.add_result(tx, anna, text="A plan", data={}, **kept)
        activities.add(tx, anna, programme=PROGRAMME, kind="poll", body={}, now=NOW)

    store.run_now(write)
    assert aged(store, 31, results=90) == 1
    assert dialogs(store) == []
    assert aged(store, 90, results=90) == 0
    assert aged(store, 91, results=90) == 2


def test_without_days_of_their_own_results_go_with_check_ins(store: Store, anna: Person) -> None:
    kept = {"programme": PROGRAMME, "dialog": "grow", "session": None, "now": NOW}
    store.run_now(lambda tx: sessions.add_result(tx, anna, text="A plan", data={}, **kept))
    assert aged(store, 30) == 0
    assert aged(store, 31) == 1
