"""A coordinator writes to somebody through the assistant, under their own name, and is answered."""

from desk import questions
from desk.visit import Visit, button
from store import journal, people


def begin(visit: Visit, person: int) -> None:
    if (who := _theirs(visit, person)) is not None:
        visit.focus("note", person=person)
        visit.say(visit.t("note-write", name=who.person.name), button(visit.t("do-cancel"), "menu"))


def _theirs(visit: Visit, person: int) -> Visit | None:
    """Somebody of the coordinator's own programme."""
    found = visit.other(person) if visit.part.role == "coordinator" else None
    if found is None:
        visit.say(visit.t("not-yours"))
    return found


def send(visit: Visit, person: int, text: str) -> None:
    """The words as they are; that they were sent is kept, what they say is not."""
    if (who := _theirs(visit, person)) is None:
        return
    who.say(
        text,
        button(who.t("do-reply"), "write_back", human=visit.person.id),
        author=visit.person.name,
    )
    journal.note(
        visit.tx,
        actor=visit.person.id,
        act="wrote-to",
        now=visit.now,
        object_=f"person:{person}",
    )
    visit.say(
        visit.t("answer-sent", name=who.person.name), button(visit.t("do-attention"), "attention")
    )


def back(visit: Visit, human: int) -> None:
    """The other one answers: what comes next goes to the coordinator who wrote."""
    if (who := _coordinator(visit, human)) is not None:
        visit.focus("back", human=human)
        visit.say(
            visit.t("reply-write", name=who.person.name), button(visit.t("do-cancel"), "menu")
        )


def _coordinator(visit: Visit, human: int) -> Visit | None:
    is_one = people.has_role(visit.tx, human, visit.part.programme, "coordinator")
    found = visit.other(human) if is_one else None
    if found is None:
        visit.say(visit.t("not-yours"))
    return found


def send_back(visit: Visit, human: int, text: str) -> None:
    if (who := _coordinator(visit, human)) is not None:
        questions.carry(visit, who, text)
