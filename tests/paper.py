"""Reads our own PDFs back: what is written on each page, as a search in it would find it."""

import re
import zlib
from collections.abc import Iterator

OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STREAM = re.compile(rb"stream\n(.*)\nendstream", re.DOTALL)
SHOWN = re.compile(
    rb"/(F\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\) Tj|\bBT (-?[\d.]+) (-?[\d.]+) Td", re.DOTALL
)
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Paper:
    """One PDF. Knows just enough of the format for what fpdf2 writes."""

    def __init__(self, pdf: bytes) -> None:
        self.raw = pdf
        self._objects = {int(n): body for n, body in OBJECT.findall(pdf)}
        self._fonts = dict(self._letters())

    @property
    def pages(self) -> list[str]:
        """The text of each page, a line of it on a line."""
        return ["\n".join(self._lines(body)) for body in self._page_streams()]

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    def _page_streams(self) -> Iterator[bytes]:
        for body in self._objects.values():
            if b"/Type /Page\n" in body and (found := re.search(rb"/Contents (\d+) 0 R", body)):
                yield self._stream(int(found[1]))

    def _stream(self, number: int) -> bytes:
        body = self._objects[number]
        found = STREAM.search(body)
        assert found is not None
        return zlib.decompress(found[1]) if b"/FlateDecode" in body else found[1]

    def _letters(self) -> Iterator[tuple[bytes, dict[int, str]]]:
        """By the name a page calls a font: its glyphs' letters."""
        names = dict(re.findall(rb"/(F\d+) (\d+) 0 R", self.raw))
        for name, number in names.items():
            cmap = re.search(rb"/ToUnicode (\d+) 0 R", self._objects[int(number)])
            assert cmap is not None, "text that can't be searched"
            yield name, dict(self._pairs(self._stream(int(cmap[1]))))

    @staticmethod
    def _pairs(cmap: bytes) -> Iterator[tuple[int, str]]:
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
            for glyph, letters in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
                yield int(glyph, 16), bytes.fromhex(letters.decode()).decode("utf-16-be")

    def _lines(self, content: bytes) -> Iterator[str]:
        font, height, line = b"", b"", ""
        for name, shown, _x, y in SHOWN.findall(content):
            if name:
                font = name
            elif y:
                if y != height and line:
                    yield line
                    line = ""
                height = y
            else:
                line += self._decoded(shown, self._fonts[font])
        if line:
            yield line

    @staticmethod
    def _decoded(shown: bytes, letters: dict[int, str]) -> str:
        plain = ESCAPED.sub(lambda m: PLAIN.get(m[1], m[1]), shown)
        glyphs = [int.from_bytes(plain[at : at + 2]) for at in range(0, len(plain), 2)]
        return "".join(letters[glyph] for glyph in glyphs)
