"""What a channel cannot carry as one message becomes several, and nothing of it is lost."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.carrying import TELEGRAM, fit, signed, split, units
from mentoring.message import Button, Message

WHOLE = ("š", "e\u0301", "😀", "👨\u200d👩\u200d👧", "👍🏽", "🇱🇻", "❤\ufe0f", "a")
"""One character each to a reader, several to a machine."""

PAUSES = (". ", "\n\n", "\n", " ", "! ", "ābols ")
TEXT = st.lists(st.sampled_from(WHOLE + PAUSES), max_size=120).map("".join)
TIGHT = st.lists(st.sampled_from(WHOLE), max_size=120).map("".join)
LIMITS = st.integers(40, 60)
ANYTHING = st.text(max_size=200)
"""Any Unicode, controls and marks without a letter among it."""

LABELS = st.lists(st.text("ab ", min_size=1, max_size=60).filter(str.strip), max_size=130)


def bare(text: str) -> str:
    """Without white space, which a cut may take away."""
    return "".join(text.split())


def buttons(*labels: str) -> tuple[Button, ...]:
    return tuple(Button(label=label, action={"place": n}) for n, label in enumerate(labels))


def places(parts: tuple[Message, ...]) -> list[int]:
    """What the buttons of all parts do, in order."""
    return [int(each.action["place"]) for part in parts for each in part.buttons]


@given(st.one_of(TEXT, ANYTHING), LIMITS)
def test_nothing_is_lost_and_each_piece_fits(text: str, limit: int) -> None:
    """Put together again the pieces are the text, but for white space where it was cut."""
    pieces = list(split(text, limit))

    assert bare("".join(pieces)) == bare(text)
    assert all(units(piece) <= limit for piece in pieces)
    assert all(piece.strip() for piece in pieces) or len(pieces) == 1


@given(TIGHT, LIMITS)
def test_no_character_is_torn(text: str, limit: int) -> None:
    """Without a pause to cut at, each piece is made of whole ones: accents, families, flags."""
    whole = re.compile("|".join(map(re.escape, WHOLE)))

    assert all(whole.sub("", piece) == "" for piece in split(text, limit))


def test_a_character_longer_than_all_reason_is_cut_all_the_same() -> None:
    """A letter under a thousand accents must not stop the message, nor the machine."""
    text = "a" + "\u0301" * 1000

    pieces = list(split(text, 50))

    assert "".join(pieces) == text
    assert all(units(piece) <= 50 for piece in pieces)


@pytest.mark.parametrize("text", ["\ud83d" * 300, "\udc00a" * 150, " " * 300, "\n" * 300, ""])
def test_hostile_texts_are_split_to_an_end(text: str) -> None:
    """Halves of surrogate pairs and nothing but space neither loop nor get lost."""
    pieces = list(split(text, 50))

    assert bare("".join(pieces)) == bare(text)
    assert pieces == [""] or all(pieces)


def test_emoji_at_the_cut_stay_whole() -> None:
    """4097 UTF-16 units, the last two of them one emoji."""
    text = "x" * 4095 + "😀"

    assert list(split(text, 4096)) == ["x" * 4095, "😀"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One two. Three.\n\nFour five six", ["One two. Three.", "Four five six"]),
        ("One two three.\nFour five six", ["One two three.", "Four five six"]),
        ("One two three. Four five six", ["One two three.", "Four five six"]),
        ("One two three four five six", ["One two three four", "five six"]),
        ("Onetwothreefourfivesix", ["Onetwothreefourfives", "ix"]),
        ("One.\n\ntwo three four five six", ["One.\n\ntwo three", "four five six"]),
    ],
)
def test_text_is_broken_where_a_reader_would_pause(text: str, pieces: list[str]) -> None:
    """Paragraphs before lines, sentences and words; never for a piece that is nearly empty."""
    assert list(split(text, 20)) == pieces


@given(st.integers(0, 9000), LABELS, st.booleans(), st.one_of(st.none(), st.just("Ilze Kalniņa")))
def test_every_part_keeps_the_limits(
    length: int, labels: list[str], image: bool, author: str | None
) -> None:
    """Text, caption, labels and the number of buttons, the human's name counted in."""
    message = Message(
        text="vārds " * (length // 6), buttons=buttons(*labels), image="wheel:1" if image else None
    )

    parts = fit(message, "telegram:skola", author)

    for part in parts:
        limit = TELEGRAM.caption if part.image else TELEGRAM.text
        assert units(signed(part.text, author)) <= limit
        assert len(part.buttons) <= TELEGRAM.buttons
        assert all(units(each.label) <= TELEGRAM.label for each in part.buttons)
    said = bare("".join(part.text for part in parts))
    assert bare(message.text) in said
    assert all(bare(label) in said for label in labels if units(label) > TELEGRAM.label)
    assert places(parts) == list(range(len(labels)))
    assert [bool(part.image) for part in parts].count(True) == image


@given(st.integers(1, 20000), st.integers(1, 100))
def test_buttons_hang_on_the_last_part(length: int, count: int) -> None:
    """All of them together, where the reader has read to the end."""
    message = Message(text="x" * length, buttons=buttons(*"a" * count))

    *first, last = fit(message, "telegram")

    assert len(last.buttons) == count
    assert not any(part.buttons for part in first)


def test_too_many_buttons_go_on_in_a_further_message() -> None:
    """A hundred and one is one keyboard and another."""
    parts = fit(Message(text="Who?", buttons=buttons(*"a" * 101)), "telegram")

    assert [len(part.buttons) for part in parts] == [100, 1]
    assert [part.text for part in parts] == ["Who?", "…"]


def test_a_caption_that_is_too_long_comes_before_its_picture() -> None:
    """The picture keeps its buttons and its description."""
    message = Message(text="x" * 1025, buttons=buttons("Yes"), image="wheel:1", alt="A wheel")

    text, picture = fit(message, "telegram")

    assert (text.text, text.image, text.buttons) == ("x" * 1025, None, ())
    assert (picture.text, picture.image, picture.alt) == ("", "wheel:1", "A wheel")
    assert picture.buttons == message.buttons


def test_a_document_has_a_caption_too() -> None:
    """What is short enough stays with its file."""
    message = Message(text="x" * 1024, document="data")

    assert fit(message, "telegram") == (message,)
    parts = fit(replace(message, text="x" * 1025), "telegram")
    assert [part.document for part in parts] == [None, "data"]


def test_long_labels_stand_in_the_text_under_their_numbers() -> None:
    """Nothing of them is cut, and each button does what it did."""
    long = "I would rather talk about this when we meet next week"
    message = Message(text="When?", buttons=buttons(long, "Now"))

    (part,) = fit(message, "telegram")

    assert part.text.startswith("When?\n")
    assert f"1. {long}" in part.text
    assert [each.label for each in part.buttons] == ["1", "Now"]
    assert places((part,)) == [0, 1]


def test_the_web_chat_carries_anything() -> None:
    """As one message, as it was written."""
    message = Message(text="x" * 50_000, buttons=buttons(*["y" * 99] * 300), image="wheel:1")

    assert fit(message, "web", "Ilze") == (message,)
