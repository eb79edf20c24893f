"""One Telegram bot: what it sends and how, what it says of itself. The only file that knows aiogram
besides its session; imported only when a token is set (it takes seconds and 100 MB).

Everything is sent as plain text: a person's words are never read as markup.
"""

import hashlib
import hmac
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram import Bot, methods
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MenuButtonCommands,
)
from aiogram.utils.token import TokenValidationError

from bot.channels.telegram_session import LeanSession
from bot.channels.telegram_updates import ALLOWED
from desk import papers
from mentoring.carrying import TELEGRAM, signed, split
from scheduler import failures
from scheduler.pacing import Limits
from store.posting import Parcel

RATE = 30
CHAT_SECONDS = 1.0
GROUP_PER_MINUTE = 20
"""core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this"""

POLL_SECONDS = 25
POLL_GRACE_SECONDS = 10
"""An answer to a poll may be so much later than asked for."""

UPDATES_AT_ONCE = 100
"""getUpdates: limit, 1-100."""

SHORT_LABEL = 16
"""Two buttons stand side by side when both labels are this short."""

NARROW_LABEL, NARROW_IN_A_ROW = 2, 5
"""Numbers of a scale stand five in a row (a row holds 8 at most)."""

NO_PREVIEW = {"is_disabled": True}
FORGIVEN = ("message is not modified",)
"""What an edit is refused with when there is nothing left to do."""

PAST = ("message to edit not found", "message can't be edited", "message_id_invalid")
STALE = ("query is too old", "query_id_invalid", "query id is invalid")

Fetch = Callable[[Parcel], Awaitable[bytes | None]]
"""The picture or file a message shows; None when its owner may no longer see it."""


class WrongToken(Exception):
    """This is not the token of a Telegram bot: it looks like 123456789:AA... ."""


@dataclass(frozen=True, kw_only=True)
class About:
    """What a bot says of itself in one language; `commands` are names with a few words each."""

    description: str
    short: str
    commands: tuple[tuple[str, str], ...]


class Telegram:
    """A Carrier (see scheduler.courier) that also reads updates and introduces itself."""

    def __init__(
        self, *, channel: str, token: str, api_url: str | None, fetch: Fetch, rate: int = RATE
    ) -> None:
        self.channel, self._fetch = channel, fetch
        self.limits = Limits(
            per_second=rate, chat_seconds=CHAT_SECONDS, group_per_minute=GROUP_PER_MINUTE
        )
        server = TelegramAPIServer.from_base(api_url) if api_url else PRODUCTION
        try:
            self._session = LeanSession(api=server)
            self._bot = Bot(token, session=self._session)
        except TokenValidationError:
            raise WrongToken(channel) from None

    async def close(self) -> None:
        await self._bot.session.close()

    async def send(self, parcel: Parcel) -> str | None:
        body = parcel.body or {}
        if "edit" in body and body.get("buttons"):
            return await self._replace(parcel, body)
        if "edit" in body:
            await self._edit(parcel, body)
            return parcel.target
        if body.get("image") or body.get("document"):
            return _number(await self._with_file(parcel, body))
        return _number(await self._say(parcel, body))

    async def _say(self, parcel: Parcel, body: Mapping[str, Any]) -> Any:
        return await self._session.call(self._bot, "sendMessage", _text(parcel, body))

    async def _with_file(self, parcel: Parcel, body: Mapping[str, Any]) -> Any:
        content = await self._fetch(parcel)
        if content is None:
            return await self._say(parcel, {**body, "text": body["text"] or body.get("alt")})
        shared = {
            "chat_id": int(str(parcel.address)),
            "caption": _said(body) or None,
            "reply_markup": _markup(parcel, body),
        }
        given: dict[str, Any] = {name: value for name, value in shared.items() if value is not None}
        if body.get("image"):
            photo = BufferedInputFile(content, "picture.png")
            return await self._bot(methods.SendPhoto(photo=photo, **given))
        name = papers.name_of(str(body["document"]))
        return await self._bot(
            methods.SendDocument(document=BufferedInputFile(content, name), **given)
        )

    async def _edit(self, parcel: Parcel, body: Mapping[str, Any]) -> None:
        """The buttons give way to what was chosen; a message too old for it stays as it is."""
        where: dict[str, Any] = {
            "chat_id": int(str(parcel.address)),
            "message_id": int(str(parcel.target)),
        }
        text = f"{_said(body)}\n\n➤ {body['chosen']}".strip()
        try:
            if body.get("image") or next(split(text, TELEGRAM.text)) != text:
                await self._bot(methods.EditMessageReplyMarkup(**where))
            else:
                await self._bot(
                    methods.EditMessageText(
                        text=text,
                        link_preview_options=LinkPreviewOptions(is_disabled=True),
                        **where,
                    )
                )
        except failures.Refused as error:
            if not _says(error, (*FORGIVEN, *PAST)):
                raise

    async def _replace(self, parcel: Parcel, body: Mapping[str, Any]) -> str | None:
        """The question in its new state, in the same place; anew where the old one is gone."""
        where = {"chat_id": int(str(parcel.address)), "message_id": int(str(parcel.target))}
        values = {**_text(parcel, body), **where}
        try:
            await self._session.call(self._bot, "editMessageText", values)
        except failures.Refused as error:
            if _says(error, PAST):
                return _number(await self._say(parcel, body))
            if not _says(error, FORGIVEN):
                raise
        return parcel.target

    async def answer_press(self, press: str, text: str | None = None) -> None:
        """Stops the button's clock on the phone, with a word for the one who tapped it, if any. Too
        late is no harm: the message is accepted."""
        try:
            await self._bot(methods.AnswerCallbackQuery(callback_query_id=press, text=text))
        except failures.Refused as error:
            if not _says(error, STALE):
                raise

    async def updates(self, offset: int | None) -> list[dict[str, Any]]:
        """The updates from `offset` on, which confirms all before; waits while there are none."""
        asked: dict[str, Any] = {
            "timeout": POLL_SECONDS,
            "limit": UPDATES_AT_ONCE,
            "allowed_updates": list(ALLOWED),
        }
        if offset is not None:
            asked["offset"] = offset
        within = POLL_SECONDS + POLL_GRACE_SECONDS
        found: Any = await self._bot(methods.GetUpdates(**asked), request_timeout=within)
        return [each for each in found if isinstance(each, dict)]

    async def username(self) -> str:
        found: Any = await self._bot(methods.GetMe())
        return str(found["username"])

    async def listen_by_polling(self) -> None:
        """No webhook, else getUpdates is refused; what waits at the platform is kept."""
        await self._bot(methods.DeleteWebhook(drop_pending_updates=False))

    async def listen_by_webhook(self, url: str, secret: str) -> None:
        await self._bot(
            methods.SetWebhook(
                url=url,
                secret_token=secret,
                allowed_updates=list(ALLOWED),
                drop_pending_updates=False,
            )
        )

    async def introduce(self, about: Mapping[str, About]) -> None:
        """Commands, menu button and descriptions; the first language is everybody's default."""
        for place, (language, texts) in enumerate(about.items()):
            codes = ["", language] if place == 0 else [language]
            for code in codes:
                spoken: dict[str, Any] = {"language_code": code} if code else {}
                commands = [BotCommand(command=name, description=x) for name, x in texts.commands]
                await self._bot(methods.SetMyCommands(commands=commands, **spoken))
                await self._bot(methods.SetMyDescription(description=texts.description, **spoken))
                await self._bot(
                    methods.SetMyShortDescription(short_description=texts.short, **spoken)
                )
        await self._bot(methods.SetChatMenuButton(menu_button=MenuButtonCommands()))


def webhook_secret(key: bytes, channel: str) -> str:
    """What the platform proves itself with (1-256 characters of A-Za-z0-9_-)."""
    return hmac.new(key, f"webhook {channel}".encode(), hashlib.sha256).hexdigest()


def _number(message: Any) -> str:
    return str(message["message_id"])


def _says(error: Exception, texts: Sequence[str]) -> bool:
    said = str(error).lower()
    return any(text in said for text in texts)


def _text(parcel: Parcel, body: Mapping[str, Any]) -> dict[str, Any]:
    """The values of sendMessage."""
    values: dict[str, Any] = {
        "chat_id": int(str(parcel.address)),
        "text": _said(body) or "…",
        "link_preview_options": NO_PREVIEW,
    }
    if rows := _keyboard(parcel, body):
        values["reply_markup"] = {"inline_keyboard": rows}
    return values


def _said(body: Mapping[str, Any]) -> str:
    return signed(str(body.get("text") or ""), body.get("author"))


def _keyboard(parcel: Parcel, body: Mapping[str, Any]) -> list[list[dict[str, str]]]:
    """The rows of an inline keyboard; what stands behind a button stays with us."""
    return _rows(
        [
            {"text": label, "callback_data": f"{parcel.token}.{place}"}
            for place, (label, _action) in enumerate(body.get("buttons", ()))
        ]
    )


def _markup(parcel: Parcel, body: Mapping[str, Any]) -> InlineKeyboardMarkup | None:
    rows = _keyboard(parcel, body)
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": rows}) if rows else None


def _rows(buttons: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    """Numbers five in a row, short labels two, long ones alone."""
    rows: list[list[dict[str, str]]] = []
    room_of_row = 0
    for button in buttons:
        room = _room(button["text"])
        if rows and room == room_of_row and len(rows[-1]) < room:
            rows[-1].append(button)
        else:
            rows.append([button])
            room_of_row = room
    return rows


def _room(label: str) -> int:
    if len(label) <= NARROW_LABEL:
        return NARROW_IN_A_ROW
    return 2 if len(label) <= SHORT_LABEL else 1
