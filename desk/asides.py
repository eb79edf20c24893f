"""A question in the middle of a dialog: answered, then the dialog goes on with its own.

How long it takes is known from the dialog, what the programme has written from its FAQ, what a tool
or a word of the question is from the dialog's first words or the step's own help. Where own words
are wanted, what none of these knows is the answer itself; where a number or a choice is wanted, a
question can't be meant as one, so it may also be narrowed or go to a human. Where the step wants
questions written, each is an answer.
"""

import re

from desk import questions, seeing
from desk.visit import Visit
from dialogs import asking
from dialogs.definition import Definition, Step
from dialogs.kinds import Listing, Text
from dialogs.session import Session
from knowledge.folding import fold, stem, tokens
from store.sessions import Kept

QUESTION_WORDS = frozenset(
    [
        *("vai", "kas", "kad", "kur", "kapec", "ka", "cik", "kurs", "kura", "kuri", "ko"),
        *("what", "when", "where", "why", "how", "who", "can", "may", "does", "is"),
    ]
)
HOW_LONG = re.compile(
    r"(?:un |bet |nu )?cik (?:ilgi|ilgs|daudz laika|(?:daudz )?minusu)"
    r"(?: (?:tas|sis|si|so|vel|viss|te|ies|bus|vajag|vajadzes|aiznem|aiznems|prasa|prasis"
    r"|ilgst|ilgs|saruna|jaatbild|man))*"
    r"|cik (?:daudz )?(?:vel )?jautajumu(?: (?:vel|te|bus|ir))*"
    r"|(?:and |but )?how (?:long|much time|many minutes)"
    r"(?: (?:will|does|do|is|it|this|that|take|last|be|need|all|i))*"
    r"|how many (?:more )?questions(?: (?:are|there|left|more|is|it))*"
)
WHAT_IS = re.compile(
    r"(?:un |bet |and |but )?"
    r"(?:kas (?:tas )?(?:tads |tada )?ir|ko nozime|what(?:'s| is| are)|what does)"
    r" (?:tas |ta |tads |tada |the |a |an )?(?P<what>.+?)(?: mean| nozime)?"
)
"""Both of folded words."""


def answered(visit: Visit, kept: Kept, text: str) -> bool:
    """Whether this was a question and has been answered; False where it may be an answer."""
    definition = visit.dialog(kept.dialog)
    if definition is not None and _asks_who_sees(definition, kept, text):
        seeing.tell(visit, kept)
        return True
    if definition is None or not text.rstrip().endswith("?"):
        return False
    step = definition.by_id.get(kept.state["cursor"][0])
    if step is not None and step.questions:
        return False
    said = fold(text).strip(" ?!.")
    if HOW_LONG.fullmatch(said):
        _say_minutes(visit, definition)
        return True
    if not _is_question(text):
        return False
    return (
        _from_faq(visit, text)
        or _what_is(visit, kept, definition, said)
        or _passed_on(visit, definition, kept, text)
    )


def _asks_who_sees(definition: Definition, kept: Kept, text: str) -> bool:
    """With a question mark where own words are wanted, since those could be anything."""
    step = definition.by_id.get(kept.state["cursor"][0])
    if step is None or step.questions:
        return False
    marked = text.rstrip().endswith("?") or not _wants_words(step)
    return marked and seeing.is_asked(text)


def _is_question(text: str) -> bool:
    words = tokens(text)
    enough = len(words) >= questions.WORDS_OF_A_QUESTION
    return enough and words[0] in QUESTION_WORDS


def _say_minutes(visit: Visit, definition: Definition) -> None:
    title = definition.title.in_language(visit.person.language)
    visit.say(visit.t("aside-minutes", title=title, minutes=definition.about))


def _from_faq(visit: Visit, text: str) -> bool:
    outcome = questions.look_up(visit, text)
    if outcome.kind == "answer":
        questions.answer(visit, outcome.ranked[0].id)
    return outcome.kind == "answer"


def _what_is(visit: Visit, kept: Kept, definition: Definition, said: str) -> bool:
    """ "What is SMART?" in the very dialog, or about a word of the question that is open."""
    match = WHAT_IS.fullmatch(said)
    if match is None:
        return False
    asked = _stems(match["what"], visit.person.language)
    known = _help(visit, kept, definition, asked) if asked else None
    if known:
        visit.say(known)
    return bool(known)


def _help(visit: Visit, kept: Kept, definition: Definition, asked: set[str]) -> str | None:
    language = visit.person.language
    title = " ".join((*definition.title.texts.values(), definition.id))
    if definition.intro and asked <= _stems(title, language):
        return definition.intro.in_language(language)
    session = Session.from_json(kept.state)
    shown = asking.question(definition, session, visit.today).text
    if asked <= _stems(shown, language):
        return asking.why(definition, session, visit.today)
    return None


def _stems(text: str, language: str) -> set[str]:
    return {stem(word, language) for word in tokens(text)}


def _passed_on(visit: Visit, definition: Definition, kept: Kept, text: str) -> bool:
    """Where nobody could mean it as an answer."""
    step = definition.by_id.get(kept.state["cursor"][0])
    if step is None or _wants_words(step):
        return False
    questions.ask(visit, text)
    return True


def _wants_words(step: Step) -> bool:
    return isinstance(step.answer, Text | Listing)
