"""Violence, self-harm, abuse: a calm answer with the helplines, and a human alerted at once."""

from datetime import timedelta

from desk.visit import Visit, button, short
from knowledge.safety import Safety
from mentoring.planning import Occurrence
from store import journal, occurrences, outbox, people, tickets

ESCALATE_AFTER_MINUTES = 60
"""An alert that nobody has taken is repeated to everybody named, well within the same day."""


def respond(visit: Visit, found: Safety, text: str) -> None:
    """`ask` is for look-alikes ("the exam is killing me"): asked about, not alarmed."""
    if found.level == "ask":
        visit.say(
            visit.t("danger-ask"),
            button(visit.t("danger-ask-fine"), "safe", safe=True, ticket=None),
            button(visit.t("danger-ask-serious"), "danger_really", text=short(text, 400)),
            kind="safety",
            priority=outbox.SAFETY,
        )
    else:
        _alarm(visit, text)


def really(visit: Visit, text: str) -> None:
    _alarm(visit, text)


def _alarm(visit: Visit, text: str) -> None:
    ticket = tickets.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="safety",
        question=text,
        now=visit.now,
    )
    visit.say(
        visit.t("danger", helplines=_helplines(visit)),
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


def _helplines(visit: Visit) -> str:
    lines = [
        f"{line.number} – {line.name[visit.person.language]}" for line in visit.programme.helplines
    ]
    return "\n".join(lines)


def alert(visit: Visit, ticket: int, text: str, again: bool = False) -> None:
    """Tells everybody the programme names. `visit` is the person in danger."""
    for role in visit.programme.safety_contacts:
        for human in visit.colleagues(role):
            if human.person.id != visit.person.id:
                human.say(
                    human.t(
                        "alert-again" if again else "alert",
                        name=visit.person.name,
                        role=human.role_label(visit.part.role),
                        text=text,
                    ),
                    button(human.t("alert-taken"), "danger_seen", ticket=ticket),
                    button(human.t("alert-write"), "ticket", ticket=ticket),
                    kind="safety",
                    priority=outbox.SAFETY,
                )


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


def safe(visit: Visit, safe: bool, ticket: int | None) -> None:
    if safe:
        visit.say(visit.t("danger-glad"), kind="safety", priority=outbox.SAFETY)
        return
    visit.say(visit.t("danger-now"), kind="safety", priority=outbox.SAFETY)
    for role in visit.programme.safety_contacts:
        for human in visit.colleagues(role):
            human.say(
                human.t("alert-not-safe", name=visit.person.name),
                button(human.t("alert-taken"), "danger_seen", ticket=ticket),
                kind="safety",
                priority=outbox.SAFETY,
            )


def seen(visit: Visit, ticket: int) -> None:
    """A human takes an alert: the others are told, and the young person hears who will write."""
    owner = _owner(visit, ticket)
    if owner is None or visit.part.role not in visit.programme.safety_contacts:
        visit.say(visit.t("not-yours"))
        return
    found = tickets.find(visit.tx, owner.person, ticket)
    if found is None or not tickets.answer(
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


def _owner(visit: Visit, ticket: int) -> Visit | None:
    person = tickets.owner(visit.tx, ticket)
    if person is None or people.load(visit.tx, person) is None:
        return None
    return visit.other(person)
