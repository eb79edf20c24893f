"""The Telegram bots of one process: reading, sending, and what each says of itself.

A bot in trouble (a wrong token, a flood ban, Telegram away) never keeps the process from starting
or another bot from working.
"""

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import structlog

from bot.assistant import Assistant
from bot.channels import telegram_about
from bot.channels.telegram import Telegram, webhook_secret
from bot.channels.telegram_names import LINK, name_fact
from bot.channels.telegram_polling import Polling
from bot.channels.telegram_updates import NotUnderstood, event_of, read
from scheduler import failures
from store import journal

log = structlog.get_logger()

INTRODUCE_AGAIN_SECONDS = 60.0


@dataclass(kw_only=True)
class TelegramBot:
    """One bot at work. `path` is its webhook's address on this server."""

    api: Telegram
    assistant: Assistant
    secret: str
    _answers: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def channel(self) -> str:
        return self.api.channel

    @property
    def path(self) -> str:
        return self.channel.partition(":")[2] or "bot"

    async def take_in(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Writes updates into the inbox, then stops the clocks on the buttons that were tapped."""
        read_ones, unread = [], {}
        for update in updates:
            try:
                found = read(update, self.channel)
            except NotUnderstood as error:
                log.warning("update not understood", channel=self.channel, reason=str(error))
                unread[event_of(update)] = str(error)
                continue
            if found is not None:
                read_ones.append(found)
        toasts: Mapping[str, str] = {}
        if read_ones or unread:
            toasts = await self.assistant.take_in(read_ones, self.channel, unread)
        for update in updates:
            press = update.get("callback_query")
            if isinstance(press, Mapping) and press.get("id"):
                self._in_background(str(press["id"]), toasts.get(event_of(update)))

    def _in_background(self, press: str, text: str | None) -> None:
        task = asyncio.create_task(self._answer(press, text))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer(self, press: str, text: str | None) -> None:
        try:
            await self.api.answer_press(press, text)
        except failures.SendFailed as error:
            log.info("press not answered", channel=self.channel, outcome=type(error).__name__)

    async def introduce(self, webhook: str | None) -> None:
        """Learns its name, says what it can do, and where Telegram is to bring updates."""
        while True:
            try:
                await self._introduce(webhook)
            except Exception as error:  # also a strange answer, or the database away
                outcome = type(error).__name__
                log.warning("not introduced", channel=self.channel, outcome=outcome)
                await asyncio.sleep(INTRODUCE_AGAIN_SECONDS)
            else:
                return

    async def _introduce(self, webhook: str | None) -> None:
        store = self.assistant.store
        if webhook is not None:
            await self.api.listen_by_webhook(f"{webhook}/telegram/{self.path}", self.secret)
        name = await self.api.username()
        await store.run(partial(journal.set_fact, name=name_fact(self.channel), value=name))
        self.assistant.world.doors[self.channel] = LINK.format(name=name)
        about = telegram_about.about()
        mark, fact = hashlib.sha256(repr(about).encode()).hexdigest(), f"about:{self.channel}"
        if await store.run(partial(journal.fact, name=fact)) != mark:
            await self.api.introduce(about)
            await store.run(partial(journal.set_fact, name=fact, value=mark))

    async def known_name(self) -> None:
        """The link people come in by, as it was when the bot was last reached."""
        name = await self.assistant.store.run(partial(journal.fact, name=name_fact(self.channel)))
        if name:
            self.assistant.world.doors.setdefault(self.channel, LINK.format(name=name))

    async def close(self) -> None:
        if self._answers:
            await asyncio.wait(set(self._answers), timeout=1)
        await self.api.close()


def build(
    tokens: Mapping[str, str],
    *,
    assistant: Assistant,
    api_url: str | None,
    rate: int,
    key: bytes,
    fetch: Callable[..., Any],
) -> list[TelegramBot]:
    """A bot for each token. Raises WrongToken."""
    return [
        TelegramBot(
            api=Telegram(channel=channel, token=token, api_url=api_url, fetch=fetch, rate=rate),
            assistant=assistant,
            secret=webhook_secret(key, channel),
        )
        for channel, token in tokens.items()
    ]


def polling(bot: TelegramBot) -> Polling:
    return Polling(bot.api, bot.take_in)


async def username(token: str, api_url: str | None) -> str:
    """Asks Telegram what the bot is called; raises SendFailed."""

    async def nothing(_parcel: Any) -> bytes | None:
        return None

    api = Telegram(channel="telegram", token=token, api_url=api_url, fetch=nothing)
    try:
        return await api.username()
    finally:
        await api.close()
