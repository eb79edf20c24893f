"""What a person gets when they ask for everything that is kept about them."""

from datetime import timedelta
from typing import Any

from mentoring.message import Button, Message
from store import (
    erasing,
    export,
    feed,
    inbox,
    outbox,
    pairings,
    people,
    sessions,
    tickets,
)
from store.people import Person
from store.posting import SENT, Settled, claim, settle
from store.work import Store, Tx
from tests.store.cast import NOW, PROGRAMME, known, life, met

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
        *("name", "age", "language", "consent", "settings", "parts", "pairs", "conversation"),
        *("tasks", "extensions", "questions", "dialogs", "results", "check_ins", "agreements"),
        *("guides", "stages"),
        "groups",
    ]
    assert [(one["from"], one["text"]) for one in found["conversation"]] == [
        ("me", "vārds"),
        ("bot", "vārds"),
    ]
    assert found["parts"][0]["profile"] == {"about": "vārds"}


def test_answers_of_every_dialog_are_there(store: Store) -> None:
    """Open, put aside, left and finished ones, with the dates."""
    (anna,) = met(store, "Anna")

    def write(tx: Tx) -> None:
        for at, status in enumerate((sessions.DONE, sessions.LEFT, sessions.SAVED, sessions.OPEN)):
            state = {"turn": 1, "answers": {"goal": status}}
            of = {"programme": PROGRAMME, "dialog": "grow", "state": state, "now": NOW}
            opened = sessions.begin(tx, anna, **of)
            sessions.save(tx, anna, opened, state, status, minute(at))

    store.run_now(write)
    found = store.run_now(lambda tx: export.everything(tx, anna))["dialogs"]

    assert found == [
        {"dialog": "grow", "status": each, "answers": {"goal": each}, "changed": minute(at)}
        for at, each in enumerate(("done", "left", "saved", "open"))
    ]


def test_hours_pauses_and_switches_are_there(store: Store) -> None:
    (anna,) = met(store, "Anna")
    rhythm = {"quiet_from": "20:00", "quiet_to": "08:00", "paused_until": "2026-11-01"}
    chosen = {"rhythm": rhythm, "zone": "Europe/London", "muted": ("late",), "prefers": TELEGRAM}

    def write(tx: Tx) -> dict[str, Any]:
        people.change(tx, anna.id, **chosen, stopped_at=NOW)
        return export.everything(tx, known(tx, anna.id))

    assert store.run_now(write)["settings"] == {
        "zone": "Europe/London",
        "rhythm": rhythm,
        "switched_off": ["late"],
        "prefers": TELEGRAM,
        "stopped": NOW,
    }


def test_with_whom_and_since_when_somebody_is_a_pair(store: Store) -> None:
    """From both sides; the mentor never heard of an offer, and who was erased has no name."""
    anna, janis, ilze = met(store, "Anna", "Jānis", "Ilze")

    def paired(tx: Tx, mentor: Person, *statuses: str) -> None:
        of = {"programme": PROGRAMME, "mentor": mentor.id, "status": "offered", "now": NOW}
        made = pairings.add(tx, anna, **of)
        for at, status in enumerate(statuses, 1):
            pairings.decide(tx, made, status, minute(at))

    def write(tx: Tx) -> None:
        paired(tx, ilze, "active", "ended")
        paired(tx, janis, "active")
        paired(tx, ilze)

    store.run_now(write)
    of = {"programme": PROGRAMME, "proposed": NOW}
    ended = {**of, "since": None, "ended": minute(2)}
    active = {**of, "since": minute(1), "ended": None}

    def pairs(person: Person) -> Any:
        return store.run_now(lambda tx: export.everything(tx, person))["pairs"]

    assert pairs(anna) == [
        {**ended, "role": "mentee", "with": "Ilze"},
        {**active, "role": "mentee", "with": "Jānis"},
    ]
    assert pairs(ilze) == [{**ended, "role": "mentor", "with": "Anna"}]
    store.run_now(lambda tx: erasing.erase(tx, ilze.id, minute(3)))
    assert [one["with"] for one in pairs(anna)] == [None, "Jānis"]


def test_questions_are_there_with_what_was_answered(store: Store) -> None:
    """Own ones only, and open ones as well."""
    anna, janis = met(store, "Anna", "Jānis")

    def write(tx: Tx) -> None:
        of = {"programme": PROGRAMME, "now": NOW}
        first = tickets.add(tx, anna, kind="question", question="Where?", **of)
        tickets.add(tx, anna, kind="help", question="How?", **of)
        tickets.add(tx, janis, kind="question", question="his", **of)
        asked = tickets.find(tx, anna, first)
        assert asked is not None
        tickets.answer(tx, anna, asked, text="There.", by=janis.id, now=minute(1))

    store.run_now(write)
    found = store.run_now(lambda tx: export.everything(tx, anna))["questions"]

    assert [
        (one["question"], one["status"], one["answer"], one["answered_by"]) for one in found
    ] == [
        ("Where?", "answered", "There.", "Jānis"),
        ("How?", "open", None, None),
    ]
