"""A job of the ticker that fails is one line in the log, and is tried again at its next turn."""

import asyncio
import logging

import pytest
from structlog.testing import capture_logs

from scheduler import ticker
from scheduler.ticker import Ticker
from tests.channels.running import eventually
from tests.desk.stage import PROGRAMME, Stage

JOBS = {"planning": "facts", "firing": "occurrences", "recovering": "inbox"}
"""Each job, and a table it can't do without."""


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FIRE_EVERY_SECONDS", "PLAN_EVERY_SECONDS", "RECOVER_EVERY_SECONDS"):
        monkeypatch.setattr(ticker, name, 0.05)


def rename(stage: Stage, old: str, new: str) -> None:
    change = f"ALTER TABLE {old} RENAME TO {new}"
    stage.store.run_now(lambda tx: tx.conn.exec_driver_sql(change))


async def test_a_failing_job_is_named_without_the_errors_words(
    stage: Stage, often: None, caplog: pytest.LogCaptureFixture
) -> None:
    """A database's error quotes statements and rows; APScheduler's own log would show it all."""
    caplog.set_level(logging.DEBUG)
    for table in JOBS.values():
        rename(stage, table, f"{table}_gone")
    ticking = Ticker(stage.firing, stage.planning, stage.assistant)

    with capture_logs() as logged:
        ticking.start()
        await eventually(lambda: {line.get("work") for line in logged} == set(JOBS))
        ticking.stop()

    assert {line["error"] for line in logged} == {"OperationalError"}
    assert all(".py:" in line["where"] for line in logged)
    assert "no such table" not in str(logged) + caplog.text
    assert "Traceback" not in caplog.text


async def test_what_failed_goes_on_once_it_can(stage: Stage, often: None) -> None:
    rename(stage, "facts", "facts_gone")
    ticking = Ticker(stage.firing, stage.planning, stage.assistant)
    ticking.start()
    await asyncio.sleep(0.2)
    assert PROGRAMME in stage.planning.behind()

    rename(stage, "facts_gone", "facts")

    await eventually(lambda: not stage.planning.behind())
    ticking.stop()
