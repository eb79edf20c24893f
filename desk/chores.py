"""A person's tasks: the list, and what can be done about one in a tap.

Every task comes from a dialog of its owner, so moving and dropping it is the owner's own affair,
and the mentor only hears of the new date; asking for more time is for those who want to agree on it
with a human.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from desk import menu, news, pace, planning, privacy, questions, reply_times
from desk.rhythm import is_away
from desk.visit import Visit, asked_by, button, short
from dialogs.human import format_date, parse_date
from mentoring.message import Button
from mentoring.occurrence import Kind
from store import extensions, journal, occurrences, pairings, tasks, tickets
from store.extensions import About
from store.occurrences import Scope
from store.people import Person
from store.tasks import Task
from store.work import Tx

SHOWN = 8
FEW = 3
"""So many tasks have two buttons each in their list; more would make it long."""

CARD_DAYS = 7
"""To the same weekday a week later, which is what most people mean by "not yet"."""

MOVED_BY_DAYS = (1, 3, 7)
LONGEST_DAYS = 180
ASKED_FOR_TIME: Kind = "extension"
"""The occurrence of a request for more time that nobody decides."""


def listed(visit: Visit) -> None:
    found = tasks.listed(visit.tx, visit.person)
    if not found:
        menu.show(visit, visit.t("no-tasks"))
        return
    lines = [f"• {task.title} – {day(visit, task)}" for task in found]
    visit.say(visit.t("your-tasks", list="\n".join(lines)), *_of_list(visit, found))


def _of_list(visit: Visit, found: Sequence[Task]) -> list[Button]:
    """Each task to be opened; where they are few, to be done at once as well."""
    opened = [button(short(task.title, 40), "task", task=task.id) for task in found[:SHOWN]]
    return opened if len(found) > FEW else [*opened, *(_done(visit, task) for task in found)]


def _done(visit: Visit, task: Task) -> Button:
    label = visit.t("task-done-one", title=short(task.title, 36))
    return button(label, "task_done", task=task.id)


def card(visit: Visit, task: Task) -> list[Button]:
    """One tap each: as under a reminder, and a day to move it to."""
    to = max(task.due, visit.today) + timedelta(days=CARD_DAYS)
    label = visit.t("task-move-day", day=format_date(to, visit.person.language, visit.today))
    *before, away = answers(visit, task)
    return [*before, button(label, "task_move_to", task=task.id, day=to.isoformat()), away]


def day(visit: Visit, task: Task) -> str:
    return format_date(task.due, visit.person.language, visit.today)


def answers(visit: Visit, task: Task) -> list[Button]:
    """Done, need help, need time; move it oneself, drop it."""
    return [
        button(visit.t("task-done"), "task_done", task=task.id),
        button(visit.t("task-help"), "task_help", task=task.id),
        button(visit.t("task-time"), "task_time", task=task.id),
        button(visit.t("task-move"), "task_move", task=task.id),
        button(visit.t("task-drop"), "task_drop", task=task.id),
    ]


def date_choices(visit: Visit, days: Iterable[date], do: str, **what: int | str) -> list[Button]:
    """One button for each day."""
    language = visit.person.language
    return [
        button(format_date(each, language, visit.today), do, day=each.isoformat(), **what)
        for each in days
    ]


def show(visit: Visit, task: int) -> None:
    if (found := own(visit, task)) is not None:
        key = "one-task-late" if found.due < visit.today else "one-task"
        visit.say(visit.t(key, title=found.title, day=day(visit, found)), *card(visit, found))


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
    _follow(visit, task)
    journal.write(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="task_done",
        data={"task": task},
        now=visit.now,
    )
    more, buttons = pace.following(visit, found.due)
    visit.say(visit.t("well-done", title=found.title) + more, *buttons)
    news.tell_mentor(visit, news.DONE, task)


def _follow(visit: Visit, task: int) -> None:
    """Reminders and a request for more time follow what became of the task."""
    if (now := tasks.find(visit.tx, visit.person, task)) is not None:
        if now.status != "open":
            planning.replan_task(visit, now)
        planning.replan_dated(visit)
        request_gone(visit, extensions.of_task(now))


def request_gone(visit: Visit, about: About) -> None:
    """More time is no longer wanted for it."""
    if (request := extensions.withdraw(visit.tx, about, visit.now)) is not None:
        request_settled(visit, request)


def is_asked_about(tx: Tx, person: Person, task: int) -> bool:
    """Whether a human is to answer first: about more time, or a call for help."""
    waits = extensions.waits_for_time(tx, person.id, task)
    return waits or tickets.is_open(tx, person.id, "help", task)


def request_settled(owner: Visit, request: int) -> None:
    """Nobody has to be asked again about this request for more time."""
    programme, person = owner.part.programme, owner.person.id
    scope = Scope(programme=programme, person=person, kinds=(ASKED_FOR_TIME,), subject=request)
    occurrences.reconcile(owner.tx, scope, [])


def move(visit: Visit, task: int) -> None:
    if (found := own(visit, task)) is not None:
        _ask_where_to(visit, found, "task-move-to")


def _ask_where_to(visit: Visit, task: Task, key: str) -> None:
    visit.focus("move", task=task.id)
    base = max(task.due, visit.today)
    days = [base + timedelta(days=n) for n in MOVED_BY_DAYS]
    visit.say(
        visit.t(key, title=task.title),
        *date_choices(visit, days, "task_move_to", task=task.id),
    )


def move_to(visit: Visit, task: int, day: str) -> None:
    if (found := own(visit, task)) is not None:
        _move(visit, found, date.fromisoformat(day))


def typed_move(visit: Visit, task: int, text: str) -> None:
    if (found := own(visit, task)) is not None:
        _move(visit, found, parse_date(text, visit.today))


def _move(visit: Visit, task: Task, to: date | None) -> None:
    """A button may be tapped when its day has passed, so both are looked at."""
    if to is None or not visit.today <= to <= visit.today + timedelta(days=LONGEST_DAYS):
        _ask_where_to(visit, task, "task-move-again")
        return
    tasks.move(visit.tx, task.id, to, visit.now)
    _follow(visit, task.id)
    day = format_date(to, visit.person.language, visit.today)
    visit.say(visit.t("task-moved", title=task.title, day=day))
    if to != task.due:
        news.tell_mentor(visit, news.MOVED, task.id, to=to.isoformat())


def drop(visit: Visit, task: int) -> None:
    if (found := own(visit, task)) is None:
        return
    tasks.close(visit.tx, task, "dropped", visit.now)
    _follow(visit, task)
    visit.say(
        visit.t("task-dropped", title=found.title),
        button(visit.t("task-keep"), "task_keep", task=task),
    )


def keep(visit: Visit, task: int) -> None:
    """Dropped by a slip of the thumb, or wanted after all."""
    found = tasks.find(visit.tx, visit.person, task)
    if found is None:
        visit.say(visit.t("not-yours"))
        return
    if found.status == "dropped":
        tasks.reopen(visit.tx, task, visit.now)
        _follow(visit, task)
    show(visit, task)


def helper(visit: Visit, role: str) -> Visit | None:
    """The person's mentor unless they are away, or a coordinator, to whom a call goes."""
    if role == "mentor":
        found = mentor(visit)
        return found if found is not None and _is_there(found) else None
    some = [one for one in visit.colleagues("coordinator") if one.person.id != visit.person.id]
    return next(filter(_is_there, some), some[0] if some else None)


def mentor(visit: Visit) -> Visit | None:
    """The person's mentor, there or away."""
    pairs = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active")
    return visit.other(pairs[0].mentor) if pairs else None


def _is_there(one: Visit) -> bool:
    """Whoever is on pause or wants no messages would leave a call lying."""
    return one.person.stopped_at is None and not is_away(one)


def human(visit: Visit) -> Visit | None:
    """Who answers: the mentor, a coordinator where there is none or they are away, and an absent
    mentor rather than nobody."""
    return helper(visit, "mentor") or helper(visit, "coordinator") or mentor(visit)


def instead(visit: Visit, who: Visit) -> str:
    """A sentence for the asker where somebody else answers for an absent mentor; else nothing."""
    absent = mentor(visit)
    if absent is None or absent.person.id == who.person.id or _is_there(absent):
        return ""
    return visit.t("mentor-away", name=absent.person.name) + " "


def need_help(visit: Visit, task: int, sure: bool = False) -> None:
    """The call goes out at once, unless it would show a title that was kept."""
    if (found := own(visit, task)) is None:
        return
    if (who := human(visit)) is None:
        visit.say(visit.t("nobody-to-ask"))
    elif not sure and (warned := privacy.before_asking(visit, found, who)):
        visit.say(
            f"{warned} {visit.t('help-sure')}",
            button(visit.t("help-yes"), "task_help", task=task, sure=True),
            button(visit.t("do-no"), "task", task=task),
        )
    else:
        _call(visit, found, who)


def _call(visit: Visit, found: Task, who: Visit) -> None:
    """What is written next is added to the call."""
    ticket = tickets.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="help",
        question=found.title,
        now=visit.now,
        subject=found.id,
    )
    questions.need_help(visit, ticket, who, found.title)
    visit.focus("help", ticket=ticket)
    said = instead(visit, who) + reply_times.called(visit, who)
    visit.say(said, button(visit.t("help-enough"), "menu"))


def help_text(visit: Visit, ticket: int, text: str) -> None:
    found = tickets.find(visit.tx, visit.person, ticket)
    who = human(visit)
    if found is None or who is None:
        visit.say(visit.t("not-yours"))
        return
    who.say(
        who.t("help-more", name=visit.person.name, title=found.question, text=text),
        button(who.t("do-answer"), "ticket", ticket=ticket),
        kind="ticket",
        why=asked_by(visit, ticket=ticket),
    )
    visit.say(reply_times.passed_on(visit, who))
