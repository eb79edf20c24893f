"""What a finished dialog asks the desk to do. Values only: nothing here acts.

Effects leave the engine when the dialog is done and not before, since until then the person may go
back and change what they said; a task made at its step would be made twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Way = Literal["talk", "time", "explain"]
WAYS: tuple[Way, ...] = ("talk", "time", "explain")
"""The ids of options that lead to a human; the others are for oneself."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """Keep the answers. `kind` is the dialog's id, `data` its answers by step id, JSON-ready."""

    kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class MakeTask:
    """The person has set themselves a task with a day, and said how they will report on it."""

    title: str
    due: date
    report: str | None = None


@dataclass(frozen=True, kw_only=True)
class ProposeShare:
    """The person's word on whether the result may be shown to the other half of the pairing."""

    share: bool


@dataclass(frozen=True, kw_only=True)
class HandIn:
    """The person's word on whether the programme's coordinators may read the result."""

    agreed: bool


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """A human is asked for, with what the person wrote."""

    text: str


@dataclass(frozen=True, kw_only=True)
class SeekHelp:
    """What would help is in somebody else's hands: a talk, more time, or an explanation."""

    way: Way


@dataclass(frozen=True, kw_only=True)
class Draw:
    """Draw the named picture from the answers."""

    picture: str
    data: Mapping[str, Any]


Effect = Record | MakeTask | ProposeShare | HandIn | HandOver | SeekHelp | Draw
