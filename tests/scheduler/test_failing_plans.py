"""One person's plan can't be made: the others get their reminders, and the log says whose it is."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Update, func, select
from structlog.testing import capture_logs

from store import schema as s
from tests.desk.stage import PROGRAMME, Phone, Stage, said

TITLE = "Aiziet uz konsultāciju"
SEALED = "slepenvārdi"


def _title(person: int) -> Update:
    return s.tasks.update().where(s.tasks.c.person == person).values(title=SEALED.encode())


def _key(person: int) -> Update:
    return s.people.update().where(s.people.c.id == person).values(key=SEALED.encode())


DAMAGE: dict[str, Callable[[int], Update]] = {"a title": _title, "a key": _key}


async def tomorrow(stage: Stage) -> list[dict[str, object]]:
    """The next morning comes; what the log said."""
    with capture_logs() as logged:
        stage.clock.offset += timedelta(days=1)
        await stage.tick()
    return [dict(line) for line in logged]


async def two(stage: Stage, what: str) -> tuple[Phone, Phone]:
    """Elza, of whom something can't be read any more, and Roberts; each has a task for Thursday."""
    elza, roberts = [await stage.enter(name) for name in ("Elza Vītola", "Roberts Krūmiņš")]
    for each in (elza, roberts):
        await stage.task(each, TITLE, "2026-01-15")
    stage.store.keyring._cache.clear()  # as after a restart
    damage = DAMAGE[what](elza.person)
    await stage.store.run(lambda tx: tx.execute(damage).rowcount)
    return elza, roberts


@pytest.mark.parametrize("what", DAMAGE)
async def test_the_others_are_planned_and_reminded(either_stage: Stage, what: str) -> None:
    elza, roberts = await two(either_stage, what)

    logged = await tomorrow(either_stage)

    assert PROGRAMME not in either_stage.planning.behind()
    (failed,) = [line for line in logged if line["event"] == "plan failed"]
    assert failed["person"] == elza.person
    assert failed["error"] == "WrongKey"
    assert str(failed["where"]).startswith("crypto.py:")
    assert SEALED not in str(logged)
    stage = either_stage
    await stage.wind("2026-01-15T12:00")
    assert TITLE in said(await roberts.new())


async def test_what_is_old_is_erased_all_the_same(either_stage: Stage) -> None:
    """The day's planning ends with it."""
    await two(either_stage, "a title")
    either_stage.clock.offset += timedelta(days=400)

    await either_stage.planning.plan_ahead()

    old = select(func.count()).where(s.inbox.c.state == "done")
    assert await either_stage.read(lambda tx: tx.execute(old).scalar_one()) == 0


async def test_a_question_whose_asker_cannot_be_read_keeps_no_other_from_being_remembered(
    stage: Stage,
) -> None:
    """Questions of before answers were promised are caught up with at the start."""
    await stage.enter("Ilze Kalniņa", "coordinator")
    elza, roberts = [await stage.enter(name) for name in ("Elza Vītola", "Roberts Krūmiņš")]
    for each in (elza, roberts):
        await each.send("Kur var nopirkt lētu ģitāru?")
    stage.store.keyring._cache.clear()
    await stage.store.run(lambda tx: tx.execute(_key(elza.person)).rowcount)
    promised = s.occurrences.c.kind == "unanswered"
    await stage.store.run(lambda tx: tx.execute(s.occurrences.delete().where(promised)).rowcount)

    await stage.planning.plan_ahead()

    asked = select(s.tickets.c.person).join(
        s.occurrences, (s.occurrences.c.subject == s.tickets.c.id) & promised
    )
    assert await stage.read(lambda tx: list(tx.execute(asked).scalars())) == [roberts.person]
