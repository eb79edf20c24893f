"""Timed guides: two people led through a talk by one clock, each part to both at the same moment.

One side asks, the other begins. Every moment is an occurrence, so that a restart loses nothing;
they are due at once, whatever the hour and the day's other messages, since both have begun it.
"""

from datetime import timedelta
from typing import Any

from desk import insights, parting, stages
from desk.rhythm import rested
from desk.talk import KIND, Talk, find, other_of, pairs
from desk.visit import Visit, button
from dialogs.human import clock
from dialogs.timed import TimedGuide
from mentoring.localtime import local
from mentoring.message import Button
from mentoring.occurrence import Occurrence
from store import guides, occurrences, pairings
from store.guides import ASKED, DECLINED, ENDED, PAUSED, RUNNING, Run
from store.occurrences import CANCELLED, FIRED, Due, Scope
from store.pairings import Pairing

ASK_LASTS = timedelta(hours=2)
"""Who asked to begin now does not mean tonight."""

WARN = timedelta(minutes=1)
LATE = timedelta(minutes=5)
"""What comes later than this, since the assistant was down, finds people who no longer wait."""


def show(visit: Visit, guide: str, pairing: int | None = None) -> None:
    """What the guide is, and the button that asks the other side to begin."""
    found = visit.loaded.timed.get(guide)
    some = pairs(visit, found) if found is not None else []
    chosen = [pair for pair in some if pairing in (None, pair.id)]
    if found is None or (pairing is not None and not chosen):
        visit.say(visit.t("not-yours"))
    elif not chosen:
        visit.say(visit.t("timed-needs-two", title=found.title.in_language(visit.person.language)))
    elif len(chosen) > 1:
        _choose(visit, guide, chosen)
    else:
        _show(visit, found, chosen[0])


def _choose(visit: Visit, guide: str, some: list[Pairing]) -> None:
    met = [(pair, visit.other(other_of(pair, visit))) for pair in some]
    visit.say(
        visit.t("pact-with-whom"),
        *(
            button(other.person.name, "timed", guide=guide, pairing=pair.id)
            for pair, other in met
            if other is not None
        ),
    )


def _show(visit: Visit, guide: TimedGuide, pair: Pairing) -> None:
    other = visit.other(other_of(pair, visit))
    goes_on = _open(visit, pair)
    if goes_on is not None:
        _where(goes_on)
    elif other is not None:
        language = visit.person.language
        intro = guide.intro.in_language(language) if guide.intro else ""
        with_whom = visit.t("timed-with", name=other.person.name)
        visit.say(
            "\n\n".join(filter(None, (guide.title.in_language(language), intro, with_whom))),
            button(visit.t("timed-ask"), "timed_ask", guide=guide.id, pairing=pair.id),
        )


def _open(visit: Visit, pair: Pairing) -> Talk | None:
    """What the two have open; a question nobody answered in time is closed here."""
    run = guides.open_of(visit.tx, pair.id)
    talk = find(visit, run.id) if run is not None else None
    if talk is not None and talk.run.state == ASKED and _is_stale(talk):
        talk.change(state=DECLINED, ended_at=visit.now)
        return None
    return talk


def _is_stale(talk: Talk) -> bool:
    return talk.visit.now - talk.run.asked_at > ASK_LASTS


def _where(talk: Talk) -> None:
    """Where they stand, to somebody who looks."""
    visit, run = talk.visit, talk.run
    if run.state == ASKED and run.asked_by == visit.person.id:
        _say_waiting(talk)
    elif run.state == ASKED:
        _invite(talk, visit, talk.other)
    elif run.state == PAUSED:
        visit.say(visit.t("timed-is-paused", minutes=_minutes_left(run)), *_paused(talk, visit))
    else:
        _say_part(talk, visit)


def ask(visit: Visit, guide: str, pairing: int) -> None:
    """Asks the other side to begin now."""
    found = visit.loaded.timed.get(guide)
    some = pairs(visit, found) if found is not None else []
    pair = next((each for each in some if each.id == pairing), None)
    if pair is None:
        visit.say(visit.t("not-yours"))
        return
    pairings.find(visit.tx, pairing, lock=True)  # two who ask at once ask one after the other
    if (goes_on := _open(visit, pair)) is not None:
        _where(goes_on)
        return
    if _rests(visit, guide, pair):
        return
    run = guides.ask(
        visit.tx,
        programme=visit.part.programme,
        pairing=pairing,
        guide=guide,
        asked_by=visit.person.id,
        now=visit.now,
    )
    if (talk := find(visit, run)) is not None:
        _invite(talk, talk.other, visit)
        _say_waiting(talk)


def _rests(visit: Visit, guide: str, pair: Pairing) -> bool:
    """A talk begins when both are up: nobody is asked for it in their quiet hours."""
    other = visit.other(other_of(pair, visit))
    morning = rested(other) if other is not None else visit.now
    if other is None or morning <= visit.now:
        return False
    wall = clock(local(morning, visit.zone).time(), visit.person.language)
    again = button(visit.t("timed-ask"), "timed_ask", guide=guide, pairing=pair.id)
    visit.say(visit.t("timed-resting", name=other.person.name, time=wall), again)
    return True


def _invite(talk: Talk, reader: Visit, by: Visit) -> None:
    reader.say(
        reader.t(
            "timed-invitation",
            name=by.person.name,
            title=talk.title(reader),
            minutes=talk.guide.about,
        ),
        button(reader.t("timed-start"), "timed_start", run=talk.run.id),
        button(reader.t("timed-not-now"), "timed_end", run=talk.run.id, unbegun=True),
    )


def _say_waiting(talk: Talk) -> None:
    visit = talk.visit
    visit.say(
        visit.t("timed-asked", name=talk.other.person.name),
        button(visit.t("timed-withdraw"), "timed_end", run=talk.run.id, unbegun=True),
    )


def _mine(visit: Visit, run: int, *states: str) -> Talk | None:
    """The run in one of these states; says kindly what is the matter where it is not."""
    talk = find(visit, run)
    if talk is None:
        visit.say(visit.t("not-yours"))
    elif talk.run.state == PAUSED and PAUSED not in states and RUNNING in states:
        _where(talk)
        return None
    elif talk.run.state not in states:
        visit.say(visit.t("timed-over" if talk.run.state in (ENDED, DECLINED) else "timed-passed"))
        return None
    return talk


def start(visit: Visit, run: int) -> None:
    """The other side's yes: both get the first part."""
    if (talk := _mine(visit, run, ASKED)) is None:
        return
    if talk.run.asked_by == visit.person.id:
        _say_waiting(talk)
    elif _is_stale(talk):
        talk.change(state=DECLINED, ended_at=visit.now)
        again = button(visit.t("timed-ask"), "timed_ask", guide=talk.guide.id, pairing=talk.pair.id)
        visit.say(visit.t("timed-stale"), again)
    else:
        talk.change(started_at=visit.now)
        _go_to(talk, 0)


def _go_to(talk: Talk, step: int) -> None:
    """Both get the part at the same moment, or the end behind the last one."""
    if step >= len(talk.guide.parts):
        _finish(talk)
        return
    part = talk.guide.parts[step]
    _runs_for(talk, timedelta(minutes=part.minutes), step=step)
    for each in talk.both:
        _say_part(talk, each)


def _runs_for(talk: Talk, left: timedelta, **values: Any) -> None:
    """The clock of a part runs: a word a minute before its end, and its end, are planned."""
    ends_at, serial = talk.visit.now + left, talk.run.serial + 1
    talk.change(state=RUNNING, ends_at=ends_at, seconds_left=None, serial=serial, **values)
    planned = [_occurrence(talk, "end")]
    if left > WARN:
        planned.insert(0, _occurrence(talk, "warn"))
    _plan(talk, planned)


def _occurrence(talk: Talk, what: str) -> Occurrence:
    run = talk.run
    assert run.ends_at is not None
    return Occurrence(
        key=f"guide:{run.id}:{run.serial}:{what}",
        kind=KIND,
        person=talk.pair.mentor,
        pairing=talk.pair.id,
        subject=run.id,
        due=run.ends_at - WARN if what == "warn" else run.ends_at,
        why={"rule": KIND, "what": what, "serial": run.serial},
    )


def _plan(talk: Talk, planned: list[Occurrence]) -> None:
    scope = Scope(
        programme=talk.run.programme,
        person=talk.pair.mentor,
        kinds=(KIND,),
        subject=talk.run.id,
    )
    occurrences.reconcile(talk.visit.tx, scope, planned)


def _say_part(talk: Talk, reader: Visit) -> None:
    part, language = talk.guide.parts[talk.run.step], reader.person.language
    head = reader.t(
        "timed-part",
        number=talk.run.step + 1,
        count=len(talk.guide.parts),
        title=part.title.in_language(language),
        minutes=part.minutes,
    )
    lines = [f"• {one.in_language(language)}" for one in part.say]
    insights.before_part(reader, part, kind=KIND)
    reader.say("\n".join((head, "", *lines)), *_running(talk, reader), kind=KIND)


def _running(talk: Talk, reader: Visit) -> tuple[Button, ...]:
    here = {"run": talk.run.id, "step": talk.run.step}
    return (
        button(reader.t("timed-pause"), "timed_pause", **here),
        button(reader.t("timed-next"), "timed_next", **here),
        button(reader.t("timed-end"), "timed_end", run=talk.run.id),
    )


def _paused(talk: Talk, reader: Visit) -> tuple[Button, ...]:
    return (
        button(reader.t("timed-go-on"), "timed_go_on", run=talk.run.id),
        button(reader.t("timed-end"), "timed_end", run=talk.run.id),
    )


def ways(talk: Talk) -> tuple[Button, ...]:
    """What can be done about a talk that runs or is paused."""
    shown = _paused if talk.run.state == PAUSED else _running
    return shown(talk, talk.visit)


def minutes_left(talk: Talk) -> int:
    """Whole minutes of the part, begun ones counted."""
    left = talk.run.seconds_left if talk.run.state == PAUSED else _seconds_running(talk)
    return max(1, -(-(left or 0) // 60))


def show_part(talk: Talk) -> None:
    """The part once more, to whoever asks."""
    _say_part(talk, talk.visit)


def _minutes_left(run: Run) -> int:
    """Whole minutes of a paused part, begun ones counted."""
    return -(-(run.seconds_left or 0) // 60)


def pause(visit: Visit, run: int, step: int) -> None:
    """Stops the clock for both and keeps what is left of the part."""
    if (talk := _at(visit, run, step)) is None:
        return
    assert talk.run.ends_at is not None
    left = max(0, int((talk.run.ends_at - visit.now).total_seconds()))
    _stop_clock(talk, left)
    minutes = _minutes_left(talk.run)
    visit.say(visit.t("timed-paused", minutes=minutes), *_paused(talk, visit))
    talk.other.say(
        talk.other.t("timed-paused-by", name=visit.person.name, minutes=minutes),
        *_paused(talk, talk.other),
    )


def _stop_clock(talk: Talk, left: int) -> None:
    talk.change(state=PAUSED, ends_at=None, seconds_left=left)
    _plan(talk, [])


def _at(visit: Visit, run: int, step: int) -> Talk | None:
    """The run while this part runs: a second tap, or the other's, has moved it on already."""
    talk = _mine(visit, run, RUNNING)
    if talk is not None and talk.run.step != step:
        visit.say(visit.t("timed-passed"))
        return None
    return talk


def go_on(visit: Visit, run: int) -> None:
    if (talk := _mine(visit, run, PAUSED)) is None:
        return
    untouched = talk.run.seconds_left == talk.guide.parts[talk.run.step].minutes * 60
    _runs_for(talk, timedelta(seconds=talk.run.seconds_left or 0))
    minutes = -(-(_seconds_running(talk)) // 60)
    for each in talk.both:
        name = visit.person.name
        each.say(
            each.t("timed-goes-on", name=name, minutes=minutes),
            *([] if untouched else _running(talk, each)),
            kind=KIND,
        )
        if untouched:  # stopped before anybody read it
            _say_part(talk, each)


def _seconds_running(talk: Talk) -> int:
    assert talk.run.ends_at is not None
    return int((talk.run.ends_at - talk.visit.now).total_seconds())


def following(visit: Visit, run: int, step: int) -> None:
    """On to the next part for both, before its time."""
    if (talk := _at(visit, run, step)) is None:
        return
    talk.other.say(talk.other.t("timed-next-by", name=visit.person.name))
    _go_to(talk, step + 1)


def end(visit: Visit, run: int, *, unbegun: bool = False) -> None:
    """Either side ends it for both: a question taken back or declined, a talk that is over.

    Who takes an `unbegun` one back at the moment when the other begins it ends nothing.
    """
    states = (ASKED,) if unbegun else (ASKED, RUNNING, PAUSED)
    if (talk := _mine(visit, run, *states)) is None:
        return
    if talk.run.state != ASKED:
        talk.other.say(talk.other.t("timed-ended-by", name=visit.person.name))
        _finish(talk)
        return
    talk.change(state=DECLINED, ended_at=visit.now)
    own = talk.run.asked_by == visit.person.id
    visit.say(visit.t("timed-withdrawn" if own else "timed-later"))
    key = "timed-withdrawn-by" if own else "timed-later-by"
    talk.other.say(talk.other.t(key, name=visit.person.name))


def _finish(talk: Talk) -> None:
    """The clock stops; what comes after is each one's own."""
    talk.change(state=ENDED, ends_at=None, seconds_left=None, ended_at=talk.visit.now)
    _plan(talk, [])
    parting.begin(talk)
    stages.through(talk.visit, talk.pair, talk.guide.id)


def fire(visit: Visit, due: Due) -> None:
    """A moment of a run: a minute before the end of a part, its end, or days after a decision."""
    talk = find(visit, due.subject or 0)
    if talk is not None and due.why.get("what") == parting.OUTCOME:
        occurrences.settle(visit.tx, due.id, FIRED)
        parting.time_has_passed(talk)
        return
    if talk is None or talk.run.state != RUNNING or talk.run.serial != due.why.get("serial"):
        occurrences.settle(visit.tx, due.id, CANCELLED, "the talk went on otherwise")
        return
    occurrences.settle(visit.tx, due.id, FIRED)
    assert talk.run.ends_at is not None
    if due.why.get("what") == "end":
        _part_over(talk, visit.now - talk.run.ends_at)
    elif visit.now < talk.run.ends_at:
        for each in talk.both:
            each.say(each.t("timed-minute-left"), kind=KIND)


def _part_over(talk: Talk, late: timedelta) -> None:
    step = talk.run.step + 1
    if late <= LATE or step >= len(talk.guide.parts):
        _go_to(talk, step)
        return
    talk.change(step=step)
    _stop_clock(talk, talk.guide.parts[step].minutes * 60)
    for each in talk.both:
        each.say(each.t("timed-interrupted"), *_paused(talk, each), kind=KIND)
