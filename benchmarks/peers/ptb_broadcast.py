"""python-telegram-bot's own way to a broadcast: `AIORateLimiter`, a gather, replies amid it.

Run: python -m benchmarks.peers.ptb_broadcast TOKEN http://127.0.0.1:PORT MESSAGES [RETRIES]
Prints `{"chat": n, "queued": t}`, the moment (`time.monotonic()`) a reply was handed to the bot.
"""

import asyncio
import json
import sys
import time

from telegram.ext import AIORateLimiter, ExtBot

from benchmarks.broadcast import PER_SECOND, reply_times
from benchmarks.stub_telegram import FIRST_CHAT


async def reply(bot: "ExtBot[int]", chat: int, after: float) -> None:
    await asyncio.sleep(after)
    print(json.dumps({"chat": chat, "queued": time.monotonic()}), flush=True)
    await bot.send_message(chat, "Labi, piektdien plkst. 16.00.")


async def main(token: str, url: str, messages: int, retries: int) -> None:
    limiter = AIORateLimiter(PER_SECOND, 1, max_retries=retries)
    async with ExtBot(token, base_url=f"{url}/bot", rate_limiter=limiter) as bot:
        await asyncio.gather(
            *(reply(bot, chat, after) for chat, after in reply_times(messages).items()),
            *(bot.send_message(FIRST_CHAT + i, "Rīt tiekamies.") for i in range(messages)),
            return_exceptions=True,
        )


if __name__ == "__main__":
    _, _token, _url, _messages, *_retries = sys.argv
    asyncio.run(main(_token, _url, int(_messages), int(*_retries or ["0"])))
