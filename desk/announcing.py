"""Announcements: to whom, what, a preview with the number of people, and afterwards who got it."""

from desk import menu
from desk.visit import Visit, button
from store import announcements, journal, outbox, people
from store.announcements import Announcement

AUDIENCES = {"mentees": ("mentee",), "mentors": ("mentor",), "everybody": ("mentee", "mentor")}
TEXT_LIMIT = 1500
NAMES_SHOWN = 30


def _may(visit: Visit) -> bool:
    if visit.part.role == "coordinator":
        return True
    visit.say(visit.t("not-yours"))
    return False


def begin(visit: Visit) -> None:
    if _may(visit):
        choices = [
            button(
                visit.t(f"announce-{name}", count=len(_recipients(visit, name))),
                "announce_to",
                name=name,
            )
            for name in AUDIENCES
        ]
        visit.say(visit.t("announce-whom"), *choices)


def _recipients(visit: Visit, name: str) -> list[int]:
    """Everybody with one of the roles who agreed to be written to, but not the author."""
    found = people.with_role(visit.tx, visit.part.programme, *AUDIENCES[name])
    reachable = []
    for person in dict.fromkeys(found):
        one = people.load(visit.tx, person)
        if one and one.consent_at and not one.stopped_at and one.id != visit.person.id:
            reachable.append(person)
    return reachable


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
    visit.erased_with = False
    for person in recipients:
        if (reader := visit.other(person)) is not None:
            reader.origin = f"announcement:{announcement}"
            reader.say(
                _text(visit, reader, found.text), kind="announcement", priority=outbox.BROADCAST
            )
    journal.note(
        visit.tx,
        actor=visit.person.id,
        act="announce",
        now=visit.now,
        object_=f"announcement:{announcement}",
        detail={"count": len(recipients)},
    )
    visit.say(
        visit.t("announce-sent", count=len(recipients)),
        button(visit.t("announce-who"), "announce_report", announcement=announcement),
    )


def cancel(visit: Visit, announcement: int) -> None:
    if _own(visit, announcement) is not None:
        announcements.cancel(visit.tx, announcement)
        menu.show(visit, visit.t("announce-cancelled"))


def report(visit: Visit, announcement: int) -> None:
    """For each recipient what became of it."""
    if (found := _own(visit, announcement)) is None:
        return
    states = dict(outbox.states(visit.tx, f"announcement:{announcement}:"))
    lines = []
    for person in found.recipients:
        one = people.load(visit.tx, person)
        state = states.get(person, "gone")
        name = one.name if one else visit.t("erased-person")
        lines.append(f"{name} – {visit.t(f'state-{state}')}")
    got = sum(1 for person in found.recipients if states.get(person) == "sent")
    hidden = max(0, len(lines) - NAMES_SHOWN)
    text = visit.t("announce-report", got=got, count=len(found.recipients))
    if hidden:
        lines = [*lines[:NAMES_SHOWN], visit.t("and-more", count=hidden)]
    visit.say("\n".join([text, "", *lines]))
