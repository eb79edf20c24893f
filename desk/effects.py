"""Carrying out what a finished dialog asks for: results, tasks, sharing, a search, a human."""

from desk import (
    applications,
    composing,
    feelings,
    matching,
    new_tasks,
    pair_dialogs,
    parked,
    pictures,
    planning,
    poll_dialogs,
    poll_taking,
    questions,
    readers,
    seeking,
)
from desk.visit import Visit
from dialogs.effects import Draw, Effect, HandIn, HandOver, MakeTask, ProposeShare, Record
from store import sessions
from store.sessions import Kept


def keep(visit: Visit, kept: Kept, summary: str, found: tuple[Effect, ...]) -> int | None:
    """A walkthrough's result, kept before it is shown, so that its PDF can stand under it.

    None where nothing is recorded, or not among the person's results.
    """
    record = next((effect for effect in found if isinstance(effect, Record)), None)
    polled = poll_dialogs.is_one(kept.dialog) or kept.dialog in poll_dialogs.COMPOSING
    other = polled or kept.dialog == "interests" or visit.loaded.is_check_in(kept.dialog)
    if record is None or other or pair_dialogs.is_for_two(kept, visit):
        return None
    return sessions.add_result(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        dialog=kept.dialog,
        text=summary,
        data=dict(record.data),
        session=kept.id,
        now=visit.now,
        pairing=pair_dialogs.pairing_of(kept),
    )


def carry_out(visit: Visit, kept: Kept, result: int | None, found: tuple[Effect, ...]) -> None:
    """What else a finished dialog brings; `result` is what `keep` has kept of it."""
    made = []
    for effect in found:
        if isinstance(effect, Record) and result is None:
            _record(visit, kept, effect)
        elif isinstance(effect, MakeTask):
            of = result if _asks_to_share(visit, kept) else None
            task = new_tasks.make(visit, effect.title, effect.due, result=of)
            made.append(new_tasks.line(visit, task))
        elif isinstance(effect, ProposeShare) and result is not None:
            readers.set_shared(visit, result, effect.share, pair_dialogs.pairing_of(kept))
        elif isinstance(effect, HandIn) and result is not None:
            applications.decided(visit, result, effect.agreed)
        elif isinstance(effect, Draw) and result is not None:
            _show_picture(visit, result)
        elif isinstance(effect, HandOver):
            questions.pass_on(visit, effect.text)
    if made:
        visit.say(visit.t("tasks-made", count=len(made), list="\n".join(made)))
    planning.dialog_done(visit, kept.dialog)
    seeking.follow(visit, kept.dialog, result, found)
    _after(visit, kept)


def _record(visit: Visit, kept: Kept, effect: Record) -> None:
    """What two answer is compared, wishes belong to the profile, check-ins to the journal."""
    data = dict(effect.data)
    if poll_dialogs.is_one(kept.dialog):
        poll_taking.handed_in(visit, kept, data)
    elif kept.dialog in poll_dialogs.COMPOSING:
        composing.written(visit, kept, data)
    elif pair_dialogs.is_for_two(kept, visit):
        pair_dialogs.finished(visit, kept, data)
    elif kept.dialog == "interests":
        matching.remember(visit, data)
    else:
        feelings.answered(visit, kept.dialog, data)


def _asks_to_share(visit: Visit, kept: Kept) -> bool:
    """Whether anybody is asked: what comes of it is kept like the result, also where this one
    isn't, as there is nobody to share with."""
    definition = visit.loaded.dialog(kept.dialog)
    return definition is not None and definition.asks_to_share


def _show_picture(visit: Visit, result: int) -> None:
    for one in sessions.results(visit.tx, visit.person):
        if one.id == result:
            pictures.show(visit, visit, one)


def _after(visit: Visit, kept: Kept) -> None:
    if kept.dialog == "interests":
        matching.propose(visit)
        return
    if poll_dialogs.is_one(kept.dialog) or kept.dialog in poll_dialogs.COMPOSING:
        return  # what comes next was said already, and others wait
    left = parked.buttons(visit)
    if left:
        visit.say(visit.t("left-for-later"), *left)
