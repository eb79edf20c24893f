"""Delivery of the outbox. For the web chat, delivered means in the feed, in one commit."""

from collections.abc import Callable
from dataclasses import dataclass

from scheduler.clock import Clock
from store import feed
from store.outbox import BATCH
from store.work import Store


@dataclass(frozen=True, kw_only=True)
class WebDelivery:
    """Moves waiting rows into feeds and tells who has something new."""

    store: Store
    clock: Clock
    notify: Callable[[int], None]

    async def flush(self) -> int:
        """Delivers until nothing waits; returns how many bubbles."""
        total = 0
        while True:
            whose = await self.store.run(lambda tx: feed.deliver(tx, self.clock.now(), BATCH))
            for person in set(whose):
                self.notify(person)
            total += len(whose)
            if len(whose) < BATCH:
                return total
