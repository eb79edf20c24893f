"""Steps somebody has named already: offered again where they would be asked for a second time.

Who prepared for the closing meeting named the next steps there, and they are tasks by now. To ask
for them anew after the meeting would make each of them twice, and the second one without the word
on who may see it.
"""

from collections.abc import Mapping

from desk import chores
from desk.visit import Visit, button
from store import sessions, tasks
from store.tasks import Task

NAMED_IN: Mapping[str, str] = {"next-steps": "prepare-closing"}
"""A dialog that asks for steps, and the sheet in which they may stand already."""


def offered(visit: Visit, dialog: str) -> bool:
    """Shows those that are still open, with a way to add more; False where there are none."""
    if not (some := _open(visit, NAMED_IN.get(dialog))):
        return False
    lines = [f"• {task.title} – {chores.day(visit, task)}" for task in some]
    visit.say(
        visit.t("steps-named", list="\n".join(lines)),
        button(visit.t("steps-enough"), "tasks"),
        button(visit.t("steps-more"), "dialog_fresh", dialog=dialog),
    )
    return True


def _open(visit: Visit, sheet: str | None) -> list[Task]:
    """The open tasks of the person's newest sheet."""
    found = sessions.results(visit.tx, visit.person) if sheet else []
    newest = next((one.id for one in found if one.dialog == sheet), None)
    some = tasks.listed(visit.tx, visit.person) if newest is not None else []
    return [task for task in some if task.result == newest]
