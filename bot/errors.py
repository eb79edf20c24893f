"""What can go wrong when the assistant is started."""


class BotError(Exception):
    """The assistant could not do that."""

    def __str__(self) -> str:
        return super().__str__() or (type(self).__doc__ or "").strip()


class WrongSetting(BotError):
    """A setting is wrong; the message says which and why."""


class BrokenProgramme(BotError):
    """A programme folder has faults; nothing was started."""


class Untaken(BotError):
    """Nothing of what came by a channel could be written into the inbox."""
