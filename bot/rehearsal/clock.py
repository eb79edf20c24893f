"""The rehearsal's clock: it stands still between two stops, so that two runs are equal."""

from datetime import datetime

from scheduler.clock import WoundClock


class StillClock(WoundClock):
    """A wound clock that does not run on by itself; time passes only where it is wound."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self._at = at

    def now(self) -> datetime:
        return self._at

    def wind(self, to: datetime) -> None:
        self._at = max(self._at, to)
