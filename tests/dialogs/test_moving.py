"""Dialogs that change while somebody is in the middle of them."""

from pathlib import Path

from dialogs.definition import Definition
from dialogs.engine import Answer, advance, again
from tests.dialogs.written import MONDAY, played, small, step

LIST = "{list: {min: 1, max: 3}}"
TASKS = (
    "{list: {min: 1, max: 3, of: {what: {ask: {lv: 'Kas {number}?', en: 'What {number}?'}, "
    "answer: text}%s}}}"
)
WHEN = ", when: {ask: {lv: Kad tas būs, en: By when}, answer: date}"


def _old(folder: Path) -> Definition:
    return small(folder, step("a"), step("b"), step("c"), step("d"))


def test_a_step_that_still_exists_keeps_the_person(tmp_path: Path) -> None:
    """Another wording, or a new step before it, and the answer still counts."""
    turn = played(_old(tmp_path), "1a", "2b")
    new = small(tmp_path, step("a"), step("new"), step("b"), step("c", "optional: true"), step("d"))
    turn = advance(new, turn.session, Answer(text="3c"), MONDAY)
    assert turn.session.answers == {"a": "1a", "b": "2b", "c": "3c"}
    assert turn.session.version == new.version


def test_a_step_that_is_gone_leads_to_the_nearest_answered_one(tmp_path: Path) -> None:
    """With an apology, and without taking the answer meant for the old question."""
    turn = played(_old(tmp_path), "1a", "2b")
    new = small(tmp_path, step("a"), step("d"))
    turn = advance(new, turn.session, Answer(text="3c"), MONDAY)
    assert turn.session.cursor.step == "a"
    assert turn.session.answers == {}
    assert turn.messages[-1].text.startswith("Sorry, the questions")
    assert turn.messages[-1].text.endswith("What is a?")


def test_a_dialog_with_nothing_left_of_the_old_starts_anew(tmp_path: Path) -> None:
    """It is asked again from the top."""
    turn = played(_old(tmp_path), "1a")
    new = small(tmp_path, step("x"))
    assert again(new, turn.session, MONDAY).session.cursor.step == "x"


def test_answers_that_no_longer_fit_are_let_go(tmp_path: Path) -> None:
    """A text is not read as a number."""
    turn = played(_old(tmp_path), "1a", "2b")
    new = small(tmp_path, step("a", answer="{scale: [1, 5]}"), step("b"), step("c"))
    assert again(new, turn.session, MONDAY).session.answers == {"b": "2b"}


def test_a_list_whose_kind_changed_is_begun_again(tmp_path: Path) -> None:
    """The cursor never points into items that are not there."""
    old = small(tmp_path, step("a"), step("b", answer=LIST), step("c"))
    turn = played(old, "x", "one", "two")
    new = small(tmp_path, step("a"), step("b"), step("c"))
    moved = again(new, turn.session, MONDAY).session
    assert moved.cursor.step == "a"
    assert moved.answers == {}


def test_records_without_a_newly_needed_field_make_no_broken_tasks(tmp_path: Path) -> None:
    """They are asked for again when the person stands in the list, and let go when behind it."""
    old = small(tmp_path, step("a"), step("b", answer=TASKS % ""), step("c"))
    new = small(tmp_path, step("a"), step("b", "effect: make_task", answer=TASKS % WHEN), step("c"))
    inside = again(new, played(old, "x", "one", "two").session, MONDAY)
    assert inside.session.cursor.step == "b"
    assert inside.session.cursor.item == 0
    behind = again(new, played(old, "x", "one", "enough").session, MONDAY)
    assert behind.session.answers == {"a": "x"}
    finished = advance(new, behind.session, Answer(text="end"), MONDAY)
    assert finished.effects == ()


def test_rounds_of_a_shorter_list_are_not_pointed_at(tmp_path: Path) -> None:
    """A for_each whose list is gone sends the person back before it."""
    each = step("e", "for_each: b")
    old = small(tmp_path, step("a"), step("b", answer="{list: {min: 2, max: 2}}"), each)
    turn = played(old, "x", "one; two", "yes")
    new = small(tmp_path, step("a"), step("z", answer=LIST), step("e", "for_each: z"))
    assert again(new, turn.session, MONDAY).session.cursor.step == "a"
