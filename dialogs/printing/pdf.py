"""The PDF of one result: A4, Noto Sans, text that can be selected and searched.

The same result gives the same bytes: the only date in it is the result's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

from babel.dates import format_date
from fpdf import FPDF, ViewerPreferences
from PIL import Image

from dialogs.printing import fonts
from dialogs.printing.contents import Contents, Line, Part
from dialogs.printing.glyphs import printable

MARGIN, FOOT = 22.0, 24.0
"""Millimetres, as all lengths here."""

INK, SOFT, BRAND = (31, 43, 42), (86, 98, 96), (15, 87, 80)
TITLE_SIZE, HEADING_SIZE, TEXT_SIZE, SMALL_SIZE = 20, 12.5, 11, 9
LINE, GAP, INDENT = 5.8, 4.5, 8.0
KEPT_LINES = 2
"""So many lines stand under a heading at the foot of a page, or it moves to the next one."""

SMALLEST_PICTURE = 110.0
"""The height below which a picture gets a page of its own."""

ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | {"·", "–"}


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What is printed. `made_at` in the person's own zone, `picture` as PNG."""

    contents: Contents
    who: str
    made_at: datetime
    language: str
    picture: bytes | None = None
    alt: str = ""


def to_pdf(paper: Paper) -> bytes:
    paper = _in_known_letters(paper)
    with fonts.cut(_letters(paper)) as files:
        pdf = _opened(paper, files)
        _head(pdf, paper)
        if paper.picture:
            _picture(pdf, paper.picture, paper.alt)
        for part in paper.contents.parts:
            _part(pdf, part)
        _feet(pdf, paper)
        return bytes(pdf.output())


def _in_known_letters(paper: Paper) -> Paper:
    def spelt(text: str) -> str:
        return printable(text, fonts.known(), paper.language)

    parts = tuple(
        Part(
            heading=spelt(part.heading),
            lines=tuple(
                replace(line, text=spelt(line.text), label=spelt(line.label)) for line in part.lines
            ),
        )
        for part in paper.contents.parts
    )
    contents = Contents(title=spelt(paper.contents.title), parts=parts)
    return replace(paper, contents=contents, who=spelt(paper.who))


def _letters(paper: Paper) -> frozenset[str]:
    return frozenset("".join(_all_texts(paper))) | ALWAYS


def _all_texts(paper: Paper) -> Iterator[str]:
    yield from (paper.contents.title, paper.who, _day(paper))
    for part in paper.contents.parts:
        yield part.heading
        for line in part.lines:
            yield from (line.mark, line.label, line.text)


def _day(paper: Paper) -> str:
    locale = "en_GB" if paper.language == "en" else paper.language
    return format_date(paper.made_at.date(), "long", locale=locale)


def _opened(paper: Paper, files: dict[str, Path]) -> FPDF:
    pdf = FPDF(format="A4")
    for style, file in files.items():
        pdf.add_font("noto", style, file)
    pdf.set_margins(MARGIN, MARGIN, MARGIN)
    pdf.set_auto_page_break(auto=True, margin=FOOT)
    pdf.alias_nb_pages("")  # "{nb}" in somebody's words stays what it is
    pdf.set_title(paper.contents.title)
    pdf.set_author(paper.who)
    pdf.set_creator("Pavadonis")
    pdf.set_lang(paper.language)
    pdf.set_creation_date(paper.made_at)
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    pdf.add_page()
    return pdf


def _head(pdf: FPDF, paper: Paper) -> None:
    _write(pdf, paper.contents.title, TITLE_SIZE, colour=BRAND, bold=True, height=9)
    _write(pdf, f"{paper.who} · {_day(paper)}", TEXT_SIZE, colour=SOFT)
    pdf.ln(GAP)


def _write(
    pdf: FPDF,
    text: str,
    size: float,
    *,
    colour: tuple[int, int, int] = INK,
    bold: bool = False,
    height: float = LINE,
) -> None:
    """A paragraph from where the pen is to the right margin, broken over pages as it needs."""
    pdf.set_font("noto", "B" if bold else "", size)
    pdf.set_text_color(*colour)
    pdf.multi_cell(0, height, text or " ", align="L", new_x="LMARGIN", new_y="NEXT")


def _picture(pdf: FPDF, png: bytes, alt: str) -> None:
    """As large as the rest of the page lets it be; over the whole next one where that is little."""
    with Image.open(BytesIO(png)) as image:
        ratio = image.height / image.width
    room = _room(pdf)
    if min(pdf.epw * ratio, room) < min(pdf.epw * ratio, SMALLEST_PICTURE):
        pdf.add_page()
        room = _room(pdf)
    height = min(pdf.epw * ratio, room)
    width = height / ratio
    left = pdf.l_margin + (pdf.epw - width) / 2
    pdf.image(BytesIO(png), x=left, w=width, h=height, alt_text=alt)
    pdf.ln(GAP)


def _room(pdf: FPDF) -> float:
    return float(pdf.page_break_trigger - pdf.get_y())


def _part(pdf: FPDF, part: Part) -> None:
    pdf.ln(GAP / 2)
    lines = min(len(part.lines), KEPT_LINES)
    if _room(pdf) < LINE * (lines + 1) + GAP / 2:
        pdf.add_page()
    if part.heading:
        _write(pdf, part.heading, HEADING_SIZE, colour=BRAND, bold=True, height=LINE + 1)
    for line in part.lines:
        _line(pdf, line)
    pdf.ln(GAP / 2)


def _line(pdf: FPDF, line: Line) -> None:
    if line.deep or line.mark:
        if _room(pdf) < LINE:
            pdf.add_page()
        _mark(pdf, line.mark)
    if line.label:
        _label(pdf, line)
    else:
        _write(pdf, line.text, TEXT_SIZE)


def _mark(pdf: FPDF, mark: str) -> None:
    """The number of an item, or as much room, so that its lines stand under each other."""
    pdf.set_font("noto", "", TEXT_SIZE)
    pdf.set_text_color(*SOFT)
    pdf.cell(max(INDENT, pdf.get_string_width(mark) + 2), LINE, mark)


def _label(pdf: FPDF, line: Line) -> None:
    """ "Report: I'll send a photo", the label set back so that the own words stand out."""
    _write(pdf, f"{line.label}:", SMALL_SIZE, colour=SOFT, height=LINE - 0.6)
    if _room(pdf) < LINE:
        pdf.add_page()
    pdf.set_x(pdf.l_margin + INDENT)
    _write(pdf, line.text, TEXT_SIZE)


def _feet(pdf: FPDF, paper: Paper) -> None:
    """Written last, when the number of pages is known; a stand-in for it could be in the text."""
    pdf.set_auto_page_break(auto=False)
    for page in range(1, pdf.pages_count + 1):
        pdf.page = page
        pdf.set_font("noto", "", TEXT_SIZE)  # a font that seems set already is not written again
        pdf.set_font("noto", "", SMALL_SIZE)
        pdf.set_text_color(*SOFT)
        pdf.set_xy(pdf.l_margin, -15)
        pdf.cell(pdf.epw / 2, LINE, "Pavadonis")
        pdf.cell(pdf.epw / 2, LINE, f"{page} / {pdf.pages_count}", align="R")
