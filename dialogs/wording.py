"""One text in every language, with placeholders for what was said before.

A placeholder is `{name}`. Texts are taken apart once, and what people typed is only ever put in,
never taken apart: braces in an answer stay braces.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

LANGUAGES = ("lv", "en")
"""The languages every text must have. More may be given beside them."""

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


@dataclass(frozen=True, kw_only=True, eq=False)
class Wording:
    """The same text by language, and the line it stands on.

    Compared by identity, so that kinds and options holding one can be keys of a cache.
    """

    texts: Mapping[str, str]
    line: int

    def in_language(self, language: str) -> str:
        """The text as written, for texts without placeholders."""
        return self.texts[language]

    def filled(self, language: str, value: Callable[[str], str]) -> str:
        """The text with each placeholder replaced by `value(name)`."""
        parts = _parts(self.texts[language])
        if len(parts) == 1:
            return parts[0]
        filled = list(parts)
        filled[1::2] = map(value, parts[1::2])
        return "".join(filled)

    def placeholders(self, language: str) -> tuple[str, ...]:
        """The names used in the text, in order."""
        return _parts(self.texts[language])[1::2]

    def stray_brace(self, language: str) -> bool:
        """Whether a brace is left that belongs to no placeholder, usually a misspelt one."""
        literal = "".join(_parts(self.texts[language])[::2])
        return "{" in literal or "}" in literal


class Verbatim(Wording):
    """A text that somebody typed into a chat: braces in it are braces, never placeholders."""

    def filled(self, language: str, value: Callable[[str], str]) -> str:
        """The text as it is."""
        return self.in_language(language)

    def placeholders(self, language: str) -> tuple[str, ...]:
        """None, whatever stands in braces."""
        return ()

    def stray_brace(self, language: str) -> bool:
        """Never: a brace may be meant."""
        return False


@lru_cache(maxsize=10_000)
def _parts(text: str) -> tuple[str, ...]:
    """Literal, name, literal, name, ... literal."""
    return tuple(_PLACEHOLDER.split(text))
