"""Dialogs of a pair, from the first answer to the agreement; a `Pact` is one as one side sees it.

What both answer, each alone, is compared once both have, and agreed once both say yes.
Until both have answered, nobody sees the other's words; then both see the same. A changed answer
takes every yes back. Coordinators learn that there is an agreement, never what it says.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from desk import papers, settling, sharing
from desk.comparison import both_see, compare, keep, own_text
from desk.pact import Pact, find, found, other_of, undecided
from desk.visit import Visit, button, short
from dialogs.definition import ALONE
from mentoring.message import Button
from store import journal, pacts, pairings, sessions
from store.pacts import Side
from store.pairings import Pairing
from store.sessions import Kept

ASK_AGAIN = timedelta(days=1)
"""So often the other side may be asked for an answer."""

PAIRING = "pairing"
"""The value by which a session knows with whom it is."""


def pairs(visit: Visit, dialog: str) -> list[Pairing]:
    """With whom, or about whom, this person may answer a dialog; empty where that is nobody."""
    definition = visit.loaded.dialog(dialog)
    concerns = definition is not None and definition.concerns and visit.part.role == "mentor"
    if definition is None or not (definition.together or concerns):
        return []
    tx, programme = visit.tx, visit.part.programme
    if visit.part.role == "mentor":
        return pairings.of_mentor(tx, visit.person.id, programme, "active")
    return pairings.of_mentee(tx, visit.person, programme, "active")


def choose(visit: Visit, dialog: str, some: Sequence[Pairing]) -> None:
    """A mentor with several mentees says with whom, or about whom."""
    met = [(pair, visit.other(other_of(pair, visit))) for pair in some]
    some_buttons = [
        button(other.person.name, "dialog_start", dialog=dialog, pairing=pair.id)
        for pair, other in met
        if other is not None
    ]
    about = (definition := visit.dialog(dialog)) is not None and definition.concerns
    visit.say(visit.t("concerns-whom" if about else "pact-with-whom"), *some_buttons)


def may_begin(visit: Visit, dialog: str, pairing: int | None) -> bool:
    """Alone anybody may; with somebody only one of the pair, and one question only of an answer."""
    if pairing is None:
        return ALONE not in dialog
    definition = visit.dialog(dialog)
    if definition is not None and definition.concerns:
        return pairing in {pair.id for pair in pairs(visit, dialog)}
    pact = find(visit, dialog, pairing)
    return pact is not None and (ALONE not in dialog or pact.mine() is not None)


def opening(visit: Visit, dialog: str, pairing: int) -> str:
    """What is said before the first question, since a dialog is private otherwise."""
    definition = visit.dialog(dialog)
    if definition is not None and definition.concerns:
        return visit.t("about-whom", name=sharing.whom(visit, pairing))
    pact = find(visit, dialog, pairing)
    return (
        visit.t("pact-before", name=pact.other.person.name) if pact and ALONE not in dialog else ""
    )


def stands(visit: Visit, dialog: str, pairing: int) -> bool:
    """Shows where a pact stands to somebody who has answered already; False if they haven't."""
    pact = find(visit, dialog, pairing)
    mine = pact.mine() if pact and ALONE not in dialog else None
    if pact is None or mine is None:
        return False
    if pact.theirs() is None:
        visit.say(visit.t("pact-waits", name=pact.other.person.name), *_waiting(pact))
    else:
        compare(pact, "")
    return True


def _waiting(pact: Pact) -> tuple[Button, ...]:
    t = pact.visit.t
    return (
        button(t("pact-ask-again"), "pact_ask", **pact.what),
        button(t("pact-answer-anew"), "dialog_fresh", **pact.what),
    )


def pairing_of(kept: Kept) -> int | None:
    """With or about which pairing a session is answered, None where it is about oneself."""
    found = str(kept.state["values"].get(PAIRING, ""))
    return int(found) if found.isdigit() else None


def is_for_two(kept: Kept, visit: Visit) -> bool:
    """Whether the other half answers the same, and both are compared."""
    definition = visit.dialog(kept.dialog)
    concerns = definition is not None and definition.concerns
    return pairing_of(kept) is not None and not concerns


def finished(visit: Visit, kept: Kept, answers: dict[str, Any]) -> None:
    """One side has answered everything, or one question anew."""
    pact = find(visit, kept.dialog, pairing_of(kept) or 0)
    if pact is None:
        visit.say(visit.t("not-yours"))
        return
    before = pact.mine()
    if ALONE in kept.dialog and before is not None:
        answers = {**pact.session(before).answers, **answers}
    if before is None:
        _first(pact, kept, answers)
    elif answers == before.answers:
        stands(visit, pact.definition.id, pact.pair.id)
    else:
        _changed(pact, before, answers)


def _first(pact: Pact, kept: Kept, answers: dict[str, Any]) -> None:
    visit = pact.visit
    text = own_text(pact, answers)
    result = sessions.add_result(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        dialog=pact.definition.id,
        text=text,
        data=answers,
        session=kept.id,
        now=visit.now,
    )
    pacts.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        pairing=pact.pair.id,
        dialog=pact.definition.id,
        version=pact.definition.version,
        answers=answers,
        result=result,
        now=visit.now,
    )
    if pact.theirs() is not None:
        both_see(pact, "pact-both-answered", "pact-both-answered")
        return
    _invite(pact)
    name = pact.other.person.name
    visit.say(
        visit.t("pact-invited", name=name),
        button(visit.t("pact-ask-again"), "pact_ask", **pact.what),
    )


def _invite(pact: Pact) -> None:
    there = pact.seen_by_other()
    there.visit.say(
        there.visit.t("pact-invitation", name=pact.visit.person.name, title=there.name),
        button(there.visit.t("pact-answer"), "dialog_start", **pact.what),
    )
    if (mine := pact.mine()) is not None:
        pacts.mark(pact.visit.tx, mine, asked_at=pact.visit.now)


def ask_again(visit: Visit, dialog: str, pairing: int) -> None:
    """The one who waits asks once more, at most once a day."""
    pact = find(visit, dialog, pairing)
    mine = pact.mine() if pact else None
    if pact is None or mine is None:
        visit.say(visit.t("not-yours"))
    elif pact.theirs() is not None:
        compare(pact, "")
    elif mine.asked_at is not None and visit.now - mine.asked_at < ASK_AGAIN:
        visit.say(visit.t("pact-asked-today", name=pact.other.person.name))
    else:
        _invite(pact)
        visit.say(visit.t("pact-asked", name=pact.other.person.name))


def _changed(pact: Pact, before: Side, answers: dict[str, Any]) -> None:
    visit, version = pact.visit, pact.definition.version
    pacts.answer_anew(
        visit.tx, visit.person, before, version=version, answers=answers, now=visit.now
    )
    for one in (pact, pact.seen_by_other()):
        settling.drop(one, before.answers, answers)
    for one in (pact, pact.seen_by_other()):
        keep(one, None)
    if pact.theirs() is None:
        visit.say(visit.t("pact-waits", name=pact.other.person.name), *_waiting(pact))
    else:
        both_see(pact, "pact-you-changed", "pact-other-changed")


def confirm(visit: Visit, dialog: str, pairing: int, seen: int) -> Pairing | None:
    """One side's yes to what both see now; a yes to older answers only shows the new ones.

    Returns the pair where it was the last yes that was missing.
    """
    pact = find(visit, dialog, pairing)
    mine, theirs = (pact.mine(), pact.theirs()) if pact else (None, None)
    if pact is None or mine is None or theirs is None:
        visit.say(visit.t("not-yours"))
    elif mine.revision + theirs.revision != seen:
        compare(pact, visit.t("pact-changed-since"))
    elif mine.agreed_at is not None:
        visit.say(visit.t("pact-agreed-already"))
    elif undecided(pact, found(pact, mine, theirs)):
        settling.ask(pact, seen)
    else:
        pacts.mark(visit.tx, mine, confirmed_at=visit.now)
        if theirs.confirmed_at is not None:
            _agreed(pact, mine)
            return pact.pair
        visit.say(visit.t("pact-confirmed", name=pact.other.person.name))
        title = pact.seen_by_other().name
        told = pact.other.t("pact-other-confirmed", name=visit.person.name, title=title)
        pact.other.say(told)
    return None


def _agreed(pact: Pact, mine: Side) -> None:
    visit = pact.visit
    pacts.agree(visit.tx, mine, visit.now)
    for one in (pact, pact.seen_by_other()):
        side, other = one.mine(), one.theirs()
        assert side is not None
        assert other is not None
        keep(one, found(one, side, other))
        one.visit.say(
            one.visit.t("pact-agreed", name=one.other.person.name, title=one.name),
            button(one.visit.t("do-results"), "results"),
            *([papers.pdf_button(one.visit, side.result)] if side.result is not None else []),
        )
    journal.note(
        visit.tx,
        actor=visit.person.id,
        act="agreed",
        now=visit.now,
        object_=f"pairing:{pact.pair.id}",
        detail={"dialog": pact.definition.id},
    )
    _tell_coordinators(pact)


def _tell_coordinators(pact: Pact) -> None:
    visit, other = pact.visit, pact.other
    for each in visit.colleagues("coordinator"):
        title = visit.loaded.title(pact.definition.id, each.person.language)
        each.say(
            each.t(
                "pact-agreed-coordinator",
                title=title,
                one=visit.person.name,
                two=other.person.name,
            )
        )


def talk(visit: Visit, dialog: str, pairing: int) -> None:
    """One side wants to talk first: both are told, and may answer single questions anew."""
    pact = find(visit, dialog, pairing)
    mine, theirs = (pact.mine(), pact.theirs()) if pact else (None, None)
    if pact is None or mine is None or theirs is None:
        visit.say(visit.t("not-yours"))
        return
    pacts.mark(visit.tx, mine, confirmed_at=None)
    other = pact.seen_by_other()
    visit.say(visit.t("pact-talk-here", name=pact.other.person.name), *_anew(pact))
    other.visit.say(other.visit.t("pact-talk-there", name=visit.person.name), *_anew(other))


def _anew(pact: Pact) -> list[Button]:
    """A button for each question on which they differ, or for each where they don't at all."""
    mine, theirs = pact.mine(), pact.theirs()
    assert mine is not None
    assert theirs is not None
    every = found(pact, mine, theirs)
    some = [one for one in every if not one.alike] or every
    return [
        button(
            short(one.heading, 40),
            "dialog_fresh",
            dialog=f"{pact.definition.id}{ALONE}{one.step}",
            pairing=pact.pair.id,
        )
        for one in some
    ]
