"""A drawing of what a person answered, and its words for people who don't see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.definition import Definition

Answers = Mapping[str, Any]
"""The answers of one walk through the dialog, by step id, as the Draw effect has them."""


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A complete SVG document, and its content as text in the same language."""

    svg: str
    alt: str


Drawer = Callable[[Definition, Answers, str, Answers | None], Picture]
"""The dialog (for its labels), its answers, the language, the answers of the time before."""
