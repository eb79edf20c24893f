"""The spelling and content check finds what it should, and the product has none of it."""

from pathlib import Path

import pytest

from tests import spelling
from tests.spelling import faults, own_words

KNOWN = spelling.dictionary()
needs_hunspell = pytest.mark.skipif(KNOWN is None, reason="hunspell-lv is not installed")

CONTENT = {
    "esi pabeidzis": "Vai esi pabeidzis uzdevumu?",
    "esi gatava": "Vai esi gatava sākt?",
    "neesi viens": "Tu neesi viens.",
    "Vai pats": "Vai pats gribi izlemt?",
    "esi uzaicināts": "Tu esi uzaicināts uz tikšanos.",
    "Sveiks": "Sveiks! Ko darām?",
    "ar {name}": "Runā ar { $name }.",
    "{name}am": "Pasaki { $name }am.",
    "Sveiki, {name}": "Sveiki, { $name }!",
    '"jā"': 'Raksti "jā".',
    "„": "Raksti „jā.",
    "solis - otrais": "Pirmais solis - otrais solis.",
    "one emoji at most": "Labi 🎉 un vēl 🎈",
    "exclamation marks": "Labi! Lieliski!",
    "termiņš": "Tavs dedlains ir rīt.",
    "saite": "Te ir links.",
    "4 sentences, 3 at most": "Viens. Divi. Trīs. Četri.",
}

ALLOWED = (
    "Vai pabeidzi uzdevumu? Jau esi drošībā?",
    "Cik tuvu mērķim tu esi šodien? 1 ir pats sākums.",
    "Tavs plāns ir gatavs.",
    "Tavs mentors: { $name }. Atbildēs: { $name }.",
    "Raksti: „Čau! Kā iet? Vai viss labi?” Un pagaidi.",
    "„{ $title }” – padarīts! Raksti: https://www.piemers.lv/lapa vai vards@piemers.lv.",
    "Raksti, piemēram, „vai es varu tikties ar jaunieti brivdienas?”.",
    "{ $count ->\n        [one] { $count } solis!\n       *[other] { $count } soļi!\n    }",
)


def product(root: Path, latvian: str, english: str = "key = Fine.") -> Path:
    """A tree with one pair of Fluent files."""
    folder = root / "desk" / "texts"
    folder.mkdir(parents=True)
    (folder / "lv.ftl").write_text(latvian + "\n", encoding="utf-8")
    (folder / "en.ftl").write_text(english + "\n", encoding="utf-8")
    return root


def english_for(latvian: str) -> str:
    """English with the same placeables, so that only the Latvian is at fault."""
    names = [name for name in ("name", "count", "title") if f"${name}" in latvian]
    return "key = Fine." + "".join(f" {{ ${name} }}" for name in names)


@pytest.mark.parametrize(("expected", "text"), CONTENT.items())
def test_a_planted_content_fault_is_found(tmp_path: Path, expected: str, text: str) -> None:
    """Each fault is reported once, with its file and line."""
    root = product(tmp_path, f"# A note.\nkey = {text}", english_for(text))
    found = faults(root, None)
    assert len(found) == 1, found
    assert found[0].startswith(f"{root / 'desk/texts/lv.ftl'}:2: ")
    assert expected in found[0]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_right_is_left_alone(tmp_path: Path, text: str) -> None:
    """Nouns, other people, links, choices and deliberate slips are no faults."""
    assert faults(product(tmp_path, f"key = {text}", english_for(text)), KNOWN) == []


@needs_hunspell
def test_a_misspelt_word_is_found_on_its_line(tmp_path: Path) -> None:
    """Also where the text goes over several lines, with what was meant."""
    found = faults(product(tmp_path, "key = Labi.\n    Uzraksti skolenam."), KNOWN)
    assert len(found) == 1
    assert found[0].startswith(f"{tmp_path}/desk/texts/lv.ftl:2: skolenam — ")
    assert "skolēnam" in found[0]


@needs_hunspell
@pytest.mark.parametrize("text", ["Spied „Mani dāti”.", "Spied „brivdienas”.", "Te ir brivdienas."])
def test_a_slip_that_nobody_typed_on_purpose_is_found(tmp_path: Path, text: str) -> None:
    """Only several words typed without a single diacritic count as deliberate."""
    assert len(faults(product(tmp_path, f"key = {text}"), KNOWN)) == 1


@needs_hunspell
def test_yaml_guides_and_python_are_read(tmp_path: Path) -> None:
    """What people type is passed over, what they read is checked."""
    texts = {
        "programmes/one/faq/a.yaml": (
            "- id: a\n  question: {lv: Vai jaskolas, en: One}\n"
            "  phrasings:\n    lv: [pavisam slipi]\n"
        ),
        "programmes/one/guides/b.md": "<!-- piezime -->\n\n## lv\n\n### Kluusums\n\n## en\n",
        "dialogs/texts.py": 'A = {"lv": "Naac", "en": "Come"}\n',
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [
        fault.removeprefix(f"{tmp_path}/").split(" — ")[0] for fault in faults(tmp_path, KNOWN)
    ]
    assert found == [
        "dialogs/texts.py:1: Naac",
        "programmes/one/faq/a.yaml:2: jaskolas",
        "programmes/one/guides/b.md:5: Kluusums",
    ]


def test_a_text_that_one_language_lacks_is_found(tmp_path: Path) -> None:
    """The key is named, and the language to add it to."""
    found = faults(
        product(tmp_path, "key = Labi.\nmore = Labi.", "key = Fine.\nother = Fine."), None
    )
    assert [fault.rpartition("texts/")[2] for fault in found] == [
        "lv.ftl:2: more — this text is missing in en",
        "en.ftl:2: other — this text is missing in lv",
    ]


def test_a_placeable_that_one_language_lacks_is_found(tmp_path: Path) -> None:
    """It would be an error, or lost, in front of a reader."""
    found = faults(product(tmp_path, "key = Mentors: { $name }.", "key = Mentor."), None)
    assert [fault.rpartition(": ")[2] for fault in found] == ["key — only one language has $name"]


def test_a_text_nobody_translated_is_found(tmp_path: Path) -> None:
    """Names and abbreviations are the same in every language."""
    found = faults(
        product(tmp_path, "a = Labi.\nb = Telegram\nc = GROW", "a = Labi.\nb = Telegram\nc = GROW"),
        None,
    )
    assert [fault.rpartition("texts/")[2] for fault in found] == [
        "lv.ftl:1: a — it is the same in lv and en; translate it"
    ]


def test_a_label_too_long_for_a_button_is_found(tmp_path: Path) -> None:
    """Whether the desk makes a button of a text is read from its code; a name in it is not ours."""
    texts = (
        "long = Ļoti garš pogas uzraksts\nshort = Rīt: { $day }\nno-button = Garš teksts bez pogas"
    )
    root = product(tmp_path, texts, "long = Fine\nshort = Now: { $day }\nno-button = Only a text")
    (root / "desk" / "a.py").write_text(
        'visit.say(t("no-button"), button(visit.t("long"), "a"), button(t("short", day=1), "b"))\n',
        encoding="utf-8",
    )
    (found,) = faults(root, None)
    assert found.endswith("lv.ftl:1: Ļoti garš pogas uzraksts — a button has 20 characters at most")


def test_a_programme_folder_can_be_checked_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the path of somebody's own folder."""
    (tmp_path / "faq").mkdir()
    (tmp_path / "programme.yaml").write_text("name: {lv: Viens, en: One}\n", encoding="utf-8")
    (tmp_path / "faq" / "a.yaml").write_text(
        "- answer: {lv: Labi! Labi!, en: Fine}\n", encoding="utf-8"
    )
    assert spelling.main(tmp_path) == 1
    assert capsys.readouterr().out.startswith("faq/a.yaml:1: ")


def test_a_placeholder_that_one_language_lacks_is_found(tmp_path: Path) -> None:
    """Dialogs write theirs in braces."""
    file = tmp_path / "dialogs" / "library" / "a.yaml"
    file.parent.mkdir(parents=True)
    file.write_text('ask: {lv: "Izvēle: {choice}", en: "Your choice"}\n', encoding="utf-8")
    assert len(faults(tmp_path, None)) == 1


def test_a_fault_ends_the_command_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each fault is a line with a path from the root."""
    assert spelling.main(product(tmp_path, "key = Labi! Labi!")) == 1
    assert capsys.readouterr().out.startswith("desk/texts/lv.ftl:1: ")


def test_without_hunspell_the_gap_is_loud(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no failure, but nobody can overlook it."""
    monkeypatch.setattr(spelling, "DICTIONARIES", tmp_path / "nowhere")
    assert spelling.main(product(tmp_path, "key = Kļuuda.")) == 0
    assert "LEFT OUT: the Latvian spelling check" in capsys.readouterr().err


def test_the_product_has_no_faults() -> None:
    """Every text of the product is as it should be."""
    assert faults(spelling.ROOT, KNOWN) == []


def test_the_word_list_is_sorted() -> None:
    """So that two people adding words don't collide."""
    words = spelling.OWN_WORDS.read_text(encoding="utf-8").split()
    assert words == sorted(set(words))


@needs_hunspell
def test_the_word_list_holds_only_what_hunspell_misses() -> None:
    """A word hunspell knows would only hide that it has been misspelt elsewhere."""
    from hunspell import Hunspell

    latvian = Hunspell("lv_LV", hunspell_data_dir=str(spelling.DICTIONARIES))
    assert [word for word in own_words() if latvian.spell(word)] == []
