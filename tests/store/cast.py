"""The people of these tests, and a life's worth of rows for one of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from mentoring.message import Button, Message
from mentoring.planning import Occurrence
from store import (
    activities,
    announcements,
    extensions,
    feed,
    inbox,
    journal,
    outbox,
    pacts,
    pairings,
    people,
    sessions,
    tasks,
    tickets,
)
from store import occurrences as plans
from store import schema as s
from store.extensions import About
from store.occurrences import Scope
from store.people import Person
from store.work import Store, Tx

NOW = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
DUE = date(2026, 10, 20)
PROGRAMME = "skola-kopiena"
COURSE = About(person=0, programme=PROGRAMME, due=DUE, event="course", day=DUE)
"""A date of the calendar, to be made somebody's."""


def someone(tx: Tx, name: str = "Anna") -> Person:
    return known(tx, people.add(tx, name=name, language="lv", now=NOW))


def known(tx: Tx, person: int) -> Person:
    found = people.load(tx, person)
    assert found is not None
    return found


def met(store: Store, *names: str) -> list[Person]:
    """New people of these names, committed."""
    return store.run_now(lambda tx: [someone(tx, name) for name in names])


def writes(tx: Tx, person: Person, event: str, text: str = "Labdien!") -> int | None:
    return inbox.accept(
        tx,
        channel="web",
        event=event,
        person=person.id,
        cipher=person.cipher,
        body={"text": text},
        now=NOW,
    )


def asked(text: str, *labels: str) -> Message:
    buttons = tuple(Button(label=label, action={"do": label.lower()}) for label in labels)
    return Message(text=text, buttons=buttons)


def life(tx: Tx, person: Person, mentor: Person, word: str) -> None:
    """One row of every kind that holds what a person wrote or was told, each with `word` in it."""
    part = people.join(tx, person.id, PROGRAMME, "mentee", NOW)
    people.set_profile(tx, person, part, {"about": word})
    people.new_web_identity(tx, person.id, NOW)
    _conversation(tx, person, word)
    _dialog(tx, person, word)
    pairing = pairings.add(
        tx,
        person,
        programme=PROGRAMME,
        mentor=mentor.id,
        status="active",
        now=NOW,
        reasons=(word,),
    )
    _work(tx, person, pairing, word)
    _human(tx, person, mentor, word)
    _group(tx, person, mentor, word)
    plans.reconcile(
        tx,
        Scope(programme=PROGRAMME, person=person.id, kinds=("nudge",)),
        [
            Occurrence(
                key=f"task:{person.id}",
                kind="nudge",
                person=person.id,
                pairing=pairing,
                subject=None,
                due=NOW,
                why={},
            )
        ],
    )


def _conversation(tx: Tx, person: Person, word: str) -> None:
    row = writes(tx, person, f"{person.id}:1", word)
    assert row is not None
    feed.said(tx, person.id, row, NOW)
    outbox.put(tx, person, asked(word, word), key=f"reply:{person.id}", now=NOW)
    feed.deliver(tx, NOW)


def _dialog(tx: Tx, person: Person, word: str) -> None:
    kept = sessions.begin(
        tx,
        person,
        programme=PROGRAMME,
        dialog="grow",
        state={"turn": 1, "answers": {"goal": word}},
        now=NOW,
    )
    sessions.add_result(
        tx,
        person,
        programme=PROGRAMME,
        dialog="grow",
        text=word,
        data={"goal": word},
        session=kept.id,
        now=NOW,
    )
    journal.write(tx, person, programme=PROGRAMME, kind="check_in", data={"mood": word}, now=NOW)


def _work(tx: Tx, person: Person, pairing: int, word: str) -> None:
    row = tasks.add(tx, person, programme=PROGRAMME, pairing=pairing, title=word, due=DUE, now=NOW)
    task = tasks.find(tx, person, row)
    assert task is not None
    for about in (extensions.of_task(task), replace(COURSE, person=person.id)):
        extensions.ask(tx, person, about=about, wished=DUE, reason=word, now=NOW)
    pacts.add(
        tx,
        person,
        programme=PROGRAMME,
        pairing=pairing,
        dialog="agreement",
        version="1",
        answers={"hopes": word},
        result=None,
        now=NOW,
    )


def _human(tx: Tx, person: Person, by: Person, word: str) -> None:
    row = tickets.add(tx, person, programme=PROGRAMME, kind="question", question=word, now=NOW)
    ticket = tickets.find(tx, person, row)
    assert ticket is not None
    tickets.answer(tx, person, ticket, text=word, by=by.id, now=NOW)
    announcements.draft(tx, person, programme=PROGRAMME, audience="mentees", text=word, now=NOW)


def _group(tx: Tx, person: Person, mentor: Person, word: str) -> None:
    """Asked by the mentor, and as somebody who asks others."""
    asked = activities.add(tx, mentor, programme=PROGRAMME, kind="poll", body={}, now=NOW)
    activities.invite(tx, asked, [person.id])
    activities.put(tx, asked, person, "first", word)
    activities.add(tx, person, programme=PROGRAMME, kind="poll", body={"title": word}, now=NOW)
    activities.own_chat(tx, person.id, "telegram", f"-{person.id}", NOW)


def rows(tx: Tx) -> Iterator[tuple[str, dict[str, Any]]]:
    """(table, row) of the whole database."""
    for table in s.metadata.sorted_tables:
        for row in tx.execute(select(table).order_by(*table.primary_key.columns)):
            yield table.name, dict(row._mapping)


def of(tx: Tx, person: int) -> list[tuple[str, dict[str, Any]]]:
    """The rows that belong to one person."""
    owner = {"people": "id", "announcements": "author", "pairings": "mentee"}
    owner["activities"] = "mentor"
    return [
        (table, row) for table, row in rows(tx) if row.get(owner.get(table, "person")) == person
    ]
