"""More time: asked in the chat, decided by whom the programme names, with every reminder moved."""

from datetime import date, timedelta

from desk import chores, planning
from desk.visit import Visit, button
from dialogs.human import format_date, parse_date
from mentoring.message import Button
from store import journal, people, tasks
from store.tasks import Extension, Task

WORDS_OF_A_REASON = 4
LONGEST_DAYS = 180


def ask(visit: Visit, task: int) -> None:
    if (found := chores.own(visit, task)) is None:
        return
    if tasks.asked_extension(visit.tx, task) is not None:
        visit.say(visit.t("extend-asked-already"))
        return
    visit.focus("wish", task=task)
    visit.say(
        visit.t("extend-how-long", title=found.title),
        *_choices(visit, found.due, "extend_to", task=task),
    )


def _choices(visit: Visit, due: date, do: str, **what: int) -> list[Button]:
    """One button for each of the programme's suggestions, from the due date or today."""
    base = max(due, visit.today)
    days = [base + timedelta(days=n) for n in visit.programme.extensions.suggest_days]
    return [
        button(
            format_date(each, visit.person.language, visit.today), do, day=each.isoformat(), **what
        )
        for each in days
    ]


def typed_wish(visit: Visit, task: int, text: str) -> None:
    wished = parse_date(text, visit.today)
    if (found := chores.own(visit, task)) is None:
        return
    if wished is None or not _sensible(wished, found, visit.today):
        _ask_again(visit, found)
    else:
        reason = text if len(text.split()) >= WORDS_OF_A_REASON else None
        _request(visit, found, wished, reason)


def _sensible(wished: date, task: Task, today: date) -> bool:
    return task.due < wished <= today + timedelta(days=LONGEST_DAYS) and wished >= today


def wish(visit: Visit, task: int, day: str) -> None:
    if (found := chores.own(visit, task)) is None:
        return
    wished = date.fromisoformat(day)
    if _sensible(wished, found, visit.today):
        _request(visit, found, wished, None)
    else:  # the button was left until its day had passed
        _ask_again(visit, found)


def _ask_again(visit: Visit, task: Task) -> None:
    visit.focus("wish", task=task.id)
    visit.say(visit.t("extend-which-day"), *_choices(visit, task.due, "extend_to", task=task.id))


def _request(visit: Visit, task: Task, wished: date, reason: str | None) -> None:
    if tasks.asked_extension(visit.tx, task.id) is not None:
        visit.say(visit.t("extend-asked-already"))
        return
    decider = _decider(visit)
    if decider is None:
        visit.say(visit.t("nobody-to-ask"))
        return
    extension = tasks.ask_extension(
        visit.tx, visit.person, task=task, wished=wished, reason=reason, now=visit.now
    )
    visit.say(visit.t("extend-asked", name=decider.person.name))
    _put_before(decider, visit, task, extension, wished, reason)


def _decider(visit: Visit) -> Visit | None:
    """Whom the programme names; the coordinator where that is the mentor and there is none yet."""
    if visit.programme.extensions.decides == "mentor":
        return chores.helper(visit, "mentor") or chores.helper(visit, "coordinator")
    return chores.helper(visit, "coordinator")


def _put_before(
    decider: Visit, asker: Visit, task: Task, extension: int, wished: date, reason: str | None
) -> None:
    t, language = decider.t, decider.person.language
    text = t(
        "extend-request",
        name=asker.person.name,
        title=task.title,
        due=format_date(task.due, language, decider.today),
        wished=format_date(wished, language, decider.today),
    )
    if reason:
        text += "\n" + t("extend-reason", reason=reason)
    grant = t("extend-grant", day=format_date(wished, language, decider.today))
    decider.say(
        text,
        button(grant, "extend_grant", extension=extension, day=wished.isoformat()),
        button(t("extend-other"), "extend_other", extension=extension),
        button(t("extend-refuse"), "extend_refuse", extension=extension),
        kind="extension",
    )


def _found(visit: Visit, extension: int) -> tuple[Visit, Extension, Task] | None:
    """The asker, the request and its task, if this person may decide on it now."""
    owner = tasks.extension_owner(visit.tx, extension)
    asker = visit.other(owner) if owner is not None else None
    request = asker and tasks.extension(visit.tx, asker.person, extension)
    task = asker and request and tasks.find(visit.tx, asker.person, request.task)
    if not asker or not request or not task or not _may(visit, asker, task):
        visit.say(visit.t("not-yours"))
        return None
    if request.status != "asked":
        visit.say(visit.t("extend-decided-already"))
        return None
    return asker, request, task


def _may(visit: Visit, asker: Visit, task: Task) -> bool:
    if task.programme != visit.part.programme:
        return False
    if people.has_role(visit.tx, visit.person.id, visit.part.programme, "coordinator"):
        return True
    decider = _decider(asker)
    return decider is not None and decider.person.id == visit.person.id


def grant(visit: Visit, extension: int, day: str) -> None:
    if (found := _found(visit, extension)) is None:
        return
    asker, request, task = found
    new = date.fromisoformat(day)
    if new < visit.today:
        other_date(visit, extension)
        return
    if not tasks.decide_extension(
        visit.tx, request.id, new_due=new, by=visit.person.id, now=visit.now
    ):
        visit.say(visit.t("extend-decided-already"))
        return
    tasks.move(visit.tx, task.id, new, visit.now)
    moved = tasks.find(visit.tx, asker.person, task.id)
    if moved is not None:
        planning.replan_task(asker, moved)
    _note(visit, extension, "extension-granted")
    _tell(visit, asker, task, new)


def _tell(visit: Visit, asker: Visit, task: Task, new: date) -> None:
    ahead = (new - asker.today).days
    before = max((n for n in visit.programme.reminders.before if n < ahead), default=0)
    asker.say(
        asker.t(
            "extend-granted",
            title=task.title,
            day=format_date(new, asker.person.language, asker.today),
            days=before,
        )
    )
    visit.say(
        visit.t(
            "extend-granted-done",
            name=asker.person.name,
            title=task.title,
            day=format_date(new, visit.person.language, visit.today),
        )
    )
    mentor = chores.helper(asker, "mentor")
    if mentor is not None and mentor.person.id != visit.person.id:
        mentor.say(
            mentor.t(
                "extend-granted-done",
                name=asker.person.name,
                title=task.title,
                day=format_date(new, mentor.person.language, mentor.today),
            )
        )


def refuse(visit: Visit, extension: int) -> None:
    if (found := _found(visit, extension)) is None:
        return
    asker, request, task = found
    if not tasks.decide_extension(
        visit.tx, request.id, new_due=None, by=visit.person.id, now=visit.now
    ):
        visit.say(visit.t("extend-decided-already"))
        return
    _note(visit, extension, "extension-refused")
    asker.say(
        asker.t(
            "extend-refused", title=task.title, day=chores.day(asker, task), name=visit.person.name
        ),
        button(asker.t("task-help"), "task_help", task=task.id),
    )
    visit.say(visit.t("extend-refused-done", name=asker.person.name))


def other_date(visit: Visit, extension: int) -> None:
    if (found := _found(visit, extension)) is None:
        return
    visit.focus("grant", extension=extension)
    visit.say(
        visit.t("extend-which-other"),
        *_choices(visit, found[2].due, "extend_grant", extension=extension),
    )


def typed_grant(visit: Visit, extension: int, text: str) -> None:
    if (found := _found(visit, extension)) is None:
        return
    wished = parse_date(text, visit.today)
    if wished is None or not _sensible(wished, found[2], visit.today):
        visit.focus("grant", extension=extension)
        visit.say(visit.t("extend-which-day"))
        return
    grant(visit, extension, wished.isoformat())


def _note(visit: Visit, extension: int, act: str) -> None:
    journal.note(
        visit.tx,
        actor=visit.person.id,
        act=act,
        now=visit.now,
        object_=f"extension:{extension}",
    )
