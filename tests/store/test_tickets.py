"""Questions that wait for a human: seen by those they concern, answered by one."""

import asyncio
from datetime import timedelta

from sqlalchemy import select

from store import schema as s
from store import tickets
from store.people import Person
from store.tickets import Ticket
from store.work import Store, Tx
from tests.databases import open_store
from tests.store.cast import NOW, PROGRAMME, met

LATER = NOW + timedelta(hours=1)


def ticket(store: Store, person: Person, kind: str = "question", text: str = "Kā?") -> Ticket:
    def unit(tx: Tx) -> Ticket | None:
        row = tickets.add(
            tx, person, programme=PROGRAMME, kind=kind, question=text, now=NOW, subject=7
        )
        return tickets.find(tx, person, row)

    found = store.run_now(unit)
    assert found is not None
    return found


def test_a_question_comes_back_as_it_was_asked(store: Store) -> None:
    """Open, with its words and what it is about."""
    (anna,) = met(store, "Anna")

    found = ticket(store, anna, text="Kas maksā par ceļu?")

    assert (found.person, found.programme, found.kind) == (anna.id, PROGRAMME, "question")
    assert (found.question, found.subject) == ("Kas maksā par ceļu?", 7)
    assert (found.status, found.answered_by, found.created_at) == ("open", None, NOW)


def test_another_persons_question_is_not_to_be_found(store: Store) -> None:
    """Whoever may answer has to know whose it is; a number alone opens nothing."""
    anna, janis = met(store, "Anna", "Jānis")
    row = ticket(store, anna).id

    assert store.run_now(lambda tx: tickets.find(tx, janis, row)) is None
    assert store.run_now(lambda tx: tickets.owner(tx, row)) == anna.id
    assert store.run_now(lambda tx: tickets.owner(tx, row + 1)) is None


def test_alerts_come_before_questions_and_the_old_before_the_new(store: Store) -> None:
    """Of this programme, and only what nobody has answered."""
    anna, janis = met(store, "Anna", "Jānis")
    first, answered, alert = (ticket(store, anna, kind) for kind in ("question", "q", "safety"))
    second, later_alert = ticket(store, janis), ticket(store, janis, "safety")
    store.run_now(lambda tx: tickets.answer(tx, anna, answered, text="Jā", by=janis.id, now=NOW))

    found = store.run_now(lambda tx: tickets.waiting(tx, PROGRAMME))

    assert [row for row, _, _ in found] == [alert.id, later_alert.id, first.id, second.id]
    assert found[0] == (alert.id, anna.id, "safety")
    assert store.run_now(lambda tx: tickets.waiting(tx, "digitala-akademija")) == []


def test_an_answer_closes_the_question_and_is_sealed(store: Store) -> None:
    """Who answered and when is kept; the words only under the asker's key."""
    anna, zane = met(store, "Anna", "Zane")
    asked = ticket(store, anna)

    def answer(tx: Tx) -> bool:
        return tickets.answer(tx, anna, asked, text="Programma", by=zane.id, now=LATER)

    assert store.run_now(answer) is True

    row = store.run_now(lambda tx: tx.execute(select(s.tickets)).one())
    assert (row.status, row.answered_by, row.answered_at) == ("answered", zane.id, LATER)
    assert b"Programma" not in row.answer
    assert anna.cipher.open(row.answer, f"tickets.answer:{row.seal}") == "Programma"


def test_a_question_may_be_closed_without_words(store: Store) -> None:
    """An alert somebody has taken in hand, for instance."""
    anna, zane = met(store, "Anna", "Zane")
    alert = ticket(store, anna, "safety")

    store.run_now(lambda tx: tickets.answer(tx, anna, alert, text=None, by=zane.id, now=NOW))

    row = store.run_now(lambda tx: tx.execute(select(s.tickets)).one())
    assert (row.status, row.answer) == ("answered", None)


def test_the_second_answer_does_not_replace_the_first(store: Store) -> None:
    """The slower coordinator learns that it is done, and nothing of theirs is written."""
    anna, zane, ilze = met(store, "Anna", "Zane", "Ilze")
    asked = ticket(store, anna)

    def answer(by: Person) -> bool:
        return store.run_now(
            lambda tx: tickets.answer(tx, anna, asked, text=by.name, by=by.id, now=NOW)
        )

    assert (answer(zane), answer(ilze)) == (True, False)
    row = store.run_now(lambda tx: tx.execute(select(s.tickets)).one())
    assert row.answered_by == zane.id
    assert anna.cipher.open(row.answer, f"tickets.answer:{row.seal}") == "Zane"


async def test_of_many_answers_at_once_one_counts(database_url: str, store: Store) -> None:
    """Two processes and all their writers: one True, and its words are the ones kept."""
    (anna,) = met(store, "Anna")
    asked, other = ticket(store, anna), open_store(database_url)

    answered = await asyncio.gather(
        *(
            each.run(
                lambda tx, by=by: tickets.answer(tx, anna, asked, text=str(by), by=by, now=NOW), by
            )
            for by in range(20)
            for each in (store, other)
        )
    )

    await other.close()
    assert answered.count(True) == 1
    row = store.run_now(lambda tx: tx.execute(select(s.tickets)).one())
    assert row.answered_by == answered.index(True) // 2
    kept = anna.cipher.open(row.answer, f"tickets.answer:{row.seal}")
    assert kept == str(row.answered_by)
