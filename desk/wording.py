"""The assistant's own sentences, as Fluent files by topic and language, the same keys in each."""

import gc
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import FunctionReference, SelectExpression, VariableReference
from fluent.syntax.visitor import Visitor

from desk.errors import UnknownText

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("lv", "en")
FALLBACK = "lv"
STAND_IN = 0xF0000
"""From this private character on: what stands in for strings while a text is put together. Fluent
refuses strings of more than 2,500 characters, a person's question may have 4,000; and a text that
is put together once is good for all the names that may stand in it."""

_STAND_INS = re.compile("([\U000f0000-\U000fffff])")
FRAMES = 2000
"""So many texts are kept in each language; every number that stands in one makes another."""

Frame = list[str]
"""Words and stand-ins by turns, words first."""


class Wording:
    """The texts of one language. Names go in as they are: no text inflects them."""

    def __init__(self, language: str, source: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        resource = FluentResource(source)
        self._bundle.add_resource(resource)
        self._deciding = _deciding(resource)
        self._plain: dict[str, str] = {}
        self._frames: dict[tuple[object, ...], Frame] = {}

    def __call__(self, key: str, **values: str | int) -> str:
        if not values and key in self._plain:
            return self._plain[key]
        given = list(values.items())
        shape = (key, *[(n, None if self._is_free(n, v) else v) for n, v in given])
        frame = self._frames.get(shape)
        if frame is None:
            frame = self._keep(shape, self._put_together(key, values))
        text = _filled(frame, given)
        if not values:
            self._plain[key] = text
        return text

    def _is_free(self, name: str, value: str | int) -> bool:
        """Whether the text is the same whatever stands there."""
        return isinstance(value, str) and name not in self._deciding

    def _keep(self, shape: tuple[object, ...], frame: Frame) -> Frame:
        if len(self._frames) >= FRAMES:
            self._frames.clear()
        self._frames[shape] = frame
        return frame

    def _put_together(self, key: str, values: dict[str, str | int]) -> Frame:
        if not self._bundle.has_message(key):
            raise UnknownText(f"no text {key!r} in {self.language}")
        pattern = self._bundle.get_message(key).value
        assert pattern is not None, key
        stood_for = {
            name: chr(STAND_IN + place) if self._is_free(name, value) else value
            for place, (name, value) in enumerate(values.items())
        }
        text, errors = self._bundle.format_pattern(pattern, stood_for)
        if errors:
            raise UnknownText(f"text {key!r} in {self.language}: {errors[0]}")
        return _STAND_INS.split(str(text))


def _filled(frame: Frame, given: list[tuple[str, str | int]]) -> str:
    if len(frame) == 1:
        return frame[0]
    found = frame.copy()
    for place in range(1, len(frame), 2):
        found[place] = str(given[ord(frame[place]) - STAND_IN][1])
    return "".join(found)


class _Deciding(Visitor):
    """Collects the variables by which some text chooses its words."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._choosing = False

    def visit_SelectExpression(self, node: SelectExpression) -> None:
        self._chosen_by(node.selector)
        for variant in node.variants:
            self.visit(variant)

    def visit_FunctionReference(self, node: FunctionReference) -> None:
        self._chosen_by(node.arguments)

    def visit_VariableReference(self, node: VariableReference) -> None:
        if self._choosing:
            self.names.add(node.id.name)

    def _chosen_by(self, node: Any) -> None:
        self._choosing, before = True, self._choosing
        self.visit(node)
        self._choosing = before


def _deciding(resource: Any) -> frozenset[str]:
    found = _Deciding()
    for entry in resource.body:
        found.visit(entry)
    return frozenset(found.names)


@lru_cache
def wording(language: str) -> Wording:
    """The texts of a language, the programme's first one where it is not known."""
    known = language if language in LANGUAGES else FALLBACK
    files = (FOLDER / f"{known}.ftl", *sorted(FOLDER.glob(f"*.{known}.ftl")))
    found = Wording(known, "\n".join(file.read_text(encoding="utf-8") for file in files))
    gc.freeze()  # they stay: a collection that walked through them would stop all for 50 ms
    return found
