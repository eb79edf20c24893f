"""What hangs on a stage without a day: it is sent only once somebody says that a pair is there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dialogs.source import Fault, LocatedDict, Unreadable, line_of, load_yaml
from mentoring.calendar import PHASE


def undated(file: Path) -> Iterator[Fault]:
    """Each event whose date is counted from a stage that has neither a day nor what leads to it.

    The first stage begins with the pair, so it always has one.
    """
    try:
        data = load_yaml(file)
    except Unreadable:
        return  # a fault, and reported as one
    for event in _items(data, "events"):
        date = event.get("date")
        name = str(date.get("to", "")) if isinstance(date, LocatedDict) else ""
        if name.removeprefix(PHASE) in _waiting(data) and name.startswith(PHASE):
            what = f"'{event.get('id')}' hangs on '{name}', which has no date"
            cure = (
                'It is sent once the mentor or a coordinator has said in the chat ("stage") that '
                "the pair is there; or give the phase a date, or an 'after'."
            )
            yield Fault(file=str(file), line=line_of(event, "date"), what=what, cure=cure)


def _waiting(data: Any) -> set[str]:
    later = list(_items(data, "phases"))[1:]
    return {str(one.get("id")) for one in later if not one.get("date") and not one.get("after")}


def _items(data: Any, key: str) -> Iterator[LocatedDict]:
    found = data.get(key) if isinstance(data, LocatedDict) else None
    if isinstance(found, list):
        yield from (one for one in found if isinstance(one, LocatedDict))
