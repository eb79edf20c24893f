"""Weeks go by in the middle of a dialog: what is there is shown, and no day is of the past."""

from datetime import date
from pathlib import Path

from dialogs.definition import Definition
from dialogs.effects import MakeTask
from dialogs.engine import Answer, Turn, advance, again
from dialogs.load import load_library
from dialogs.session import Session
from tests.dialogs.written import MONDAY, labels, played, small, step

WHEEL = load_library()["wheel"]
LATER = date(2026, 4, 20)
BEGUN = ["visas", "pietiek", *"5555555555", "Skola", "pietiek"]
BEGUN += ["Skriet", "rīt", "Zvanīt omei", "pēc nedēļas"]


def on(day: date, dialog: Definition, turn: Turn, *texts: str) -> Turn:
    """Comes back on that day, from what was stored, and types."""
    turn = again(dialog, Session.from_json(turn.session.to_json()), day)
    for text in texts:
        turn = advance(dialog, turn.session, Answer(text=text), day)
    return turn


def said(turn: Turn) -> str:
    return turn.messages[-1].text


def tasks(turn: Turn) -> dict[str, date]:
    return {one.title: one.due for one in turn.effects if isinstance(one, MakeTask)}


def test_days_that_have_passed_are_asked_for_once_more_at_the_end() -> None:
    """One by one, each with what it is of; all else stays as it was said."""
    begun = played(WHEEL, *BEGUN, language="lv")
    turn = on(LATER, WHEEL, begun, "pietiek", "nē")
    assert turn.session.status == "open"
    assert said(turn) == (
        "„Skriet”: kopš tu to rakstīji, šī diena jau ir pagājusi (otrdien, 3. martā). "
        "Lūdzu, izvēlies jaunu.\n\nDarbība 1: līdz kurai dienai?"
    )
    turn = on(LATER, WHEEL, turn, "vakar")
    assert said(turn).startswith("Tas jau ir pagātnē")
    turn = on(LATER, WHEEL, turn, "rīt")
    assert said(turn).startswith("„Zvanīt omei”")
    turn = on(LATER, WHEEL, turn, "piektdien")
    assert turn.session.status == "done"
    assert tasks(turn) == {"Skriet": date(2026, 4, 21), "Zvanīt omei": date(2026, 4, 24)}


def test_a_day_that_is_still_ahead_is_not_asked_for_again() -> None:
    """Nor one of today."""
    begun = played(WHEEL, *BEGUN, language="lv")
    assert on(date(2026, 3, 3), WHEEL, begun, "pietiek", "nē").session.status == "done"


def test_back_from_a_passed_day_is_the_last_question_with_nothing_lost() -> None:
    turn = on(LATER, WHEEL, played(WHEEL, *BEGUN, language="lv"), "pietiek")
    before = turn.session
    turn = on(LATER, WHEEL, turn, "nē", "atpakaļ")
    assert turn.session.cursor == before.cursor
    assert turn.session.answers == before.answers
    assert turn.session.history == before.history


def test_a_passed_day_can_be_left_for_later_and_explained() -> None:
    turn = on(LATER, WHEEL, played(WHEEL, *BEGUN, language="lv"), "pietiek", "nē")
    assert "Pietiek" not in labels(turn)
    assert "atgādināšu" in said(on(LATER, WHEEL, turn, "kāpēc"))
    left = on(LATER, WHEEL, turn, "vēlāk")
    assert left.session.status == "left"
    turn = on(date(2026, 5, 1), WHEEL, left, "rīt", "rīt")
    assert set(tasks(turn).values()) == {date(2026, 5, 2)}


def test_a_day_of_its_own_and_one_that_may_be_left_out(tmp_path: Path) -> None:
    """Without an item to name; skipped, it is gone and the rest stays."""
    day = step("day", "optional: true", answer="{date: {future: true}}")
    dialog = small(tmp_path, day, step("b"))
    turn = on(LATER, dialog, played(dialog, "tomorrow"), "words")
    assert said(turn).startswith("Since you wrote it, this day has passed: Tuesday, 3 March.")
    assert on(LATER, dialog, turn, "skip").session.answers == {"b": "words"}
    assert on(LATER, dialog, turn, "1 May").session.answers == {"day": "2026-05-01", "b": "words"}


def test_a_day_of_the_past_may_be_of_the_past(tmp_path: Path) -> None:
    dialog = small(tmp_path, step("a", answer="{date: {past: true}}"), step("b"))
    turn = on(LATER, dialog, played(dialog, "yesterday"), "words")
    assert turn.session.status == "done"


def test_who_comes_back_into_a_list_of_records_sees_what_is_there() -> None:
    """As in a list of plain words, and not again at each answer after that."""
    begun = played(WHEEL, *BEGUN[:-2], language="lv")
    turn = on(LATER, WHEEL, begun)
    assert said(turn).startswith("Līdz šim:\n1. Skriet\n\nDarbība 2: ko tu darīsi?")
    assert "Līdz šim" not in said(on(MONDAY, WHEEL, turn, "Zvanīt omei"))
