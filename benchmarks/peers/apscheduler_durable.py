"""The same APScheduler jobs, each doing the least a durable sender needs.

A job reads its task, writes a row to be sent and commits: nothing is decided, worded or sealed, but
nothing is lost when the process ends either. SQLAlchemy Core on a connection of its own, set as the
job store's is. Run: python -m benchmarks.peers.apscheduler_durable insert|measure URL PENDING BURST
"""

import asyncio
import json
import sys
from datetime import datetime

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, func, insert, select

from benchmarks.peers import apscheduler_reminders as plain
from benchmarks.peers.apscheduler_reminders import DUE, TEXT, TICKS, engine, note

metadata = MetaData()
tasks = Table("tasks", metadata, Column("id", Integer, primary_key=True), Column("title", String))
outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", Integer, nullable=False, index=True),
    Column("text", String, nullable=False),
)
opened: list[Connection] = []


async def remind(person: int, _text: str) -> None:
    connection = opened[0]
    title = connection.execute(select(tasks.c.title).where(tasks.c.id == person)).scalar_one()
    connection.execute(insert(outbox), {"person": person, "text": title})
    connection.commit()
    note(person, title)


async def measure(url: str, count: int) -> dict[str, float]:
    made = plain.scheduler(url)
    made.start()
    connection = engine(url).connect()
    metadata.create_all(connection)
    rows = [{"id": number, "title": TEXT} for number in range(max(DUE, count))]
    connection.execute(insert(tasks), rows)
    connection.commit()
    opened.append(connection)

    def add(at: datetime, number: int) -> None:
        made.add_job(remind, "date", run_date=at, args=(number, TEXT))

    found = await plain.watched(made, add, count)
    written = connection.execute(select(func.count()).select_from(outbox)).scalar_one()
    connection.close()
    made.shutdown()
    return {**found, "start": 0.0, "lost": TICKS * DUE + count - written}


if __name__ == "__main__":
    part, where, pending, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    work = plain.insert(where, pending, count) if part == "insert" else measure(where, count)
    print(json.dumps(asyncio.run(work)))
