"""What one person will receive, when and why, as it stands in the database now."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.rehearsal.errors import WrongPerson
from bot.settings import Settings
from bot.wiring import load_programmes, open_store
from desk.upcoming import coming
from desk.wording import wording
from knowledge.folder import LoadedProgramme
from mentoring.programme import ROLES
from scheduler.clock import SystemClock
from scheduler.winding import FACT
from store import journal, people
from store.people import Person
from store.work import Tx

Programmes = dict[str, LoadedProgramme]
WAITS = {
    "due": "due now, waits for the next tick",
    "quiet": "due now, waits for the end of the quiet hours",
    "late": "missed its day, will be told as late",
    "missed": "missed its day, will not be told",
}
LANGUAGE = "en"  # of the reasons: the command line speaks English


def upcoming(settings: Settings, who: str, programme: str | None) -> list[dict[str, Any]]:
    """Soonest first: {at, programme, kind, about, why, stands}. Raises WrongPerson."""
    loaded = load_programmes(settings.programmes)
    store = open_store(settings)
    try:
        return store.run_now(partial(_listed, who=who, programme=programme, loaded=loaded))
    finally:
        store.close_now()


def _listed(tx: Tx, who: str, programme: str | None, loaded: Programmes) -> list[dict[str, Any]]:
    person = _one(tx, who, programme, loaded)
    names = [programme] if programme is not None else list(loaded)
    now, t = now_in(tx), wording(LANGUAGE)
    found = [one for name in names for one in coming(tx, loaded[name], person, t, now)]
    return [
        {
            "at": each.at.isoformat(timespec="minutes"),
            "programme": each.programme,
            "kind": each.kind,
            "about": None if each.kept else each.about,
            "why": each.why,
            "stands": each.stands,
        }
        for each in sorted(found, key=lambda each: each.at)
    ]


def now_in(tx: Tx) -> datetime:
    """The demo's clock may be wound; everywhere else it is what the clock on the wall says."""
    return SystemClock().now() + timedelta(microseconds=journal.fact(tx, FACT) or 0)


def readable(each: dict[str, Any]) -> str:
    """One line of the list; what is due already says what it waits for."""
    about = f" ({each['about']})" if each["about"] else ""
    line = f"{each['at']}  {each['kind']}{about}: {each['why']}"
    return f"{line} [{WAITS[each['stands']]}]" if each["stands"] in WAITS else line


def _one(tx: Tx, who: str, programme: str | None, loaded: Programmes) -> Person:
    if programme is not None and programme not in loaded:
        raise WrongPerson(f"there is no programme {programme!r}; there are: {', '.join(loaded)}.")
    names = [programme] if programme else list(loaded)
    ids = sorted({one for name in names for one in people.with_role(tx, name, *ROLES)})
    everybody = [found for one in ids if (found := people.load(tx, one)) is not None]
    meant = [each for each in everybody if who in (str(each.id), each.name)]
    if not meant:
        meant = [each for each in everybody if who.casefold() in each.name.casefold()]
    if len(meant) != 1:
        raise WrongPerson(_unclear(who, meant))
    return meant[0]


def _unclear(who: str, meant: list[Person]) -> str:
    if not meant:
        return f"nobody is called {who!r}."
    listed = ", ".join(f"{each.name} ({each.id})" for each in meant)
    return f"{who!r} may be: {listed}. Give the number."
