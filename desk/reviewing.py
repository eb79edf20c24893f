"""The mentor looks through the ideas of a brainstorm before they are voted on.

Ideas that say the same stand on one line; the mentor can part them again, or strike a line out.
"""

from desk import storm, storm_times
from desk.storm import led
from desk.visit import Visit, button
from knowledge.ideas import merge
from mentoring.brainstorm import VOTERS_AT_LEAST, Line, Storm
from mentoring.message import Button
from store.activities import REVIEW, Activity


def gathered(visit: Visit, activity: Activity) -> Activity:
    """All ideas on lines, those that say the same together; what is struck already, by itself."""
    written = storm.seen(visit, activity)
    ids = list(written)
    language = visit.person.language
    groups = merge(list(written.values()), language)
    lines = [tuple(ids[place] for place in group) for group in groups]
    return storm.keep(visit, activity, storm.storm_of(activity).listed(lines))


def show(visit: Visit, activity: Activity, start: int) -> None:
    """One page of the list, each line with its button."""
    decided, said = storm.storm_of(activity), storm.captions(visit, activity)
    names = [line[0] for line in decided.lines if line[0] in said]
    shown = storm.page(names, start)
    lines = [f"{number}. {_line(visit, decided, name, said[name])}" for number, name in shown]
    buttons = [
        button(
            storm.label(number, f"{number}. {said[name]}"),
            "storm_line",
            activity=activity.id,
            line=name,
        )
        for number, name in shown
    ]
    first = shown[0][0] - 1 if shown else 0
    turned = storm.turned(visit, "storm_list", activity, first, len(names))
    stop = button(visit.t("storm-stop"), "storm_stop", activity=activity.id, sure=False)
    text = "\n".join([visit.t("storm-review", count=len(names)), *lines, *_how(visit, activity)])
    visit.say(text, *buttons, *turned, *_next(visit, activity), stop)


def is_vote_of_few(visit: Visit, activity: Activity) -> bool:
    """Whether so few could vote that there would be no ranking: then nobody is asked to."""
    return len(storm.members(visit, activity)) < VOTERS_AT_LEAST


def _how(visit: Visit, activity: Activity) -> list[str]:
    """Until when the vote will be; or that there will be none."""
    if is_vote_of_few(visit, activity):
        return [visit.t("storm-no-vote", fewest=VOTERS_AT_LEAST)]
    return storm_times.told(visit, storm_times.chosen(visit, activity), storm_times.VOTES)


def _next(visit: Visit, activity: Activity) -> list[Button]:
    here = {"activity": activity.id}
    if is_vote_of_few(visit, activity):
        return [button(visit.t("storm-show-list"), "storm_vote", **here)]
    start = button(visit.t("storm-vote"), "storm_vote", **here)
    return [start, storm_times.chooser(visit, activity)]


def _line(visit: Visit, decided: Storm, name: int, text: str) -> str:
    line = decided.line(name) or (name,)
    together = visit.t("storm-line-with", text=text, count=len(line)) if len(line) > 1 else text
    return visit.t("storm-line-struck", text=together) if name in decided.struck else together


def listed(visit: Visit, activity: int, start: int) -> None:
    if (found := led(visit, activity, REVIEW)) is not None:
        show(visit, found, start)


def line(visit: Visit, activity: int, line: int) -> None:
    """All that was written on one line, and what can be done with it."""
    found = _of(visit, activity, line)
    if found is None:
        return
    activity_now, decided, ids = found
    written = storm.ideas(visit, activity_now)
    here = {"activity": activity, "line": line}
    out = line in decided.struck
    buttons = [
        button(
            visit.t("storm-restore" if out else "storm-strike"), "storm_strike", out=not out, **here
        )
    ]
    if len(ids) > 1:
        buttons.append(button(visit.t("storm-split"), "storm_split", **here))
    back = button(visit.t("storm-back"), "storm_list", activity=activity, start=0)
    texts = "\n".join(f"• {written[idea]}" for idea in ids if idea in written)
    visit.say(visit.t("storm-card", ideas=texts), *buttons, back)


def _of(visit: Visit, activity: int, line: int) -> tuple[Activity, Storm, Line] | None:
    """A line of a list that is being looked through; where it is gone, the list as it is now."""
    found = led(visit, activity, REVIEW)
    if found is None:
        return None
    decided = storm.storm_of(found)
    ids = decided.line(line)
    if ids is None:
        show(visit, found, 0)
        return None
    return found, decided, ids


def strike(visit: Visit, activity: int, line: int, out: bool) -> None:
    """Leaves a line out of the vote, or takes it in again."""
    if (found := _of(visit, activity, line)) is not None:
        now, decided, _ = found
        now = storm.keep(visit, now, decided.strike(line) if out else decided.restore(line))
        show(visit, now, _page_of(now, line))


def split(visit: Visit, activity: int, line: int) -> None:
    if (found := _of(visit, activity, line)) is not None:
        now, decided, _ = found
        now = storm.keep(visit, now, decided.split(line))
        show(visit, now, _page_of(now, line))


def _page_of(activity: Activity, name: int) -> int:
    """Where the page with this line begins."""
    names = [line[0] for line in storm.storm_of(activity).lines]
    return names.index(name) // storm.PAGE * storm.PAGE
