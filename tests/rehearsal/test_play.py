"""Three weeks of the real programme, rehearsed with one pair of each temper."""

import asyncio
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.errors import BrokenProgramme
from bot.rehearsal.cast import TEMPERS, Pair, default_cast
from bot.rehearsal.errors import WrongCast, WrongPeriod
from bot.rehearsal.page import page
from bot.rehearsal.play import Rehearsal, load, rehearse
from bot.rehearsal.report import as_json
from tests.playing import ROOT

FOLDER = ROOT / "programmes" / "skola-kopiena"
FIRST, LAST = date(2026, 1, 5), date(2026, 1, 25)
HOSTILE = "<script>alert('Elza')</script>"
EIGHT_WEEKS = timedelta(weeks=8)


def play(cast: tuple[Pair, ...], last: date = LAST, nights: int = 7) -> Rehearsal:
    return asyncio.run(rehearse(load(FOLDER), cast, FIRST, last, nights=nights))


@cache
def three_weeks() -> Rehearsal:
    return play(default_cast())


@cache
def hostile_page() -> str:
    return page(play((Pair(mentee=HOSTILE, mentor="Jānis & Co", temper="diligent"),)))


def test_two_runs_are_equal() -> None:
    cast = default_cast()[:5]
    assert as_json(play(cast)) == as_json(play(cast))


def test_planning_once_a_week_says_the_same_as_every_night() -> None:
    cast, last = default_cast()[:5], FIRST + EIGHT_WEEKS
    assert as_json(play(cast, last)) == as_json(play(cast, last, nights=1))


def test_nothing_is_said_at_night() -> None:
    quiet = three_weeks().programme.quiet
    assert not [each for each in three_weeks().told if quiet.covers(each.at.time())]


def test_what_comes_by_a_rule_comes_in_the_programmes_window() -> None:
    window = three_weeks().programme.window
    walls = {each.at.time() for each in three_weeks().told if each.unprompted}
    assert walls
    assert all(window.covers(wall) for wall in walls)
    assert time(16, 30) in walls


def test_nobody_is_reminded_of_what_is_done() -> None:
    rules = {each.rule for each in three_weeks().warned}
    assert "done" not in rules
    assert "in-break" not in rules


def test_each_temper_gets_what_it_calls_for() -> None:
    kinds = {temper: set() for temper in TEMPERS}  # type: dict[str, set[str]]
    temper = {pair.mentee: pair.temper for pair in three_weeks().cast}
    for each in three_weeks().told:
        if each.role == "mentee":
            kinds[temper[each.to]].add(each.kind)
    assert "late" not in kinds["diligent"]
    assert {"due_today", "late", "notice"} <= kinds["late"]
    assert not {"due_today", "late"} & kinds["fast"]


def test_everybody_walks_grow_and_their_mentor_reads_it() -> None:
    made = {each.to for each in three_weeks().told if "Pierakstīju 3 uzdevumus" in each.text}
    assert made == {pair.mentee for pair in three_weeks().cast}


def test_every_message_has_a_reason() -> None:
    assert all(each["why"] for each in as_json(three_weeks()))
    assert set(as_json(three_weeks())[0]) == {"at", "to", "role", "kind", "text", "why"}


def test_ill_people_get_nothing_until_they_come_back() -> None:
    played = play((Pair(mentee="Anna", mentor="Jānis", temper="ill"),), FIRST + EIGHT_WEEKS)
    away = [FIRST + timedelta(days=32), FIRST + timedelta(days=46)]
    days = [each.at.date() for each in played.told if each.to == "Anna" and each.unprompted]
    assert not [day for day in days if away[0] < day < away[1]]
    assert [day for day in days if day > away[1]]


def test_page_needs_nothing_from_outside() -> None:
    html = page(three_weeks())
    for outside in ("<script", "<link", "<img", "src=", "@import", "url(", 'href="http'):
        assert outside not in html


def test_names_and_words_are_escaped() -> None:
    assert HOSTILE not in hostile_page()
    assert "&lt;script&gt;alert" in hostile_page()
    assert "Jānis &amp; Co" in hostile_page()


def test_page_shades_breaks_and_counts_check_ins() -> None:
    html = page(three_weeks())
    assert 'class="day outside closed" title="ziemas brīvdienas"' in html
    assert "jaunietis: nedēļas jautājumi, 15" in html


def test_english_people_and_page() -> None:
    played = asyncio.run(rehearse(load(FOLDER), default_cast()[:2], FIRST, LAST, "en"))
    assert any("How was this week" in each.text for each in played.told)
    assert "Rehearsal: School in Community" in page(played)


def test_period_must_make_sense() -> None:
    with pytest.raises(WrongPeriod, match="before the first"):
        play(default_cast(), FIRST - timedelta(days=1))
    with pytest.raises(WrongPeriod, match="at most 400"):
        play(default_cast(), FIRST + timedelta(days=400))


def test_no_mentor_has_more_mentees_than_the_programme_allows() -> None:
    cast = tuple(Pair(mentee=f"Anna {n}", mentor="Jānis", temper="late") for n in range(7))
    with pytest.raises(WrongCast, match="has 7 mentees; the programme allows 6"):
        play(cast)


def test_broken_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenProgramme):
        load(tmp_path / "nothing")
