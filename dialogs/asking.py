"""The question in front of a person: its words, its buttons, and what is there already."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dialogs.answers import value_at
from dialogs.buttons import answer_buttons, any_clipped, engine_buttons
from dialogs.definition import Definition, Step
from dialogs.kinds import Choice, Choices, Field, Kind, Listing, Ranking
from dialogs.options import Offer, label_of, offered, titles
from dialogs.session import Cursor, Session
from dialogs.spoken import numbered, values
from dialogs.texts import engine_text
from dialogs.weak import key
from mentoring.message import Button, Message


def question(
    definition: Definition,
    session: Session,
    today: date,
    *,
    short: bool = False,
    anew: bool = False,
) -> Message:
    """The current question. `short` leaves out what the person has just read, inside a list.

    `anew` shows whoever comes back what is in a list of records so far.
    """
    step = definition.by_id[session.cursor.step]
    now = asked(step, session)
    offers = offers_of(now.answer, session)
    value = values(definition, session, today)
    reworded = is_anew(now, session)
    text = (now.again if reworded and now.again else now.ask).filled(session.language, value)
    if now is not step and not session.cursor.item and not session.cursor.field and not reworded:
        text = f"{step.ask.filled(session.language, value)}\n\n{text}"
    if isinstance(step.answer, Listing) and now is step:
        text = _among_items(definition, session, step.answer, text, today, short)
    elif anew and now is not step:
        text = _records_so_far(current(step, session), text, session.language)
    if any_clipped(now.answer, offers):
        text = f"{text}\n\n{numbered([offer.named for offer in offers])}"
    if isinstance(step.answer, Ranking):
        text += _order_so_far(step.answer, current(step, session), session.language)
    alt = step.alt.in_language(session.language) if step.alt else None
    buttons = _buttons(step, now, session, offers)
    return Message(text=text, buttons=buttons, image=step.image, alt=alt)


def why(definition: Definition, session: Session, today: date) -> str | None:
    """What the person gains by answering, in the step's own words."""
    step = definition.by_id[session.cursor.step]
    wording = asked(step, session).why or step.why
    if wording is None:
        return None
    return wording.filled(session.language, values(definition, session, today))


def asked(step: Step, session: Session, at: Cursor | None = None) -> Step | Field:
    """What is asked for now (or at another cursor): the step, or one field of its record."""
    field = (at or session.cursor).field
    if isinstance(step.answer, Listing) and field is not None:
        return step.answer.fields[field]
    return step


def is_anew(now: Step | Field, session: Session) -> bool:
    """Whether it has been asked once already and is now asked in its other words."""
    return bool(session.again) and now.again is not None and key(session.cursor) in session.again


def offers_of(kind: Kind, session: Session) -> tuple[Offer, ...]:
    """The options on offer now; none for kinds without options."""
    if isinstance(kind, Choices) and kind.own:
        chosen = value_at(session.answers, session.cursor.step, session.cursor.round) or ()
        return offered(kind, session.answers, session.language, chosen)
    if isinstance(kind, (Choice, Choices, Ranking)):
        return offered(kind, session.answers, session.language)
    return ()


def current(step: Step, session: Session) -> list[Any]:
    """The items or marks that this step has so far."""
    return value_at(session.answers, step.id, session.cursor.round) or []


def may_end(step: Step, session: Session, offers: tuple[Offer, ...]) -> bool:
    """Whether "enough" would be accepted now."""
    kind, cursor = step.answer, session.cursor
    if isinstance(kind, Listing):
        enough = (cursor.item or 0) >= max(kind.min, 1) and not cursor.field
        return enough and not session.is_mended
    if isinstance(kind, Ranking):
        return len(current(step, session)) == len(offers)
    return isinstance(kind, Choices) and len(current(step, session)) >= least(kind, offers)


def least(kind: Choices, offers: tuple[Offer, ...]) -> int:
    """How many must be chosen, never more than there are."""
    return min(kind.min, len(offers))


def may_skip(step: Step, session: Session) -> bool:
    """Whether the question, or this field of a record, can be left out."""
    now = asked(step, session)
    if session.cursor.field or (now is not step and session.is_mended):
        return now.optional
    return step.optional and not session.cursor.item


def _among_items(
    definition: Definition, session: Session, kind: Listing, ask: str, today: date, short: bool
) -> str:
    step = definition.by_id[session.cursor.step]
    items = titles(current(step, session))
    if not items:
        return ask
    if not short:
        return f"{ask}\n\n{engine_text('so_far', session.language)}\n{numbered(items)}"
    if step.more:
        return step.more.filled(session.language, values(definition, session, today))
    key = "more_needed" if len(items) < kind.min else "more_possible"
    return engine_text(key, session.language, have=len(items), min=kind.min)


def _records_so_far(records: list[Any], ask: str, language: str) -> str:
    if not records:
        return ask
    return f"{engine_text('so_far', language)}\n{numbered(titles(records))}\n\n{ask}"


def _order_so_far(kind: Ranking, order: list[Any], language: str) -> str:
    """The order under the question, for whoever does not see the marks on the buttons."""
    if not order:
        return ""
    labels = [label_of(kind.options, one, language) for one in order]
    return f"\n\n{engine_text('ranked', language)}\n{numbered(labels)}"


def _buttons(
    step: Step, now: Step | Field, session: Session, offers: tuple[Offer, ...]
) -> tuple[Button, ...]:
    several = isinstance(step.answer, (Choices, Ranking))
    marked = current(step, session) if several else ()
    answers = answer_buttons(now.answer, offers, session.language, marked)
    ways = tuple(_ways(step, now, session, offers))
    return (*answers, *engine_buttons(ways, session.language))


def _ways(
    step: Step, now: Step | Field, session: Session, offers: tuple[Offer, ...]
) -> Iterator[str]:
    """What can be done besides answering, in the order it is shown."""
    if may_end(step, session, offers):
        yield "in_order" if isinstance(step.answer, Ranking) else "enough"
    if may_skip(step, session):
        yield "skip"
    if session.history:
        yield "back"
    if now.why or step.why:
        yield "why"
    yield "leave"
