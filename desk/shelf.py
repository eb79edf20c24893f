"""What a mentor has shown to a mentee: told of once, kept on a shelf beside the mentee's own."""

from desk import papers, sharing
from desk.visit import NOTICE, Visit, button, short
from mentoring.message import Button
from store.sessions import Result

SHOWN = 10


def tell(mentee: Visit, mentor: Visit, result: int) -> None:
    one = next((one for one in sharing.readable(mentee, mentor) if one.id == result), None)
    if one is not None:
        mentee.say(
            mentee.t("shown-new", name=mentor.person.name, title=mentee.title(one.dialog)),
            button(mentee.t("do-read"), "shelf_show", result=result),
            kind=NOTICE,
            why={"rule": NOTICE, "by": mentor.person.id, "shown": result},
        )


def way(visit: Visit) -> list[Button]:
    """The way to the shelf, where something stands on it."""
    if visit.part.role != "mentee" or not _all(visit):
        return []
    return [button(visit.t("do-shown"), "shown")]


def listed(visit: Visit) -> None:
    some = _all(visit)
    buttons = [
        button(_label(visit, owner, one), "shelf_show", result=one.id)
        for owner, one in some[:SHOWN]
    ]
    visit.say(visit.t("shown-list") if some else visit.t("shown-empty"), *buttons)


def _label(visit: Visit, owner: Visit, one: Result) -> str:
    named = f"{short(visit.title(one.dialog), 24)}, {short(owner.person.name)}"
    return f"{named}, {papers.day_of(visit, one):%d.%m.%Y}"


def _all(visit: Visit) -> list[tuple[Visit, Result]]:
    """Newest first."""
    met = [other for _, other in sharing.pairs(visit)]
    found = [(owner, one) for owner in met for one in sharing.readable(visit, owner)]
    return sorted(found, key=lambda each: each[1].id, reverse=True)


def show(visit: Visit, result: int) -> None:
    """The right to it is looked at now, not when the button was made."""
    found = papers.find(visit, result)
    if found is None or found.is_own(visit):
        visit.say(visit.t("not-shared"))
        return
    title, name = visit.title(found.result.dialog), found.owner.person.name
    papers.show(visit, found, f"{title}. {name}")
