"""Whose plan stands while two versions of a programme's folder run: that of the newest process.

When workers are replaced one after another, the old and the new one would each find a plan that is
not its own, and plan everybody back and forth. So whoever plans says since when it runs; one that
began earlier, by another folder, leaves the programme alone. Should the newer one end, the older
one goes on after a while.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from store import journal
from store.work import Tx

SAID_EVERY = timedelta(minutes=1)
GONE_AFTER = timedelta(minutes=15)
"""Planning is looked at every five minutes; who has missed three looks has ended."""


@dataclass(frozen=True, kw_only=True)
class Planner:
    """A process that plans a programme by a folder with this fingerprint, since it began."""

    programme: str
    folder: str
    begun: datetime

    def may_plan(self, tx: Tx, now: datetime) -> bool:
        """Whether no newer process plans by another folder; then says that this one is there."""
        found = journal.fact(tx, self._name)
        if found is not None and self._is_there(found, now):
            if self._is_newer(found):
                return bool(found["from"] == self.folder)
            if self._is_said(found, now):
                return True
        journal.set_fact(tx, self._name, self._said(now))
        return True

    @property
    def _name(self) -> str:
        return f"planner:{self.programme}"

    def _is_there(self, found: dict[str, str], now: datetime) -> bool:
        """A clock that was far ahead once is no reason to wait for it."""
        return abs(now - datetime.fromisoformat(found["seen"])) < GONE_AFTER

    def _is_newer(self, found: dict[str, str]) -> bool:
        return datetime.fromisoformat(found["begun"]) > self.begun

    def _is_said(self, found: dict[str, str], now: datetime) -> bool:
        same = {**self._said(now), "seen": found["seen"]} == found
        return same and datetime.fromisoformat(found["seen"]) > now - SAID_EVERY

    def _said(self, now: datetime) -> dict[str, str]:
        begun, seen = self.begun.isoformat(), now.isoformat()
        return {"from": self.folder, "begun": begun, "seen": seen}
