"""Commands: with a slash at any moment, as plain words where nothing else is going on."""

from collections.abc import Callable, Mapping

from desk import (
    advice,
    agreements,
    announcing,
    applications,
    attention,
    brainstorms,
    certificates,
    check_ins,
    chores,
    insights,
    lives,
    matching,
    mentees,
    menu,
    pace,
    polls,
    questions,
    reach,
    reasons,
    results,
    stages,
    stopping,
    toolbox,
    upcoming,
    walk,
    welcome,
    zones,
)
from desk.visit import Visit, button
from desk.wording import LANGUAGES
from knowledge.folding import fold, tokens


def _language(visit: Visit) -> None:
    names = {"lv": "Latviešu", "en": "English"}
    known = [lang for lang in LANGUAGES if lang in visit.programme.languages]
    choices = [button(names[lang], "language", language=lang) for lang in known]
    visit.say(visit.t("which-language"), *choices)


def _grow(visit: Visit) -> None:
    walk.start(visit, "grow")


def _check_in(visit: Visit) -> None:
    check_ins.start(visit)


def _help(visit: Visit) -> None:
    menu.show(visit)


def _hello(visit: Visit) -> None:
    menu.show(visit, visit.t("hello-again"))


def _thanks(visit: Visit) -> None:
    visit.say(visit.t("you-are-welcome"))


def _all_right(visit: Visit) -> None:
    """A yes to nothing that was asked needs no answer, but silence would look like a fault."""
    visit.say(visit.t("all-right"))


def _latvian(visit: Visit) -> None:
    welcome.language(visit, "lv")


def _english(visit: Visit) -> None:
    welcome.language(visit, "en")


def _go_on(visit: Visit) -> None:
    """After "stop", what is to go on is the bot."""
    if visit.person.stopped_at is not None:
        stopping.resume(visit)
    else:
        walk.resume_last(visit)


def _questions(visit: Visit) -> None:
    if visit.part.role == "coordinator":
        questions.listed(visit)
    else:
        questions.invite(visit)


_NAMES: Mapping[Callable[[Visit], None], tuple[str, ...]] = {
    _help: (
        "help",
        "palidziba",
        "palidzi",
        "izvelne",
        "menu",
        "sakums",
        "start",
        "komandas",
        "ko tu proti",
    ),
    _hello: (
        "sveiki",
        "sveiks",
        "sveika",
        "cau",
        "hei",
        "labdien",
        "labrit",
        "labvakar",
        "hello",
        "hi",
    ),
    _thanks: (
        *("paldies", "liels paldies", "thanks", "thank you", "labi paldies", "ok paldies"),
        *("ja paldies", "ok thanks", "yes thanks"),
    ),
    _all_right: (
        *("ok", "okei", "okay", "labi", "ja", "ja ok", "skaidrs", "sapratu", "super", "yes"),
        *("got it", "all right", "i see"),
    ),
    certificates.mine: (
        *("aplieciba", "mana aplieciba", "sertifikats", "mans sertifikats"),
        *("certificate", "my certificate"),
    ),
    _grow: (
        "grow",
        "grow saruna",
        "grow conversation",
        "grow talk",
        "a grow talk",
        "a grow conversation",
        "merkis",
    ),
    _check_in: ("check-in", "kaveicas", "ka iet"),
    chores.listed: ("uzdevumi", "mani uzdevumi", "tasks", "my tasks", "termini"),
    results.listed: ("rezultati", "mani rezultati", "results", "my results"),
    insights.show: ("atzinas", "manas atzinas", "insights", "my insights"),
    advice.contacts: ("kontakti", "contacts", "kam zvanit", "kam rakstit"),
    advice.listed: ("padomi", "advice", "guides"),
    toolbox.show: ("riki", "tools", "instrumenti"),
    _go_on: ("turpinat", "turpinam", "continue"),
    polls.show: (
        *("grupa", "grupai", "aptauja", "aptaujas", "viktorina", "viktorinas"),
        *("group", "poll", "polls", "quiz", "quizzes"),
    ),
    brainstorms.begin: ("prata vetra", "prata vetru", "pratavetra", "idejas", "brainstorm"),
    matching.start: (
        "mentors",
        "meklet mentoru",
        "meklet",
        "gribu mentoru",
        "match",
        "find a mentor",
        "find mentor",
        "mans mentors",
        "kas ir mans mentors",
        "kur ir mans mentors",
        "my mentor",
        "who is my mentor",
    ),
    mentees.listed: ("jauniesi", "mani jauniesi", "kas ir mani jauniesi", "mentees", "my mentees"),
    announcing.begin: ("pazinojums", "pazinot", "jauns pazinojums", "announce", "announcement"),
    applications.listed: ("pieteikumi", "pieteikums", "applications", "application"),
    attention.show: ("uzmaniba", "attention"),
    agreements.asked_for: ("vienosanas", "musu vienosanas", "agreement", "agreements"),
    pace.show: (
        *("temps", "kurs prieksa", "kurs nav sacis", "kas nav sacis", "kas nav sakusi"),
        *("pace", "who is ahead", "who has not begun"),
    ),
    _questions: ("jautajumi", "jautajums", "questions", "question"),
    reasons.explain_last: (
        *("kapec", "kapec es to sanemu", "kapec es so sanemu", "kapec es sanemu so"),
        *("kapec es sanemu so zinu", "kapec to sanemu"),
        *("kapec so sanemu", "kapec sanemu so", "kapec sanemu so zinu", "kapec man to atsutiji"),
        *("kapec man so atsutiji", "kapec man to suti", "kapec man so suti", "kapec tu man raksti"),
        *("why", "why did i get this", "why did i get this message", "why this message"),
        *("why am i getting this", "why did you send me this", "why did you send this"),
    ),
    reach.show: ("kanali", "channels", "telegram", "tiesraides cats", "web"),
    lives.show: ("kad rakstit", "laiks", "ritms", "when to write", "times"),
    zones.ask: (
        *("laika josla", "mana laika josla", "laika zona", "time zone", "timezone"),
        *("my time zone", "my timezone"),
    ),
    lives.ask_pause: ("pauze lidz", "pauze uz laiku", "atvalinajums", "brivdienas", "holiday"),
    stages.show: ("posms", "musu posms", "kurs posms", "stage", "our stage", "which stage"),
    upcoming.mine: ("kas gaidams", "kas mani gaida", "ko sanemsu", "upcoming", "coming up"),
    lives.over: ("esmu atpakal", "i am back"),
    _language: ("valoda", "language"),
    _latvian: ("latviesu", "latviski", "latvian"),
    _english: ("english", "in english", "angliski"),
}


_WORDS = {name: command for command, names in _NAMES.items() for name in names}


def slash(visit: Visit, text: str) -> bool:
    """A command with a slash works in the middle of anything; the open dialog is kept for later.

    Behind the menu it is put aside, so that what is asked there is not taken for an answer.
    """
    if not text.startswith("/"):
        return False
    if results.asked_for(text) is not None:
        visit.focus(None)
        return results.searched(visit, text)
    if upcoming.understood(visit, text) or stages.understood(visit, text):
        visit.focus(None)
        return True
    name = fold(text[1:]).split("@")[0].strip()
    command = _WORDS.get(name.split(" ")[0] if name not in _WORDS else name)
    if command is None:
        menu.show(visit, visit.t("unknown-command"))
        return True
    visit.focus(None)
    if command in (_help, _hello, toolbox.show):
        visit.put_aside()
    command(visit)
    return True


WAYS_OUT = frozenset(["izvelne", "menu", "sakums", "komandas", "riki", "tools"])
WORDS_OF_THANKS = 3
SMALL_TALK = frozenset([_hello, _thanks, _all_right, _help])


SHOWS = frozenset(
    [
        *(advice.contacts, attention.show, chores.listed, insights.show, lives.show),
        *(mentees.listed, pace.show, reach.show, reasons.explain_last, results.listed),
        *(stages.show, upcoming.mine),
    ]
)
"""Commands that only show something: what is open stays open, and asks again."""


PLAIN = frozenset(
    [
        *("turpinat", "turpinam", "continue", "rezultati", "mani rezultati", "results"),
        *("my results", "uzdevumi", "mani uzdevumi", "tasks", "my tasks"),
    ]
)
"""Commands that are hardly an answer to anything, even where own words are wanted."""


NOUNS = frozenset(
    [
        *("laiks", "ritms", "times", "web", "telegram", "grupa", "grupai", "group", "idejas"),
        *("mentors", "temps", "pace", "merkis", "grow", "atvalinajums", "brivdienas", "holiday"),
        *("latviesu", "latviski", "latvian", "english", "angliski", "uzmaniba", "attention"),
        *("meklet", "viktorina", "quiz", "jauniesi", "valoda", "language"),
    ]
)
"""Commands that may well be an answer where own words are wanted."""


def _meant(text: str) -> str:
    return fold(text).strip(" .!?").removeprefix("nu ")


def leads_out(text: str) -> bool:
    """Whether these words call for the menu, wherever one is."""
    return _meant(text) in WAYS_OUT


def is_work(text: str) -> bool:
    """Whether these words call for something to be done, and are no mere pleasantry."""
    command = _WORDS.get(_meant(text))
    if command is None:
        return results.asked_for(text) is not None
    return command not in SMALL_TALK


def is_whole(text: str) -> bool:
    """Whether these words are exactly a command, and do not only begin like one."""
    return _meant(text) in _WORDS


def is_noun(text: str) -> bool:
    """Whether this command is a word that answers many a question."""
    return _meant(text) in NOUNS


def is_plain(text: str) -> bool:
    """Whether these words are a command even where somebody's own words are wanted."""
    return _meant(text) in PLAIN


def goes_on(text: str) -> bool:
    """Whether these words ask to go on with what is open."""
    return _WORDS.get(_meant(text)) is _go_on


def _thanked(text: str) -> bool:
    """ "Paldies, Jāni!" is no question for a human."""
    words = tokens(text)
    return 0 < len(words) <= WORDS_OF_THANKS and words[0] in ("paldies", "thanks")


def only_shows(text: str) -> bool:
    """Whether this command leaves everything as it is, so that a question can wait beside it."""
    command = _WORDS.get(_meant(text))
    return command in SHOWS or (command is None and results.asked_for(text) is not None)


def is_one(text: str) -> bool:
    """Whether these words are a command or a mere pleasantry."""
    return _meant(text) in _WORDS or _thanked(text) or is_work(text)


def thanks(text: str) -> bool:
    """Whether these words only say thank you."""
    return _thanked(text) or _WORDS.get(_meant(text)) is _thanks


def language(visit: Visit, text: str) -> bool:
    """A wish for the other language; the one command that needs no consent."""
    command = _WORDS.get(fold(text.removeprefix("/")).strip(" .!?"))
    if command not in (_latvian, _english, _language):
        return False
    command(visit)
    return True


def word(visit: Visit, text: str) -> bool:
    if upcoming.understood(visit, text) or stages.understood(visit, text):
        return True
    command = _WORDS.get(_meant(text)) or (_thanks if _thanked(text) else None)
    if command is None:
        return results.searched(visit, text)
    command(visit)
    return True
