"""Invitation links, one for each channel that is set up."""

import asyncio
import sys
from datetime import UTC, datetime

from bot.channels.telegram_names import LINK, name_fact
from bot.errors import WrongSetting
from bot.settings import Settings
from bot.wiring import load_programmes, open_store
from mentoring.programme import ROLES
from scheduler.failures import SendFailed
from store import invitations, journal


def links(
    settings: Settings, *, programme: str, role: str, name: str, language: str
) -> dict[str, str]:
    """Channel to link. Raises WrongSetting when programme, role or language is not known."""
    known = load_programmes(settings.programmes)
    if programme not in known:
        raise WrongSetting(f"there is no programme {programme!r}; there are: {', '.join(known)}.")
    if role not in ROLES:
        raise WrongSetting(f"there is no role {role!r}; there are: {', '.join(ROLES)}.")
    if language not in known[programme].programme.languages:
        raise WrongSetting(f"{programme} has no texts in {language!r}.")
    if not name.strip():
        raise WrongSetting("the name is empty.")
    store = open_store(settings)
    try:
        code = store.run_now(
            lambda tx: invitations.issue(
                tx,
                programme=programme,
                role=role,
                name=name.strip(),
                language=language,
                now=datetime.now(UTC),
            )
        )
    finally:
        store.close_now()
    return {"web": f"{settings.address}/join/{code}", **_telegram(settings, programme, code)}


def _telegram(settings: Settings, programme: str, code: str) -> dict[str, str]:
    """The programme's own bot, or the common one. Its name is asked for if nobody knows it yet."""
    bots = settings.bots()
    own = f"telegram:{programme}"
    channel = own if own in bots else "telegram"
    if channel not in bots:
        return {}
    store = open_store(settings)
    try:
        name = store.run_now(lambda tx: journal.fact(tx, name_fact(channel)))
        if name is None:
            from bot.channels.telegram_bots import username

            name = asyncio.run(username(bots[channel], settings.telegram_api_url))
            store.run_now(lambda tx: journal.set_fact(tx, name_fact(channel), name))
    except SendFailed as error:
        reason = f"Telegram did not tell the bot's name ({error}): the link is for the web alone."
        print(reason, file=sys.stderr)
        return {}
    finally:
        store.close_now()
    return {"telegram": LINK.format(name=name) + code}
