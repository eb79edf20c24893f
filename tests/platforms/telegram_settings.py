"""The Bot API's methods about the bot itself, its webhook and its chats, all but getUpdates."""

from tests.platforms import telegram_rules as rules
from tests.platforms.telegram_methods import chat_of, filled, method, true
from tests.platforms.telegram_state import OPEN_CONNECTIONS, BotState, Params, Payload, Webhook
from tests.platforms.telegram_text import bad, formatted, units


@method
def get_me(bot: BotState, params: Params) -> Payload:
    flags = "can_read_all_group_messages supports_inline_queries can_connect_to_business"
    others = dict.fromkeys([*flags.split(), "has_main_web_app"], False)
    return {**bot.me(), "can_join_groups": True, **others}


@method
def set_webhook(bot: BotState, params: Params) -> bool:
    url, secret = params.get("url", ""), params.get("secret_token")
    if url and not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if secret is not None and not rules.SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    connections = int(params.get("max_connections") or OPEN_CONNECTIONS)
    bot.webhook = Webhook(url=url, secret=secret, max_connections=connections) if url else None
    bot.queue.ready = dict.fromkeys(bot.queue.lanes)
    allow(bot, params)
    if true(params.get("drop_pending_updates")):
        bot.queue.drop()
    bot.poller, bot.ended = bot.poller + 1, "Conflict: terminated by setWebhook request"
    bot.world.signal.notify()
    return True


def allow(bot: BotState, params: Params) -> None:
    """Keep the kinds of update asked for; an empty list is the default ones."""
    if params.get("allowed_updates") is not None:
        bot.allowed = frozenset(params["allowed_updates"]) or None


@method
def delete_webhook(bot: BotState, params: Params) -> bool:
    bot.webhook = None
    if true(params.get("drop_pending_updates")):
        bot.queue.drop()
    return True


@method
def get_webhook_info(bot: BotState, params: Params) -> Payload:
    hook = bot.webhook
    info: Payload = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(bot.queue.items),
    }
    if hook:
        info["max_connections"] = hook.max_connections
    if hook and hook.last_error:
        info |= {"last_error_date": hook.last_error_at, "last_error_message": hook.last_error}
    return info | filled(allowed_updates=sorted(bot.allowed or ()))


def _scope(params: Params) -> tuple[str, str]:
    scope, language = params.get("scope") or {"type": "default"}, params.get("language_code") or ""
    if scope.get("type") not in rules.SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    if language and not rules.LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    where = [scope["type"], *(str(scope[key]) for key in ("chat_id", "user_id") if key in scope)]
    return ":".join(where), language


@method
def set_my_commands(bot: BotState, params: Params) -> bool:
    bot.commands[_scope(params)] = rules.commands(params.get("commands"))
    return True


@method
def get_my_commands(bot: BotState, params: Params) -> list[dict[str, str]]:
    return bot.commands.get(_scope(params), [])


def _described(bot: BotState, params: Params, name: str, limit: int) -> bool:
    text, _ = formatted(params.get(name) or "", None, None)
    if units(text) > limit:
        raise bad(f"bot {name.replace('_', ' ')} is too long")
    bot.texts[name, _scope(params)[1]] = text
    return True


@method
def set_my_name(bot: BotState, params: Params) -> bool:
    return _described(bot, params, "name", rules.MAX_BOT_NAME)


@method
def set_my_description(bot: BotState, params: Params) -> bool:
    return _described(bot, params, "description", rules.MAX_DESCRIPTION)


@method
def set_my_short_description(bot: BotState, params: Params) -> bool:
    return _described(bot, params, "short_description", rules.MAX_SHORT_DESCRIPTION)


@method
def set_chat_menu_button(bot: BotState, params: Params) -> bool:
    button = params.get("menu_button") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad("can't parse menu button: unsupported type specified")
    chat_id = chat_of(bot, params).id if params.get("chat_id") else None
    bot.menu_buttons[chat_id] = button
    return True


@method
def get_file(bot: BotState, params: Params) -> Payload:
    file_id = str(params.get("file_id"))
    upload = bot.files.get(file_id)
    if upload is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(upload.data) > rules.MAX_DOWNLOAD:
        raise bad("file is too big")
    identity = {"file_id": file_id, "file_unique_id": f"u{file_id}"}
    return {**identity, "file_size": len(upload.data), "file_path": f"files/{file_id}"}


@method
def leave_chat(bot: BotState, params: Params) -> bool:
    chat = chat_of(bot, params)
    if chat.type == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.left = True
    bot.member(chat, bot.me(), "member", "left")
    return True


@method
def get_chat(bot: BotState, params: Params) -> Payload:
    kinds = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"
    gifts = dict.fromkeys(kinds.split(), True)
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return {**chat_of(bot, params).payload(), **full}
