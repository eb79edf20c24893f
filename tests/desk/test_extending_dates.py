"""More time for what the programme's calendar gives: asked, decided, and all that hangs on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from mentoring.calendar import Event, Remind, When
from store import schema as s
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Stage, programmes, said
from tests.desk.test_extending import audit
from tests.desk.test_rhythm import in_small, unasked

REPORT, TALK, MEETING = "Gada apskats", "Saruna par apskatu", "Semestra tikšanās"


def event(name: str, title: str, when: When, **changes: Any) -> Event:
    values: dict[str, Any] = {
        "kind": "task",
        "roles": ("mentee", "mentor"),
        "remind": Remind(on_day=True, late=(1,)),
        **changes,
    }
    return Event(id=name, title={"lv": title, "en": title}, when=when, **values)


EVENTS = (
    event("report", REPORT, When(day=date(2026, 1, 14))),
    event("talk", TALK, When(to="event:report", offset=2, unit="working_days")),
    event("meeting", MEETING, When(day=date(2026, 1, 27)), kind="meeting", at=time(17)),
)

Opened = Callable[..., AbstractAsyncContextManager[tuple[Stage, Cast]]]


@pytest.fixture
def opened(cast: Cast, sqlite_url: str) -> Opened:
    """The cast in a programme with these events and rules about extensions."""

    @asynccontextmanager
    async def begin(
        *events: Event, at: str = "2026-01-14T18:00", **rules: Any
    ) -> AsyncIterator[tuple[Stage, Cast]]:
        extensions = replace(programmes()[PROGRAMME].programme.extensions, **rules)
        changes: dict[str, Any] = {"events": events or EVENTS, "extensions": extensions}
        async with in_small(sqlite_url, cast, **changes) as (stage, there):
            await stage.planned()
            await stage.wind(at)
            yield stage, there

    return begin


def days(messages: list[Any], title: str) -> list[str]:
    return [each["at"][:10] for each in messages if title in each["text"]]


async def test_asked_from_the_reminder_and_granted_by_the_mentor(opened: Opened) -> None:
    """With a reason; the mentor decides, it is on record, and both hear of the new date."""
    async with opened() as (stage, there):
        assert REPORT in said(await there.elza.new())
        assert REPORT in said(await there.elza.tap("Vajag laiku"))
        words = await there.elza.send("20. janvāris, jo vēl gaidu mentora atsauksmi")
        assert "Izlems: Jānis Bērziņš" in said(words)
        asked = said(await there.janis.new())
        assert REPORT in asked
        assert "gaidu mentora atsauksmi" in asked
        assert "20. janvār" in said(await there.janis.tap("Jā: "))
        assert "20. janvār" in said(await there.elza.new())
        assert [(act, who) for act, who, _ in await audit(stage)] == [
            ("extension-granted", there.janis.person)
        ]


async def test_what_hangs_on_the_date_moves_for_whoever_asked_and_for_nobody_else(
    opened: Opened,
) -> None:
    """From Wednesday to Monday: the talk two working days later goes from Friday to Wednesday;
    the mentor's own dates stay."""
    async with opened() as (stage, there):
        await there.elza.tap("Vajag laiku")
        await there.elza.send("19. janvāris")
        await there.janis.tap("Jā: ")
        await there.elza.new()
        await there.janis.new()
        await stage.wind("2026-01-24T12:00")
        elza, janis = await unasked(there.elza), await unasked(there.janis)
        assert days(elza, REPORT) == ["2026-01-19", "2026-01-20"]
        assert days(elza, TALK) == ["2026-01-21", "2026-01-22"]
        assert days(janis, REPORT)[0] == "2026-01-15"
        assert days(janis, TALK) == ["2026-01-16", "2026-01-17"]


@pytest.mark.parametrize("way", ["again", "an old button"])
async def test_done_is_done_wherever_the_date_is(opened: Opened, way: str) -> None:
    """By the button of its new date or of the old one; then nothing more is said of it."""
    async with opened() as (stage, there):
        old = await there.elza.key("Izdarīts")
        await there.elza.tap("Vajag laiku")
        await there.elza.send("19. janvāris")
        await there.janis.tap("Jā: ")
        if way == "again":
            await stage.wind("2026-01-19T18:00")
            await there.elza.tap("Izdarīts")
        else:
            await there.elza.press(old)
        await there.elza.new()
        await stage.wind("2026-01-24T12:00")
        assert days(await unasked(there.elza), REPORT) == []


async def test_a_mentors_own_date_is_for_a_coordinator_to_move(opened: Opened) -> None:
    """Nobody decides about themselves, whoever the programme names."""
    async with opened() as (stage, there):
        await there.elza.new()
        await there.janis.tap("Vajag laiku")
        assert "Izlems: Ilze Kalniņa" in said(await there.janis.send("20. janvāris"))
        assert await there.elza.new() == []
        await stage.wind("2026-01-15T09:10")  # when coordinators work
        assert REPORT in said(await there.ilze.new())
        await there.ilze.tap("Atteikt")
        answer = said(await there.janis.new())
        assert "šoreiz nemainās" in answer
        assert "ar koordinatoru vienoties" in answer
        assert await there.janis.labels() == ["Pajautāt"]


async def test_a_date_of_one_pairing_moves_in_that_one_only(opened: Opened) -> None:
    """A mentor of two who began on different days has the same thing to do for each."""
    first_talk = event(
        "talk", TALK, When(to="pairing", offset=4), roles=("mentor",), remind=Remind(on_day=True)
    )
    async with opened(first_talk, at="2026-01-14T12:00") as (stage, there):
        second = await stage.pair(there.janis, there.roberts)
        await stage.wind("2026-01-16T18:00")
        await there.janis.tap("Vajag laiku")
        await there.janis.send("21. janvāris")
        await stage.wind("2026-01-19T09:10")  # when coordinators work
        assert days(await unasked(there.janis), TALK) == ["2026-01-18"]
        await there.ilze.tap("Jā: ")
        await there.janis.new()
        await stage.wind("2026-01-24T12:00")
        assert days(await unasked(there.janis), TALK) == ["2026-01-21"]
        pairs = await stage.read(lambda tx: tx.execute(select(s.extensions.c.pairing)).all())
        assert [tuple(row) for row in pairs] == [(there.pairing,)]
        assert second != there.pairing


async def test_a_coordinator_asks_another_one(opened: Opened) -> None:
    """Also through a button that was meant for somebody else."""
    theirs = event("plan", "Gada plāns", When(day=date(2026, 1, 14)), roles=("coordinator",))
    async with opened(theirs) as (stage, there):
        await there.ilze.tap("Vajag laiku")
        assert "Izlems: Dace Ozola" in said(await there.ilze.send("20. janvāris"))
        await stage.wind("2026-01-15T09:10")
        await there.dace.tap("Jā: ")
        assert "20. janvār" in said(await there.ilze.new())


async def test_the_programme_grants_a_first_wish_of_a_few_days(opened: Opened) -> None:
    """Once for each date; the next one is for the mentor."""
    async with opened(automatic_days=3) as (_stage, there):
        await there.elza.tap("Vajag laiku")
        assert "iedod uzreiz" in said(await there.elza.send("16. janvāris"))
        assert "lēma: programma" in said(await there.janis.new())
        await there.elza.tap("Vajag laiku")
        assert "Izlems: Jānis Bērziņš" in said(await there.elza.send("19. janvāris"))


async def test_nobody_is_called_late_while_it_is_decided(opened: Opened) -> None:
    """After two days the coordinators get it, and it stands in their list."""
    async with opened() as (stage, there):
        await there.elza.tap("Vajag laiku")
        await there.elza.send("28. janvāris")
        await there.elza.new()
        await stage.wind("2026-01-19T10:00")
        assert days(await unasked(there.elza), REPORT) == []
        asked = said(await there.ilze.new())
        assert "Vispirms jautāju: Jānis Bērziņš" in asked
        assert REPORT in asked
        assert "pagarināt termiņu" in said(await there.ilze.send("uzmanība"))
        await there.ilze.tap("Jā: ")
        assert "28. janvār" in said(await there.elza.new())


async def test_what_is_done_meanwhile_needs_no_decision(opened: Opened) -> None:
    """The request is gone for the mentor, for the coordinators and from the plan."""
    async with opened() as (stage, there):
        done = await there.elza.key("Izdarīts")
        await there.elza.tap("Vajag laiku")
        await there.elza.send("28. janvāris")
        await there.elza.press(done)
        assert "jau ir izlemts" in said(await there.janis.tap("Jā: "))
        await stage.wind("2026-01-17T12:00")
        assert "Vairāk laika" not in await there.ilze.text()
        states = await stage.read(lambda tx: tx.execute(select(s.extensions.c.status)).all())
        assert [tuple(row) for row in states] == [("gone",)]


async def test_a_monthly_thing_moves_only_as_far_as_the_next_one(opened: Opened) -> None:
    """Said with its date, and no button offers more."""
    monthly = event("diary", "Dienasgrāmata", When(each="day_of_month", number=14))
    async with opened(monthly, suggest_days=(2, 60)) as (_stage, there):
        await there.elza.tap("Vajag laiku")
        assert await there.elza.labels() == ["piektdien, 16. janvārī"]
        assert "nākamais termiņš ir" in said(await there.elza.send("14. februāris"))
        assert "Izlems" in said(await there.elza.send("13. februāris"))


async def test_only_what_is_to_be_done_can_be_put_off(opened: Opened) -> None:
    """A meeting has its hour, and what others have to do is theirs to ask about."""
    for_mentees = event(
        "essay",
        "Eseja",
        When(day=date(2026, 1, 27)),
        roles=("mentee",),
        remind=Remind(on_day=True, to=("mentor",)),
    )
    async with opened(EVENTS[2], for_mentees, at="2026-01-27T18:00") as (_stage, there):
        assert MEETING in said(await there.elza.new())
        assert "Eseja" in said(await there.janis.new())
        for who in (there.elza, there.janis):
            labels = [each["label"] for message in await who.all() for each in message["buttons"]]
            assert "Vajag laiku" not in labels


async def test_typed_like_the_button(opened: Opened) -> None:
    async with opened() as (_stage, there):
        assert "Līdz kuram datumam" in said(await there.elza.send("vajag vairāk laika"))


PLAN, READING = "Mēneša plāns", "Izlasīt plānu"
EVERY = Remind(before=(1,), on_day=True, late=(1,))
THEIRS = (
    event("plan", PLAN, When(day=date(2026, 1, 14)), roles=("mentee",), remind=EVERY),
    event("read-plan", READING, When(to="event:plan", offset=2), roles=("mentor",), remind=EVERY),
)


async def moved_by_five_days(there: Cast) -> None:
    """From Wednesday, 14 January, to Monday, the 19th."""
    await there.elza.tap("Vajag laiku")
    await there.elza.send("19. janvāris")
    await there.elza.new()
    await there.janis.new()


async def test_what_hangs_on_the_mentees_date_moves_for_the_mentor(opened: Opened) -> None:
    """The mentor reads the plan two days after it is there, not two days after it was meant."""
    async with opened(*THEIRS, automatic_days=7) as (stage, there):
        await moved_by_five_days(there)
        await stage.wind("2026-01-24T12:00")
        days_ = ["2026-01-20", "2026-01-21", "2026-01-22"]
        assert days(await unasked(there.janis), READING) == days_


async def test_what_hangs_on_the_mentors_date_moves_for_the_mentee(opened: Opened) -> None:
    turned = tuple(
        replace(each, roles=tuple({"mentee", "mentor"} - {*each.roles})) for each in THEIRS
    )
    async with opened(*turned, automatic_days=7) as (stage, there):
        await there.janis.tap("Vajag laiku")
        await there.janis.send("19. janvāris")
        await there.janis.new()
        await there.elza.new()
        await stage.wind("2026-01-24T12:00")
        days_ = ["2026-01-20", "2026-01-21", "2026-01-22"]
        assert days(await unasked(there.elza), READING) == days_


async def test_of_two_mentees_one_has_more_time(opened: Opened) -> None:
    """The mentor reads one plan now and the other later; having read one says nothing of it."""
    async with opened(*THEIRS, at="2026-01-12T12:00", automatic_days=7) as (stage, there):
        await stage.pair(there.janis, there.roberts)
        await stage.wind("2026-01-14T18:00")
        await moved_by_five_days(there)
        await stage.wind("2026-01-16T18:00")
        assert days(await unasked(there.janis), READING) == ["2026-01-15", "2026-01-16"]
        await there.janis.tap("Izdarīts")
        await there.janis.new()
        await stage.wind("2026-01-24T12:00")
        days_ = ["2026-01-20", "2026-01-21", "2026-01-22"]
        assert days(await unasked(there.janis), READING) == days_


async def test_a_coordinator_is_told_of_each_on_their_own_day(opened: Opened) -> None:
    """Of Roberts when it was meant, of Elza when she was given until, and of what hangs on it."""
    to_all = tuple(replace(each, remind=replace(EVERY, to=("coordinator",))) for each in THEIRS)
    mine = replace(to_all[0], remind=replace(EVERY, to=("mentee", "coordinator")))
    async with opened(mine, to_all[1], automatic_days=7) as (stage, there):
        await moved_by_five_days(there)
        await stage.wind("2026-01-24T12:00")
        heard = [m for m in await unasked(there.ilze) if PLAN in m["text"]]
        whom = {
            m["at"][:10]: [n for n in ("Elza", "Roberts") if n in _line(m, PLAN)] for m in heard
        }
        assert whom["2026-01-15"] == ["Roberts"]
        assert whom["2026-01-18"] == whom["2026-01-19"] == whom["2026-01-20"] == ["Elza"]


def _line(message: dict[str, Any], title: str) -> str:
    return "\n".join(line for line in message["text"].splitlines() if title in line)
