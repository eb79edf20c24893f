"""The story of a group, played from outside over HTTP: once as it is, once killed in between."""

from pathlib import Path

from tests.playing import Process
from tests.story_groups import STORY, GroupStage

WORDS = (b"nogurums", b"muzeju")


def told(stage: GroupStage) -> dict[str, list[tuple[str, str]]]:
    everybody = (stage.mentor, *stage.mentees)
    return {each.name: [(m["from"], m["text"]) for m in each.all()] for each in everybody}


def test_a_groups_story_survives_a_kill_between_any_two_steps(tmp_path: Path) -> None:
    """Everybody reads the same; what was answered stands nowhere in the files or the log."""
    tellings = []
    for name, killed in (("once", False), ("killed", True)):
        folder = tmp_path / name
        folder.mkdir()
        process = Process(f"sqlite:///{folder}/story.sqlite3", folder=folder).start()
        stage = GroupStage(process=process)
        try:
            for step in STORY:
                step(stage)
                if killed:
                    process.restart()
            tellings.append(told(stage))
        finally:
            process.close()
        files = b"".join(each.read_bytes() for each in folder.iterdir())
        assert not any(word in files for word in WORDS)
    assert tellings[0] == tellings[1]


def test_a_groups_story_on_postgresql(postgresql_url: str, tmp_path: Path) -> None:
    """The same, played through once on a real PostgreSQL."""
    process = Process(postgresql_url, folder=tmp_path).start()
    try:
        stage = GroupStage(process=process)
        for step in STORY:
            step(stage)
    finally:
        process.close()
