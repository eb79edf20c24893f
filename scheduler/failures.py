"""What can become of sending, besides that it arrived. A channel raises one of these.

The texts hold what the platform said, never an address or a token: they are kept and shown.
"""


class SendFailed(Exception):
    """It could not be sent."""


class NotSent(SendFailed):
    """The platform was not reached at all: safe to try again."""


class ServerTrouble(SendFailed):
    """The platform says that it failed."""


class Uncertain(SendFailed):
    """The request left, and nobody knows whether it was carried out."""


class Unreachable(SendFailed):
    """Nothing reaches this person by this channel: blocked, deactivated, never there."""


class Refused(SendFailed):
    """The platform will not take this message, now or later: our fault."""


class TooFast(SendFailed):
    """The platform wants a pause."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"asked to wait {seconds:g} s")


class Moved(SendFailed):
    """The chat has another address now."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__("the chat has moved")


class ChannelDown(SendFailed):
    """The platform does not accept us any more: nothing goes by this channel until it is mended."""
