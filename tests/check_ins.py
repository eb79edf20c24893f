"""Knowing a check-in by its first question, whichever of them it is."""

import re
from collections.abc import Iterator
from functools import cache

from dialogs.definition import Definition
from dialogs.load import load_library


def check_ins() -> list[Definition]:
    """Those of the library."""
    return [one for one in load_library().values() if one.family == "check-in"]


def asked_in(text: str) -> str | None:
    """Which check-in begins with this message; None if none does."""
    return next((name for name, opening in _openings() if opening in text), None)


def times_asked(text: str) -> int:
    """How many of the check-ins that begin anywhere in this text."""
    return sum(text.count(opening) for opening in {opening for _, opening in _openings()})


def any_of_them() -> re.Pattern[str]:
    """Found in each message that asks one."""
    return re.compile("|".join(re.escape(opening) for _, opening in _openings()))


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    return tuple(_each_opening())


def _each_opening() -> Iterator[tuple[str, str]]:
    """The longest piece of each first question that is the same for everybody."""
    for one in check_ins():
        for text in one.steps[0].ask.texts.values():
            yield one.id, max(re.split(r"\{\w+\}", text), key=len)
