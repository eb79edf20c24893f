"""The assistant's own sentences, as Fluent files by topic and language, the same keys in each."""

from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from desk.errors import UnknownText

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("lv", "en")
FALLBACK = "lv"
LONG = 1000
"""Fluent refuses strings of more than 2,500 characters, a person's question may have 4,000."""

STAND_IN = 0xF0000
"""From this private character on: what stands in for strings that are too long, while one text is
made."""


class Wording:
    """The texts of one language. Names go in as they are: no text inflects them."""

    def __init__(self, language: str, source: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(source))
        self._plain: dict[str, str] = {}

    def __call__(self, key: str, **values: str | int) -> str:
        if not values and key in self._plain:
            return self._plain[key]
        text = self._format(key, values)
        if not values:
            self._plain[key] = text
        return text

    def _format(self, key: str, values: dict[str, str | int]) -> str:
        if not self._bundle.has_message(key):
            raise UnknownText(f"no text {key!r} in {self.language}")
        pattern = self._bundle.get_message(key).value
        assert pattern is not None, key
        long = [name for name, value in values.items() if len(str(value)) > LONG]
        stood_for = {STAND_IN + place: str(values[name]) for place, name in enumerate(long)}
        stand_ins = dict(zip(long, map(chr, stood_for), strict=True))
        text, errors = self._bundle.format_pattern(pattern, {**values, **stand_ins})
        if errors:
            raise UnknownText(f"text {key!r} in {self.language}: {errors[0]}")
        return str(text).translate(stood_for) if stood_for else str(text)


@lru_cache
def wording(language: str) -> Wording:
    """The texts of a language, the programme's first one where it is not known."""
    known = language if language in LANGUAGES else FALLBACK
    files = (FOLDER / f"{known}.ftl", *sorted(FOLDER.glob(f"*.{known}.ftl")))
    return Wording(known, "\n".join(file.read_text(encoding="utf-8") for file in files))
