"""What a person has begun and not finished: the walkthroughs that can be gone on with.

The programme's own check-ins are none of them: nobody began those, and the next one comes by
itself.
"""

from desk import titles
from desk.visit import Visit, button
from mentoring.message import Button
from store import sessions
from store.sessions import Kept

SHOWN = 4
"""So many stand in the menu; the others are behind one more button."""


def of(visit: Visit) -> list[Kept]:
    """The one that is open first, then what was left, the newest first."""
    found = [kept for kept in _there(visit) if not visit.loaded.is_check_in(kept.dialog)]
    return sorted(found, key=lambda kept: kept.status != sessions.OPEN)


def _there(visit: Visit) -> list[Kept]:
    now = sessions.current(visit.tx, visit.person)
    left = sessions.saved(visit.tx, visit.person)
    left.sort(key=lambda kept: kept.updated_at, reverse=True)
    some = [*([now] if now else []), *left]
    return [kept for kept in some if visit.dialog(kept.dialog) is not None]


def newest(visit: Visit) -> Kept | None:
    """What "go on" means: what the person worked at last; a check-in without an answer only where
    there is nothing else."""
    some = _there(visit)
    return next((kept for kept in some if not _is_unbegun(visit, kept)), next(iter(some), None))


def _is_unbegun(visit: Visit, kept: Kept) -> bool:
    return visit.loaded.is_check_in(kept.dialog) and not kept.state["answers"]


def buttons(visit: Visit) -> list[Button]:
    """One for each, and "more" where they are too many for a menu."""
    some = of(visit)
    if len(some) <= SHOWN:
        return [_go_on(visit, kept) for kept in some]
    more = button(visit.t("do-resume-more"), "parked")
    return [*(_go_on(visit, kept) for kept in some[: SHOWN - 1]), more]


def listed(visit: Visit) -> None:
    """Every one of them, however many."""
    some = of(visit)
    key = "left-for-later" if some else "nothing-to-resume"
    visit.say(visit.t(key), *(_go_on(visit, kept) for kept in some))


def _go_on(visit: Visit, kept: Kept) -> Button:
    label = visit.t("do-resume", title=titles.called(visit, kept))
    return button(label, "dialog_resume", session=kept.id)
