"""Questions that were open before anybody was reminded of them: as if they had always been."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from store import pairings, tickets
from store import schema as s
from store.work import Tx
from tests.databases import open_store
from tests.desk.stage import PROGRAMME, Phone, Stage, closing, instant, put_on, said

QUESTION, OTHER = "Kur var nopirkt lētu ģitāru?", "Vai drīkst filmēt?"
WAITS = "Solītais laiks ir pagājis"
TABLED = "jautājums gaida atbildi"


@pytest.fixture
async def ilze(either_stage: Stage) -> Phone:
    """The coordinator; nothing is planned before the process begins its work."""
    return await either_stage.enter("Ilze Kalniņa", "coordinator")


async def asked(
    stage: Stage, phone: Phone, text: str, at: str, kind: str = "question", **more: int
) -> int:
    """A ticket as an older version left it: open, and nobody's to be reminded of."""

    def write(tx: Tx) -> int:
        who, then = stage.known(tx, phone.person), instant(at)
        return tickets.add(tx, who, programme=PROGRAMME, kind=kind, question=text, now=then, **more)

    return int(await stage.read(write))


async def reminders(stage: Stage) -> list[tuple[int, str, str | None]]:
    """(person, state, note) of all that is or was planned about unanswered questions."""
    row = s.occurrences.c
    query = select(row.person, row.state, row.note).where(row.kind == "unanswered")
    return await stage.read(lambda tx: [tuple(each) for each in tx.execute(query.order_by(row.id))])


def unasked(messages: list[dict[str, object]]) -> list[str]:
    return [str(m["text"]) for m in messages if WAITS in str(m["text"]) or TABLED in str(m["text"])]


async def test_old_questions_are_told_once_with_the_days_other_things(
    either_stage: Stage, ilze: Phone
) -> None:
    """Two that waited since last week: one message in the day, a button for each, and no more."""
    elza = await either_stage.enter("Elza Vītola")
    roberts = await either_stage.enter("Roberts Krūmiņš")
    await asked(either_stage, elza, QUESTION, "2026-01-07T10:00")
    await asked(either_stage, roberts, OTHER, "2026-01-08T10:00")
    await either_stage.tick()
    [told] = unasked(await ilze.new())
    assert "Elza Vītola: jautājums gaida" in told
    assert "Roberts Krūmiņš: jautājums gaida" in told
    assert QUESTION in said(await ilze.tap("Elza Vītola"))
    await either_stage.wind("2026-01-20T12:00")
    assert unasked(await ilze.new()) == []


async def test_the_next_start_finds_nothing_left_to_remember(
    either_stage: Stage, ilze: Phone
) -> None:
    elza = await either_stage.enter("Elza Vītola")
    await asked(either_stage, elza, QUESTION, "2026-01-07T10:00")
    await either_stage.tick()
    assert len(unasked(await ilze.new())) == 1
    before = await reminders(either_stage)
    url = either_stage.store.engine.url.render_as_string(hide_password=False)
    async with closing(put_on(open_store(url))) as again:
        again.clock.wind(either_stage.clock.now() + timedelta(days=2))
        await again.tick()
        assert await reminders(again) == before
    assert unasked(await ilze.new()) == []


async def test_what_is_still_promised_is_told_when_the_time_has_passed(
    either_stage: Stage, ilze: Phone
) -> None:
    """Asked this morning, by a version that did not remember it."""
    elza = await either_stage.enter("Elza Vītola")
    await asked(either_stage, elza, QUESTION, "2026-01-12T08:30")
    await either_stage.tick()
    assert unasked(await ilze.new()) == []
    await either_stage.wind("2026-01-14T12:00")
    [told] = unasked(await ilze.new())
    assert QUESTION in told


async def test_what_is_long_past_is_written_down_and_stays_in_the_list(
    either_stage: Stage, ilze: Phone
) -> None:
    """Nobody gets up to a message about last autumn; who looks still finds it."""
    elza = await either_stage.enter("Elza Vītola")
    await asked(either_stage, elza, QUESTION, "2025-10-06T10:00")
    await either_stage.tick()
    await either_stage.wind("2026-01-16T12:00")
    assert unasked(await ilze.new()) == []
    [(_, state, note)] = await reminders(either_stage)
    assert (state, note) == ("expired", "long past when it was first looked for")
    assert "Elza Vītola" in said(await ilze.send("/attention"))


async def test_a_call_for_help_is_the_mentors_and_an_alert_nobodys(
    either_stage: Stage, ilze: Phone
) -> None:
    """An alert has its own way of being said again."""
    elza = await either_stage.enter("Elza Vītola")
    roberts = await either_stage.enter("Roberts Krūmiņš")
    janis = await either_stage.enter("Jānis Bērziņš", "mentor")
    await either_stage.read(lambda tx: paired(either_stage, tx, janis, elza))
    await asked(either_stage, elza, "Izrunāt ar mammu", "2026-01-08T10:00", "help", subject=1)
    await asked(either_stage, roberts, "Sameklēt grāmatu", "2026-01-08T10:00", "help", subject=2)
    await asked(either_stage, roberts, "bail", "2026-01-08T10:00", "safety")
    await either_stage.tick()
    assert [person for person, *_ in await reminders(either_stage)] == [janis.person, ilze.person]


def paired(stage: Stage, tx: Tx, mentor: Phone, mentee: Phone) -> int:
    return pairings.add(
        tx,
        stage.known(tx, mentee.person),
        programme=PROGRAMME,
        mentor=mentor.person,
        status="active",
        now=stage.clock.now(),
    )


async def test_questions_that_are_remembered_already_are_left_alone(
    either_stage: Stage, ilze: Phone
) -> None:
    """Also for a coordinator who came later, and where there are many."""
    elza = await either_stage.enter("Elza Vītola")
    await elza.send(QUESTION)
    before = await reminders(either_stage)
    await either_stage.enter("Dace Ozola", "coordinator")
    await either_stage.tick()
    assert await reminders(either_stage) == before


async def test_however_many_there_are_each_gets_its_reminder(
    either_stage: Stage, ilze: Phone
) -> None:
    """They are looked at some at a time; answered ones not at all."""
    elza = await either_stage.enter("Elza Vītola")
    for minute in range(45):
        at = datetime(2026, 1, 8, 10, minute).isoformat()  # noqa: DTZ001
        await asked(either_stage, elza, QUESTION, at)
    await either_stage.read(lambda tx: closed(either_stage, tx, elza))
    await either_stage.planning.plan_ahead()
    assert len(await reminders(either_stage)) == 44


def closed(stage: Stage, tx: Tx, asker: Phone) -> None:
    who, first = stage.known(tx, asker.person), tickets.waiting(tx, PROGRAMME)[0][0]
    found = tickets.find(tx, who, first)
    assert found is not None
    tickets.answer(tx, who, found, text=None, by=asker.person, now=stage.clock.now())
