"""Typed words that mean a button: any case, without diacritics, with or without a full stop."""

from collections.abc import Mapping

from dialogs.human_words import fold

WORD_MAX = 40
"""Longer texts are answers, never commands; so long texts aren't folded at all."""

FOLDED_MAX = 200
"""Characters looked at when a text is compared with labels, all of them shorter."""

_TYPED: Mapping[str, tuple[str, ...]] = {
    "back": ("atpakal", "atpakalj", "back", "go back"),
    "skip": ("izlaist", "izlaizam", "izlaizu", "skip", "skip it"),
    "why": ("kapec", "kadel", "why", "paliga", "palidzi", "palidziba", "help"),
    "leave": ("velak", "later", "velak turpinasim", "not now"),
    "enough": (
        "pietiek",
        "tas viss",
        "viss",
        "vairak nav",
        "enough",
        "that's enough",
        "thats enough",
        "that's all",
        "thats all",
        "no more",
        "tada seciba",
        "that's my order",
        "thats my order",
    ),
}

COMMANDS: Mapping[str, str] = {word: command for command, words in _TYPED.items() for word in words}


def command(text: str) -> str | None:
    """The button's value that this text stands for, if it does."""
    if len(text) > WORD_MAX:
        return None
    return COMMANDS.get(folded(text)) or ("why" if text.strip() == "?" else None)


def folded(text: str) -> str:
    """Lower case without diacritics and without punctuation at the ends."""
    return fold(text[:FOLDED_MAX]).replace("’", "'").strip(".,;:!?…\"'„”“»«() ")
