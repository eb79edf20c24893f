"""One dialog for two as one of them sees it now, and what holds where they answered differently.

Each side keeps its own answers. A choice between them is kept by whoever made it, the later one
holds, and it says only whose answer was taken: never the other's words.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desk.visit import Visit
from dialogs import comparing
from dialogs.comparing import Compared
from dialogs.definition import ALONE, Definition
from dialogs.session import Session
from store import pacts, pairings
from store.pacts import Side
from store.pairings import Pairing

MINE, THEIRS, BOTH = "mine", "theirs", "both"
SEEN_BY_OTHER: Mapping[str, str] = {MINE: THEIRS, THEIRS: MINE, BOTH: BOTH}


class Pact:
    """One dialog for two as one of them sees it now."""

    def __init__(self, visit: Visit, pair: Pairing, definition: Definition, other: Visit) -> None:
        self.visit, self.pair, self.definition, self.other = visit, pair, definition, other

    @property
    def name(self) -> str:
        return self.definition.title.in_language(self.visit.person.language)

    @property
    def what(self) -> dict[str, Any]:
        """The values of this pact's buttons."""
        return {"dialog": self.definition.id, "pairing": self.pair.id}

    def mine(self) -> Side | None:
        return pacts.find(self.visit.tx, self.visit.person, self.pair.id, self.definition.id)

    def seen_by_other(self) -> "Pact":
        return Pact(self.other, self.pair, self.definition, self.visit)

    def theirs(self) -> Side | None:
        return self.seen_by_other().mine()

    def session(self, side: Side) -> Session:
        language = self.visit.person.language
        return comparing.session_of(self.definition, side.version, side.answers, language)


def other_of(pair: Pairing, visit: Visit) -> int:
    return pair.mentee if pair.mentor == visit.person.id else pair.mentor


def find(visit: Visit, dialog: str, pairing: int) -> Pact | None:
    """The pact, if this person is one of a pair that goes on; locked until the commit."""
    pair = pairings.find(visit.tx, pairing, lock=True)
    definition = visit.loaded.dialogs.get(dialog.partition(ALONE)[0])
    if pair is None or definition is None or not definition.together:
        return None
    if pair.status != "active" or visit.person.id not in (pair.mentor, pair.mentee):
        return None
    other = visit.other(other_of(pair, visit))
    return Pact(visit, pair, definition, other) if other is not None else None


def found(pact: Pact, mine: Side, theirs: Side) -> list[Compared]:
    there = replace(pact.session(theirs), language=pact.visit.person.language)
    return comparing.compared(pact.definition, pact.session(mine), there, pact.visit.today)


def holding(pact: Pact) -> dict[str, str]:
    """Step to whose answer was taken, as this side sees it."""
    mine, theirs = pact.mine(), pact.theirs()
    here = dict(mine.holds) if mine else {}
    for step, one in (theirs.holds if theirs else {}).items():
        if step not in here or here[step]["at"] < one["at"]:
            here[step] = {**one, "take": SEEN_BY_OTHER[one["take"]]}
    return {step: one["take"] for step, one in here.items()}


def undecided(pact: Pact, some: list[Compared]) -> list[Compared]:
    """Where the answers differ and nobody has said what holds."""
    taken = holding(pact)
    return [one for one in some if not one.alike and one.step not in taken]
