"""Acts on what stands in the programme's calendar: to see it, and to say that it is done."""

from datetime import date as date_

from desk import events, pace, planning
from desk.visit import Visit
from store import journal
from store.occurrences import Due


def show(visit: Visit, event: str, date: str, rule: str) -> None:
    """One item of a day's list, with what can be done about it."""
    due = Due(
        id=0,
        key="",
        programme=visit.part.programme,
        kind="event",
        person=visit.person.id,
        pairing=None,
        subject=None,
        due_at=visit.now,
        why={"event": event, "date": date, "rule": rule},
    )
    if events.find(visit, event) is None:
        visit.say(visit.t("event-gone"))
    else:
        visit.say(events.text(visit, due), *events.buttons(visit, due))


def done(visit: Visit, event: str, date: str) -> None:
    """It is not mentioned again; only whose it is can say so."""
    found = events.find(visit, event)
    if found is not None and not events.is_own(visit, found):
        visit.say(visit.t("not-yours"))
        return
    journal.write(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind=events.DONE,
        data={"mark": f"{event}:{date}"},
        now=visit.now,
    )
    planning.replan_dated(visit)
    planning.replan_told(visit)
    more, buttons = pace.following(visit, date_.fromisoformat(date))
    visit.say(visit.t("event-thanks") + more, *buttons)
