"""Invitation links, one for each channel that is set up."""

from datetime import UTC, datetime

from bot.errors import WrongSetting
from bot.settings import Settings
from bot.wiring import load_programmes, open_store
from mentoring.programme import ROLES
from store import invitations


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
    return {"web": f"{settings.address}/join/{code}"}
