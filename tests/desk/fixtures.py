"""The fixtures shared by the tests of the desk, the scheduler and the web interface."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from tests.databases import open_store
from tests.desk.stage import Phone, Stage, closing, put_on


@pytest.fixture
async def stage(sqlite_url: str) -> AsyncIterator[Stage]:
    async with closing(put_on(open_store(sqlite_url))) as opened:
        yield opened


@pytest.fixture
async def either_stage(database_url: str) -> AsyncIterator[Stage]:
    """Once on SQLite, once on PostgreSQL."""
    async with closing(put_on(open_store(database_url))) as opened:
        yield opened


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


@pytest.fixture
async def cast(stage: Stage) -> Cast:
    return await gather_cast(stage)


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
