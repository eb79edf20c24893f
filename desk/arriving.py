"""Who comes in by a channel where people have addresses: known people, strangers, groups.

All of it happens in the unit of work that writes the message into the inbox, before it is
acknowledged. Of strangers nothing is kept but that they were answered.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from desk import poll_tapping, reach, welcome
from desk.poll_tapping import Toast
from desk.visit import Visit
from desk.wording import LANGUAGES, wording
from desk.world import World
from knowledge import safety
from mentoring.message import Button
from store import activities, inbox, invitations, outbox, people, posting
from store.invitations import Invitation
from store.people import Person
from store.work import Tx

GROUPS = {"do": "groups"}

ANSWERED_FOR = timedelta(minutes=10)
"""A stranger who goes on writing is answered once in this time."""


@dataclass(frozen=True, kw_only=True)
class Inbound:
    """What came by a channel. `address` is the sender's there, `group` the chat it was said in.

    `body` holds `text`, `button`, `attachment`, `contact`, `edited` or `code` (of an invitation).
    `standing` is not a message but says that the person shut the bot out or let it in again.
    """

    channel: str
    address: str
    event: str
    body: dict[str, Any]
    language: str = ""
    group: str | None = None
    standing: Literal["blocked", "back"] | None = None
    moved_to: str | None = None
    sent_at: float | None = None
    """When the platform says it was written, in seconds since 1970."""
    album: str | None = None
    """The event by which the pictures of an album without words count as one; also taken by the
    one that has the words."""


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """A message in the inbox that waits to be handled."""

    person: int
    row: int
    text: str
    sent_at: float = 0.0
    """When it was written, in seconds since 1970."""


def accept(tx: Tx, world: World, inbound: Inbound, now: datetime) -> Accepted | Toast | None:
    """Writes one event into the inbox; None when there is nothing (more) to handle."""
    person = people.by_address(tx, inbound.channel, inbound.address)
    if inbound.group is not None and inbound.body.get("button"):
        return _tapped(tx, world, person, inbound, now)
    if inbound.group is not None and not _alarming(person, inbound):
        _in_group(tx, world, person, inbound, now)
        return None
    if inbound.standing is not None:
        _standing(tx, world, person, inbound, now)
        return None
    if person is None:
        _stranger(tx, world, inbound, now)
        return None
    row = inbox.accept(
        tx,
        channel=inbound.channel,
        event=inbound.event,
        person=person.id,
        cipher=person.cipher,
        body=inbound.body,
        now=now,
    )
    if row is None:
        return None
    if inbound.album is not None and inbound.album != inbound.event:
        inbox.note(tx, channel=inbound.channel, event=inbound.album, now=now)
    if person.unreached and inbound.group is None:  # no word came that they let the bot in again
        reach.back(tx, person.id, inbound.channel, now)
    sent_at = now.timestamp() if inbound.sent_at is None else inbound.sent_at
    text = str(inbound.body.get("text") or "")
    return Accepted(person=person.id, row=row, text=text, sent_at=sent_at)


def _alarming(person: Person | None, inbound: Inbound) -> bool:
    """Even in a group a cry for help is heard, and answered in private."""
    text = str(inbound.body.get("text") or "")
    found = safety.assess(text) if person is not None and text else None
    return found is not None and found.level == "danger"


def _tapped(
    tx: Tx, world: World, person: Person | None, inbound: Inbound, now: datetime
) -> Toast | None:
    """A button under a message that a whole group sees; who tapped it is answered alone."""
    row = inbox.note(tx, channel=inbound.channel, event=inbound.event, now=now)
    if row is None:
        return None
    text = poll_tapping.tap(
        tx,
        world,
        person,
        channel=inbound.channel,
        chat=str(inbound.group),
        key=str(inbound.body["button"]),
        origin=f"tap:{row}",
        now=now,
        language=inbound.language,
    )
    return Toast(event=inbound.event, text=text)


def _in_group(tx: Tx, world: World, person: Person | None, inbound: Inbound, now: datetime) -> None:
    """A group gets nothing personal; it is told so once, wherever it moves."""
    row = inbox.note(tx, channel=inbound.channel, event=inbound.event, now=now)
    if row is None:
        return
    group = str(inbound.group)
    if inbound.moved_to is not None:
        posting.moved(tx, inbound.channel, group, inbound.moved_to)
        return
    if inbound.standing == "blocked":
        activities.disown_chat(tx, inbound.channel, group)
        return
    if inbound.standing == "back" and person is not None:
        _own(tx, world, person, inbound, f"chat:{row}", now)
    if not outbox.said_to(tx, inbound.channel, group, None):
        _say(tx, inbound, "group-hello", group, now, outbox.GROUP)


def _own(
    tx: Tx, world: World, person: Person, inbound: Inbound, origin: str, now: datetime
) -> None:
    """A mentor put the bot into a group: what their mentees do together may be shown there."""
    found = [part for part in people.parts(tx, person.id) if part.role == "mentor"]
    group = str(inbound.group)
    if found and activities.own_chat(tx, person.id, inbound.channel, group, now):
        visit = Visit(tx, world, person, found[0], now, origin)
        visit.channel = inbound.channel
        visit.say(visit.t("poll-chat-yours"), Button(label=visit.t("do-groups"), action=GROUPS))


def _standing(tx: Tx, world: World, person: Person | None, inbound: Inbound, now: datetime) -> None:
    if inbox.note(tx, channel=inbound.channel, event=inbound.event, now=now) is None:
        return
    if person is None:
        return
    if inbound.standing == "blocked":
        reach.lost(tx, world, person.id, inbound.channel, "blocked by the person", now)
    else:
        reach.back(tx, person.id, inbound.channel, now)


def _stranger(tx: Tx, world: World, inbound: Inbound, now: datetime) -> None:
    if inbox.note(tx, channel=inbound.channel, event=inbound.event, now=now) is None:
        return
    text, code = str(inbound.body.get("text") or ""), inbound.body.get("code")
    if text and safety.assess(text) is not None:
        _say(tx, inbound, "stranger-danger", inbound.address, now, helplines=_helplines(world))
    elif code:
        _with_code(tx, world, inbound, str(code), now)
    elif not outbox.said_to(tx, inbound.channel, inbound.address, now - ANSWERED_FOR):
        _say(tx, inbound, "stranger", inbound.address, now)


def _helplines(world: World) -> str:
    lines = next(iter(world.programmes.values())).programme.helplines
    return "\n".join(f"{line.number} – {line.name[LANGUAGES[0]]}" for line in lines)


def _say(
    tx: Tx,
    inbound: Inbound,
    text: str,
    address: str,
    now: datetime,
    kind: str = outbox.STRANGER,
    **values: str,
) -> None:
    """In Latvian, and in English too for those whose phone does not speak Latvian."""
    spoken = LANGUAGES[:1] if inbound.language.startswith(LANGUAGES[0]) else LANGUAGES
    said = [wording(language)(text, **values) for language in spoken]
    outbox.put_to_stranger(
        tx,
        "\n\n".join(said),
        key=f"stranger:{inbound.channel}:{inbound.event}"[:120],
        channel=inbound.channel,
        address=address,
        now=now,
        kind=kind,
    )


def _with_code(tx: Tx, world: World, inbound: Inbound, code: str, now: datetime) -> None:
    found = invitations.look(tx, code, now)
    if not isinstance(found, Invitation):
        _say(tx, inbound, f"invitation-{found}", inbound.address, now)
        return
    person = found.person or people.add(tx, name=found.name, language=found.language, now=now)
    if not invitations.use(tx, found.id, person, now):
        _say(tx, inbound, "invitation-used", inbound.address, now)
        return
    people.leave_channel(tx, person, inbound.channel)
    people.add_identity(tx, person, inbound.channel, inbound.address, now)
    if not found.person:
        people.join(tx, person, found.programme, found.role, now)
    people.change(tx, person, channel=inbound.channel)
    _welcome(tx, world, person, inbound, found, now)


def _welcome(
    tx: Tx, world: World, person: int, inbound: Inbound, found: Invitation, now: datetime
) -> None:
    loaded = people.load(tx, person)
    parts = people.parts(tx, person)
    if loaded is None or not parts:
        return
    visit = Visit(tx, world, loaded, parts[0], now, f"hello:{found.id}")
    visit.channel = inbound.channel
    if found.person:
        visit.say(visit.t("channel-added"))
    else:
        welcome.greet(visit)


def invited(visit: Visit, code: str) -> None:
    """Somebody known opens an invitation: one more part of theirs, or a channel they have."""
    found = invitations.look(visit.tx, code, visit.now)
    if not isinstance(found, Invitation):
        visit.say(visit.t(f"invitation-{found}"))
    elif found.person is not None and found.person != visit.person.id:
        visit.say(visit.t("channel-taken"))
    elif not invitations.use(visit.tx, found.id, visit.person.id, visit.now):
        visit.say(visit.t("invitation-used"))
    elif found.person is not None:
        visit.say(visit.t("channel-added"))
    else:
        _one_more_part(visit, found)


def _one_more_part(visit: Visit, found: Invitation) -> None:
    part = people.join(visit.tx, visit.person.id, found.programme, found.role, visit.now)
    new = next(each for each in people.parts(visit.tx, visit.person.id) if each.id == part)
    there = Visit(visit.tx, visit.world, visit.person, new, visit.now, f"{visit.origin}:joined")
    there.channel = visit.channel
    welcome.greet(there)
