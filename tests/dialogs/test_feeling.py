"""How somebody is, from 1 to 5, however a check-in asked; and which take one tap."""

from pathlib import Path

import pytest

from dialogs.definition import Definition
from dialogs.feeling import feeling, is_one_tap
from dialogs.load import load_library
from tests.check_ins import check_ins
from tests.dialogs.written import HEAD, faults_of, small, step

SKY = (
    "{choice: [{id: storm, label: {lv: Vētra, en: Storm}, worth: 1},"
    " {id: sun, label: {lv: Saule, en: Sun}, worth: 5}, {id: fog, label: {lv: Migla, en: Fog}}]}"
)


def test_a_figure_is_read_from_a_scale_or_an_option(tmp_path: Path) -> None:
    """An option without a worth, a skipped question and other scales say nothing."""
    sky = small(tmp_path, step("sky", answer=SKY), step("week", answer="{scale: [1, 5]}"))
    assert feeling(sky, {"sky": "storm", "week": 4}) == 1
    assert feeling(sky, {"sky": "fog", "week": 4}) == 4
    assert feeling(sky, {}) is None
    assert feeling(small(tmp_path, step("week", answer="{scale: [1, 10]}")), {"week": 9}) is None
    assert feeling(small(tmp_path, step("mood", answer="{scale: [1, 5]}")), {"mood": 1}) is None


@pytest.mark.parametrize(
    ("steps", "is_one"),
    [
        ((step("sky", answer=SKY),), True),
        ((step("sky", answer=SKY), step("hard", "only_if: {sky: storm}")), True),
        ((step("sky", answer=SKY), step("joy", "only_if: {sky: sun}")), False),
        ((step("week", answer="{scale: [1, 5]}"), step("b", "only_if: {week: {below: 4}}")), False),
        ((step("week", answer="{scale: [1, 5]}"), step("b", "only_if: {week: {below: 3}}")), True),
        ((step("well", answer="yes_no"),), True),
        ((step("words"),), False),
        ((step("well", answer="yes_no"), step("words")), False),
    ],
)
def test_one_tap_is_all_for_whoever_is_not_low(
    tmp_path: Path, steps: tuple[str, ...], is_one: bool
) -> None:
    """Whoever is low may be asked more."""
    assert is_one_tap(small(tmp_path, *steps)) == is_one


def test_the_library_has_enough_of_each_kind() -> None:
    """So that they can take turns: light ones, longer ones, and what comes after a hard week."""
    found = check_ins()
    usual = [one for one in found if not one.follows]
    assert len(usual) >= 12
    assert sum(is_one_tap(one) for one in usual) >= 5
    assert sum(one.follows and bool(one.values) for one in found) >= 2
    assert sum(one.follows and not one.values for one in found) >= 2


@pytest.mark.parametrize("dialog", check_ins(), ids=lambda one: one.id)
def test_a_check_in_is_short(dialog: Definition) -> None:
    """Three questions at most, or four where a low answer is offered a word more."""
    always = [one for one in dialog.steps if not one.only_if]
    assert len(always) <= 3
    assert len(dialog.steps) <= 4
    assert not any("hard" in one.id and not one.optional for one in dialog.steps)


CHECK_IN = HEAD.replace("steps:", "family: weekly\n{more}steps:")


@pytest.mark.parametrize(
    ("more", "tail", "told"),
    [
        ("", "", "answered by one person and kept"),
        ("for: [mentor]\n", "effects: [record]\n", "asks mentees"),
        ("values: [said]\n", "effects: [record]\n", "nobody gives the check-in the value 'said'"),
        ("after: low\nvalues: [name]\n", "effects: [record]\n", "the value 'name'"),
        ("after: high\n", "effects: [record]\n", "'after' can't be 'high'"),
    ],
)
def test_slips_in_a_check_in_are_told(tmp_path: Path, more: str, tail: str, told: str) -> None:
    """What could never be asked, or would stop in front of somebody."""
    text = CHECK_IN.replace("{more}", more) + step("a") + tail
    assert any(told in fault.what for fault in faults_of(tmp_path, text))


def test_a_sound_check_in_has_no_faults(tmp_path: Path) -> None:
    text = CHECK_IN.replace("{more}", "after: low\nvalues: [said]\n") + step("a")
    assert faults_of(tmp_path, text + "effects: [record]\n") == []


def test_after_without_a_family_and_odd_worths_are_told(tmp_path: Path) -> None:
    text = HEAD.replace("steps:", "after: low\nsteps:") + step("a", answer=SKY).replace("5", "6")
    told = [fault.what for fault in faults_of(tmp_path, text)]
    assert any("'after' without 'family'" in one for one in told)
    assert any("worth 6" in one for one in told)


def test_every_family_member_of_the_library_is_a_check_in() -> None:
    assert {one.family for one in load_library().values()} == {None, "check-in"}
