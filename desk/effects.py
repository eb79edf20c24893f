"""Carrying out what a finished dialog asks for: results, tasks, sharing, a search, a human."""

from collections.abc import Sequence

from desk import (
    applications,
    composing,
    feelings,
    matching,
    new_tasks,
    news,
    pacts,
    parked,
    pictures,
    planning,
    poll_dialogs,
    poll_taking,
    questions,
    seeking,
    sharing,
    shelf,
)
from desk.visit import WEB, Visit
from dialogs.effects import Draw, Effect, HandIn, HandOver, MakeTask, ProposeShare, Record
from store import held, quoted, sessions, shares
from store.pairings import Pairing
from store.sessions import Kept


def keep(visit: Visit, kept: Kept, summary: str, found: tuple[Effect, ...]) -> int | None:
    """A walkthrough's result, kept before it is shown, so that its PDF can stand under it.

    None where nothing is recorded, or not among the person's results.
    """
    record = next((effect for effect in found if isinstance(effect, Record)), None)
    polled = poll_dialogs.is_one(kept.dialog) or kept.dialog in poll_dialogs.COMPOSING
    other = polled or kept.dialog == "interests" or visit.loaded.is_check_in(kept.dialog)
    if record is None or other or pacts.is_for_two(kept, visit):
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
        pairing=pacts.pairing_of(kept),
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
            set_shared(visit, result, effect.share, pacts.pairing_of(kept))
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
    elif pacts.is_for_two(kept, visit):
        pacts.finished(visit, kept, data)
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


def set_shared(visit: Visit, result: int, shared: bool, pairing: int | None = None) -> None:
    """To all who mentor this person now, or to the one of this pairing."""
    readers = [each for each in sharing.pairs(visit) if pairing in (None, each[0].id)]
    if (pairing is not None and not readers) or not _wish(visit, result, shared, readers):
        visit.say(visit.t("not-yours"))
    elif not shared:
        visit.say(_taken_back(visit, result))
    elif not readers:
        visit.say(visit.t(f"shared-no-{visit.part.role}"))
    else:
        key = "shared" if visit.part.role == "mentee" else "shared-mentees"
        visit.say(visit.t(key, count=len(readers), name=sharing.names(readers)))
        _tell(visit, result, readers)


def _tell(visit: Visit, result: int, readers: Sequence[tuple[Pairing, Visit]]) -> None:
    """A mentor hears it with the news of the day, a mentee at once, or in the morning."""
    if visit.part.role == "mentee":
        news.tell_mentor(visit, news.SHARED, result)
        return
    for _, mentee in readers:
        shelf.tell(mentee, visit, result)


def _wish(
    visit: Visit, result: int, shared: bool, readers: Sequence[tuple[Pairing, Visit]]
) -> bool:
    if not shared:
        for _, reader in sharing.pairs(visit):
            held.withdraw_about(visit.tx, reader.person.id, shown=result)
        return shares.unshare(visit.tx, visit.person.id, result)
    wanted = [pair.id for pair, _ in readers]
    return shares.share(visit.tx, visit.person.id, result, wanted)


def _taken_back(visit: Visit, result: int) -> str:
    """It goes from the chats of whoever opened it; what a platform has delivered stays there, and
    that is said."""
    ways = quoted.forget_result(visit.tx, visit.person.id, result)
    away = [visit.t(f"channel-{way.partition(':')[0]}") for way in ways if way != WEB]
    if away:
        return visit.t("kept-private-sent", channel=", ".join(dict.fromkeys(away)))
    return visit.t("kept-private-read" if ways else "kept-private")


def _after(visit: Visit, kept: Kept) -> None:
    if kept.dialog == "interests":
        matching.propose(visit)
        return
    if poll_dialogs.is_one(kept.dialog) or kept.dialog in poll_dialogs.COMPOSING:
        return  # what comes next was said already, and others wait
    left = parked.buttons(visit)
    if left:
        visit.say(visit.t("left-for-later"), *left)
