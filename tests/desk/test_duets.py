"""What two people read when a dialog or a talk is theirs together, word for word, both sides.

`pytest --rewrite-transcripts` writes the conversations anew.
"""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs.load import load_guides, load_library
from tests.content.passages import Passage, passages
from tests.databases import open_store
from tests.desk.duet import Duet
from tests.desk.stage import ROOT, closing, put_on

FOLDER = Path(__file__).parent.parent / "transcripts" / "two"
FILES = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_conversation_of_two_reads_as_it_was_approved(
    path: Path, database_url: str, request: pytest.FixtureRequest
) -> None:
    """Every word and button on both sides is as in the file, on either database."""
    duet = Duet(path)
    played = asyncio.run(_played(duet, database_url))
    if request.config.getoption("--rewrite-transcripts"):
        path.write_text(played, encoding="utf-8")
    else:
        assert played == duet.written


async def _played(duet: Duet, url: str) -> str:
    async with closing(put_on(open_store(url), begins=f"{duet.begins[:10]}T08:00")) as stage:
        return await duet.played(stage)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_everything_said_to_two_is_said_in_a_conversation(language: str) -> None:
    """Every sentence and button about agreements and talks for two, in each language."""
    told = _told(language)
    assert [one.key for one in _texts(language) if not _is_said(one.text, told)] == []


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("guide", sorted(load_guides()))
def test_every_part_of_a_guide_reaches_both(guide: str, language: str) -> None:
    """Each topic and each of its questions, to one as to the other."""
    played = (FOLDER / f"{guide}_{language}.txt").read_text(encoding="utf-8")
    for part in load_guides()[guide].parts:
        for text in (part.title, *part.say):
            for reader in "EJ":
                assert re.search(rf"^{reader}\|.*{re.escape(text.texts[language])}", played, re.M)


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("dialog", [each.id for each in load_library().values() if each.together])
def test_every_question_for_two_is_put_to_both(dialog: str, language: str) -> None:
    """From the first to the last, and every line of what is compared."""
    definition = load_library()[dialog]
    played = (FOLDER / f"{dialog}_{language}.txt").read_text(encoding="utf-8")
    for reader in "EJ":
        for step in definition.steps:
            assert f"{reader}| {step.ask.texts[language]}\n" in played
        for section in definition.result:
            assert section.heading is not None
            assert f"{reader}| {section.heading.texts[language]}" in played


def _told(language: str) -> str:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob(f"*_{language}.txt")]
    return re.sub(r"^[A-Z]\| ?", "", "\n".join(texts), flags=re.M)


def _texts(language: str) -> Iterator[Passage]:
    for one in passages(Path(ROOT / f"desk/texts/pairs.{language}.ftl")):
        if one.key.startswith(("pact-", "timed-")):
            yield one


def _is_said(text: str, told: str) -> bool:
    return re.search(".*?".join(map(re.escape, re.split(r"\{\w+\}", text))), told) is not None
