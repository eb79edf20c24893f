"""What time it is. Nothing else in the project asks the system."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Gives the present instant, aware, in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class WoundClock:
    """A clock that can be wound forwards and runs on from there. It never goes back."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self.offset = offset

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset

    def wind(self, to: datetime) -> None:
        """Makes it `to`, or leaves it where it is when that is past."""
        self.offset = max(self.offset, to - datetime.now(UTC))
