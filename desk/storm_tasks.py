"""A brainstorm's best idea as a task of one's own: of its mentor, of each member."""

from datetime import timedelta

from desk import new_tasks, storm
from desk.storm import led
from desk.visit import Visit, button
from mentoring.message import Button
from store import tasks
from store.activities import CLOSED, Activity
from store.tasks import Task

DUE_IN = timedelta(days=7)
"""Until then, unless it is moved like any other task."""

OFFERED = 3
"""So many ideas in the first place get a button; of more, none is the first."""


def buttons(visit: Visit, activity: Activity) -> list[Button]:
    """For the idea in the first place, or for each of several there."""
    said = _best(visit, activity)
    if len(said) > OFFERED:
        return []
    one = len(said) == 1
    return [
        button(
            visit.t("idea-task") if one else _label(visit, number, text),
            "storm_task",
            activity=activity.id,
            line=name,
        )
        for number, (name, text) in enumerate(said.items(), 1)
    ]


def _label(visit: Visit, number: int, text: str) -> str:
    return storm.label(number, visit.t("idea-task-this", idea=text))


def _best(visit: Visit, activity: Activity) -> dict[int, str]:
    """What is in the first place and still has words."""
    said = storm.captions(visit, activity)
    return {name: said[name] for name in storm.storm_of(activity).winners if name in said}


def take(visit: Visit, activity: int, line: int) -> None:
    """The same idea becomes one task, however often it is tapped; dropped, it can be taken anew."""
    found = _over(visit, activity)
    if found is None:
        return
    title = _best(visit, found).get(line)
    if title is None:
        visit.say(visit.t("idea-task-gone"))
    elif (there := _taken(visit, found, title)) is not None:
        visit.say(visit.t("idea-task-there", title=title), *_way(visit, there))
    else:
        made = new_tasks.make(visit, title, visit.today + DUE_IN)
        text = visit.t("tasks-made", count=1, list=new_tasks.line(visit, made))
        visit.say(text, *_way(visit, made), button(visit.t("task-move"), "task_move", task=made.id))


def _over(visit: Visit, activity: int) -> Activity | None:
    """The brainstorm, for its mentor and whoever took part in it, once it is over."""
    if visit.part.role == "mentor":
        return led(visit, activity, CLOSED)
    return storm.joined(visit, activity, CLOSED)


def _taken(visit: Visit, activity: Activity, title: str) -> Task | None:
    """The task this idea has become: nothing else keeps whose an idea has become."""
    since = activity.closed_at
    return next(
        (
            task
            for task in tasks.listed(visit.tx, visit.person, open_only=False)
            if task.title == title and task.status != "dropped"
            if since is None or task.created_at >= since
        ),
        None,
    )


def _way(visit: Visit, task: Task) -> list[Button]:
    if task.status != "open":
        return []
    return [button(visit.t("idea-task-look"), "task", task=task.id)]
