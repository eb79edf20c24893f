"""Who will see what I answer? Asked in the middle of a dialog, and answered at once.

Whoever wonders whether to be frank can't wait a day for a human, who would also see the question.
"""

import re

from desk import pair_dialogs, poll_dialogs
from desk.visit import Visit
from knowledge.folding import fold
from store import activities
from store.activities import Activity
from store.sessions import Kept

BEGINS = re.compile(
    r"(un |bet |and |but )?(vai|kas|kurs|kuri|kam|who|will|does|do|is|are|would|can (?!i\b|we\b))"
)
SEES = re.compile(
    r"\b(redz|redzes|redzams|redzama|uzzinas|zinas|izlasis|lasis|lasa|radisi|paradisi|paradis"
    r"|anonim\w*|privat\w*"
    r"|sees?|know|knows|read|reads|shown|anonymous|private)\b"
)
WHOSE = re.compile(
    r"\b(to|tas|sis|so|manu|manas|mans|mani|es|atbild\w*|vardu?|rakst\w*"
    r"|my|mine|this|that|it|i|answers?|name)\b"
)
"""All of folded words."""

LONGEST = 12
"""Words; whoever writes more tells something."""


def is_asked(text: str) -> bool:
    """Whether these words ask who will see them, or under whose name."""
    said = fold(text)
    if BEGINS.match(said) is None or len(said.split()) > LONGEST:
        return False
    return SEES.search(said) is not None and WHOSE.search(said) is not None


def tell(visit: Visit, kept: Kept) -> None:
    """By whom the answers of the dialog that is open will be seen."""
    if poll_dialogs.is_one(kept.dialog):
        activity = activities.find(visit.tx, poll_dialogs.number_of(kept.dialog))
        visit.say(names(visit, activity) if activity else visit.t("seeing-private"))
    elif visit.loaded.is_check_in(kept.dialog):
        visit.say(visit.t("seeing-check-in"))
    elif pair_dialogs.is_for_two(kept, visit):
        visit.say(visit.t("seeing-pact"))
    else:
        visit.say(" ".join(filter(None, (visit.t("seeing-private"), _tasks(visit, kept)))))


def _tasks(visit: Visit, kept: Kept) -> str:
    """What becomes of the tasks of this dialog, where it makes any and somebody else may see."""
    definition = visit.dialog(kept.dialog)
    if visit.part.role != "mentee" or definition is None or not definition.makes_tasks:
        return ""
    return visit.t("seeing-tasks-shared" if definition.asks_to_share else "seeing-tasks")


def names(visit: Visit, activity: Activity) -> str:
    """What becomes of the answers to a group's questions, and whether with names."""
    if "storm" in activity.body:
        return visit.t("storm-nobody")
    return visit.t("poll-anonymous-told" if activity.anonymous else "poll-named-told")
