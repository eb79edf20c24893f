"""What pictures say besides the dialogs' own labels, every language side by side."""

from collections.abc import Mapping

PHRASES: Mapping[str, Mapping[str, str]] = {
    "now": {"lv": "tagad", "en": "now"},
    "before": {"lv": "iepriekš", "en": "before"},
    "from_to": {"lv": "no 1 līdz 10", "en": "from 1 to 10"},
    "begin": {"lv": "ar ko sākšu", "en": "where I start"},
    "start": {"lv": "Ar ko sākšu", "en": "Where I start"},
    "green": {"lv": "ir", "en": "in place"},
    "yellow": {"lv": "daļēji", "en": "partly"},
    "red": {"lv": "trūkst", "en": "missing"},
    "unknown": {"lv": "nav atbildes", "en": "no answer"},
}


def phrase(name: str, language: str) -> str:
    """One of them; English where a picture was never given words in that language."""
    return PHRASES[name].get(language) or PHRASES[name]["en"]
