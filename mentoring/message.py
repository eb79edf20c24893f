"""What the assistant says, before any platform has seen it.

A channel turns a message into what its platform can carry and degrades visibly: buttons, then a
list, then numbered text. Nothing here knows a platform.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Button:
    """One tap. `action` is what the desk does with it; the person only ever holds an opaque key."""

    label: str
    action: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Message:
    """One bubble: plain text with line breaks, then buttons, then perhaps a picture or a file.

    `image` names the picture ("result:17"), `alt` says in words what it shows. `document` names a
    file that is made when it is sent ("data").
    """

    text: str
    buttons: tuple[Button, ...] = field(default=())
    image: str | None = None
    alt: str | None = None
    document: str | None = None
