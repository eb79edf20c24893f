"""The Bot API's methods that write to chats: parameters in, the result out, or `Refused`."""

import time
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from itertools import count
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.platforms import telegram_rules as rules
from tests.platforms.telegram_state import (
    BotState,
    Chat,
    Params,
    Payload,
    Stored,
    Upload,
)
from tests.platforms.telegram_text import Refused, bad, units

Method = Callable[[BotState, Params], Any]
METHODS: dict[str, Method] = {}
ATTACHED = "attach://"  # docs, "Sending files"
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
_albums = count(13_000_000_000_000_001)
_polls = count(5_000_000_000_000_001)


def method(function: Method) -> Method:
    """Known by its name in the API, which takes any case: send_message is sendmessage."""
    METHODS[function.__name__.replace("_", "")] = function
    return function


def true(value: object) -> bool:
    return str(value).lower() in {"true", "1"}


def chat_of(bot: BotState, params: Params) -> Chat:
    chat_id = params.get("chat_id")
    if chat_id in (None, ""):
        raise bad("chat_id is empty")
    chat = bot.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None or not chat.opened:
        raise bad("chat not found")
    if chat.migrated_to is not None:
        reason = "Bad Request: group chat was upgraded to a supergroup chat"
        raise Refused(400, reason, migrate_to_chat_id=chat.migrated_to)
    return chat


def _writable(chat: Chat) -> Chat:
    if chat.left:
        raise Refused(403, f"Forbidden: bot is not a member of the {chat.type} chat")
    if chat.kicked:
        raise Refused(403, f"Forbidden: bot was kicked from the {chat.type} chat")
    if chat.deactivated:
        raise Refused(403, "Forbidden: user is deactivated")
    if chat.blocked:
        raise Refused(403, "Forbidden: bot was blocked by the user")
    return chat


def _admitted(bot: BotState, params: Params) -> Chat:
    """A chat to write to now: it exists, the rates allow it, and it takes messages."""
    chat = chat_of(bot, params)
    rules.take_place(chat.windows, bot.world.clock())
    return _writable(chat)


def _send(bot: BotState, params: Params, content: Payload, upload: Upload | None = None) -> Payload:
    markup = rules.reply_markup(params)
    chat = _admitted(bot, params)
    if markup and "inline_keyboard" in markup:
        content = {**content, "reply_markup": markup}
    stored = bot.store(chat, content, upload=upload, markup=markup)
    return deepcopy(stored.payload)


def filled(**fields: Any) -> Payload:
    return {name: value for name, value in fields.items() if value}


@method
def send_message(bot: BotState, params: Params) -> Payload:
    text, entities = rules.message_text(params)
    return _send(bot, params, {"text": text, **filled(entities=entities)})


def _captioned(params: Params) -> Payload:
    text, entities = rules.caption(params)
    return filled(caption=text, caption_entities=entities)


def _file(bot: BotState, params: Params, value: object) -> Upload:
    """An upload, one attached under another name, or a file the server has already."""
    if isinstance(value, str) and value.startswith(ATTACHED):
        value = params.get(value.removeprefix(ATTACHED))
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    if isinstance(value, str):
        value = bot.files.get(value)
    if not isinstance(value, Upload):
        raise bad("wrong file identifier/HTTP URL specified")
    if not value.data:
        raise bad("file must be non-empty")
    if len(value.data) > rules.MAX_DOCUMENT:
        raise Refused(413, "Request Entity Too Large")
    return value


def photo_sizes(bot: BotState, upload: Upload) -> list[Payload]:
    size = len(upload.data)
    if size > rules.MAX_PHOTO:
        limit = f"the maximum size is {rules.MAX_PHOTO} bytes"
        raise bad(f"file of size {size} bytes is too big for a photo; {limit}")
    try:
        with Image.open(BytesIO(upload.data)) as image:
            width, height = image.size
    except UnidentifiedImageError:
        raise bad("IMAGE_PROCESS_FAILED") from None
    ratio = max(width, height) / min(width, height)
    if width + height > rules.MAX_PHOTO_SIDES or ratio > rules.MAX_PHOTO_RATIO:
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return [{**bot.keep(upload, "photo"), "width": width, "height": height}]


def document(bot: BotState, upload: Upload) -> Payload:
    named = {"file_name": upload.filename, "mime_type": "application/octet-stream"}
    return {**bot.keep(upload, "document"), **named}


@method
def send_photo(bot: BotState, params: Params) -> Payload:
    captioned, upload = _captioned(params), _file(bot, params, params.get("photo"))
    return _send(bot, params, {"photo": photo_sizes(bot, upload), **captioned}, upload)


@method
def send_document(bot: BotState, params: Params) -> Payload:
    captioned, upload = _captioned(params), _file(bot, params, params.get("document"))
    return _send(bot, params, {"document": document(bot, upload), **captioned}, upload)


@method
def send_poll(bot: BotState, params: Params) -> Payload:
    question, options = rules.poll(params)
    poll: Payload = {
        "id": str(next(_polls)),
        "question": question,
        "options": [
            {"persistent_id": str(number), "text": option, "voter_count": 0}
            for number, option in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": true(params.get("is_anonymous", True)),
        "type": params.get("type") or "regular",
        "allows_multiple_answers": true(params.get("allows_multiple_answers")),
        "allows_revoting": False,
        "members_only": False,
    }
    return _send(bot, params, {"poll": poll})


@method
def send_media_group(bot: BotState, params: Params) -> list[Payload]:
    media = params.get("media")
    if not isinstance(media, list) or len(media) < rules.MIN_ALBUM:
        raise bad(f"album must have at least {rules.MIN_ALBUM} messages")
    if len(media) > rules.MAX_ALBUM:
        raise bad("too many messages to send as an album")
    kinds = {item.get("type") for item in media}
    if kinds not in ({"photo"}, {"document"}):
        raise bad("can't use the media of the specified type in the album")
    contents = [_album_item(bot, params, item) for item in media]
    chat, album = _admitted(bot, params), str(next(_albums))
    stored = [
        bot.store(chat, {**content, "media_group_id": album}, upload=upload)
        for content, upload in contents
    ]
    return [deepcopy(one.payload) for one in stored]


def _album_item(bot: BotState, params: Params, item: Payload) -> tuple[Payload, Upload]:
    upload = _file(bot, params, item.get("media"))
    if item["type"] == "photo":
        return {"photo": photo_sizes(bot, upload), **_captioned(item)}, upload
    return {"document": document(bot, upload), **_captioned(item)}, upload


@method
def send_chat_action(bot: BotState, params: Params) -> bool:
    if params.get("action") not in rules.ACTIONS:
        raise bad("wrong parameter action in request")
    _writable(chat_of(bot, params))
    return True


def _edited(bot: BotState, params: Params, part: str, change: Payload) -> Payload:
    """Replace the part of the message; an edit that brings no keyboard takes the old one away."""
    markup = rules.reply_markup(params)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    chat = _admitted(bot, params)
    stored = _to_edit(bot, chat, params)
    if part == "text" and "text" not in stored.payload:
        raise bad("there is no text in the message to edit")
    if part == "caption" and not {"photo", "document"} & stored.payload.keys():
        raise bad("there is no caption in the message to edit")
    replaced = {part, "entities" if part == "text" else f"{part}_entities", "reply_markup"}
    old = {name: value for name, value in stored.payload.items() if name in replaced}
    new = change | (filled(reply_markup=markup) if markup and markup["inline_keyboard"] else {})
    if old == new:
        raise bad(SAME)
    for name in old:
        del stored.payload[name]
    stored.payload |= {**new, "edit_date": int(time.time())}
    stored.touched = bot.touch()
    return deepcopy(stored.payload)


def _to_edit(bot: BotState, chat: Chat, params: Params) -> Stored:
    stored = bot.messages.get((chat.id, int(params.get("message_id") or 0)))
    if stored is None or stored.deleted:
        raise bad("message to edit not found")
    if not stored.from_bot or (stored.markup and "inline_keyboard" not in stored.markup):
        raise bad("message can't be edited")
    return stored


@method
def edit_message_text(bot: BotState, params: Params) -> Payload:
    text, entities = rules.message_text(params)
    return _edited(bot, params, "text", {"text": text, **filled(entities=entities)})


@method
def edit_message_caption(bot: BotState, params: Params) -> Payload:
    return _edited(bot, params, "caption", _captioned(params))


@method
def edit_message_reply_markup(bot: BotState, params: Params) -> Payload:
    return _edited(bot, params, "reply_markup", {})


@method
def delete_message(bot: BotState, params: Params) -> bool:
    chat = chat_of(bot, params)
    stored = bot.messages.get((chat.id, int(params.get("message_id") or 0)))
    if stored is None or stored.deleted:
        raise bad("message to delete not found")
    if bot.world.clock() - stored.at > rules.MAX_DELETE_AGE:
        raise bad("message can't be deleted for everyone")
    stored.deleted = True
    return True


@method
def answer_callback_query(bot: BotState, params: Params) -> bool:
    if units(str(params.get("text") or "")) > rules.MAX_CALLBACK_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    query = bot.queries.get(str(params.get("callback_query_id")))
    expired = query is not None and bot.world.clock() - query.at > bot.world.callback_age
    if query is None or expired or query.answer is not None:
        raise bad(TOO_OLD)
    query.answer = dict(params)
    return True
