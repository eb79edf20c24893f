"""The stage a pair is in: said in the chat, seen by both, and what hangs on it is sent."""

from datetime import date
from functools import partial
from typing import Any

from desk import acts, stages
from desk.visit import Visit
from mentoring.calendar import Event, Phase, Remind, When
from store import export, pairings, people
from store.erasing import erase
from store.work import Tx
from tests.databases import open_store
from tests.desk.fixtures import Cast, gather_cast
from tests.desk.stage import PROGRAMME, Phone, Stage, closing, put_on, said
from tests.desk.test_guides import running, skipped
from tests.desk.test_insights import understands
from tests.desk.test_pair_dialogs import both_answered
from tests.desk.test_rhythm import in_small, unasked
from tests.mentoring.small_programme import BREAKS, SEMESTERS
from tests.scheduler.seasons import small_world

TITLE = "Atvadu tikšanās"
FAREWELL = Event(
    id="goodbye",
    kind="event",
    title={"lv": TITLE, "en": "Goodbye"},
    roles=("mentee", "mentor"),
    when=When(to="phase:closing", offset=2),
    remind=Remind(on_day=True),
)


async def does(stage: Stage, phone: Phone, do: str, /, **what: Any) -> list[Any]:
    """A tap on such a button, whoever it was made for."""

    def act(tx: Tx) -> None:
        part = people.parts(tx, phone.person)[0]
        who = stage.known(tx, phone.person)
        now = stage.clock.now()
        origin = f"test:{do}:{phone.person}:{now:%H%M%S%f}"
        acts.perform(Visit(tx, stage.planning.world, who, part, now, origin), {"do": do, **what})

    await stage.read(act)
    await stage.assistant.delivery.flush()
    return await phone.new()


async def stages_of(stage: Stage, pairing: int) -> dict[str, date]:
    found = await stage.read(lambda tx: pairings.find(tx, pairing))
    return dict(found.stages)


async def test_the_mentor_says_the_stage_and_both_see_it(cast: Cast, stage: Stage) -> None:
    """On the mentee's card; the mentee is told and may keep what the last one taught."""
    assert "Posms: sagatavošanās (sākās " in said(await cast.janis.send("posms"))
    await cast.janis.send("jaunieši")
    assert "Posms: sagatavošanās" in said(await cast.janis.tap("Elza"))
    await cast.janis.tap("Mainīt posmu")
    await cast.elza.new()
    assert "Posms tagad: tikšanās" in said(await cast.janis.tap("tikšanās"))
    assert "Jūsu posms tagad: tikšanās" in said(await cast.elza.new())
    assert await cast.elza.labels() == ["Pierakstīt atziņu"]
    assert "svarīgākais" in said(await cast.elza.tap("Pierakstīt atziņu"))
    shown = await cast.elza.send("/posms")
    assert "Posms: tikšanās" in said(shown)
    assert "maina mentors" in said(shown)


async def test_a_wrong_tap_is_corrected_without_a_word_about_insights(
    cast: Cast, stage: Stage
) -> None:
    """Going back offers nothing, and forgets what was never reached."""
    await cast.janis.send("posms")
    await cast.janis.tap("noslēgšana")
    assert set(await stages_of(stage, cast.pairing)) == {"preparing", "closing"}
    await cast.elza.new()
    await cast.janis.send("posms")
    await cast.janis.tap("tikšanās")
    assert set(await stages_of(stage, cast.pairing)) == {"preparing", "meeting"}
    assert "Jūsu posms tagad: tikšanās." in said(await cast.elza.new())
    assert await cast.elza.labels() == []


async def test_the_same_stage_twice_is_told_once(cast: Cast, stage: Stage) -> None:
    what = {"pairing": cast.pairing, "stage": "meeting"}
    await cast.elza.new()
    for _ in range(2):
        await does(stage, cast.janis, "stage_set", **what)
    assert said(await cast.elza.new()).count("Jūsu posms") == 1


async def test_a_coordinator_says_it_for_a_pair_and_both_are_told(cast: Cast, stage: Stage) -> None:
    """Found by the name of either."""
    for phone in (cast.elza, cast.janis):
        await phone.new()
    assert "Jānis Bērziņš – Elza Vītola" in said(await cast.ilze.send("posms elza"))
    await cast.ilze.tap("noslēgšana")
    for phone in (cast.elza, cast.janis):
        assert "Jūsu posms tagad: noslēgšana" in said(await phone.new())
    assert "tāda pāra" in said(await cast.ilze.send("posms Neviens"))


async def test_nobody_else_sees_or_says_it(cast: Cast, stage: Stage) -> None:
    """Neither the mentee, who only sees it, nor another mentor or mentee."""
    what = {"pairing": cast.pairing, "stage": "closing"}
    for phone in (cast.elza, cast.marta, cast.roberts):
        assert "Posms tagad" not in said(await does(stage, phone, "stage_set", **what))
    for phone in (cast.marta, cast.roberts):
        assert "Elza" not in said(await does(stage, phone, "stage", pairing=cast.pairing))
    assert await stages_of(stage, cast.pairing) == {}
    unknown = {"pairing": cast.pairing, "stage": "nowhere"}
    assert "Posms" not in said(await does(stage, cast.janis, "stage_set", **unknown))


async def test_what_hangs_on_a_stage_is_sent_to_both(cast: Cast, sqlite_url: str) -> None:
    """Two days after it was reached; taken back, it is not sent."""
    async with in_small(sqlite_url, cast, events=(FAREWELL,)) as (stage, there):
        both = (there.elza, there.janis)
        what = {"pairing": there.pairing}
        await stage.planned()
        await stage.wind("2026-01-19T12:00")
        assert not [phone for phone in both if TITLE in await phone.text()]
        await does(stage, there.janis, "stage_set", stage="closing", **what)
        await stage.wind("2026-01-21T18:00")
        for phone in both:
            assert said(await unasked(phone)).count(TITLE) == 1


async def test_what_hung_on_a_stage_taken_back_is_not_sent(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, events=(FAREWELL,)) as (stage, there):
        await stage.wind("2026-01-19T12:00")
        for name in ("closing", "meeting"):
            await does(stage, there.janis, "stage_set", stage=name, pairing=there.pairing)
        await stage.wind("2026-01-22T18:00")
        assert TITLE not in await there.elza.text()


PHASES = (
    Phase(id="preparing", name={"lv": "sagatavošanās", "en": "preparing"}),
    Phase(id="meeting", name={"lv": "tikšanās", "en": "meeting"}, after="agreement"),
    Phase(id="closing", name={"lv": "noslēgšana", "en": "closing"}, after="closing"),
)


async def test_what_both_are_through_with_leads_on_by_itself(database_url: str) -> None:
    """On both databases: an agreement both confirmed, then the closing guide, without a word; what
    hangs on it is planned. An agreement confirmed anew leads nobody back."""
    world = small_world((FAREWELL,), phases=PHASES, semesters=SEMESTERS, breaks=BREAKS)
    async with closing(put_on(open_store(database_url), world)) as stage:
        cast = await gather_cast(stage)
        await both_answered(cast)
        await cast.janis.tap("Der")
        await cast.janis.tap("Visur ņemam abas")
        await cast.janis.tap("Der")
        assert await stages_of(stage, cast.pairing) == {}
        await cast.elza.tap("Der")
        day = date(2026, 1, 12)
        assert await stages_of(stage, cast.pairing) == {"preparing": day, "meeting": day}
        await running(cast)
        await skipped(cast)
        assert set(await stages_of(stage, cast.pairing)) == {"preparing", "meeting", "closing"}
        assert "Jūsu posms" not in await cast.elza.text()
        await stage.read(partial(again, stage=stage, phone=cast.elza, pairing=cast.pairing))
        assert "closing" in await stages_of(stage, cast.pairing)
        await stage.wind("2026-01-14T18:00")
        assert TITLE in await cast.elza.text()


OVER = "Jānis Bērziņš un tu: galā ir posms „sagatavošanās”"
OVER_TO_MENTOR = "Elza Vītola un tu: galā ir posms „sagatavošanās”"


async def agreed(cast: Cast) -> None:
    """Both have said yes to the agreement, which leads them on."""
    await both_answered(cast)
    await cast.janis.tap("Der")
    await cast.janis.tap("Visur ņemam abas")
    await cast.janis.tap("Der")
    await cast.elza.tap("Der")
    for phone in (cast.elza, cast.janis):
        await phone.new()


async def test_after_a_stage_that_ended_by_itself_both_may_write_what_it_taught(
    database_url: str,
) -> None:
    """The day after, once, in a message that can be put off and asked about; not at night."""
    world = small_world((), phases=PHASES, semesters=SEMESTERS, breaks=BREAKS)
    async with closing(put_on(open_store(database_url), world)) as stage:
        cast = await gather_cast(stage)
        await agreed(cast)
        await stage.wind("2026-01-13T06:00")
        assert OVER not in await cast.elza.text()
        await stage.wind("2026-01-13T20:00")
        assert said(await cast.elza.new()).count(OVER) == 1
        assert "beidzās viens posms" in said(await cast.elza.tap("Kāpēc šo saņēmu?"))
        assert said(await cast.janis.new()).count(OVER_TO_MENTOR) == 1
        assert "svarīgākais" in said(await cast.elza.tap("Pierakstīt atziņu"))
        assert "svarīgākais" in said(await cast.janis.tap("Pierakstīt atziņu"))
        await stage.read(partial(again, stage=stage, phone=cast.elza, pairing=cast.pairing))
        await stage.wind("2026-01-20T20:00")
        assert (await cast.elza.text()).count(OVER) == 1


async def test_who_has_written_it_is_not_asked(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, phases=PHASES) as (stage, there):
        await agreed(there)
        await understands(there.elza, "Varu prasīt")
        await stage.wind("2026-01-14T20:00")
        assert OVER not in await there.elza.text()
        assert OVER_TO_MENTOR in await there.janis.text()


async def test_a_stage_that_was_corrected_has_taught_nothing_yet(
    cast: Cast, sqlite_url: str
) -> None:
    async with in_small(sqlite_url, cast, phases=PHASES) as (stage, there):
        await agreed(there)
        await does(stage, there.janis, "stage_set", stage="preparing", pairing=there.pairing)
        await stage.wind("2026-01-14T20:00")
        for phone in (there.elza, there.janis):
            assert "galā ir posms" not in await phone.text()


def again(tx: Tx, stage: Stage, phone: Phone, pairing: int) -> None:
    """They are through with the agreement once more."""
    pair = pairings.find(tx, pairing)
    assert pair is not None
    who, part = stage.known(tx, phone.person), people.parts(tx, phone.person)[0]
    visit = Visit(tx, stage.planning.world, who, part, stage.clock.now(), "test:again")
    stages.through(visit, pair, "agreement")


async def test_a_pair_whose_programme_has_no_stages_is_told_so(cast: Cast, sqlite_url: str) -> None:
    async with in_small(sqlite_url, cast, phases=()) as (_, there):
        assert "posmu nav" in said(await there.janis.send("posms"))
        await there.janis.send("jaunieši")
        await there.janis.tap("Elza")
        assert "Mainīt posmu" not in await there.janis.labels()


async def test_who_has_no_pair_has_no_stage(cast: Cast) -> None:
    assert "tāda pāra pašlaik nav" in said(await cast.roberts.send("posms"))


async def test_the_days_are_exported_and_erased(cast: Cast, stage: Stage) -> None:
    """Both may read them; when either is erased, they are forgotten."""
    await does(stage, cast.janis, "stage_set", pairing=cast.pairing, stage="meeting")

    def exported(tx: Tx) -> Any:
        return export.everything(tx, stage.known(tx, cast.elza.person))["stages"]

    day = date(2026, 1, 12)
    reached = {"preparing": day, "meeting": day}
    assert await stage.read(exported) == [{"programme": PROGRAMME, "reached": reached}]
    await stage.read(partial(erase, person=cast.janis.person, now=stage.clock.now()))
    assert await stages_of(stage, cast.pairing) == {}
    assert await stage.read(exported) == []
