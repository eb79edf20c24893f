"""Who takes part in a rehearsal: invented pairs, each mentee with a temper, some mentors too."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.rehearsal.errors import WrongCast

DILIGENT, LATE, SILENT, ILL, FAST = "diligent", "late", "silent", "ill", "fast"
TEMPERS = (DILIGENT, LATE, SILENT, ILL, FAST)
MENTOR_TEMPERS = (SILENT,)
FIELDS = {"mentee", "mentor", "temper"}
OPTIONAL = {"mentor_temper"}
COORDINATOR = "Ilze Kalniņa"

MENTEES = (
    *("Elza Vītola", "Roberts Krūmiņš", "Anna Zariņa", "Markuss Eglītis", "Sofija Lapiņa"),
    *("Gustavs Pētersons", "Emīlija Balode", "Jēkabs Šteins", "Paula Ābele", "Kārlis Dūmiņš"),
    *("Alise Grīnberga", "Rūdolfs Vanags", "Marta Zvirbule", "Toms Siliņš", "Līva Rozīte"),
    *("Oskars Kļaviņš", "Keita Jansone", "Ralfs Priede", "Evelīna Strazda", "Dāvis Upītis"),
)
SILENT_MENTOR = "Andris Skuja"
MENTORS = ("Jānis Bērziņš", "Marta Liepiņa", "Pēteris Ozols", "Laima Kalve", SILENT_MENTOR)


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A mentee with their mentor, and how both behave; most mentors do what is asked of them."""

    mentee: str
    mentor: str
    temper: str
    mentor_temper: str = ""


def default_cast() -> tuple[Pair, ...]:
    """Every temper four times, each mentor with four mentees of different tempers, one silent."""
    return tuple(_usual(number, name) for number, name in enumerate(MENTEES))


def _usual(number: int, name: str) -> Pair:
    mentor = MENTORS[(number + number // len(TEMPERS)) % len(MENTORS)]
    return Pair(
        mentee=name,
        mentor=mentor,
        temper=TEMPERS[number % len(TEMPERS)],
        mentor_temper=SILENT if mentor == SILENT_MENTOR else "",
    )


def silent_mentors(pairs: Sequence[Pair]) -> set[str]:
    """Said with one of their mentees, it is so for all."""
    return {pair.mentor for pair in pairs if pair.mentor_temper == SILENT}


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
    if not isinstance(entry, dict) or not FIELDS <= set(entry) <= FIELDS | OPTIONAL:
        raise WrongCast(
            f"{file}, entry {number}: mentee, mentor and temper are needed, mentor_temper may be "
            "there, and no more."
        )
    values = {name: str(value or "").strip() for name, value in entry.items()}
    if empty := [name for name, value in values.items() if not value]:
        raise WrongCast(f"{file}, entry {number}: {', '.join(empty)} is empty.")
    for field, known in (("temper", TEMPERS), ("mentor_temper", MENTOR_TEMPERS)):
        if values.get(field, known[0]) not in known:
            names = ", ".join(known)
            raise WrongCast(
                f"{file}, entry {number}: {field} {values[field]!r} is none of {names}."
            )
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
