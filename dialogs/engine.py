"""The dialog engine: a pure step from a session and an answer to the next session and words.

It never sends, never reads the clock and never forgets: whatever is refused, the session stays as
it was but for its turn, and the question is asked again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dialogs.answers import cut
from dialogs.asking import (
    asked,
    current,
    is_anew,
    least,
    may_end,
    may_skip,
    offers_of,
    question,
    why,
)
from dialogs.buttons import engine_button
from dialogs.definition import Definition
from dialogs.effects import Effect
from dialogs.errors import MissingValue, UnknownLanguage, WrongDialog
from dialogs.kinds import Choices, Listing, Ranking
from dialogs.moving import moved
from dialogs.outcome import effects
from dialogs.passed import first_passed, mended, passed_words
from dialogs.ranking import unranked
from dialogs.reading import Reading, Refused, Understood, cleaned, refused
from dialogs.result import summary
from dialogs.route import first, following
from dialogs.session import Cursor, Session
from dialogs.taking import after, taken, tapped, typed
from dialogs.texts import engine_text
from dialogs.weak import key, lead
from mentoring.message import Message


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a person did: typed, tapped a button (its `value`) or sent a file (its kind)."""

    text: str | None = None
    value: str | None = None
    attachment: str | None = None


@dataclass(frozen=True, kw_only=True)
class Turn:
    """The next session, what is said now, and what to carry out once the dialog is done."""

    session: Session
    messages: tuple[Message, ...]
    effects: tuple[Effect, ...] = ()


def start(
    definition: Definition, language: str, today: date, values: Mapping[str, str] | None = None
) -> Turn:
    """Opens the dialog; raises UnknownLanguage, or MissingValue for a value the texts need."""
    given = dict(values or {})
    missing = [name for name in definition.values if name not in given]
    if missing:
        raise MissingValue(dialog=definition.id, missing=missing)
    if language not in definition.title.texts:
        raise UnknownLanguage(dialog=definition.id, language=language)
    session = _opened(definition, language, given)
    hello = (Message(text=definition.intro.in_language(language)),) if definition.intro else ()
    return Turn(session=session, messages=(*hello, question(definition, session, today)))


def again(definition: Definition, session: Session, today: date) -> Turn:
    """The current question once more, without a new turn: after an interruption, or weeks later."""
    session, notice = _current(definition, session)
    if session.status == "done":
        return _finished(session)
    session = session.but(status="open")
    return _asking(definition, session, today, notice, anew=True)


def advance(definition: Definition, session: Session, answer: Answer, today: date) -> Turn:
    """Takes one answer; raises WrongDialog for a session of another definition."""
    session, notice = _current(definition, session)
    if session.status == "done":
        return _finished(session)
    was_open = session.status == "open"
    session = session.but(turn=session.turn + 1, status="open")
    if notice:
        return _asking(definition, session, today, notice)
    turn = _answered(definition, session, answer, today)
    return _seen(turn) if was_open and turn.session.cursor == session.cursor else turn


def _seen(turn: Turn) -> Turn:
    """The same question at once again, without the picture that stands just above it."""
    if turn.messages[-1].image is None:
        return turn
    return replace(
        turn, messages=tuple(replace(one, image=None, alt=None) for one in turn.messages)
    )


def _opened(definition: Definition, language: str, values: dict[str, str]) -> Session:
    cursor = first(definition, {})
    assert cursor is not None, "a checked dialog asks something"
    return Session(
        dialog=definition.id,
        version=definition.version,
        language=language,
        cursor=cursor,
        answers={},
        values=values,
    )


def _current(definition: Definition, session: Session) -> tuple[Session, str]:
    """The session in the definition's version, and the apology where it could not stay in place."""
    if session.dialog != definition.id:
        raise WrongDialog(session=session.dialog, definition=definition.id)
    if session.version == definition.version or session.status == "done":
        return session, ""
    session, stayed = moved(definition, session)
    return session, "" if stayed else engine_text("moved", session.language)


def _answered(definition: Definition, session: Session, answer: Answer, today: date) -> Turn:
    if answer.value is not None:
        return _said(definition, session, tapped(definition, session, answer.value), today)
    text = answer.text or ""
    if answer.attachment is None:
        return _typed(definition, session, text, today)
    if not text.strip():
        return _said(definition, session, refused("attachment", session.language), today)
    turn = _typed(definition, session, text, today)
    return _with_notice(turn, engine_text("attachment_aside", session.language))


def _typed(definition: Definition, session: Session, text: str, today: date) -> Turn:
    """What was written; a weak answer is asked for once more, in other words."""
    said = typed(definition, session, text, today)
    now = asked(definition.by_id[session.cursor.step], session)
    if now.weak and not isinstance(said, str) and not is_anew(now, session):
        value = said.value if isinstance(said, Understood) else None
        first_words = lead(now.weak, session, cleaned(text), value, today)
        if first_words:
            session = session.but(again=(*session.again, key(session.cursor)))
            return _asking(definition, session, today, first_words)
    return _said(definition, session, said, today)


def _said(definition: Definition, session: Session, said: Reading | str, today: date) -> Turn:
    """Carries out what was understood: a way around the question, a refusal, or an answer."""
    if isinstance(said, str):
        return _WAYS[said](definition, session, today)
    if isinstance(said, Refused):
        return _asking(definition, session, today, said.notice)
    return _accepted(definition, session, said, today)


def _accepted(definition: Definition, session: Session, said: Understood, today: date) -> Turn:
    if session.is_mended:
        return _mended(definition, session, said.value, today)
    before = session.cursor
    answers, cursor = taken(definition, session, said.value)
    notice = engine_text(said.said, session.language, shown=said.shown) if said.shown else ""
    if cursor == before:
        session = session.but(answers=answers)
        return _asking(definition, session, today, said.notice)
    history = (*session.history, before)
    session = session.but(answers=answers, history=history, cursor=cursor or before)
    if cursor is None:
        return _finishing(definition, session, today)
    in_list = cursor.step == before.step and cursor.round == before.round
    return _asking(definition, session, today, notice, short=in_list)


def _asking(
    definition: Definition, session: Session, today: date, notice: str, **shown: bool
) -> Turn:
    asking = question(definition, session, today, **shown)
    if notice:
        asking = _under(notice, asking)
    return Turn(session=session, messages=(asking,))


def _with_notice(turn: Turn, notice: str) -> Turn:
    if not notice:
        return turn
    messages = (*turn.messages[:-1], _under(notice, turn.messages[-1]))
    return Turn(session=turn.session, messages=messages, effects=turn.effects)


def _under(notice: str, asked: Message) -> Message:
    text = f"{notice}\n\n{asked.text}"
    return Message(
        text=text,
        buttons=asked.buttons,
        image=asked.image,
        alt=asked.alt,
        document=asked.document,
    )


def _finishing(definition: Definition, session: Session, today: date) -> Turn:
    """The end, or once more the question whose day has passed in the meantime."""
    passed = first_passed(definition, session, today)
    if passed is None:
        return _done(definition, session, today)
    session = session.but(cursor=passed)
    return _asking(definition, session, today, passed_words(definition, session, today))


def _mended(definition: Definition, session: Session, value: Any, today: date) -> Turn:
    answers = mended(definition, session, value)
    return _finishing(definition, session.but(answers=answers), today)


def _done(definition: Definition, session: Session, today: date) -> Turn:
    session = session.but(status="done")
    result = summary(definition, session, today)
    farewell = definition.done
    words = (
        farewell.in_language(session.language) if farewell else engine_text("end", session.language)
    )
    messages = tuple(Message(text=text) for text in (result, words) if text)
    return Turn(session=session, messages=messages, effects=effects(definition, session))


def _finished(session: Session) -> Turn:
    return Turn(
        session=session, messages=(Message(text=engine_text("finished", session.language)),)
    )


def _back(definition: Definition, session: Session, today: date) -> Turn:
    if not session.history:
        notice = engine_text("at_first", session.language)
        return _asking(definition, session, today, notice)
    last = session.history[-1]
    answers = session.answers
    moved_on = last.step != session.cursor.step or last.round != session.cursor.round
    if moved_on and not session.is_mended:
        answers = cut(answers, definition.by_id[session.cursor.step], session.cursor)
    if not isinstance(definition.by_id[last.step].answer, (Choices, Ranking)):
        answers = cut(answers, definition.by_id[last.step], last)
    session = session.but(answers=answers, cursor=last, history=session.history[:-1])
    return _asking(definition, session, today, "")


def _skip(definition: Definition, session: Session, today: date) -> Turn:
    step = definition.by_id[session.cursor.step]
    if not may_skip(step, session):
        return _asking(definition, session, today, engine_text("needed", session.language))
    if session.is_mended:
        return _mended(definition, session, None, today)
    if session.cursor.field:
        cursor = after(definition, session.answers, session.cursor)
        return _gone_to(definition, session, cursor, today)
    answers = cut(session.answers, step, session.cursor)
    return _left_step(definition, session.but(answers=answers), today)


def _pass(definition: Definition, session: Session, today: date) -> Turn:
    """Left out by saying that there is nothing, or that one doesn't know."""
    turn = _skip(definition, session, today)
    return _with_notice(turn, engine_text("left_out", session.language))


def _enough(definition: Definition, session: Session, today: date) -> Turn:
    step = definition.by_id[session.cursor.step]
    if may_end(step, session, offers_of(step.answer, session)):
        return _left_step(definition, session, today)
    if isinstance(step.answer, Choices) and not current(step, session) and may_skip(step, session):
        return _skip(definition, session, today)
    return _asking(definition, session, today, _too_few(definition, session))


def _too_few(definition: Definition, session: Session) -> str:
    step = definition.by_id[session.cursor.step]
    kind = step.answer
    if isinstance(kind, Listing):
        if session.cursor.field:
            return engine_text("needed", session.language)
        return engine_text("need_more", session.language, min=kind.min, have=session.cursor.item)
    if isinstance(kind, Choices):
        have, needed = len(current(step, session)), least(kind, offers_of(kind, session))
        return engine_text("too_few", session.language, min=needed, have=have)
    if isinstance(kind, Ranking):
        return unranked(kind, current(step, session), session.language)
    return engine_text("old_button", session.language)


def _left_step(definition: Definition, session: Session, today: date) -> Turn:
    """Goes on behind the step, remembering where it was left."""
    cursor = following(definition, session.answers, session.cursor)
    return _gone_to(definition, session, cursor, today)


def _gone_to(definition: Definition, session: Session, cursor: Cursor | None, today: date) -> Turn:
    history = (*session.history, session.cursor)
    if cursor is None:
        return _finishing(definition, session.but(history=history), today)
    return _asking(definition, session.but(history=history, cursor=cursor), today, "")


def _why(definition: Definition, session: Session, today: date) -> Turn:
    reason = why(definition, session, today) or engine_text("no_why", session.language)
    return _asking(definition, session, today, reason)


def _leave(definition: Definition, session: Session, _today: date) -> Turn:
    own = definition.left
    bye = Message(
        text=own.in_language(session.language) if own else engine_text("left", session.language),
        buttons=(engine_button("resume", session.language),),
    )
    return Turn(session=session.but(status="left"), messages=(bye,))


def _resume(definition: Definition, session: Session, today: date) -> Turn:
    return _asking(definition, session, today, engine_text("resumed", session.language), anew=True)


_WAYS: Mapping[str, Callable[[Definition, Session, date], Turn]] = {
    "back": _back,
    "skip": _skip,
    "pass": _pass,
    "enough": _enough,
    "why": _why,
    "leave": _leave,
    "resume": _resume,
}
