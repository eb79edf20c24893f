"""Reading files that people edit by hand."""

from pathlib import Path

import pytest

from dialogs.source import BYTES_MAX, Unreadable, line_of, load_yaml, read_yaml


def test_words_stay_words_and_times_stay_text() -> None:
    """A button labelled No is not false, and 15:30 is not 930."""
    data = read_yaml("{a: No, b: yes, c: 15:30, d: true, e: 3, f: 0.5, g: ~}", "x.yaml")
    assert data == {"a": "No", "b": "yes", "c": "15:30", "d": True, "e": 3, "f": 0.5, "g": None}


def test_every_key_and_item_knows_its_line() -> None:
    """Faults can name the line of whatever is wrong."""
    data = read_yaml("a: 1\nb:\n  - x\n  - y: 2\n    z: 3\n", "x.yaml")
    assert (line_of(data, "b"), line_of(data["b"], 1), line_of(data["b"][1], "z")) == (2, 4, 5)
    assert line_of(data, "absent") == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "given twice"),
        ("a: &x [1]\nb: *x\n", 2, "aliases"),
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "expected"),
        ("a: 2026-02-30\n", 1, "not in the calendar"),
        ("a: !!python/object:os.system x\n", 1, "could not determine a constructor"),
        ("[" * 60 + "]" * 60, 1, "nested deeper"),
        ("? [1]\n: 2\n", 1, "can't be a key"),
    ],
)
def test_what_is_dangerous_or_ambiguous_is_refused(text: str, line: int, words: str) -> None:
    """The refusal names the line and what to do."""
    with pytest.raises(Unreadable, match=words) as refusal:
        read_yaml(text, "x.yaml")
    assert str(refusal.value.fault).startswith(f"x.yaml:{line}: ")
    assert refusal.value.fault.cure.endswith(".")


def test_files_that_are_absent_huge_or_not_utf8_are_faults(tmp_path: Path) -> None:
    """Nothing of this is a traceback."""
    path = tmp_path / "x.yaml"
    with pytest.raises(Unreadable, match="can't be opened"):
        load_yaml(path)
    path.write_bytes(b"a" * (BYTES_MAX + 1))
    with pytest.raises(Unreadable, match="the limit is 1,000,000"):
        load_yaml(path)
    path.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(Unreadable, match=":2: the file is not UTF-8"):
        load_yaml(path)
