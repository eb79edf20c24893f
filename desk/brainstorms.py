"""A mentor's brainstorm from the question to the collected ideas."""

from dataclasses import replace

from desk import groups, hurting, poll_chats, reviewing, storm, storm_times, voting
from desk.storm import KIND, led
from desk.visit import Visit, button
from mentoring.brainstorm import GUESSABLE_BELOW, PEOPLE_AT_LEAST, WORKS_BEST
from mentoring.message import Button, Message
from store import activities
from store.activities import ANSWERED, CLOSED, DRAFT, OPEN, REVIEW, RUNNING, VOTE, Activity

PROBLEM_LIMIT = 300


def begin(visit: Visit) -> None:
    """For a mentor a new brainstorm, or the one that goes on; for a member the way into theirs."""
    if visit.part.role == "mentee":
        _for_member(visit)
    elif groups.is_mentor(visit):
        running = storm.mine(visit, *RUNNING)
        show(visit, running[0]) if running else _prepare(visit)


def _for_member(visit: Visit) -> None:
    found = storm.of_member(visit, *RUNNING)
    for one in found:
        text = " ".join([visit.t(f"storm-now-{one.state}"), *storm_times.told_now(visit, one)])
        storm.quote(visit, one, text, *storm.way_in(visit, one))
    if not found:
        last = [
            button(visit.t("storm-last"), "storm_result", activity=one.id)
            for one in storm.of_member(visit, CLOSED)[:1]
        ]
        visit.say(visit.t("storm-none"), *last)


def _prepare(visit: Visit) -> None:
    """Asks for the question, with what makes a good one."""
    count = len(groups.members(visit))
    if count < PEOPLE_AT_LEAST:
        visit.say(visit.t("storm-too-few", count=count, least=PEOPLE_AT_LEAST))
        return
    visit.focus("storm")
    fewest, most = WORKS_BEST
    advice = visit.t("storm-prepare", fewest=fewest, most=most, count=count)
    visit.say(_with_caution(visit, advice, count), button(visit.t("do-cancel"), "groups"))


def _with_caution(visit: Visit, text: str, count: int) -> str:
    return text if count >= GUESSABLE_BELOW else f"{text}\n{visit.t('storm-guessable')}"


def prepared(visit: Visit, text: str) -> None:
    """The question has been written: what the group will get to see."""
    if not groups.is_mentor(visit):
        return
    problem = " ".join(text.split())
    if len(problem) > PROBLEM_LIMIT:
        visit.focus("storm")
        visit.say(visit.t("storm-problem-long", limit=PROBLEM_LIMIT, actual=len(problem)))
        return
    for old in storm.mine(visit, DRAFT):
        activities.remove(visit.tx, old.id)
    made = activities.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind=KIND,
        anonymous=True,
        body=storm.body_of(visit, problem),
        now=visit.now,
    )
    draft = activities.find(visit.tx, made)
    assert draft is not None
    _preview(visit, draft)


def _preview(visit: Visit, draft: Activity) -> None:
    activity, problem = draft.id, storm.storm_of(draft).problem
    lines = [visit.t("storm-preview", count=len(groups.members(visit)), problem=problem)]
    lines += storm_times.told(visit, storm_times.chosen(visit, draft), storm_times.IDEAS)
    if resting := groups.resting(visit):
        lines.append(visit.t("poll-resting", count=resting))
    if not problem.endswith("?"):
        lines.append(visit.t("storm-no-question"))
    visit.say(
        "\n\n".join(lines),
        button(visit.t("storm-start"), "storm_start", activity=activity),
        storm_times.chooser(visit, draft),
        *_chat(visit, draft),
        button(visit.t("storm-rewrite"), "storm"),
        button(visit.t("do-cancel"), "storm_stop", activity=activity, sure=True),
    )


def _chat(visit: Visit, draft: Activity) -> list[Button]:
    """Whether the mentor's group in a chat hears of it and sees the result."""
    if activities.chat_of(visit.tx, visit.person.id) is None:
        return []
    shown = draft.group_address is not None
    label = visit.t("poll-chat-hide" if shown else "poll-chat-show")
    return [button(label, "storm_chat", activity=draft.id, shown=not shown)]


def when(visit: Visit, activity: int) -> None:
    """Until when ideas, or votes, are to be collected; asked before the members are."""
    if (found := led(visit, activity, DRAFT, REVIEW)) is not None:
        storm_times.ask(visit, found)


def until(visit: Visit, activity: int, days: int | None) -> None:
    if (found := led(visit, activity, DRAFT, REVIEW)) is not None:
        show(visit, storm_times.choose(visit, found, days))


def chat(visit: Visit, activity: int, shown: bool) -> None:
    if led(visit, activity, DRAFT) is None:
        return
    found = activities.chat_of(visit.tx, visit.person.id) if shown else None
    channel, address = found or (None, None)
    activities.change(visit.tx, activity, group_channel=channel, group_address=address)
    look(visit, activity)


def start(visit: Visit, activity: int) -> None:
    """Everybody gets the question and the four rules; a second tap starts nothing again. One at a
    time, so that nobody writes an idea to another question than they think."""
    if (found := led(visit, activity, DRAFT)) is None:
        return
    if running := storm.mine(visit, *RUNNING):
        visit.say(visit.t("storm-one-at-a-time"), storm.look(visit, running[0]))
        return
    some = groups.members(visit)
    if len(some) < PEOPLE_AT_LEAST:
        text = visit.t("storm-too-few", count=len(some), least=PEOPLE_AT_LEAST)
        visit.say(text, storm.look(visit, found))
        return
    if groups.is_night(visit, button(visit.t("storm-start"), "storm_start", activity=activity)):
        return
    if not storm_times.is_late(visit, found):
        _start(visit, found, some)


def _start(visit: Visit, draft: Activity, some: list[Visit]) -> None:
    activity, problem = draft.id, storm.storm_of(draft).problem
    storm_times.begin(visit, draft)
    activities.change(visit.tx, activity, opened_at=visit.now)
    activities.invite(visit.tx, activity, [one.person.id for one in some])
    for one in some:
        one.live = True
        one.say(
            _with_caution(one, _invitation(visit, one, draft), len(some)),
            button(one.t("storm-do-open"), "idea_write", activity=activity),
        )
    text = visit.t("storm-chat-begun", problem=problem)
    poll_chats.say(visit, draft, "begun", Message(text=text))
    told = [visit.t("storm-started", count=len(some)), *_ends(visit, visit, draft)]
    visit.say(" ".join(told), *hurting.while_open(visit, activity))


def _ends(mentor: Visit, one: Visit, draft: Activity) -> list[str]:
    return storm_times.told(one, storm_times.chosen(mentor, draft), storm_times.IDEAS)


def _invitation(mentor: Visit, one: Visit, draft: Activity) -> str:
    problem = storm.storm_of(draft).problem
    said = one.t("storm-invitation", name=mentor.person.name, problem=problem)
    about = [said, one.t("storm-rules"), one.t("storm-nobody"), *_ends(mentor, one, draft)]
    return "\n\n".join(about)


def look(visit: Visit, activity: int) -> None:
    if (found := led(visit, activity, DRAFT, *RUNNING, CLOSED)) is not None:
        show(visit, found)


def show(visit: Visit, activity: Activity) -> None:
    """How far it is, with what can be done next. Who has the right to it is the caller's matter."""
    if activity.state == DRAFT:
        _preview(visit, activity)
    elif activity.state == OPEN:
        _progress(visit, activity)
    elif activity.state == REVIEW:
        reviewing.show(visit, activity, 0)
    elif activity.state == VOTE:
        voting.progress(visit, activity)
    else:
        voting.show_result(visit, activity)


def _progress(visit: Visit, activity: Activity) -> None:
    some = storm.members(visit, activity)
    wrote = sum(one.state == ANSWERED for one in some)
    count = len(storm.seen(visit, activity))
    text = visit.t("storm-progress", ideas=count, wrote=wrote, of=len(some))
    lines = [text, *storm_times.told_now(visit, activity)]
    storm.quote(visit, activity, " ".join(lines), *hurting.while_open(visit, activity.id))


def review(visit: Visit, activity: int) -> None:
    """No more ideas: those that say the same come together, and the mentor looks through them."""
    found = led(visit, activity, OPEN, REVIEW)
    if found is None:
        return
    if found.state == OPEN and not storm.ideas(visit, found):
        visit.say(visit.t("storm-no-ideas"), *hurting.while_open(visit, activity))
        return
    reviewing.show(visit, gathered(visit, found) if found.state == OPEN else found, 0)


def gathered(visit: Visit, activity: Activity) -> Activity:
    """No more ideas: they are the mentor's to look through, and nobody votes before that."""
    storm_times.over(visit, activity)
    activities.change(visit.tx, activity.id, state=REVIEW)
    return replace(reviewing.gathered(visit, activity), state=REVIEW, closes_at=None)


def stop(visit: Visit, activity: int, sure: bool) -> None:
    """Ends it without a result; all that was written goes, so it is asked once more."""
    found = led(visit, activity, DRAFT, *RUNNING)
    if found is None:
        return
    if found.state != DRAFT and not sure:
        visit.say(
            visit.t("storm-stop-sure"),
            button(visit.t("storm-stop-yes"), "storm_stop", activity=activity, sure=True),
            button(visit.t("storm-stop-no"), "storm_look", activity=activity),
        )
        return
    for one in storm.listeners(visit, found):
        one.say(one.t("storm-stopped-member", problem=storm.storm_of(found).problem))
    storm_times.over(visit, found)
    activities.remove(visit.tx, activity)
    visit.say(visit.t("storm-stopped"), button(visit.t("storm-new"), "storm"))
