"""From what Telegram sends to what the desk takes in: one update at a time, nothing else touched.

An update is read as plain data, so that one that is malformed or of a kind nobody knew when this
was written is put aside by itself and its neighbours go on.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

from desk.arriving import Inbound

Update = Mapping[str, Any]

START = re.compile(r"/start(?:@\w+)?(?:\s+([A-Za-z0-9_-]{1,64}))?\s*")
CONTACT = "contact"
ATTACHMENTS = (
    *("photo", "voice", "video_note", "video", "audio", "sticker", "animation", "document"),
    *("location", "venue", "poll", "dice", "game", "story", "checklist", "paid_media"),
)
_LATEST = 2**32
SHUT_OUT = ("kicked", "left", "restricted")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
NUMBERS = range(-(2**63), 2**63)
"""Telegram's ids have at most 52 significant bits; what is beyond this is none."""

EVENT_LIMIT = 200
"""Characters of an event's name in the inbox."""

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update we ask for (getUpdates, setWebhook: allowed_updates)."""


class NotUnderstood(Exception):
    """This update can't be read. The text names its kind, never what it says."""


def event_of(update: Update) -> str:
    """What makes an update the same as one before.

    Telegram starts its numbers at random after a quiet week, so the number alone would not do. The
    chat is hashed, since the name outlives a person who is erased by some days.
    """
    return _fitting(_name(update))


def place_of(chat: Any, message: Any, edited: Any = "") -> str:
    """A message's place in its chat, without telling which chat."""
    place = f"{chat}:{message}:{edited}".encode("utf-8", "replace")
    return hashlib.sha256(place).hexdigest()[:20]


def _fitting(name: str) -> str:
    """An event's name as the inbox takes it, still different for different events."""
    name = _clean(name)
    if len(name) <= EVENT_LIMIT:
        return name
    return f"long:{hashlib.sha256(name.encode()).hexdigest()}"


def _clean(value: Any) -> str:
    """Text as every database and platform takes it: no half characters, no nulls."""
    return LONE_SURROGATE.sub("\ufffd", str(value)).replace("\x00", "")


def _id(value: Any) -> str:
    if not isinstance(value, int) or isinstance(value, bool) or value not in NUMBERS:
        raise ValueError("not an id")
    return str(value)


def _name(update: Update) -> str:
    number = update.get("update_id")
    for kind in ("message", "edited_message"):
        found = update.get(kind)
        if isinstance(found, Mapping):
            edited = found.get("edit_date", "")
            return f"{number}:{place_of(_chat_id(found), found.get('message_id'), edited)}"
    press = update.get("callback_query")
    if isinstance(press, Mapping):
        return f"{number}:{press.get('id')}"
    return f"{number}"


def _chat_id(message: Mapping[str, Any]) -> Any:
    chat = message.get("chat")
    return chat.get("id") if isinstance(chat, Mapping) else None


def read(update: Update, channel: str) -> Inbound | None:
    """What the update says; None for what concerns nobody. Raises NotUnderstood."""
    kind = next((name for name in READERS if name in update), None)
    if kind is None:
        return None
    try:
        return READERS[kind](update, channel)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise NotUnderstood(f"{kind}: {type(error).__name__}") from None


def _message(update: Update, channel: str) -> Inbound | None:
    message = update["message"]
    if "migrate_to_chat_id" in message:
        return _migration(update, channel, message)
    sender = message.get("from")
    if sender is None or sender.get("is_bot"):
        return None
    body = _body(message, sender)
    if body is None:
        return None
    return _inbound(update, channel, message["chat"], sender, body)


def _migration(update: Update, channel: str, message: Mapping[str, Any]) -> Inbound:
    return Inbound(
        channel=channel,
        address="",
        event=event_of(update),
        body={},
        group=_id(message["chat"]["id"]),
        moved_to=_id(message["migrate_to_chat_id"]),
    )


def _body(message: Mapping[str, Any], sender: Mapping[str, Any]) -> dict[str, Any] | None:
    """None for service messages ("joined the group", "pinned") that nobody wrote."""
    if (shared := message.get(CONTACT)) is not None:
        own = shared.get("user_id") is not None and shared.get("user_id") == sender["id"]
        return {"contact": _clean(shared["phone_number"]), "own": own}
    body: dict[str, Any] = {}
    text = message.get("text", message.get("caption"))
    if text is not None:
        body["text"] = _clean(text)
        if (start := START.fullmatch(body["text"])) is not None and start.group(1):
            body["code"] = start.group(1)
    attachment = next((name for name in ATTACHMENTS if name in message), None)
    if attachment is not None:
        body["attachment"] = attachment
    return body or None


def _edited(update: Update, channel: str) -> Inbound | None:
    message = update["edited_message"]
    sender, text = message.get("from"), message.get("text", message.get("caption"))
    if sender is None or sender.get("is_bot") or text is None:
        return None  # a live location that moves on, for instance
    body = {"text": _clean(text), "edited": True}
    return _inbound(update, channel, message["chat"], sender, body)


def _inbound(
    update: Update,
    channel: str,
    chat: Mapping[str, Any],
    sender: Mapping[str, Any],
    body: dict[str, Any],
) -> Inbound:
    private = chat["type"] == "private"
    album = update.get("message", {}).get("media_group_id")
    lone = album is None or "text" in body  # of an album's pictures one is answered
    address, together = _id(sender["id"]), _fitting(f"album:{album}")
    return Inbound(
        channel=channel,
        address=address,
        event=event_of(update) if lone else together,
        album=None if album is None else together,
        body={**body, "address": address},
        language=str(sender.get("language_code") or ""),
        group=None if private else _id(chat["id"]),
        sent_at=_sent_at(update),
    )


def _sent_at(update: Update) -> float | None:
    """When a message was written; None where that is not said, or said strangely."""
    date = update.get("message", {}).get("date")
    return float(date) if isinstance(date, int) and 0 <= date < _LATEST else None


def _press(update: Update, channel: str) -> Inbound:
    press = update["callback_query"]
    address = _id((sender := press["from"])["id"])
    chat = (press.get("message") or {}).get("chat") or {"type": "private"}
    return Inbound(
        channel=channel,
        address=address,
        event=event_of(update),
        body={"button": _clean(press.get("data") or ""), "address": address},
        language=str(sender.get("language_code") or ""),
        group=None if chat.get("type", "private") == "private" else _id(chat["id"]),
    )


def _standing(update: Update, channel: str) -> Inbound:
    change = update["my_chat_member"]
    chat, status = change["chat"], change["new_chat_member"]["status"]
    private = chat["type"] == "private"
    return Inbound(
        channel=channel,
        address=_id(chat["id"] if private else change["from"]["id"]),
        event=event_of(update),
        body={},
        language=str(change["from"].get("language_code") or ""),
        group=None if private else _id(chat["id"]),
        standing="blocked" if status in SHUT_OUT else "back",
    )


READERS: Mapping[str, Callable[[Update, str], Inbound | None]] = {
    "message": _message,
    "edited_message": _edited,
    "callback_query": _press,
    "my_chat_member": _standing,
}
