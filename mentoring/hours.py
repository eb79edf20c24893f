"""Hours as the programme pays them: academic, whole, rounded down, and capped per month.

Rounding up once makes the diary and the signed sheet disagree, and then nobody is paid.
"""

from dataclasses import dataclass

ACADEMIC_MINUTES = 40

LEFT_OVER = {"lv": "atliek {minutes} min", "en": "{minutes} min left over"}


def academic_hours(minutes: int, per: int = ACADEMIC_MINUTES) -> int:
    """Whole academic hours in so many minutes: 120 are 3, 100 are 2."""
    _refuse_nonsense(minutes, per)
    return minutes // per


def explain(minutes: int, language: str, per: int = ACADEMIC_MINUTES) -> str:
    """The arithmetic as a person checks it: "120 : 40 = 3", "100 : 40 = 2 (20 min left over)"."""
    sum_line = f"{minutes} : {per} = {academic_hours(minutes, per)}"
    rest = minutes % per
    if not rest:
        return sum_line
    return f"{sum_line} ({LEFT_OVER.get(language, LEFT_OVER['en']).format(minutes=rest)})"


def _refuse_nonsense(minutes: int, per: int) -> None:
    if minutes < 0 or per <= 0:
        raise ValueError(f"hours need minutes >= 0 and a length > 0, not {minutes} and {per}")


@dataclass(frozen=True, kw_only=True)
class HoursCheck:
    """What a month would look like with some more hours; says limit and actual."""

    limit: int
    used: int
    adding: int

    @property
    def total(self) -> int:
        return self.used + self.adding

    @property
    def fits(self) -> bool:
        return self.total <= self.limit

    @property
    def left(self) -> int:
        """Hours still free before adding, never below zero."""
        return max(0, self.limit - self.used)

    @property
    def over(self) -> int:
        """Hours beyond the limit after adding, zero when they fit."""
        return max(0, self.total - self.limit)


def check_hours(used: int, adding: int, limit: int) -> HoursCheck:
    """Whether so many more hours fit into the month of one mentee; `limit` is the programme's."""
    if used < 0 or adding < 0 or limit < 0:
        raise ValueError(f"hours can't be negative: used {used}, adding {adding}, limit {limit}")
    return HoursCheck(limit=limit, used=used, adding=adding)
