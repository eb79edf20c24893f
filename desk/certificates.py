"""A certificate of participation, once a mentorship has come to its end: a PDF in either language.

It is kept among the person's own results, so that it is found, downloaded, exported and erased like
these. It names nobody but its owner, and says nothing that its owner did not live through.
"""

from datetime import datetime

from desk import papers
from desk.talk import other_of
from desk.visit import CERTIFICATE, Visit, button, short
from desk.wording import LANGUAGES, wording
from mentoring.localtime import local
from mentoring.message import Button
from store import guides, pairings, sessions
from store.pairings import Pairing

CLOSING = "closing"
"""The guide after which it is given."""

NOTED = {"mentee": "reflect", "mentor": "observe"}
"""What each side writes down after a meeting."""


def offer(reader: Visit, guide: str, pairing: int, run: int) -> list[Button]:
    """Under the last words of the closing talk; `run` keeps its question for a sentence open."""
    if guide != CLOSING:
        return []
    what = {"pairing": pairing, "run": run}
    return [button(reader.t("certificate-get"), "timed_certificate", **what)]


def mine(visit: Visit) -> None:
    """Asked for in words: of one mentorship, or the choice of one."""
    some = [pair for pair in _own(visit) if _over(visit, pair) is not None]
    if not some:
        visit.say(visit.t("certificate-later"))
    elif len(some) == 1:
        give(visit, some[0].id)
    else:
        visit.say(visit.t("pact-with-whom"), *[_with(visit, pair) for pair in some])


def _own(visit: Visit) -> list[Pairing]:
    tx, programme, states = visit.tx, visit.part.programme, ("active", "ended")
    if visit.part.role == "mentor":
        return pairings.of_mentor(tx, visit.person.id, programme, *states)
    return pairings.of_mentee(tx, visit.person, programme, *states)


def _with(visit: Visit, pair: Pairing) -> Button:
    other = visit.other(other_of(pair, visit))
    name = other.person.name if other else visit.t("erased-person")
    return button(short(name, 40), "timed_certificate", pairing=pair.id)


def _over(visit: Visit, pair: Pairing) -> datetime | None:
    """When it came to its end: the last closing talk that was held, or the day it was ended."""
    held = [
        run.ended_at
        for run, _ in guides.of_person(visit.tx, visit.person.id)
        if (run.pairing, run.guide, run.state) == (pair.id, CLOSING, guides.ENDED)
        and run.started_at
        and run.ended_at
    ]
    return max(held, default=pair.decided_at if pair.status == "ended" else None)


def give(visit: Visit, pairing: int, run: int | None = None, language: str | None = None) -> None:
    """The PDF in this language, or the question in which; the right to it is looked at now."""
    pair = next((one for one in _own(visit) if one.id == pairing), None)
    until = _over(visit, pair) if pair is not None else None
    if pair is None or until is None or language not in (None, *LANGUAGES):
        visit.say(visit.t("not-yours"))
    elif language is None:
        kept = {"pairing": pairing} if run is None else {"pairing": pairing, "run": run}
        visit.say(
            visit.t("certificate-language"),
            *(_in(visit, each, kept) for each in LANGUAGES if each in visit.programme.languages),
        )
    else:
        papers.send(visit, _kept(visit, pair, until, language))


def _in(visit: Visit, language: str, kept: dict[str, int]) -> Button:
    label = wording(language)("certificate-in")
    return button(label, "timed_certificate", **kept, language=language)


def _kept(visit: Visit, pair: Pairing, until: datetime, language: str) -> int:
    """The one that says the same already, or a new one."""
    text = _text(visit, pair, until, language)
    for one in sessions.results(visit.tx, visit.person):
        if one.dialog == CERTIFICATE and one.text == text:
            return one.id
    return sessions.add_result(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        dialog=CERTIFICATE,
        text=text,
        data={papers.LANGUAGE: language},
        session=None,
        now=visit.now,
    )


def _text(visit: Visit, pair: Pairing, until: datetime, language: str) -> str:
    t, programme = wording(language), visit.programme
    first, last = (local(each, programme.zone) for each in (pair.created_at, until))
    lines = [
        t("certificate"),
        t("certificate-name", name=visit.person.name),
        t("certificate-programme", name=programme.name[language]),
        t("certificate-role", name=programme.roles[visit.part.role][language]),
        t("certificate-time", first=f"{first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}"),
    ]
    if count := _meetings(visit, pair, until):
        lines.append(t("certificate-meetings", count=str(count)))
    return "\n\n".join(lines)


def _meetings(visit: Visit, pair: Pairing, until: datetime) -> int:
    """How many the person has noted; a mentor of several notes them together, so that none is
    known to be of this pair."""
    if visit.part.role == "mentor" and len(_own(visit)) > 1:
        return 0
    noted = NOTED.get(visit.part.role)
    some = (one for one in sessions.results(visit.tx, visit.person) if one.dialog == noted)
    return sum(pair.created_at <= one.created_at <= until for one in some)
