"""What can be done now, by role, as buttons."""

from desk import parked
from desk.visit import Visit, button
from mentoring.message import Button
from store import pairings, shares, tasks, tickets


def show(visit: Visit, text: str | None = None) -> None:
    visit.say(text or visit.t(f"menu-{visit.part.role}"), *_buttons(visit))


def _buttons(visit: Visit) -> list[Button]:
    return {"mentee": _mentee, "mentor": _mentor, "coordinator": _coordinator}[visit.part.role](
        visit
    )


def _mentee(visit: Visit) -> list[Button]:
    t = visit.t
    buttons = parked.buttons(visit)
    buttons.append(button(t("do-grow"), "dialog_start", dialog="grow"))
    if tasks.listed(visit.tx, visit.person):
        buttons.append(button(t("do-tasks"), "tasks"))
    if not pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active", "asked"):
        buttons.append(button(t("do-match"), "match_start"))
    buttons.append(button(t("do-tools"), "tools"))
    buttons.append(button(t("do-ask"), "ask"))
    return buttons


def _mentor(visit: Visit) -> list[Button]:
    t = visit.t
    return [
        *parked.buttons(visit),
        button(t("do-mentees"), "mentees"),
        button(t("do-groups"), "groups"),
        button(t("do-grow"), "dialog_start", dialog="grow"),
        button(t("do-advice"), "guides"),
        button(t("do-tools"), "tools"),
        button(t("do-ask"), "ask"),
    ]


def _coordinator(visit: Visit) -> list[Button]:
    t = visit.t
    waiting = len(tickets.waiting(visit.tx, visit.part.programme))
    applied = len(shares.handed_in(visit.tx, visit.part.programme))
    return [
        button(t("do-questions", count=waiting), "tickets"),
        button(t("do-announce"), "announce"),
        button(t("do-attention"), "attention"),
        button(t("do-agreements"), "agreements"),
        button(t("do-pace"), "pace"),
        *([button(t("do-applications", count=applied), "applications")] if applied else []),
    ]
