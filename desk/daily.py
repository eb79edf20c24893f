"""At most one unprompted message a day: what falls on one day is told together, or waits.

The first thing of a day that falls due brings along what is due later that day for the same
reader; the question of a check-in stands under it, where nothing in it is late. Only alarms, a
meeting on this day and what the reader put off comes by itself; and what could be said on no other
day, where the day has had its message.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from desk import busy, lessons, missed, news, promises, prompts
from desk.measure import told_today
from desk.planning import BUSY_KINDS
from desk.rhythm import is_away, next_day, on_return, rested, rhythm_of, written_on
from desk.visit import Visit
from mentoring.digest import Digest, day_of, digest, is_late, is_question, is_urgent
from mentoring.localtime import end_of, local
from mentoring.mentions import ONE_DAY
from mentoring.planning import free_day
from mentoring.rhythm import moment
from store import occurrences, pairings
from store.occurrences import MERGED, PUT_OFF, SNOOZED, Due

OWN_KINDS = (*BUSY_KINDS, "check_in", "silence", "mentor_silence")
TOLD_KINDS = (*OWN_KINDS, promises.KIND, news.KIND, lessons.KIND)
"""Also what no plan derives."""

TOGETHER_WITHIN = timedelta(hours=2)
"""What is due so soon is told along; what is due later today is waited for."""


def tell(reader: Visit, due: Due) -> None:
    """Tells what is due for this reader today, `due` among it."""
    awake = rested(reader)
    due = missed.as_of(reader, due, local(awake, reader.zone).date())
    if _has_slid(reader, due, awake):
        _make_room(reader, due)
        return
    if awake > reader.now:  # night where they live; their own quiet hours count too
        occurrences.put_off(reader.tx, due.id, awake, due.note)
        return
    if busy.gives_way(reader, due):
        return
    if due.note == SNOOZED or is_urgent(due):
        prompts.by_itself(reader, [due, *_put_off_with(reader, due)])
        return
    if not prompts.still(reader, due):
        return
    if is_away(reader):  # their own things are settled; somebody else's silence waits for them
        occurrences.put_off(reader.tx, due.id, on_return(reader), PUT_OFF)
        return
    today = _today(reader)
    if (later := _later_item(reader, due, today)) is not None:
        occurrences.put_off(reader.tx, due.id, later, PUT_OFF)
        return
    soon = reader.now + TOGETHER_WITHIN
    near = [each for each in today if each.due_at <= soon or each.kind == news.KIND]
    today = [each for each in near if each.id == due.id or prompts.still(reader, each)]
    planned = digest(
        today, reader.programme.daily.limit, reader.programme.daily.order, sent=told_today(reader)
    )
    for each in planned.outdated:
        occurrences.settle(reader.tx, each.id, MERGED, "told in its newest form")
    question = _joins(reader, planned)
    for group in planned.messages:
        last = group is planned.messages[-1]
        prompts.tell(reader, group, question if last else None)
    _tomorrow(reader, [each for each in planned.put_off if each is not question])


def _put_off_with(reader: Visit, due: Due) -> list[Due]:
    """What was told with it and put off with it comes back with it."""
    if due.note != SNOOZED:
        return []
    return [
        each
        for each in _today(reader)
        if each.note == SNOOZED and each.due_at == due.due_at and each.id != due.id
    ]


def is_free(reader: Visit) -> bool:
    """Whether nothing was said today that nobody asked for, and nothing is to come."""
    return not told_today(reader) and not _today(reader)


def _joins(reader: Visit, planned: Digest[Due]) -> Due | None:
    """The check-in of the day, where its question can stand under the day's one message: not under
    another question to the same person, to which it gives way (the calendar's words may be one),
    and not under what is late, beside which nobody believes that it is meant."""
    if not planned.messages:
        return None
    group = planned.messages[-1]
    last = group[0]
    if is_urgent(last) or is_question(last) or any(each.kind == "late" for each in group):
        return None
    asked = [each for each in planned.put_off if each.kind == "check_in"]
    if not asked or prompts.asks(reader, planned.messages[-1]):
        return None
    return asked[0] if prompts.may_ask(reader) else None


def _later_item(reader: Visit, due: Due, today: Sequence[Due]) -> datetime | None:
    """When something else of the same day is to be said: all waits for the last of it.

    A question waits for it too. Asked first, it would use up the day, and "due today" never came.
    News is told with the first thing that goes out, however late its own hour is.
    """
    until = reader.now + TOGETHER_WITHIN
    items = [each for each in today if not is_question(each) and each.kind != news.KIND]
    return min((each.due_at for each in items if each.due_at > until), default=None)


def _has_slid(reader: Visit, due: Due, told: datetime) -> bool:
    """Whether a night or a standstill has carried it from its day into a day off, and it can wait
    for the end of that. What is planned or was snoozed to such a day comes on it."""
    day = local(told, reader.zone).date()
    meant = local(due.due_at, reader.zone).date() == day or due.note == SNOOZED or is_urgent(due)
    if meant or written_on(reader, day) == day:
        return False
    return not _is_too_late(due, written_on(reader, day))


def _is_too_late(due: Due, day: date) -> bool:
    """Whether what is to be said of a date before it has passed could not be said any more."""
    about = day_of(due)
    return bool(about) and not is_late(due) and date.fromisoformat(about) < day


def _today(reader: Visit) -> list[Due]:
    """What waits for this reader until the end of their day; what must come by itself apart."""
    tonight = end_of(reader.today, reader.zone)
    programme, tx = reader.part.programme, reader.tx
    found = occurrences.waiting_until(tx, programme, [reader.person.id], TOLD_KINDS, tonight)
    found = [each for each in found if prompts.speaks_to_its_person(each)]
    active = pairings.of_mentor(tx, reader.person.id, programme, "active")
    if pairs := {pair.id: pair.mentee for pair in active}:
        mentees = list(pairs.values())
        silent = occurrences.waiting_until(tx, programme, mentees, ("silence",), tonight)
        mine = (each for each in silent if each.pairing in pairs)  # another mentor has theirs
        found += [each for each in mine if prompts.speaks_to_the_mentor(each)]
        tomorrow = news.waiting(reader, reader.now + timedelta(days=1))
        found += [each for each in tomorrow if each.due_at > tonight]
    found = [each for each in found if each.due_at <= reader.now or _may_come_early(each)]
    return [missed.as_of(reader, each, reader.today) for each in found]


def _may_come_early(each: Due) -> bool:
    return each.note != SNOOZED and not is_urgent(each)


def _tomorrow(reader: Visit, left: Sequence[Due]) -> None:
    """What found no room today waits for another day; but for what could not be said any more by
    then. Better a second message than a date that passes without a word."""
    tomorrow = written_on(reader, reader.today + ONE_DAY)
    today_only = [one for one in left if not is_question(one) and _is_too_late(one, tomorrow)]
    if today_only:
        prompts.tell(reader, today_only)
    for each in left:
        if each not in today_only:
            _make_room(reader, each)


def _make_room(reader: Visit, each: Due) -> None:
    """A question waits for a day of its own, if one comes soon; a task for the next day that is not
    off, news for the next working day."""
    if each.kind == news.KIND:
        occurrences.put_off(reader.tx, each.id, news.tomorrow(reader), PUT_OFF)
        return
    if not is_question(each):
        occurrences.put_off(reader.tx, each.id, next_day(reader), PUT_OFF)
        return
    rhythm = rhythm_of(reader.person)
    day = free_day(reader.programme, reader.today, rhythm, _busy_days(reader))
    if day is None:
        occurrences.settle(reader.tx, each.id, MERGED, "the day had its message")
        return
    wall = reader.programme.check_in.at
    when = moment(reader.programme, rhythm, day, wall, reader.zone)
    occurrences.put_off(reader.tx, each.id, when, PUT_OFF)


def _busy_days(reader: Visit) -> list[date]:
    since = reader.now - timedelta(days=1)
    found = occurrences.days(reader.tx, reader.person.id, reader.part.programme, BUSY_KINDS, since)
    return [local(instant, reader.zone).date() for instant in found]
