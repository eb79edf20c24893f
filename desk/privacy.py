"""What somebody keeps for herself: a task's title is hers alone while the result it came from is.

Nothing is copied: whether the result is shared is looked at whenever somebody else would read the
title, so that taking it back hides the tasks too, and sharing shows them. A result that is gone
says nothing any more, and so its tasks stay hidden.
"""

from collections.abc import Iterable

from desk import sharing
from desk.visit import Visit
from store import shares
from store.tasks import Task
from store.work import Tx


def is_kept(tx: Tx, task: Task, pairing: int | None = None) -> bool:
    """Whether this pairing may not read the title now; without one, whether nobody may."""
    return task.result is not None and task.result not in shares.shared(tx, task.person, pairing)


def is_kept_from(owner: Visit, task: Task, other: Visit) -> bool:
    """Of a mentor's eyes their own pairing decides, of a coordinator's whether anybody's may."""
    pair = sharing.between(owner, other)
    return is_kept(owner.tx, task, pair.id if pair else None)


def seen(some: Iterable[Task], shared: frozenset[int]) -> list[Task]:
    """Those of somebody's tasks that others may read, where these results are shared."""
    return [task for task in some if task.result is None or task.result in shared]


def before_asking(owner: Visit, task: Task | None, human: Visit | None) -> str:
    """Who will read the title of a task that was kept, said before a human is asked about it."""
    if human is None or task is None or not is_kept_from(owner, task, human):
        return ""
    return owner.t(f"kept-until-{human.part.role}", name=human.person.name)
