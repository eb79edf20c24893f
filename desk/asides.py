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
from dialogs import ahead, asking
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
    r"|cik (?:daudz )?(?:vel )?jautajumu(?: (?:vel|te|bus|ir|palika|atlika|palicis))*"
    r"|cik (?:ilgi |daudz |daudz laika |laika |minusu )?(?:mums )?(?:vel|palika|atlicis)"
    r"(?: (?:ir|bus|palika|atlicis|ilgi|laika|jautajumu|minusu))*"
    r"|(?:and |but )?how (?:long|much time|many minutes)"
    r"(?: (?:will|does|do|is|it|this|that|take|last|be|need|all|i))*"
    r"|how many (?:more )?questions(?: (?:are|there|left|more|is|it))*"
    r"|how much (?:more|longer|time)?(?: (?:is|there|left|more|do|we|have))*"
)
WHAT_IS = re.compile(
    r"(?:un |bet |and |but )?"
    r"(?:kas (?:tas )?(?:tads |tada )?ir|ko nozime|what(?:'s| is| are)|what does)"
    r" (?:tas |ta |tads |tada |the |a |an )?(?P<what>.+?)(?: mean| nozime)?"
)
"""Both of folded words."""

LONGEST_ASIDE = 60


def answered(visit: Visit, kept: Kept, text: str) -> bool:
    """Whether this was a question and has been answered; False where it may be an answer."""
    definition = visit.dialog(kept.dialog)
    if definition is not None and _asks_who_sees(definition, kept, text):
        seeing.tell(visit, kept)
        return True
    step = definition.by_id.get(kept.state["cursor"][0]) if definition else None
    if definition is None or (step is not None and step.questions):
        return False
    said = fold(text).strip(" ?!.")
    if asks_how_long(text):
        _say_how_long(visit, definition, kept)
        return True
    if not text.rstrip().endswith("?") or not _is_question(text):
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


def asks_how_long(text: str) -> bool:
    """Whether these words, as a whole, ask how long it takes or how much is left."""
    return len(text) <= LONGEST_ASIDE and HOW_LONG.fullmatch(fold(text).strip(" ?!.")) is not None


def _say_how_long(visit: Visit, definition: Definition, kept: Kept) -> None:
    """The whole before the first answer, what is left at any time."""
    session = Session.from_json(kept.state)
    left = visit.t(
        "aside-left",
        count=ahead.questions_left(definition, session),
        minutes=ahead.minutes_left(definition, session),
    )
    title = definition.title.in_language(visit.person.language)
    whole = visit.t("aside-minutes", title=title, minutes=definition.about)
    visit.say(left if session.history else f"{whole} {left}")


def _from_faq(visit: Visit, text: str) -> bool:
    outcome = questions.look_up(visit, text)
    if outcome.kind == "answer":
        questions.answer(visit, outcome.ranked[0].id)
    return outcome.kind == "answer"


def _what_is(visit: Visit, kept: Kept, definition: Definition, said: str) -> bool:
    """ "What is SMART?" in the very dialog, or about a word of the question that is open."""
    asked = asked_about(said, visit.person.language)
    known = _help(visit, kept, definition, asked) if asked else None
    if known:
        visit.say(known)
    return bool(known)


def asked_about(text: str, language: str) -> set[str]:
    """The stems of what "what is ...?" asks about; empty for other words."""
    match = WHAT_IS.fullmatch(fold(text).strip(" ?!."))
    return _stems(match["what"], language) if match else set()


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
