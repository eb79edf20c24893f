"""The short form of `make torture`: each crash once on SQLite, some of them on PostgreSQL."""

import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from tests.databases import Postgres
from tests.torture.__main__ import planned, table
from tests.torture.cases import BOTH, CASES
from tests.torture.cast import CAST
from tests.torture.ground import Ground
from tests.torture.oracle import Count, Hearing, judge

ON_POSTGRESQL = (
    *("before the acknowledgement", "after the send, before the mark", "in mid-migration"),
    *("while a held word is let go", "two workers, one killed", "two workers, one stalled"),
)
AT_ONCE = 11
SHORT = [
    (case.name, kind)
    for case in CASES
    for kind in case.databases
    if not case.long and (kind == "sqlite" or case.name in ON_POSTGRESQL)
]


@pytest.fixture(scope="module")
def ground(postgres: Postgres) -> Iterator[Ground]:
    made = Ground(postgres)
    yield made
    made.close()


@pytest.fixture(scope="module")
def played(
    request: pytest.FixtureRequest, ground: Ground
) -> Iterator[dict[tuple[str, str], Future[Count]]]:
    """All that were asked for, many at once: each mostly waits for the pace of a chat."""
    plays = {case.name: case.play for case in CASES}
    asked = {item.nodeid for item in request.session.items}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {
            (name, kind): pool.submit(plays[name], ground, kind, random.Random(name))
            for name, kind in SHORT
            if any(f"[{name}-{kind}]" in each for each in asked)
        }


@pytest.mark.parametrize(("name", "kind"), SHORT)
def test_a_crash_loses_nothing_and_repeats_only_what_is_uncertain(
    played: dict[tuple[str, str], Future[Count]], name: str, kind: str
) -> None:
    count = played[name, kind].result()
    assert count.good, count
    assert count.inputs
    assert count.replies


def test_whoever_hears_nothing_is_counted_as_a_loss(ground: Ground) -> None:
    with ground.place("sqlite") as place:
        count = judge(place, [":7:1:"], [])
    assert count.inputs_lost == 1
    assert count.replies_lost == sum(len(each) for role in CAST for each in (*role.told, role.held))
    assert not count.good


@pytest.mark.parametrize(("in_doubt", "repeated", "duplicates"), [(0, 0, 1), (1, 1, 0)])
def test_what_comes_twice_is_a_duplicate_unless_it_was_in_doubt(
    in_doubt: int, repeated: int, duplicates: int
) -> None:
    heard, count = Hearing("Anna", (("Labdien",),), Counter({"Labdien!": in_doubt})), Count()
    heard.listen("Labdien!")
    heard.listen("Labdien!")
    heard.end(count, Counter())
    assert (count.replies, count.repeated, count.duplicates) == (1, repeated, duplicates)


@pytest.mark.parametrize("told", [("Otrais", "Pirmais"), ("Pirmais", "Cita vārdi", "Otrais")])
def test_what_is_out_of_order_or_not_theirs_is_wrong(told: tuple[str, ...]) -> None:
    heard, count = Hearing("Anna", (("Pirmais", "Otrais"),), Counter()), Count()
    for text in told:
        heard.listen(text)
    heard.end(count, Counter())
    assert not count.good


def test_the_full_form_has_two_hundred_runs_over_all_points_and_both_databases() -> None:
    runs = planned(240, BOTH, seed=1)
    assert len(runs) == 240
    assert {(run.case.name, run.kind) for run in runs} == {
        (case.name, kind) for case in CASES for kind in case.databases
    }


def test_the_table_adds_up_what_was_lost() -> None:
    name = CASES[0].name
    lost = Count(runs=1, inputs=3, inputs_lost=2)
    lines = table({(name, kind): lost for kind in BOTH}).splitlines()
    assert lines[-1].startswith("| all |  | 2 | 0 | 6 | 4 |")
