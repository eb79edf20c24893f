"""The only place that puts objects together."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bot import demo
from bot.assistant import Assistant, Hub
from bot.errors import BrokenProgramme, WrongSetting
from bot.files import Files
from bot.sending import Sending
from bot.settings import PREFIX, Settings, hide_password
from bot.web import app
from desk.visit import WEB
from desk.world import World
from knowledge.folder import BrokenFolder, LoadedProgramme, load_folder
from scheduler.clock import Clock, SystemClock, WoundClock
from scheduler.delivery import WebDelivery
from scheduler.firing import Firing
from scheduler.planning import Planning
from scheduler.ticker import Ticker
from scheduler.winding import FACT, Winding
from store import journal
from store.crypto import Keyring
from store.errors import Unreachable, WrongKey
from store.migrate import migrate
from store.proof import prove
from store.work import Store

if TYPE_CHECKING:
    from bot.channels.telegram_bots import TelegramBot


Part = Literal["web", "telegram", "worker"]
PARTS: tuple[Part, ...] = ("web", "telegram", "worker")
"""What one process may do alone, on PostgreSQL: pages and webhooks; reading by long polling; time
and sending. Together they are the product."""


@dataclass(frozen=True, kw_only=True)
class Running:
    """What one process is made of. `tasks` run as long as it lives, `closing` ends them."""

    assistant: Assistant
    ticker: Ticker
    firing: Firing
    planning: Planning
    application: app.SafeHeaders
    parts: tuple[Part, ...] = PARTS
    bots: tuple["TelegramBot", ...] = ()


def load_programmes(folder: Path) -> dict[str, LoadedProgramme]:
    """Every programme folder in `folder`. Raises BrokenProgramme with all faults."""
    loaded, faults = {}, []
    for path in sorted(each.parent for each in folder.glob("*/programme.yaml")):
        try:
            found = load_folder(path)
            loaded[found.programme.id] = found
        except BrokenFolder as error:
            faults += [str(fault) for fault in error.faults]
    if faults:
        raise BrokenProgramme("\n".join(faults))
    if not loaded:
        raise BrokenProgramme(f"there is no programme folder in {folder}")
    return loaded


def open_store(settings: Settings) -> Store:
    """The migrated database, if the secret key is the one it was begun with."""
    if (file := settings.sqlite_file()) is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    try:
        migrate(settings.database_url)
    except Unreachable as error:
        where = hide_password(settings.database_url)
        raise WrongSetting(f"{PREFIX}DATABASE_URL: can't open {where} ({error}).") from None
    store = Store(settings.database_url, Keyring(settings.secret()))
    try:
        store.run_now(prove)
    except WrongKey:
        store.close_now()
        raise WrongSetting(
            f"{_key(settings)}: this is not the key that the database was begun with, and what it "
            "holds can't be read with another. Start with that key."
        ) from None
    return store


def _key(settings: Settings) -> str:
    """Where the secret key came from."""
    kept = settings.key_file() if settings.secret_key is None else None
    return f"{PREFIX}SECRET_KEY" if kept is None else str(kept)


def assemble(store: Store, world: World, clock: Clock) -> tuple[Assistant, Firing, Planning]:
    hub = Hub()
    delivery = WebDelivery(store=store, clock=clock, notify=hub.notify)
    assistant = Assistant(store=store, world=world, clock=clock, hub=hub, delivery=delivery)
    planning = Planning(store=store, world=world, clock=clock)
    firing = Firing(store=store, world=world, clock=clock, behind=planning.behind)
    return assistant, firing, planning


@asynccontextmanager
async def running(settings: Settings, parts: tuple[Part, ...] = PARTS) -> AsyncIterator[Running]:
    """The product, or a part of it, on the real clock."""
    if parts != PARTS and settings.sqlite_file() is not None:
        raise WrongSetting(
            f"--only needs PostgreSQL, since several processes then share one database: set "
            f"{PREFIX}DATABASE_URL."
        )
    store = open_store(settings)
    world = World(load_programmes(settings.programmes))
    world.doors[WEB] = f"{settings.address}/join/"
    assistant, firing, planning = assemble(store, world, SystemClock())
    bots = _bots(settings, assistant)
    web = "web" in parts
    yielded = Running(
        assistant=assistant,
        ticker=Ticker(firing, planning, assistant),
        firing=firing,
        planning=planning,
        application=app.build(assistant) if web else app.build_watched(assistant),
        parts=parts,
        bots=bots,
    )
    if web:
        _bring_webhooks(yielded, settings)
    async with _alive(yielded, settings):
        yield yielded


def _bring_webhooks(process: Running, settings: Settings) -> None:
    if settings.telegram_mode == "webhook":
        process.application.webhooks.update({bot.path: bot for bot in process.bots})


def _bots(settings: Settings, assistant: Assistant) -> tuple["TelegramBot", ...]:
    """aiogram is imported here, and only if a token is set: it takes seconds and 100 MB."""
    tokens = settings.bots()
    if not tokens:
        return ()
    unknown = set(settings.telegram_tokens) - set(assistant.world.programmes)
    if unknown:
        raise WrongSetting(
            f"{PREFIX}TELEGRAM_TOKENS: there is no programme {', '.join(sorted(unknown))}; "
            f"there are: {', '.join(assistant.world.programmes)}."
        )
    from bot.channels import telegram_bots
    from bot.channels.telegram import WrongToken

    files = Files(store=assistant.store, world=assistant.world, clock=assistant.clock)
    try:
        found = telegram_bots.build(
            tokens,
            assistant=assistant,
            api_url=settings.telegram_api_url,
            rate=settings.telegram_rate,
            key=settings.secret(),
            fetch=files.fetch,
        )
    except WrongToken as error:
        name = "TELEGRAM_TOKENS" if ":" in str(error) else "TELEGRAM_TOKEN"
        raise WrongSetting(f"{PREFIX}{name}: {error.__doc__}") from None
    return tuple(found)


@asynccontextmanager
async def demo_running(settings: Settings) -> AsyncIterator[Running]:
    """The demo: the same, on a clock that can be wound and that a restart does not turn back."""
    store = open_store(settings)
    world = World(load_programmes(settings.programmes))
    clock = WoundClock(await _offset(store, world))
    assistant, firing, planning = assemble(store, world, clock)
    await store.run(partial(demo.seed, assistant=assistant))
    winding = Winding(
        store=store, clock=clock, firing=firing, planning=planning, delivery=assistant.delivery
    )
    shown = demo.Demo(assistant=assistant, winding=winding)
    world.doors[WEB] = f"{settings.address}/join/"
    bots = _bots(settings, assistant)
    yielded = Running(
        assistant=assistant,
        ticker=Ticker(firing, planning, assistant),
        firing=firing,
        planning=planning,
        application=app.build(assistant, extra=shown.routes(), home=shown.home),
        bots=bots,
    )
    _bring_webhooks(yielded, settings)
    async with _alive(yielded, settings):
        yield yielded


async def _offset(store: Store, world: World) -> timedelta:
    stored = await store.run(partial(journal.fact, name=FACT))
    if stored is not None:
        return timedelta(microseconds=stored)
    offset = demo.begins(world.programme(demo.PROGRAMME).programme.zone) - datetime.now(UTC)
    value = offset / timedelta(microseconds=1)
    await store.run(partial(journal.set_fact, name=FACT, value=value))
    return offset


@asynccontextmanager
async def _alive(process: Running, settings: Settings) -> AsyncIterator[None]:
    worker = "worker" in process.parts
    sending = Sending(process, settings)
    if worker:
        await sending.prepare()
        await process.assistant.recover()
    await sending.start()
    if worker:
        process.ticker.start()
    gc.freeze()
    try:
        yield
    finally:
        if worker:
            process.ticker.stop()
        process.assistant.hub.close()
        await sending.stop()
        await process.assistant.store.close()
