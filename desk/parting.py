"""After a timed guide: one private sentence, and where two are to decide, each one's word on it.

Either may decline without giving offence: the other hears of a no kindly and without a reason, of
a yes only once both have said it. Coordinators hear what came of it, not who said what, once both
have answered, or days after the last word.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from desk import certificates, diary, matching
from desk import talk as talks
from desk.talk import KIND, Talk
from desk.visit import Visit, button
from dialogs.timed import TimedGuide
from mentoring.message import Button
from mentoring.occurrence import Occurrence
from store import guides, journal, occurrences, pairings, sessions
from store.guides import ENDED
from store.occurrences import Scope

SAYS = ("yes", "no", "time")
OUTCOME = "outcome"
TOLD_AFTER = timedelta(days=3)
"""After the last word of the two; then coordinators hear where it stands, settled or not."""


def begin(talk: Talk) -> None:
    """The last words of the guide to both, each with the first thing they are asked."""
    for each in talk.both:
        done = talk.guide.done
        words = done.in_language(each.person.language) if done else each.t("timed-done")
        offered = _steps(each, talk.guide)
        said = (words, each.t("steps-offer")) if offered else (words,)
        certificate = certificates.offer(each, talk.guide.id, talk.pair.id, talk.run.id)
        each.say("\n\n".join(said), *offered, *certificate)
    diary.offer(talk)
    for each in talk.both:
        if talk.guide.decide:
            each.say(each.t("timed-decide"), *_choices(each, talk.run.id))
        else:
            ask_sentence(each, talk.run.id)


def _steps(reader: Visit, guide: TimedGuide) -> list[Button]:
    """Where the steps that were named become tasks: a guide takes no answers itself."""
    if guide.next is None or reader.dialog(guide.next) is None:
        return []
    return [button(reader.t("do-steps"), "dialog_start", dialog=guide.next)]


def _choices(reader: Visit, run: int) -> list[Button]:
    return [
        button(reader.t(f"timed-says-{one}"), "timed_decide", run=run, says=one) for one in SAYS
    ]


def ask_sentence(reader: Visit, run: int) -> None:
    reader.focus("sentence", run=run)
    reader.say(reader.t("timed-sentence"), button(reader.t("timed-no-sentence"), "menu"))


def still_asks(visit: Visit, action: Mapping[str, Any]) -> bool:
    """Whether a late tap in the same talk leaves the question for a sentence open: what is written
    next is private, and must not be taken for words to somebody else."""
    asked = visit.person.focus or {}
    same_talk = str(action.get("do")).startswith("timed_") and action.get("run") == asked.get("run")
    return asked.get("on") == "sentence" and same_talk


def sentence(visit: Visit, run: int, text: str) -> None:
    """Kept among the person's own results; nobody else sees it."""
    talk = talks.find(visit, run)
    name = talk.guide.id if talk is not None else _guide_of(visit, run)
    if name is None:
        visit.say(visit.t("not-yours"))
        return
    title = visit.loaded.title(name, visit.person.language)
    sessions.add_result(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        dialog=name,
        text=f"{title}\n\n{text}",
        data={"sentence": text},
        session=None,
        now=visit.now,
    )
    offered = _steps(visit, talk.guide) if talk is not None else []
    visit.say(visit.t("timed-sentence-kept"), *offered, button(visit.t("do-results"), "results"))


def _guide_of(visit: Visit, run: int) -> str | None:
    """The guide of a run of the person's own that can't be gone back to any more."""
    own = (found for found, _ in guides.of_person(visit.tx, visit.person.id) if found.id == run)
    return next((found.guide for found in own), None)


def decide(visit: Visit, run: int, says: str) -> None:
    """One side's word: yes, no, or time to think, which can still become either."""
    talk = talks.find(visit, run)
    if talk is None or not talk.guide.decide or talk.run.state != ENDED or says not in SAYS:
        over = talk is None and _guide_of(visit, run) is not None
        visit.say(visit.t("timed-over" if over else "not-yours"))
        return
    mine, theirs = _said(talk)
    if mine in ("yes", "no"):
        visit.say(visit.t("timed-decided-already"))
        return
    side = "mentor_says" if _is_mentor(talk) else "mentee_says"
    talk.change(**{side: says})
    visit.say(visit.t(f"timed-heard-{says}"), *(_choices(visit, run)[:2] if says == "time" else []))
    _settle(talk, says, theirs)
    if mine != says:
        _note(talk)
        _pass_on(talk, side, says, theirs)
    ask_sentence(visit, run)


def _is_mentor(talk: Talk) -> bool:
    return talk.pair.mentor == talk.visit.person.id


def _said(talk: Talk) -> tuple[str | None, str | None]:
    """My word and the other's."""
    run = talk.run
    both = (run.mentor_says, run.mentee_says)
    return both if _is_mentor(talk) else (both[1], both[0])


def _settle(talk: Talk, mine: str, theirs: str | None) -> None:
    """Both yes: told to both, and settled where it was only asked for. A no: told kindly, once."""
    if mine == "yes" and theirs == "yes":
        for each, other in (talk.both, talk.both[::-1]):
            each.say(each.t("timed-both-yes", name=other.person.name))
        if talk.pair.status == "asked":
            mentor = talk.visit if _is_mentor(talk) else talk.other
            matching.accept(mentor, talk.pair.id)
    elif mine == "no" and theirs != "no":
        _decline(talk)
    elif mine == "time" and theirs == "yes":
        talk.other.say(talk.other.t("timed-other-thinks"))


def _decline(talk: Talk) -> None:
    """What was only asked for ends here; what goes on is the coordinator's to settle."""
    if talk.pair.status != "asked":
        talk.other.say(talk.other.t("timed-other-no"))
    elif _is_mentor(talk):
        matching.decline(talk.visit, talk.pair.id)
    else:
        matching.withdraw(talk.visit, talk.pair.id)


def _note(talk: Talk) -> None:
    """That somebody decided, not what."""
    visit, object_ = talk.visit, f"pairing:{talk.pair.id}"
    journal.note(visit.tx, actor=visit.person.id, act="decided", now=visit.now, object_=object_)


def _pass_on(talk: Talk, side: str, says: str, theirs: str | None) -> None:
    """To the coordinators once it is settled, and only once; until then they are told in some
    days."""
    waits = _is_planned(talk)
    if not _is_settled(talk):
        _plan(talk, [_outcome(talk, side, says)])
    elif waits or theirs != "no":  # of a no they have heard when its time had passed
        _plan(talk, [])
        _tell_coordinators(talk)


def _is_settled(talk: Talk) -> bool:
    """Two yes; a no, when the other has spoken too or can't any more."""
    said = (talk.run.mentor_says, talk.run.mentee_says)
    if "no" in said:
        return None not in said or talk.pair.status == "asked"
    return said == ("yes", "yes")


def _scope(talk: Talk) -> Scope:
    return Scope(
        programme=talk.run.programme,
        person=talk.pair.mentor,
        kinds=(KIND,),
        subject=talk.run.id,
    )


def _is_planned(talk: Talk) -> bool:
    tx, run = talk.visit.tx, talk.run
    until = talk.visit.now + TOLD_AFTER
    some = occurrences.waiting_until(tx, run.programme, [talk.pair.mentor], (KIND,), until)
    return any(each.subject == run.id for each in some)


def _plan(talk: Talk, planned: list[Occurrence]) -> None:
    occurrences.reconcile(talk.visit.tx, _scope(talk), planned)


def _outcome(talk: Talk, side: str, says: str) -> Occurrence:
    return Occurrence(
        key=f"guide:{talk.run.id}:{OUTCOME}:{side}:{says}",
        kind=KIND,
        person=talk.pair.mentor,
        pairing=talk.pair.id,
        subject=talk.run.id,
        due=talk.visit.now + TOLD_AFTER,
        why={"rule": KIND, "what": OUTCOME},
    )


def time_has_passed(talk: Talk) -> None:
    """Nobody has said anything for days: the coordinators hear where it stands."""
    _tell_coordinators(talk)


def _tell_coordinators(talk: Talk) -> None:
    """What came of it. The mentor's name comes first, whoever spoke last, and nothing says who
    brought it about."""
    said = (talk.run.mentor_says, talk.run.mentee_says)
    came = "no" if "no" in said else "yes" if said == ("yes", "yes") else "open"
    if came == "yes" and _has_begun(talk):
        return
    mentor, mentee = talk.both if _is_mentor(talk) else talk.both[::-1]
    for each in talk.visit.colleagues("coordinator"):
        each.writer = None
        names = {"mentor": mentor.person.name, "mentee": mentee.person.name}
        each.say(each.t(f"outcome-{came}", title=talk.title(each), **names))


def _has_begun(talk: Talk) -> bool:
    """The beginning of a pair that was only asked for is told by itself."""
    now = pairings.find(talk.visit.tx, talk.pair.id)
    return talk.pair.status == "asked" and now is not None and now.status == "active"
