"""A poll before it begins: how it is asked, until when, under which names, and what it looks like.

Anonymous is offered only where at least three can answer: with fewer everybody would know.
"""

from datetime import datetime, time, timedelta

from desk import groups, poll_dialogs
from desk.visit import Visit, button
from dialogs.human import clock, format_date
from mentoring.localtime import at, local
from mentoring.message import Button
from mentoring.polls import Poll, Question, right_shown, said
from store import activities
from store.activities import DRAFT, LIVE, OWN, Activity

FEWEST = 3
"""So many answers at least stay anonymous together."""

DAYS = (0, 2, 7)
USUAL = 2
CLOSES = time(20, 0)
LAST_START = timedelta(hours=1)
"""What closes sooner than this after its start gives nobody the time to answer."""

MOST_QUESTIONS = 12


def begin(visit: Visit, poll: Poll, ready: str | None = None) -> int:
    """A new draft; ones in which nothing was ever asked are thrown away."""
    for old in groups.listed(visit, DRAFT):
        if old.kind != groups.BRAINSTORM and not old.body["poll"]["questions"]:
            activities.remove(visit.tx, old.id)
    return activities.add(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="quiz" if poll.quiz else "poll",
        body={"poll": poll.to_json(), "ready": ready},
        now=visit.now,
    )


def mine(visit: Visit, activity: int) -> Activity | None:
    """The mentor's own draft; says what is the matter when it is none any more."""
    found = groups.my_poll(visit, activity)
    if found is not None and found.state != DRAFT:
        visit.say(
            visit.t("poll-started-already"),
            button(visit.t("poll-look"), "activity", activity=activity),
        )
        return None
    return found


def further(visit: Visit, draft: Activity) -> list[Button]:
    """What can be done with a draft that has questions."""
    poll = poll_dialogs.poll_of(draft)
    found = []
    if draft.body.get("ready") is None and len(poll.questions) < MOST_QUESTIONS:
        found.append(button(visit.t("poll-one-more"), "poll_add", activity=draft.id))
    if poll.questions:
        found.append(button(visit.t("poll-go-on"), "poll_set", activity=draft.id))
    return found


def show_added(visit: Visit, draft: Activity) -> None:
    poll = poll_dialogs.poll_of(draft)
    lines = "\n".join(_lines(visit, poll))
    buttons = further(visit, draft)
    take_back = button(
        visit.t("poll-take-back"), "poll_take_back", activity=draft.id, of=len(poll.questions)
    )
    visit.say(visit.t("poll-so-far", list=lines), *buttons, take_back)


def take_back(visit: Visit, activity: int, of: int) -> None:
    """Removes the last question; a second tap on the same button removes no further one."""
    if (draft := mine(visit, activity)) is None:
        return
    poll = poll_dialogs.poll_of(draft)
    if poll.questions and len(poll.questions) == of:
        poll = Poll(title=poll.title, questions=poll.questions[:-1], quiz=poll.quiz)
        draft = activities.rewrite(visit.tx, draft, {**draft.body, "poll": poll.to_json()})
    if poll.questions:
        show_added(visit, draft)
    else:
        visit.say(visit.t("poll-empty"), *further(visit, draft), _discard(visit, draft))


def _discard(visit: Visit, draft: Activity) -> Button:
    return button(visit.t("poll-discard"), "poll_discard", activity=draft.id)


def discard(visit: Visit, activity: int) -> None:
    if (draft := mine(visit, activity)) is not None:
        activities.remove(visit.tx, draft.id)
        visit.say(visit.t("poll-discarded"), button(visit.t("do-groups"), "groups"))


def _lines(visit: Visit, poll: Poll) -> list[str]:
    """Each question with all that can be chosen and, in a quiz, what is right."""
    language, lines = visit.person.language, []
    for number, each in enumerate(poll.questions, 1):
        lines.append(f"{number}. {said(each.ask, language)} ({_how(visit, each)})")
        lines += [f"    – {said(option, language)}" for option in each.options]
        if each.has_right:
            right = visit.t("poll-right-answer", answer=right_shown(each, language))
            lines.append(f"    {right}")
    return lines


def _how(visit: Visit, question: Question) -> str:
    return visit.t(f"poll-kind-{question.kind}", low=question.low, high=question.high)


def settings(visit: Visit, activity: int) -> None:
    """The first thing to decide: all at once, or each at their own pace."""
    if (draft := mine(visit, activity)) is not None:
        visit.say(
            visit.t("poll-which-pace"),
            button(visit.t("poll-pace-live"), "poll_pace", activity=draft.id, pace=LIVE),
            button(visit.t("poll-pace-own"), "poll_pace", activity=draft.id, pace=OWN),
        )


def pace(visit: Visit, activity: int, pace: str) -> None:
    if (draft := mine(visit, activity)) is None:
        return
    activities.change(visit.tx, draft.id, pace=LIVE if pace == LIVE else OWN)
    if pace == LIVE:
        _names(visit, draft.id)
    else:
        _ask_until(visit, draft, "poll-until-when")


def _ask_until(visit: Visit, draft: Activity, key: str) -> None:
    visit.say(visit.t(key), *ends(visit, "poll_until", draft))


def ends(visit: Visit, act: str, draft: Activity) -> list[Button]:
    """The evenings on which it can end, a button each."""
    return [
        button(_until(visit, closing(visit, days)), act, activity=draft.id, days=days)
        for days in DAYS
        if not is_near(visit, closing(visit, days))
    ]


def is_near(visit: Visit, end: datetime) -> bool:
    """Whether nobody would have the time to answer."""
    return end <= visit.now + LAST_START


def closing(visit: Visit, days: int) -> datetime:
    """The evening of that day, where the mentor lives."""
    return at(visit.today + timedelta(days=days), CLOSES, visit.zone)


def closes_at(visit: Visit, draft: Activity) -> datetime:
    """When a poll at one's own pace would end if it began now."""
    return closing(visit, int(draft.body.get("days", USUAL)))


def starter(visit: Visit, draft: Activity) -> Button:
    return button(visit.t("poll-start"), "poll_start", activity=draft.id)


def _until(visit: Visit, instant: datetime) -> str:
    here = local(instant, visit.zone)
    day = format_date(here.date(), visit.person.language, visit.today)
    return visit.t("poll-until", day=day, time=clock(here.time(), visit.person.language))


def closes(visit: Visit, instant: datetime) -> str:
    """Until when, for a reader of any zone."""
    return _until(visit, instant)


def until(visit: Visit, activity: int, days: int) -> None:
    if (draft := mine(visit, activity)) is not None and days in DAYS:
        activities.rewrite(visit.tx, draft, {**draft.body, "days": days})
        _names(visit, draft.id)


def _names(visit: Visit, activity: int) -> None:
    """Named or anonymous; with too few to hide among, named it is."""
    if len(groups.members(visit)) < FEWEST:
        activities.change(visit.tx, activity, anonymous=False)
        preview(visit, activity)
        return
    visit.say(
        visit.t("poll-which-names"),
        button(visit.t("poll-anonymous"), "poll_names", activity=activity, anonymous=True),
        button(visit.t("poll-named"), "poll_names", activity=activity, anonymous=False),
    )


def names(visit: Visit, activity: int, anonymous: bool) -> None:
    if (draft := mine(visit, activity)) is None:
        return
    if anonymous and len(groups.members(visit)) < FEWEST:
        visit.say(visit.t("poll-too-few-for-anonymous", fewest=FEWEST))
        anonymous = False
    activities.change(visit.tx, draft.id, anonymous=bool(anonymous))
    preview(visit, activity)


def preview(visit: Visit, activity: int) -> None:
    """All that is about to happen, before anybody is asked."""
    if (draft := mine(visit, activity)) is None:
        return
    poll = poll_dialogs.poll_of(draft)
    if not poll.questions:
        visit.say(visit.t("poll-empty"), *further(visit, draft), _discard(visit, draft))
        return
    visit.say(
        "\n".join([*_title(visit, poll), *_lines(visit, poll), "", *_facts(visit, draft)]),
        starter(visit, draft),
        *_chat(visit, draft),
        button(visit.t("poll-change"), "poll_set", activity=draft.id),
        _discard(visit, draft),
    )


def _title(visit: Visit, poll: Poll) -> list[str]:
    """A composed poll is called by its first question, which need not be said twice."""
    title = said(poll.title, visit.person.language)
    first = said(poll.questions[0].ask, visit.person.language)
    return [] if first.startswith(title.rstrip("…")) else [title, ""]


def _facts(visit: Visit, draft: Activity) -> list[str]:
    """Pace, names and readers, a line each."""
    group = groups.members(visit)
    if draft.pace == LIVE:
        how = visit.t("poll-is-live")
    else:
        how = visit.t("poll-is-own", until=_until(visit, closes_at(visit, draft)))
    lines = [how, visit.t("poll-is-anonymous" if draft.anonymous else "poll-is-named")]
    if len(group) < FEWEST:
        lines.append(visit.t("poll-named-since-few", fewest=FEWEST))
    lines.append(visit.t("poll-reaches", count=len(group)))
    if away := groups.resting(visit):
        lines.append(visit.t("poll-resting", count=away))
    return lines


def _chat(visit: Visit, draft: Activity) -> list[Button]:
    """Whether the mentor's group in a chat sees it too."""
    if activities.chat_of(visit.tx, visit.person.id) is None:
        return []
    shown = draft.group_address is not None
    label = visit.t("poll-chat-hide" if shown else "poll-chat-show")
    return [button(label, "poll_chat", activity=draft.id, shown=not shown)]


def chat(visit: Visit, activity: int, shown: bool) -> None:
    if (draft := mine(visit, activity)) is None:
        return
    found = activities.chat_of(visit.tx, visit.person.id) if shown else None
    channel, address = found or (None, None)
    activities.change(visit.tx, draft.id, group_channel=channel, group_address=address)
    preview(visit, activity)


def is_late(visit: Visit, draft: Activity) -> bool:
    """Whether a draft would close before anybody had the time to answer; asks for another day."""
    if draft.pace == LIVE or not is_near(visit, closes_at(visit, draft)):
        return False
    _ask_until(visit, draft, "poll-until-passed")
    return True
