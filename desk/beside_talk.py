"""What somebody writes to the assistant while two people talk by its clock.

How long is left, what the guide or its part is, "I don't know": answered at once. The talk is
between the two, so that nothing of it goes to a human by mistake.
"""

from desk import asides, guiding, handing_over, questions
from desk.talk import KIND, Talk, find, pairs
from desk.visit import Visit
from knowledge.folding import fold, stem, tokens
from store import guides
from store.guides import PAUSED, RUNNING

SMALL_WORDS = 3
"""So few words, with no question in them, are no message to anybody."""


def understood(visit: Visit, text: str) -> bool:
    """Whether a talk goes on, and these words could be dealt with beside it."""
    talk = going_on(visit)
    if talk is None:
        return False
    if asides.asks_how_long(text):
        _say_how_long(talk)
    elif _what_is(talk, text):
        return True
    elif not _is_question(text) and len(tokens(text)) <= SMALL_WORDS:
        visit.say(visit.t("timed-no-hurry"), *guiding.ways(talk))
    elif not _is_question(text):
        handing_over.sure(visit, text)
    else:
        return False
    return True


def _is_question(text: str) -> bool:
    return text.rstrip().endswith("?") or handing_over.is_question(text)


def going_on(visit: Visit) -> Talk | None:
    """The talk of this person that runs or is paused."""
    for guide in visit.loaded.timed.values():
        for pair in pairs(visit, guide):
            run = guides.open_of(visit.tx, pair.id)
            if run is not None and run.guide == guide.id and run.state in (RUNNING, PAUSED):
                return find(visit, run.id)
    return None


def paused(visit: Visit, text: str) -> bool:
    """ "Pause" in the middle of a talk stops its clock, and not the assistant for good; in its
    pause, that is said once more."""
    if fold(text).strip(" .!") not in ("pauze", "pause"):
        return False
    if (talk := going_on(visit)) is None:
        return False
    guiding.pause(visit, talk.run.id, talk.run.step)
    return True


def _say_how_long(talk: Talk) -> None:
    """Of this part, and of all that follows at most."""
    part = guiding.minutes_left(talk)
    later = sum(one.minutes for one in talk.guide.parts[talk.run.step + 1 :])
    talk.visit.say(
        talk.visit.t("timed-left", part=part, whole=part + later), *guiding.ways(talk), kind=KIND
    )


def _what_is(talk: Talk, text: str) -> bool:
    """From the guide's first words, or from what its part says."""
    visit, language = talk.visit, talk.visit.person.language
    asked = asides.asked_about(text, language)
    if not asked:
        return False
    title = " ".join((*talk.guide.title.texts.values(), talk.guide.id))
    if talk.guide.intro and asked <= {stem(word, language) for word in tokens(title)}:
        visit.say(talk.guide.intro.in_language(language), *guiding.ways(talk), kind=KIND)
        return True
    part = talk.guide.parts[talk.run.step]
    words = " ".join(one.in_language(language) for one in (part.title, *part.say))
    if asked <= {stem(word, language) for word in tokens(words)}:
        if questions.look_up(visit, text).kind == "answer":
            return False
        guiding.show_part(talk)
        return True
    return False
