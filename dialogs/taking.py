"""What an input means at the current question, and where an answer leads."""

from datetime import date
from typing import Any

from dialogs.answers import Answers, cut, written
from dialogs.asking import asked, current, is_anew, least, may_end, may_skip, offers_of
from dialogs.definition import Definition, Step
from dialogs.human import parse_yes_no
from dialogs.kinds import (
    OWN_MAX,
    Choice,
    Choices,
    Kind,
    Listing,
    Ranking,
    Scale,
    Text,
    Words,
    YesNo,
)
from dialogs.listing import read_items
from dialogs.options import PREFIX_MIN, Offer, is_label, is_number, matching
from dialogs.ranking import ranked, read_order
from dialogs.reading import (
    Reading,
    Refused,
    Understood,
    cleaned,
    read,
    read_text,
    refused,
    unusable,
)
from dialogs.route import following
from dialogs.session import Cursor, Session
from dialogs.texts import engine_text
from dialogs.unsure import says_no_more, says_nothing
from dialogs.words import command, folded

WAYS = ("back", "skip", "enough", "why", "leave", "resume")
"""Values of the buttons that are no answers."""

EVERY = ("visas", "visus", "visi", "all", "all of them", "everything")
"""Typed at several choices: the rest of them at once. "Viss" is not among them, it ends a list."""


_ENDED = (Choices, Listing, Ranking)
"""Answers of several parts, which go on until the person says that it is enough."""


def tapped(definition: Definition, session: Session, value: str) -> Reading | str:
    """What a button means now: a way around, an answer, or a button of an earlier question."""
    step = definition.by_id[session.cursor.step]
    kind = asked(step, session).answer
    if value in WAYS and (value != "enough" or isinstance(step.answer, _ENDED)):
        return value
    if isinstance(kind, YesNo) and value in ("yes", "no"):
        return Understood(value=value == "yes")
    if isinstance(kind, Scale) and value.startswith("scale:"):
        return _tapped_number(kind, value.removeprefix("scale:"), session)
    offers = offers_of(kind, session)
    for offer in offers:
        if value == f"choice:{offer.id}" and isinstance(kind, Ranking):
            return ranked(kind, current(step, session), offer.value)
        if value == f"choice:{offer.id}":
            return _chosen(step, kind, session, offers, [offer])
    return refused("old_button", session.language)


def typed(definition: Definition, session: Session, text: str, today: date) -> Reading | str:
    """What a text means now: a typed button, or an answer."""
    text = cleaned(text)
    step = definition.by_id[session.cursor.step]
    kind = asked(step, session).answer
    offers = offers_of(kind, session)
    way = command(text)
    if way and _is_way(way, step, text, offers):
        return way
    if _agrees(step, session, text, offers):
        return "enough"
    return unusable(text, session.language) or _read(step, kind, session, text, offers, today)


def taken(definition: Definition, session: Session, value: Any) -> tuple[Answers, Cursor | None]:
    """The answers with this one, and the next question: itself while choosing, None at the end."""
    step, cursor = definition.by_id[session.cursor.step], session.cursor
    if isinstance(step.answer, (Choices, Ranking)):
        if not value:
            return cut(session.answers, step, cursor), cursor
        return written(session.answers, step, cursor, value), cursor
    answers = written(session.answers, step, cursor, value)
    added = len(value) if isinstance(value, list) else 1
    return answers, after(definition, answers, cursor, added)


def after(
    definition: Definition, answers: Answers, cursor: Cursor, added: int = 1
) -> Cursor | None:
    """The question after this one: the next field, the next item, or the next step."""
    kind = definition.by_id[cursor.step].answer
    if not isinstance(kind, Listing) or cursor.item is None:
        return following(definition, answers, cursor)
    if cursor.field is not None and cursor.field + 1 < len(kind.fields):
        return cursor._replace(field=cursor.field + 1)
    if cursor.item + added < kind.max:
        return cursor._replace(item=cursor.item + added, field=0 if kind.fields else None)
    return following(definition, answers, cursor)


def _is_way(way: str, step: Step, text: str, offers: tuple[Offer, ...]) -> bool:
    """A word that is the whole label of an option is that option; "enough" only ends lists."""
    if way == "enough" and not isinstance(step.answer, _ENDED):
        return False
    return not is_label(offers, text)


def _agrees(step: Step, session: Session, text: str, offers: tuple[Offer, ...]) -> bool:
    """Whether "yes" is said to an order that stands whole, with its button for that below."""
    if not isinstance(step.answer, Ranking) or not may_end(step, session, offers):
        return False
    return parse_yes_no(text) is True and not matching(offers, text)


def _nothing_chosen(
    step: Step, session: Session, text: str, offers: tuple[Offer, ...]
) -> Reading | str | None:
    """What "none of them" and "I don't know" do here, where they are no option themselves."""
    if not says_nothing(text):
        return None
    if may_end(step, session, offers) and says_no_more(text):
        return "enough"
    if may_skip(step, session) and not current(step, session):
        return "pass"
    return _nearest(step.answer, session, offers)


def _nothing_listed(step: Step, session: Session, text: str) -> str | None:
    """ "No" to "anything else?": ends what has enough, leaves out what may be left out."""
    ended = may_end(step, session, ())
    if session.cursor.field or not ended:
        return "pass" if _nothing_said(step, session, text) else None
    return "enough" if says_nothing(text) else None


def _nothing_said(step: Step, session: Session, text: str) -> bool:
    """Whether this leaves out what may be left out; a step with other words asks in them first."""
    if not may_skip(step, session) or not says_nothing(text):
        return False
    now = asked(step, session)
    weakness = "nothing" if says_no_more(text) else "unsure"
    asks_anew = any(rule.name == weakness for rule in now.weak)
    return not asks_anew or is_anew(now, session)


def _may_be_bare(kind: Kind) -> bool:
    """Whether a bare "no" is an answer: to yes or no, and to what others ask in their own words."""
    return isinstance(kind, (YesNo, Words)) or (isinstance(kind, Text) and kind.bare)


def _nearest(kind: Kind, session: Session, offers: tuple[Offer, ...]) -> Refused:
    """What to do where something has to be chosen."""
    if isinstance(kind, Choices):
        needed = least(kind, offers)
        return refused("nearest_ones", session.language, min=needed)
    return refused("nearest", session.language)


def _read(
    step: Step,
    kind: Kind,
    session: Session,
    text: str,
    offers: tuple[Offer, ...],
    today: date,
) -> Reading | str:
    if isinstance(step.answer, Listing) and (way := _nothing_listed(step, session, text)):
        return way
    if isinstance(kind, Listing):
        return read_items(kind, current(step, session), text, session.language)
    if isinstance(kind, Choice):
        return _chosen_one(step, kind, session, offers, text)
    if isinstance(kind, Choices):
        return _chosen_several(step, kind, session, offers, text)
    if isinstance(kind, Ranking):
        nothing = None if matching(offers, text) else _nothing_chosen(step, session, text, offers)
        return nothing or read_order(kind, current(step, session), text, offers, session.language)
    if not _may_be_bare(kind) and _nothing_said(step, session, text):
        return "pass"
    return read(kind, text, session.language, today)


def _tapped_number(kind: Scale, digits: str, session: Session) -> Reading:
    number = int(digits) if digits.isdecimal() and len(digits) < 4 else kind.low - 1
    if kind.low <= number <= kind.high:
        return Understood(value=number)
    return refused("old_button", session.language)


def _chosen_one(
    step: Step, kind: Choice, session: Session, offers: tuple[Offer, ...], text: str
) -> Reading | str:
    found = matching(offers, text)
    if len(found) == 1:
        return _chosen(step, kind, session, offers, found)
    if not found and (nothing := _nothing_chosen(step, session, text, offers)):
        return nothing
    key = "unclear_option" if found else "not_option"
    return refused(key, session.language, count=len(offers))


def _chosen_several(
    step: Step, kind: Choices, session: Session, offers: tuple[Offer, ...], text: str
) -> Reading | str:
    if folded(text) in EVERY:
        return _chosen(step, kind, session, offers, _unmarked(offers, current(step, session)))
    found: tuple[Offer, ...] = ()
    whole = matching(offers, text)
    if not whole and (nothing := _nothing_chosen(step, session, text, offers)):
        return nothing
    for piece in [text] if whole else _pieces(text, offers, own=kind.own):
        new = tuple(one for one in found if one not in offers)
        one = _option_or_own(kind, session, offers + new, piece)
        if isinstance(one, Refused):
            return one
        found += (one,)
    reading = _chosen(step, kind, session, offers, list(found))
    return _counted(kind, session, offers, reading)


def _counted(
    kind: Choices, session: Session, offers: tuple[Offer, ...], reading: Reading
) -> Reading:
    """With how many are chosen, while they are too few: a typed answer moves no button."""
    if isinstance(reading, Refused):
        return reading
    have, needed = len(reading.value), least(kind, offers)
    if have >= needed:
        return reading
    notice = engine_text("too_few", session.language, min=needed, have=have)
    return Understood(value=reading.value, notice=notice)


def _unmarked(offers: tuple[Offer, ...], marked: list[Any]) -> list[Offer]:
    return [offer for offer in offers if offer.value not in marked]


def _option_or_own(
    kind: Choices, session: Session, offers: tuple[Offer, ...], piece: str
) -> Offer | Refused:
    """The option a piece means, or one made of it; a number or a doubtful piece is never made."""
    found = matching(offers, piece)
    if len(found) == 1:
        return found[0]
    if found or not kind.own or is_number(piece) or not _is_name(piece):
        key = "unclear_option" if found else "not_option"
        return refused(key, session.language, count=len(offers))
    if says_nothing(piece):
        return _nearest(kind, session, offers)
    reading = read_text(Text(min=PREFIX_MIN, max=OWN_MAX), piece.strip(), session.language)
    if isinstance(reading, Refused):
        return reading
    return Offer(id="", label=reading.value, value=reading.value)


def _is_name(piece: str) -> bool:
    """Whether it has a letter; "-3" and "5/10" name nothing. An emoji is refused elsewhere."""
    return not any(char.isdecimal() for char in piece) or any(char.isalpha() for char in piece)


def _pieces(text: str, offers: tuple[Offer, ...], *, own: bool) -> list[str]:
    """The choices in one message; own words with "and" in them are one choice."""
    pieces = _split(text, (";", "\n", " un ", " and ", "&"))
    if own and any(len(matching(offers, piece)) != 1 for piece in pieces):
        return _split(text, (";", "\n"))
    return pieces


def _split(text: str, marks: tuple[str, ...]) -> list[str]:
    """ "1, 3", "1 3", "sports; mūzika", "sport and music": what may be several choices."""
    for mark in marks:
        text = text.replace(mark, ",")
    pieces = [piece for piece in text.split(",") if piece.strip()]
    if all(part.isdecimal() for part in text.replace(",", " ").split()):
        pieces = text.replace(",", " ").split()
    return pieces or [text]


def _chosen(
    step: Step, kind: Kind, session: Session, offers: tuple[Offer, ...], found: list[Offer]
) -> Reading:
    if not isinstance(kind, Choices):
        return Understood(value=found[0].value)
    marked = set(current(step, session)) ^ {offer.value for offer in found}
    most = kind.max or len(offers)
    if len(marked) > most:
        return refused("too_many", session.language, max=most, count=len(marked))
    in_order = dict.fromkeys(o.value for o in (*offers, *found) if o.value in marked)
    return Understood(value=list(in_order))
