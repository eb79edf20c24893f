"""The paper a picture is drawn on: its colours, its letters, its frame.

Only presentation attributes, no style sheet: the pages' Content-Security-Policy forbids those.
All that people typed goes through `escaped`.
"""

import re
from collections.abc import Iterable
from html import escape

WIDTH = 1_000
MARGIN = 28
SCALE = 0.9
"""Pixels for each unit; sharp on a phone, and small enough to leave at once."""

PAPER, INK, SOFT, LINE, BRAND = "#fffdf8", "#1f2b2a", "#566260", "#ddd3c0", "#0f5750"
MARKED = "#b9772a"
"""The warm colour of the web pages, for what the person chose to begin with."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain(text: object) -> str:
    """One line of what XML can carry."""
    return " ".join(_NOT_XML.sub("", str(text)).split())


def escaped(text: str) -> str:
    """The text as XML writes it, in elements and in attributes."""
    return escape(_NOT_XML.sub("", text))


def mixed(colour: str, part: float) -> str:
    """This much of a colour on the paper: opaque, which is drawn sooner than a see-through one."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(PAPER[1:]), strict=True)
    return "#" + bytes(round(one * part + under * (1 - part)) for one, under in pairs).hex()


def words(
    text: str,
    x: float,
    y: float,
    *,
    size: float,
    colour: str = INK,
    bold: bool = False,
    anchor: str = "start",
) -> str:
    """One line of text on its baseline."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}"{weight} '
        f'text-anchor="{anchor}">{escaped(text)}</text>'
    )


def sheet(
    title: str,
    alt: str,
    language: str,
    height: float,
    parts: Iterable[str],
    *,
    width: int = WIDTH,
    scale: float = SCALE,
) -> str:
    """The whole document under its title in one line; `alt` is its content in words."""
    name = words(title, width / 2, 66, size=38, colour=BRAND, bold=True, anchor="middle")
    return page(title, alt, language, height, (name, *parts), width=width, scale=scale)


def page(
    title: str,
    alt: str,
    language: str,
    height: float,
    parts: Iterable[str],
    *,
    width: int = WIDTH,
    scale: float = SCALE,
) -> str:
    """The whole document, with nothing on it but its parts. `alt` is for screen readers.

    The paper goes over the edge, so that the last row of pixels is whole at any scale.
    """
    tall = round(height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {tall}" '
        f'width="{round(width * scale)}" height="{round(tall * scale)}" '
        f'lang="{escaped(language)}" role="img" aria-label="{escaped(alt)}" '
        'font-family="Noto Sans">'
    )
    paper = f'<rect x="-2" y="-2" width="{width + 4}" height="{tall + 4}" fill="{PAPER}"/>'
    return "\n".join((head, f"<title>{escaped(title)}</title>", paper, *parts, "</svg>")) + "\n"
