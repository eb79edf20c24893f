"""On which day each thing of the calendar is for Elza and for Jānis, by an own count of days."""

from datetime import date

from mentoring.calendar import TO_BE_DONE
from store import pairings
from store.work import Tx
from tests.desk.stage import PROGRAMME, Phone
from tests.mentoring import oracle
from tests.scheduler.seasons import Season


async def dates_to_keep(season: Season, phone: Phone) -> dict[str, date]:
    """What the calendar still gives this person to do, and when, by an own count of days."""
    role = "mentee" if phone is season.cast.elza else "mentor"
    found, days = season.programme.events, await days_of(season, phone.person)
    kept = (each for each in found if each.kind in TO_BE_DONE and role in each.roles)
    return {each.id: days[each.id] for each in kept if (phone.person, each.id) not in season.done}


async def days_of(season: Season, person: int) -> dict[str, date]:
    """With what they were granted, and the other half of their pairing for what is theirs."""
    half, role = await other_half(season, person), await season.role_of(person)
    own = {name: day for (who, name), day in season.granted.items() if who == person}
    roles = {each.id: each.roles for each in season.programme.events}
    given = {
        name: day
        for (who, name), day in season.granted.items()
        if who == half and role not in roles[name]
    }
    return oracle.days_of(season.programme.events, (given | own).items())


async def other_half(season: Season, person: int) -> int | None:
    """Whoever Elza is paired with now, and Elza for them."""

    def read(tx: Tx) -> int | None:
        elza = season.stage.known(tx, season.cast.elza.person)
        active = pairings.of_mentee(tx, elza, PROGRAMME, "active")
        mentor = active[0].mentor if active else None
        return {elza.id: mentor, mentor: elza.id}.get(person)

    return await season.stage.store.run(read)
