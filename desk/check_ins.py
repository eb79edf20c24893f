"""Asking how it goes: whose turn it is among the check-ins that a programme asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk import walk
from desk.feelings import figure
from desk.visit import Visit
from dialogs.definition import SAID
from dialogs.unsure import says_nothing
from knowledge.folding import fold
from mentoring.check_ins import RUN, Asked, choose, quoted
from mentoring.localtime import local
from store import sessions
from store.sessions import DONE, Begun

LOOKED_BACK = 40
"""Check-ins; nearly a year of weeks."""

HARD = "hard"
"""The step in which a check-in takes own words about what was hard."""

ALL_WELL = frozenset(["viss labi", "viss ok", "viss kartiba", "all is well", "all good"])


@dataclass(frozen=True, kw_only=True)
class Turn:
    """The check-in to be asked now, and what its texts need."""

    dialog: str
    values: Mapping[str, str]


def start(visit: Visit) -> None:
    """The person's own wish: the one that is open, else the next."""
    current = sessions.current(visit.tx, visit.person)
    if current is not None and visit.loaded.is_check_in(current.dialog):
        walk.again(visit, current)
    else:
        begin(visit)


def begin(visit: Visit, **manner: Any) -> None:
    """Asks the one whose turn it is; an earlier one, still without an answer, is over."""
    turn = _turn(visit)
    sessions.end_all(visit.tx, visit.person.id, _known(visit))
    walk.fresh(visit, turn.dialog, values=turn.values, **manner)


def _known(visit: Visit) -> list[str]:
    return [name for name in visit.loaded.dialogs if visit.loaded.is_check_in(name)]


def _turn(visit: Visit) -> Turn:
    plain, variations = visit.programme.check_in.dialog, visit.loaded.check_ins
    if len(variations) < 2:
        return Turn(dialog=variations[0].id if variations else plain, values={})
    asked = _asked(visit)
    chosen = choose(variations, asked, person=visit.person.id, plain=plain)
    said = asked[0].hard if asked and chosen.quotes else None
    return Turn(dialog=chosen.id, values={SAID: quoted(said)} if said else {})


def _asked(visit: Visit) -> list[Asked]:
    """Only of the last ones the answers count, so only those are read."""
    found = sessions.begun(visit.tx, visit.person, _known(visit), most=LOOKED_BACK, opened=RUN)
    return [_what_came_of(visit, each) for each in found]


def _what_came_of(visit: Visit, begun: Begun) -> Asked:
    answers = begun.answers
    return Asked(
        id=begun.dialog,
        days_ago=(visit.today - local(begun.created_at, visit.zone).date()).days,
        answered=bool(answers),
        skipped=begun.status == DONE and not answers,
        feeling=figure(visit, begun.dialog, answers),
        hard=_hard(answers),
    )


def _hard(answers: Mapping[str, Any]) -> str | None:
    """Own words about what was hard; "nothing" and "I'd rather not say" are none."""
    said = answers.get(HARD)
    if not isinstance(said, str) or says_nothing(said) or _all_well(said):
        return None
    return said if quoted(said) else None


def _all_well(said: str) -> bool:
    return fold(said).strip(" .!?,-") in ALL_WELL
