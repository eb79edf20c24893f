"""What a group answers: sealed for its author, or nobody's; gone with whoever it belongs to."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from store import activities, erasing, retention
from store import schema as s
from store.errors import WrongKey
from store.people import Person
from store.work import Store, Tx
from tests.store.cast import NOW, PROGRAMME, met, rows

KEPT = {"messages": 10, "check_ins": 30, "questions": 10}


@pytest.fixture
def group(store: Store) -> tuple[int, Person, list[Person]]:
    """A poll, its mentor, three members."""
    mentor, *members = met(store, "Jānis", "Anna", "Elza", "Toms")

    def unit(tx: Tx) -> int:
        row = activities.add(
            tx, mentor, programme=PROGRAMME, kind="poll", body={"title": "Kino"}, now=NOW
        )
        activities.invite(tx, row, [each.id for each in members])
        return row

    return store.run_now(unit), mentor, members


def answers(store: Store, poll: int) -> list[tuple[int | None, Any]]:
    found = store.run_now(lambda tx: activities.answers(tx, poll))
    return sorted(((one.person, one.value) for one in found), key=str)


def test_a_named_answer_is_sealed_with_its_authors_key(
    store: Store, group: tuple[int, Person, list[Person]]
) -> None:
    """And read again with it; another one takes its place."""
    poll, _, (anna, *_) = group

    store.run_now(lambda tx: activities.replace_answer(tx, poll, anna, "first", 2))
    store.run_now(lambda tx: activities.replace_answer(tx, poll, anna, "first", 3))

    assert answers(store, poll) == [(anna.id, 3)]
    row = store.run_now(lambda tx: tx.execute(select(s.activity_answers)).one())
    where = f"activity_answers.body:{row.seal}"
    assert anna.cipher.open(row.body, where) == 3
    with pytest.raises(WrongKey):
        store.keyring.own.open(row.body, where)


def test_an_anonymous_answer_says_nothing_of_its_author(
    store: Store, group: tuple[int, Person, list[Person]]
) -> None:
    """No person and no time in any column; all are rewritten together, in the order of random ids,
    whenever one is added."""
    poll, _, members = group
    for place, _ in enumerate(members):
        store.run_now(lambda tx, place=place: activities.put(tx, poll, None, "first", place))

    def kept(tx: Tx) -> list[dict[str, Any]]:
        return [row for table, row in rows(tx) if table == "activity_answers"]

    found = store.run_now(kept)
    assert {row["person"] for row in found} == {None}
    assert set(found[0]) == {"id", "activity", "question", "person", "body", "seal"}
    assert answers(store, poll) == [(None, 0), (None, 1), (None, 2)]
    if store.engine.dialect.name == "postgresql":
        query = "SELECT id FROM activity_answers ORDER BY ctid"
        writers = "SELECT count(DISTINCT xmin::text) FROM activity_answers"
        with store.engine.connect() as conn:
            assert conn.exec_driver_sql(writers).scalar() == 1
            stored = list(conn.exec_driver_sql(query).scalars())
            assert stored == sorted(row["id"] for row in found)


def test_erasing_a_member_takes_their_answers_and_their_place(
    store: Store, group: tuple[int, Person, list[Person]]
) -> None:
    """The others' stay."""
    poll, _, (anna, elza, _) = group
    for each in (anna, elza):
        store.run_now(lambda tx, each=each: activities.put(tx, poll, each, "first", each.name))

    store.run_now(lambda tx: erasing.erase(tx, anna.id, NOW))

    assert answers(store, poll) == [(elza.id, "Elza")]
    members = store.run_now(lambda tx: activities.members(tx, poll))
    assert anna.id not in [one.person for one in members]


def test_erasing_the_mentor_takes_the_whole_activity(
    store: Store, group: tuple[int, Person, list[Person]]
) -> None:
    """Questions, places, answers and the chats they own."""
    poll, mentor, (anna, *_) = group
    store.run_now(lambda tx: activities.put(tx, poll, anna, "first", 1))
    store.run_now(lambda tx: activities.own_chat(tx, mentor.id, "telegram", "-5", NOW))

    store.run_now(lambda tx: erasing.erase(tx, mentor.id, NOW))

    tables = {table for table, _ in store.run_now(lambda tx: list(rows(tx)))}
    together = {"activities", "activity_members", "activity_answers", "chat_groups"}
    assert not tables & together


def test_activities_go_with_what_a_programme_keeps_of_check_ins(
    store: Store, group: tuple[int, Person, list[Person]]
) -> None:
    """Counted from the end, with every answer, also those that have no time."""
    poll, *_ = group
    store.run_now(lambda tx: activities.put(tx, poll, None, "first", 1))
    closed = NOW + timedelta(days=5)
    store.run_now(lambda tx: activities.change(tx, poll, state="closed", closed_at=closed))

    def erased(days: int) -> int:
        now = NOW + timedelta(days=days)
        return store.run_now(lambda tx: retention.erase_old(tx, PROGRAMME, KEPT, (), now))

    erased(34)
    assert answers(store, poll) == [(None, 1)]
    assert erased(36) == 1
    assert answers(store, poll) == []


def test_a_chat_belongs_to_whoever_put_the_bot_into_it(
    store: Store, group: tuple[int, Person, list[Person]]
) -> None:
    """It keeps its owner where it moves, and has none once the bot is put out."""
    _, mentor, (anna, *_) = group
    assert store.run_now(lambda tx: activities.own_chat(tx, mentor.id, "telegram", "-5", NOW))
    assert not store.run_now(lambda tx: activities.own_chat(tx, anna.id, "telegram", "-5", NOW))
    store.run_now(lambda tx: activities.chat_moved(tx, "telegram", "-5", "-1005"))

    def chats(tx: Tx) -> list[tuple[str, str] | None]:
        return [activities.chat_of(tx, each.id) for each in (mentor, anna)]

    assert store.run_now(chats) == [("telegram", "-1005"), None]
    store.run_now(lambda tx: activities.disown_chat(tx, "telegram", "-1005"))
    assert store.run_now(chats) == [None, None]
