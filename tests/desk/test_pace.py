"""Who races ahead and who has not begun: what they hear, and who sees it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from desk import acts, pace
from desk.visit import Visit
from mentoring.calendar import Event, Remind, When
from store import people, tasks
from store.work import Tx
from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, closing, programmes, put_on, said
from tests.desk.test_rhythm import at_times, in_small, unasked
from tests.mentoring.small_programme import BREAKS, SEMESTERS
from tests.scheduler.seasons import small_world
from tests.statements import counted

FIRST, SECOND, THIRD = "Aiziet uz konsultāciju", "Izrunāt ar mammu", "Sameklēt grāmatu"
COURSE = Event(
    id="course",
    kind="task",
    title={"lv": "Kursa 1. daļa", "en": "Course, part 1"},
    roles=("mentee",),
    when=When(day=date(2026, 1, 20)),
)
MORE = replace(
    COURSE,
    id="more",
    title={"lv": "Kursa 2. daļa", "en": "Course, part 2"},
    when=When(day=date(2026, 1, 26)),
)


async def does(phone: Phone, title: str) -> str:
    await phone.send("/uzdevumi")
    await phone.tap(title)
    return said(await phone.tap("Ir padarīts"))


async def about(phone: Phone, title: str) -> list[str]:
    return at_times([m for m in await unasked(phone) if title in m["text"]])


async def test_done_early_offers_the_next_thing_in_the_answer(cast: Cast, stage: Stage) -> None:
    """Once, as a reply; nothing comes of it later by itself."""
    await stage.task(cast.elza, FIRST, "2026-01-20")
    await stage.task(cast.elza, SECOND, "2026-01-29")
    answer = await does(cast.elza, FIRST)
    assert "agrāk" in answer
    assert SECOND in answer
    assert SECOND in said(await cast.elza.tap(SECOND))
    await stage.wind("2026-01-16T12:00")
    assert await unasked(cast.elza) == []


async def test_done_in_time_is_just_done(cast: Cast, stage: Stage) -> None:
    """Nobody is sent on from one thing to the next."""
    await stage.task(cast.elza, FIRST, "2026-01-13")
    await stage.task(cast.elza, SECOND, "2026-01-29")
    answer = await does(cast.elza, FIRST)
    assert "agrāk" not in answer
    assert SECOND not in answer


async def test_in_the_calendar_the_next_thing_is_offered_too(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, events=(COURSE, MORE)) as (stage, there):
        await stage.planned()

        async def finish(event: str, day: str) -> str:
            await press(stage, there.elza, event, day)
            return said(await there.elza.new())

        assert "Kursa 2. daļa" in await finish("course", "2026-01-20")
        last = await finish("more", "2026-01-26")
        assert "agrāk" in last
        assert "Kursa" not in last
        assert "Apsteidz plānu (1): Elza Vītola" in said(await there.ilze.send("temps"))


async def press(stage: Stage, phone: Phone, event: str, day: str) -> None:
    """The button under an item of a day's list."""
    await does_act(stage, phone, "event_done", event=event, date=day)


async def does_act(stage: Stage, phone: Phone, do: str, event: str, **what: Any) -> None:
    def act(tx: Tx) -> None:
        part = people.parts(tx, phone.person)[0]
        who = stage.known(tx, phone.person)
        origin = f"test:{do}:{event}"
        visit = Visit(tx, stage.planning.world, who, part, stage.clock.now(), origin)
        acts.perform(visit, {"do": do, "event": event, **what})

    await stage.read(act)
    await stage.assistant.delivery.flush()


async def test_who_is_ahead_gets_one_early_word_instead_of_two(cast: Cast, stage: Stage) -> None:
    """Two things done early: of the third is spoken the day before, and on its day."""
    await stage.task(cast.elza, FIRST, "2026-01-20")
    await stage.task(cast.elza, SECOND, "2026-01-21")
    await stage.task(cast.elza, THIRD, "2026-01-29")
    await does(cast.elza, FIRST)
    await does(cast.elza, SECOND)
    await cast.elza.new()
    await stage.wind("2026-01-30T12:00")
    assert await about(cast.elza, THIRD) == ["01-28T16:00", "01-29T16:00"]


NOTHING = Remind()
OFTEN = Remind(before=(3, 1), on_day=True)


def course(name: str, title: str, day: int, remind: Remind = OFTEN, **changes: Any) -> Event:
    what = {"id": name, "title": {"lv": title, "en": title}, "remind": remind, **changes}
    return replace(COURSE, when=When(day=date(2026, 1, day)), **what)


async def test_who_is_ahead_gets_one_early_word_of_the_calendars_tasks(
    cast: Cast, sqlite_url: str
) -> None:
    """Two parts done early by their button: the third has one early word, the meeting all."""
    calendar = (
        course("one", FIRST, 20, NOTHING),
        course("two", SECOND, 21, NOTHING),
        course("three", THIRD, 29),
        course("fair", "Karjeras diena", 30, kind="meeting"),
    )
    async with in_small(sqlite_url, cast, events=calendar) as (stage, there):
        await stage.planned()
        for name, day in (("one", "2026-01-20"), ("two", "2026-01-21")):
            await press(stage, there.elza, name, day)
        await there.elza.new()
        await stage.wind("2026-01-31T12:00")
        heard = await there.elza.new()
        about_third = [m["at"][8:10] for m in heard if THIRD in m["text"]]
        assert about_third == ["28", "29"]
        assert [m["at"][8:10] for m in heard if "Karjeras" in m["text"]] == ["27", "29", "30"]
        assert await about(there.roberts, THIRD) == ["01-26T16:00", "01-28T16:00", "01-29T16:00"]


async def test_what_is_done_in_the_calendar_counts_for_tasks_at_once(
    cast: Cast, sqlite_url: str
) -> None:
    """Done in the morning of the day on which the task was to be spoken of first."""
    calendar = (course("one", FIRST, 30, NOTHING), course("two", SECOND, 31, NOTHING))
    async with in_small(sqlite_url, cast, events=calendar) as (stage, there):
        await stage.task(there.elza, THIRD, "2026-01-29")
        await stage.wind("2026-01-26T10:00")
        await press(stage, there.elza, "one", "2026-01-30")
        await press(stage, there.elza, "two", "2026-01-31")
        await there.elza.new()
        await stage.wind("2026-01-30T12:00")
        assert await about(there.elza, THIRD) == ["01-28T16:00", "01-29T16:00"]


@pytest.mark.parametrize("by", ["the calendar", "more time"])
async def test_early_is_before_the_day_it_was_meant_for(
    cast: Cast, sqlite_url: str, by: str
) -> None:
    """Done within a week that was given is not ahead of anything; the same by the calendar is."""
    more = programmes()[PROGRAMME].programme.extensions
    day = "21" if by == "more time" else "28"
    calendar = (course("one", FIRST, int(day), NOTHING), course("two", SECOND, int(day), NOTHING))
    changes = {"events": calendar, "extensions": replace(more, automatic_days=7)}
    async with in_small(sqlite_url, cast, **changes) as (stage, there):
        await stage.planned()
        for name in ("one", "two"):
            if by == "more time":
                granted = {"date": f"2026-01-{day}", "day": "2026-01-28"}
                await does_act(stage, there.elza, "extend_to", name, **granted)
        await stage.wind("2026-01-22T12:00")
        for name in ("one", "two"):
            await press(stage, there.elza, name, f"2026-01-{day}")
        pace = said(await there.ilze.send("temps"))
        assert ("Apsteidz plānu (1): Elza Vītola" in pace) == (by == "the calendar")


async def test_who_asked_for_more_time_of_the_calendar_has_begun(
    cast: Cast, sqlite_url: str
) -> None:
    """As with a task of one's own; whoever has not asked is still to begin."""
    calendar = (course("one", FIRST, 14, NOTHING), course("two", SECOND, 30, NOTHING))
    more = replace(programmes()[PROGRAMME].programme.extensions, automatic_days=7)
    async with in_small(sqlite_url, cast, events=calendar, extensions=more) as (stage, there):
        await stage.planned()
        granted = {"date": "2026-01-30", "day": "2026-02-05"}
        await does_act(stage, there.elza, "extend_to", "two", **granted)
        await stage.wind("2026-01-28T12:00")
        group = said(await there.ilze.send("temps"))
        assert "Pirmais solis vēl priekšā (1): Roberts Krūmiņš" in group


async def test_who_has_not_begun_hears_less_and_in_other_words(cast: Cast, stage: Stage) -> None:
    """A week after the first date nothing is done: a small step is enough, and one early word."""
    await stage.task(cast.elza, FIRST, "2026-01-13")
    await stage.wind("2026-01-22T12:00")
    before = [m["text"] for m in await unasked(cast.elza) if FIRST in m["text"]]
    assert ["mazu soli" in text for text in before] == [False, False, False, True]
    await stage.task(cast.elza, SECOND, "2026-01-28")
    await stage.wind("2026-02-08T12:00")
    news = [m for m in await unasked(cast.elza) if SECOND in m["text"]]
    assert at_times(news) == ["01-25T16:00", "01-28T16:00", "01-30T16:00"]
    assert "mazu soli" in news[0]["text"]
    assert "Kā iet?" not in news[0]["text"]
    await does(cast.elza, FIRST)
    assert "Temps: iet līdzi plānam" in await card(cast)


async def test_who_has_not_begun_hears_of_the_calendar_in_other_words_too(
    cast: Cast, sqlite_url: str
) -> None:
    """Beside the programme's own words, and where it has none; nobody else hears them."""
    own = {"lv": "Nosūti melnrakstu mentoram.", "en": "Send your mentor a draft."}
    calendar = (
        course("one", FIRST, 12, NOTHING),
        course("two", SECOND, 21, Remind(before=(1,)), text=own),
        course("three", THIRD, 26, Remind(on_day=True, late=(2,)), kind="questionnaire"),
        course("fair", "Karjeras diena", 27, Remind(before=(4,)), kind="meeting"),
    )
    async with in_small(sqlite_url, cast, events=calendar) as (stage, there):
        await stage.planned()
        await press(stage, there.roberts, "one", "2026-01-12")
        await there.roberts.new()
        await stage.wind("2026-01-29T12:00")
        heard = [m["text"] for m in await unasked(there.elza)]
        early, fair, today, late = [
            next(text for text in heard if each in text)
            for each in (SECOND, "Karjeras", f"Šodien: {THIRD}", f"{THIRD}: termiņš bija")
        ]
        assert early.endswith(f"mazu soli.\n\n{own['lv']}")
        assert "mazs sākums" in today
        assert "mazu soli" in late
        assert not any(small(text) for text in (fair, *await texts(there.roberts)))


def small(text: str) -> bool:
    return "mazu soli" in text or "mazs sākums" in text


async def texts(phone: Phone) -> list[str]:
    return [m["text"] for m in await unasked(phone)]


async def test_a_days_list_says_once_that_a_small_step_is_enough(
    cast: Cast, sqlite_url: str
) -> None:
    """Below the list and not in each line; a list without anything to be done says nothing."""
    calendar = (
        course("one", FIRST, 12, NOTHING),
        course("two", SECOND, 22, Remind(before=(1,))),
        course("three", THIRD, 22, Remind(before=(1,))),
        course("fair", "Karjeras diena", 28, Remind(before=(1,)), kind="meeting"),
        course("visit", "Ciemos uzņēmumā", 28, Remind(before=(1,)), kind="meeting"),
    )
    async with in_small(sqlite_url, cast, events=calendar) as (stage, there):
        await stage.planned()
        await press(stage, there.roberts, "one", "2026-01-12")
        await there.roberts.new()
        await stage.wind("2026-01-29T12:00")
        heard = await texts(there.elza)
        [both] = [text for text in heard if SECOND in text]
        assert THIRD in both
        assert both.count("mazu soli") == 1
        assert "mazu soli" in both.splitlines()[-1]
        [fair] = [text for text in heard if "Karjeras" in text]
        assert not small(fair)
        assert not any(small(text) for text in await texts(there.roberts))


async def test_above_a_check_in_the_words_are_as_kind(cast: Cast, stage: Stage) -> None:
    """On a Friday the question of the week stands under the task."""
    await stage.task(cast.elza, FIRST, "2026-01-13")
    await stage.task(cast.elza, SECOND, "2026-01-26")
    await stage.wind("2026-01-22T12:00")
    await unasked(cast.elza)
    await stage.wind("2026-01-23T19:00")
    [only] = await unasked(cast.elza)
    assert SECOND in only["text"]
    assert only["text"].index("mazu soli") < only["text"].index("Kas tev šonedēļ palīdzēja")


async def card(cast: Cast) -> str:
    await cast.janis.send("jaunieši")
    return said(await cast.janis.tap("Elza Vītola"))


async def test_the_mentor_sees_the_pace(cast: Cast, stage: Stage) -> None:
    """Nothing about it where there is nothing to measure."""
    assert "Temps" not in await card(cast)
    await stage.task(cast.elza, FIRST, "2026-01-13")
    assert "Temps: iet līdzi plānam" in await card(cast)
    await stage.wind("2026-01-21T12:00")
    assert "Temps: pirmais solis vēl priekšā" in await card(cast)


async def test_the_coordinator_sees_who_is_ahead_and_who_has_not_begun(
    cast: Cast, stage: Stage
) -> None:
    """With counts and names, from the menu or by a word, and can write to who has not begun."""
    await stage.enter("Zane Zute")
    await stage.task(cast.elza, FIRST, "2026-01-20")
    await stage.task(cast.elza, SECOND, "2026-01-21")
    await stage.task(cast.roberts, THIRD, "2026-01-13")
    await does(cast.elza, FIRST)
    await does(cast.elza, SECOND)
    await stage.wind("2026-01-21T12:00")
    await cast.ilze.send("izvēlne")
    await cast.ilze.new()
    shown = said(await cast.ilze.tap("Kādā tempā iet"))
    assert "Apsteidz plānu (1): Elza Vītola" in shown
    assert "Pirmais solis vēl priekšā (1): Roberts Krūmiņš" in shown
    assert "Plānā vēl nav nekā ar termiņu: 1" in shown
    assert "Roberts" in said(await cast.ilze.tap("Rakstīt: Roberts"))
    await cast.ilze.send("Kā varu palīdzēt?")
    assert "Kā varu palīdzēt?" in said(await cast.roberts.new())


@pytest.mark.parametrize("calendar", [(), (COURSE, MORE)], ids=["tasks", "calendar"])
async def test_for_many_it_is_read_with_as_few_statements_as_for_one(
    database_url: str, calendar: tuple[Event, ...]
) -> None:
    """A programme may have thousands of mentees, and others write meanwhile."""
    small = small_world(events=calendar, semesters=SEMESTERS, breaks=BREAKS)
    async with closing(put_on(open_store(database_url), small)) as stage:
        ilze = await stage.enter("Ilze Kalniņa", "coordinator")
        await behind(stage, "Elza Vītola")
        few = await looked_at(stage, ilze)
        assert "Pirmais solis vēl priekšā (1): Elza Vītola" in said(await ilze.new())
        for name in ("Anna Liepa", "Juris Kalns", "Zane Zute"):
            await behind(stage, name)
        await stage.enter("Nav Piekritis", agreed=False)
        assert await looked_at(stage, ilze) == few
        names = "Anna Liepa, Elza Vītola, Juris Kalns, Zane Zute"
        assert f"Pirmais solis vēl priekšā (4): {names}" in said(await ilze.new())


async def behind(stage: Stage, name: str) -> None:
    """Somebody new, with a task that was due nine days ago."""
    phone = await stage.enter(name)

    def write(tx: Tx) -> None:
        then = stage.clock.now() - timedelta(days=9)
        tasks.add(
            tx,
            stage.known(tx, phone.person),
            programme=PROGRAMME,
            pairing=None,
            title=FIRST,
            due=then.date(),
            now=then,
        )

    await stage.read(write)


async def looked_at(stage: Stage, phone: Phone) -> int:
    """How many statements the view took."""

    def look(tx: Tx) -> int:
        part, who = people.parts(tx, phone.person)[0], stage.known(tx, phone.person)
        visit = Visit(tx, stage.planning.world, who, part, stage.clock.now(), next(origins))
        with counted(tx) as statements:
            pace.show(visit)
        return len(statements)

    taken = await stage.read(look)
    await stage.assistant.delivery.flush()
    return int(taken)


origins = (f"test:{number}" for number in count(1))


async def test_nobody_else_sees_it(cast: Cast, stage: Stage) -> None:
    await stage.task(cast.roberts, THIRD, "2026-01-13")
    await stage.wind("2026-01-21T12:00")
    for phone in (cast.elza, cast.janis):
        assert "Roberts" not in said(await phone.send("/temps"))


async def test_in_english_as_well(stage: Stage) -> None:
    mia = await stage.enter("Mia Gray", language="en")
    anne = await stage.enter("Anne Hill", "coordinator", language="en")
    await stage.task(mia, FIRST, "2026-01-13")
    await stage.wind("2026-01-22T12:00")
    await stage.task(mia, SECOND, "2026-01-28")
    await stage.wind("2026-01-25T18:00")
    assert "small step" in said(await mia.new())
    assert "First step still to come (1): Mia Gray" in said(await anne.send("who has not begun"))
