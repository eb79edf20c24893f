"""Ideas that hurt, while they are collected.

The mentor sees what the members see and can strike one at once; a member can say that one hurts,
and nobody learns who said so.
"""

from desk import poll_mornings, storm
from desk.storm import led
from desk.visit import Visit, button
from mentoring.brainstorm import GUESSABLE_BELOW
from mentoring.message import Button
from store import activities
from store.activities import OPEN, REVIEW, Activity

TOLD = "hurts"
"""In the body: the mentor has been told and has not looked since. More of the same tells no more,
and whether one member has said so or several is nobody's to know."""


def while_open(visit: Visit, activity: int) -> list[Button]:
    """What the mentor can do while ideas are collected."""
    return [
        button(visit.t("storm-refresh"), "storm_look", activity=activity),
        button(visit.t("storm-ideas"), "storm_ideas", activity=activity, start=0),
        button(visit.t("storm-enough"), "storm_review", activity=activity),
        button(visit.t("storm-stop"), "storm_stop", activity=activity, sure=False),
    ]


def listed(visit: Visit, activity: int, start: int) -> None:
    """The ideas so far, for the mentor."""
    if (found := led(visit, activity, OPEN)) is not None:
        _show(visit, _looked(visit, found), start)


def _looked(visit: Visit, activity: Activity) -> Activity:
    """What the mentor is told from now on is news again."""
    if not activity.body.get(TOLD):
        return activity
    return activities.rewrite(visit.tx, activity, {**activity.body, TOLD: False})


def _show(visit: Visit, activity: Activity, start: int) -> None:
    """One page of them; what is struck is marked, so that it can be taken back in."""
    written, here = storm.ideas(visit, activity), activity.id
    if not written:
        visit.say(visit.t("storm-no-ideas"), *while_open(visit, here))
        return
    shown = storm.page(list(written), start)
    lines = [f"{number}. {_line(visit, activity, idea, written[idea])}" for number, idea in shown]
    buttons = [
        button(
            storm.label(number, f"{number}. {written[idea]}"),
            "storm_idea",
            activity=here,
            idea=idea,
        )
        for number, idea in shown
    ]
    turned = storm.turned(visit, "storm_ideas", activity, shown[0][0] - 1, len(written))
    head = visit.t("storm-so-far", count=len(storm.seen(visit, activity)))
    visit.say("\n".join([head, *lines]), *buttons, *turned, storm.look(visit, activity))


def _line(visit: Visit, activity: Activity, idea: int, text: str) -> str:
    struck = idea in storm.storm_of(activity).struck
    return visit.t("storm-line-struck", text=text) if struck else text


def idea(visit: Visit, activity: int, idea: int) -> None:
    """One of them as it was written, and what can be done with it."""
    if (found := led(visit, activity, OPEN)) is None:
        return
    text = storm.ideas(visit, found).get(idea)
    if text is None:
        _show(visit, found, 0)
        return
    struck = idea in storm.storm_of(found).struck
    here = {"activity": activity, "idea": idea}
    visit.say(
        visit.t("storm-card", ideas=f"• {text}"),
        button(
            visit.t("storm-restore" if struck else "storm-strike"),
            "idea_out",
            out=not struck,
            **here,
        ),
        button(
            visit.t("storm-back"), "storm_ideas", activity=activity, start=_page(visit, found, idea)
        ),
    )


def _page(visit: Visit, activity: Activity, idea: int) -> int:
    """Where the page with this idea begins."""
    return list(storm.ideas(visit, activity)).index(idea) // storm.PAGE * storm.PAGE


def out(visit: Visit, activity: int, idea: int, out: bool) -> None:
    """Out of everybody's sight at once, or in again. Who had it on the screen has seen it, which is
    not kept from the mentor."""
    if (found := led(visit, activity, OPEN)) is None:
        return
    if idea not in storm.ideas(visit, found):
        _show(visit, found, 0)
        return
    decided = storm.storm_of(found)
    found = storm.keep(visit, found, decided.strike(idea) if out else decided.restore(idea))
    if out:
        visit.say(visit.t("storm-struck-now"))
    _show(visit, found, _page(visit, found, idea))


def hurts(visit: Visit, activity: int) -> None:
    """A member says that one of the ideas hurts. What they write next is no idea: it may well be
    about it."""
    if (found := storm.joined(visit, activity, OPEN, REVIEW)) is None:
        return
    two = len(storm.members(visit, found)) < GUESSABLE_BELOW
    lines = [visit.t("idea-hurts-thanks"), *([visit.t("idea-hurts-two")] if two else [])]
    visit.say(" ".join(lines), button(visit.t("do-ask"), "ask"), *storm.way_in(visit, found))
    if not found.body.get(TOLD):
        found = activities.rewrite(visit.tx, found, {**found.body, TOLD: True})
        _tell(visit, found)


def _tell(visit: Visit, activity: Activity) -> None:
    mentor = storm.mentor(visit, activity)
    if mentor is None:
        return
    day = mentor.today.toordinal()  # at night it is planned, once for each night
    if not poll_mornings.waits(visit, mentor, activity, TOLD, day):
        tell(mentor, activity)


def tell(mentor: Visit, activity: Activity) -> None:
    """That one hurts: not which, and not who said so."""
    way = button(mentor.t("storm-ideas"), "storm_ideas", activity=activity.id, start=0)
    if activity.state == REVIEW:
        way = storm.look(mentor, activity)
    storm.quote(mentor, activity, mentor.t("storm-hurts"), way)
