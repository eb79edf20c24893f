"""Whole conversations, word for word. `pytest --rewrite-transcripts` writes them anew."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dialogs.load import load_library
from dialogs.ready_poll import load_polls
from tests.dialogs.covering import met, refusals_met, to_meet, to_read, to_refuse
from tests.dialogs.transcript import FOLDER, Transcript

FILES = sorted(FOLDER.glob("*.txt"))
LIBRARY = load_library()
KINDS = ("lv", "en", "back_skip_why_later", "bad_input")
"""A full run in each language, the ways around a question, and every kind of bad input."""


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_conversation_reads_as_it_was_approved(
    path: Path, request: pytest.FixtureRequest
) -> None:
    """Every word, button and effect of the conversation is as in the file."""
    transcript = Transcript(path)
    played = transcript.played()
    if request.config.getoption("--rewrite-transcripts"):
        path.write_text(played, encoding="utf-8")
    else:
        assert played == transcript.written


@pytest.mark.parametrize("dialog", sorted(LIBRARY))
def test_every_dialog_has_its_conversations(dialog: str) -> None:
    """Each dialog is played in full in both languages, with its ways around, and badly."""
    names = {path.stem for path in FILES}
    assert {f"{dialog}_{kind}" for kind in KINDS} <= names


@pytest.mark.parametrize("dialog", sorted(LIBRARY))
@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_full_run_ends_with_the_result(dialog: str, language: str) -> None:
    """In its own language, from the first word to the last."""
    played = _played(FOLDER / f"{dialog}_{language}.txt")
    assert played.head["language"] == language
    assert played.turns[-1].session.status == "done"


@pytest.mark.parametrize("dialog", sorted(LIBRARY))
def test_the_conversations_meet_the_whole_definition(dialog: str) -> None:
    """Every step, field, reason, way around, condition both ways, and line of the result."""
    definition = LIBRARY[dialog]
    found = set().union(*(met(definition, one.turns) for one in _of(dialog)))
    assert to_meet(definition) - found == set()


@pytest.mark.parametrize("dialog", sorted(LIBRARY))
@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_text_of_a_question_is_read_in_each_language(dialog: str, language: str) -> None:
    """The question, its help, its other words and what comes between: none in one of them only."""
    definition = LIBRARY[dialog]
    of_language = (one for one in _of(dialog) if one.head["language"] == language)
    found = set().union(*(met(definition, one.turns) for one in of_language))
    assert to_read(definition) - found == set()


@pytest.mark.parametrize("dialog", sorted(LIBRARY))
@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_kind_of_bad_input_is_answered(dialog: str, language: str) -> None:
    """Each refusal that some question of the dialog can give is read in each language."""
    some = [one for one in _of(dialog, "bad_input") if one.head["language"] == language]
    bad = [turn for one in some for turn in one.turns]
    assert to_refuse(LIBRARY[dialog]) - refusals_met(bad) == set()


def test_what_no_conversation_meets_is_noticed() -> None:
    """One run alone leaves out the other branch, the reasons and the ways around."""
    grow = LIBRARY["grow"]
    left = to_meet(grow) - met(grow, _played(FOLDER / "grow_lv.txt").turns)
    assert {"goal why", "back", "leaving", "coming back"} <= left
    evaluate = LIBRARY["evaluate-sk"]
    branches = to_meet(evaluate) - met(evaluate, _played(FOLDER / "evaluate-sk_left_out.txt").turns)
    assert "risks_comment only if risks one_of ['partly', 'no']: False" in branches
    assert "risks_comment answered" in branches
    assert any(name.startswith("the result's line") for name in branches)


@cache
def _played(path: Path) -> Transcript:
    transcript = Transcript(path)
    transcript.played()
    return transcript


def _of(dialog: str, kind: str = "") -> Iterator[Transcript]:
    for path in FILES:
        if kind in path.stem and _played(path).definition.id == dialog:
            yield _played(path)


@pytest.mark.parametrize("poll", sorted(load_polls()))
@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_ready_made_poll_has_its_conversations(poll: str, language: str) -> None:
    """As its members are asked, in full, in each language."""
    played = _played(FOLDER / f"poll-{poll}_{language}.txt")
    assert played.turns[-1].session.status == "done"
