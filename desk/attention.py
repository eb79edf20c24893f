"""Who needs a coordinator's attention, since when and why."""

from desk import menu
from desk.mentees import quiet_since
from desk.visit import Visit, button
from store import pairings, queues, tickets

SHOWN = 10


def show(visit: Visit) -> None:
    if visit.part.role != "coordinator":
        menu.show(visit, visit.t("not-yours"))
        return
    days = visit.programme.silence.mentor_after_days
    lines = _undelivered(visit)
    lines += [
        visit.t("attention-silent", name=mentee.person.name, days=silent)
        for mentee, silent in quiet_since(visit, days)
    ]
    lines += _alone(visit)
    waiting = len(tickets.waiting(visit.tx, visit.part.programme))
    if waiting:
        lines.append(visit.t("attention-questions", count=waiting))
    if not lines:
        menu.show(visit, visit.t("attention-none"))
        return
    more = [visit.t("and-more", count=len(lines) - SHOWN)] if len(lines) > SHOWN else []
    text = "\n".join([visit.t("attention"), "", *[f"• {one}" for one in lines[:SHOWN]], *more])
    visit.say(
        text, *([button(visit.t("do-questions", count=waiting), "tickets")] if waiting else [])
    )


def _undelivered(visit: Visit) -> list[str]:
    """First of all: whoever did not get a message does not know that there was one."""
    uncertain, unsent = queues.unreceived(visit.tx, visit.part.programme)
    counts = {"attention-uncertain": uncertain, "attention-unsent": unsent}
    return [visit.t(text, count=count) for text, count in counts.items() if count]


def _alone(visit: Visit) -> list[str]:
    """Mentees who agreed to take part and have no mentor yet."""
    lines = []
    for mentee in visit.colleagues("mentee"):
        pairs = pairings.of_mentee(visit.tx, mentee.person, visit.part.programme, "active")
        if mentee.person.consent_at is not None and not pairs:
            lines.append(visit.t("attention-alone", name=mentee.person.name))
    return lines
