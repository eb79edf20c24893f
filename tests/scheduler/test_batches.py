"""Many fall due at once: decided together as each would be by itself, and by one process only."""

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from structlog.testing import capture_logs

from desk import falling_due
from mentoring.calendar import Event, Remind, When
from scheduler.firing import AGAIN_AFTER, AT_LEAST, LANE, Firing
from scheduler.planning import Planning
from store import occurrences, people, queues, tasks
from store import schema as s
from store.occurrences import FAILED
from store.work import Store, Tx
from tests.databases import open_store, transaction
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, instant, put_on, world
from tests.mentoring.small_programme import BREAKS, SEMESTERS
from tests.scheduler.seasons import small_world
from tests.statements import counted

TITLE = "Aiziet uz konsultāciju"
FAIR = Event(
    id="fair",
    kind="meeting",
    title={"lv": "Karjeras diena", "en": "Careers day"},
    roles=("mentor",),
    when=When(day=date(2026, 1, 12)),
    at=time(11, 0),
    remind=Remind(on_day=True),
)
TELLING = ("journal", "extensions", "tasks")
WEEKS_END = "2026-02-20T20:00"


@dataclass(kw_only=True)
class Stopped:
    """A clock that shows what it was set to."""

    at: datetime

    def now(self) -> datetime:
        return self.at


class Alone(Planning):
    """Each person's plan, without anything read ahead."""

    def _replan(self, tx: Tx, programme: str, some: list[int]) -> None:
        for person in some:
            self._replan_one(tx, programme, person)


def hours(since: str, until: str) -> Iterator[datetime]:
    at = instant(since)
    while at <= instant(until):
        yield at
        at += timedelta(hours=3, minutes=10)


async def live_on(store: Store, *, one_by_one: bool) -> None:
    """Some weeks with the calendar, tasks, check-ins and the watch over silence."""
    clock = Stopped(at=instant("2026-01-12T09:10"))
    stage = put_on(store)
    plans = Alone if one_by_one else Planning
    planning = plans(store=store, world=stage.planning.world, clock=clock)
    firing = replace(stage.firing, clock=clock, behind=planning.behind)
    for clock.at in hours("2026-01-12T09:10", WEEKS_END):
        await planning.plan_ahead()
        if one_by_one:
            await store.run(partial(fire_each, firing=firing))
        else:
            await firing.fire_due()
    await store.close()


def fire_each(tx: Tx, firing: Firing) -> None:
    """What is done when a batch has failed: without anything read ahead."""
    while found := falling_due.claim(tx, firing.clock.now(), 100):
        firing._fire_each(tx, found, firing.clock.now())


def told(store: Store) -> list[Any]:
    """What was said to whom and when, opened, and what became of the plan."""

    def read(tx: Tx) -> list[Any]:
        keys: dict[int, bytes] = dict(tx.execute(select(s.people.c.id, s.people.c.key)).all())
        said = [
            (row.key, row.kind, row.why, row.created_at, _open(tx, keys[row.person], row))
            for row in tx.execute(select(s.outbox).order_by(s.outbox.c.key))
        ]
        plan = select(s.occurrences).order_by(s.occurrences.c.key)
        return [*said, *[tuple(row)[1:] for row in tx.execute(plan)]]

    return store.run_now(read)


def _open(tx: Tx, key: bytes, row: Any) -> Any:
    return tx.cipher(key).open(row.body, f"outbox.body:{row.key}")


async def test_a_batch_says_what_each_would_have_said_by_itself(
    cast: Cast, stage: Stage, tmp_path: Path
) -> None:
    """To the letter, over weeks: words, buttons, reasons, moments and what was put off."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.task(cast.elza, "Izpildīt uzdevumus", "2026-01-20")
    await stage.task(cast.roberts, TITLE, "2026-01-22")
    await stage.pair(cast.janis, cast.roberts)
    copy = tmp_path / "copy.db"
    with sqlite3.connect(str(stage.store.engine.url.database)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))

    await live_on(stage.store, one_by_one=False)
    await live_on(open_store(f"sqlite:///{copy}"), one_by_one=True)

    together, alone = told(stage.store), told(open_store(f"sqlite:///{copy}"))
    kinds = {row[1] for row in together}
    assert {"nudge", "late", "check_in", "silence"} <= kinds
    assert together == alone


def reminders(store: Store, stage: Stage, count: int) -> None:
    """So many people, each with one reminder that is due now."""

    def enter(tx: Tx) -> None:
        now = stage.clock.now()
        for number in range(count):
            person = people.add(tx, name=f"Jaunietis {number}", language="lv", now=now)
            people.join(tx, person, PROGRAMME, "mentee", now)
            owner = stage.known(tx, person)
            due = now.date() + timedelta(days=3)
            task = tasks.add(
                tx, owner, programme=PROGRAMME, pairing=None, title=TITLE, due=due, now=now
            )
            tx.execute(s.occurrences.insert(), _reminder(number, person, task, now))

    store.run_now(enter)


@pytest.fixture
async def planned(either_stage: Stage) -> Stage:
    """Its plan is up to date, so that whatever is due is said."""
    await either_stage.planning.plan_ahead()
    return either_stage


def _reminder(number: int, person: int, task: int, due: datetime) -> dict[str, Any]:
    return {
        "key": f"task:{task}:before",
        "programme": PROGRAMME,
        "kind": "nudge",
        "person": person,
        "subject": task,
        "due_at": due + timedelta(microseconds=number),
        "state": "waiting",
        "why": {"rule": "before", "days": 3},
    }


def queued(tx: Tx) -> int:
    query = select(func.count()).select_from(s.outbox).where(s.outbox.c.kind == "nudge")
    return int(tx.execute(query).scalar_one())


def looked_at(stage: Stage, some: list[Phone]) -> list[str]:
    """What planning these people anew reads."""

    def look(tx: Tx) -> list[str]:
        with counted(tx) as statements:
            stage.planning._replan(tx, PROGRAMME, [one.person for one in some])
        return [each for each in statements if each.startswith("SELECT")]

    return stage.store.run_now(look)


async def test_planning_many_reads_no_more_often_than_planning_one(
    cast: Cast, either_stage: Stage
) -> None:
    stage = either_stage
    people = [await stage.enter(f"Jaunietis {number}", "mentee") for number in range(12)]
    for phone in people:
        await stage.task(phone, TITLE, "2026-02-20")

    one, rest = looked_at(stage, people[:1]), looked_at(stage, people[1:])
    stage.clock.wind(stage.clock.now() + timedelta(days=3))
    moved_on = looked_at(stage, people)

    assert len(one) > 1
    assert len(rest) <= len(one)
    assert len(moved_on) <= len(one)


async def test_the_first_may_leave_while_the_rest_is_still_decided(planned: Stage) -> None:
    """Whoever sends is told after each commit, not when all is done."""
    reminders(planned.store, planned, 3 * AT_LEAST)
    planned.clock.wind(planned.clock.now() + timedelta(minutes=1))
    seen: list[int] = []

    async def look() -> None:
        seen.append(await planned.store.run(queued))

    assert await planned.firing.fire_due(then=look) == 3 * AT_LEAST
    assert seen[0] == AT_LEAST
    assert seen[-1] == 3 * AT_LEAST


async def test_a_meeting_in_an_hour_is_told_before_a_crowds_reminders(database_url: str) -> None:
    """Three hundred fall due before it; it is in the first unit of work all the same."""
    small = small_world(events=(FAIR,), semesters=SEMESTERS, breaks=BREAKS)
    stage = put_on(open_store(database_url), small)
    await stage.enter("Jānis Bērziņš", "mentor")
    await stage.planning.plan_ahead()
    reminders(stage.store, stage, 300)
    stage.clock.wind(instant("2026-01-12T10:02"))
    seen: list[tuple[int, int]] = []

    async def look() -> None:
        seen.append((await stage.read(queued), await stage.read(of_calendar)))

    await stage.firing.fire_due(then=look)

    assert seen[0] == (AT_LEAST - 1, 1)
    assert seen[-1] == (300, 1)
    await stage.store.close()


async def test_how_far_people_are_is_read_once_for_all_of_a_batch(database_url: str) -> None:
    """What they have done decides whether and in which words they are told of the calendar."""
    course = replace(FAIR, kind="task", roles=("mentee",), at=None)
    small = small_world(events=(course,), semesters=SEMESTERS, breaks=BREAKS)
    stage = put_on(open_store(database_url), small)
    for name in ("Elza Vītola", "Roberts Krūmiņš", "Anna Liepa"):
        await stage.enter(name)
    await stage.planning.plan_ahead()
    stage.clock.wind(instant("2026-01-12T18:30"))

    heard = await stage.read(partial(batch_heard, firing=stage.firing))

    assert await stage.read(of_calendar) == 3
    asked = [table for each in heard for table in TELLING if f"FROM {table}" in each]
    assert sorted(asked) == sorted(TELLING)
    await stage.store.close()


def batch_heard(tx: Tx, firing: Firing) -> list[str]:
    with counted(tx) as heard:
        firing._batch(tx)
    return heard


def of_calendar(tx: Tx) -> int:
    query = select(func.count()).select_from(s.outbox).where(s.outbox.c.kind == "event")
    return int(tx.execute(query).scalar_one())


async def test_a_tick_begins_with_as_many_as_the_last_one_found_right(planned: Stage) -> None:
    """A slow machine goes on in small units, a quick one needs fewer commits."""
    seen: list[int] = []

    async def look() -> None:
        seen.append(await planned.store.run(queued))

    for size in (2 * AT_LEAST, AT_LEAST):
        planned.firing.portion.size = size
        reminders(planned.store, planned, 3 * AT_LEAST)
        planned.clock.wind(planned.clock.now() + timedelta(minutes=1))
        before = await planned.store.run(queued)
        seen.clear()
        await planned.firing.fire_due(then=look)
        assert seen[0] == before + size


async def test_one_that_cannot_be_fired_is_alone_in_failing(planned: Stage) -> None:
    """The others of its batch are told, once; it is put aside with the reason."""
    reminders(planned.store, planned, 5)
    bad = select(s.tasks.c.id).order_by(s.tasks.c.id).offset(2).limit(1).scalar_subquery()
    damage = s.tasks.update().where(s.tasks.c.id == bad).values(title=b"not what was sealed")
    planned.store.run_now(lambda tx: tx.execute(damage))
    planned.clock.wind(planned.clock.now() + timedelta(minutes=1))

    with capture_logs() as logged:
        await planned.firing.fire_due()

    (line,) = [each for each in logged if each["event"] == "occurrence failed"]
    assert line["error"] == "WrongKey"
    assert line["where"].startswith("crypto.py:")
    states = select(s.occurrences.c.state, s.occurrences.c.note).order_by(s.occurrences.c.id)
    found = await planned.read(lambda tx: [tuple(row) for row in tx.execute(states)])
    assert found == [*2 * [("fired", None)], (FAILED, "WrongKey"), *2 * [("fired", None)]]
    assert await planned.read(queued) == 4
    (counted,) = [each for each in await planned.read(queues.counts) if each.state == FAILED]
    assert (counted.name, counted.rows) == ("occurrences", 1)


async def moments(stage: Stage, kind: str) -> list[tuple[str, datetime]]:
    """State and due time of what was planned of this kind."""
    query = select(s.occurrences.c.state, s.occurrences.c.due_at).where(
        s.occurrences.c.kind == kind
    )
    return await stage.read(lambda tx: [tuple(row) for row in tx.execute(query)])


async def renamed(stage: Stage, old: str, new: str) -> None:
    """On SQLite a table that is missing is the database's trouble, as a full disk is."""
    rename = f"ALTER TABLE {old} RENAME TO {new}"
    await stage.read(lambda tx: tx.conn.exec_driver_sql(rename) and None)


async def test_what_the_database_could_not_do_is_tried_again(stage: Stage) -> None:
    """Nothing is lost by a trouble that passes, and nothing is said twice."""
    await stage.planning.plan_ahead()
    reminders(stage.store, stage, 5)
    stage.clock.wind(stage.clock.now() + timedelta(minutes=1))
    before = stage.clock.now()
    await renamed(stage, "tasks", "gone")

    assert await stage.firing.fire_due() == 5
    found = await moments(stage, "nudge")
    assert [state for state, _due in found] == 5 * ["waiting"]
    assert all(due >= before + AGAIN_AFTER for _state, due in found)

    await renamed(stage, "gone", "tasks")
    stage.clock.wind(before + 2 * AGAIN_AFTER)
    await stage.firing.fire_due()
    assert [state for state, _due in await moments(stage, "nudge")] == 5 * ["fired"]
    assert await stage.read(queued) == 5


async def test_a_lock_that_is_not_given_costs_nobody_a_reminder(
    postgresql_url: str, other_process: Store
) -> None:
    """As a deadlock does: the database says no for now."""
    stage = put_on(open_store(postgresql_url))
    elza = await stage.enter("Elza Vītola")
    await stage.task(elza, TITLE, "2026-01-15")
    stage.clock.wind(instant("2026-01-12T16:30"))
    await stage.planning.plan_ahead()
    impatient = "SET lock_timeout = '100ms'"
    await stage.store.run(lambda tx: tx.conn.exec_driver_sql(impatient) and None, lane=LANE)

    with transaction(other_process) as held:
        held.conn.exec_driver_sql("LOCK TABLE outbox IN EXCLUSIVE MODE")
        assert await tick_beside(stage) > 0
    assert {state for state, _due in await moments(stage, "nudge")} == {"waiting"}

    stage.clock.wind(stage.clock.now() + AGAIN_AFTER)
    await stage.firing.fire_due()
    assert await stage.read(queued) == 1
    await stage.store.close()


async def test_an_alarm_is_never_given_up(cast: Cast, stage: Stage) -> None:
    """What can't be read now is looked at again every minute, until it can."""
    await cast.elza.send("Es gribu nomirt")
    (before,) = await moments(stage, "alert")
    words = await stage.read(lambda tx: tx.execute(select(s.tickets.c.question)).scalar_one())
    await stage.read(lambda tx: tx.execute(s.tickets.update(), {"question": b"x"}) and None)
    stage.clock.wind(before[1])

    await stage.firing.fire_due()
    ((state, due),) = await moments(stage, "alert")
    assert (state, due > before[1]) == ("waiting", True)

    await stage.read(lambda tx: tx.execute(s.tickets.update(), {"question": words}) and None)
    stage.clock.wind(stage.clock.now() + AGAIN_AFTER)
    await cast.ilze.new()
    await stage.firing.fire_due()
    await stage.assistant.recover()
    assert (await moments(stage, "alert"))[0][0] == "fired"
    assert "Elza Vītola" in "".join(each["text"] for each in await cast.ilze.new())


@pytest.fixture
def other_process(postgresql_url: str) -> Iterator[Store]:
    store = open_store(postgresql_url)
    yield store
    store.close_now()


async def test_two_processes_tell_one_person_one_message_a_day(
    postgresql_url: str, other_process: Store
) -> None:
    """While one decides about somebody, the other passes over all that is due for them."""
    stage = put_on(open_store(postgresql_url))
    elza = await stage.enter("Elza Vītola")
    for title in (TITLE, "Izpildīt uzdevumus"):
        await stage.task(elza, title, "2026-01-15")
    stage.clock.wind(instant("2026-01-12T16:30"))
    now = stage.clock.now()

    with transaction(other_process) as held:
        (first,) = falling_due.claim(held, now, 1)
        assert await tick_beside(stage) == 0
        falling_due.fire(held, world(), first, now)
    await stage.firing.fire_due()

    assert await stage.read(queued) == 1
    await stage.store.close()


async def test_two_processes_tell_one_mentor_one_message_a_day(
    postgresql_url: str, other_process: Store
) -> None:
    """Two mentees have fallen silent; each process has one of them in hand."""
    stage = put_on(open_store(postgresql_url))
    janis = await stage.enter("Jānis Bērziņš", "mentor")
    for name in ("Elza Vītola", "Roberts Krūmiņš"):
        await stage.pair(janis, await stage.enter(name))
    await silent_for_weeks(stage)
    now = stage.clock.now()

    with transaction(other_process) as held:
        (first,) = falling_due.claim(held, now, 1)
        assert first.why["does"] == "tell-mentor"
        assert await tick_beside(stage) == 0
        falling_due.fire(held, world(), first, now)
    await stage.firing.fire_due()

    hints = (
        select(func.count())
        .select_from(s.outbox)
        .where(
            s.outbox.c.person == janis.person,
            s.outbox.c.kind == "silence",
            s.outbox.c.created_at >= now - timedelta(hours=8),
        )
    )
    assert await stage.read(lambda tx: tx.execute(hints).scalar_one()) == 1
    await stage.store.close()


async def tick_beside(stage: Stage) -> int:
    """Without waiting for the other process, which waits for this."""
    async with asyncio.timeout(10):
        return await stage.firing.fire_due()


async def silent_for_weeks(stage: Stage) -> None:
    """Until the word to the mentor is due for both; it has not been looked at yet."""
    query = select(func.min(s.occurrences.c.due_at)).where(
        s.occurrences.c.state == "waiting", s.occurrences.c.kind == "silence"
    )
    for _ in range(60):
        await stage.planning.plan_ahead()
        due = await stage.read(lambda tx: tx.execute(query).scalar_one())
        waiting = await stage.read(partial(occurrences.due, now=due))
        if {each.why.get("does") for each in waiting} == {"tell-mentor"} and len(waiting) == 2:
            stage.clock.wind(due)
            return
        await stage.wind((due + timedelta(minutes=90)).strftime("%Y-%m-%dT%H:%M"))
    raise AssertionError("nobody was silent for long enough")


async def test_whoever_is_planned_is_nobody_elses_meanwhile(postgresql_url: str) -> None:
    """What is told, put off or done between reading and writing would be undone."""
    stage = put_on(open_store(postgresql_url))
    elza, roberts = await stage.enter("Elza Vītola"), await stage.enter("Roberts Kalns")
    some = {elza.person, roberts.person}

    for phone in (elza, roberts):
        await stage.task(phone, TITLE, "2026-02-20")

    def free(tx: Tx) -> tuple[set[int], set[int]]:
        mine = select(s.occurrences.c.person).with_for_update(skip_locked=True)
        return people.reserve(tx, some), set(tx.execute(mine).scalars())

    with transaction(stage.store) as tx:
        stage.planning._replan(tx, PROGRAMME, [elza.person])
        meanwhile = await stage.read(free)

    assert meanwhile == ({roberts.person}, {roberts.person})
    assert await stage.read(free) == (some, some)
    await stage.store.close()
