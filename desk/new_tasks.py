"""A new task with its reminders, for whoever is at the desk."""

from datetime import date

from desk import planning
from desk.visit import Visit
from dialogs.human import format_date
from store import pairings, tasks
from store.tasks import Task


def make(visit: Visit, title: str, due: date, result: int | None = None) -> Task:
    """A mentee's task is of their pairing, so that its mentor can help; a mentor's is their own.

    `result` is the one it came from, where it is kept or shown with it.
    """
    active = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active")
    task = tasks.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        pairing=active[0].id if active else None,
        title=title,
        due=due,
        now=visit.now,
        result=result,
    )
    stored = tasks.find(visit.tx, visit.person, task)
    assert stored is not None
    planning.replan_task(visit, stored)
    return stored


def line(visit: Visit, task: Task) -> str:
    return f"• {task.title} – {format_date(task.due, visit.person.language, visit.today)}"
