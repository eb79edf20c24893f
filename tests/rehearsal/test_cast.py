"""Cast files, and the cast that is used without one."""

from collections import Counter
from pathlib import Path

import pytest

from bot.rehearsal.cast import TEMPERS, default_cast, read_cast, silent_mentors
from bot.rehearsal.errors import WrongCast

GOOD = "- {mentee: Elza, mentor: Jānis, temper: late}\n- {mentee: Anna, mentor: Jānis, temper: ill}"


def test_default_cast_has_twenty_pairs_and_every_temper_four_times() -> None:
    cast = default_cast()
    assert len({pair.mentee for pair in cast}) == 20
    assert Counter(pair.temper for pair in cast) == dict.fromkeys(TEMPERS, 4)
    assert set(Counter(pair.mentor for pair in cast).values()) == {4}
    assert not {pair.mentee for pair in cast} & {pair.mentor for pair in cast}


def test_cast_file_is_read_in_its_order(tmp_path: Path) -> None:
    file = tmp_path / "cast.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert [pair.mentee for pair in read_cast(file)] == ["Elza", "Anna"]


def test_a_mentor_may_be_silent(tmp_path: Path) -> None:
    """Said with one mentee, it is so for all; with none, the mentor does what is asked."""
    file = tmp_path / "cast.yaml"
    file.write_text(f"{GOOD[:-1]}, mentor_temper: silent}}", encoding="utf-8")
    assert silent_mentors(read_cast(file)) == {"Jānis"}
    file.write_text(GOOD, encoding="utf-8")
    assert silent_mentors(read_cast(file)) == set()


def test_one_mentor_of_the_default_cast_is_silent() -> None:
    assert silent_mentors(default_cast()) == {"Andris Skuja"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "must be a list"),
        ("{a: 1}", "must be a list"),
        ("- x", "entry 1"),
        ("- {mentee: Elza, mentor: Jānis, temper: lazy}", "'lazy' is none of diligent"),
        ("- {mentee: Elza, mentor: Jānis}", "are needed"),
        (f"{GOOD[:-1]}, mentor_temper: late}}", "entry 2: mentor_temper 'late' is none of silent"),
        (f"{GOOD[:-1]}, mood: good}}", "entry 2: .* no more"),
        ("- {mentee: '', mentor: Jānis, temper: late}", "mentee is empty"),
        ("- {mentee: Jānis, mentor: Jānis, temper: late}", "there twice: Jānis"),
        ("- [", "can't be read"),
    ],
)
def test_wrong_cast_says_where(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "cast.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongCast, match=said):
        read_cast(file)


def test_missing_cast_file(tmp_path: Path) -> None:
    with pytest.raises(WrongCast, match="can't be read"):
        read_cast(tmp_path / "none.yaml")
