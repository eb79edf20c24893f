"""Violence, self-harm, abuse: a calm answer with the helplines, and a human alerted at once."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from desk import parked, reach
from desk.visit import Visit, button, short
from dialogs.human import parse_yes_no
from knowledge.safety import Safety
from mentoring.planning import Occurrence
from store import journal, occurrences, outbox, pairings, people, sessions, tickets

ASKED = frozenset({"safe", "danger_fine", "danger_really"})
ANSWERS = ("danger-safe", "danger-not-safe", "danger-ask-fine", "danger-ask-serious")
HEARD, HEARD_FOR = "alarm", timedelta(hours=1)
"""So long after their last words to an alert, what a person writes belongs to it."""

ESCALATE_AFTER_MINUTES = 60
"""An alert that nobody has taken is repeated to everybody named, well within the same day."""


def respond(visit: Visit, found: Safety, text: str) -> None:
    """`ask` is for look-alikes ("the exam is killing me"): asked about, not alarmed."""
    if found.level == "ask":
        visit.say(
            visit.t("danger-ask"),
            button(visit.t("danger-ask-fine"), "danger_fine"),
            button(visit.t("danger-ask-serious"), "danger_really", text=short(text, 400)),
            kind="safety",
            priority=outbox.SAFETY,
        )
    else:
        _alarm(visit, text)


def was_asked(visit: Visit) -> bool:
    """Whether the newest message with buttons asks how bad it is, or if the person is safe."""
    newest = outbox.last_offer(visit.tx, visit.person)
    return bool(newest) and newest[0].action["do"] in ASKED


def fine(visit: Visit) -> None:
    """It was only a way of saying it: nobody has been called, so nobody is promised."""
    visit.say(visit.t("danger-fine"), kind="safety", priority=outbox.SAFETY)


def really(visit: Visit, text: str) -> None:
    _alarm(visit, text)


def _alarm(visit: Visit, text: str) -> None:
    """What is written next belongs to the alert, and to no dialog that happened to be open."""
    visit.put_aside()
    ticket = tickets.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="safety",
        question=text,
        now=visit.now,
    )
    visit.say(
        visit.t("danger" if contacts(visit) else "danger-alone", helplines=_helplines(visit)),
        button(visit.t("danger-safe"), "safe", safe=True, ticket=ticket),
        button(visit.t("danger-not-safe"), "safe", safe=False, ticket=ticket),
        kind="safety",
        priority=outbox.SAFETY,
    )
    alert(visit, ticket, text)
    journal.note(
        visit.tx, actor=None, act="safety-alert", now=visit.now, object_=f"ticket:{ticket}"
    )
    _plan_escalation(visit, ticket)
    visit.focus("safe", ticket=ticket)


def _helplines(visit: Visit) -> str:
    lines = [
        f"{line.number} – {line.name[visit.person.language]}" for line in visit.programme.helplines
    ]
    return "\n".join(lines)


def alert(visit: Visit, ticket: int, text: str, again: bool = False) -> None:
    """Tells everybody the programme names. `visit` is the person in danger."""
    phone = reach.phone_of(visit)
    for human in contacts(visit):
        told = human.t(
            "alert-again" if again else "alert",
            name=visit.person.name,
            role=human.role_label(visit.part.role),
            text=text,
        )
        human.say(
            "\n\n".join([told, human.t("alert-phone", phone=phone)]) if phone else told,
            button(human.t("alert-taken"), "danger_seen", ticket=ticket),
            button(human.t("alert-write"), "ticket", ticket=ticket),
            kind="safety",
            priority=outbox.SAFETY,
        )


def contacts(visit: Visit) -> list[Visit]:
    """Who is called for the person in danger: coordinators, and of the mentors only their own."""
    called = visit.programme.safety_contacts
    ids = []
    if "coordinator" in called:
        ids += people.with_role(visit.tx, visit.part.programme, "coordinator")
    if "mentor" in called:
        pairs = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active")
        ids += [pair.mentor for pair in pairs]
    found = map(visit.other, dict.fromkeys(ids))
    return [human for human in found if human and human.person.id != visit.person.id]


def _plan_escalation(visit: Visit, ticket: int) -> None:
    again = Occurrence(
        key=f"alert:{ticket}",
        kind="alert",
        person=visit.person.id,
        pairing=None,
        subject=ticket,
        due=visit.now + timedelta(minutes=ESCALATE_AFTER_MINUTES),
        why={"rule": "alert"},
    )
    scope = occurrences.Scope(
        programme=visit.part.programme, person=visit.person.id, kinds=("alert",), subject=ticket
    )
    occurrences.reconcile(visit.tx, scope, [again])


def safe(visit: Visit, safe: bool, ticket: int) -> None:
    humans = contacts(visit)
    said = ("danger-glad" if safe else "danger-now") + ("" if humans else "-alone")
    go_on = parked.buttons(visit) if safe else []
    visit.say(visit.t(said), *go_on, kind="safety", priority=outbox.SAFETY)
    visit.focus(HEARD, ticket=ticket)
    for human in () if safe else humans:
        human.say(
            human.t("alert-not-safe", name=visit.person.name),
            button(human.t("alert-taken"), "danger_seen", ticket=ticket),
            kind="safety",
            priority=outbox.SAFETY,
        )


def answered(visit: Visit, ticket: int, text: str) -> None:
    """Typed words after "are you safe?". What is not a clear yes is not safe, and is passed on."""
    said = parse_yes_no(text)
    if said is None:
        _pass_on(visit, ticket, text, "alert-more")
    safe(visit, safe=said is True, ticket=ticket)


def _pass_on(visit: Visit, ticket: int, text: str, key: str) -> list[Visit]:
    """Adds words to the alert, for whoever takes it later, and tells those who were called."""
    tickets.add_words(visit.tx, visit.person, ticket, text)
    humans = contacts(visit)
    for human in humans:
        human.say(
            human.t(key, name=visit.person.name, text=text),
            button(human.t("alert-write"), "ticket", ticket=ticket),
            kind="safety",
            priority=outbox.SAFETY,
        )
    return humans


def is_heard(visit: Visit) -> bool:
    """Whether what this person writes now belongs to an alert: they were just asked whether they
    are safe, or it is no hour since their last words about it."""
    focus = visit.person.focus
    return focus is not None and (focus["on"] == "safe" or heard(visit) is not None)


def heard(visit: Visit) -> Mapping[str, Any] | None:
    """The focus by which words go to an alert after the question of safety, while it lasts."""
    focus = visit.person.focus
    if focus is None or focus["on"] != HEARD:
        return None
    silent = visit.now - datetime.fromisoformat(str(focus["at"]))
    return focus if silent <= HEARD_FOR else None


def goes_on(visit: Visit, ticket: int, text: str) -> None:
    """Words after an alarm, when the question of safety is answered."""
    told = _pass_on(visit, ticket, text, "alert-goes-on")
    said = "danger-goes-on" if told else "danger-goes-on-alone"
    visit.say(visit.t(said), kind="safety", priority=outbox.SAFETY)
    visit.focus(HEARD, ticket=ticket)


def hears_on(visit: Visit, before: Mapping[str, Any] | None) -> None:
    """A button or a command that asks nothing does not end what was heard `before` it."""
    if before is None or visit.person.focus is not None:
        return
    if sessions.current(visit.tx, visit.person) is None:
        visit.refresh(focus=dict(before))


def seen(visit: Visit, ticket: int) -> None:
    """A human takes an alert: the others are told, and the young person hears who will write."""
    owner = _owner(visit, ticket)
    found = owner and tickets.find(visit.tx, owner.person, ticket)
    if not owner or not found or not is_contact(visit, owner, found.programme):
        visit.say(visit.t("not-yours"))
        return
    if not tickets.answer(
        visit.tx, owner.person, found, text=None, by=visit.person.id, now=visit.now
    ):
        visit.say(visit.t("alert-already"))
        return
    journal.note(
        visit.tx,
        actor=visit.person.id,
        act="alert-taken",
        now=visit.now,
        object_=f"ticket:{ticket}",
    )
    visit.say(
        visit.t("alert-thanks", name=owner.person.name),
        button(visit.t("alert-write"), "ticket", ticket=ticket),
    )
    owner.say(
        owner.t("danger-human", name=visit.person.name, role=owner.role_label(visit.part.role)),
        kind="safety",
        priority=outbox.SAFETY,
    )


def is_contact(visit: Visit, owner: Visit, programme: str) -> bool:
    """Whether this person is one of those called when the owner is in danger."""
    called = {human.person.id for human in contacts(owner)}
    return programme == visit.part.programme and visit.person.id in called


def _owner(visit: Visit, ticket: int) -> Visit | None:
    person = tickets.owner(visit.tx, ticket)
    if person is None or people.load(visit.tx, person) is None:
        return None
    return visit.other(person)
