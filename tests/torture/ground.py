"""Where it is played: databases with the cast in them, copied for each run, and a programme folder.

The programme lives where it is noon just now, so that reminders may be sent whenever this runs.
"""

import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from knowledge.folder import load_folder
from store.crypto import Keyring
from store.migrate import migrate
from store.work import Store
from tests.awake import copied
from tests.databases import Postgres
from tests.platforms.telegram import FakeBot, FakeTelegram, Person
from tests.torture import cast
from tests.torture.cast import CAST, PROGRAMME, Role
from tests.torture.lives import SECRET


def open_store(url: str) -> Store:
    return Store(url, Keyring(SECRET.encode()))


@dataclass(frozen=True, kw_only=True)
class Place:
    """One run's own database, folder and people."""

    url: str
    folder: Path
    store: Store
    server: FakeTelegram
    bot: FakeBot
    cast: tuple[Role, ...]
    persons: tuple[Person, ...]
    code: str
    env: dict[str, str]


class Ground:
    """Made once for many runs; safe to use from several threads."""

    def __init__(self, postgres: Postgres | None = None) -> None:
        self._postgres, self._lock = postgres, threading.Lock()
        self.one_migration = threading.Lock()
        """Alembic keeps what it works on for the whole process: no two threads may migrate."""

        self._own: Postgres | None = None
        self._folder = Path(tempfile.mkdtemp(prefix="pavadonis-torture-"))
        self._templates: dict[tuple[str, str], tuple[str, str]] = {}
        self.programmes = self._folder / "programmes"
        copied(self.programmes)

    def close(self) -> None:
        if self._own:
            self._own.stop()
        shutil.rmtree(self._folder)

    @property
    def postgres(self) -> Postgres:
        if self._postgres is None:
            self._postgres = self._own = Postgres()
        return self._postgres

    @contextmanager
    def empty(self, kind: str, template: str = "template0") -> Iterator[tuple[str, Path]]:
        """A database of nothing, or a copy of `template`: its URL, and a folder for the process."""
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        if kind == "sqlite":
            yield f"sqlite:///{folder / 'torture.db'}", folder
            shutil.rmtree(folder)
            return
        with self._lock:
            context = self.postgres.database(template)
            url = context.__enter__()
        try:
            yield url, folder
        finally:
            with self._lock:
                context.__exit__(None, None, None)
        shutil.rmtree(folder)

    def _template(self, kind: str, people: tuple[Role, ...]) -> tuple[str, str]:
        """(file or database with these people, the newcomer's code)."""
        with self._lock:
            name = f"cast{len(self._templates)}"
            key = (kind, repr(people))
            if key not in self._templates:
                where, url = name, f"sqlite:///{self._folder / name}.db"
                if kind == "postgresql":
                    self.postgres.execute(f"CREATE DATABASE {name}")
                    url = self.postgres.url(name)
                else:
                    where = str(self._folder / f"{name}.db")
                with self.one_migration:
                    migrate(url)
                store = open_store(url)
                loaded = load_folder(self.programmes / PROGRAMME)
                code = store.run_now(lambda tx: cast.seed(tx, people, loaded))
                store.close_now()
                self._templates[key] = (where, code)
            return self._templates[key]

    @contextmanager
    def place(self, kind: str, people: tuple[Role, ...] = CAST, mode: str = "") -> Iterator[Place]:
        """A fresh database with these people in it, all of whom have started the bot before."""
        where, code = self._template(kind, people)
        with self.empty(kind, where) as (url, folder), FakeTelegram() as server:
            if kind == "sqlite":
                shutil.copy(where, folder / "torture.db")
            bot, store = server.bot(), open_store(url)
            with closing_store(store):
                yield Place(
                    url=url,
                    folder=folder,
                    store=store,
                    server=server,
                    bot=bot,
                    cast=people,
                    persons=_known(server, bot, people),
                    code=code,
                    env=self.env(url, server, bot, mode or "polling"),
                )

    @property
    def common(self) -> dict[str, str]:
        """The settings that every run has."""
        return {
            "PAVADONIS_SECRET_KEY": SECRET,
            "PAVADONIS_PROGRAMMES": str(self.programmes),
            "PAVADONIS_PORT": "0",
        }

    def env(self, url: str, server: FakeTelegram, bot: FakeBot, mode: str) -> dict[str, str]:
        port = _free_port() if mode == "webhook" else 0
        here = {"PAVADONIS_PUBLIC_URL": f"http://127.0.0.1:{port}"} if port else {}
        return {
            **here,
            **self.common,
            "PAVADONIS_DATABASE_URL": url,
            "PAVADONIS_PORT": str(port),
            "PAVADONIS_TELEGRAM_MODE": mode,
            "PAVADONIS_TELEGRAM_TOKEN": bot.token,
            "PAVADONIS_TELEGRAM_API_URL": server.url,
        }


@contextmanager
def closing_store(store: Store) -> Iterator[None]:
    try:
        yield
    finally:
        store.close_now()


def _known(server: FakeTelegram, bot: FakeBot, people: tuple[Role, ...]) -> tuple[Person, ...]:
    """Their chats are open, and what opened them was read long ago."""
    persons = tuple(
        bot.user(name=role.name, user_id=cast.user_id(place)) for place, role in enumerate(people)
    )
    for person, role in zip(persons, people, strict=True):
        if not role.comes:
            person.start()
    drop = {"drop_pending_updates": True}
    httpx.post(f"{server.url}/bot{bot.token}/deleteWebhook", json=drop).raise_for_status()
    return persons


def _free_port() -> int:
    with closing(socket.socket()) as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
