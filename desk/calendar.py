"""Acts on what stands in the programme's calendar: to see it, and to say that it is done."""

from datetime import date as date_

from desk import chores, deadlines, events, pace, planning
from desk.visit import Visit
from store import journal
from store.occurrences import Due


def show(visit: Visit, event: str, date: str, rule: str) -> None:
    """One item of a day's list, with what can be done about it, wherever its date has moved."""
    found = deadlines.of_date(visit, event, date_.fromisoformat(date))
    due = Due(
        id=0,
        key="",
        programme=visit.part.programme,
        kind="event",
        person=visit.person.id,
        pairing=None,
        subject=None,
        due_at=visit.now,
        why={"event": event, "date": str(found.due) if found else date, "rule": rule},
    )
    if events.find(visit, event) is None:
        visit.say(visit.t("event-gone"))
    else:
        visit.say(events.text(visit, due), *events.buttons(visit, due))


def done(visit: Visit, event: str, date: str) -> None:
    """It is not mentioned again, wherever its date has moved meanwhile or moves to; only whose it
    is can say so."""
    mine = events.find(visit, event)
    if mine is not None and not events.is_own(visit, mine):
        visit.say(visit.t("not-yours"))
        return
    day = date_.fromisoformat(date)
    found = deadlines.of_date(visit, event, day)
    meant = (found and found.about.day) or day
    where = deadlines.where(visit, mine, found) if mine and found else {}
    journal.write(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind=events.DONE,
        data={"mark": events.mark(event, meant), **where},
        now=visit.now,
    )
    planning.replan_dated(visit)
    planning.replan_told(visit)
    if found is not None:
        chores.request_gone(visit, found.about)
    more, buttons = pace.following(visit, found.due if found else day)
    visit.say(visit.t("event-thanks") + more, *buttons)
