"""Programme folders: a sound one loads whole, a broken one names every fault with its place."""

import re
import shutil
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest

from dialogs.load import LIBRARY
from dialogs.source import Fault
from knowledge.folder import BrokenFolder, check_folder, load_folder
from mentoring.programme import Quiet, Reminders, Rules

SHIPPED = Path(__file__).parents[2] / "programmes" / "skola-kopiena"

DIALOG = re.sub(
    "(?m)^title:.*$",
    "title: {lv: Mūsu aptauja, en: Our own}",
    (LIBRARY / "check-in.yaml").read_text(encoding="utf-8"),
)

FAQ = """\
- id: tickets
  question: {lv: "Kas maksā par biļetēm?", en: "Who pays for tickets?"}
  answer:
    mentor: {lv: Projekts biļetes nesedz., en: The project does not.}
  phrasings:
    lv: [viens, divi, trīs, četri]
    en: [one, two, three, four]
  keywords: {lv: [biļetes], en: [tickets]}
"""

GUIDE = """\
A note for editors.

## lv

### Virsraksts

Teksts.

## en

### Title

Text with
- a list
"""


@dataclass
class Folder:
    """A small folder around the shipped programme.yaml; tests change one thing in it."""

    path: Path

    def write(self, name: str, text: str) -> None:
        target = self.path / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.path / name).read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, 1))

    def programme(self, old: str, new: str) -> Fault:
        """The only fault of the folder after this edit of programme.yaml, and on its own line."""
        self.edit("programme.yaml", old, new)
        (fault,) = check_folder(self.path)
        assert fault.file == str(self.path / "programme.yaml")
        return fault

    def faults(self) -> list[str]:
        return [
            f"{Path(fault.file).name}:{fault.line}: {fault.what}"
            for fault in check_folder(self.path)
        ]

    def line(self, name: str, text: str) -> int:
        lines = (self.path / name).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (built := Folder(tmp_path / "small")).path.mkdir()
    shutil.copy(SHIPPED / "programme.yaml", built.path)
    built.write("dialogs/check-in.yaml", DIALOG)
    built.write("faq/money.yaml", FAQ)
    built.write("guides/silence.md", GUIDE)
    return built


def test_the_shipped_programme_has_no_faults() -> None:
    """What we hand to coordinators as an example must be sound."""
    assert check_folder(SHIPPED) == []


WALK = """\
id: walk
guide: yes
title: {lv: Pastaiga, en: A walk}
next: NEXT
steps:
  - id: out
    title: {lv: Turp, en: Out}
    minutes: 5
    say:
      - {lv: "Kā klājas?", en: "How are you?"}
"""


def test_a_guide_leads_on_to_a_dialog_that_is_there(folder: Folder) -> None:
    """Of the library or of the folder; else both would end without the button."""
    for known in ("next-steps", "check-in"):
        folder.write("dialogs/walk.yaml", WALK.replace("NEXT", known))
        assert folder.faults() == []
    folder.write("dialogs/walk.yaml", WALK.replace("NEXT", "elsewhere"))
    what = "guide walk: 'next' names the unknown dialog 'elsewhere'"
    assert folder.faults() == [f"walk.yaml:1: {what}"]


def test_the_shipped_programme_says_what_its_document_says() -> None:
    """Thirteen years, six mentees, twenty hours of forty minutes; IAP authors; three helplines."""
    programme = load_folder(SHIPPED).programme
    rules = Rules(min_age=13, mentees_per_mentor=6, hours_per_month=20, academic_minutes=40)

    assert programme.rules == rules
    assert programme.roles["coordinator"]["lv"] == "IAP sagatavotājs"
    assert [line.number for line in programme.helplines] == ["112", "116111", "116123"]
    autumn, winter = (programme.break_on(date(2026, *day)) for day in ((10, 20), (12, 28)))
    assert autumn is not None
    assert autumn.mentoring
    assert winter is not None
    assert not winter.mentoring


def test_the_shipped_guides_are_short_enough_for_a_chat() -> None:
    """A guide arrives as one message; 4,096 characters is what a chat carries."""
    guides = load_folder(SHIPPED).guides

    assert {"silence", "lost-motivation", "meeting-ideas"} <= set(guides)
    assert all(len(text) < 4096 for guide in guides.values() for text in guide.text.values())
    assert all("\n12. " in text for text in guides["meeting-ideas"].text.values())


def test_a_sound_folder_loads_whole(folder: Folder) -> None:
    """Programme, dialogs, questions and guides come together."""
    loaded = load_folder(folder.path)

    assert loaded.programme.quiet == Quiet(start=time(21), end=time(8))
    assert loaded.programme.reminders == Reminders(
        before=(3, 1), on_day=True, late=(2, 7), at=time(16)
    )
    assert loaded.programme.check_in.weekday == 4
    assert loaded.dialogs["check-in"].title.texts["en"] == "Our own"
    assert loaded.faq[0].phrasings["lv"] == ("viens", "divi", "trīs", "četri")
    assert loaded.guides["silence"].title == {"lv": "Virsraksts", "en": "Title"}
    assert loaded.guides["silence"].text["en"] == "Text with\n- a list"


def test_a_broken_folder_is_refused_with_all_its_faults(folder: Folder) -> None:
    """Two mistakes in two files are both told, so that nobody mends one after the other."""
    folder.edit("programme.yaml", "min_age: 13", "min_age: thirteen")
    folder.write("faq/money.yaml", FAQ.replace("four]", "]"))

    with pytest.raises(BrokenFolder) as refused:
        load_folder(folder.path)

    assert len(refused.value.faults) == 2
    assert "money.yaml:7" in str(refused.value)
    assert "min_age" in str(refused.value)


def test_a_missing_folder_and_a_missing_programme_are_said_plainly(folder: Folder) -> None:
    """A wrong path is no reason for a stack trace."""
    (missing,) = check_folder(folder.path / "nowhere")
    (folder.path / "programme.yaml").unlink()

    assert missing.what == "there is no such folder"
    assert folder.faults() == [
        "programme.yaml:1: the file can't be opened (No such file or directory)"
    ]


def test_broken_yaml_is_told_with_its_line(folder: Folder) -> None:
    """An unclosed quotation mark points to the file and the neighbourhood of the line."""
    fault = folder.programme('en: "School in Community"}', 'en: "School in Community}')

    assert fault.line > 1
    assert "quote" in fault.cure


@pytest.mark.parametrize("text", ["", "just a sentence", "- a\n- list\n"])
def test_a_programme_file_that_holds_something_else_is_told(folder: Folder, text: str) -> None:
    """An empty file or a list is one fault, not forty."""
    folder.write("programme.yaml", text)

    assert folder.faults() == ["programme.yaml:1: the file has no names with values"]


@pytest.mark.parametrize(
    ("old", "new", "what", "cure"),
    [
        ("hours_per_month", "hours_per_mont", "unknown key 'hours_per_mont'", "'hours_per_month'"),
        ("weekday: friday", "weekday: fryday", "can't be 'fryday'", "'friday'"),
        ("dialog: check-in", "dialog: chek-in", "no dialog 'chek-in'", "'check-in'"),
        ("Europe/Riga", "Europe/Rīga", "no time zone 'Europe/Rīga'", "'Europe/Riga'"),
        ("Europe/Riga", "Rīga", "no time zone 'Rīga'", "region and city"),
        ("decides: mentor", "decides: mentors", "can't be 'mentors'", "'mentor'"),
        ("contacts: [coordinator]", "contacts: [cordinator]", "can't be alerted", "'coordinator'"),
        ("languages: [lv, en]", "languages: lv", "not a list", "[lv, en]"),
        ("id: skola-kopiena", "id: Skola kopienā", "can't be 'Skola kopienā'", "hyphens"),
    ],
)
def test_slips_are_answered_with_what_was_meant(
    folder: Folder, old: str, new: str, what: str, cure: str
) -> None:
    """An unknown word names the nearest known one, on the line where it stands."""
    folder.edit("programme.yaml", old, new)
    faults = check_folder(folder.path)

    assert faults[0].line == folder.line("programme.yaml", new)
    assert what in faults[0].what
    assert cure in faults[0].cure


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("min_age: 13", "min_age: 130", "is 130, not a whole number from 5 to 99"),
        ("before: [3, 1]", "before: [3, x]", "is 'x', not a whole number"),
        ("before: [3, 1]", "before: [3, 3]", "names a number twice"),
        ("on_day: yes", "on_day: maybe", "is 'maybe'"),
        ("helplines_reviewed: 2026-10-01", "helplines_reviewed: soon", "is no date: soon"),
        ("helplines_reviewed: 2026-10-01", "helplines_reviewed: 2026-02-30", "not in the calendar"),
        ("helplines_reviewed: 2026-10-01", "", "'helplines_reviewed' is missing"),
        ("at: 16:30", "at: 16.30", "is no time of day: 16.3"),
        ("at: 16:30", "at: 19:00", "19:00 lies outside the window 16:00-18:00"),
        ("at: 16:30", "at: 22:00", "22:00 lies in the quiet hours 21:00-08:00"),
        ("start: 16:00, end: 18:00", "start: 18:00, end: 16:00", "ends at 16:00, not after"),
        ("start: 16:00, end: 18:00", "start: 16:00, end: 22:00", "reaches into the quiet hours"),
        ("working_to: 17:00", "working_to: 08:00", "work ends before it begins"),
        ("mentee: {lv: jaunietis, en: young person}", "mentee: {lv: jaunietis}", "en' is missing"),
        ("mentee: {lv: jaunietis, en: young person}", "mentee: jaunietis", "is a single value"),
        ("messages: 180", "messages: never", "is 'never', not a whole number"),
        ("diary: 1825", "dairy: 1825", "'retention.diary' is missing"),
        ('number: "112"', "number: 112", "is not a text"),
        ('number: "112"', 'number: "one one two"', "can't be dialled"),
        ("last: 2026-05-29", "last: 2025-05-29", "ends on 2025-05-29, before it begins"),
        ("last: 2026-05-29", "last: 2026-09-03", "'2026-2027-1' begins on 2026-09-01, but"),
        ("id: 2026-2027-1,", "id: 2025-2026-2,", "the id '2025-2026-2' is already used in line"),
        ("last: 2026-03-20", "last: 2026-06-20", "'summer-2026' begins on 2026-06-01, but"),
    ],
)
def test_what_cannot_be_meant_is_told(folder: Folder, old: str, new: str, what: str) -> None:
    """Bad numbers, dates, hours, overlaps and gaps are found before anybody is invited."""
    folder.edit("programme.yaml", old, new)
    faults = check_folder(folder.path)

    assert what in faults[0].what
    assert all(fault.cure.endswith((".", "?")) for fault in faults)


def test_one_missing_section_is_one_fault(folder: Folder) -> None:
    """Without quiet hours there is one thing to mend, not one for each time compared with them."""
    fault = folder.programme("quiet: {start: 21:00, end: 08:00}", "")

    assert fault.what == "'quiet' is missing"
    assert "21:00" in fault.cure


def test_rules_may_be_left_out(folder: Folder) -> None:
    """The usual limits hold where a programme sets none of its own."""
    folder.edit("programme.yaml", "  academic_minutes: 40\n", "")

    assert load_folder(folder.path).programme.rules.academic_minutes == 40


def test_without_helplines_there_is_nothing_to_load(folder: Folder) -> None:
    """A programme for minors always has a number to call."""
    text = (folder.path / "programme.yaml").read_text(encoding="utf-8")
    start, end = text.index("helplines:\n"), text.index("helplines_reviewed")
    folder.write("programme.yaml", text[:start] + "helplines: []\n" + text[end:])

    assert "there is no helpline" in folder.faults()[0]


def test_semesters_may_stand_in_any_order(folder: Folder) -> None:
    """A coordinator may add the newest on top; the programme sorts them."""
    folder.edit(
        "programme.yaml",
        "semesters:\n",
        "semesters:\n  - {id: later, first: 2027-09-01, last: 2027-12-20}\n",
    )
    semesters = load_folder(folder.path).programme.semesters

    assert semesters[-1].id == "later"


def test_a_third_language_is_asked_for_everywhere(folder: Folder) -> None:
    """Adding Russian to the languages lists every text that is still missing."""
    folder.edit("programme.yaml", "languages: [lv, en]", "languages: [lv, en, ru]")
    faults = folder.faults()

    assert any("'name.ru' is missing" in fault for fault in faults)
    assert any("'tickets.question.ru' is missing" in fault for fault in faults)
    assert any("the dialog 'check-in' lacks the language 'ru'" in fault for fault in faults)
    assert "silence.md:1: the language 'ru' is missing" in faults


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("trīs, četri]", "trīs]", "6: 'tickets.phrasings.lv' has 3 of at least 4"),
        (", en: [tickets]", "", "8: 'tickets.keywords.en' is missing"),
        (", en: The project does not.", "", "4: 'tickets.answer.mentor.en' is missing"),
        ("    mentor: {", "    mentors: {", "3: 'tickets.answer' is for nobody"),
        ("nesedz.", "nesedz." * 200, "4: 'tickets.answer.mentor' in 'lv' has "),
        ("- id: tickets", "- ident: tickets", "1: 'no. 1.id' is missing"),
        ("  keywords", "  keyword", "8: unknown key 'keyword' in 'tickets'"),
    ],
)
def test_an_entry_that_could_not_answer_is_told(
    folder: Folder, old: str, new: str, told: str
) -> None:
    """Too few phrasings, a missing language or audience: nobody would get this answer."""
    folder.edit("faq/money.yaml", old, new)

    assert any(fault.startswith(f"money.yaml:{told}") for fault in folder.faults())


def test_an_entry_id_is_used_once_in_the_whole_folder(folder: Folder) -> None:
    """The second place names the first, in whatever file that is."""
    folder.write("faq/more.yaml", FAQ)

    (fault,) = check_folder(folder.path)
    assert Path(fault.file).name == "more.yaml"
    assert "money.yaml:1" in fault.what


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1: the file is not a list of questions"),
        ("id: tickets\n", "1: the file is not a list of questions"),
        (FAQ + "- stray\n", "9: this is not a question"),
    ],
)
def test_a_question_file_is_a_list_of_questions(folder: Folder, text: str, told: str) -> None:
    """A forgotten hyphen or a stray word is one fault, with the way to mend it."""
    folder.write("faq/money.yaml", text)

    assert folder.faults() == [f"money.yaml:{told}"]


def test_a_dialog_of_the_folder_replaces_the_librarys(folder: Folder) -> None:
    """The folder's own check-in is the one people get; without it the library's is."""
    own = load_folder(folder.path).dialogs
    (folder.path / "dialogs" / "check-in.yaml").unlink()
    library = load_folder(folder.path).dialogs

    assert own["check-in"].title != library["check-in"].title
    assert own.keys() == library.keys()


def test_a_broken_dialog_is_told_once(folder: Folder) -> None:
    """The check-in that names it is right and adds no fault of its own."""
    folder.edit("dialogs/check-in.yaml", ", en: Our own", "")

    assert {Path(each.file).name for each in check_folder(folder.path)} == {"check-in.yaml"}


def test_two_dialogs_with_one_id_are_told(folder: Folder) -> None:
    """Which of the two people would get is no question to leave open."""
    folder.write("dialogs/second.yaml", DIALOG)

    (fault,) = check_folder(folder.path)
    assert Path(fault.file).name == "second.yaml"
    assert "check-in.yaml" in fault.what


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("## en", "## eng", ":1: the language 'en' is missing"),
        ("## en", "## lv", ":9: '## lv' is there twice"),
        ("### Title\n", "", ":9: '## en' lacks a title or a text"),
    ],
)
def test_a_guide_that_lacks_something_is_told(
    folder: Folder, old: str, new: str, told: str
) -> None:
    """A guide has a title and a text in every language."""
    folder.edit("guides/silence.md", old, new)

    assert f"silence.md{told}" in folder.faults()


def test_a_guide_that_is_no_text_is_told(folder: Folder) -> None:
    """A Word document with another ending is not read as garbage."""
    (folder.path / "guides" / "silence.md").write_bytes(b"\xff\xfe\x00")

    assert folder.faults() == ["silence.md:1: the file can't be read as text"]


def test_files_that_would_be_passed_over_are_told(folder: Folder) -> None:
    """A wrong ending or a misspelt folder is not ignored in silence."""
    folder.write("faq/extra.yml", FAQ)
    folder.write("guide/new.md", GUIDE)
    folder.write("guides/.hidden", "left by an editor")
    cures = [fault.cure for fault in check_folder(folder.path)]

    assert cures == ["Name it 'extra.yaml', or move it away.", "Did you mean 'guides'?"]


def test_faults_come_by_file_and_line(folder: Folder) -> None:
    """A person mends from top to bottom."""
    folder.edit("programme.yaml", "messages: 180", "messages: 0")
    folder.edit("programme.yaml", "min_age: 13", "min_age: 0")
    folder.write("faq/money.yaml", "")

    assert len(faults := check_folder(folder.path)) == 3
    assert faults == sorted(faults)
