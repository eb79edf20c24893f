"""Many people at once, and one who writes without end: on the real product, one process, SQLite."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.lanes import PERSON_WAITS
from store import schema as s
from store.work import Store, Tx
from tests.channels import crowd
from tests.channels.crowd import world
from tests.platforms.telegram import NO_RATES, FakeBot, FakeTelegram, Person
from tests.playing import Process

TOKEN = "123456:TEST-token"
PEOPLE = 10_000
TALKATIVE = 1_000
CRY, HELPLINE = "Es gribu nomirt", "116111"
MENU, TASKS = "/menu", "/uzdevumi"
WITHIN_SECONDS = 120.0
RATE = "500"
"""Slower than messages are handled, so that thousands of answers wait to leave."""

FIRST_FEW = 400
"""Answers that may leave between a cry being read and being answered: what was on its way."""

MEMORY_KB = 100 * 1024
"""What ten thousand waiting people may cost."""


@dataclass(kw_only=True)
class Town:
    """The product, running, and its people on the fake."""

    process: Process
    bot: FakeBot
    store: Store

    def look(self, fn: Callable[[Tx], Any]) -> Any:
        return self.store.run_now(fn)

    def people(self, count: int) -> list[Person]:
        found = [self.bot.user(opened=True) for _ in range(count)]
        self.look(lambda tx: crowd.enrol(tx, [each.id for each in found]))
        return found

    def memory(self, name: str) -> int:
        """VmRSS or VmHWM (its highest) in kB."""
        assert self.process.child is not None
        status = Path(f"/proc/{self.process.child.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith(name))
        return int(line.split()[1])


@pytest.fixture
def town(sqlite_url: str, tmp_path: Path) -> Iterator[Town]:
    with ExitStack() as stack:
        telegram = stack.enter_context(FakeTelegram(rates=NO_RATES))
        store = crowd.open_store(sqlite_url)
        stack.callback(store.close_now)
        store.run_now(lambda tx: crowd.nothing_to_plan(tx, world()))
        more = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram.url, "TELEGRAM_RATE": RATE}
        made = Process(sqlite_url, command="run", folder=tmp_path, more=more)
        process = stack.enter_context(closing(made)).start()
        yield Town(process=process, bot=telegram.bot(TOKEN), store=store)


def left_between(tx: Tx, person: int) -> int:
    """How many answers left after the person's message was read and before theirs did."""
    read = select(func.min(s.inbox.c.received_at)).where(s.inbox.c.person == person)
    answer = select(func.min(s.outbox.c.sent_at)).where(s.outbox.c.person == person)
    between = s.outbox.c.sent_at.between(read.scalar_subquery(), answer.scalar_subquery())
    return tx.execute(select(func.count()).where(between)).scalar_one()


def states(tx: Tx, table: Any) -> dict[str, int]:
    query = select(table.c.state, func.count()).group_by(table.c.state)
    return dict(tx.execute(query).all())


def test_ten_thousand_people_write_at_once(town: Town) -> None:
    people = town.people(PEOPLE)
    before = town.memory("VmRSS")
    hurt = people[PEOPLE // 2]
    for person in people:
        person.send(CRY if person is hurt else MENU)
    for person in people[:TALKATIVE]:
        person.send(TASKS)
    expected = PEOPLE + TALKATIVE
    town.bot.wait_until(lambda bot: bot.delivered >= expected, WITHIN_SECONDS)

    told = defaultdict(list)
    for shown in town.bot.sent:
        told[shown.chat_id].append(shown.text)
    assert len(told) == PEOPLE
    menu, tasks = told[people[0].id]
    assert menu != tasks
    for number, person in enumerate(people):
        if person is hurt:
            assert HELPLINE in told[person.id][0]
        else:
            assert told[person.id] == ([menu, tasks] if number < TALKATIVE else [menu])
    hurt_number = town.look(lambda tx: crowd.number_of(tx, hurt.id))
    assert town.look(lambda tx: left_between(tx, hurt_number)) < FIRST_FEW
    assert town.memory("VmHWM") - before < MEMORY_KB
    assert town.process.stop() == 0
    assert set(town.look(lambda tx: states(tx, s.inbox))) == {"done"}
    assert set(town.look(lambda tx: states(tx, s.outbox))) == {"sent"}


SECONDS = 5.0
A_SECOND = 50
OTHERS = 20
PACE = 1.25
"""Seconds between two messages of one of the others: a chat gets one answer a second."""


def delays(town: Town, others: list[Person], flooder: Person | None) -> list[float]:
    """For SECONDS the others write now and then, the flooder without end; each answer's delay."""
    begun, written = time.monotonic(), 0
    asked: defaultdict[int, list[float]] = defaultdict(list)
    for other in others:
        other.new()
    while (now := time.monotonic() - begun) < SECONDS:
        for place, other in enumerate(others):
            due = len(asked[other.id]) * PACE + place * PACE / len(others)
            if due <= now:
                asked[other.id].append(time.monotonic())
                other.send(MENU)
        while flooder is not None and written < now * A_SECOND:
            flooder.send(f"Vēl viena ziņa, {written}")
            written += 1
        time.sleep(1 / A_SECOND)
    found = []
    for other in others:
        answers = other.wait(len(asked[other.id]), WITHIN_SECONDS)
        found += [got.at - at for at, got in zip(asked[other.id], answers, strict=True)]
    return found


def p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def test_one_person_writes_without_end_and_the_others_do_not_notice(town: Town) -> None:
    flooder, *others = town.people(OTHERS + 1)
    delays(town, others[:2], None)  # the first answers warm everything up
    alone = delays(town, others, None)
    beside = delays(town, others, flooder)
    assert p95(beside) < 3 * p95(alone) + 0.25

    flooder.new()
    flooder.send(CRY)
    shown = flooder.wait_for(HELPLINE)
    after = [one for one in flooder.messages() if one.at > shown.at - SECONDS]
    assert len(after) <= SECONDS + 2, "one answer a second, however many messages"
    found = town.look(lambda tx: states(tx, s.inbox))
    assert found["aside"] > 0
    assert town.look(crowd.kindly_told) >= 1
    assert not {"dead"} & set(found)
    assert found["aside"] <= SECONDS * A_SECOND - PERSON_WAITS
