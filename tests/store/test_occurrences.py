"""The stored plan follows the derived one; what is due is claimed once and in order."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import select

from desk import falling_due
from mentoring.planning import Occurrence
from store import occurrences
from store import schema as s
from store.occurrences import CANCELLED, EXPIRED, FIRED, MERGED, WAITING, Due, Scope
from store.people import Person
from store.work import Store, Tx
from tests.databases import open_store, transaction
from tests.store.cast import NOW, PROGRAMME, met

HOUR = timedelta(hours=1)


def reminder(
    person: Person, key: str, due: datetime = NOW, subject: int | None = 1, kind: str = "nudge"
) -> Occurrence:
    return Occurrence(
        key=key,
        kind=kind,  # type: ignore[arg-type]
        person=person.id,
        pairing=None,
        subject=subject,
        due=due,
        why={"rule": "before", "days": 3},
    )


def reconcile(store: Store, scope: Scope, *derived: Occurrence) -> None:
    store.run_now(lambda tx: occurrences.reconcile(tx, scope, derived))


def of_task(person: Person, subject: int | None = 1) -> Scope:
    return Scope(
        programme=PROGRAMME, person=person.id, kinds=("nudge", "due_today", "late"), subject=subject
    )


def states(store: Store) -> dict[str, str]:
    query = select(s.occurrences.c.key, s.occurrences.c.state).order_by(s.occurrences.c.id)
    return dict(store.run_now(lambda tx: tx.execute(query).all()))


def due(store: Store, now: datetime = NOW, most: int = 500) -> list[Due]:
    return store.run_now(lambda tx: occurrences.due(tx, now, most))


def settle(store: Store, key: str, state: str) -> None:
    row = select(s.occurrences.c.id).where(s.occurrences.c.key == key)
    store.run_now(lambda tx: occurrences.settle(tx, tx.execute(row).scalar_one(), state))


def everything(store: Store) -> list[object]:
    query = select(s.occurrences).order_by(s.occurrences.c.id)
    return list(store.run_now(lambda tx: tx.execute(query).all()))


def meeting(person: Person, key: str = "event:fair", due: datetime = NOW) -> Occurrence:
    why = {"rule": "on_day", "what": "meeting", "event": "fair", "date": "2026-01-12"}
    return replace(reminder(person, key, due, None, "event"), why=why)


def of_calendar(person: Person) -> Scope:
    return Scope(programme=PROGRAMME, person=person.id, kinds=("event",))


def test_what_cannot_wait_is_claimed_first(store: Store) -> None:
    """A meeting in an hour and an alarm, before reminders that fell due earlier."""
    anna, juris, elza = met(store, "Anna", "Juris", "Elza")
    late = NOW + timedelta(seconds=1)
    reconcile(store, of_task(anna), *[reminder(anna, f"task:{n}") for n in range(20)])
    reconcile(store, of_calendar(juris), meeting(juris, "fair", late))
    alarm = reminder(elza, "alert:1", late, kind="alert")
    store.run_now(lambda tx: occurrences.add(tx, PROGRAMME, alarm) and None)

    for behind in ((), ("another",)):
        found = store.run_now(partial(falling_due.claim, now=late, most=5, behind=behind))
        names = [each.key for each in found]
        assert names == ["fair", "alert:1", "task:0", "task:1", "task:2"]


def test_what_may_wait_after_all_is_one_of_many(store: Store) -> None:
    """The calendar changed: it is no meeting any more, and one that was none is."""
    anna, juris = met(store, "Anna", "Juris")
    task = replace(meeting(anna, "one"), why={"rule": "on_day", "what": "task"})
    earlier = reminder(juris, "task:1", NOW - HOUR)
    reconcile(store, of_task(juris), earlier)
    for plan, first in (
        (meeting(anna, "one"), "one"),
        (task, "task:1"),
        (meeting(anna, "one"), "one"),
    ):
        reconcile(store, of_calendar(anna), plan)
        assert [each.key for each in due(store, most=1)] == [first]


def test_deriving_the_same_again_changes_nothing(store: Store) -> None:
    """The very same rows, whatever state they are in by then."""
    (anna,) = met(store, "Anna")
    plan = [reminder(anna, f"task:1:{n}", NOW + n * HOUR) for n in range(4)]
    reconcile(store, of_calendar(anna), meeting(anna))
    reconcile(store, of_task(anna), *plan)
    for n, state in enumerate((FIRED, EXPIRED, MERGED)):
        settle(store, f"task:1:{n}", state)
    before = everything(store)

    reconcile(store, of_task(anna), *plan)
    reconcile(store, of_task(anna), *reversed(plan))
    reconcile(store, of_calendar(anna), meeting(anna))

    assert len(before) == 5
    assert everything(store) == before


def test_a_moved_due_date_moves_its_reminders(store: Store) -> None:
    """Those of the old date are cancelled, those of the new one wait."""
    (anna,) = met(store, "Anna")
    reconcile(store, of_task(anna), reminder(anna, "task:1:old"), reminder(anna, "task:1:late"))

    reconcile(store, of_task(anna), reminder(anna, "task:1:new", NOW + 24 * HOUR))

    assert states(store) == {
        "task:1:old": CANCELLED,
        "task:1:late": CANCELLED,
        "task:1:new": WAITING,
    }
    assert due(store, NOW + HOUR) == []
    assert [one.key for one in due(store, NOW + 24 * HOUR)] == ["task:1:new"]


def test_the_same_reminder_at_another_hour_is_moved(store: Store) -> None:
    """A changed rule keeps the key and shifts the hour."""
    (anna,) = met(store, "Anna")
    reconcile(store, of_task(anna), reminder(anna, "task:1", NOW))

    reconcile(store, of_task(anna), reminder(anna, "task:1", NOW + HOUR))

    assert due(store, NOW) == []
    assert [one.due_at for one in due(store, NOW + HOUR)] == [NOW + HOUR]


def test_what_fired_stays_fired(store: Store) -> None:
    """Neither derived again, nor moved, nor no longer derived does it change or fire twice."""
    (anna,) = met(store, "Anna")
    for state in (FIRED, EXPIRED, MERGED):
        reconcile(store, of_task(anna, 7), reminder(anna, state, subject=7))
        settle(store, state, state)
        reconcile(store, of_task(anna, 7), reminder(anna, state, NOW + HOUR, subject=7))
        reconcile(store, of_task(anna, 7))

    assert states(store) == {state: state for state in (FIRED, EXPIRED, MERGED)}
    assert due(store, NOW + 2 * HOUR) == []


def test_what_was_cancelled_comes_back_when_it_is_derived_again(store: Store) -> None:
    """An extension taken back, a pause that ended: the reminder waits again, at its hour."""
    (anna,) = met(store, "Anna")
    reconcile(store, of_task(anna), reminder(anna, "task:1"))
    reconcile(store, of_task(anna))
    assert due(store) == []

    reconcile(store, of_task(anna), reminder(anna, "task:1"))

    assert [one.key for one in due(store)] == ["task:1"]
    notes = select(s.occurrences.c.note)
    assert store.run_now(lambda tx: tx.execute(notes).scalars().all()) == [None]


def test_a_derivation_speaks_of_its_own_scope_only(store: Store) -> None:
    """Another task, another kind, another person, another programme: all wait on."""
    anna, janis = met(store, "Anna", "Jānis")
    elsewhere = Scope(programme="digitala-akademija", person=anna.id, kinds=("nudge",))
    reconcile(store, of_task(anna, 1), reminder(anna, "one"))
    reconcile(store, of_task(anna, 2), reminder(anna, "two", subject=2))
    reconcile(store, of_task(janis), reminder(janis, "other person"))
    reconcile(store, elsewhere, reminder(anna, "other programme"))
    checks = Scope(programme=PROGRAMME, person=anna.id, kinds=("check_in",))
    reconcile(store, checks, reminder(anna, "other kind", subject=1, kind="check_in"))

    reconcile(store, of_task(anna, 1))

    assert states(store).pop("one") == CANCELLED
    assert set(states(store).values()) == {CANCELLED, WAITING}
    assert len(due(store)) == 4


def test_a_scope_without_a_subject_covers_all_subjects(store: Store) -> None:
    """Somebody who stops gets no reminder of any task."""
    (anna,) = met(store, "Anna")
    for subject in (1, 2):
        reconcile(store, of_task(anna, subject), reminder(anna, f"task:{subject}", subject=subject))

    reconcile(store, of_task(anna, None))

    assert states(store) == {"task:1": CANCELLED, "task:2": CANCELLED}


def test_what_is_due_comes_oldest_first_and_not_before_its_time(store: Store) -> None:
    """To the microsecond, equals in the order they were planned, at most as many as asked for."""
    (anna,) = met(store, "Anna")
    tick = timedelta(microseconds=1)
    plan = {"c": NOW, "a": NOW - HOUR, "late": NOW + tick, "d": NOW, "b": NOW - tick}
    reconcile(store, of_task(anna), *(reminder(anna, key, at) for key, at in plan.items()))

    assert [one.key for one in due(store)] == ["a", "b", "c", "d"]
    assert [one.key for one in due(store, most=3)] == ["a", "b", "c"]
    assert [one.key for one in due(store, NOW - HOUR)] == ["a"]


def test_what_is_due_tells_all_that_was_planned(store: Store) -> None:
    """Who, what about and why come back as they were derived."""
    (anna,) = met(store, "Anna")
    reconcile(store, of_task(anna, 5), reminder(anna, "task:5", subject=5))

    (one,) = due(store)
    expected = ("task:5", PROGRAMME, "nudge", anna.id, None, 5, NOW, {"rule": "before", "days": 3})
    found = (one.key, one.programme, one.kind, one.person, one.pairing, one.subject, one.due_at)
    assert (*found, one.why) == expected


def test_two_claimers_do_not_get_the_same(postgresql_store: Store) -> None:
    """The second passes over what the first has in hand, also after the first is through."""
    for n, one in enumerate(met(postgresql_store, "Anna", "Ilze", "Jānis", "Līga", "Pēteris")):
        reconcile(postgresql_store, of_task(one), reminder(one, str(n), NOW + n * HOUR))
    later = NOW + 9 * HOUR

    with transaction(postgresql_store) as second:
        with transaction(postgresql_store) as first:
            mine = occurrences.due(first, later, 2)
            yours = occurrences.due(second, later, 2)
            for one in mine:
                occurrences.settle(first, one.id, FIRED)
        rest = occurrences.due(second, later)

    assert [one.key for one in mine] == ["0", "1"]
    assert [one.key for one in yours] == ["2", "3"]
    assert [one.key for one in rest] == ["2", "3", "4"]


def test_one_person_is_one_claimers_at_a_time(postgresql_store: Store) -> None:
    """What else is due for them waits until the first has decided, and is then seen as it is."""
    anna, ilze = met(postgresql_store, "Anna", "Ilze")
    plan = [reminder(anna, str(n), NOW + n * HOUR) for n in range(3)]
    reconcile(postgresql_store, of_task(anna), *plan)
    reconcile(postgresql_store, of_task(ilze), reminder(ilze, "hers", NOW + 5 * HOUR))
    later = NOW + 9 * HOUR

    with transaction(postgresql_store) as second:
        with transaction(postgresql_store) as first:
            (mine,) = occurrences.due(first, later, 1)
            (yours,) = occurrences.due(second, later)
            occurrences.settle(first, mine.id, FIRED)
        after = occurrences.due(second, later)

    assert (mine.key, yours.key) == ("0", "hers")
    assert [one.key for one in after] == ["1", "2", "hers"]


async def test_many_claimers_fire_each_once(postgresql_url: str, postgresql_store: Store) -> None:
    """Two schedulers with four writers each, all at once, over what is due for fifty people."""
    for n, one in enumerate(met(postgresql_store, *(f"Jaunietis {n}" for n in range(50)))):
        plan = [reminder(one, f"{n:02}:{each}") for each in range(2)]
        reconcile(postgresql_store, of_task(one), *plan)
    other = open_store(postgresql_url)

    def fire(tx: Tx) -> list[str]:
        found = occurrences.due(tx, NOW, 7)
        for one in found:
            occurrences.settle(tx, one.id, FIRED)
        return [one.key for one in found]

    fired = await asyncio.gather(
        *(each.run(fire, lane) for lane in range(40) for each in (postgresql_store, other))
    )

    left = [await other.run(fire) for _ in range(15)]  # of those who were always another's
    await other.close()
    keys = sorted(key for keys in (*fired, *left) for key in keys)
    assert keys == [f"{n:02}:{each}" for n in range(50) for each in range(2)]
    assert sum(map(len, fired)) > 50


def test_what_is_put_off_waits_for_its_new_hour(store: Store) -> None:
    """Out of quiet hours, for instance; it stays planned and is due later."""
    (anna,) = met(store, "Anna")
    reconcile(store, of_task(anna), reminder(anna, "task:1"))
    (one,) = due(store)

    store.run_now(lambda tx: occurrences.put_off(tx, one.id, NOW + HOUR))

    assert due(store) == []
    assert store.run_now(occurrences.next_due) == NOW + HOUR
    assert [again.id for again in due(store, NOW + HOUR)] == [one.id]


def test_the_next_is_the_soonest_that_waits(store: Store) -> None:
    """What fired or was cancelled does not count; with nothing planned there is none."""
    (anna,) = met(store, "Anna")
    assert store.run_now(occurrences.next_due) is None
    plan = {"late": NOW + 3 * HOUR, "soon": NOW + HOUR, "fired": NOW}
    reconcile(store, of_task(anna), *(reminder(anna, key, at) for key, at in plan.items()))
    settle(store, "fired", FIRED)

    assert store.run_now(occurrences.next_due) == NOW + HOUR
    settle(store, "soon", CANCELLED)
    assert store.run_now(occurrences.next_due) == NOW + 3 * HOUR


async def test_two_workers_may_plan_the_same_people_at_once(postgresql_store: Store) -> None:
    """The second waits for what the first has written, and adds what is not there yet."""
    (anna,) = met(postgresql_store, "Anna")
    plan = [reminder(anna, str(n), NOW + n * HOUR) for n in range(3)]

    with transaction(postgresql_store) as first:
        occurrences.reconcile(first, of_task(anna), plan[:2])
        second = asyncio.create_task(
            asyncio.to_thread(reconcile, postgresql_store, of_task(anna), *plan)
        )
        await asyncio.sleep(0.05)
        assert not second.done()
    await second

    assert states(postgresql_store) == dict.fromkeys(["0", "1", "2"], WAITING)


async def test_a_key_is_used_once_by_two_workers_as_well(postgresql_store: Store) -> None:
    """The second hears that it is planned already, as if it had come a moment later."""
    (anna,) = met(postgresql_store, "Anna")
    once = reminder(anna, "once")

    def planned(tx: Tx) -> int | None:
        return occurrences.add(tx, PROGRAMME, once)

    with transaction(postgresql_store) as first:
        assert planned(first) is not None
        second = asyncio.create_task(asyncio.to_thread(postgresql_store.run_now, planned))
        await asyncio.sleep(0.05)
        assert not second.done()

    assert await second is None
    assert states(postgresql_store) == {"once": WAITING}
