"""Killed while an old database is brought to the newest schema: nothing of it may be lost."""

import random
from datetime import UTC, datetime

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import func, insert, select, text

from store import people
from store import schema as s
from store.crypto import Cipher
from store.migrate import MIGRATIONS, config
from store.work import Store, Tx
from tests.torture import harness, lives
from tests.torture.cast import PROGRAMME
from tests.torture.ground import Ground, closing_store, open_store
from tests.torture.oracle import Count
from tests.torture.probe import Probe

OLD = "0001"
NEW = ScriptDirectory(str(MIGRATIONS)).get_current_head()
PEOPLE = 20
SENT = "Tas jau ir saņemts"
STATEMENTS = 12
"""The migration runs more statements than this on both databases."""


def _old(store: Store) -> None:
    """A database of the first release: people, what they were told, a message that waits."""
    with store.engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        command.upgrade(config(connection), OLD)
        connection.exec_driver_sql("COMMIT")
    store.run_now(_seed)


def _seed(tx: Tx) -> None:
    now = datetime.now(UTC)
    for number in range(PEOPLE):
        person = people.add(tx, name=f"Persona{number}", language="lv", now=now)
        people.join(tx, person, PROGRAMME, "mentee", now)
        people.new_web_identity(tx, person, now)
        people.change(tx, person, consent_at=now, last_sign_at=now)
        key = tx.execute(select(s.people.c.key).where(s.people.c.id == person)).scalar_one()
        cipher, event = tx.cipher(key), f"{person}:first"
        sealed = cipher.seal({"text": "Sveiki"}, f"inbox.body:web:{event}")
        waiting = {"channel": "web", "event": event, "person": person, "body": sealed}
        tx.execute(insert(s.inbox), {**waiting, "received_at": now})
        _was_told(tx, person, cipher, now)


def _was_told(tx: Tx, person: int, cipher: Cipher, now: datetime) -> None:
    key = f"old:{person}"
    values = {
        "key": key,
        "person": person,
        "channel": "web",
        "priority": 1,
        "kind": "reply",
        "body": cipher.seal({"text": SENT}, f"outbox.body:{key}"),
        "state": "sent",
        "attempts": 0,
        "created_at": now,
        "sent_at": now,
    }
    row = tx.insert(insert(s.outbox).returning(s.outbox.c.id), values)
    tx.execute(insert(s.feed), {"person": person, "outbox": row, "at": now})


def _revision(store: Store) -> str:
    with store.engine.connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def play(ground: Ground, kind: str, chance: random.Random) -> Count:
    count = Count(runs=1, kills=1, inputs=PEOPLE)
    with ground.empty(kind) as (url, folder):
        store = open_store(url)
        with closing_store(store):
            with ground.one_migration:
                _old(store)
            store.engine.dispose()
            env = {**ground.common, "PAVADONIS_DATABASE_URL": url}
            probe = Probe(point="in mid-migration", nth=chance.randint(1, STATEMENTS))
            killed = lives.start(env, folder, probe)
            if not killed.ended(harness.RUN_WITHIN_SECONDS) or not killed.killed:
                killed.kill()
                raise harness.Stuck(f"{probe} was not reached:\n{killed.said()[-2000:]}")
            if (found := _revision(store)) != OLD:
                count.wrong.append(f"half-way at revision {found}")
            store.engine.dispose()
            life = lives.start(env, folder)
            try:
                harness.until(lambda: life.ended(0) or _handled(store) == PEOPLE)
            finally:
                life.kill()
            _judge(store, count)
    return count


def _handled(store: Store) -> int:
    """How many of the messages that waited have been handled, under the new schema."""
    with store.engine.connect() as connection:
        if connection.execute(text("SELECT version_num FROM alembic_version")).scalar() != NEW:
            return 0
        done = select(func.count()).select_from(s.inbox).where(s.inbox.c.state == "done")
        return int(connection.execute(done).scalar_one())


def _judge(store: Store, count: Count) -> None:
    """Everybody is there with what they had been told and one answer to what they had said."""
    count.inputs_lost += PEOPLE - _handled(store)

    def look(tx: Tx) -> None:
        for number in range(1, PEOPLE + 1):
            person = people.load(tx, number)
            assert person is not None
            query = select(s.outbox.c.key, s.outbox.c.body)
            rows = list(tx.execute(query.where(s.outbox.c.person == number)))
            texts = [person.cipher.open(row.body, f"outbox.body:{row.key}")["text"] for row in rows]
            told = texts.count(SENT) + sum("Sveiki" in each for each in texts)
            count.replies += told
            count.replies_lost += max(0, 2 - told)
            count.duplicates += max(0, len(texts) - 2)

    store.run_now(look)
