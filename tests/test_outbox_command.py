"""`python -m bot outbox`: what did not arrive, for whoever runs an installation."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.errors import WrongSetting
from mentoring.message import Message
from store import outbox
from store import schema as s
from store.work import Store, Tx
from tests.databases import SECRET, open_store
from tests.playing import ROOT
from tests.store.cast import NOW, someone

STATES = {"one": "dead", "two": "uncertain", "three": "waiting", "four": "sent"}


@pytest.fixture
def environment(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAVADONIS_DATABASE_URL", database_url)
    monkeypatch.setenv("PAVADONIS_SECRET_KEY", SECRET.decode())
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def numbers(environment: None, database_url: str) -> dict[str, int]:
    """Rows in several states, with their numbers."""
    store = open_store(database_url)

    def write(tx: Tx) -> dict[str, int]:
        anna = someone(tx, "Anna")
        for key, state in STATES.items():
            message = Message(text="a secret word")
            outbox.put(tx, anna, message, key=key, now=NOW, channel="telegram")
            row = s.outbox.update().where(s.outbox.c.key == key)
            tx.execute(row, {"state": state, "error": "refused"})
        return dict(tx.execute(select(s.outbox.c.key, s.outbox.c.id)).all())

    found = store.run_now(write)
    store.close_now()
    return found


def command(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["outbox", *arguments])


def states(url: str) -> dict[str, str]:
    store: Store = open_store(url)
    columns = (s.outbox.c.key, s.outbox.c.state)
    found: dict[str, str] = store.run_now(lambda tx: dict(tx.execute(select(*columns)).all()))
    store.close_now()
    return found


def test_what_is_stuck_is_listed(numbers: dict[str, int]) -> None:
    """How much waits, and each row that did not arrive; never what it says."""
    ran = command()

    assert ran.exit_code == 0, ran.output
    assert "outbox telegram: 1 waiting" in ran.output
    assert str(numbers["one"]) in ran.output
    assert "secret" not in ran.output


def test_json_is_for_programs(numbers: dict[str, int]) -> None:
    """One object: the queues, and the rows with everything an operator needs."""
    found: dict[str, Any] = json.loads(command("--json").output)

    assert {each["state"] for each in found["queues"]} == {"waiting", "dead", "uncertain"}
    assert all(each["oldest_seconds"] > 0 or each["rows"] == 1 for each in found["queues"])
    by_id = {each["id"]: each for each in found["stuck"]}
    assert set(by_id) == {numbers["one"], numbers["two"]}
    row = by_id[numbers["one"]]
    assert (row["state"], row["to"], row["error"]) == ("dead", "Anna", "refused")
    assert (row["channel"], row["queue"], row["at"]) == ("telegram", "outbox", NOW.isoformat())


def test_nothing_stuck_is_said_so(environment: None) -> None:
    assert "Nothing is stuck." in command().output


def test_rows_are_sent_again_by_their_numbers(numbers: dict[str, int], database_url: str) -> None:
    """What is not stuck stays as it is, whatever is typed."""
    ran = command("retry", str(numbers["one"]), str(numbers["four"]))

    assert "To be tried again: 1" in ran.output
    assert states(database_url) == {**STATES, "one": "waiting"}


def test_all_that_is_stuck_is_sent_again(numbers: dict[str, int], database_url: str) -> None:
    assert "To be tried again: 2" in command("retry", "--all").output
    assert states(database_url) == {**STATES, "one": "waiting", "two": "waiting"}


def test_rows_are_given_up(numbers: dict[str, int], database_url: str) -> None:
    """By number or all; then nothing is stuck any more."""
    assert "Given up: 1" in command("drop", str(numbers["two"])).output
    assert states(database_url) == {**STATES, "two": "cancelled"}
    assert "Given up: 1" in command("drop", "--all").output
    assert "Nothing is stuck." in command().output


@pytest.mark.parametrize("arguments", [["retry"], ["drop"], ["retry", "1", "--all"]])
def test_it_must_be_said_which(
    numbers: dict[str, int], database_url: str, arguments: list[str]
) -> None:
    """Neither nothing nor both: nothing is done."""
    ran = command(*arguments)

    assert isinstance(ran.exception, WrongSetting)
    assert "--all" in str(ran.exception)
    assert states(database_url) == STATES


def test_a_wrong_use_is_one_sentence(environment: None) -> None:
    """On standard error, with status 2 and without a traceback."""
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "outbox", "retry"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ran.returncode == 2
    assert ran.stderr == "name the rows by their numbers, or say --all.\n"
