"""Where in the world somebody says they are: cities and countries by Latvian and English names.

A zone, and not so many hours from Greenwich: only a zone knows when the clocks change there.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process

from knowledge.folding import fold, tokens

_PLACES: Final = """
Europe/Riga | Rīga | Riga | Latvija, Latvia, Daugavpils, Liepāja, Jelgava, Valmiera
Europe/Tallinn | Tallina | Tallinn | Igaunija, Estonia, Tartu
Europe/Vilnius | Viļņa | Vilnius | Lietuva, Lithuania, Kauņa, Kaunas
Europe/Helsinki | Helsinki | Helsinki | Somija, Finland, Helsinkos
Europe/Stockholm | Stokholma | Stockholm | Zviedrija, Sweden
Europe/Oslo | Oslo | Oslo | Norvēģija, Norway
Europe/Copenhagen | Kopenhāgena | Copenhagen | Dānija, Denmark
Europe/Berlin | Berlīne | Berlin | Vācija, Germany, Minhene, Munich, Hamburga, Hamburg
Europe/Vienna | Vīne | Vienna | Austrija, Austria
Europe/Zurich | Cīrihe | Zurich | Šveice, Switzerland
Europe/Amsterdam | Amsterdama | Amsterdam | Nīderlande, Netherlands, Holande
Europe/Brussels | Brisele | Brussels | Beļģija, Belgium
Europe/Paris | Parīze | Paris | Francija, France
Europe/Madrid | Madride | Madrid | Spānija, Spain, Barselona, Barcelona
Europe/Lisbon | Lisabona | Lisbon | Portugāle, Portugal
Europe/Rome | Roma | Rome | Itālija, Italy, Milāna, Milan
Europe/Athens | Atēnas | Athens | Grieķija, Greece, Atēnās
Europe/Warsaw | Varšava | Warsaw | Polija, Poland
Europe/Prague | Prāga | Prague | Čehija, Czechia, Czech Republic
Europe/Budapest | Budapešta | Budapest | Ungārija, Hungary
Europe/Kyiv | Kijiva | Kyiv | Ukraina, Ukraine
Europe/Istanbul | Stambula | Istanbul | Turcija, Turkey
Europe/London | Londona | London | Anglija, England, Skotija, Scotland, Lielbritānija, UK, GB
Europe/Dublin | Dublina | Dublin | Īrija, Ireland
Atlantic/Reykjavik | Reikjavīka | Reykjavik | Islande, Iceland
Atlantic/Azores | Azoru salas | Azores | Azori
America/New_York | Ņujorka | New York | Vašingtona, Washington, Bostona, Boston, Maiami, Miami
America/Chicago | Čikāga | Chicago | Teksasa, Texas
America/Denver | Denvera | Denver | Kolorādo, Colorado
America/Los_Angeles | Losandželosa | Los Angeles | Kalifornija, California, Sanfrancisko
America/Toronto | Toronto | Toronto | Monreāla, Montreal
America/Vancouver | Vankūvera | Vancouver |
America/Sao_Paulo | Sanpaulu | São Paulo |
Asia/Tbilisi | Tbilisi | Tbilisi | Gruzija, Georgia
Asia/Jerusalem | Jeruzaleme | Jerusalem | Izraēla, Israel, Telaviva, Tel Aviv
Asia/Dubai | Dubaija | Dubai | Emirāti, Emirates
Asia/Kolkata | Deli | Delhi | Indija, India
Asia/Bangkok | Bangkoka | Bangkok | Taizeme, Thailand
Asia/Shanghai | Šanhaja | Shanghai | Ķīna, China, Pekina, Beijing
Asia/Singapore | Singapūra | Singapore |
Asia/Seoul | Seula | Seoul | Dienvidkoreja, Koreja, Korea, South Korea
Asia/Tokyo | Tokija | Tokyo | Japāna, Japan
Australia/Sydney | Sidneja | Sydney | Melburna, Melbourne
Pacific/Auckland | Oklenda | Auckland | Jaunzēlande, New Zealand
"""

_WIDE: Final = {
    name: zones
    for names, zones in (
        (
            ("asv", "amerika", "america", "usa", "united states"),
            ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
        ),
        (("kanada", "canada"), ("America/Toronto", "America/Vancouver")),
        (("lielbritanija", "great britain", "united kingdom"), ("Europe/London",)),
    )
    for name in names
}
"""Countries with several times, of which the person chooses."""

MOST: Final = 4
_ALIKE: Final = 85.0
_SHORTEST_ALIKE: Final = 4
"""Shorter names are alike by accident."""

_NO_PLACE: Final = ("Etc/", "SystemV/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")


@lru_cache(maxsize=1)
def _labels() -> dict[str, dict[str, str]]:
    return {zone: {"lv": lv, "en": en} for zone, lv, en, _ in _rows()}


def _rows() -> Iterator[tuple[str, str, str, list[str]]]:
    for row in _PLACES.strip().splitlines():
        zone, lv, en, also = (cell.strip() for cell in row.split("|"))
        yield zone, lv, en, [each.strip() for each in also.split(",") if each.strip()]


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    """Folded name to zones; ours go before those of the zone database."""
    found: dict[str, tuple[str, ...]] = {}
    for zone in sorted(available_timezones(), key=lambda one: (len(one), one)):
        if "/" in zone and not zone.startswith(_NO_PLACE):
            found.setdefault(_city(zone), (zone,))
    for zone, lv, en, also in _rows():
        found |= {fold(name): (zone,) for name in (lv, en, *also)}
    return found | _WIDE


def _city(zone: str) -> str:
    return fold(zone.rpartition("/")[2].replace("_", " "))


def is_zone(name: str) -> bool:
    return name in available_timezones()


def label(zone: str, language: str) -> str:
    """The city by which a zone is known, in a language where we know it."""
    known = _labels().get(zone)
    return known[language] if known else zone.rpartition("/")[2].replace("_", " ")


def places(text: str) -> tuple[str, ...]:
    """The zones that may be meant, the likeliest first; none where nothing is alike.

    A zone's own name counts as well ("America/New_York"), and a name within a sentence.
    """
    exact = {zone.casefold(): zone for zone in available_timezones() if "/" in zone}
    if (zone := exact.get(text.strip().casefold())) is not None:
        return (zone,)
    words, names = tokens(text), _names()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            if found := names.get(" ".join(words[start : start + size])):
                return found[:MOST]
    return _alike(" ".join(words))


def _alike(said: str) -> tuple[str, ...]:
    """A slip of the thumb, or another ending of the word."""
    if len(said) < _SHORTEST_ALIKE:
        return ()
    names = _names()
    near = process.extract(said, list(names), scorer=fuzz.ratio, limit=MOST, score_cutoff=_ALIKE)
    zones = [zone for name, _, _ in near for zone in names[name]]
    return tuple(dict.fromkeys(zones))[:MOST]
