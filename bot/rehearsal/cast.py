"""Who takes part in a rehearsal: invented pairs, each mentee with a temper."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.rehearsal.errors import WrongCast

DILIGENT, LATE, SILENT, ILL, FAST = "diligent", "late", "silent", "ill", "fast"
TEMPERS = (DILIGENT, LATE, SILENT, ILL, FAST)
FIELDS = {"mentee", "mentor", "temper"}
COORDINATOR = "Ilze Kalniņa"

MENTEES = (
    *("Elza Vītola", "Roberts Krūmiņš", "Anna Zariņa", "Markuss Eglītis", "Sofija Lapiņa"),
    *("Gustavs Pētersons", "Emīlija Balode", "Jēkabs Šteins", "Paula Ābele", "Kārlis Dūmiņš"),
    *("Alise Grīnberga", "Rūdolfs Vanags", "Marta Zvirbule", "Toms Siliņš", "Līva Rozīte"),
    *("Oskars Kļaviņš", "Keita Jansone", "Ralfs Priede", "Evelīna Strazda", "Dāvis Upītis"),
)
MENTORS = ("Jānis Bērziņš", "Marta Liepiņa", "Pēteris Ozols", "Laima Kalve", "Andris Skuja")


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A mentee with their mentor, and how the mentee behaves."""

    mentee: str
    mentor: str
    temper: str


def default_cast() -> tuple[Pair, ...]:
    """Every temper four times, each mentor with four mentees of different tempers."""
    return tuple(
        Pair(
            mentee=name,
            mentor=MENTORS[(number + number // len(TEMPERS)) % len(MENTORS)],
            temper=TEMPERS[number % len(TEMPERS)],
        )
        for number, name in enumerate(MENTEES)
    )


def read_cast(file: Path) -> tuple[Pair, ...]:
    """The pairs of a cast file. Raises WrongCast with the entry that is at fault."""
    try:
        found = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise WrongCast(f"{file} can't be read: {error}") from None
    if not isinstance(found, list) or not found:
        raise WrongCast(f"{file} must be a list of {{mentee, mentor, temper}}.")
    pairs = tuple(_pair(file, number, each) for number, each in enumerate(found, 1))
    _check_names(file, pairs)
    return pairs


def _pair(file: Path, number: int, entry: Any) -> Pair:
    if not isinstance(entry, dict) or set(entry) != FIELDS:
        raise WrongCast(f"{file}, entry {number}: mentee, mentor and temper are needed, no more.")
    values = {name: str(value or "").strip() for name, value in entry.items()}
    if empty := [name for name, value in values.items() if not value]:
        raise WrongCast(f"{file}, entry {number}: {', '.join(empty)} is empty.")
    if values["temper"] not in TEMPERS:
        known = ", ".join(TEMPERS)
        raise WrongCast(f"{file}, entry {number}: temper {values['temper']!r} is none of {known}.")
    return Pair(**values)


def _check_names(file: Path, pairs: tuple[Pair, ...]) -> None:
    """A name stands for one person in one role: the rehearsal's page tells people apart by it."""
    names = Counter([pair.mentee for pair in pairs])
    names.update({pair.mentor for pair in pairs} | {COORDINATOR})
    if twice := [name for name, count in names.items() if count > 1]:
        raise WrongCast(f"{file}: this name is there twice: {', '.join(twice)}.")


def check_mentors(pairs: tuple[Pair, ...], limit: int) -> None:
    """Raises WrongCast where a mentor has more mentees than the programme allows."""
    for mentor, count in Counter(pair.mentor for pair in pairs).items():
        if count > limit:
            raise WrongCast(f"{mentor} has {count} mentees; the programme allows {limit}.")
