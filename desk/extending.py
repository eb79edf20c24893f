"""More time: asked in the chat, decided by whom the programme names, with every reminder moved."""

from datetime import date, timedelta

from desk import chores, news, planning
from desk.visit import Visit, asked_by, button
from dialogs.human import format_date, parse_date
from mentoring.localtime import awake
from mentoring.message import Button
from mentoring.occurrence import Occurrence
from store import journal, occurrences, people, tasks
from store.occurrences import CANCELLED, FIRED, Due, Scope
from store.tasks import Extension, Task

WORDS_OF_A_REASON = 4
LONGEST_DAYS = chores.LONGEST_DAYS
REQUEST = chores.ASKED_FOR_TIME
DECIDED_WITHIN = timedelta(days=2)
"""What a mentor has not decided by then, a coordinator may decide."""

JUST_AGREED = 1
"""No early word on the morrow of agreeing on a date, so that none is promised for it."""


def ask(visit: Visit, task: int) -> None:
    if (found := chores.own(visit, task)) is None:
        return
    if tasks.asked_extension(visit.tx, task) is not None:
        visit.say(visit.t("extend-asked-already"))
        return
    visit.focus("wish", task=task)
    visit.say(
        visit.t("extend-how-long", title=found.title),
        *chores.date_choices(visit, found.due, _suggested(visit), "extend_to", task=task),
    )


def _suggested(visit: Visit) -> tuple[int, ...]:
    return visit.programme.extensions.suggest_days


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
    visit.say(
        visit.t("extend-which-day"),
        *chores.date_choices(visit, task.due, _suggested(visit), "extend_to", task=task.id),
    )


def _request(visit: Visit, task: Task, wished: date, reason: str | None) -> None:
    if tasks.asked_extension(visit.tx, task.id) is not None:
        visit.say(visit.t("extend-asked-already"))
        return
    alone = _by_the_programme(visit, task, wished)
    decider = _decider(visit)
    if decider is None and not alone:
        visit.say(visit.t("nobody-to-ask"))
        return
    extension = tasks.ask_extension(
        visit.tx, visit.person, task=task, wished=wished, reason=reason, now=visit.now
    )
    request = tasks.extension(visit.tx, visit.person, extension)
    assert request is not None
    if alone:
        _settle(None, visit, request, task, wished)
    elif decider is not None:
        asked = visit.t("extend-asked", name=decider.person.name)
        visit.say(chores.instead(visit, decider) + asked)
        _put_before(decider, visit, task, request)
        _not_for_ever(visit, decider, task, extension)


def _by_the_programme(visit: Visit, task: Task, wished: date) -> bool:
    """A first wish of a few days needs nobody; the next ones, and what was refused, do."""
    days = (wished - task.due).days
    return days <= visit.programme.extensions.automatic_days and not tasks.was_asked(
        visit.tx, task.id
    )


def _not_for_ever(visit: Visit, decider: Visit, task: Task, extension: int) -> None:
    """A mentor who doesn't decide: after two days the coordinators get it too."""
    if decider.part.role == "coordinator":
        return
    later = Occurrence(
        key=f"extension:{extension}",
        kind=chores.ASKED_FOR_TIME,
        person=visit.person.id,
        pairing=task.pairing,
        subject=task.id,
        due=awake(visit.now + DECIDED_WITHIN, visit.programme.zone, visit.programme.quiet),
        why={"rule": "undecided", "days": DECIDED_WITHIN.days},
    )
    scope = Scope(
        programme=task.programme, person=task.person, kinds=(later.kind,), subject=task.id
    )
    occurrences.reconcile(visit.tx, scope, [later])


def still_undecided(asker: Visit, due: Due) -> None:
    """Two days have passed: every coordinator gets the request, unless it has been decided."""
    task = tasks.find(asker.tx, asker.person, due.subject or 0)
    extension = tasks.asked_extension(asker.tx, due.subject or 0)
    request = extension and tasks.extension(asker.tx, asker.person, extension)
    if not task or not request or task.status != "open":
        occurrences.settle(asker.tx, due.id, CANCELLED, "decided")
        return
    day = awake(asker.now, asker.programme.zone, asker.programme.quiet)
    if day > asker.now:
        occurrences.put_off(asker.tx, due.id, day)
        return
    for human in asker.colleagues("coordinator"):
        if human.person.stopped_at is None and human.person.id != asker.person.id:
            _put_before(human, asker, task, request)
    occurrences.settle(asker.tx, due.id, FIRED)


def _decider(visit: Visit) -> Visit | None:
    """Whom the programme names; the coordinator where that is the mentor and there is none yet."""
    if visit.programme.extensions.decides == "mentor":
        return chores.human(visit)
    return chores.helper(visit, "coordinator")


def _put_before(decider: Visit, asker: Visit, task: Task, request: Extension) -> None:
    text, buttons = _words(decider, asker, task, request)
    why = asked_by(asker, extension=request.id)
    decider.say(text, *buttons, kind="extension", why=why)


def _words(
    decider: Visit, asker: Visit, task: Task, request: Extension
) -> tuple[str, list[Button]]:
    t, language = decider.t, decider.person.language
    wished = request.wished or task.due
    text = t(
        "extend-request",
        name=asker.person.name,
        title=task.title,
        due=format_date(task.due, language, decider.today),
        wished=format_date(wished, language, decider.today),
    )
    if request.reason:
        text += "\n" + t("extend-reason", reason=request.reason)
    waited = (decider.now - request.asked_at).days
    if waited and (mentor := _left_by(decider, asker)) is not None:
        text += "\n" + t("extend-undecided", days=waited, name=mentor.person.name)
    grant = t("extend-grant", day=format_date(wished, language, decider.today))
    return text, [
        button(grant, "extend_grant", extension=request.id, day=wished.isoformat()),
        button(t("extend-other"), "extend_other", extension=request.id),
        button(t("extend-refuse"), "extend_refuse", extension=request.id),
    ]


def _left_by(human: Visit, asker: Visit) -> Visit | None:
    """The mentor who was asked first, where it is somebody else who decides now."""
    first = _decider(asker)
    return first if first and first.person.id != human.person.id else None


def waiting(visit: Visit, extension: int) -> tuple[str, list[Button]] | None:
    """The words and buttons of a request, for whoever may decide on it; else says why not."""
    found = _found(visit, extension)
    return None if found is None else _words(visit, found[0], found[2], found[1])


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
    names_mentor = asker.programme.extensions.decides == "mentor"
    found = (_decider(asker), chores.mentor(asker) if names_mentor else None)
    return any(one is not None and one.person.id == visit.person.id for one in found)


def grant(visit: Visit, extension: int, day: str) -> None:
    if (found := _found(visit, extension)) is None:
        return
    asker, request, task = found
    new = date.fromisoformat(day)
    if new < visit.today:
        other_date(visit, extension)
        return
    if not _settle(visit, asker, request, task, new):
        visit.say(visit.t("extend-decided-already"))


def _settle(
    by: Visit | None, asker: Visit, request: Extension, task: Task, new: date | None
) -> bool:
    """Granted with a new date, refused without one; `by` is None where the programme grants.

    Everything that hangs on the date moves, and everybody concerned is told.
    """
    who = by.person.id if by else None
    if not tasks.decide_extension(asker.tx, request.id, new_due=new, by=who, now=asker.now):
        return False
    if new is not None:
        tasks.move(asker.tx, task.id, new, asker.now)
        planning.replan_tasks(asker)
    chores.request_settled(asker, task)
    journal.note(
        asker.tx,
        actor=who,
        act="extension-granted" if new else "extension-refused",
        now=asker.now,
        object_=f"extension:{request.id}",
        detail=None if by else {"by": "programme"},
    )
    _tell(by, asker, request, task, new)
    return True


def _tell(by: Visit | None, asker: Visit, request: Extension, task: Task, new: date | None) -> None:
    _tell_asker(by, asker, task, new)
    for other in _concerned(by, asker, request):
        decides = by is not None and other.person.id == by.person.id
        if new is not None and not decides and other.part.role == "mentor":
            granted = by.person.id if by else 0
            news.tell_mentor(asker, news.MOVED, task.id, to=new.isoformat(), decided=granted)
            continue
        refused = "extend-refused-done" if decides else "extend-refused-other"
        said = other.t(
            "extend-granted-done" if new else refused,
            name=asker.person.name,
            title=task.title,
            day=format_date(new or task.due, other.person.language, other.today),
        )
        if not decides:
            decided = by.person.name if by else other.t("extend-programme")
            said += "\n" + other.t("extend-decided-by", name=decided)
        other.say(said, *_enough(other) if decides and not new else ())


def _enough(decider: Visit) -> list[Button]:
    """What is written next is the reason; this says that there is none."""
    return [button(decider.t("help-enough"), "menu")]


def _tell_asker(by: Visit | None, asker: Visit, task: Task, new: date | None) -> None:
    if new is not None:
        ahead = (new - asker.today).days
        kept = (n for n in asker.programme.reminders.before if n + JUST_AGREED < ahead)
        before = max(kept, default=0)
        day = format_date(new, asker.person.language, asker.today)
        said = asker.t("extend-granted", title=task.title, day=day, days=before)
        asker.say(said if by else f"{asker.t('extend-automatic')} {said}")
    elif by is not None:
        day, name = chores.day(asker, task), by.person.name
        asker.say(
            asker.t("extend-refused", title=task.title, day=day, name=name),
            button(asker.t("task-help"), "task_help", task=task.id),
        )


def _concerned(by: Visit | None, asker: Visit, request: Extension) -> list[Visit]:
    """Who decided, the mentor, and the coordinators if they had been asked as well."""
    found = [by, chores.mentor(asker)]
    if asker.now - request.asked_at >= DECIDED_WITHIN:
        found += asker.colleagues("coordinator")
    by_id = {one.person.id: one for one in reversed(found) if one is not None}
    return [one for who, one in reversed(by_id.items()) if who != asker.person.id]


def refuse(visit: Visit, extension: int) -> None:
    if (found := _found(visit, extension)) is None:
        return
    asker, request, task = found
    if not _settle(visit, asker, request, task, None):
        visit.say(visit.t("extend-decided-already"))
        return
    visit.focus("refusal", extension=extension)


def reason(visit: Visit, extension: int, text: str) -> None:
    """Why not, in the words of whoever decided; they go to the one who asked."""
    owner = tasks.extension_owner(visit.tx, extension)
    asker = visit.other(owner) if owner is not None else None
    request = asker and tasks.extension(visit.tx, asker.person, extension)
    task = asker and request and tasks.find(visit.tx, asker.person, request.task)
    if not asker or not request or not task or not _may(visit, asker, task):
        visit.say(visit.t("not-yours"))
        return
    if request.status != "refused":
        visit.say(visit.t("extend-decided-already"))
        return
    asker.say(asker.t("extend-why-not", title=task.title, text=text), author=visit.person.name)
    visit.say(visit.t("answer-sent", name=asker.person.name))


def other_date(visit: Visit, extension: int) -> None:
    if (found := _found(visit, extension)) is None:
        return
    visit.focus("grant", extension=extension)
    visit.say(
        visit.t("extend-which-other"),
        *chores.date_choices(
            visit, found[2].due, _suggested(visit), "extend_grant", extension=extension
        ),
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
