"""Which numbers with a dot count the items of a list, and which belong to what they stand before.

"1. slinkums 2. telefons" counts; "1. septembrī un 2. oktobrī" names two days, and "2. un 3. klasē"
two forms of a school. What belongs to its words is never taken away, nor parted from them.
"""

import re

from dialogs.human_words import symbols

_COUNTING = re.compile(r"(?:^|(?<=\s))(\d{1,2})([.)])\s+(?=(\w*))")
_DAY = re.compile(r"\b(\d{1,2})\.\s*(?=(\w+))")
_JOINING = frozenset({"un", "vai", "līdz", "and", "or", "to"})
_MONTH = re.compile(r"M\d\d")


def counting(text: str) -> list[re.Match[str]]:
    """The numbers that may count what follows: not those of a day, nor of several in a row."""
    return [found for found in _COUNTING.finditer(text) if not _belongs(found)]


def count_up(numbers: list[re.Match[str]]) -> bool:
    """Whether there are several, and they really count from one."""
    return len(numbers) > 1 and [int(n[1]) for n in numbers] == [*range(1, len(numbers) + 1)]


def without_days(text: str) -> str:
    """The text with the dots of its days gone, so that they end no sentence."""
    return _DAY.sub(lambda day: f"{day[1]} " if _is_month(day[2]) else day[0], text)


def _belongs(number: re.Match[str]) -> bool:
    """ "1)" always counts."""
    if number[2] == ")":
        return False
    before = number.string[: number.start()].split()[-1:]
    beside = {word.lower() for word in (*before, number[3])}
    return not beside.isdisjoint(_JOINING) or _is_month(number[3])


def _is_month(word: str) -> bool:
    return _MONTH.fullmatch(symbols(word)) is not None
