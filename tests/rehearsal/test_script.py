"""What invented people type has to fit what they were asked, or nobody can read a rehearsal."""

import pytest

from bot.rehearsal.script import SCRIPTS
from dialogs.kinds import Text
from tests.desk.stage import programmes
from tests.rehearsal.test_play import three_weeks


@pytest.mark.parametrize("language", SCRIPTS)
def test_each_question_of_a_check_in_has_words_of_its_own(language: str) -> None:
    """All that the programmes ask in own words; no answer serves two questions."""
    asked = {
        step.id
        for loaded in programmes().values()
        for check_in in loaded.check_ins
        for step in loaded.dialogs[check_in.id].steps
        if isinstance(step.answer, Text)
    }
    words = SCRIPTS[language].words
    assert asked
    assert asked <= set(words)
    assert len(set(words.values())) == len(words)


def test_what_is_in_the_way_is_no_strength() -> None:
    """A goal's obstacles are not what speaks for an option."""
    plans = [each.text for each in three_weeks().told if "Šķēršļi:" in each.text]
    assert plans
    for text in plans:
        said = text.split("Šķēršļi:")[1].split("\n\n")[0]
        assert "maz laika" in said
        assert "bez maksas" not in said
