"""People and groups as a test moves them: what they do becomes updates, what they see is read."""

import re
import time
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from typing import Any

from PIL import Image

from tests.platforms.telegram_methods import document, photo_sizes
from tests.platforms.telegram_rules import PAYLOAD
from tests.platforms.telegram_state import BotState, Chat, Payload, Shown, Stored, Upload
from tests.platforms.telegram_text import units

A_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?")
WAIT = 10.0  # seconds


def commands_in(text: str) -> Payload:
    """The entities field of a text with commands, or nothing."""
    found = [
        {"type": "bot_command", "offset": units(text[: one.start()]), "length": units(one[0])}
        for one in A_COMMAND.finditer(text)
    ]
    return {"entities": found} if found else {}


def a_photo(size: int = 16) -> bytes:
    """A small PNG."""
    out = BytesIO()
    Image.new("RGB", (size, size), "teal").save(out, "PNG")
    return out.getvalue()


class Conversation:
    """A chat with the bot: what stands in it now."""

    def __init__(self, bot: BotState, chat: Chat) -> None:
        self._bot, self._chat, self._seen = bot, chat, 0

    @property
    def id(self) -> int:
        return self._chat.id

    def _standing(self) -> list[Stored]:
        with self._bot.world.signal.condition:
            return [one for one in self._chat.stored if one.from_bot and not one.deleted]

    def messages(self) -> list[Shown]:
        """The bot's messages as they are now: edits applied, deleted ones gone."""
        with self._bot.world.signal.condition:
            return [one.shown() for one in self._standing()]

    def last(self) -> Shown:
        return self.messages()[-1]

    def new(self) -> list[Shown]:
        """What arrived since the last look."""
        with self._bot.world.signal.condition:
            fresh = self._fresh()
            self._seen = self._bot.touch()
            return [one.shown() for one in fresh]

    def _fresh(self) -> list[Stored]:
        return [one for one in self._standing() if one.born > self._seen]

    def wait(self, count: int = 1, timeout: float = WAIT) -> list[Shown]:
        """Until so many messages arrived since the last look; then all of them, as looked at."""
        signal = self._bot.world.signal
        if not signal.wait_until(lambda: len(self._fresh()) >= count, timeout):
            seen = [one.shown().text for one in self._fresh()]
            raise TimeoutError(f"{len(seen)} of {count} messages within {timeout} s: {seen}")
        return self.new()

    def wait_for(self, part: str, timeout: float = WAIT) -> Shown:
        """Until a message that is new, or edited, since the last look holds the part.

        It and what came before it are then looked at; what came after is still new.
        """
        found: list[Stored] = []

        def look() -> bool:
            found[:] = [
                one
                for one in self._standing()
                if one.touched > self._seen and part in one.shown().text
            ]
            return bool(found)

        signal = self._bot.world.signal
        with signal.condition:
            if not signal.wait_until(look, timeout):
                texts = [shown.text for shown in self.messages()[-5:]]
                raise TimeoutError(f"{part!r} not within {timeout} s; the latest: {texts}")
            first = min(found, key=lambda one: one.touched)
            self._seen = first.touched
            return first.shown()


class Person(Conversation):
    """Somebody in a private chat with the bot; `user` is their User object."""

    def __init__(self, bot: BotState, chat: Chat, user: Payload) -> None:
        super().__init__(bot, chat)
        self.user = user

    def _say(self, content: Payload, **extra: Any) -> int:
        """A message to the bot; opens the chat. Returns its id."""
        with self._bot.world.signal.condition:
            assert not self._chat.blocked, "unblock the bot first"
            self._chat.opened = True
            stored = self._bot.store(self._chat, content, sender=self.user, **extra)
            self._bot.tell("message", stored.payload, self.id)
            return int(stored.payload["message_id"])

    def start(self, payload: str | None = None) -> int:
        """The start button, or a deep link with its payload."""
        assert payload is None or PAYLOAD.fullmatch(payload), "no link carries this payload"
        return self.send("/start" if payload is None else f"/start {payload}")

    def send(self, text: str) -> int:
        return self._say({"text": text, **commands_in(text)})

    def send_many(self, texts: Iterable[str]) -> list[int]:
        return [self.send(text) for text in texts]

    def tap(self, label: str, message: Shown | int | None = None) -> str:
        """Tap the button whose label holds the part, on the newest message that has one.

        Returns the callback query's id.
        """
        shown = self._tapped(label, message)
        rows = shown.payload["reply_markup"]["inline_keyboard"]
        button = next((one for row in rows for one in row if label in one["text"]), None)
        if button is None:
            raise LookupError(f"no button {label!r} among {shown.labels}")
        assert "callback_data" in button, f"{button['text']!r} is no button that calls back"
        return self.tap_data(button["callback_data"], shown.message_id)

    def _tapped(self, label: str, message: Shown | int | None) -> Shown:
        shown = [one for one in self.messages() if one.buttons]
        if message is not None:
            wanted = message if isinstance(message, int) else message.message_id
            shown = [one for one in shown if one.message_id == wanted]
        with_label = [one for one in shown if any(label in each for each in one.labels)]
        if not shown:
            raise LookupError(f"no message with buttons to tap {label!r} on")
        return (with_label or shown)[-1]

    def tap_data(self, data: str, message_id: int | None = None) -> str:
        """A tap that carries the data, whatever the message shows now; it may be long gone."""
        with self._bot.world.signal.condition:
            if message_id is None:
                message_id = next((one.message_id for one in self.messages()[::-1]), 0)
            query_id = self._bot.ask()
            query = {
                "id": query_id,
                "from": self.user,
                "message": self._message(message_id),
                "chat_instance": str(7_000_000_000_000 + self.id),
                "data": data,
            }
            self._bot.tell("callback_query", query, self.id)
            return query_id

    def _message(self, message_id: int) -> Payload:
        stored = self._bot.messages.get((self.id, message_id))
        if stored is None or stored.deleted:
            return {"chat": self._chat.payload(), "message_id": message_id, "date": 0}
        return stored.payload

    def answer(self, query_id: str) -> str | None:
        """The words shown for a tap; empty for a silent answer, None while there is none."""
        with self._bot.world.signal.condition:
            answer = self._bot.queries[query_id].answer
            return None if answer is None else str(answer.get("text") or "")

    def edit(self, message_id: int, text: str) -> None:
        with self._bot.world.signal.condition:
            payload = self._bot.messages[self.id, message_id].payload
            payload.pop("entities", None)
            payload |= {"text": text, "edit_date": int(time.time()), **commands_in(text)}
            self._bot.tell("edited_message", payload, self.id)

    def voice(self, seconds: int = 3) -> int:
        file = self._bot.keep(Upload("voice.ogg", b"OggS" + bytes(60)), "voice")
        return self._say({"voice": {**file, "duration": seconds, "mime_type": "audio/ogg"}})

    def sticker(self, emoji: str = "👍") -> int:
        file = self._bot.keep(Upload("sticker.webp", bytes(64)), "sticker")
        look = {"type": "regular", "width": 512, "height": 512, "emoji": emoji}
        return self._say({"sticker": {**file, **look, "is_animated": False, "is_video": False}})

    def photo(self, caption: str | None = None, data: bytes | None = None) -> int:
        return self._say(self._picture(caption, data))

    def _picture(self, caption: str | None, data: bytes | None) -> Payload:
        sizes = photo_sizes(self._bot, Upload("photo.png", data or a_photo()))
        return {"photo": sizes, **({"caption": caption} if caption else {})}

    def album(self, size: int, caption: str | None = None) -> list[int]:
        """Photos sent together: as many messages, of which the first has the caption."""
        with self._bot.world.signal.condition:
            album = {"media_group_id": self._bot.ask()}
            pictures = [self._picture(None if n else caption, None) for n in range(size)]
            return [self._say(picture | album) for picture in pictures]

    def document(
        self, filename: str = "plan.pdf", data: bytes = b"%PDF-1.4", caption: str | None = None
    ) -> int:
        content = {"document": document(self._bot, Upload(filename, data))}
        return self._say(content | ({"caption": caption} if caption else {}))

    def contact(self, user_id: int | None = None, phone: str = "+37120000000") -> int:
        """A shared contact: the person's own, or another's."""
        name, owner = self.user["first_name"], self.id if user_id is None else user_id
        return self._say({"contact": {"phone_number": phone, "first_name": name, "user_id": owner}})

    def block(self) -> None:
        with self._bot.world.signal.condition:
            self._chat.blocked = True
            self._bot.member(self._chat, self.user, "member", "kicked")

    def unblock(self) -> None:
        with self._bot.world.signal.condition:
            self._chat.blocked = False
            self._bot.member(self._chat, self.user, "kicked", "member")

    def deactivate(self) -> None:
        """The account is deleted; the bot learns it from the next refusal only."""
        with self._bot.world.signal.condition:
            self._chat.deactivated = True


class Group(Conversation):
    """A group the bot is in."""

    def __init__(self, bot: BotState, chat: Chat, members: list[Person]) -> None:
        super().__init__(bot, chat)
        self.members = members

    def _by(self) -> Payload:
        return self.members[0].user if self.members else self._bot.me()

    def send(self, user: Person, text: str) -> int:
        content = {"text": text, **commands_in(text)}
        return self._say(user.user, content)

    def _say(self, sender: Payload, content: Payload) -> int:
        with self._bot.world.signal.condition:
            stored = self._bot.store(self._chat, content, sender=sender)
            self._bot.tell("message", stored.payload, self.id)
            return int(stored.payload["message_id"])

    def tap(self, user: Person, label: str) -> str:
        """Somebody taps the newest button here that has this label; the callback query's id."""
        with self._bot.world.signal.condition:
            shown = next(one for one in reversed(self.messages()) if label in one.labels)
            rows = shown.payload["reply_markup"]["inline_keyboard"]
            button = next(one for row in rows for one in row if one["text"] == label)
            query_id = self._bot.ask()
            query = {
                "id": query_id,
                "from": user.user,
                "message": shown.payload,
                "chat_instance": str(7_000_000_000_000 - self.id),
                "data": button["callback_data"],
            }
            self._bot.tell("callback_query", query, self.id)
            return query_id

    def migrate(self) -> int:
        """Become a supergroup; the group goes on under the new id."""
        with self._bot.world.signal.condition:
            old = deepcopy(self._chat)
            new_id = self._bot.migrate(self._chat)
            self._say(self._by(), {"migrate_to_chat_id": new_id})
            self._chat = self._bot.chats[new_id]
            self._say(self._by(), {"migrate_from_chat_id": old.id})
            return new_id

    def kick_bot(self) -> None:
        with self._bot.world.signal.condition:
            self._chat.kicked = True
            self._bot.member(self._chat, self._by(), "member", "kicked")
