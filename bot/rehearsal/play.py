"""Playing a programme from its first day to its last, stop by stop."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from bot.errors import BrokenProgramme
from bot.rehearsal import tempers
from bot.rehearsal.agenda import Agenda
from bot.rehearsal.cast import Pair, check_mentors
from bot.rehearsal.clock import StillClock
from bot.rehearsal.dates import Dated
from bot.rehearsal.errors import WrongPeriod
from bot.rehearsal.nights import DAYS, SparsePlanning
from bot.rehearsal.passing import PassingStore
from bot.rehearsal.players import Player
from bot.rehearsal.reasons import Reasons
from bot.rehearsal.stage import Stage
from bot.rehearsal.told import Told
from bot.rehearsal.warnings import Played, Warned, warnings
from bot.wiring import assemble
from desk.world import World
from knowledge.folder import BrokenFolder, LoadedProgramme, load_folder
from mentoring.localtime import at
from mentoring.programme import Programme
from scheduler.firing import Firing
from scheduler.winding import Winding
from store.crypto import Keyring
from store.migrate import migrate
from store.work import Store

BEGINS, ENDS = time(10, 0), time(20, 30)
LONGEST_DAYS = 400
SECRET = b"a rehearsal keeps nothing"


@dataclass(frozen=True, kw_only=True)
class Rehearsal:
    """All that was said, oldest first, and what a coordinator should look at."""

    programme: Programme
    language: str
    first: date
    last: date
    cast: tuple[Pair, ...]
    players: tuple[Player, ...]
    told: tuple[Told, ...]
    warned: tuple[Warned, ...]


def load(folder: Path) -> LoadedProgramme:
    """The programme folder. Raises BrokenProgramme with every fault."""
    try:
        return load_folder(folder)
    except BrokenFolder as error:
        raise BrokenProgramme("\n".join(str(fault) for fault in error.faults)) from None


def check_period(first: date, last: date) -> None:
    """Raises WrongPeriod."""
    days = (last - first).days + 1
    if days < 1:
        raise WrongPeriod(f"the last day, {last}, is before the first, {first}.")
    if days > LONGEST_DAYS:
        raise WrongPeriod(f"the period has {days} days; at most {LONGEST_DAYS} can be rehearsed.")


async def rehearse(
    loaded: LoadedProgramme,
    cast: Sequence[Pair],
    first: date,
    last: date,
    language: str = "lv",
    nights: int = DAYS,
) -> Rehearsal:
    """Plays the period in a database of its own, which is gone afterwards."""
    check_period(first, last)
    check_mentors(tuple(cast), loaded.programme.rules.mentees_per_mentor)
    with tempfile.TemporaryDirectory(prefix="pavadonis-rehearsal-") as folder:
        url = f"sqlite:///{folder}/rehearsal.sqlite3"
        migrate(url)
        store = PassingStore(url, Keyring(SECRET))
        try:
            stage = _put_on(store, loaded, first, last, language, nights)
            await _play(stage, cast)
            dates = await stage.dates()
        finally:
            store.forget()
    return _result(stage, tuple(cast), dates)


def _put_on(
    store: Store, loaded: LoadedProgramme, first: date, last: date, language: str, nights: int
) -> Stage:
    programme = loaded.programme
    clock = StillClock(at(first, BEGINS, programme.zone))
    world = World({programme.id: loaded})
    assistant, _, _ = assemble(store, world, clock)
    planning = SparsePlanning(store=store, world=world, clock=clock, days=nights)
    firing = Firing(store=store, world=world, clock=clock, behind=planning.behind)
    winding = Winding(
        store=store, clock=clock, firing=firing, planning=planning, delivery=assistant.delivery
    )
    return Stage(
        programme=programme,
        language=language,
        first=first,
        last=last,
        assistant=assistant,
        winding=winding,
        agenda=Agenda(zone=programme.zone),
        reasons=Reasons(language, first),
    )


async def _play(stage: Stage, cast: Sequence[Pair]) -> None:
    await stage.enter(cast)
    await stage.look()
    for player in stage.players.values():
        await stage.press(player, "consent", yes=True)
        if player.role == "mentee":
            tempers.begin(stage, player)
    await _until(stage, at(stage.last, ENDS, stage.programme.zone))


async def _until(stage: Stage, end: datetime) -> None:
    """Time goes on from stop to stop; whoever has something to do at one does it there."""
    await _read(stage)
    while (stop := await stage.next_stop()) <= end:
        await stage.winding.wind(stop)
        await _read(stage)
        while (deed := stage.agenda.take(stage.now)) is not None:
            await deed()
            await _read(stage)


async def _read(stage: Stage) -> None:
    await stage.look()
    for sent in stage.unanswered():
        tempers.answer(stage, sent)


def _result(stage: Stage, cast: tuple[Pair, ...], dates: Sequence[Dated]) -> Rehearsal:
    order = {player.name: number for number, player in enumerate(stage.players.values())}
    told = tuple(sorted(stage.told, key=lambda each: (each.at, order[each.to])))
    played = Played(
        told=told,
        dates=dates,
        done=stage.done,
        first=stage.first,
        last=stage.last,
        language=stage.language,
    )
    return Rehearsal(
        programme=stage.programme,
        language=stage.language,
        first=stage.first,
        last=stage.last,
        cast=cast,
        players=tuple(stage.players.values()),
        told=told,
        warned=warnings(stage.programme, played),
    )
