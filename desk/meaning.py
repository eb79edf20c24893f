"""What typed words mean for the buttons of the newest message, where they mean one of them clearly.

People answer "jā", "izdarīju!" or "vajag vairāk laika" instead of tapping. An open dialog reads its
own answers; but when the newest message is somebody else's question, words that fit it answer it.
"""

import re
from collections.abc import Mapping
from typing import Any

from desk import acts, walk
from desk.visit import Visit
from dialogs.human import parse_yes_no
from knowledge.folding import fold
from store import outbox
from store.outbox import Offered

WORDS_AT_MOST = 5
TASK_WORDS: Mapping[str, tuple[str, ...]] = {
    "task_time": ("laiku", "laika", "more time", "need time", "pagarin", "extension"),
    "task_help": ("palidz", "help"),
    "task_done": (
        *("izdari", "padari", "gatav", "darits", "pabeidz", "pabeigts", "nodevu", "ir jau"),
        *("done", "finished", "did it"),
    ),
}
OF_EVENTS: Mapping[str, str] = {"task_time": "event_time"}
"""The same act about what stands in the calendar."""

OTHER_TIME = ("laika josl", "laika zon", "time zone", "timezone")
"""Where one lives is no wish for more time."""

YES_OR_NO = frozenset(
    [
        *("ja", "jaa", "jap", "nu", "protams", "labi", "ok", "okei", "okay", "der", "derigi"),
        *("piekritu", "gribu", "yes", "yeah", "yep", "sure", "ne", "nea", "negribu", "nevaru"),
        *("nevajag", "no", "nope", "soreiz", "not"),
    ]
)
"""A word of these has to be there before a text is looked at as a yes or a no."""

WORD = re.compile(r"\w+")
PLAIN: Mapping[str, bool] = {
    "extend_grant": True,
    "extend_refuse": False,
    "pair_accept": True,
    "pair_decline": False,
    "silence_example": True,
}


def meant(visit: Visit, text: str) -> str | None:
    """The key of the button that was meant, or None.

    The newest message is looked up only for words that could mean a button, or while a check-in
    stands unanswered, above which others may stand: most answers of a dialog need no look at all.
    """
    in_dialog = visit.open_session is not None
    said = fold(text)
    yes = parse_yes_no(text) if YES_OR_NO.intersection(WORD.findall(said)) else None
    task = _short_act(said)
    if in_dialog and yes is None and task is None and not walk.is_unbegun(visit):
        return None
    offered = outbox.last_offer(visit.tx, visit.person)
    if in_dialog and (not offered or any(each.action["do"] == "dialog" for each in offered)):
        return None
    return _by_label(offered, text, in_dialog) or _by_act(offered, yes, task)


def _by_label(offered: list[Offered], text: str, in_dialog: bool) -> str | None:
    if in_dialog and text.strip().isdigit():
        return None
    return acts.match_label([(each.label, each.key) for each in offered], text)


def _by_act(offered: list[Offered], yes: bool | None, task: str | None) -> str | None:
    wanted = {task, OF_EVENTS.get(task)} if task else set()
    fitting = [
        each.key
        for each in offered
        if each.action["do"] in wanted or (yes is not None and _polarity(each.action) is yes)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _short_act(said: str) -> str | None:
    return None if len(said.split()) > WORDS_AT_MOST else task_act(said)


def task_act(text: str) -> str | None:
    """Which answer to a nudge the words give; "I need help" outweighs "done", time both."""
    said = fold(text)
    if "?" in said:
        return None
    if any(words in said for words in OTHER_TIME):
        return None
    for act, words in TASK_WORDS.items():
        if any(word in said for word in words):
            return act
    return None


def _polarity(action: Mapping[str, Any]) -> bool | None:
    """Whether a button says yes or no, where it says either."""
    match action["do"]:
        case "consent":
            return bool(action["yes"])
        case "safe":
            return bool(action["safe"])
        case "erase":
            return action["sure"] is True
        case "task_help":
            return True if action.get("sure") else None
        case do:
            return PLAIN.get(do)
