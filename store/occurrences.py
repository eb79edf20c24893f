"""What is to happen when: derived by the rules, compared with what is stored, claimed when due."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Select, bindparam, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.digest import is_urgent
from mentoring.planning import Occurrence
from store import schema as s
from store.among import among
from store.planned import CANCELLED as CANCELLED
from store.planned import EXPIRED as EXPIRED
from store.planned import FAILED as FAILED
from store.planned import FIRED as FIRED
from store.planned import KEPT_NOTES as KEPT_NOTES
from store.planned import MERGED as MERGED
from store.planned import PUT_OFF as PUT_OFF
from store.planned import SNOOZED as SNOOZED
from store.planned import TABLE, Plan, as_due, plan_of, plan_with
from store.planned import WAITED as WAITED
from store.planned import WAITING as WAITING
from store.planned import Due as Due
from store.planned import Scope as Scope
from store.planned import read_ahead as read_ahead
from store.planned import read_plans_ahead as read_plans_ahead
from store.prepared import Prepared, PreparedSelect
from store.work import Tx

BATCH = 500


URGENT, ANY_OTHER = s.occurrences.c.urgent.is_(True), s.occurrences.c.urgent.is_not(True)
"""What can't wait has an index of its own: it is not looked for among all that is due."""

_DUE = (
    select(s.occurrences)
    .where(s.occurrences.c.state == s.said("waiting"), s.occurrences.c.due_at <= bindparam("now"))
    .order_by(s.occurrences.c.due_at, s.occurrences.c.id)
    .limit(bindparam("most"))
)


def with_their_person(due: Select[Any]) -> Select[Any]:
    """The rows claimed on PostgreSQL: locked, and whose they are. The person first: who does not
    get them holds no row of theirs."""
    return due.join(s.people, s.people.c.id == s.occurrences.c.person).suffix_with(
        text("FOR NO KEY UPDATE OF people SKIP LOCKED FOR UPDATE OF occurrences SKIP LOCKED")
    )


_CLAIM = [
    {False: PreparedSelect(due), True: PreparedSelect(with_their_person(due))}
    for due in (_DUE.where(URGENT), _DUE.where(ANY_OTHER))
]
_ONE = PreparedSelect(select(s.occurrences).where(s.occurrences.c.id == bindparam("row")))
_OF_SUBJECT = PreparedSelect(
    select(s.occurrences).where(
        s.occurrences.c.person == bindparam("owner"),
        s.occurrences.c.programme == bindparam("programme"),
        s.occurrences.c.subject == bindparam("subject"),
    )
)
_OF_KIND = PreparedSelect(
    select(s.occurrences).where(
        s.occurrences.c.person == bindparam("owner"),
        s.occurrences.c.programme == bindparam("programme"),
        s.occurrences.c.kind == bindparam("kind"),
    )
)
_WAITING_OF = PreparedSelect(
    select(s.occurrences).where(
        s.occurrences.c.person == bindparam("owner"),
        s.occurrences.c.programme == bindparam("programme"),
        s.occurrences.c.state == s.said("waiting"),
        s.occurrences.c.due_at <= bindparam("until"),
    )
)
_LAST = PreparedSelect(
    select(s.occurrences.c.due_at)
    .where(
        s.occurrences.c.person == bindparam("owner"),
        s.occurrences.c.programme == bindparam("programme"),
        s.occurrences.c.kind == bindparam("kind"),
        s.occurrences.c.state == s.said("fired"),
    )
    .order_by(s.occurrences.c.due_at.desc())
    .limit(1)
)
_WHAT = ("key", "programme", "kind", "person", "pairing", "subject")
_COLUMNS = (*_WHAT, "due_at", "state", "why", "urgent")
# Two workers may plan the same person at once: the second waits, then leaves what is there.
_POSTGRESQL = postgresql.insert(s.occurrences).on_conflict_do_nothing(index_elements=["key"])
_SQLITE = sqlite.insert(s.occurrences).on_conflict_do_nothing(index_elements=["key"])
_ADD = {
    True: Prepared(_POSTGRESQL.inline(), *_COLUMNS),
    False: Prepared(_SQLITE.inline(), *_COLUMNS),
}
_ADD_ONE = {
    True: Prepared(_POSTGRESQL.returning(s.occurrences.c.id), *_COLUMNS),
    False: Prepared(_SQLITE.returning(s.occurrences.c.id), *_COLUMNS),
}
_CHANGE = Prepared(
    update(s.occurrences)
    .where(s.occurrences.c.id == bindparam("row"))
    .values(
        {
            name: func.coalesce(
                bindparam(f"new_{name}", type_=s.occurrences.c[name].type), s.occurrences.c[name]
            )
            for name in ("due_at", "kind", "why", "urgent", "state")
        }
        | {"note": bindparam("new_note")}
    )
)
_SETTLE = Prepared(
    update(s.occurrences)
    .where(among(s.occurrences.c.id, "rows"))
    .values(state=bindparam("new_state"), note=bindparam("new_note"))
)


def reconcile(tx: Tx, scope: Scope, derived: Iterable[Occurrence]) -> None:
    """Makes the stored plan inside `scope` equal to the derived one; what fired stays fired.

    What was put off, by the person or because the day had its message, keeps its new moment: it is
    looked at again when that comes.
    """
    stored = {row.key: row for row in _within(tx, scope)}
    wanted = {o.key: o for o in derived}
    for key, row in stored.items():
        if row.state == WAITING and key not in wanted and row.note not in KEPT_NOTES:
            settle(tx, row.id, CANCELLED, "no longer planned")
    for key, occurrence in wanted.items():
        if (row := stored.get(key)) is not None:
            _move(tx, occurrence, row)
    new = [_values(scope.programme, o) for key, o in wanted.items() if key not in stored]
    if new:
        _add(tx, scope.person, new)


def _add(tx: Tx, person: int, new: list[dict[str, Any]]) -> None:
    plan = plan_of(tx, person)
    if plan is None:
        _ADD[tx.postgresql].many(tx, new, about=person)
        return
    for each in new:
        plan.added.add((each["kind"], each["subject"]))
        _ADD[tx.postgresql].later(tx, each)


def add(tx: Tx, programme: str, occurrence: Occurrence, *, again: bool = False) -> int | None:
    """Plans one thing beside whatever else is planned, and gives its row where it is new; a key is
    used once, unless it may come `again` when it is over."""
    values = _values(programme, occurrence)
    found: int | None = _ADD_ONE[tx.postgresql].returned(tx, values, about=occurrence.person)
    if found is None and again:
        known = select(s.occurrences.c.id, s.occurrences.c.state)
        row = tx.execute(known.where(s.occurrences.c.key == occurrence.key)).one()
        if row.state != WAITING:
            put_off(tx, row.id, occurrence.due)
    return found


def _within(tx: Tx, scope: Scope) -> list[Any]:
    plan = plan_of(tx, scope.person)
    if plan is not None and plan.whole and not plan.has_added(scope):
        return plan.within(scope)
    where = {"owner": scope.person, "programme": scope.programme}
    if scope.subject is None:
        each = [_OF_KIND.all(tx, {**where, "kind": kind}) for kind in scope.kinds]
        return [row for rows in each for row in rows]
    rows = _OF_SUBJECT.all(tx, {**where, "subject": scope.subject})
    return [row for row in rows if row.kind in scope.kinds]


def _move(tx: Tx, occurrence: Occurrence, stored: Any) -> None:
    if stored.state in (WAITING, CANCELLED) and _differs(occurrence, stored):
        again = {
            "due_at": occurrence.due,
            "kind": occurrence.kind,
            "why": dict(occurrence.why),
            "urgent": is_urgent(occurrence),
        }
        _change(tx, stored.id, {**again, "state": WAITING, "note": None}, stored.person)


def _differs(occurrence: Occurrence, stored: Any) -> bool:
    """Whether the row says anything else; one that was put off keeps its later moment."""
    if stored.state == CANCELLED:
        return True
    if stored.note in KEPT_NOTES and occurrence.due <= stored.due_at:
        return False
    return bool(
        stored.due_at != occurrence.due
        or stored.kind != occurrence.kind
        or stored.why != dict(occurrence.why)
    )


def _values(programme: str, occurrence: Occurrence) -> dict[str, Any]:
    return {
        "key": occurrence.key,
        "programme": programme,
        "kind": occurrence.kind,
        "person": occurrence.person,
        "pairing": occurrence.pairing,
        "subject": occurrence.subject,
        "due_at": occurrence.due,
        "state": WAITING,
        "why": dict(occurrence.why),
        "urgent": is_urgent(occurrence),
    }


def due(tx: Tx, now: datetime, most: int = BATCH) -> list[Due]:
    """What has fallen due: what can't wait, then all else, each oldest first. On PostgreSQL these
    people are this transaction's alone: what is due for somebody of whom another one decides is
    passed over."""
    found: list[Any] = []
    for each in _CLAIM:
        found += each[tx.postgresql].all(tx, {"now": now, "most": most - len(found)})
    return [as_due(row) for row in found]


def of_kinds_until(tx: Tx, programme: str, kinds: Sequence[str], until: datetime) -> list[Due]:
    """What of these kinds waits in a programme and is due by then."""
    query = (
        select(s.occurrences)
        .where(
            s.occurrences.c.state == s.said(WAITING),
            s.occurrences.c.due_at <= until,
            s.occurrences.c.programme == programme,
            s.occurrences.c.kind.in_(kinds),
        )
        .order_by(s.occurrences.c.due_at, s.occurrences.c.id)
    )
    return [as_due(row) for row in tx.execute(query)]


def settle(tx: Tx, row: int, state: str, note: str | None = None) -> None:
    _change(tx, row, {"state": state, "note": note})


def put_off(tx: Tx, row: int, until: datetime, note: str | None = None) -> None:
    """It waits on, until a better moment. With a note it stays there when all is planned again."""
    _change(tx, row, {"due_at": until, "state": WAITING, "note": note})


def _change(tx: Tx, row: int, to: dict[str, Any], about: int | None = None) -> None:
    """What is not named stays as it is. `about` is whose it is, where that is known."""
    plan = plan_with(tx, row)
    if plan is None or tx.ahead is None:
        _CHANGE(tx, _changed(row, to), about=about)
        return
    plan.change(row, to)
    tx.ahead.queue(TABLE, "changes", partial(_write_changes, tx), (row, plan))


def _changed(row: int, to: dict[str, Any]) -> dict[str, Any]:
    names = ("due_at", "kind", "why", "urgent", "state", "note")
    return {"row": row, **{f"new_{name}": to.get(name) for name in names}}


def _write_changes(tx: Tx, queued: list[tuple[int, Plan]]) -> None:
    """What each row came to; those that came to the same end, with one statement."""
    alike, others = defaultdict[tuple[str, str | None], list[int]](list), []
    for row, plan in dict(queued).items():
        to = plan.changed[row]
        if to.keys() <= {"state", "note"}:
            alike[to["state"], to["note"]].append(row)
        else:
            others.append(_changed(row, to))
    ends = [
        {"rows": rows, "new_state": state, "new_note": note}
        for (state, note), rows in alike.items()
    ]
    for prepared, values in ((_SETTLE, ends), (_CHANGE, others)):
        if values:
            prepared.keeping(tx, values)


def find(tx: Tx, row: int) -> Due | None:
    """One occurrence, whatever became of it."""
    plan = plan_with(tx, row)
    if plan is not None and (known := plan.rows.get(row)) is not None:
        return known
    found = _ONE.first(tx, {"row": row})
    return None if found is None else as_due(found)


def days(
    tx: Tx, person: int, programme: str, kinds: Sequence[str], since: datetime
) -> list[datetime]:
    """When something of these kinds was or will be said to a person, from an instant on."""
    query = select(s.occurrences.c.due_at).where(
        s.occurrences.c.person == person,
        s.occurrences.c.kind.in_(kinds),
        s.occurrences.c.programme == programme,
        s.occurrences.c.state.in_((WAITING, FIRED)),
        s.occurrences.c.due_at >= since,
    )
    return list(tx.execute(query).scalars())


def last_fired(tx: Tx, person: int, programme: str, kind: str) -> datetime | None:
    """When something of this kind was said to a person last."""
    plan = plan_of(tx, person)
    if plan is not None and plan.whole:
        scope = Scope(programme=programme, person=person, kinds=(kind,))
        fired = (each.due_at for each in plan.within(scope) if each.state == FIRED)
        return max(fired, default=None)
    found = _LAST.first(tx, {"owner": person, "programme": programme, "kind": kind})
    return None if found is None else found.due_at


def waiting_until(
    tx: Tx, programme: str, people: Sequence[int], kinds: Sequence[str], until: datetime
) -> list[Due]:
    """What waits for these people up to an instant, oldest first."""
    found = [each for one in people for each in _waiting(tx, one, programme, until)]
    wanted = [each for each in found if each.kind in kinds]
    return sorted(wanted, key=_in_order) if len(wanted) > 1 else wanted


def _in_order(each: Due) -> tuple[datetime, int]:
    return each.due_at, each.id


def _waiting(tx: Tx, person: int, programme: str, until: datetime) -> list[Due]:
    plan = plan_of(tx, person)
    if plan is not None and until <= plan.until and not plan.added:
        return [each for each in plan.waiting(until) if each.programme == programme]
    where = {"owner": person, "programme": programme, "until": until}
    return [as_due(row) for row in _WAITING_OF.all(tx, where)]


def next_due(tx: Tx) -> datetime | None:
    query = select(func.min(s.occurrences.c.due_at)).where(
        s.occurrences.c.state == s.said("waiting")
    )
    return tx.execute(query).scalar()
