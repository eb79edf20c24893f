"""A person's tasks: the list, and the three answers to a nudge."""

from desk import menu, planning, questions, support
from desk.visit import Visit, button, short
from dialogs.human import format_date
from mentoring.message import Button
from store import journal, pairings, tasks, tickets
from store.tasks import Task

SHOWN = 8


def listed(visit: Visit) -> None:
    found = tasks.listed(visit.tx, visit.person)
    if not found:
        menu.show(visit, visit.t("no-tasks"))
        return
    lines = [f"• {task.title} – {day(visit, task)}" for task in found]
    buttons = [button(short(task.title, 40), "task", task=task.id) for task in found[:SHOWN]]
    visit.say(visit.t("your-tasks", list="\n".join(lines)), *buttons)


def day(visit: Visit, task: Task) -> str:
    return format_date(task.due, visit.person.language, visit.today)


def answers(visit: Visit, task: Task) -> list[Button]:
    """Done, need help, need time."""
    return [
        button(visit.t("task-done"), "task_done", task=task.id),
        button(visit.t("task-help"), "task_help", task=task.id),
        button(visit.t("task-time"), "task_time", task=task.id),
    ]


def show(visit: Visit, task: int) -> None:
    if (found := own(visit, task)) is not None:
        visit.say(
            visit.t("one-task", title=found.title, day=day(visit, found)), *answers(visit, found)
        )


def own(visit: Visit, task: int) -> Task | None:
    """The person's own open task; says so kindly when it is not."""
    found = tasks.find(visit.tx, visit.person, task)
    if found is None:
        visit.say(visit.t("not-yours"))
    elif found.status != "open":
        visit.say(visit.t("task-closed", title=found.title))
        return None
    return found


def done(visit: Visit, task: int) -> None:
    if (found := own(visit, task)) is None:
        return
    tasks.close(visit.tx, task, "done", visit.now)
    tasks.withdraw_extensions(visit.tx, task, visit.now)
    closed = tasks.find(visit.tx, visit.person, task)
    if closed is not None:
        planning.replan_task(visit, closed)
    journal.write(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="task_done",
        data={"task": task},
        now=visit.now,
    )
    visit.say(visit.t("well-done", title=found.title))
    if (mentor := helper(visit, "mentor")) is not None:
        mentor.say(mentor.t("mentee-did", name=visit.person.name, title=found.title))


def helper(visit: Visit, role: str) -> Visit | None:
    """The person's mentor, or else a coordinator, to whom a call goes."""
    pairs = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active")
    if role == "mentor" and pairs:
        return visit.other(pairs[0].mentor)
    if role == "mentor":
        return None
    return next(iter(visit.colleagues("coordinator")), None)


def need_help(visit: Visit, task: int) -> None:
    """The call goes out at once; what is written next is added to it."""
    if (found := own(visit, task)) is None:
        return
    human = helper(visit, "mentor") or helper(visit, "coordinator")
    if human is None:
        visit.say(visit.t("nobody-to-ask"))
        return
    ticket = tickets.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="help",
        question=found.title,
        now=visit.now,
        subject=task,
    )
    questions.need_help(visit, ticket, human, found.title)
    visit.focus("help", ticket=ticket)
    by = support.answer_by(visit.programme, visit.now)
    when = support.when(by, visit.programme.zone, visit.person.language, visit.today)
    visit.say(
        visit.t("help-called", name=human.person.name, when=when),
        button(visit.t("help-enough"), "menu"),
    )


def help_text(visit: Visit, ticket: int, text: str) -> None:
    found = tickets.find(visit.tx, visit.person, ticket)
    human = helper(visit, "mentor") or helper(visit, "coordinator")
    if found is None or human is None:
        visit.say(visit.t("not-yours"))
        return
    human.say(
        human.t("help-more", name=visit.person.name, title=found.question, text=text),
        button(human.t("do-answer"), "ticket", ticket=ticket),
        kind="ticket",
    )
    visit.say(visit.t("help-passed-on", name=human.person.name))
