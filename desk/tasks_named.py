"""Which task somebody means who writes that it is done, or that help or time is wanted.

The newest reminder is not always about it: words that name another task mean that one, and where
several may be meant, it is asked. A wrong tick tells the mentor what is not so.
"""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from desk import acts, meaning
from desk.visit import Visit, button, short
from knowledge.folding import fold, stem, tokens
from store import outbox, tasks
from store.outbox import Offered
from store.tasks import Task

SHOWN = 8
SLIP_FROM = 5
"""Letters a stem needs before one wrong letter is forgiven."""

PLAIN = frozenset(
    [
        *(
            "es",
            "esmu",
            "ir",
            "jau",
            "nu",
            "un",
            "ar",
            "no",
            "uz",
            "par",
            "pie",
            "lai",
            "to",
            "tas",
        ),
        *("so", "man", "vel", "ka", "visu", "uzdevums", "uzdevumu", "uzdevumam", "vajag", "vairak"),
        *("ludzu", "beidzot", "tagad", "i", "a", "an", "the", "it", "is", "my", "with", "for"),
        *("and", "of", "on", "ve", "am", "have", "task", "need", "please", "more", "did"),
    ]
)
"""Words that name no task."""


def understood(visit: Visit, text: str) -> bool:
    """Whether these words were about a task that the newest message's button is not about."""
    act = meaning.task_act(text)
    if act is None or len(text) > acts.LABEL_LIMIT:
        return False
    offered = _offered(visit)
    if offered is None:
        return False
    meant = [one.action["task"] for one in offered if one.action["do"] == act]
    if visit.person.focus is not None and not meant:
        return False
    return _take(visit, act, text, meant)


def _offered(visit: Visit) -> list[Offered] | None:
    """The newest message's buttons; None where an open dialog reads what is typed."""
    offered = outbox.last_offer(visit.tx, visit.person)
    asking = not offered or any(one.action["do"] == "dialog" for one in offered)
    return None if visit.open_session is not None and asking else offered


def _take(visit: Visit, act: str, text: str, offered: Sequence[int]) -> bool:
    some = tasks.listed(visit.tx, visit.person)
    said = _named(visit, text, act)
    whole = [task for task in some if _is_whole(visit, task, said)]
    named = whole or [task for task in some if _shared(visit, task, said)]
    if not named and not said and not offered and act == "task_done":
        named = some
    elif len(named) == 1 and whole:
        acts.perform(visit, {"do": act, "task": named[0].id})
        return True
    if not named or [task.id for task in named] == list(offered):
        return False
    _ask(visit, act, named)
    return True


def _named(visit: Visit, text: str, act: str) -> list[str]:
    """The stems of the words that may name a task."""
    said = re.sub("|".join(map(re.escape, meaning.TASK_WORDS[act])), " \N{BULLET}", fold(text))
    words = [word for part in said.split() if "\N{BULLET}" not in part for word in tokens(part)]
    return [stem(word, visit.person.language) for word in words if word not in PLAIN]


def _stems(visit: Visit, task: Task) -> list[str]:
    words = [word for word in tokens(task.title) if word not in PLAIN]
    return [stem(word, visit.person.language) for word in words]


def _is_whole(visit: Visit, task: Task, said: Sequence[str]) -> bool:
    """Whether every word of the title that counts was written."""
    title = _stems(visit, task)
    return bool(title) and all(any(_alike(one, word) for word in said) for one in title)


def _shared(visit: Visit, task: Task, said: Sequence[str]) -> bool:
    return any(_alike(one, word) for one in _stems(visit, task) for word in said)


def _alike(one: str, other: str) -> bool:
    slip = min(len(one), len(other)) >= SLIP_FROM
    return one == other or (slip and OSA.distance(one, other) <= 1)


def _ask(visit: Visit, act: str, some: Sequence[Task]) -> None:
    choices = [button(short(task.title, 40), act, task=task.id) for task in some[:SHOWN]]
    visit.say(visit.t(f"which-{act.replace('_', '-')}"), *choices)
