"""Which check-ins a programme asks: a whole family, its own among them, or one dialog."""

import shutil
from pathlib import Path

import pytest

from dialogs.load import LIBRARY, load_library
from knowledge.folder import LoadedProgramme, load_folder
from tests.knowledge.test_folder import SHIPPED, Folder

FAMILY = {name for name, one in load_library().items() if one.family == "check-in"}
OWN = (LIBRARY / "check-in" / "pulse.yaml").read_text(encoding="utf-8")
FOLLOWS = (LIBRARY / "check-in" / "lighter.yaml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (built := Folder(tmp_path / "small")).path.mkdir()
    shutil.copy(SHIPPED / "programme.yaml", built.path)
    return built


def named(text: str, name: str, family: str = "check-in") -> str:
    """The same dialog under another name, in that family or in none."""
    lines = [
        f"id: {name}" if line.startswith("id:") else line
        for line in text.splitlines()
        if family or not line.startswith("family:")
    ]
    return "\n".join(lines).replace("family: check-in", f"family: {family}") + "\n"


def asked(loaded: LoadedProgramme) -> set[str]:
    return {each.id for each in loaded.check_ins}


def test_a_family_is_the_librarys_and_ones_own(folder: Folder) -> None:
    folder.write("dialogs/rain.yaml", named(OWN, "rain"))
    loaded = load_folder(folder.path)
    assert asked(loaded) == {*FAMILY, "rain"}
    assert all(loaded.is_check_in(name) for name in (*FAMILY, "rain"))
    assert not loaded.is_check_in("grow")
    assert not loaded.is_check_in("nothing")


def test_one_of_the_family_can_be_replaced(folder: Folder) -> None:
    """By its id, as any dialog; it stays one among the others."""
    folder.write("dialogs/pulse.yaml", OWN.replace("Just a number", "Our number"))
    loaded = load_folder(folder.path)
    assert loaded.dialogs["check-in-pulse"].title.texts["en"] == "Our number"
    assert asked(loaded) == FAMILY


def test_a_dialog_of_the_familys_name_that_is_none_of_it_is_asked_alone(folder: Folder) -> None:
    """Who wrote a check-in of their own before there were families, keeps it."""
    folder.write("dialogs/check-in.yaml", named(OWN, "check-in", family=""))
    assert asked(load_folder(folder.path)) == {"check-in"}


def test_one_dialog_can_be_named(folder: Folder) -> None:
    """And what was asked under other rules is still known as a check-in."""
    folder.edit("programme.yaml", "dialog: check-in", "dialog: check-in-weather")
    loaded = load_folder(folder.path)
    assert asked(loaded) == {"check-in-weather"}
    assert loaded.is_check_in("check-in-word")


def test_a_family_of_ones_own(folder: Folder) -> None:
    folder.write("dialogs/a.yaml", named(OWN, "a", "workshop"))
    folder.write("dialogs/b.yaml", named(FOLLOWS, "b", "workshop"))
    folder.edit("programme.yaml", "dialog: check-in", "dialog: workshop")
    loaded = load_folder(folder.path)
    assert asked(loaded) == {"a", "b"}
    assert [each.id for each in loaded.check_ins if each.follows] == ["b"]


def test_a_family_of_follow_ups_alone_is_told(folder: Folder) -> None:
    """Nothing could be asked first."""
    folder.write("dialogs/b.yaml", named(FOLLOWS, "b", "workshop"))
    fault = folder.programme("dialog: check-in", "dialog: workshop")
    assert "only check-ins that come after a hard week" in fault.what


def test_an_unknown_family_is_told_with_what_is_near(folder: Folder) -> None:
    folder.write("dialogs/a.yaml", named(OWN, "a", "workshop"))
    fault = folder.programme("dialog: check-in", "dialog: workshops")
    assert "no dialog 'workshops', and no family of that name" in fault.what
    assert "'workshop'" in fault.cure


def test_one_that_is_never_asked_is_told(folder: Folder) -> None:
    """A misspelt family would pass unnoticed."""
    folder.write("dialogs/a.yaml", named(OWN, "a", "chek-in"))
    (fault,) = folder.faults()
    assert fault == "a.yaml:2: the dialog 'a' is of the family 'chek-in', which is never asked"


def test_one_that_lacks_a_language_of_the_programme_is_told(folder: Folder) -> None:
    """Somebody who chose it would get no question."""
    folder.edit("programme.yaml", "languages: [lv, en]", "languages: [lv, en, ru]")
    folder.write("dialogs/a.yaml", named(OWN, "a"))
    assert any("'a' lacks the language 'ru'" in each for each in folder.faults())


def test_an_event_cannot_open_what_needs_a_hard_week_before_it(folder: Folder) -> None:
    """Its words would have nothing to speak of."""
    event = (
        "events:\n  - id: talk\n    kind: task\n    title: {lv: Saruna, en: Talk}\n"
        "    for: [mentee]\n    date: 2026-02-02\n    dialog: check-in-back\n"
    )
    text = (folder.path / "programme.yaml").read_text(encoding="utf-8")
    folder.write("programme.yaml", f"{text.split('events:')[0]}{event}")
    assert any("no dialog 'check-in-back'" in each for each in folder.faults())
