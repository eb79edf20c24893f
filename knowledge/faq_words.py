"""The words a corpus knows, and which of them a misspelt or inflected word may be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

LOWEST_SIMILARITY: Final = 0.74
"""Share of letters two stems have in common. Below it unlike words match ("maksā", "mācās")."""

SHORTEST_GUESSED: Final = 3
"""A shorter stem is matched only as it is: one letter changed makes another word."""

_GRAM: Final = 3
_REMEMBERED: Final = 4096
"""People ask with the same words; a few MB spare most look-ups."""

_LATVIAN_STOP_WORDS: Final = """
abas abi abiem abu abus ai ar ari as atkal atlauts bet bez bija bijam bijis biju bus busu but butu
cau caur cik cita citam citas citi cits citu dara darit daru daudz dazas dazi del diemzel drikst
drikstam drikstesu drikstetu drikstu es esam esi esmu esot gan grib gribam gribetos gribetu gribu
ieksa ieprieks iespejams iet ipasi ir ja jadara jau jautajums jautajumu jeb jo joprojam jums jus
jusu ka kad kada kadai kadam kadas kadi kadiem kads kadu kam kamer kapec kas kaut kkads kkas kko
klat klau ko kopa kur kura kurai kuram kuri kurs kuru lab labak labdien labi labvakar lai laikam
lidzi lieta loti ludzam ludzu man mana manai manam mani maniem mans manu maz mes mums mus musu nav
ne nebija nebus neesmu nekad neko nemaz nepieciesams nesaprotu nevar nevaram nevaru nevis nezinu
no normali noteikti notiek notiks nu ok okei pa paldies par parasti pareizi pari pasa pasai
pasakiet pasam pasi pasu pat pati pats pec pie piemeram pirms protams redz reiz rikoties sai saja
sajos saka sakiet sanak saprast saprotu sava savai savam savi savs savu seit si sie sim sis so
sobrid sodien soreiz sveika sveiki sveiks ta tad tada tads tagad tai taja tajos tam tapat tapec
tas te teica tev tevi tie tiek tieksu tieku tiem tiesam tiesi tik tika tikai to tomer tos tresas
tu tulit tur un uz uzreiz vai vajadzetu vajadziga vajadzigs vajag var varam varbut vareja vares
varesu vareti varetu varu vel velak velos vien vienkarsi viens vienu vina vinai vinam vini viniem
vins vinu vinus visa visam visas visi vispar viss visu zinat
"""
_ENGLISH_STOP_WORDS: Final = """
a about actually all also am an and any anybody anything are aren as at be been bit but by can
cant could couldn d did didn do does doesn don dont else even ever for from get going got had has
hasn have haven he hello her hey hi him his how i id if im in into is isn it its ive just let ll m
may me might must my need no normally not of off ok okay on or our out please pls question re
really s shall she should shouldn so some somebody someone something sorry still t than thanks
that the their them then there these they this those though to too up us usually ve very want was
wasn we were weren what when where which while who whom why will with won wondering would wouldn
yes yet you your
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

    def knows(self, stem: str) -> bool:
        """Whether a known stem is meant: a slip seldom changes the first letter of a word.

        So "vardarbība" (violence) helps to find "sadarbība" (cooperation), and yet is unknown.
        """
        return bool(self._bare(stem)) or any(known[0] == stem[0] for known in self.near(stem))

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
