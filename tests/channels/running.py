"""The whole product in the test's own event loop, against a fake Telegram on a thread of its own.

The fake is looked at by blocking calls, so they wait in threads: `reads`, `gets`, `until`.
"""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

import uvicorn
from sqlalchemy import select

from bot import stuck, wiring
from bot.settings import Settings
from bot.wiring import PARTS, Part, Running
from mentoring.message import Button, Message
from store import invitations, outbox, people, queues
from store import schema as s
from store.people import Person as Known
from store.queues import Stuck
from store.work import Tx
from tests.awake import programmes
from tests.platforms.telegram import FakeBot, FakeTelegram, Person, Shown

TOKEN = "123456:TEST-token"
SCHOOL = "skola-kopiena"
SCHOOL_TOKEN = "654321:SCHOOL-token"
SECRET = "a secret for tests only"
COMMANDS = ("/menu", "/valoda", "/uzdevumi", "/rezultati", "/dati")
"""Each is answered by one message that differs from the others'."""

_COUNTED = re.compile(r'pavadonis_sends_total\{channel="([^"]+)",outcome="([^"]+)"\} ([0-9.]+)')


@dataclass(frozen=True, kw_only=True)
class Play:
    """One life of the product."""

    process: Running
    telegram: FakeTelegram
    settings: Settings
    bot: FakeBot

    async def run(self, fn: Callable[[Tx], Any]) -> Any:
        return await self.process.assistant.store.run(fn)

    async def code(self, name: str, role: str = "mentee") -> str:
        """An invitation's code."""
        issue = partial(
            invitations.issue,
            programme=SCHOOL,
            role=role,
            name=name,
            language="lv",
            now=datetime.now(UTC),
        )
        return str(await self.run(issue))

    async def enter(self, name: str, role: str = "mentee", bot: FakeBot | None = None) -> Person:
        """Somebody who came in by an invitation and agreed; all said so far is looked at."""
        person: Person = (bot or self.bot).user(name=name)
        person.start(await self.code(name, role))
        await reads(person, "Vai tā der?")
        await self.taps(person, "Jā, der")
        await reads(person, "➤ Jā, der")  # the edit comes last
        person.new()
        return person

    async def taps(self, person: Person, label: str) -> None:
        """Taps, and reads the answer to it."""
        person.tap(label)
        await gets(person, 1)

    async def known(self, person: Person, channel: str = "telegram") -> Known:
        look = partial(people.by_address, channel=channel, address=str(person.id))
        found: Known | None = await self.run(look)
        assert found is not None
        return found

    async def say(
        self,
        person: Person,
        text: str,
        priority: int = outbox.NUDGE,
        channel: str = "telegram",
        buttons: Sequence[Button] = (),
    ) -> None:
        """Puts a message into the outbox, as a decision nobody asked for would."""
        known = await self.known(person, channel)
        put = partial(
            outbox.put,
            person=known,
            message=Message(text=text, buttons=tuple(buttons)),
            key=f"test:{person.id}:{text}"[:120],
            now=self.process.assistant.clock.now(),
            kind="notice",
            priority=priority,
            channel=channel,
        )
        await self.run(put)
        await self.process.assistant.dispatch()

    async def decided(self, person: Person, channel: str = "telegram") -> list[str]:
        """All the desk ever said to this person there, in order; None of it twice."""
        known = await self.known(person, channel)
        query = (
            select(s.outbox.c.key, s.outbox.c.body)
            .where(s.outbox.c.person == known.id, s.outbox.c.channel == channel)
            .where(s.outbox.c.kind != "edit")
            .order_by(s.outbox.c.id)
        )
        rows = await self.run(lambda tx: list(tx.execute(query)))
        bodies = [known.cipher.open(row.body, f"outbox.body:{row.key}") for row in rows]
        return [str(body["text"]) for body in bodies]

    async def states(self, queue: str = "outbox") -> dict[str, int]:
        """How many rows of a queue are in each state; what is finished is left out."""
        found = await self.run(queues.counts)
        return {one.state: one.rows for one in found if one.name == queue}

    async def stuck(self) -> list[Stuck]:
        """What an operator is shown as not having arrived."""
        return list(await self.run(queues.stuck))

    async def retry(self) -> int:
        """`python -m bot outbox retry --all`."""
        return await asyncio.to_thread(stuck.retry, self.settings, None, True)

    async def drop(self) -> int:
        """`python -m bot outbox drop --all`."""
        return await asyncio.to_thread(stuck.drop, self.settings, None, True)

    def outcomes(self, channel: str = "telegram") -> dict[str, int]:
        """What became of the sends, as /metrics tells."""
        page = self.process.assistant.metrics.page((), datetime.now(UTC)).decode()
        return {
            outcome: int(float(count))
            for name, outcome, count in _COUNTED.findall(page)
            if name == channel
        }

    def down(self) -> list[str]:
        """The channels that /readyz names as in trouble."""
        return [name for name, one in self.process.assistant.couriers.items() if one.down]

    async def settled(self) -> None:
        """All that was accepted is handled, all that was decided has left or been given up."""
        await eventually(self._is_settled)

    async def _is_settled(self) -> bool:
        waiting = {**await self.states("inbox"), **await self.states("outbox")}
        return not {"waiting", "sending"} & set(waiting)


async def crowd(play: Play, count: int) -> list[Person]:
    """People who are in already, put straight into the database."""
    found = [play.bot.user(name=f"Cilvēks {number}") for number in range(count)]
    await play.run(partial(_settle, found=found))
    for person in found:
        person._chat.opened = True  # as if each had pressed "start" long ago
    return found


def _settle(tx: Tx, found: Sequence[Person]) -> None:
    now = datetime.now(UTC)
    for person in found:
        number = people.add(tx, name=person.user["first_name"], language="lv", now=now)
        people.join(tx, number, SCHOOL, "mentee", now)
        people.add_identity(tx, number, "telegram", str(person.id), now)
        people.change(tx, number, channel="telegram", consent_at=now)


async def reads(person: Any, part: str) -> Shown:
    """Waits until the person, or group, reads this."""
    found: Shown = await asyncio.to_thread(person.wait_for, part)
    return found


async def gets(person: Any, count: int) -> list[str]:
    """Waits for so many new messages; what they say."""
    return [shown.text for shown in await asyncio.to_thread(person.wait, count)]


async def until(bot: FakeBot, ready: Callable[[FakeBot], bool]) -> None:
    await asyncio.to_thread(bot.wait_until, ready)


async def eventually(ready: Callable[[], Any], within: float = 10.0) -> None:
    """For what nobody announces: looks again and again until it holds."""
    async with asyncio.timeout(within):
        while True:
            found = ready()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                return
            await asyncio.sleep(0.01)


def told(person: Any) -> list[str]:
    """Everything the bot ever said there, as it was said first: edits aside."""
    return [text.split("\n\n➤ ")[0] for text in (shown.text for shown in person.messages())]


def settings(database_url: str, telegram: FakeTelegram, **more: Any) -> Settings:
    values: dict[str, Any] = {
        "_env_file": None,
        "database_url": database_url,
        "secret_key": SECRET,
        "telegram_token": TOKEN,
        "telegram_api_url": telegram.url,
        "telegram_rate": 1000,
        "programmes": programmes(),
        **more,
    }
    return Settings(**values)


@asynccontextmanager
async def playing(
    database_url: str, telegram: FakeTelegram, parts: tuple[Part, ...] = PARTS, **more: Any
) -> AsyncIterator[Play]:
    """The product from start to stop; once more on the same database is its next life."""
    chosen = settings(database_url, telegram, **more)
    async with wiring.running(chosen, parts) as process:
        yield Play(process=process, telegram=telegram, settings=chosen, bot=telegram.bot(TOKEN))


@asynccontextmanager
async def called(database_url: str, telegram: FakeTelegram, **more: Any) -> AsyncIterator[Play]:
    """The product with a webhook that Telegram calls."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(256)
        here = f"http://127.0.0.1:{listener.getsockname()[1]}"
        more = {"telegram_mode": "webhook", "public_url": here, **more}
        async with playing(database_url, telegram, **more) as play:
            server = uvicorn.Server(
                uvicorn.Config(play.process.application, lifespan="off", log_config=None)
            )
            serving = asyncio.create_task(server.serve(sockets=[listener]))
            try:
                await until(play.bot, lambda bot: bot.webhook is not None)
                yield play
            finally:
                server.should_exit = True
                await serving
