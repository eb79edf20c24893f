"""What a person gets when they ask for everything that is kept about them."""

from datetime import timedelta
from typing import Any

from mentoring.message import Button, Message
from store import export, feed, inbox, outbox
from store.people import Person
from store.posting import SENT, Settled, claim, settle
from store.work import Store, Tx
from tests.store.cast import NOW, life, met

TELEGRAM = "telegram"


def minute(number: int) -> Any:
    return NOW + timedelta(minutes=number)


def says(tx: Tx, person: Person, channel: str, at: int, **body: Any) -> None:
    row = inbox.accept(
        tx,
        channel=channel,
        event=f"{channel}:{person.id}:{at}",
        person=person.id,
        cipher=person.cipher,
        body=body,
        now=minute(at),
    )
    assert row is not None
    if channel == "web":
        feed.said(tx, person.id, row, minute(at))


def is_told(tx: Tx, person: Person, channel: str, at: int, message: Message, **more: Any) -> None:
    outbox.put(
        tx, person, message, key=f"{person.id}:{at}", now=minute(at), channel=channel, **more
    )


def conversation(store: Store, person: Person) -> list[tuple[int, str, str]]:
    found = store.run_now(lambda tx: export.everything(tx, person))["conversation"]
    return [((one["at"] - NOW) // timedelta(minutes=1), one["from"], one["text"]) for one in found]


def test_the_conversation_of_every_channel_is_there_in_order_of_time(store: Store) -> None:
    """Web and Telegram, said and sent, each once; of other people nothing."""
    anna, janis = met(store, "Anna", "Jānis")

    def write(tx: Tx) -> None:
        says(tx, anna, TELEGRAM, 1, text="in Telegram")
        is_told(tx, anna, TELEGRAM, 2, Message(text="an answer"))
        says(tx, anna, "web", 3, text="on the web")
        is_told(tx, anna, "web", 4, Message(text="a human's answer"), author="Ilze")
        feed.deliver(tx, minute(4))
        says(tx, janis, TELEGRAM, 1, text="his")
        is_told(tx, janis, TELEGRAM, 2, Message(text="his"))

    store.run_now(write)

    assert conversation(store, anna) == [
        (1, "me", "in Telegram"),
        (2, "bot", "an answer"),
        (3, "me", "on the web"),
        (4, "human", "a human's answer"),
    ]


def test_a_message_stands_where_it_was_sent(store: Store) -> None:
    """Not where it was decided on, which may have been long before."""
    (anna,) = met(store, "Anna")

    def write(tx: Tx) -> None:
        is_told(tx, anna, TELEGRAM, 1, Message(text="late"))
        says(tx, anna, TELEGRAM, 5, text="hello?")
        given = {"now": minute(9), "real": minute(9), "most": 9}
        (parcel,) = claim(tx, channel=TELEGRAM, worker="1", **given)
        settle(tx, "1", [Settled(id=parcel.id, state=SENT)], minute(9))

    store.run_now(write)

    assert conversation(store, anna) == [(5, "me", "hello?"), (9, "bot", "late")]


def test_taps_numbers_and_files_are_told_too(store: Store) -> None:
    """By what the button said; an edit says nothing new."""
    (anna,) = met(store, "Anna")
    message = Message(text="Well?", buttons=(Button(label="Yes", action={"do": "x"}),))

    def write(tx: Tx) -> None:
        is_told(tx, anna, TELEGRAM, 1, message)
        (offered,) = outbox.last_offer(tx, anna)
        says(tx, anna, TELEGRAM, 2, button=offered.key, address="1")
        row = outbox.pressed(tx, anna, offered.key)
        assert row is not None
        outbox.put_edit(tx, anna, row=row.outbox, chosen="Yes", channel=TELEGRAM, now=minute(3))
        says(tx, anna, TELEGRAM, 4, button="forged", address="1")
        says(tx, anna, TELEGRAM, 5, contact="+37120000000", own=True)
        says(tx, anna, TELEGRAM, 6, attachment="voice")
        is_told(tx, anna, TELEGRAM, 7, Message(text="", image="wheel:1", alt="A wheel"))

    store.run_now(write)

    assert conversation(store, anna) == [
        (1, "bot", "Well?"),
        (2, "me", "Yes"),
        (4, "me", "…"),
        (5, "me", "+37120000000"),
        (6, "me", "voice"),
        (7, "bot", "A wheel"),
    ]


def test_the_rest_keeps_its_shape(store: Store) -> None:
    """Profile, tasks, results and check-ins, as plain data."""
    anna, janis = met(store, "Anna", "Jānis")
    store.run_now(lambda tx: life(tx, anna, janis, "vārds"))

    found = store.run_now(lambda tx: export.everything(tx, anna))

    assert list(found) == [
        *("name", "age", "language", "consent", "parts", "conversation"),
        *("tasks", "extensions", "results", "check_ins", "agreements", "guides", "stages"),
        "groups",
    ]
    assert [(one["from"], one["text"]) for one in found["conversation"]] == [
        ("me", "vārds"),
        ("bot", "vārds"),
    ]
    assert found["parts"][0]["profile"] == {"about": "vārds"}
