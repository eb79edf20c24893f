"""What a person will receive, when and why, as it stands in the database now.

The command line and the chat say the same; only to its owner a chat tells a task's title as well,
for a coordinator needs to know what is sent and not what a young person wrote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal, TypeAlias

from desk import (
    chores,
    daily,
    extending,
    ladders,
    menu,
    missed,
    privacy,
    promises,
    prompts,
    reasons,
)
from desk.rhythm import rhythm_of
from desk.visit import Visit, button
from desk.wording import Wording
from dialogs.human import format_date, format_time
from knowledge.folder import LoadedProgramme
from knowledge.folding import fold
from mentoring.localtime import local
from mentoring.rhythm import waking
from store import occurrences, pairings, people, tasks, tickets
from store.occurrences import Due
from store.people import Person
from store.work import Tx

SHOWN = 8
NAMES_SHOWN = 6
FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)
WATCHED = ("silence", "mentor_silence")
NOT_MUTED = frozenset({"alert", extending.REQUEST})
NAMED = ("ko sanems", "what will receive", "upcoming for", "upcoming")
"""What stands before a name, folded; the longer first."""


Stands: TypeAlias = Literal["planned", "due", "quiet", "late", "missed"]
"""Still to come; due and looked at by the next tick; due, but the night goes first; due for so long
that it will be told as late, being the last word about something; or that it will not be told."""

MISSED = (*prompts.TASKS, "event", "check_in")
"""What expires with its day."""


@dataclass(frozen=True, kw_only=True)
class Coming:
    """One thing to come; `at` is where the person it is about lives, `about` a title or a name."""

    at: datetime
    programme: str
    kind: str
    about: str | None
    why: str
    stands: Stands
    who: int | None = None
    """Whom it is about."""

    kept: bool = False
    """Whether `about` is the title of a task that its owner keeps for herself."""


def coming(
    tx: Tx, loaded: LoadedProgramme, person: Person, t: Wording, now: datetime
) -> list[Coming]:
    """Soonest first. What will be cancelled when it falls due is left out; what is due already is
    there as well, since it shows whether somebody was told or has to wait."""
    return [
        _shown(tx, row, loaded, t, _stands(tx, loaded, person, row, now))
        for row in _rows(tx, loaded, person)
    ]


def _rows(tx: Tx, loaded: LoadedProgramme, person: Person) -> list[Due]:
    """A coordinator's may be thousands, so nothing is looked up that does not decide."""
    rows = _to(tx, loaded.programme.id, person)
    rows += _of_mentees(tx, loaded.programme.id, person)
    if people.has_role(tx, person.id, loaded.programme.id, "coordinator"):
        rows += _of_everybody(tx, loaded.programme.id)
    wanted = [row for row in rows if not _switched_off(person, row.kind) and _holds(tx, row)]
    return sorted(wanted, key=lambda row: row.due_at)


def _switched_off(person: Person, kind: str) -> bool:
    """An alarm never is."""
    return kind not in NOT_MUTED and (person.stopped_at is not None or kind in person.muted)


def _stands(tx: Tx, loaded: LoadedProgramme, reader: Person, row: Due, now: datetime) -> Stands:
    """What is not to be told in the day's message, as an alarm, knows no night."""
    if row.due_at > now:
        return "planned"
    if row.kind in MISSED and now - row.due_at > prompts.MISSED_AFTER:
        return "late" if missed.is_last_of(tx, loaded.programme, row, now) else "missed"
    zone = reader.zone or loaded.programme.zone
    rests = waking(loaded.programme, rhythm_of(reader), now, zone) > now
    return "quiet" if rests and row.kind in daily.TOLD_KINDS else "due"


def _to(tx: Tx, programme: str, person: Person) -> list[Due]:
    rows = occurrences.waiting_until(tx, programme, [person.id], daily.TOLD_KINDS, FOR_EVER)
    return [row for row in rows if prompts.speaks_to_its_person(row)]


def _of_mentees(tx: Tx, programme: str, mentor: Person) -> list[Due]:
    pairs = {
        pair.id: pair.mentee for pair in pairings.of_mentor(tx, mentor.id, programme, "active")
    }
    mentees = list(pairs.values())
    rows = occurrences.waiting_until(tx, programme, mentees, ("silence",), FOR_EVER)
    return [row for row in rows if row.pairing in pairs and prompts.speaks_to_the_mentor(row)]


def _of_everybody(tx: Tx, programme: str) -> list[Due]:
    kinds = (*WATCHED, *sorted(NOT_MUTED))
    rows = occurrences.of_kinds_until(tx, programme, kinds, FOR_EVER)
    return [
        row for row in rows if row.kind in NOT_MUTED or row.why.get("does") == "tell-coordinator"
    ]


def _holds(tx: Tx, row: Due) -> bool:
    """Whether it will be said, as far as can be known now."""
    if row.kind not in (*prompts.TASKS, promises.KIND):
        return True
    about = _person(tx, row)
    if row.kind == promises.KIND:
        return about is not None and tickets.is_waiting(tx, row.subject or 0)
    if about is None or not _still(row, tasks.find(tx, about, row.subject or 0)):
        return False
    # What is late waits for a human's answer.
    return row.kind != "late" or not chores.is_asked_about(tx, about, row.subject or 0)


def _person(tx: Tx, row: Due) -> Person | None:
    """Whom it is about."""
    return people.load(tx, int(row.why.get("asker", row.person)))


def _shown(tx: Tx, row: Due, loaded: LoadedProgramme, t: Wording, stands: Stands) -> Coming:
    about = _person(tx, row)
    own = about if row.kind in prompts.TASKS else None
    task = tasks.find(tx, own, row.subject or 0) if own else None
    here = local(row.due_at, (about.zone if about else None) or loaded.programme.zone)
    return Coming(
        at=here,
        programme=row.programme,
        kind=row.kind,
        about=_about(row, about, task, loaded, t),
        why=because(row.why or {"rule": row.kind}, here.date(), t),
        stands=stands,
        who=about.id if about else None,
        kept=task is not None and privacy.is_kept(tx, task),
    )


def _still(row: Due, task: tasks.Task | None) -> bool:
    due = row.why.get("due")
    return task is not None and task.status == "open" and due in (None, task.due.isoformat())


def _about(
    row: Due, person: Person | None, task: tasks.Task | None, loaded: LoadedProgramme, t: Wording
) -> str | None:
    if row.kind in prompts.TASKS:
        return task.title if task else None
    if row.kind == "event":
        events = {event.id: event for event in loaded.programme.events}
        event = events.get(str(row.why.get("event")))
        return event.title[t.language] if event else None
    is_question = row.why.get("does") in ladders.QUESTIONS
    return person.name if person and row.kind != "check_in" and not is_question else None


def because(why: Mapping[str, object], today: date, t: Wording) -> str:
    """The sentence for an occurrence's reason; dates are written out against `today`."""
    rule = str(why["rule"]).replace("_", "-")
    values: dict[str, str | int] = {"days": int(str(why.get("days", 0)))}
    for name, key in (("due", "due"), ("date", "due"), ("last_sign", "last-sign")):
        if name in why:
            values[key] = format_date(date.fromisoformat(str(why[name])), t.language, today)
    return t(f"coming-event-{rule}" if "event" in why else f"coming-{rule}", **values)


def mine(visit: Visit) -> None:
    _tell(visit, visit)


def of(visit: Visit, person: int) -> None:
    """For the coordinator: what somebody of the programme will receive."""
    found = visit.other(person) if visit.part.role == "coordinator" else None
    if found is None:
        visit.say(visit.t("not-yours"))
    else:
        _tell(visit, found)


def understood(visit: Visit, text: str) -> bool:
    """ "Ko saņems Anna", "upcoming Anna": a coordinator asks about somebody."""
    said = fold(text).strip(" /.!?")
    for words in NAMED if visit.part.role == "coordinator" else ():
        if said.startswith(f"{words} "):
            _named(visit, said.removeprefix(words).strip())
            return True
    return False


def _named(visit: Visit, name: str) -> None:
    everybody = people.names(visit.tx, visit.part.programme)
    found = [one for one in everybody if fold(one[1]) == name]
    found = found or [one for one in everybody if name in fold(one[1])]
    if len(found) == 1:
        of(visit, found[0][0])
    elif found:
        choices = [button(label, "coming", person=who) for who, label in found[:NAMES_SHOWN]]
        for who, label in found[:NAMES_SHOWN]:
            visit.knows(who, label)
        visit.say(visit.t("coming-who", count=len(found)), *choices)
    else:
        menu.show(visit, visit.t("coming-nobody"))


def _tell(visit: Visit, who: Visit) -> None:
    """One message: what is switched off or paused, and the next things with their reasons."""
    mine = who.person.id == visit.person.id
    tx, loaded, t = visit.tx, visit.loaded, visit.t
    rows = [row for row in _rows(tx, loaded, who.person) if row.due_at > visit.now]
    found = [_shown(tx, row, loaded, t, "planned") for row in rows[:SHOWN]]
    for each in found:
        if each.who and each.about:
            visit.knows(each.who, each.about)
    lines = [f"• {_line(visit, each, mine)}" for each in found]
    if len(rows) > SHOWN:
        lines.append(t("and-more", count=len(rows) - SHOWN))
    if not lines:
        lines.append(visit.t("coming-nothing"))
    head = visit.t("coming-mine") if mine else visit.t("coming-of", name=who.person.name)
    visit.say("\n".join([head, *_so_far(visit, who), "", *lines]))


def _so_far(visit: Visit, who: Visit) -> list[str]:
    if who.person.stopped_at is not None:
        return [visit.t("coming-stopped")]
    muted, until = who.person.muted, rhythm_of(who.person).paused_until
    found = [reasons.switched_off(visit, muted)] if muted else []
    if until is not None and until > who.today:
        day = format_date(until, visit.person.language, visit.today)
        found.append(visit.t("coming-paused", day=day))
    return found


def _line(visit: Visit, each: Coming, mine: bool) -> str:
    language = visit.person.language
    when = f"{format_date(each.at.date(), language, visit.today)}, "
    when += format_time(each.at.time(), language)
    what = visit.t(f"kind-{each.kind.replace('_', '-')}")
    if each.about and (mine or each.kind not in prompts.TASKS):
        what += f" ({each.about})"
    return f"{when}: {what}. {each.why}"
