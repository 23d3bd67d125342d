"""What this process did since it started, counted where it happens; `/metrics` and `/healthz` read it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

# Seconds. A judgement takes some milliseconds; whole seconds mean a machine in trouble.
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


@dataclass(slots=True)
class Durations:
    """How long something took, sorted into classes: each holds what took at most so long, the last one the rest."""

    classes: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0

    def add(self, seconds: float) -> None:
        self.classes[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds


@dataclass(slots=True)
class Meter:
    received: int = 0
    """Updates that were stored; a second delivery counts once."""
    handled: int = 0
    quarantined: int = 0
    sent: int = 0
    dropped: int = 0
    """Messages that Telegram will never take."""
    postponed: int = 0
    """Tries to send that ended in a pause or found nobody."""
    strangers: int = 0
    """Calls of the webhook without the right secret."""
    reviews: Durations = field(default_factory=Durations)
    heard: int | None = None
    """When Telegram's updates, or its word that there are none, last arrived and were stored."""
    keeps: bool = True
    """Whether the last updates that arrived could be stored."""

    def stored(self, fresh: int, at: int) -> None:
        """What arrived is kept; `fresh` of it were not known yet."""
        self.received += fresh
        self.heard = at
        self.keeps = True
