"""A young person on exchange says where they live now, and everything follows."""

from datetime import date, time

import pytest

from desk import acts
from desk.visit import Visit
from mentoring.calendar import Event, Remind, When
from mentoring.localtime import local
from store import people
from store import schema as s
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, after, said
from tests.desk.test_rhythm import in_small

TITLE = "Aiziet uz konsultāciju"
WEST, EAST = "America/New_York", "Asia/Tokyo"


async def lives_in(phone: Phone, place: str) -> None:
    """Says it in the chat and confirms what the clock shows there."""
    await phone.send("laika josla")
    await phone.send(place)
    await phone.tap("Jā, sakrīt")
    await phone.new()


async def zone_of(phone: Phone) -> str | None:
    found = await phone.stage.read(lambda tx: people.load(tx, phone.person))
    assert found is not None
    return str(found.zone) if found.zone else None


async def reminded(phone: Phone, zone: str) -> list[str]:
    """When the task was spoken of, by the clock of that place."""

    def read(tx: Tx) -> list[str]:
        row = s.occurrences.c
        kinds = ("nudge", "due_today", "late")
        query = s.occurrences.select().where(row.person == phone.person, row.state == "fired")
        told = [each.due_at for each in tx.execute(query.where(row.kind.in_(kinds)))]
        return sorted(f"{local(each, zone):%m-%d %H:%M}" for each in told)

    found: list[str] = await phone.stage.read(read)
    return found


async def test_the_time_there_is_shown_before_anything_changes(cast: Cast, stage: Stage) -> None:
    """Nine in Riga on a Monday is two in New York; a yes, and only a yes, moves it."""
    asked = said(await cast.elza.send("mana laika josla"))
    assert "Rīga" in asked
    assert "plkst. 9.00" in asked
    shown = said(await cast.elza.send("Ņujorka"))
    assert "pirmdiena, plkst. 2.00" in shown
    assert await zone_of(cast.elza) is None
    kept = said(await cast.elza.tap("Jā, sakrīt"))
    assert "Ņujorka" in kept
    assert await zone_of(cast.elza) == WEST
    await cast.elza.send("kad rakstīt")
    await cast.elza.tap("Laika josla")
    assert "Rīga" in said(await cast.elza.tap("Kā programmā"))
    assert await zone_of(cast.elza) is None


@pytest.mark.parametrize(
    ("place", "zone"), [("Ņujorka", WEST), ("Tokijā", EAST), ("Europe/Berlin", "Europe/Berlin")]
)
@pytest.mark.parametrize(
    ("now", "due", "days"),
    [
        ("2026-03-03T12:00", "2026-03-09", ["03-06", "03-08", "03-09"]),
        ("2026-03-24T12:00", "2026-03-30", ["03-27", "03-29", "03-30"]),
        ("2026-10-21T12:00", "2026-10-26", ["10-23", "10-25", "10-26"]),
        ("2026-10-28T12:00", "2026-11-02", ["10-30", "11-01", "11-02"]),
    ],
)
async def test_reminders_come_at_four_where_the_person_lives(
    cast: Cast, stage: Stage, place: str, zone: str, now: str, due: str, days: list[str]
) -> None:
    """Also in the weeks in which the clocks change there, here, or only in one of both."""
    await stage.asleep_until(now)
    await stage.task(cast.elza, TITLE, due)
    await lives_in(cast.elza, place)
    await stage.wind(after(f"{due}T12:00", days=1))
    assert await reminded(cast.elza, zone) == [f"{day} 16:00" for day in days]


async def test_quiet_hours_are_those_of_the_place(cast: Cast, stage: Stage) -> None:
    """Half past four in the afternoon in Riga is night in Tokyo: the question is not sent then."""
    await lives_in(cast.elza, "Tokija")
    await lives_in(cast.roberts, "Ņujorka")
    await stage.wind("2026-01-17T12:00")
    asks = "Kāda bija šī nedēļa"
    walls = {}
    for phone in (cast.elza, cast.roberts):
        [only] = [m["at"][5:16] for m in await phone.new() if asks in m["text"]]
        walls[phone.name] = only  # the chat shows Riga's clock
    assert walls == {"Elza Vītola": "01-16T09:30", "Roberts Krūmiņš": "01-16T23:30"}


async def test_moving_there_and_back_repeats_nothing(cast: Cast, stage: Stage) -> None:
    """Told in Tokyo this morning, it is not told again in New York this evening."""
    await stage.task(cast.elza, TITLE, "2026-01-15")
    await lives_in(cast.elza, "Tokija")
    await stage.wind("2026-01-14T12:00")
    before = (await cast.elza.text()).count(f"„{TITLE}”")
    await lives_in(cast.elza, "Ņujorka")
    await stage.wind("2026-01-15T07:00")
    assert (await cast.elza.text()).count(f"„{TITLE}”") == before
    assert len(await reminded(cast.elza, WEST)) == 1


async def test_a_wide_country_asks_which_city(cast: Cast, stage: Stage) -> None:
    await cast.elza.send("laika josla ASV")
    assert "Ņujorka" in await cast.elza.labels()
    assert "Čikāga" in said(await cast.elza.tap("Čikāga"))
    await cast.elza.tap("Nē, cita vieta")
    assert "Tādu vietu nezinu" in said(await cast.elza.send("mājās"))
    assert "Berlīne" in said(await cast.elza.send("Vācijā"))
    await cast.elza.send("uzdevumi")
    assert await zone_of(cast.elza) is None


async def test_in_english_as_well(stage: Stage) -> None:
    mia = await stage.enter("Mia Gray", language="en")
    assert "London" in said(await mia.send("time zone London"))
    assert "Monday, 7:00" in said(await mia.tap("Yes, the same"))
    assert await zone_of(mia) == "Europe/London"


async def test_a_forged_zone_changes_nothing(cast: Cast, stage: Stage) -> None:
    def act(tx: Tx) -> None:
        part = people.parts(tx, cast.elza.person)[0]
        who = stage.known(tx, cast.elza.person)
        visit = Visit(tx, stage.planning.world, who, part, stage.clock.now(), "test:zone")
        acts.perform(visit, {"do": "zone_set", "zone": "../../etc/passwd"})

    await stage.read(act)
    assert await zone_of(cast.elza) is None


async def test_a_person_abroad_reads_when_a_human_answers_by_their_clock(
    cast: Cast, stage: Stage
) -> None:
    """Nine the next day in Riga is two at night in New York."""
    await lives_in(cast.elza, "Ņujorka")
    answer = said(await cast.elza.send("Kur var nopirkt lētu ģitāru?"))
    assert "plkst. 2.00" in answer


async def test_what_begins_at_an_hour_names_both_clocks(cast: Cast, sqlite_url: str) -> None:
    """A lesson at five in Riga is at three in London, and is told an hour before."""
    lesson = Event(
        id="lesson",
        kind="meeting",
        title={"lv": "Kopīga nodarbība", "en": "Lesson together"},
        roles=("mentee",),
        when=When(day=date(2026, 1, 14)),
        at=time(17),
        remind=Remind(on_day=True),
    )
    async with in_small(sqlite_url, cast, events=(lesson,)) as (stage, there):
        await lives_in(there.elza, "Londona")
        await stage.wind("2026-01-14T18:00")
        [told] = [m for m in await there.elza.new() if "Kopīga" in m["text"]]
        assert told["at"][11:16] == "16:00"
        assert "plkst. 17.00 (pie tevis 15.00)" in told["text"]
