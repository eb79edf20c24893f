"""The fixtures shared by the tests of the desk, the scheduler and the web interface."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.databases import open_store
from tests.desk.stage import Phone, Stage, closing, put_on

TAKEN = timedelta(seconds=30)
"""A stage that begins with a cast begins so much later than the cast came together."""


@dataclass(frozen=True, kw_only=True)
class Cast:
    """A pair, another pair's mentor and mentee, and two coordinators, all agreed."""

    elza: Phone
    janis: Phone
    roberts: Phone
    marta: Phone
    ilze: Phone
    dace: Phone
    pairing: int

    def on(self, stage: Stage) -> "Cast":
        """The same people in a copy of their database."""
        names = [each.name for each in fields(self) if each.name != "pairing"]
        return replace(self, **{name: replace(getattr(self, name), stage=stage) for name in names})


async def gather_cast(stage: Stage) -> Cast:
    elza = await stage.enter("Elza Vītola")
    roberts = await stage.enter("Roberts Krūmiņš")
    janis = await stage.enter("Jānis Bērziņš", "mentor", interests=("futbols", "mūzika"))
    marta = await stage.enter("Marta Liepiņa", "mentor", interests=("zīmēšana", "mūzika"))
    ilze = await stage.enter("Ilze Kalniņa", "coordinator")
    dace = await stage.enter("Dace Ozola", "coordinator")
    pairing = await stage.pair(janis, elza)
    return Cast(
        elza=elza,
        janis=janis,
        roberts=roberts,
        marta=marta,
        ilze=ilze,
        dace=dace,
        pairing=pairing,
    )


@pytest.fixture(scope="session")
def gathered(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> tuple[Path, Cast]:
    """A database in which the cast has come together, to copy; made once."""
    file = Path(shutil.copy(migrated_file, tmp_path_factory.mktemp("cast") / "cast.db"))

    async def gather() -> Cast:
        async with closing(put_on(open_store(f"sqlite:///{file}"))) as stage:
            return await gather_cast(stage)

    return file, asyncio.run(gather())


@pytest.fixture
async def stage(request: pytest.FixtureRequest, sqlite_url: str) -> AsyncIterator[Stage]:
    """An empty stage, or the one of the cast where a test asks for the cast."""
    with_cast = "cast" in request.fixturenames
    if with_cast:
        file, _ = request.getfixturevalue("gathered")
        shutil.copy(file, sqlite_url.removeprefix("sqlite:///"))
    async with closing(put_on(open_store(sqlite_url))) as opened:
        opened.clock.offset += TAKEN if with_cast else timedelta(0)
        yield opened


@pytest.fixture
async def either_stage(database_url: str) -> AsyncIterator[Stage]:
    """Once on SQLite, once on PostgreSQL."""
    async with closing(put_on(open_store(database_url))) as opened:
        yield opened


@pytest.fixture
def cast(gathered: tuple[Path, Cast], stage: Stage) -> Cast:
    return gathered[1].on(stage)
