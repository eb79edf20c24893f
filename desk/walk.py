"""People and dialogs: starting, answering, leaving, resuming, and what a finished one brings."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desk import (
    asides,
    danger,
    effects,
    insights,
    menu,
    named_steps,
    pair_dialogs,
    papers,
    parked,
    poll_dialogs,
    sharing,
    since,
    ticks,
    titles,
)
from desk.visit import Visit, button
from dialogs import engine
from dialogs.session import Session
from mentoring.message import Button, Message
from store import sessions
from store.sessions import Kept

NOTHING: Mapping[str, str] = {}


def is_open(visit: Visit) -> bool:
    return visit.open_session is not None


def is_unbegun(visit: Visit) -> bool:
    """Whether what is open is a check-in without an answer so far."""
    kept = visit.open_session
    return kept is not None and visit.loaded.is_check_in(kept.dialog) and not kept.state["answers"]


def start(visit: Visit, dialog: str, pairing: int | None = None) -> None:
    """Begins a dialog, or offers the one that was left for later.

    One for two is begun with somebody, or shown as it stands once the person has answered it.
    """
    some = pair_dialogs.pairs(visit, dialog)
    if pairing is None and len(some) > 1:
        pair_dialogs.choose(visit, dialog, some)
        return
    pairing = pairing or (some[0].id if some else None)
    if pairing is not None and pair_dialogs.stands(visit, dialog, pairing):
        return
    left = [one for one in sessions.saved(visit.tx, visit.person, dialog) if _is_with(one, pairing)]
    current = sessions.current(visit.tx, visit.person)
    if current is not None and current.dialog == dialog and _is_with(current, pairing):
        again(visit, current)
    elif left and not visit.loaded.is_check_in(dialog):
        _offer(visit, left[0])
    elif not named_steps.offered(visit, dialog):
        fresh(visit, dialog, pairing=pairing)


def _is_with(kept: Kept, pairing: int | None) -> bool:
    """Whether a session is answered alone or with this pairing, as wanted."""
    return pair_dialogs.pairing_of(kept) == pairing


def _offer(visit: Visit, kept: Kept) -> None:
    visit.say(
        visit.t("resume-or-fresh", title=titles.called(visit, kept)),
        button(visit.t("do-continue"), "dialog_resume", session=kept.id),
        button(
            visit.t("do-fresh"),
            "dialog_fresh",
            dialog=kept.dialog,
            pairing=pair_dialogs.pairing_of(kept),
        ),
    )


def fresh(
    visit: Visit,
    dialog: str,
    *,
    pairing: int | None = None,
    values: Mapping[str, str] = NOTHING,
    before: str = "",
    also: tuple[Button, ...] = (),
    **manner: Any,
) -> None:
    """Begins a dialog anew; `manner` is how its first question is sent when nobody asked for it.

    `before` and `also` are words and buttons that share the first question's message. `pairing` is
    with whom a dialog for two is answered, `values` what else its texts or its end need to know.
    """
    definition = visit.dialog(dialog)
    if definition is None or not pair_dialogs.may_begin(visit, dialog, pairing):
        visit.say(_gone(visit, dialog))
        return
    if not (manner and danger.is_heard(visit)):  # after an alarm, what nobody asked for can wait
        visit.focus(None)  # what is written now answers the dialog and is nobody else's to read
    for old in sessions.saved(visit.tx, visit.person, dialog):
        if _is_with(old, pairing):
            sessions.save(visit.tx, visit.person, old, old.state, sessions.LEFT, visit.now)
    if pairing is not None:
        values = {**values, pair_dialogs.PAIRING: str(pairing)}
        before = pair_dialogs.opening(visit, dialog, pairing)
    turn = engine.start(definition, visit.person.language, visit.today, values)
    kept = sessions.begin(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        dialog=dialog,
        state=turn.session.to_json(),
        now=visit.now,
    )
    insights.before_dialog(visit, definition, **manner)
    first, *rest = turn.messages
    text = "\n\n".join(filter(None, (before, first.text)))
    bound = [_bound(each, kept.id, turn.session) for each in first.buttons]
    visit.say(text, *also, *bound, image=first.image, alt=first.alt, **manner)
    _say(visit, kept.id, turn.session, tuple(rest), **manner)


def resume(visit: Visit, session: int) -> None:
    kept = sessions.find(visit.tx, visit.person, session)
    if kept is None or kept.status not in (sessions.SAVED, sessions.OPEN):
        visit.say(visit.t("dialog-over"))
        return
    sessions.reopen(visit.tx, visit.person.id, kept.id, visit.now)
    again(visit, kept, visit.t("resumed"))


def resume_last(visit: Visit) -> None:
    left = parked.newest(visit)
    if left is not None:
        resume(visit, left.id)
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
    return Session.from_json(kept.state).but(language=visit.person.language)


def _retire(visit: Visit, kept: Kept) -> None:
    sessions.save(visit.tx, visit.person, kept, kept.state, sessions.LEFT, visit.now)
    menu.show(visit, _gone(visit, kept.dialog))


def _gone(visit: Visit, dialog: str) -> str:
    return visit.t("poll-over" if poll_dialogs.is_one(dialog) else "dialog-gone")


def take(visit: Visit, text: str, attachment: str | None = None) -> bool:
    """Gives a free text to the open dialog; False when none is open.

    A clear question in the middle of a dialog is answered, then the dialog repeats its own.
    """
    kept = visit.open_session
    if kept is None:
        return False
    if asides.answered(visit, kept, text):
        again(visit, kept)
        return True
    _advance(visit, kept, engine.Answer(text=text, attachment=attachment))
    return True


def press(visit: Visit, session: int, turn: int, value: str, at: str | None = None) -> None:
    """A button of a dialog's question: the current one answers, an older one is said to be old.

    But a choice of several may be tapped faster than the last tick is shown.
    """
    kept = sessions.find(visit.tx, visit.person, session)
    if kept is None or kept.status in (sessions.DONE, sessions.LEFT):
        asked = kept is not None and poll_dialogs.is_one(kept.dialog)
        visit.say(visit.t("poll-passed" if asked else "dialog-over"))
    elif value == "leave" and kept.status == sessions.SAVED:  # tapped twice
        menu.show(visit)
    elif kept.turn != turn and not ticks.is_late(visit, kept, at):
        sessions.reopen(visit.tx, visit.person.id, kept.id, visit.now)
        again(visit, kept, visit.t("question-passed"))
    elif kept.turn != turn and ticks.is_done(visit, kept, value):
        visit.pressed = None  # a double tap: the tick it asks for is on its way
    else:
        if kept.status == sessions.SAVED:
            sessions.reopen(visit.tx, visit.person.id, kept.id, visit.now)
        _advance(visit, kept, engine.Answer(value=value))


def typed_for(visit: Visit, session: int, turn: int, text: str) -> None:
    """An answer to the question that stood at this turn; to no other."""
    kept = sessions.find(visit.tx, visit.person, session)
    if kept is None or kept.status in (sessions.DONE, sessions.LEFT):
        visit.say(visit.t("dialog-over"))
        return
    sessions.reopen(visit.tx, visit.person.id, kept.id, visit.now)
    if kept.turn != turn:
        again(visit, kept, visit.t("question-passed"))
    else:
        _advance(visit, kept, engine.Answer(text=text))


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
    if status == sessions.DONE:
        _finish(visit, kept, turn)
    elif not _shown_in_place(visit, kept, turn):
        _say(visit, kept.id, turn.session, turn.messages)


def _shown_in_place(visit: Visit, kept: Kept, turn: engine.Turn) -> bool:
    """Whether what was tapped only ticked a choice, and its message could be changed."""
    if visit.pressed is None or not ticks.only_ticked(kept, turn):
        return False
    (asked,) = turn.messages
    bound = [_bound(each, kept.id, turn.session) for each in asked.buttons]
    return visit.say_instead(asked.text, *bound)


def _finish(visit: Visit, kept: Kept, turn: engine.Turn) -> None:
    """The result with its PDF under it, the last words, then what the dialog brings."""
    summary, *rest = turn.messages
    result = effects.keep(visit, kept, summary.text, turn.effects)
    below = () if result is None else (papers.pdf_button(visit, result),)
    visit.say(summary.text, *below, image=summary.image, alt=summary.alt)
    moved = "" if result is None else since.last_time(visit, kept.dialog, result)
    _say(visit, kept.id, turn.session, _with_last(rest, moved))
    effects.carry_out(visit, kept, result, turn.effects)


def _with_last(said: list[Message], more: str) -> tuple[Message, ...]:
    """The last of the closing words, with this below them."""
    if not more:
        return tuple(said)
    *before, last = said or [Message(text="")]
    return (*before, replace(last, text="\n\n".join(filter(None, (last.text, more)))))


def _say(
    visit: Visit, session: int, state: Session, messages: tuple[Message, ...], **manner: Any
) -> None:
    asks = _asks_to_share(visit, state)
    for number, message in enumerate(messages, 1):
        last = asks and number == len(messages)
        readers = sharing.before_asking(visit, _with_whom(state)) if last else ""
        visit.say(
            "\n\n".join(filter(None, (message.text, readers))),
            *[_bound(each, session, state) for each in message.buttons],
            image=message.image,
            alt=message.alt,
            **manner,
        )


def _with_whom(state: Session) -> int | None:
    found = state.values.get(pair_dialogs.PAIRING, "")
    return int(found) if found.isdigit() else None


def _asks_to_share(visit: Visit, state: Session) -> bool:
    """Whether the question that is asked now is who may see the result."""
    definition = visit.dialog(state.dialog) if state.status == "open" else None
    step = definition.by_id.get(state.cursor.step) if definition else None
    return step is not None and step.effect == "propose_share"


def _bound(each: Button, session: int, state: Session) -> Button:
    """The engine's button, tied to its session and turn so that an old one is recognised."""
    value = each.action["value"]
    action = {"do": "dialog", "session": session, "turn": state.turn, "value": value}
    if str(value).startswith(ticks.OPTION):
        action["at"] = ticks.place(state)
    return Button(label=each.label, action=action)
