"""A timed guide two people go through, as one of them sees it, and who may go through it."""

from typing import Any

from desk.visit import Visit
from dialogs.timed import TimedGuide
from mentoring.occurrence import Kind
from store import guides, pairings
from store.guides import Run
from store.pairings import Pairing

KIND: Kind = "guide"


class Talk:
    """One run as one of the two sees it."""

    def __init__(
        self, visit: Visit, other: Visit, pair: Pairing, guide: TimedGuide, run: Run
    ) -> None:
        self.visit, self.other, self.pair = visit, other, pair
        self.guide, self.run = guide, run

    @property
    def both(self) -> tuple[Visit, Visit]:
        return self.visit, self.other

    def change(self, **values: Any) -> None:
        guides.change(self.visit.tx, self.run.id, **values)
        found = guides.find(self.visit.tx, self.run.id)
        assert found is not None
        self.run = found

    def title(self, reader: Visit) -> str:
        return self.guide.title.in_language(reader.person.language)


def pairs(visit: Visit, guide: TimedGuide) -> list[Pairing]:
    """With whom: a talk that helps to decide is for those who have only asked each other, too."""
    statuses = ("active", "asked") if guide.decide else ("active",)
    tx, programme = visit.tx, visit.part.programme
    if visit.part.role == "mentor":
        return pairings.of_mentor(tx, visit.person.id, programme, *statuses)
    return pairings.of_mentee(tx, visit.person, programme, *statuses)


def other_of(pair: Pairing, visit: Visit) -> int:
    return pair.mentee if pair.mentor == visit.person.id else pair.mentor


def find(visit: Visit, run: int) -> Talk | None:
    """A run, if this person is one of a pair it may go on with; locked until the commit."""
    found = guides.find(visit.tx, run, lock=True)
    pair = pairings.find(visit.tx, found.pairing) if found is not None else None
    guide = visit.loaded.timed.get(found.guide) if found is not None else None
    if found is None or pair is None or guide is None:
        return None
    allowed = ("active", "asked") if guide.decide else ("active",)
    if pair.status not in allowed or visit.person.id not in (pair.mentor, pair.mentee):
        return None
    other = visit.other(other_of(pair, visit))
    visit.live = found.state in (guides.ASKED, guides.RUNNING, guides.PAUSED)
    if other is not None:
        other.live = visit.live
    return Talk(visit, other, pair, guide, found) if other is not None else None
