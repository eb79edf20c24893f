"""Polls written by hand: those that come with the assistant, and every fault of one's own."""

import struct
import zlib
from pathlib import Path
from textwrap import dedent

import pytest

from dialogs.poll_image import BYTES_MAX, size_of
from dialogs.ready_poll import ReadyPoll, load_polls, read_ready_poll
from dialogs.source import Fault
from mentoring.polls import Question

HEAD = """\
id: small
title: {lv: Maza, en: Small}
note: {lv: Kam der., en: What for.}
"""
QUESTION = """\
- id: first
  ask: {lv: "Kas?", en: "What?"}
"""
CHOICE = "  answer: {choice: [{lv: Jā, en: Yes}, {lv: Nē, en: No}]}\n"
WHY = "  why: {lv: Tāpēc., en: Because.}\n"
TEXT = HEAD + "questions:\n" + QUESTION + "  answer: text\n"


def png(wide: int = 64, high: int = 64) -> bytes:
    """A whole black picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        summed = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + summed

    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" * (wide + 1) for _ in range(high)))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def jpeg(wide: int = 64, high: int = 64) -> bytes:
    """The skeleton of a JPEG: a comment, the frame with its size, the end."""
    comment = b"\xff\xfe\x00\x06abcd"
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", high, wide) + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + comment + frame + b"\xff\xd9"


def read(folder: Path, text: str) -> tuple[ReadyPoll | None, list[Fault]]:
    path = folder / "small.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    return read_ready_poll(path)


def quiz(right: str, answer: str = CHOICE) -> str:
    return f"{HEAD}quiz: yes\nquestions:\n{QUESTION}{answer}{WHY}  right: {right}\n"


@pytest.mark.parametrize("name", sorted(load_polls()))
def test_a_poll_of_ours_explains_every_question(name: str) -> None:
    """Why it is asked, or why the right answer is right; and the mentor reads what it is for."""
    ready = load_polls()[name]
    assert ready.id == name
    assert set(ready.note) >= {"lv", "en"}
    for question in ready.poll.questions:
        assert question.why is not None
        assert question.has_right == ready.poll.quiz


def test_there_are_a_check_in_a_quiz_and_a_ranking() -> None:
    """The group check-in has three questions: a scale, a word, own words."""
    polls = load_polls()
    kinds = {name: [one.kind for one in ready.poll.questions] for name, ready in polls.items()}
    assert kinds["group-check-in"] == ["scale", "words", "text"]
    assert kinds["topics"][0] == "ranking"
    assert polls["media-quiz"].poll.quiz
    assert len(kinds["media-quiz"]) == 6


def test_right_answers_of_the_quiz_do_not_stand_in_one_place() -> None:
    """Else somebody who always taps the second button knows everything."""
    places = [question.right for question in load_polls()["media-quiz"].poll.questions]
    assert len(set(places)) > 2


def test_options_are_counted_as_people_count(tmp_path: Path) -> None:
    """`right: 2` is the second one; in a ranking, the numbers in the right order."""

    def only(text: str) -> Question:
        ready, faults = read(tmp_path, text)
        assert ready is not None, faults
        return ready.poll.questions[0]

    assert only(quiz("2")).right == (1,)
    assert only(quiz("[1, 2]", CHOICE.replace("choice", "choices"))).right == (0, 1)
    assert only(quiz("[2, 1]", CHOICE.replace("choice", "ranking"))).right == (1, 0)
    assert only(quiz("1990.5", "  answer: number\n")).right_number == 1990.5
    assert only(quiz("4", "  answer: {scale: [1, 5]}\n")).right_number == 4


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("- a\n", 1, "a poll is a mapping"),
        (HEAD, 1, "there are 0 questions"),
        (TEXT.replace("id: small", "id: other"), 1, "the file is called 'small.yaml'"),
        (TEXT.replace("title", "titel"), 2, "the key 'titel' is unknown"),
        (TEXT.replace("en: Small", "en: " + "x" * 41), 2, "title (en) has 41 characters"),
        (TEXT.replace(", en: What for.", ""), 3, "note has no text in 'en'"),
        (TEXT.replace("answer: text", "answer: song"), 7, "the answer is missing or unknown"),
        (TEXT.replace("  answer: text\n", ""), 5, "the answer is missing or unknown"),
        (TEXT.replace("answer: text", "answer: {scale: [5, 1]}"), 7, "a scale has a lowest"),
        (TEXT.replace("answer: text", "answer: {scale: [0, 11]}"), 7, "more than 11 values"),
        (TEXT.replace("answer: text", "answer: {choice: [{lv: A, en: B}]}"), 7, "1 options"),
        (TEXT + QUESTION + CHOICE, 8, "question first: the id is used twice"),
        (TEXT.replace("answer: text", "anser: text"), 7, "the key 'anser' is unknown"),
        (TEXT + "  right: 1\n", 8, "a right answer in a poll that is no quiz"),
        (quiz("3"), 10, "right is 3"),
        (quiz("0"), 10, "right is 0"),
        (quiz("[1, 1]"), 10, "right does not fit"),
        (quiz("[1]", CHOICE.replace("choice", "ranking")), 10, "right does not fit"),
        (quiz("many", "  answer: number\n"), 10, "right is 'many'"),
        (quiz("9", "  answer: {scale: [1, 5]}\n"), 10, "right is 9"),
        (quiz("1", "  answer: text\n"), 10, "right is 1"),
        (quiz("1").replace(WHY, ""), 9, "no why"),
        (quiz("1").replace("  right: 1\n", ""), 4, "nothing is right in this quiz"),
        (quiz("1").replace("Nē, en: No", "jā, en: Yeah"), 8, "two options are called the same"),
        (TEXT + "  image: a/b.png\n  alt: {lv: A., en: B.}\n", 8, "image is 'a/b.png'"),
        (TEXT + "  image: gone.png\n  alt: {lv: A., en: B.}\n", 8, "'gone.png' can't be opened"),
        (TEXT + "  image: gone.png\n", 8, "the picture has no 'alt'"),
    ],
)  # fmt: skip
def test_a_fault_says_where_it_is(tmp_path: Path, text: str, line: int, what: str) -> None:
    """With the line, what is wrong and what to do."""
    ready, faults = read(tmp_path, text)
    assert ready is None
    found = [fault for fault in faults if what in fault.what]
    assert [fault.line for fault in found][:1] == [line], [str(fault) for fault in faults]
    assert all(fault.cure for fault in faults)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"GIF89a" + b"\0" * 50, "is no whole PNG or JPEG picture"),
        (png()[:-20], "is no whole PNG or JPEG picture"),
        (jpeg()[:-2], "is no whole PNG or JPEG picture"),
        (png(16, 16), "is 16 by 16 pixels"),
        (png(5_000, 40), "is 5000 by 40 pixels"),
        (png(1_000, 40), "is 1000 by 40 pixels"),
        (png() + b"\0" * BYTES_MAX + png(), "bytes"),
    ],
    ids=["gif", "cut-png", "cut-jpeg", "tiny", "wide", "narrow", "heavy"],
)
def test_a_picture_that_no_chat_carries_is_a_fault(
    tmp_path: Path, content: bytes, what: str
) -> None:
    """Its content is looked at, not its name."""
    (tmp_path / "map.png").write_bytes(content)
    ready, faults = read(tmp_path, TEXT + "  image: map.png\n  alt: {lv: Karte, en: A map}\n")
    assert ready is None
    assert any(what in fault.what for fault in faults)


def test_a_picture_is_found_beside_its_poll(tmp_path: Path) -> None:
    """PNG or JPEG, whatever its name ends in."""
    (tmp_path / "map.jpg").write_bytes(png(320, 200))
    ready, faults = read(tmp_path, TEXT + "  image: map.jpg\n  alt: {lv: Karte, en: A map}\n")
    assert ready is not None, faults
    (question,) = ready.poll.questions
    assert question.alt == {"lv": "Karte", "en": "A map"}
    assert ready.image(question) == tmp_path / "map.jpg"


def test_sizes_are_read_from_both_kinds_of_pictures() -> None:
    """A comment in front of a JPEG's frame is passed over."""
    assert size_of(png(320, 200)) == (320, 200)
    assert size_of(jpeg(320, 200)) == (320, 200)
    assert size_of(b"\xff\xd8\xff\xd9") is None
    assert size_of(b"") is None
