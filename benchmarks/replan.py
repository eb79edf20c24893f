"""Planning everything anew after a change of the calendar, while people go on writing.

10,000 pairings of "Skola - kopienā", each with a task, check-ins, the watch over silence and the
calendar. Reminders and questions move by half an hour and a break is added: hardly anything stays
as it was. Meanwhile somebody asks for their tasks again and again.
Run: python -m benchmarks.replan [--pairings N]
"""

import argparse
import asyncio
import gc
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from statistics import median

from sqlalchemy import func, insert, select

from benchmarks import cast
from benchmarks.cast import PROGRAMME
from benchmarks.ours_reminders import AGREED, FAR, FAR_DAYS, SECRET, START, Still, count, world
from benchmarks.watching import Loop
from bot.assistant import Assistant
from bot.wiring import assemble
from desk.world import World
from mentoring.programme import Break
from scheduler.planning import Planning
from store import people
from store import schema as s
from store.crypto import Keyring
from store.migrate import migrate
from store.work import Store, Tx

LIMIT_SECONDS = 30
MENTEES_OF_A_MENTOR = 5
SEMESTER = "2025-2026-2"
PAUSE = 0.02
QUIET_SECONDS = 2.0


def enter_mentors(tx: Tx, pairings: int) -> None:
    mentors = [
        cast.person(tx, number, AGREED)
        for number in range(pairings + 1, pairings + pairings // MENTEES_OF_A_MENTOR + 1)
    ]
    tx.execute(insert(s.people), mentors)
    tx.execute(insert(s.parts), [cast.part(one["id"], "mentor", AGREED) for one in mentors])
    tx.execute(insert(s.pairings), [_pairing(place, mentors) for place in range(pairings)])


def _pairing(place: int, mentors: list[dict[str, int]]) -> dict[str, object]:
    return {
        "programme": PROGRAMME,
        "mentor": mentors[place % len(mentors)]["id"],
        "mentee": place + 1,
        "status": "active",
        "semester": SEMESTER,
        "created_at": AGREED,
    }


def changed(before: World) -> World:
    """The same programme with another hour for reminders and check-ins, and one break more."""
    loaded = before.programmes[PROGRAMME]
    plan = loaded.programme
    extra = Break(
        id="snow",
        name={"lv": "sniega diena", "en": "snow day"},
        first=date(2026, 1, 21),
        last=date(2026, 1, 21),
        mentoring=False,
    )
    later = replace(
        plan,
        reminders=replace(plan.reminders, at=plan.reminders.at.replace(minute=30)),
        check_in=replace(plan.check_in, at=plan.check_in.at.replace(hour=17)),
        silence=replace(plan.silence, at=plan.silence.at.replace(minute=30)),
        breaks=(*plan.breaks, extra),
    )
    return World({**before.programmes, PROGRAMME: replace(loaded, programme=later)})


class Asking:
    """Somebody who asks for their tasks, waits for the answer, and asks again."""

    def __init__(self, assistant: Assistant, token: str) -> None:
        self._assistant, self._token, self._asked = assistant, token, 0
        self.waits: list[float] = []

    async def on(self) -> None:
        while True:
            await self.once()
            await asyncio.sleep(PAUSE)

    async def once(self) -> None:
        self._asked += 1
        before = time.perf_counter()
        await self._assistant.receive(self._token, f"ask-{self._asked}", {"text": "/tasks"})
        self.waits.append(time.perf_counter() - before)


def latest(tx: Tx) -> dict[str, int]:
    query = select(s.occurrences.c.kind, func.count()).where(s.occurrences.c.state == "waiting")
    return dict(tx.execute(query.group_by(s.occurrences.c.kind)).all())


async def measure(url: str, pairings: int) -> None:
    migrate(url)
    store, loaded, clock = Store(url, Keyring(SECRET)), world(), Still()
    cast.enter(store, 1, cast.days(FAR, pairings, FAR_DAYS), AGREED, AGREED)
    await store.run(partial(enter_mentors, pairings=pairings))
    assistant, _, planning = assemble(store, loaded, clock)
    before = time.perf_counter()
    await planning.plan_ahead()
    first = time.perf_counter() - before
    token = await store.run(lambda tx: people.new_web_identity(tx, 1, clock.now()))
    asking = Asking(assistant, token)
    gc.freeze()
    quiet = await _asked_for(asking)
    clock.at = START + timedelta(days=1)
    again = Planning(store=store, world=changed(loaded), clock=clock)
    took, blocked = await _replanned(again, asking)
    print(
        f"{pairings:,} pairings, {await store.run(count):,} occurrences"
        f" {await store.run(latest)}\n"
        f"planned for the first time in {first:.1f} s, anew after the change in {took:.1f} s,"
        f" {took / LIMIT_SECONDS:.2f} of the limit ({LIMIT_SECONDS} s)\n"
        f"an answer took {median(quiet) * 1e3:.1f} ms before (at most {max(quiet) * 1e3:.1f}),"
        f" {median(asking.waits) * 1e3:.1f} ms meanwhile (at most"
        f" {max(asking.waits) * 1e3:.1f}); loop blocked {blocked * 1e3:.1f} ms",
        flush=True,
    )
    await store.close()


async def _asked_for(asking: Asking) -> list[float]:
    """How long answers take while nothing else goes on; the first ones load what is needed."""
    for _ in range(5):
        await asking.once()
    asking.waits.clear()
    end = time.perf_counter() + QUIET_SECONDS
    while time.perf_counter() < end:
        await asking.once()
    found, asking.waits = asking.waits, []
    return found


async def _replanned(planning: Planning, asking: Asking) -> tuple[float, float]:
    talk = asyncio.create_task(asking.on())
    async with Loop() as loop:
        before = time.perf_counter()
        await planning.plan_ahead()
        took = time.perf_counter() - before
    talk.cancel()
    return took, loop.blocked


def main() -> None:
    parser = argparse.ArgumentParser(description="Planning anew after a change of the calendar.")
    parser.add_argument("--pairings", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(f"sqlite:///{folder}/replan.sqlite3", options.pairings))


if __name__ == "__main__":
    main()
