"""A brainstorm by Osborn's rules: a question, ideas nobody criticises, then a list, votes, a rank.

Ideas are known by their rows' ids. A *line* of the list is the ids of ideas that say the same, and
is named by its first, which stays its name whatever is taken out of it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

VOTES_EACH: Final = 3
IDEA_LIMIT: Final = 300
"""Characters; a longer text is several ideas or an essay, and no vote could tell what it is for."""

IDEAS_AT_MOST: Final = 300
"""In one brainstorm. More than that nobody reads through before voting."""

PEOPLE_AT_LEAST: Final = 2
WORKS_BEST: Final = (5, 15)
"""How many people it takes (Hiam, 2010, as the e-mentoring training kit quotes him)."""

GUESSABLE_BELOW: Final = 3
"""With fewer people each can guess whose an idea is, which is said before it begins."""

VOTERS_AT_LEAST: Final = 3
"""With fewer, whoever voted could work out what the others voted for: there is no ranking then."""

_BULLET: Final = re.compile(r"^\s*(?:[-–—•*·▪‣]+|\(?\d{1,3}[.)](?!\d))\s*")

Line = tuple[int, ...]


def ideas_in(text: str) -> list[str]:
    """The ideas of one message: one a line, without the bullet or number before it."""
    lines = (" ".join(_BULLET.sub("", line).split()) for line in text.splitlines())
    return [line for line in lines if line]


def too_long(ideas: Iterable[str]) -> str | None:
    """The first idea nobody could take in at a glance."""
    return next((idea for idea in ideas if len(idea) > IDEA_LIMIT), None)


@dataclass(frozen=True, kw_only=True)
class Storm:
    """What the mentor has decided about a brainstorm, and how it came out.

    `lines` are in the order in which they are shown; `struck` are the names of those left out of
    the vote; while ideas are collected there are no lines yet, and `struck` are the ideas nobody is
    to see. `votes` is empty until voting has ended, and stays so where too few took part in it;
    `voters` is how many did.
    """

    problem: str
    lines: tuple[Line, ...] = ()
    struck: frozenset[int] = frozenset()
    votes: Mapping[int, int] = field(default_factory=dict)
    voters: int = 0

    def to_json(self) -> dict[str, Any]:
        return {
            "problem": self.problem,
            "lines": [list(line) for line in self.lines],
            "struck": sorted(self.struck),
            "votes": [[name, count] for name, count in self.votes.items()],
            "voters": self.voters,
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Storm":
        """What `to_json` gave."""
        return cls(
            problem=plain["problem"],
            lines=tuple(tuple(line) for line in plain["lines"]),
            struck=frozenset(plain["struck"]),
            votes=dict(plain["votes"]),
            voters=plain["voters"],
        )

    @property
    def ballot(self) -> tuple[int, ...]:
        """The names of the lines that can be voted for; the first has number 1."""
        return tuple(line[0] for line in self.lines if line[0] not in self.struck)

    def line(self, name: int) -> Line | None:
        return next((line for line in self.lines if line[0] == name), None)

    def strike(self, name: int) -> "Storm":
        """A line out of the vote, or, while there are no lines yet, an idea out of everybody's
        sight."""
        known = self.line(name) is not None or not self.lines
        return replace(self, struck=self.struck | {name}) if known else self

    def restore(self, name: int) -> "Storm":
        return replace(self, struck=self.struck - {name})

    def split(self, name: int) -> "Storm":
        """Each idea of a line on a line of its own again, where the line stood.

        What was struck out as one stays struck out, since nobody has said anything else.
        """
        line = self.line(name)
        if line is None:
            return self
        at = self.lines.index(line)
        lines = (*self.lines[:at], *((idea,) for idea in line), *self.lines[at + 1 :])
        struck = self.struck | set(line) if name in self.struck else self.struck
        return replace(self, lines=lines, struck=struck)

    def picked(self, chosen: Sequence[int], name: int, *, wanted: bool) -> tuple[int, ...]:
        """Somebody's favourites with one more or one fewer, in the order of the ballot.

        The same as before where there is no such line or three are chosen already.
        """
        without = [each for each in chosen if each != name]
        if not wanted:
            return self.valid(without)
        return self.valid(chosen if len(without) >= VOTES_EACH else [*without, name])

    def valid(self, chosen: Iterable[int]) -> tuple[int, ...]:
        """What of somebody's favourites counts: each once, three at most."""
        wanted = frozenset(chosen)
        return tuple(name for name in self.ballot if name in wanted)[:VOTES_EACH]

    def numbered(self, numbers: Iterable[int]) -> tuple[int, ...] | None:
        """The lines with these numbers; None where one has no line or there are more than three."""
        wanted, ballot = frozenset(numbers), self.ballot
        if not 0 < len(wanted) <= VOTES_EACH or not wanted <= set(range(1, len(ballot) + 1)):
            return None
        return tuple(ballot[number - 1] for number in sorted(wanted))

    def listed(self, groups: Iterable[Line]) -> "Storm":
        """With its ideas on lines, each that is struck on a line of its own, the last."""
        return replace(self, lines=(*groups, *((idea,) for idea in sorted(self.struck))))

    def counted(self, votes: Iterable[Sequence[int]]) -> "Storm":
        """With everybody's favourites added up, if so many voted that it tells nobody's."""
        valid = [favourites for each in votes if (favourites := self.valid(each))]
        now = replace(self, votes={}, voters=len(valid))
        if not now.is_ranked:
            return now
        count = {name: sum(name in each for each in valid) for name in self.ballot}
        return replace(now, votes=count)

    @property
    def is_ranked(self) -> bool:
        """Whether enough have voted for an order that tells nobody's vote."""
        return self.voters >= VOTERS_AT_LEAST

    @property
    def winners(self) -> tuple[int, ...]:
        """The lines in the first place: one, or several with equal votes."""
        if not self.is_ranked:
            return ()
        return tuple(name for place, name, count in self.ranking if place == 1 and count)

    @property
    def ranking(self) -> tuple[tuple[int, int, int], ...]:
        """(place, name, votes), best first; equal votes share a place."""
        best = sorted(self.ballot, key=lambda name: -self.votes.get(name, 0))
        counts = [self.votes.get(name, 0) for name in best]
        return tuple(
            (counts.index(count) + 1, name, count) for name, count in zip(best, counts, strict=True)
        )
