"""The counts of this process and the queues of the database, in the words of Prometheus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Metric, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector

from bot.intake.health import seconds
from bot.observe.meter import BOUNDS, Durations, Meter
from bot.store.queues import Queues

TYPE = CONTENT_TYPE_LATEST


def exposition(meter: Meter, held: Queues | None, at: int) -> bytes:
    """All of it as text; without the queues where the database did not answer."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Snapshot(meter, held, at))
    return generate_latest(registry)


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot(Collector):
    meter: Meter
    held: Queues | None
    at: int

    def collect(self) -> Iterator[Metric]:
        yield from self._counts()
        yield reviews(self.meter.reviews)
        if self.meter.heard is not None:
            yield gauge("heard_timestamp_seconds", "When Telegram was last heard", self.meter.heard / 1000)
        yield gauge("database_up", "Whether the database answers", float(self.held is not None))
        if self.held is not None:
            yield from self._queues(self.held)

    def _counts(self) -> Iterator[Metric]:
        meter = self.meter
        yield counter("updates_received", "Updates stored", meter.received)
        yield counter("updates_handled", "Updates handled", meter.handled)
        yield counter("updates_quarantined", "Updates put aside", meter.quarantined)
        yield counter("answers_sent", "Messages that Telegram took", meter.sent)
        yield counter("answers_failed", "Messages that Telegram will never take", meter.dropped)
        yield counter("answers_postponed", "Tries to send that have to be repeated", meter.postponed)
        yield counter("webhook_strangers", "Calls of the webhook without the right secret", meter.strangers)

    def _queues(self, held: Queues) -> Iterator[Metric]:
        yield gauge("inbox_rows", "Updates that are not handled yet", held.undone)
        yield gauge("inbox_oldest_seconds", "Age of the oldest of them", seconds(held.undone_since, self.at) or 0.0)
        yield gauge("outbox_rows", "Messages that are not sent yet", held.unsent)
        yield gauge("outbox_oldest_seconds", "Age of the oldest of them", seconds(held.unsent_since, self.at) or 0.0)
        yield gauge("quarantine_rows", "Updates that are put aside", held.quarantined)


def counter(name: str, meaning: str, value: int) -> Metric:
    return CounterMetricFamily(f"whyfollow_{name}", meaning, value=value)


def gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(f"whyfollow_{name}", meaning, value=value)


def reviews(took: Durations) -> Metric:
    names = [*(str(bound) for bound in BOUNDS), "+Inf"]
    buckets = list(zip(names, map(float, accumulate(took.classes)), strict=True))
    return HistogramMetricFamily("whyfollow_review_seconds", "How long judging took", buckets, sum_value=took.seconds)
