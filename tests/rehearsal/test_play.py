"""Three weeks of the real programme, rehearsed with one pair of each temper."""

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.errors import BrokenProgramme
from bot.rehearsal.cast import TEMPERS, Pair, default_cast
from bot.rehearsal.errors import WrongCast, WrongPeriod
from bot.rehearsal.page import page
from bot.rehearsal.play import Rehearsal, load, rehearse
from bot.rehearsal.reasons import page_texts
from bot.rehearsal.report import as_json, said
from bot.rehearsal.warnings import RULES, Warned
from desk.reasons import KINDS
from mentoring.calendar import Event, Remind, When
from tests.playing import ROOT

FOLDER = ROOT / "programmes" / "skola-kopiena"
FIRST, LAST = date(2026, 1, 5), date(2026, 1, 25)
HOSTILE = "<script>alert('Elza')</script>"
EIGHT_WEEKS, TWO_WEEKS = timedelta(weeks=8), timedelta(weeks=2)


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
    assert not {"done", "over"} & rules


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


def silent_mentor(temper: str) -> Rehearsal:
    pair = Pair(mentee="Anna", mentor="Jānis", temper="late", mentor_temper=temper)
    return play((pair,), FIRST + EIGHT_WEEKS)


def test_a_silent_mentor_is_asked_and_then_the_coordinator_is_told() -> None:
    played = silent_mentor("silent")
    told = [each for each in played.told if each.kind == "mentor_silence"]
    assert [each.role for each in told] == ["mentor", "coordinator"]
    assert [each.to for each in played.told if "Jānis" in each.text and each in told] == [
        "Ilze Kalniņa"
    ]
    assert 'class="temper">apklust' in page(played).partition("Jānis")[2]


def test_nobody_asks_after_a_mentor_who_answers() -> None:
    assert "mentor_silence" not in {each.kind for each in silent_mentor("").told}


def eventful(*events: Event) -> Rehearsal:
    """A fortnight with one pair and this calendar only."""
    loaded = load(FOLDER)
    programme = replace(loaded.programme, events=events)
    cast = (Pair(mentee="Anna", mentor="Jānis", temper="diligent"),)
    played = rehearse(replace(loaded, programme=programme), cast, FIRST, FIRST + TWO_WEEKS)
    return asyncio.run(played)


def meeting(remind: Remind, day: date) -> Event:
    return Event(
        id="e",
        kind="meeting",
        title={"lv": "Kopā", "en": "Together"},
        roles=("mentee",),
        when=When(day=day),
        at=time(12),
        remind=remind,
    )


def test_a_meeting_is_never_spoken_of_after_its_day() -> None:
    """Loading refuses "late" for it; a calendar that has it all the same sends nothing."""
    for remind in (Remind(on_day=True, late=(2,)), Remind(before=(1,), on_day=True)):
        played = eventful(meeting(remind, date(2026, 1, 13)))
        assert "over" not in {each.rule for each in played.warned}
        assert [each.at.day for each in played.told if "Kopā" in each.text][-1] == 13


def test_an_event_on_a_saturday_is_warned_of_once() -> None:
    """Also where nobody is reminded of it, and however many it is for."""
    for remind in (Remind(), Remind(before=(1,))):
        played = eventful(meeting(remind, date(2026, 1, 17)))
        off = [(w.what, w.who, w.off) for w in played.warned if w.rule == "day-off"]
        assert off == [("Kopā", "", "weekend")]
        assert "„Kopā” (nedēļas nogale)" in page(played)


def test_nobody_is_offered_a_day_off_as_a_due_date() -> None:
    """Whoever asks for two more days on a Thursday gets a Monday."""
    assert "day-off" not in {each.rule for each in three_weeks().warned}


def test_every_kind_and_warning_has_its_words() -> None:
    for language in ("lv", "en"):
        t = page_texts(language)
        assert all(t(f"kind-{kind}") for kind in KINDS)
        for rule in RULES:
            assert t(f"warn-{rule}")
            assert said(t, Warned(rule=rule, day=FIRST, who="Anna", off="weekend"), "Anna")


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
    assert "jaunietis: nedēļas jautājumi, 16" in html


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
