"""What a channel can carry, and how a message is shaped to it: visibly, never cut.

Long text is split at paragraphs or sentences, a caption that is too long becomes a message before
its picture, and buttons whose labels would not fit are numbered in the text.
"""

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


def fit(message: Message, channel: str) -> tuple[Message, ...]:
    """The message as the channel can carry it, in parts to be sent one after the other."""
    carries = CARRIES.get(channel.partition(":")[0])
    if carries is None:
        return (message,)
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
    """Long labels stand in the text, and their buttons carry the numbers."""
    lines, buttons = [message.text, ""], []
    for place, each in enumerate(message.buttons, start=1):
        if units(each.label) > limit:
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
    while units(text) > limit:
        head = _longest(text, limit)
        cut = next((found for mark in BREAKS if (found := _break(head, mark)) > 0), len(head))
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text


def _break(head: str, mark: str) -> int:
    """Where the piece ends at the last such mark; 0 when that would leave it nearly empty."""
    found = head.rfind(mark)
    return found + len(mark) if found >= len(head) // 2 else 0


def _longest(text: str, limit: int) -> str:
    """As many whole characters as fit; a pair of surrogates is never torn."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * limit].decode("utf-16-le", "ignore")
