"""Our bot for benchmarks/telegram.py: the product itself, on a database with people in it.

200 mentees who have agreed stand at the first question of GROW. Every update goes through the
inbox (committed before the next offset), a GROW step and the outbox, and its reply is marked as
sent. The limits of Telegram are lifted, since the peers keep none.
Run by the driver: python -m benchmarks.ours_telegram TOKEN URL FOLDER
"""

import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.stub_telegram import FIRST_CHAT
from bot import cli
from bot.channels import telegram
from bot.settings import PREFIX
from bot.wiring import load_programmes
from desk import walk
from desk.visit import Visit
from desk.world import World
from store import outbox, people
from store.crypto import Keyring
from store.migrate import migrate
from store.work import Store, Tx

CHATS = 200
CHANNEL = "telegram"
PROGRAMME = "skola-kopiena"
SECRET = "a secret for benchmarks only"
RATE = 1_000_000
TEXTS = [
    *("Gribu nokārtot matemātiku", "Lai tiktu vidusskolā", "Visi darbi ieskaitīti"),
    *("atpakaļ", "atpakaļ", "atpakaļ"),
]
"""What each person writes, over and over: three answers of GROW and three steps back."""


def command(url: str, folder: Path) -> list[str]:
    from benchmarks.telegram import TOKEN

    return [sys.executable, "-m", "benchmarks.ours_telegram", TOKEN, url, str(folder)]


def enrol(tx: Tx, world: World) -> None:
    """The people, in the middle of what they have long begun; nothing waits to be sent."""
    now = datetime.now(UTC)
    for number in range(CHATS):
        person = people.add(tx, name=f"Mentee {number}", language="lv", now=now)
        people.join(tx, person, PROGRAMME, "mentee", now)
        people.add_identity(tx, person, CHANNEL, str(FIRST_CHAT + number), now)
        people.change(tx, person, consent_at=now, last_sign_at=now, channel=CHANNEL)
        found = people.load(tx, person)
        assert found is not None
        visit = Visit(tx, world, found, people.parts(tx, person)[0], now, f"begin:{person}")
        walk.start(visit, "grow")
        outbox.cancel(tx, person, ("reply",))


def main() -> None:
    token, url, folder = sys.argv[1:]
    database = f"sqlite:///{folder}/bench.sqlite3"
    migrate(database)
    store = Store(database, Keyring(SECRET.encode()))
    store.run_now(partial(enrol, world=World(load_programmes(Path("programmes")))))
    store.close_now()
    os.environ |= {
        f"{PREFIX}DATABASE_URL": database,
        f"{PREFIX}SECRET_KEY": SECRET,
        f"{PREFIX}PORT": "0",
        f"{PREFIX}TELEGRAM_TOKEN": token,
        f"{PREFIX}TELEGRAM_API_URL": url,
        f"{PREFIX}TELEGRAM_RATE": str(RATE),
    }
    telegram.CHAT_SECONDS = 0.0
    sys.argv = ["bot", "run"]
    cli.main()


if __name__ == "__main__":
    main()
