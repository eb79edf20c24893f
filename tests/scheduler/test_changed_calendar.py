"""A programme folder is edited and the process started again: what it says from then on."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.settings import Settings
from bot.wiring import load_programmes, running
from desk.world import World
from scheduler.firing import Firing
from store import schema as s
from store.occurrences import WAITING
from store.work import Tx
from tests.check_ins import asked_in
from tests.databases import SECRET, open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, instant, put_on, said
from tests.playing import ROOT
from tests.scheduler.post import as_awaited, until

FAIR = """
  - id: fair
    kind: event
    title: {{lv: Karjeras diena, en: Career day}}
    for: [mentee]
    date: {day}
    remind: {{before: [1], on_day: yes}}
  - id: thanks
    kind: event
    title: {{lv: Paldies uzņēmumam, en: Thanking the company}}
    for: [mentee]
    date: {{to: event:fair, days: 2}}
    remind: {{on_day: yes}}
"""
SNOW = """
  - id: snow
    name: {lv: sniega diena, en: snow day}
    first: 2026-02-06
    last: 2026-02-06
    mentoring: no
"""
ASKS = "Kāda bija šī nedēļa"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real folder, with a day that concerns young people."""
    shutil.copytree(ROOT / "programmes" / PROGRAMME, tmp_path / "programmes" / PROGRAMME)
    edited(tmp_path / "programmes", "events:\n", "events:\n" + FAIR.format(day="2026-02-10"))
    return tmp_path / "programmes"


def edited(folder: Path, before: str, after: str) -> None:
    file = folder / PROGRAMME / "programme.yaml"
    text = file.read_text()
    assert text.count(f"\n{before}") == 1, before
    file.write_text(text.replace(f"\n{before}", f"\n{after}"))


def moved(folder: Path) -> None:
    edited(folder, "    date: 2026-02-10\n", "    date: 2026-02-12\n")


def snow(folder: Path) -> None:
    edited(folder, "breaks:\n", "breaks:\n" + SNOW)


@asynccontextmanager
async def restarted(stage: Stage, folder: Path, cast: Cast) -> AsyncIterator[tuple[Stage, Cast]]:
    """The process ends; another begins on the same database, by the folder as it is now."""
    url = stage.store.engine.url.render_as_string(hide_password=False)
    again = put_on(open_store(url), World(load_programmes(folder)))
    again.clock.offset = stage.clock.offset
    yield again, cast.on(again)
    again.assistant.hub.close()
    await again.store.close()


async def heard(phone: Phone, words: str) -> list[str]:
    return [m["at"][:10] for m in await phone.all() if words in m["text"] and m["from"] == "bot"]


async def asked_on(phone: Phone) -> list[str]:
    """The days of its check-ins."""
    found = [m for m in await phone.all() if m["from"] == "bot" and asked_in(m["text"])]
    return [m["at"][:10] for m in found]


def waiting(tx: Tx, person: int) -> list[str]:
    row = s.occurrences.c
    query = select(row.key).where(row.person == person, row.state == WAITING)
    return list(tx.execute(query).scalars())


async def test_a_moved_day_moves_all_its_reminders_on_the_same_day(
    stage: Stage, cast: Cast, folder: Path
) -> None:
    """The day had been planned already; the second process plans it again by the new folder."""
    async with restarted(stage, folder, cast) as (first, there):
        await first.wind("2026-02-05T12:00")
        moved(folder)
        async with restarted(first, folder, there) as (second, young):
            await second.tick()
            planned = await second.read(lambda tx: waiting(tx, young.elza.person))
            assert [key.split(":")[3] for key in planned if ":fair:" in key] == ["2026-02-12"] * 2
            await second.wind("2026-02-20T12:00")
            assert await heard(young.elza, "Karjeras diena") == ["2026-02-11", "2026-02-12"]
            assert await heard(young.elza, "Paldies uzņēmumam") == ["2026-02-13"]  # no Saturday


def everything(tx: Tx) -> dict[str, tuple[object, ...]]:
    """All that is planned or was said, by key."""
    rows = tx.execute(select(s.occurrences)).all()
    return {row.key: (row.due_at, row.state, row.note, str(row.why)) for row in rows}


async def test_what_does_not_hang_on_the_moved_day_stays(
    stage: Stage, cast: Cast, folder: Path
) -> None:
    """Questions, tasks, silence and the rest of the calendar are as they were, to the second."""
    async with restarted(stage, folder, cast) as (first, there):
        await first.task(there.elza, "Aiziet uz konsultāciju", "2026-02-11")
        await first.wind("2026-02-05T12:00")
        before = await first.read(everything)
        moved(folder)
        async with restarted(first, folder, there) as (second, _):
            await second.tick()
            after = await second.read(everything)
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert {key.split(":")[1] for key in changed} == {"fair", "thanks"}
    assert len(before.keys() - changed) > 10


async def test_what_was_said_about_the_old_day_is_said_once_more_about_the_new(
    stage: Stage, cast: Cast, folder: Path
) -> None:
    """On the eve people heard of the 10th; then it becomes the 12th. Each word comes once."""
    async with restarted(stage, folder, cast) as (first, there):
        await first.wind("2026-02-09T20:00")
        moved(folder)
        async with restarted(first, folder, there) as (second, young):
            await second.tick()
            await second.tick()
            await second.wind("2026-02-20T12:00")
            days = ["2026-02-09", "2026-02-11", "2026-02-12"]
            assert await heard(young.elza, "Karjeras diena") == days
            assert await heard(young.roberts, "Karjeras diena") == days


async def test_what_the_old_calendar_has_due_just_now_waits_for_the_new_one(
    stage: Stage, cast: Cast, folder: Path
) -> None:
    """Down from noon until after half past four, when the question was due; the day is off now."""
    async with restarted(stage, folder, cast) as (first, there):
        await first.wind("2026-02-06T12:00")
        snow(folder)
        async with restarted(first, folder, there) as (second, young):
            second.clock.wind(instant("2026-02-06T16:45"))
            await young.elza.new()
            assert await second.firing.fire_due() == 0
            await second.tick()
            assert await young.elza.new() == []
            await second.wind("2026-02-13T18:00")
            fridays = await asked_on(young.elza)
            assert "2026-02-06" not in fridays
            assert fridays[-1] == "2026-02-13"


async def test_the_same_folder_again_changes_nothing(
    stage: Stage, cast: Cast, folder: Path
) -> None:
    """Restarts are no reason to say anything twice, or to move it."""
    async with restarted(stage, folder, cast) as (first, there):
        await first.wind("2026-02-05T12:00")
        before = await first.read(lambda tx: list(tx.execute(select(s.occurrences)).all()))
        async with restarted(first, folder, there) as (second, _):
            await second.tick()
            after = await second.read(lambda tx: list(tx.execute(select(s.occurrences)).all()))
    assert after == before


async def test_an_alarm_does_not_wait_for_planning(either_stage: Stage) -> None:
    """Planning ten thousand people takes a while; danger is told meanwhile."""
    stage = either_stage
    elza = await stage.enter("Elza Vītola")
    ilze = await stage.enter("Ilze Kalniņa", "coordinator")
    await stage.planned()
    await elza.send("gribu nomirt")
    await ilze.new()
    again = Firing(
        store=stage.store,
        world=stage.planning.world,
        clock=stage.clock,
        behind=lambda: frozenset({PROGRAMME}),
    )
    stage.clock.wind(instant("2026-01-16T17:00"))
    assert await again.fire_due() > 0
    await stage.assistant.delivery.flush()
    assert "Elza" in said(await ilze.new())
    assert ASKS not in said(await elza.new())
    assert await stage.firing.fire_due() == 0  # nor does the product's own, which has not planned
    await stage.tick()
    assert ASKS in await elza.text()


async def test_the_process_is_there_before_it_has_planned(tmp_path: Path, folder: Path) -> None:
    """Who writes to it is answered; planning goes on in the background, by itself."""
    settings = Settings(
        database_url=f"sqlite:///{tmp_path / 'run.db'}",
        secret_key=SECRET.decode(),
        programmes=folder,
        port=0,
    )
    async with running(settings) as process:
        assert process.planning.behind() == {PROGRAMME}
        await until(lambda: as_awaited(not process.planning.behind()))
