"""What a mentor sees of their mentees: only theirs, and only what is for the mentor."""

from desk import menu, pace, papers, privacy, sharing, stages
from desk.papers import Found
from desk.visit import Visit, button
from dialogs.human import format_date
from mentoring.localtime import local
from store import journal, pairings, shares, tasks
from store.pairings import Pairing
from store.tasks import Task

LOOKED_BACK = 6
"""Check-ins; an older figure says nothing about how somebody is now."""


def _pairs(visit: Visit) -> list[int]:
    pairs = pairings.of_mentor(visit.tx, visit.person.id, visit.part.programme, "active")
    return [pair.mentee for pair in pairs]


def listed(visit: Visit) -> None:
    if visit.part.role != "mentor":
        menu.show(visit, visit.t("only-mentors"))
        return
    found = [mentee for mentee in map(visit.other, _pairs(visit)) if mentee is not None]
    if not found:
        menu.show(visit, visit.t("no-mentees"))
        return
    cap = visit.programme.rules.mentees_per_mentor
    lines = [f"• {mentee.person.name} – {_last_sign(visit, mentee)}" for mentee in found]
    buttons = [button(m.person.name, "mentee", mentee=m.person.id) for m in found]
    visit.say(visit.t("your-mentees", count=len(found), cap=cap, list="\n".join(lines)), *buttons)


def _last_sign(visit: Visit, mentee: Visit) -> str:
    last = mentee.person.last_sign_at
    if last is None:
        return visit.t("sign-never")
    day = local(last, visit.zone).date()
    return visit.t("sign-last", day=format_date(day, visit.person.language, visit.today))


def _mine(visit: Visit, mentee: int) -> Visit | None:
    found = visit.other(mentee) if mentee in _pairs(visit) else None
    if found is None:
        visit.say(visit.t("not-yours"))
    return found


def show(visit: Visit, mentee: int) -> None:
    """Open tasks, the last check-in's figure and the results that were shared."""
    if (found := _mine(visit, mentee)) is None:
        return
    shared = sharing.readable(visit, found)
    buttons = [
        button(_title(visit, one.dialog), "result", mentee=mentee, result=one.id)
        for one in shared[:5]
    ]
    pair = _pair_with(visit, mentee)
    if pair is not None and visit.programme.phases:
        buttons.append(button(visit.t("do-stage"), "stage", pairing=pair.id))
    visit.say(
        visit.t(
            "one-mentee",
            name=found.person.name,
            sign=_last_sign(visit, found),
            week="\n".join(
                filter(None, (_week(visit, found), pace.line(visit, found), _stage(visit, mentee)))
            ),
            tasks="\n".join(_tasks(visit, found)) or visit.t("none"),
            shared=len(shared),
        ),
        *buttons,
        of=mentee,
        shows={task.result for task in _seen(visit, found) if task.result is not None},
    )


def _seen(visit: Visit, mentee: Visit) -> list[Task]:
    """Those of their tasks whose titles the mentor may read."""
    pair = _pair_with(visit, mentee.person.id)
    shown = shares.shared(visit.tx, mentee.person.id, pair.id) if pair else frozenset[int]()
    return privacy.seen(tasks.listed(visit.tx, mentee.person), shown)


def _tasks(visit: Visit, mentee: Visit) -> list[str]:
    """The titles the mentor may read, and how many more there are."""
    everything, found = tasks.listed(visit.tx, mentee.person), _seen(visit, mentee)
    language, today = visit.person.language, visit.today
    lines = [f"• {task.title} – {format_date(task.due, language, today)}" for task in found]
    kept = len(everything) - len(found)
    return [*lines, *([f"• {visit.t('tasks-kept', count=kept)}"] if kept else [])]


def _stage(visit: Visit, mentee: int) -> str:
    pair = _pair_with(visit, mentee)
    return stages.line(visit, pair) if pair else ""


def _pair_with(visit: Visit, mentee: int) -> Pairing | None:
    pairs = pairings.of_mentor(visit.tx, visit.person.id, visit.part.programme, "active")
    return next((pair for pair in pairs if pair.mentee == mentee), None)


def _title(visit: Visit, dialog: str) -> str:
    return visit.title(dialog)


def _week(visit: Visit, mentee: Visit) -> str:
    """The last figure; not every check-in asks for one."""
    found = journal.read(visit.tx, mentee.person, "check_in", most=LOOKED_BACK)
    last = next((each for each in found if "week" in each.data), None)
    if last is None:
        return visit.t("week-unknown" if not found else "week-in-words")
    day = local(last.at, visit.zone).date()
    return visit.t(
        "week-was",
        score=last.data["week"],
        day=format_date(day, visit.person.language, visit.today),
    )


def result(visit: Visit, mentee: int, result: int) -> None:
    """A shared result; the right to it is checked now, not when the button was made."""
    if (found := _mine(visit, mentee)) is None:
        return
    shared = sharing.readable(visit, found)
    one = next((each for each in shared if each.id == result), None)
    if one is None:
        visit.say(visit.t("not-shared"))
        return
    heading = f"{_title(visit, one.dialog)}. {found.person.name}"
    papers.show(visit, Found(owner=found, result=one), heading)


def example(visit: Visit, mentee: int) -> None:
    """One simple question without reproach that a mentor may send as it is."""
    if _mine(visit, mentee) is not None:
        visit.say(visit.t("silence-example"))
