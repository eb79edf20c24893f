"""When somebody falls silent: another question to them, then a word to a human, step by step."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from desk import danger, planning
from desk.reasons import KINDS
from desk.rhythm import rhythm_of
from desk.visit import Visit, button
from desk.world import World
from mentoring.localtime import awake, local
from mentoring.message import Button
from mentoring.silence import QUESTIONS as QUESTIONS
from store import occurrences, outbox, pairings, people, tickets
from store.occurrences import CANCELLED, EXPIRED, FIRED, PUT_OFF, Due
from store.work import Tx

SHOWN = 10
TO_ANSWER = timedelta(days=2)
"""So long somebody has to answer before their silence counts."""

ASKING = tuple(kind for kind in KINDS if kind != "announcement")


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
    occurrences.put_off(reader.tx, due.id, silent.now + TO_ANSWER, PUT_OFF)
    return True


def _spoke_since(silent: Visit, due: Due) -> bool:
    last = silent.person.last_sign_at
    known = date.fromisoformat(str(due.why["last_sign"]))
    return last is not None and local(last, silent.zone).date() > known


def days_silent(silent: Visit) -> int:
    last = silent.person.last_sign_at or silent.person.created_at
    return (silent.today - local(last, silent.zone).date()).days


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
    """ "It's hard": there is a dialog for it."""
    from desk import walk

    if "hard-week" in visit.loaded.dialogs and visit.part.role == "mentee":
        walk.start(visit, "hard-week")
    else:
        visit.say(visit.t("ask-away"))


def tell_coordinators(silent: Visit, due: Due) -> None:
    """All coordinators hear in one message of everybody whom this concerns today."""
    if not still_silent(silent, due) or waits_for_an_answer(silent, due):
        return
    coordinators = [
        human
        for human in silent.colleagues("coordinator")
        if human.person.stopped_at is None and due.kind not in human.person.muted
    ]
    morning = _wait(coordinators)
    if morning is not None:
        occurrences.put_off(silent.tx, due.id, morning)
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


def _wait(coordinators: Sequence[Visit]) -> datetime | None:
    """The end of the quiet hours, if it is night."""
    ends = [awake(one.now, one.zone, one.programme.quiet) for one in coordinators]
    return max(
        (end for end, one in zip(ends, coordinators, strict=True) if end > one.now), default=None
    )


def _others(silent: Visit, due: Due) -> list[tuple[Visit, Due]]:
    """The other silent people of the programme whose step to the coordinator is due as well."""
    found = []
    for each in occurrences.of_kinds_until(
        silent.tx, silent.part.programme, ("silence", "mentor_silence"), silent.now
    ):
        if each.id != due.id and each.why.get("does") == "tell-coordinator":
            who = silent.other(each.person)
            if who is not None and still_silent(who, each):
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
    return Visit(tx, world, *found, now, f"oc:{due.key}")
