"""The programmes' documents are a source of facts; none of their sentences is taken over."""

from pathlib import Path

import pytest

from tests.content.copying import WINDOW, copied, fingerprint, known, windows
from tests.content.passages import files, passages

ROOT = Path(__file__).parent.parent.parent
FILES = files(ROOT)
ADDRESSES = {("programme.yaml", "contacts")}
"""Where an institution's name and address have to stand as they are."""


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(ROOT)) for file in FILES])
def test_no_text_repeats_a_sentence_of_the_documents(file: Path) -> None:
    """Nothing that is said has seven words in a row from them."""
    said = [one for one in passages(file) if (file.name, one.key) not in ADDRESSES]
    found = {f"{one.line} {one.key}": copied(one.text) for one in said}
    assert {place: words for place, words in found.items() if words} == {}


def test_a_repeated_sentence_would_be_noticed() -> None:
    """An address that stands in the documents is found, whatever its marks and case."""
    assert copied("CONTACTS: https://www.skola-kopiena.lv/contacts/!") != []
    assert copied("contacts https www skola kopiena lv") == []
    assert len(known()) > 20_000


def test_windows_are_of_words_alone() -> None:
    assert list(windows("Viens, divi – trīs; četri pieci. Seši septiņi ASTOŅI!")) == [
        "viens divi trīs četri pieci seši septiņi",
        "divi trīs četri pieci seši septiņi astoņi",
    ]
    assert list(windows(" ".join("abcdef"))) == []
    assert len({fingerprint(one) for one in windows("a b c d e f g h i")}) == 9 - WINDOW + 1
