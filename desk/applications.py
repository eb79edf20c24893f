"""Applications: handed in by who wrote them, read by the programme's coordinators.

A mentee's goes on to the mentor once they are a pair, as was said when it was handed in.
"""

from desk import menu, news, papers, sharing
from desk.visit import Visit, button, short
from store import shares

LABEL = 40
PAGE = 8


def decided(visit: Visit, result: int, agreed: bool) -> None:
    """A no leaves it with whoever wrote it."""
    if not agreed:
        visit.say(visit.t("application-kept"))
        return
    shares.hand_in(visit.tx, visit.person.id, result, visit.now)
    if visit.part.role == "mentee":
        pairs = [pair.id for pair, _ in sharing.pairs(visit)]
        shares.share(visit.tx, visit.person.id, result, pairs)
        news.tell_mentor(visit, news.SHARED, result)
    visit.say(visit.t(f"application-handed-in-{visit.part.role}"))
    for each in visit.colleagues("coordinator"):
        each.say(
            each.t("application-new", name=visit.person.name),
            button(each.t("do-read"), "application", result=result),
        )


def listed(visit: Visit, page: int = 0) -> None:
    if visit.part.role != "coordinator":
        menu.show(visit, visit.t("not-yours"))
        return
    found = shares.handed_in(visit.tx, visit.part.programme)
    if not found:
        menu.show(visit, visit.t("applications-none"))
        return
    first = min(max(page, 0), (len(found) - 1) // PAGE) * PAGE
    some = [(visit.other(person), result) for person, result in found[first : first + PAGE]]
    buttons = [
        button(short(_label(visit, who), LABEL), "application", result=result)
        for who, result in some
        if who is not None
    ]
    if first + PAGE < len(found):
        buttons.append(button(visit.t("results-older"), "applications", page=first // PAGE + 1))
    visit.say(visit.t("applications", count=len(found)), *buttons)


def _label(visit: Visit, who: Visit) -> str:
    return f"{who.person.name}, {visit.role_label(who.part.role)}"


def show(visit: Visit, result: int) -> None:
    """The right to it is looked at now: it may have been taken back."""
    found = papers.find(visit, result)
    if found is None or found.is_own(visit):
        visit.say(visit.t("application-gone"))
        return
    papers.show(visit, found, _label(visit, found.owner))
