"""More time: asked for in the chat, by whoever has a date to keep."""

from datetime import date
from typing import Any

from desk import chores, deadlines, deciding, granting, privacy
from desk.deadlines import Deadline
from desk.visit import Visit
from dialogs.human import parse_date
from mentoring.localtime import awake
from mentoring.occurrence import Occurrence
from store import extensions, occurrences
from store.occurrences import CANCELLED, FIRED, Due, Scope

WORDS_OF_A_REASON = 4
REQUEST = chores.ASKED_FOR_TIME
DECIDED_WITHIN = granting.DECIDED_WITHIN


def ask(
    visit: Visit, task: int | None = None, event: str | None = None, date: str | None = None
) -> None:
    if (found := deadlines.own(visit, task, event, date)) is None:
        return
    if extensions.asked(visit.tx, found.about) is not None:
        visit.say(visit.t("extend-asked-already"))
        return
    asked = visit.t("extend-how-long", title=found.title[visit.person.language])
    warned = privacy.before_asking(visit, found.task, deciding.decider(visit))
    _ask(visit, found, " ".join(filter(None, (asked, warned))))


def _ask(visit: Visit, deadline: Deadline, words: str) -> None:
    visit.focus("wish", **deadline.named)
    visit.say(words, *granting.choices(visit, visit, deadline, "extend_to", **deadline.named))


def typed_wish(visit: Visit, text: str, **named: Any) -> None:
    wished = parse_date(text, visit.today)
    if (found := deadlines.own(visit, **named)) is None:
        return
    if wished is None or not found.may_be(wished, visit.today):
        _ask(visit, found, granting.which_day(visit, found, wished))
    else:
        reason = text if len(text.split()) >= WORDS_OF_A_REASON else None
        _request(visit, found, wished, reason)


def wish(
    visit: Visit,
    day: str,
    task: int | None = None,
    event: str | None = None,
    date: str | None = None,
) -> None:
    if (found := deadlines.own(visit, task, event, date)) is None:
        return
    wished = _day(day)
    if found.may_be(wished, visit.today):
        _request(visit, found, wished, None)
    else:  # the button was left until its day had passed
        _ask(visit, found, granting.which_day(visit, found, wished))


def _day(written: str) -> date:
    return date.fromisoformat(written)


def _request(visit: Visit, deadline: Deadline, wished: date, reason: str | None) -> None:
    if extensions.asked(visit.tx, deadline.about) is not None:
        visit.say(visit.t("extend-asked-already"))
        return
    alone = _by_the_programme(visit, deadline, wished)
    human = deciding.decider(visit)
    if human is None and not alone:
        visit.say(visit.t("nobody-to-ask"))
        return
    about = deadline.about
    extension = extensions.ask(
        visit.tx, visit.person, about=about, wished=wished, reason=reason, now=visit.now
    )
    request = extensions.find(visit.tx, visit.person, extension)
    assert request is not None
    if alone:
        granting.settle(None, visit, request, deadline, wished)
    elif human is not None:
        asked = visit.t("extend-asked", name=human.person.name)
        visit.say(chores.instead(visit, human) + asked)
        deciding.put_before(human, visit, deadline, request)
        _not_for_ever(visit, human, deadline, extension)


def _by_the_programme(visit: Visit, deadline: Deadline, wished: date) -> bool:
    """A first wish of a few days needs nobody; the next ones, and what was refused, do."""
    days = (wished - deadline.due).days
    return days <= visit.programme.extensions.automatic_days and not extensions.was_asked(
        visit.tx, deadline.about
    )


def _not_for_ever(visit: Visit, human: Visit, deadline: Deadline, extension: int) -> None:
    """A mentor who doesn't decide, or one coordinator of several: after two days all of these get
    it too."""
    if human.part.role == "coordinator" and not _others(visit, human):
        return
    later = Occurrence(
        key=f"extension:{extension}",
        kind=REQUEST,
        person=visit.person.id,
        pairing=deadline.about.pairing,
        subject=extension,
        due=awake(visit.now + DECIDED_WITHIN, visit.programme.zone, visit.programme.quiet),
        why={"rule": "undecided", "days": DECIDED_WITHIN.days},
    )
    programme, person = visit.part.programme, visit.person.id
    scope = Scope(programme=programme, person=person, kinds=(REQUEST,), subject=extension)
    occurrences.reconcile(visit.tx, scope, [later])


def _others(visit: Visit, human: Visit) -> bool:
    """Whether anybody else could decide."""
    apart = {visit.person.id, human.person.id}
    return any(each.person.id not in apart for each in visit.colleagues("coordinator"))


def still_undecided(asker: Visit, due: Due) -> None:
    """Two days have passed: every coordinator gets the request, unless it has been decided."""
    request = extensions.find(asker.tx, asker.person, due.subject or 0)
    deadline = request and deadlines.of_request(asker, request)
    if not request or request.status != "asked" or not deadline or not deadline.open:
        occurrences.settle(asker.tx, due.id, CANCELLED, "decided")
        return
    day = awake(asker.now, asker.programme.zone, asker.programme.quiet)
    if day > asker.now:
        occurrences.put_off(asker.tx, due.id, day)
        return
    for human in asker.colleagues("coordinator"):
        if human.person.stopped_at is None and human.person.id != asker.person.id:
            deciding.put_before(human, asker, deadline, request)
    occurrences.settle(asker.tx, due.id, FIRED)
