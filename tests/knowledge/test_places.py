"""Cities and countries, typed as people type them."""

from zoneinfo import ZoneInfo

import pytest

from knowledge.places import _WIDE, _labels, is_zone, label, places


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Londona", "Europe/London"),
        ("londonā", "Europe/London"),
        ("es tagad esmu Londonā!", "Europe/London"),
        ("Lielbritānija", "Europe/London"),
        ("Ņujorka", "America/New_York"),
        ("nujorka", "America/New_York"),
        ("Nujorkaa", "America/New_York"),
        ("New York", "America/New_York"),
        ("I'm in new york now", "America/New_York"),
        ("America/New_York", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("Berlin", "Europe/Berlin"),
        ("BERLĪNE", "Europe/Berlin"),
        ("Berlīnē", "Europe/Berlin"),
        ("Vācijā", "Europe/Berlin"),
        ("germany", "Europe/Berlin"),
        ("Helsinkos", "Europe/Helsinki"),
        ("Reykjavik", "Atlantic/Reykjavik"),
        ("Tokijā", "Asia/Tokyo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Anchorage", "America/Anchorage"),
        ("Rīga", "Europe/Riga"),
    ],
)
def test_a_place_is_known_by_its_names(typed: str, zone: str) -> None:
    assert places(typed) == (zone,)


@pytest.mark.parametrize("typed", ["ASV", "Amerikā", "USA", "Kanāda"])
def test_a_wide_country_has_several(typed: str) -> None:
    """The person chooses."""
    assert len(places(typed)) > 1


@pytest.mark.parametrize(
    "typed", ["", "  ", "?", "asdf", "GMT", "UTC+1", "mājās", "🎸", "\x00", "x" * 4000]
)
def test_what_is_no_place_is_none(typed: str) -> None:
    """Hours from Greenwich neither: with them the clocks would never change."""
    assert places(typed) == ()


def test_every_place_has_a_zone_and_a_name_in_each_language() -> None:
    for zone in (*_labels(), *(each for zones in _WIDE.values() for each in zones)):
        assert is_zone(zone)
        assert ZoneInfo(zone)
        assert label(zone, "lv")
        assert places(label(zone, "en"))[0] == zone
        assert places(label(zone, "lv"))[0] == zone
    assert label("Pacific/Pago_Pago", "lv") == "Pago Pago"
