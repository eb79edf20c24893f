"""Whose things somebody is told of: the other side of each pairing, and who coordinates."""

from collections.abc import Collection, Iterator

from desk.visit import Visit
from store import pairings, people
from store.pairings import Pairing


def others_of(visit: Visit, roles: Collection[str]) -> Iterator[tuple[Visit, int | None]]:
    tx, me, programme = visit.tx, visit.person.id, visit.part.programme
    everybody = [*roles] if visit.part.role == "coordinator" else {"coordinator"} & {*roles}
    for each in people.with_role(tx, programme, *everybody) if everybody else ():
        if (found := visit.other(each)) is not None:
            yield found, None
    if visit.part.role == "coordinator":
        return
    for pair in pairs_of(visit):
        other = pair.mentee if pair.mentor == me else pair.mentor
        if (found := visit.other(other)) is not None:
            yield found, pair.id


def pairs_of(visit: Visit) -> list[Pairing]:
    found = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active")
    return found + pairings.of_mentor(visit.tx, visit.person.id, visit.part.programme, "active")


def paired_with(visit: Visit) -> list[Visit]:
    return [other for other, pair in others_of(visit, ()) if pair is not None]
