"""What can go wrong with time."""

from datetime import datetime


class SchedulerError(Exception):
    """Time could not be handled."""


class NotForwards(SchedulerError):
    """The clock only runs forwards."""

    def __init__(self, asked: datetime, now: datetime) -> None:
        self.asked, self.now = asked, now
        super().__init__(f"the clock only runs forwards: it is {now}, asked for {asked}")


class TooFar(SchedulerError):
    """One winding may not cover more than so many days."""

    def __init__(self, days: int, limit: int) -> None:
        self.days, self.limit = days, limit
        super().__init__(f"at most {limit} days at once, asked for {days}")
