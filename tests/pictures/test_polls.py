"""What a group answered as a picture: everything on the paper, nothing on top of another."""

import re
import struct
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.pictures.measure import width
from dialogs.pictures.picture import Picture
from dialogs.pictures.png import to_png
from dialogs.pictures.poll import draw_poll
from dialogs.pictures.poll_quotes import QUOTES_MAX
from dialogs.pictures.poll_sheet import ROOM, WIDTH
from dialogs.pictures.poll_words import SPACE, WORDS_MAX, placed
from mentoring.polls import Question, QuestionKind, tally
from tests.mentoring.test_polls import KINDS, MANY, question

TEXT = re.compile(
    r'<text x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)"[^>]*?(font-weight="700")?'
    r'[^>]*text-anchor="(\w+)">([^<]*)</text>'
)


PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How fast answers are made up depends on what else the machine does, and says nothing of ours."""


def drawn(asked: Question, *answers: Any, language: str = "lv") -> Picture:
    return draw_poll(asked, tally(asked, answers), language)


def shown(picture: Picture) -> list[str]:
    """The lines of text on the picture."""
    return [match[6] for match in TEXT.finditer(picture.svg)]


def bar_lengths(picture: Picture) -> list[float]:
    """Of the coloured bars, without the tracks behind them."""
    found = re.findall(r'width="([\d.]+)" height="18.0"[^>]*fill="(#\w+)"', picture.svg)
    return [float(wide) for wide, fill in found if fill != "#efe9dc"]


@PATIENT
@given(MANY)
def test_whatever_was_answered_the_picture_is_whole(
    many: tuple[QuestionKind, list[Any]],
) -> None:
    """It is XML, as wide as the chat, and has words for whoever doesn't see it."""
    kind, answers = many
    picture = drawn(question(kind), *answers)
    root = ElementTree.fromstring(picture.svg)
    assert root.attrib["width"] == str(WIDTH)
    assert picture.alt.startswith("Kas?")


@PATIENT
@given(MANY)
def test_no_line_of_text_leaves_the_paper(many: tuple[QuestionKind, list[Any]]) -> None:
    """Measured as the labels were."""
    kind, answers = many
    long = {"ask": {"lv": "Neiedomājami gara jautājuma teksts bez gala un malas " * 4}}
    for match in TEXT.finditer(drawn(question(kind, **long), *answers).svg):
        wide = width(match[6], float(match[3]), bold=bool(match[4]))
        start = {"start": 0.0, "middle": wide / 2, "end": wide}[match[5]]
        assert float(match[1]) - start >= -1
        assert float(match[1]) - start + wide <= WIDTH + 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_no_answers_says_so(kind: QuestionKind) -> None:
    """A question may close before anybody answers."""
    assert "Atbilžu vēl nav." in shown(drawn(question(kind)))


def test_bars_are_as_long_as_they_were_chosen() -> None:
    """The most chosen is full, the others in proportion; nobody's choice has no bar."""
    picture = drawn(question("choice"), 0, 0, 0, 0, 1, 1, 2)
    full, half, quarter = bar_lengths(picture)
    assert (half, quarter) == (pytest.approx(full / 2), pytest.approx(full / 4))
    assert [line for line in shown(picture) if line.isdecimal()] == ["4", "2", "1", "0"]
    assert "Atbildes: 7" in shown(picture)


def test_the_right_answer_is_told_by_sign_and_word() -> None:
    """For people who don't see the colours, and for a black and white print."""
    picture = drawn(question("choice", right=(1,)), 0, 1, 1)
    assert picture.svg.count("M-5 0.5L-1.5 4L5.5 -4") == 1
    assert "Mūzika – pareizi" in shown(picture)
    assert "Pareizi atbildēja: 2 no 3" in shown(picture)
    assert "Mūzika (pareizi): 2" in picture.alt


def test_a_scale_shows_every_value_and_the_mean() -> None:
    """Also those that nobody chose."""
    picture = drawn(question("scale"), 5, 4, 4, 2)
    labels = re.findall(r'font-weight="700" text-anchor="middle">(\d)<', picture.svg)
    assert labels == ["1", "2", "3", "4", "5"]
    assert "vidēji 3,75" in shown(picture)


def test_a_line_of_numbers_has_its_ends_and_the_right_one() -> None:
    """The right number may lie outside of all answers."""
    asked = question("number", right_number=2000)
    picture = drawn(asked, 1985, 1990)
    lines = shown(picture)
    assert {"vidēji 1987,5", "mazākais 1985", "lielākais 1990", "pareizi 2000"} <= set(lines)
    dots = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', picture.svg)]
    assert max(dots) < WIDTH / 2


def test_one_number_needs_no_ends() -> None:
    """Least, mean and most are the same."""
    assert [line for line in shown(drawn(question("number"), 7)) if "7" in line] == ["vidēji 7"]


def test_a_ranking_is_ordered_from_the_best() -> None:
    """By mean place; those with the same mean share their place."""
    picture = drawn(question("ranking"), [1, 0, 2, 3], [0, 1, 2, 3], language="lv")
    assert shown(picture)[1:9:2] == ["1. Sports", "1. Mūzika", "3. Grāmatas", "4. Miegs"]
    assert shown(picture)[2:9:2] == ["1,5", "1,5", "3", "4"]
    lengths = bar_lengths(picture)
    assert lengths == sorted(lengths, reverse=True)
    assert "1. Sports (vidējā vieta: 1,5)" in picture.alt


def test_texts_are_quoted_and_the_rest_is_counted() -> None:
    """More than a dozen would be a poster; the report in words has all of them."""
    picture = drawn(question("text"), *(f"Doma {number:02}" for number in range(QUOTES_MAX + 4)))
    assert sum(line.startswith("„Doma") for line in shown(picture)) == QUOTES_MAX
    assert "un vēl 4" in shown(picture)
    assert picture.alt.count("– Doma") == QUOTES_MAX


def test_a_long_text_is_cut_visibly() -> None:
    """And a short one is not."""
    cut, whole = (shown(drawn(question("text"), text)) for text in ("gari " * 300, "īsi"))
    assert any(line.endswith("…”") for line in cut)
    assert "„īsi”" in whole


def test_what_people_typed_is_never_markup() -> None:
    """Nor a box where the font has no sign."""
    picture = drawn(question("text"), "<script>alert(1)</script> & 😀")
    ElementTree.fromstring(picture.svg)
    assert "<script>" not in picture.svg
    assert "😀" not in "".join(shown(picture))
    assert any("smaids" in line for line in shown(picture))


COUNTED = st.lists(
    st.tuples(
        st.text("aābcčdeēgģiījkķlļmnņoprsštuūvzžWMĶ -", min_size=1, max_size=25).filter(str.strip),
        st.integers(1, 30),
    ),
    min_size=1,
    max_size=60,
    unique_by=lambda each: each[0],
).map(lambda found: sorted(found, key=lambda each: -each[1]))


@PATIENT
@given(COUNTED)
def test_words_of_a_cloud_never_lie_on_one_another(counted: list[tuple[str, int]]) -> None:
    """However many and long they are, and all of them on the paper."""
    cloud = placed(counted)
    assert len(cloud) == min(len(counted), WORDS_MAX)
    for number, one in enumerate(cloud):
        assert -ROOM / 2 - 1 <= one.box.x <= one.box.right <= ROOM / 2 + 1
        assert width(one.word, one.size, bold=True) <= one.box.width + 0.01
        assert not any(one.box.overlaps(other.box, SPACE) for other in cloud[:number])


@PATIENT
@given(COUNTED)
def test_a_more_frequent_word_is_never_smaller(counted: list[tuple[str, int]]) -> None:
    """Unless it is too long to be bigger."""
    cloud = placed(counted)
    counts = dict(counted)
    for one, other in pairwise(cloud):
        if one.word in counts and other.word in counts:
            as_wide = one.box.width >= ROOM * 0.5
            assert one.size >= other.size - 0.01 or as_wide


def test_words_left_out_of_a_cloud_are_counted() -> None:
    """The alternative text has all of them."""
    words = [[f"vārds{number}"] for number in range(WORDS_MAX + 5)]
    picture = drawn(question("words"), *words)
    assert "un vēl 5" in shown(picture)
    assert picture.alt.count("vārds") == WORDS_MAX + 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_chat_gets_a_sharp_small_png(kind: QuestionKind) -> None:
    """540 pixels wide, and quick to load on a slow line."""
    answers = {"words": [["prieks", "miers"]], "text": ["Labi"], "ranking": [[0, 1, 2, 3]]}
    given_one = answers.get(kind, [[1]] if kind == "choices" else [1])
    png = to_png(drawn(question(kind), *given_one).svg)
    assert struct.unpack(">I", png[16:20]) == (540,)
    assert len(png) < 60_000
