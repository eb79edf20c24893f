"""What is planned for people, as values, and what of it a batch of decisions knows beforehand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, literal_column, not_, select

from store import schema as s
from store.ahead import MISSING
from store.among import among
from store.columns import Instant
from store.prepared import PreparedSelect
from store.work import Tx

TABLE = "occurrences"
WAITING, FIRED, CANCELLED, EXPIRED, MERGED = "waiting", "fired", "cancelled", "expired", "merged"
FAILED = "failed"  # could not be said, and nobody tries again
SNOOZED, PUT_OFF, WAITED = "snoozed", "put off", "waited for room"
KEPT_NOTES = (SNOOZED, PUT_OFF, WAITED)


@dataclass(frozen=True, kw_only=True)
class Due:
    id: int
    key: str
    programme: str
    kind: str
    person: int
    pairing: int | None
    subject: int | None
    due_at: datetime
    why: dict[str, Any]
    urgent: bool | None = None
    state: str = WAITING
    note: str | None = None

    def but(self, **changes: Any) -> "Due":
        """The same but for these fields; `dataclasses.replace` takes four times as long."""
        new = object.__new__(Due)
        new.__dict__.update(self.__dict__, **changes)
        return new


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a derivation speaks of: what is stored inside it and not derived is cancelled."""

    programme: str
    person: int
    kinds: tuple[str, ...]
    subject: int | None = None


_UNINDEXED_DUE = s.occurrences.c.due_at + literal_column("0")
_UNINDEXED_STATE = s.occurrences.c.state + literal_column("''")
"""So that rows are looked up by person: through the index of all that waits, a whole burst would be
read for each batch."""

_OF_PEOPLE = PreparedSelect(select(s.occurrences).where(among(s.occurrences.c.person, "people")))
_MORE = PreparedSelect(
    select(s.occurrences).where(
        among(s.occurrences.c.person, "people"),
        s.said("waiting") == _UNINDEXED_STATE,
        bindparam("until", type_=Instant) >= _UNINDEXED_DUE,
        not_(among(s.occurrences.c.id, "but")),
    )
)


def as_due(row: Any) -> Due:
    return Due(
        id=row.id,
        key=row.key,
        programme=row.programme,
        kind=row.kind,
        person=row.person,
        pairing=row.pairing,
        subject=row.subject,
        due_at=row.due_at,
        why=row.why or {},
        urgent=row.urgent,
        state=row.state,
        note=row.note,
    )


@dataclass(kw_only=True)
class Plan:
    """What waits for one person up to an instant, as it is by now, and what was changed of it since
    it was read.

    A `whole` one has what is over, too. What was `added` since has no row here yet.
    """

    until: datetime
    whole: bool = False
    added: set[tuple[str, int | None]] = field(default_factory=set)
    rows: dict[int, Due] = field(default_factory=dict)
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)

    def change(self, row: int, to: dict[str, Any]) -> None:
        before = self.changed.get(row)
        self.changed[row] = {**before, **to} if before else to
        if row in self.rows:
            self.rows[row] = self.rows[row].but(**to)

    def waiting(self, until: datetime) -> list[Due]:
        """Of any programme, up to an instant that is not after its own."""
        rows = self.rows.values()
        return [due for due in rows if due.state == WAITING and due.due_at <= until]

    def within(self, scope: Scope) -> list[Due]:
        return [
            each
            for each in self.rows.values()
            if each.kind in scope.kinds
            and each.programme == scope.programme
            and scope.subject in (None, each.subject)
        ]

    def has_added(self, scope: Scope) -> bool:
        return any(
            kind in scope.kinds and scope.subject in (None, subject) for kind, subject in self.added
        )


_HOLD = PreparedSelect(
    select(s.occurrences.c.id)
    .where(among(s.occurrences.c.person, "people"), s.said(WAITING) == _UNINDEXED_STATE)
    .with_for_update()
)


def read_plans_ahead(tx: Tx, people: Collection[int]) -> None:
    """All that was ever planned for these people, as planning them anew asks for it. On PostgreSQL
    what waits is held until the commit, as it would be changed by what was read."""
    if tx.ahead is None:
        return
    if tx.postgresql:
        _HOLD.all(tx, {"people": [*people]})
    plans = {person: Plan(until=datetime.max.replace(tzinfo=UTC), whole=True) for person in people}
    for row in _OF_PEOPLE.all(tx, {"people": [*plans]}):
        plans[row.person].rows[row.id] = as_due(row)
        tx.ahead.owners[row.id] = row.person
    for person, plan in plans.items():
        tx.ahead.learn(TABLE, person, Plan, plan)


def read_ahead(tx: Tx, claimed: Sequence[Due], until: datetime) -> list[Due]:
    """What waits for these people up to an instant; `claimed` is theirs and as it is now."""
    plans = {each.person: Plan(until=until) for each in claimed}
    asked = {"people": [*plans], "until": until, "but": [each.id for each in claimed]}
    found = [*claimed, *map(as_due, _MORE.all(tx, asked))]
    for due in found:
        plans[due.person].rows[due.id] = due
    if tx.ahead is not None:
        tx.ahead.owners.update({due.id: due.person for due in found})
        for person, plan in plans.items():
            tx.ahead.learn(TABLE, person, Plan, plan)
    return found


def plan_of(tx: Tx, person: int | None) -> Plan | None:
    """What is known ahead of somebody's plan, if anything is."""
    if tx.ahead is None or person is None:
        return None
    found = tx.ahead.known(TABLE, person, Plan)
    return None if found is MISSING else found


def plan_with(tx: Tx, row: int) -> Plan | None:
    return None if tx.ahead is None else plan_of(tx, tx.ahead.owners.get(row))
