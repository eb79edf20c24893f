"""Dialogs from their files: read, built and checked, with every fault at once."""

from functools import lru_cache
from pathlib import Path

from dialogs.build import build
from dialogs.check import check
from dialogs.definition import Definition
from dialogs.errors import BrokenLibrary
from dialogs.source import Fault, Unreadable, load_yaml

LIBRARY = Path(__file__).parent / "library"


def load(path: Path) -> tuple[Definition | None, list[Fault]]:
    """The dialog, or its faults in the order of their lines: never one together with the other."""
    try:
        data = load_yaml(path)
    except Unreadable as error:
        return None, [error.fault]
    definition, faults = build(data, str(path))
    if definition and not faults:
        faults = check(definition)
    return (None, sorted(faults)) if faults else (definition, [])


@lru_cache(maxsize=1)
def load_library() -> dict[str, Definition]:
    """The library's dialogs by id; raises BrokenLibrary, since these are ours to keep whole."""
    found: dict[str, Definition] = {}
    for path in sorted(LIBRARY.glob("*.yaml")):
        definition, faults = load(path)
        if definition is None:
            raise BrokenLibrary("\n".join(str(fault) for fault in faults))
        found[definition.id] = definition
    return found
