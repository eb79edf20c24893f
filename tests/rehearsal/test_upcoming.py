"""What the command lists of one person's days to come."""

import json
from collections.abc import AsyncIterator

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.rehearsal.errors import WrongPerson
from bot.settings import Settings
from bot.upcoming import upcoming
from store.work import Store
from tests.databases import SECRET
from tests.desk.stage import Stage, closing, put_on
from tests.playing import ROOT


@pytest.fixture
async def stage(sqlite_store: Store) -> AsyncIterator[Stage]:
    async with closing(put_on(sqlite_store)) as stage:
        elza, janis = await stage.enter("Elza Vītola"), await stage.enter("Jānis Bērziņš", "mentor")
        await stage.pair(janis, elza)
        await stage.task(elza, "Aizeju uz konsultāciju", "2026-01-20")
        yield stage


@pytest.fixture
def settings(sqlite_url: str) -> Settings:
    return Settings(
        database_url=sqlite_url, secret_key=SECRET.decode(), programmes=ROOT / "programmes"
    )


async def test_mentee_sees_nudges_and_check_ins_in_order(stage: Stage, settings: Settings) -> None:
    found = upcoming(settings, "Elza Vītola", None)
    assert [each["at"] for each in found] == sorted(each["at"] for each in found)
    nudge = next(each for each in found if each["kind"] == "nudge")
    assert nudge["at"] == "2026-01-17T16:00+02:00"
    assert nudge["about"] == "Aizeju uz konsultāciju"
    assert nudge["why"] == "3 days before the due date: Tuesday, 20 January."
    assert "check_in" in {each["kind"] for each in found}
    assert "silence" not in {each["kind"] for each in found}


async def test_mentor_sees_the_watch_over_silence(stage: Stage, settings: Settings) -> None:
    found = upcoming(settings, "jānis", "skola-kopiena")
    assert [(each["kind"], each["about"]) for each in found] == [("silence", "Elza Vītola")]


async def test_what_is_switched_off_is_not_announced(stage: Stage, settings: Settings) -> None:
    await stage.phones["Elza Vītola"].send("pauze")
    assert upcoming(settings, "Elza Vītola", None) == []


async def test_a_number_means_one_person(stage: Stage, settings: Settings) -> None:
    person = stage.phones["Elza Vītola"].person
    assert upcoming(settings, str(person), None) == upcoming(settings, "Elza Vītola", None)


async def test_it_must_be_clear_who_is_meant(stage: Stage, settings: Settings) -> None:
    with pytest.raises(WrongPerson, match="nobody is called 'Zane'"):
        upcoming(settings, "Zane", None)
    with pytest.raises(WrongPerson, match=r"Elza Vītola \(\d+\), Jānis Bērziņš"):
        upcoming(settings, "z", None)
    with pytest.raises(WrongPerson, match="no programme 'x'"):
        upcoming(settings, "Elza", "x")


async def test_command_prints_lines_and_json(
    stage: Stage, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cli._settings", lambda: settings)
    plain = CliRunner().invoke(app, ["upcoming", "--person", "Elza Vītola"]).output
    assert "2026-01-17T16:00+02:00  nudge (Aizeju uz konsultāciju): 3 days before" in plain
    made = CliRunner().invoke(app, ["upcoming", "--person", "Elza Vītola", "--json"]).output
    assert json.loads(made) == upcoming(settings, "Elza Vītola", None)
