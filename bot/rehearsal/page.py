"""The rehearsal as one page that needs nothing else: no script, font or picture from outside."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date, get_day_names
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.rehearsal import calendar
from bot.rehearsal.cast import Pair
from bot.rehearsal.play import Rehearsal
from bot.rehearsal.players import Player
from bot.rehearsal.reasons import page_texts
from bot.rehearsal.report import said
from bot.rehearsal.told import Told
from bot.rehearsal.warnings import RULES
from mentoring.programme import ROLES

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(played: Rehearsal) -> str:
    """The whole page as HTML."""
    language = played.language
    unprompted = sum(each.unprompted for each in played.told)
    return _templates.get_template("page.html").render(
        lang=language,
        t=page_texts(language),
        programme=played.programme.name[language],
        first=_long(played.first, language),
        last=_long(played.last, language),
        people=len(played.players),
        unprompted=unprompted,
        others=len(played.told) - unprompted,
        weekdays=_weekdays(language),
        months=[_month(each, language) for each in calendar.months(played)],
        kinds=calendar.KINDS,
        labels={role: played.programme.roles[role][language] for role in ROLES},
        warned=list(_warned(played)),
        roles=[_role(played, role) for role in ROLES],
    )


def _weekdays(language: str) -> list[str]:
    names = get_day_names("narrow", locale=language)
    return [names[number] for number in range(7)]


def _month(month: calendar.Month, language: str) -> dict[str, Any]:
    return {
        "name": format_date(month.first, "LLLL y", locale=language),
        "before": month.first.weekday(),
        "days": month.days,
    }


def _warned(played: Rehearsal) -> Iterator[tuple[str, list[str]]]:
    t = page_texts(played.language)
    for rule in RULES:
        found = [
            f"{_short(each.day, played.language)} {said(t, each, _who(played, each.who))}"
            for each in played.warned
            if each.rule == rule
        ]
        if found:
            yield rule, found


def _who(played: Rehearsal, who: str) -> str:
    return played.programme.roles[who][played.language] if who in ROLES else who


def _long(day: date, language: str) -> str:
    """Digits in Latvian, where a month's name would have to be inflected."""
    return format_date(day, "dd.MM.y." if language == "lv" else "d MMMM y", locale=language)


def _short(day: date, language: str) -> str:
    return format_date(day, "EEE dd.MM.", locale=language)


def _role(played: Rehearsal, role: str) -> dict[str, Any]:
    mine = [each for each in played.told if each.role == role]
    players = [player for player in played.players if player.role == role]
    pairs = {pair.mentee: pair for pair in played.cast}
    return {
        "role": role,
        "people": [_person(played, player, mine, pairs.get(player.name)) for player in players],
        "messages": len(mine),
        "unprompted": sum(each.unprompted for each in mine),
        "kinds": Counter(each.kind for each in mine).most_common(),
    }


def _person(
    played: Rehearsal, player: Player, mine: list[Told], pair: Pair | None
) -> dict[str, Any]:
    found = [each for each in mine if each.to == player.name]
    return {
        "name": player.name,
        "temper": player.temper or None,
        "mentor": pair.mentor if pair else None,
        "messages": len(found),
        "unprompted": sum(each.unprompted for each in found),
        "rows": [
            {
                "day": _short(each.at, played.language),
                "time": f"{each.at:%H:%M}",
                "kind": each.kind,
                "group": calendar.group(each.kind),
                "quiet": each.kind in calendar.LEFT_OUT,
                "text": each.text,
                "why": each.why,
            }
            for each in found
        ],
    }
