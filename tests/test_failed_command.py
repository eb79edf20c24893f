"""`python -m bot failed`: what could not be said when it fell due, for whoever runs an
installation."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import WrongSetting
from mentoring.planning import Occurrence
from store import failed, occurrences, tasks
from store import schema as s
from store.work import Tx
from tests.databases import SECRET, open_store
from tests.desk.fixtures import either_stage as either_stage
from tests.desk.stage import PROGRAMME, Phone, Stage, said
from tests.store.cast import someone

HOURS = {"fresh": 2, "older": 19, "stale": 21, "said": 3}
TITLE = "Aiziet uz konsultāciju"


@pytest.fixture
def numbers(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Rows that failed so many hours ago, and one that did not."""
    monkeypatch.setenv("PAVADONIS_DATABASE_URL", database_url)
    monkeypatch.setenv("PAVADONIS_SECRET_KEY", SECRET.decode())
    monkeypatch.chdir(tmp_path)
    store = open_store(database_url)

    def write(tx: Tx) -> dict[str, int]:
        anna = someone(tx, "Anna")
        for key, hours in HOURS.items():
            occurrences.add(tx, PROGRAMME, _planned(key, anna.id, hours))
        found: dict[str, int] = dict(
            tx.execute(select(s.occurrences.c.key, s.occurrences.c.id)).all()
        )
        for key, row in found.items():
            how = ("fired", None) if key == "said" else (occurrences.FAILED, "WrongKey")
            occurrences.settle(tx, row, *how)
        return found

    found = store.run_now(write)
    store.close_now()
    return found


def _planned(key: str, person: int, hours: int) -> Occurrence:
    due = datetime.now(UTC) - timedelta(hours=hours)
    why = {"rule": "late", "days": 2, "due": "2026-01-15"}
    return Occurrence(
        key=key, kind="late", person=person, pairing=None, subject=1, due=due, why=why
    )


def command(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["failed", *arguments])


def states(url: str) -> dict[str, str]:
    store = open_store(url)
    columns = (s.occurrences.c.key, s.occurrences.c.state)
    found: dict[str, str] = store.run_now(lambda tx: dict(tx.execute(select(*columns)).all()))
    store.close_now()
    return found


def test_what_failed_is_listed(numbers: dict[str, int]) -> None:
    """Whose it is, of what kind, when it was due and the kind of error, the newest first."""
    found: list[dict[str, Any]] = json.loads(command("--json").output)

    assert [each["id"] for each in found] == [numbers[key] for key in ("fresh", "older", "stale")]
    assert [each["stale"] for each in found] == [False, False, True]
    assert {(each["to"], each["kind"], each["error"]) for each in found} == {
        ("Anna", "late", "WrongKey")
    }


def test_for_people_it_is_a_table(numbers: dict[str, int]) -> None:
    ran = command()

    assert ran.exit_code == 0, ran.output
    assert all(str(numbers[key]) in ran.output for key in ("fresh", "older", "stale"))
    assert "Anna" in ran.output


def test_what_is_in_time_is_put_back_and_what_is_stale_is_told(
    numbers: dict[str, int], database_url: str
) -> None:
    """Twice is once: there is nothing left to put back."""
    ran = command("retry", "--all")

    assert "To be tried again: 2" in ran.output
    assert "more than twenty hours ago: 1" in ran.output
    assert states(database_url) == {
        "fresh": "waiting",
        "older": "waiting",
        "stale": "failed",
        "said": "fired",
    }
    assert "To be tried again: 0" in command("retry", "--all").output


def test_one_of_them_is_named_by_its_number(numbers: dict[str, int], database_url: str) -> None:
    """What did not fail is not said again, whoever names it."""
    ran = command("retry", str(numbers["older"]), str(numbers["said"]))

    assert ran.output.strip() == "To be tried again: 1"
    after = states(database_url)
    assert (after["fresh"], after["older"], after["said"]) == ("failed", "waiting", "fired")


def test_either_rows_or_all(numbers: dict[str, int]) -> None:
    """Nobody sends everything again by leaving a number out."""
    assert isinstance(command("retry").exception, WrongSetting)
    assert isinstance(command("retry", str(numbers["fresh"]), "--all").exception, WrongSetting)


async def _failed(stage: Stage, elza: Phone) -> None:
    """The reminders of three days and of the day before fell due and could not be decided."""
    await stage.task(elza, TITLE, "2026-01-15")

    def write(tx: Tx) -> None:
        until = stage.clock.now() + timedelta(days=3)
        for due in occurrences.waiting_until(tx, PROGRAMME, [elza.person], ("nudge",), until):
            occurrences.settle(tx, due.id, occurrences.FAILED, "WrongKey")

    await stage.read(write)


@pytest.mark.parametrize("done", [False, True])
async def test_put_back_it_is_said_if_there_is_still_a_reason(
    either_stage: Stage, done: bool
) -> None:
    """A task that was done meanwhile is not spoken of."""
    stage = either_stage
    elza = await stage.enter("Elza Vītola")
    await _failed(stage, elza)
    await stage.wind("2026-01-14T17:00")
    heard = [each for each in await elza.new() if TITLE in each["text"]]
    assert heard == []

    def again(tx: Tx) -> tuple[int, int]:
        if done:
            (task,) = tasks.listed(tx, stage.known(tx, elza.person))
            tasks.close(tx, task.id, "done", stage.clock.now())
        return failed.retry(tx, None, stage.clock.now() - timedelta(days=1))

    assert await stage.read(again) == (1, 1)
    await stage.wind("2026-01-14T17:10")
    assert (TITLE in said(await elza.new())) is not done
