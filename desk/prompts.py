"""What an occurrence says when it falls due; looked at again first, for life has gone on."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from desk import (
    check_ins,
    chores,
    deadlines,
    events,
    ladders,
    lessons,
    missed,
    news,
    pace,
    planning,
    promises,
    questions,
    snoozing,
)
from desk.measure import AGAIN
from desk.rhythm import next_day, rhythm_of
from desk.visit import Visit, button, short
from mentoring.check_ins import is_asked
from mentoring.digest import begins_today, day_of
from mentoring.message import Button
from mentoring.planning import asked_lately
from store import occurrences, outbox, sessions, tasks
from store.occurrences import CANCELLED, EXPIRED, FIRED, MERGED, PUT_OFF, SNOOZED, Due
from store.tasks import Task

MISSED_AFTER = timedelta(hours=20)
"""A nudge or check-in that could not be sent for so long has missed its day and expires, but for
the last word about something to be done."""

TASKS = ("nudge", "due_today", "late")
WORDINGS = 3
ITEMS_WITH_BUTTONS = 6
ANSWERS_ABOVE_A_QUESTION = 3


def speaks_to_its_person(due: Due) -> bool:
    return due.kind not in ("silence", "mentor_silence") or due.why.get("does") in ladders.QUESTIONS


def speaks_to_the_mentor(due: Due) -> bool:
    return due.kind == "silence" and due.why.get("does", "tell-mentor") == "tell-mentor"


def still(reader: Visit, due: Due) -> bool:
    """Whether it is to be said; what is not is settled with the reason, or waits."""
    if ladders.waits_for_an_answer(reader, due) or _waits_for_a_human(reader, due):
        return False
    verdict = _verdict(reader, due)
    if verdict is not None:
        occurrences.settle(reader.tx, due.id, *verdict)
    return verdict is None


def _waits_for_a_human(reader: Visit, due: Due) -> bool:
    """Who has asked for more time or for help did their part: "late" is held until the answer."""
    if not _is_late_and_asked_about(reader, due):
        return False
    if _verdict(reader, due) is not None:
        return False
    occurrences.put_off(reader.tx, due.id, next_day(reader), due.note or PUT_OFF)
    return True


def _is_late_and_asked_about(reader: Visit, due: Due) -> bool:
    if due.kind == "event":
        return due.why.get("rule") == "late" and deadlines.is_asked_about(reader, due.why)
    return due.kind == "late" and chores.is_asked_about(reader.tx, reader.person, due.subject or 0)


def _verdict(reader: Visit, due: Due) -> tuple[str, str] | None:
    if reader.person.stopped_at is not None or due.kind in reader.person.muted:
        return CANCELLED, "switched off by the person"
    if due.kind in ("silence", "mentor_silence"):
        return ladders.verdict(reader, due)
    if due.kind == promises.KIND:  # it waits for whoever is away
        open_one = questions.unanswered(reader, due.subject or 0)
        return None if open_one else (CANCELLED, "answered")
    if due.kind == news.KIND:
        return news.verdict(reader, due)
    if due.kind == lessons.KIND:
        return lessons.verdict(reader, due)
    if rhythm_of(reader.person).paused_on(reader.today):
        return EXPIRED, "the person is away"
    if reader.now - due.due_at > MISSED_AFTER and not missed.is_last_word(reader, due):
        return EXPIRED, "missed its day"
    if due.kind == "check_in" and due.note == PUT_OFF and _asked_lately(reader):
        return MERGED, "asked not long ago"
    if due.kind == "check_in" and not is_asked(_silent_for(reader)):
        return MERGED, "asked less often in a long silence"
    if due.kind in TASKS:
        return _task_verdict(reader, due)
    return events.verdict(reader, due) if due.kind == "event" else None


def _silent_for(reader: Visit) -> timedelta:
    """Of this semester: in the holidays nobody was asked anything."""
    term = reader.programme.semester_on(reader.today)
    taught = (reader.today - term.first).days if term else 0
    return timedelta(days=min(ladders.days_silent(reader), taught))


def _asked_lately(reader: Visit) -> bool:
    """What was put off keeps its day when all is planned again, also by another weekday."""
    return asked_lately(reader.today, planning.last_asked(reader))


def _task_verdict(reader: Visit, due: Due) -> tuple[str, str] | None:
    task = tasks.find(reader.tx, reader.person, due.subject or 0)
    if task is None or task.status != "open":
        return CANCELLED, "no longer open"
    if due.why.get("due", task.due.isoformat()) != task.due.isoformat():
        return CANCELLED, "the due date has moved"
    if due.note != SNOOZED and due.kind != "late" and reader.today > task.due:
        return EXPIRED, "the due date has passed"
    return None


def tell(reader: Visit, group: Sequence[Due], question: Due | None = None) -> None:
    """What is said in one message, with a check-in's question under it if there is one. Each was
    found to be still true."""
    spoken_of = next(iter(news.those_spoken_of(group)), None)
    reader.about = spoken_of or events.about(reader, group) or reader.about
    if all(each.kind == news.KIND for each in group):
        _news(reader, group)
    elif len(group) > 1:
        together(reader, group, question)
    elif question is None:
        _one(reader, group[0])
    else:
        text, buttons = _above_a_question(reader, group[0])
        _with_question(reader, group, text, buttons, question)


def _above_a_question(reader: Visit, due: Due) -> tuple[str, list[Button]]:
    """The same without a question of its own, and with no more than what is tapped most."""
    text, buttons = _words(reader, due, "told")
    return text, buttons[:ANSWERS_ABOVE_A_QUESTION]


def _news(reader: Visit, group: Sequence[Due]) -> None:
    """The overview of a mentor's day on which nothing else is to be said."""
    text, buttons = news.tell(reader, group)
    reader.say(text, *buttons, _why(reader, group[0]), **_manner(*group))
    for each in group:
        occurrences.settle(reader.tx, each.id, FIRED)


def by_itself(reader: Visit, group: Sequence[Due]) -> None:
    """What does not wait for the day's message, as far as it is still true."""
    true = [each for each in group if still(reader, each)]
    if true:
        tell(reader, true)


def _one(reader: Visit, due: Due) -> None:
    if due.kind in (*TASKS, promises.KIND, lessons.KIND, "event"):
        _said(reader, due)
    elif due.kind == "check_in":
        check_ins.begin(reader, **_manner(due))
        occurrences.settle(reader.tx, due.id, FIRED)
    else:
        ladders.tell(reader, due)


def _said(reader: Visit, due: Due) -> None:
    """Says it with the ways out that everything unprompted has: later, and why."""
    text, buttons = _words(reader, due)
    reader.say(
        text,
        *buttons,
        snoozing.offer(reader, due.id),
        _why(reader, due),
        **_manner(due),
    )
    occurrences.settle(reader.tx, due.id, FIRED)


def _words(reader: Visit, due: Due, how: str = "prompt") -> tuple[str, list[Button]]:
    """What one task or event says by itself, and what can be answered; "told" asks nothing."""
    if due.kind == "event":
        return events.text(reader, due, _small_step(reader, due)), events.buttons(reader, due)
    if due.kind == promises.KIND:
        return _promised(reader, due)
    if due.kind == lessons.KIND:
        return lessons.line(reader, due, "prompt"), [lessons.item(reader)]
    if due.kind not in TASKS:
        return ladders.line(reader, due), [ladders.item(reader, due)]
    task = tasks.find(reader.tx, reader.person, due.subject or 0)
    assert task is not None  # `still` has looked
    text = reader.t(
        f"{how}-{_form(reader, task)}{pace.tone(reader) if how == 'prompt' else ''}",
        title=task.title,
        day=chores.day(reader, task),
        days=(reader.today - task.due).days,
        turn=turn(reader),
    )
    if how == "told":
        text += pace.small_step(reader, task.due)
    return text, chores.answers(reader, task)


def _small_step(reader: Visit, due: Due) -> str:
    day = date.fromisoformat(day_of(due))
    return pace.small_step(reader, day) if _is_to_do(reader, due) else ""


def _is_to_do(reader: Visit, due: Due) -> bool:
    """Whether it is the reader who has to do something."""
    event = events.find(reader, due.why.get("event"))
    return due.kind in TASKS or (event is not None and events.may_ask_for_time(reader, event))


def turn(reader: Visit) -> int:
    """Which of its wordings a reminder takes: read twice in a week, the same words bore."""
    return reader.today.toordinal() % WORDINGS


def _promised(reader: Visit, due: Due) -> tuple[str, list[Button]]:
    found = questions.unanswered(reader, due.subject or 0)
    assert found is not None  # `still` has looked
    asker, ticket = found
    text = reader.t("prompt-unanswered", name=asker.person.name, text=short(ticket.question, 200))
    return text, [button(reader.t("do-answer"), "ticket", ticket=ticket.id)]


def _form(reader: Visit, task: Task) -> str:
    """Which words are true now: it may have been put off for some days."""
    if reader.today < task.due:
        return "nudge"
    return "due-today" if reader.today == task.due else "late"


def together(reader: Visit, group: Sequence[Due], question: Due | None = None) -> None:
    """Several things of one day in one message, with a button for each."""
    bundles = news.bundles(group)
    lines = [f"• {_line(reader, each)}" for each in bundles]
    head, tail = _head(reader, group, question, len(bundles)), _tail(reader, group)
    text = "\n".join([head, "", *lines, *tail])
    buttons = [_item(reader, each[0]) for each in bundles[:ITEMS_WITH_BUTTONS]]
    if question is not None:
        _with_question(reader, group, text, buttons, question)
        return
    later = _later(reader, group)
    reader.say(text, *buttons, *later, _why(reader, group[0]), **_manner(*group))
    for each in group:
        occurrences.settle(reader.tx, each.id, FIRED, "told with others")


def _head(reader: Visit, group: Sequence[Due], question: Due | None, count: int) -> str:
    """What has happened is no reminder, and one question in a message is enough."""
    if any(each.kind == news.KIND for each in group):
        return reader.t("digest-with-news", count=count)
    told = question is not None or asks(reader, group)
    return reader.t("digest-told" if told else "digest", count=count)


def _tail(reader: Visit, group: Sequence[Due]) -> list[str]:
    """What follows a list in which there is something for the reader to do."""
    own = any(_is_to_do(reader, each) for each in group)
    return pace.small_step_of_many(reader) if own else []


def _with_question(
    reader: Visit, group: Sequence[Due], text: str, buttons: list[Button], question: Due
) -> None:
    """The check-in begins under what is said anyway, so that it is one message. It has a "why?" of
    its own, and two of them would puzzle; the typed one still explains the reminder."""
    check_ins.begin(reader, before=text, also=(*buttons, *_later(reader, group)), **_manner(*group))
    for each in (*group, question):
        occurrences.settle(reader.tx, each.id, FIRED, "told with others")


def _later(reader: Visit, group: Sequence[Due]) -> list[Button]:
    """ "Not now" for all of it that is the reader's own; somebody's silence is not put off."""
    own = [each.id for each in group if each.person == reader.person.id]
    return [snoozing.offer(reader, *own)] if own else []


def _why(reader: Visit, due: Due) -> Button:
    return button(reader.t("do-why"), "why", kind=due.kind, why=due.why)


def _manner(due: Due, *others: Due) -> dict[str, Any]:
    """By the most important of what is told; `people` are all who are spoken of."""
    why = {**due.why, AGAIN: True} if due.note == SNOOZED else due.why
    spoken_of = news.those_spoken_of((due, *others))
    if len(spoken_of) > 1:
        why = {**why, outbox.PEOPLE: spoken_of}
    today = any(begins_today(each.why) for each in (due, *others))
    return {"kind": due.kind, "priority": outbox.TODAY if today else outbox.NUDGE, "why": why}


def may_ask(reader: Visit) -> bool:
    """Whether a check-in may begin: nobody is asked in the middle of another dialog."""
    current = sessions.current(reader.tx, reader.person)
    return current is None or reader.loaded.is_check_in(current.dialog)


def asks(reader: Visit, group: Sequence[Due]) -> bool:
    """Whether the programme's own words ask something already: one question is enough."""
    told = events.text if len(group) == 1 else events.line
    return any("?" in told(reader, each) for each in group if each.kind == "event")


def _line(reader: Visit, bundle: Sequence[Due]) -> str:
    due = bundle[0]
    if due.kind == news.KIND:
        return news.line(reader, bundle)
    if due.kind == lessons.KIND:
        return lessons.line(reader, due)
    if due.kind in TASKS:
        task = tasks.find(reader.tx, reader.person, due.subject or 0)
        assert task is not None
        return reader.t(
            f"digest-{_form(reader, task)}", title=task.title, day=chores.day(reader, task)
        )
    if due.kind == promises.KIND:
        asker = reader.other(int(due.why["asker"]))
        return reader.t("digest-unanswered", name=asker.person.name if asker else "…")
    return events.line(reader, due) if due.kind == "event" else ladders.line(reader, due)


def _item(reader: Visit, due: Due) -> Button:
    if due.kind in TASKS:
        task = tasks.find(reader.tx, reader.person, due.subject or 0)
        assert task is not None
        return button(short(task.title, 40), "task", task=task.id)
    if due.kind == "event":
        event = events.find(reader, due.why.get("event"))
        title = event.title[reader.person.language] if event else "…"
        what = {"event": due.why["event"], "date": due.why["date"], "rule": due.why["rule"]}
        return button(short(title, 40), "event", **what)
    if due.kind == promises.KIND:
        asker = reader.other(int(due.why["asker"]))
        return button(asker.person.name if asker else "…", "ticket", ticket=due.subject)
    if due.kind == news.KIND:
        return news.card(reader, due)
    if due.kind == lessons.KIND:
        return lessons.item(reader)
    return ladders.item(reader, due)
