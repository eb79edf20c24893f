"""What can go wrong before a rehearsal begins."""

from bot.errors import BotError


class WrongCast(BotError):
    """The cast file is not a list of {mentee, mentor, temper}."""


class WrongPeriod(BotError):
    """The rehearsal's period is wrong."""


class WrongPerson(BotError):
    """There is no such person."""
