"""The programme's calendar in the chat: on its day, done, and beside an open dialog."""

from dataclasses import replace
from datetime import date

import pytest

from mentoring.calendar import Event, Remind, When
from tests.desk.fixtures import Cast
from tests.desk.stage import said
from tests.desk.test_rhythm import in_small, unasked

TITLE = "Kursa 1. daļa"
COURSE = Event(
    id="course",
    kind="task",
    title={"lv": TITLE, "en": "Course, part 1"},
    roles=("mentee",),
    when=When(day=date(2026, 1, 14)),
    remind=Remind(on_day=True, late=(1,)),
    dialog="grow",
)


async def test_on_its_day_and_done_by_a_tap(cast: Cast, sqlite_url: str) -> None:
    """What is done is not spoken of again."""
    async with in_small(sqlite_url, cast, events=(COURSE,)) as (stage, there):
        await stage.planned()
        await stage.wind("2026-01-14T18:00")
        [only] = await unasked(there.elza)
        assert "Šodien" in only["text"]
        await there.elza.tap("Izdarīts")
        await there.elza.new()
        await stage.wind("2026-01-16T12:00")
        assert TITLE not in said(await unasked(there.elza))


async def test_why_and_never_again(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, events=(COURSE,)) as (stage, there):
        await stage.wind("2026-01-14T18:00")
        assert "kalendārā" in said(await there.elza.tap("Kāpēc šo"))
        await there.elza.tap("Vairs nesūtīt")
        await stage.wind("2026-01-16T12:00")
        assert TITLE not in said(await unasked(there.elza))


@pytest.mark.parametrize(
    ("rule", "comes"), [("wait", ["16:50"]), ("interrupt", ["16:00"]), ("skip", [])]
)
async def test_beside_an_open_dialog(
    cast: Cast, sqlite_url: str, rule: str, comes: list[str]
) -> None:
    """An hour after the last answer, at once, or not at all, also not the next morning."""
    remind = Remind(on_day=True, dialog_open=rule)  # type: ignore[arg-type]
    event = replace(COURSE, remind=remind, dialog=None)
    async with in_small(sqlite_url, cast, events=(event,)) as (stage, there):
        await stage.wind("2026-01-14T15:50")
        await there.elza.send("grow")
        await stage.wind("2026-01-15T12:00")
        told = [m["at"][11:16] for m in await unasked(there.elza) if TITLE in m["text"]]
        assert told == comes
