"""The stage of a rehearsal: the real assistant, invented people, and all that was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from bot.assistant import Assistant
from bot.rehearsal.agenda import Agenda
from bot.rehearsal.cast import COORDINATOR, SILENT, Pair, silent_mentors
from bot.rehearsal.dates import Dated, of_events, of_tasks
from bot.rehearsal.players import Heard, Player
from bot.rehearsal.reasons import Reasons
from bot.rehearsal.told import Sent, Told, sent_after, told
from mentoring.localtime import local
from mentoring.programme import Programme
from scheduler.winding import Winding
from store import occurrences, pairings, people, sessions
from store.people import Person
from store.work import Tx

AGE = 15


@dataclass(kw_only=True)
class Stage:
    """`done` says when a task was reported as done; `heard` is what people wrote, by inbox row."""

    programme: Programme
    language: str
    first: date
    last: date
    assistant: Assistant
    winding: Winding
    agenda: Agenda
    reasons: Reasons
    players: dict[int, Player] = field(default_factory=dict)
    heard: dict[int, Heard] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    done: dict[int, datetime] = field(default_factory=dict)
    _unanswered: list[Sent] = field(default_factory=list)
    _last: int = 0
    _people: dict[int, Person] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return self.assistant.clock.now()

    @property
    def today(self) -> date:
        return local(self.now, self.programme.zone).date()

    async def enter(self, cast: Sequence[Pair]) -> None:
        """Everybody joins and is greeted, and the pairs are settled, in one unit of work."""
        await self.assistant.store.run(partial(self._enter, cast=cast))
        await self.assistant.delivery.flush()

    def _enter(self, tx: Tx, cast: Sequence[Pair]) -> None:
        self._join(tx, COORDINATOR, "coordinator")
        mentors = {
            name: self._join(tx, name, "mentor")
            for name in dict.fromkeys(pair.mentor for pair in cast)
        }
        for name in silent_mentors(cast):
            mentors[name].temper = SILENT
        for number, pair in enumerate(cast):
            mentee = self._join(tx, pair.mentee, "mentee")
            mentee.temper, mentee.number = pair.temper, number
            self._pair(tx, mentors[pair.mentor].person, mentee.person)

    def _join(self, tx: Tx, name: str, role: str) -> Player:
        age = AGE if role == "mentee" else None
        person = people.add(tx, name=name, language=self.language, age=age, now=self.now)
        people.join(tx, person, self.programme.id, role, self.now)
        token = people.new_web_identity(tx, person, self.now)
        self.assistant.greet(tx, person, people.parts(tx, person)[0])
        self.players[person] = Player(person=person, token=token, name=name, role=role)
        return self.players[person]

    def _pair(self, tx: Tx, mentor: int, mentee: int) -> None:
        found, semester = people.load(tx, mentee), self.programme.semester_on(self.today)
        assert found is not None
        pairings.add(
            tx,
            found,
            programme=self.programme.id,
            mentor=mentor,
            status="active",
            now=self.now,
            semester=semester.id if semester else None,
        )

    async def say(self, player: Player, text: str) -> None:
        await self._receive(player, {"text": text}, text)

    async def press(self, player: Player, do: str, **what: Any) -> Mapping[str, Any] | None:
        """Taps the newest button that does this; its action, or None where there is none."""
        await self.look()
        found = player.choice(do, **what)
        if found is None:
            return None
        if do == "task_done":
            self.done[int(found.action["task"])] = self.now
        await self._receive(player, {"button": found.key}, found.label)
        return found.action

    async def _receive(self, player: Player, body: dict[str, Any], words: str) -> None:
        player.said += 1
        receipt = await self.assistant.receive(player.token, f"rehearsal-{player.said}", body)
        assert receipt is not None, f"the chat of {player.name} is gone"
        assert receipt.row is not None, "no event is sent twice"
        self.heard[receipt.row] = Heard(person=player.person, name=player.name, text=words)

    async def step(self, player: Player) -> str:
        """Which question of a dialog waits for this person's answer; empty where none does."""

        def read(tx: Tx) -> str:
            kept = sessions.current(tx, self._people[player.person])
            return str(kept.state["cursor"][0]) if kept is not None else ""

        return await self.assistant.store.run(read)

    async def look(self) -> None:
        """Everybody reads what came since the last look; it is written down with its reason."""
        found = await self.assistant.store.run(
            partial(sent_after, last=self._last, known=self._people)
        )
        for sent in found:
            player = self.players[sent.person]
            player.shown(sent.buttons)
            here = local(sent.at, self.programme.zone)
            self.told.append(told(sent, player, self.heard, self.reasons, here))
            self._last = sent.id
        self._unanswered += found

    def unanswered(self) -> list[Sent]:
        """What was read since this was asked last, for people to decide what to do about it."""
        found, self._unanswered = self._unanswered, []
        return found

    async def dates(self) -> tuple[Dated, ...]:
        """All that had a date so far, and what the calendar has in the period."""
        return await self.assistant.store.run(self._dates)

    def _dates(self, tx: Tx) -> tuple[Dated, ...]:
        own = of_tasks(tx, self._people)
        period = (self.first, self.last)
        return (*own, *of_events(tx, self.programme, self.language, *period))

    async def next_stop(self) -> datetime:
        """When something falls due, the day is planned, or somebody wants to write."""
        due = await self.assistant.store.run(occurrences.next_due)
        planned = self.winding.planning.next_after(self.now)
        moments = [planned, due, self.agenda.next]
        return max(min(moment for moment in moments if moment is not None), self.now)

    def later(self, **how: float) -> datetime:
        return self.now + timedelta(**how)
