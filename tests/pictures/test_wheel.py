"""The Wheel of Life as a picture: right, readable at any length of words, safe."""

from collections.abc import Mapping
from itertools import combinations
from math import cos, pi, sin
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.kinds import OWN_MAX
from dialogs.load import load_library
from dialogs.pictures import draw
from dialogs.pictures.measure import width
from dialogs.pictures.sheet import MARGIN, WIDTH
from dialogs.pictures.wheel import (
    HUB,
    NUMBER,
    SCORE_MAX,
    Wheel,
    laid_out,
    number_at,
    segments_of,
)

DIALOG = load_library()["wheel"]
OPTIONS = ["school", "friends", "family", "home", "health", "sleep", "free", "money", "feelings"]
LONGEST = 24
"""Letters in the longest Latvian words a person is expected to type as an area."""

WORDS = st.one_of(
    st.sampled_from([
        "Pašnovērtējums", "Programmēšana", "Uzņēmējdarbība", "Brīvprātīgais", "darbs", "Mūzika",
        "Ārpusskolas", "nodarbības", "Basketbols", "Attiecības", "Mājdzīvnieki", "un", "iela",
        "Neatkarība", "Valodas", "Pašaizliedzība", "Starpkultūru", "WWWWWWWWWWWWWWWWWWWWWWWW",
        "Pretinflācijaspasākumiem",
    ]),
    st.text("aābcčdeēfgģhiījkķlļmnņoprsštuūvzžAĀMWŠ-", min_size=2, max_size=LONGEST),
)  # fmt: skip
AREAS = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: " ".join(words)[:OWN_MAX].strip())
SCORES = st.integers(1, SCORE_MAX)


def answers(areas: list[str], scores: list[int]) -> dict[str, Any]:
    return {"areas": areas, "score": scores, "weakest": areas[:2]}


def wheel_of(data: Mapping[str, Any], previous: Mapping[str, Any] | None = None) -> Wheel:
    return laid_out(segments_of(DIALOG, data, "lv", previous), "lv")


@given(
    areas=st.lists(
        st.one_of(AREAS, st.sampled_from(OPTIONS)), min_size=8, max_size=10, unique=True
    ),
    compared=st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_no_label_touches_another_the_wheel_or_the_edge(areas: list[str], compared: bool) -> None:
    """Whatever areas a person names, and with the earlier scores under them as well."""
    data = answers(areas, [5] * len(areas))
    wheel = wheel_of(data, data if compared else None)
    boxes = [label.box for label in wheel.labels]
    assert not any(one.overlaps(other, 4) for one, other in combinations(boxes, 2))
    assert all(box.distance() > wheel.radius for box in boxes)
    assert all(box.x >= -WIDTH / 2 + MARGIN for box in boxes)
    assert all(box.right <= WIDTH / 2 - MARGIN for box in boxes)
    for label in wheel.labels:
        lines = label.lines
        assert all(width(x, label.size, bold=True) <= label.box.width + 0.01 for x in lines)
        whole = "".join(lines).replace("-", "").replace(" ", "")
        assert whole == label.segment.label.replace("-", "").replace(" ", "")


@pytest.mark.parametrize("count", [8, 9, 10])
def test_a_segment_is_filled_as_far_as_its_score(count: int) -> None:
    """The filled corners lie on the rings of the scores, and the segments fill the circle."""
    scores = list(range(1, count + 1))
    wheel = wheel_of(answers([*OPTIONS, "future"][:count], scores))
    assert [one.score for one in wheel.segments] == scores
    assert wheel.reach(SCORE_MAX) == wheel.radius
    turns = [one.end - one.start for one in wheel.segments]
    assert sum(turns) == pytest.approx(2 * pi)
    svg = draw("wheel", answers([*OPTIONS, "future"][:count], scores), "en").svg
    for one in wheel.segments:
        at = wheel.reach(one.score)
        assert f"L{at * cos(one.start):.1f} {at * sin(one.start):.1f}A" in svg


@given(scores=st.lists(st.tuples(SCORES, SCORES), min_size=8, max_size=10), areas=st.booleans())
def test_the_earlier_line_never_strikes_through_a_score(
    scores: list[tuple[int, int]], areas: bool
) -> None:
    """A number keeps off the arc of this time and the one of the time before, in its segment."""
    names = [f"{'Pretinflācijaspasākumiem' * areas} {number}" for number in range(len(scores))]
    now = answers(names, [one for one, _ in scores])
    wheel = wheel_of(now, {**now, "score": [before for _, before in scores]})
    for one in wheel.segments:
        at, inside = number_at(wheel, one)
        assert inside == (at < wheel.reach(one.score))
        assert HUB + NUMBER < at < wheel.radius
        assert all(
            abs(at - wheel.reach(score)) > NUMBER * 0.75 for score in (one.score, one.before or 0)
        )


def test_the_picture_says_in_words_what_it_shows() -> None:
    """In the person's language, with the earlier score where there was one."""
    now = answers(["school", "friends", "mans suns"], [7, 3, 10])
    before = answers(["friends", "sleep"], [5, 4])
    latvian, english = draw("wheel", now, "lv", before), draw("wheel", now, "en", before)
    assert latvian.alt == (
        "Dzīves rats, no 1 līdz 10. Skola: 7, Draugi: 3 (iepriekš 5), mans suns: 10. "
        "Ar ko sākšu: Skola, Draugi."
    )
    assert english.alt == (
        "Wheel of Life, from 1 to 10. School: 7, Friends: 3 (before 5), mans suns: 10. "
        "Where I start: School, Friends."
    )
    root = ElementTree.fromstring(latvian.svg)
    assert (root.attrib["role"], root.attrib["aria-label"]) == ("img", latvian.alt)


def test_the_legend_names_only_what_is_drawn() -> None:
    """No dashes, no word for them; nothing chosen, no word for that."""
    data = {"areas": OPTIONS, "score": [4] * 9}
    plain, compared = draw("wheel", data, "en"), draw("wheel", data, "en", data)
    assert "dasharray" not in plain.svg
    assert "before" not in plain.svg
    assert "where I start" not in plain.svg
    assert "dasharray" in compared.svg
    assert ">before</text>" in compared.svg


def test_what_a_person_typed_is_only_text() -> None:
    """Markup, control characters and quotation marks neither break nor enter the document."""
    nasty = '<script>alert("x")</script> & \x00\ud83d\ufffe'
    svg = draw("wheel", answers([nasty, *OPTIONS], [5] * 10), "lv").svg
    assert "<script" not in svg
    ElementTree.fromstring(svg)
    assert "style=" not in svg
    assert "<style" not in svg


def test_an_area_without_a_score_is_left_out() -> None:
    """A wheel is drawn of what there is, even of nothing."""
    assert draw("wheel", {"areas": ["school", "sleep"], "score": [3]}, "en").alt.endswith(
        "School: 3."
    )
    ElementTree.fromstring(draw("wheel", {}, "en").svg)
    ElementTree.fromstring(draw("wheel", {"areas": ["school"], "score": [3]}, "en").svg)
