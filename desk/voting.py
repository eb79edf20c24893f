"""Voting on a brainstorm's ideas: up to three favourites each, then the order they come to.

While votes can be changed they are kept under their owners' names and shown to nobody else. Once
they are counted they belong to nobody: rows without a person, in no order.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from desk import (
    groups,
    poll_chats,
    poll_mornings,
    poll_pictures,
    questions,
    reviewing,
    storm,
    storm_tasks,
    storm_times,
)
from desk.storm import FAVOURITES, led
from desk.visit import Visit, button
from desk.wording import Wording, wording
from knowledge.folding import fold
from mentoring.brainstorm import VOTERS_AT_LEAST, VOTES_EACH, Storm
from mentoring.message import Button, Message
from mentoring.polls import Poll, Question, tally
from store import activities
from store.activities import CLOSED, REVIEW, VOTE, Activity

CHOOSING, HANDED_IN = 1, 2
"""How far a member is, in their row's `step`."""

RANKED = 12
"""Bars in the picture of the result."""

LISTED = 20
"""Lines in its text."""

UNRANKED = 60
"""Lines where nothing tells the better ones from the rest, and the list is all there is to see."""

RESULT = "result"
ENDS = ("?", "!", ".", "…")
NUMBER = re.compile(r"\d+")
SHORTEST_NAMED = 4
"""Letters of an idea that tell which is meant."""


def begin(visit: Visit, activity: int) -> None:
    """Everybody gets the list, without authors; so few that there could be no ranking get it as it
    is, to talk about."""
    found = led(visit, activity, REVIEW)
    if found is None:
        return
    if not storm.storm_of(found).ballot:
        visit.say(visit.t("storm-all-struck"), storm.look(visit, found))
        return
    if groups.is_night(visit, button(visit.t("storm-vote"), "storm_vote", activity=activity)):
        return
    if reviewing.is_vote_of_few(visit, found):
        count(visit, found)
    elif not storm_times.is_late(visit, found):
        _begin(visit, found)


def _begin(visit: Visit, activity: Activity) -> None:
    end = storm_times.chosen(visit, activity)
    storm_times.begin(visit, activity)
    problem = _quoted(storm.storm_of(activity).problem)
    for one in storm.listeners(visit, activity):
        text = one.t("vote-invitation", **problem, most=VOTES_EACH)
        one.say(
            " ".join([text, *storm_times.told(one, end, storm_times.VOTES)]),
            button(one.t("storm-do-vote"), "favourites", activity=activity.id),
        )
    told = [visit.t("vote-begun"), *storm_times.told(visit, end, storm_times.VOTES)]
    visit.say(" ".join(told), *_while_voting(visit, activity))


def open_list(visit: Visit, activity: int, start: int = 0) -> None:
    """The list with one's own choice; numbers may be typed as well."""
    if (found := storm.joined(visit, activity, VOTE)) is not None:
        _show(visit, found, start)


def _chosen(visit: Visit, activity: Activity) -> tuple[int, ...]:
    given = activities.answers(visit.tx, activity.id, FAVOURITES)
    mine = [name for one in given if one.person == visit.person.id for name in one.value]
    return storm.storm_of(activity).valid(mine)


def _show(visit: Visit, activity: Activity, start: int, before: str = "") -> None:
    visit.focus("favourites", activity=activity.id)
    said, chosen = storm.captions(visit, activity), _chosen(visit, activity)
    ballot = storm.storm_of(activity).ballot
    shown = storm.page(ballot, start)
    first = shown[0][0] - 1
    lines = [_line(number, said.get(name, ""), name in chosen) for number, name in shown]
    buttons = [
        button(
            storm.label(number, line),
            "favourite",
            activity=activity.id,
            line=name,
            wanted=name not in chosen,
            start=first,
        )
        for line, (number, name) in zip(lines, shown, strict=True)
    ]
    buttons += storm.turned(visit, "favourites", activity, first, len(ballot))
    if chosen:
        buttons.append(button(visit.t("vote-hand-in"), "favourites_done", activity=activity.id))
    counted = visit.t("vote-chosen", count=len(chosen), most=VOTES_EACH)
    head = before or visit.t("vote-list", most=VOTES_EACH)
    visit.say("\n".join([head, *lines, counted]), *buttons)


def _line(number: int, text: str, chosen: bool) -> str:
    return f"✓ {number}. {text}" if chosen else f"{number}. {text}"


def pick(visit: Visit, activity: int, line: int, wanted: bool, start: int) -> None:
    """One favourite more or fewer. The button says which, so that two taps are as one."""
    found = storm.joined(visit, activity, VOTE)
    if found is None:
        return
    before = _chosen(visit, found)
    after = storm.storm_of(found).picked(before, line, wanted=wanted)
    full = wanted and line not in after and len(after) == VOTES_EACH
    _keep(visit, found, after)
    _show(visit, found, start, visit.t("vote-full", most=VOTES_EACH) if full else "")


def _keep(visit: Visit, activity: Activity, chosen: Sequence[int]) -> None:
    activities.replace_answer(visit.tx, activity.id, visit.person, FAVOURITES, list(chosen))
    step = CHOOSING if chosen else 0
    activities.change_member(visit.tx, activity.id, visit.person.id, step=step)


def typed(visit: Visit, activity: int, text: str) -> bool:
    """Words instead of taps: numbers are the whole choice, an idea's own words one more favourite.
    False for a question we can answer, which is no choice at all."""
    if "?" in text and questions.knows(visit, text):
        return False
    if (found := storm.joined(visit, activity, VOTE)) is None:
        return True
    chosen = _numbered(found, text) or _named(visit, found, text)
    if chosen is None:
        count = len(storm.storm_of(found).ballot)
        _show(visit, found, 0, visit.t("vote-numbers", most=VOTES_EACH, count=count))
        return True
    full = chosen == _chosen(visit, found) and len(chosen) == VOTES_EACH
    _keep(visit, found, chosen)
    first = storm.storm_of(found).ballot.index(chosen[0])
    before = visit.t("vote-full", most=VOTES_EACH) if full else ""
    _show(visit, found, first // storm.PAGE * storm.PAGE, before)
    return True


def _numbered(activity: Activity, text: str) -> tuple[int, ...] | None:
    numbers = [int(number) for number in NUMBER.findall(text)]
    return storm.storm_of(activity).numbered(numbers)


def _named(visit: Visit, activity: Activity, text: str) -> tuple[int, ...] | None:
    """The choice with the one line that has these words in it; None where none or several have."""
    words, said = fold(text).strip(' .!„”"'), storm.captions(visit, activity)
    meant = [
        name
        for name in storm.storm_of(activity).ballot
        if len(words) >= SHORTEST_NAMED and words in fold(said.get(name, ""))
    ]
    if len(meant) != 1:
        return None
    return storm.storm_of(activity).picked(_chosen(visit, activity), meant[0], wanted=True)


def done(visit: Visit, activity: int) -> None:
    """A member has chosen; when all have, the votes are counted at once."""
    found = storm.joined(visit, activity, VOTE)
    if found is None:
        return
    if not _chosen(visit, found):
        _show(visit, found, 0)
        return
    activities.change_member(visit.tx, activity, visit.person.id, step=HANDED_IN)
    if all(one.step == HANDED_IN for one in storm.members(visit, found)):
        visit.say(visit.t("vote-handed-in-last"))
        count(visit, found)
        return
    visit.say(
        visit.t("vote-handed-in"), button(visit.t("vote-change"), "favourites", activity=activity)
    )


def progress(visit: Visit, activity: Activity) -> None:
    some = storm.members(visit, activity)
    voted = sum(one.step >= CHOOSING for one in some)
    text = visit.t("vote-progress", voted=voted, of=len(some))
    lines = [text, *storm_times.told_now(visit, activity)]
    visit.say(" ".join(lines), *_while_voting(visit, activity))


def _while_voting(visit: Visit, activity: Activity) -> list[Button]:
    return [
        button(visit.t("storm-refresh"), "storm_look", activity=activity.id),
        button(visit.t("vote-end"), "storm_close", activity=activity.id),
        button(visit.t("storm-stop"), "storm_stop", activity=activity.id, sure=False),
    ]


def close(visit: Visit, activity: int, sure: bool = False) -> None:
    """The mentor ends the voting; without a single vote there is nothing to rank yet, and with very
    few there will be no ranking, so it is asked once more."""
    found = led(visit, activity, VOTE)
    if found is None:
        return
    if not any(_votes(visit, found)):
        visit.say(visit.t("vote-none-yet"), *_while_voting(visit, found))
    elif not sure and not storm.storm_of(found).counted(_votes(visit, found)).is_ranked:
        visit.say(
            visit.t("vote-would-delete"),
            button(visit.t("poll-close-anyway"), "storm_close", activity=activity, sure=True),
            button(visit.t("poll-wait"), "storm_look", activity=activity),
        )
    else:
        count(visit, found)


def _votes(visit: Visit, activity: Activity) -> list[list[int]]:
    """What everybody who still belongs to the group has chosen."""
    here = {one.person for one in storm.members(visit, activity)}
    given = activities.answers(visit.tx, activity.id, FAVOURITES)
    return [list(one.value) for one in given if one.person in here]


def count(visit: Visit, activity: Activity) -> None:
    """Ranks the ideas and tells everybody; from here on nobody knows who voted for what. Where so
    few have voted that it would show, their votes are deleted unseen."""
    votes = _votes(visit, activity)
    counted = storm.storm_of(activity).counted(votes)
    activity = storm.keep(visit, activity, counted)
    activities.drop_answers(visit.tx, activity.id, FAVOURITES)
    if counted.is_ranked:
        activity = _ranked(visit, activity, counted, votes)
    storm_times.over(visit, activity)
    activities.change(visit.tx, activity.id, state=CLOSED, closed_at=visit.now)
    activity = replace(activity, state=CLOSED, closed_at=visit.now)
    for one in storm.listeners(visit, activity):
        _tell(visit, one, activity)
    if (mentor := storm.mentor(visit, activity)) is not None:
        _tell(visit, mentor, activity)
        _tell_chat(visit, mentor, activity)


def _tell(visit: Visit, one: Visit, activity: Activity) -> None:
    """Now, or in the morning where it is night and they have not just written."""
    if not poll_mornings.waits(visit, one, activity, RESULT):
        show_result(one, activity)


def _tell_chat(visit: Visit, mentor: Visit, activity: Activity) -> None:
    shown = activity.group_address is not None
    if shown and not poll_mornings.waits(visit, mentor, activity, poll_mornings.CHAT):
        show_chat(visit, activity)


def show_chat(visit: Visit, activity: Activity) -> None:
    """The same for the mentor's chat of several people, if it is to be shown there."""
    if storm.storm_of(activity).is_ranked:
        poll_chats.show_result(visit, activity, 0, activities.answers(visit.tx, activity.id))
    else:
        t = wording(poll_chats.language_of(visit, activity))
        poll_chats.say(visit, activity, "result:0", Message(text=_unranked(visit, activity, t)))


def _ranked(
    visit: Visit, activity: Activity, counted: Storm, votes: Sequence[Sequence[int]]
) -> Activity:
    """Keeps the result as a poll's question with anonymous answers, to be drawn like any other."""
    said = storm.captions(visit, activity)
    best = [name for _, name, count in counted.ranking if count][:RANKED]
    language = next(iter(activity.body["title"]))
    question = Question(
        id=RESULT,
        kind="choices",
        ask=activity.body["title"],
        options=tuple({language: said[name]} for name in best),
    )
    for each in votes:
        places = [best.index(name) for name in counted.valid(each) if name in best]
        if places:
            activities.put(visit.tx, activity.id, None, RESULT, sorted(places))
    poll = Poll(title=activity.body["title"], questions=(question,))
    return activities.rewrite(visit.tx, activity, {**activity.body, "poll": poll.to_json()})


def _quoted(problem: str) -> dict[str, str]:
    """The problem, and the full stop behind its quotation marks where it has no mark of its own."""
    return {"problem": problem, "stop": "" if problem.endswith(ENDS) else "."}


def show_result(visit: Visit, activity: Activity) -> None:
    """The ideas in the order of their votes, as a list and as a picture; the best can become one's
    own task. Too few votes would show whose they are, so then there is no order."""
    counted, said = storm.storm_of(activity), storm.captions(visit, activity)
    if not counted.is_ranked:
        visit.say(_unranked(visit, activity, visit.t))
        return
    found = [
        visit.t("vote-line", place=place, idea=said[name], votes=votes)
        for place, name, votes in counted.ranking
        if name in said and votes
    ]
    hidden = len(counted.ranking) - len(found[:LISTED])
    rest = [visit.t("vote-others", count=hidden)] if hidden else []
    asked = _quoted(counted.problem)
    head = visit.t("vote-result", **asked, voters=counted.voters)
    visit.say(
        "\n".join([head, *found[:LISTED], *rest]),
        *storm_tasks.buttons(visit, activity),
        image=poll_pictures.name_of(activity, 0),
        alt=_alt(visit, activity),
    )


def _unranked(visit: Visit, activity: Activity, t: Wording) -> str:
    """The ideas without votes, in the order of the ballot, which tells nothing."""
    decided, said = storm.storm_of(activity), storm.captions(visit, activity)
    found = [f"• {said[name]}" for name in decided.ballot if name in said]
    hidden = len(found) - len(found[:UNRANKED])
    rest = [t("vote-others", count=hidden)] if hidden else []
    head = t("vote-few", **_quoted(decided.problem), fewest=VOTERS_AT_LEAST)
    return "\n".join([head, *found[:UNRANKED], *rest])


def result(visit: Visit, activity: int) -> None:
    """A member looks at it once more."""
    if (found := storm.joined(visit, activity, CLOSED)) is not None:
        visit.about = found.mentor
        show_result(visit, found)
        visit.about = None


def _alt(visit: Visit, activity: Activity) -> str:
    question = Poll.from_json(activity.body["poll"]).questions[0]
    given = activities.answers(visit.tx, activity.id, RESULT)
    counted = tally(question, [one.value for one in given])
    return poll_pictures.drawn(question, counted, visit.person.language).alt
