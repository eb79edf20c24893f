"""The coordinator's list of agreements: who has agreed, who waits for whom and since when.

Never what they say: only the two know that. What has waited longest comes first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from desk import menu
from desk.visit import Visit, button
from dialogs.human import format_date
from mentoring.localtime import local
from mentoring.message import Button
from store import pact_states, pairings
from store.pact_states import Stand

PAGE = 10
STATES = ("answer", "look", "confirm", "unbegun", "agreed")
"""One has answered; both have; one has confirmed; nobody has begun; it stands."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One agreement of one pair. `waits` is for whom it waits, where it is one of them."""

    state: str
    since: datetime
    dialog: str | None
    mentor: int
    mentee: int
    waits: int | None = None


def listed(visit: Visit, page: int = 0) -> None:
    if visit.part.role != "coordinator":
        visit.say(visit.t("not-yours"))
        return
    found = _lines(visit)
    if not found:
        menu.show(visit, visit.t("agreements-none"))
        return
    page = min(max(page, 0), (len(found) - 1) // PAGE)
    shown = found[page * PAGE : (page + 1) * PAGE]
    texts = [_heading(visit, found), *(_said(visit, one) for one in shown)]
    visit.say("\n".join(texts), *_turning(visit, page, len(found)))


def asked_for(visit: Visit) -> None:
    """The word "agreements": a list for the coordinator, a choice for those who may agree."""
    if visit.part.role == "coordinator":
        listed(visit)
        return
    language = visit.person.language
    some = [each for each in visit.loaded.dialogs.values() if each.together]
    visit.say(
        visit.t("agreements-which"),
        *(button(one.title.in_language(language), "dialog_start", dialog=one.id) for one in some),
    )


def _lines(visit: Visit) -> list[Line]:
    stands = pact_states.of_programme(visit.tx, visit.part.programme)
    sides = [list(some) for _, some in groupby(stands, key=lambda one: (one.pairing, one.dialog))]
    begun = {one.pairing for one in stands}
    alone = [
        Line(
            state="unbegun",
            since=pair.decided_at or pair.created_at,
            dialog=None,
            mentor=pair.mentor,
            mentee=pair.mentee,
        )
        for pair in pairings.active(visit.tx, visit.part.programme)
        if pair.id not in begun
    ]
    return sorted(
        [*map(_line, sides), *alone], key=lambda one: (STATES.index(one.state), one.since)
    )


def _line(sides: Sequence[Stand]) -> Line:
    first, last = sides[0], sides[-1]
    state, since, waits = _state(sides)
    return Line(
        state=state,
        since=since,
        dialog=first.dialog,
        mentor=last.mentor,
        mentee=last.mentee,
        waits=waits,
    )


def _state(sides: Sequence[Stand]) -> tuple[str, datetime, int | None]:
    """How far it is, since when, and for whom it waits."""
    one = sides[0]
    if one.agreed_at is not None:
        return "agreed", one.agreed_at, None
    if len(sides) == 1:
        return "answer", one.answered_at, _other(one)
    for side in sides:
        if side.confirmed_at is not None:
            return "confirm", side.confirmed_at, _other(side)
    return "look", max(side.answered_at for side in sides), None


def _other(side: Stand) -> int:
    return side.mentee if side.person == side.mentor else side.mentor


def _heading(visit: Visit, found: Sequence[Line]) -> str:
    done = sum(one.state == "agreed" for one in found)
    return visit.t("agreements-heading", done=done, waiting=len(found) - done)


def _said(visit: Visit, one: Line) -> str:
    day = local(one.since, visit.zone).date()
    return visit.t(
        f"agreements-{one.state}",
        title=visit.loaded.title(one.dialog, visit.person.language) if one.dialog else "",
        mentor=_name(visit, one.mentor),
        mentee=_name(visit, one.mentee),
        waits=_name(visit, one.waits) if one.waits is not None else "",
        day=format_date(day, visit.person.language, visit.today),
    )


def _name(visit: Visit, person: int) -> str:
    found = visit.other(person)
    return found.person.name if found is not None else "–"


def _turning(visit: Visit, page: int, count: int) -> list[Button]:
    back = button(visit.t("agreements-back"), "agreements", page=page - 1)
    more = button(visit.t("agreements-more"), "agreements", page=page + 1)
    return [one for one, there in ((back, page > 0), (more, (page + 1) * PAGE < count)) if there]
