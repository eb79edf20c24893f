"""How much of a dialog is still ahead of somebody: questions and minutes, at most."""

from dataclasses import replace

from dialogs.definition import Definition, Step
from dialogs.kinds import Choice, Choices, Listing
from dialogs.route import applies, first, rounds_of
from dialogs.session import Session


def questions_left(definition: Definition, session: Session) -> int:
    """The one that stands and all that may follow, whatever is answered."""
    begins = definition.blocks[definition.index[session.cursor.step]].start
    steps = definition.steps[begins:]
    return sum(_times(definition, session, step) for step in steps)


def minutes_left(definition: Definition, session: Session) -> int:
    """The dialog's own minutes, for that part of its questions which is left; one at least."""
    begins = first(definition, {})
    assert begins is not None, "a checked dialog asks something"
    whole = questions_left(definition, replace(session, answers={}, cursor=begins))
    left = questions_left(definition, session)
    return max(1, min(definition.about, -(-definition.about * left // max(whole, 1))))


def _times(definition: Definition, session: Session, step: Step) -> int:
    """How often a step may still be asked; within the block that stands, fewer rounds are left."""
    here, number = definition.index[session.cursor.step], definition.index[step.id]
    done = 0
    if number in definition.blocks[here]:
        done = (session.cursor.round or 0) + (number < here)
    rounds = range(done, _rounds(definition, session, step))
    some = [at if step.for_each else None for at in rounds]
    return sum(_may_apply(definition, session, step, at) for at in some)


def _rounds(definition: Definition, session: Session, step: Step) -> int:
    """One, or as many as there are items: those given, or the most that could be."""
    if step.for_each is None:
        return 1
    source = definition.by_id[step.for_each]
    if definition.index[source.id] < definition.index[session.cursor.step]:
        return len(rounds_of(definition, session.answers, step))
    kind = source.answer
    if isinstance(kind, Listing):
        return kind.max
    return (kind.max or len(kind.options)) if isinstance(kind, Choices) else 1


def _may_apply(definition: Definition, session: Session, step: Step, at: int | None) -> bool:
    """Not where a condition on what was answered already says no."""
    here = definition.index[session.cursor.step]
    needs = [one.step for one in step.only_if]
    if isinstance(step.answer, Choice | Choices) and step.answer.of:
        needs.append(step.answer.of)
    if any(definition.index[one] >= here for one in needs):
        return True
    return applies(definition, session.answers, step, at)
