"""Some weeks of a small programme: people act, the process comes and goes, and nothing is forgiven.

After every act what was sent meanwhile is held against how its reader lived at that moment.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select

from desk import acts, planning
from desk.reasons import KINDS
from desk.rhythm import rhythm_of
from desk.snoozing import CHOICES
from desk.visit import Visit
from desk.world import World
from mentoring.calendar import TO_BE_DONE, Event
from mentoring.digest import begins_today, is_urgent
from mentoring.localtime import at, local
from mentoring.mentions import ONE_DAY, first_day
from mentoring.programme import Break, Programme, Rung, Semester, Silence
from mentoring.rhythm import quiet_at
from store import extensions, pairings, people, tasks
from store import schema as s
from store.occurrences import CANCELLED, EXPIRED, FIRED, MERGED, WAITING
from store.outbox import HELD, SAFETY
from store.people import Person
from store.work import Tx
from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, SEMESTER, Phone, Stage, programmes, put_on
from tests.mentoring import oracle
from tests.mentoring.small_calendar import HOLIDAYS
from tests.mentoring.small_programme import BOTH
from tests.scheduler.spoken import just_wrote, may_be_second

UNPROMPTED = tuple(kind for kind in KINDS if kind != "announcement")
UNSEEN = (HELD, "cancelled")
TASKS = ("nudge", "due_today", "late")
OVER = (FIRED, EXPIRED, MERGED)

LADDER = (
    Rung(after_days=3, does="other-question"),
    Rung(after_days=6, does="tell-mentor"),
    Rung(after_days=9, does="tell-coordinator"),
)
MENTORS = (Rung(after_days=5, does="ask-mentor"), Rung(after_days=8, does="tell-coordinator"))
TERMS = (
    Semester(id="autumn", first=date(2026, 9, 1), last=date(2026, 12, 18)),
    Semester(id="spring", first=date(2027, 1, 4), last=date(2027, 5, 31)),
    Semester(id="leap", first=date(2028, 1, 3), last=date(2028, 5, 31)),
)
BREAKS = (
    Break(id="pause", name=BOTH, first=date(2027, 4, 1), last=date(2027, 4, 4), mentoring=False),
)


def small_world(events: tuple[Event, ...] = (), **changes: Any) -> World:
    """The real folder's dialogs and texts under a small calendar, quick ladders and any changes."""
    loaded = programmes()[PROGRAMME]
    silence = Silence(mentor_after_days=6, at=time(16), ladder=LADDER, mentors=MENTORS)
    values: dict[str, Any] = {
        "semesters": TERMS,
        "breaks": BREAKS,
        "holidays": HOLIDAYS,
        "events": events,
        "silence": silence,
        **changes,
    }
    return World({PROGRAMME: replace(loaded, programme=replace(loaded.programme, **values))})


@dataclass(frozen=True, kw_only=True)
class Row:
    """An occurrence as it is stored."""

    id: int
    key: str
    kind: str
    person: int
    subject: int | None
    due_at: datetime
    why: Mapping[str, Any]
    state: str
    note: str | None


@dataclass(kw_only=True)
class Season:
    """A stage, its cast, and what was found out about them so far."""

    url: str
    world: World
    stage: Stage
    cast: Cast
    snoozed: set[str] = field(default_factory=set)
    rows: dict[int, Row] = field(default_factory=dict)
    told: int = 0
    days: Counter[tuple[int, date]] = field(default_factory=Counter)
    acts: int = 0
    granted: dict[tuple[int, str], date] = field(default_factory=dict)
    """The last day each person got for each event."""
    done: set[tuple[int, str]] = field(default_factory=set)
    """Which event each person has said is done, of those that have one day."""

    @property
    def programme(self) -> Programme:
        return self.world.programme(PROGRAMME).programme

    @property
    def phones(self) -> list[Phone]:
        found = (getattr(self.cast, each.name) for each in fields(self.cast))
        return [each for each in found if isinstance(each, Phone)]

    async def restart(self) -> None:
        """The process ends; a new one opens the same database."""
        offset = self.stage.clock.offset
        self.stage.assistant.hub.close()
        await self.stage.store.close()
        self.stage = put_on(open_store(self.url), self.world)
        self.stage.clock.offset = offset
        self.cast = self.cast.on(self.stage)

    async def goes_on(self, hours: float) -> None:
        """The process is up, and time passes."""
        await self.stage.winding.wind(self.stage.clock.now() + timedelta(hours=hours))
        await self.judge()

    async def is_down(self, hours: float) -> None:
        """Nothing runs for so long; then the ticker ticks again."""
        self.stage.clock.wind(self.stage.clock.now() + timedelta(hours=hours))
        await self.stage.tick()
        await self.judge()

    async def does(self, phone: Phone, do: str, **what: Any) -> None:
        """A tap on a button of that act, however old it may be."""
        self.acts += 1

        def act(tx: Tx) -> None:
            acts.perform(self.visit(tx, phone), {"do": do, **what})

        await self.stage.store.run(act)

    def visit(self, tx: Tx, phone: Phone) -> Visit:
        who = self.stage.known(tx, phone.person)
        part = people.parts(tx, phone.person)[0]
        return Visit(tx, self.world, who, part, self.stage.clock.now(), f"test:{self.acts}")

    async def person(self, phone: Phone) -> Person:
        return await self.stage.store.run(lambda tx: self.stage.known(tx, phone.person))

    async def role_of(self, person: int) -> str:
        part = await self.stage.store.run(lambda tx: people.parts(tx, person)[0])
        return part.role

    async def open_tasks(self, phone: Phone) -> list[tasks.Task]:
        def read(tx: Tx) -> list[tasks.Task]:
            return tasks.listed(tx, self.stage.known(tx, phone.person))

        return await self.stage.store.run(read)

    async def makes_task(self, phone: Phone, days: int) -> int:
        """Due so many days from today, as a finished dialog makes it."""

        def write(tx: Tx) -> int:
            now = self.stage.clock.now()
            made = tasks.add(
                tx,
                self.stage.known(tx, phone.person),
                programme=PROGRAMME,
                pairing=None,
                title="Aiziet uz konsultāciju",
                due=self.visit(tx, phone).today + timedelta(days=days),
                now=now,
            )
            planning.replan_all(self.visit(tx, phone))
            return made

        return await self.stage.store.run(write)

    async def asked_extension(self, task: int) -> int | None:
        def read(tx: Tx) -> int | None:
            found = tasks.listed(tx, self.stage.known(tx, self.cast.elza.person), open_only=False)
            about = next(each for each in found if each.id == task)
            return extensions.asked(tx, extensions.of_task(about))

        return await self.stage.store.run(read)

    async def asked_about_a_date(self, phone: Phone, name: str, meant: date) -> int | None:
        about = extensions.About(
            person=phone.person, programme=PROGRAMME, due=meant, event=name, day=meant
        )
        return await self.stage.store.run(lambda tx: extensions.asked(tx, about))

    async def today(self, phone: Phone, days: int = 0) -> date:
        """The reader's own day, or one so many days later."""
        found = await self.stage.store.run(lambda tx: self.visit(tx, phone).today)
        return found + timedelta(days=days)

    async def newest_told(self, phone: Phone) -> Row | None:
        found = [row for row in (await self.occurrences()).values() if row.state == FIRED]
        own = [row for row in found if row.person == phone.person and row.kind != "check_in"]
        return max(own, key=lambda row: (row.due_at, row.id), default=None)

    async def snoozes(self, phone: Phone, number: int) -> None:
        """ "Not now", on the newest message that offers it."""
        row = await self.newest_told(phone)
        if row is not None and row.kind in (*TASKS, "event"):
            self.snoozed.add(row.key)
            until = CHOICES[number % len(CHOICES)]
            await self.does(phone, "snooze_to", occurrence=row.id, until=until)

    async def lives_in(self, phone: Phone, zone: str | None) -> None:
        await self.stage.store.run(lambda tx: people.change(tx, phone.person, zone=zone))

    async def pairs(self, begin: bool) -> None:
        """The pairing of Elza and Jānis ends, or another one begins."""

        def write(tx: Tx) -> None:
            elza, now = self.stage.known(tx, self.cast.elza.person), self.stage.clock.now()
            active = pairings.of_mentee(tx, elza, PROGRAMME, "active")
            for pair in active if not begin else ():
                pairings.decide(tx, pair.id, "ended", now)
            if begin and not active:
                mentor = self.cast.marta.person
                pairings.add(
                    tx,
                    elza,
                    programme=PROGRAMME,
                    mentor=mentor,
                    status="active",
                    now=now,
                    semester=SEMESTER,
                )

        await self.stage.store.run(write)
        await self.derive()

    async def derive(self, *, backwards: bool = False) -> dict[int, Row]:
        """Plans everybody anew, whatever the day has seen; returns what is stored then."""

        def everybody(tx: Tx) -> list[int]:
            return people.with_role(tx, PROGRAMME, "mentee", "mentor", "coordinator")

        ids = await self.stage.store.run(everybody)
        again = partial(self.stage.planning._replan, programme=PROGRAMME)
        await self.stage.store.run(partial(again, some=ids[::-1] if backwards else ids))
        return await self.occurrences()

    async def occurrences(self) -> dict[int, Row]:
        columns = [s.occurrences.c[each.name] for each in fields(Row)]
        found = await self.stage.store.run(lambda tx: tx.execute(select(*columns)).all())
        return {row.id: Row(**row._mapping) for row in found}

    async def noted(self) -> None:
        """What an act changed by itself is no firing."""
        self.rows = await self.occurrences()

    async def judge(self) -> None:
        """Holds all that happened since the last look against the promises."""
        rows = await self.occurrences()
        by_key = {row.key: row for row in rows.values()}
        people_now = {phone.person: await self.person(phone) for phone in self.phones}
        heard = await self._new_messages()
        for message in heard:
            who = people_now[message.person]
            if not just_wrote(message.key):
                self._in_waking_hours(who, message)
            if message.kind not in UNPROMPTED:
                continue
            origin = by_key.get(":".join(message.key.removeprefix("oc:").split(":")[:-2]))
            self._in_its_hour(who, message)
            self._one_a_day(who, message, origin or _begins(message.key, by_key))
        for row in rows.values():
            days = [self._day(people_now[m.person], m) for m in heard if m.person == row.person]
            heard_then = [m.created_at for m in heard if _is_of(m, row)]
            await self._changed_rightly(self.rows.get(row.id), row, days, heard_then)
        now = self.stage.clock.now()
        late = [row for row in rows.values() if row.state == WAITING and row.due_at <= now]
        assert not late, f"left waiting: {late}"
        self.rows = rows

    async def _new_messages(self) -> list[Any]:
        query = (
            select(s.outbox)
            .where(s.outbox.c.id > self.told, s.outbox.c.state.not_in(UNSEEN))
            .order_by(s.outbox.c.id)
        )
        found: list[Any] = list(await self.stage.store.run(lambda tx: tx.execute(query).all()))
        self.told = found[-1].id if found else self.told
        return found

    def _here(self, who: Person, message: Any) -> datetime:
        return local(message.created_at, who.zone or self.programme.zone)

    def _day(self, who: Person, message: Any) -> date:
        """The reader's own day on which it came."""
        return self._here(who, message).date()

    def _in_waking_hours(self, who: Person, message: Any) -> None:
        """Whatever it is and whoever caused it, but for an alarm."""
        here = self._here(who, message)
        quiet = message.priority != SAFETY and quiet_at(self.programme, rhythm_of(who), here.time())
        assert not quiet, (here, message)

    def _in_its_hour(self, who: Person, message: Any) -> None:
        day = self._day(who, message)
        assert not rhythm_of(who).paused_on(day), ("away", day, message)
        assert who.stopped_at is None, ("stopped", message)
        assert message.kind not in who.muted, ("muted", message)

    def _one_a_day(self, who: Person, message: Any, origin: Row) -> None:
        meeting = begins_today(message.why or {})  # told first of all that came with it
        if meeting or is_urgent(origin) or origin.key in self.snoozed:
            return
        day = self._day(who, message)
        self.days[who.id, day] += 1
        if self.days[who.id, day] > 1:
            next_day = first_day(self.programme, day + ONE_DAY)
            allowed = may_be_second(next_day, message, origin.why)
            assert allowed, ("second of the day", day, message, origin)

    async def _changed_rightly(
        self, before: Row | None, row: Row, days: list[date], instants: list[datetime]
    ) -> None:
        """Fired once, and only what is still true; what is over stays over."""
        assert row.state in (WAITING, CANCELLED, *OVER), row
        if before is not None and before.state in OVER:
            assert row.state == before.state, (before, row)
        elif row.state == FIRED and row.kind in TASKS:
            await self._is_true(row)
        elif row.state == FIRED and row.kind == "event":
            self._is_to_be_done(row)
            self._has_its_day(row, days)
            self._has_not_begun(row, instants)

    async def _is_true(self, row: Row) -> None:
        """The task is open, its date is the one that was spoken of, and it has not passed."""
        owner = next(phone for phone in self.phones if phone.person == row.person)
        found = {task.id: task for task in await self.open_tasks(owner)}
        assert row.subject in found, ("about a closed task", row)
        assert row.why["due"] == found[row.subject].due.isoformat(), ("old date", row)

    def _is_to_be_done(self, row: Row) -> None:
        """Whatever day it is on by now, where it has only one."""
        if oracle.can_count(self.programme.events):
            assert (row.person, row.why["event"]) not in self.done, ("done", row)

    def _has_its_day(self, row: Row, days: list[date]) -> None:
        """Spoken of on its day or before it, or after it, as its rule has it; by the reader's own
        calendar, and however late the process was."""
        meant = date.fromisoformat(row.why["date"])
        if row.key in self.snoozed or self._is_last_word(row, meant, days):
            return
        if row.why["rule"] == "before":
            assert any(day <= meant for day in days), ("it has been", days, row)
        elif row.why["rule"] == "on_day":
            by_itself = "at" in row.why  # an hour before, which may be the eve of its day abroad
            assert meant in days or by_itself, ("not on its day", days, row)
        else:
            assert any(day > meant for day in days), ("not late yet", days, row)

    def _is_last_word(self, row: Row, meant: date, days: list[date]) -> bool:
        """After a standstill what is to be done may come late, if it has no later word."""
        event = next(each for each in self.programme.events if each.id == row.why["event"])
        same = {"event": row.why["event"], "date": row.why["date"]}
        later = [
            each
            for each in self.rows.values()
            if each.person == row.person and each.state == WAITING and each.due_at > row.due_at
            if same.items() <= (each.why or {}).items()
        ]
        return event.kind in TO_BE_DONE and not later and any(day > meant for day in days)

    def _has_not_begun(self, row: Row, instants: list[datetime]) -> None:
        """What begins at an hour is told before it, by a message of its own on its day."""
        if "at" not in row.why or row.why["rule"] == "late" or row.key in self.snoozed:
            return
        hour = time.fromisoformat(row.why["at"])
        begins = at(date.fromisoformat(row.why["date"]), hour, self.programme.zone)
        if row.why["rule"] == "on_day":
            assert instants, ("not by itself", row)
        assert all(instant < begins for instant in instants), ("it has begun", instants, row)


def _is_of(message: Any, row: Row) -> bool:
    """Whether the message was decided on by this occurrence, or with others but speaks of it."""
    own = str(message.key).startswith(f"oc:{row.key}:") or message.why == row.why
    return own and message.person == row.person


def _begins(key: str, by_key: Mapping[str, Row]) -> Row:
    """The occurrence whose decision a message comes from."""
    found = [row for name, row in by_key.items() if key.startswith(f"oc:{name}:")]
    return max(found, key=lambda row: len(row.key))
