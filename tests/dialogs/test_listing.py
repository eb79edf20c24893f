"""Several things in one message: what is taken apart, and what stays whole."""

from pathlib import Path

import pytest

from dialogs.definition import Definition
from dialogs.enumeration import enumerated
from dialogs.listing import split
from tests.dialogs.written import played, small, step, tap

THINGS = "{list: {min: 2, max: 3}}"


@pytest.fixture
def dialog(tmp_path: Path) -> Definition:
    """Two or three things, then another question."""
    return small(tmp_path, step("things", answer=THINGS), step("b"))


@pytest.mark.parametrize(
    ("typed", "things"),
    [
        ("slinkums, telefons, bailes", ["slinkums", "telefons", "bailes"]),
        ("slinkums, telefons un bailes.", ["slinkums", "telefons", "bailes"]),
        ("laziness, my phone, and fear", ["laziness", "my phone", "fear"]),
        ("maz laika,bail kļūdīties", ["maz laika", "bail kļūdīties"]),
        ("laiks, 1,5 stundas ceļā", ["laiks", "1,5 stundas ceļā"]),
        ("man nav laika, man ir bail", ["man nav laika", "man ir bail"]),
        ("mūzika, pastaiga ar brāli un māsu", []),
        ("1. septembrī, 2. oktobrī", ["1. septembrī", "2. oktobrī"]),
        ("1.septembris, 2.oktobris", ["1.septembris", "2.oktobris"]),
    ],
)
def test_short_things_with_commas_are_several(typed: str, things: list[str]) -> None:
    """With "and" before the last one, too; a comma in a number is none."""
    assert enumerated(typed) == things


@pytest.mark.parametrize(
    ("typed", "things"),
    [
        ("1. slinkums\n2. telefons", ["slinkums", "telefons"]),
        ("Man traucē:\n1) slinkums\n2) telefons", ["Man traucē:", "slinkums", "telefons"]),
        ("- slinkums\n- telefons", ["slinkums", "telefons"]),
        ("23. janvārī", ["23. janvārī"]),
        ("9. klases eksāmens\nbailes", ["9. klases eksāmens", "bailes"]),
        ("23. janvārī\n24. janvārī", ["23. janvārī", "24. janvārī"]),
        ("1. klases skolotāja", ["1. klases skolotāja"]),
    ],
)
def test_a_number_goes_only_where_it_counts(typed: str, things: list[str]) -> None:
    """A date and a form of school are part of what was said."""
    assert split(typed, commas=False) == things


@pytest.mark.parametrize(
    ("typed", "whole", "apart"),
    [
        (
            "1. septembrī un 2. oktobrī",
            ["1. septembrī un 2. oktobrī"],
            ["1. septembrī", "2. oktobrī"],
        ),
        ("1. septembrī\n2. oktobrī", ["1. septembrī", "2. oktobrī"], None),
        ("1. Mācīties 2. septembrī 2. Atpūsties", ["Mācīties 2. septembrī", "Atpūsties"], None),
        ("1. Mācīties 2. septembrī", ["1. Mācīties 2. septembrī"], None),
        ("1. un 2. septembrī", ["1. un 2. septembrī"], None),
        ("1. vai 2. klasē", ["1. vai 2. klasē"], None),
        ("1. klasē un 2. klasē", ["1. klasē un 2. klasē"], ["1. klasē", "2. klasē"]),
        ("1. un 2. klase; bailes", ["1. un 2. klase", "bailes"], None),
        ("1. May and 2. June", ["1. May and 2. June"], ["1. May", "2. June"]),
        ("1) septembrī sākt 2) oktobrī beigt", ["septembrī sākt", "oktobrī beigt"], None),
        ("1. „Es” 2. „Tu”", ["„Es”", "„Tu”"], None),
    ],
)
def test_days_and_ordinals_stay_with_their_words(
    typed: str, whole: list[str], apart: list[str] | None
) -> None:
    """Where "and" parts what it stands between, two days are two things; else they are one."""
    assert split(typed, commas=False) == whole
    assert split(typed, commas=True) == (apart or whole)


@pytest.mark.parametrize(
    "typed",
    [
        "Nezinu, kā sākt",
        "Baidos, ka nesanāks",
        "Patīk, bet grūti",
        "I would, but I'm tired",
        "Nu, slinkums",
        "Piemēram, telefons",
        "Telefons (spēles, video), slinkums",
        "Vienmēr esmu noguris pēc treniņa, tāpēc nemācos",
        "Viņi strādā. Mājās troksnis, gaisma",
        "1,5 stundas ceļā",
        "slinkums un telefons",
        ", ,",
    ],
)
def test_a_sentence_with_commas_stays_one_answer(typed: str, dialog: Definition) -> None:
    """Half of Latvian sentences have a comma."""
    assert enumerated(typed) == []
    if typed != ", ,":
        assert played(dialog, typed).session.answers == {"things": [typed]}


def test_the_person_sees_how_commas_were_understood_and_can_undo_it(dialog: Definition) -> None:
    """Said once, above the next question; "back" takes the whole message out."""
    turn = played(dialog, "slinkums, telefons", language="lv")
    assert turn.session.answers == {"things": ["slinkums", "telefons"]}
    assert turn.messages[-1].text.startswith(
        "Sapratu kā atsevišķas atbildes: slinkums; telefons. Ja tā ir viena, spied „Atpakaļ”"
    )
    assert tap(dialog, turn, "back").session.answers == {}
    full = played(dialog, "laziness, phone, fear")
    assert full.session.cursor.step == "b"
    assert "laziness; phone; fear" in full.messages[-1].text


def test_commas_count_like_any_list(dialog: Definition) -> None:
    """Too many and the same again are refused as a whole; room for one takes it as one."""
    assert "room for 3" in played(dialog, "a, b, c, d").messages[-1].text
    assert "already: “phone”" in played(dialog, "fear", "Phone, phone").messages[-1].text
    one_left = played(dialog, "fear; phone", "I try, nothing works")
    assert one_left.session.answers == {"things": ["fear", "phone", "I try, nothing works"]}


def test_other_marks_go_before_commas(dialog: Definition) -> None:
    """Lines, semicolons and numbers part a message; the commas in their items stay."""
    for typed in ("laiks, nauda; bailes", "laiks, nauda\nbailes", "1. laiks, nauda 2. bailes"):
        turn = played(dialog, typed)
        assert turn.session.answers == {"things": ["laiks, nauda", "bailes"]}
        assert "separate" not in turn.messages[-1].text
