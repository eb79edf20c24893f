"""What was held for a reader who rested: told in the morning, as far as it is still true."""

from collections.abc import Callable, Mapping
from typing import Any

from desk import questions
from desk.rhythm import rested, rhythm_of
from desk.visit import Visit
from store import extensions, held, occurrences, pairings, people
from store.occurrences import FIRED, Due

TOLD = "nothing is held any more"


def release(reader: Visit, due: Due) -> None:
    """The reader may have chosen other hours meanwhile, and life has gone on."""
    if (later := rested(reader)) > reader.now:
        occurrences.put_off(reader.tx, due.id, later)
        return
    for one in held.due(reader.tx, reader.person.id, reader.now):
        if _is_true(reader, one.why):
            held.release(reader.tx, one.id, reader.way(one.priority), reader.now)
        else:
            held.withdraw(reader.tx, one.id)
    occurrences.settle(reader.tx, due.id, FIRED, TOLD)


def _is_true(reader: Visit, why: Mapping[str, Any]) -> bool:
    """Looked at by what it rests on; what rests on nothing stays true."""
    return all(look(reader, why) for name, look in _LOOKS.items() if name in why)


def _unanswered(reader: Visit, why: Mapping[str, Any]) -> bool:
    return questions.unanswered(reader, int(why["ticket"])) is not None


def _undecided(reader: Visit, why: Mapping[str, Any]) -> bool:
    owner = extensions.owner(reader.tx, int(why["extension"]))
    asker = people.load(reader.tx, owner) if owner is not None else None
    request = asker and extensions.find(reader.tx, asker, int(why["extension"]))
    return bool(request and request.status == "asked")


def _still_asked(reader: Visit, why: Mapping[str, Any]) -> bool:
    pair = pairings.find(reader.tx, int(why["pairing"]))
    return pair is not None and pair.status == "asked"


def _still_away(reader: Visit, why: Mapping[str, Any]) -> bool:
    found = people.load(reader.tx, int(why["by"]))
    until = rhythm_of(found).paused_until if found else None
    return until is not None and until.isoformat() == why["paused"]


_LOOKS: Mapping[str, Callable[[Visit, Mapping[str, Any]], bool]] = {
    "ticket": _unanswered,
    "extension": _undecided,
    "pairing": _still_asked,
    "paused": _still_away,
}
