"""Where somebody can be reached: by which channels, where they prefer it, and when it is lost."""

from datetime import datetime, timedelta

from desk import menu
from desk.reasons import KINDS as PROMPTS
from desk.visit import WEB, Visit, button
from desk.world import World
from mentoring.message import Button
from store import invitations, journal, outbox, people, posting
from store.work import Tx

STILL_OF_USE = timedelta(days=1)
"""An answer older than this is not sent any more to somebody who comes back."""


def came_by(visit: Visit, channel: str) -> None:
    """Somebody writes: answers go there from now on, and what could not reach them goes out."""
    visit.refresh(channel=channel)
    if people.set_blocked(visit.tx, visit.person.id, channel, None):
        _resume(visit.tx, visit.person.id, channel, visit.now)


def lost(tx: Tx, world: World, person: int, channel: str, reason: str, now: datetime) -> None:
    """The platform says that nothing reaches them: the coordinators hear it once, and nothing is
    tried until they come back. What waited goes by another channel of theirs, if there is one."""
    if not people.set_blocked(tx, person, channel, now):
        posting.strand(tx, person, channel, reason)
        return
    journal.note(tx, actor=person, act="channel-lost", now=now, detail={"channel": channel})
    other = next((name for name, blocked in people.channels(tx, person).items() if not blocked), "")
    if other:
        people.change(tx, person, channel=other, prefers=None)
        posting.reroute(tx, person, channel, other)
        return
    people.change(tx, person, channel=channel)
    posting.strand(tx, person, channel, reason)
    _tell(tx, world, person, channel, now)


def _tell(tx: Tx, world: World, person: int, channel: str, now: datetime) -> None:
    found = people.load(tx, person)
    for part in people.parts(tx, person) if found else []:
        if found is None or part.programme not in world.programmes:
            continue
        visit = Visit(tx, world, found, part, now, f"lost:{person}:{now.timestamp()}")
        visit.writer = None
        for coordinator in visit.colleagues("coordinator"):
            if coordinator.person.id != person:
                coordinator.say(
                    coordinator.t(
                        "person-lost",
                        name=found.name,
                        role=coordinator.role_label(part.role),
                        channel=_label(coordinator, channel),
                    ),
                    kind="lost",
                )


def back(tx: Tx, person: int, channel: str, now: datetime) -> None:
    """They let the bot in again."""
    if people.set_blocked(tx, person, channel, None):
        people.change(tx, person, channel=channel)
        _resume(tx, person, channel, now)


def _resume(tx: Tx, person: int, channel: str, now: datetime) -> None:
    posting.resume(tx, person, channel, now - STILL_OF_USE, PROMPTS)


def show(visit: Visit) -> None:
    """Where the bot writes to this person, and how to add another way."""
    mine = [
        name for name, blocked in people.channels(visit.tx, visit.person.id).items() if not blocked
    ]
    preferred = visit.person.prefers or visit.person.channel or WEB
    lines = [visit.t("channels", here=_label(visit, preferred))]
    for name in _doors(visit):
        if name not in mine:
            code = invitations.issue_for(visit.tx, visit.person, visit.part, visit.now)
            link = visit.world.doors[name] + code
            lines.append(visit.t("channel-add", channel=_label(visit, name), link=link))
    visit.say("\n\n".join(lines), *_choices(visit, mine, preferred))


def _doors(visit: Visit) -> list[str]:
    """The ways in that this programme has: its own bot rather than the common one."""
    own = f"telegram:{visit.part.programme}"
    telegram = own if own in visit.world.doors else "telegram"
    return [name for name in (WEB, telegram) if name in visit.world.doors]


def _choices(visit: Visit, mine: list[str], preferred: str) -> list[Button]:
    return [
        button(visit.t("prefer", channel=_label(visit, name)), "prefer", channel=name)
        for name in mine
        if name != preferred
    ]


def prefer(visit: Visit, channel: str) -> None:
    if people.channels(visit.tx, visit.person.id).get(channel, True):
        visit.say(visit.t("not-yours"))
        return
    visit.refresh(prefers=channel)
    menu.show(visit, visit.t("preferred", channel=_label(visit, channel)))


def _label(visit: Visit, channel: str) -> str:
    return visit.t(f"channel-{channel.partition(':')[0]}")


def goodbye(visit: Visit) -> None:
    """The last word to somebody who was erased; the web chat says it by itself."""
    if visit.channel and visit.channel != WEB and visit.address:
        visit.ways.add(visit.channel)
        outbox.put_to_stranger(
            visit.tx,
            visit.t("erased"),
            key=f"{visit.origin}:goodbye",
            kind=outbox.GOODBYE,
            channel=visit.channel,
            address=visit.address,
            now=visit.now,
        )


def contact(visit: Visit, phone: str, own: bool) -> None:
    """A shared phone number counts only if it is the person's own; humans see it in an alarm."""
    if not own:
        visit.say(visit.t("contact-foreign"))
        return
    profile = people.profile(visit.tx, visit.person, visit.part.id)
    people.set_profile(visit.tx, visit.person, visit.part.id, {**profile, "phone": phone})
    visit.say(visit.t("contact-kept"))


def phone_of(visit: Visit) -> str:
    """The number somebody gave themselves, or nothing."""
    return str(people.profile(visit.tx, visit.person, visit.part.id).get("phone", ""))
