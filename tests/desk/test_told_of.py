"""What is somebody else's: measured by whose it is, named, and not the reader's to tick off."""

from dataclasses import replace
from datetime import date

import pytest

from desk import acts
from desk.visit import Visit
from mentoring.calendar import Event, Remind, When
from store import people
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_rhythm import in_small, unasked

TITLE = "Kursa 1. daļa"
OWN_WORDS = "Tas ir tavs solis."
COURSE = Event(
    id="course",
    kind="task",
    title={"lv": TITLE, "en": "Course, part 1"},
    roles=("mentee",),
    when=When(day=date(2026, 1, 14)),
    text={"lv": OWN_WORDS, "en": "It is your step."},
    remind=Remind(late=(2,), to=("mentee", "mentor")),
)
FOR_ALL = replace(COURSE, remind=Remind(late=(2,), to=("coordinator",)))


async def done(stage: Stage, phone: Phone) -> None:
    """The mentee says so in the list of what is to come, or by an old button."""

    def act(tx: Tx) -> None:
        who, part = stage.known(tx, phone.person), people.parts(tx, phone.person)[0]
        visit = Visit(tx, stage.planning.world, who, part, stage.clock.now(), f"test:{phone.name}")
        acts.perform(visit, {"do": "event_done", "event": "course", "date": "2026-01-14"})

    await stage.read(act)
    await stage.assistant.delivery.flush()
    await phone.new()


async def test_a_mentor_is_not_told_of_what_the_mentee_has_done(
    cast: Cast, sqlite_url: str
) -> None:
    async with in_small(sqlite_url, cast, events=(COURSE,)) as (stage, there):
        await stage.planned()
        await done(stage, there.elza)
        await stage.wind("2026-01-17T12:00")
        for phone in (there.elza, there.janis):
            assert TITLE not in said(await unasked(phone))


async def test_a_mentor_reads_whose_it_is_and_can_look_at_them(cast: Cast, sqlite_url: str) -> None:
    """By name, without the words meant for the mentee and without a button to end or begin it."""
    async with in_small(sqlite_url, cast, events=(COURSE,)) as (stage, there):
        await stage.planned()
        await stage.wind("2026-01-16T18:00")
        [told] = [m for m in await unasked(there.janis) if TITLE in m["text"]]
        assert "Vēl nav izdarīts: Elza Vītola." in told["text"]
        assert OWN_WORDS not in told["text"]
        labels = await there.janis.labels()
        assert labels[0] == "Elza Vītola"
        assert not {"Izdarīts", "Sākt"} & {*labels}
        assert "pēdējā ziņa" in said(await there.janis.tap("Elza Vītola"))
        [own] = [m for m in await unasked(there.elza) if TITLE in m["text"]]
        assert OWN_WORDS in own["text"]
        assert "Izdarīts" in [each["label"] for each in own["buttons"]]


async def test_only_those_whose_it_is_can_say_that_it_is_done(cast: Cast, sqlite_url: str) -> None:
    """A mentor's forged tap changes nothing for the mentee."""
    async with in_small(sqlite_url, cast, events=(COURSE,)) as (stage, there):
        await stage.planned()
        await done(stage, there.janis)
        await stage.wind("2026-01-17T12:00")
        assert TITLE in said(await unasked(there.elza))


async def test_a_mentor_of_two_is_told_once_of_the_one_who_has_not_done_it(
    cast: Cast, sqlite_url: str
) -> None:
    async with in_small(sqlite_url, cast, events=(COURSE,)) as (stage, there):
        await stage.pair(there.janis, there.roberts)
        await done(stage, there.elza)
        await stage.wind("2026-01-17T12:00")
        [told] = [m for m in await unasked(there.janis) if TITLE in m["text"]]
        assert "Roberts Krūmiņš" in told["text"]
        assert "Elza" not in told["text"]


async def test_what_a_mentor_was_told_of_one_goes_with_them(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, events=(COURSE,)) as (stage, there):
        await stage.planned()
        await stage.wind("2026-01-17T12:00")
        assert TITLE in await there.janis.text()
        await there.elza.send("dzēst manus datus")
        await there.elza.tap("Jā, izdzēst visu")
        assert TITLE not in await there.janis.text()


async def test_a_coordinator_is_told_of_everybody_in_one_line(cast: Cast, sqlite_url: str) -> None:
    """Paired or not; of those who have done it nothing is said."""
    async with in_small(sqlite_url, cast, events=(FOR_ALL,)) as (stage, there):
        await stage.planned()
        await stage.wind("2026-01-16T18:00")
        for phone in (there.ilze, there.dace):
            [told] = [m for m in await unasked(phone) if TITLE in m["text"]]
            assert "Vēl nav izdarīts: Elza Vītola, Roberts Krūmiņš." in told["text"]
            assert not [b for b in told["buttons"] if b["label"] in ("Izdarīts", "Sākt")]


@pytest.mark.parametrize(("count", "told"), [(1, "Roberts Krūmiņš."), (0, "")])
async def test_a_coordinator_is_told_of_nobody_who_is_done(
    cast: Cast, sqlite_url: str, count: int, told: str
) -> None:
    async with in_small(sqlite_url, cast, events=(FOR_ALL,)) as (stage, there):
        await stage.planned()
        await done(stage, there.elza)
        if not count:
            await done(stage, there.roberts)
        await stage.wind("2026-01-17T12:00")
        found = [m["text"] for m in await unasked(there.ilze) if TITLE in m["text"]]
        assert len(found) == count
        assert all(f"Vēl nav izdarīts: {told}" in text for text in found)


async def test_a_mentee_is_told_of_their_mentors_thing(cast: Cast, sqlite_url: str) -> None:
    """The other way round; a meeting names who takes part."""
    talk = replace(
        COURSE, kind="meeting", roles=("mentor",), remind=Remind(before=(1,), to=("mentee",))
    )
    async with in_small(sqlite_url, cast, events=(talk,)) as (stage, there):
        await stage.planned()
        await stage.wind("2026-01-13T18:00")
        assert "Piedalās: Jānis Bērziņš." in said(await unasked(there.elza))
        assert TITLE not in await there.roberts.text()
