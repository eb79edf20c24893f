"""A question that a mentor has written becomes part of their draft."""

from collections.abc import Mapping
from typing import Any

from desk import drafts, groups
from desk.visit import Visit
from mentoring.polls import Poll, Question
from store import activities
from store.activities import DRAFT
from store.sessions import Kept

ACTIVITY = "activity"
"""The value by which a session knows its draft."""

TITLE_LIMIT = 60
OPTION_LIMIT = 100
"""Longer ones can't be read on a button or beside a bar."""

SCALES = {"five": 5, "ten": 10}


def written(visit: Visit, kept: Kept, data: Mapping[str, Any]) -> None:
    """The finished walkthrough's question stands in the draft, and the mentor sees the whole."""
    found = groups.my_poll(visit, int(kept.state["values"].get(ACTIVITY, 0)))
    if found is None:
        return
    if found.state != DRAFT:
        visit.say(visit.t("poll-started-already"))
        return
    poll = Poll.from_json(found.body["poll"])
    options = _options(data)
    if any(len(one) > OPTION_LIMIT for one in options):  # not to be cut unasked
        visit.say(visit.t("poll-option-long", most=OPTION_LIMIT), *drafts.further(visit, found))
        return
    question = _question(visit, f"q{len(poll.questions) + 1}", options, data)
    changed = _with(poll, question)
    found = activities.rewrite(visit.tx, found, {**found.body, "poll": changed.to_json()})
    drafts.show_added(visit, found)


def _with(poll: Poll, question: Question) -> Poll:
    """What the mentor asks first is what the poll is called."""
    questions = (*poll.questions, question)
    first = questions[0].ask
    title = {language: _short(text) for language, text in first.items()}
    return Poll(title=title, questions=questions, quiz=poll.quiz)


def _short(text: str) -> str:
    return text if len(text) <= TITLE_LIMIT else text[: TITLE_LIMIT - 1].rstrip() + "…"


def _options(data: Mapping[str, Any]) -> tuple[str, ...]:
    """At least two different ones, as the walkthrough sees to it."""
    return tuple(" ".join(one.split()) for one in data.get("options") or ())


def _question(
    visit: Visit, name: str, options: tuple[str, ...], data: Mapping[str, Any]
) -> Question:
    """In the mentor's language only."""
    language, kind = visit.person.language, data["kind"]
    explained = data.get("why")
    return Question(
        id=name,
        kind=kind,
        ask={language: " ".join(data["ask"].split())},
        options=tuple({language: one} for one in options),
        right=_right(options, data),
        right_number=data.get("number"),
        high=SCALES.get(data.get("scale") or "five", 5),
        why={language: explained} if explained else None,
    )


def _right(options: tuple[str, ...], data: Mapping[str, Any]) -> tuple[int, ...]:
    chosen = [data["right"]] if data.get("right") else data.get("rights") or []
    plain = {" ".join(one.split()) for one in chosen}
    return tuple(place for place, one in enumerate(options) if one in plain)
