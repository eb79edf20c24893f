"""The engine, one behaviour at a time, on dialogs of a few steps."""

from pathlib import Path

import pytest

from dialogs.effects import Draw, HandOver, Record
from dialogs.engine import Answer, advance, again, start
from dialogs.errors import MissingValue, UnknownLanguage, WrongDialog
from dialogs.load import load_library
from tests.dialogs.written import HEAD, MONDAY, labels, load, played, small, step, tap

SPORTS = (
    "{choices: {min: 1, max: 2, options: ["
    "{id: ball, label: {lv: Bumba, en: Ball games}}, {id: swim, label: {lv: Peldēt, en: Swimming}},"
    "{id: later, label: {lv: Vēlāk, en: Later}}]}}"
)


def test_a_text_is_kept_as_typed_and_braces_stay_braces(tmp_path: Path) -> None:
    """What a person writes is data, never a placeholder."""
    dialog = small(tmp_path, step("a"), step("b").replace("What is b?", "Why {a}?"))
    turn = played(dialog, "  {b} and {a}  ")
    assert turn.session.answers == {"a": "{b} and {a}"}
    assert turn.messages[-1].text == "Why {b} and {a}?"


def test_several_are_chosen_by_taps_and_by_typed_numbers(tmp_path: Path) -> None:
    """Each tap marks or unmarks; going on needs the button."""
    dialog = small(tmp_path, step("s", answer=SPORTS), step("b"))
    turn = tap(dialog, played(dialog), "choice:ball")
    assert labels(turn)[:3] == ["✓ Ball games", "Swimming", "Later"]
    turn = advance(dialog, turn.session, Answer(text="1, 2"), MONDAY)
    assert turn.session.answers == {"s": ["swim"]}
    turn = tap(dialog, turn, "enough")
    assert turn.session.cursor.step == "b"
    assert tap(dialog, turn, "back").session.answers == {"s": ["swim"]}


def test_more_than_allowed_are_refused_and_the_marks_stay(tmp_path: Path) -> None:
    """The refusal says how many fit."""
    dialog = small(tmp_path, step("s", answer=SPORTS))
    turn = played(dialog, "ball and swimming", "3")
    assert "room for 2" in turn.messages[-1].text
    assert turn.session.answers == {"s": ["ball", "swim"]}
    assert "You need at least 1" in tap(dialog, played(dialog), "enough").messages[-1].text


def test_a_label_wins_over_a_command_of_the_same_word(tmp_path: Path) -> None:
    """ "Later" picks the option Later where there is one."""
    dialog = small(tmp_path, step("s", answer=SPORTS))
    assert played(dialog, "later").session.answers == {"s": ["later"]}


@pytest.mark.parametrize("typed", ["peldēt", "PELDET", "pel", "2", "peldet!", "pedlet"])
def test_an_option_is_found_in_any_spelling(typed: str, tmp_path: Path) -> None:
    """Capitals, missing diacritics, beginnings, numbers and one slip all count."""
    dialog = small(tmp_path, step("s", answer=SPORTS))
    assert played(dialog, typed, language="lv").session.answers == {"s": ["swim"]}


ROADS = (
    "{choice: ["
    "{id: read, label: {lv: Lasīt, en: Read}}, {id: course, label: {lv: Kursi, en: Course}},"
    "{id: friend, label: {lv: Draugs, en: Friend}},"
    "{id: aid, label: {lv: Pirmā palīdzība, en: First aid}}]}"
)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        *(("pirmo", 0), ("Otro!", 1), ("trešais", 2), ("pēdējo", 3), ("priekšpēdējo", 2)),
        *(("to otro", 1), ("otro variantu", 1), ("es ņemu trešo", 2), ("pirmā palīdzība", 3)),
        *(("the second", 1), ("the last one", 3), ("I'll take the first one", 0), ("3rd", 2)),
        *(("2.", 1), ("nr. 2", 1), ("Nr.2", 1), ("#2", 1), ("number two", 1), ("2. variants", 1)),
    ],
)
def test_an_option_is_picked_by_its_place(typed: str, at: int, tmp_path: Path) -> None:
    """The way people say it; a whole label comes first."""
    dialog = small(tmp_path, step("a", answer=ROADS), step("b"))
    ids = ["read", "course", "friend", "aid"]
    assert played(dialog, typed, language="lv").session.answers == {"a": ids[at]}


@pytest.mark.parametrize(
    ("typed", "words"),
    [("pirmā", "vairākām"), ("piekto", "nav"), ("otrdien", "nav"), ("pirms", "nav"), ("5.", "nav")],
)
def test_a_place_that_is_not_there_or_is_a_label_too_is_asked_again(
    typed: str, words: str, tmp_path: Path
) -> None:
    """Nothing is guessed at, and no other word is taken for a place."""
    dialog = small(tmp_path, step("a", answer=ROADS), step("b"))
    turn = played(dialog, typed, language="lv")
    assert turn.session.answers == {}
    assert words in turn.messages[-1].text


def test_places_mark_several_and_never_become_an_option_of_ones_own(tmp_path: Path) -> None:
    """Where people may name their own, "tenth" is still none of them."""
    wheel = load_library()["wheel"]
    turn = played(wheel, "pirmo, otro un pēdējo", language="lv")
    assert turn.session.answers == {"areas": ["school", "friends", "future"]}
    dialog = small(tmp_path, step("s", answer=SPORTS.replace("max: 2", "max: 2, own: true")))
    assert played(dialog, "Chess", "the tenth").session.answers == {"s": ["Chess"]}
    assert played(dialog, "Chess", "the last one").session.answers == {}


@pytest.mark.parametrize("typed", ["4/10", "4 no 10", "četri no desmit", "4 out of 10", "2/3"])
def test_a_number_out_of_another_scale_is_asked_for_on_this_one(typed: str, tmp_path: Path) -> None:
    """Four of ten is a poor week, four of five a good one."""
    dialog = small(tmp_path, step("a", answer="{scale: [1, 5]}"), step("b"))
    turn = played(dialog, typed, language="lv")
    assert turn.session.answers == {}
    assert turn.messages[-1].text.startswith("Šeit skala ir no 1 līdz 5, nevis līdz ")
    assert played(dialog, "4 no 5", language="lv").session.answers == {"a": 4}


@pytest.mark.parametrize(
    ("answer", "typed", "kept"),
    [
        ("{number: {min: 0.5, max: 9}}", "2,5", 2.5),
        ("{number: {whole: true}}", "12", 12),
        ("time", "15.30", "15:30"),
        ("{date: {past: true}}", "vakar", "2026-03-01"),
        ("date", "2026-04-05", "2026-04-05"),
        ("yes_no", "JĀ!", True),
        ("{scale: [1, 10]}", "7/10", 7),
    ],
)
def test_answers_are_kept_as_plain_json(
    answer: str, typed: str, kept: object, tmp_path: Path
) -> None:
    """Days and times are ISO text, so that a session is stored as it is."""
    dialog = small(tmp_path, step("a", answer=answer), step("b"))
    assert played(dialog, typed, language="lv").session.answers == {"a": kept}


@pytest.mark.parametrize(
    ("answer", "typed", "words"),
    [
        ("{number: {min: 5}}", "4", "from 5 up"),
        ("{number: {max: 5.5}}", "6", "up to 5.5"),
        ("time", "soon", "“15:30”"),
        ("{date: {past: true}}", "tomorrow", "still to come"),
        ("{text: {min: 10}}", "short", "5 characters"),
        ("{text: {max: 5}}", "too long", "8 characters"),
    ],
)
def test_a_refusal_says_what_would_be_right(
    answer: str, typed: str, words: str, tmp_path: Path
) -> None:
    """The question stands again below it."""
    dialog = small(tmp_path, step("a", answer=answer))
    turn = played(dialog, typed)
    assert words in turn.messages[-1].text
    assert turn.messages[-1].text.endswith("What is a?")
    assert turn.session.turn == 1


def test_rounds_stay_aligned_when_a_step_is_asked_in_some_only(tmp_path: Path) -> None:
    """A condition inside a round looks at the answer of the same round."""
    dialog = small(
        tmp_path,
        step("things", answer="{list: {min: 2, max: 2}}"),
        step("good", "for_each: things", answer="yes_no"),
        step("how", "for_each: things", "only_if: {good: no}"),
        tail="effects: [record]\n",
    )
    turn = played(dialog, "a; b", "yes", "no", "so")
    assert turn.effects == (
        Record(
            kind="small",
            data={"things": ["a", "b"], "good": [True, False], "how": [None, "so"]},
        ),
    )
    undone = tap(dialog, played(dialog, "a; b", "yes", "no"), "back")
    assert undone.session.answers == {"things": ["a", "b"], "good": [True]}


def test_a_list_that_was_skipped_takes_its_rounds_with_it(tmp_path: Path) -> None:
    """Nothing is asked about items nobody named."""
    dialog = small(
        tmp_path,
        step("things", "optional: true", answer="list"),
        step("each", "for_each: things"),
        step("one", "only_if: {things: answered}", answer="{choice: {of: things}}"),
        step("b"),
    )
    assert played(dialog, "skip").session.cursor.step == "b"


def test_effects_leave_only_at_the_end(tmp_path: Path) -> None:
    """Going back and finishing again does not do things twice."""
    dialog = small(
        tmp_path,
        step("a", "effect: hand_over"),
        step("b"),
        tail="effects: [{draw: wheel}]\n",
    )
    assert played(dialog, "Help me please").effects == ()
    turn = played(dialog, "Help me please", "back", "Call me", "b")
    assert turn.effects == (
        HandOver(text="Call me"),
        Draw(picture="wheel", data={"a": "Call me", "b": "b"}),
    )
    assert turn.messages[-1].text == "Thank you, that's all."


def test_values_from_outside_fill_the_texts(tmp_path: Path) -> None:
    """A dialog that needs a value can't be started without it."""
    path_head = HEAD.replace("steps:", "values: [task]\nsteps:")
    (tmp_path / "x.yaml").write_text(
        path_head + step("a").replace("What is a?", "How is {task}?"), encoding="utf-8"
    )
    dialog, faults = load(tmp_path / "x.yaml")
    assert dialog is not None, faults
    turn = start(dialog, "en", MONDAY, {"task": "the {a} plan"})
    assert turn.messages[-1].text == "How is the {a} plan?"
    with pytest.raises(MissingValue):
        start(dialog, "en", MONDAY)


def test_asking_again_changes_nothing() -> None:
    """The same question with the same buttons, and the same turn."""
    dialog = load_library()["check-in"]
    turn = played(dialog, "2")
    once_more = again(dialog, turn.session, MONDAY)
    assert once_more.session == turn.session
    assert once_more.messages == turn.messages


def test_a_person_who_left_goes_on_with_an_answer_too() -> None:
    """Nobody has to press a button to come back."""
    dialog = load_library()["check-in"]
    turn = played(dialog, "2", "later")
    assert turn.session.status == "left"
    assert labels(turn) == ["Continue"]
    turn = advance(dialog, turn.session, Answer(text="The test"), MONDAY)
    assert turn.session.status == "open"
    assert turn.session.answers == {"week": 2, "hard": "The test"}


def test_the_wrong_dialog_or_language_is_an_error_of_ours() -> None:
    """It is said at once, with what was asked for."""
    library = load_library()
    turn = played(library["check-in"])
    with pytest.raises(WrongDialog, match="check-in"):
        again(library["grow"], turn.session, MONDAY)
    with pytest.raises(UnknownLanguage, match="xx"):
        start(library["grow"], "xx", MONDAY)


def test_optional_fields_of_a_record_can_be_skipped(tmp_path: Path) -> None:
    """Back returns to the field that was left out."""
    fields = (
        "{list: {min: 1, max: 2, of: {what: {ask: {lv: 'Kas {number}?', en: 'What {number}?'}, "
        "answer: text}, when: {ask: {lv: Kad tas būs, en: When}, answer: date, optional: true}, "
        "how: {ask: {lv: Kā tas būs, en: How}, answer: text}}}}"
    )
    dialog = small(
        tmp_path,
        step("a", answer=fields),
        tail="result:\n- {heading: {lv: Soļi, en: Steps}, show: a}\n",
    )
    turn = played(dialog, "run", "skip")
    assert turn.session.cursor.field == 2
    assert tap(dialog, turn, "back").session.cursor.field == 1
    turn = played(dialog, "run", "skip", "fast", "enough")
    assert turn.messages[0].text == "Small\n\nSteps:\n1. run – fast"


def test_characters_no_database_takes_are_left_out(tmp_path: Path) -> None:
    """A stray NUL or half an emoji does not break the journal."""
    dialog = small(tmp_path, step("a"), step("b"))
    assert played(dialog, "one\x00\r\ntwo\ud83d").session.answers == {"a": "one\ntwo"}
