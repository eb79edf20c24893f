"""What somebody has understood so far, in their own words: gathered, and read back in a row.

Nothing is copied: it is read from the person's own results when it is shown, so that what was
erased is not read any more.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from desk import menu, papers
from desk.visit import Visit, button
from dialogs.definition import Definition
from dialogs.timed import Part
from dialogs.unsure import says_nothing
from mentoring.message import Button
from store import sessions
from store.sessions import Result

STEPS: Mapping[str, str] = {"insight": "insight", "reflect": "learned"}
"""Dialogs whose answer to this step is an insight."""

SENTENCE = "sentence"
"""What was kept after a timed guide."""


def show(visit: Visit) -> None:
    """ "My insights", or kindly how the first one comes about."""
    found = lines(visit)
    if found:
        visit.say(_in_a_row(visit, found))
    elif visit.part.role == "coordinator":
        menu.show(visit, visit.t("insights-not-here"))
    else:
        visit.say(visit.t("insights-none"), *_first(visit))


def _first(visit: Visit) -> list[Button]:
    """Where an insight can be written down at once."""
    if visit.part.role != "mentee" or visit.dialog("insight") is None:
        return []
    return [button(visit.title("insight"), "dialog_start", dialog="insight")]


def before_dialog(visit: Visit, definition: Definition, **manner: Any) -> None:
    """Said before the first question of a dialog that begins with them."""
    if definition.insights:
        _read_back(visit, "insights-none-yet", **manner)


def before_part(reader: Visit, part: Part, **manner: Any) -> None:
    """Said before such a part of a talk, to each their own."""
    if part.insights:
        _read_back(reader, "insights-none-here", **manner)


def _read_back(visit: Visit, none: str, **manner: Any) -> None:
    found = lines(visit)
    visit.say(_in_a_row(visit, found) if found else visit.t(none), **manner)


def _in_a_row(visit: Visit, found: Sequence[str]) -> str:
    return "\n".join((visit.t("insights"), *found))


def lines(visit: Visit) -> list[str]:
    """The person's own, oldest first, each with its day."""
    some = ((one, _words(visit, one)) for one in sessions.results(visit.tx, visit.person))
    found = [f"• {papers.day_of(visit, one):%d.%m.%Y}: {words}" for one, words in some if words]
    return found[::-1]


def since(visit: Visit, moment: datetime) -> bool:
    """Whether the person has written one from then on."""
    some = sessions.results(visit.tx, visit.person)
    return any(one.created_at >= moment and _words(visit, one) for one in some)


def _words(visit: Visit, result: Result) -> str:
    """The insight in a result; empty where there is none, or only "I don't know"."""
    step = SENTENCE if result.dialog in visit.loaded.timed else STEPS.get(result.dialog, "")
    said = result.data.get(step)
    return " ".join(said.split()) if isinstance(said, str) and not says_nothing(said) else ""
