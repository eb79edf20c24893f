"""A group's brainstorm: who may touch it, what is in it, who hears of it.

Ideas are rows that belong to nobody (`store/activities.py`), so there is no author to be shown, to
the mentor either. Favourites are kept under their owners' names while they can be changed, and
belong to nobody either once they are counted.
"""

from collections.abc import Iterator, Sequence

from desk import groups, poll_results
from desk.rhythm import is_away
from desk.visit import Visit, button, short
from knowledge.ideas import caption
from mentoring.brainstorm import Storm
from mentoring.carrying import units
from mentoring.message import Button
from store import activities, outbox, pairings
from store.activities import LEFT, Activity, Member

KIND = groups.BRAINSTORM
NUDGE = "storm_nudge"
IDEAS, FAVOURITES = "ideas", "favourites"
"""What is answered in it."""

PAGE = 8
"""Lines with a button each in one message; a phone's screen holds no more."""

LABEL = 40
"""What every channel can carry on a button, in UTF-16 units."""


def led(visit: Visit, activity: int, *states: str) -> Activity | None:
    """The mentor's own brainstorm in one of these states; says kindly what is the matter else."""
    found = groups.mine(visit, activity)
    if found is not None and found.kind != KIND:
        visit.say(visit.t("not-yours"))
        return None
    if found is not None and found.state not in states:
        visit.say(visit.t("storm-moved-on"), look(visit, found))
        return None
    return found


def mine(visit: Visit, *states: str) -> list[Activity]:
    """The mentor's own brainstorms in these states, newest first."""
    found = activities.of_mentor(visit.tx, visit.person.id, visit.part.programme, *states)
    return [one for one in found if one.kind == KIND]


def look(visit: Visit, activity: Activity) -> Button:
    return button(visit.t("storm-look"), "storm_look", activity=activity.id)


def joined(visit: Visit, activity: int, *states: str) -> Activity | None:
    """A brainstorm this person takes part in, in one of these states, locked until the commit."""
    found = activities.find(visit.tx, activity, lock=True)
    if found is None or found.kind != KIND or not takes_part(visit, found):
        visit.say(visit.t("storm-not-in"))
        return None
    if found.state not in states:
        visit.say(visit.t(f"storm-now-{found.state}"), *way_in(visit, found))
        return None
    return found


def still_takes(visit: Visit, activity: int) -> bool:
    """Whether this person may still write ideas for it."""
    found = activities.find(visit.tx, activity)
    return bool(found and found.state == activities.OPEN and takes_part(visit, found))


def takes_part(visit: Visit, activity: Activity) -> bool:
    """Whether this person was asked and still belongs to the group."""
    here = activity.programme == visit.part.programme
    return here and any(one.person == visit.person.id for one in members(visit, activity))


def of_member(visit: Visit, *states: str) -> list[Activity]:
    """The brainstorms in these states that this person belongs to, newest first."""
    found = activities.of_member(visit.tx, visit.person.id, visit.part.programme, *states)
    return [each for each, _ in found if each.kind == KIND and takes_part(visit, each)]


def way_in(visit: Visit, activity: Activity) -> list[Button]:
    """What a member can do now: write ideas, or choose among them."""
    acts = {activities.OPEN: "idea_write", activities.VOTE: "favourites"}
    if activity.state not in acts:
        return []
    act = acts[activity.state]
    return [button(visit.t(f"storm-do-{activity.state}"), act, activity=activity.id)]


def members(visit: Visit, activity: Activity) -> list[Member]:
    """Who was asked and still belongs to the group: whose pairing has ended has left it."""
    some = activities.members(visit.tx, activity.id)
    return [one for one in some if one.state != LEFT and _paired(visit, activity, one.person)]


def _paired(visit: Visit, activity: Activity, person: int) -> bool:
    return pairings.are_paired(visit.tx, activity.mentor, person, activity.programme)


def listeners(visit: Visit, activity: Activity) -> Iterator[Visit]:
    """The members who can be written to now. Whoever brought a message about, its words are the
    mentor's and nobody's, so it goes only with the mentor."""
    for member in members(visit, activity):
        found = visit.other(member.person)
        if found is not None and hears(found):
            found.about, found.live = activity.mentor, True
            yield found


def hears(one: Visit) -> bool:
    """Whether a member can be written to now: neither gone nor away, nor in need of more than
    this."""
    return one.person.stopped_at is None and not is_away(one) and not poll_results.in_need(one)


def mentor(visit: Visit, activity: Activity) -> Visit | None:
    """Who leads it, to be told without it being said whose doing that was."""
    found = visit if visit.person.id == activity.mentor else visit.other(activity.mentor)
    if found is not None and found is not visit:
        found.about, found.live = None, True
    return found


def quote(visit: Visit, activity: Activity, text: str, *buttons: Button) -> None:
    """A message with the mentor's question before the text, erased with the mentor."""
    about, visit.about = visit.about, activity.mentor
    visit.say(_quoted(visit, activity, text), *buttons)
    visit.about = about


def nudge(one: Visit, activity: Activity, text: str) -> None:
    """The same, to a member who has not asked for it, with the way in."""
    one.about = activity.mentor
    one.say(
        _quoted(one, activity, text),
        *way_in(one, activity),
        kind=NUDGE,
        priority=outbox.NUDGE,
        why={"rule": NUDGE},
    )


def _quoted(visit: Visit, activity: Activity, text: str) -> str:
    return f"{visit.t('storm-problem', problem=storm_of(activity).problem)}\n{text}"


def label(number: int, line: str) -> str:
    """A line on a button; its number alone where emoji would make it too long to carry."""
    cut = short(line, LABEL)
    return cut if units(cut) <= LABEL else str(number)


def storm_of(activity: Activity) -> Storm:
    return Storm.from_json(activity.body["storm"])


def keep(visit: Visit, activity: Activity, storm: Storm) -> Activity:
    body = {**activity.body, "storm": storm.to_json()}
    return activities.rewrite(visit.tx, activity, body)


def body_of(visit: Visit, problem: str) -> dict[str, object]:
    """A new brainstorm's body; its title is what it is called in lists."""
    title = {visit.person.language: problem}
    return {"title": title, "storm": Storm(problem=problem).to_json()}


def ideas(visit: Visit, activity: Activity) -> dict[int, str]:
    """What was written, by id, in an order that tells nothing."""
    found = activities.answers(visit.tx, activity.id, IDEAS)
    return {one.id: str(one.value) for one in found}


def seen(visit: Visit, activity: Activity) -> dict[int, str]:
    """The ideas without those the mentor has struck: what members see while they are collected."""
    struck = storm_of(activity).struck
    return {idea: text for idea, text in ideas(visit, activity).items() if idea not in struck}


def captions(visit: Visit, activity: Activity) -> dict[int, str]:
    """The words that stand for each line of the list, by its name.

    What is kept no longer has no words; a line without any is left out.
    """
    written = ideas(visit, activity)
    lines = [[idea for idea in line if idea in written] for line in storm_of(activity).lines]
    return {line[0]: caption([written[idea] for idea in line]) for line in lines if line}


def turned(visit: Visit, act: str, activity: Activity, start: int, count: int) -> list[Button]:
    """The buttons to the pages before and after."""
    found = []
    for key, there in (("storm-before", start - PAGE), ("storm-after", start + PAGE)):
        if 0 <= there < count:
            found.append(button(visit.t(key), act, activity=activity.id, start=there))
    return found


def page(some: Sequence[int], start: int) -> list[tuple[int, int]]:
    """(number from 1, what) of one page; an old button's page may be none any more."""
    first = start if 0 <= start < len(some) else 0
    return [(first + place + 1, one) for place, one in enumerate(some[first : first + PAGE])]
