"""Pairings from proposal to end, and tasks with due dates."""

from datetime import date, timedelta

from store import pairings, people, tasks
from store.people import Person
from store.tasks import Task
from store.work import Store, Tx
from tests.databases import transaction
from tests.store.cast import DUE, NOW, PROGRAMME, met

LATER = DUE + timedelta(days=14)
AFTERWARDS = NOW + timedelta(days=1)


def pair(
    store: Store,
    mentee: Person,
    mentor: Person,
    status: str = "active",
    *,
    semester: str | None = None,
    rank: int | None = None,
    reasons: tuple[str, ...] = (),
) -> int:
    def unit(tx: Tx) -> int:
        return pairings.add(
            tx,
            mentee,
            programme=PROGRAMME,
            mentor=mentor.id,
            status=status,
            now=NOW,
            rank=rank,
            reasons=reasons,
            semester=semester,
        )

    return store.run_now(unit)


def status(store: Store, pairing: int) -> str:
    found = store.run_now(lambda tx: pairings.find(tx, pairing))
    assert found is not None
    return found.status


def task(
    store: Store, person: Person, title: str = "Plāns", due: date = DUE, pairing: int | None = None
) -> Task:
    def unit(tx: Tx) -> Task | None:
        row = tasks.add(
            tx, person, programme=PROGRAMME, pairing=pairing, title=title, due=due, now=NOW
        )
        return tasks.find(tx, person, row)

    found = store.run_now(unit)
    assert found is not None
    return found


def test_a_pairing_comes_back_as_it_was_proposed(store: Store) -> None:
    """The reasons are the mentee's: without them at hand they stay sealed."""
    anna, zane = met(store, "Anna", "Zane")
    row = pair(store, anna, zane, "offered", rank=2, reasons=("Mūzika", "Cēsis"))

    known = store.run_now(lambda tx: pairings.find(tx, row, mentee=anna))
    unknown = store.run_now(lambda tx: pairings.find(tx, row))

    assert known is not None
    assert unknown is not None
    assert (known.mentor, known.mentee, known.rank) == (zane.id, anna.id, 2)
    assert (known.programme, known.status, known.created_at) == (PROGRAMME, "offered", NOW)
    assert known.reasons == ("Mūzika", "Cēsis")
    assert unknown.reasons == ()
    assert store.run_now(lambda tx: pairings.find(tx, row + 1)) is None


def test_a_mentees_pairings_are_theirs_by_rank(store: Store) -> None:
    """Of the wanted statuses and this programme, best first; nobody else's among them."""
    anna, janis, zane = met(store, "Anna", "Jānis", "Zane")
    second = pair(store, anna, zane, "offered", rank=2)
    first = pair(store, anna, zane, "asked", rank=1)
    pair(store, anna, zane, "declined", rank=0)
    pair(store, janis, zane, "offered", rank=0)

    found = store.run_now(lambda tx: pairings.of_mentee(tx, anna, PROGRAMME, "offered", "asked"))

    assert [each.id for each in found] == [first, second]
    assert store.run_now(lambda tx: pairings.of_mentee(tx, anna, "other", "offered")) == []


def test_a_mentors_pairings_are_theirs(store: Store) -> None:
    """In the order in which they came about, without the mentees' reasons."""
    anna, janis, zane, other = met(store, "Anna", "Jānis", "Zane", "Ilze")
    mine = [pair(store, who, zane, reasons=("Mūzika",)) for who in (anna, janis)]
    pair(store, anna, other)
    pair(store, anna, zane, "asked")

    found = store.run_now(lambda tx: pairings.of_mentor(tx, zane.id, PROGRAMME, "active"))

    assert [each.id for each in found] == mine
    assert [each.reasons for each in found] == [(), ()]
    assert len(store.run_now(lambda tx: pairings.active(tx, PROGRAMME))) == 3
    assert store.run_now(lambda tx: pairings.active(tx, "other")) == []


def test_a_mentors_places_are_counted_by_semester(store: Store) -> None:
    """Ended pairings count, proposals and refusals don't, and nobody counts twice."""
    anna, janis, zane, ilze = met(store, "Anna", "Jānis", "Zane", "Ilze")
    pair(store, anna, zane, "active", semester="2026-fall")
    pair(store, anna, zane, "ended", semester="2026-fall")
    pair(store, janis, zane, "ended", semester="2026-fall")
    pair(store, janis, zane, "active", semester="2027-spring")
    for undecided in ("offered", "asked", "declined", "withdrawn"):
        pair(store, janis, ilze, undecided, semester="2026-fall")

    def taken(semester: str | None) -> dict[int, int]:
        return store.run_now(lambda tx: pairings.taken(tx, PROGRAMME, semester))

    assert taken("2026-fall") == {zane.id: 2}
    assert taken("2027-spring") == {zane.id: 1}
    assert taken(None) == {}


def test_a_decision_is_kept_with_its_semester(store: Store) -> None:
    """One that names no semester leaves the one before."""
    anna, zane = met(store, "Anna", "Zane")
    row = pair(store, anna, zane, "asked")

    store.run_now(lambda tx: pairings.decide(tx, row, "active", NOW, "2026-fall"))
    store.run_now(lambda tx: pairings.decide(tx, row, "ended", NOW))

    assert status(store, row) == "ended"
    counted = store.run_now(lambda tx: pairings.taken(tx, PROGRAMME, "2026-fall"))
    assert counted == {zane.id: 1}


def test_withdrawing_takes_back_proposals_only(store: Store) -> None:
    """What is decided stays, and so do other mentees' proposals."""
    anna, janis, zane = met(store, "Anna", "Jānis", "Zane")
    mine = [pair(store, anna, zane, each) for each in ("offered", "asked", "active", "declined")]
    other = pair(store, janis, zane, "offered")

    store.run_now(lambda tx: pairings.withdraw(tx, anna.id, PROGRAMME, NOW, "offered", "asked"))

    expected = ["withdrawn", "withdrawn", "active", "declined"]
    assert [status(store, row) for row in mine] == expected
    assert status(store, other) == "offered"


def test_a_locked_pairing_is_decided_by_one_at_a_time(postgresql_store: Store) -> None:
    """A second decision can't begin before the first is committed."""
    anna, zane = met(postgresql_store, "Anna", "Zane")
    row = pair(postgresql_store, anna, zane, "asked")

    with transaction(postgresql_store) as first, transaction(postgresql_store) as second:
        assert pairings.find(first, row, lock=True) is not None
        second.conn.exec_driver_sql("SET LOCAL lock_timeout = '50ms'")
        error = second.guarded(lambda: _locked(second, row))

    assert "lock timeout" in str(error)


def _locked(tx: Tx, row: int) -> None:
    pairings.find(tx, row, lock=True)


def test_a_task_comes_back_as_it_was_set(store: Store) -> None:
    """Title, due date, pairing; open, and known from the moment it was set."""
    anna, zane = met(store, "Anna", "Zane")
    pairing = pair(store, anna, zane)

    found = task(store, anna, "Uzrakstīt plānu", pairing=pairing)

    assert (found.title, found.due, found.pairing) == ("Uzrakstīt plānu", DUE, pairing)
    assert (found.person, found.programme, found.status) == (anna.id, PROGRAMME, "open")
    assert (found.created_at, found.known_at) == (NOW, NOW)


def test_another_persons_task_is_not_to_be_found(store: Store) -> None:
    """Its number in a forged button leads nowhere."""
    anna, janis = met(store, "Anna", "Jānis")
    mine = task(store, anna)

    assert store.run_now(lambda tx: tasks.find(tx, janis, mine.id)) is None
    assert store.run_now(lambda tx: tasks.listed(tx, janis)) == []


def test_tasks_are_listed_by_due_date(store: Store) -> None:
    """The open ones, or all of them."""
    (anna,) = met(store, "Anna")
    later, sooner, done = (
        task(store, anna, due=due) for due in (LATER, DUE, DUE - timedelta(days=1))
    )
    store.run_now(lambda tx: tasks.close(tx, done.id, "done", NOW))

    def listed(open_only: bool) -> list[int]:
        found = store.run_now(lambda tx: tasks.listed(tx, anna, open_only=open_only))
        return [each.id for each in found]

    assert listed(True) == [sooner.id, later.id]
    assert listed(False) == [done.id, sooner.id, later.id]


def test_a_moved_due_date_is_known_from_then_on(store: Store) -> None:
    """So that no reminder of the new date is sent for an hour before it was agreed."""
    (anna,) = met(store, "Anna")
    moved = task(store, anna)

    store.run_now(lambda tx: tasks.move(tx, moved.id, LATER, AFTERWARDS))

    found = store.run_now(lambda tx: tasks.find(tx, anna, moved.id))
    assert found is not None
    assert (found.due, found.known_at, found.created_at) == (LATER, AFTERWARDS, NOW)


def test_tasks_of_a_new_pair_are_the_pairs(store: Store) -> None:
    """Open ones without a pairing; not those that are done, in another pairing or another's."""
    anna, janis, zane = met(store, "Anna", "Jānis", "Zane")
    old, new = pair(store, anna, zane, "ended"), pair(store, anna, zane)
    lone, done, other = task(store, anna), task(store, anna), task(store, janis)
    before = task(store, anna, pairing=old)
    store.run_now(lambda tx: tasks.close(tx, done.id, "done", NOW))

    store.run_now(lambda tx: tasks.attach(tx, anna.id, PROGRAMME, new))

    found = {
        each.id: each.pairing
        for who in (anna, janis)
        for each in store.run_now(lambda tx, w=who: tasks.listed(tx, w, open_only=False))
    }
    assert found == {lone.id: new, done.id: None, other.id: None, before.id: old}


def test_another_persons_profile_is_not_to_be_read(store: Store) -> None:
    """A part's number alone opens nothing."""
    anna, janis = met(store, "Anna", "Jānis")

    def unit(tx: Tx) -> int:
        part = people.join(tx, anna.id, PROGRAMME, "mentee", NOW)
        people.set_profile(tx, anna, part, {"interests": ["mūzika"]})
        return part

    part = store.run_now(unit)

    assert store.run_now(lambda tx: people.profile(tx, anna, part)) == {"interests": ["mūzika"]}
    assert store.run_now(lambda tx: people.profile(tx, janis, part)) == {}
