"""The page of figures: what a Prometheus server reads, and nothing about anybody."""

from datetime import timedelta
from typing import Any

from prometheus_client.parser import text_string_to_metric_families

from bot.metrics import Metrics
from store.queues import Queue
from tests.desk.fixtures import Cast
from tests.desk.fixtures import cast as cast
from tests.desk.fixtures import gathered as gathered
from tests.desk.fixtures import stage as stage
from tests.desk.stage import Stage
from tests.store.cast import NOW


def samples(page: bytes, *labels: str) -> dict[tuple[str, ...], float]:
    """(name, label values) to value, for the samples that have exactly these labels."""
    return {
        (sample.name, *(sample.labels[label] for label in labels)): sample.value
        for family in text_string_to_metric_families(page.decode())
        for sample in family.samples
        if set(sample.labels) == set(labels)
    }


def queue(**more: Any) -> Queue:
    given = {"name": "outbox", "channel": "telegram", "state": "waiting", "rows": 3, "oldest": NOW}
    return Queue(**{**given, **more})


def test_queues_are_told_with_their_rows_and_ages() -> None:
    """Per queue, channel and state; an age is never below nothing."""
    later = NOW + timedelta(seconds=90)
    found = [queue(), queue(name="inbox", state="dead", rows=1, oldest=later + timedelta(hours=1))]

    page = Metrics().page(found, later)

    assert samples(page, "queue", "channel", "state") == {
        ("pavadonis_queue_rows", "outbox", "telegram", "waiting"): 3,
        ("pavadonis_queue_oldest_seconds", "outbox", "telegram", "waiting"): 90,
        ("pavadonis_queue_rows", "inbox", "telegram", "dead"): 1,
        ("pavadonis_queue_oldest_seconds", "inbox", "telegram", "dead"): 0,
    }


def test_sends_are_counted_by_what_became_of_them() -> None:
    """Each channel for itself, one process's figures apart from another's."""
    metrics = Metrics()
    for channel, outcome in (("telegram", "sent"), ("telegram", "sent"), ("web", "Refused")):
        metrics.count(channel, outcome)

    found = samples(metrics.page([], NOW), "channel", "outcome")

    assert found["pavadonis_sends_total", "telegram", "sent"] == 2
    assert found["pavadonis_sends_total", "web", "Refused"] == 1
    assert samples(Metrics().page([], NOW), "channel", "outcome") == {}


async def test_the_page_is_served_and_names_nobody(stage: Stage, cast: Cast) -> None:
    """After a day's talk it holds numbers, and neither names, words nor addresses."""
    await cast.elza.send("Man ir noslēpums")
    async with stage.web() as web:
        answer = await web.get("/metrics")

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    handled = samples(answer.content)
    assert handled["pavadonis_handling_seconds_count",] > 0
    for each in (cast.elza, cast.janis, cast.ilze):
        for secret in (each.name, each.name.split()[0], each.token):
            assert secret not in answer.text
    assert "noslēpums" not in answer.text


async def test_what_waits_shows_on_the_page(stage: Stage, cast: Cast) -> None:
    """One message that nobody has handled."""
    await stage.accepted(cast.elza, "1", {"text": "Labdien"})
    async with stage.web() as web:
        answer = await web.get("/metrics")

    found = samples(answer.content, "queue", "channel", "state")
    assert found["pavadonis_queue_rows", "inbox", "web", "waiting"] == 1
    assert found["pavadonis_queue_oldest_seconds", "inbox", "web", "waiting"] >= 0
