"""Check-ins week by week: they take turns, listen, and grow shorter for whoever is well."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

import pytest

from dialogs.definition import Step
from dialogs.feeling import is_one_tap
from dialogs.kinds import Choice, Scale, YesNo
from dialogs.load import load_library
from mentoring.check_ins import RUN, SHORT_FOR
from mentoring.programme import Semester
from store import journal, sessions
from store.sessions import Kept
from store.work import Tx
from tests.check_ins import asked_in, check_ins
from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, closing, put_on, said
from tests.scheduler.seasons import small_world

LIBRARY = load_library()
USUAL = {one.id for one in check_ins() if not one.follows}
LIGHT = {one.id for one in check_ins() if not one.follows and is_one_tap(one)}
QUOTING = {one.id for one in check_ins() if one.values}
FOLLOW_UPS = {one.id for one in check_ins() if one.follows}

FIRST = date(2026, 1, 16)
WEEKS = 30
YEAR = (Semester(id="long", first=date(2026, 1, 5), last=date(2026, 12, 18)),)
WORDS = "Kontroldarbs fizikā, un neviens nevar palīdzēt"


@pytest.fixture
async def year(database_url: str) -> AsyncIterator[Stage]:
    """One long semester without a break, once on each database."""
    world = small_world(semesters=YEAR, breaks=(), holidays=())
    async with closing(put_on(open_store(database_url), world)) as stage:
        yield stage


@dataclass(kw_only=True)
class Mentee:
    """Somebody who answers every check-in with this feeling; None is no answer at all.

    `words` are written where own words are wanted; without them what can be skipped is.
    """

    phone: Phone
    feeling: int | None
    words: str | None = None
    asked: list[str] = field(default_factory=list)

    async def reads(self) -> str:
        """The check-in of this week; there is one."""
        found = [m for m in await self.phone.new() if asked_in(m["text"])]
        assert len(found) == 1 or (not found and self.feeling is None)
        self.asked += [str(asked_in(each["text"])) for each in found]
        return str(found[0]["text"]) if found else ""

    async def answers(self) -> None:
        while self.feeling is not None and (kept := await self.open()) is not None:
            definition = LIBRARY[kept.dialog]
            await self._answer(definition.by_id[kept.state["cursor"][0]])

    async def open(self) -> Kept | None:
        def read(tx: Tx) -> Kept | None:
            return sessions.current(tx, self.phone.stage.known(tx, self.phone.person))

        return await self.phone.stage.read(read)  # type: ignore[no-any-return]

    async def _answer(self, step: Step) -> None:
        if isinstance(step.answer, Choice):
            options = sorted(step.answer.options, key=lambda o: abs((o.worth or 9) - self._felt))
            await self.phone.tap(options[0].label.in_language("lv"))
        elif isinstance(step.answer, Scale):
            await self.phone.tap(str(self._felt))
        elif isinstance(step.answer, YesNo):
            await self.phone.tap("Jā")
        elif self.words is None and step.optional:
            await self.phone.tap("Izlaist")
        else:
            await self.phone.send(self.words or "klusums")

    @property
    def _felt(self) -> int:
        assert self.feeling is not None
        return self.feeling

    async def figures(self) -> list[object]:
        """What the journal has, oldest first."""
        found = await self.phone.stage.read(
            lambda tx: journal.read(
                tx, self.phone.stage.known(tx, self.phone.person), "check_in", most=WEEKS
            )
        )
        return [entry.data.get("week") for entry in reversed(found)]


async def enters(stage: Stage, name: str, feeling: int | None, words: str | None = None) -> Mentee:
    return Mentee(phone=await stage.enter(name), feeling=feeling, words=words)


async def weeks_pass(stage: Stage, *mentees: Mentee, weeks: int, since: int = 0) -> None:
    """Friday by Friday: everybody reads what came, and answers as they do."""
    for week in range(since, since + weeks):
        await stage.wind(f"{FIRST + timedelta(weeks=week)}T18:00")
        for mentee in mentees:
            await mentee.reads()
            await mentee.answers()
            await mentee.phone.new()


async def test_for_thirty_weeks_nobody_is_asked_the_same_soon_again(year: Stage) -> None:
    """Whether one is well, so-so, silent or low; and not everybody the same."""
    well = await enters(year, "Elza Vītola", 5, "brālis")
    middling = await enters(year, "Anna Kalniņa", 3, "brālis")
    silent = await enters(year, "Roberts Krūmiņš", None)
    low = await enters(year, "Marta Liepiņa", 1)
    everybody = (well, middling, silent, low)
    await weeks_pass(year, *everybody, weeks=WEEKS)
    assert {len(one.asked) for one in (well, middling, low)} == {WEEKS}
    assert len(silent.asked) == 3 + 3 + 5  # weekly, every second, every fourth week
    for one in everybody:
        assert one.asked[0] == "check-in"
    for one in (well, silent):
        _none_twice_within(len(LIGHT), one.asked)
    _none_twice_within(2, low.asked)
    assert set(silent.asked[1:]) == LIGHT
    assert set(low.asked[1:]) <= FOLLOW_UPS
    assert len({tuple(one.asked) for one in everybody}) == len(everybody)
    _shorter_for_who_is_well(well.asked)
    assert Counter(await well.figures())[5] > WEEKS // 2
    assert set(await low.figures()) == {1}


def _none_twice_within(window: int, asked: list[str]) -> None:
    for start in range(len(asked) - window + 1):
        some = asked[start : start + window]
        assert len(set(some)) == window, some


def _shorter_for_who_is_well(asked: list[str]) -> None:
    """After the first four: one longer, then as many light ones, and so on."""
    longer = [week for week in range(RUN, WEEKS) if asked[week] not in LIGHT]
    assert longer[0] <= RUN + SHORT_FOR
    assert {later - sooner for sooner, later in pairwise(longer)} == {SHORT_FOR + 1}


async def test_the_usual_ones_take_turns_until_all_were_asked(year: Stage) -> None:
    """With middling answers and nothing hard, nobody gets one again before all the others."""
    mentee = await enters(year, "Anna Kalniņa", 3)
    await weeks_pass(year, mentee, weeks=len(USUAL))
    assert set(mentee.asked) == USUAL


async def test_a_one_is_come_back_to_in_own_words(year: Stage) -> None:
    """Quoted, in the next one; when it is better, there is nothing more to come back to."""
    elza = await enters(year, "Elza Vītola", 1, WORDS)
    await weeks_pass(year, elza, weeks=1)
    elza.feeling = 4
    await year.wind(f"{FIRST + timedelta(weeks=1)}T18:00")
    assert f"„{WORDS}”" in await elza.reads()
    assert elza.asked[-1] in QUOTING
    await elza.answers()
    await weeks_pass(year, elza, weeks=1, since=2)
    assert elza.asked[-1] in USUAL


async def test_what_was_skipped_is_not_asked_after(year: Stage) -> None:
    """The low figure is come back to, the words that were not given are not."""
    elza = await enters(year, "Elza Vītola", 2)
    await weeks_pass(year, elza, weeks=2)
    assert elza.asked[-1] in FOLLOW_UPS - QUOTING


@pytest.mark.parametrize("words", ["Neko.", "Negribu teikt", "viss labi!"])
async def test_nothing_is_no_hard_thing(year: Stage, words: str) -> None:
    """Neither "neko" nor a refusal is read back to anybody."""
    elza = await enters(year, "Elza Vītola", 2, words)
    await weeks_pass(year, elza, weeks=2)
    assert elza.asked[-1] in FOLLOW_UPS - QUOTING


async def test_after_silence_a_light_one(year: Stage) -> None:
    """One tap, and the talk is on again."""
    roberts = await enters(year, "Roberts Krūmiņš", None)
    await weeks_pass(year, roberts, weeks=3)
    assert set(roberts.asked[1:]) <= LIGHT
    roberts.feeling = 3
    await roberts.answers()
    assert await roberts.open() is None


async def test_a_low_answer_offers_a_word_more_and_a_talk(cast: Cast, stage: Stage) -> None:
    """And the mentor is told nothing unasked: only the figure, where it is looked for."""
    await stage.wind("2026-01-16T17:00")
    await cast.elza.tap("1")
    assert "Kas bija grūtākais" in await cast.elza.text()
    await cast.elza.send("viss kopā")
    end = await cast.elza.tap("Izlaist")
    assert "parunāt" in said(end)
    assert "Kas tagad ir visgrūtākais" in said(await cast.elza.tap("Parunāt par to"))
    await cast.janis.new()
    await cast.janis.send("jaunieši")
    card = said(await cast.janis.tap("Elza Vītola"))
    assert "1 no 5" in card
    assert "viss kopā" not in card


async def test_a_good_answer_offers_no_talk(cast: Cast, stage: Stage) -> None:
    await stage.wind("2026-01-16T17:00")
    for deed in ("4", "Izlaist", "Izlaist"):
        await cast.elza.tap(deed)
    assert "Parunāt par to" not in str(await cast.elza.all())


async def test_the_card_shows_the_last_figure_when_the_newest_has_none(
    cast: Cast, stage: Stage
) -> None:
    """The weather is a figure too; who helped is none."""

    def write(tx: Tx, data: dict[str, object]) -> None:
        person = stage.known(tx, cast.elza.person)
        now = stage.clock.now()
        journal.write(tx, person, programme="skola-kopiena", kind="check_in", data=data, now=now)

    async def card() -> str:
        await cast.janis.send("jaunieši")
        return said(await cast.janis.tap("Elza Vītola"))

    await stage.read(lambda tx: write(tx, {"helper": "friends"}))
    assert "bez skaitļa" in await card()
    await stage.read(lambda tx: write(tx, {"weather": "rain", "week": 2}))
    await stage.read(lambda tx: write(tx, {"helper": "friends"}))
    assert "2 no 5" in await card()


async def test_ones_own_wish_is_answered_with_the_one_that_is_open(
    cast: Cast, stage: Stage
) -> None:
    """Asked for in between, it goes on where it stands; afterwards the next has its turn."""
    first = said(await cast.elza.send("/kaveicas"))
    assert said(await cast.elza.send("/kaveicas")) == first
    for deed in ("4", "Izlaist", "Izlaist"):
        await cast.elza.tap(deed)
    second = said(await cast.elza.send("/kaveicas"))
    assert asked_in(second) not in (None, asked_in(first))


async def test_all_check_ins_are_treated_alike(cast: Cast, stage: Stage) -> None:
    """None is a tool, none is offered to be gone on with, and each gives way to a command."""
    await stage.wind("2026-01-23T17:00")
    newest = next(m for m in reversed(await cast.elza.all()) if asked_in(m["text"]))
    assert asked_in(newest["text"]) in LIGHT
    assert "Atvērtu uzdevumu" in said(await cast.elza.send("uzdevumi"))
    await cast.elza.send("/riki")
    labels = await cast.elza.labels()
    titles = {one.title.in_language("lv") for one in check_ins()}
    assert not titles & set(labels)
    await cast.elza.send("izvēlne")
    menu = str(await cast.elza.labels())
    assert not [title for title in titles if title in menu]
