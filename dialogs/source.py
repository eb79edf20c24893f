"""YAML files that people edit by hand: read safely, every value with the line it stands on.

Differs from plain PyYAML where that surprises an editor: `yes`, `no`, `on` and `off` stay words (a
button labelled No is not `False`), `15:30` stays text, a key given twice is a fault, and aliases
are refused, since a few lines of them can unfold to gigabytes.
"""

import re
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

from dialogs.errors import DialogsError

BYTES_MAX = 1_000_000
DEPTH_MAX = 40


@dataclass(frozen=True, kw_only=True, order=True)
class Fault:
    """One thing to mend in a file: where it is, what is wrong, what to do."""

    file: str
    line: int
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}. {self.cure}"


class Unreadable(DialogsError):
    """The file can't be read as YAML."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class LocatedDict(dict[Any, Any]):
    """A mapping that knows its own line (1-based) and the line of each key."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[Any, int] = {}


class LocatedList(list[Any]):
    """A list that knows its own line (1-based) and the line of each item."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def line_of(holder: object, key: Any = None, default: int = 1) -> int:
    """The line of `holder[key]`, or of the holder itself where the key is absent."""
    if isinstance(holder, LocatedDict):
        return holder.lines.get(key, holder.line)
    if isinstance(holder, LocatedList):
        return holder.lines[key] if isinstance(key, int) and key < len(holder) else holder.line
    return default


def load_yaml(path: Path) -> Any:
    """The file's data in LocatedDict, LocatedList and scalars; raises Unreadable with its fault."""
    name = str(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _unreadable(
            name,
            1,
            f"the file can't be opened ({error.strerror})",
            "Check its name and who may read it",
        ) from error
    return read_yaml(_decoded(raw, name), name)


def read_yaml(text: str, name: str) -> Any:
    """As `load_yaml`, for text that is already in memory.

    libyaml reads it where it is there, several times as fast; what it can't read is read again by
    the parser that explains faults better.
    """
    if _QUICK is not None:
        with suppress(yaml.YAMLError, RecursionError):
            return _data(_QUICK(text, name))
    try:
        return _data(_Loader(text, name))
    except yaml.MarkedYAMLError as error:
        raise _unreadable(name, _line(error), _what(error), _cure(error)) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _unreadable(
            name, 1, f"the file can't be read ({error})", "Keep to plain text, lists and keys"
        ) from error


def _data(loader: Any) -> Any:
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _decoded(raw: bytes, name: str) -> str:
    if len(raw) > BYTES_MAX:
        raise _unreadable(
            name,
            1,
            f"the file has {len(raw):,} bytes, the limit is {BYTES_MAX:,}",
            "Split it into several files",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _unreadable(name, line, "the file is not UTF-8", "Save it as UTF-8") from error


def _unreadable(file: str, line: int, what: str, cure: str) -> Unreadable:
    return Unreadable(Fault(file=file, line=line, what=what, cure=cure + "."))


def _line(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def _what(error: yaml.MarkedYAMLError) -> str:
    return str(error.problem or error.context or "this is not YAML")


def _cure(error: yaml.MarkedYAMLError) -> str:
    return error.note or "Look at the spaces here, and quote texts with : , ? # or brackets"


class _Plain(Composer):
    """Composes without aliases, and not deeper than anybody writes."""

    _depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[attr-defined]
        if isinstance(event, yaml.AliasEvent):
            raise _refused(event, "aliases (*name) are not allowed", "Write the text out again")
        self._depth += 1
        if self._depth > DEPTH_MAX:
            raise _refused(event, f"nested deeper than {DEPTH_MAX} levels", "Make it flatter")
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


class _Loader(_Plain, yaml.SafeLoader):
    """SafeLoader with lines and without the YAML 1.1 surprises."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


def _quick() -> Any:
    """The same over libyaml's parser; None where it was not built in."""
    if not yaml.__with_libyaml__:
        return None
    parser: Any = import_module("yaml.cyaml").CParser

    class Quick(_Plain, parser, SafeConstructor, Resolver):  # type: ignore[misc]
        yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers
        yaml_constructors = _Loader.yaml_constructors

        def __init__(self, text: str, name: str) -> None:
            parser.__init__(self, text)
            Composer.__init__(self)
            SafeConstructor.__init__(self)
            Resolver.__init__(self)
            self.name = name

    return Quick


def _refused(place: Any, problem: str, cure: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(None, None, problem, place.start_mark, note=cure)


def _mapping(loader: _Loader, node: yaml.MappingNode) -> LocatedDict:
    found = LocatedDict(node.start_mark.line + 1)
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, Hashable):
            raise _refused(key_node, "a list or mapping can't be a key", "Use a word as the key")
        if key in found:
            raise _refused(key_node, f"the key '{key}' is given twice", "Keep one of the two")
        found[key] = loader.construct_object(value_node, deep=True)
        found.lines[key] = key_node.start_mark.line + 1
    return found


def _sequence(loader: _Loader, node: yaml.SequenceNode) -> LocatedList:
    found = LocatedList(node.start_mark.line + 1)
    for item in node.value:
        found.append(loader.construct_object(item, deep=True))
        found.lines.append(item.start_mark.line + 1)
    return found


def _timestamp(loader: _Loader, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise _refused(
            node, f"'{node.value}' is not in the calendar", "Correct the date"
        ) from error


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:seq", _sequence)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)

for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+(?:[eE][-+][0-9]+)?", "-+0123456789"),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )

_QUICK = _quick()
