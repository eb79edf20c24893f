"""python-telegram-bot's JobQueue: one job per reminder, in memory only.

What it forgets at every stop its user has to queue again, so its start-up is the insert.
Run: python -m benchmarks.peers.ptb_reminders measure none PENDING BURST
"""

import asyncio
import json
import sys
import time
from datetime import datetime

from telegram.ext import Application, ContextTypes

from benchmarks.peers.apscheduler_reminders import TEXT, far, note, watched


async def remind(context: ContextTypes.DEFAULT_TYPE) -> None:
    assert context.job is not None
    note(context.job.chat_id or 0, TEXT)


async def measure(pending: int, count: int) -> dict[str, float]:
    application = Application.builder().token("1:x").build()
    jobs = application.job_queue
    assert jobs is not None
    jobs.scheduler.configure(job_defaults={"misfire_grace_time": None}, timezone="UTC")
    await jobs.start()
    before = time.perf_counter()

    def add(at: datetime, number: int) -> None:
        jobs.run_once(remind, at, chat_id=number, data=TEXT)

    for number in range(pending):
        add(far(number), number)
    took = time.perf_counter() - before
    found = await watched(jobs.scheduler, add, count)
    await jobs.stop(wait=False)
    return {"insert": took, "start": took, **found}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure(int(sys.argv[3]), int(sys.argv[4])))))
