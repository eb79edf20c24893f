"""A conversation as a text file: a heading, then what the person does and what is said, in turns.

`> text` is typed (several such lines are one message), `[Label]` taps a button, `(photo)` sends a
picture, `(typed 2001)` that many letters, `(empty)` an empty message, `(stale choice:a)` taps a
button of another question, `(on 2026-04-01)` comes back on another day. `| ` is what the assistant
says, `= ` an effect, `# ` a note. Only the person's lines are read; the run writes the others.
The heading also gives the values that the dialog's texts need.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from itertools import groupby
from pathlib import Path

from dialogs.definition import Definition
from dialogs.engine import Answer, Turn, advance, again, start
from dialogs.load import load_library
from dialogs.polls import definition
from dialogs.ready_poll import load_polls
from dialogs.session import Session
from mentoring.message import Message

FOLDER = Path(__file__).parent.parent / "transcripts"


class Transcript:
    """One file, played again."""

    def __init__(self, path: Path) -> None:
        self.written = path.read_text(encoding="utf-8")
        head, _, body = self.written.partition("\n\n")
        self.head = dict(line.split(": ", 1) for line in head.splitlines())
        self.definition = _definition(self.head)
        self.today = date.fromisoformat(self.head["today"])
        self.inputs = list(_inputs(body))
        self.turns: list[Turn] = []

    def played(self) -> str:
        """The file as it reads now; `turns` are the steps it took."""
        values = {name: self.head[name] for name in self.definition.values}
        turn = start(self.definition, self.head["language"], self.today, values)
        self.turns = [turn]
        parts = ["\n".join(f"{key}: {value}" for key, value in self.head.items()), _said(turn)]
        for given in self.inputs:
            parts.append(given)
            if given.startswith("# "):
                continue
            turn = self._next(turn, given)
            self.turns.append(turn)
            parts.append(_said(turn))
        return "\n\n".join(parts) + "\n"

    def _next(self, turn: Turn, given: str) -> Turn:
        stored = Session.from_json(turn.session.to_json())
        if given.startswith("(on "):
            self.today = date.fromisoformat(given[4:-1])
            return again(self.definition, stored, self.today)
        return advance(self.definition, stored, _answer(given, turn), self.today)


def _definition(head: dict[str, str]) -> Definition:
    """A dialog of the library, or a ready-made poll as its members are asked."""
    if "poll" in head:
        return definition(load_polls()[head["poll"]].poll, head["poll"])
    return load_library()[head["dialog"]]


def _inputs(body: str) -> Iterator[str]:
    for block in body.split("\n\n"):
        lines = block.splitlines()
        for mark, group in groupby(lines, key=lambda line: line[:1]):
            if mark == ">":
                yield "\n".join(group)
            elif mark and mark in "[(#":
                yield from group


def _answer(given: str, turn: Turn) -> Answer:
    if given.startswith(">"):
        return Answer(text="\n".join(line[2:] for line in given.splitlines()))
    if given.startswith("["):
        labels = {f"[{b.label}]": b.action["value"] for b in turn.messages[-1].buttons}
        return Answer(value=labels[given])
    word, _, rest = given[1:-1].partition(" ")
    return {
        "photo": lambda: Answer(attachment="photo", text=rest or None),
        "empty": lambda: Answer(text=""),
        "spaces": lambda: Answer(text=" \n "),
        "typed": lambda: Answer(text="a" * int(rest)),
        "stale": lambda: Answer(value=rest),
    }[word]()


def _said(turn: Turn) -> str:
    bubbles = [_bubble(message) for message in turn.messages]
    effects = [f"= {_effect(effect)}" for effect in turn.effects]
    return "\n\n".join(bubbles + (["\n".join(effects)] if effects else []))


def _bubble(message: Message) -> str:
    lines = [f"| {line}".rstrip() for line in message.text.split("\n")]
    if message.buttons:
        lines.append("|    " + " ".join(f"[{button.label}]" for button in message.buttons))
    return "\n".join(lines)


def _effect(effect: object) -> str:
    values = ((one.name, getattr(effect, one.name)) for one in fields(effect))  # type: ignore[arg-type]
    shown = (f"{name}={list(v) if isinstance(v, dict) else v!s}" for name, v in values)
    return f"{type(effect).__name__}: {'; '.join(shown)}"
