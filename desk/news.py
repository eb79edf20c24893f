"""News of mentees that needs no decision: it waits, and is told together in the mentor's day.

A task that is done or moved, a result that is shared, a pause that is over. Each is looked at again
when it is told, so that what was undone, taken back or erased meanwhile is not.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from desk import privacy
from desk.rhythm import is_away, next_day, rhythm_of
from desk.visit import Visit, button
from dialogs.human import format_date
from mentoring.digest import NEWS
from mentoring.mentions import day_off
from mentoring.message import Button
from mentoring.occurrence import Kind, Occurrence
from mentoring.rhythm import moment
from mentoring.spreading import spread
from store import counting, held, occurrences, pairings, sessions, tasks
from store.occurrences import CANCELLED, EXPIRED, Due
from store.pairings import Pairing
from store.tasks import Task

KIND: Kind = NEWS
DONE, MOVED, SHARED, BACK = "done", "moved", "shared", "back"
LOOKED_AHEAD = 14
"""Days; in a longer break news comes on a working day of it."""

OLD_AFTER = timedelta(days=21)
"""What a mentor could not be told for so long, away or on strike, is no news any more."""

CARDS = 6


def tell_mentor(mentee: Visit, what: str, about: int = 0, **more: str | int) -> None:
    """`about` is the task or the result; `more` says in which state it is news."""
    every = pairings.of_mentee(mentee.tx, mentee.person, mentee.part.programme, "active")
    tell_these(mentee, every, what, about, **more)


def tell_these(
    mentee: Visit, some: Iterable[Pairing], what: str, about: int, **more: str | int
) -> None:
    """To the mentors of these pairings only."""
    for pair in some:
        mentor = mentee.other(pair.mentor)
        if mentor is not None and not (what == BACK and _unheard(mentor, mentee, more)):
            occurrences.add(
                mentor.tx,
                mentee.part.programme,
                Occurrence(
                    key=f"news:{pair.id}:{what}:{about}:{mentee.now:%Y%m%d%H%M%S%f}",
                    kind=KIND,
                    person=mentor.person.id,
                    pairing=pair.id,
                    subject=about,
                    due=_next(mentor),
                    why={"rule": KIND, "asker": mentee.person.id, "what": what, **more},
                ),
            )


def _unheard(mentor: Visit, mentee: Visit, pause: Mapping[str, str | int]) -> bool:
    """Who never heard of a pause, held for the night, need not hear of its end."""
    tx, reader = mentor.tx, mentor.person.id
    return held.withdraw_about(tx, reader, by=mentee.person.id, paused=pause["until"])


def waiting(mentor: Visit, until: datetime) -> list[Due]:
    """What may be told along with whatever is told today."""
    if mentor.part.role != "mentor":
        return []
    who = [mentor.person.id]
    return occurrences.waiting_until(mentor.tx, mentor.part.programme, who, (KIND,), until)


def _next(mentor: Visit) -> datetime:
    """The hour of the mentor's messages, today if it is still to come, on a working day."""
    for number in range(LOOKED_AHEAD):
        due = _hour(mentor, mentor.today + timedelta(days=number))
        if due is not None and due > mentor.now:
            return due
    return next_day(mentor, in_breaks=True)


def tomorrow(mentor: Visit) -> datetime:
    """When what finds no room today is told."""
    days = (mentor.today + timedelta(days=n) for n in range(1, LOOKED_AHEAD))
    found = next(filter(None, (_hour(mentor, day) for day in days)), None)
    return found or next_day(mentor, in_breaks=True)


def _hour(mentor: Visit, day: date) -> datetime | None:
    programme, rhythm = mentor.programme, rhythm_of(mentor.person)
    if day_off(programme, day) or not programme.is_working_day(day):
        return None
    base = moment(programme, rhythm, day, programme.reminders.at, mentor.zone)
    crowd = counting.count_in(mentor.tx, programme.id)
    who = mentor.person.id
    return spread(programme, who, day, base, crowd, zone=mentor.zone, rhythm=rhythm)


def verdict(mentor: Visit, due: Due) -> tuple[str, str] | None:
    """Why this is not told; None while it is true and the two are still a pair."""
    if mentor.now - due.due_at > OLD_AFTER:
        return EXPIRED, "no news any more"
    pair = pairings.find(mentor.tx, due.pairing or 0)
    mentee = mentor.other(int(due.why["asker"]))
    if mentee is None or pair is None or pair.status != "active":
        return CANCELLED, "the pairing has ended"
    return None if _words(mentor, mentee, due) else (CANCELLED, "not so any more")


def bundles(group: Sequence[Due]) -> list[list[Due]]:
    """What is one line of a message: all news of one mentee, anything else by itself."""
    found: dict[object, list[Due]] = {}
    for each in group:
        name = ("news", each.why["asker"]) if each.kind == KIND else each.id
        found.setdefault(name, []).append(each)
    return list(found.values())


def tell(mentor: Visit, group: Sequence[Due]) -> tuple[str, list[Button]]:
    """The day's overview: a line for each mentee, and the way to each one's card."""
    lines = [f"• {line(mentor, each)}" for each in bundles(group)]
    return "\n".join([mentor.t("news", count=len(lines)), "", *lines]), _cards(mentor, group)


def line(mentor: Visit, some: Sequence[Due]) -> str:
    """All that is new of one mentee."""
    mentee = mentor.other(int(some[0].why["asker"]))
    said = [_words(mentor, mentee, each) for each in some] if mentee else []
    what = "; ".join(dict.fromkeys(filter(None, said)))
    return mentor.t("digest-news", name=mentee.person.name if mentee else "…", what=what)


def _cards(mentor: Visit, group: Sequence[Due]) -> list[Button]:
    found = [card(mentor, each[0]) for each in bundles(group)][:CARDS]
    shared = [each for each in group if each.why["what"] == SHARED]
    if len(shared) == 1 == len(found):
        what = {"mentee": shared[0].why["asker"], "result": shared[0].subject}
        found.insert(0, button(mentor.t("do-read"), "result", **what))
    return found


def card(mentor: Visit, due: Due) -> Button:
    mentee = mentor.other(int(due.why["asker"]))
    name = mentee.person.name if mentee else "…"
    return button(name, "mentee", mentee=due.why["asker"])


def _words(mentor: Visit, mentee: Visit, due: Due) -> str | None:
    """What has happened, if it is still so."""
    return _SAID[str(due.why["what"])](mentor, mentee, due)


def _done(mentor: Visit, mentee: Visit, due: Due) -> str | None:
    task = tasks.find(mentor.tx, mentee.person, due.subject or 0)
    if task is None or task.status != "done" or _kept(mentor, task, due):
        return None
    return mentor.t("news-done", title=task.title)


def _moved(mentor: Visit, mentee: Visit, due: Due) -> str | None:
    task = tasks.find(mentor.tx, mentee.person, due.subject or 0)
    if task is None or task.status != "open" or task.due.isoformat() != due.why["to"]:
        return None
    if _kept(mentor, task, due):
        return None
    said = mentor.t("news-moved", title=task.title, day=_day(mentor, task.due))
    return f"{said} ({by})" if (by := _decided(mentor, due)) else said


def _kept(mentor: Visit, task: Task, due: Due) -> bool:
    return privacy.is_kept(mentor.tx, task, due.pairing)


def _decided(mentor: Visit, due: Due) -> str | None:
    """Who granted it, where it was asked for and not simply done."""
    if (by := due.why.get("decided")) is None:
        return None
    human = mentor.other(int(by)) if by else None
    name = human.person.name if human else mentor.t("extend-programme")
    return mentor.t("extend-decided-by", name=name)


def _shared(mentor: Visit, mentee: Visit, due: Due) -> str | None:
    shared = sessions.results(mentor.tx, mentee.person, pairing=due.pairing or 0)
    dialog = next((one.dialog for one in shared if one.id == due.subject), None)
    return dialog and mentor.t("news-shared", title=mentor.title(dialog))


def _back(mentor: Visit, mentee: Visit, due: Due) -> str | None:
    return None if is_away(mentee) else mentor.t("news-back")


def _day(mentor: Visit, day: date) -> str:
    return format_date(day, mentor.person.language, mentor.today)


_SAID: Mapping[str, Callable[[Visit, Visit, Due], str | None]] = {
    DONE: _done,
    MOVED: _moved,
    SHARED: _shared,
    BACK: _back,
}


def those_spoken_of(group: Iterable[Due]) -> list[int]:
    """Everybody whose doing a message tells, so that it goes when one of them is erased."""
    return list(dict.fromkeys(int(each.why["asker"]) for each in group if "asker" in each.why))
