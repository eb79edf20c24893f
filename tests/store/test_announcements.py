"""Announcements: one author's, frozen when they are sent, sent once."""

import asyncio

from store import announcements
from store.announcements import Announcement
from store.people import Person
from store.work import Store
from tests.databases import open_store
from tests.store.cast import NOW, PROGRAMME, met


def draft(store: Store, author: Person, text: str = "Rīt nebūs", programme: str = PROGRAMME) -> int:
    return store.run_now(
        lambda tx: announcements.draft(
            tx, author, programme=programme, audience="mentees", text=text, now=NOW
        )
    )


def send(store: Store, row: int, *recipients: int) -> bool:
    return store.run_now(lambda tx: announcements.send(tx, row, list(recipients), NOW))


def found(store: Store, author: Person, row: int) -> Announcement:
    one = store.run_now(lambda tx: announcements.find(tx, author, row))
    assert one is not None
    return one


def test_a_draft_goes_to_nobody_yet(store: Store) -> None:
    """It comes back as it was written, to be looked at before it is sent."""
    (zane,) = met(store, "Zane")

    one = found(store, zane, draft(store, zane, "Rīt tikšanās nebūs"))

    assert (one.author, one.programme, one.audience) == (zane.id, PROGRAMME, "mentees")
    assert (one.text, one.status, one.recipients) == ("Rīt tikšanās nebūs", "draft", ())


def test_another_authors_announcement_is_not_to_be_found(store: Store) -> None:
    """Not as a draft, and not once it is sent."""
    zane, ilze = met(store, "Zane", "Ilze")
    row = draft(store, zane)
    assert store.run_now(lambda tx: announcements.find(tx, ilze, row)) is None

    send(store, row, 1)

    assert store.run_now(lambda tx: announcements.find(tx, ilze, row)) is None


def test_the_recipients_are_frozen_when_it_is_sent(store: Store) -> None:
    """A second sending is refused and changes nothing; a double tap sends once."""
    (zane,) = met(store, "Zane")
    row = draft(store, zane)

    assert send(store, row, 3, 1, 2) is True
    assert send(store, row, 4) is False

    one = found(store, zane, row)
    assert (one.status, one.recipients) == ("sent", (3, 1, 2))


async def test_of_many_sendings_at_once_one_starts_it(database_url: str, store: Store) -> None:
    """Two processes and all their writers: one True, and its recipients are the ones kept."""
    (zane,) = met(store, "Zane")
    row, other = draft(store, zane), open_store(database_url)

    started = await asyncio.gather(
        *(
            each.run(lambda tx, lane=lane: announcements.send(tx, row, [lane], NOW), lane)
            for lane in range(20)
            for each in (store, other)
        )
    )

    await other.close()
    assert started.count(True) == 1
    assert found(store, zane, row).recipients == (started.index(True) // 2,)


def test_what_is_cancelled_is_not_sent(store: Store) -> None:
    """Neither afterwards by an old button."""
    (zane,) = met(store, "Zane")
    row = draft(store, zane)

    store.run_now(lambda tx: announcements.cancel(tx, row))

    assert send(store, row, 1) is False
    assert (found(store, zane, row).status, found(store, zane, row).recipients) == ("cancelled", ())


def test_what_is_sent_is_not_cancelled(store: Store) -> None:
    """It can't be made to look as if it had never gone out."""
    (zane,) = met(store, "Zane")
    row = draft(store, zane)
    send(store, row, 1)

    store.run_now(lambda tx: announcements.cancel(tx, row))

    assert found(store, zane, row).status == "sent"
