"""What can go wrong before a rehearsal begins."""

from bot.errors import BotError


class WrongCast(BotError):
    """The cast file is not a list of {mentee, mentor, temper}, some with a mentor_temper."""


class WrongPeriod(BotError):
    """The rehearsal's period is wrong."""


class WrongPerson(BotError):
    """There is no such person."""


class WrongFile(BotError):
    """A file can't be written."""


class WrongLanguage(BotError):
    """The programme has no texts in that language."""
