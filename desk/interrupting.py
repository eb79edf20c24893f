"""The words of a command in the middle of a dialog: a command, or the answer to its question?

Some can hardly be an answer, so they are carried out; where own words are wanted, the others are
asked about. The dialog stays where it is in either case.
"""

from desk import commands, poll_dialogs, toolbox, walk
from desk.visit import Visit, button
from dialogs.asking import asked, offers_of
from dialogs.kinds import Choices, Listing, Text, Words
from dialogs.options import matching
from dialogs.session import Session
from dialogs.words import command as command_of
from store import sessions
from store.sessions import Kept


def taken(visit: Visit, text: str) -> bool:
    """Whether these words were no answer to the open dialog, or are asked about first."""
    kept = visit.open_session
    if kept is None or command_of(text) is not None:
        return False
    if not (commands.is_work(text) or toolbox.is_title(visit, text)):
        return False
    own_words = _wants_words(visit, kept, text)
    if own_words is None:
        return False
    if own_words and not commands.is_plain(text):
        return not poll_dialogs.is_one(kept.dialog) and _ask(visit, kept, text)
    _carry_out(visit, kept, text)
    return True


def _wants_words(visit: Visit, kept: Kept, text: str) -> bool | None:
    """Whether the question wants own words; None where these may be its answer: an option, a noun,
    what a tool is called, words that only begin like a command."""
    definition = visit.dialog(kept.dialog)
    step = definition.by_id.get(kept.state["cursor"][0]) if definition else None
    if step is None:
        return None
    session = Session.from_json(kept.state)
    kind = asked(step, session).answer
    if isinstance(kind, Listing | Text | Words) or (isinstance(kind, Choices) and kind.own):
        return True if commands.is_whole(text) and not commands.is_noun(text) else None
    return None if matching(offers_of(kind, session), text) else False


def _ask(visit: Visit, kept: Kept, text: str) -> bool:
    what = {"session": kept.id, "turn": kept.turn, "text": text}
    visit.say(
        visit.t("answer-or-command", text=text),
        button(visit.t("is-answer"), "answer_is", **what),
        button(visit.t("is-command"), "answer_not", **what),
    )
    return True


def answer(visit: Visit, session: int, turn: int, text: str) -> None:
    """Yes, that was the answer; unless the question has been answered since."""
    walk.typed_for(visit, session, turn, text)


def command(visit: Visit, session: int, turn: int, text: str) -> None:
    """No, it was a command; with the dialog as it is, or kept for later."""
    kept = sessions.find(visit.tx, visit.person, session)
    open_now = kept is not None and kept.status == sessions.OPEN
    _carry_out(visit, kept if open_now else None, text)


def _carry_out(visit: Visit, kept: Kept | None, text: str) -> None:
    """What only shows something leaves the question open, and it is asked once more."""
    if kept is not None and commands.goes_on(text):
        walk.again(visit, kept)
        return
    stays = kept is not None and commands.only_shows(text)
    if not stays:
        visit.put_aside()
    if not commands.word(visit, text):
        toolbox.named(visit, text)
    if kept is not None and stays:
        walk.again(visit, kept)
