"""How the texts must not speak: what a pattern can find without knowing a word of Latvian."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from fluent.syntax import ast as ftl
from fluent.syntax import visitor

from dialogs.check_latvian import INFLECTED_CURE, inflected
from dialogs.check_texts import SENTENCES_MAX, sentences, untranslated
from knowledge.passages import Passage, pairs
from tests.content.passages import fluent_messages, passages

Found = Iterator[tuple[str, str]]
"""What was found in the text, and what to do about it."""

EXCLAMATIONS_MAX = 1
EMOJI_MAX = 1

OTHER_LANGUAGE = frozenset({"switch-language"})
"""Latvian keys that hold English on purpose: a button for those who can't read Latvian."""

LONG_ON_PURPOSE = frozenset({"danger", "danger-alone", "hello", "consent-mentee", "consent-mentor"})
"""Help in danger comes all at once, and what one agrees to is said before the yes."""

QUOTATION = re.compile("[„“][^„“”]*”")

GENDERED = re.compile(
    r"\b(?:ne)?esi (?:jau |vēl |tik |ļoti )?"
    r"(?:\w+(?:jis|zis|cis|dis|nis|ņis|lis|ris|vis|ies|usi|usies|[aāeēiīo]ts|[āēīo]ta|nāts)"
    r"|gatav[sa]|pat[si]|pati|vien[sa]|droš[sa])\b"
    r"|\b(?:jūties|būsi) (?:gatav|droš|vien|lepn|laimīg|priecīg|noguri|nogur)\w*"
    r"|\b(?:tu|vai) (?:pats|pati)\b|\b(?:pats|pati) (?:gribi|vari|drīksti|spēsi|izlem|izvēlies)\b"
    r"|(?:^|[.!?…] )(?:Gatavs|Gatava|Pārliecināts|Pārliecināta)\s*[,.!?]"
    r"|\bSveik[sa]\b|\bmīļ(?:ais|ā)\b",
    re.IGNORECASE | re.MULTILINE,
)
STRAY_DASH = re.compile(r"\S+ - \S+")
EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?")
INSTEAD = {
    r"d[eē]dlain\w*": "termiņš",
    r"f[iī]dbek\w*": "atsauksme",
    r"čekin\w*": "īsa aptauja",
    r"m[iī]ting\w*": "tikšanās",
    r"link(?:s|u|am|i|us|iem|ā|os)": "saite",
}


def gendered(text: str) -> Found:
    for match in GENDERED.finditer(text):
        yield match[0].strip(), "say it without the reader's gender"


def names(text: str) -> Found:
    for what in inflected(text):
        yield what, INFLECTED_CURE.lower()


def quotes(text: str) -> Found:
    for match in re.finditer(r"\S*[\"“]\S*", text):
        yield match[0], "Latvian quotation marks are „...”"
    if '"' not in text and text.count("„") != text.count("”"):
        yield "„", "every „ needs its ”"


def loanwords(text: str) -> Found:
    for pattern, instead in INSTEAD.items():
        for match in re.finditer(rf"\b{pattern}\b", text, re.IGNORECASE):
            yield match[0], instead


def dashes(text: str) -> Found:
    for match in STRAY_DASH.finditer(text):
        yield match[0], "an en dash with spaces"


def emoji(text: str) -> Found:
    if len(found := EMOJI.findall(text)) > EMOJI_MAX:
        yield "".join(found), "one emoji at most"


def exclamations(text: str) -> Found:
    if text.count("!") > EXCLAMATIONS_MAX:
        yield "!", f"{text.count('!')} exclamation marks, {EXCLAMATIONS_MAX} at most"


def length(text: str) -> Found:
    """What is quoted is an example for somebody else's message."""
    if (count := sentences(QUOTATION.sub("„”", text))) > SENTENCES_MAX:
        yield text.split("\n")[0][:40], f"{count} sentences, {SENTENCES_MAX} at most"


def long_message(passage: Passage) -> bool:
    """Whether the limit of sentences is for this text: a message, and none of the few long ones."""
    if passage.file.suffix == ".ftl":
        return passage.file.parent.name == "texts" and passage.key not in LONG_ON_PURPOSE
    return passage.file.suffix == ".yaml" and "library" not in passage.file.parts


EVERYWHERE: tuple[Callable[[str], Found], ...] = (dashes, emoji, exclamations)
LATVIAN: tuple[Callable[[str], Found], ...] = (gendered, names, quotes, loanwords)


def content_faults(passage: Passage) -> Iterator[str]:
    """The faults of one text, each as `file:line: what - suggestion`."""
    rules = EVERYWHERE + LATVIAN if passage.language == "lv" else EVERYWHERE
    for rule in (*rules, *((length,) if long_message(passage) else ())):
        for what, cure in rule(passage.text):
            line = passage.line_of(what)
            yield f"{passage.file}:{line}: {what} — {cure}"


class _Names(visitor.Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


def _names(pattern: ftl.Pattern) -> set[str]:
    found = _Names()
    found.visit(pattern)
    return found.names


def fluent_pairs(files: list[Path]) -> Iterator[tuple[Path, Path]]:
    """The Latvian file and the English one beside it."""
    for file in files:
        if file.suffix == ".ftl" and file.stem.rpartition(".")[2] == "lv":
            yield file, file.with_name(file.name.removesuffix("lv.ftl") + "en.ftl")


def pair_faults(latvian: Path, english: Path) -> Iterator[str]:
    """Keys that only one language has, and messages whose placeables differ."""
    here, there = fluent_messages(latvian), fluent_messages(english)
    for file, own, other, language in (
        (latvian, here, there, "en"),
        (english, there, here, "lv"),
    ):
        for key in own.keys() - other.keys():
            yield f"{file}:{own[key][0]}: {key} — this text is missing in {language}"
    for key in here.keys() & there.keys():
        if odd := _names(here[key][1]) ^ _names(there[key][1]):
            names = ", ".join(f"${name}" for name in sorted(odd))
            yield f"{latvian}:{here[key][0]}: {key} — only one language has {names}"
    yield from _same(latvian, english)


def _same(latvian: Path, english: Path) -> Iterator[str]:
    """Texts that nobody has translated."""
    there = {one.key: one.text for one in passages(english)}
    for one in passages(latvian):
        if one.key not in OTHER_LANGUAGE and untranslated(one.text, there.get(one.key, "")):
            yield f"{latvian}:{one.line}: {one.key} — it is the same in lv and en; translate it"


def braces_faults(file: Path) -> Iterator[str]:
    """Texts of a dialog whose {placeholders} differ between the languages."""
    some = passages(file) if file.suffix in (".yaml", ".py") else iter(())
    for one, other in pairs(some):
        if _braces(one.text) != _braces(other.text):
            yield f"{file}:{other.line}: {other.key} — the languages have other placeholders"


def _braces(text: str) -> set[str]:
    return set(re.findall(r"\{[\w-]+\}", text))
