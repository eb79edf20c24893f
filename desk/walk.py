"""People and dialogs: starting, answering, leaving, resuming, and what a finished one brings."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desk import effects, menu, pacts, poll_dialogs, questions, talk
from desk.visit import Visit, button
from dialogs import engine
from dialogs.definition import Definition
from dialogs.effects import Effect
from dialogs.kinds import Listing, Text
from dialogs.session import Session
from knowledge.folding import tokens
from mentoring.message import Button, Message
from store import sessions
from store.sessions import Kept

QUESTION_WORDS = frozenset(
    [
        "vai",
        "kas",
        "kad",
        "kur",
        "kapec",
        "ka",
        "cik",
        "kurs",
        "kura",
        "kuri",
        "what",
        "when",
        "where",
        "why",
        "how",
        "who",
        "can",
        "may",
        "does",
        "is",
    ]
)


NO_VALUES: Mapping[str, str] = {}


def is_open(visit: Visit) -> bool:
    return visit.open_session is not None


def is_unbegun(visit: Visit) -> bool:
    """Whether what is open is a check-in without an answer so far."""
    kept = visit.open_session
    return (
        kept is not None
        and kept.dialog == visit.programme.check_in.dialog
        and not kept.state["answers"]
    )


def put_aside(visit: Visit) -> None:
    """Keeps the open dialog for later without a word."""
    sessions.put_aside(visit.tx, visit.person.id)
    visit.open_session = None


def start(visit: Visit, dialog: str, pairing: int | None = None) -> None:
    """Begins a dialog, or offers the one that was left for later.

    One for two is begun with somebody, or shown as it stands once the person has answered it.
    """
    some = pacts.pairs(visit, dialog)
    if pairing is None and len(some) > 1:
        pacts.choose(visit, dialog, some)
        return
    pairing = pairing or (some[0].id if some else None)
    if pairing is not None and pacts.stands(visit, dialog, pairing):
        return
    left = sessions.saved(visit.tx, visit.person, dialog)
    current = sessions.current(visit.tx, visit.person)
    if current is not None and current.dialog == dialog and _is_with(current, pairing):
        again(visit, current)
    elif left and _is_with(left[0], pairing) and dialog != visit.programme.check_in.dialog:
        _offer(visit, left[0])
    else:
        fresh(visit, dialog, pairing=pairing)


def _is_with(kept: Kept, pairing: int | None) -> bool:
    """Whether a session is answered alone or with this pairing, as wanted."""
    return pacts.pairing_of(kept) == pairing


def _offer(visit: Visit, kept: Kept) -> None:
    title = visit.title(kept.dialog)
    visit.say(
        visit.t("resume-or-fresh", title=title),
        button(visit.t("do-continue"), "dialog_resume", session=kept.id),
        button(
            visit.t("do-fresh"),
            "dialog_fresh",
            dialog=kept.dialog,
            pairing=pacts.pairing_of(kept),
        ),
    )


def fresh(
    visit: Visit,
    dialog: str,
    *,
    pairing: int | None = None,
    values: Mapping[str, str] = NO_VALUES,
    before: str = "",
    also: tuple[Button, ...] = (),
    **manner: Any,
) -> None:
    """Begins a dialog anew; `manner` is how its first question is sent when nobody asked for it.

    `before` and `also` are words and buttons that share the first question's message. `pairing` is
    with whom a dialog for two is answered, `values` what else the session has to know.
    """
    definition = visit.dialog(dialog)
    if definition is None or not pacts.may_begin(visit, dialog, pairing):
        visit.say(_gone(visit, dialog))
        return
    visit.focus(None)  # what is written now answers the dialog and is nobody else's to read
    for old in sessions.saved(visit.tx, visit.person, dialog):
        sessions.save(visit.tx, visit.person, old, old.state, sessions.LEFT, visit.now)
    if pairing is not None:
        values = {**values, pacts.PAIRING: str(pairing)}
        before = pacts.opening(visit, dialog, pairing)
    turn = engine.start(definition, visit.person.language, visit.today, values)
    kept = sessions.begin(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        dialog=dialog,
        state=turn.session.to_json(),
        now=visit.now,
    )
    first, *rest = turn.messages
    text = "\n\n".join(filter(None, (before, first.text)))
    bound = [_bound(each, kept.id, turn.session.turn) for each in first.buttons]
    visit.say(text, *also, *bound, image=first.image, alt=first.alt, **manner)
    _say(visit, kept.id, turn.session, tuple(rest), **manner)


def resume(visit: Visit, session: int) -> None:
    kept = sessions.find(visit.tx, visit.person, session)
    if kept is None or kept.status not in (sessions.SAVED, sessions.OPEN):
        visit.say(visit.t("dialog-over"))
        return
    sessions.reopen(visit.tx, visit.person.id, kept.id)
    again(visit, kept, visit.t("resumed"))


def resume_last(visit: Visit) -> None:
    left = sessions.saved(visit.tx, visit.person)
    if left:
        resume(visit, left[0].id)
    else:
        menu.show(visit, visit.t("nothing-to-resume"))


def again(visit: Visit, kept: Kept, before: str | None = None) -> None:
    """Asks the question the person stands at once more."""
    definition = visit.dialog(kept.dialog)
    if definition is None:
        _retire(visit, kept)
        return
    turn = engine.again(definition, _session(visit, kept), visit.today)
    if turn.session.version != kept.state["version"]:
        sessions.save(
            visit.tx, visit.person, kept, turn.session.to_json(), sessions.OPEN, visit.now
        )
    if before:
        visit.say(before)
    _say(visit, kept.id, turn.session, turn.messages)


def _session(visit: Visit, kept: Kept) -> Session:
    """The session in the language the person speaks now."""
    return replace(Session.from_json(kept.state), language=visit.person.language)


def _retire(visit: Visit, kept: Kept) -> None:
    sessions.save(visit.tx, visit.person, kept, kept.state, sessions.LEFT, visit.now)
    menu.show(visit, _gone(visit, kept.dialog))


def _gone(visit: Visit, dialog: str) -> str:
    return visit.t("poll-over" if poll_dialogs.is_one(dialog) else "dialog-gone")


def take(visit: Visit, text: str, attachment: str | None = None) -> bool:
    """Gives a free text to the open dialog; False when none is open.

    A clear question in the middle of a dialog is answered from the FAQ, then the dialog repeats
    its own.
    """
    kept = visit.open_session
    if kept is None:
        return False
    if _clear_question(text) and _aside(visit, kept, text):
        again(visit, kept)
        return True
    _advance(visit, kept, engine.Answer(text=text, attachment=attachment))
    return True


def _aside(visit: Visit, kept: Kept, text: str) -> bool:
    """Answers a question asked in the middle of a dialog; False when it may be the dialog's answer.

    Where own words are wanted, only a sure answer of the FAQ counts; where a number or a choice is
    wanted, a question can't be meant as one, so it may also be narrowed or go to a human.
    """
    outcome = questions.look_up(visit, text)
    if outcome.kind == "answer":
        questions.answer(visit, outcome.ranked[0].id)
        return True
    definition = visit.dialog(kept.dialog)
    here = kept.state["cursor"][0]
    step = next((s for s in definition.steps if s.id == here), None) if definition else None
    if step is None or isinstance(step.answer, (Text, Listing)):
        return False
    questions.ask(visit, text)
    return True


def _clear_question(text: str) -> bool:
    if not text.rstrip().endswith("?"):
        return False
    words = tokens(text)
    return len(words) >= questions.WORDS_OF_A_QUESTION and words[0] in QUESTION_WORDS


def press(visit: Visit, session: int, turn: int, value: str) -> None:
    """A button of a dialog's question: the current one answers, an older one is said to be old."""
    kept = sessions.find(visit.tx, visit.person, session)
    if kept is None or kept.status in (sessions.DONE, sessions.LEFT):
        asked = kept is not None and poll_dialogs.is_one(kept.dialog)
        visit.say(visit.t("poll-passed" if asked else "dialog-over"))
    elif value == "leave" and kept.status == sessions.SAVED:  # tapped twice
        menu.show(visit)
    elif kept.turn != turn:
        sessions.reopen(visit.tx, visit.person.id, kept.id)
        again(visit, kept, visit.t("question-passed"))
    else:
        if kept.status == sessions.SAVED:
            sessions.reopen(visit.tx, visit.person.id, kept.id)
        _advance(visit, kept, engine.Answer(value=value))


def _advance(visit: Visit, kept: Kept, answer: engine.Answer) -> None:
    definition = visit.dialog(kept.dialog)
    if definition is None:
        _retire(visit, kept)
        return
    turn = engine.advance(definition, _session(visit, kept), answer, visit.today)
    status = {"open": sessions.OPEN, "done": sessions.DONE, "left": sessions.SAVED}[
        turn.session.status
    ]
    state = turn.session.to_json()
    sessions.save(visit.tx, visit.person, kept, state, status, visit.now)
    _say(visit, kept.id, turn.session, turn.messages)
    if status == sessions.DONE:
        _finish(visit, kept, definition, turn.messages, turn.effects)


def _finish(
    visit: Visit,
    kept: Kept,
    definition: Definition,
    messages: tuple[Message, ...],
    found: tuple[Effect, ...],
) -> None:
    summary = messages[0].text if messages else ""
    effects.carry_out(visit, kept, definition, summary, found)


def _say(
    visit: Visit, session: int, state: Session, messages: tuple[Message, ...], **manner: Any
) -> None:
    for message in messages:
        visit.say(
            message.text,
            *[_bound(each, session, state.turn) for each in message.buttons],
            image=message.image,
            alt=message.alt,
            **manner,
        )


def _bound(each: Button, session: int, turn: int) -> Button:
    """The engine's button, tied to its session and turn so that an old one is recognised."""
    action: Mapping[str, Any] = {
        "do": "dialog",
        "session": session,
        "turn": turn,
        "value": each.action["value"],
    }
    return Button(label=each.label, action=action)


def tools(visit: Visit) -> None:
    """Every walkthrough for this role, by title."""
    own = {visit.programme.check_in.dialog, "interests", *poll_dialogs.COMPOSING}
    found = [
        each
        for name, each in sorted(visit.loaded.dialogs.items())
        if name not in own and (not each.audience or visit.part.role in each.audience)
    ]
    language = visit.person.language
    buttons = [
        button(each.title.in_language(language), "dialog_start", dialog=each.id) for each in found
    ]
    visit.say(visit.t("tools"), *buttons, *talk.offered(visit))
