"""Two answers that contradict each other: one, the other, or both are to hold.

Whoever says "agreed" while some do is asked first, one difference at a time. What one of them
takes holds only once both have confirmed the whole.
"""

from datetime import datetime
from typing import Any

from desk.comparison import both_see, compare, differing_on, say_of_both
from desk.pact import BOTH, MINE, THEIRS, Pact, find, found, holding, undecided
from desk.visit import Visit, button, short
from dialogs.comparing import Compared
from mentoring.message import Button
from store import pacts

TAKES = (MINE, THEIRS, BOTH)


def _compared(pact: Pact) -> list[Compared]:
    mine, theirs = pact.mine(), pact.theirs()
    return found(pact, mine, theirs) if mine and theirs else []


def ask(pact: Pact, seen: int, step: str | None = None) -> None:
    """Which answer is to hold: on this question, or on the first that is open."""
    left = undecided(pact, _compared(pact))
    one = next((each for each in _compared(pact) if each.step == step), None) or left[0]
    t, what = pact.visit.t, {**pact.what, "seen": seen}
    ways = [
        button(t(f"pact-take-{take}"), "pact_pick", step=one.step, take=take, **what)
        for take in TAKES
    ]
    if len(left) > 1 and step is None:
        ways.append(button(t("pact-take-all"), "pact_pick", step=None, take=BOTH, **what))
    talk = button(t("pact-talk"), "pact_talk", **pact.what)
    asked = t("pact-which-holds")
    say_of_both(pact, f"{differing_on(pact, one)}\n\n{asked}", *ways, talk)


def pick(visit: Visit, dialog: str, pairing: int, step: str | None, take: str, seen: int) -> None:
    """One choice, or "both" for all that is open; a tap on what has changed since shows that."""
    pact = find(visit, dialog, pairing)
    mine, theirs = (pact.mine(), pact.theirs()) if pact else (None, None)
    if pact is None or mine is None or theirs is None or take not in TAKES:
        visit.say(visit.t("not-yours"))
        return
    if mine.revision + theirs.revision != seen:
        compare(pact, visit.t("pact-changed-since"))
        return
    some = _compared(pact)
    chosen = [one.step for one in undecided(pact, some)] if step is None else [step]
    known = {one.step for one in some if not one.alike}
    _take(pact, [one for one in chosen if one in known], take, visit.now)
    if undecided(pact, some):
        ask(pact, seen + 1)
    else:
        both_see(pact, "pact-you-chose", "pact-other-chose")


def _take(pact: Pact, steps: list[str], take: str, now: datetime) -> None:
    """Kept by the chooser; both sides' yes to what stood before is worth nothing any more."""
    mine = pact.mine()
    assert mine is not None
    more = {step: {"take": take, "at": now.isoformat()} for step in steps}
    pacts.hold(pact.visit.tx, pact.visit.person, mine, {**mine.holds, **more})


def choose(visit: Visit, dialog: str, pairing: int, step: str | None = None) -> None:
    """What was chosen can be chosen otherwise, by either of the two."""
    pact = find(visit, dialog, pairing)
    mine, theirs = (pact.mine(), pact.theirs()) if pact else (None, None)
    if pact is None or mine is None or theirs is None:
        visit.say(visit.t("not-yours"))
    elif step is not None and step in holding(pact):
        ask(pact, mine.revision + theirs.revision, step)
    else:
        visit.say(visit.t("pact-choose-which"), *_chosen(pact))


def _chosen(pact: Pact) -> list[Button]:
    taken = holding(pact)
    some = [one for one in _compared(pact) if one.step in taken and not one.alike]
    return [
        button(short(one.heading, 40), "pact_choose", step=one.step, **pact.what) for one in some
    ]


def drop(pact: Pact, before: dict[str, Any], now: dict[str, Any]) -> None:
    """A choice between answers goes with either of them."""
    side = pact.mine()
    gone = {step for step in {*before, *now} if before.get(step) != now.get(step)}
    if side is not None and gone & side.holds.keys():
        kept = {step: one for step, one in side.holds.items() if step not in gone}
        pacts.hold(pact.visit.tx, pact.visit.person, side, kept)
