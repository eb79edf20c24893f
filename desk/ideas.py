"""A member's part in a brainstorm: ideas, as many as come, and a look at what others have written.

No idea has an author, so none can be changed or taken back; that is said before the first one.
"""

from datetime import timedelta

from desk import commands, menu, questions, seeing, storm
from desk.storm import IDEAS, PAGE
from desk.visit import Visit, button
from knowledge.folding import fold
from mentoring.brainstorm import IDEA_LIMIT, IDEAS_AT_MOST, ideas_in, too_long
from mentoring.message import Button
from store import activities
from store.activities import ANSWERED, OPEN, Activity

REFUSALS = frozenset(
    [
        *("ne", "nezinu", "es nezinu", "negribu", "nevaru", "nav ideju", "man nav ideju", "nekas"),
        *("man nav", "nav", "nekadu", "neko", "neko nevaru izdomat", "neko nezinu", "man slinkums"),
        *("no", "no idea", "no ideas", "i don't know", "idk", "nothing", "i don't want to"),
    ]
)
"""Words of somebody who has no idea to give."""

PUT_AS_QUESTIONS = (
    *("ka butu", "ka ar ", "varbut", "ja ", "un ja ", "kapec ne ", "kapec neuz", "kas butu, ja"),
    *("maybe", "what if", "how about", "what about", "why not", "if ", "perhaps"),
)
"""How an idea begins that is put as a question, folded."""

SHOWN_FROM = 4
"""Ideas from which others' are shown: of fewer one's own are too many to build on the rest."""


LEFT_ALONE = timedelta(hours=1)
"""After so long without a word, what is written may well be about something else."""

ENOUGH = frozenset({"viss", "tas viss", "vairak nav", "nav vairak", "thats all", "no more", "done"})


def write(visit: Visit, activity: int) -> None:
    if (found := storm.joined(visit, activity, OPEN)) is not None:
        visit.focus("idea", activity=activity)
        storm.quote(visit, found, visit.t("idea-write"), *_while_writing(visit, found))


def _while_writing(visit: Visit, activity: Activity) -> list[Button]:
    enough = button(visit.t("idea-enough"), "idea_done", activity=activity.id)
    if len(storm.seen(visit, activity)) < SHOWN_FROM:
        return [enough]
    return [button(visit.t("idea-others"), "idea_others", activity=activity.id, start=0), enough]


def written(visit: Visit, activity: int, text: str, silent: timedelta) -> None:
    """What came while ideas were asked for, so long after the last word of this person."""
    if fold(text).replace("'", "").strip(" .!") in ENOUGH:
        done(visit, activity)
    elif seeing.is_asked(text):
        visit.say(visit.t("storm-nobody"))
        visit.focus("idea", activity=activity)
    elif silent > LEFT_ALONE or _may_mean_something_else(visit, text):
        ask_whether(visit, activity, text)
    else:
        take(visit, activity, text)


def afterwards(visit: Visit, activity: int, text: str) -> bool:
    """What came after "that's all": asked about, unless it clearly means something else."""
    if not storm.still_takes(visit, activity) or _is_for_us(visit, text):
        return False
    visit.focus("idea_more", activity=activity)
    ask_whether(visit, activity, text)
    return True


def _is_for_us(visit: Visit, text: str) -> bool:
    return commands.is_one(text) or questions.knows(visit, text)


def _may_mean_something_else(visit: Visit, text: str) -> bool:
    said = [fold(line).strip(" .!-•") for line in text.splitlines()]
    refused = len(said) == 1 and said[0] in REFUSALS
    return commands.is_work(text) or refused or any(map(_asks, said))


def _asks(line: str) -> bool:
    """Whether a folded line is a question, and none by which people put an idea."""
    return "?" in line and not line.startswith(PUT_AS_QUESTIONS)


def ask_whether(visit: Visit, activity: int, text: str) -> None:
    """An idea can't be taken back, so nothing becomes one by mistake."""
    if storm.joined(visit, activity, OPEN) is not None:
        visit.say(
            visit.t("idea-is-it", text=text),
            button(visit.t("idea-yes"), "idea_take", activity=activity, text=text),
            button(visit.t("idea-no"), "idea_not"),
        )


def confirmed(visit: Visit, activity: int, text: str) -> None:
    """It is one; a second tap on the same button adds nothing."""
    if (found := _collecting(visit, activity)) is None:
        return
    if set(storm.ideas(visit, found).values()).issuperset(ideas_in(text)):
        visit.focus("idea", activity=activity)
        visit.say(visit.t("idea-there"), *_while_writing(visit, found))
    else:
        _take(visit, found, text)


def no_idea(visit: Visit) -> None:
    menu.show(visit, visit.t("idea-not"))


def _collecting(visit: Visit, activity: int) -> Activity | None:
    """The brainstorm, if ideas are still taken; else it is said that this one was not."""
    found = storm.joined(visit, activity, OPEN)
    if found is None:
        visit.say(visit.t("idea-late"))
    return found


def take(visit: Visit, activity: int, text: str) -> None:
    """One message: one idea, or a list with one a line. What can't be taken is said, not cut."""
    if (found := _collecting(visit, activity)) is not None:
        _take(visit, found, text)


def _take(visit: Visit, activity: Activity, text: str) -> None:
    visit.focus("idea", activity=activity.id)
    some = ideas_in(text)
    if (refused := _refused(visit, activity, some)) is not None:
        visit.say(refused, *_while_writing(visit, activity))
        return
    for idea in some:
        activities.put(visit.tx, activity.id, None, IDEAS, idea)
    activities.change_member(visit.tx, activity.id, visit.person.id, state=ANSWERED)
    count = len(storm.seen(visit, activity))
    kept = visit.t("idea-kept", count=len(some), all=count)
    visit.say(kept, *_while_writing(visit, activity))


def _refused(visit: Visit, activity: Activity, some: list[str]) -> str | None:
    """Why these ideas can't be taken, None where they can."""
    if not some:
        return visit.t("write-words")
    if (long := too_long(some)) is not None:
        start = long[:40].rstrip() + "…"
        return visit.t("idea-long", start=start, limit=IDEA_LIMIT, actual=len(long))
    room = IDEAS_AT_MOST - len(storm.ideas(visit, activity))
    if len(some) > room:
        return visit.t("idea-no-room", limit=IDEAS_AT_MOST, room=room)
    return None


def others(visit: Visit, activity: int, start: int) -> None:
    """A few of the group's ideas, to build on; what is written next is an idea again."""
    found = storm.joined(visit, activity, OPEN)
    if found is None:
        return
    visit.focus("idea", activity=activity)
    some = list(storm.seen(visit, found).values())
    if len(some) < SHOWN_FROM:
        visit.say(visit.t("idea-few-yet"), *_while_writing(visit, found))
        return
    first = start if 0 <= start < len(some) else 0
    lines = [f"• {idea}" for idea in some[first : first + PAGE]]
    turned = storm.turned(visit, "idea_others", found, first, len(some))
    enough = button(visit.t("idea-enough"), "idea_done", activity=activity)
    hurts = button(visit.t("idea-hurts"), "idea_hurts", activity=activity)
    text = "\n".join([visit.t("idea-list"), *lines, visit.t("idea-build")])
    visit.say(text, *turned, enough, hurts)


def done(visit: Visit, activity: int) -> None:
    """What is written later may be one more idea, and no human is to read whose it is."""
    if (found := storm.joined(visit, activity, OPEN)) is not None:
        visit.focus("idea_more", activity=activity)
        visit.say(
            visit.t("idea-done"), button(visit.t("idea-more"), "idea_write", activity=found.id)
        )
