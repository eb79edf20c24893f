"""Our broadcast for benchmarks/broadcast.py: an announcement to everybody in the outbox, the
courier as the product runs it, and replies queued meanwhile.

Run by the driver: python -m benchmarks.ours_broadcast TOKEN URL MESSAGES FOLDER
"""

import asyncio
import json
import sys
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.stub_telegram import FIRST_CHAT
from bot.channels.telegram import Telegram
from bot.wiring import load_programmes
from desk.world import World
from mentoring.message import Message
from scheduler.clock import SystemClock
from scheduler.courier import Courier
from store import outbox, people, queues
from store.crypto import Keyring
from store.migrate import migrate
from store.posting import Parcel
from store.presence import Presence
from store.work import Store, Tx

CHANNEL = "telegram"


def enrol(tx: Tx, messages: int, others: list[int]) -> dict[int, int]:
    """Everybody with an announcement waiting, and those who will get a reply; chat to person."""
    now = datetime.now(UTC)
    found = {}
    broadcast = [FIRST_CHAT + number for number in range(messages)]
    for chat in [*broadcast, *(set(others) - set(broadcast))]:
        found[chat] = people.add(tx, name=f"Person {chat}", language="lv", now=now)
        people.add_identity(tx, found[chat], CHANNEL, str(chat), now)
    for chat in broadcast:
        say(tx, found[chat], "Rīt tiekamies.", "announcement", outbox.BROADCAST)
    return found


def say(tx: Tx, person: int, text: str, kind: str, priority: int) -> None:
    found = people.load(tx, person)
    assert found is not None
    outbox.put(
        tx,
        found,
        Message(text=text),
        key=f"{kind}:{person}",
        now=datetime.now(UTC),
        kind=kind,
        priority=priority,
        channel=CHANNEL,
    )


async def nothing(_parcel: Parcel) -> bytes | None:
    return None


async def reply(store: Store, courier: Courier, chat: int, person: int, after: float) -> None:
    await asyncio.sleep(after)
    print(json.dumps({"chat": chat, "queued": time.monotonic()}), flush=True)
    text = "Labi, piektdien plkst. 16.00."
    await store.run(partial(say, person=person, text=text, kind="reply", priority=outbox.REPLY))
    courier.wake()


async def main(token: str, url: str, messages: int, folder: Path) -> None:
    from benchmarks.broadcast import reply_times

    database = f"sqlite:///{folder}/bench.sqlite3"
    migrate(database)
    store = Store(database, Keyring(b"a secret for benchmarks"))
    times = reply_times(messages)
    known = await store.run(partial(enrol, messages=messages, others=list(times)))
    api = Telegram(channel=CHANNEL, token=token, api_url=url, fetch=nothing)
    courier = Courier(
        store=store,
        world=World(load_programmes(Path("programmes"))),
        clock=SystemClock(),
        carrier=api,
        worker=Presence(store.engine).worker,
    )
    sending = asyncio.create_task(courier.run())
    await asyncio.gather(
        *(reply(store, courier, chat, known[chat], after) for chat, after in times.items())
    )
    while await store.run(queues.counts):  # noqa: ASYNC110  (the outbox tells nobody)
        await asyncio.sleep(0.1)
    await courier.stop()
    await sending
    await api.close()
    await store.close()


if __name__ == "__main__":
    _, _token, _url, _messages, _folder = sys.argv
    asyncio.run(main(_token, _url, int(_messages), Path(_folder)))
