"""What somebody said would help is opened right after the dialog: a talk, more time, an answer.

A wish to talk reaches a human at once only where its writer also said that they may know. After a
no it is offered once more without what was written, and nothing goes out unasked.
"""

from collections.abc import Iterable
from datetime import datetime

from desk import chores, extending, questions, reply_times
from desk.visit import Visit, button, short
from dialogs.effects import Effect, ProposeShare, SeekHelp
from mentoring.message import Button
from store import tasks, tickets

TO = ("mentor", "coordinator")
SHOWN = 8


def follow(visit: Visit, dialog: str, result: int | None, found: Iterable[Effect]) -> None:
    """`result` is what was kept of the dialog; `found` all that it asks for."""
    effects = tuple(found)
    shared = any(isinstance(each, ProposeShare) and each.share for each in effects)
    for each in effects:
        if not isinstance(each, SeekHelp):
            continue
        if each.way == "time":
            _more_time(visit, result)
        elif each.way == "explain":
            visit.say(visit.t("seek-explain"))
        elif shared:
            _call(visit, chores.human(visit), dialog, result)
        else:
            _offer(visit, "seek-talk")


def _more_time(visit: Visit, result: int | None) -> None:
    """For a task of before: what this dialog has just made has the day it was given."""
    some = [one for one in tasks.listed(visit.tx, visit.person) if one.result != (result or 0)]
    if len(some) == 1:
        extending.ask(visit, task=some[0].id)
    elif some:
        visit.say(
            visit.t("seek-time"),
            *(button(short(one.title, 40), "task_time", task=one.id) for one in some[:SHOWN]),
        )
    else:
        _offer(visit, "seek-time-none")


def _offer(visit: Visit, key: str) -> None:
    """The humans who can be asked, each by a button; what was written stays where it is."""
    if some := _humans(visit):
        visit.say(visit.t(key), *some, button(visit.t("do-no"), "menu"))
    else:
        visit.say(visit.t("nobody-to-ask"))


def _humans(visit: Visit) -> list[Button]:
    met, at = ((role, chores.helper(visit, role)) for role in TO), visit.now.isoformat()
    return [
        button(visit.t(f"seek-{role}", name=short(one.person.name, 24)), "talk_ask", to=role, at=at)
        for role, one in met
        if one is not None
    ]


def talk(visit: Visit, to: str, at: str) -> None:
    """A tap on one of them: the wish alone is told, once for each time it was offered (`at`)."""
    if visit.part.role != "mentee" or to not in TO:
        visit.say(visit.t("not-yours"))
    elif tickets.called_since(visit.tx, visit.person.id, datetime.fromisoformat(at)):
        visit.say(visit.t("seek-told-already"))
    else:
        _call(visit, chores.helper(visit, to) or chores.human(visit))


def _call(
    visit: Visit, who: Visit | None, dialog: str | None = None, result: int | None = None
) -> None:
    """Only the mentor may read what was shared; whoever else is asked hears of the wish."""
    if who is None:
        visit.say(visit.t("nobody-to-ask"))
        return
    reads = dialog is not None and result is not None and who.part.role == "mentor"
    wish = visit.t("seek-about", title=visit.title(dialog)) if reads and dialog else None
    ticket = tickets.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="help",
        question=wish or visit.t("seek-wish"),
        now=visit.now,
    )
    read = button(who.t("do-read"), "result", mentee=visit.person.id, result=result)
    questions.wants_talk(visit, ticket, who, *([read] if reads else []))
    visit.say(chores.instead(visit, who) + reply_times.talk_asked(visit, who))
