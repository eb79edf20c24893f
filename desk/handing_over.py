"""Whether a human is to read what somebody wrote, asked first where it may have been meant for
something else: a group's questions or ideas, which promise that nobody learns whose words they are,
or a private dialog that was put aside a moment ago.
"""

import re
from datetime import timedelta

from desk import ideas, questions, seeing, titles
from desk.visit import Visit, button
from knowledge.folding import tokens
from mentoring.message import Button
from store import activities, sessions
from store.activities import OPEN, Activity
from store.sessions import Kept

JUST_NOW = timedelta(hours=1)
"""So long words may still be meant for what has ended or was put aside."""

ASKS = re.compile(
    r"(vai|kas|kad|kur|kapec|ka|cik|kurs|kura|kuri|kurai|kuram|kam|ko|"
    r"what|when|where|why|how|who|can|could|may|does|do|is|are)"
)


def ask(visit: Visit, text: str) -> None:
    """Free words that nothing else has understood: the FAQ, else a human."""
    questions.ask(visit, text, unknown=hand_over)


def hand_over(visit: Visit, text: str) -> None:
    """At once where it is a clear question or nothing private is near, else after a yes."""
    if seeing.is_asked(text) and (lately := _lately(visit)):
        visit.say(seeing.names(visit, lately[0]))
        return
    clear, storm = is_question(text), _going_on(visit)
    if storm is not None and not clear:
        ideas.ask_whether(visit, storm.id, text)
    elif clear and storm is None:
        questions.hand_over(visit, text)
    elif not clear and (left := _put_aside(visit)) is not None:
        _or_go_on(visit, left, text)
    elif storm is not None or _lately(visit):
        sure(visit, text)
    else:
        questions.hand_over(visit, text)


def is_question(text: str) -> bool:
    """Whether nobody could mean these words as an answer to something."""
    words = tokens(text)
    if len(words) < questions.WORDS_OF_A_QUESTION:
        return False
    return text.rstrip().endswith("?") or ASKS.fullmatch(words[0]) is not None


def _lately(visit: Visit) -> list[Activity]:
    since = visit.now - JUST_NOW
    return activities.lately(visit.tx, visit.person.id, visit.part.programme, since)


def _going_on(visit: Visit) -> Activity | None:
    """A brainstorm that still takes ideas."""
    return next((one for one in _lately(visit) if one.state == OPEN and "storm" in one.body), None)


def _put_aside(visit: Visit) -> Kept | None:
    """The dialog that was left a moment ago, if it can be gone on with."""
    left = sessions.saved(visit.tx, visit.person)
    since = visit.now - JUST_NOW
    lately = [each for each in left if each.updated_at > since and visit.dialog(each.dialog)]
    return max(lately, key=lambda each: each.updated_at, default=None)


def sure(visit: Visit, text: str) -> None:
    """A human reads it under its writer's name only if that is wanted."""
    visit.say(visit.t("hand-over-sure", text=text), *_yes(visit, text, "hand-over-yes"), _no(visit))


def _or_go_on(visit: Visit, left: Kept, text: str) -> None:
    go_on = button(visit.t("do-continue"), "dialog_resume", session=left.id)
    title = titles.called(visit, left)
    asked = visit.t("hand-over-or-go-on", title=title, text=text)
    visit.say(asked, go_on, *_yes(visit, text, "hand-over-instead"), _no(visit))


def _yes(visit: Visit, text: str, key: str) -> list[Button]:
    return [button(visit.t(key), "hand_over", text=text)]


def _no(visit: Visit) -> Button:
    return button(visit.t("hand-over-no"), "hand_over_not")


def not_wanted(visit: Visit) -> None:
    visit.say(visit.t("hand-over-not"))
