"""Deciding about more time: a date is granted or refused, and everybody concerned is told."""

from datetime import date, timedelta
from typing import Any

from desk import chores, deadlines, news, privacy
from desk.deadlines import Deadline
from desk.deciding import decider, may_decide, words
from desk.visit import Visit, button
from dialogs.human import format_date, parse_date
from mentoring.mentions import first_day
from mentoring.message import Button
from store import extensions, journal
from store.extensions import Extension

DECIDED_WITHIN = timedelta(days=2)
"""What a mentor has not decided by then, a coordinator may decide."""

JUST_AGREED = 1
"""No early word on the morrow of agreeing on a date, so that none is promised for it."""


def waiting(visit: Visit, extension: int) -> tuple[str, list[Button]] | None:
    """The words and buttons of a request, for whoever may decide on it; else says why not."""
    found = _found(visit, extension)
    return None if found is None else words(visit, found[0], found[2], found[1])


def _found(visit: Visit, extension: int) -> tuple[Visit, Extension, Deadline] | None:
    """The asker, the request and what it is about, if this person may decide on it now."""
    found = _asked(visit, extension)
    if found is not None and (found[1].status != "asked" or not found[2].open):
        visit.say(visit.t("extend-decided-already"))
        return None
    return found


def _asked(visit: Visit, extension: int) -> tuple[Visit, Extension, Deadline] | None:
    owner = extensions.owner(visit.tx, extension)
    asker = visit.other(owner) if owner is not None else None
    request = asker and extensions.find(visit.tx, asker.person, extension)
    if not asker or not request or not may_decide(visit, asker, request.programme):
        visit.say(visit.t("not-yours"))
        return None
    if (deadline := deadlines.of_request(asker, request)) is None:
        visit.say(visit.t("event-gone"))
        return None
    return asker, request, deadline


def choices(visit: Visit, asker: Visit, deadline: Deadline, do: str, **what: Any) -> list[Button]:
    """The days the programme suggests, those of them that are possible; a day off gives way to the
    next day on which anybody would work on it."""
    base = max(deadline.due, visit.today)
    days = (base + timedelta(days=n) for n in visit.programme.extensions.suggest_days)
    worked = dict.fromkeys(first_day(visit.programme, day) or day for day in days)
    fit = [day for day in worked if deadline.may_be(day, asker.today)]
    return chores.date_choices(visit, fit, do, **what)


def which_day(visit: Visit, deadline: Deadline, wished: date | None) -> str:
    """Why that day is none, and which would be."""
    if wished is None or deadline.following is None or wished < deadline.following:
        return visit.t("extend-which-day")
    day = format_date(deadline.following, visit.person.language, visit.today)
    return visit.t("extend-before-next", day=day)


def grant(visit: Visit, extension: int, day: str) -> None:
    if (found := _found(visit, extension)) is None:
        return
    asker, request, deadline = found
    new = date.fromisoformat(day)
    if not deadline.may_be(new, visit.today):
        other_date(visit, extension)
        return
    if not settle(visit, asker, request, deadline, new):
        visit.say(visit.t("extend-decided-already"))


def settle(
    by: Visit | None, asker: Visit, request: Extension, deadline: Deadline, new: date | None
) -> bool:
    """Granted with a new date, refused without one; `by` is None where the programme grants.

    Everything that hangs on the date moves, and everybody concerned is told.
    """
    who = by.person.id if by else None
    if not extensions.decide(asker.tx, request.id, new_due=new, by=who, now=asker.now):
        return False
    if new is not None:
        deadlines.move(asker, deadline, new)
    chores.request_settled(asker, request.id)
    journal.note(
        asker.tx,
        actor=who,
        act="extension-granted" if new else "extension-refused",
        now=asker.now,
        object_=f"extension:{request.id}",
        detail=None if by else {"by": "programme"},
    )
    _tell(by, asker, request, deadline, new)
    return True


def _tell(
    by: Visit | None, asker: Visit, request: Extension, deadline: Deadline, new: date | None
) -> None:
    _tell_asker(by, asker, deadline, new)
    for other in _concerned(by, asker, request, deadline):
        decides = by is not None and other.person.id == by.person.id
        if new is not None and not decides and _is_news(asker, other, deadline):
            granted = by.person.id if by else 0
            task = deadline.about.task or 0
            news.tell_mentor(asker, news.MOVED, task, to=new.isoformat(), decided=granted)
            continue
        refused = "extend-refused-done" if decides else "extend-refused-other"
        said = other.t(
            "extend-granted-done" if new else refused,
            name=asker.person.name,
            title=deadline.title[other.person.language],
            day=format_date(new or deadline.due, other.person.language, other.today),
        )
        if not decides:
            decided = by.person.name if by else other.t("extend-programme")
            said += "\n" + other.t("extend-decided-by", name=decided)
        other.say(said, *_enough(other) if decides and not new else ())


def _is_news(asker: Visit, other: Visit, deadline: Deadline) -> bool:
    """A mentor reads it in the day's overview, where the task may stand."""
    task = deadline.task
    if other.part.role != "mentor" or task is None:
        return False
    return not privacy.is_kept_from(asker, task, other)


def _enough(decider: Visit) -> list[Button]:
    """What is written next is the reason; this says that there is none."""
    return [button(decider.t("help-enough"), "menu")]


def _tell_asker(by: Visit | None, asker: Visit, deadline: Deadline, new: date | None) -> None:
    title, language = deadline.title[asker.person.language], asker.person.language
    if new is not None:
        day = format_date(new, language, asker.today)
        said = asker.t("extend-granted", title=title, day=day)
        said = f"{said} {_promise(asker, deadline, new)}".strip()
        asker.say(said if by else f"{asker.t('extend-automatic')} {said}")
    elif by is not None:
        day = format_date(deadline.due, language, asker.today)
        key = "extend-refused" if asker.part.role == "mentee" else "extend-refused-colleague"
        said = asker.t(key, title=title, day=day, name=by.person.name)
        asker.say(said, *_way_on(asker, deadline))


def _promise(asker: Visit, deadline: Deadline, new: date) -> str:
    """When the first reminder of the new date comes; nothing is promised where none does."""
    if (rules := deadline.reminds) is None:
        return ""
    ahead = (new - asker.today).days
    before = [days for days in rules.before if days + JUST_AGREED < ahead]
    if not before and not rules.on_day:
        return ""
    return asker.t("extend-reminds", days=max(before, default=0))


def _way_on(asker: Visit, deadline: Deadline) -> list[Button]:
    """Help with a task goes to the mentor; about the calendar a human is asked."""
    if deadline.about.task is not None:
        return [button(asker.t("task-help"), "task_help", task=deadline.about.task)]
    return [button(asker.t("do-ask"), "ask")]


def _concerned(
    by: Visit | None, asker: Visit, request: Extension, deadline: Deadline
) -> list[Visit]:
    """Who decided, the mentor, and the coordinators if they had been asked as well.

    Of a title that was kept hears only who was asked; where the programme decides, that is nobody.
    """
    asked = None if by is None else decider(asker)
    mentor, task = chores.mentor(asker), deadline.task
    kept = mentor is not None and task is not None and privacy.is_kept_from(asker, task, mentor)
    found = [by, asked if kept else mentor]
    if asker.now - request.asked_at >= DECIDED_WITHIN:
        found += asker.colleagues("coordinator")
    by_id = {one.person.id: one for one in reversed(found) if one is not None}
    return [one for who, one in reversed(by_id.items()) if who != asker.person.id]


def refuse(visit: Visit, extension: int) -> None:
    if (found := _found(visit, extension)) is None:
        return
    asker, request, deadline = found
    if not settle(visit, asker, request, deadline, None):
        visit.say(visit.t("extend-decided-already"))
        return
    visit.focus("refusal", extension=extension)


def reason(visit: Visit, extension: int, text: str) -> None:
    """Why not, in the words of whoever decided; they go to the one who asked."""
    if (found := _asked(visit, extension)) is None:
        return
    asker, request, deadline = found
    if request.status != "refused":
        visit.say(visit.t("extend-decided-already"))
        return
    title = deadline.title[asker.person.language]
    asker.say(asker.t("extend-why-not", title=title, text=text), author=visit.person.name)
    visit.say(visit.t("answer-sent", name=asker.person.name))


def other_date(visit: Visit, extension: int) -> None:
    if (found := _found(visit, extension)) is None:
        return
    asker, _request, deadline = found
    visit.focus("grant", extension=extension)
    days = choices(visit, asker, deadline, "extend_grant", extension=extension)
    visit.say(visit.t("extend-which-other"), *days)


def typed_grant(visit: Visit, extension: int, text: str) -> None:
    if (found := _found(visit, extension)) is None:
        return
    wished = parse_date(text, visit.today)
    if wished is None or not found[2].may_be(wished, visit.today):
        visit.focus("grant", extension=extension)
        visit.say(which_day(visit, found[2], wished))
        return
    grant(visit, extension, wished.isoformat())
