"""Whose turn it is: one message of a person at a time, everybody in turn, danger first."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator

import pytest

from bot import lanes
from bot.lanes import AT_ONCE, CROWDED, PERSON_WAITS, QUICK, Lanes
from desk.arriving import Accepted

ANNA, JURIS = 1, 2
CRY = "Es gribu nomirt"


class Desk:
    """Handles each person's oldest message when it is allowed to, as the real one does."""

    def __init__(self) -> None:
        self.lanes = Lanes(self.handle, self.unanswered, self.aside)
        self.inbox: defaultdict[int, list[str]] = defaultdict(list)
        self.handled: list[tuple[int, str]] = []
        self.asides: list[str] = []
        self.slow_to_read: set[int] = set()
        self.failing: set[str] = set()
        self.open = asyncio.Event()
        self.open.set()
        self.at_work: list[int] = []
        self.most_at_once = 0

    async def handle(self, person: int) -> None:
        assert person not in self.at_work, "one message of a person at a time"
        self.at_work.append(person)
        self.most_at_once = max(self.most_at_once, len(self.at_work))
        await self.open.wait()
        self.at_work.remove(person)
        text = self.inbox[person].pop(0)
        if text in self.failing:
            raise OSError("the database is away")
        self.handled.append((person, text))

    async def unanswered(self, person: int) -> bool:
        if "unanswered" in self.failing:
            raise OSError("the database is away")
        return person in self.slow_to_read

    async def aside(self, person: int, row: int) -> None:
        self.asides.append(self.inbox[person].pop(row))

    async def write(self, person: int, *texts: str) -> None:
        for text in texts:
            row = len(self.inbox[person])
            self.inbox[person].append(text)
            await self.lanes.put(Accepted(person=person, row=row, text=text))

    def said_by(self, person: int) -> list[str]:
        return [text for who, text in self.handled if who == person]


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    made = Desk()
    yield made
    made.open.set()
    await made.lanes.stop()


async def turns(count: int = 20) -> None:
    """Lets everything that can run do so."""
    for _ in range(count):
        await asyncio.sleep(0)


async def test_a_persons_messages_are_handled_in_order(desk: Desk) -> None:
    texts = [f"ziņa {number}" for number in range(12)]
    await desk.write(ANNA, *texts)
    await desk.lanes.join()
    assert desk.said_by(ANNA) == texts
    assert len(desk.lanes) == 0


async def test_everybody_in_turn_and_so_many_at_once(desk: Desk) -> None:
    desk.open.clear()
    people = range(1, 3 * AT_ONCE)
    for person in people:
        await desk.write(person, "viens", "divi")
    await turns()
    assert len(desk.at_work) == AT_ONCE
    desk.open.set()
    await desk.lanes.join()
    first = [person for person, _text in desk.handled[: len(people)]]
    assert sorted(first) == list(people), "nobody's second before everybody's first"
    assert desk.most_at_once == AT_ONCE


async def test_in_a_crowd_danger_comes_first(desk: Desk) -> None:
    desk.open.clear()
    for person in range(1, AT_ONCE + 10 * CROWDED):
        await desk.write(person, "Sveiki")
    hurt = 9999
    await desk.write(hurt, CRY)
    desk.open.set()
    await desk.lanes.join()
    place = [person for person, _text in desk.handled].index(hurt)
    assert place <= AT_ONCE, "only those whose turn it was already come before"


async def test_what_was_written_before_the_cry_is_handled_first_but_at_once(desk: Desk) -> None:
    desk.open.clear()
    for person in range(10, 10 + 20 * AT_ONCE):
        await desk.write(person, "Sveiki")
    await desk.write(ANNA, "Labdien", "Kā iet?", CRY, "Paldies")
    desk.open.set()
    await desk.lanes.join()
    assert desk.said_by(ANNA) == ["Labdien", "Kā iet?", CRY, "Paldies"]
    before = desk.handled[: desk.handled.index((ANNA, CRY))]
    assert len([one for one in before if one[0] != ANNA]) <= 5 * AT_ONCE


async def test_too_many_of_one_person_are_put_aside_and_danger_never(desk: Desk) -> None:
    desk.open.clear()
    await desk.write(ANNA, *[f"ziņa {number}" for number in range(PERSON_WAITS)])
    await desk.write(ANNA, "par daudz", CRY, "atkal par daudz")
    assert desk.asides == ["par daudz", "atkal par daudz"]
    desk.open.set()
    await desk.lanes.join()
    assert len(desk.handled) == PERSON_WAITS + 1
    assert desk.handled[-1] == (ANNA, CRY)


async def test_who_writes_faster_than_answers_leave_is_put_off_and_the_others_are_not(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "SLOWED_SECONDS", 3600.0)
    desk.slow_to_read.add(ANNA)
    await desk.write(ANNA, *[f"ziņa {number}" for number in range(QUICK + 5)])
    await desk.write(JURIS, *[f"ziņa {number}" for number in range(QUICK)])
    await turns(100)
    assert (len(desk.said_by(ANNA)), len(desk.said_by(JURIS))) == (QUICK, QUICK)


async def test_danger_does_not_wait_though_its_writer_is_put_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "SLOWED_SECONDS", 3600.0)
    desk.slow_to_read.add(ANNA)
    await desk.write(ANNA, *[f"ziņa {number}" for number in range(QUICK + 2)])
    await turns(100)
    assert len(desk.said_by(ANNA)) == QUICK
    await desk.write(ANNA, CRY, "un vēl")
    await turns(100)
    assert desk.said_by(ANNA)[-1] == CRY


async def test_who_was_put_off_goes_on_when_the_answers_have_left(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "SLOWED_SECONDS", 0.001)
    desk.slow_to_read.add(ANNA)
    await desk.write(ANNA, *[f"ziņa {number}" for number in range(QUICK + 5)])
    await turns(100)
    assert len(desk.said_by(ANNA)) == QUICK
    desk.slow_to_read.clear()
    await desk.lanes.join()
    assert len(desk.said_by(ANNA)) == QUICK + 5


async def test_a_turn_that_fails_keeps_nobody_waiting(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "SLOWED_SECONDS", 0.001)
    desk.failing |= {"ziņa 3", "unanswered"}
    texts = [f"ziņa {number}" for number in range(QUICK + 3)]
    await desk.write(ANNA, *texts)
    await desk.write(JURIS, "Sveiki")
    await desk.lanes.join()
    assert desk.said_by(JURIS) == ["Sveiki"]
    assert desk.said_by(ANNA)[:4] == ["ziņa 0", "ziņa 1", "ziņa 2", "ziņa 4"]


async def test_stopping_lets_what_has_begun_finish_and_begins_nothing_more(desk: Desk) -> None:
    desk.open.clear()
    await desk.write(ANNA, "viens", "divi")
    for person in range(10, 10 + 2 * AT_ONCE):
        await desk.write(person, "Sveiki")
    await turns()
    stopping = asyncio.create_task(desk.lanes.stop())
    await turns()
    desk.open.set()
    await stopping
    await desk.write(JURIS, "vēl")
    await turns(100)
    assert len(desk.handled) == AT_ONCE
    assert desk.said_by(ANNA) == ["viens"]


async def test_stopping_does_not_wait_for_those_put_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "SLOWED_SECONDS", 0.001)
    desk.slow_to_read.add(ANNA)
    await desk.write(ANNA, *[f"ziņa {number}" for number in range(QUICK + 2)])
    await turns(100)
    await desk.lanes.stop()
    desk.slow_to_read.clear()
    await asyncio.sleep(0.01)
    assert len(desk.said_by(ANNA)) == QUICK
