"""The words a corpus knows, and which of them a misspelt or inflected word may be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

LOWEST_SIMILARITY: Final = 0.7
"""Share of letters two stems have in common. Below it unlike words match ("maksā", "mācās")."""

SHORTEST_GUESSED: Final = 3
"""A shorter stem is matched only as it is: one letter changed makes another word."""

_GRAM: Final = 3
_REMEMBERED: Final = 4096
"""People ask with the same words; a few MB spare most look-ups."""

_LATVIAN_STOP_WORDS: Final = """
abas abi abiem abu abus ai ar ari as atkal bet bez bija bijam bijis biju bus busu but butu
cau caur cik citi dara darit daru del diemzel drikst drikstam drikstu es esam esi esmu gan grib
gribam gribetu gribu iet ir ja jadara jau jo jus ka kad kada kadas kadi kads kadu kam kamer kapec
kas kaut ko kur kura kurai kuram kuri kurs kuru lab labdien labi lai loti ludzu man mana manai
manam mani maniem mans manu mes mums mus musu nav ne nebija nebus neesmu nekad neko nevar nevaram
nevaru nevis no nu ok pa paldies par pasa pasai pasam pasi pat pati pats pec pie pirms redz sai
saja sajos sanak sava savai savam savi savs savu si sie sim sis so sobrid sodien soreiz sveiki ta
tad tada tads tagad tai taja tajos tam tapat tapec tas te tev tevi tie tiem tik tikai to tomer tos
tu un uz vai vajag var varam varbut vareja vares varesu varetu varu vel velos vien viens vienu
vina vinai vinam vini viniem vins vinu vinus visi vispar visu
"""
_ENGLISH_STOP_WORDS: Final = """
a about all also am an and any are as at be been but by can could did do does don for from get got
had has have hello hey hi how i if in into is isn it its just let ll m may me might must my need
no not of off ok on or our out please re s shall should so some t than thanks that the their them
then there these they this those to too up us ve want was we were what when where which while who
whom why will with would yes you your
"""
STOP_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "lv": frozenset(_LATVIAN_STOP_WORDS.split()),
    "en": frozenset(_ENGLISH_STOP_WORDS.split()),
}
"""Folded words no answer hangs on. The rarity sorts out what entries use; these where none does."""

PREFIXES: Final[Mapping[str, tuple[str, ...]]] = {"lv": ("ne", "ja")}
"""What Latvian verbs put before themselves for "not" and "must"; the verb stays the same."""

PREFIX_FIT: Final = 0.9
"""The bare verb is nearly the word: behind an entry that has it with the same prefix."""


class Words:
    """The stems of one corpus, findable by spelling."""

    def __init__(self, stems: Iterable[str], language: str) -> None:
        self._known = frozenset(stems)
        self._prefixes = PREFIXES.get(language, ())
        self._by_gram = _by_gram(self._known)
        self.near = lru_cache(maxsize=_REMEMBERED)(self._near)

    def __contains__(self, stem: str) -> bool:
        return stem in self._known

    def _near(self, stem: str) -> Mapping[str, float]:
        """Known stems that may be meant, with how well they fit (0..1; the stem itself 1)."""
        bare = self._alike(self._bare(stem))
        return {known: PREFIX_FIT * fit for known, fit in bare.items()} | self._alike(stem)

    def _bare(self, stem: str) -> str:
        """Without the prefix, where that leaves a known stem; else nothing."""
        bare = (stem.removeprefix(prefix) for prefix in self._prefixes if stem.startswith(prefix))
        return next((stem for stem in bare if stem in self._known), "")

    def _alike(self, stem: str) -> dict[str, float]:
        if len(stem) < SHORTEST_GUESSED or stem.isdecimal():
            return {stem: 1.0} if stem in self._known else {}
        alike = extract(
            stem,
            self._sharing_a_gram(stem),
            scorer=Indel.normalized_similarity,
            processor=None,
            score_cutoff=LOWEST_SIMILARITY,
            limit=None,
        )
        return {known: similarity**2 for known, similarity, _ in alike}

    def _sharing_a_gram(self, stem: str) -> list[str]:
        """Sorted, for the order of what scores alike must not hang on the hash seed."""
        return sorted(set().union(*(self._by_gram.get(gram, ()) for gram in _grams(stem))))


def _grams(stem: str) -> set[str]:
    marked = f" {stem} "
    return {marked[i : i + _GRAM] for i in range(len(marked) - _GRAM + 1)}


def _by_gram(stems: Iterable[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for stem in stems:
        for gram in _grams(stem):
            found[gram].append(stem)
    return dict(found)
