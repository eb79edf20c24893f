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
    "answers": {"lv": "Atbildes", "en": "Answers"},
    "nobody": {"lv": "Atbilžu vēl nav.", "en": "No answers yet."},
    "right": {"lv": "pareizi", "en": "right"},
    "right_order": {"lv": "Pareizā secība", "en": "The right order"},
    "right_count": {"lv": "Pareizi atbildēja", "en": "Got it right"},
    "of": {"lv": "no", "en": "of"},
    "mean": {"lv": "vidēji", "en": "mean"},
    "least": {"lv": "mazākais", "en": "least"},
    "most": {"lv": "lielākais", "en": "most"},
    "mean_place": {"lv": "vidējā vieta", "en": "mean place"},
    "place_note": {"lv": "Pie joslas: vidējā vieta", "en": "Beside each bar: its mean place"},
    "right_number": {"lv": "Pareizi", "en": "Right"},
    "more": {"lv": "un vēl", "en": "and more:"},
    "unknown": {"lv": "nav atbildes", "en": "no answer"},
}


def phrase(name: str, language: str) -> str:
    """One of them; English where a picture was never given words in that language."""
    return PHRASES[name].get(language) or PHRASES[name]["en"]
