"""A picture that belongs to a question: what a chat can carry, told by content and not by name."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path

IMAGE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.(?:png|jpe?g)", re.IGNORECASE)
"""A file beside the poll: no folders, no blanks."""

BYTES_MAX = 1_000_000
SIDE_MIN, SIDE_MAX = 32, 4_096
"""Pixels. Chats scale larger pictures down, and phones on a slow line wait for them."""

RATIO_MAX = 20
"""Of the longer side to the shorter one; Telegram refuses more."""

_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG segments that say how large the picture is."""

Found = Iterator[tuple[str, str]]
"""What is wrong, and what to do about it."""


def image_faults(path: Path) -> Found:
    """Nothing for a picture that can be sent."""
    try:
        content = path.read_bytes()
    except OSError:
        yield f"the picture '{path.name}' can't be opened", "Put the file beside the poll"
        return
    if len(content) > BYTES_MAX:
        what = f"the picture '{path.name}' has {len(content):,} bytes"
        yield what, f"Make it smaller, {BYTES_MAX:,} bytes fit"
    size = size_of(content)
    if size is None:
        what = f"'{path.name}' is no whole PNG or JPEG picture"
        yield what, "Save it as PNG or JPEG once more"
    else:
        yield from _size_faults(path.name, *size)


def size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height of a whole PNG or JPEG, None for anything else."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR" and content.endswith(_PNG_END):
        return struct.unpack(">II", content[16:24])
    if content.startswith(_JPEG) and content.rstrip(b"\0").endswith(_JPEG_END):
        return _jpeg_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """From segment to segment, up to the one that has the size."""
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        if content[at + 1] in _FRAMES:
            high, wide = struct.unpack(">HH", content[at + 5 : at + 9])
            return wide, high
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None


def _size_faults(name: str, wide: int, high: int) -> Found:
    short, long = sorted((wide, high))
    if short < SIDE_MIN or long > SIDE_MAX or long > short * RATIO_MAX:
        what = f"the picture '{name}' is {wide} by {high} pixels"
        yield (
            what,
            f"Keep each side to {SIDE_MIN} to {SIDE_MAX}, and neither {RATIO_MAX} times the other",
        )
