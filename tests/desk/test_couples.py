"""Whatever two people do with their guides and agreements, and whatever happens meanwhile."""

import asyncio
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from store import pairings
from store.work import Tx
from tests.databases import open_store
from tests.desk.couple import Beginning, Couple, Deed
from tests.desk.holding import Seen
from tests.desk.stage import PROGRAMME, Stage, closing, put_on

ASKS, ACCEPTS = (0, "onwards", 0), (1, "onwards", 0)
CHEMISTRY, CLOSING, AGREEMENT, PARTS = ((0, "open", number) for number in range(4))
ANSWERS = 29
BOTH_ANSWERED: list[Deed] = [PARTS, (0, "fill", ANSWERS), (1, "open", 3), (1, "fill", ANSWERS)]
ONE_CHOSEN: list[Deed] = [(0, "onwards", 0), (0, "tap", 0), (0, "tap", 53), (0, "onwards", 0)]
"""From where all is compared: one answer taken, both everywhere else, and a yes to that."""

ANOTHER: list[Deed] = [(1, "tap", 0), (1, "fill", 1)]
"""One question answered anew."""

BEGINNINGS: dict[str, tuple[str, list[Deed]]] = {
    "strangers": ("asked", []),
    "pair": ("active", []),
    "chemistry": ("asked", [CHEMISTRY, ASKS, ACCEPTS, (1, "onwards", 1)]),
    "closing": ("active", [CLOSING, ASKS, ACCEPTS, (0, "onwards", 1)]),
    "deciding": ("asked", [CHEMISTRY, ASKS, ACCEPTS, *[(1, "onwards", 1)] * 5]),
    "half": ("active", [AGREEMENT, (0, "fill", 4), (1, "open", 3), (1, "fill", 5)]),
    "invited": ("active", [PARTS, (0, "fill", ANSWERS)]),
    "compared": ("active", BOTH_ANSWERED),
    "changed": ("active", [*BOTH_ANSWERED, (0, "onwards", 0), (1, "onwards", 1), *ANOTHER]),
}
EXAMPLES, LONGEST = 22, 24
"""So many walks from each beginning, of so many deeds at most."""

OFTEN = ("onwards", "onwards", "onwards", "tap", "tap", "late", "late", "old")
AT_TIMES = ("both", "photo", "down", "restart", "crash", "wait", "wait", "say", "open", "fill")
RARELY = ("part", "erase")
WHAT = st.sampled_from([*OFTEN * 5, *AT_TIMES * 4, *RARELY])
DEEDS = st.tuples(st.integers(0, 1), WHAT, st.integers(0, 999))


@pytest.fixture(scope="module")
def beginnings(
    tmp_path_factory: pytest.TempPathFactory, migrated_file: Path
) -> dict[str, Beginning]:
    """A database for each place to set out from, made once."""
    folder = tmp_path_factory.mktemp("couples")
    return {
        name: asyncio.run(_prepared(f"{shutil.copy(migrated_file, folder / name)}", *how))
        for name, how in BEGINNINGS.items()
    }


async def _prepared(file: str, status: str, deeds: list[Deed]) -> Beginning:
    url = f"sqlite:///{file}"
    async with closing(put_on(open_store(url))) as stage:
        first = await _entered(stage, url, status)
    couple = Couple(first)
    await couple.walk(deeds)
    now = couple.stage.clock.now()
    await couple.close()
    return Beginning(url=url, at=now, phones=couple.phones, shown=couple.shown)


async def _entered(stage: Stage, url: str, status: str) -> Beginning:
    elza = await stage.enter("Elza Vītola")
    janis = await stage.enter("Jānis Bērziņš", "mentor")
    await stage.enter("Ilze Kalniņa", "coordinator")

    def write(tx: Tx) -> None:
        who = stage.known(tx, elza.person)
        of: Any = {"mentor": janis.person, "status": status}
        pairings.add(tx, who, programme=PROGRAMME, **of, now=stage.clock.now())

    await stage.read(write)
    await stage.planned()
    return Beginning(url=url, at=stage.clock.now(), phones=(elza, janis))


STANDS: dict[str, tuple[list[tuple[str, str, int]], list[int]]] = {
    "strangers": ([], []),
    "pair": ([], []),
    "chemistry": ([("chemistry", "running", 1)], []),
    "closing": ([("closing", "running", 1)], []),
    "deciding": ([("chemistry", "ended", 4)], []),
    "half": ([], []),
    "invited": ([], [1]),
    "compared": ([], [1, 1]),
    "changed": ([], [1, 2]),
}
"""The runs of guides there, and the revision of each side's answers."""


@pytest.mark.parametrize("name", sorted(BEGINNINGS))
def test_each_walk_sets_out_from_where_it_says(name: str, beginnings: dict[str, Beginning]) -> None:
    """Else the walks would be through an empty room."""
    stands = asyncio.run(_seen(beginnings[name]))
    runs = [(run.guide, run.state, run.step) for run in stands.runs.values()]
    assert (runs, sorted(side.revision for side in stands.sides.values())) == STANDS[name]


async def _seen(beginning: Beginning) -> Seen:
    couple = Couple(beginning)
    await couple.look()
    await couple.close()
    assert couple.holding.last is not None
    return couple.holding.last


@pytest.mark.parametrize("name", sorted(BEGINNINGS))
@given(deeds=st.lists(DEEDS, min_size=6, max_size=LONGEST))
@example(deeds=[*ONE_CHOSEN, (0, "onwards", 0), (1, "onwards", 0)])
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_whatever_two_people_do_both_stand_at_the_same_place(
    name: str, deeds: list[Deed], beginnings: dict[str, Beginning], tmp_path: Path
) -> None:
    """Nothing fails, nobody is left without an answer, nothing goes back (see `holding.py`)."""
    asyncio.run(_walked(beginnings[name], deeds, tmp_path / "walk.db"))


async def _walked(beginning: Beginning, deeds: list[Deed], file: Path) -> None:
    shutil.copy(beginning.url.removeprefix("sqlite:///"), file)
    couple = Couple(beginning.in_copy(f"sqlite:///{file}"))
    try:
        await couple.walk(deeds)
    finally:
        await couple.close()
