"""The programme's calendar in the chat: on its day, done, and beside an open dialog."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from desk import acts, planning
from desk.visit import Visit
from mentoring.calendar import Event, Remind, When
from store import outbox, people, sessions
from store import schema as s
from store.work import Tx
from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, closing, put_on, said
from tests.desk.test_rhythm import in_small, unasked
from tests.mentoring.small_programme import BREAKS, SEMESTERS
from tests.scheduler.seasons import small_world

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


async def test_what_begins_today_is_more_urgent_than_a_reminder(
    cast: Cast, sqlite_url: str
) -> None:
    """A meeting at six can't stand behind thousands of reminders."""
    meeting = replace(COURSE, id="meeting", kind="meeting", at=time(18), dialog=None)
    async with in_small(sqlite_url, cast, events=(COURSE, meeting)) as (stage, _there):
        await stage.planned()
        await stage.wind("2026-01-14T18:00")

        sent = select(s.outbox.c.priority, s.outbox.c.why).where(s.outbox.c.kind == "event")
        found = await stage.read(lambda tx: [tuple(row) for row in tx.execute(sent)])
        assert {(why["event"], priority) for priority, why in found} == {
            ("meeting", outbox.TODAY),
            ("course", outbox.NUDGE),
        }


async def test_it_goes_where_its_reader_likes_to_be_written_to(cast: Cast, stage: Stage) -> None:
    """Urgent or not, nobody asked for it; answers go where the question came from."""

    def ways(tx: Tx) -> list[str]:
        people.change(tx, cast.elza.person, prefers="telegram")
        part, who = people.parts(tx, cast.elza.person)[0], stage.known(tx, cast.elza.person)
        visit = Visit(tx, stage.planning.world, who, part, stage.clock.now(), "test")
        return [visit.way(priority) for priority in (outbox.REPLY, outbox.TODAY, outbox.NUDGE)]

    assert await stage.read(ways) == ["web", "telegram", "telegram"]


async def test_why_and_never_again(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, events=(COURSE,)) as (stage, there):
        await stage.wind("2026-01-14T18:00")
        assert "kalendārā" in said(await there.elza.tap("Kāpēc šo"))
        await there.elza.tap("Vairs nesūtīt")
        await stage.wind("2026-01-16T12:00")
        assert TITLE not in said(await unasked(there.elza))


async def test_finishing_its_dialog_is_doing_it(cast: Cast, sqlite_url: str) -> None:
    """On its day, from its own button; neither late nor in the list of what is to come."""
    event = replace(COURSE, dialog="insight")
    async with in_small(sqlite_url, cast, events=(event,)) as (stage, there):
        await stage.wind("2026-01-14T18:00")
        await there.elza.tap("Sākt")
        for answer in ("Protu lūgt palīdzību", "izlaist", "izlaist", "nē"):
            assert TITLE in said(await there.elza.send("/upcoming"))
            await there.elza.send("turpināt")
            await there.elza.send(answer)
        assert TITLE not in said(await there.elza.send("kas gaidāms"))
        await there.elza.new()
        await stage.wind("2026-01-16T12:00")
        assert TITLE not in said(await unasked(there.elza))


async def test_a_dialog_finished_before_its_day_counts_and_one_long_before_does_not(
    cast: Cast, sqlite_url: str
) -> None:
    """The same insight is asked for after each stage; each time counts for its own."""
    stages = tuple(
        replace(COURSE, id=name, dialog="insight", when=When(day=day))
        for name, day in (("one", date(2026, 1, 20)), ("two", date(2026, 2, 24)))
    )
    async with in_small(sqlite_url, cast, events=stages) as (stage, there):
        await stage.wind("2026-01-15T12:00")
        await there.elza.send("rīki")
        await there.elza.new()
        await begin(stage, there.elza, "insight")
        for answer in ("Protu lūgt palīdzību", "izlaist", "izlaist", "nē"):
            await there.elza.send(answer)
        await there.elza.new()
        await stage.wind("2026-02-27T12:00")
        told = [m["at"][:10] for m in await unasked(there.elza) if TITLE in m["text"]]
        assert told == ["2026-02-24", "2026-02-25"]


async def begin(stage: Stage, phone: Phone, dialog: str) -> None:
    """As a button of the tools does."""

    def act(tx: Tx) -> None:
        part = people.parts(tx, phone.person)[0]
        who = stage.known(tx, phone.person)
        visit = Visit(tx, stage.planning.world, who, part, stage.clock.now(), f"test:{dialog}")
        acts.perform(visit, {"do": "dialog_start", "dialog": dialog})

    await stage.read(act)
    await stage.assistant.delivery.flush()


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


async def test_any_check_in_counts_as_the_last_one(cast: Cast, sqlite_url: str) -> None:
    """Twenty of them take turns; what is counted from the answer moves with the newest."""
    after = replace(COURSE, when=When(to="answer:check-in", offset=3), remind=Remind(on_day=True))
    async with in_small(sqlite_url, cast, events=(after,)) as (stage, there):
        await stage.wind("2026-01-16T17:00")
        await finishes(there.elza)
        await stage.wind("2026-01-20T12:00")
        assert said(await unasked(there.elza)).count(TITLE) == 1
        await stage.wind("2026-01-23T17:00")
        await finishes(there.elza)
        await stage.wind("2026-01-27T12:00")
        told = [m["at"][:10] for m in await there.elza.all() if TITLE in m["text"]]
        assert told == ["2026-01-19", "2026-01-26"]


async def finishes(phone: Phone) -> None:
    """Answers this week's check-in to its end, whichever it is."""
    await phone.new()
    for _ in range(12):
        labels = await phone.labels()
        skip = [label for label in labels if label in ("Izlaist", "Nē")]
        told = said(await (phone.tap(skip[0]) if skip else answered(phone, labels)))
        if "Paldies" in told:
            return
    raise AssertionError(await phone.labels())


async def answered(phone: Phone, labels: list[str]) -> list[dict[str, object]]:
    usual = [label for label in labels if label not in ("Kāpēc?", "Atpakaļ", "Vēlāk", "Ne tagad")]
    return await (phone.tap(usual[-1]) if usual else phone.send("Labi"))


async def test_start_is_the_day_the_person_joined(sqlite_url: str) -> None:
    """Not the semester's first day, which lay before it and would be news of yesterday."""
    own = replace(COURSE, when=When(to="start", offset=2), remind=Remind(on_day=True))
    past = replace(COURSE, id="past", when=When(day=date(2026, 1, 9)), remind=Remind(late=(8,)))
    world = small_world((own, past), semesters=SEMESTERS, breaks=BREAKS)
    async with closing(put_on(open_store(sqlite_url), world)) as stage:
        await stage.wind("2026-01-14T12:00")
        anna = await stage.enter("Anna Zute")
        await stage.planned()
        await stage.wind("2026-01-19T20:00")
        told = [m["at"][:10] for m in await anna.all() if TITLE in m["text"]]
        assert told == ["2026-01-16"]


EVALUATION = replace(COURSE, roles=("mentor",), dialog="insight", remind=Remind(late=(1, 2)))


async def understands(stage: Stage, phone: Phone) -> None:
    """Begins and ends the dialog of an insight."""
    await begin(stage, phone, "insight")
    for answer in ("Protu lūgt palīdzību", "izlaist", "izlaist", "nē"):
        await phone.send(answer)
    await phone.new()


async def told(phone: Phone) -> list[str]:
    return [m["at"][:10] for m in await unasked(phone) if TITLE in m["text"]]


async def test_done_for_one_mentee_is_not_done_for_the_other(cast: Cast, sqlite_url: str) -> None:
    """A mentor of two finishes it once: of the other they are reminded, until that is done too."""
    async with in_small(sqlite_url, cast, events=(EVALUATION,)) as (stage, there):
        await stage.pair(there.janis, there.roberts)
        await understands(stage, there.janis)
        await stage.wind("2026-01-15T20:00")
        assert await told(there.janis) == ["2026-01-15"]
        await understands(stage, there.janis)
        await stage.wind("2026-01-18T12:00")
        assert await told(there.janis) == []


async def test_a_tap_ends_it_for_all(cast: Cast, sqlite_url: str) -> None:
    """Whoever wrote one of them elsewhere says so."""
    async with in_small(sqlite_url, cast, events=(EVALUATION,)) as (stage, there):
        await stage.pair(there.janis, there.roberts)
        await understands(stage, there.janis)
        await stage.wind("2026-01-15T20:00")
        await there.janis.tap("Izdarīts")
        await there.janis.new()
        await stage.wind("2026-01-18T12:00")
        assert await told(there.janis) == []


async def test_a_mentee_of_months_ago_does_not_ask_for_a_second_evaluation(
    cast: Cast, sqlite_url: str
) -> None:
    """Where it hangs on the pairing, only those count who have it at about the same time."""
    own = replace(EVALUATION, when=When(to="pairing", offset=7))
    async with in_small(sqlite_url, cast, events=(own,)) as (stage, there):
        await stage.wind("2026-02-20T12:00")
        await there.janis.new()
        await stage.pair(there.janis, there.roberts)
        await stage.wind("2026-02-26T12:00")
        await understands(stage, there.janis)
        await stage.wind("2026-03-03T12:00")
        assert await told(there.janis) == []


@pytest.mark.parametrize("days", [3, 10, 20])
async def test_the_answer_it_is_counted_from_is_not_the_doing_of_it(
    cast: Cast, sqlite_url: str, days: int
) -> None:
    """So many days after an insight another one is asked for."""
    again = replace(COURSE, dialog="insight", when=When(to="answer:insight", offset=days))
    again = replace(again, remind=Remind(on_day=True))
    async with in_small(sqlite_url, cast, events=(again,)) as (stage, there):
        await stage.wind("2026-01-13T12:00")
        await understands(stage, there.elza)
        day = date(2026, 1, 13) + timedelta(days=days)
        await stage.wind(f"{day}T20:00")
        assert await told(there.elza) == [str(day)]


async def has_finished(stage: Stage, phone: Phone, dialog: str) -> None:
    """What a dialog leaves when it ends."""

    def write(tx: Tx) -> None:
        who, now = stage.known(tx, phone.person), stage.clock.now()
        part = people.parts(tx, phone.person)[0]
        what = {"text": "Divi soļi", "data": {}, "session": None}
        sessions.add_result(tx, who, programme=part.programme, dialog=dialog, now=now, **what)
        visit = Visit(tx, stage.planning.world, who, part, now, f"test:{dialog}:{now}")
        planning.dialog_done(visit, dialog)

    await stage.read(write)


async def test_what_is_counted_from_an_answer_is_done_by_what_comes_after_it(
    cast: Cast, sqlite_url: str
) -> None:
    """Another dialog that was finished on the same day, but before, was for something else."""
    after = replace(COURSE, when=When(to="answer:insight", offset=5), dialog="next-steps")
    async with in_small(sqlite_url, cast, events=(after,)) as (stage, there):
        for phone in (there.elza, there.roberts):
            await has_finished(stage, phone, "next-steps")
        await stage.wind("2026-01-13T12:00")
        for phone in (there.elza, there.roberts):
            await understands(stage, phone)
        await stage.wind("2026-01-13T15:00")
        await has_finished(stage, there.roberts, "next-steps")
        await stage.wind("2026-01-20T12:00")
        assert await told(there.elza) == ["2026-01-18", "2026-01-19"]
        assert await told(there.roberts) == []
