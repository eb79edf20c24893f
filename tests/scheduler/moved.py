"""After a date has moved: all that hangs on it is planned for the new one, and nothing else moved.

What has to be there is counted anew by `tests.mentoring.oracle`. How fast somebody goes is measured
by what has a date, so another date may thin the words about other things, or have all of them come.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desk import pace, resting
from desk.rhythm import rhythm_of
from mentoring.calendar import TO_BE_DONE, Event, Remind
from mentoring.pace import Step, pace_for
from mentoring.planning import HORIZON_DAYS
from store.occurrences import CANCELLED, KEPT_NOTES, WAITING
from store.tasks import Task
from tests.desk.stage import Phone
from tests.mentoring import oracle
from tests.mentoring.oracle import DaysOff
from tests.scheduler.kept_dates import days_of, other_half
from tests.scheduler.seasons import BREAKS, TASKS, Row, Season

CLOSED = [(each.first, each.last) for each in BREAKS if not each.mentoring]
SURELY = timedelta(days=2)
"""Later than this a word is still to come in whatever zone, and the date was not just agreed on."""

UNPLANNED = ("extension", "news", resting.KIND)
"""Requests for more time, what the mentor is to hear of, what waits for somebody's morning."""

Rows = Mapping[int, Row]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is stored, and what Elza's pace is measured by."""

    rows: Rows
    steps: Sequence[Step]


async def planned(season: Season) -> Plan:
    """Planned anew: what the night has put off to the morning is at its own moment again, as it is
    after any planning. It is put off once more when it is looked at."""
    await season.derive()
    return await _stored(season)


async def _stored(season: Season) -> Plan:
    elza = season.cast.elza
    steps = await season.stage.store.run(lambda tx: pace.steps(season.visit(tx, elza)))
    return Plan(rows=await season.occurrences(), steps=steps)


def untouched(season: Season, before: Plan, now: Plan, apart: Iterable[int]) -> None:
    """Not by a second, and none is missing or new, but for what is not planned and for words about
    what Elza now goes at another pace for: those are only called off or called back."""
    apart = set(apart)
    was, are = (
        {
            row.id: row
            for row in plan.rows.values()
            if row.id not in apart and row.kind not in UNPLANNED
        }
        for plan in (before, now)
    )
    for each in was.keys() | are.keys():
        old, new = was.get(each), are.get(each)
        if old != new:
            assert new is not None, ("missing", old)
            assert _paced_anew(season, before, now, new), (old, new)
            assert old is None or replace(old, state=new.state, note=new.note) == new, (old, new)
            states = (CANCELLED if old is None else old.state, new.state)
            assert set(states) == {WAITING, CANCELLED}, (old, new)


def _paced_anew(season: Season, before: Plan, now: Plan, row: Row) -> bool:
    """Whether what it speaks of is Elza's to do, and her pace on its way there is another."""
    if row.person != season.cast.elza.person or row.kind not in (*TASKS, "event"):
        return False
    days = season.programme.reminders.before
    if row.kind == "event":
        event = next(each for each in season.programme.events if each.id == row.why["event"])
        if event.kind not in TO_BE_DONE or "mentee" not in event.roles:
            return False
        days = event.remind.before
    due = date.fromisoformat(row.why["date" if row.kind == "event" else "due"])
    return pace_for(days, due, before.steps) != pace_for(days, due, now.steps)


def waiting(rows: Iterable[Row]) -> list[Row]:
    """Without what was put off by hand: it is looked at again when its moment comes."""
    return [row for row in rows if row.state == WAITING and row.note not in KEPT_NOTES]


async def of_task(season: Season, task: Task, due: date, before: Plan) -> None:
    """Each word about the new date is planned, none about the old one."""
    now = await _stored(season)
    mine = [row for row in now.rows.values() if row.subject == task.id and row.kind in TASKS]
    untouched(season, before, now, (row.id for row in mine))
    assert all(row.why["due"] == due.isoformat() for row in waiting(mine)), mine
    rules = season.programme.reminders
    remind = Remind(before=rules.before, on_day=rules.on_day, late=rules.late)
    wanted = await _to_come(season, season.cast.elza, due, remind)
    _all_there([f"task:{task.id}:{due}:{tag}" for tag in wanted], mine, before.rows)
    assert await season.derive() == now.rows, "left to the night's planning"


async def of_calendar(season: Season, who: Phone, before: Plan) -> None:
    """The whole of one person's calendar is on the days it must be on, and of the other half's what
    hangs on it; coordinators are told of both."""
    now, days = await _stored(season), await days_of(season, who.person)
    half = await other_half(season, who.person)
    told = {who.person, half, season.cast.ilze.person, season.cast.dace.person}
    theirs = [row for row in now.rows.values() if row.person in told and row.kind == "event"]
    untouched(season, before, now, (row.id for row in theirs))
    assert await season.derive() == now.rows, "left to the night's planning"
    await as_counted(season)
    mine = [row for row in theirs if row.person == who.person]
    role = "mentee" if who is season.cast.elza else "mentor"
    if (await season.person(who)).stopped_at is not None:
        assert waiting(mine) == []
        return
    for each in season.programme.events:
        own = role in each.reminded and role in each.roles
        open_ = (who.person, each.id) not in season.done
        if own and open_ and each.at is None:  # an hour in the night has rules of its own
            rules = _rules(season, who, each, days[each.id], now.steps)
            wanted = await _to_come(season, who, days[each.id], rules)
            name = f"event:{each.id}:{who.person}:{days[each.id]}"
            _all_there([f"{name}:{tag}" for tag in wanted], mine, before.rows)


def _rules(season: Season, who: Phone, event: Event, due: date, steps: Sequence[Step]) -> Remind:
    """As written; a mentee's own by the pace they go at, unless more time was granted for it."""
    if event.kind not in TO_BE_DONE:
        return replace(event.remind, late=())
    if who is not season.cast.elza or (who.person, event.id) in season.granted:
        return event.remind
    return oracle.thinned(event.remind, pace_for(event.remind.before, due, steps))


async def as_counted(season: Season) -> None:
    """All that is planned of Elza's and Jānis' own is on its one day, and none of it is done."""
    rows = waiting(row for row in (await season.occurrences()).values() if row.kind == "event")
    roles = {each.id: each.roles for each in season.programme.events}
    for who, role in ((season.cast.elza, "mentee"), (season.cast.janis, "mentor")):
        days = await days_of(season, who.person)
        for row in rows:
            if row.person == who.person and role in roles[row.why["event"]]:
                assert row.why["date"] == str(days[row.why["event"]]), row
                assert (who.person, row.why["event"]) not in season.done, row


async def _to_come(season: Season, who: Phone, due: date, rules: Remind) -> list[str]:
    """The words that are certainly still to come. Who is away hears one on their return, which is
    tested by itself."""
    if rhythm_of(await season.person(who)).paused_until is not None:
        return []
    today = await season.today(who)
    last = today + timedelta(days=HORIZON_DAYS) - SURELY
    off = DaysOff(breaks=CLOSED, weekends=not season.programme.window.weekend)
    found = oracle.mentions(due, rules, off)
    return [tag for tag, (day, _manner) in found.items() if today + SURELY < day < last]


def _all_there(keys: list[str], mine: list[Row], before: Rows) -> None:
    """Waiting for their day; over only if they were when this date had been theirs before."""
    by_key = {row.key: row for row in mine}
    for key in keys:
        assert key in by_key, ("not planned", key, mine)
        row = by_key[key]
        assert row.state == WAITING or before[row.id].state == row.state, row
