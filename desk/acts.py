"""What stands behind each button: one function per act, looked up by name."""

import inspect
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from desk import (
    advice,
    agreements,
    announcing,
    applications,
    attention,
    brainstorms,
    calendar,
    certificates,
    chores,
    danger,
    diary,
    drafts,
    extending,
    granting,
    guiding,
    handing_over,
    hurting,
    ideas,
    insights,
    interrupting,
    ladders,
    lives,
    matching,
    mentees,
    menu,
    pace,
    pair_dialogs,
    papers,
    parked,
    parting,
    poll_asking,
    polls,
    questions,
    reach,
    reasons,
    results,
    reviewing,
    seeking,
    settling,
    shelf,
    snoozing,
    stages,
    stopping,
    storm_tasks,
    toolbox,
    upcoming,
    voting,
    walk,
    welcome,
    writing,
    zones,
)
from desk.visit import Visit
from knowledge.folding import fold

LABEL_LIMIT = 60
OWN_NUMBER = re.compile(r"(\d{1,3})[.)] ")
"""How "6. Atbildes laiks" begins."""

BEFORE_CONSENT = danger.ASKED | {"consent", "language", "erase", "resume"}

Act = Callable[..., None]

ACTS: Mapping[str, Act] = {
    "consent": welcome.consent,
    "language": welcome.language,
    "menu": menu.show,
    "ask": questions.invite,
    "faq_pick": questions.pick,
    "faq_none": handing_over.hand_over,
    "hand_over": questions.hand_over,
    "hand_over_not": handing_over.not_wanted,
    "tickets": questions.listed,
    "ticket": questions.open_ticket,
    "reply_to": questions.reply_to,
    "ticket_take": questions.take_as_answer,
    "safe": danger.safe,
    "danger_fine": danger.fine,
    "danger_really": danger.really,
    "danger_seen": danger.seen,
    "dialog": walk.press,
    "dialog_start": walk.start,
    "dialog_resume": walk.resume,
    "dialog_fresh": walk.fresh,
    "tasks": chores.listed,
    "task": chores.show,
    "task_done": chores.done,
    "task_help": chores.need_help,
    "task_time": extending.ask,
    "talk_ask": seeking.talk,
    "event_time": extending.ask,
    "task_move": chores.move,
    "task_move_to": chores.move_to,
    "task_drop": chores.drop,
    "task_keep": chores.keep,
    "extend_to": extending.wish,
    "extend_grant": granting.grant,
    "extend_refuse": granting.refuse,
    "extend_other": granting.other_date,
    "match_start": matching.start,
    "match_more": matching.more,
    "match_choose": matching.choose,
    "match_withdraw": matching.withdraw,
    "pair_accept": matching.accept,
    "pair_decline": matching.decline,
    "share": results.share,
    "mentees": mentees.listed,
    "mentee": mentees.show,
    "result": mentees.result,
    "results": results.listed,
    "tools": toolbox.show,
    "shelf": toolbox.shelf,
    "shown": shelf.listed,
    "applications": applications.listed,
    "application": applications.show,
    "shelf_show": shelf.show,
    "parked": parked.listed,
    "answer_is": interrupting.answer,
    "answer_not": interrupting.command,
    "guides": advice.listed,
    "guide": advice.show,
    "insights": insights.show,
    "result_show": results.show,
    "result_pdf": papers.send,
    "silence_example": mentees.example,
    "announce": announcing.begin,
    "announce_to": announcing.audience,
    "announce_send": announcing.send,
    "announce_cancel": announcing.cancel,
    "announce_report": announcing.report,
    "announce_stop": announcing.stop,
    "attention": attention.show,
    "pace": pace.show,
    "coming": upcoming.of,
    "need": attention.open_need,
    "need_hide": attention.hide,
    "need_tell": attention.tell_mentor,
    "need_propose": attention.propose,
    "need_write": writing.begin,
    "write_back": writing.back,
    "why": reasons.explain,
    "mute": reasons.mute,
    "switch_on": reasons.switch_on,
    "resume": stopping.resume,
    "erase": stopping.erase,
    "prefer": reach.prefer,
    "event": calendar.show,
    "event_done": calendar.done,
    "agreements": agreements.listed,
    "pact_ask": pair_dialogs.ask_again,
    "pact_confirm": stages.confirm,
    "pact_talk": pair_dialogs.talk,
    "pact_pick": settling.pick,
    "pact_choose": settling.choose,
    "timed": guiding.show,
    "timed_ask": guiding.ask,
    "timed_start": guiding.start,
    "timed_pause": guiding.pause,
    "timed_go_on": guiding.go_on,
    "timed_next": guiding.following,
    "timed_end": guiding.end,
    "timed_decide": parting.decide,
    "timed_certificate": certificates.give,
    "timed_diary": diary.hand_over,
    "stage": stages.card,
    "stage_set": stages.choose,
    "snooze": snoozing.ask,
    "snooze_to": snoozing.to,
    "ladder_fine": ladders.fine,
    "ladder_hard": ladders.hard,
    "groups": polls.show,
    "activity": polls.look,
    "poll_ready": polls.ready,
    "poll_pick": polls.pick,
    "poll_past": polls.past,
    "poll_new": polls.new,
    "poll_add": polls.add,
    "poll_take_back": drafts.take_back,
    "poll_discard": drafts.discard,
    "poll_set": drafts.settings,
    "poll_pace": drafts.pace,
    "poll_until": drafts.until,
    "poll_names": drafts.names,
    "poll_chat": drafts.chat,
    "poll_start": polls.start,
    "poll_close": polls.close,
    "poll_next": polls.following,
    "poll_end": polls.end,
    "poll_who": polls.who,
    "poll_repeat": polls.repeat,
    "poll_answer": poll_asking.answer,
    "storm": brainstorms.begin,
    "storm_start": brainstorms.start,
    "storm_chat": brainstorms.chat,
    "storm_when": brainstorms.when,
    "storm_until": brainstorms.until,
    "storm_look": brainstorms.look,
    "storm_ideas": hurting.listed,
    "storm_idea": hurting.idea,
    "idea_out": hurting.out,
    "idea_hurts": hurting.hurts,
    "storm_review": brainstorms.review,
    "storm_stop": brainstorms.stop,
    "storm_list": reviewing.listed,
    "storm_line": reviewing.line,
    "storm_strike": reviewing.strike,
    "storm_split": reviewing.split,
    "storm_vote": voting.begin,
    "storm_close": voting.close,
    "storm_result": voting.result,
    "storm_task": storm_tasks.take,
    "idea_write": ideas.write,
    "idea_others": ideas.others,
    "idea_done": ideas.done,
    "idea_take": ideas.confirmed,
    "idea_not": ideas.no_idea,
    "favourites": voting.open_list,
    "favourite": voting.pick,
    "favourites_done": voting.done,
    "lives": lives.show,
    "lives_hours": lives.hours,
    "lives_hour": lives.hour,
    "lives_days": lives.days,
    "lives_day": lives.day,
    "lives_quiet": lives.quiet,
    "lives_reset": lives.reset,
    "lives_pause": lives.ask_pause,
    "pause_days": lives.pause_days,
    "pause_over": lives.over,
    "zone_ask": zones.ask,
    "zone": zones.choose,
    "zone_set": zones.settle,
    "zone_reset": zones.reset,
}

ANSWERED = frozenset(
    {"consent", "safe", "danger_fine", "danger_really", "danger_seen", "dialog", "task_done"}
    | {"extend_to", "extend_grant", "extend_refuse", "match_choose", "pair_accept", "pair_decline"}
    | {
        "announce_send",
        "announce_cancel",
        "erase",
        "mute",
        "ticket_take",
        "event_done",
        "stage_set",
    }
    | {
        "task_move_to",
        "task_drop",
        "task_keep",
        "talk_ask",
        "need_hide",
        "need_tell",
        "need_propose",
    }
    | {"poll_start", "poll_next", "poll_close", "poll_discard"}
    | {"storm_start", "storm_vote", "storm_close", "favourites_done", "idea_take", "idea_not"}
    | {"hand_over", "hand_over_not"}
    | {"pact_confirm", "pact_pick", "timed_start", "timed_go_on"}
    | {"snooze_to", "ladder_fine", "ladder_hard", "lives_hour", "lives_day", "pause_days"}
    | {"zone", "zone_set", "zone_reset", "answer_is", "answer_not"}
)
"""Acts that settle what their message asked; the others (menus) can be tapped again and again."""

OPEN_VALUES = frozenset({"why"})
"""Buttons of a dialog's question after which it still waits for its answer."""


def is_answered(action: Mapping[str, Any]) -> bool:
    return action.get("do") in ANSWERED and action.get("value") not in OPEN_VALUES


def perform(visit: Visit, action: Mapping[str, Any]) -> None:
    """Carries out a button's act. Each act checks at that moment whether the person may.

    A button may be older than the program: its act may be gone, or want other values by now.
    """
    if not parting.still_asks(visit, action):
        visit.focus(None)
    do = str(action.get("do"))
    what = {name: value for name, value in action.items() if name != "do"}
    if _is_known(do, tuple(what)):
        ACTS[do](visit, **what)
    else:
        visit.say(visit.t("button-unknown"))


@lru_cache
def _is_known(do: str, names: tuple[str, ...]) -> bool:
    """Whether there is such an act, and it takes values of these names."""
    if do not in ACTS:
        return False
    try:
        inspect.signature(ACTS[do]).bind(None, **dict.fromkeys(names))
    except TypeError:
        return False
    return True


def match_label(buttons: list[tuple[str, str]], text: str) -> str | None:
    """The key of the button that was meant by its label or by its number, if it is clear.

    Where labels begin with numbers of their own, only these count, and places among them do not.
    """
    said = fold(text).strip(" .!")
    if said.isdigit():
        return _numbered(buttons, int(said))
    for label, key in buttons:
        if fold(label).strip(" .!") == said:
            return key
    first = [key for label, key in buttons if said in fold(label).replace(",", " ").split()[:1]]
    return first[0] if len(first) == 1 else None


def _numbered(buttons: list[tuple[str, str]], number: int) -> str | None:
    whole = [key for label, key in buttons if label.strip(" .") == str(number)]
    own = {int(found[1]): key for label, key in buttons if (found := OWN_NUMBER.match(label))}
    if whole or own:
        return whole[0] if whole else own.get(number)
    return buttons[number - 1][1] if 0 < number <= len(buttons) else None
