"""The fake's rules are those of the libraries that speak to the real server."""

from typing import Any

import pytest

from tests.platforms import telegram_rules as rules
from tests.platforms.conftest import TOKEN, Ask
from tests.platforms.telegram import FakeBot, FakeTelegram, Person, a_photo
from tests.platforms.telegram_cases import AGREED, PARSED, buttons
from tests.platforms.telegram_text import Refused, parse_html


def test_the_limits_are_those_python_telegram_bot_knows() -> None:
    from telegram import constants as known

    assert (1, rules.MAX_TEXT) == (
        known.MessageLimit.MIN_TEXT_LENGTH,
        known.MessageLimit.MAX_TEXT_LENGTH,
    )
    button, markup = known.InlineKeyboardButtonLimit, known.InlineKeyboardMarkupLimit
    commands, poll, media = known.BotCommandLimit, known.PollLimit, known.MediaGroupLimit
    size, flood = known.FileSizeLimit, known.FloodLimit
    pairs = {
        known.MessageLimit.CAPTION_LENGTH: rules.MAX_CAPTION,
        known.MessageLimit.DEEP_LINK_LENGTH: rules.MAX_PAYLOAD,
        button.MIN_CALLBACK_DATA: rules.MIN_CALLBACK_DATA,
        button.MAX_CALLBACK_DATA: rules.MAX_CALLBACK_DATA,
        markup.TOTAL_BUTTON_NUMBER: rules.MAX_BUTTONS,
        markup.BUTTONS_PER_ROW: rules.MAX_BUTTONS_PER_ROW,
        known.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH: rules.MAX_CALLBACK_ANSWER,
        poll.MIN_QUESTION_LENGTH: rules.MIN_QUESTION,
        poll.MAX_QUESTION_LENGTH: rules.MAX_QUESTION,
        poll.MAX_OPTION_NUMBER: rules.MAX_OPTIONS,
        poll.MAX_OPTION_LENGTH: rules.MAX_OPTION,
        media.MIN_MEDIA_LENGTH: rules.MIN_ALBUM,
        media.MAX_MEDIA_LENGTH: rules.MAX_ALBUM,
        commands.MAX_COMMAND_NUMBER: rules.MAX_COMMANDS,
        commands.MIN_COMMAND: rules.MIN_COMMAND,
        commands.MAX_COMMAND: rules.MAX_COMMAND,
        commands.MAX_DESCRIPTION: rules.MAX_COMMAND_DESCRIPTION,
        known.BotNameLimit.MAX_NAME_LENGTH: rules.MAX_BOT_NAME,
        known.BotDescriptionLimit.MAX_DESCRIPTION_LENGTH: rules.MAX_DESCRIPTION,
        known.BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH: rules.MAX_SHORT_DESCRIPTION,
        size.PHOTOSIZE_UPLOAD: rules.MAX_PHOTO,
        size.FILESIZE_UPLOAD: rules.MAX_DOCUMENT,
        size.FILESIZE_DOWNLOAD: rules.MAX_DOWNLOAD,
        flood.MESSAGES_PER_SECOND: rules.MESSAGES_PER_SECOND,
        flood.MESSAGES_PER_SECOND_PER_CHAT: rules.MESSAGES_PER_SECOND_PER_CHAT,
        flood.MESSAGES_PER_MINUTE_PER_GROUP: rules.MESSAGES_PER_MINUTE_PER_GROUP,
        known.PollingLimit.MAX_LIMIT: rules.MAX_UPDATES,
        known.WebhookLimit.MAX_SECRET_TOKEN_LENGTH: rules.MAX_SECRET,
    }
    assert [int(limit) for limit in pairs] == list(pairs.values())


async def test_every_update_is_one_that_both_libraries_know(
    bot: FakeBot, anna: Person, ask: Ask
) -> None:
    import aiogram
    import telegram

    large = bot.user(name="Jānis")
    ask("sendMessage", chat_id=anna.id, text="Sveika", reply_markup=buttons(["Jā"]))
    anna.start("inv-1")
    anna.edit(anna.send("one"), "two /help")
    for act in (anna.voice, anna.sticker, anna.photo, anna.document, anna.contact, large.contact):
        act()
    anna.album(2, "Mūsu pastaiga")
    anna.contact(user_id=large.id)
    anna.tap("Jā")
    ask("deleteMessage", chat_id=anna.id, message_id=anna.last().message_id)
    anna.tap_data("long gone", 2)
    anna.block()
    anna.unblock()
    group = bot.group("Mentori", [anna, large])
    group.send(large, "/start@fake_bot")
    group.migrate()
    group.kick_bot()
    assert large.id > 2**32 > anna.id
    for update in bot.pending():
        model = aiogram.types.Update.model_validate(update, strict=False)
        parsed = telegram.Update.de_json(update, None)
        assert parsed.effective_user is not None
        assert model.event_type == next(key for key in update if key != "update_id")
        assert parsed.to_dict().keys() == update.keys()


async def test_python_telegram_bot_talks_to_it(server: FakeTelegram, anna: Person) -> None:
    import telegram

    base = server.url
    async with telegram.Bot(TOKEN, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as ptb:
        markup = telegram.InlineKeyboardMarkup.from_button(
            telegram.InlineKeyboardButton("Jā", callback_data="yes")
        )
        sent = await ptb.send_message(anna.id, "<b>A</b>", parse_mode="HTML", reply_markup=markup)
        await ptb.edit_message_text("B", anna.id, sent.message_id)
        photo = await ptb.send_photo(anna.id, a_photo(), caption="C")
        await ptb.send_document(anna.id, b"plan", filename="plan.txt")
        album = await ptb.send_media_group(
            anna.id, [telegram.InputMediaPhoto(a_photo()), telegram.InputMediaPhoto(a_photo())]
        )
        await ptb.send_poll(anna.id, "Kad?", ["Rīt", "Parīt"])
        await ptb.set_my_commands([("help", "Palīdzība")], language_code="lv")
        file = await ptb.get_file(photo.photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == a_photo()
        assert [one.command for one in await ptb.get_my_commands(language_code="lv")] == ["help"]
        assert await ptb.get_my_commands() == ()
        assert (await ptb.get_chat(anna.id)).first_name == "Anna"
        assert [update.update_id for update in await ptb.get_updates()] == [300_000_001]
    first, *others = anna.messages()
    assert (first.text, first.edited, first.buttons) == ("B", True, [])
    assert [one.kind for one in others] == ["photo", "document", "photo", "photo", "poll"]
    assert others[0].photo == a_photo()
    assert (others[1].document, others[1].filename) == (b"plan", "plan.txt")
    assert others[2].album == others[3].album == album[0].media_group_id
    assert others[4].options == ["Rīt", "Parīt"]


async def test_aiogram_talks_to_it(anna: Person, bot: FakeBot, aiogram_bot: Any) -> None:
    from aiogram.exceptions import TelegramForbiddenError
    from aiogram.types import BotCommandScopeChat, BufferedInputFile, InlineKeyboardMarkup

    me = await aiogram_bot.me()
    assert (me.id, me.username) == (bot.id, bot.username)
    markup = InlineKeyboardMarkup(**buttons(["Jā", "Nē"]))
    await aiogram_bot.send_message(anna.id, "Vai?", reply_markup=markup)
    await aiogram_bot.send_photo(anna.id, BufferedInputFile(a_photo(), "a.png"))
    query = anna.tap("J")
    assert anna.answer(query) is None
    await aiogram_bot.answer_callback_query(query, "Paldies")
    assert anna.answer(query) == "Paldies"
    scope = BotCommandScopeChat(chat_id=anna.id)
    await aiogram_bot.set_my_commands([{"command": "stop", "description": "Beigt"}], scope)
    assert bot.commands[f"chat:{anna.id}", ""] == [{"command": "stop", "description": "Beigt"}]
    await aiogram_bot.set_my_name("Pavadonis", language_code="lv")
    await aiogram_bot.set_chat_menu_button()
    await aiogram_bot.send_chat_action(anna.id, "typing")
    anna.block()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await aiogram_bot.send_message(anna.id, "Vai?")


async def test_teremok_judges_as_the_fake_does(anna: Person, aiogram_bot: Any) -> None:
    from aiogram import methods
    from aiogram.exceptions import TelegramBadRequest
    from aiogram.types import BufferedInputFile
    from teremok.bot import MockBot

    async def verdicts(judge: Any) -> dict[str, bool]:
        """Case by case, whether the call passed."""
        passed = {}
        for case, (_, name, given) in AGREED.items():
            own: dict[str, Any] = {"chat_id": anna.id}
            if name == "AnswerCallbackQuery":
                own = {"callback_query_id": anna.tap_data("a")}
            elif name == "SendPhoto":
                own["photo"] = BufferedInputFile(a_photo(), "a.png")
            try:
                await judge(getattr(methods, name)(**own, **given))
                passed[case] = True
            except TelegramBadRequest:
                passed[case] = False
        return passed

    expected = {case: accepted for case, (accepted, *_) in AGREED.items()}
    assert await verdicts(MockBot()) == expected
    assert await verdicts(aiogram_bot) == expected


@pytest.mark.parametrize("case", PARSED)
def test_html_is_parsed_as_tdlib_does(case: str) -> None:
    expected = PARSED[case]
    if isinstance(expected, str):
        with pytest.raises(Refused) as refused:
            parse_html(case)
        assert refused.value.description == f"Bad Request: can't parse entities: {expected}"
    else:
        text, entities = parse_html(case)
        assert (
            text,
            *((one["type"], one["offset"], one["length"]) for one in entities),
        ) == expected
