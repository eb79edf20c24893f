"""Announcements: to whom, what, a preview with the number of people, and afterwards who got it."""

from desk import menu
from desk.visit import Visit, button
from mentoring.occurrence import Occurrence
from store import announcements, journal, keyed, occurrences, outbox, people
from store.announcements import Announcement
from store.occurrences import FIRED, Due

AUDIENCES = {"mentees": ("mentee",), "mentors": ("mentor",), "everybody": ("mentee", "mentor")}
TEXT_LIMIT = 1500
NAMES_SHOWN = 30
AT_ONCE = 200
"""Messages queued in one unit of work."""


def _may(visit: Visit) -> bool:
    if visit.part.role == "coordinator":
        return True
    visit.say(visit.t("not-yours"))
    return False


def begin(visit: Visit) -> None:
    if _may(visit):
        counts = {name: len(found) for name, found in _audiences(visit).items()}
        choices = [
            button(visit.t(f"announce-{name}", count=count), "announce_to", name=name)
            for name, count in counts.items()
        ]
        visit.say(visit.t("announce-whom"), *choices)


def _audiences(visit: Visit) -> dict[str, list[int]]:
    """Everybody with one of the roles who agreed to be written to, but not the author."""
    found = announcements.reachable(visit.tx, visit.part.programme)
    others = [(person, role) for person, role in found if person != visit.person.id]
    return {
        name: [*dict.fromkeys(person for person, role in others if role in roles)]
        for name, roles in AUDIENCES.items()
    }


def _recipients(visit: Visit, name: str) -> list[int]:
    return _audiences(visit)[name]


def audience(visit: Visit, name: str) -> None:
    if not _may(visit):
        return
    if not _recipients(visit, name):
        menu.show(visit, visit.t("announce-nobody"))
        return
    visit.focus("announcement", audience=name)
    visit.say(visit.t("announce-write"), button(visit.t("do-cancel"), "menu"))


def preview(visit: Visit, name: str, text: str) -> None:
    if not _may(visit):
        return
    if len(text) > TEXT_LIMIT:
        visit.focus("announcement", audience=name)
        visit.say(visit.t("announce-long", limit=TEXT_LIMIT, actual=len(text)))
        return
    count = len(_recipients(visit, name))
    made = announcements.draft(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        audience=name,
        text=text,
        now=visit.now,
    )
    visit.say(visit.t("announce-preview", count=count))
    visit.say(
        _text(visit, visit, text),
        button(visit.t("announce-send", count=count), "announce_send", announcement=made),
        button(visit.t("do-cancel"), "announce_cancel", announcement=made),
    )


def _text(author: Visit, reader: Visit, text: str) -> str:
    head = reader.t(
        "announcement", name=author.person.name, role=reader.role_label(author.part.role)
    )
    return f"{head}\n\n{text}"


def _own(visit: Visit, announcement: int) -> Announcement | None:
    found = announcements.find(visit.tx, visit.person, announcement)
    if found is None or not _may(visit):
        visit.say(visit.t("not-yours"))
        return None
    return found


def send(visit: Visit, announcement: int) -> None:
    """Freezes text and recipients, and queues one message each."""
    if (found := _own(visit, announcement)) is None:
        return
    recipients = _recipients(visit, found.audience)
    if not announcements.send(visit.tx, announcement, recipients, visit.now):
        visit.say(visit.t("announce-sent-already"))
        return
    if _queue(visit, announcement) and len(recipients) > AT_ONCE:
        _plan_rest(visit, announcement)
    journal.note(
        visit.tx,
        actor=visit.person.id,
        act="announce",
        now=visit.now,
        object_=f"announcement:{announcement}",
        detail={"count": len(recipients)},
    )
    sent = visit.t("announce-sent", count=len(recipients))
    if keyed.outcome(visit.tx, f"announcement:{announcement}:").get(outbox.HELD):
        sent += " " + visit.t("announce-held")
    visit.say(
        sent,
        button(visit.t("announce-who"), "announce_report", announcement=announcement),
        button(visit.t("announce-stop"), "announce_stop", announcement=announcement),
    )


def _queue(visit: Visit, announcement: int) -> bool:
    """Queues the next recipients' messages; True while there are more. Recipients are frozen."""
    found = announcements.find(visit.tx, visit.person, announcement)
    if found is None or found.status != "sent":
        return False
    visit.erased_with = False
    some = found.recipients[found.queued : found.queued + AT_ONCE]
    people.read_ahead(visit.tx, {(person, visit.part.programme) for person in some})
    for person in some:
        if (reader := visit.other(person)) is not None:
            reader.origin = f"announcement:{announcement}"
            reader.say(
                _text(visit, reader, found.text), kind="announcement", priority=outbox.BROADCAST
            )
    queued = min(found.queued + AT_ONCE, len(found.recipients))
    announcements.set_queued(visit.tx, announcement, queued)
    return queued < len(found.recipients)


def _plan_rest(visit: Visit, announcement: int) -> None:
    """The others follow in units of work of their own, so that nobody's answer waits for them."""
    rest = Occurrence(
        key=f"announcement:{announcement}",
        kind="announcement",
        person=visit.person.id,
        pairing=None,
        subject=announcement,
        due=visit.now,
        why={"rule": "announcement"},
    )
    scope = occurrences.Scope(
        programme=visit.part.programme,
        person=visit.person.id,
        kinds=("announcement",),
        subject=announcement,
    )
    occurrences.reconcile(visit.tx, scope, [rest])


def go_on(visit: Visit, due: Due) -> None:
    """The next recipients of an announcement that is under way; due at once until all are done."""
    if not _queue(visit, due.subject or 0):
        occurrences.settle(visit.tx, due.id, FIRED)


def stop(visit: Visit, announcement: int) -> None:
    """What has not left yet does not leave."""
    if (found := _own(visit, announcement)) is None:
        return
    count = keyed.cancel(visit.tx, f"announcement:{announcement}:")
    if announcements.stop(visit.tx, announcement):
        count += len(found.recipients) - found.queued
    visit.say(
        visit.t("announce-stopped", count=count),
        button(visit.t("announce-who"), "announce_report", announcement=announcement),
    )


def cancel(visit: Visit, announcement: int) -> None:
    if _own(visit, announcement) is not None:
        announcements.cancel(visit.tx, announcement)
        menu.show(visit, visit.t("announce-cancelled"))


def report(visit: Visit, announcement: int) -> None:
    """For each recipient what became of it, by name."""
    if (found := _own(visit, announcement)) is None:
        return
    states = dict(keyed.states(visit.tx, f"announcement:{announcement}:"))
    names = announcements.names(visit.tx, found.recipients)
    became = [
        (person, names.get(person), states.get(person) or _not_queued(found, place))
        for place, person in enumerate(found.recipients)
    ]
    said = {state: visit.t(f"state-{state}") for _person, _name, state in became}
    gone = visit.t("erased-person")
    listed = sorted((f"{name or gone} – {said[state]}", who) for who, name, state in became)
    for _line, person in listed[:NAMES_SHOWN]:
        visit.knows(person, names.get(person) or gone)
    lines = [line for line, _person in listed]
    got = sum(1 for person in found.recipients if states.get(person) == "sent")
    hidden = max(0, len(lines) - NAMES_SHOWN)
    text = visit.t("announce-report", got=got, count=len(found.recipients))
    if hidden:
        lines = [*lines[:NAMES_SHOWN], visit.t("and-more", count=hidden)]
    visit.say("\n".join([text, "", *lines]))


def _not_queued(found: Announcement, place: int) -> str:
    """What became of somebody without a message: their turn comes, or they have left."""
    if place < found.queued:
        return "gone"
    return "cancelled" if found.status == "stopped" else "waiting"
