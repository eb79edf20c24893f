"""Which check-in is whose turn: what is asked every week must not bore, and must have listened.

The rules, in this order:

1. Whoever was never asked begins with the plain one, which says what it is about.
2. After something hard (a feeling of 1 or 2; own words about it, unless all was well) the next one
   comes back to it: quoting the words where there are any, else speaking of the week. Not after
   `COMES_BACK_FOR` days, never the same follow-up twice running, and never to what was skipped.
3. After one that got no answer comes a light one, which takes one tap.
4. After `RUN` answered in a row, with good feelings, come `SHORT_FOR` light ones; then one of the
   longer ones, lest nothing more is ever heard than figures.
5. Otherwise all but the follow-ups take turns.

Among those that a rule leaves, the one asked longest ago has its turn. So of n that take turns none
is among the last n-1 asked: that is as many as possible. Those never asked come first, in an order
that differs from person to person and stays the same for each; there is no chance in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b

LOW, GOOD = 2, 4
"""Of 5: so low a feeling, or a lower one, is hard; so high a one, or a higher one, is good."""

RUN = 4
SHORT_FOR = 4
COMES_BACK_FOR = 28
"""Days; after a holiday "last time" is another life."""

WEEKLY_FOR, SELDOM_AFTER = 3, 9
"""Weeks of silence in which there is a question every week; after which only every fourth week."""

QUOTED_MAX = 80
"""Characters of somebody's own words in a question."""

_MARKS = str.maketrans(dict.fromkeys('„“”"«»'))


@dataclass(frozen=True, kw_only=True)
class Variation:
    """One of the check-ins that take turns. One that `follows` comes after something hard only, and
    one that `quotes` needs words to quote."""

    id: str
    one_tap: bool = False
    follows: bool = False
    quotes: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One that was asked, and what came of it. `hard` are own words about what was hard.

    `skipped` was looked at and left out: no answer, but no silence either.
    """

    id: str
    days_ago: int = 0
    answered: bool = False
    skipped: bool = False
    feeling: int | None = None
    hard: str | None = None

    @property
    def is_hard(self) -> bool:
        """A low feeling; or own words about it, unless all was well in spite of it."""
        if self.feeling is None:
            return bool(self.hard)
        return self.feeling <= LOW or (bool(self.hard) and self.feeling < GOOD)


def choose(
    variations: Sequence[Variation], asked: Sequence[Asked], *, person: int, plain: str
) -> Variation:
    """Whose turn it is for this person; `asked` is newest first, `plain` the first one's id.

    There must be one that is no follow-up; whoever checks a programme's folder sees to that.
    """
    fitting = _fitting(variations, asked, plain)
    ids = [each.id for each in asked]

    def turn(each: Variation) -> tuple[int, str]:
        since = ids.index(each.id) if each.id in ids else len(ids)
        return -since, blake2b(f"{person}:{each.id}".encode()).hexdigest()

    return min(fitting, key=turn)


def _fitting(
    variations: Sequence[Variation], asked: Sequence[Asked], plain: str
) -> Sequence[Variation]:
    usual = [each for each in variations if not each.follows]
    if not asked:
        return [each for each in usual if each.id == plain] or usual
    if back := _coming_back(variations, asked[0]):
        return back
    light = [each for each in usual if each.one_tap]
    last = asked[0]
    if not last.answered and not last.skipped:
        return light or usual
    if does_well(asked):
        return _short(usual, light, asked) or usual
    return usual


def _coming_back(variations: Sequence[Variation], last: Asked) -> list[Variation]:
    if not last.is_hard or last.days_ago > COMES_BACK_FOR:
        return []
    follow = [each for each in variations if each.follows and each.id != last.id]
    quoting = [each for each in follow if each.quotes and last.hard]
    return quoting or [each for each in follow if not each.quotes]


def is_asked(silent_for: timedelta) -> bool:
    """Whether somebody not heard of for so long is asked this week.

    Asked every week for months, somebody who has gone learns not to look; but nobody is given up.
    """
    weeks = silent_for.days // 7
    if weeks < WEEKLY_FOR:
        return True
    return weeks % (4 if weeks > SELDOM_AFTER else 2) == 0


def does_well(asked: Sequence[Asked]) -> bool:
    """Whether the last ones were all answered, and every feeling among them was a good one."""
    run = asked[:RUN]
    felt = [each.feeling for each in run if each.feeling is not None]
    answered = len(run) == RUN and all(each.answered and not each.is_hard for each in run)
    return answered and bool(felt) and min(felt) >= GOOD


def _short(
    usual: Sequence[Variation], light: Sequence[Variation], asked: Sequence[Asked]
) -> Sequence[Variation]:
    """The light ones; a longer one once so many were light."""
    ids = {each.id for each in light}
    if all(each.id in ids for each in asked[:SHORT_FOR]):
        return [each for each in usual if not each.one_tap]
    return light


def quoted(text: str, most: int = QUOTED_MAX) -> str:
    """Own words to stand between quotation marks: in one line, shortened at a word."""
    flat = " ".join(text.translate(_MARKS).split())
    if len(flat) <= most:
        return flat
    whole, _, _ = flat[: most + 1].rpartition(" ")
    return (whole or flat[: most - 1]).rstrip(" ,.;:–-") + "…"
