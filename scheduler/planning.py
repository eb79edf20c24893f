"""Planning ahead, once a day and whenever a programme's calendar or rules have changed."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial

import structlog

from desk import missed, planning, promises
from desk.mishaps import where
from desk.visit import Visit
from desk.world import World
from mentoring.fingerprint import fingerprint
from mentoring.localtime import at, local
from mentoring.occurrence import STALE_AFTER
from mentoring.programme import ROLES, Programme
from scheduler.clock import Clock
from scheduler.newest import Planner
from scheduler.portions import Portion
from store import journal, people, retention
from store.work import Store, Tx

log = structlog.get_logger()

PLANS_AT = time(3, 0)
UNIT_SECONDS = {False: 0.008, True: 0.020}
"""A unit of work stays short, so that replies need not wait for it: one takes two or three. On
PostgreSQL most of them have another writer, and each unit costs a dozen round trips."""

PEOPLE_AT_FIRST, PEOPLE_AT_ONCE = 5, 50


def plan_of(programme: Programme, now: datetime) -> dict[str, str]:
    """What tells one plan from another: the day it was made for, and what it rests on."""
    return {"day": local(now, programme.zone).date().isoformat(), "from": fingerprint(programme)}


def keep_as_planned(tx: Tx, programme: Programme, plan: dict[str, str]) -> None:
    journal.set_fact(tx, _fact(programme), plan)


def _fact(programme: Programme) -> str:
    return f"planned:{programme.id}"


@dataclass(frozen=True, kw_only=True)
class Planning:
    store: Store
    world: World
    clock: Clock
    _up_to_date: set[str] = field(default_factory=set)
    _left: set[str] = field(default_factory=set)
    _begun: list[datetime] = field(default_factory=list)

    def behind(self) -> frozenset[str]:
        """The programmes that this process has not seen planned since it started: their folder may
        have changed, so that what is stored may be due no more. So are those that a newer process
        plans by another folder: what is stored may be unknown here."""
        return frozenset(self.world.programmes) - self._up_to_date

    async def plan_ahead(self) -> None:
        """Plans each programme whose day has not been planned yet, or not by its present rules."""
        self._begun[:] = self._begun or [self.clock.now()]
        for name, loaded in self.world.programmes.items():
            if not await self._programme(loaded.programme):
                self._leave(name)
                continue
            self._left.discard(name)
            if name not in self._up_to_date:
                await self._catch_up(name)
                self._up_to_date.add(name)

    def _leave(self, programme: str) -> None:
        """To the newer process; said once."""
        self._up_to_date.discard(programme)
        if programme not in self._left:
            log.warning("planning left to a newer process", programme=programme)
            self._left.add(programme)

    async def _catch_up(self, programme: str) -> None:
        """What was promised before promises were kept track of, once after each start."""
        catch_up = partial(
            promises.catch_up,
            world=self.world,
            programme=programme,
            now=self.clock.now(),
            failed=_failed,
        )
        last: int | None = 0
        while last is not None:
            last = await self.store.run(partial(catch_up, after=last))

    async def _programme(self, planned: Programme) -> bool:
        """False where that is for a newer process to do, with another folder."""
        programme, plan = planned.id, plan_of(planned, self.clock.now())
        planner = Planner(programme=programme, folder=plan["from"], begun=self._begun[0])
        if not await self.store.run(partial(planner.may_plan, now=self.clock.now())):
            return False
        if await self.store.run(partial(journal.fact, name=_fact(planned))) == plan:
            return True
        everybody = await self.store.run(lambda tx: people.with_role(tx, programme, *ROLES))
        seconds = UNIT_SECONDS[self.store.postgresql]
        portion = Portion(seconds=seconds, size=PEOPLE_AT_FIRST, least=1, most=PEOPLE_AT_ONCE)
        for some in portion.cut(list(dict.fromkeys(everybody))):
            unit = partial(self._timed, portion=portion, planner=planner, some=some)
            if not await self.store.run(unit):
                return False
        await self.store.run(partial(self._erase_old, programme=programme))
        await self.store.run(partial(keep_as_planned, programme=planned, plan=plan))
        return True

    def _timed(self, tx: Tx, portion: Portion, planner: Planner, some: list[int]) -> bool:
        """False, and nothing planned, where a newer process has begun meanwhile."""
        if not planner.may_plan(tx, self.clock.now()):
            return False
        with portion.timed(len(some)):
            error = tx.guarded(lambda: self._replan(tx, planner.programme, some))
        if error is not None:
            self._replan_each(tx, planner.programme, some)
        return True

    def _replan_each(self, tx: Tx, programme: str, some: list[int]) -> None:
        """One whose plan can't be made is alone in that; the others' days go on."""
        for person in some:
            error = tx.guarded(partial(self._replan, tx, programme, [person]))
            if error is not None:
                _failed(person, error)

    def _replan(self, tx: Tx, programme: str, some: list[int]) -> None:
        with tx.gathering():
            planning.read_ahead(tx, some, programme)
            for person in some:
                self._replan_one(tx, programme, person)

    def _replan_one(self, tx: Tx, programme: str, person: int) -> None:
        now, found = self.clock.now(), people.taking_part(tx, person, programme)
        if found is not None and found[0].consent_at is not None:
            visit = Visit(tx, self.world, *found, now, f"plan:{now:%Y%m%d}")
            missed.settle(visit, now - STALE_AFTER)
            planning.replan_all(visit)

    def _erase_old(self, tx: Tx, programme: str) -> None:
        """Carries out the retention periods of the programme folder."""
        now, loaded = self.clock.now(), self.world.programmes
        kept = loaded[programme].programme.retention
        longer = tuple(
            name
            for name, other in loaded.items()
            if other.programme.retention["messages"] > kept["messages"]
        )
        retention.erase_old(tx, programme, kept, longer, now)
        longest = max(each.programme.retention["audit"] for each in loaded.values())
        retention.erase_strangers(tx, now)
        retention.erase_old_audit(tx, now - timedelta(days=longest))

    def next_after(self, instant: datetime) -> datetime:
        """The next moment at which some programme plans its day."""
        moments = []
        for loaded in self.world.programmes.values():
            zone = loaded.programme.zone
            day = local(instant, zone).date()
            moment = at(day, PLANS_AT, zone)
            moments.append(
                moment if moment > instant else at(day + timedelta(days=1), PLANS_AT, zone)
            )
        return min(moments)


def _failed(person: int, error: Exception) -> None:
    log.error("plan failed", person=person, error=type(error).__name__, where=where(error))
