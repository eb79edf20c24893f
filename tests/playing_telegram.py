"""Phones with Telegram: the same surface as a web phone, over people of the fake platform."""

import json
import socket
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import func, select

from store import people, posting
from store import schema as s
from store.crypto import Keyring
from store.work import Store, Tx
from tests.platforms.telegram import FakeBot, FakeTelegram, Person, Shown
from tests.playing import Process, plain

SETTLED_WITHIN_SECONDS = 45.0
LOOK_SECONDS = 0.03
TOKEN = "123456:TEST-token"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def settings(server: FakeTelegram, mode: str) -> dict[str, str]:
    """What `Process` needs for a bot on the fake; the port is fixed, so that a webhook survives a
    restart."""
    port = free_port()
    return {
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": server.url,
        "TELEGRAM_MODE": mode,
    }


@dataclass(kw_only=True)
class Programme:
    """The running demo, its bot on the fake, and its database to look into."""

    process: Process
    bot: FakeBot
    store: Store

    @classmethod
    def begin(cls, url: str, server: FakeTelegram, mode: str, folder: Path) -> "Programme":
        process = Process(url, folder=folder, more=settings(server, mode)).start()
        keyring = Keyring(process.env["PAVADONIS_SECRET_KEY"].encode())
        return cls(process=process, bot=server.bot(TOKEN), store=Store(url, keyring))

    def close(self) -> None:
        self.process.close()
        self.store.close_now()

    def invite(self, role: str, name: str) -> str:
        """The code of a link that `python -m bot invite` prints."""
        told = self.process.run(
            *("invite", "--programme", "skola-kopiena", "--role", role, "--name", name, "--json")
        )
        link = urlsplit(json.loads(told)["telegram"])
        assert f"{link.hostname}{link.path}" == f"t.me/{self.bot.username}"
        return str(parse_qs(link.query)["start"][0])

    def join(self, role: str, name: str) -> "TelegramPhone":
        """Somebody opens their invitation in Telegram."""
        person = self.bot.user(name=name.split()[0])
        person.start(self.invite(role, name))
        return TelegramPhone(programme=self, person=person, name=name)

    def wait_until_quiet(self, address: int) -> None:
        """Until all that came in is handled, and what it made us say to this person has arrived."""
        end = time.monotonic() + SETTLED_WITHIN_SECONDS
        while time.monotonic() < end:
            if not self.bot.pending() and self.waiting(address) == 0:
                return
            time.sleep(LOOK_SECONDS)
        raise TimeoutError(
            f"{self.waiting(address)} still wait:\n{self.process.log.read_text()[-2000:]}"
        )

    def wait_until_all_left(self) -> None:
        """Until nothing waits for anybody, edits among it."""
        end = time.monotonic() + SETTLED_WITHIN_SECONDS
        while self.store.run_now(_open):
            assert time.monotonic() < end, "something never left"
            time.sleep(LOOK_SECONDS)

    def wait_until_put_off(self, address: int) -> None:
        """Until a message to this person waits for a later moment, and nothing is being sent."""
        end = time.monotonic() + SETTLED_WITHIN_SECONDS
        while not self.store.run_now(lambda tx: _put_off(tx, str(address))):
            assert time.monotonic() < end, "nothing was put off"
            time.sleep(LOOK_SECONDS)

    def waiting(self, address: int) -> int:
        return self.store.run_now(lambda tx: _waiting(tx, str(address)))


def _waiting(tx: Tx, address: str) -> int:
    """Messages not handled, pages' rows not shown, and rows for this address; edits aside."""
    unread = select(func.count()).where(s.inbox.c.state == "waiting")
    found: int = tx.execute(unread).scalar_one()
    person = people.by_address(tx, "telegram", address)
    mine = s.outbox.c.person == (person.id if person else 0)
    unsent = select(func.count()).where(
        s.outbox.c.state.in_((posting.WAITING, posting.SENDING)),
        s.outbox.c.kind != "edit",
        mine | (s.outbox.c.address == address) | (s.outbox.c.channel == "web"),
    )
    return found + int(tx.execute(unsent).scalar_one())


def _open(tx: Tx) -> int:
    waiting = select(func.count()).where(s.outbox.c.state.in_(s.OPEN_STATES))
    return int(tx.execute(waiting).scalar_one())


def _put_off(tx: Tx, address: str) -> bool:
    person = people.by_address(tx, "telegram", address)
    assert person is not None
    query = select(s.outbox.c.state, s.outbox.c.next_at).where(
        s.outbox.c.person == person.id,
        s.outbox.c.state.in_((posting.WAITING, posting.SENDING)),
    )
    rows = list(tx.execute(query))
    return {row.state for row in rows} == {posting.WAITING} and any(row.next_at for row in rows)


@dataclass(kw_only=True)
class TelegramPhone:
    """One person's chat with the bot."""

    programme: Programme
    person: Person
    name: str
    seen: int = field(default=0)

    def _quiet(self) -> None:
        self.programme.wait_until_quiet(self.person.id)

    def shown(self) -> list[Shown]:
        """The chat as the phone shows it now, answered keyboards replaced."""
        self._quiet()
        return self.person.messages()

    def all(self) -> list[dict[str, Any]]:
        return [self._told(each) for each in self.shown()]

    def new(self) -> list[dict[str, Any]]:
        fresh = [each for each in self.shown() if each.message_id > self.seen]
        if fresh:
            self.seen = fresh[-1].message_id
        return [self._told(each) for each in fresh]

    def _told(self, shown: Shown) -> dict[str, Any]:
        """In the shape of the web chat; a human's words begin with the human's name."""
        author, colon, said = shown.text.partition(":\n")
        human = bool(colon) and author.istitle() and "\n" not in author
        return {
            "id": shown.message_id,
            "from": "human" if human else "bot",
            "author": author if human else None,
            "text": said if human else shown.text,
            "buttons": [{"label": label} for label in shown.labels],
            "image": shown.photo,
        }

    def send(self, text: str) -> list[dict[str, Any]]:
        self.person.send(text)
        return self.new()

    def tap(self, label: str) -> list[dict[str, Any]]:
        """Taps the newest button whose label contains this."""
        for shown in reversed(self.shown()):
            for each in (each for row in shown.buttons for each in row):
                if plain(label) in plain(each.label):
                    self.person.tap_data(each.data, shown.message_id)
                    return self.new()
        raise AssertionError(f"{self.name} has no button {label!r}: {self.all()[-2:]}")

    def labels(self) -> list[str]:
        """The buttons of the newest message."""
        return self.shown()[-1].labels

    def text(self) -> str:
        """Everything ever said to this person, as it was said."""
        self._quiet()
        return "\n".join(self.delivered())

    def delivered(self) -> list[str]:
        return [each.text for each in self.programme.bot.sent if each.chat_id == self.person.id]


def chat(phone: TelegramPhone) -> str:
    """The chat as the phone shows it, for a human to read."""
    lines = []
    for stored in phone.person._chat.stored:
        shown = stored.shown()
        who = "BOT" if stored.from_bot else "ME "
        text = shown.text.replace("\n", "\n     ")
        lines.append(f"{who}: {'[' + shown.kind + '] ' if shown.kind != 'text' else ''}{text}")
        lines += ["       " + " ".join(f"[{each.label}]" for each in row) for row in shown.buttons]
    return "\n".join(lines)
