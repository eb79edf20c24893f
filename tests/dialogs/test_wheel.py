"""The Wheel of Life: areas chosen and added, each scored, and what the engine does for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.effects import Draw, MakeTask
from dialogs.engine import Answer, Turn, advance, again
from dialogs.load import load_library
from dialogs.pictures import draw
from tests.dialogs.written import MONDAY, faults_of, played, small, step, tap

WHEEL = load_library()["wheel"]
OWN = (
    "{choices: {min: 2, max: 4, own: true, options: ["
    "{id: red, label: {lv: Sarkans, en: Red}}, {id: blue, label: {lv: Zils, en: Blue}}]}}"
)


def areas(*texts: str, language: str = "en") -> Turn:
    return played(WHEEL, *texts, language=language)


def test_all_areas_at_once_with_one_word() -> None:
    """Ten taps are many; "all" marks the rest and keeps what was marked."""
    turn = areas("sleep", "all")
    assert turn.session.answers["areas"] == [
        option.id
        for option in WHEEL.by_id["areas"].answer.options  # type: ignore[union-attr]
    ]


def test_own_areas_stand_behind_the_usual_ones() -> None:
    """Kept as typed, with a button of their own that takes them away again."""
    turn = areas("Brother and sister; Music", "school and sleep")
    assert turn.session.answers["areas"] == ["school", "sleep", "Brother and sister", "Music"]
    assert tap(WHEEL, turn, "choice:own:1").session.answers["areas"] == ["school", "sleep", "Music"]


def test_a_usual_area_typed_in_another_case_is_no_own_one() -> None:
    """Slips and missing diacritics still mean the button."""
    assert areas("skolla, gimene", language="lv").session.answers["areas"] == ["school", "family"]


@pytest.mark.parametrize("text", ["11", "x", "🙂", "o" * 41])
def test_what_can_be_no_area_is_refused(text: str) -> None:
    """A number beyond the buttons, one letter, no words, or more than a label holds."""
    assert areas(text).session.answers == {}


def test_each_chosen_area_is_scored_under_its_label() -> None:
    """An option by its label in the person's language, an own one as it was typed."""
    chosen = areas("1 2 3 4 5 6 7", "mans suns", "pietiek", language="lv")
    asked = [chosen.messages[-1].text]
    turn = chosen
    for score in "7777777":
        turn = advance(WHEEL, turn.session, Answer(text=score), MONDAY)
        asked.append(turn.messages[-1].text)
    assert asked[0].startswith("Joma 1 no 8: Skola.")
    assert asked[7].startswith("Joma 8 no 8: mans suns.")


def finished() -> Turn:
    said = ["all", "enough", *"7983521649", "sleep, money", "enough"]
    actions = ["Sleep more", "tomorrow", "Save 5 euros", "next Friday", "enough", "yes"]
    return played(WHEEL, *said, *actions)


def test_a_finished_wheel_makes_tasks_and_a_picture() -> None:
    """The picture is drawn from what the effect brings."""
    turn = finished()
    tasks = [effect for effect in turn.effects if isinstance(effect, MakeTask)]
    assert [task.title for task in tasks] == ["Sleep more", "Save 5 euros"]
    drawn = next(effect for effect in turn.effects if isinstance(effect, Draw))
    assert draw(drawn.picture, drawn.data, "en").alt.startswith(
        "Wheel of Life, from 1 to 10. School: 7, Friends: 9, Family: 8,"
    )


def test_the_result_gives_each_area_its_score_on_one_line() -> None:
    """Ten areas take ten lines."""
    assert "\n6. Sleep: 2\n7. Free time: 1\n" in finished().messages[0].text


def test_a_wheel_begun_before_a_change_keeps_its_own_areas() -> None:
    """The session moves to the new version with everything that still fits."""
    turn = areas("all", "school", "Music", "enough", "7")
    old = replace(turn.session, version="before")
    moved = again(WHEEL, old, MONDAY).session
    assert (moved.answers, moved.cursor) == (turn.session.answers, turn.session.cursor)


def test_a_choice_among_what_was_chosen_speaks_its_labels(tmp_path: Path) -> None:
    """The value stays the id, so that a condition can ask for it."""
    dialog = small(
        tmp_path,
        step("a", answer=OWN),
        step("b", answer="{choice: {of: a}}"),
        step("c", "only_if: {b: red}"),
    )
    turn = played(dialog, "sarkans", "zaļš", "pietiek", language="lv")
    assert [button.label for button in turn.messages[-1].buttons][:2] == ["Sarkans", "zaļš"]
    turn = tap(dialog, turn, "choice:1")
    assert turn.session.answers["b"] == "red"
    assert turn.session.cursor.step == "c"


@pytest.mark.parametrize(
    "answer",
    [
        "{choices: {min: 1, own: true, options: [{id: x, label: {lv: Ir, en: Is}}]}}",
        "{choices: {min: 1, max: 2, own: true, of: a}}",
    ],
)
def test_own_choices_need_options_and_an_end(tmp_path: Path, answer: str) -> None:
    """Otherwise the list would have no beginning or no limit."""
    head = "id: small\ntitle: {lv: Maza, en: Small}\nabout: 1\nsteps:\n"
    faults = faults_of(tmp_path, head + step("a", answer=OWN) + step("b", answer=answer))
    assert any("own options" in fault.what for fault in faults)


def test_for_each_needs_something_with_several_answers(tmp_path: Path) -> None:
    """A list or choices, not a text."""
    head = "id: small\ntitle: {lv: Maza, en: Small}\nabout: 1\nsteps:\n"
    faults = faults_of(tmp_path, head + step("a") + step("b", "for_each: a"))
    assert ["list or choices" in fault.cure for fault in faults] == [True]
