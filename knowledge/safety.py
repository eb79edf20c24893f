"""Does a message speak of self-harm, violence or abuse? Read before anything else a person writes.

Words and rules are data (data/safety.yaml), so that people who work with young people can read and
mend them. A miss may cost a life and a false alarm costs a question: in doubt the answer is "ask".
Nothing is learnt or guessed, so the same words always get the same answer.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, cast

import yaml
from rapidfuzz.distance import OSA

from knowledge.folding import fold

Level = Literal["danger", "ask"]
Topic = Literal["self_harm", "violence", "abuse"]

RULES: Final = Path(__file__).with_name("data") / "safety.yaml"

WINDOW: Final = 6
"""Words within which the parts of a rule have to stand, unless it says otherwise."""

NEARBY: Final = 3
"""Words before and after a match in which an explanation ("no smiekliem") counts."""

SHORTEST_SLIP: Final = 6
"""Letters a word needs before one wrong letter is forgiven."""

LONGEST_WORD: Final = 40
"""No listed word is longer; a wall of letters is looked through for run-together phrases only."""

SHORTEST_RUN: Final = 4
"""Single letters in a row that make a word written l i k e t h i s."""

SHORTEST_JOINED: Final = 8
"""Letters of a word that may be a whole phrase written without blanks."""


@dataclass(frozen=True, kw_only=True)
class Safety:
    """`danger` calls a human at once; `ask` asks the person what is meant."""

    level: Level
    topic: Topic


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Classes of words (one bit each) that mean something when they stand close together."""

    topic: Topic
    level: Level | None
    otherwise: Level | None
    parts: tuple[int, ...]
    mask: int
    within: int
    ordered: bool
    unless: int
    tail: int
    goes_on: int
    negation: int


@dataclass(frozen=True, kw_only=True)
class Word:
    """A written word; `stop` ends a sentence after it, `pause` a thought."""

    text: str
    stop: bool = False
    pause: bool = False


@dataclass(frozen=True, kw_only=True)
class Entry:
    """How a listed word is matched: its key, the bits of its classes, and how freely."""

    key: str
    bits: int
    stem: bool
    slips: bool


def assess(text: str) -> Safety | None:
    """What the message calls for: the worst that any rule finds in it, or None. Never raises."""
    words = _unspaced(_words(text))
    classes = [_classes(word.text) for word in words]
    found = [*_by_rules(words, classes), *_by_phrases(words)]
    return min(found, key=_severity, default=None)


def _severity(safety: Safety) -> int:
    return 0 if safety.level == "danger" else 1


# --- words


_WORD = re.compile(r"(?P<word>[@$]?[^\W_]+(?:[@$*][^\W_]+)*)|(?P<mark>[.!?;,:\u00a6]+)")
_GAP = re.compile(r"\s{2,}")
_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc`\u00b4]")
_STOP = re.compile(r"[.!?;](?!\.)")
_GAP_MARK: Final = "\u00a6"

_RUN = re.compile(r"(.)\1+")
_DIGRAPHS = re.compile(r"([szc])h")
_LEET: Final = str.maketrans("013457@$", "oieastas", "*")
_LOOKALIKES: Final = str.maketrans("аеорсухікмтвн", "aeopcyxikmtbh")
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def _words(text: str) -> list[Word]:
    """The folded words with the stops after them. A wide gap is a word of its own: it separates the
    words of a text written letter by letter."""
    spread = _GAP.sub(f" {_GAP_MARK} ", _APOSTROPHES.sub("", text))
    folded = fold(spread)
    words: list[Word] = []
    for match in _WORD.finditer(folded):
        if match["word"]:
            words.append(Word(text=match["word"]))
        elif match["mark"] == _GAP_MARK:
            words.append(Word(text=_GAP_MARK))
        elif words:
            words[-1] = _ended(words[-1], match, folded)
    return words


def _ended(word: Word, match: re.Match[str], text: str) -> Word:
    """A single mark before a blank ends a sentence; "..." is only a pause, and "n.e" is neither."""
    apart = match.end() == len(text) or text[match.end()] == " "
    stop = apart and _STOP.fullmatch(match[0]) is not None
    return Word(text=word.text, stop=stop or word.stop, pause=apart or word.pause)


def _unspaced(words: Sequence[Word]) -> list[Word]:
    """The words with runs of single letters put together, also as one word for phrases."""
    joined: list[Word] = []
    run: list[Word] = []
    for word in [*words, Word(text="")]:
        if len(word.text) == 1:
            run.append(word)
            continue
        joined += _run_words(run)
        run = []
        joined.append(word)
    return joined[:-1]


def _run_words(run: Sequence[Word]) -> list[Word]:
    letters = [word for word in run if word.text != _GAP_MARK]
    if len(letters) < SHORTEST_RUN:
        return letters
    spelt = "".join(word.text for word in run).split(_GAP_MARK)
    whole = Word(text="".join(spelt), stop=True)
    return [whole, *(Word(text=part) for part in spelt if part)]


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    """One spelling of a folded word: no leet digits, look-alike letters, digraphs and doublings."""
    if not word.isalpha() and not word.isdigit():
        word = word.translate(_LEET)
    if _CYRILLIC.search(word) and _LATIN.search(word):
        word = word.translate(_LOOKALIKES)
    return _RUN.sub(r"\1", _DIGRAPHS.sub(r"\1", word))


# --- the lists


def _shorter(key: str) -> list[str]:
    """The key and all that is left of it without one letter: two keys one slip apart share one."""
    return [key, *(key[:i] + key[i + 1 :] for i in range(len(key)))]


class _Lexicon:
    """Finds a word's classes by hash, with one slip too: the deletions of both are compared."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.words: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.near: dict[str, list[Entry]] = {}
        for entry in entries:
            known = self.stems if entry.stem else self.words
            known[entry.key] = known.get(entry.key, 0) | entry.bits
            for part in _shorter(entry.key) if entry.slips else ():
                self.near.setdefault(part, []).append(entry)
        self.longest = max(map(len, (*self.words, *self.stems)))

    def classes(self, key: str) -> int:
        heads = [key[:length] for length in range(2, min(len(key), self.longest) + 1)]
        known = self.words.get(key, 0)
        for head in heads:
            known |= self.stems.get(head, 0)
        return known or self._slipped(key, heads)

    def _slipped(self, key: str, heads: Sequence[str]) -> int:
        bits = 0
        for head in heads[SHORTEST_SLIP - 3 :]:
            for part in _shorter(head):
                for entry in self.near.get(part, ()):
                    if (entry.stem or head == key) and _one_slip(head, entry):
                        bits |= entry.bits
        return bits


def _one_slip(written: str, entry: Entry) -> bool:
    """A stem's ends have to be right, or every word that begins alike would match."""
    ends = written[0] == entry.key[0] and written[-1] == entry.key[-1]
    return (ends or not entry.stem) and OSA.distance(written, entry.key, score_cutoff=1) <= 1


@dataclass(frozen=True, kw_only=True)
class _Book:
    lexicon: _Lexicon
    rules: tuple[Rule, ...]
    phrases: Mapping[str, Topic]
    phrase: re.Pattern[str]


def _load() -> _Book:
    source = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    names = [(language, name) for language in source for name in source[language]["words"]]
    bits = {name: 1 << index for index, name in enumerate(names)}
    lists = ((bits[n], source[n[0]]["words"][n[1]]) for n in names)
    phrases = {
        _key(fold(phrase)): cast(Topic, topic)
        for section in source.values()
        for topic, listed in section["joined"].items()
        for phrase in listed.split()
    }
    return _Book(
        lexicon=_Lexicon(_entry(word, bit) for bit, listed in lists for word in listed.split()),
        rules=tuple(
            _rule(rule, {name: bits[language, name] for name in section["words"]})
            for language, section in source.items()
            for rule in section["rules"]
        ),
        phrases=phrases,
        phrase=re.compile("|".join(map(re.escape, phrases))),
    )


def _entry(listed: str, bits: int) -> Entry:
    key = _key(fold(listed.rstrip("!*~")))
    slips = listed[-1] == "~" or (listed[-1] not in "!*" and len(key) >= SHORTEST_SLIP)
    return Entry(key=key, bits=bits, stem=listed[-1] in "*~", slips=slips)


def _rule(source: Mapping[str, str | int], bits: Mapping[str, int]) -> Rule:
    def classes(field: str) -> tuple[int, ...]:
        return tuple(bits[name] for name in str(source.get(field, "")).split())

    return Rule(
        topic=cast(Topic, source["topic"]),
        level=_level(source.get("level", "danger")),
        otherwise=_level(source.get("otherwise", "ask")),
        parts=classes("all"),
        mask=sum(set(classes("all"))),
        within=int(source.get("within", WINDOW)),
        ordered=bool(source.get("ordered", False)),
        unless=sum(classes("unless")),
        tail=sum(classes("tail")),
        goes_on=bits[str(source.get("after", "goes_on"))],
        negation=bits["negation"],
    )


def _level(name: str | int) -> Level | None:
    return None if name == "none" else cast(Level, name)


_BOOK: Final = _load()


@lru_cache(maxsize=20_000)
def _classes(word: str) -> int:
    """The bits of all classes a folded word belongs to."""
    key = _key(word)
    return (
        _BOOK.lexicon.classes(key)
        if 1 < len(key) <= LONGEST_WORD
        else _BOOK.lexicon.words.get(key, 0)
    )


@lru_cache(maxsize=20_000)
def _phrase_in(word: str) -> Safety | None:
    found = _BOOK.phrase.search(_key(word))
    return Safety(level="danger", topic=_BOOK.phrases[found[0]]) if found else None


def _by_phrases(words: Iterable[Word]) -> list[Safety]:
    long = (word.text for word in words if len(word.text) >= SHORTEST_JOINED)
    return [safety for text in long if (safety := _phrase_in(text))]


# --- the rules


def _by_rules(words: Sequence[Word], classes: Sequence[int]) -> list[Safety]:
    present = 0
    for bits in classes:
        present |= bits
    near = [rule for rule in _BOOK.rules if rule.mask & present == rule.mask] if present else []
    levels = ((rule, _judge(rule, words, classes)) for rule in near)
    return [Safety(level=level, topic=rule.topic) for rule, level in levels if level]


def _judge(rule: Rule, words: Sequence[Word], classes: Sequence[int]) -> Level | None:
    """The worst level of all the places where the rule fits."""
    levels: set[Level | None] = set()
    for start in range(len(words)):
        if classes[start] & rule.mask:
            window = _window(words, start, rule.within)
            place = _place(rule.parts, window, classes, rule.ordered)
            levels.add(_level_at(rule, place, words, classes) if place else None)
    return "danger" if "danger" in levels else "ask" if "ask" in levels else None


def _window(words: Sequence[Word], start: int, width: int) -> range:
    end = start
    while end + 1 < min(start + width, len(words)) and not words[end].stop:
        end += 1
    return range(start, end + 1)


def _place(
    parts: Sequence[int], window: Sequence[int], classes: Sequence[int], ordered: bool
) -> tuple[int, ...] | None:
    """Where each part stands, a word for each; None when one is missing."""
    if not parts:
        return ()
    for at in window:
        if classes[at] & parts[0]:
            left = [i for i in window if (i > at if ordered else i != at)]
            rest = _place(parts[1:], left, classes, ordered)
            if rest is not None:
                return (at, *rest)
    return None


def _level_at(
    rule: Rule, place: tuple[int, ...], words: Sequence[Word], classes: Sequence[int]
) -> Level | None:
    around = _around(place, words)
    if any(classes[i] & rule.unless for i in around) or _goes_astray(rule, place, words, classes):
        return rule.otherwise
    return "ask" if rule.level and _negated(rule, place, words, classes) else rule.level


def _around(place: tuple[int, ...], words: Sequence[Word]) -> list[int]:
    """The words near the place in the same sentence, without those that matched."""
    first, last = min(place), max(place)
    low = first
    while low > max(0, first - NEARBY) and not words[low - 1].stop:
        low -= 1
    return [i for i in _window(words, low, last - low + NEARBY + 1) if i not in place]


def _goes_astray(
    rule: Rule, place: tuple[int, ...], words: Sequence[Word], classes: Sequence[int]
) -> bool:
    """After the tail comes something that gives the words another sense: "negribu dzīvot Rīgā"."""
    if not rule.tail:
        return False
    at = place[rule.parts.index(rule.tail)]
    while at in place:
        if words[at].pause or at + 1 == len(words):
            return False
        at += 1
    return not classes[at] & rule.goes_on


def _negated(
    rule: Rule, place: tuple[int, ...], words: Sequence[Word], classes: Sequence[int]
) -> bool:
    before = (i - 1 for i in place if i and i - 1 not in place)
    return any(classes[i] & rule.negation and not words[i].pause for i in before)
