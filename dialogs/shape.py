"""Reading hand-written data piece by piece, noting each fault with its place and going on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from dialogs.source import Fault, LocatedDict, LocatedList, line_of
from dialogs.wording import LANGUAGES, Wording

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")


@dataclass(frozen=True, kw_only=True)
class Place:
    """One mapping of the file, with everything needed to say where a fault is."""

    data: Any
    file: str
    faults: list[Fault]
    dialog: str = "?"
    step: str | None = None
    nouns: tuple[str, str] = ("dialog", "step")
    """What the file holds, and what its parts are called."""

    def fault(self, what: str, cure: str, key: Any = None) -> None:
        """Notes a fault at this mapping, or at one of its keys."""
        whole, part = self.nouns
        where = f"{whole} {self.dialog}" + (f", {part} {self.step}" if self.step else "")
        self.faults.append(
            Fault(file=self.file, line=self.line(key), what=f"{where}: {what}", cure=f"{cure}.")
        )

    def line(self, key: Any = None) -> int:
        """The line of a key, or of the mapping."""
        return line_of(self.data, key)

    def get(self, key: str) -> Any:
        """What stands there, as it is."""
        return self.data.get(key)

    def at_step(self) -> "Place":
        """The same place under the name of its step."""
        return replace(self, step=str(self.data.get("id", "?")))

    def only(self, known: tuple[str, ...]) -> None:
        """A fault for each key that means nothing here, since a misspelt key would be ignored."""
        for key in self.data:
            if key in known:
                continue
            near = get_close_matches(str(key), known, n=1)
            cure = f"Known here: {', '.join(known)}"
            cure = f"Write '{near[0]}', if that is meant" if near else cure
            self.fault(f"the key '{key}' is unknown", cure, key)

    def name(self, key: str) -> str:
        """A short id of lower-case letters, digits, - and _."""
        value = self.get(key)
        if not isinstance(value, str) or not _ID.fullmatch(value):
            cure = "Give a short id of small letters without diacritics, digits, - and _"
            self.fault(
                f"{key} is {value!r}" if value is not None else f"{key} is missing", cure, key
            )
        return str(value)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of ids."""
        return tuple(str(value) for value in self.list(key))

    def word(self, key: str) -> str | None:
        """A word that names something, None where it is absent."""
        value = self.get(key)
        if value is None or isinstance(value, str):
            return value
        self.fault(f"{key} is {value!r}", "Write one word", key)
        return None

    def flag(self, key: str) -> bool:
        """true or false; absent is false."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            self.fault(f"{key} is {value!r}", "Write true or false", key)
        return value is True

    def yes(self, key: str) -> bool:
        """yes or no, as the word it stays in these files; absent is no."""
        value = self.data.get(key, "no")
        if value not in ("yes", "no", True, False):
            self.fault(f"{key} is {value!r}", "Write yes or no", key)
        return value in ("yes", True)

    def whole(self, key: str, default: int | None = None) -> int | None:
        """A whole number; a fault where it is neither given nor has a default."""
        value = self.data.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.fault(f"{key} is {value!r}", "Write a whole number", key)
        return None

    def list(self, key: str) -> LocatedList:
        """A list; empty where it is absent."""
        value = self.get(key)
        if isinstance(value, LocatedList):
            return value
        if value is not None:
            self.fault(f"{key} is not a list", "Start each item with '- '", key)
        return LocatedList(self.line(key))

    def mapping(self, key: str) -> "Place | None":
        """The mapping under the key, None where it is absent."""
        value = self.get(key)
        if isinstance(value, LocatedDict):
            return replace(self, data=value)
        if value is not None:
            self.fault(f"{key} is not a mapping", "Write 'name: value' under it", key)
        return None

    def places(self, key: str) -> Iterator["Place"]:
        """The mappings of a list, each as a place of its own."""
        items = self.list(key)
        for number, item in enumerate(items):
            if isinstance(item, LocatedDict):
                yield replace(self, data=item)
            else:
                at = replace(self, data=items)
                at.fault(
                    f"item {number + 1} of {key} is not a mapping", "Write 'name: value'", number
                )

    def wording(self, key: str, needed: bool = True) -> Wording | None:
        """A text in every language; a fault for each language that is missing."""
        value = self.get(key)
        if value is None and not needed:
            return None
        if not isinstance(value, LocatedDict):
            languages = ", ".join(f"{language}: ..." for language in LANGUAGES)
            self.fault(f"{key} has no text by language", f"Write {{{languages}}}", key)
            return None
        return self._wording(key, value)

    def _wording(self, key: str, value: LocatedDict) -> Wording | None:
        for language, text in value.items():
            if not isinstance(text, str) or not _LANGUAGE.fullmatch(str(language)):
                what = f"'{language}' in {key} is not a text by language"
                self.fault(what, "Put a text with a comma, a colon or only digits in quotes", key)
        texts = {str(language): str(text).strip() for language, text in value.items() if text}
        missing = [language for language in LANGUAGES if not texts.get(language)]
        for language in missing:
            self.fault(f"{key} has no text in '{language}'", f"Add '{language}:' to it", key)
        return None if missing else Wording(texts=texts, line=self.line(key))
