"""What the letters of the PDF can't show, said in words: nothing vanishes, nothing is an empty box.

Noto Sans has all letters of Latin, Greek and Cyrillic, but no emoji. A second font of some
megabytes for them would have to be installed everywhere, so the usual ones are named instead.
"""

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping

UNKNOWN = "\ufffd"
"""Stands for a letter of a script the font does not have."""

ANY_EMOJI = {"lv": "emocijzīme", "en": "emoji"}
_EMOJI: Mapping[str, tuple[str, str]] = {
    "😀😃😄😁🙂😊☺😇😎🤗😋": ("smaids", "smile"),
    "😂🤣😆😅": ("smiekli", "laughter"),
    "😉😜😝😏": ("mirkšķis", "wink"),
    "😍🥰😘❤♥💙💚💛🧡💜🖤🤍💕💖💗💓": ("sirds", "heart"),
    "😢😭🥲☹🙁😞😔😟😕💔": ("skumjas", "sadness"),
    "😡😠🤬😤": ("dusmas", "anger"),
    "😱😨😰😬": ("bailes", "fear"),
    "😮😲🤯😳": ("pārsteigums", "surprise"),
    "🤔🧐": ("pārdomas", "thinking"),
    "😴💤🥱": ("miegs", "sleep"),
    "👍👌": ("labi", "good"),
    "👎": ("slikti", "bad"),
    "👏🎉🥳🎊": ("svētki", "celebration"),
    "💪": ("spēks", "strength"),
    "🙏": ("paldies", "thanks"),
    "🔥": ("uguns", "fire"),
    "⭐🌟★☆✨": ("zvaigzne", "star"),
    "🎵🎶🎸🎤": ("mūzika", "music"),
    "⚽": ("futbols", "football"),
    "🏀": ("basketbols", "basketball"),
    "📚📖": ("grāmatas", "books"),
}
_NAMED = {sign: names for signs, names in _EMOJI.items() for sign in signs}
_SIGNS: Mapping[str, str] = {
    **dict.fromkeys("✓✔✅☑", "+"),
    **dict.fromkeys("✗✘❌✖", "×"),
    **dict.fromkeys("→➡⇒➤", "->"),
    **dict.fromkeys("←⬅⇐", "<-"),
    **{"≥": ">=", "≤": "<=", "≈": "~", "≠": "!=", "\t": "    "},
}
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_SILENT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})
_REPEATED = re.compile(r"(\([\w -]+\))(?: ?\1)+")


def printable(text: str, known: Container[int], language: str) -> str:
    """One line in letters the font has. `known` are its code points."""
    composed = unicodedata.normalize("NFC", text)
    spelt = "".join(_spelt(composed, known, language))
    return _REPEATED.sub(r"\1", spelt).strip()


def _spelt(text: str, known: Container[int], language: str) -> Iterator[str]:
    last = " "
    for sign in text:
        shown = _shown(sign, known, language)
        if shown.startswith("(") and len(shown) > 1 and not last.isspace():
            shown = f" {shown}"
        if shown:
            last = shown[-1]
            yield shown


def _shown(sign: str, known: Container[int], language: str) -> str:
    category = unicodedata.category(sign)
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign in _SKIN_TONES or category in _SILENT - {"Mn"}:
        return ""
    if ord(sign) in known:
        return sign
    if category in ("Mn", "Me"):
        return ""
    return f"({_name(sign, language)})" if category in ("So", "Sm", "Sk") else UNKNOWN


def _name(sign: str, language: str) -> str:
    if sign in _NAMED:
        return _NAMED[sign][language != "lv"]
    if language == "lv":
        return ANY_EMOJI["lv"]
    return unicodedata.name(sign, ANY_EMOJI["en"]).lower()
