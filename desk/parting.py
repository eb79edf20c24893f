"""After a timed guide: one private sentence, and where two are to decide, each one's word on it.

Either may decline without giving offence: the other hears of a no kindly and without a reason, of
a yes only once both have said it.
"""

from collections.abc import Mapping
from typing import Any

from desk import diary, matching
from desk import talk as talks
from desk.talk import Talk
from desk.visit import Visit, button
from dialogs.timed import TimedGuide
from mentoring.message import Button
from store import guides, journal, sessions
from store.guides import ENDED

SAYS = ("yes", "no", "time")


def begin(talk: Talk) -> None:
    """The last words of the guide to both, each with the first thing they are asked."""
    for each in talk.both:
        done = talk.guide.done
        words = done.in_language(each.person.language) if done else each.t("timed-done")
        offered = _steps(each, talk.guide)
        said = (words, each.t("steps-offer")) if offered else (words,)
        each.say("\n\n".join(said), *offered)
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
    if mine != says:
        _tell_coordinators(talk, says)
    visit.say(visit.t(f"timed-heard-{says}"), *(_choices(visit, run)[:2] if says == "time" else []))
    _settle(talk, says, theirs)
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


def _tell_coordinators(talk: Talk, says: str) -> None:
    visit = talk.visit
    for each in visit.colleagues("coordinator"):
        each.say(
            each.t(
                f"timed-coordinator-{says}",
                title=talk.title(each),
                name=visit.person.name,
                other=talk.other.person.name,
            )
        )
    journal.note(
        visit.tx,
        actor=visit.person.id,
        act="decided",
        now=visit.now,
        object_=f"pairing:{talk.pair.id}",
        detail={"says": says},
    )
