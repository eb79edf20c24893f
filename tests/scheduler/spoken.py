"""What a message tells by the key and the reasons it carries."""

from collections.abc import Mapping
from datetime import date
from typing import Any


def would_be_over(following: date | None, *reasons: Mapping[str, Any]) -> bool:
    """Whether what is said of a date before it has passed could not be said on the following day:
    better a second message, or one on a day off, than a date that passes without a word."""
    about = (why.get("due") or why.get("date") for why in reasons if why["rule"] != "late")
    days = [date.fromisoformat(day) for day in about if day is not None]
    return following is not None and any(day < following for day in days)


def may_be_second(following: date | None, message: Any, why: Mapping[str, Any]) -> bool:
    """What could be said on no other day, and whose silence has waited for room once already."""
    return why.get("does") == "tell-coordinator" or would_be_over(following, message.why, why)


def just_wrote(key: str) -> bool:
    """Whether its reader did what it comes of, and is awake: what others are told has a number of
    its own in the key."""
    return not key.startswith("oc:") and "." not in key.split(":")[2]
