"""Reads the phases of a programme and what stands in its calendar."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from knowledge.folder_calendar import blame_doubled_ids, read_id
from knowledge.folder_dates import blame_anchor, blame_circles, read_day, read_when
from knowledge.folder_rhythm import REMIND_DAYS_MAX
from knowledge.folder_section import Section, did_you_mean
from mentoring.calendar import (
    ANSWER,
    DIALOG_OPEN,
    EVENT,
    EVENT_KINDS,
    PHASE,
    START,
    TO_BE_DONE,
    DialogOpen,
    Event,
    EventKind,
    Phase,
    Remind,
)
from mentoring.programme import ROLES, Text

COORDINATOR = "coordinator"

ID_MAX = 40
"""Characters; the id is part of a reminder's key in the database."""

TITLE_MAX = 60
"""Characters; a title stands on a button and in a list."""

TEXT_MAX = 1024
"""Characters; the smallest limit among our channels (WhatsApp, a text with buttons)."""


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """What was read; `places` are where the events stand. With `sound` False it can't be used."""

    phases: tuple[Phase, ...]
    events: tuple[Event, ...]
    places: Mapping[str, Section]
    sound: bool


def read_events(
    top: Section,
    languages: Sequence[str],
    dialogs: Collection[str],
    *,
    answered: Collection[str],
    together: Collection[str],
) -> Calendar:
    """Phases and events; `dialogs` are the ids that may be opened, `answered` the ids and families
    that may be waited for, `together` those of dialogs and guides that two go through."""
    faults = len(top.sheet.faults)
    phases = _phases(top, languages, together)
    found = [
        (_event(section, languages, dialogs), section)
        for section in (top.sections("events") if top.has("events") else ())
    ]
    blame_doubled_ids(found)
    known = {PHASE: {phase.id for phase in phases}, ANSWER: answered}
    known[EVENT] = {event.id for event, _ in found}
    for event, section in found:
        blame_anchor(event, section, known)
        _blame_late(event, section)
    _blame_told(found)
    if len(known[EVENT]) == len(found):
        blame_circles(found)
    return Calendar(
        phases=phases,
        events=tuple(event for event, _ in found),
        places={event.id: section for event, section in found},
        sound=len(top.sheet.faults) == faults,
    )


def _blame_late(event: Event, section: Section) -> None:
    if section.sound and event.remind.late and event.kind not in TO_BE_DONE:
        what = f"'{event.id}' is over after its day, and 'late' would still speak of it"
        cure = "Delete 'late', or make it kind: task if it can be done later."
        section.blame("remind", what, cure)


def _blame_told(found: Sequence[tuple[Event, Section]]) -> None:
    """A coordinator is told once of everybody's, so it can't hang on what each one did when."""
    whens = {event.id: event.when.to for event, _ in found}
    for event, section in found:
        root = event.when.to
        for _ in found:
            root = whens.get(root.removeprefix(EVENT), root) if root.startswith(EVENT) else root
        own = COORDINATOR in event.roles
        if COORDINATOR in event.remind.to and not own and root.startswith((START, ANSWER)):
            what = (
                f"'{event.id}' has a day of its own for each person, so many a coordinator is told"
            )
            cure = "Take the coordinator out of 'to', or count from pairing, a phase or a date."
            section.blame("remind", what, cure)


def _phases(top: Section, languages: Sequence[str], together: Collection[str]) -> tuple[Phase, ...]:
    """In the order they are lived through, so a later one can't be planned earlier."""
    found: list[tuple[Phase, Section]] = []
    latest = date.min
    for section in top.sections("phases") if top.has("phases") else ():
        begins = read_day(section) if section.has("date") else None
        name = section.texts("name", languages)
        after = _after(section, together)
        phase = Phase(id=read_id(section, "goals"), name=name, begins=begins, after=after)
        found.append((phase, section))
        if section.sound and begins and begins < latest:
            what = f"the phase begins on {begins}, before an earlier one on {latest}"
            section.blame("date", what, "Put the phases in order, or mend the date.")
        latest = max(latest, begins or latest)
        section.close()
    blame_doubled_ids(found)
    return tuple(phase for phase, _ in found)


def _after(section: Section, together: Collection[str]) -> str:
    """What both of a pair must be through with to get there by themselves."""
    name = section.word("after", "agreement") if section.has("after") else ""
    if name and name not in together:
        what = f"no pair goes through '{name}' together"
        section.blame("after", what, did_you_mean(name, together))
    return name


def _event(section: Section, languages: Sequence[str], dialogs: Collection[str]) -> Event:
    event = Event(
        id=_id(section),
        kind=cast(EventKind, section.choice("kind", EVENT_KINDS)),
        title=_short(section, "title", languages, TITLE_MAX),
        roles=_roles(section, "for"),
        when=read_when(section),
        at=section.wall("at") if section.has("at") else None,
        dialog=_dialog(section, dialogs),
        text=_short(section, "text", languages, TEXT_MAX) if section.has("text") else None,
        remind=_remind(section) if section.has("remind") else Remind(),
        outside=section.has("outside") and section.yes_no("outside"),
    )
    section.close()
    return event


def _id(section: Section) -> str:
    name = read_id(section, "diary-check")
    if len(name) > ID_MAX:
        what = f"{section.named('id')} has {len(name)} characters"
        section.blame("id", what, f"Shorten it to {ID_MAX}.")
    return name


def _short(section: Section, key: str, languages: Sequence[str], most: int) -> Text:
    texts = section.texts(key, languages)
    for language, text in texts.items():
        if len(text) > most:
            what = f"{section.named(key)} in '{language}' has {len(text)} characters"
            section.blame(key, what, f"Shorten it to {most}.")
    return texts


def _roles(section: Section, key: str) -> tuple[str, ...]:
    faults = section.fault_count
    found = section.words(key, "mentor")
    for role in found:
        if role not in ROLES:
            section.blame(key, f"there is no role '{role}'", did_you_mean(role, ROLES))
    if not found and section.fault_count == faults:
        section.blame(key, f"{section.named(key)} names nobody", f"Write {key}: [mentor].")
    return tuple(dict.fromkeys(found))


def _dialog(section: Section, dialogs: Collection[str]) -> str | None:
    if not section.has("dialog"):
        return None
    name = section.word("dialog", "check-in")
    if name and name not in dialogs:
        section.blame("dialog", f"there is no dialog '{name}'", did_you_mean(name, dialogs))
    return name or None


def _remind(section: Section) -> Remind:
    inner = section.section("remind", "{before: [3], on_day: yes}")
    remind = Remind(
        before=_days(inner, "before"),
        on_day=inner.has("on_day") and inner.yes_no("on_day"),
        late=_days(inner, "late"),
        to=_roles(inner, "to") if inner.has("to") else (),
        dialog_open=cast(DialogOpen, inner.choice("dialog_open", DIALOG_OPEN))
        if inner.has("dialog_open")
        else "wait",
    )
    if inner.sound and not (remind.before or remind.on_day or remind.late):
        what = f"{section.named('remind')} reminds on no day"
        section.blame("remind", what, "Add before: [3] or on_day: yes, or delete it.")
    inner.close()
    section.fault_count += inner.fault_count
    return remind


def _days(inner: Section, key: str) -> tuple[int, ...]:
    return inner.numbers(key, 1, REMIND_DAYS_MAX) if inner.has(key) else ()
