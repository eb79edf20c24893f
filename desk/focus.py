"""What a person was just asked to write: an answer, a reason, a text to announce."""

from datetime import datetime, timedelta
from typing import Any

from desk import (
    announcing,
    brainstorms,
    chores,
    danger,
    extending,
    granting,
    handing_over,
    ideas,
    lives,
    menu,
    parting,
    questions,
    voting,
    writing,
    zones,
)
from desk.visit import Visit
from knowledge.folding import fold

LASTS = timedelta(hours=24)
"""What is written later than this is no longer taken for what was asked: it might reach somebody
whom the writer has long forgotten."""

CANCEL = frozenset({"atcelt", "atcel", "cancel", "nevajag", "never mind"})
DATES_OR_NUMBERS = frozenset({"wish", "grant", "pause", "move", "zone", "favourites"})


def take(visit: Visit, text: str) -> bool:
    """True when the text was what the person had been asked for."""
    focus = visit.person.focus
    if focus is None:
        return False
    if visit.now - datetime.fromisoformat(str(focus["at"])) > _lasts(str(focus["on"])):
        visit.focus(None)
        return False
    if not text:
        visit.say(visit.t("write-words"))
        return True
    visit.focus(None)
    if fold(text).strip(" .!") in CANCEL and focus["on"] not in ("safe", danger.HEARD):
        menu.show(visit, visit.t("cancelled"))
        return True
    return _take(visit, str(focus["on"]), focus, text)


def _lasts(on: str) -> timedelta:
    return danger.HEARD_FOR if on == danger.HEARD else LASTS


def _take(visit: Visit, on: str, focus: dict[str, object], text: str) -> bool:
    if on == "safe":
        danger.answered(visit, _number(focus, "ticket"), text)
    elif on == danger.HEARD:
        danger.goes_on(visit, _number(focus, "ticket"), text)
    elif on == "ticket":
        questions.reply(visit, _number(focus, "ticket"), text)
    elif on == "announcement":
        announcing.preview(visit, str(focus["audience"]), text)
    elif on == "wish":
        extending.typed_wish(visit, text, **_about(focus))
    elif on == "grant":
        granting.typed_grant(visit, _number(focus, "extension"), text)
    elif on == "refusal":
        granting.reason(visit, _number(focus, "extension"), text)
    elif on == "reply":
        questions.follow_up(visit, _number(focus, "ticket"), _number(focus, "human"), text)
    elif on == "pause":
        lives.typed_pause(visit, text)
    elif on == "zone":
        zones.typed(visit, text)
    elif on == "note":
        writing.send(visit, _number(focus, "person"), text)
    elif on == "back":
        writing.send_back(visit, _number(focus, "human"), text)
    elif on == "move":
        chores.typed_move(visit, _number(focus, "task"), text)
    elif on == "sentence":
        parting.sentence(visit, _number(focus, "run"), text)
    elif on == "storm":
        brainstorms.prepared(visit, text)
    elif on == "idea":
        silent = visit.now - datetime.fromisoformat(str(focus["at"]))
        ideas.written(visit, _number(focus, "activity"), text, silent)
    elif on == "idea_more":
        return ideas.afterwards(visit, _number(focus, "activity"), text)
    elif on == "hard":
        handing_over.sure(visit, text)
    elif on == "favourites":
        return voting.typed(visit, _number(focus, "activity"), text)
    elif on == "help":
        chores.help_text(visit, _number(focus, "ticket"), text)
    else:
        return False
    return True


def _about(focus: dict[str, object]) -> dict[str, Any]:
    """Whose date it is: a task's, or a day's in the calendar."""
    return {name: focus[name] for name in ("task", "event", "date") if name in focus}


def _number(focus: dict[str, object], name: str) -> int:
    return int(str(focus[name]))
