"""The story of one mentorship, played from outside over HTTP: once as it is, once with the process
killed and started again between any two steps. Nothing may be lost, nothing repeated."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests import story
from tests.playing import Phone, Process
from tests.story import Stage

Scene = Callable[[Stage], None]

STORY: list[Scene] = [
    story.greeted,
    story.language_changed,
    story.consent_given,
    story.answered_from_faq,
    story.vague_question_narrowed,
    story.question_reaches_a_human,
    story.human_answer_comes_back,
    story.grow_begun,
    story.grow_step_back,
    story.grow_left_and_resumed,
    story.grow_options_weighed,
    story.grow_choice_made,
    story.grow_actions_dated,
    story.grow_shared,
    story.nudged_before_due,
    story.asked_for_time,
    story.extension_granted,
    story.no_reminder_of_the_old_date,
    story.reminder_of_the_new_date,
    story.help_reaches_the_mentor,
    story.help_answered,
    story.task_done_is_not_mentioned_again,
    story.late_is_followed_up_kindly,
    story.check_ins_come_weekly,
    story.mentor_sees_silence,
    story.newcomer_tells_interests,
    story.newcomer_chooses_and_is_declined,
    story.newcomer_is_accepted,
    story.announcement_sent,
    story.announcement_reported,
]


def transcript(stage: Stage) -> dict[str, list[tuple[str, str]]]:
    people = stage.process.json("/demo.json")["people"]
    return {p["name"]: [(m["from"], m["text"]) for m in _all(stage, p)] for p in people}


def _all(stage: Stage, person: dict[str, Any]) -> list[dict[str, Any]]:
    return Phone(process=stage.process, token=person["token"], name=person["name"]).all()


def test_the_story_survives_a_kill_between_any_two_steps(tmp_path: Path) -> None:
    """Played twice, the second time killed after each step, everybody reads the same."""
    told = []
    for name, killed in (("once", False), ("killed", True)):
        folder = tmp_path / name
        folder.mkdir()
        process = Process(f"sqlite:///{folder}/story.sqlite3", folder=folder).start()
        stage = Stage(process=process)
        try:
            for step in STORY:
                step(stage)
                if killed:
                    process.restart()
            told.append(transcript(stage))
        finally:
            process.close()
    assert told[0] == told[1]


def test_the_story_on_postgresql(postgresql_url: str, tmp_path: Path) -> None:
    """The same story, played through once on a real PostgreSQL."""
    process = Process(postgresql_url, folder=tmp_path).start()
    try:
        stage = Stage(process=process)
        for step in STORY:
            step(stage)
    finally:
        process.close()


def test_the_story_leaves_no_words_and_no_secrets_behind(tmp_path: Path) -> None:
    """Chat secrets and people's words are neither in the log nor readable in the database."""
    process = Process(f"sqlite:///{tmp_path}/story.sqlite3", folder=tmp_path).start()
    stage = Stage(process=process)
    try:
        for step in STORY[:8]:
            step(stage)
        tokens = [p["token"] for p in process.json("/demo.json")["people"]]
    finally:
        process.close()
    log = process.log.read_text()
    files = b"".join(f.read_bytes() for f in tmp_path.glob("story.sqlite3*"))
    assert "ģitāru" not in log
    assert b"ieskait" not in files
    for token in tokens:
        assert token not in log
