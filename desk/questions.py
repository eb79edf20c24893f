"""Questions: answered from the FAQ, narrowed by "did you mean", or carried to a human and back."""

from collections.abc import Callable

from desk import danger, menu, promises, reply_times
from desk.visit import NO_WHY, Visit, asked_by, button, short
from knowledge.faq import Outcome
from knowledge.folding import tokens
from mentoring.message import Button
from store import journal, outbox, pairings, tickets
from store.tickets import Ticket

SUGGESTED = 3
WORDS_OF_A_QUESTION = 3


def invite(visit: Visit) -> None:
    visit.say(visit.t("ask-away"))


def ask(visit: Visit, text: str, unknown: Callable[[Visit, str], None] | None = None) -> None:
    """`unknown` takes what the FAQ does not know; else it goes to a human at once."""
    outcome = look_up(visit, text)
    if outcome.kind == "answer":
        answer(visit, outcome.ranked[0].id)
    elif outcome.kind == "suggest" and outcome.ranked:
        _suggest(visit, outcome, text)
    elif visit.part.role == "coordinator":
        _maybe_an_answer(visit, text)
    else:
        (unknown or hand_over)(visit, text)


def look_up(visit: Visit, text: str) -> Outcome:
    return visit.world.faq(visit.part.programme, visit.part.role, visit.person.language).ask(text)


def knows(visit: Visit, text: str) -> bool:
    """Whether this is a question, and one with an answer of ours."""
    return len(tokens(text)) >= WORDS_OF_A_QUESTION and look_up(visit, text).kind == "answer"


def answer(visit: Visit, entry: str) -> None:
    """Says an entry's answer, and counts that it was asked (R4-5)."""
    found = next((e for e in visit.loaded.faq if e.id == entry), None)
    text = found.answer_for(visit.part.role, visit.person.language) if found else None
    if text is None:
        visit.say(visit.t("answer-gone"))
        return
    journal.note(
        visit.tx, actor=None, act="faq", now=visit.now, object_=entry, detail={"kind": "answer"}
    )
    visit.say(text)


def _suggest(visit: Visit, outcome: Outcome, text: str) -> None:
    by_id = {entry.id: entry for entry in visit.loaded.faq}
    chosen = [by_id[ranked.id] for ranked in outcome.ranked[:SUGGESTED]]
    language = visit.person.language
    buttons = [button(entry.question[language], "faq_pick", entry=entry.id) for entry in chosen]
    none = button(visit.t("did-you-mean-none"), "faq_none", text=short(text, 1000))
    visit.say(visit.t("did-you-mean"), *buttons, none)


def pick(visit: Visit, entry: str) -> None:
    answer(visit, entry)


def hand_over(visit: Visit, text: str) -> None:
    """Nobody wrote an answer to this: a human gets it, and the asker hears by when."""
    _to_coordinators(visit, text, "question", "asked-human")


def pass_on(visit: Visit, text: str) -> None:
    """What was written for the coordinator at the end of a survey, which may be no question."""
    _to_coordinators(visit, text, "remark", "remark-passed-on")


def _to_coordinators(visit: Visit, text: str, shown: str, told: str) -> None:
    ticket = tickets.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="question",
        question=text,
        now=visit.now,
    )
    humans = [h for h in visit.colleagues("coordinator") if h.person.id != visit.person.id]
    if not humans:
        visit.say(visit.t("nobody-to-ask"))
        return
    visit.say(visit.t(told, when=reply_times.usual(visit)))
    for human in humans:
        _ask_human(human, visit, ticket, text, shown)


def _ask_human(
    human: Visit, asker: Visit, ticket: int, text: str, kind: str, urgent: bool = False
) -> None:
    _show(human, asker, ticket, text, kind, urgent)
    promises.remember(human, asker, ticket)


def _show(
    human: Visit,
    asker: Visit,
    ticket: int,
    text: str,
    kind: str,
    urgent: bool = False,
    also: tuple[Button, ...] = (),
) -> None:
    human.say(
        human.t(
            f"ticket-{kind}",
            name=asker.person.name,
            role=human.role_label(asker.part.role),
            text=text,
        ),
        button(human.t("do-answer"), "ticket", ticket=ticket),
        *also,
        kind="ticket",
        why=asked_by(asker, ticket=ticket) if human.writer != human.person.id else NO_WHY,
        priority=outbox.SAFETY if urgent else outbox.REPLY,
    )


def need_help(asker: Visit, ticket: int, helper: Visit, title: str) -> None:
    _ask_human(helper, asker, ticket, title, "help")


def wants_talk(asker: Visit, ticket: int, human: Visit, *also: Button) -> None:
    """A call for help that is about no task; `also` leads to what the asker has shared."""
    if (found := tickets.find(asker.tx, asker.person, ticket)) is not None:
        _show(human, asker, ticket, found.question, "talk", also=also)
        promises.remember(human, asker, ticket)


def _shown_as(found: Ticket) -> str:
    """The words in which it is put: an alert is a question like others, once it is in a list."""
    if found.kind == "help":
        return "talk" if found.subject is None else "help"
    return "question"


def _may(visit: Visit, asker: Visit, ticket: Ticket) -> bool:
    """Coordinators answer everything of their programme, mentors the calls of their own mentees."""
    if ticket.programme != visit.part.programme:
        return False
    if visit.part.role == "coordinator":
        return True
    if ticket.kind == "safety":
        return danger.is_contact(visit, asker, ticket.programme)
    if visit.part.role != "mentor" or ticket.kind != "help":
        return False
    pairs = pairings.of_mentor(visit.tx, visit.person.id, visit.part.programme, "active")
    return ticket.person in {pair.mentee for pair in pairs}


def _found(visit: Visit, ticket: int) -> tuple[Visit, Ticket] | None:
    """The asker's side and the ticket, if this person may see it."""
    found = _seen(visit, ticket)
    if found is None:
        visit.say(visit.t("not-yours"))
    return found


def _seen(visit: Visit, ticket: int) -> tuple[Visit, Ticket] | None:
    owner = tickets.owner(visit.tx, ticket)
    asker = None if owner is None else visit.other(owner)
    found = asker and tickets.find(visit.tx, asker.person, ticket)
    return (asker, found) if asker and found and _may(visit, asker, found) else None


def unanswered(visit: Visit, ticket: int) -> tuple[Visit, Ticket] | None:
    """The asker's side and the ticket, while this person may still answer it."""
    found = _seen(visit, ticket)
    return found if found and found[1].status == "open" else None


def open_ticket(visit: Visit, ticket: int) -> None:
    """Shows the question and takes what is written next as the answer."""
    if (both := _found(visit, ticket)) is None:
        return
    asker, found = both
    if found.status != "open" and found.kind != "safety":
        visit.say(visit.t("ticket-answered"))
        return
    visit.focus("ticket", ticket=ticket)
    visit.say(
        visit.t("ticket-write", name=asker.person.name, text=found.question),
        button(visit.t("do-cancel"), "menu"),
    )


def reply(visit: Visit, ticket: int, text: str) -> None:
    """A human's words go to the asker under the human's name.

    Whoever writes after an alert has taken it; others may write as well, and write again.
    """
    if (both := _found(visit, ticket)) is None:
        return
    asker, found = both
    first = tickets.answer(
        visit.tx, asker.person, found, text=text, by=visit.person.id, now=visit.now
    )
    if not first and found.kind != "safety":
        visit.say(visit.t("ticket-answered"))
        return
    asker.say(
        asker.t("human-answered", question=short(found.question, 200), text=text),
        button(asker.t("do-reply"), "reply_to", ticket=ticket, human=visit.person.id),
        author=visit.person.name,
        priority=outbox.SAFETY if found.kind == "safety" else outbox.REPLY,
    )
    visit.say(visit.t("answer-sent", name=asker.person.name))


def reply_to(visit: Visit, ticket: int, human: int) -> None:
    """The asker writes back to the human who answered; what comes next goes to them."""
    if (who := _answered(visit, ticket, human)) is not None:
        visit.focus("reply", ticket=ticket, human=human)
        visit.say(
            visit.t("reply-write", name=who[1].person.name), button(visit.t("do-cancel"), "menu")
        )


def follow_up(visit: Visit, ticket: int, human: int, text: str) -> None:
    """A question that goes on is a ticket of its own, with the same human."""
    if (who := _answered(visit, ticket, human)) is None:
        return
    found, answerer = who
    kind, urgent = "help" if found.kind == "help" else "question", found.kind == "safety"
    carry(visit, answerer, text, kind, found.subject, urgent)


def carry(
    visit: Visit,
    human: Visit,
    text: str,
    kind: str = "question",
    subject: int | None = None,
    urgent: bool = False,
) -> None:
    """Words that one human is to answer; after an alarm they wait for no morning."""
    ticket = tickets.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind=kind,
        question=text,
        now=visit.now,
        subject=subject,
    )
    _ask_human(human, visit, ticket, text, "question", urgent)
    visit.say(reply_times.passed_on(visit, human))


def _answered(visit: Visit, ticket: int, human: int) -> tuple[Ticket, Visit] | None:
    """The person's own ticket and the human who may still answer it."""
    found = tickets.find(visit.tx, visit.person, ticket)
    answerer = visit.other(human) if found else None
    if found is None or answerer is None or not _may(answerer, visit, found):
        visit.say(visit.t("not-yours"))
        return None
    return found, answerer


def listed(visit: Visit) -> None:
    """The open questions of the programme, for its coordinator."""
    if visit.part.role != "coordinator":
        visit.say(visit.t("not-yours"))
        return
    waiting = tickets.waiting(visit.tx, visit.part.programme)
    if not waiting:
        menu.show(visit, visit.t("no-questions"))
        return
    for ticket, person, _kind in waiting[: SUGGESTED * 2]:
        asker = visit.other(person)
        found = asker and tickets.find(visit.tx, asker.person, ticket)
        if asker and found:
            _show(visit, asker, ticket, found.question, _shown_as(found))


def _maybe_an_answer(visit: Visit, text: str) -> None:
    """A coordinator wrote something that no command knows: perhaps it answers an open question."""
    buttons = []
    for ticket, person, _ in tickets.waiting(visit.tx, visit.part.programme)[:SUGGESTED]:
        asker = visit.other(person)
        found = asker and tickets.find(visit.tx, asker.person, ticket)
        if asker and found:
            label = f"{asker.person.name}: {short(found.question, 40)}"
            buttons.append(button(label, "ticket_take", ticket=ticket, text=text))
    if buttons:
        visit.say(visit.t("is-it-an-answer"), *buttons, button(visit.t("do-no"), "menu"))
    else:
        menu.show(visit, visit.t("not-understood"))


def take_as_answer(visit: Visit, ticket: int, text: str) -> None:
    reply(visit, ticket, text)
