"""Invitations: for one person, for two weeks, and not to be read out of the database."""

import asyncio
from datetime import timedelta

import pytest

from store import erasing, invitations
from store.invitations import VALID_FOR, Invitation
from store.work import Store, Tx
from tests.databases import open_store, transaction
from tests.store.cast import NOW, PROGRAMME, met, rows, someone


def issue(store: Store) -> str:
    return store.run_now(
        lambda tx: invitations.issue(
            tx, programme=PROGRAMME, role="mentee", name="Anna", language="lv", now=NOW
        )
    )


def looked(store: Store, code: str) -> Invitation:
    found = store.run_now(lambda tx: invitations.look(tx, code, NOW))
    assert isinstance(found, Invitation)
    return found


def test_an_invitation_says_what_it_invites_to(store: Store) -> None:
    """Programme, role, name and language; looking does not use it up."""
    code = issue(store)

    first, second = looked(store, code), looked(store, code)

    assert first == second
    expected = (PROGRAMME, "mentee", "Anna", "lv")
    assert (first.programme, first.role, first.name, first.language) == expected


def test_an_invitation_can_be_used_once(store: Store) -> None:
    """The second to come learns that it was used, and by its own act changes nothing."""
    code = issue(store)
    anna, janis = met(store, "Anna", "Jānis")
    row = looked(store, code).id

    assert store.run_now(lambda tx: invitations.use(tx, row, anna.id, NOW)) is True
    assert store.run_now(lambda tx: invitations.use(tx, row, janis.id, NOW)) is False
    assert store.run_now(lambda tx: invitations.look(tx, code, NOW)) == "used"
    kept = store.run_now(lambda tx: [r for table, r in rows(tx) if table == "invitations"])
    assert [one["person"] for one in kept] == [anna.id]


async def test_many_who_use_it_at_once_are_one(database_url: str, store: Store) -> None:
    """Two processes, all writers: exactly one is let in."""
    row = looked(store, issue(store)).id
    other = open_store(database_url)

    def use(tx: Tx) -> bool:
        return invitations.use(tx, row, someone(tx).id, NOW)

    used = await asyncio.gather(
        *(each.run(use, lane) for lane in range(20) for each in (store, other))
    )

    await other.close()
    assert used.count(True) == 1


async def test_the_second_waits_for_what_becomes_of_the_first(postgresql_store: Store) -> None:
    """While the first use is not committed the second has no answer; then it is "no"."""
    row = looked(postgresql_store, issue(postgresql_store)).id
    anna, janis = met(postgresql_store, "Anna", "Jānis")

    with transaction(postgresql_store) as first:
        assert invitations.use(first, row, anna.id, NOW) is True
        second = asyncio.ensure_future(
            postgresql_store.run(lambda tx: invitations.use(tx, row, janis.id, NOW))
        )
        await asyncio.sleep(0.05)
        assert not second.done()

    assert await second is False


def test_a_use_that_fails_leaves_the_invitation_open(store: Store) -> None:
    """Whoever could not be welcomed can try again."""
    code = issue(store)
    (anna,) = met(store, "Anna")
    row = looked(store, code).id

    def unit(tx: Tx) -> None:
        assert invitations.use(tx, row, anna.id, NOW) is True
        raise LookupError

    with pytest.raises(LookupError):
        store.run_now(unit)

    assert looked(store, code).id == row


def test_an_invitation_expires(store: Store) -> None:
    """At its last moment it is valid, from then on it is not."""
    code = issue(store)
    last = NOW + VALID_FOR - timedelta(microseconds=1)

    assert isinstance(store.run_now(lambda tx: invitations.look(tx, code, last)), Invitation)
    assert store.run_now(lambda tx: invitations.look(tx, code, NOW + VALID_FOR)) == "expired"


@pytest.mark.parametrize("code", ["", "unknown", "%", "\0", "\ud800", "a" * 100_000], ids=len)
def test_a_code_nobody_issued_is_unknown(store: Store, code: str) -> None:
    """Whatever is typed into the address."""
    issue(store)

    assert store.run_now(lambda tx: invitations.look(tx, code, NOW)) == "unknown"


def test_the_code_cannot_be_read_back(store: Store) -> None:
    """What is stored is not the code, and is itself no code."""
    code = issue(store)
    stored = store.run_now(lambda tx: list(rows(tx)))

    assert code not in str(stored)
    kept = next(row["code"] for table, row in stored if table == "invitations")
    assert store.run_now(lambda tx: invitations.look(tx, kept, NOW)) == "unknown"


def test_codes_fit_a_deep_link_and_never_repeat(store: Store) -> None:
    """Telegram takes 64 characters of A-Z, a-z, 0-9, _ and -."""
    codes = {issue(store) for _ in range(20)}

    assert len(codes) == 20
    for code in codes:
        assert len(code) <= 64
        assert code.replace("-", "").replace("_", "").isalnum()
        assert code.isascii()


def test_an_erased_persons_invitation_is_gone(store: Store) -> None:
    """It held their name."""
    code = issue(store)
    (anna,) = met(store, "Anna")
    row = looked(store, code).id
    store.run_now(lambda tx: invitations.use(tx, row, anna.id, NOW))

    store.run_now(lambda tx: erasing.erase(tx, anna.id, NOW))

    assert store.run_now(lambda tx: invitations.look(tx, code, NOW)) == "unknown"
