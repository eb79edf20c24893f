"""What was said to whom: the outbox read as it was delivered, with the reason for each message."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.rehearsal.players import Choice, Heard, Player
from bot.rehearsal.reasons import Reasons
from desk.stopping import UNPROMPTED
from store import people
from store import schema as s
from store.people import Person
from store.work import Tx

OF_TASK = re.compile(r"oc:task:(\d+):")
NOTICE, HELLO = "notice", "hello"


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One outbox row that was delivered."""

    id: int
    key: str
    person: int
    kind: str
    why: Mapping[str, Any]
    at: datetime
    text: str
    buttons: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A message as the rehearsal shows it. `at` is local; `decision` is what it was decided in.

    `tasks` and `events` (with their day) are what it speaks of, `buttons` the labels under it with
    what they do.
    """

    at: datetime
    to: str
    role: str
    kind: str
    text: str
    why: str
    decision: str
    tasks: tuple[int, ...] = ()
    events: tuple[tuple[str, date], ...] = ()
    buttons: tuple[tuple[str, str], ...] = ()

    @property
    def unprompted(self) -> bool:
        """Whether it came by a rule, and not because somebody had done something."""
        return self.kind in UNPROMPTED


def sent_after(tx: Tx, last: int, known: dict[int, Person]) -> list[Sent]:
    """What was delivered after the row `last`, oldest first; `known` keeps people's ciphers."""
    table = s.outbox.c
    query = s.outbox.select().where(table.id > last, table.state == "sent").order_by(table.id)
    return [_sent(row, _person(tx, row.person, known)) for row in tx.execute(query)]


def _person(tx: Tx, person: int, known: dict[int, Person]) -> Person:
    if person not in known:
        found = people.load(tx, person)
        assert found is not None, "nobody is erased in a rehearsal"
        known[person] = found
    return known[person]


def _sent(row: Any, person: Person) -> Sent:
    body = person.cipher.open(row.body, f"outbox.body:{row.key}")
    labels = enumerate(body.get("buttons", ()))
    return Sent(
        id=row.id,
        key=row.key,
        person=row.person,
        kind=row.kind,
        why=row.why or {},
        at=row.sent_at,
        text=body["text"],
        buttons=tuple(
            Choice(row=row.id, key=f"{row.token}.{place}", label=label, action=action)
            for place, (label, action) in labels
        ),
    )


def told(
    sent: Sent, to: Player, heard: Mapping[int, Heard], reasons: Reasons, here: datetime
) -> Told:
    """`heard` are the messages of people by inbox row, so that a reply can name its reason."""
    cause = heard.get(int(sent.key.split(":")[1])) if sent.key.startswith("in:") else None
    return Told(
        at=here,
        to=to.name,
        role=to.role,
        kind=_kind(sent, cause),
        text=sent.text,
        why=reasons.of(sent, cause),
        decision=sent.key.rsplit(":", 2)[0],
        tasks=tuple(dict.fromkeys(_tasks(sent))),
        events=tuple(dict.fromkeys(_events(sent))),
        buttons=tuple((each.label, str(each.action["do"])) for each in sent.buttons),
    )


def _tasks(sent: Sent) -> Iterator[int]:
    """By its key, or by its buttons where several things are told together."""
    if found := OF_TASK.match(sent.key):
        yield int(found[1])
    yield from (int(each.action["task"]) for each in sent.buttons if each.does("task", {}))


def _events(sent: Sent) -> Iterator[tuple[str, date]]:
    whys = [sent.why] if sent.kind == "event" else []
    for each in (*whys, *(each.action for each in sent.buttons if each.does("event", {}))):
        yield str(each["event"]), date.fromisoformat(each["date"])


def _kind(sent: Sent, cause: Heard | None) -> str:
    """The outbox calls all that is said at once a reply, also to those who hear of it."""
    if sent.kind != "reply":
        return sent.kind
    if cause is None:
        return HELLO
    return "reply" if cause.person == sent.person else NOTICE
