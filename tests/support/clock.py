"""A clock that stands still until a test moves it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.support.updates import AT


@dataclass(slots=True)
class HandClock:
    at: int = AT * 1000

    def __call__(self) -> int:
        return self.at

    def forward(self, *, seconds: float) -> None:
        self.at += int(seconds * 1000)
