"""What of all that is due for one person on one day becomes which message.

Thought through as a shy fifteen-year-old would like it. One message a day is a friend, three are a
teacher. So what falls on the same day comes as one message with a button for each item, the most
important first. A question how things go is neither hidden in such a list nor sent after it: it
stands under the list or, since beside "two tasks are late" nobody believes it is meant, waits for a
day of its own. The same thing is said once, in its newest form. Only what can't wait, somebody's
safety or what begins today, comes at once and by itself, and costs nothing of the day's measure.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, Protocol, TypeVar

from mentoring.programme import DAILY_ORDER
from mentoring.silence import QUESTIONS

ALERT = "alert"
MEETING = "meeting"
NEWS: Final = "news"
"""What needs no decision; however much of it there is, it stays together."""

STAGES = {"nudge": 1, "before": 1, "due_today": 2, "on_day": 2, "late": 3}
"""What is said of one day, from first to last; tasks by their kind, the calendar by its rule."""


class DueLike(Protocol):
    """What is looked at of a thing that is due; occurrences and stored rows have it."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def subject(self) -> int | None: ...
    @property
    def why(self) -> Mapping[str, Any]: ...


D = TypeVar("D", bound=DueLike)


@dataclass(frozen=True, kw_only=True)
class Digest(Generic[D]):
    """Every item given is in exactly one of the three.

    `messages` are sent one after another, each as one message about its items, the most important
    first. `put_off` wait for another day or are left out. `outdated` are covered by a newer item
    about the same thing.
    """

    messages: tuple[tuple[D, ...], ...] = ()
    put_off: tuple[D, ...] = ()
    outdated: tuple[D, ...] = ()


def digest(
    due: Sequence[D], limit: int = 1, order: Sequence[str] = DAILY_ORDER, *, sent: int = 0
) -> Digest[D]:
    """Groups what is due, oldest first, for one person on one local day.

    `limit` is how many unprompted messages there may be, `sent` how many there were already; urgent
    ones aren't counted. With a higher limit the most important items come by themselves and the
    rest together. Give all that is due on the day at its first moment, else the limit is used up by
    what happens to be early.
    """
    outdated = _outdated(due) if len(due) > 1 else ()
    current = [each for each in due if each not in outdated]
    if len(current) > 1:
        current.sort(key=_rank_in(order))
    urgent = tuple((each,) for each in current if is_urgent(each))
    questions = tuple(each for each in current if is_question(each))
    items = tuple(each for each in current if not is_urgent(each) and not is_question(each))
    listed = _together(items, max(0, limit - sent))
    asked = () if items or sent else questions[:1]
    return Digest(
        messages=(*urgent, *listed, *((each,) for each in asked)),
        put_off=(*(() if listed else items), *questions[len(asked) :]),
        outdated=outdated,
    )


def is_urgent(item: DueLike) -> bool:
    """Somebody's safety, or what begins on this very day."""
    return item.kind == ALERT or begins_today(item.why)


def begins_today(why: Mapping[str, Any]) -> bool:
    """A meeting of this day, and whatever begins at an hour of it: told later, it has begun."""
    return why.get("rule") == "on_day" and (why.get("what") == MEETING or "at" in why)


def is_question(item: DueLike) -> bool:
    """Whether it asks how things go; such a thing is asked alone or not at all."""
    return item.kind == "check_in" or item.why.get("does") in QUESTIONS


def _name(item: DueLike) -> str:
    """The name under which the programme's order knows it."""
    return MEETING if item.why.get("what") == MEETING else item.kind


def _rank_in(order: Sequence[str]) -> Callable[[DueLike], tuple[int, str, str]]:
    """Safety first, then as the programme says, the sooner due before the later; what it doesn't
    name comes last."""
    places = {name: place for place, name in enumerate((ALERT, *order))}
    return lambda item: (places.get(_name(item), len(places)), day_of(item), item.key)


def day_of(item: DueLike) -> str:
    """The date it speaks of, as the plan wrote it down; empty where it speaks of none."""
    return str(item.why.get("due") or item.why.get("date") or "")


def is_late(item: DueLike) -> bool:
    """Whether it speaks of a date that has passed."""
    return item.kind == "late" or item.why.get("rule") == "late"


def _together(items: tuple[D, ...], room: int) -> tuple[tuple[D, ...], ...]:
    """As many messages as there is room for; what is left shares the last."""
    if not items or not room:
        return ()
    alone = [each for each in items if each.kind != NEWS][: room - 1]
    rest = tuple(each for each in items if each not in alone)
    return (*((each,) for each in alone), *filter(None, (rest,)))


def _outdated(due: Sequence[D]) -> tuple[D, ...]:
    newest = {thing(each): each.key for each in sorted(due, key=_stage)}
    return tuple(each for each in due if newest[thing(each)] != each.key)


def _stage(item: DueLike) -> tuple[int, int]:
    """How far its day has come: what a pause held back falls due in one instant, and "tomorrow" is
    then no longer true beside "today"."""
    days = int(str(item.why.get("days", 0)))
    stage = STAGES.get(item.kind) or STAGES.get(str(item.why.get("rule")), 0)
    return stage, -days if stage == STAGES["before"] else days


def thing(item: DueLike) -> tuple[object, ...]:
    """What it is about: a task, an event's date, or else nothing but itself."""
    if item.kind == "event":
        return ("event", item.why.get("event"), item.why.get("date"))
    if item.kind in ("nudge", "due_today", "late") and item.subject is not None:
        return ("task", item.subject)
    return (item.key,)
