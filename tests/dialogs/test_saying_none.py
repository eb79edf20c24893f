""" "None of them", "I don't know", yes and no where something is to be chosen or listed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import unsure
from dialogs.effects import MakeTask
from dialogs.engine import Turn
from dialogs.load import load_library
from tests.dialogs.written import HEAD, faults_of, played, small, step

LIBRARY = load_library()
DONE = (
    "{choice: [{id: done, label: {lv: Izdarīts, en: Done}, also: {lv: [jā], en: [yes]}},"
    " {id: half, label: {lv: Iesākts, en: Begun}, also: {lv: [daļēji], en: [partly]}},"
    " {id: not, label: {lv: Vēl nav, en: Not yet}, also: {lv: [nē], en: [no]}}]}"
)
SOME = (
    "{choices: {min: 2, options: ["
    "{id: red, label: {lv: Sarkans, en: Red}}, {id: blue, label: {lv: Zils, en: Blue}},"
    " {id: gray, label: {lv: Pelēks, en: Gray}}]}}"
)


def said(turn: Turn) -> str:
    return turn.messages[-1].text


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("jā", "done"), ("yes", "done"), ("Jā, ir!", "done"), ("yep", "done"),
        ("nē", "not"), ("nea", "not"), ("no", "not"), ("nav", "not"),
        ("daļēji", "half"), ("Partly.", "half"), ("done", "done"), ("3", "not"),
    ],
)  # fmt: skip
def test_a_question_worded_yes_or_no_takes_yes_and_no(
    text: str, option: str, tmp_path: Path
) -> None:
    """Whatever its options are called, in either language."""
    dialog = small(tmp_path, step("a", answer=DONE), step("b"))
    assert played(dialog, text).session.answers == {"a": option}


def test_a_word_that_several_options_share_chooses_none(tmp_path: Path) -> None:
    shared = DONE.replace("[partly]", "[partly, yes]")
    dialog = small(tmp_path, step("a", answer=shared), step("b"))
    assert said(played(dialog, "yes")).startswith("That fits more than one answer.")


def test_an_option_without_such_words_is_not_chosen_by_yes(tmp_path: Path) -> None:
    plain = "{choice: [{id: a, label: {lv: Viens, en: One}}, {id: b, label: {lv: Divi, en: Two}}]}"
    dialog = small(tmp_path, step("a", answer=plain), step("b"))
    assert said(played(dialog, "yes")).startswith("That isn't among the answers.")


def test_words_for_an_option_are_needed_in_each_language(tmp_path: Path) -> None:
    broken = DONE.replace("also: {lv: [jā], en: [yes]}", "also: {lv: [jā]}")
    faults = faults_of(tmp_path, HEAD + step("a", answer=broken))
    assert [fault.what for fault in faults] == ["dialog small, step a: also has no words in 'en'"]


@pytest.mark.parametrize("text", ["nē", "nav", "jā", "ir", "daļēji"])
@pytest.mark.parametrize("name", ["ten-steps", "traffic-light", "evaluate-sk"])
def test_the_library_understands_yes_no_and_partly(name: str, text: str) -> None:
    """At the questions of the library that sound like yes or no."""
    turn = played(LIBRARY[name], text, language="lv")
    if (name, text) not in (("evaluate-sk", "ir"),):
        assert len(turn.session.answers) == 1, said(turn)


@pytest.mark.parametrize("text", ["es nezinu", "nezinu", "nav ne jausmas", "neviens", "idk"])
def test_not_knowing_leaves_out_what_may_be_left_out(text: str) -> None:
    """And says so, since the next question comes at once."""
    turn = played(LIBRARY["traffic-light"], text, language="lv")
    assert turn.session.answers == {}
    assert turn.session.cursor.step == "lead_people"
    assert said(turn).startswith("Labi, to izlaižam.")


def test_not_knowing_where_something_has_to_be_chosen_gets_a_kind_word() -> None:
    turn = played(LIBRARY["ten-steps"], "nezinu", language="lv")
    assert said(turn).startswith("Tas nekas. Izvēlies to, kas tavai atbildei ir vistuvāk.")


@pytest.mark.parametrize("text", ["neviens", "nekas no tā", "none", "None of the above", "nē"])
def test_none_of_several_is_left_out_or_answered_kindly(text: str, tmp_path: Path) -> None:
    may = small(tmp_path, step("a", "optional: true", answer=SOME), step("b"))
    assert played(may, text).session.cursor.step == "b"
    must = small(tmp_path, step("a", answer=SOME), step("b"))
    turn = played(must, text)
    assert said(turn).startswith("Never mind. Mark what comes closest to you. You need at least 2.")
    assert turn.session.answers == {}


def test_nothing_more_ends_a_choice_that_has_enough(tmp_path: Path) -> None:
    dialog = small(tmp_path, step("a", "optional: true", answer=SOME), step("b"))
    turn = played(dialog, "red, blue", "nothing")
    assert turn.session.answers == {"a": ["red", "blue"]}
    assert turn.session.cursor.step == "b"
    assert played(dialog, "red", "nothing").session.answers == {"a": ["red"]}


def test_a_label_that_says_none_is_that_option(tmp_path: Path) -> None:
    labelled = SOME.replace("Gray", "None").replace("Pelēks", "Neviens")
    dialog = small(tmp_path, step("a", "optional: true", answer=labelled), step("b"))
    assert played(dialog, "none").session.answers == {"a": ["gray"]}


@pytest.mark.parametrize("text", ["no", "nothing", "nekas", "nav"])
def test_no_to_anything_else_ends_a_list(text: str, tmp_path: Path) -> None:
    """It is asked as a question: "is there anything else?" """
    listed = step("a", answer="{list: {min: 1, max: 3}}")
    assert played(small(tmp_path, listed, step("b")), "Run", text).session.answers == {"a": ["Run"]}


def test_no_to_a_list_that_may_be_left_out_leaves_it_out() -> None:
    """ "Is there something to do soon?" is answered with no, and makes no task of it."""
    steps = [each.id for each in LIBRARY["ten-steps"].steps][:-1]
    turn = played(LIBRARY["ten-steps"], *["jā"] * len(steps), "nē", language="lv")
    assert turn.session.status == "done"
    assert "todo" not in turn.session.answers


@pytest.mark.parametrize("text", ["nezinu", "negribu", "idk", "-3", "5/10", "27", "nekas", "3.5"])
def test_what_names_no_area_of_life_becomes_none(text: str) -> None:
    """Words that say nothing and bare numbers, even among areas in the same message."""
    assert played(LIBRARY["wheel"], text, language="lv").session.answers == {}
    assert played(LIBRARY["wheel"], f"mūzika; {text}", language="lv").session.answers == {}


@pytest.mark.parametrize("text", ["asdf", "3D druka", "Nezināmais"])
def test_what_may_be_an_area_is_taken(text: str) -> None:
    assert played(LIBRARY["wheel"], text, language="lv").session.answers == {"areas": [text]}


def test_too_few_areas_are_counted_against_how_many_are_needed() -> None:
    """At once when they are typed, and when the person says that it is enough."""
    typed = played(LIBRARY["wheel"], "1 2 3 4", language="lv")
    assert said(typed).startswith("Pagaidām izvēlēts: 4. Vajag vismaz 8.")
    ended = played(LIBRARY["wheel"], "1 2 3 4", "pietiek", language="lv")
    assert said(ended).startswith("Pagaidām izvēlēts: 4. Vajag vismaz 8.")
    assert not said(played(LIBRARY["wheel"], "visas", language="lv")).startswith("Pagaidām")


@pytest.mark.parametrize("text", ["nē", "Nekas.", "nezinu", "idk", "Nē, paldies", "negribu teikt"])
@pytest.mark.parametrize("answer", ["text", "date", "{scale: [1, 5]}", "list"])
def test_what_says_nothing_leaves_out_what_may_be_left_out(
    text: str, answer: str, tmp_path: Path
) -> None:
    """It is never kept as if it were an answer, and the person hears what became of it."""
    dialog = small(tmp_path, step("a", "optional: true", answer=answer), step("b"))
    turn = played(dialog, text)
    assert (turn.session.answers, turn.session.cursor.step) == ({}, "b")
    assert said(turn).startswith("All right, we'll leave that out.")


def test_a_needed_text_and_a_sentence_are_taken_as_they_are(tmp_path: Path) -> None:
    """Only the whole of it counts: what begins with "no" may go on to say something."""
    must = small(tmp_path, step("a"), step("b"))
    assert played(must, "nē").session.answers == {"a": "nē"}
    may = small(tmp_path, step("a", "optional: true"), step("b"))
    for words in ("Nezinu, ar ko sākt", "Nav labi", "Nekas nesanāk", "Nevaru gulēt"):
        assert played(may, words).session.answers == {"a": words}


def test_a_question_with_other_words_asks_in_them_before_it_is_left_out(tmp_path: Path) -> None:
    again = "again: {lv: Un tā?, en: Put differently?}"
    dialog = small(
        tmp_path, step("a", "optional: true", "weak: [unsure, nothing]", again), step("b")
    )
    assert "Put differently?" in said(played(dialog, "idk"))
    assert played(dialog, "idk", "idk").session.answers == {}


def test_a_field_that_may_be_left_out_is(tmp_path: Path) -> None:
    fields = "{what: {ask: {lv: '{number}?', en: '{number}?'}, answer: text},"
    fields += " with: {ask: {lv: 'Ar ko?', en: 'With whom?'}, answer: text, optional: true}}"
    records = step("a", answer=f"{{list: {{min: 1, max: 2, of: {fields}}}}}")
    dialog = small(tmp_path, records, step("b"))
    turn = played(dialog, "Run", "nobody", "nezinu")
    assert turn.session.answers == {"a": [{"what": "Run"}]}
    assert turn.session.cursor.step == "b"


def test_the_profile_of_a_company_needs_no_task() -> None:
    """After the visit there may be nothing left to do, and nothing is asked a second time."""
    profile = ["Rakstu profilu", "SIA Koks, rotaļlietas", *["izlaist"] * 6]
    for nothing in ("nē", "izlaist"):
        turn = played(LIBRARY["company"], *profile, nothing, "nē", language="lv")
        assert turn.session.status == "done"
        assert not any(isinstance(one, MakeTask) for one in turn.effects)
    asked = {cursor.step for cursor in turn.session.history}
    assert {"aim", "questions"} & asked == set()


@given(
    said=st.lists(
        st.sampled_from(["nezinu", "Neko", "nēēē", "es", "Paldies!", "idk", "skola", "nee", "no"]),
        min_size=1,
        max_size=6,
    )
)
def test_a_first_look_at_the_words_changes_nothing(said: list[str]) -> None:
    """It only spares reading on where a word says something."""
    text = " ".join(said)
    assert unsure.says_nothing(text) == (unsure._bare(unsure.words_of(text)) in unsure._EMPTY)
