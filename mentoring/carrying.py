"""What a channel can carry, and how a message is shaped to it: visibly, never cut.

Long text is split at paragraphs or sentences, a caption that is too long becomes a message before
its picture, and buttons whose labels would not fit are numbered in the text.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mentoring.message import Button, Message


@dataclass(frozen=True, kw_only=True)
class Carries:
    """The limits of a channel. Lengths are UTF-16 units, as platforms count them."""

    text: int
    caption: int
    label: int
    buttons: int


TELEGRAM = Carries(text=4096, caption=1024, label=40, buttons=100)
"""core.telegram.org/bots/api: sendMessage, sendPhoto. Labels have no limit of their own, but a
phone shows some 40 characters of one; about 100 buttons are accepted in a keyboard."""

CARRIES = {"telegram": TELEGRAM}
BREAKS = ("\n\n", "\n", ". ", "! ", "? ", " ")
JOINER = "\u200d"
SKIN_TONES = "".join(map(chr, range(0x1F3FB, 0x1F400)))
FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))  # two of them make a flag
CLUSTER = 32
"""So many characters back is looked for the beginning of one that was cut through."""


def signed(text: str, author: str | None) -> str:
    """A human's words carry the human's name where all messages come from the bot."""
    return f"{author}:\n{text}" if author else text


def fit(message: Message, channel: str, author: str | None = None) -> tuple[Message, ...]:
    """The message as the channel can carry it, in parts to be sent one after the other.

    With an `author` each part leaves room for the name it is signed with.
    """
    carries = CARRIES.get(channel.partition(":")[0])
    if carries is None:
        return (message,)
    taken = units(signed("", author))
    carries = replace(carries, text=carries.text - taken, caption=carries.caption - taken)
    if any(units(each.label) > carries.label for each in message.buttons):
        message = _numbered(message, carries.label)
    room = carries.caption if message.image or message.document else carries.text
    if units(message.text) <= room and len(message.buttons) <= carries.buttons:
        return (message,)
    return tuple(_parts(message, carries))


def units(text: str) -> int:
    """The length in UTF-16 units: most emoji count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _numbered(message: Message, limit: int) -> Message:
    """Labels up to the last long one stand in the text, and their buttons carry the numbers: a list
    that has gaps looks as if something were missing."""
    lines, buttons = [message.text, ""], []
    long = [place for place, b in enumerate(message.buttons, start=1) if units(b.label) > limit]
    for place, each in enumerate(message.buttons, start=1):
        if place <= long[-1]:
            lines.append(f"{place}. {each.label}")
            each = Button(label=str(place), action=each.action)
        buttons.append(each)
    return replace(message, text="\n".join(lines), buttons=tuple(buttons))


def _parts(message: Message, carries: Carries) -> Iterator[Message]:
    """Text first; what hangs on the message (buttons, a picture) comes with its last part."""
    texts = list(split(message.text, carries.text))
    with_file = message.image or message.document
    if with_file and units(texts[-1]) > carries.caption:
        texts.append("")
    groups = [
        message.buttons[start : start + carries.buttons]
        for start in range(0, len(message.buttons), carries.buttons)
    ] or [()]
    for text in texts[:-1]:
        yield Message(text=text)
    yield replace(message, text=texts[-1], buttons=groups[0])
    for group in groups[1:]:
        yield Message(text="…", buttons=group)


def split(text: str, limit: int) -> Iterator[str]:
    """Pieces of at most `limit` UTF-16 units, broken where a reader would pause."""
    if units(text) > limit:
        text = text.strip()
    while units(text) > limit:
        head = _longest(text, limit)
        breaks = (found for mark in BREAKS if (found := _break(head, mark)) > 0)
        cut = next(breaks, 0) or _whole(text, len(head))
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text


def _break(head: str, mark: str) -> int:
    """Where the piece ends at the last such mark; 0 when that would leave it nearly empty."""
    found = head.rfind(mark)
    return found + len(mark) if found >= len(head) // 2 else 0


def _longest(text: str, limit: int) -> str:
    """As many code points as fit; a pair of surrogates is never torn."""
    head = text[:limit]
    while (over := units(head) - limit) > 0:
        head = head[: -((over + 1) // 2)]
    return head


def _whole(text: str, cut: int) -> int:
    """The cut, moved back to where a reader's character begins: an accent stays with its letter,
    a family emoji and a flag stay whole. What is longer than CLUSTER is cut all the same."""
    for place in range(cut, max(0, cut - CLUSTER), -1):
        if not _inside(text, place):
            return place
    return cut


def _inside(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if before in FLAG_LETTERS and after in FLAG_LETTERS:
        return (place - len(text[:place].rstrip(FLAG_LETTERS))) % 2 == 1
    added = unicodedata.category(after)[0] == "M" or after in SKIN_TONES
    return added or JOINER in (before, after)
