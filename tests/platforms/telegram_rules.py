"""What the Bot API accepts: limits, keyboards, polls, commands, rates. Pure.

Sources: `docs` is https://core.telegram.org/bots/api, `td` the source of tdlib and of its
telegram-bot-api server, `faq` https://core.telegram.org/bots/faq.
"""

import math
import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tests.platforms.telegram_text import Entity, Refused, bad, formatted, units

MAX_TEXT = 4096  # UTF-16 units after parsing; docs, sendMessage
MAX_CAPTION = 1024  # the same; docs, sendPhoto
MIN_CALLBACK_DATA, MAX_CALLBACK_DATA = 1, 64  # bytes; docs, InlineKeyboardButton
MAX_BUTTONS, MAX_BUTTONS_PER_ROW = 100, 8  # PTB's constants, from trials
MAX_CALLBACK_ANSWER = 200  # docs, answerCallbackQuery
MIN_QUESTION, MAX_QUESTION = 1, 300  # docs, sendPoll
MIN_OPTIONS, MAX_OPTIONS = 2, 12  # docs, sendPoll
MIN_OPTION, MAX_OPTION = 1, 100  # docs, InputPollOption
MIN_ALBUM, MAX_ALBUM = 2, 10  # docs, sendMediaGroup
MAX_COMMANDS = 100  # docs, setMyCommands
MIN_COMMAND, MAX_COMMAND = 1, 32  # docs, BotCommand
MIN_COMMAND_DESCRIPTION, MAX_COMMAND_DESCRIPTION = 1, 256  # docs, BotCommand
MAX_BOT_NAME, MAX_DESCRIPTION, MAX_SHORT_DESCRIPTION = 64, 512, 120  # docs, setMyName and others
MAX_PAYLOAD = 64  # docs, "Deep linking" in the features page
MAX_PHOTO, MAX_DOCUMENT = 10_000_000, 50_000_000  # bytes; docs, "Sending files"
MAX_DOWNLOAD = 20_000_000  # bytes; docs, getFile
MAX_PHOTO_SIDES, MAX_PHOTO_RATIO = 10_000, 20  # width + height, long to short; docs, sendPhoto
MIN_UPDATES, MAX_UPDATES = 1, 100  # docs, getUpdates
MAX_POLL_SECONDS = 50  # td, Client.cpp LONG_POLL_MAX_TIMEOUT
FUTURE_OFFSET = 10  # td, TQueue.cpp: an offset beyond the tail by more confirms nothing
MAX_SECRET = 256  # docs, setWebhook
MAX_DELETE_AGE = 48 * 3600  # seconds; docs, deleteMessage
MAX_CALLBACK_AGE = 150.0  # seconds; seen of the real server, not in the docs
MESSAGES_PER_SECOND = 30  # faq, "Broadcasting to users"
MESSAGES_PER_SECOND_PER_CHAT = 1  # faq
MESSAGES_PER_MINUTE_PER_GROUP = 20  # faq

PAYLOAD = re.compile(rf"[A-Za-z0-9_-]{{1,{MAX_PAYLOAD}}}")
SECRET = re.compile(rf"[A-Za-z0-9_-]{{1,{MAX_SECRET}}}")
COMMAND = re.compile(rf"[a-z0-9_]{{{MIN_COMMAND},{MAX_COMMAND}}}")
LANGUAGE = re.compile(r"[a-z]{2}")
BUTTON_ACTIONS = frozenset({
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game",
})  # fmt: skip
SCOPES = frozenset({
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat",
    "chat_administrators", "chat_member",
})  # fmt: skip
ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip
# td, misc.cpp: letters that show nothing; a text of these alone is empty.
INVISIBLE = dict.fromkeys(
    [0x1680, 0x180E, *range(0x2000, 0x200F), 0x202F, 0x205F, 0x2800, 0x3000, 0xFEFF, 0xFFFC]
)


def message_text(params: Mapping[str, Any]) -> tuple[str, list[Entity]]:
    source = params.get("text", "")
    text, entities = formatted(source, params.get("parse_mode"), params.get("entities"))
    if not text.translate(INVISIBLE).strip():
        raise bad("message text is empty")
    if units(text) > MAX_TEXT:
        raise bad("message is too long")
    return text, entities


def caption(params: Mapping[str, Any]) -> tuple[str, list[Entity]]:
    source = params.get("caption") or ""
    text, entities = formatted(source, params.get("parse_mode"), params.get("caption_entities"))
    if units(text) > MAX_CAPTION:
        raise bad("message caption is too long")
    return text, entities


def reply_markup(params: Mapping[str, Any]) -> dict[str, Any] | None:
    markup = params.get("reply_markup")
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return {"inline_keyboard": _rows(markup["inline_keyboard"], inline=True)}
    if "keyboard" in markup:
        return {**markup, "keyboard": _rows(markup["keyboard"], inline=False)}
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    raise bad("object expected as reply markup")


def _rows(rows: object, *, inline: bool) -> list[list[dict[str, Any]]]:
    name = "inline_keyboard" if inline else "keyboard"
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{name}" must be an Array of Arrays')
    if sum(map(len, rows)) > MAX_BUTTONS or any(len(row) > MAX_BUTTONS_PER_ROW for row in rows):
        raise bad("reply markup is too long")
    as_objects = [[_button(button, inline=inline) for button in row] for row in rows]
    return [row for row in as_objects if row]


def _button(button: object, *, inline: bool) -> dict[str, Any]:
    kind = "inline keyboard button" if inline else "keyboard button"
    if isinstance(button, str) and not inline:
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad(f"can't parse {kind}: Can't find field \"text\"")
    if not button["text"].strip():
        raise bad(f"{kind} text must be non-empty")
    if inline:
        _check_action(button)
    return button


def _check_action(button: Mapping[str, Any]) -> None:
    actions = [name for name in sorted(BUTTON_ACTIONS) if button.get(name) not in (None, "")]
    if not actions:
        reason = "Text buttons are unallowed in the inline keyboard"
        raise bad(f"can't parse inline keyboard button: {reason}")
    if len(actions) > 1:
        reason = "exactly one of the optional fields must be used"
        raise bad(f"can't parse inline keyboard button: {reason}")
    if "callback_data" in actions:
        size = len(str(button["callback_data"]).encode(errors="surrogatepass"))
        if not MIN_CALLBACK_DATA <= size <= MAX_CALLBACK_DATA:
            raise bad("BUTTON_DATA_INVALID")
    if "url" in actions and not _reachable(str(button["url"])):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _reachable(url: str) -> bool:
    """Telegram takes web and tg: addresses only, and no host without a dot ("localhost")."""
    parts = urlsplit(url)
    return parts.scheme == "tg" or (
        parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    )


def poll(params: Mapping[str, Any]) -> tuple[str, list[str]]:
    question, _ = formatted(params.get("question", ""), None, None)
    if not question:
        raise bad("poll question must be non-empty")
    if units(question) > MAX_QUESTION:
        raise bad(f"poll question length must not exceed {MAX_QUESTION}")
    given = params.get("options")
    if not isinstance(given, list) or len(given) < MIN_OPTIONS:
        raise bad(f"poll must have at least {MIN_OPTIONS} option")
    if len(given) > MAX_OPTIONS:
        raise bad(f"poll can't have more than {MAX_OPTIONS} options")
    plain = [one["text"] if isinstance(one, dict) else one for one in given]
    options = [formatted(one, None, None)[0] for one in plain]
    if not all(options):
        raise bad("poll options must be non-empty")
    if any(units(option) > MAX_OPTION for option in options):
        raise bad(f"poll options length must not exceed {MAX_OPTION}")
    return question, options


def commands(given: object) -> list[dict[str, str]]:
    if not isinstance(given, list):
        raise bad("can't parse commands: expected an Array of BotCommand")
    if len(given) > MAX_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in given:
        if not COMMAND.fullmatch(command.get("command", "")):
            raise bad("BOT_COMMAND_INVALID")
        size = units(command.get("description", "").strip())
        if not MIN_COMMAND_DESCRIPTION <= size <= MAX_COMMAND_DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return given


@dataclass(frozen=True, kw_only=True)
class Rates:
    """Messages in a window; None is no limit."""

    per_second: int | None = MESSAGES_PER_SECOND
    per_chat_second: int | None = MESSAGES_PER_SECOND_PER_CHAT
    per_group_minute: int | None = MESSAGES_PER_MINUTE_PER_GROUP


@dataclass
class Window:
    """A strict sliding window over arrivals; what is refused takes no place in it."""

    limit: int | None
    seconds: float
    arrivals: deque[float] = field(default_factory=deque)

    def pause(self, now: float) -> float:
        """Seconds until the next place is free; 0 when one is."""
        while self.arrivals and now - self.arrivals[0] >= self.seconds:
            self.arrivals.popleft()
        if self.limit is None or len(self.arrivals) < self.limit:
            return 0.0
        if self.limit == 0:
            return self.seconds
        return self.arrivals[-self.limit] + self.seconds - now


def take_place(windows: list[Window], now: float) -> None:
    """A place in every window, or none and 429."""
    pause = max(window.pause(now) for window in windows)
    if pause > 0:
        seconds = math.ceil(pause)
        description = f"Too Many Requests: retry after {seconds}"
        raise Refused(429, description, retry_after=seconds)
    for window in windows:
        window.arrivals.append(now)
