"""Figures for whoever runs an installation: how much was sent and handled, how old the queues are.

Nothing in them is about a person. The page is made from one look at the database when it is asked
for, so that several processes tell the same about the queues.
"""

from collections.abc import Iterable
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily

from store.queues import Queue

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Metrics:
    """The figures of one process."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.handling = Histogram(
            "pavadonis_handling_seconds",
            "Time from taking up a message to the commit of its answer",
            registry=self._registry,
            buckets=BUCKETS,
        )
        self._sends = Counter(
            "pavadonis_sends",
            "Messages sent by what became of them",
            ["channel", "outcome"],
            registry=self._registry,
        )

    def count(self, channel: str, outcome: str) -> None:
        self._sends.labels(channel=channel, outcome=outcome).inc()

    def page(self, queues: Iterable[Queue], now: datetime) -> bytes:
        """The text a Prometheus server reads."""
        return generate_latest(self._registry) + generate_latest(_Queues(queues, now))


class _Queues(CollectorRegistry):
    """How many rows are in each state, and for how long the oldest has waited."""

    def __init__(self, queues: Iterable[Queue], now: datetime) -> None:
        super().__init__()
        self._found, self._now = tuple(queues), now
        self.register(self)

    def collect(self) -> Iterable[GaugeMetricFamily]:
        labels = ["queue", "channel", "state"]
        rows = GaugeMetricFamily("pavadonis_queue_rows", "Rows in a queue", labels=labels)
        ages = GaugeMetricFamily(
            "pavadonis_queue_oldest_seconds", "Age of the oldest row", labels=labels
        )
        for one in self._found:
            values = [one.name, one.channel, one.state]
            rows.add_metric(values, one.rows)
            ages.add_metric(values, max(0.0, (self._now - one.oldest).total_seconds()))
        return [rows, ages]
