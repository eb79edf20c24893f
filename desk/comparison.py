"""The comparison of two people's answers: shown to both, and kept as what they agreed on."""

from collections.abc import Mapping, Sequence
from typing import Any

from desk.pact import BOTH, MINE, Pact, found, holding
from desk.visit import button
from dialogs import comparing
from dialogs.comparing import Compared
from dialogs.result import summary
from mentoring.message import Button
from store import sessions


def own_text(pact: Pact, answers: dict[str, Any]) -> str:
    definition, language = pact.definition, pact.visit.person.language
    session = comparing.session_of(definition, definition.version, answers, language)
    return summary(definition, session, pact.visit.today)


def both_see(pact: Pact, here: str, there: str) -> None:
    """The same comparison for both, each with the words that fit."""
    other = pact.seen_by_other()
    compare(pact, pact.visit.t(here, name=pact.other.person.name))
    compare(other, other.visit.t(there, name=pact.visit.person.name))


def compare(pact: Pact, before: str) -> None:
    mine, theirs = pact.mine(), pact.theirs()
    assert mine is not None
    assert theirs is not None
    t = pact.visit.t
    seen = mine.revision + theirs.revision
    buttons = [button(t("pact-talk"), "pact_talk", **pact.what)]
    if mine.confirmed_at is None:
        buttons.insert(0, button(t("pact-confirm"), "pact_confirm", seen=seen, **pact.what))
    if holding(pact):
        buttons.append(button(t("pact-choose-anew"), "pact_choose", **pact.what))
    heading = t("pact-comparison", title=pact.name)
    notice = t("pact-agreed-already") if mine.agreed_at else ""
    parts = (before, notice, heading, *lines(pact, found(pact, mine, theirs)))
    say_of_both(pact, "\n\n".join(filter(None, parts)), *buttons)


def say_of_both(pact: Pact, text: str, *buttons: Button) -> None:
    """A message with the other's words in it, erased with them whoever is told."""
    visit = pact.visit
    about, visit.about = visit.about, pact.other.person.id
    visit.say(text, *buttons)
    visit.about = about


def lines(pact: Pact, some: Sequence[Compared]) -> list[str]:
    """What both said alike, what was chosen, then each difference with both answers."""
    t, taken = pact.visit.t, holding(pact)
    alike = [f"{one.heading}: {one.mine}" for one in some if one.alike]
    chosen = [_held(pact, one, taken[one.step]) for one in some if _is_held(one, taken)]
    differing = [differing_on(pact, one) for one in some if not one.alike and one.step not in taken]
    told = [t("pact-alike"), *alike] if alike else []
    told += [t("pact-chosen"), *chosen] if chosen else []
    if differing:
        return [*told, t("pact-differing"), *differing]
    return told if chosen else [*told, t("pact-no-difference")]


def _is_held(one: Compared, taken: Mapping[str, str]) -> bool:
    return not one.alike and one.step in taken


def differing_on(pact: Pact, one: Compared) -> str:
    me, other = pact.visit.person.name, pact.other.person.name
    return f"{one.heading}\n– {me}: {one.mine}\n– {other}: {one.other}"


def _held(pact: Pact, one: Compared, take: str) -> str:
    """The answer that holds, or both of them."""
    if take == BOTH:
        return f"{differing_on(pact, one)}\n{pact.visit.t('pact-both-hold')}"
    return f"{one.heading}: {one.mine if take == MINE else one.other}"


def keep(pact: Pact, some: Sequence[Compared] | None) -> None:
    """The person's result: what both agreed on, or their own answers while nothing is agreed.

    Their own words stay beside what both said, to be all that is left if the other is erased.
    """
    side = pact.mine()
    if side is None or side.result is None:
        return
    visit, own = pact.visit, own_text(pact, dict(pact.session(side).answers))
    text, data = own, dict(side.answers)
    if some is not None:
        text = "\n\n".join((pact.name, *lines(pact, some)))
        data = {**data, "own": {"text": own, "data": side.answers}}
    sessions.rewrite_result(
        visit.tx, visit.person, side.result, text=text, data=data, now=visit.now
    )
