"""What holds for two people after everything that either of them does, and at every moment."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import exists, select

from dialogs.load import load_guides
from store import pacts, pairings, people
from store import schema as s
from store.guides import ENDED, OPEN, PAUSED, RUNNING
from store.pacts import Side
from store.work import Tx
from tests.desk.stage import PROGRAMME, Bubble

PART = re.compile(r"(\d) (?:no|of) \d: (.+) \(\d+ min\)\n")
TAKE_BACK = {"Atsaukt", "Tagad nē"}
CLOSED = ("ended", "declined")
GUIDES = load_guides()


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What is stored about the two: runs of their guides, what each answered, what went wrong."""

    mentee: int
    mentor: int
    pairs: dict[int, str]
    runs: dict[int, Any]
    sides: dict[tuple[int, str, int], Side]
    planned: dict[int, list[Any]]
    gone: frozenset[int]
    failed: list[Any]

    def goes_on(self, run: Any) -> bool:
        """Whether the two may still go through it."""
        allowed = ("active", "asked") if GUIDES[run.guide].decide else ("active",)
        return self.pairs.get(run.pairing) in allowed and not self.gone


def seen(tx: Tx, mentee: int, mentor: int) -> Seen:
    both = (mentee, mentor)
    there = [found for one in both if (found := people.load(tx, one)) is not None]
    of_mentor = pairings.of_mentor(tx, mentor, PROGRAMME, "active", "asked", "ended", "declined")
    pairs = {one.id: one.status for one in of_mentor if one.mentee == mentee}
    sides = [side for one in there for side in pacts.of_person(tx, one)]
    runs = tx.execute(select(s.guides).where(s.guides.c.pairing.in_(pairs))).all()
    return Seen(
        mentee=mentee,
        mentor=mentor,
        pairs=pairs,
        runs={run.id: run for run in runs},
        sides={(one.pairing, one.dialog, one.person): one for one in sides},
        planned=_planned(tx),
        gone=frozenset(both) - {one.id for one in there},
        failed=_failed(tx),
    )


def _planned(tx: Tx) -> dict[int, list[Any]]:
    """The moments to come, by the run they belong to."""
    moments = s.occurrences.c
    query = select(moments.subject, moments.key, moments.due_at).where(
        moments.kind == "guide", moments.state == "waiting"
    )
    found: dict[int, list[Any]] = {}
    for row in tx.execute(query):
        found.setdefault(row.subject, []).append(row)
    return found


def _failed(tx: Tx) -> list[Any]:
    """Messages that were not handled, or not at once; moments that could not be fired; what did not
    leave, but for what a coordinator will hear when they work again."""
    inbox, moments = s.inbox.c, s.occurrences.c
    bad = select(inbox.event, inbox.state, inbox.attempts, inbox.error).where(
        (inbox.state != "done") | (inbox.attempts > 0)
    )
    late = select(moments.key, moments.note).where(moments.state == "failed")
    sent, held = s.outbox.c, s.outbox.c.state == "held"
    looked_at = exists().where(
        moments.person == sent.person, moments.kind == "held", moments.state == "waiting"
    )
    unsent = select(sent.key, sent.state).where(
        sent.channel == "web", sent.state.not_in(("sent", "cancelled")), ~(held & looked_at)
    )
    return [tuple(row) for query in (bad, late, unsent) for row in tx.execute(query)]


@dataclass
class Holding:
    """Remembers what was before, and who said yes to what."""

    last: Seen | None = None
    yes: dict[tuple[int, str, int], tuple[int, int]] = field(default_factory=dict)
    taps: dict[int, str] = field(default_factory=dict)

    @property
    def gone(self) -> frozenset[int]:
        return self.last.gone if self.last else frozenset()

    @property
    def pairs(self) -> tuple[int, ...]:
        return tuple(self.last.pairs) if self.last else ()

    def pressed(self, person: int, key: str) -> None:
        self.taps[person] = key

    def check(self, now: Seen, shown: Mapping[int, Sequence[Bubble]]) -> None:
        """`shown` is all that each has been told."""
        assert now.failed == []
        for run in now.runs.values():
            self._moves_forwards(now, run)
            _clock_runs(now, run)
            self._is_moved_by_its_own_buttons(run, shown)
        _one_at_a_time(now)
        _same_part(now, shown)
        self._agreed_by_both(now, shown)
        self.last = now
        self.taps = {}

    def _moves_forwards(self, now: Seen, run: Any) -> None:
        """A guide never goes back, nor rises again once it is over."""
        before = self.last.runs.get(run.id) if self.last else None
        if before is None:
            return
        assert (run.step, run.serial) >= (before.step, before.serial)
        assert run.serial >= before.serial
        assert before.state not in CLOSED or run.state == before.state
        assert before.started_at is None or run.started_at == before.started_at
        for side in ("mentor_says", "mentee_says"):
            assert getattr(before, side) not in ("yes", "no") or (
                getattr(run, side) == getattr(before, side)
            )

    def _is_moved_by_its_own_buttons(self, run: Any, shown: Mapping[int, Sequence[Bubble]]) -> None:
        """A tap moves one part at most, a part that is over none, an invitation's "no" nothing."""
        before = self.last.runs.get(run.id) if self.last else None
        if before is None or before.state not in (RUNNING, PAUSED) or not self.taps:
            return
        assert run.step <= before.step + 1
        under = [_under(shown[person], key) for person, key in self.taps.items()]
        if all(label in TAKE_BACK for label, _ in under):
            assert (run.state, run.step) == (before.state, before.step)
        if all(part not in (None, before.step + 1) for _, part in under):
            assert run.step == before.step

    def _agreed_by_both(self, now: Seen, shown: Mapping[int, Sequence[Bubble]]) -> None:
        """A yes is to what one saw, and an agreement is two of them to the same."""
        for key, side in now.sides.items():
            other = now.sides.get((key[0], key[1], _other(now, key[2])))
            before = self.last.sides.get(key) if self.last else None
            if side.confirmed_at is not None and (before is None or before.confirmed_at is None):
                assert other is not None, "there is nothing yet to agree on"
                self._saw_both(shown[side.person], side, other)
                self.yes[key] = (side.revision, other.revision)
        for key, side in now.sides.items():
            other = now.sides.get((key[0], key[1], _other(now, key[2])))
            if other is not None and side.agreed_at is not None:
                self._both_said_yes(key, side, other)

    def _saw_both(self, told: Sequence[Bubble], *sides: Side) -> None:
        """What was tapped stood under the answers of both as they are now; where one of two was
        chosen, under that one."""
        key = self.taps.get(sides[0].person, "")
        keys = [each["key"] for one in told for each in one["buttons"]]
        under = next(
            one
            for one in reversed(told)
            if (key and key in [each["key"] for each in one["buttons"]])
            or (not key and "Der" in [each["label"] for each in one["buttons"]])
        )
        assert not key or key in keys
        for side, other in (sides, sides[::-1]):
            given_up = _given_up(side, other)
            for words in _own_words(side, but=given_up):
                assert words in under["text"]

    def _both_said_yes(self, key: tuple[int, str, int], side: Side, other: Side) -> None:
        assert other.agreed_at == side.agreed_at
        if key in self.yes:
            theirs = self.yes[(key[0], key[1], other.person)]
            assert self.yes[key] == (side.revision, other.revision) == theirs[::-1]


def _under(told: Sequence[Bubble], key: str) -> tuple[str, int | None]:
    """What a button says, and of which part its message is."""
    for one in told:
        for each in one["buttons"]:
            if each["key"] == key:
                part = PART.match(one["text"])
                return str(each["label"]), int(part[1]) if part else None
    return "", None


def _other(now: Seen, person: int) -> int:
    return now.mentor if person == now.mentee else now.mentee


def _given_up(side: Side, other: Side) -> set[str]:
    """The questions in which the other's answer was chosen last, by either."""
    said = [(one["at"], step, one["take"] == "theirs") for step, one in side.holds.items()]
    said += [(one["at"], step, one["take"] == "mine") for step, one in other.holds.items()]
    last = {step: gone for _at, step, gone in sorted(said)}
    return {step for step, gone in last.items() if gone}


def _own_words(side: Side, but: set[str]) -> list[str]:
    """What the walk wrote itself: " teica " with a number is in no text of ours."""
    found: list[str] = []
    for answer in (answer for step, answer in side.answers.items() if step not in but):
        some = answer if isinstance(answer, list) else [answer]
        found += [one for one in some if isinstance(one, str) and " teica " in one]
    return found


def _clock_runs(now: Seen, run: Any) -> None:
    """A part that runs has an end to come, or it would never end; nothing else has. Once one of the
    two has decided, the coordinators are to hear of it some day."""
    ends = [one.due_at for one in now.planned.get(run.id, []) if one.key.endswith(":end")]
    if run.state == RUNNING:
        assert not now.goes_on(run) or ends == [run.ends_at]
    elif run.state == PAUSED:
        assert now.planned.get(run.id, []) == []
    elif run.state == ENDED:
        spoken = {run.mentor_says, run.mentee_says} != {None}
        told = [one.key for one in now.planned.get(run.id, []) if ":outcome:" in one.key]
        assert len(told) == len(now.planned.get(run.id, [])) <= spoken


def _one_at_a_time(now: Seen) -> None:
    for pair in now.pairs:
        assert sum(run.pairing == pair and run.state in OPEN for run in now.runs.values()) <= 1


def _same_part(now: Seen, shown: Mapping[int, Sequence[Bubble]]) -> None:
    """What each read last of a guide that runs is the part that runs."""
    for run in now.runs.values():
        if run.state == RUNNING and now.goes_on(run):
            title = GUIDES[run.guide].parts[run.step].title.texts.values()
            for person in (now.mentee, now.mentor):
                number, topic = _last_part(shown[person])
                assert number == run.step + 1
                assert topic in title


def _last_part(told: Sequence[Bubble]) -> tuple[int, str]:
    found = (PART.match(one["text"]) for one in reversed(told))
    part = next(one for one in found if one is not None)
    return int(part[1]), part[2]
