"""Playing a dialog in a terminal, with whatever reads and writes lines given from outside."""

from collections.abc import Callable, Mapping
from datetime import date

from dialogs.definition import Definition
from dialogs.engine import Answer, Turn, advance, again, start
from dialogs.session import Session
from mentoring.message import Message


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
