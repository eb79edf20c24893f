"""Several processes on one PostgreSQL database: they share the work, and one's death is no loss."""

import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from scheduler.courier import IN_FLIGHT
from store import schema as s
from store.posting import SENT, UNCERTAIN
from store.work import Store, Tx
from tests.channels import crowd
from tests.channels.crowd import world
from tests.platforms.telegram import NO_RATES, FakeTelegram
from tests.playing import Process

PEOPLE = 10_000
ALL = 2 * PEOPLE
TOKEN = "123456:TEST-token"
NEWS, REMINDER = "Rīt tiekamies pulksten piecos", "Atnest darbu"
FAIR = 10
"""Each of two workers sends at least one in so many."""

WITHIN_SECONDS = 120.0
LOOK_SECONDS = 0.2
RATE = "2000"


@dataclass(kw_only=True)
class Ground:
    """One database, one Telegram, and the processes started on them."""

    url: str
    telegram: FakeTelegram
    store: Store
    folder: Path
    stack: ExitStack
    processes: list[Process] = field(default_factory=list)

    def process(self, only: str, **settings: str) -> Process:
        """`run --only ...`, not started yet."""
        folder = self.folder / f"process-{len(self.processes)}"
        folder.mkdir()
        more = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.telegram.url,
            "TELEGRAM_RATE": RATE,
            **{name.upper(): value for name, value in settings.items()},
        }
        made = Process(self.url, command=f"run --only {only}", folder=folder, more=more)
        self.processes.append(self.stack.enter_context(closing(made)))
        return made

    def start(self, *processes: Process) -> None:
        """All at once."""
        with ThreadPoolExecutor(len(processes)) as pool:
            list(pool.map(Process.start, processes))

    def look(self, fn: Callable[[Tx], Any]) -> Any:
        return self.store.run_now(fn)

    def until(self, ready: Callable[[Tx], bool]) -> None:
        end = time.monotonic() + WITHIN_SECONDS
        while not self.look(ready):
            assert time.monotonic() < end, [each.log.read_text()[-500:] for each in self.processes]
            time.sleep(LOOK_SECONDS)


@pytest.fixture
def ground(postgresql_url: str, tmp_path: Path) -> Iterator[Ground]:
    with ExitStack() as stack:
        telegram = stack.enter_context(FakeTelegram(rates=NO_RATES))
        store = crowd.open_store(postgresql_url)
        stack.callback(store.close_now)
        yield Ground(
            url=postgresql_url, telegram=telegram, store=store, folder=tmp_path, stack=stack
        )


def all_done(tx: Tx) -> bool:
    """Nothing is due any more, nothing waits to leave or is on its way."""
    now = datetime.now(UTC)
    waiting = (s.occurrences.c.state == "waiting") & (s.occurrences.c.due_at <= now)
    due = select(s.occurrences.c.id).where(waiting).limit(1)
    leaving = select(s.outbox.c.id).where(s.outbox.c.state.in_(s.OPEN_STATES)).limit(1)
    return tx.execute(due).first() is None and tx.execute(leaving).first() is None


def unprompted(tx: Tx) -> list[Any]:
    """(address, kind, state, worker) of every announcement and reminder."""
    mine = s.identities.c.person == s.outbox.c.person
    query = select(s.identities.c.address, s.outbox.c.kind, s.outbox.c.state, s.outbox.c.claim)
    kinds = s.outbox.c.kind.in_(("announcement", "nudge"))
    return list(tx.execute(query.join(s.identities, mine).where(kinds)))


def kind_of(text: str) -> str:
    return "nudge" if REMINDER in text else "announcement" if NEWS in text else "other"


def test_two_workers_share_ten_thousand_of_each_and_one_dies_in_the_middle(ground: Ground) -> None:
    bot = ground.telegram.bot(TOKEN)
    addresses = [bot.user(opened=True).id for _ in range(PEOPLE)]
    numbers = ground.look(lambda tx: crowd.enrol(tx, addresses))
    ground.look(lambda tx: crowd.nothing_to_plan(tx, world()))
    ground.look(lambda tx: crowd.announce(tx, world(), NEWS))
    ground.look(lambda tx: crowd.remind(tx, numbers))
    dying, surviving = ground.process("worker"), ground.process("worker")
    ground.start(dying, surviving)
    bot.wait_until(lambda found: found.delivered > PEOPLE, WITHIN_SECONDS)
    dying.kill()
    ground.until(all_done)

    got = Counter((str(shown.chat_id), kind_of(shown.text)) for shown in bot.sent)
    assert set(got.values()) == {1}, "nobody gets anything twice"
    rows = ground.look(unprompted)
    sent = {(row.address, row.kind) for row in rows if row.state == SENT}
    unknown = {(row.address, row.kind) for row in rows if row.state == UNCERTAIN}
    assert len(rows) == len(sent) + len(unknown) == ALL
    assert len(unknown) <= IN_FLIGHT
    assert sent <= set(got) <= sent | unknown
    by_worker = Counter(row.claim for row in rows)
    assert len(by_worker) == 2
    assert min(by_worker.values()) > ALL // FAIR
    assert surviving.stop() == 0


def free_port() -> str:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return str(found.getsockname()[1])


@pytest.mark.parametrize("reader", ["web", "telegram"])
def test_a_message_goes_in_by_one_process_and_its_answer_out_by_another(
    ground: Ground, reader: str
) -> None:
    port = free_port()
    mode = "webhook" if reader == "web" else "polling"
    shared = {"telegram_mode": mode, "public_url": f"http://127.0.0.1:{port}"}
    anna = ground.telegram.bot(TOKEN).user(opened=True)
    ground.look(lambda tx: crowd.enrol(tx, [anna.id]))
    reading = ground.process(reader, port=port, **shared)
    worker = ground.process("worker", **shared)
    ground.start(reading, worker)
    anna.send("/menu")
    assert anna.wait_for("Ko darām?").buttons
    ground.until(all_done)
    worker.kill()
    anna.send("/menu")
    ground.until(lambda tx: handled(tx) == 2)
    assert len(anna.messages()) == 1, "the reader sends nothing by itself"
    again = ground.process("worker", **shared)
    ground.start(again)
    assert len(anna.wait(1)) == 1
    assert [again.stop(), reading.stop()] == [0, 0]


def handled(tx: Tx) -> int:
    return len(tx.execute(select(s.inbox.c.id).where(s.inbox.c.state == "done")).all())


def planned(tx: Tx) -> Sequence[int]:
    return tx.execute(select(s.occurrences.c.person)).scalars().all()


def test_workers_that_start_at_once_plan_everybody_once(ground: Ground) -> None:
    bot = ground.telegram.bot(TOKEN)
    addresses = [bot.user(opened=True).id for _ in range(200)]
    ground.look(lambda tx: crowd.enrol(tx, addresses))
    workers = [ground.process("worker"), ground.process("worker")]
    ground.start(*workers)
    ground.until(lambda tx: len(set(planned(tx))) == len(addresses))
    assert [each.stop() for each in workers] == [0, 0]


def test_on_sqlite_one_process_does_everything(sqlite_url: str, tmp_path: Path) -> None:
    alone = Process(sqlite_url, command="run --only worker", folder=tmp_path)
    with closing(alone), pytest.raises(AssertionError) as refused:
        alone.start()
    assert "--only needs PostgreSQL" in str(refused.value)
    assert "set PAVADONIS_DATABASE_URL" in " ".join(str(refused.value).split())
    assert "Traceback" not in str(refused.value)
