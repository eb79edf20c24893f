"""The mentor's observations of one mentee, handed to that mentee when the two say goodbye.

The mentor decides; until then nobody else reads them, and what is handed over can be taken back
like everything that is shown.
"""

from desk import talk as talks
from desk.talk import Talk
from desk.visit import NOTICE, Visit, button
from store import sessions, shares
from store.sessions import Result

DIARY = "observe"
GOODBYE = "closing"


def offer(talk: Talk) -> None:
    """To the mentor, after the closing meeting, where there is anything left to hand over."""
    for each, other in (talk.both, talk.both[::-1]):
        some = _kept(each, talk) if talk.guide.id == GOODBYE else []
        if some:
            label = each.t("do-diary", count=len(some))
            words = each.t("diary-offer", count=len(some), name=other.person.name)
            each.say(words, button(label, "timed_diary", run=talk.run.id))


def _kept(visit: Visit, talk: Talk) -> list[Result]:
    if talk.pair.mentor != visit.person.id:
        return []
    return [
        one
        for one in sessions.results(visit.tx, visit.person)
        if one.dialog == DIARY and one.pairing == talk.pair.id and talk.pair.id not in one.readers
    ]


def hand_over(visit: Visit, run: int) -> None:
    """All of them at once; a second tap finds nothing left. The question for a sentence stands."""
    talk = talks.find(visit, run)
    if talk is None or talk.pair.mentor != visit.person.id or talk.pair.status != "active":
        visit.say(visit.t("not-yours"))
        return
    some = _kept(visit, talk)
    for one in some:
        shares.share(visit.tx, visit.person.id, one.id, [talk.pair.id])
    visit.say(visit.t("diary-handed", name=talk.other.person.name))
    if some:
        talk.other.say(
            talk.other.t("diary-yours", name=visit.person.name, count=len(some)),
            button(talk.other.t("do-shown"), "shown"),
            kind=NOTICE,
        )
