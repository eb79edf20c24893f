"""How somebody lives: their hours, their weekday, and a pause until a day they choose."""

from datetime import date, time, timedelta

from desk import menu, news, planning
from desk.rhythm import rhythm_of
from desk.visit import NOTICE, Visit, button
from dialogs.human import clock, format_date, parse_date
from knowledge.folding import fold
from mentoring.localtime import local
from mentoring.rhythm import moment
from store import held, pairings

HOURS = (time(8, 30), time(13, 0), time(16, 0), time(19, 0))
WEEKDAYS = range(5)
LONGEST_PAUSE = timedelta(days=120)
PAUSE_WORDS = ("pauze lidz", "pauzi lidz", "pause until", "pauze no rita lidz")
ILL_WORDS = frozenset({"slimoju", "esmu slims", "esmu slima", "saslimu", "i am ill", "i am sick"})


def show(visit: Visit) -> None:
    """When the bot writes by itself, and what can be changed about it."""
    chosen = rhythm_of(visit.person)
    weekday = visit.programme.check_in.weekday if chosen.weekday is None else chosen.weekday
    said = visit.t("lives", hour=_real_hour(visit), weekday=visit.t(f"weekday-{weekday}"))
    visit.say(
        " ".join([said, *_quiet(visit), visit.t("lives-what")]),
        button(visit.t("lives-hour"), "lives_hours"),
        *([button(visit.t("lives-day"), "lives_days")] if visit.part.role == "mentee" else []),
        button(visit.t("lives-evening"), "lives_quiet", start="19:00", end="08:00"),
        button(visit.t("lives-pause"), "lives_pause"),
        button(visit.t("lives-zone"), "zone_ask"),
        *([button(visit.t("lives-as-programme"), "lives_reset")] if visit.person.rhythm else []),
    )


def _real_hour(visit: Visit) -> str:
    """When messages come: a chosen hour that lies in one's own quiet hours is not kept."""
    wall, chosen = visit.programme.reminders.at, rhythm_of(visit.person)
    comes = moment(visit.programme, chosen, visit.today, wall, visit.zone)
    return _hour(visit, local(comes, visit.zone).time())


def _quiet(visit: Visit) -> list[str]:
    own = rhythm_of(visit.person).quiet
    return [_between(visit, "lives-quiet", own.start, own.end)] if own else []


def _between(visit: Visit, key: str, start: time, end: time) -> str:
    return visit.t(key, start=_hour(visit, start), end=_hour(visit, end))


def _hour(visit: Visit, wall: time) -> str:
    return clock(wall, visit.person.language)


def hours(visit: Visit) -> None:
    choices = [
        button(_hour(visit, one), "lives_hour", hour=one.isoformat("minutes")) for one in HOURS
    ]
    visit.say(visit.t("lives-which-hour"), *choices)


def days(visit: Visit) -> None:
    choices = [button(visit.t(f"weekday-{n}"), "lives_day", weekday=n) for n in WEEKDAYS]
    visit.say(visit.t("lives-which-day"), *choices)


def hour(visit: Visit, hour: str) -> None:
    _keep(visit, hour=hour)
    menu.show(visit, visit.t("lives-hour-kept", hour=_hour(visit, time.fromisoformat(hour))))


def day(visit: Visit, weekday: int) -> None:
    _keep(visit, weekday=weekday)
    menu.show(visit, visit.t("lives-day-kept", weekday=visit.t(f"weekday-{weekday}")))


def quiet(visit: Visit, start: str, end: str) -> None:
    _keep(visit, quiet_from=start, quiet_to=end)
    hours = time.fromisoformat(start), time.fromisoformat(end)
    menu.show(visit, _between(visit, "lives-quiet-kept", *hours))


def reset(visit: Visit) -> None:
    visit.refresh(rhythm={})
    planning.replan_all(visit)
    menu.show(visit, visit.t("lives-reset"))


def _keep(visit: Visit, **what: object) -> None:
    visit.refresh(rhythm={**visit.person.rhythm, **what})
    planning.replan_all(visit)


def ask_pause(visit: Visit) -> None:
    visit.focus("pause")
    visit.say(
        visit.t("pause-until-when"),
        *[button(visit.t(f"pause-{n}"), "pause_days", days=n) for n in (3, 7, 14)],
        button(visit.t("do-cancel"), "menu"),
    )


def pause_days(visit: Visit, days: int) -> None:
    _pause(visit, visit.today + timedelta(days=days))


def typed_pause(visit: Visit, text: str) -> None:
    """A date after "until when?"; what is none is asked for once more."""
    found = parse_date(text, visit.today)
    if found is None:
        visit.focus("pause")
        visit.say(visit.t("pause-not-a-date"))
    else:
        _pause(visit, found)


def understood(visit: Visit, text: str) -> bool:
    """ "Pauze līdz 5. martam", "slimoju": said at any moment outside of a dialog."""
    said = fold(text).strip(" .!")
    for words in PAUSE_WORDS:
        if said.startswith(words):
            typed_pause(visit, said.removeprefix(words).strip())
            return True
    if said in ILL_WORDS:
        visit.focus("pause")
        visit.say(
            visit.t("ill"),
            *[button(visit.t(f"pause-{n}"), "pause_days", days=n) for n in (3, 7, 14)],
        )
        return True
    return False


def is_meant(visit: Visit, text: str) -> bool:
    """Whether the whole text can only be this: an answer may well contain the words."""
    said = fold(text).strip(" .!")
    dates = [said.removeprefix(words) for words in PAUSE_WORDS if said.startswith(words)]
    return said in ILL_WORDS or any(parse_date(each, visit.today) for each in dates)


def _pause(visit: Visit, until: date) -> None:
    if not visit.today < until <= visit.today + LONGEST_PAUSE:
        visit.focus("pause")
        visit.say(visit.t("pause-too-long", days=LONGEST_PAUSE.days))
        return
    _keep(visit, paused=until.isoformat())
    shown = format_date(until, visit.person.language, visit.today)
    visit.say(visit.t("paused", day=shown), button(visit.t("pause-end"), "pause_over"))
    for other in (*_mentors(visit), *_mentees(visit)):
        day_there = format_date(until, other.person.language, other.today)
        other.say(
            other.t("other-paused", name=visit.person.name, day=day_there),
            why={"rule": NOTICE, "by": visit.person.id, "paused": until.isoformat()},
        )


def over(visit: Visit) -> None:
    """Back before the day: both are told, and everything goes on. Mentors hear it with the day's
    news, for nobody waits in vain for who is back already."""
    if "paused" not in visit.person.rhythm:
        menu.show(visit, visit.t("pause-was-over"))
        return
    until = visit.person.rhythm["paused"]
    kept = {name: value for name, value in visit.person.rhythm.items() if name != "paused"}
    visit.refresh(rhythm=kept)
    planning.replan_all(visit)
    menu.show(visit, visit.t("pause-ended"))
    news.tell_mentor(visit, news.BACK, until=until)
    for mentee in _mentees(visit):
        if not held.withdraw_about(visit.tx, mentee.person.id, by=visit.person.id, paused=until):
            mentee.say(mentee.t("other-back", name=visit.person.name))


def _mentors(visit: Visit) -> list[Visit]:
    pairs = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active")
    return _met(visit, [pair.mentor for pair in pairs])


def _mentees(visit: Visit) -> list[Visit]:
    pairs = pairings.of_mentor(visit.tx, visit.person.id, visit.part.programme, "active")
    return _met(visit, [pair.mentee for pair in pairs])


def _met(visit: Visit, ids: list[int]) -> list[Visit]:
    return [found for found in map(visit.other, dict.fromkeys(ids)) if found is not None]
