"""Playing a dialog in a terminal, with whatever reads and writes lines given from outside."""

from collections.abc import Callable, Mapping
from datetime import date

from dialogs.definition import Definition
from dialogs.engine import Answer, Turn, advance, again, start
from dialogs.session import Session
from dialogs.texts import engine_text
from dialogs.timed import TimedGuide
from dialogs.words import folded
from mentoring.message import Message

ENDS = ("end", "beigt")
"""Typed between the parts of a guide, they end it."""


def play(
    definition: Definition,
    language: str,
    today: date,
    *,
    read: Callable[[], str],
    write: Callable[[str], None],
    session: Session | None = None,
    values: Mapping[str, str] | None = None,
) -> Turn:
    """Goes on until the dialog is done or put aside; `write` gets each bubble."""
    turn = (
        again(definition, session, today) if session else start(definition, language, today, values)
    )
    _speak(turn, write)
    while turn.session.status == "open":
        turn = advance(definition, turn.session, _typed(turn, read()), today)
        _speak(turn, write)
    return turn


def play_guide(
    guide: TimedGuide, language: str, *, read: Callable[[], str], write: Callable[[str], None]
) -> int:
    """Reads a timed guide through without its clock: a line goes on, "end" ends it before.

    Returns how many parts were read.
    """
    hello = (guide.title, *((guide.intro,) if guide.intro else ()))
    write("\n\n".join(one.in_language(language) for one in hello))
    for number, part in enumerate(guide.parts, start=1):
        head = (
            f"{number}/{len(guide.parts)} {part.title.in_language(language)} ({part.minutes} min)"
        )
        write("\n".join((head, *(f"• {one.in_language(language)}" for one in part.say))))
        if folded(read()) in ENDS:
            return number
    write(guide.done.in_language(language) if guide.done else engine_text("end", language))
    return len(guide.parts)


def plain(message: Message) -> str:
    """A message as text, its buttons in one line under it."""
    buttons = "  ".join(f"[{button.label}]" for button in message.buttons)
    return f"{message.text}\n{buttons}" if buttons else message.text


def _typed(turn: Turn, line: str) -> Answer:
    """A line in brackets taps the button with that label, anything else is typed text."""
    wanted = line.strip()
    for button in turn.messages[-1].buttons:
        if wanted == f"[{button.label}]":
            return Answer(value=str(button.action["value"]))
    return Answer(text=line)


def _speak(turn: Turn, write: Callable[[str], None]) -> None:
    for message in turn.messages:
        write(plain(message))
