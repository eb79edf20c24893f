"""Choices of several, ticked one by one: which taps still count, and what changes in place.

A chat shows a tick a second after the tap, so the next one is often tapped on what stood there
before. It counts while the question is the same, and does what its label said.
"""

from desk.visit import Visit
from dialogs.asking import current, offers_of
from dialogs.definition import Step
from dialogs.engine import Turn
from dialogs.kinds import Choices
from dialogs.session import Session
from dialogs.texts import MARK
from store.sessions import OPEN, Kept

OPTION = "choice:"
"""How the value of an option's button begins."""


def place(session: Session) -> str:
    """The question a button belongs to, whatever its turn."""
    return f"{session.cursor.step}:{session.cursor.round or 0}"


def is_late(visit: Visit, kept: Kept, at: str | None) -> bool:
    """Whether this is an earlier state of the very question that is open, with its ticks."""
    here = kept.status == OPEN and at == place(Session.from_json(kept.state))
    return here and _step(visit, kept) is not None


def is_done(visit: Visit, kept: Kept, value: str) -> bool:
    """Whether the option is ticked, or not, as the tapped label wanted it."""
    session, step = Session.from_json(kept.state), _step(visit, kept)
    if step is None or visit.pressed is None:
        return False
    marked = current(step, session)
    ticked = any(
        offer.value in marked
        for offer in offers_of(step.answer, session)
        if value == f"{OPTION}{offer.id}"
    )
    return ticked is not visit.pressed.label.startswith(MARK)


def only_ticked(kept: Kept, turn: Turn) -> bool:
    """Whether the same question stands there with other ticks."""
    now, was = turn.session, Session.from_json(kept.state)
    still = now.status == "open" and now.cursor == was.cursor
    return still and now.answers != was.answers


def _step(visit: Visit, kept: Kept) -> Step | None:
    """The open question, if several can be chosen."""
    definition = visit.dialog(kept.dialog)
    found = definition.by_id.get(kept.state["cursor"][0]) if definition else None
    return found if found and isinstance(found.answer, Choices) else None
