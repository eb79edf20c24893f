"""Results on paper: their text read back, letters the font lacks, pages, the same bytes again."""

from datetime import UTC, datetime

import pytest

from dialogs import pictures
from dialogs.load import load_library
from dialogs.pictures.png import to_png
from dialogs.printing import Contents, Line, Part, language_of, read
from dialogs.printing.fonts import known
from dialogs.printing.glyphs import printable
from dialogs.printing.pdf import Paper as Sheet
from dialogs.printing.pdf import to_pdf
from tests.paper import Paper
from tests.pictures.test_swot import ANSWERS

WHEEL = load_library()["wheel"]
TEXT = """Dzīves rats

Manas jomas, no 1 līdz 10:
1. Skola: 4
2. Ģimene: 9

Ar ko sākšu: Skola

Manas darbības:
1. Piecelties agrāk – piektdien, 27. martā
   Kā zināšu: nosūtīšu bildi"""
LATVIAN = "Āā Čč Ēē Ģģ Īī Ķķ Ļļ Ņņ Šš Ūū Žž, „pēdiņas” – € 5½"


def sheet(*parts: Part, title: str = "Dzīves rats", **more: object) -> Sheet:
    values = {
        "contents": Contents(title=title, parts=parts),
        "who": "Elza Vītola",
        "made_at": datetime(2026, 1, 12, 9, 0, tzinfo=UTC),
        "language": "lv",
        **more,
    }
    return Sheet(**values)


def part(*lines: str, heading: str = "Mani mērķi") -> Part:
    return Part(heading=heading, lines=tuple(Line(text=line) for line in lines))


def printed(*parts: Part, **more: object) -> Paper:
    return Paper(to_pdf(sheet(*parts, **more)))


def test_a_result_is_read_back_into_its_parts() -> None:
    """Headings, numbered items and what stands under an item."""
    found = read(TEXT, WHEEL, "lv")
    assert found.title == "Dzīves rats"
    assert [each.heading for each in found.parts] == [
        "Manas jomas, no 1 līdz 10",
        "Ar ko sākšu",
        "Manas darbības",
    ]
    assert found.parts[0].lines[1] == Line(text="Ģimene: 9", mark="2.")
    assert found.parts[1].lines == (Line(text="Skola"),)
    assert found.parts[2].lines[1] == Line(text="nosūtīšu bildi", label="Kā zināšu", deep=True)


def test_own_words_with_colons_and_empty_lines_make_no_heading() -> None:
    """Only what the dialog calls a heading is one."""
    found = read("Dzīves rats\n\nAr ko sākšu: Skola\n\nSvarīgi: tas nav virsraksts", WHEEL, "lv")
    (only,) = found.parts
    assert [line.text for line in only.lines] == ["Skola", "", "Svarīgi: tas nav virsraksts"]


def test_a_result_of_a_dialog_that_is_gone_is_read_as_well_as_can_be() -> None:
    """Its first line is the title, lines that look like headings are taken for them."""
    found = read("Vecais rīks\n\nMērķis: skriet\n\nSoļi:\n1. Nopirkt kurpes", None, "lv")
    assert found.title == "Vecais rīks"
    assert [each.heading for each in found.parts] == ["Mērķis", "Soļi"]


def test_a_text_without_its_title_gets_the_dialogs() -> None:
    assert read("Paldies!", WHEEL, "en").title == "Wheel of Life"


def test_the_first_line_tells_the_language() -> None:
    """A result made in Latvian stays Latvian when the person speaks English now."""
    assert language_of(TEXT, WHEEL, "en") == "lv"
    assert language_of("Wheel of Life\n\n...", WHEEL, "lv") == "en"
    assert language_of("...", None, "en") == "en"


def test_all_that_was_written_is_on_the_paper_and_can_be_searched() -> None:
    """Also Latvian letters, and those typed as a letter and an accent."""
    paper = printed(part(LATVIAN, "Šodien"))
    assert LATVIAN in paper.text
    assert "Šodien" in paper.text
    assert "Elza Vītola · 2026. gada 12. janvāris" in paper.text


def test_the_file_says_its_title_author_and_language() -> None:
    raw = printed(part("x"), title="SWOT", who="Elza", language="en").raw
    assert b"/Title (SWOT)" in raw
    assert b"/Author (Elza)" in raw
    assert b"/Lang (en)" in raw
    assert b"/DisplayDocTitle true" in raw


def test_the_same_result_makes_the_same_bytes() -> None:
    """Nothing in it comes from the clock."""
    assert to_pdf(sheet(part("x"))) == to_pdf(sheet(part("x")))


@pytest.mark.parametrize(
    ("text", "lv", "en"),
    [
        ("Man patīk 😀😀!", "Man patīk (smaids)!", "Man patīk (smile)!"),
        ("forši👍🏽", "forši (labi)", "forši (good)"),
        ("❤️", "(sirds)", "(heart)"),
        ("🦄", "(emocijzīme)", "(unicorn face)"),
        ("✓ padarīts → tālāk", "+ padarīts -> tālāk", "+ padarīts -> tālāk"),
        ("漢字", "\ufffd\ufffd", "\ufffd\ufffd"),
        ("ne\u200bredzams\u202e", "neredzams", "neredzams"),
    ],
)
def test_what_the_font_lacks_is_said_in_words(text: str, lv: str, en: str) -> None:
    """Nothing vanishes unseen and nothing becomes an empty box."""
    assert printable(text, known(), "lv") == lv
    assert printable(text, known(), "en") == en


def test_a_long_result_goes_over_pages_that_are_numbered() -> None:
    """Every line of it is there, in order; braces in somebody's words stay braces."""
    words = [f"{number}. rinda {{nb}}" for number in range(1, 121)]
    paper = printed(part(*words))
    assert len(paper.pages) == 3
    assert [line for line in paper.text.split("\n") if "rinda" in line] == words
    assert [page.split("\n")[-1] for page in paper.pages] == [
        f"Pavadonis{number} / 3" for number in (1, 2, 3)
    ]


@pytest.mark.parametrize("lines", range(30, 45))
def test_no_heading_stands_alone_at_the_foot_of_a_page(lines: int) -> None:
    """Wherever the page ends, two lines stand under the last heading on it."""
    paper = printed(part(*["x"] * lines), part("pirmā", "otrā", "trešā", heading="Virsraksts"))
    (page,) = (page for page in paper.pages if "Virsraksts" in page)
    assert "Virsraksts\npirmā\notrā" in page


def test_a_very_long_word_and_nothing_at_all_are_no_trouble() -> None:
    assert printed(part("a" * 3000)).text.replace("\n", "").count("a") > 3000
    assert "Mani mērķi" in printed(Part(heading="Mani mērķi", lines=())).text
    assert "Dzīves rats" in printed().text


def test_a_picture_is_on_the_paper_with_its_words_for_those_who_do_not_see_it() -> None:
    """A tall one fits the rest of its page; the text goes on below or on the next."""
    drawn = pictures.draw("swot", ANSWERS, "lv")
    paper = printed(part("x", heading="Tālāk"), picture=to_png(drawn.svg), alt=drawn.alt)
    assert b"/Subtype /Image" in paper.raw
    assert drawn.alt[:20].encode("utf-16-be").hex().encode() in paper.raw
    assert "Tālāk" in paper.text
