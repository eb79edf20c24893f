"""One decision in progress: who is concerned, in which programme, at what instant.

Everything a decision says goes through here into the outbox, under keys made of the decision's
origin and a count, so that deciding the same thing twice can't be sent twice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from desk import poll_dialogs, resting
from desk.wording import Wording, wording
from desk.world import World
from dialogs.definition import Definition
from knowledge.folder import LoadedProgramme
from mentoring.localtime import local
from mentoring.message import Button, Message
from mentoring.programme import Programme
from store import outbox, people, sessions
from store.outbox import Pressed
from store.people import Part, Person
from store.sessions import Kept
from store.work import Tx

WEB = "web"
CERTIFICATE = "certificate"
"""A result that no dialog has made."""

NOTICE = "notice"
"""The reason of what reaches somebody because another person did something."""

REQUEST = "request"
"""The reason of what asks its reader to decide or to answer."""

NO_WHY: Mapping[str, Any] = {}


class Visit:
    """A person at the desk. `origin` names what is being decided: an inbox row or an occurrence."""

    def __init__(
        self, tx: Tx, world: World, person: Person, part: Part, now: datetime, origin: str
    ) -> None:
        self.tx, self.world, self.person, self.part = tx, world, person, part
        self.now, self.origin = now, origin
        self.loaded: LoadedProgramme = world.programme(part.programme)
        self._said = self._met = 0
        self.writer: int | None = person.id
        """Whose doing this decision is; None where nobody did anything and a rule speaks."""
        self.live = False
        """What two or more do together at this moment, so that nothing of it can wait."""
        self.channel: str | None = None
        """The channel the message being answered came by; None where nobody asked."""
        self.address: str | None = None
        """What that channel calls the person, where they have an address."""
        self.ways: set[str] = set()
        """The channels this decision has queued something for; those it involves share it."""
        self.about: int | None = None
        """Whose doing is spoken of, where it is not the person's own; erased with them."""
        self.erased_with = True
        """Whether what others are told goes when this person is erased."""
        self.met: dict[int, str] = {}
        """Whom this decision has looked at, with their names; those it involves share it."""
        self.open_session: Kept | None = None
        """The dialog that was open when the message came in."""
        self.pressed: Pressed | None = None
        """The button that was tapped; None once its message has been changed in place."""

    @property
    def programme(self) -> Programme:
        return self.loaded.programme

    @property
    def t(self) -> Wording:
        return wording(self.person.language)

    @property
    def zone(self) -> str:
        return self.person.zone or self.programme.zone

    @property
    def today(self) -> date:
        return _day(self.now, self.zone)

    def say(
        self,
        text: str,
        *buttons: Button,
        kind: str = "reply",
        priority: int = outbox.REPLY,
        why: Mapping[str, Any] = NO_WHY,
        image: str | None = None,
        alt: str | None = None,
        author: str | None = None,
        document: str | None = None,
        of: int | None = None,
        shows: Iterable[int] = (),
    ) -> None:
        """Queues one message to the person; what others cause waits while they rest.

        `of` is whose it is where neither `about` nor a name in the text says so; `shows` are the
        results of theirs that stand in it, with which it goes when they are no longer shared.
        """
        self._said += 1
        labels = (each.label for each in buttons)
        whose = self._whose(of, "\n".join(filter(None, (text, alt, author, *labels))))
        way = self.way(priority)
        later = None if self._hears_at_once(priority) else resting.until(self, kind)
        if later is None:
            self.ways.add(way)
        else:
            resting.plan(self, later)
        outbox.put(
            self.tx,
            self.person,
            Message(text=text, buttons=tuple(buttons), image=image, alt=alt, document=document),
            key=f"{self.origin}:{self._said}:{self.person.id}",
            now=self.now,
            kind=kind,
            priority=priority,
            channel=way,
            why=_with_people(dict(why) or self._by_others(), whose, [*shows]),
            author=author,
            about=whose[0] if whose else None,
            check=not self.origin.startswith("in:"),
            not_before=later,
        )

    def _whose(self, of: int | None, words: str) -> list[int]:
        """All with whom a message goes when they are erased: whose doing or words it tells, and
        whoever else of those this decision has looked at is named in it."""
        named = [who for who, name in self.met.items() if who != self.person.id and name in words]
        told = (who for who in (of, self.about, *named) if who is not None)
        return list(dict.fromkeys(told))

    def knows(self, person: int, name: str) -> None:
        """Somebody's name is about to be said: what names them goes with them."""
        self.met[person] = name

    def _hears_at_once(self, priority: int) -> bool:
        """Whoever writes is awake; danger and what goes on right now wait for nobody."""
        return self.live or priority == outbox.SAFETY or self.writer == self.person.id

    def _by_others(self) -> dict[str, Any] | None:
        """Why somebody hears of what they did not ask for; an answer needs no reason."""
        if self.writer == self.person.id:
            return None
        return {"rule": NOTICE} if self.writer is None else {"rule": NOTICE, "by": self.writer}

    def say_instead(self, text: str, *buttons: Button) -> bool:
        """Changes the message whose button was tapped, as chats can; False if this one can't."""
        if self.pressed is None or self.channel in (None, WEB):
            return False
        self._said += 1
        way = self.way(outbox.REPLY)
        self.ways.add(way)
        changed = outbox.put_instead(
            self.tx,
            self.person,
            Message(text=text, buttons=tuple(buttons)),
            row=self.pressed.outbox,
            key=f"{self.origin}:{self._said}:{self.person.id}",
            now=self.now,
            channel=way,
        )
        self.pressed = None if changed else self.pressed
        return changed

    def way(self, priority: int) -> str:
        """Answers go where the person writes, what they did not ask for where they prefer it."""
        if self.channel is not None:
            return self.channel
        unasked = priority > outbox.REPLY
        return (unasked and self.person.prefers) or self.person.channel or WEB

    def other(self, person: int) -> "Visit | None":
        """The same decision seen by somebody else; None when they were erased or have no part."""
        found = people.load(self.tx, person)
        if found is None:
            return None
        theirs = [p for p in people.parts(self.tx, person) if p.programme == self.part.programme]
        if not theirs:
            return None
        spoken = next((p for p in theirs if p.id == found.part), theirs[0])
        self._met += 1  # somebody met twice in one decision is told under different keys
        origin = f"{self.origin}:{self._said}.{self._met}"
        seen = Visit(self.tx, self.world, found, spoken, self.now, origin)
        seen.ways, seen.writer, seen.live, seen.met = self.ways, self.writer, self.live, self.met
        self.knows(found.id, found.name)
        if self.erased_with and person != self.person.id:
            seen.about = self.person.id
            self.knows(self.person.id, self.person.name)
        return seen

    def refresh(self, **values: Any) -> None:
        """Changes the person, in the database and in this visit."""
        people.change(self.tx, self.person.id, **values)
        self.person = replace(self.person, **values)

    def focus(self, on: str | None, **what: Any) -> None:
        """What the next free text will be taken for (an answer, a reason), or nothing special."""
        focus = None if on is None else {"on": on, "at": self.now.isoformat(), **what}
        if focus != self.person.focus:
            self.refresh(focus=focus)

    def put_aside(self) -> None:
        """Keeps the open dialog for later without a word."""
        sessions.put_aside(self.tx, self.person.id, self.now)
        self.open_session = None

    def dialog(self, name: str) -> Definition | None:
        """A dialog of the programme, or one made of a group's questions to this person.

        Only a mentee's result can be shown to somebody, so only mentees are asked whether to.
        """
        if poll_dialogs.is_one(name):
            return poll_dialogs.find(self.tx, self.person.id, name)
        found = self.loaded.dialog(name)
        return found.for_role(self.part.role) if found is not None else None

    def title(self, name: str) -> str:
        """What it is called in the person's language; its id where it is gone."""
        if name == CERTIFICATE:
            return self.t(CERTIFICATE)
        if not poll_dialogs.is_one(name):
            return self.loaded.title(name, self.person.language)
        found = self.dialog(name)
        return found.title.in_language(self.person.language) if found else name

    def role_label(self, role: str) -> str:
        return self.programme.roles[role][self.person.language]

    def colleagues(self, role: str) -> "list[Visit]":
        """Everybody with that role in this programme."""
        ids = people.with_role(self.tx, self.part.programme, role)
        return [visit for visit in map(self.other, ids) if visit is not None]


@lru_cache(maxsize=256)
def _day(instant: datetime, zone: str) -> date:
    """`instant` is the clock's, in UTC: the same for all that is decided at that moment."""
    return local(instant, zone).date()


def _with_people(
    why: dict[str, Any] | None, whose: list[int], shows: list[int]
) -> dict[str, Any] | None:
    """Several stand beside the reason, one has a column of their own; and what results it shows."""
    before = why or {}
    several = [*dict.fromkeys((*before.get(outbox.PEOPLE, ()), *whose))] if whose[1:] else []
    more = {outbox.PEOPLE: several, outbox.RESULTS: shows}
    return {**before, **{name: ids for name, ids in more.items() if ids}} or None


def first_key(origin: str, person: int) -> str:
    """The key of the first thing that a decision says to the person it is about."""
    return f"{origin}:1:{person}"


def asked_by(asker: Visit, **what: int) -> dict[str, Any]:
    """Why a request came: by whom, and what it is about."""
    return {"rule": REQUEST, "by": asker.person.id, **what}


def button(label: str, do: str, **what: Any) -> Button:
    return Button(label=label, action={"do": do, **what})


def short(text: str, limit: int = 20) -> str:
    """A button's label from somebody's words, cut visibly."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
