"""One message a day: told together, put off, at one's own hour, and not while away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from desk.snoozing import EVENING
from mentoring.calendar import Event, Remind, When
from mentoring.programme import CheckIn
from tests.check_ins import asked_in
from tests.databases import open_store
from tests.desk.fixtures import TAKEN, Cast
from tests.desk.stage import Bubble, Phone, Stage, closing, put_on, said
from tests.mentoring.small_programme import BREAKS, SEMESTERS
from tests.scheduler.seasons import small_world

TITLE, OTHER = "Aiziet uz konsultāciju", "Izrunāt ar mammu"
ASKS = "Kāda bija šī nedēļa"
COURSE = Event(
    id="course",
    kind="task",
    title={"lv": "Kursa 1. daļa", "en": "Course, part 1"},
    roles=("mentee",),
    when=When(day=date(2026, 1, 19)),
    remind=Remind(before=(3,)),
)


async def unasked(phone: Phone) -> list[Bubble]:
    """What came since the last look, without the answers to what was tapped."""
    return [m for m in await phone.new() if m["from"] == "bot"]


def at_times(messages: list[Bubble]) -> list[str]:
    return [m["at"][5:16] for m in messages]


async def test_a_nudge_and_a_check_in_come_as_one_message(cast: Cast, stage: Stage) -> None:
    """On a Friday: the task's buttons, then the question; both can be answered."""
    await stage.task(cast.elza, TITLE, "2026-01-19")
    await stage.wind("2026-01-16T19:00")
    [only] = await unasked(cast.elza)
    assert TITLE in only["text"]
    assert only["text"].index(TITLE) < only["text"].index(ASKS)
    assert "slēgts" not in said(await cast.elza.tap("Ir padarīts"))
    assert "palīdzēja" in said(await cast.elza.tap("4"))
    await stage.wind("2026-01-22T12:00")
    assert await unasked(cast.elza) == []


async def test_last_weeks_question_is_over_when_the_next_comes_with_a_task(
    cast: Cast, stage: Stage
) -> None:
    """Also where the new one stands under something else."""
    await stage.wind("2026-01-16T19:00")
    old = await cast.elza.key("4")
    await cast.elza.new()
    await stage.task(cast.elza, TITLE, "2026-01-26")
    await stage.wind("2026-01-23T19:00")
    [only] = await unasked(cast.elza)
    assert TITLE in only["text"]
    assert asked_in(only["text"])
    assert "beigusies" in said(await cast.elza.press(old))


async def test_in_english_as_well(stage: Stage) -> None:
    zane = await stage.enter("Zane Zute", language="en")
    await stage.task(zane, TITLE, "2026-01-19")
    await stage.wind("2026-01-16T19:00")
    [only] = await unasked(zane)
    assert TITLE in only["text"]
    assert "week" in only["text"].split(TITLE)[1]
    await zane.tap("4")
    assert await zane.labels()


@asynccontextmanager
async def in_small(url: str, cast: Cast, **changes: Any) -> AsyncIterator[tuple[Stage, Cast]]:
    """The cast in a small programme of the spring of 2026."""
    rules: dict[str, Any] = {"semesters": SEMESTERS, "breaks": BREAKS, **changes}
    async with closing(put_on(open_store(url), small_world(**rules))) as stage:
        stage.clock.offset += TAKEN
        yield stage, cast.on(stage)


async def test_two_tasks_and_an_event_share_a_message(cast: Cast, sqlite_url: str) -> None:
    """Each has its button; a tap opens the one."""
    async with in_small(sqlite_url, cast, events=(COURSE,)) as (stage, there):
        for title in (TITLE, OTHER):
            await stage.task(there.elza, title, "2026-01-19")
        await stage.wind("2026-01-16T12:00")
        await there.elza.new()
        await stage.wind("2026-01-16T19:00")
        [only] = await unasked(there.elza)
        assert all(title in only["text"] for title in (TITLE, OTHER, "Kursa 1. daļa"))
        assert TITLE in said(await there.elza.tap(TITLE))
        assert "Kursa 1. daļa" in said(await there.elza.tap("Kursa 1. daļa"))


async def test_a_question_in_the_morning_does_not_use_up_the_day(
    cast: Cast, sqlite_url: str
) -> None:
    """It waits for what is due in the afternoon and comes with it."""
    ask = CheckIn(weekday=4, at=time(9), dialog="check-in")
    async with in_small(sqlite_url, cast, check_in=ask) as (stage, there):
        await stage.task(there.elza, TITLE, "2026-01-16")
        await stage.wind("2026-01-16T20:00")
        messages = [m for m in await unasked(there.elza) if m["at"] > "2026-01-16"]
        assert at_times(messages) == ["01-16T16:00"]
        assert TITLE in said(messages)
        assert ASKS in said(messages)


ASKING = replace(
    COURSE,
    text={"lv": "Vai jau zini, ko teiksi?", "en": "Do you know what you will say?"},
)


async def test_under_an_event_that_asks_itself_nothing_else_is_asked(
    cast: Cast, sqlite_url: str
) -> None:
    """One message, one question; the check-in has the next school day for itself."""
    async with in_small(sqlite_url, cast, events=(ASKING,)) as (stage, there):
        await stage.planned()
        await stage.wind("2026-01-16T20:00")
        friday = [m for m in await unasked(there.elza) if m["at"] > "2026-01-16"]
        assert at_times(friday) == ["01-16T16:00"]
        assert said(friday).count("?") == 1
        assert "Vai jau zini" in said(friday)
        await stage.wind("2026-01-19T20:00")
        assert ASKS in said(await unasked(there.elza))


async def test_a_list_with_an_event_that_asks_by_its_name_asks_no_more(
    cast: Cast, sqlite_url: str
) -> None:
    named = replace(COURSE, title={"lv": "Ko es protu?", "en": "What can I do?"})
    async with in_small(sqlite_url, cast, events=(named,)) as (stage, there):
        await stage.task(there.elza, TITLE, "2026-01-19")
        await stage.wind("2026-01-16T20:00")
        [friday] = [m for m in await unasked(there.elza) if m["at"] > "2026-01-16"]
        assert TITLE in friday["text"]
        assert friday["text"].count("?") == 1


async def told(cast: Cast, stage: Stage, due: str = "2026-01-21") -> None:
    """Sunday, 18 January, 16.00: the task of Wednesday is spoken of."""
    await stage.task(cast.elza, TITLE, due)
    await stage.wind("2026-01-18T16:30")
    assert TITLE in said(await unasked(cast.elza))


@pytest.mark.parametrize(
    ("choice", "comes"),
    [
        ("Pēc stundas", "01-18T17:30"),
        ("Vakarā", f"01-18T{EVENING:%H:%M}"),
        ("Rīt", "01-19T16:00"),
        ("Pirmdien", "01-19T16:00"),
    ],
)
async def test_not_now(cast: Cast, stage: Stage, choice: str, comes: str) -> None:
    """The same words come again, once, at the hour that was chosen."""
    await told(cast, stage)
    await cast.elza.tap("Ne tagad")
    await cast.elza.tap(choice)
    await cast.elza.new()
    await stage.wind("2026-01-20T12:00")
    assert at_times(await unasked(cast.elza)) == [comes]


@pytest.mark.parametrize("deed", ["done", "moved"])
async def test_what_was_put_off_and_done_or_moved_does_not_come(
    cast: Cast, stage: Stage, deed: str
) -> None:
    await told(cast, stage)
    await cast.elza.tap("Ne tagad")
    await cast.elza.tap("Rīt")
    if deed == "done":
        await cast.elza.tap("Ir padarīts")
    else:
        await cast.elza.tap("Pārcelt")
        await cast.elza.send("30. janvāris")
    await cast.elza.new()
    await stage.wind("2026-01-22T12:00")
    assert await unasked(cast.elza) == []


async def test_put_off_until_its_day_it_says_what_is_true_then(cast: Cast, stage: Stage) -> None:
    """Once: "today" takes the place of what is due on that day anyway."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-01-19T16:30")
    await cast.elza.tap("Ne tagad")
    await cast.elza.tap("Rīt")
    await cast.elza.new()
    await stage.wind("2026-01-20T19:00")
    [only] = await unasked(cast.elza)
    assert "Šodien ir termiņš" in only["text"]


@pytest.mark.parametrize(
    ("told", "offered"),
    [
        ("2026-01-20T16:30", ["Pēc stundas", "Vakarā", "Rīt"]),
        ("2026-01-23T16:30", ["Pēc stundas", "Vakarā"]),
        ("2026-01-25T16:30", ["Pēc stundas", "Vakarā", "Rīt", "Pirmdien"]),
    ],
)
async def test_nothing_is_put_off_past_its_due_date(
    cast: Cast, stage: Stage, told: str, offered: list[str]
) -> None:
    """Before Friday's date there is no "Monday"; once it has passed any day will do."""
    await stage.task(cast.elza, TITLE, "2026-01-23")
    await stage.wind(told)
    await cast.elza.tap("Ne tagad")
    assert await cast.elza.labels() == offered


async def test_who_said_monday_is_not_reminded_before(cast: Cast, stage: Stage) -> None:
    """The reminders in between are covered by the one that was chosen."""
    await stage.task(cast.elza, TITLE, "2026-01-26")
    await stage.wind("2026-01-23T16:30")
    await cast.elza.tap("Ne tagad")
    await cast.elza.tap("Pirmdien")
    await cast.elza.new()
    await stage.wind("2026-01-27T12:00")
    [only] = [m for m in await unasked(cast.elza) if TITLE in m["text"]]
    assert only["at"][:10] == "2026-01-26"


async def test_several_things_are_put_off_together(cast: Cast, stage: Stage) -> None:
    """And come back as one message, the sooner due first."""
    await stage.task(cast.elza, OTHER, "2026-01-21")
    await stage.task(cast.elza, TITLE, "2026-01-19")
    await stage.wind("2026-01-18T12:00")
    await cast.elza.new()
    await stage.wind("2026-01-18T16:30")
    [first] = await unasked(cast.elza)
    assert first["text"].startswith("Atgādinu par 2 lietām. Ar kuru sāksim?")
    assert first["text"].index(TITLE) < first["text"].index(OTHER)
    await cast.elza.tap("Ne tagad")
    await cast.elza.tap("Pēc stundas")
    await cast.elza.new()
    await stage.wind("2026-01-18T18:30")
    [again] = await unasked(cast.elza)
    assert again["at"][5:16] == "01-18T17:30"
    assert TITLE in again["text"]
    assert OTHER in again["text"]


async def test_a_joined_message_asks_one_question(cast: Cast, stage: Stage) -> None:
    """With the ways on of the task, "not now", and the check-in's own why."""
    await stage.task(cast.elza, TITLE, "2026-01-16")
    await stage.wind("2026-01-16T19:00")
    only = (await unasked(cast.elza))[-1]
    assert "Šodien ir termiņš" in only["text"]
    assert only["text"].count("?") == 1
    labels = [each["label"] for each in only["buttons"]]
    assert "Ne tagad" in labels
    assert sum("Kāpēc" in label for label in labels) == 1
    assert "slēgts" not in said(await cast.elza.tap("Ir padarīts"))


async def test_back_on_the_due_day_it_is_today(cast: Cast, stage: Stage) -> None:
    """What the pause held back is not said in the words of the day before."""
    await stage.task(cast.elza, TITLE, "2026-01-21")
    await cast.elza.send("pauze līdz 21. janvārim")
    await stage.wind("2026-01-21T19:00")
    [only] = [m for m in await unasked(cast.elza) if TITLE in m["text"]]
    assert "Šodien ir termiņš" in only["text"]
    assert "šodien ir uzdevuma termiņš" in said(await cast.elza.tap("Kāpēc šo"))


async def test_what_was_put_off_leaves_the_day_its_message(cast: Cast, stage: Stage) -> None:
    """The reader wanted to hear it again; what is due today comes all the same."""
    await told(cast, stage)
    await stage.task(cast.elza, OTHER, "2026-01-19")
    await cast.elza.tap("Ne tagad")
    await cast.elza.tap("Pēc stundas")
    await cast.elza.new()
    await stage.wind("2026-01-19T19:00")
    assert at_times(await unasked(cast.elza)) == ["01-18T17:30", "01-19T16:00"]


async def test_the_evening_is_not_offered_to_whom_it_is_quiet(cast: Cast, stage: Stage) -> None:
    await cast.elza.send("laiks")
    await cast.elza.tap("Vakaros nerakstīt")
    await told(cast, stage)
    await cast.elza.tap("Ne tagad")
    assert await cast.elza.labels() == ["Pēc stundas", "Rīt", "Pirmdien"]


async def test_an_evening_hour_gives_way_to_a_quiet_evening(cast: Cast) -> None:
    """What is said is when messages really come."""
    await cast.elza.send("laiks")
    await cast.elza.tap("Citā laikā")
    await cast.elza.tap("19.00")
    assert "ap plkst. 19.00" in said(await cast.elza.send("laiks"))
    await cast.elza.tap("Vakaros nerakstīt")
    now = said(await cast.elza.send("laiks"))
    assert "ap plkst. 16.00" in now
    assert "Nerakstu no plkst. 19.00 līdz 8.00." in now


async def test_ones_own_hour_and_weekday(cast: Cast, stage: Stage) -> None:
    """Reminders and the question come when the person likes."""
    await cast.elza.send("laiks")
    await cast.elza.tap("Citā laikā")
    assert "19.00" in said(await cast.elza.tap("19.00"))
    await cast.elza.send("laiks")
    await cast.elza.tap("Citā dienā")
    await cast.elza.tap("trešdienās")
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await cast.elza.new()
    await stage.wind("2026-01-19T12:00")
    assert at_times(await unasked(cast.elza)) == ["01-14T19:00", "01-17T19:00"]


async def test_nothing_comes_in_ones_own_evening_even_after_a_standstill(
    cast: Cast, stage: Stage
) -> None:
    """Down at four, up at half past seven: at eight the next morning."""
    await cast.elza.send("laiks")
    await cast.elza.tap("Vakaros nerakstīt")
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-01-17T15:00")
    await cast.elza.new()
    await stage.asleep_until("2026-01-17T19:30")
    assert await unasked(cast.elza) == []
    await stage.wind("2026-01-18T12:00")
    assert at_times(await unasked(cast.elza)) == ["01-18T08:00"]


async def test_a_pause_until_a_day_is_told_to_the_mentor(cast: Cast, stage: Stage) -> None:
    """Nothing comes before the day; on it comes the one thing that still matters."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    assert "23. janvār" in said(await cast.elza.send("pauze līdz 23. janvārim"))
    told = "Elza Vītola ietur pauzi un atgriezīsies piektdien, 23. janvārī"
    assert told in said(await cast.janis.new())
    await stage.wind("2026-01-24T12:00")
    assert at_times(await unasked(cast.elza)) == ["01-23T16:00"]


async def test_somebody_ill_is_left_alone_and_may_be_back_early(cast: Cast, stage: Stage) -> None:
    """Back before the day, both hear it, and everything goes on."""
    assert "kļūst labāk" in said(await cast.elza.send("slimoju"))
    await cast.elza.tap("Nedēļu")
    await stage.wind("2026-01-15T12:00")
    assert "ietur pauzi" in said(await cast.janis.new())
    await cast.elza.tap("Esmu atpakaļ")
    await stage.wind("2026-01-15T16:30")
    assert "Elza Vītola – pauze ir beigusies" in said(await cast.janis.new())
    await stage.wind("2026-01-16T19:00")
    assert ASKS in said(await unasked(cast.elza))


async def test_a_mentor_who_is_away_hears_of_silence_on_return(cast: Cast, stage: Stage) -> None:
    """It neither disturbs the pause nor is lost."""
    await stage.wind("2026-01-25T12:00")
    await cast.janis.send("pauze līdz 28. janvārim")
    await cast.janis.new()
    await stage.wind("2026-01-28T18:00")
    [only] = await unasked(cast.janis)
    assert "Elza Vītola" in only["text"]
    assert only["at"][5:16] == "01-28T16:00"


async def test_a_mentor_of_two_silent_people_gets_one_overview(cast: Cast, stage: Stage) -> None:
    """With a button for each."""
    await stage.pair(cast.janis, cast.roberts)
    await stage.wind("2026-01-26T12:00")
    await cast.janis.new()
    await stage.wind("2026-01-26T18:00")
    [only] = await unasked(cast.janis)
    assert "Elza Vītola" in only["text"]
    assert "Roberts Krūmiņš" in only["text"]
    assert {"Elza Vītola", "Roberts Krūmiņš"} <= {b["label"] for b in only["buttons"]}


@pytest.mark.parametrize(
    ("day", "word"),
    [("2026-01-17", "atgādina"), ("2026-01-20", "šodien"), ("2026-01-22", "pagājis")],
)
async def test_why_and_never_again(cast: Cast, stage: Stage, day: str, word: str) -> None:
    """Each kind says its rule and can be switched off; then it stays away."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind(f"{day}T18:00")
    assert word in said(await cast.elza.tap("Kāpēc šo"))
    await cast.elza.tap("Vairs nesūtīt")
    again = {"2026-01-17": "02-14", "2026-01-20": "02-17", "2026-01-22": "02-19"}[day]
    await stage.task(cast.elza, OTHER, "2026-02-17")
    await cast.elza.send("čau")
    await stage.wind("2026-02-20T12:00")
    told = [m for m in await unasked(cast.elza) if OTHER in m["text"]]
    assert again not in {at[:5] for at in at_times(told)}
    assert told
