"""The desk's buttons: which texts the code makes buttons of, and which of them are too long."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from dialogs.texts import BUTTON_MAX
from tests.content.passages import passages


def label_faults(root: Path) -> Iterator[str]:
    """Labels over the narrowest platform's limit; what stands in a placeable is not counted."""
    keys = {key for file in sorted(root.glob("desk/*.py")) for key in _labels(file)}
    for file in sorted(root.glob("desk/texts/*.ftl")):
        for one in passages(file):
            bare = re.sub(r"\{\w+\}", "", one.text)
            if one.key in keys and len(bare) > BUTTON_MAX:
                yield f"{file}:{one.line}: {bare} — a button has {BUTTON_MAX} characters at most"


def _labels(file: Path) -> Iterator[str]:
    """The keys in `button(visit.t("key"), ...)`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node) in ("button", "Button") and node.args:
            yield from _keys(node.args[0])


def _keys(label: ast.expr) -> Iterator[str]:
    for node in ast.walk(label):
        if isinstance(node, ast.Call) and _name(node) == "t" and node.args:
            key = node.args[0]
            yield from (str(key.value),) if isinstance(key, ast.Constant) else ()


def _name(call: ast.Call) -> str:
    """ "t" of `visit.t(...)` and of `t(...)`."""
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))
