"""An aiogram bot that keeps what ours keeps, with SQLAlchemy's async ORM: a transaction per update.

Dedupe row, person, counter and outbox row are committed before the reply is sent. One connection,
since SQLite has one writer: with a pool of several the writers spend their time waiting for locks.
Run: python -m benchmarks.peers.aiogram_orm TOKEN http://127.0.0.1:PORT FOLDER
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiogram import BaseMiddleware, Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message, TelegramObject, Update
from sqlalchemy import BigInteger, ForeignKey, event
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

POOL_TIMEOUT = 3600
"""Seconds a handler waits for the connection: under a flood SQLAlchemy's 30 would lose messages."""


class Base(DeclarativeBase):
    pass


class Seen(Base):
    __tablename__ = "seen"
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    name: Mapped[str]


class State(Base):
    __tablename__ = "states"
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    messages: Mapped[int] = mapped_column(default=0)


class Outgoing(Base):
    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    text: Mapped[str]


class Sessions(BaseMiddleware):
    """A session per update, as aiogram's users are taught to hand it to their handlers."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self.sessions = sessions

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        async with self.sessions() as session:
            return await handler(event, {**data, "session": session})


async def echo(message: Message, session: AsyncSession, event_update: Update) -> None:
    async with session.begin():
        if await session.get(Seen, event_update.update_id):
            return
        session.add(Seen(update_id=event_update.update_id))
        text = await remember(session, message)
    await message.answer(text)


async def remember(session: AsyncSession, message: Message) -> str:
    user = await session.get(User, message.chat.id)
    state = await session.get(State, message.chat.id)
    if user is None or state is None:
        user = User(id=message.chat.id, name=message.chat.full_name)
        session.add(user)
        await session.flush()
        state = State(user_id=user.id, messages=0)
        session.add(state)
        await session.flush()
    state.messages += 1
    session.add(Outgoing(user_id=user.id, text=message.text or ""))
    return message.text or ""


async def opened(folder: Path) -> async_sessionmaker[AsyncSession]:
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{folder / 'orm.db'}",
        pool_size=1,
        max_overflow=0,
        pool_timeout=POOL_TIMEOUT,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def durable(connection: Any, record: object) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    return async_sessionmaker(engine, expire_on_commit=False)


async def main(token: str, url: str, folder: str) -> None:
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    dispatcher.message.middleware(Sessions(await opened(Path(folder))))
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
