"""One message to come, as all plans give it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "nudge",
    "due_today",
    "late",
    "check_in",
    "silence",
    "alert",
    "event",
    "mentor_silence",
    "extension",
    "announcement",
    "guide",
    "activity",
    "results",
    "unanswered",
    "news",
    "insight",
    "held",
]

STALE_AFTER = timedelta(days=1)
"""A reminder missed by more than this is left out: it would only confuse."""

HORIZON_DAYS = 35


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """One message to come; `why` is plain data that lets the assistant explain it."""

    key: str
    kind: Kind
    person: int
    pairing: int | None
    subject: int | None
    due: datetime
    why: Mapping[str, str | int]


def in_order(planned: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(sorted(planned, key=lambda each: (each.due, each.key)))
