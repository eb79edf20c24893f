"""Rows on their way: claimed by one worker, settled once, recovered when it dies, moved about."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from mentoring.message import Message
from store import outbox, people, posting
from store import schema as s
from store.outbox import BROADCAST, NUDGE, REPLY, SAFETY, TODAY
from store.people import Person
from store.posting import ALL, Parcel, Settled, Share
from store.work import Store, Tx
from tests.databases import transaction
from tests.store.cast import NOW, met

CHANNEL, OTHER = "telegram", "telegram:skola"
ATTEMPTS = 8
SECOND = timedelta(seconds=1)


def on_telegram(store: Store, *names: str) -> list[Person]:
    found = met(store, *names)

    def write(tx: Tx) -> None:
        for who in found:
            people.add_identity(tx, who.id, CHANNEL, f"at {who.id}", NOW)

    store.run_now(write)
    return found


def put(
    store: Store, person: Person, key: str, priority: int = REPLY, kind: str = "reply", **more: Any
) -> None:
    given = {"channel": CHANNEL, "now": NOW, **more}
    message = Message(text=key)
    store.run_now(
        lambda tx: outbox.put(tx, person, message, key=key, priority=priority, kind=kind, **given)
    )


def claimed(store: Store, worker: str = "1", most: int = 100, share: Share = ALL) -> list[str]:
    return [text(parcel) for parcel in store.run_now(lambda tx: claim(tx, worker, most, share))]


def claim(tx: Tx, worker: str = "1", most: int = 100, share: Share = ALL) -> list[Parcel]:
    return posting.claim(
        tx, channel=CHANNEL, worker=worker, now=NOW, real=NOW, most=most, share=share
    )


def text(parcel: Parcel) -> str:
    return str((parcel.body or {}).get("text"))


def settle(store: Store, key: str, state: str, worker: str = "1", **more: Any) -> None:
    def write(tx: Tx) -> None:
        row = tx.execute(select(s.outbox.c.id).where(s.outbox.c.key == key)).scalar_one()
        posting.settle(tx, worker, [Settled(id=row, state=state, **more)], NOW)

    store.run_now(write)


def states(store: Store) -> dict[str, str]:
    return {key: row.state for key, row in rows(store).items()}


def rows(store: Store) -> dict[str, Any]:
    return {row.key: row for row in store.run_now(lambda tx: list(tx.execute(select(s.outbox))))}


def test_a_claim_takes_the_most_urgent_first_and_one_of_each_person(store: Store) -> None:
    """What is behind waits until that one is settled."""
    anna, janis = on_telegram(store, "Anna", "Jānis")
    put(store, anna, "a news", BROADCAST)
    put(store, anna, "a reply")
    put(store, janis, "j nudge", NUDGE)
    put(store, janis, "j alarm", SAFETY)

    assert claimed(store) == ["j alarm", "a reply"]
    assert claimed(store) == []
    settle(store, "j alarm", posting.SENT)
    assert claimed(store) == ["j nudge"]


def test_a_meeting_of_today_leaves_before_what_has_queued_up(store: Store) -> None:
    """After the answers people wait for, before reminders that came first."""
    put(store, *on_telegram(store, "Anna"), "announced", BROADCAST)
    put(store, *on_telegram(store, "Jānis"), "reminder", NUDGE)
    put(store, *on_telegram(store, "Zane"), "meeting at six", TODAY)
    put(store, *on_telegram(store, "Ilze"), "answer", REPLY)

    assert claimed(store) == ["answer", "meeting at six", "reminder", "announced"]


def test_a_parcel_holds_what_is_needed_to_send_it(store: Store) -> None:
    """The address on this channel, whether it is blocked, and the words."""
    anna, janis, zane = on_telegram(store, "Anna", "Jānis", "Zane")
    for who in (anna, janis, zane):
        put(store, who, f"to {who.id}")
    store.run_now(lambda tx: people.set_blocked(tx, janis.id, CHANNEL, NOW))
    store.run_now(lambda tx: people.leave_channel(tx, zane.id, CHANNEL))

    found = {parcel.person: parcel for parcel in store.run_now(claim)}

    assert (found[anna.id].address, found[anna.id].blocked) == (f"at {anna.id}", False)
    assert text(found[anna.id]) == f"to {anna.id}"
    assert found[janis.id].blocked
    assert found[zane.id].address is None


def test_a_row_put_off_is_not_claimed_before_its_time(store: Store) -> None:
    """And the next moment to look again is told."""
    (anna,) = on_telegram(store, "Anna")
    put(store, anna, "one")
    claimed(store)
    settle(store, "one", posting.WAITING, next_at=NOW + SECOND)

    assert claimed(store) == []
    assert store.run_now(lambda tx: posting.next_at(tx, CHANNEL, NOW)) == NOW + SECOND
    assert store.run_now(lambda tx: posting.next_at(tx, CHANNEL, NOW + SECOND)) is None
    store.run_now(lambda tx: posting.release(tx, CHANNEL))
    assert claimed(store) == ["one"]


def test_other_channels_are_not_touched(store: Store) -> None:
    """Each bot claims and releases its own rows."""
    (anna,) = on_telegram(store, "Anna")
    put(store, anna, "web", channel="web")
    put(store, anna, "other", channel=OTHER)
    put(store, anna, "mine")

    assert claimed(store) == ["mine"]


def test_only_whoever_holds_the_claim_settles(store: Store) -> None:
    """And what is settled stays so, also for its own worker."""
    (anna,) = on_telegram(store, "Anna")
    put(store, anna, "one")
    claimed(store, "1")

    settle(store, "one", posting.DEAD, "2")
    assert states(store) == {"one": posting.SENDING}
    settle(store, "one", posting.SENT, "1", remote="77", attempts=1)
    settle(store, "one", posting.DEAD, "1")

    row = rows(store)["one"]
    assert (row.state, row.remote, row.sent_at, row.attempts) == (posting.SENT, "77", NOW, 1)


def test_a_long_error_is_kept_shortened(store: Store) -> None:
    """PostgreSQL would refuse the row, and it would be sent for ever."""
    (anna,) = on_telegram(store, "Anna")
    put(store, anna, "one")
    claimed(store)

    settle(store, "one", posting.DEAD, error="ā" * 5000)

    assert rows(store)["one"].error == "ā" * posting.ERROR_LIMIT


def test_two_workers_claiming_at_once_get_different_rows(postgresql_store: Store) -> None:
    """The second passes over what the first is taking, instead of waiting for it."""
    crowd = on_telegram(postgresql_store, *"ABCDEF")
    for who in crowd:
        put(postgresql_store, who, who.name)

    with transaction(postgresql_store) as one, transaction(postgresql_store) as two:
        first = {text(parcel) for parcel in claim(one, "1", 3)}
        second = {text(parcel) for parcel in claim(two, "2", 100)}

    assert (len(first), len(second)) == (3, 3)
    assert first | second == set("ABCDEF")
    assert {row.key for row in rows(postgresql_store).values() if row.claim == "1"} == first


def test_shares_split_the_people_between_workers(store: Store) -> None:
    """Each row belongs to one share; rows of nobody to the first."""
    crowd = on_telegram(store, *"ABCDE")
    for who in crowd:
        put(store, who, who.name)
    values: dict[str, Any] = {"key": "group", "channel": CHANNEL, "address": "-1", "now": NOW}
    store.run_now(lambda tx: outbox.put_to_stranger(tx, "group", **values))

    parts = [claimed(store, str(n), share=Share(index=n, count=2)) for n in range(2)]

    assert sorted(parts[0] + parts[1]) == [*"ABCDE", "group"]
    assert "group" in parts[0]
    assert parts[0]
    assert parts[1]


@pytest.mark.parametrize(
    ("priority", "attempts", "state"),
    [
        (SAFETY, 0, posting.WAITING),
        (REPLY, ATTEMPTS - 1, posting.WAITING),
        (REPLY, ATTEMPTS, posting.UNCERTAIN),
        (TODAY, 0, posting.UNCERTAIN),
        (NUDGE, 0, posting.UNCERTAIN),
        (BROADCAST, 0, posting.UNCERTAIN),
    ],
)
def test_what_a_dead_worker_was_sending_is_repeated_or_uncertain(
    store: Store, priority: int, attempts: int, state: str
) -> None:
    """Who waits for an answer gets it again, a bounded number of times."""
    (anna,) = on_telegram(store, "Anna")
    put(store, anna, "one", priority)
    claimed(store, "dead")
    store.run_now(lambda tx: tx.execute(update(s.outbox), {"attempts": attempts}))

    found = store.run_now(lambda tx: posting.recover(tx, ["alive"], False, NOW, ATTEMPTS))

    row = rows(store)["one"]
    assert (found, row.state) == (1, state)
    assert row.attempts == attempts + (state == posting.WAITING)
    assert row.error


@pytest.mark.parametrize(
    ("alive", "unknown", "later", "taken"),
    [
        (["1"], False, timedelta(0), 0),
        (["1"], False, posting.LEASE + SECOND, 1),
        (["2"], False, timedelta(0), 1),
        ([], True, timedelta(0), 0),
        ([], True, posting.LEASE + SECOND, 1),
    ],
)
def test_what_the_living_send_is_left_to_them_for_a_while(
    store: Store, alive: Sequence[str], unknown: bool, later: timedelta, taken: int
) -> None:
    """A worker that lives and stalls loses its rows too, once the lease is over."""
    (anna,) = on_telegram(store, "Anna")
    put(store, anna, "one")
    put(store, anna, "two")
    claimed(store, "1")

    at = NOW + later
    assert store.run_now(lambda tx: posting.recover(tx, alive, unknown, at, ATTEMPTS)) == taken
    assert states(store)["two"] == posting.WAITING


def test_an_uncertain_row_is_still_marked_by_the_worker_that_wakes(store: Store) -> None:
    """It was thought lost; now its worker knows what became of it."""
    (anna,) = on_telegram(store, "Anna")
    put(store, anna, "one", NUDGE)
    claimed(store, "1")
    store.run_now(lambda tx: posting.recover(tx, ["2"], False, NOW, ATTEMPTS))

    settle(store, "one", posting.SENT, "1")

    assert states(store) == {"one": posting.SENT}


def test_a_lost_person_leaves_their_messages_visibly_unsent(store: Store) -> None:
    """What is on its way may have arrived just before and is left to whoever sends it."""
    anna, janis = on_telegram(store, "Anna", "Jānis")
    for who, key in ((anna, "flying"), (anna, "waiting"), (janis, "other's")):
        put(store, who, key)
    put(store, anna, "by web", channel="web")
    claimed(store)

    store.run_now(lambda tx: posting.strand(tx, anna.id, CHANNEL, "blocked"))
    settle(store, "flying", posting.SENT)

    assert states(store) == {
        "flying": posting.SENT,
        "waiting": posting.UNREACHABLE,
        "by web": posting.WAITING,
        "other's": posting.SENDING,
    }
    assert rows(store)["waiting"].error == "blocked"


def test_what_could_not_go_one_way_goes_the_other(store: Store) -> None:
    """An edit does not: its message is where it was."""
    (anna,) = on_telegram(store, "Anna")
    for key in ("stranded", "waiting", "sent", "dead"):
        put(store, anna, key)
    put(store, anna, "edit", kind="edit")
    for key, state in (("stranded", posting.UNREACHABLE), ("sent", "sent"), ("dead", "dead")):
        force(store, key, state=state)

    store.run_now(lambda tx: posting.reroute(tx, anna.id, CHANNEL, "web"))

    moved = {key: row.state for key, row in rows(store).items() if row.channel == "web"}
    assert moved == {"stranded": posting.WAITING, "waiting": posting.WAITING}


def force(store: Store, key: str, **values: Any) -> None:
    store.run_now(lambda tx: tx.execute(update(s.outbox).where(s.outbox.c.key == key), values))


def test_who_comes_back_gets_what_is_still_of_use(store: Store) -> None:
    """Not yesterday's answers, prompts or edits; the rest as if it were new."""
    (anna,) = on_telegram(store, "Anna")
    old = NOW - timedelta(days=3)
    put(store, anna, "old answer", now=old)
    put(store, anna, "new answer")
    put(store, anna, "announced", BROADCAST, kind="announcement", now=old)
    put(store, anna, "prompt", NUDGE, kind="nudge")
    put(store, anna, "edit", NUDGE, kind="edit")
    put(store, anna, "dead")
    unreachable = {"state": posting.UNREACHABLE, "attempts": 7, "error": "blocked"}
    store.run_now(lambda tx: tx.execute(update(s.outbox), unreachable))
    force(store, "dead", state=posting.DEAD)

    since = NOW - timedelta(days=1)
    store.run_now(lambda tx: posting.resume(tx, anna.id, CHANNEL, since, ("nudge", "check_in")))

    assert states(store) == {
        "old answer": posting.EXPIRED,
        "new answer": posting.WAITING,
        "announced": posting.WAITING,
        "prompt": posting.EXPIRED,
        "edit": posting.EXPIRED,
        "dead": posting.DEAD,
    }
    row = rows(store)["new answer"]
    assert (row.attempts, row.error, row.next_at) == (0, None, None)


def test_only_what_has_not_left_is_waited_for(store: Store) -> None:
    """On its way counts, sent and given up do not."""
    anna, janis = on_telegram(store, "Anna", "Jānis")
    for key in ("one", "two", "three"):
        put(store, anna, key)
    put(store, janis, "other's")
    claimed(store)
    assert store.run_now(lambda tx: posting.waiting_for(tx, anna.id)) == 3

    settle(store, "one", posting.SENT)
    force(store, "two", state=posting.DEAD)
    assert store.run_now(lambda tx: posting.waiting_for(tx, anna.id)) == 1


def test_a_group_that_moved_is_the_same_group(store: Store) -> None:
    """What it was told before counts at its new address, on this channel only."""

    def write(tx: Tx) -> None:
        for channel in (CHANNEL, OTHER):
            outbox.put_to_stranger(
                tx, "hi", key=f"hi {channel}", channel=channel, address="-1", now=NOW
            )
        posting.moved(tx, CHANNEL, "-1", "-100")

    store.run_now(write)

    def said(tx: Tx) -> list[bool]:
        pairs = ((CHANNEL, "-100"), (CHANNEL, "-1"), (OTHER, "-1"), (OTHER, "-100"))
        return [outbox.said_to(tx, channel, address, None) for channel, address in pairs]

    assert store.run_now(said) == [True, False, True, False]
