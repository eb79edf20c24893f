"""Carrying out what a finished dialog asks for: results, tasks, sharing, a search, a human."""

from desk import matching, menu, pacts, pictures, planning, questions
from desk.visit import Visit, button
from dialogs.definition import Definition
from dialogs.effects import Draw, Effect, HandOver, MakeTask, ProposeShare, Record
from dialogs.human import format_date
from store import journal, pairings, sessions, tasks
from store.sessions import Kept

LOW = 2  # of 5: a week that hard is worth a word of its own


def carry_out(
    visit: Visit, kept: Kept, definition: Definition, summary: str, found: tuple[Effect, ...]
) -> None:
    result = None
    made = []
    for effect in found:
        if isinstance(effect, Record):
            result = _record(visit, kept, summary, effect)
        elif isinstance(effect, MakeTask):
            made.append(_make_task(visit, effect))
        elif isinstance(effect, ProposeShare) and result is not None:
            set_shared(visit, result, effect.share)
        elif isinstance(effect, Draw) and result is not None:
            _show_picture(visit, result)
        elif isinstance(effect, HandOver):
            questions.hand_over(visit, effect.text)
    if made:
        visit.say(visit.t("tasks-made", count=len(made), list="\n".join(made)))
    planning.dialog_done(visit, kept.dialog)
    _after(visit, kept)


def _record(visit: Visit, kept: Kept, summary: str, effect: Record) -> int | None:
    """Check-ins and wishes go to the journal, walkthroughs to the person's results."""
    data = dict(effect.data)
    if pacts.pairing_of(kept) is not None:
        pacts.finished(visit, kept, data)
        return None
    if kept.dialog == "interests":
        matching.remember(visit, data)
        return None
    if kept.dialog == visit.programme.check_in.dialog:
        journal.write(
            visit.tx,
            visit.person,
            programme=visit.part.programme,
            kind="check_in",
            data=data,
            now=visit.now,
        )
        return None
    return sessions.add_result(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        dialog=kept.dialog,
        text=summary,
        data=data,
        session=kept.id,
        now=visit.now,
    )


def _make_task(visit: Visit, effect: MakeTask) -> str:
    active = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active")
    task = tasks.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        pairing=active[0].id if active else None,
        title=effect.title,
        due=effect.due,
        now=visit.now,
    )
    stored = tasks.find(visit.tx, visit.person, task)
    if stored is not None:
        planning.replan_task(visit, stored)
    return f"• {effect.title} – {format_date(effect.due, visit.person.language, visit.today)}"


def _show_picture(visit: Visit, result: int) -> None:
    for one in sessions.results(visit.tx, visit.person):
        if one.id == result:
            pictures.show(visit, visit, one)


def set_shared(visit: Visit, result: int, shared: bool) -> None:
    if not sessions.share(visit.tx, visit.person.id, result, shared):
        visit.say(visit.t("not-yours"))
        return
    pairs = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active")
    mentor = visit.other(pairs[0].mentor) if pairs else None
    if not shared:
        visit.say(visit.t("kept-private"))
    elif mentor is None:
        visit.say(visit.t("shared-no-mentor"))
    else:
        visit.say(visit.t("shared", name=mentor.person.name))
        mentor.say(
            mentor.t("mentee-shared", name=visit.person.name),
            button(mentor.t("do-read"), "result", mentee=visit.person.id, result=result),
        )


def _after(visit: Visit, kept: Kept) -> None:
    if kept.dialog == "interests":
        matching.propose(visit)
        return
    left = menu.resume_buttons(visit)
    if left:
        visit.say(visit.t("left-for-later"), *left)
