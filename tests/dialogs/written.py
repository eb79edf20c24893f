"""Small dialogs written on the spot."""

from datetime import date
from pathlib import Path
from textwrap import dedent

from dialogs.definition import Definition
from dialogs.engine import Answer, Turn, advance, start
from dialogs.load import load_any
from dialogs.source import Fault
from dialogs.timed import TimedGuide

MONDAY = date(2026, 3, 2)
HEAD = "id: small\ntitle: {lv: Maza, en: Small}\nabout: 1\nsteps:\n"


def step(name: str, *lines: str, answer: str = "text") -> str:
    """A faultless step, with further lines."""
    texts = f"- id: {name}\n  ask: {{lv: 'Kas ir {name}?', en: 'What is {name}?'}}\n"
    texts += f"  why: {{lv: Tāpēc {name}., en: Because {name}.}}\n  answer: {answer}\n"
    return texts + "".join(f"  {line}\n" for line in lines)


def load(path: Path) -> tuple[Definition | None, list[Fault]]:
    """The dialog of a file that holds no guide, or its faults."""
    found, faults = load_any(path)
    assert not isinstance(found, TimedGuide)
    return found, faults


def faults_of(folder: Path, text: str) -> list[Fault]:
    """The faults of a dialog file with this text."""
    path = folder / "small.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    return load(path)[1]


def small(folder: Path, *steps: str, tail: str = "") -> Definition:
    """A dialog of these steps; it must be in order."""
    path = folder / "small.yaml"
    path.write_text(HEAD + "".join(steps) + tail, encoding="utf-8")
    definition, faults = load(path)
    assert definition is not None, "\n".join(map(str, faults))
    return definition


def played(definition: Definition, *texts: str, language: str = "en") -> Turn:
    """The turn after these typed answers."""
    turn = start(definition, language, MONDAY)
    for text in texts:
        turn = advance(definition, turn.session, Answer(text=text), MONDAY)
    return turn


def tap(definition: Definition, turn: Turn, value: str) -> Turn:
    """The turn after one button."""
    return advance(definition, turn.session, Answer(value=value), MONDAY)


def labels(turn: Turn) -> list[str]:
    """The buttons of the last bubble."""
    return [button.label for button in turn.messages[-1].buttons]
