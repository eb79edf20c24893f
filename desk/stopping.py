"""Stop, pause, my data, delete my data: understood in many words, at any moment."""

from desk import papers, planning, reach
from desk.reasons import KINDS
from desk.visit import WEB, Visit, button
from knowledge.folding import fold
from store import erasing, held, journal, outbox, pairings

STOP = frozenset(
    [
        "stop",
        "/stop",
        "pauze",
        "/pauze",
        "pause",
        "/pause",
        "beidz",
        "apturi",
        "apklusti",
        "liec mieru",
        "netrauce",
        "neraksti man",
        "neraksti",
        "unsubscribe",
        "stop messages",
        "leave me alone",
    ]
)
ERASE = frozenset(
    [
        "/dzest",
        "/delete",
        "dzest manus datus",
        "dzest datus",
        "izdzes manus datus",
        "izdzest manus datus",
        "izdzes visu",
        "dzest visu",
        "izdzest visu",
        "aizmirsti mani",
        "delete my data",
        "delete everything",
        "erase my data",
        "forget me",
    ]
)
DATA = frozenset(["/dati", "/data", "mani dati", "my data", "paradi manus datus", "show my data"])
RESUME = frozenset(["/turpinat", "/resume", "turpinat atgadinajumus", "resume"])
UNPROMPTED = KINDS


def understood(visit: Visit, text: str) -> bool:
    said = fold(text).strip(" .!")
    for words, act in ((STOP, _stop), (ERASE, _ask_erase), (DATA, _data), (RESUME, _resume)):
        if said in words:
            act(visit)
            return True
    return False


def _stop(visit: Visit) -> None:
    visit.refresh(stopped_at=visit.now)
    visit.focus(None)
    outbox.cancel(visit.tx, visit.person.id, UNPROMPTED)
    planning.replan_person(visit)
    visit.say(visit.t("stopped"), button(visit.t("do-switch-on"), "resume"))


def _resume(visit: Visit) -> None:
    resume(visit)


def resume(visit: Visit) -> None:
    visit.refresh(stopped_at=None)
    planning.replan_all(visit)
    visit.say(visit.t("switched-on"))


def _data(visit: Visit) -> None:
    away = visit.channel not in (None, WEB)
    visit.say(
        visit.t("my-data-here" if away else "my-data"),
        button(visit.t("do-erase"), "erase", sure=False),
        document=papers.DATA,
    )


def _ask_erase(visit: Visit) -> None:
    erase(visit, sure=False)


def erase(visit: Visit, sure: bool | None) -> None:
    """`sure` is None for "no, keep it", False for the question, True for the deed."""
    if sure is None:
        visit.say(visit.t("erase-kept"))
    elif not sure:
        visit.say(
            visit.t("erase-sure"),
            button(visit.t("erase-yes"), "erase", sure=True),
            button(visit.t("erase-no"), "erase", sure=None),
        )
    else:
        _erase(visit)


def _erase(visit: Visit) -> None:
    visit.erased_with = False
    _tell_the_other_half(visit)
    journal.note(
        visit.tx, actor=None, act="erase", now=visit.now, object_=f"person:{visit.person.id}"
    )
    erasing.erase(visit.tx, visit.person.id, visit.now)
    reach.goodbye(visit)


def _free_those_who_wait(visit: Visit) -> None:
    """Whoever asked this person, or was asked by them, need not wait for an answer any more."""
    programme, me = visit.part.programme, visit.person
    for pair in pairings.of_mentee(visit.tx, me, programme, "asked"):
        unheard = held.withdraw_about(visit.tx, pair.mentor, pairing=pair.id)
        if not unheard and (mentor := visit.other(pair.mentor)) is not None:
            mentor.say(mentor.t("pair-withdrawn", name=me.name))
    for pair in pairings.of_mentor(visit.tx, me.id, programme, "asked"):
        if (mentee := visit.other(pair.mentee)) is not None:
            mentee.say(mentee.t("pair-declined"), button(mentee.t("match-again"), "match_more"))


def _tell_the_other_half(visit: Visit) -> None:
    programme, me = visit.part.programme, visit.person
    pairs = pairings.of_mentee(visit.tx, me, programme, "active")
    others = [pair.mentor for pair in pairs]
    others += [p.mentee for p in pairings.of_mentor(visit.tx, me.id, programme, "active")]
    for one in others:
        if (theirs := visit.other(one)) is not None:
            theirs.say(theirs.t("other-left", name=me.name))
    _free_those_who_wait(visit)
    for coordinator in visit.colleagues("coordinator"):
        if coordinator.person.id != me.id:
            coordinator.say(coordinator.t("person-left", role=visit.role_label(visit.part.role)))
