"""What one person will receive, when and why, as it stands in the database now."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from bot.rehearsal.errors import WrongPerson
from bot.rehearsal.reasons import Reasons
from bot.settings import Settings
from bot.wiring import load_programmes, open_store
from knowledge.folder import LoadedProgramme
from mentoring.localtime import local
from mentoring.programme import ROLES
from store import occurrences, pairings, people
from store import schema as s
from store.people import Person
from store.tasks import find as find_task
from store.work import Tx

Programmes = dict[str, LoadedProgramme]
LANGUAGE = "en"  # of the reasons: the command line speaks English
TO_THE_MENTOR, TO_COORDINATORS = "silence", "alert"


def upcoming(settings: Settings, who: str, programme: str | None) -> list[dict[str, Any]]:
    """Soonest first: {at, programme, kind, about, why}. Raises WrongPerson."""
    loaded = load_programmes(settings.programmes)
    store = open_store(settings)
    try:
        return store.run_now(partial(_listed, who=who, programme=programme, loaded=loaded))
    finally:
        store.close_now()


def _listed(tx: Tx, who: str, programme: str | None, loaded: Programmes) -> list[dict[str, Any]]:
    person = _one(tx, who, programme, loaded)
    rows = [row for row in _waiting(tx) if row.programme in loaded]
    if programme is not None:
        rows = [row for row in rows if row.programme == programme]
    mine = [row for row in rows if _reader(tx, row, person.id) == person.id]
    return [_shown(tx, row, loaded) for row in mine if not _switched_off(person, row.kind)]


def _switched_off(person: Person, kind: str) -> bool:
    """What will be cancelled when it falls due; an alarm never is."""
    return kind != TO_COORDINATORS and (person.stopped_at is not None or kind in person.muted)


def _waiting(tx: Tx) -> Sequence[Any]:
    table = s.occurrences.c
    query = s.occurrences.select().where(table.state == occurrences.WAITING)
    return tx.execute(query.order_by(table.due_at, table.id)).all()


def _reader(tx: Tx, row: Any, person: int) -> int | None:
    """Silence is told to the mentor, an alarm to whoever coordinates; the rest to the person."""
    if row.kind == TO_THE_MENTOR:
        mentee = people.load(tx, row.person)
        active = pairings.of_mentee(tx, mentee, row.programme, "active") if mentee else []
        return active[0].mentor if active else None
    if row.kind == TO_COORDINATORS:
        told = people.has_role(tx, person, row.programme, "coordinator")
        return person if told else None
    return int(row.person)


def _shown(tx: Tx, row: Any, loaded: Programmes) -> dict[str, Any]:
    about = people.load(tx, row.person)
    zone = (about.zone if about else None) or loaded[row.programme].programme.zone
    here = local(row.due_at, zone)
    return {
        "at": here.isoformat(timespec="minutes"),
        "programme": row.programme,
        "kind": row.kind,
        "about": _about(tx, row, about),
        "why": _why(row, here),
    }


def _about(tx: Tx, row: Any, person: Person | None) -> str | None:
    if person is None:
        return None
    if row.kind in (TO_THE_MENTOR, TO_COORDINATORS):
        return person.name
    task = find_task(tx, person, row.subject) if row.subject else None
    return task.title if task else None


def _why(row: Any, here: datetime) -> str:
    reasons = Reasons(LANGUAGE, here.date())
    return reasons.by_rule(row.why or {"rule": row.kind})


def _one(tx: Tx, who: str, programme: str | None, loaded: Programmes) -> Person:
    if programme is not None and programme not in loaded:
        raise WrongPerson(f"there is no programme {programme!r}; there are: {', '.join(loaded)}.")
    names = [programme] if programme else list(loaded)
    ids = sorted({one for name in names for one in people.with_role(tx, name, *ROLES)})
    everybody = [found for one in ids if (found := people.load(tx, one)) is not None]
    meant = [each for each in everybody if who in (str(each.id), each.name)]
    if not meant:
        meant = [each for each in everybody if who.casefold() in each.name.casefold()]
    if len(meant) != 1:
        raise WrongPerson(_unclear(who, meant))
    return meant[0]


def _unclear(who: str, meant: list[Person]) -> str:
    if not meant:
        return f"nobody is called {who!r}."
    listed = ", ".join(f"{each.name} ({each.id})" for each in meant)
    return f"{who!r} may be: {listed}. Give the number."
