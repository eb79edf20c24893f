"""Where somebody lives for now: a young person on exchange is not written to at four in the night.

A city is looked up, the time there is shown, and nothing changes before it is confirmed.
"""

from collections.abc import Sequence

from desk import menu, planning
from desk.visit import Visit, button
from knowledge import places
from knowledge.folding import fold
from mentoring.localtime import local
from mentoring.message import Button
from store import people

NEAR = ("Europe/London", "Europe/Berlin", "Europe/Riga", "America/New_York")
WORDS = ("mana laika josla", "laika josla", "laika zona", "my time zone", "time zone", "timezone")
"""What stands before a place, folded; the longer first."""

PLACE_WORDS = 3


def ask(visit: Visit) -> None:
    """Which time counts now, some places near, and what is written next is a place."""
    visit.focus("zone")
    own = [button(visit.t("zone-as-programme"), "zone_reset")] if visit.person.zone else []
    text = visit.t("zone", place=_place(visit, visit.zone), time=_now(visit, visit.zone))
    near = [zone for zone in NEAR if zone != visit.zone]
    visit.say(text, *_buttons(visit, near), *own, button(visit.t("do-cancel"), "menu"))


def _buttons(visit: Visit, zones: Sequence[str]) -> list[Button]:
    return [button(_place(visit, zone), "zone", zone=zone) for zone in zones]


def _place(visit: Visit, zone: str) -> str:
    return places.label(zone, visit.person.language)


def _now(visit: Visit, zone: str) -> str:
    """The weekday and the wall time there, so that nobody has to know zones by name."""
    here = local(visit.now, zone)
    clock = visit.t("zone-clock", hour=here.hour, minute=f"{here.minute:02}")
    return f"{visit.t(f'today-{here.weekday()}')}, {clock}"


def understood(visit: Visit, text: str) -> bool:
    """ "Laika josla Londona", "time zone New York": said at any moment outside of a dialog."""
    said = fold(text).strip(" .!?")
    for words in WORDS:
        if said.startswith(f"{words} "):
            typed(visit, said.removeprefix(words))
            return True
    return False


def is_meant(text: str) -> bool:
    """Whether the whole text can only be this: an answer may well contain the words."""
    said = fold(text).strip(" .!?")
    named = [said.removeprefix(words) for words in WORDS if said.startswith(f"{words} ")]
    return bool(named) and len(named[0].split()) <= PLACE_WORDS and bool(places.places(named[0]))


def typed(visit: Visit, text: str) -> None:
    """A place after "where?"; what is none, or several, is asked about once more."""
    found = places.places(text)
    if len(found) == 1:
        choose(visit, found[0])
        return
    visit.focus("zone")
    asked = visit.t("zone-which" if found else "zone-unknown")
    visit.say(asked, *_buttons(visit, found), button(visit.t("do-cancel"), "menu"))


def choose(visit: Visit, zone: str) -> None:
    """Shows what time it is there; only a yes changes anything."""
    if not places.is_zone(zone):
        visit.say(visit.t("zone-unknown"))
        return
    visit.say(
        visit.t("zone-right", place=_place(visit, zone), time=_now(visit, zone)),
        button(visit.t("zone-yes"), "zone_set", zone=zone),
        button(visit.t("zone-other"), "zone_ask"),
    )


def settle(visit: Visit, zone: str) -> None:
    if not places.is_zone(zone):
        visit.say(visit.t("zone-unknown"))
        return
    _keep(visit, None if zone == visit.programme.zone else zone)
    menu.show(visit, visit.t("zone-kept", place=_place(visit, zone), time=_now(visit, zone)))


def reset(visit: Visit) -> None:
    _keep(visit, None)
    home = visit.programme.zone
    menu.show(visit, visit.t("zone-kept", place=_place(visit, home), time=_now(visit, home)))


def _keep(visit: Visit, zone: str | None) -> None:
    """All that is planned moves, in every programme the person takes part in."""
    visit.refresh(zone=zone)
    for part in people.parts(visit.tx, visit.person.id):
        if part.programme in visit.world.programmes:
            there = Visit(visit.tx, visit.world, visit.person, part, visit.now, visit.origin)
            planning.replan_all(there)
