"""What a coordinator looks at first: a short list on the phone, and what can be done about each."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from desk import chores, granting, matching, menu, needs
from desk.ladders import days_silent
from desk.needs import Need
from desk.visit import Visit, asked_by, button, short
from dialogs.human import format_date
from mentoring.localtime import local
from mentoring.message import Button
from store import journal, pairings, people, queues, tickets

SHOWN = 8
FIRST_WORDS = 40
HIDDEN = "attention_hidden"
HIDDEN_FOR = timedelta(days=7)
HIDDEN_KEPT = 500
UNSAID_SHOWN = timedelta(days=7)
"""What an error kept from being said is not said later; who has seen it can do no more."""

TOLD_ABOUT = frozenset({"silent", "lost"})


def show(visit: Visit) -> None:
    """One message; a number opens what stands beside it."""
    if visit.part.role != "coordinator":
        menu.show(visit, visit.t("not-yours"))
        return
    everything, hidden = needs.all_of(visit), _hidden(visit)
    found = [need for need in everything if not _is_hidden(visit, need, hidden)]
    lines = [f"• {one}" for one in _undelivered(visit)]
    lines += [f"{n}. {_line(visit, need)}" for n, need in enumerate(found[:SHOWN], start=1)]
    if len(found) > SHOWN:
        lines.append(visit.t("and-more", count=len(found) - SHOWN))
    put_off = len(everything) - len(found)
    if put_off:
        lines.append(visit.t("attention-hidden", count=put_off))
    if not lines:
        menu.show(visit, visit.t("attention-none"))
        return
    numbers = [button(str(n), "need", key=need.key) for n, need in enumerate(found[:SHOWN], 1)]
    visit.say("\n".join([visit.t("attention"), "", *lines]), *numbers)


def _undelivered(visit: Visit) -> list[str]:
    """First of all: whoever did not get a message does not know that there was one."""
    uncertain, unsent = queues.unreceived(visit.tx, visit.part.programme)
    unsaid = queues.unsaid(visit.tx, visit.part.programme, visit.now - UNSAID_SHOWN)
    counts = {
        "attention-uncertain": uncertain,
        "attention-unsent": unsent,
        "attention-unsaid": unsaid,
    }
    return [visit.t(text, count=count) for text, count in counts.items() if count]


def _line(visit: Visit, need: Need) -> str:
    values = {"text": _first_words(visit, need)} if need.kind == "question" else {}
    name = need.who.person.name
    line = visit.t(f"need-{need.kind}", name=name, days=_days(visit, need), **values)
    return f"{line}, {visit.t('need-also-alone')}" if need.also else line


def _first_words(visit: Visit, need: Need) -> str:
    """By which one tells a person's three questions from each other."""
    found = tickets.find(visit.tx, need.who.person, need.subject)
    return short(" ".join(found.question.split()), FIRST_WORDS) if found else "…"


def _days(visit: Visit, need: Need) -> int:
    if need.days is not None:
        return need.days
    return (visit.today - local(need.since, visit.zone).date()).days


def _hidden(visit: Visit) -> Mapping[str, Mapping[str, Any]]:
    """What this coordinator put off, by the need's key: the newest word counts."""
    entries = journal.read(visit.tx, visit.person, HIDDEN, most=HIDDEN_KEPT)
    return {str(entry.data["key"]): entry.data for entry in reversed(entries)}


def _is_hidden(visit: Visit, need: Need, hidden: Mapping[str, Mapping[str, Any]]) -> bool:
    """For a week, unless it gets worse or begins anew."""
    kept = hidden.get(need.key)
    return (
        kept is not None
        and visit.now < datetime.fromisoformat(kept["until"])
        and need.since == datetime.fromisoformat(kept["since"])
        and need.grade <= kept["grade"]
    )


def _find(visit: Visit, key: str) -> Need | None:
    """The need as it is now; it may be over since the list was shown."""
    if visit.part.role != "coordinator":
        visit.say(visit.t("not-yours"))
        return None
    found = needs.find(visit, key)
    if found is None:
        visit.say(visit.t("need-gone"), button(visit.t("do-attention"), "attention"))
    return found


def open_need(visit: Visit, key: str) -> None:
    """Who, since when and why, with the next steps that fit it."""
    if (need := _find(visit, key)) is None:
        return
    if need.kind == "extension":
        asked = granting.waiting(visit, need.subject)
        if asked is not None:
            visit.say(asked[0], *asked[1], _not_now(visit, need))
        return
    visit.say(f"{_line(visit, need)}\n\n{_why(visit, need)}", *_steps(visit, need))


def _why(visit: Visit, need: Need) -> str:
    lines = [_reason(visit, need), *_more(visit, need)]
    if need.also is not None:
        lines += [_reason(visit, need.also), *_more(visit, need.also)]
    return "\n".join(lines)


def _reason(visit: Visit, need: Need) -> str:
    day = format_date(local(need.since, visit.zone).date(), visit.person.language, visit.today)
    return visit.t(f"need-why-{need.kind}", day=day)


def _more(visit: Visit, need: Need) -> list[str]:
    """The question that waits, whom a silent mentor leaves alone, whom a mentee has asked."""
    if need.kind == "question":
        found = tickets.find(visit.tx, need.who.person, need.subject)
        late = [visit.t("need-late")] if need.grade else []
        return [f"„{found.question}”" if found else "", *late]
    if need.kind == "silent-mentor":
        waiting = [
            found.person.name for found in map(visit.other, needs.mentees_of(need.who)) if found
        ]
        return [visit.t("need-mentees", list=", ".join(waiting))]
    if need.kind == "alone" and (asked := _asked(visit, need.who)):
        return [visit.t("need-asked", name=asked.person.name)]
    return []


def _asked(visit: Visit, mentee: Visit) -> Visit | None:
    pairs = pairings.of_mentee(visit.tx, mentee.person, visit.part.programme, "asked")
    return visit.other(pairs[0].mentor) if pairs else None


def _steps(visit: Visit, need: Need) -> list[Button]:
    """One tap each; who can't be reached is not written to."""
    t, who = visit.t, need.who.person.id
    if need.kind == "alarm":
        return [
            button(t("alert-taken"), "danger_seen", ticket=need.subject),
            button(t("alert-write"), "ticket", ticket=need.subject),
        ]
    found = []
    if need.kind == "question":
        found.append(button(t("do-answer"), "ticket", ticket=need.subject))
    elif need.kind != "lost":
        found.append(button(t("need-write"), "need_write", person=who))
    if need.kind in TOLD_ABOUT and chores.helper(need.who, "mentor") is not None:
        found.append(button(t("need-tell"), "need_tell", mentee=who, about=need.kind))
    alone = "alone" in (need.kind, need.also and need.also.kind)
    if alone and _asked(visit, need.who) is None:
        found.append(button(t("need-propose"), "need_propose", mentee=who))
    return [*found, button(t("do-coming"), "coming", person=who), _not_now(visit, need)]


def _not_now(visit: Visit, need: Need) -> Button:
    return button(visit.t("snooze"), "need_hide", key=need.key)


def hide(visit: Visit, key: str) -> None:
    """For this coordinator, and for a week; an alarm can't be put off."""
    if (need := _find(visit, key)) is None:
        return
    if need.kind == "alarm":
        open_need(visit, key)
        return
    until = visit.now + HIDDEN_FOR
    data = {
        "key": need.key,
        "until": until.isoformat(),
        "since": need.since.isoformat(),
        "grade": need.grade,
    }
    programme = visit.part.programme
    journal.write(
        visit.tx, visit.person, programme=programme, kind=HIDDEN, data=data, now=visit.now
    )
    day = format_date(local(until, visit.zone).date(), visit.person.language, visit.today)
    visit.say(visit.t("need-hidden", day=day), button(visit.t("do-attention"), "attention"))


def tell_mentor(visit: Visit, mentee: int, about: str) -> None:
    """The mentor is asked to write, in the coordinator's name, with ready advice."""
    who = _mentee(visit, mentee)
    mentor = who and chores.helper(who, "mentor")
    if not who or not mentor or about not in TOLD_ABOUT:
        visit.say(visit.t("not-yours"))
        return
    mentor.say(
        mentor.t(
            f"need-{about}-to-mentor",
            human=visit.person.name,
            name=who.person.name,
            days=days_silent(who),
        ),
        button(mentor.t("silence-show-example"), "silence_example", mentee=mentee),
        why=asked_by(visit),
    )
    visit.say(
        visit.t("answer-sent", name=mentor.person.name),
        button(visit.t("do-attention"), "attention"),
    )


def _mentee(visit: Visit, mentee: int) -> Visit | None:
    found = visit.other(mentee) if visit.part.role == "coordinator" else None
    return found if found and found.part.role == "mentee" else None


def propose(visit: Visit, mentee: int) -> None:
    """Mentors for the wishes that are known; else the mentee is asked about them."""
    who = _mentee(visit, mentee)
    if who is None or who.person.consent_at is None:
        visit.say(visit.t("not-yours"))
        return
    if pairings.of_mentee(visit.tx, who.person, who.part.programme, "active", "asked"):
        visit.say(visit.t("need-gone"), button(visit.t("do-attention"), "attention"))
        return
    if people.profile(visit.tx, who.person, who.part.id).get("interests"):
        matching.propose(who)
    else:
        who.say(who.t("need-find-mentor"), button(who.t("do-match"), "match_start"))
    visit.say(
        visit.t("answer-sent", name=who.person.name), button(visit.t("do-attention"), "attention")
    )
