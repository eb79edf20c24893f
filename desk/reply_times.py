"""By when a human answers: what a pair agreed on goes before the programme's usual hours."""

from typing import Any

from desk import support
from desk.pact import THEIRS, find, holding
from desk.visit import Visit
from dialogs.spoken import spoken
from store import pacts, pairings
from store.pacts import Side

STEP = "reply"
"""The question of an agreement that asks for it."""


def agreed(visit: Visit, mentor: Visit) -> str | None:
    """What holds for this mentor about answering, in an agreement that both have said yes to."""
    mine = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active")
    with_them = {pair.id for pair in mine if pair.mentor == mentor.person.id}
    for side in pacts.of_person(visit.tx, mentor.person):
        if side.pairing in with_them and side.agreed_at and (value := _holds(mentor, side)):
            return _said(visit, side.dialog, value)
    return None


def _holds(mentor: Visit, side: Side) -> Any:
    """The mentor's own answer, or the other's where the two took that one."""
    pact = find(mentor, side.dialog, side.pairing)
    theirs = pact.theirs() if pact else None
    if pact is not None and theirs is not None and holding(pact).get(STEP) == THEIRS:
        return theirs.answers.get(STEP)
    return side.answers.get(STEP)


def _said(visit: Visit, dialog: str, value: Any) -> str | None:
    """In the reader's language; None where the folder no longer asks for it in this way."""
    definition = visit.loaded.dialog(dialog)
    step = definition.by_id.get(STEP) if definition else None
    if step is None:
        return None
    said = spoken(step.answer, value, visit.person.language, visit.today)
    return said[:1].lower() + said[1:]


def usual(visit: Visit) -> str:
    """By when the programme's people answer, by the reader's clock."""
    by = support.answer_by(visit.programme, visit.now)
    return support.when(by, visit.zone, visit.person.language, visit.today)


def called(visit: Visit, human: Visit) -> str:
    """Help has been called: who answers, and how soon."""
    name, reply = human.person.name, agreed(visit, human)
    if reply:
        return visit.t("help-called-agreed", name=name, reply=reply)
    return visit.t("help-called", name=name, when=usual(visit))


def talk_asked(visit: Visit, human: Visit) -> str:
    """Somebody knows that a talk is wanted: who, and how soon they answer."""
    name, reply = human.person.name, agreed(visit, human)
    if reply:
        return visit.t("seek-told-agreed", name=name, reply=reply)
    return visit.t("seek-told", name=name, when=usual(visit))


def passed_on(visit: Visit, human: Visit) -> str:
    """Words have gone to one human; how soon they answer is added where the pair has agreed."""
    name, reply = human.person.name, agreed(visit, human)
    if reply:
        return visit.t("help-passed-on-agreed", name=name, reply=reply)
    return visit.t("help-passed-on", name=name)
