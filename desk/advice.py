"""Advice that a programme keeps ready: guides for mentors, and whom to call or write to."""

from desk import menu
from desk.visit import Visit, button


def contacts(visit: Visit) -> None:
    visit.say(visit.programme.contacts[visit.person.language])


def listed(visit: Visit) -> None:
    """The programme's guides by title. They are written for mentors; coordinators may read them."""
    if visit.part.role == "mentee" or not visit.loaded.guides:
        menu.show(visit, visit.t("no-advice"))
        return
    language = visit.person.language
    buttons = [
        button(guide.title[language], "guide", guide=name)
        for name, guide in sorted(visit.loaded.guides.items())
    ]
    visit.say(visit.t("advice"), *buttons)


def show(visit: Visit, guide: str) -> None:
    found = visit.loaded.guides.get(guide)
    if found is None or visit.part.role == "mentee":
        visit.say(visit.t("not-yours"))
        return
    visit.say(found.text[visit.person.language])
