"""Dialogs and timed guides from their files: read, built and checked, with every fault at once."""

from functools import lru_cache
from pathlib import Path

from dialogs.build import build
from dialogs.check import check
from dialogs.definition import Definition
from dialogs.errors import BrokenLibrary
from dialogs.source import Fault, Unreadable, load_yaml
from dialogs.timed import TimedGuide, build_timed, is_timed

LIBRARY = Path(__file__).parent / "library"
POLLS = LIBRARY / "polls"
"""The ready-made polls, which `ready_poll` reads."""


def load_any(path: Path) -> tuple[Definition | TimedGuide | None, list[Fault]]:
    """The dialog or guide, or its faults in the order of their lines: never both."""
    try:
        data = load_yaml(path)
    except Unreadable as error:
        return None, [error.fault]
    if is_timed(data):
        return build_timed(data, str(path))
    definition, faults = build(data, str(path))
    if definition and not faults:
        faults = check(definition)
    return (None, sorted(faults)) if faults else (definition, [])


def load_library() -> dict[str, Definition]:
    """The library's dialogs by id; raises BrokenLibrary, since these are ours to keep whole."""
    return _library()[0]


def load_guides() -> dict[str, TimedGuide]:
    """The library's timed guides by id; raises BrokenLibrary as well."""
    return _library()[1]


@lru_cache(maxsize=1)
def _library() -> tuple[dict[str, Definition], dict[str, TimedGuide]]:
    dialogs: dict[str, Definition] = {}
    guides: dict[str, TimedGuide] = {}
    for path in sorted(LIBRARY.rglob("*.yaml")):
        if path.parent == POLLS:
            continue
        found, faults = load_any(path)
        if isinstance(found, Definition):
            dialogs[found.id] = found
        elif found is not None:
            guides[found.id] = found
        else:
            raise BrokenLibrary("\n".join(str(fault) for fault in faults))
    return dialogs, guides
