"""Calls that the rules allow or refuse, for the fake's own tests."""

from typing import Any

EMOJI = "😀"  # two UTF-16 units


def buttons(*rows: list[str]) -> dict[str, Any]:
    return keys(*([{"text": label, "callback_data": label} for label in row] for row in rows))


def keys(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


MANY = buttons(*(["a"] * 8 for _ in range(13)))
# Rules both have: what to call, and whether it is accepted. Lengths are in UTF-16 units.
AGREED: dict[str, tuple[bool, str, dict[str, Any]]] = {
    "longest text": (True, "SendMessage", {"text": "x" * 4096}),
    "text too long": (False, "SendMessage", {"text": "x" * 4097}),
    "text too long by an emoji": (False, "SendMessage", {"text": "x" * 4095 + EMOJI}),
    "no text": (False, "SendMessage", {"text": ""}),
    "HTML": (True, "SendMessage", {"text": "<b>a <i>b</i></b> &lt;c&gt;", "parse_mode": "HTML"}),
    "link": (True, "SendMessage", {"text": '<a href="https://a.lv">b</a>', "parse_mode": "HTML"}),
    "spoiler": (True, "SendMessage", {"text": "<tg-spoiler>b</tg-spoiler>", "parse_mode": "HTML"}),
    "unknown tag": (False, "SendMessage", {"text": "<p>a</p>", "parse_mode": "HTML"}),
    "line break tag": (False, "SendMessage", {"text": "a<br>b", "parse_mode": "HTML"}),
    "unclosed tag": (False, "SendMessage", {"text": "<b>a", "parse_mode": "HTML"}),
    "crossed tags": (False, "SendMessage", {"text": "<b><i>a</b></i>", "parse_mode": "HTML"}),
    "end without start": (False, "SendMessage", {"text": "a</b>", "parse_mode": "HTML"}),
    "bare less-than": (False, "SendMessage", {"text": "a < b", "parse_mode": "HTML"}),
    "span of no class": (False, "SendMessage", {"text": "<span>a</span>", "parse_mode": "HTML"}),
    "tags as plain text": (True, "SendMessage", {"text": "<p>a < b"}),
    "entity beyond the text": (
        False,
        "SendMessage",
        {"text": "ab", "entities": [{"type": "bold", "offset": 1, "length": 2}]},
    ),
    "longest caption": (True, "SendPhoto", {"caption": "x" * 1024}),
    "caption too long": (False, "SendPhoto", {"caption": "x" * 1025}),
    "caption with bad HTML": (False, "SendPhoto", {"caption": "<x>", "parse_mode": "HTML"}),
    "longest callback data": (
        True,
        "SendMessage",
        {"text": "a", "reply_markup": keys([{"text": "a", "callback_data": "ā" * 32}])},
    ),
    "callback data of 65 bytes": (
        False,
        "SendMessage",
        {"text": "a", "reply_markup": keys([{"text": "a", "callback_data": "ā" * 32 + "x"}])},
    ),
    "empty callback data": (
        False,
        "SendMessage",
        {"text": "a", "reply_markup": keys([{"text": "a", "callback_data": ""}])},
    ),
    "button without action": (
        False,
        "SendMessage",
        {"text": "a", "reply_markup": keys([{"text": "a"}])},
    ),
    "button with two actions": (
        False,
        "SendMessage",
        {
            "text": "a",
            "reply_markup": keys([{"text": "a", "callback_data": "b", "url": "https://a.lv"}]),
        },
    ),
    "callback answer too long": (False, "AnswerCallbackQuery", {"text": "x" * 201}),
    "longest callback answer": (True, "AnswerCallbackQuery", {"text": "x" * 200}),
}


TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
POLL = {"question": "Kad?", "options": ["Rīt", "Parīt"]}
REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "blank text": ("sendMessage", {"text": " \n\u2800"}, "message text is empty"),
    "lone surrogate": ("sendMessage", {"text": "\ud83d"}, "strings must be encoded in UTF-8"),
    "raw text over 32 KiB": (
        "sendMessage",
        {"text": "<b></b>" * 4700 + "x", "parse_mode": "HTML"},
        "message is too long",
    ),
    "Markdown, which the fake does not speak": (
        "sendMessage",
        {"text": "a", "parse_mode": "MarkdownV2"},
        "unsupported parse_mode",
    ),
    "101 buttons": ("sendMessage", {"text": "a", "reply_markup": MANY}, "markup is too long"),
    "nine in a row": (
        "sendMessage",
        {"text": "a", "reply_markup": buttons(["a"] * 9)},
        "markup is too long",
    ),
    "button of no text": (
        "sendMessage",
        {"text": "a", "reply_markup": keys([{"text": " ", "callback_data": "a"}])},
        "text must be non-empty",
    ),
    "button to localhost": (
        "sendMessage",
        {"text": "a", "reply_markup": keys([{"text": "a", "url": "http://localhost/"}])},
        "Wrong HTTP URL",
    ),
    "question too long": ("sendPoll", POLL | {"question": "x" * 301}, "length must not exceed 300"),
    "no question": ("sendPoll", POLL | {"question": " "}, "question must be non-empty"),
    "one option": ("sendPoll", POLL | {"options": ["a"]}, "at least 2 option"),
    "13 options": ("sendPoll", POLL | {"options": ["a"] * 13}, "more than 12 options"),
    "option too long": ("sendPoll", POLL | {"options": ["a", "x" * 101]}, "not exceed 100"),
    "album of one": ("sendMediaGroup", {"media": [{"type": "photo"}]}, "at least 2"),
    "album of eleven": ("sendMediaGroup", {"media": [{"type": "photo"}] * 11}, "too many messages"),
    "unknown file": ("sendDocument", {"document": "x"}, "wrong file identifier"),
    "101 commands": (
        "setMyCommands",
        {"commands": [{"command": "a", "description": "b"}] * 101},
        "BOT_COMMANDS_TOO_MUCH",
    ),
    "command in capitals": (
        "setMyCommands",
        {"commands": [{"command": "Help", "description": "b"}]},
        "BOT_COMMAND_INVALID",
    ),
    "command without description": (
        "setMyCommands",
        {"commands": [{"command": "help", "description": ""}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    "name too long": ("setMyName", {"name": "x" * 65}, "bot name is too long"),
    "unknown action": ("sendChatAction", {"action": "dancing"}, "wrong parameter action"),
    "unknown query": ("answerCallbackQuery", {"callback_query_id": "1"}, TOO_OLD),
    "secret with a space": ("setWebhook", {"url": "https://a.lv", "secret_token": "a b"}, "secret"),
    "webhook without TLS": ("setWebhook", {"url": "http://a.lv"}, "HTTPS URL must be provided"),
}
# HTML, and its text with entities or tdlib's words against it; after tdlib's own tests.
PARSED: dict[str, tuple[Any, ...] | str] = {
    "&ge;&lt;&gt;&amp;&quot;&laquo; & &#65;&#x2014;": ('&ge;<>&"&laquo; & A—',),
    f"{EMOJI}<i>{EMOJI}b</i>": (f"{EMOJI}{EMOJI}b", ("italic", 2, 3)),
    "<B>a</b><strong>b</strong>": ("ab", ("bold", 0, 1), ("bold", 1, 1)),
    "<i aba>x</i   >": ("x", ("italic", 0, 1)),
    "<b></b>": ("",),
    '<span class="tg-spoiler">a</span>': ("a", ("spoiler", 0, 1)),
    "<a>https://a.lv</a>": ("https://a.lv", ("text_link", 0, 12)),
    "<blockquote expandable>a</blockquote>": ("a", ("expandable_blockquote", 0, 1)),
    "🏟 🏟&lt;<abac>": 'Unsupported start tag "abac" at byte offset 13',
    "🏟 🏟&lt;<i   =aba>": 'Empty attribute name in the tag "i" at byte offset 13',
    "🏟 🏟&lt;<i    aba>": 'Can\'t find end tag corresponding to start tag "i"',
    "🏟 🏟&lt;<i    aba  =  ": 'Unclosed start tag "i" at byte offset 13',
    "🏟 🏟&lt;</": "Unexpected end tag at byte offset 13",
    "🏟 🏟&lt;<b></b></": "Unexpected end tag at byte offset 20",
    "🏟 🏟&lt;<i>a</i   ": "Unclosed end tag at byte offset 17",
    "🏟 🏟&lt;<i>a</em   >": ('Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
}
