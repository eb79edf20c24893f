"""Reads programme.yaml: every value, and what only makes sense together with another."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from dialogs.source import Fault, LocatedDict, Unreadable, load_yaml
from knowledge.folder_calendar import read_id, read_school_years
from knowledge.folder_dates import blame_strays
from knowledge.folder_events import read_events
from knowledge.folder_rhythm import (
    read_check_in,
    read_daily,
    read_extensions,
    read_hours,
    read_reminders,
    read_silence,
)
from knowledge.folder_section import Section, Sheet, did_you_mean
from mentoring.programme import (
    RESULTS,
    RETAINED,
    ROLES,
    Helpline,
    Programme,
    Rules,
    Support,
    Text,
)

ALERTED = ("coordinator", "mentor")

USUAL_LANGUAGES = ("lv", "en")
"""What texts are checked for while the programme's own languages can't be read."""

LANGUAGE = re.compile(r"[a-z]{2}")
PHONE = re.compile(r"\+?[0-9]{3,15}")

RULE_LIMITS = {
    "min_age": (5, 99),
    "mentees_per_mentor": (1, 100),
    "hours_per_month": (1, 300),
    "academic_minutes": (15, 90),
}
ANSWER_HOURS_MAX = 24 * 14
RETENTION_DAYS_MAX = 365 * 75


@dataclass(frozen=True, kw_only=True)
class ProgrammeFile:
    """What programme.yaml holds; `languages` stand even with faults, for checking the rest."""

    programme: Programme | None
    languages: tuple[str, ...] = USUAL_LANGUAGES
    faults: tuple[Fault, ...]


def read_programme(
    path: Path,
    dialogs: Collection[str],
    check_ins: Collection[str],
    together: Collection[str],
) -> ProgrammeFile:
    """The programme, or every fault; `dialogs` are the ids an event may name, `check_ins` the ids
    and families a check-in may, `together` what two go through."""
    try:
        data = load_yaml(path)
    except Unreadable as error:
        return ProgrammeFile(programme=None, faults=(error.fault,))
    sheet = Sheet(file=str(path))
    if not isinstance(data, LocatedDict):
        cure = "Copy the file of another programme and change it."
        sheet.blame(1, "the file has no names with values", cure)
        return ProgrammeFile(programme=None, faults=tuple(sheet.faults))
    programme = _programme(Section(sheet, data), dialogs, check_ins, together)
    return ProgrammeFile(
        programme=None if sheet.faults else programme,
        languages=programme.languages,
        faults=tuple(sorted(sheet.faults)),
    )


def _programme(
    top: Section,
    dialogs: Collection[str],
    check_ins: Collection[str],
    together: Collection[str],
) -> Programme:
    languages = _languages(top)
    hours = read_hours(top)
    years = read_school_years(top, languages)
    calendar = read_events(top, languages, dialogs, answered=check_ins, together=together)
    programme = Programme(
        id=read_id(top, "autumn-2026"),
        name=top.texts("name", languages),
        languages=languages,
        zone=_zone(top),
        roles=_roles(top, languages),
        rules=_rules(top),
        semesters=years.semesters,
        breaks=years.breaks,
        country=years.country,
        holidays=years.holidays,
        phases=calendar.phases,
        events=calendar.events,
        quiet=hours.quiet,
        window=hours.window,
        reminders=read_reminders(top, hours),
        check_in=read_check_in(top, hours, check_ins),
        silence=read_silence(top, hours),
        daily=read_daily(top),
        extensions=read_extensions(top),
        support=_support(top),
        helplines=_helplines(top, languages),
        helplines_reviewed=top.day("helplines_reviewed"),
        contacts=top.texts("contacts", languages),
        retention=_retention(top),
        safety_contacts=_safety_contacts(top),
    )
    top.close()
    if years.sound and calendar.sound:
        blame_strays(programme, calendar.places)
    return programme


def _languages(top: Section) -> tuple[str, ...]:
    found = top.words("languages", "lv, en")
    odd = [name for name in found if not LANGUAGE.fullmatch(name)]
    if odd or len(set(found)) < len(found) or (not found and top.sound):
        what = f"'languages' can't be [{', '.join(found)}]"
        top.blame("languages", what, "Write each language once, in two letters: [lv, en].")
    return tuple(name for name in dict.fromkeys(found) if name not in odd) or USUAL_LANGUAGES


def _zone(top: Section) -> str:
    name = top.word("zone", "Europe/Riga")
    try:
        ZoneInfo(name or "UTC")
    except (OSError, ValueError, KeyError):
        top.blame("zone", f"there is no time zone '{name}'", _near_zone(name))
    return name


def _near_zone(name: str) -> str:
    hint = did_you_mean(name, available_timezones())
    return hint if hint.startswith("Did") else "Write it as region and city, Europe/Riga."


def _roles(top: Section, languages: Sequence[str]) -> Mapping[str, Text]:
    section = top.section("roles")
    roles = {role: section.texts(role, languages) for role in ROLES}
    section.close()
    return roles


def _rules(top: Section) -> Rules:
    if not top.has("rules"):
        return Rules()
    section = top.section("rules")
    usual = asdict(Rules())
    found = {
        name: section.number(name, low, high, default=usual[name])
        for name, (low, high) in RULE_LIMITS.items()
    }
    section.close()
    return Rules(**found)


def _support(top: Section) -> Support:
    section = top.section("support")
    within = section.number("answer_within_hours", 1, ANSWER_HOURS_MAX)
    support = Support(
        working_from=section.wall("working_from"),
        working_to=section.wall("working_to"),
        weekend=section.yes_no("weekend"),
        answer_within_hours=within,
        weekend_within_hours=section.number("weekend_within_hours", 1, ANSWER_HOURS_MAX, within),
    )
    if section.sound and support.working_from >= support.working_to:
        section.blame("working_to", "work ends before it begins", "Swap or mend the two times.")
    section.close()
    return support


def _helplines(top: Section, languages: Sequence[str]) -> tuple[Helpline, ...]:
    found = []
    faults = top.fault_count
    for section in top.sections("helplines"):
        number = section.word("number", '"112"').replace(" ", "")
        if number and not PHONE.fullmatch(number):
            what = f"'{number}' can't be dialled"
            section.blame("number", what, 'Write digits only, for example "116111".')
        found.append(Helpline(number=number, name=section.texts("name", languages)))
        section.close()
    if not found and top.fault_count == faults:
        what = "there is no helpline, and somebody in danger would get no number"
        top.blame("helplines", what, "Name at least one.")
    return tuple(found)


def _retention(top: Section) -> Mapping[str, int]:
    section = top.section("retention", "{messages: 180}")
    days: dict[str, int] = {}
    for kind in RETAINED:
        default = days["check_ins"] if kind == RESULTS else None
        days[kind] = section.number(kind, 1, RETENTION_DAYS_MAX, default)
    section.close()
    return days


def _safety_contacts(top: Section) -> tuple[str, ...]:
    faults = top.fault_count
    found = top.words("safety_contacts", "coordinator")
    for role in found:
        if role not in ALERTED:
            top.blame("safety_contacts", f"'{role}' can't be alerted", did_you_mean(role, ALERTED))
    if not found and top.fault_count == faults:
        top.blame("safety_contacts", "nobody is alerted", "Write [coordinator].")
    return found
