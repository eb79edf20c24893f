"""What the command lists of one person's days to come."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.rehearsal.errors import WrongPerson
from bot.settings import Settings
from bot.upcoming import readable, upcoming
from scheduler.winding import FACT
from store import journal
from store.work import Store
from tests.databases import SECRET
from tests.desk.stage import Stage, closing, instant, put_on
from tests.playing import ROOT


@pytest.fixture
async def stage(sqlite_store: Store) -> AsyncIterator[Stage]:
    async with closing(put_on(sqlite_store)) as stage:
        elza, janis = await stage.enter("Elza Vītola"), await stage.enter("Jānis Bērziņš", "mentor")
        await stage.pair(janis, elza)
        await stage.task(elza, "Aizeju uz konsultāciju", "2026-01-20")
        await set_clock(stage, "2026-01-12T09:00")
        yield stage


async def set_clock(stage: Stage, to: str) -> None:
    """Winds the clock, which the database knows as the demo's, and nothing ticks."""
    stage.clock.wind(instant(to))
    offset = stage.clock.offset / timedelta(microseconds=1)
    await stage.read(partial(journal.set_fact, name=FACT, value=offset))


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


@pytest.mark.parametrize(
    ("now", "stands", "says"),
    [
        ("2026-01-17T15:00", "planned", None),
        ("2026-01-17T18:00", "due", "[due now, waits for the next tick]"),
        ("2026-01-17T23:00", "quiet", "[due now, waits for the end of the quiet hours]"),
        ("2026-01-18T18:00", "missed", "[missed its day, will not be told]"),
    ],
)
async def test_what_is_due_already_says_what_it_waits_for(
    stage: Stage, settings: Settings, now: str, stands: str, says: str | None
) -> None:
    """The process may be down for a while: a coordinator sees what is told when it is back."""
    await set_clock(stage, now)
    nudge = next(
        each for each in upcoming(settings, "Elza Vītola", None) if "3 days" in each["why"]
    )
    assert nudge["stands"] == stands
    assert readable(nudge).endswith(says or nudge["why"])


async def test_the_last_word_about_a_task_is_still_to_come_after_a_standstill(
    stage: Stage, settings: Settings
) -> None:
    """Of all that was missed only this is told, and it doesn't stand there as lost."""
    await set_clock(stage, "2026-01-29T12:00")
    words = [each for each in upcoming(settings, "Elza Vītola", None) if each["about"]]
    assert {each["stands"] for each in words[:-1]} == {"missed"}
    assert words[-1]["stands"] == "late"
    assert readable(words[-1]).endswith("[missed its day, will be told as late]")
    elza = stage.phones["Elza Vītola"]
    await elza.new()
    await stage.tick()
    await stage.wind("2026-01-30T20:00")
    heard = [each["text"] for each in await elza.new() if "konsultāciju" in each["text"]]
    assert len(heard) == 1


async def test_what_it_says_is_what_happens(stage: Stage, settings: Settings) -> None:
    """Due in the evening, at night it is put off until morning, and stands there then."""
    await set_clock(stage, "2026-01-17T23:00")
    await stage.tick()
    nudge = next(
        each for each in upcoming(settings, "Elza Vītola", None) if "3 days" in each["why"]
    )
    assert (nudge["at"], nudge["stands"]) == ("2026-01-18T08:00+02:00", "planned")


async def test_somebody_elses_silence_waits_for_the_readers_morning(
    stage: Stage, settings: Settings
) -> None:
    await set_clock(stage, "2026-01-26T23:00")
    [watch] = upcoming(settings, "jānis", None)
    assert (watch["kind"], watch["stands"]) == ("silence", "quiet")
