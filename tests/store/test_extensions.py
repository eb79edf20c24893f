"""Who asked for more time, for what, and what became of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from store import extensions
from store.extensions import About, Extension, Granted, of_task
from store.people import Person
from store.work import Store
from tests.store.cast import COURSE, DUE, NOW, PROGRAMME, met
from tests.store.test_pairings_tasks import task

LATER = DUE + timedelta(days=14)
AFTERWARDS = NOW + timedelta(days=1)


def ask(store: Store, person: Person, about: About, reason: str | None = None) -> int:
    return store.run_now(
        lambda tx: extensions.ask(tx, person, about=about, wished=LATER, reason=reason, now=NOW)
    )


def extension(store: Store, person: Person, row: int) -> Extension:
    found = store.run_now(lambda tx: extensions.find(tx, person, row))
    assert found is not None
    return found


@pytest.mark.parametrize("reason", ["Slimoju", None])
def test_a_request_for_more_time_is_kept(store: Store, reason: str | None) -> None:
    """The wish, the reason if there is one, and the date it was about."""
    (anna,) = met(store, "Anna")
    about = of_task(task(store, anna))

    found = extension(store, anna, ask(store, anna, about, reason))

    assert (found.task, found.person, found.reason) == (about.task, anna.id, reason)
    assert (found.old_due, found.wished, found.new_due) == (DUE, LATER, None)
    assert found.status == "asked"


def test_another_persons_request_is_not_to_be_found(store: Store) -> None:
    """The reason is between its owner and whoever decides, who has to ask whose it is."""
    anna, janis = met(store, "Anna", "Jānis")
    row = ask(store, anna, of_task(task(store, anna)), "Slimoju")

    assert store.run_now(lambda tx: extensions.find(tx, janis, row)) is None
    assert store.run_now(lambda tx: extensions.owner(tx, row)) == anna.id
    assert store.run_now(lambda tx: extensions.owner(tx, row + 1)) is None


def test_a_request_waits_until_it_is_decided(store: Store) -> None:
    """Granted with a new date or refused without; then the task may be asked about again."""
    anna, zane = met(store, "Anna", "Zane")
    about = of_task(task(store, anna))

    def waiting() -> int | None:
        return store.run_now(lambda tx: extensions.asked(tx, about))

    def decide(row: int, new_due: date | None) -> Extension:
        store.run_now(lambda tx: extensions.decide(tx, row, new_due=new_due, by=zane.id, now=NOW))
        return extension(store, anna, row)

    assert waiting() is None
    first = ask(store, anna, about)
    assert waiting() == first
    refused = decide(first, None)
    assert (refused.status, refused.new_due) == ("refused", None)
    assert waiting() is None
    granted = decide(ask(store, anna, about), LATER)
    assert (granted.status, granted.new_due) == ("granted", LATER)


def test_requests_about_a_closed_task_are_withdrawn(store: Store) -> None:
    """What waits is gone, what was decided stays, other tasks' requests wait on."""
    (anna,) = met(store, "Anna")
    closed, other = (of_task(task(store, anna)) for _ in range(2))
    decided, waiting = ask(store, anna, closed), ask(store, anna, closed)
    elsewhere = ask(store, anna, other)
    store.run_now(lambda tx: extensions.decide(tx, decided, new_due=None, by=anna.id, now=NOW))

    store.run_now(lambda tx: extensions.withdraw(tx, closed, NOW))

    found = [extension(store, anna, row).status for row in (decided, waiting, elsewhere)]
    assert found == ["refused", "gone", "asked"]


def of_course(person: Person, **changes: object) -> About:
    return replace(COURSE, person=person.id, **changes)  # type: ignore[arg-type]


def grant(store: Store, person: Person, about: About, to: int) -> None:
    row, day = ask(store, person, about), DUE + timedelta(days=to)
    store.run_now(lambda tx: extensions.decide(tx, row, new_due=day, by=None, now=NOW))


def test_a_date_of_the_calendar_is_known_by_the_day_it_was_meant_for(store: Store) -> None:
    """However often it has moved since: it was asked about already, and the programme sees it."""
    (anna,) = met(store, "Anna")
    about = of_course(anna)
    assert not store.run_now(lambda tx: extensions.was_asked(tx, about))

    row = ask(store, anna, about, "Slimoju")
    moved = replace(about, due=LATER)
    other = replace(about, day=LATER)

    found = extension(store, anna, row)
    assert (found.task, found.event, found.day) == (None, about.event, about.day)
    assert store.run_now(lambda tx: extensions.asked(tx, moved)) == row
    assert store.run_now(lambda tx: extensions.asked(tx, other)) is None
    assert store.run_now(lambda tx: extensions.undecided(tx, PROGRAMME, NOW)) == [(row, anna.id)]
    assert store.run_now(lambda tx: extensions.undecided(tx, "other", NOW)) == []


def test_one_persons_date_is_nobody_elses(store: Store) -> None:
    """Many have the same date in the calendar; each asks for themselves."""
    anna, janis = met(store, "Anna", "Jānis")
    ask(store, anna, of_course(anna))

    assert store.run_now(lambda tx: extensions.asked(tx, of_course(janis))) is None
    grant(store, janis, of_course(janis), 3)
    assert store.run_now(lambda tx: extensions.granted(tx, anna.id, PROGRAMME)) == []


def test_what_was_granted_comes_in_order_of_time(store: Store) -> None:
    """Without what waits or was refused, and without tasks: those carry their date themselves."""
    (anna,) = met(store, "Anna")
    about = of_course(anna)
    grant(store, anna, of_task(task(store, anna)), 2)
    refused = ask(store, anna, about)
    store.run_now(lambda tx: extensions.decide(tx, refused, new_due=None, by=None, now=NOW))
    grant(store, anna, about, 3)
    grant(store, anna, about, 5)
    ask(store, anna, about)

    found = store.run_now(lambda tx: extensions.granted(tx, anna.id, PROGRAMME))
    assert about.event is not None
    assert about.day is not None
    assert found == [
        Granted(
            event=about.event,
            day=about.day,
            pairing=None,
            new_due=DUE + timedelta(days=days),
            decided_at=NOW,
        )
        for days in (3, 5)
    ]
