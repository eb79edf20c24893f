"""An in-process stage: the real desk, scheduler and web application over a real database.

People have phones that send, tap and read; the clock is wound. No subprocess, no network.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Any

import httpx

from bot.assistant import Assistant
from bot.demo import Demo
from bot.web import app
from bot.web.render import bubble
from bot.wiring import assemble, load_programmes
from desk.world import World
from knowledge.folder import LoadedProgramme
from mentoring.localtime import at, local
from scheduler.clock import WoundClock
from scheduler.firing import Firing
from scheduler.planning import Planning
from scheduler.winding import Winding
from store import pairings, people, tasks
from store.people import Person
from store.work import Store, Tx
from tests.playing import ROOT, plain

PROGRAMME = "skola-kopiena"
ZONE = "Europe/Riga"
BEGINS = "2026-01-12T09:00"
SEMESTER = "2025-2026-2"

Bubble = dict[str, Any]


@cache
def programmes() -> Mapping[str, LoadedProgramme]:
    """The repository's own programme folders, read once; but they write at weekends, too, so that
    a reminder comes on the very day a test has it due (`test_weekends.py` has them as they are)."""
    found = load_programmes(Path(ROOT / "programmes"))
    return {name: _at_weekends(each) for name, each in found.items()}


def _at_weekends(loaded: LoadedProgramme) -> LoadedProgramme:
    programme = loaded.programme
    window = replace(programme.window, weekend=True)
    return replace(loaded, programme=replace(programme, window=window))


@cache
def world() -> World:
    """Kept for the whole run, as its FAQ indexes are built when first asked for."""
    return World(programmes())


def instant(wall: str) -> datetime:
    """ "2026-01-12T09:00" in Riga, as UTC."""
    wanted = datetime.fromisoformat(wall)
    return at(wanted.date(), wanted.time(), ZONE)


@dataclass(kw_only=True)
class Stage:
    store: Store
    clock: WoundClock
    assistant: Assistant
    firing: Firing
    planning: Planning
    winding: Winding
    application: Any
    phones: dict[str, "Phone"] = field(default_factory=dict)

    async def enter(
        self,
        name: str,
        role: str = "mentee",
        *,
        agreed: bool = True,
        interests: tuple[str, ...] = (),
        language: str = "lv",
    ) -> "Phone":
        """A new person with a chat of their own, greeted, and in the programme when `agreed`."""
        person, token = await self.store.run(
            partial(self._join, name=name, role=role, interests=interests, language=language)
        )
        await self.assistant.delivery.flush()
        phone = Phone(stage=self, person=person, token=token, name=name)
        self.phones[name] = phone
        if agreed:
            await phone.tap("Jā, der" if language == "lv" else "Yes, that's fine")
        await phone.new()
        return phone

    def _join(
        self, tx: Tx, name: str, role: str, interests: tuple[str, ...], language: str
    ) -> tuple[int, str]:
        now = self.clock.now()
        person = people.add(tx, name=name, language=language, age=15, now=now)
        part = people.join(tx, person, PROGRAMME, role, now)
        token = people.new_web_identity(tx, person, now)
        if interests:
            people.set_profile(tx, self.known(tx, person), part, {"interests": list(interests)})
        self.assistant.greet(tx, person, people.parts(tx, person)[0])
        return person, token

    def known(self, tx: Tx, person: int) -> Person:
        found = people.load(tx, person)
        assert found is not None
        return found

    async def pair(self, mentor: "Phone", mentee: "Phone") -> int:
        """A settled pairing of this semester."""

        def write(tx: Tx) -> int:
            return pairings.add(
                tx,
                self.known(tx, mentee.person),
                programme=PROGRAMME,
                mentor=mentor.person,
                status="active",
                now=self.clock.now(),
                semester=SEMESTER,
            )

        made = await self.store.run(write)
        await self.planned()
        return made

    async def task(self, phone: "Phone", title: str, due: str) -> int:
        """A task with its reminders, as a finished GROW conversation makes them."""

        def write(tx: Tx) -> int:
            who = self.known(tx, phone.person)
            active = pairings.of_mentee(tx, who, PROGRAMME, "active")
            return tasks.add(
                tx,
                who,
                programme=PROGRAMME,
                pairing=active[0].id if active else None,
                title=title,
                due=date.fromisoformat(due),
                now=self.clock.now(),
            )

        made = await self.store.run(write)
        await self.planned()
        return made

    async def planned(self) -> None:
        """Today's planning, as the nightly one does it, whether it has run already or not."""
        mentees = await self.store.run(lambda tx: people.with_role(tx, PROGRAMME, "mentee"))
        await self.store.run(partial(self.planning._replan, programme=PROGRAMME, some=mentees))

    async def wind(self, to: str) -> None:
        await self.winding.wind(instant(to))

    async def asleep_until(self, to: str) -> None:
        """The process was down; now it is up again and its ticker ticks."""
        self.clock.wind(instant(to))
        await self.tick()

    async def tick(self) -> None:
        await self.planning.plan_ahead()
        await self.firing.fire_due()
        await self.assistant.recover()

    def now(self) -> str:
        return local(self.clock.now(), ZONE).strftime("%Y-%m-%dT%H:%M")

    async def accepted(self, phone: "Phone", event: str, body: dict[str, Any]) -> None:
        """A message on disk that nobody has handled: the process died in between."""
        accept = self.assistant.accept
        await self.store.run(partial(accept, token=phone.token, event=event, body=body))

    async def read(self, fn: Callable[[Tx], Any]) -> Any:
        return await self.store.run(fn)

    def web(self) -> httpx.AsyncClient:
        """A client of the real ASGI application; errors come as answers, as over the network."""
        transport = httpx.ASGITransport(app=self.application, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url="http://stage")


_events = count(1)


@dataclass(kw_only=True)
class Phone:
    """One person's chat."""

    stage: Stage
    person: int
    token: str
    name: str
    seen: int = 0

    @property
    def path(self) -> str:
        return f"/chat/{self.token}/messages"

    async def post(self, body: dict[str, Any], event: str | None = None) -> list[Bubble]:
        event = event or f"test-{next(_events)}"
        receipt = await self.stage.assistant.receive(self.token, event, body)
        assert receipt is not None, f"the chat of {self.name} is gone"
        return await self.new()

    async def send(self, text: str, **more: str) -> list[Bubble]:
        """What came back."""
        return await self.post({"text": text, **more})

    async def tap(self, label: str) -> list[Bubble]:
        """Taps the newest button whose label contains this."""
        return await self.post({"button": await self.key(label)})

    async def press(self, key: str) -> list[Bubble]:
        return await self.post({"button": key})

    async def key(self, label: str) -> str:
        for message in reversed(await self.all()):
            for button in message["buttons"]:
                if plain(label) in plain(button["label"]):
                    return str(button["key"])
        raise AssertionError(f"{self.name} has no button {label!r}: {(await self.all())[-2:]}")

    async def all(self) -> list[Bubble]:
        found: list[Bubble] = []
        while True:
            after = found[-1]["id"] if found else 0
            page = await self.stage.assistant.replies(self.token, after or -1)
            if page is None:
                return []
            some = [bubble(one, ZONE, "lv", self.token) for one in page[1]]
            if not some:
                return found
            found += some

    async def new(self) -> list[Bubble]:
        """What arrived since the last look, without the person's own messages."""
        found = [m for m in await self.all() if m["id"] > self.seen]
        if found:
            self.seen = found[-1]["id"]
        return [m for m in found if m["from"] != "me"]

    async def labels(self) -> list[str]:
        """The buttons of the newest message."""
        return [button["label"] for button in (await self.all())[-1]["buttons"]]

    async def text(self) -> str:
        """Everything ever said to this person."""
        return said([m for m in await self.all() if m["from"] != "me"])


def said(messages: list[Bubble]) -> str:
    return "\n".join(message["text"] for message in messages)


def put_on(store: Store, over: World | None = None, begins: str = BEGINS) -> Stage:
    """A stage on this database, at the Monday morning the demo begins at."""
    clock = WoundClock()
    clock.offset = instant(begins) - datetime.now(UTC)  # the year may lie behind us
    assistant, firing, planning = assemble(store, over or world(), clock)
    winding = Winding(
        store=store, clock=clock, firing=firing, planning=planning, delivery=assistant.delivery
    )
    demo = Demo(assistant=assistant, winding=winding)
    return Stage(
        store=store,
        clock=clock,
        assistant=assistant,
        firing=firing,
        planning=planning,
        winding=winding,
        application=app.build(assistant, extra=demo.routes()),
    )


@asynccontextmanager
async def closing(stage: Stage) -> AsyncIterator[Stage]:
    yield stage
    stage.assistant.hub.close()
    await stage.store.close()


async def together(*work: Awaitable[Any]) -> list[Any]:
    """All at once; the first failure is raised."""
    return list(await asyncio.gather(*work))


def after(wall: str, **how: float) -> str:
    """A wall time so much later."""
    return (datetime.fromisoformat(wall) + timedelta(**how)).strftime("%Y-%m-%dT%H:%M")
