"""Whom a result may be shown to, and what others have shown: always through one pairing.

A yes names its readers. Whoever is paired later reads nothing of it, and what is said to somebody
without a mentor waits for the first.
"""

from collections.abc import Iterable

from desk.visit import Visit
from store import pairings, sessions, shares
from store.pairings import Pairing
from store.sessions import Result


def pairs(visit: Visit) -> list[tuple[Pairing, Visit]]:
    """Those this person goes on with now, each with the other half."""
    tx, programme = visit.tx, visit.part.programme
    if visit.part.role == "mentor":
        mine = pairings.of_mentor(tx, visit.person.id, programme, "active")
        met = [(pair, visit.other(pair.mentee)) for pair in mine]
    else:
        mine = pairings.of_mentee(tx, visit.person, programme, "active")
        met = [(pair, visit.other(pair.mentor)) for pair in mine]
    return [(pair, other) for pair, other in met if other is not None]


def between(visit: Visit, other: Visit) -> Pairing | None:
    """What the two are to each other now."""
    found = (pair for pair, one in pairs(visit) if one.person.id == other.person.id)
    return next(found, None)


def readable(visit: Visit, owner: Visit) -> list[Result]:
    """The owner's results this person may read now, newest first: all where they are their own.

    A coordinator reads what was handed in, and nothing else.
    """
    if owner is visit:
        return sessions.results(visit.tx, visit.person)
    if visit.part.role == "coordinator":
        every = sessions.results(visit.tx, owner.person)
        here = {number for _, number in shares.handed_in(visit.tx, visit.part.programme)}
        return [one for one in every if one.id in here]
    pair = between(visit, owner)
    return [] if pair is None else sessions.results(visit.tx, owner.person, pairing=pair.id)


def owners(visit: Visit, result: int) -> list[Visit]:
    """Whose this result may be, where this person is to read it."""
    if visit.part.role != "coordinator":
        return [visit, *(other for _, other in pairs(visit))]
    found = shares.handed_in(visit.tx, visit.part.programme)
    applicant = next((person for person, number in found if number == result), None)
    who = visit.other(applicant) if applicant is not None else None
    return [visit, who] if who is not None else [visit]


def names(some: Iterable[tuple[Pairing, Visit]]) -> str:
    return ", ".join(other.person.name for _, other in some)


def whom(visit: Visit, pairing: int | None) -> str:
    """The mentee a result of the mentor's is about; empty where they are gone, or it is nobody."""
    pair = pairings.find(visit.tx, pairing) if pairing is not None else None
    mentee = visit.other(pair.mentee) if pair is not None else None
    return mentee.person.name if mentee is not None else ""


def earlier(some: Iterable[Result], result: Result) -> Result | None:
    """The one before it from the same tool, about the same mentee; of the newest first."""
    same = (one for one in some if (one.dialog, one.pairing) == (result.dialog, result.pairing))
    return next((one for one in same if one.id < result.id), None)


def before_asking(visit: Visit, pairing: int | None = None) -> str:
    """Who will read it after a yes, said along with the question."""
    if readers := [each for each in pairs(visit) if pairing in (None, each[0].id)]:
        return visit.t("share-readers", names=names(readers))
    return visit.t(f"share-later-{visit.part.role}")


def begun(visit: Visit, pairing: int) -> str:
    """What was to be shown before there was anybody is shown now, and said so."""
    given = shares.give_waiting(visit.tx, visit.person.id, visit.part.programme, pairing)
    if not given:
        return ""
    mine = reversed(sessions.results(visit.tx, visit.person))
    titles = dict.fromkeys(visit.title(one.dialog) for one in mine if one.id in given)
    return visit.t("share-begun", titles=", ".join(titles))
