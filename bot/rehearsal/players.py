"""People of a rehearsal, and what they wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KEPT_BUTTONS = 60


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What one person wrote or tapped, in words."""

    person: int
    name: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A button a person can tap, in the outbox row it stands under."""

    row: int
    key: str
    label: str
    action: Mapping[str, Any]

    def does(self, do: str, what: Mapping[str, Any]) -> bool:
        return self.action["do"] == do and what.items() <= dict(self.action).items()


@dataclass(kw_only=True)
class Player:
    """An invented person with a chat. `choices` are the newest buttons, oldest first, `answered`
    the messages whose question has had its answer."""

    person: int
    token: str
    name: str
    role: str
    temper: str = ""
    number: int = 0
    said: int = 0
    choices: list[Choice] = field(default_factory=list)
    asked_for_time: set[int] = field(default_factory=set)
    answered: set[int] = field(default_factory=set)

    def shown(self, buttons: tuple[Choice, ...]) -> None:
        self.choices = (self.choices + list(buttons))[-KEPT_BUTTONS:]

    def choice(self, do: str, **what: Any) -> Choice | None:
        """The first button that does this, in the newest message that has one."""
        found = [each for each in self.choices if each.does(do, what)]
        return next((each for each in found if each.row == found[-1].row), None)
