"""What young people write: unreadable at rest, bound to its row, gone when they are erased."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import LargeBinary, select, update

from store import erasing, feed, inbox, outbox, pairings, people, tasks
from store import schema as s
from store.crypto import KEY_ID_BYTES, Keyring, digest
from store.errors import KeyDestroyed, WrongKey
from store.people import Person
from store.work import Store, Tx
from tests.databases import SECRET, open_store
from tests.store.cast import NOW, PROGRAMME, asked, known, life, met, of, rows, someone, writes

SECRET_WORD = "Zilonis-kaut-kur-mežā-47"
STRANGE = [
    "\ud800",
    "a\0b",
    "\ud83d\ude00",
    "🙂",
    "\u202egnirts",
    "ā́",
    "",
    "\x7f\x1b[2J",
    "\udfff" * 3,
]
KEEPS_ITS_PEOPLE = {"people", "parts", "pairings"}  # nameless stubs, so that counts stay true


def lived(store: Store) -> tuple[Person, Person, Person]:
    """Anna and Jānis, each with a full life, and their mentor."""
    anna, janis, mentor = met(store, "Anna", "Jānis", "Zane")
    for who in (anna, janis):
        store.run_now(lambda tx, who=who: life(tx, who, mentor, f"{SECRET_WORD} {who.name}"))
    return anna, janis, mentor


def test_every_sealed_column_is_filled_by_these_tests(store: Store) -> None:
    """Otherwise a new table of free text would escape the tests below unnoticed."""
    lived(store)
    sealed = {
        (table.name, column.name)
        for table in s.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }

    filled = {
        (table, name)
        for table, row in store.run_now(lambda tx: list(rows(tx)))
        for name, value in row.items()
        if isinstance(value, bytes)
    }
    assert filled == sealed


def test_no_row_shows_what_was_written(store: Store) -> None:
    """Neither as text nor in any encoding or serialisation of it."""
    lived(store)

    for table, row in store.run_now(lambda tx: list(rows(tx))):
        for name, value in row.items():
            raw = value if isinstance(value, bytes) else str(value).encode()
            assert b"Zilonis" not in raw, f"{table}.{name}"


def test_no_byte_of_the_file_shows_what_was_written(sqlite_store: Store, sqlite_url: str) -> None:
    """Nor does the write-ahead log beside it, before and after the file is closed."""
    lived(sqlite_store)
    assert b"Zilonis" not in on_disk(sqlite_url)

    sqlite_store.close_now()

    assert b"inbox" in on_disk(sqlite_url)
    assert b"Zilonis" not in on_disk(sqlite_url)


def on_disk(url: str) -> bytes:
    file = Path(url.removeprefix("sqlite:///"))
    return b"".join(each.read_bytes() for each in sorted(file.parent.glob(f"{file.name}*")))


def test_the_same_words_never_look_the_same(store: Store) -> None:
    """Two equal messages can't be told to be equal from what is stored."""
    (anna,) = met(store, "Anna")
    store.run_now(lambda tx: [writes(tx, anna, event, "jā") for event in "12"])

    first, second = store.run_now(lambda tx: tx.execute(select(s.inbox.c.body)).scalars().all())
    assert first != second


def test_text_moved_to_another_row_cannot_be_opened(store: Store) -> None:
    """Whoever can write to the database still can't put one message in another one's place."""

    def unit(tx: Tx) -> Person:
        anna = someone(tx)
        one, other = writes(tx, anna, "1"), writes(tx, anna, "2", "other")
        body = tx.execute(select(s.inbox.c.body).where(s.inbox.c.id == other)).scalar_one()
        tx.execute(update(s.inbox).where(s.inbox.c.id == one), {"body": body})
        return anna

    anna = store.run_now(unit)

    with pytest.raises(WrongKey, match=r"inbox\.body:web:1"):
        store.run_now(lambda tx: inbox.next_waiting(tx, anna.id))


def test_text_moved_to_another_person_cannot_be_opened(store: Store) -> None:
    """Each person has a key of their own."""
    anna, janis, _ = lived(store)
    theirs = update(s.feed).where(s.feed.c.person == anna.id).values(person=janis.id)
    store.run_now(lambda tx: tx.execute(theirs))

    with pytest.raises(WrongKey):
        store.run_now(lambda tx: feed.page(tx, janis))


@pytest.mark.parametrize("cut", [0, 1, 11, 12, 27, 40])
def test_damaged_text_is_reported_as_unreadable(cut: int) -> None:
    """A field that was cut off by a broken disk fails as a wrong key does, not in its own way."""
    keyring = Keyring(SECRET)
    cipher = keyring.cipher(keyring.new_key())
    sealed = cipher.seal("some words that are long enough", "row:1")

    with pytest.raises(WrongKey):
        cipher.open(sealed[:cut], "row:1")


@pytest.mark.parametrize("cut", [4, 10, 20, 50])
def test_a_damaged_key_is_reported_as_damaged(cut: int) -> None:
    """So is a person's key."""
    wrapped = Keyring(SECRET).new_key()

    with pytest.raises(WrongKey):
        Keyring(SECRET).cipher(wrapped[:cut])


def test_another_secret_opens_nobody(database_url: str, store: Store) -> None:
    """Started with the wrong settings, the assistant says so instead of writing on."""
    (anna,) = met(store, "Anna")
    wrong = open_store(database_url, secret=b"another secret")

    with pytest.raises(WrongKey, match="secret"):
        wrong.run_now(lambda tx: people.load(tx, anna.id))
    wrong.close_now()

    right = open_store(database_url)
    assert right.run_now(lambda tx: known(tx, anna.id)).name == "Anna"
    right.close_now()


@pytest.mark.parametrize("strange", STRANGE, ids=ascii)
def test_strange_text_comes_back_as_it_was(store: Store, strange: str) -> None:
    """Through the database and all the way into the chat: NUL, lone surrogates, empty text."""
    (anna,) = met(store, "Anna")

    def unit(tx: Tx) -> None:
        row = writes(tx, anna, "1", strange)
        assert row is not None
        feed.said(tx, anna.id, row, NOW)
        outbox.put(tx, anna, asked(strange, strange), key="1", now=NOW)
        feed.deliver(tx, NOW)

    store.run_now(unit)
    said, answered = store.run_now(lambda tx: feed.page(tx, anna))

    assert (said.text, answered.text, answered.buttons[0][1]) == (strange,) * 3


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(JSON_VALUES)
def test_whatever_is_sealed_can_be_opened(value: Any) -> None:
    """Any plain data, in the row it was sealed for."""
    keyring = Keyring(SECRET)
    cipher = keyring.cipher(keyring.new_key())

    assert cipher.open(cipher.seal(value, "row:1"), "row:1") == value


def test_a_secret_is_kept_as_its_hash() -> None:
    """Different secrets have different hashes, strange ones too."""
    hashes = {digest(secret) for secret in (*STRANGE, "a", "b")}

    assert len(hashes) == len(STRANGE) + 2
    assert all(len(each) == 64 for each in hashes)


def test_erasing_a_person_removes_all_that_holds_their_words(store: Store) -> None:
    """Only nameless stubs stay: no text, no key, no name, no address."""
    anna, _, _ = lived(store)
    assert len({table for table, _ in store.run_now(lambda tx: of(tx, anna.id))}) > 12

    store.run_now(lambda tx: erasing.erase(tx, anna.id, NOW))

    left = store.run_now(lambda tx: of(tx, anna.id))
    assert {table for table, _ in left} == KEEPS_ITS_PEOPLE
    for _, row in left:
        assert not [value for value in row.values() if isinstance(value, bytes)]
    stub = next(row for table, row in left if table == "people")
    assert (stub["key"], stub["name"], stub["erased_at"]) == (None, "", NOW)


def test_erasing_a_person_touches_nobody_else(store: Store) -> None:
    """Every row of the others is as it was, byte for byte, and can be read."""
    anna, janis, mentor = lived(store)
    before = [store.run_now(lambda tx, who=who: of(tx, who.id)) for who in (janis, mentor)]

    store.run_now(lambda tx: erasing.erase(tx, anna.id, NOW))

    after = [store.run_now(lambda tx, who=who: of(tx, who.id)) for who in (janis, mentor)]
    assert after == before
    assert store.run_now(lambda tx: tasks.listed(tx, janis))[0].title.endswith("Jānis")


def test_an_erased_person_is_found_by_nothing(store: Store) -> None:
    """Not by id, not by their chat link, not by their role; and their cipher is no more."""
    anna, janis, _ = lived(store)
    token = store.run_now(lambda tx: people.new_web_identity(tx, anna.id, NOW))
    found = store.run_now(lambda tx: people.by_web_token(tx, token))
    assert found is not None
    assert found.id == anna.id

    store.run_now(lambda tx: erasing.erase(tx, anna.id, NOW))

    assert store.run_now(lambda tx: people.load(tx, anna.id)) is None
    assert store.run_now(lambda tx: people.by_web_token(tx, token)) is None
    assert store.run_now(lambda tx: people.with_role(tx, PROGRAMME, "mentee")) == [janis.id]
    with pytest.raises(KeyDestroyed):
        store.run_now(lambda tx: tx.cipher(None))


def test_an_old_copy_of_the_words_is_unreadable_after_erasure(store: Store) -> None:
    """A backup's rows are of no use without the key, which no longer exists."""
    anna, _, _ = lived(store)
    wrapped = select(s.people.c.key).where(s.people.c.id == anna.id)
    key = store.run_now(lambda tx: tx.execute(wrapped).scalar_one())
    assert key is not None

    store.run_now(lambda tx: erasing.erase(tx, anna.id, NOW))

    assert store.run_now(lambda tx: tx.execute(wrapped).scalar_one()) is None
    assert key not in store.keyring._cache


def test_an_erased_persons_key_is_in_no_byte_of_the_file(
    sqlite_store: Store, sqlite_url: str
) -> None:
    """Not even eight bytes of it: SQLite leaves deleted content in its pages unless told not to."""
    anna, janis, _ = lived(sqlite_store)

    def key_of(tx: Tx, person: int) -> bytes:
        key = tx.execute(select(s.people.c.key).where(s.people.c.id == person)).scalar_one()
        return bytes(key)

    annas = sqlite_store.run_now(lambda tx: key_of(tx, anna.id))
    others = sqlite_store.run_now(lambda tx: key_of(tx, janis.id))
    assert annas in on_disk(sqlite_url)

    sqlite_store.run_now(lambda tx: erasing.erase(tx, anna.id, NOW))
    sqlite_store.close_now()

    left = on_disk(sqlite_url)
    assert others in left
    windows = [annas[start : start + 8] for start in range(KEY_ID_BYTES, len(annas) - 7)]
    assert not [window for window in windows if window in left]


def test_an_erasure_that_fails_erases_nothing(store: Store) -> None:
    """Whatever goes wrong after it in the same unit of work leaves the person whole."""
    anna, _, _ = lived(store)
    before = store.run_now(lambda tx: of(tx, anna.id))

    def unit(tx: Tx) -> None:
        erasing.erase(tx, anna.id, NOW)
        raise LookupError

    with pytest.raises(LookupError):
        store.run_now(unit)

    assert store.run_now(lambda tx: of(tx, anna.id)) == before
    assert store.run_now(lambda tx: feed.page(tx, known(tx, anna.id)))


def test_erasure_ends_what_goes_on_and_keeps_what_is_history(store: Store) -> None:
    """A declined pairing does not turn into a lived one, which would count for the mentor."""
    anna, janis, mentor = met(store, "Anna", "Jānis", "Zane")
    statuses = ("offered", "asked", "active", "ended", "declined", "withdrawn")

    def pair(tx: Tx, who: Person) -> list[int]:
        return [
            pairings.add(tx, who, programme=PROGRAMME, mentor=mentor.id, status=status, now=NOW)
            for status in statuses
        ]

    annas, others = store.run_now(lambda tx: (pair(tx, anna), pair(tx, janis)))
    store.run_now(lambda tx: erasing.erase(tx, anna.id, NOW))

    after = [store.run_now(lambda tx, p=p: pairings.find(tx, p)) for p in (*annas, *others)]
    assert [p.status for p in after if p is not None] == [
        *("withdrawn", "withdrawn", "ended", "ended", "declined", "withdrawn"),
        *statuses,
    ]
