"""When somebody falls silent: another question to them, then a word to a human, step by step."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from desk import danger, planning
from desk.measure import UNPROMPTED, told_today
from desk.rhythm import awake_at, is_away, rested, rhythm_of, written_on
from desk.visit import Visit, button
from desk.world import World
from mentoring.localtime import at, end_of, local
from mentoring.mentions import ONE_DAY
from mentoring.message import Button
from mentoring.silence import QUESTIONS as QUESTIONS
from mentoring.silence import days_silent as silence_counted
from store import occurrences, outbox, pairings, people, tickets
from store.occurrences import CANCELLED, EXPIRED, FIRED, KEPT_NOTES, PUT_OFF, WAITED, Due
from store.work import Tx

SHOWN = 10
TO_ANSWER = timedelta(days=2)
"""So long somebody has to answer before their silence counts."""

ASKING = tuple(kind for kind in UNPROMPTED if kind != "news")
"""What a sign of life may be expected after; news asks for nothing."""


def owner(reader: Visit, due: Due) -> Visit | None:
    """The silent person."""
    return reader if due.person == reader.person.id else reader.other(due.person)


def verdict(reader: Visit, due: Due) -> tuple[str, str] | None:
    """Silence is spoken of only if it still lasts; else the watch begins anew."""
    silent = owner(reader, due)
    if silent is None:
        return CANCELLED, "person left"
    if due.pairing is not None:
        pair = pairings.find(reader.tx, due.pairing)
        if pair is None or pair.status != "active":
            return CANCELLED, "the pairing has ended"
    if rhythm_of(silent.person).paused_on(silent.today):
        return EXPIRED, "the person is away"
    if _spoke_since(silent, due):
        planning.replan_person(silent)
        return CANCELLED, "has written since"
    return None


def waits_for_an_answer(reader: Visit, due: Due) -> bool:
    """Nobody is called silent who was not asked anything: the step waits some days more."""
    if due.kind not in ("silence", "mentor_silence") or due.why.get("does") in QUESTIONS:
        return False
    silent = owner(reader, due)
    if silent is None or verdict(reader, due) is not None:
        return False
    last = silent.person.last_sign_at or silent.person.created_at
    asked = outbox.unprompted_since(silent.tx, silent.person.id, ASKING, last)
    recent = outbox.unprompted_since(silent.tx, silent.person.id, ASKING, silent.now - TO_ANSWER)
    if asked > recent:
        return False
    occurrences.put_off(reader.tx, due.id, _answered_by(silent), due.note or PUT_OFF)
    return True


def _answered_by(silent: Visit) -> datetime:
    """In so many days, at this hour; later where the programme writes to nobody on that day."""
    until = local(silent.now + TO_ANSWER, silent.zone)
    return at(written_on(silent, until.date()), until.time(), silent.zone)


def _spoke_since(silent: Visit, due: Due) -> bool:
    last = silent.person.last_sign_at
    known = date.fromisoformat(str(due.why["last_sign"]))
    return last is not None and local(last, silent.zone).date() > known


def days_silent(silent: Visit) -> int:
    """Since their last sign, or the end of their pause; holidays are no silence."""
    last = silent.person.last_sign_at or silent.person.created_at
    day = local(last, silent.zone).date()
    since = max(day, rhythm_of(silent.person).paused_until or day)
    silence = silent.programme.silence
    rungs = silence.mentors if silent.part.role == "mentor" else silence.rungs
    return silence_counted(silent.programme, rungs, since, silent.today)


def tell(reader: Visit, due: Due) -> None:
    """To the silent person a question, to their mentor a hint with ready advice."""
    if due.why.get("does") in QUESTIONS:
        _ask(reader, due)
        return
    silent = owner(reader, due)
    if silent is not None:
        _hint(reader, silent, due)


def _ask(reader: Visit, due: Due) -> None:
    key = "prompt-other-question" if due.kind == "silence" else "prompt-ask-mentor"
    first = button(reader.t("ask-fine"), "ladder_fine")
    more = button(reader.t("ask-hard"), "ladder_hard")
    reader.say(
        reader.t(key),
        first,
        more,
        button(reader.t("do-why"), "why", kind=due.kind, why=due.why),
        kind=due.kind,
        priority=outbox.NUDGE,
        why=due.why,
    )
    occurrences.settle(reader.tx, due.id, FIRED)


def _hint(mentor: Visit, silent: Visit, due: Due) -> None:
    mentor.say(
        mentor.t("prompt-silence", name=silent.person.name, days=days_silent(silent)),
        button(mentor.t("silence-show-example"), "silence_example", mentee=silent.person.id),
        button(mentor.t("do-why"), "why", kind="silence", why=due.why),
        kind="silence",
        priority=outbox.NUDGE,
        why=due.why,
    )
    occurrences.settle(mentor.tx, due.id, FIRED)


def line(reader: Visit, due: Due) -> str:
    silent = owner(reader, due)
    if silent is None:
        return ""
    return reader.t("digest-silence", name=silent.person.name, days=days_silent(silent))


def item(reader: Visit, due: Due) -> Button:
    silent = owner(reader, due)
    return button(silent.person.name if silent else "…", "mentee", mentee=due.person)


def fine(visit: Visit) -> None:
    """ "All is well": that is all anybody wanted to know."""
    visit.say(visit.t("ladder-fine"))


def hard(visit: Visit) -> None:
    """ "It's hard": there is a dialog for it; a mentor is asked what is."""
    from desk import walk

    if "hard-week" in visit.loaded.dialogs and visit.part.role == "mentee":
        walk.start(visit, "hard-week")
    else:
        visit.focus("hard")
        visit.say(visit.t("ladder-hard"))


def tell_coordinators(silent: Visit, due: Due) -> None:
    """All coordinators hear in one message of everybody whom this concerns today."""
    if not still_silent(silent, due) or waits_for_an_answer(silent, due):
        return
    coordinators = [
        human
        for human in silent.colleagues("coordinator")
        if human.person.stopped_at is None
        and due.kind not in human.person.muted
        and not is_away(human)
    ]
    if not coordinators:
        occurrences.settle(silent.tx, due.id, CANCELLED, "no coordinator to tell")
        return
    if (later := _wait(coordinators, due)) > silent.now:
        occurrences.put_off(silent.tx, due.id, later, WAITED)
        return
    group = [(silent, due), *_others(silent, due)]
    for human in coordinators:
        _report(human, group)
    for _who, each in group:
        occurrences.settle(silent.tx, each.id, FIRED)


def still_silent(silent: Visit, due: Due) -> bool:
    found = verdict(silent, due)
    if found is not None:
        occurrences.settle(silent.tx, due.id, *found)
    return found is None


def _wait(coordinators: Sequence[Visit], due: Due) -> datetime:
    """When the last of them is up and has room in their day, so that all hear of everybody at once.

    So it waits once only: where one of them has a message every day, or rests while the others are
    up, nobody would ever hear of it. Then the first who is up is enough; what comes in somebody's
    night is held for them.
    """
    if due.note == WAITED:
        return min(map(_awake, coordinators))
    return max(map(_has_room, coordinators))


def _has_room(human: Visit) -> datetime:
    """This moment, the end of the night, or the next day on which all hear of everybody."""
    if told_today(human) < human.programme.daily.limit and not _own_today(human):
        return _awake(human)
    return _on(human, written_on(human, human.today + ONE_DAY))


def _awake(human: Visit) -> datetime:
    """This moment, or the first that lies neither in the night nor in a day off."""
    morning = rested(human)
    day = local(morning, human.zone).date()
    return morning if written_on(human, day) == day else _on(human, written_on(human, day))


def _on(human: Visit, day: date) -> datetime:
    return awake_at(human, at(day, human.programme.silence.at, human.zone))


def _own_today(human: Visit) -> bool:
    """Whether the calendar has something for them today: its day passes, silence can wait one."""
    tonight = end_of(human.today, human.zone)
    return bool(
        occurrences.waiting_until(
            human.tx, human.part.programme, [human.person.id], planning.BUSY_KINDS, tonight
        )
    )


def _others(silent: Visit, due: Due) -> list[tuple[Visit, Due]]:
    """The other silent people of the programme of whom the coordinator is to hear today."""
    tonight = end_of(silent.today, silent.zone)
    found = []
    for each in occurrences.of_kinds_until(
        silent.tx, silent.part.programme, ("silence", "mentor_silence"), tonight
    ):
        if each.id != due.id and each.why.get("does") == "tell-coordinator":
            who = silent.other(each.person)
            if who is None or waits_for_an_answer(who, each):
                continue
            if still_silent(who, each):
                found.append((who, each))
    return found


def _report(human: Visit, group: Sequence[tuple[Visit, Due]]) -> None:
    lines = [
        "• "
        + human.t(
            "digest-silence-role",
            name=who.person.name,
            role=human.role_label(who.part.role),
            days=days_silent(who),
        )
        for who, _due in group[:SHOWN]
    ]
    if len(group) > SHOWN:
        lines.append(human.t("and-more", count=len(group) - SHOWN))
    first = group[0][1]
    human.say(
        "\n".join([human.t("prompt-coordinator-silence"), "", *lines]),
        button(human.t("do-attention"), "attention"),
        button(human.t("do-why"), "why", kind=first.kind, why=first.why),
        kind=first.kind,
        priority=outbox.NUDGE,
        why=first.why,
    )


def alert_again(visit: Visit, due: Due) -> None:
    """An alarm that nobody has taken."""
    found = tickets.find(visit.tx, visit.person, due.subject or 0)
    if found is None or found.status != "open":
        occurrences.settle(visit.tx, due.id, CANCELLED, "taken by a human")
        return
    danger.alert(visit, found.id, found.question, again=True)
    occurrences.settle(visit.tx, due.id, FIRED)


def mentor_of(visit: Visit, due: Due) -> Visit | None:
    pair = pairings.find(visit.tx, due.pairing or 0)
    return visit.other(pair.mentor) if pair is not None and pair.status == "active" else None


def person_of(tx: Tx, world: World, due: Due, now: datetime) -> Visit | None:
    """Whose occurrence it is; None when they have left the programme."""
    found = people.taking_part(tx, due.person, due.programme)
    if found is None or due.programme not in world.programmes:
        return None
    visit = Visit(tx, world, *found, now, origin_of(due))
    visit.writer = None
    return visit


def origin_of(due: Due) -> str:
    """What was put off may have begun a message already, about itself or about what took its place
    that day; said under the same key again, it would look as if it had been said."""
    again = f":{due.due_at:%y%m%d%H%M}" if due.note in KEPT_NOTES else ""
    return f"oc:{due.key}{again}"
